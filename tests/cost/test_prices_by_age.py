"""Prices that hold at some ages, and a birthday that may fall before or within the care."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from tests.cost.example_case import (
    CASE,
    MONDAY,
    MORNINGS,
    PLAN,
    PUBLISHED,
    UNINSURED,
    answer,
    codes,
    dollars,
    ends,
    having,
)

from iopkit.cost import Bounds, Estimate, care_days
from iopkit.cost.completing import with_values
from iopkit.errors import InvalidValue
from iopkit.formats import dump, read
from iopkit.model.accumulators import NOTHING_USED
from iopkit.model.case import Case
from iopkit.model.courses import AttendanceRules
from iopkit.model.episode import Episode, NextBirthday
from iopkit.model.person import Person, Work
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule
from iopkit.model.second_coverage import SecondCoverage
from iopkit.values.periods import Period
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit
from iopkit.vocabulary.weekdays import Weekday

ASKED = date(2026, 1, 5)
"""The day for which the age is told: before the first day of care."""
_MINOR, _ADULT = Span[int](None, 17), Span[int](18, None)


def _price(amount: str, ages: Span[int] | None, service: Service = Service.IOP) -> Price:
    unit = Unit.DAY if service is Service.IOP else Unit.ONCE
    return Price(service=service, unit=unit, amount=Span.exactly(dollars(amount)), ages=ages)


_BY_AGE = (_price("100", _MINOR), _price("300", _ADULT))


def _aged(
    age: int | None, *prices: Price, birthday: NextBirthday | None = None, weeks: int = 2
) -> Case:
    """Return six days without a plan, for somebody who was so old when the case was told."""
    episode = having(weeks=weeks, next_birthday=birthday).episode
    return evolve(
        CASE,
        on=ASKED,
        person=Person(age=age, work=Work(hours=())),
        health_plan=UNINSURED,
        episode=episode,
        prices=PriceList(charges=prices or _BY_AGE),
    )


def test_an_age_that_leads_to_the_same_cost_is_assumed_not_to_matter() -> None:
    same = (_price("100", _MINOR), _price("100", _ADULT))
    assumed, unknown = codes(answer(_aged(None, *same)))

    assert (unknown, [code for code in assumed if "age" in code]) == ([], ["age-not-told"])


def _shown(case: Case, found: Estimate) -> list[tuple[str, str]]:
    return [ends(answer(with_values(case, end.values)).to_pay) for end in found.completions]


@pytest.mark.parametrize(
    ("age", "expected"),
    [(0, "600.00"), (16, "600.00"), (18, "1,800.00"), (64, "1,800.00"), (90, "1,800.00")],
)
def test_an_age_on_one_side_of_a_threshold_before_and_after_a_birthday_has_one_price(
    age: int, expected: str
) -> None:
    found = answer(_aged(age))

    assert (ends(found.to_pay), found.bounds) == ((expected, expected), Bounds.EXACT)
    assert codes(found) == ([], [])


def test_a_birthday_that_is_not_told_may_fall_before_care_or_after_it() -> None:
    case = _aged(17)
    found = answer(case)
    low, high = found.completions

    assert (ends(found.to_pay), found.bounds) == (("600.00", "1,800.00"), Bounds.EXACT)
    assert codes(found)[1] == ["birthday-not-told"]
    assert (low.values, high.values) == (
        {"episode.next_birthday": _AFTER},
        {"episode.next_birthday": _BEFORE},
    )
    assert _shown(case, found) == [("600.00", "600.00"), ("1,800.00", "1,800.00")]


_BEFORE, _AFTER = NextBirthday.BEFORE_CARE, NextBirthday.AFTER_CARE


@pytest.mark.parametrize(
    ("birthday", "expected", "bounds", "unknown"),
    [
        (_BEFORE, ("1,800.00", "1,800.00"), Bounds.EXACT, []),
        (_AFTER, ("600.00", "600.00"), Bounds.EXACT, []),
        # On the second day of care at the earliest, on the sixth and last at the latest.
        (
            NextBirthday.DURING_CARE,
            ("800.00", "1,600.00"),
            Bounds.OUTER,
            ["birthday-during-care"],
        ),
    ],
)
def test_a_birthday_is_told_by_where_it_stands_to_care(
    birthday: NextBirthday, expected: tuple[str, str], bounds: Bounds, unknown: list[str]
) -> None:
    found = answer(_aged(17, birthday=birthday))

    assert (ends(found.to_pay), found.bounds, codes(found)[1]) == (expected, bounds, unknown)


def test_on_the_day_for_which_the_age_is_told_it_is_that_age() -> None:
    found = answer(evolve(_aged(17), on=MONDAY))

    # The first day of care is that day: five days at most may come after the birthday.
    assert (ends(found.to_pay), found.bounds) == (("600.00", "1,600.00"), Bounds.OUTER)


def test_where_every_birthday_costs_the_same_one_that_can_be_told_is_shown() -> None:
    case = _aged(17, _price("100", _MINOR), _price("100", _ADULT))
    found = answer(evolve(case, on=MONDAY))

    assert (ends(found.to_pay), found.bounds) == (("600.00", "600.00"), Bounds.EXACT)
    assert found.completions[0].values == {"episode.next_birthday": _AFTER}


def test_on_days_before_the_one_for_which_the_age_is_told_it_may_be_a_year_less() -> None:
    found = answer(evolve(_aged(18), on=date(2026, 4, 1)))

    assert ends(found.to_pay) == ("600.00", "1,800.00")


def test_an_age_that_is_not_told_may_be_any() -> None:
    case = _aged(None)
    found = answer(case)

    assert (ends(found.to_pay), codes(found)[1]) == (("600.00", "1,800.00"), ["age-not-told"])
    assert found.bounds is Bounds.EXACT
    assert _shown(case, found) == [("600.00", "600.00"), ("1,800.00", "1,800.00")]


def test_lines_of_one_estimate_share_one_birthday() -> None:
    intake = (
        _price("900", _MINOR, Service.INTAKE),
        _price("50", _ADULT, Service.INTAKE),
    )
    case = _aged(17, *_BY_AGE, *intake)
    found = answer(case)

    # 600 and 900 at 17; 1,800 and 50 at 18; or an intake at 17 before five days at 18.
    assert ends(found.to_pay) == ("1,500.00", "2,500.00")
    assert [ends(line.amount) for line in found.lines[:2]] == [
        ("600.00", "1,600.00"),
        ("900.00", "900.00"),
    ]
    # The highest is owed where the birthday falls between the first two days, which none can tell.
    assert found.bounds is Bounds.OUTER


def test_drug_screens_cost_what_they_do_at_the_age_on_their_day() -> None:
    screens = tuple(
        evolve(price, unit=Unit.EACH)
        for price in (
            _price("10", _MINOR, Service.DRUG_SCREEN),
            _price("30", _ADULT, Service.DRUG_SCREEN),
        )
    )
    case = _aged(17, _price("100", None), *screens, birthday=NextBirthday.DURING_CARE)
    rules = AttendanceRules(drug_screens=Span.exactly(2))
    program = evolve(CASE.program or Program(id="x"), attendance=rules)
    found = answer(evolve(case, program=program))

    # On the first and on the fourth of six days, the first of them always at 17.
    assert ends(found.lines[1].amount) == ("20.00", "40.00")


def test_a_price_for_no_age_of_the_person_is_no_price() -> None:
    found = answer(_aged(30, _price("100", _MINOR)))

    assert (ends(found.to_pay), codes(found)[1]) == (("0.00", "None"), ["charge-not-known"])


def test_a_range_of_one_age_is_that_of_its_own_price() -> None:
    adult = evolve(_BY_AGE[1], amount=Span(dollars("300"), dollars("400")))
    case = _aged(30, _BY_AGE[0], adult)
    found = answer(case)

    assert (ends(found.to_pay), found.bounds) == (("1,800.00", "2,400.00"), Bounds.EXACT)
    assert _shown(case, found) == [("1,800.00", "1,800.00"), ("2,400.00", "2,400.00")]


def _dated(case: Case, birthday: date) -> Case:
    """Return the same prices as they are for somebody who turns 18 on a day."""
    held = (Period(date(2025, 1, 1), birthday), Period(birthday, date(2028, 1, 1)))
    told = case.prices or PriceList()
    by_day = [evolve(price, ages=None, period=held[price.ages == _ADULT]) for price in told.allowed]
    return evolve(case, prices=evolve(told, allowed=tuple(by_day)))


@pytest.mark.parametrize("makes_up", [True, False])
@pytest.mark.parametrize("amounts", [("200", "450"), ("450", "200"), ("90", "1200")])
def test_under_a_plan_every_birthday_lies_within_what_age_leaves_open(
    amounts: tuple[str, str], makes_up: bool
) -> None:
    prices = (_price(amounts[0], _MINOR), _price(amounts[1], _ADULT))
    course = having(
        start=date(2026, 12, 21), weeks=4, planned_absences=1, makes_up_missed_days=makes_up
    )
    case = evolve(
        course,
        on=date(2026, 12, 1),
        person=Person(age=17, work=Work(hours=())),
        prices=PriceList(allowed=prices),
    )
    found = answer(case)
    birthdays = [date(2026, 12, 2) + timedelta(days=place) for place in range(365)]
    each = [answer(_dated(case, birthday)).to_pay for birthday in birthdays[:90]]

    assert found.to_pay.low == min(one.low for one in each if one.low)
    assert found.to_pay.high == max(one.high for one in each if one.high)
    assert codes(found)[1] == ["birthday-not-told"]


def test_care_of_more_than_a_year_holds_a_birthday() -> None:
    case = _aged(16, weeks=60)
    found = answer(case)

    # From 5 January 2026 to April 2027 somebody of 16 turns 17 for certain, and perhaps 18.
    assert ends(found.to_pay)[0] == "18,000.00"
    assert found.to_pay.high is not None
    assert found.to_pay.high > dollars("18000")


def test_a_birthday_after_care_does_not_fit_care_that_lasts_for_more_than_a_year() -> None:
    with pytest.raises(InvalidValue) as refused:
        answer(_aged(16, birthday=_AFTER, weeks=70))

    assert str(refused.value) == (
        "next_birthday: expected one that fits the age and the days of care"
    )


def test_so_many_days_of_care_that_birthdays_cannot_be_counted_are_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        answer(_aged(None, weeks=300))

    assert str(refused.value) == "next_birthday: expected to be told for so many days of care"


def test_a_birthday_that_fits_some_starts_only_leaves_those() -> None:
    case = evolve(_aged(17, birthday=_BEFORE), on=MONDAY)
    later = MONDAY + timedelta(days=7)
    starts = evolve(case.episode or Episode(), start=Span(MONDAY, later))
    found = answer(evolve(case, episode=starts))

    # On the day for which the age is told it is 17: care cannot start then after the birthday.
    assert ends(found.to_pay) == ("1,800.00", "1,800.00")
    assert found.completions[0].values["episode.start"] > MONDAY  # type: ignore[operator]  # a day


def test_untold_weekdays_put_any_number_of_days_before_the_birthday() -> None:
    vague = evolve(CASE.program or Program(id="x"), schedule=Schedule(days_per_week=Span(3, 3)))
    found = answer(evolve(_aged(17), program=vague))

    assert ends(found.to_pay) == ("600.00", "1,800.00")


def test_what_a_second_plan_allows_may_depend_on_age_too() -> None:
    second = SecondCoverage(
        plan=evolve(PLAN, id="second"), used=NOTHING_USED, allowed=_BY_AGE, pays_first=False
    )
    case = evolve(CASE, on=ASKED, person=Person(age=17, work=Work(hours=())))
    found = answer(evolve(case, second_coverage=second))

    assert "birthday-not-told" in codes(found)[1]


def test_the_days_of_care_do_not_depend_on_age() -> None:
    found = care_days(_aged(17), PUBLISHED, on=MONDAY)

    assert (len(found.shortest), found.unknowns) == (6, ())


@pytest.mark.parametrize("ages", [Span(-1, 17), Span(18, 91)])
def test_ages_beyond_all_ages_are_refused(ages: Span[int]) -> None:
    with pytest.raises(InvalidValue) as refused:
        _price("100", ages)

    assert str(refused.value) == (
        "ages: expected whole years from 0 to 90, where 90 means 90 or older"
    )


def test_two_prices_of_one_service_at_one_age_are_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        PriceList(charges=(_price("100", Span(None, 18)), _price("300", Span(18, None))))

    assert str(refused.value) == (
        "charges: expected periods or ages that do not overlap; end one where the next begins"
    )


def test_prices_by_age_and_a_birthday_are_read_and_written() -> None:
    case = _aged(17, birthday=_BEFORE)

    assert "next_birthday: before-care" in dump(case)
    assert read(Case, dump(case)) == case


@pytest.mark.parametrize(
    ("birthday", "expected", "bounds"),
    [
        (NextBirthday.AFTER_CARE, ("100.00", "200.00"), Bounds.EXACT),
        # Nobody turns a year older between the first and the last of one day.
        (NextBirthday.DURING_CARE, ("100.00", "400.00"), Bounds.OUTER),
        (NextBirthday.BEFORE_CARE, ("300.00", "600.00"), Bounds.EXACT),
    ],
)
def test_an_end_without_the_days_that_a_told_birthday_needs_is_only_a_bound(
    birthday: NextBirthday, expected: tuple[str, str], bounds: Bounds
) -> None:
    told = _aged(17, birthday=birthday)
    mondays = evolve(MORNINGS, days=(Weekday.MONDAY,))
    episode = evolve(told.episode or Episode(), weeks=Span(1, 2))
    program = evolve(told.program or Program(id="x"), schedule=Schedule(sessions=(mondays,)))

    found = answer(evolve(told, episode=episode, program=program))

    assert (ends(found.to_pay), found.bounds) == (expected, bounds)
