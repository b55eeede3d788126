"""Rule sets that only may apply: few have a heading each, many stand in one block."""

from datetime import date

import pytest
from attrs import evolve

from iopkit import Assessment, Case, Person, Text, Truth, assess, write_text
from iopkit.assessment import RuleSetOutcome
from iopkit.facts import FACTS

DAY = date(2026, 3, 2)
PAYER, AGE = FACTS["coverage.payer-kind"], FACTS["person.age"]
_FOUND = next(
    found for found in assess(Case(person=Person()), on=DAY).rule_sets if found.applies_question
)


def _may_apply(title: str, *, asks: str = PAYER.name) -> RuleSetOutcome:
    decision = evolve(_FOUND.decision, title=Text(title, title))
    return evolve(_FOUND, applies=Truth.UNKNOWN, applies_question=FACTS[asks], decision=decision)


def _page(*found: RuleSetOutcome, lang: str = "en") -> str:
    answer: Assessment = evolve(assess(Case(), on=DAY), rule_sets=found)
    return write_text(answer, lang=lang)


def test_two_rule_sets_that_may_apply_have_a_heading_each() -> None:
    page = _page(_may_apply("First"), _may_apply("Second"))

    for title in ("FIRST\n-----\n", "SECOND\n------\n"):
        assert f"{title}  ? May apply; to know, ask: Who pays for the person's care?\n" in page
    assert "RULES THAT MAY APPLY" not in page


@pytest.mark.parametrize(
    ("lang", "block"),
    [
        (
            "en",
            (
                "\nRULES THAT MAY APPLY\n"
                "--------------------\n"
                "  ? To know, ask: Who pays for the person's care?\n"
                "    - First\n"
                "    - Third\n"
                "  ? To know, ask: How old is the person?\n"
                "    - Second\n"
                "\nTHE FOUR FACTORS\n"
            ),
        ),
        (
            "es",
            (
                "\nREGLAS QUE PUEDEN APLICARSE\n"
                "---------------------------\n"
                "  ? Para saberlo, pregunte: ¿Quién paga la atención de la persona?\n"
                "    - First\n"
                "    - Third\n"
                "  ? Para saberlo, pregunte: ¿Qué edad tiene la persona?\n"
                "    - Second\n"
                "\nLOS CUATRO FACTORES\n"
            ),
        ),
    ],
)
def test_more_stand_in_one_block_in_which_each_question_stands_once(lang: str, block: str) -> None:
    found = (_may_apply("First"), _may_apply("Second", asks=AGE.name), _may_apply("Third"))

    assert block in _page(*found, lang=lang)


def test_what_applies_stands_in_full_beside_the_block() -> None:
    applies = evolve(_may_apply("Applies"), applies=Truth.MET, applies_question=None)
    others = [_may_apply(title) for title in ("First", "Second", "Third")]

    page = _page(others[0], applies, *others[1:])

    assert page.index("APPLIES\n-------\n  Outcome: ") < page.index("RULES THAT MAY APPLY\n")


def test_what_only_may_apply_is_no_source_of_the_answer() -> None:
    answer = assess(Case(person=Person()), on=DAY)

    of_rules = {one.clause.source for found in answer.rule_sets for one in found.decision.clauses}
    placed = answer.placement
    assert placed is not None
    of_answer = {need.clause.source for need in placed.needs}
    of_answer |= {one.clause.source for one in (*placed.beside, *placed.barriers)}
    of_answer |= {
        one.clause.source
        for factor in answer.factors
        for one in factor.reasons
        if one.clause is not None
    }
    assert of_rules - of_answer
    assert not {source.id for source in answer.sources} & (of_rules - of_answer)


def test_each_question_of_whether_rules_apply_is_asked_once() -> None:
    questions = assess(Case(), on=DAY).questions

    assert len(questions) == len({fact.name for fact in questions})
