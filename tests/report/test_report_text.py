"""The page for people: what stands where, in both languages, and never wider than 80 columns."""

import re
from datetime import date

import pytest

from iopkit import (
    CareLevel,
    Case,
    Condition,
    Coverage,
    Episode,
    HealthPlan,
    InvalidValue,
    Listing,
    Money,
    PayerKind,
    Person,
    Price,
    Program,
    Service,
    Span,
    TreatmentPlan,
    Unit,
    assess,
    rank_programs,
    write_text,
)
from iopkit.facts import FACTS
from iopkit.report.judgments import capitalized
from iopkit.report.ranking import write_ranking

DAY = date(2026, 3, 2)
URL = "https://example.org/" + "a-very-long-path-" * 8
CASES = {
    "nothing": Case(),
    "only a program with long words": Case(
        program=Program(
            id="x" * 120,
            name="Very Long Name " * 12,
            source=URL,
            level=CareLevel.IOP,
            min_age=18,
            fees=(
                Price(
                    service=Service.IOP,
                    unit=Unit.PROGRAM,
                    amount=Span.exactly(Money(99_999_999_999)),
                ),
            ),
        ),
        health_plan=HealthPlan(id="self", payer=PayerKind.SELF_PAY),
    ),
    "only a plan": Case(
        health_plan=HealthPlan(
            id="x", payer=PayerKind.COMMERCIAL, iop_coverage=Coverage.WITH_AUTHORIZATION
        )
    ),
    "Medicare without a program": Case(health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE)),
    "a child": Case(person=Person(age=0), program=Program(id="p", min_age=13, max_age=17)),
    "the oldest": Case(person=Person(age=90), program=Program(id="p", max_age=95)),
    "needs that contradict": Case(
        person=Person(
            needs_more_than_weekly_sessions=False,
            needs_24_hour_care=False,
            needs_medical_and_nursing_care=True,
            needs_daily_structure=True,
        )
    ),
    "ten years": Case(episode=Episode(weeks=520)),
}


@pytest.mark.parametrize("day", [date(1999, 1, 1), date(2023, 12, 31), DAY, date(2030, 6, 1)])
@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_line_is_wider_than_80_columns(case: Case, lang: str, day: date) -> None:
    lines = write_text(assess(case, on=day), lang=lang, revealed=case).splitlines()

    assert [line for line in lines if len(line) > 80] == []
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("day", [date(1, 1, 1), date(2019, 6, 1), DAY, date(9000, 1, 1)])
@pytest.mark.parametrize(
    ("lang", "start"), [("en", "READ THIS FIRST\n"), ("es", "LEA ESTO PRIMERO\n")]
)
def test_the_safety_notice_is_the_first_line_on_every_day(day: date, lang: str, start: str) -> None:
    assert write_text(assess(Case(), on=day), lang=lang).startswith(start)


def test_a_page_without_danger_begins_with_the_day() -> None:
    safe = Person(
        is_danger_to_self=False, is_danger_to_others=False, needs_withdrawal_management=False
    )

    page = write_text(assess(Case(person=safe), on=DAY))

    assert page.startswith("Answer for 2026-03-02\n")


def test_a_need_is_said_to_be_there_or_not_and_never_met() -> None:
    person = Person(needs_24_hour_care=True, needs_daily_structure=False, has_support_system=True)

    page = write_text(assess(Case(person=person), on=DAY))

    assert (
        "  1. Residential care: the least for the known needs; open ones may ask for more\n"
        "  [yes]       Needs supervision around the clock\n"
    ) in page
    assert "  [no]        Needs structured care every weekday\n" in page
    assert "  [no]        Nobody outside the program who supports treatment\n" in page


def test_where_an_iop_is_not_enough_the_page_says_what_is() -> None:
    page = write_text(assess(Case(person=Person(needs_24_hour_care=True)), on=DAY))

    assert (
        "  An IOP does not meet the needs that are known. The least level that can:\n"
        "  residential care.\n"
    ) in page


def test_where_less_than_an_iop_is_enough_the_page_says_so() -> None:
    person = Person(
        needs_more_than_weekly_sessions=False,
        needs_daily_structure=False,
        needs_24_hour_care=False,
    )

    page = write_text(assess(Case(person=person), on=DAY))

    assert "  Less than an IOP meets the needs that are known: outpatient therapy.\n" in page


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "told: person.conditions = depression; without alcohol use disorder; nothing else"),
        ("es", "informado: person.conditions = depresión; sin trastorno por consumo de alcohol;"),
    ],
)
def test_a_told_listing_is_shown_whole_and_in_the_language_of_the_page(
    lang: str, told: str
) -> None:
    conditions = Listing.of(
        Condition.DEPRESSION, lacks=(Condition.ALCOHOL_USE_DISORDER,), complete=True
    )
    case = Case(
        person=Person(conditions=conditions),
        program=Program(id="p", conditions=Listing.of(Condition.DEPRESSION)),
    )

    page = re.sub(r"\s+", " ", write_text(assess(case, on=DAY), lang=lang, revealed=case))

    assert told in page


