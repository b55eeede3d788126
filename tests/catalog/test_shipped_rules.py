"""What authorities ask, by number, stated a second time and from when to when."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.catalog import shipped
from iopkit.errors import NotInForce
from iopkit.law.rulesets import RuleSet
from iopkit.rules.nodes import AtLeast, Clause, Compare, leaves_of
from iopkit.vocabulary.coverage import RuleSubject

AUTHORITIES = [
    "district-of-columbia-certification",
    "florida-licensing",
    "georgia-dui",
    "georgia-licensing",
    "illinois-human-services",
    "illinois-licensing",
    "indiana-medicaid",
    "kansas-licensing",
    "louisiana-licensing",
    "maryland-licensing",
    "maryland-medicaid",
    "massachusetts-licensing",
    "medicare",
    "michigan-medicaid",
    "minnesota",
    "montana-licensing",
    "new-jersey-intoxicated-driving",
    "new-jersey-licensing",
    "new-jersey-medicaid",
    "new-mexico-medicaid",
    "new-york-certification",
    "north-carolina-dwi",
    "north-carolina-medicaid",
    "north-dakota",
    "north-dakota-medicaid",
    "ohio",
    "ohio-medicaid",
    "oklahoma-medicaid",
    "colorado-licensing",
    "pennsylvania-licensing",
    "samhsa",
    "south-carolina-medicaid",
    "texas-insurance",
    "texas-licensing",
    "tricare",
    "us-medicaid-imd",
    "utah-licensing",
    "virginia-licensing",
    "virginia-medicaid",
    "washington",
    "wisconsin-certification",
]

ASKED = [
    ("medicare/iop", "2026-03-02", "weekly-hours", "at-least 540"),
    ("medicare/php", "2026-03-02", "weekly-hours", "at-least 1200"),
    ("medicare/otp-iop-week", "2026-03-02", "nine-services", "at-least 9"),
    ("medicare/iop-day", "2026-03-02", "three-services", "at-least 3"),
    ("medicare/iop-day", "2026-03-02", "four-services", "at-least 4"),
    ("medicare/iop-claim", "2026-03-02", "week-after-partial-hospitalization", "more-than 7"),
    ("tricare/iop-day", "2026-03-02", "two-hours", "at-least 120"),
    ("tricare/iop-day", "2026-03-02", "no-full-day", "less-than 360"),
    ("tricare/php-day", "2026-03-02", "six-hours", "at-least 360"),
    ("tricare/php-program", "2026-03-02", "weekly-family-therapy", "at-most 7"),
    ("samhsa/iop-advisory", "2026-03-02", "least-week", "at-least 360"),
    ("virginia-medicaid/iop", "2026-12-01", "adult-day", "at-most 17, at-least 180"),
    ("virginia-medicaid/iop", "2026-12-01", "shortest-day", "at-least 120"),
    ("virginia-medicaid/php", "2026-12-01", "daily-hours", "at-least 300"),
    ("virginia-licensing/iop", "2026-03-02", "daily-hours", "at-least 180"),
    ("virginia-licensing/iop", "2026-03-02", "least-week", "at-least 540"),
    ("north-carolina-medicaid/saiop", "2025-12-31", "days-without-service", "at-most 2"),
    ("north-carolina-medicaid/saiop", "2026-01-01", "least-week", "at-least 360"),
    ("north-carolina-medicaid/sacot", "2026-01-01", "weekly-hours", "at-least 1200"),
    ("ohio-medicaid/outpatient", "2026-03-02", "below-nine-hours", "less-than 540"),
    ("new-jersey-licensing/outpatient", "2026-03-02", "patients-per-counselor", "at-most 35"),
    ("new-jersey-licensing/iop", "2026-03-02", "patients-per-counselor", "at-most 24"),
    ("new-jersey-licensing/php", "2026-03-02", "patients-per-counselor", "at-most 12"),
    ("washington/deferred-prosecution-iop", "2025-12-31", "course-hours", "at-least 4320"),
    ("washington/deferred-prosecution-iop", "2025-12-31", "length", "at-most 84"),
    ("florida-licensing/day-treatment", "2026-03-02", "weekly-hours", "at-least 720"),
    ("pennsylvania-licensing/youth-php", "2026-03-02", "capacity", "at-least 10"),
    ("north-dakota/php-adult", "2026-12-01", "two-of-five", "2 of 5"),
    ("north-dakota/php-adolescent", "2026-03-02", "two-of-five", "2 of 5"),
    ("minnesota/rule-25", "2022-06-30", "risk", "at-least 2, at-least 2, at-least 2"),
    ("massachusetts-licensing/adolescent-program", "2026-12-01", "youngest", "at-least 13"),
    ("massachusetts-licensing/adolescent-program", "2026-12-01", "oldest", "at-most 17"),
    ("michigan-medicaid/php", "2026-03-02", "weekly-days", "at-least 5"),
    ("maryland-licensing/iop", "2026-12-01", "most-week", "at-most 1200"),
    ("us-medicaid-imd/outpatient", "2023-09-30", "below-nine-hours", "less-than 540"),
    ("us-medicaid-imd/iop", "2023-09-30", "least-week", "at-least 360"),
    ("us-medicaid-imd/php", "2023-09-30", "weekly-hours", "at-least 1200"),
    ("illinois-licensing/iop", "2026-03-02", "youngest", "at-least 12"),
    ("louisiana-licensing/iop", "2026-03-02", "plan-review", "at-most 30"),
    ("wisconsin-certification/php", "2026-03-02", "adult-hours", "at-most 17, at-least 900"),
    ("wisconsin-certification/php", "2026-03-02", "minor-hours", "at-least 18, at-least 720"),
    ("montana-licensing/eating-disorder-iop", "2026-03-02", "meal-support", "at-least 1"),
    ("texas-licensing/adolescent-day-treatment", "2026-03-02", "weekly-hours", "at-least 900"),
    ("utah-licensing/outpatient", "2026-03-02", "most-week", "at-most 1140"),
    ("new-mexico-medicaid/iop", "2026-12-01", "group-size", "at-most 15"),
    ("indiana-medicaid/iop-program", "2026-12-01", "weekly-days", "at-least 3"),
    ("kansas-licensing/iop", "2026-12-01", "minor-hours", "at-least 18, at-least 360"),
    ("colorado-licensing/iop", "2026-03-02", "group-size", "at-most 12"),
    ("new-mexico-medicaid/mental-health-iop", "2026-12-01", "group-size", "at-most 15"),
    ("georgia-dui/treatment", "2026-03-02", "weekly-hours", "at-least 180"),
    ("georgia-dui/treatment", "2026-03-02", "longest-course", "at-most 52"),
    ("georgia-licensing/intensive-residential", "2026-03-02", "daily-hours", "at-least 480"),
    ("maryland-medicaid/low-intensity-residential", "2026-03-02", "weekly-hours", "at-least 300"),
    ("maryland-medicaid/medium-intensity-residential", "2026-03-02", "least-week", "at-least 1200"),
    ("maryland-medicaid/medium-intensity-residential", "2026-03-02", "most-week", "at-most 2100"),
    ("maryland-medicaid/high-intensity-residential", "2026-03-02", "weekly-hours", "at-least 2160"),
    ("new-jersey-licensing/adolescent-program", "2026-03-02", "youngest", "at-least 11"),
    ("new-jersey-licensing/adolescent-program", "2026-03-02", "oldest", "at-most 17"),
    ("new-jersey-intoxicated-driving/outpatient", "2026-03-02", "length", "at-least 16"),
    ("new-york-certification/intensive-residential", "2026-03-02", "weekly-hours", "at-least 2400"),
    ("district-of-columbia-certification/outpatient", "2026-03-02", "most-week", "at-most 480"),
    (
        "district-of-columbia-certification/medium-intensity-residential",
        "2026-03-02",
        "weekly-hours",
        "at-least 1200",
    ),
    ("medicare/php-day", "2026-03-02", "three-services", "at-least 3"),
    ("samhsa/tip-47", "2026-03-02", "least-week", "at-least 360"),
    ("samhsa/tip-47", "2026-03-02", "most-week", "at-most 1800"),
    ("samhsa/tip-47", "2026-03-02", "length", "at-least 90"),
    ("us-medicaid-imd/low-intensity-residential", "2023-09-30", "weekly-hours", "at-least 300"),
    (
        "north-dakota/low-intensity-residential-adolescent-program",
        "2026-03-02",
        "weekly-hours",
        "at-least 300",
    ),
    ("texas-licensing/intensive-residential", "2026-12-01", "weekly-hours", "at-least 1800"),
    ("texas-licensing/supportive-residential", "2026-12-01", "weekly-hours", "at-least 360"),
    ("virginia-medicaid/low-intensity-residential", "2026-12-01", "weekly-hours", "at-least 300"),
    ("oklahoma-medicaid/low-intensity-residential", "2026-03-02", "weekly-hours", "at-least 300"),
    ("oklahoma-medicaid/adult", "2026-03-02", "adult", "at-least 21"),
    ("pennsylvania-licensing/residential-staff", "2026-03-02", "caseload", "at-most 8"),
    ("pennsylvania-licensing/inpatient-staff", "2026-03-02", "caseload", "at-most 7"),
    ("washington/deferred-prosecution-course", "2025-12-31", "two-years", "at-least 104"),
    ("washington/deferred-prosecution-course", "2025-12-31", "weekly-care", "at-least 26"),
    ("washington/deferred-prosecution-course", "2025-12-31", "monthly-contact", "at-most 31"),
]


def version_on(wanted: str, day: str) -> RuleSet:
    return shipped().rules(wanted, on=date.fromisoformat(day))


def numbers_of(clause: Clause) -> str:
    if isinstance(clause.rule, AtLeast):
        return f"{clause.rule.count} of {len(clause.rule.parts)}"
    leaves = [leaf for leaf in leaves_of(clause) if isinstance(leaf, Compare)]
    found = [leaf for leaf in leaves if not isinstance(leaf.bound, bool)]
    return ", ".join(f"{leaf.operator.value} {leaf.bound}" for leaf in found)


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_the_law_of_an_authority_that_was_read_ships(authority: str) -> None:
    ids = shipped().index.ids("rules")

    assert [one for one in ids if one.startswith(f"{authority}/")]


@pytest.mark.parametrize(("wanted", "day", "clause", "numbers"), ASKED)
def test_a_clause_asks_the_number_that_was_read(
    wanted: str, day: str, clause: str, numbers: str
) -> None:
    rules = version_on(wanted, day)
    [found] = [one for one in (*rules.clauses, *rules.advisories) if one.id == clause]

    assert numbers_of(found) == numbers


@pytest.mark.parametrize(
    ("wanted", "first_by_day", "every_days"),
    [
        ("medicare/iop-recertification", None, 60),
        ("medicare/php-recertification", 18, 30),
        ("south-carolina-medicaid/iop", 30, None),
        ("south-carolina-medicaid/php", 30, None),
    ],
)
def test_a_review_is_due_as_was_read(
    wanted: str, first_by_day: int | None, every_days: int | None
) -> None:
    [review] = version_on(wanted, "2026-03-02").reviews

    assert (review.first_by_day, review.every_days) == (first_by_day, every_days)


@pytest.mark.parametrize(
    ("wanted", "periods"),
    [
        ("minnesota/rule-25", ("2020-10-01..2022-07-01",)),
        ("north-carolina-medicaid/saiop", ("2023-04-27..2026-01-01", "2026-01-01..open")),
        ("us-medicaid-imd/iop", ("2019-10-01..2023-10-01",)),
        ("texas-insurance/php-continued-stay", ("2024-04-05..2024-06-11",)),
        ("washington/deferred-prosecution-course", ("2018-04-01..2026-01-01",)),
        ("tricare/iop", ("2016-10-03..open",)),
        ("medicare/iop", ("2024-01-01..open",)),
    ],
)
def test_a_day_without_a_version_names_those_that_exist(
    wanted: str, periods: tuple[str, ...]
) -> None:
    with pytest.raises(NotInForce) as refused:
        version_on(wanted, "2000-01-01")

    assert refused.value.periods == periods


@pytest.mark.parametrize("subject", RuleSubject)
def test_the_rule_sets_of_a_subject_are_those_that_decide_it(subject: RuleSubject) -> None:
    day = date(2026, 11, 23)

    found = shipped().rule_sets(on=day, subjects=[subject])

    every = shipped().rule_sets(on=day)
    assert found == tuple(rules for rules in every if rules.subject is subject)
