"""Listings: present, absent, or not said."""

from __future__ import annotations

import pytest

from iopkit.errors import InvalidValue
from iopkit.values import Listing

OPEN = Listing.of("depression", lacks=["anxiety"])
WHOLE = Listing.of("depression", lacks=["anxiety"], complete=True)


@pytest.mark.parametrize(
    ("listing", "thing", "answer"),
    [
        (OPEN, "depression", True),
        (OPEN, "anxiety", False),
        (OPEN, "alcohol", None),
        (WHOLE, "depression", True),
        (WHOLE, "anxiety", False),
        (WHOLE, "alcohol", False),
        (Listing[str](), "depression", None),
        (Listing[str](complete=True), "depression", False),
    ],
)
def test_membership_answers_yes_no_or_not_said(
    listing: Listing[str], thing: str, *, answer: bool | None
) -> None:
    assert listing.holds(thing) is answer


@pytest.mark.parametrize(
    ("listing", "things", "answer"),
    [
        (OPEN, ["alcohol", "depression"], True),
        (OPEN, ["alcohol", "anxiety"], None),
        (OPEN, ["anxiety"], False),
        (OPEN, [], False),
        (WHOLE, ["alcohol", "anxiety"], False),
    ],
)
def test_one_of_several_is_present_absent_or_not_said(
    listing: Listing[str], things: list[str], *, answer: bool | None
) -> None:
    assert listing.holds_any(things) is answer
    assert listing.holds_any(iter(things)) is answer


def test_what_is_both_present_and_absent_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        Listing.of("depression", lacks=["depression"])

    assert str(caught.value) == "listing: expected nothing that is both present and absent"


def test_a_listing_keeps_the_order_told_and_each_thing_once() -> None:
    listing = Listing.of("b", "a", "b", lacks=["d", "c", "d"])

    assert listing.present == tuple(listing) == ("b", "a")
    assert listing.lacks == ("d", "c")
    assert len(listing) == 2


@pytest.mark.parametrize("listing", [OPEN, WHOLE, Listing[str]()])
def test_a_listing_is_no_yes_or_no(listing: Listing[str]) -> None:
    with pytest.raises(InvalidValue) as caught:
        bool(listing)

    assert str(caught.value) == "listing: expected a question: holds(x), complete, or len(...)"
