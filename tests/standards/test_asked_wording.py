"""What a standard asks, in natural words: hours for minutes, no question, and nothing lost."""

import pytest
from tests.standards.example_standard import (
    at_least,
    at_most,
    clause,
    compared,
    has,
    is_true,
    one_of,
)

from iopkit import Modality, Population, Setting, State, shipped
from iopkit.law import RuleSet
from iopkit.rules import AllOf, AnyOf, AtLeast, Node, Not, Operator, facts_of
from iopkit.standards import is_for_programs
from iopkit.standards.asked_wording import asked_text

_YOGA, _GROUP = has("modalities", Modality.YOGA), has("modalities", Modality.GROUP_THERAPY)
_OCCUPATIONAL = has("modalities", Modality.OCCUPATIONAL_THERAPY)
_CRISIS, _FUN = is_true("program.has-crisis-service"), is_true("program.is-mainly-recreational")
_NINE, _TEN = at_least("weekly-minutes", 540), at_most("max-group-size", 10)
_ADULTS, _MEN = has("populations", Population.ADULTS), has("populations", Population.MEN)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (_NINE, "at least 9 h of therapeutic time a week"),
        (
            compared("weekly-minutes", Operator.LESS_THAN, 1199),
            "less than 19 h 59 min of therapeutic time a week",
        ),
        (compared("weekly-days", Operator.EQUAL, 1), "attendance on 1 day a week"),
        (Not(compared("weekly-days", Operator.EQUAL, 3)), "attendance on not 3 days a week"),
        (Not(_TEN), "more than 10 patients in the largest group"),
        (_CRISIS, "crisis services around the clock"),
        (Not(_FUN), "not mainly social or recreational"),
        (
            one_of("setting", Setting.HOSPITAL_OUTPATIENT, Setting.SPECIALTY_CLINIC),
            "hospital outpatient department or specialty clinic",
        ),
        (
            one_of("setting", Setting.CRITICAL_ACCESS_HOSPITAL, Setting.SPECIALTY_CLINIC),
            "critical access hospital, outpatient; or specialty clinic",
        ),
        (Not(one_of("state", State.VA, State.NC)), "not in Virginia or North Carolina"),
        (_YOGA, "yoga"),
        (Not(_YOGA), "without yoga"),
        (Not(_ADULTS), "does not take: adults"),
        (
            AnyOf((_YOGA, _GROUP, _OCCUPATIONAL)),
            "yoga, group therapy or occupational therapy",
        ),
        (AnyOf((_YOGA, Not(_GROUP))), "yoga; or without group therapy"),
        (AnyOf((_YOGA, _ADULTS)), "yoga; or takes: adults"),
        (AllOf((_YOGA, _GROUP)), "yoga; and group therapy"),
        (
            AnyOf((at_most("max-age", 17), Not(_ADULTS), _NINE)),
            (
                "a highest age of at most 17 years; or does not take: adults;"
                " or at least 9 h of therapeutic time a week"
            ),
        ),
        (
            AnyOf((_TEN, AllOf((_NINE, _CRISIS)))),
            (
                "at least one of these:\n"
                "  at most 10 patients in the largest group\n"
                "  at least 9 h of therapeutic time a week; and crisis services around the clock"
            ),
        ),
        (
            Not(AnyOf((_TEN, _FUN))),
            "more than 10 patients in the largest group; and not mainly social or recreational",
        ),
        (Not(AllOf((_YOGA, _GROUP))), "without yoga; or without group therapy"),
        (
            AtLeast(2, (_YOGA, _CRISIS, _TEN)),
            (
                "at least 2 of these 3:\n"
                "  yoga\n"
                "  crisis services around the clock\n"
                "  at most 10 patients in the largest group"
            ),
        ),
        (
            Not(AtLeast(2, (_YOGA, _CRISIS, _FUN))),
            (
                "at least 2 of these 3:\n"
                "  without yoga\n"
                "  no crisis services around the clock\n"
                "  not mainly social or recreational"
            ),
        ),
        (
            AllOf((_YOGA, _CRISIS, _TEN, AnyOf((_NINE, AtLeast(2, (_YOGA, _FUN, _TEN)))))),
            (
                "all of these:\n"
                "  yoga\n"
                "  crisis services around the clock\n"
                "  at most 10 patients in the largest group\n"
                "  at least one of these:\n"
                "    at least 9 h of therapeutic time a week\n"
                "    at least 2 of these 3:\n"
                "      yoga\n"
                "      mainly social or recreational\n"
                "      at most 10 patients in the largest group"
            ),
        ),
        (AnyOf((clause("within", _CRISIS),)), "crisis services around the clock"),
        (
            is_true("coverage.is-authorized"),
            "Has the payer authorized the care? Asked: yes.",
        ),
    ],
)
def test_what_is_asked_stands_in_natural_words(rule: Node, said: str) -> None:
    assert asked_text(rule).en == said


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (_NINE, "al menos 9 h de tiempo terapéutico por semana"),
        (
            AnyOf((at_most("max-age", 17), Not(_ADULTS), _CRISIS)),
            (
                "edad más alta: como máximo 17 años; o no admite: personas adultas;"
                " o servicios de crisis las 24 horas"
            ),
        ),
        (AnyOf((_YOGA, _GROUP, _OCCUPATIONAL)), "yoga, terapia de grupo o terapia ocupacional"),
        (AnyOf((_ADULTS, _MEN)), "admite: personas adultas u hombres"),
        (AtLeast(1, (_YOGA, _CRISIS)), "yoga; o servicios de crisis las 24 horas"),
    ],
)
def test_what_is_asked_stands_in_natural_spanish(rule: Node, said: str) -> None:
    assert asked_text(rule).es == said


STANDARDS = [
    rules
    for each in shipped().ids("rules")
    for rules in shipped().history(each)
    if is_for_programs(rules)
]


@pytest.mark.parametrize("rules", STANDARDS, ids=lambda rules: f"{rules.id}-{rules.version}")
def test_no_shipped_standard_repeats_a_question(rules: RuleSet) -> None:
    asked = [
        asked_text(each)
        for each in (*rules.clauses, *rules.advisories)
        if not any(fact.about_person for fact in facts_of(each))
    ]

    assert [said for said in asked if "?" in said.en or "?" in said.es] == []
