"""When reviews are due, from the first day of care on."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import pytest
from attrs import evolve

from iopkit import InvalidValue, NotInForce, Period, RuleSet, Text
from iopkit.eligibility import CertificationCalendar, certification_calendar
from iopkit.facts import FACTS
from iopkit.law import Review
from iopkit.rules import Clause, Compare, Operator
from iopkit.values import reveal
from iopkit.vocabulary import RuleSubject

START = date(2026, 3, 2)
IOP = Review(
    id="recertification",
    label=Text("Recertification", "Recertificación"),
    source="test",
    section="(d)(3)(ii)",
    every_days=60,
)
PHP = evolve(IOP, first_by_day=18, every_days=30)
STABLE = Compare(FACTS["person.is-medically-stable"], Operator.EQUAL, bound=True)
PLAN = Review(id="plan", label=Text("Plan", "Plan"), source="test", every_days=45)


def _rules(*reviews: Review, period: str = "2024-01-01..open") -> RuleSet:
    in_force = Period.parse(period)
    return RuleSet(
        id="test/recertification",
        version=in_force.start.isoformat(),
        title=Text("Test", "Prueba"),
        authority=Text("Test", "Prueba"),
        jurisdiction="us",
        subject=RuleSubject.CERTIFICATION,
        care_level=None,
        in_force=in_force,
        clauses=(Clause("one", Text("One", "Uno"), STABLE, "test"),),
        reviews=reviews,
    )


def _due(found: CertificationCalendar) -> list[int]:
    """Days from the start to each due day."""
    return [(due.due - START).days for due in found.due_days]


def _days(*numbers: int) -> list[date]:
    return [START + timedelta(number) for number in numbers]


@pytest.mark.parametrize(
    ("review", "weeks", "due"),
    [
        (IOP, 8, []),
        (IOP, 9, [60]),
        (IOP, 26, [60, 120, 180]),
        (PHP, 2, []),
        (PHP, 3, [17]),
        (PHP, 12, [17, 47, 77]),
        (evolve(PHP, every_days=None), 52, [17]),
        (evolve(IOP, every_days=1), 1, [1, 2, 3, 4, 5, 6]),
        (evolve(PHP, first_by_day=1), 1, [0]),
    ],
)
def test_each_due_day_counts_from_the_one_before(
    review: Review, weeks: int, due: list[int]
) -> None:
    found = certification_calendar(_rules(review), START, until=timedelta(weeks=weeks))

    assert _due(found) == due


def test_the_last_day_asked_for_is_part_of_the_calendar() -> None:
    rules = _rules(IOP)

    inside = certification_calendar(rules, START, until=date(2026, 5, 1))
    outside = certification_calendar(rules, START, until=date(2026, 4, 30))

    assert [due.due for due in inside.due_days] == [date(2026, 5, 1)]
    assert outside.due_days == ()
    assert outside.next_due is not None
    assert outside.next_due.due == date(2026, 5, 1)


def test_day_18_is_the_seventeenth_after_the_first() -> None:
    (due,) = certification_calendar(_rules(PHP), START).due_days

    assert (due.due, due.day_of_care, due.lapses_on) == (date(2026, 3, 19), 18, date(2026, 3, 20))


@pytest.mark.parametrize(
    ("done", "late", "lapses"),
    [(59, 0, None), (60, 0, None), (61, 1, date(2026, 5, 2)), (70, 10, date(2026, 5, 2))],
)
def test_day_60_is_on_time_and_day_61_late(done: int, late: int, lapses: date | None) -> None:
    first, _ = certification_calendar(_rules(IOP), START, done=_days(done)).due_days

    assert (first.days_late, first.lapses_on) == (late, lapses)


@pytest.mark.parametrize(
    ("done", "due"),
    [
        ([], [17]),
        ([10], [17, 40]),
        ([17], [17, 47]),
        ([20], [17, 50]),
        ([10, 12], [17, 40, 42]),
        ([0], [17, 30]),
    ],
)
def test_a_review_restarts_the_interval_whenever_it_is_done(
    done: list[int], due: list[int]
) -> None:
    found = certification_calendar(_rules(PHP), START, done=_days(*done))

    assert _due(found) == due
    assert [(each.done_on, each.counts_from) for each in found.due_days] == list(
        zip([*_days(*done), None], [START, *_days(*done)], strict=True)
    )
    assert found.next_due == found.due_days[-1]


def test_what_nobody_told_stays_unknown() -> None:
    (due,) = certification_calendar(_rules(IOP), START).due_days

    assert (due.earliest, due.done_on, due.days_late) == (None, None, None)


@pytest.mark.parametrize(("before", "earliest"), [(0, 60), (10, 50), (60, 0), (90, 0), (10**9, 0)])
def test_the_first_day_that_counts_is_as_told(before: int, earliest: int) -> None:
    (due,) = certification_calendar(_rules(IOP), START, opens_days_before=before).due_days

    assert [due.earliest] == _days(earliest)


def test_a_review_before_the_first_day_that_counts_does_not_count() -> None:
    done = _days(49, 55, 114)

    first, second = certification_calendar(
        _rules(IOP), START, done=done, opens_days_before=10
    ).due_days[:2]

    assert [first.done_on, second.done_on] == _days(55, 114)
    assert [first.too_early, second.too_early] == [tuple(_days(49)), ()]
    assert (first.days_late, first.lapses_on) == (0, None)


def test_a_review_that_only_came_too_early_is_still_due() -> None:
    found = certification_calendar(_rules(IOP), START, done=_days(20, 49), opens_days_before=10)

    (due,) = found.due_days
    assert found.next_due == due
    assert (due.done_on, due.days_late, due.too_early) == (None, None, tuple(_days(20, 49)))
    assert [due.lapses_on] == _days(61)


def test_a_review_that_nobody_asked_for_is_named_and_never_dropped() -> None:
    once = evolve(IOP, first_by_day=18, every_days=None)
    before, after = _rules(period="2024-01-01..2026-04-01"), _rules(IOP, period="2026-04-01..open")

    after_the_last = certification_calendar(_rules(once), START, done=_days(10, 40, 70))
    added_later = certification_calendar((before, after), START, done=_days(20, 49))

    assert after_the_last.not_asked == tuple(_days(40, 70))
    assert [due.done_on for due in after_the_last.due_days] == _days(10)
    assert added_later.not_asked == tuple(_days(20))
    assert [due.done_on for due in added_later.due_days] == [*_days(49), None]
    assert certification_calendar(_rules(IOP), START, done=_days(49)).not_asked == ()


def test_a_due_day_cites_its_review_and_its_version() -> None:
    (due,) = certification_calendar(_rules(IOP), START).due_days

    told = (due.review, due.label, due.source, due.section, due.version)
    assert told == (IOP.id, IOP.label, "test", "(d)(3)(ii)", "2024-01-01")


def test_several_reviews_each_have_their_own_clock() -> None:
    found = certification_calendar(
        _rules(IOP, PLAN), START, until=timedelta(weeks=14), done={"plan": _days(40)}
    )

    assert [(due.review, (due.due - START).days) for due in found.due_days] == [
        ("plan", 45),
        ("recertification", 60),
        ("plan", 85),
    ]
    assert found.next_due == found.due_days[1]


def test_a_single_review_that_is_done_leaves_nothing_due() -> None:
    once = evolve(PHP, every_days=None)

    found = certification_calendar(_rules(once), START, done=_days(3))

    assert found.next_due is None
    assert [due.lapses_on for due in found.due_days] == [None]


OLD = _rules(IOP, period="2024-01-01..2026-05-01")
NEW = _rules(evolve(IOP, every_days=30), period="2026-05-01..open")


@pytest.mark.parametrize(
    ("done", "due", "versions"),
    [
        ([], [60, 90, 120], ["2024-01-01", "2026-05-01", "2026-05-01"]),
        ([59], [60, 119], ["2024-01-01", "2024-01-01"]),
        ([60], [60, 90, 120], ["2024-01-01", "2026-05-01", "2026-05-01"]),
    ],
)
def test_an_interval_is_as_long_as_the_version_on_its_first_day_says(
    done: list[int], due: list[int], versions: list[str]
) -> None:
    # The new version is in force from day 60 after the start on.
    found = certification_calendar([NEW, OLD], START, until=_days(130)[0], done=_days(*done))

    assert _due(found) == due
    assert [each.version for each in found.due_days] == versions


def test_a_review_that_a_later_version_adds_counts_from_its_first_day() -> None:
    newer = evolve(NEW, reviews=(*NEW.reviews, evolve(PLAN, first_by_day=11)))

    found = certification_calendar([OLD, newer], START, until=_days(80)[0])

    assert [(due.review, (due.due - START).days) for due in found.due_days] == [
        ("recertification", 60),
        ("plan", 70),
    ]


def test_a_review_that_ended_before_care_starts_counts_from_its_return() -> None:
    ended = _rules(PLAN, period="2024-01-01..2026-03-02")
    without = _rules(IOP, period="2026-03-02..2026-05-01")
    again = _rules(IOP, PLAN, period="2026-05-01..open")

    found = certification_calendar([ended, without, again], START, until=_days(110)[0])

    assert [(due.due - START).days for due in found.due_days if due.review == "plan"] == [105]


def test_no_law_is_needed_for_the_time_after_the_last_day_asked_for() -> None:
    found = certification_calendar(OLD, START, until=date(2026, 5, 1))

    assert _due(found) == [60]


def test_a_day_of_a_review_before_there_was_one_does_not_count() -> None:
    newer = evolve(NEW, reviews=(*NEW.reviews, PLAN))

    found = certification_calendar([OLD, newer], START, done={"plan": _days(50, 70)})

    assert [(each.done_on, (each.due - START).days) for each in found.due_days[1:]] == [
        (_days(70)[0], 105),
        (None, 115),
    ]


def test_a_review_that_a_later_version_drops_is_not_due_any_more() -> None:
    newer = evolve(NEW, reviews=(PLAN,))

    found = certification_calendar(
        [OLD, newer], START, until=_days(100)[0], done={"recertification": _days(60)}
    )

    assert [due.review for due in found.due_days if due.due > date(2026, 5, 1)] == []
    assert found.next_due is not None
    assert found.next_due.review == "plan"


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2026, 5, 1)])
def test_a_start_on_which_nothing_is_in_force_names_the_periods(day: date) -> None:
    with pytest.raises(NotInForce) as refused:
        certification_calendar(OLD, day)

    assert str(refused.value) == (
        f"rule set test/recertification: nothing is in force on {day}; "
        "periods that exist: 2024-01-01..2026-05-01"
    )


GAP = Text(
    "recertification: nothing known for 2026-05-01, from which the next review would count;"
    " test/recertification is known for: 2024-01-01..2026-05-01.",
    "recertification: no hay datos para el 2026-05-01, desde el que contaría la próxima revisión;"
    " de test/recertification se conocen: 2024-01-01..2026-05-01.",
)


def test_a_calendar_ends_with_the_law_and_says_from_when_nothing_is_known() -> None:
    found = certification_calendar(OLD, START, until=timedelta(weeks=20))

    assert _due(found) == [60]
    assert found.next_due == found.due_days[0]
    assert found.gaps == (GAP,)


def test_a_review_told_after_the_law_ends_is_named_and_not_judged() -> None:
    found = certification_calendar(OLD, START, done=_days(60, 100))

    assert [due.done_on for due in found.due_days] == _days(60)
    assert found.next_due is None
    assert found.not_asked == ()
    assert found.gaps == (
        Text(
            f"{GAP.en[:-1]}; not judged: 2026-06-10.",
            f"{GAP.es[:-1]}; sin evaluar: 2026-06-10.",
        ),
    )


def test_each_review_ends_with_the_law_by_itself() -> None:
    rules = _rules(IOP, PLAN, period="2024-01-01..2026-05-01")
    later = _rules(IOP, period="2027-01-01..open")

    found = certification_calendar([rules, later], START, until=timedelta(weeks=20))

    assert [(due.review, (due.due - START).days) for due in found.due_days] == [
        ("plan", 45),
        ("recertification", 60),
        ("plan", 90),
    ]
    assert [gap.en.partition(",")[0] for gap in found.gaps] == [
        "recertification: nothing known for 2026-05-01",
        "plan: nothing known for 2026-05-31",
    ]
    assert [gap.es.rpartition(": ")[2] for gap in found.gaps] == [
        "2024-01-01..2026-05-01, 2027-01-01 en adelante."
    ] * 2


@pytest.mark.parametrize(
    ("rules", "until", "done", "message"),
    [
        (
            (_rules(),),
            None,
            (),
            "rules: expected a rule set that sets reviews, and test/recertification sets none",
        ),
        ((), None, (), "rules: expected a rule set, or the versions of one rule set"),
        (
            (OLD, evolve(NEW, id="test/other")),
            None,
            (),
            "rules: expected a rule set, or the versions of one rule set",
        ),
        (
            (OLD, OLD),
            None,
            (),
            "rule set test/recertification: expected periods that do not overlap",
        ),
        (
            (OLD,),
            START - timedelta(1),
            (),
            "until: expected a last day of care that is not before the first",
        ),
        (
            (OLD,),
            timedelta(0),
            (),
            "until: expected a last day of care that is not before the first",
        ),
        (
            (OLD,),
            None,
            _days(-1),
            "done: expected days that are not before the first day of care",
        ),
        ((OLD,), None, _days(20, 10), "done: expected days in order, each told once"),
        ((OLD,), None, _days(20, 20), "done: expected days in order, each told once"),
        (
            (_rules(IOP, PLAN),),
            None,
            _days(20),
            "done: expected the days of each review by its id: recertification, plan",
        ),
        (
            (_rules(IOP, PLAN),),
            None,
            {"plans": _days(20)},
            "done: expected the days of each review by its id: recertification, plan",
        ),
    ],
)
def test_what_cannot_be_a_calendar_is_refused_with_advice(
    rules: Iterable[RuleSet],
    until: date | timedelta | None,
    done: Iterable[date] | Mapping[str, Iterable[date]],
    message: str,
) -> None:
    with pytest.raises(InvalidValue) as refused:
        certification_calendar(rules, START, until=until, done=done)

    assert str(refused.value) == message


def test_a_negative_number_of_days_before_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        certification_calendar(OLD, START, opens_days_before=-1)

    assert str(refused.value) == (
        "opens_days_before: expected a number of days that is not negative"
    )


def test_a_day_after_the_calendar_ends_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        certification_calendar(_rules(IOP), date(9999, 12, 1))

    assert str(refused.value) == "day: expected a course of care that ends before the year 10000"


def test_a_calendar_shows_its_days_only_when_asked() -> None:
    found = certification_calendar(_rules(IOP), START)

    assert repr(found) == "<CertificationCalendar: test/recertification, 1 due days>"
    assert "2026" not in repr(found.due_days[0])
    assert "datetime.date(2026, 5, 1)" in reveal(found)
