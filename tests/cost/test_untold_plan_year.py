"""A plan year that is not told may begin anew on any day: each side of it is counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    MEDICARE,
    MONDAY,
    PLAN,
    UNINSURED,
    answer,
    benefiting,
    codes,
    dollars,
    ends,
    planned,
)

from iopkit.catalog import shipped
from iopkit.cost import Bounds, care_days, cost_timeline, what_narrows
from iopkit.cost.completing import with_values
from iopkit.model.accumulators import NOTHING_USED
from iopkit.model.case import Case
from iopkit.model.cost_shares import CostShare
from iopkit.model.episode import Episode
from iopkit.model.health_plan import HealthPlan
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.model.second_coverage import SecondCoverage
from iopkit.values.money import ZERO
from iopkit.values.periods import Period
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import Coverage, PayerKind
from iopkit.vocabulary.weekdays import Weekday

_PUBLISHED = shipped().amounts
_YEAR = "health_plan.plan_year"
_NOT_TOLD, _BEFORE = "plan-year-not-told", "plan-year-before-care"
_SETTLED = (
    "The plan year is not known; a new one, in which deductible and limit begin anew, may begin on "
    "any day of care: each is counted. This does not change the cost."
)
UNTOLD = planned(plan_year=None)
_NEAR = date(2026, 3, 4)
_LATER = date(2026, 3, 9)
_ONE_DAY = Program(id="day", schedule=Schedule(sessions=(Session(days=(Weekday.MONDAY,)),)))


def _using(case: Case, **used: object) -> Case:
    return evolve(case, used=evolve(NOTHING_USED, **used))  # type: ignore[arg-type]  # rows name the fields


def _met(case: Case) -> Case:
    """Return a case in which the deductible has been met."""
    return _using(case, deductible_used=dollars("500"))


def _untold(case: Case) -> Case:
    return evolve(case, health_plan=evolve(case.health_plan or PLAN, plan_year=None))


def _lasting(case: Case, **changes: object) -> Case:
    return evolve(case, episode=evolve(case.episode or Episode(), **changes))  # type: ignore[arg-type]  # rows name the fields


_LIMITED = _untold(benefiting(visit_limit=6, has_visit_limit=True))
_VAGUE = evolve(UNTOLD, program=Program(id="days", schedule=Schedule(days_per_week=Span(3, 3))))
_LONG = _lasting(UNTOLD, weeks=60)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        # One deductible of 500, or two of them.
        (UNTOLD, ("1,480.00", "1,880.00")),
        # A new year asks for a deductible that the old one had met.
        (_met(UNTOLD), ("1,080.00", "1,480.00")),
        # The limit is near, so that a later new year costs less, and an early one more.
        (
            _using(UNTOLD, deductible_used=dollars("500"), limit_used=dollars("4940")),
            ("60.00", "1,480.00"),
        ),
        # Of 18 visits six are paid, or six in each of two years.
        (_LIMITED, ("3,320.00", "4,360.00")),
        (_using(_LIMITED, visits_used=6), ("4,360.00", "5,400.00")),
        (_lasting(UNTOLD, weeks=Span(5, 6)), ("1,300.00", "1,880.00")),
        (_lasting(UNTOLD, start=Span(MONDAY, _NEAR)), ("1,480.00", "1,880.00")),
        (_VAGUE, ("1,480.00", "1,880.00")),
        # Of 180 days in more than a year, the limit of 5,000 is reached once or twice.
        (_LONG, ("6,780.00", "10,000.00")),
    ],
)
def test_an_untold_plan_year_costs_what_one_may_cost_and_both_ends_are_reached(
    case: Case, expected: tuple[str, str]
) -> None:
    found = answer(case)
    reached = [answer(with_values(case, end.values)) for end in found.completions]

    assert (ends(found.to_pay), found.bounds) == (expected, Bounds.EXACT)
    assert _NOT_TOLD in codes(found)[1]
    assert all(isinstance(end.values[_YEAR], Period) for end in found.completions)
    assert [str(each.to_pay.value) for each in reached] == list(expected)


def test_days_that_may_be_missed_are_missed_on_either_side_of_a_new_year() -> None:
    case = _lasting(UNTOLD, planned_absences=1, makes_up_missed_days=False)
    found = answer(case)
    reached = [answer(with_values(case, end.values)).to_pay for end in found.completions]

    assert (ends(found.to_pay), found.bounds) == (("1,420.00", "1,820.00"), Bounds.EXACT)
    assert [ends(each) for each in reached] == [("1,420.00",) * 2, ("1,820.00",) * 2]


def test_a_course_of_which_every_day_is_missed_costs_nothing_in_any_year() -> None:
    found = answer(_lasting(UNTOLD, weeks=1, planned_absences=3, makes_up_missed_days=False))

    assert (ends(found.to_pay), found.unknowns) == (("0.00", "0.00"), ())


def test_the_answer_shows_the_plan_year_that_leads_to_each_end() -> None:
    low, high = answer(UNTOLD).completions

    assert low.values == {_YEAR: Period(MONDAY, date(2027, 3, 2))}
    # The last two of 18 days begin a year, and meet its deductible.
    assert high.values == {_YEAR: Period(date(2025, 4, 8), date(2026, 4, 8))}


_COPAY = CostShare(deductible_applies=False, copay=dollars("40"))


@pytest.mark.parametrize(
    "case",
    [
        # A limit of 5,000 that no part of the course reaches.
        planned(deductible=ZERO, plan_year=None),
        _untold(benefiting(cost_share=_COPAY)),
        # On one day there is no side to be on.
        _lasting(evolve(UNTOLD, program=_ONE_DAY), weeks=1),
        _lasting(planned(deductible=ZERO, plan_year=None), start=Span(MONDAY, _NEAR)),
    ],
)
def test_where_each_side_costs_the_same_it_is_assumed_not_to_matter(case: Case) -> None:
    found = answer(case)

    assert (ends(found.to_pay)[0], found.bounds) == (ends(found.to_pay)[1], Bounds.EXACT)
    assert found.unknowns == ()
    assert [each.text.en for each in found.assumptions if each.code == _NOT_TOLD] == [_SETTLED]


def test_a_plan_year_that_changes_nothing_is_settled_although_other_things_are_not() -> None:
    case = planned(deductible=ZERO, plan_year=None)
    found = answer(_lasting(case, start=Span(MONDAY, _LATER), closed_days=(MONDAY,)))

    assert ends(found.to_pay) == ("1,020.00", "1,080.00")
    assert (_NOT_TOLD in codes(found)[0], codes(found)[1]) == (True, ["start-range"])


@pytest.mark.parametrize(
    "case",
    [
        CASE,
        evolve(CASE, health_plan=UNINSURED),
        Case(),
        MEDICARE,
        # Nothing is told that could begin anew.
        planned(
            deductible=None, out_of_pocket_limit=None, has_out_of_pocket_limit=None, plan_year=None
        ),
        planned(
            deductible=ZERO,
            out_of_pocket_limit=None,
            has_out_of_pocket_limit=False,
            plan_year=None,
        ),
        evolve(
            CASE,
            health_plan=HealthPlan(
                id="state", payer=PayerKind.MEDICAID, iop_coverage=Coverage.COVERED
            ),
        ),
    ],
)
def test_nothing_is_said_of_a_plan_year_that_is_known_or_in_which_nothing_renews(
    case: Case,
) -> None:
    found = answer(case, _PUBLISHED)

    assert not {_NOT_TOLD, _BEFORE}.intersection(*map(set, codes(found)))
    assert _YEAR not in {path for end in found.completions for path in end.values}


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        # All 500 were met by 20 February: of a year that began since, perhaps none or all again.
        (_met(UNTOLD), ("0.00", "1,480.00")),
        (UNTOLD, ("0.00", "1,880.00")),
        # A year may also begin in the first week of care, before the days that are attended.
        (_met(_VAGUE), ("0.00", "1,480.00")),
        # A course from Saturday on, with its first day on Monday.
        (_met(_lasting(UNTOLD, start=date(2026, 2, 28))), ("0.00", "1,480.00")),
    ],
)
def test_a_new_year_may_begin_between_the_day_of_the_case_and_care(
    case: Case, expected: tuple[str, str]
) -> None:
    case = evolve(case, on=date(2026, 2, 20))
    found = answer(case)
    starts = [date(2025, 2, 21) + timedelta(days=place) for place in range(0, 365, 3)]
    told = [answer(with_values(case, {_YEAR: _from(start)})).to_pay for start in starts]

    assert (ends(found.to_pay), found.bounds) == (expected, Bounds.OUTER)
    assert codes(found)[1][:2] == [_NOT_TOLD, _BEFORE]
    assert "deductible-used-not-told" in codes(found)[1]
    assert min(each.low for each in told if each.low) == found.to_pay.low
    assert max(each.high for each in told if each.high) == found.to_pay.high


def _from(start: date) -> Period:
    return Period(start, start.replace(year=start.year + 1))


def test_what_would_change_the_cost_most_names_the_plan_year() -> None:
    (found,) = what_narrows(UNTOLD, _PUBLISHED, on=MONDAY)

    assert (found.path, found.width) == (_YEAR, ZERO)


def test_a_deductible_is_met_again_in_the_new_year_of_the_high_end() -> None:
    found = cost_timeline(UNTOLD, _PUBLISHED, on=MONDAY)

    assert found.low is not None
    assert found.low.deductible_met_on == (date(2026, 3, 4),)
    assert found.high is not None
    assert found.high.deductible_met_on == (date(2026, 3, 4), date(2026, 4, 10))


def test_the_days_of_care_hang_on_no_plan_year() -> None:
    told, untold = (care_days(case, _PUBLISHED, on=MONDAY) for case in (CASE, UNTOLD))

    assert untold == told


def test_the_untold_year_of_a_second_plan_is_said_to_be_one() -> None:
    second = SecondCoverage(
        plan=evolve(PLAN, id="second", plan_year=None),
        used=NOTHING_USED,
        allowed=CASE.prices.allowed if CASE.prices else (),
        is_in_network=True,
        is_authorized=True,
        pays_first=False,
    )
    found = answer(evolve(CASE, second_coverage=second))

    assert [each.text for each in found.assumptions if each.code == "second-one-plan-year"] == [
        Text(
            "Second plan: All care falls in one plan year, because the plan year was not told.",
            "Segundo plan: Toda la atención cae en un mismo año del plan, porque no se indicó ese "
            "año.",
        )
    ]


@pytest.mark.parametrize("start", [date(1, 1, 3), date(2028, 2, 21), date(9999, 11, 1)])
def test_a_plan_year_may_begin_on_any_day_of_the_calendar(start: date) -> None:
    case = _lasting(UNTOLD, start=start, weeks=2)
    found = answer(case)
    reached = [ends(answer(with_values(case, end.values)).to_pay) for end in found.completions]

    assert ends(found.to_pay) == ("760.00", "1,160.00")
    assert reached == [("760.00",) * 2, ("1,160.00",) * 2]
