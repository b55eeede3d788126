"""Tables as they are read: every type of fact, and what a table cannot say."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.cases.case_tables import table_of
from tests.cases.judging import wrong_days
from tests.cases.telling import Unreadable, answers_to, tellings_of

from iopkit.facts import FACTS
from iopkit.law.reviews import Review
from iopkit.rules.answers import Answer, AnyFact, FactType
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.clinical import Condition
from iopkit.vocabulary.coverage import PayerKind

AGE, STABLE = FACTS["person.age"], FACTS["person.is-medically-stable"]
CONDITIONS, PAYER = FACTS["person.conditions"], FACTS["coverage.payer-kind"]
QUESTION = Text("How much?", "¿Cuánto?")
PAY = AnyFact(name="pay", type=FactType.MONEY, question=QUESTION)
DAY = evolve(PAY, name="day", type=FactType.DATE)
ONE, OTHER = Condition.DEPRESSION, Condition.ALCOHOL_USE_DISORDER
REVIEW = Review(id="again", label=QUESTION, source="example", every_days=30)


@pytest.mark.parametrize(
    ("fact", "said", "answer"),
    [
        (STABLE, "yes", True),
        (STABLE, "no", False),
        (STABLE, "unknown", None),
        (AGE, "18", 18),
        (AGE, "18..64", Span(18, 64)),
        (AGE, "18..", Span(18, None)),
        (AGE, "..64", Span(None, 64)),
        (PAY, "1,234.50", Money(123_450)),
        (PAY, "0.00..1.00", Span(Money(0), Money(100))),
        (DAY, "2026-03-02", date(2026, 3, 2)),
        (DAY, "2026-03-02..", Span(date(2026, 3, 2), None)),
        (PAYER, "medicare", PayerKind.MEDICARE),
        (CONDITIONS, ["depression"], Listing.of(ONE)),
        (CONDITIONS, {"complete": "yes"}, Listing(complete=True)),
        (
            CONDITIONS,
            {"has": ["depression"], "lacks": ["alcohol-use-disorder"]},
            Listing.of(ONE, lacks=[OTHER]),
        ),
    ],
)
def test_an_answer_is_written_by_its_type(fact: AnyFact, said: object, answer: Answer) -> None:
    assert answers_to(fact, said) == (answer,)


def test_each_of_several_answers_is_a_case() -> None:
    told = {"person.age": {"each-of": ["17", "18..", "unknown"]}, STABLE.name: "no"}

    assert tellings_of(told) == (
        {AGE.name: 17, STABLE.name: False},
        {AGE.name: Span(18, None), STABLE.name: False},
        {STABLE.name: False},
    )


def test_every_other_term_is_a_case() -> None:
    said = {"other-than": ["medicare", "medicaid"]}

    assert answers_to(PAYER, said) == tuple(
        payer for payer in PayerKind if payer not in (PayerKind.MEDICARE, PayerKind.MEDICAID)
    )


@pytest.mark.parametrize(
    ("fact", "said", "expected"),
    [
        (STABLE, "maybe", "yes or no, or unknown; got 'maybe'"),
        (AGE, "old", "a whole number, a..b, a.. or ..b, or unknown; got 'old'"),
        (AGE, "64..18", "a whole number, a..b, a.. or ..b, or unknown; got '64..18'"),
        (AGE, "..", "a whole number, a..b, a.. or ..b, or unknown; got '..'"),
        (AGE, {"other-than": ["18"]}, None),
        (PAY, "1.234", "an amount such as 1,234.50, a..b, a.. or ..b, or unknown; got '1.234'"),
        (DAY, "3/2/26", "a date YYYY-MM-DD, a..b, a.. or ..b, or unknown; got '3/2/26'"),
        (
            CONDITIONS,
            "depression",
            "[a, b] or {has: [a], lacks: [b], complete: yes}, or unknown; got 'depression'",
        ),
    ],
)
def test_an_answer_of_another_type_is_refused(
    fact: AnyFact, said: object, expected: str | None
) -> None:
    with pytest.raises(Unreadable) as refused:
        answers_to(fact, said)

    if expected is not None:
        assert str(refused.value) == f"given: {fact.name}: expected {expected}"


CASE = "decides: rules state/example\non: 2026-03-02\ncases:\n  - name: this\n    "
CLOCK = "decides: rules state/example\non: 2026-03-02\nreviews:\n  - "


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[]", "expected a mapping with decides, on, given, cases, reviews"),
        ("decides: rule state/example", "decides: expected `rules <id>` or `ladder <id>`"),
        (
            "decides: rules state/example\ncase: []",
            "there is no key case; there are decides, on, given, cases, reviews",
        ),
        (
            f"{CASE}given: {{person.agee: 3}}\n    expected: met",
            "this: given: there is no fact person.agee; near it: person.age",
        ),
        (
            f"{CASE}given: {{coverage.payer-kind: medicair}}\n    expected: met",
            "this: given: coverage.payer-kind: there is no term 'medicair'; near it: ",
        ),
        (
            f"{CASE}expectd: met",
            (
                "this: there is no key expectd; there are name, on, given, expected, fails, open, "
                "applies, advises"
            ),
        ),
        (f"{CASE}fails: [adult]", "this: expected `expected`, or `applies` alone"),
        (
            f"{CASE}expected: yes",
            "this: expected: expected one of met, not-met, unknown, not-in-force; got 'yes'",
        ),
        (
            f"{CASE}expected: not-met\n    fails: adult",
            "this: fails: expected a list of ids, such as [adult]",
        ),
        (
            f"{CASE}expected: not-in-force\n    fails: [adult]",
            "this: expected `not-in-force` alone, with no `given` and no other outcome",
        ),
        (
            f"{CASE}expected: met\n    expected: unknown",
            "line 4: expected each key once: expected",
        ),
        (
            f"{CASE}expected: met\n  - name: this\n    expected: met",
            "expected each name once: this",
        ),
        (
            f"{CASE}expected: met\n    on: soon",
            "this: on: expected a day YYYY-MM-DD, here or for the table",
        ),
        (
            CASE.replace("rules", "ladder") + "at-least: iop",
            "this: expected `at-least` and `at-most`, or `expected: not-in-force`",
        ),
        (
            f"{CLOCK}{{review: again}}",
            "again: expected `review` and days under first-on-time, first-late, on-time, late",
        ),
        (
            f"{CLOCK}{{review: again, late: 31}}",
            "again: late: expected a list of whole numbers of days, such as [60]",
        ),
    ],
)
def test_what_a_table_cannot_say_is_told(text: str, problem: str) -> None:
    problems = table_of("example.yaml", text).problems

    assert len(problems) == 1
    assert problems[0].startswith(f"example.yaml: {problem}")


@pytest.mark.parametrize(
    ("review", "days", "wrong"),
    [
        (REVIEW, "on-time: [1, 30], late: [31], first-on-time: [31], first-late: [32]", ()),
        (REVIEW, "on-time: [31], late: [30]", ("on-time: day 31", "late: day 30")),
        (evolve(REVIEW, first_by_day=18), "first-on-time: [18], first-late: [19]", ()),
        (evolve(REVIEW, first_by_day=18), "first-late: [18]", ("first-late: day 18",)),
        (evolve(REVIEW, first_by_day=18, every_days=None), "late: [99]", ("late: day 99",)),
        (evolve(REVIEW, id="other"), "late: [31]", ("there is no review again on 2026-03-02",)),
    ],
)
def test_a_review_is_on_time_up_to_its_last_day(
    review: Review, days: str, wrong: tuple[str, ...]
) -> None:
    row = table_of("example.yaml", f"{CLOCK}{{review: again, {days}}}").reviews[0]

    assert wrong_days(row, (review,)) == wrong
