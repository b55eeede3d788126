"""A start that is told as a range of days, or not at all, and the plan year that it falls in."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from attrs import evolve
from tests.cost.example_case import (
    MEDICARE,
    MONDAY,
    PLAN,
    UNINSURED,
    answer,
    codes,
    dollars,
    ends,
    having,
    running,
)

from iopkit.catalog import shipped
from iopkit.cost import Bounds, care_days, estimate, plan_findings, what_narrows
from iopkit.cost.completing import with_values
from iopkit.errors import InvalidValue
from iopkit.formats import dump, read
from iopkit.model.case import Case
from iopkit.model.episode import Episode, Travel
from iopkit.model.prices import Price
from iopkit.values.money import ZERO
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit

_PUBLISHED = shipped().amounts
_IN_YEAR = "start-in-plan-year"
_ACROSS = "start-across-plan-years"
_LATER = "start-in-later-plan-year"


def _starting(first: date, last: date, **changes: object) -> Case:
    return having(start=Span(first, last), **changes)


def test_a_range_of_starts_that_all_cost_the_same_is_assumed_not_to_matter() -> None:
    found = answer(_starting(date(2026, 3, 2), date(2026, 3, 8)))

    assert found.to_pay.value is not None
    assert found.unknowns == ()
    assert [note.text.en for note in found.assumptions if note.code == "start-range"] == [
        (
            "The first day is known only as a range of days; care is counted from each of them. "
            "This does not change the cost."
        )
    ]


def test_starts_of_which_each_costs_the_same_range_are_still_not_known() -> None:
    case = evolve(_starting(date(2026, 3, 2), date(2026, 3, 8), weeks=Span(5, 6)))

    assert "start-range" in codes(answer(case))[1]


def test_a_start_may_put_care_in_one_plan_year_or_in_two() -> None:
    found = answer(_starting(date(2026, 11, 16), date(2026, 12, 21)))
    low, high = found.completions

    # All 18 days in the plan year, or two deductibles of 500.
    assert (ends(found.to_pay), found.bounds) == (("1,480.00", "1,880.00"), Bounds.EXACT)
    assert codes(found) == (["same-plan-goes-on"], ["start-range", _IN_YEAR, _ACROSS])
    assert low.values == {"episode.start": date(2026, 11, 16)}
    assert high.values == {"episode.start": date(2026, 11, 24)}


def test_each_end_is_what_care_costs_from_the_start_that_is_shown() -> None:
    case = _starting(date(2026, 11, 16), date(2026, 12, 21), weeks=Span(5, 6))
    found = answer(case)
    shown = [answer(with_values(case, end.values)).to_pay for end in found.completions]

    assert [ends(each) for each in shown] == [("1,300.00",) * 2, ("1,880.00",) * 2]
    assert ends(found.to_pay) == ("1,300.00", "1,880.00")


@pytest.mark.parametrize(
    ("first", "last", "sides"),
    [
        (date(2026, 11, 16), date(2026, 12, 1), [_IN_YEAR, _ACROSS]),
        (date(2026, 12, 28), date(2027, 1, 4), [_ACROSS, _LATER]),
        (date(2026, 11, 16), date(2027, 1, 4), [_IN_YEAR, _ACROSS, _LATER]),
    ],
)
def test_the_sides_of_the_plan_year_that_are_possible_are_named(
    first: date, last: date, sides: list[str]
) -> None:
    unknown = codes(answer(_starting(first, last)))[1]

    assert [code for code in unknown if code.startswith("start-")] == ["start-range", *sides]


def test_a_start_of_one_day_told_as_a_range_is_that_day() -> None:
    found = answer(_starting(MONDAY, MONDAY))

    assert (ends(found.to_pay), codes(found)) == (("1,480.00", "1,480.00"), ([], []))


def test_starts_that_lead_to_the_same_days_are_one_way() -> None:
    found = answer(_starting(MONDAY - timedelta(days=2), MONDAY))

    assert (ends(found.to_pay), found.bounds) == (("1,480.00", "1,480.00"), Bounds.EXACT)
    assert [dict(end.values) for end in found.completions] == [
        {"episode.start": MONDAY - timedelta(days=2)}
    ] * 2


def test_a_start_may_cost_more_although_fewer_days_are_attended() -> None:
    travel = Travel(miles=Decimal(0), minutes=0, fares=dollars("3"), parking=ZERO)
    closed = tuple(date(2026, 12, 21) + timedelta(days=place) for place in range(14))
    case = having(travel=travel, closed_days=closed)
    starts = (date(2026, 10, 5), date(2026, 12, 5))
    early, late = (answer(evolve(case, episode=_from(case, each))) for each in starts)
    found = answer(evolve(case, episode=_from(case, Span(*starts))))

    assert [ends(each.to_pay)[0] for each in (early, late)] == ["1,534.00", "1,556.00"]
    assert ends(found.to_pay)[1] == "1,556.00"
    assert [ends(line.amount)[1] for line in found.lines] == ["1,520.00", "36.00", "0.00"]
    assert found.bounds is Bounds.EXACT


def test_a_line_tells_the_most_that_it_comes_to_where_another_has_no_end() -> None:
    screen = Price(service=Service.DRUG_SCREEN, unit=Unit.EACH, amount=Span.exactly(dollars("25")))
    across = _starting(date(2026, 11, 2), date(2026, 12, 14), weeks=6)
    found = answer(across)
    screened = answer(evolve(across, program=running(fees=(screen,)).program))

    assert screened.to_pay.high is None
    assert screened.lines[0].amount == found.lines[0].amount


def _from(case: Case, start: date | Span[date]) -> Episode:
    return evolve(case.episode or Episode(), start=start)


def test_what_has_been_used_belongs_to_the_year_in_which_the_case_is_told() -> None:
    case = evolve(MEDICARE, on=date(2025, 12, 20))
    found = answer(evolve(case, episode=_from(case, date(2026, 1, 5))), _PUBLISHED)

    # Of 2026 it is not known what has been used before 5 January, and no case can tell it.
    assert "deductible-used-not-told" in codes(found)[1]
    assert found.bounds is Bounds.OUTER


def test_more_than_a_year_of_starts_is_refused() -> None:
    last = date(2027, 3, 3)
    assert answer(_starting(MONDAY, last - timedelta(days=1))).to_pay.low == ZERO

    with pytest.raises(InvalidValue) as refused:
        answer(_starting(MONDAY, last))

    assert str(refused.value) == "start: expected a range of at most 366 days"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (Span(MONDAY, None), ["start-half-told", "later-start-across-plan-years"]),
        (Span(None, MONDAY), ["start-half-told"]),
        (Span(None, None), ["start-not-told", "later-start-across-plan-years"]),
    ],
)
def test_a_range_of_starts_without_an_end_is_an_assumption(
    start: Span[date], expected: list[str]
) -> None:
    found = answer(having(start=start))

    assert (ends(found.to_pay), codes(found)[0]) == (("1,480.00", "1,480.00"), expected)


def test_what_would_change_the_cost_most_names_the_start() -> None:
    case = _starting(date(2026, 11, 16), date(2026, 12, 21))
    (found,) = what_narrows(case, _PUBLISHED, on=MONDAY)

    assert found.path == "episode.start"
    assert found.width == dollars("0")


_ACROSS_LATER = (
    "Care that starts after 2026-11-20 may have days in a new plan year, in which deductible and "
    "limit begin anew."
)
_IN_LATER = (
    "Care that starts on 2027-01-01 or later falls in a new plan year, in which deductible and "
    "limit begin anew."
)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (MONDAY, _ACROSS_LATER),
        (date(2026, 11, 20), _ACROSS_LATER),
        (date(2026, 11, 21), _IN_LATER),
    ],
)
def test_without_a_start_it_is_said_from_when_on_a_new_plan_year_counts(
    on: date, expected: str
) -> None:
    found = estimate(having(start=None), _PUBLISHED, on=on)

    assert expected in [note.text.en for note in found.assumptions]


@pytest.mark.parametrize(
    "case", [having(), evolve(having(start=None), health_plan=UNINSURED), Case()]
)
def test_nothing_is_said_of_a_new_plan_year_where_it_cannot_matter(case: Case) -> None:
    told = codes(answer(case))[0]

    assert not [code for code in told if code.startswith("later-start")]


def test_a_range_of_starts_is_read_and_written() -> None:
    case = _starting(MONDAY, date(2026, 3, 9))
    told = dump(case)

    assert "  start:\n    low: '2026-03-02'\n    high: '2026-03-09'\n" in told
    assert read(Case, told) == case


def test_the_days_of_care_are_those_of_one_start() -> None:
    found = care_days(_starting(MONDAY, MONDAY + timedelta(days=1)), _PUBLISHED, on=MONDAY)

    assert found.shortest[0].on == MONDAY
    assert [note.code for note in found.unknowns] == ["start-range"]


def test_a_plan_year_that_one_of_the_starts_leaves_is_found() -> None:
    found = plan_findings(
        PLAN,
        _PUBLISHED,
        on=MONDAY,
        episode=Episode(start=Span(date(2026, 3, 2), date(2026, 12, 1)), weeks=6),
    )

    assert "plan-year-episode" in [problem.code for problem in found]
