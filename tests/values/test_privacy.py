"""Quiet records: counts unless asked, everything when asked."""

from __future__ import annotations

from attrs import frozen

from iopkit.values import Listing, Money, Quiet, Text, reveal


@frozen(repr=False)
class Pay(Quiet):
    """What an hour pays."""

    hour: Money | None = None


@frozen(kw_only=True, repr=False)
class Record(Quiet):
    """A record with parts."""

    age: int | None = None
    conditions: Listing[str] | None = None
    pay: Pay | None = None
    visits: tuple[Pay, ...] = ()


class Bare(Quiet):
    """A record without fields."""


RECORD = Record(age=41, pay=Pay(Money(4_100)), visits=(Pay(),))


def test_a_record_shows_how_much_is_told_and_never_what() -> None:
    assert repr(RECORD) == str(RECORD) == f"{RECORD}" == "<Record: 3 of 4 fields told>"
    assert repr([RECORD]) == "[<Record: 3 of 4 fields told>]"
    assert repr(Bare()) == "<Bare>"


def test_a_record_reveals_what_is_told_when_asked() -> None:
    assert reveal(RECORD) == ("Record(age=41, pay=Pay(hour=Money.parse('41.00')), visits=(Pay(),))")


def test_what_holds_no_record_reveals_itself() -> None:
    assert reveal(Bare()) == "<Bare>"
    assert reveal(Money(5)) == "Money.parse('0.05')"
    assert reveal(Text("a", "b")) == "Text(en='a', es='b', reviewed=False)"
    assert reveal((RECORD.pay, 1)) == "(Pay(hour=Money.parse('41.00')), 1)"


def test_records_in_a_mapping_or_a_set_are_revealed_too() -> None:
    assert reveal({"first": RECORD.pay}) == "{'first': Pay(hour=Money.parse('41.00'))}"
    assert reveal(frozenset({RECORD.pay})) == "frozenset({Pay(hour=Money.parse('41.00'))})"