@pytest.mark.parametrize("lang", ["en", "es"])
def test_told_values_are_nowhere_unless_revealed(lang: str) -> None:
    case = Case(
        person=Person(age=63, conditions=Listing.of(Condition.DEPRESSION)),
        program=Program(id="p", min_age=18, conditions=Listing.of(Condition.DEPRESSION)),
    )

    page = write_text(assess(case, on=DAY), lang=lang)

    assert re.search(r"\b63\b|depres|person\.", page) is None


def test_questions_are_numbered_in_the_order_of_the_answer() -> None:
    answer = assess(Case(), on=DAY)

    _, _, asked = write_text(answer).partition("ASK NEXT\n--------\n")
    section = re.sub(r"\n +", " ", asked.partition("\n\n")[0])

    assert re.findall(r"\d+\. (.*?\?)", section) == [fact.question.en for fact in answer.questions]


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_a_question_is_one_sentence_in_both_languages(fact: object) -> None:
    question = fact.question  # type: ignore[attr-defined]  # every fact has one

    assert re.fullmatch(r"[A-Z][^?]*\?", question.en)
    assert re.fullmatch(r"¿[A-ZÁÉÍÓÚ][^?¿]*\?", question.es)


def test_money_says_which() -> None:
    assert "  In US dollars" in write_text(assess(Case(), on=DAY))


def test_another_language_is_refused() -> None:
    with pytest.raises(InvalidValue):
        write_text(assess(Case(), on=DAY), lang="fr")


@pytest.mark.parametrize(("text", "shown"), [("iOP", "IOP"), ("ámbito X", "Ámbito X"), ("", "")])
def test_only_the_first_letter_is_capitalized(text: str, shown: str) -> None:
    assert capitalized(text) == shown


CONTRADICTED = {
    "en": "Facts that contradict each other: until one of them is corrected, what rests on them"
    " may be wrong, the level of care too. ! Facts of the case:"
    " `person.needs_medical_and_nursing_care` and `person.needs_24_hour_care` do not go"
    " together, so that one of them must be wrong; correct it, or leave out what is not sure. ",
    "es": "Hay datos que se contradicen: mientras no se corrija uno de ellos, lo que se basa en"
    " ellos puede estar mal, también el nivel de atención. ! Datos del caso:"
    " `person.needs_medical_and_nursing_care` y `person.needs_24_hour_care` no concuerdan, así"
    " que uno de los dos debe de estar mal; corríjalo, u omita lo que no sea seguro. ",
}


@pytest.mark.parametrize(("lang", "level"), [("en", "LEVEL OF CARE"), ("es", "NIVEL DE ATENCIÓN")])
def test_facts_that_contradict_each_other_stand_once_and_before_the_level(
    lang: str, level: str
) -> None:
    said = CONTRADICTED[lang]
    case = Case(person=Person(needs_24_hour_care=False, needs_medical_and_nursing_care=True))

    answered = write_text(assess(case, on=DAY), lang=lang)
    ranked = write_ranking(rank_programs(case, [Program(id="p")], on=DAY), lang=lang)

    for page in (re.sub(r"\s+", " ", text) for text in (answered, ranked)):
        assert page.count(said.partition(":")[0]) == page.count("needs_24_hour_care") == 1
        assert page.index(said) < page.index(level)


@pytest.mark.parametrize(
    ("minutes", "lang", "told"),
    [
        (Span(540, None), "en", "weekly-minutes = 540 or more"),
        (Span(None, 540), "es", "weekly-minutes = 540 o menos"),
        (Span(540, 600), "en", "weekly-minutes = 540..600"),
    ],
)
def test_a_told_range_is_shown_as_far_as_it_is_told(
    minutes: Span[int], lang: str, told: str
) -> None:
    case = Case(
        treatment_plan=TreatmentPlan(weekly_minutes=minutes),
        health_plan=HealthPlan(id="x", payer=PayerKind.MEDICARE),
    )

    page = re.sub(r"\s+", " ", write_text(assess(case, on=DAY), lang=lang, revealed=case))

    assert told in page
    assert "None" not in page
