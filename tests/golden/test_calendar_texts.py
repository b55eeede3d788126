"""Calendars of reviews and of approved units in words, whole; `make golden` rewrites them."""

import os
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import evolve

from iopkit import Period, RuleSet, Span, Text
from iopkit.eligibility import (
    ApprovedUnits,
    LeadTime,
    authorization_runway,
    certification_calendar,
)
from iopkit.facts import FACTS
from iopkit.law import Review
from iopkit.model import Schedule, Session
from iopkit.report import Line
from iopkit.report.calendars import calendar_lines, runway_lines
from iopkit.rules import Clause, Compare, Operator
from iopkit.vocabulary import BillingUnit, RuleSubject, Weekday

GOLDEN = Path(__file__).parent / "calendars"
START = date(2026, 3, 2)
RULES = RuleSet(
    id="test/recertification",
    version="2024-01-01",
    title=Text("An example: recertification", "Un ejemplo: recertificación"),
    authority=Text("Nobody", "Nadie"),
    jurisdiction="us",
    subject=RuleSubject.CERTIFICATION,
    care_level=None,
    in_force=Period(date(2024, 1, 1)),
    clauses=(
        Clause(
            "stable",
            Text("Stable", "Estable"),
            Compare(FACTS["person.is-medically-stable"], Operator.EQUAL, bound=True),
            "example",
        ),
    ),
    reviews=(
        Review(
            id="recertification",
            label=Text("The need is certified again", "Se certifica de nuevo la necesidad"),
            source="example",
            section="(d)(3)",
            first_by_day=18,
            every_days=30,
        ),
        Review(
            id="plan",
            label=Text("The plan is reviewed", "Se revisa el plan"),
            source="example",
            section="section 7",
            every_days=60,
        ),
    ),
    limitations=(Text("The figures are invented.", "Las cifras son inventadas."),),
)
UNITS = ApprovedUnits(units=20, unit=BillingUnit.DAY, start=START)
THREE_DAYS = Schedule(days_per_week=Span.exactly(3))
MON_WED = Schedule(sessions=(Session(days=(Weekday.MONDAY, Weekday.WEDNESDAY), clock_minutes=180),))


def _calendar(lang: str) -> Iterable[Line]:
    done = {"recertification": [date(2026, 3, 19), date(2026, 4, 19), date(2026, 5, 29)]}
    found = certification_calendar(RULES, START, until=timedelta(weeks=18), done=done)
    return calendar_lines(found, lang, lambda source: f"Cited {source}")


def _range(lang: str) -> Iterable[Line]:
    lead = LeadTime(days=5, in_business_days=True)
    return runway_lines(authorization_runway(UNITS, THREE_DAYS, lead=lead), lang)


def _exact(lang: str) -> Iterable[Line]:
    hours = evolve(UNITS, unit=BillingUnit.HOUR, counts_breaks=True)
    lead = LeadTime(days=30, in_business_days=False)
    return runway_lines(authorization_runway(hours, MON_WED, lead=lead), lang)


def _text(lines: Iterable[Line]) -> str:
    return "".join(f"{line.text.rstrip()}\n" for line in lines)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(
    ("name", "write"), [("reviews", _calendar), ("range-of-days", _range), ("exact-hours", _exact)]
)
def test_the_whole_text(name: str, write: Callable[[str], Iterable[Line]], lang: str) -> None:
    path = GOLDEN / f"{name}.{lang}.txt"
    seen = _text(write(lang))
    if os.environ.get("IOPKIT_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(seen, encoding="utf-8")

    assert seen == path.read_text(encoding="utf-8")
    assert [line for line in seen.splitlines() if len(line) > 80] == []


def test_without_a_due_day_it_says_so() -> None:
    found = certification_calendar(RULES, START, until=START)

    assert "No review is due in this time." in _text(calendar_lines(found, "en", str))
    assert "Next due day: 2026-03-19 (recertification)." in _text(calendar_lines(found, "en", str))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "done 2026-03-05, too early to count"),
        ("es", "hecha el 2026-03-05, demasiado pronto: no cuenta"),
    ],
)
def test_a_review_that_came_too_early_is_said_to(lang: str, said: str) -> None:
    done = {"recertification": [date(2026, 3, 5)]}

    found = certification_calendar(RULES, START, done=done, opens_days_before=3)

    cells = [line[30:54].strip() for line in _text(calendar_lines(found, lang, str)).splitlines()]
    assert said in " ".join(cells)


def test_when_all_is_done_it_says_so() -> None:
    once = evolve(RULES, reviews=(evolve(RULES.reviews[0], every_days=None),))

    found = certification_calendar(once, START, done=[START])

    assert "No further review is due." in _text(calendar_lines(found, "en", str))


@pytest.mark.parametrize(("done", "says_so"), [((9,), False), ((9, 21), True)])
def test_a_review_that_nobody_asked_for_is_named(done: tuple[int, ...], says_so: bool) -> None:
    once = evolve(RULES, reviews=(evolve(RULES.reviews[0], every_days=None),))

    found = certification_calendar(once, START, done=[date(2026, 3, day) for day in done])

    said = "Not counted, since no review was asked for then: 2026-03-21."
    assert (said in _text(calendar_lines(found, "en", str))) is says_so


@pytest.mark.parametrize(
    ("approved", "schedule", "said"),
    [
        (
            evolve(UNITS, unit=BillingUnit.HOUR, units=2, counts_breaks=True),
            MON_WED,
            "The units do not cover even the first day.",
        ),
        (
            evolve(UNITS, through=date(2026, 3, 9)),
            MON_WED,
            "The approval ends before the units run out. Units left at the end: 17.",
        ),
        (
            evolve(UNITS, unit=BillingUnit.HOUR),
            THREE_DAYS,
            "First day not covered:     not known",
        ),
        (
            evolve(UNITS, unit=BillingUnit.SESSION),
            THREE_DAYS,
            "Last day covered:          2026-04-18 or earlier",
        ),
        (
            evolve(UNITS, unit=BillingUnit.HOUR),
            MON_WED,
            "Last day covered:          2026-03-18 or later",
        ),
        (
            evolve(UNITS, unit=BillingUnit.HOUR),
            MON_WED,
            "Days covered:              6 or more",
        ),
        (
            evolve(UNITS, unit=BillingUnit.SESSION),
            THREE_DAYS,
            "Days covered:              20 or less",
        ),
        (UNITS, MON_WED, "Ask for more by:           not known: nobody told how many days before"),
    ],
)
def test_what_is_not_known_or_left_over_is_said(
    approved: ApprovedUnits, schedule: Schedule, said: str
) -> None:
    found = authorization_runway(approved, schedule)

    assert said in " ".join(_text(runway_lines(found, "en")).split("\n"))


def test_where_units_may_last_on_nothing_is_said_of_the_end() -> None:
    found = authorization_runway(evolve(UNITS, unit=BillingUnit.HOUR), MON_WED)

    assert found.first_uncovered.high is None
    assert "at the end" not in _text(runway_lines(found, "en"))


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("schedule", [MON_WED, THREE_DAYS, Schedule()])
@pytest.mark.parametrize("unit", [BillingUnit.DAY, BillingUnit.HOUR, BillingUnit.QUARTER_HOUR])
def test_a_runway_fits_80_columns_where_little_is_told(
    unit: BillingUnit, schedule: Schedule, lang: str
) -> None:
    found = authorization_runway(evolve(UNITS, unit=unit), schedule)

    lines = _text(runway_lines(found, lang)).splitlines()

    assert [line for line in lines if len(line) > 80] == []
