"""Laws of the crosswalks that ship: every meaning is found from both sides, on its days only."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iopkit.catalog import shipped
from iopkit.errors import NotInForce
from iopkit.formats import dump, read
from iopkit.law import Crosswalk

CROSSWALKS = [shipped().crosswalk(system) for system in shipped().ids("crosswalks")]
LAST = date(2035, 1, 1)
every_crosswalk = st.sampled_from(CROSSWALKS)
days = st.dates(date(2000, 1, 1), LAST)


@given(crosswalk=every_crosswalk, data=st.data())
def test_a_meaning_is_found_from_its_code_and_from_its_term(
    crosswalk: Crosswalk, data: st.DataObject
) -> None:
    row = data.draw(st.sampled_from(crosswalk.rows))
    end = row.in_force.end or LAST
    day = data.draw(st.dates(row.in_force.start, end - timedelta(days=1)))

    from_code, from_term = crosswalk.terms(row.code, on=day), crosswalk.codes(row.term, on=day)

    assert row in from_code.matches
    assert row in from_term.matches


@given(crosswalk=every_crosswalk, day=days, data=st.data())
def test_whatever_is_found_is_in_force(
    crosswalk: Crosswalk, day: date, data: st.DataObject
) -> None:
    row = data.draw(st.sampled_from(crosswalk.rows))
    periods = [one.in_force for one in crosswalk.rows if one.code == row.code]
    if not any(period.holds(day) for period in periods):
        with pytest.raises(NotInForce):
            crosswalk.terms(row.code, on=day)
        return

    found = crosswalk.terms(row.code, on=day)

    assert found.matches
    assert all(match.in_force.holds(day) and match.code == row.code for match in found.matches)


@given(crosswalk=every_crosswalk, day=days, data=st.data())
def test_a_code_is_ambiguous_where_two_meanings_of_one_kind_differ_and_nowhere_else(
    crosswalk: Crosswalk, day: date, data: st.DataObject
) -> None:
    code = data.draw(st.sampled_from([row.code for row in crosswalk.rows]))
    meanings: dict[type, set[frozenset[object]]] = {}
    for row in crosswalk.rows:
        if row.code == code and row.in_force.holds(day):
            meanings.setdefault(type(row.term), set()).add(frozenset(row.terms))

    try:
        is_ambiguous = crosswalk.terms(code, on=day).is_ambiguous
    except NotInForce:
        is_ambiguous = False

    assert is_ambiguous is any(len(each) > 1 for each in meanings.values())


@given(crosswalk=every_crosswalk, zeros=st.integers(0, 3), data=st.data())
def test_zeros_and_letters_do_not_matter_where_a_system_says_so(
    crosswalk: Crosswalk, zeros: int, data: st.DataObject
) -> None:
    row = data.draw(st.sampled_from(crosswalk.rows))

    written = row.code.lower()
    if crosswalk.width is not None:
        written = "0" * zeros + written.lstrip("0")
    if crosswalk.last_is_any:
        written = written[:-1] + data.draw(st.sampled_from("0123456789"))

    assert crosswalk.knows(f" {written} ")


@pytest.mark.parametrize("crosswalk", CROSSWALKS, ids=lambda one: str(one.id))
def test_a_crosswalk_that_was_written_reads_back_equal(crosswalk: Crosswalk) -> None:
    assert read(Crosswalk, dump(crosswalk)) == crosswalk
    assert read(Crosswalk, dump(crosswalk, format="json"), format="json") == crosswalk
