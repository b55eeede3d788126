"""What holds for every word, and what single words tell."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import iopkit.vocabulary
from iopkit.values import Ranked, Term
from iopkit.vocabulary import (
    PUBLIC_KINDS,
    TERM_KINDS,
    CareLevel,
    Condition,
    ConditionFamily,
    CostComponent,
    CostItem,
    OfferedService,
    PaymentOption,
    ProgramType,
    Reduction,
    ServiceGroup,
    State,
    purpose_of,
)

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
POSTAL = re.compile(r"[A-Z]{2}")
CODE_OF_OTHERS = re.compile(r"\b([A-Z]\d{4}|\d{4,5}|\d\.\d|261Q\w+)\b")


def test_every_kind_of_term_in_the_room_is_listed_once() -> None:
    room = vars(iopkit.vocabulary)["__all__"]
    kinds = [getattr(iopkit.vocabulary, name) for name in room]
    terms = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Term)]

    assert sorted(kind.__name__ for kind in TERM_KINDS) == sorted(kind.__name__ for kind in terms)
    assert TERM_KINDS[: len(PUBLIC_KINDS)] == PUBLIC_KINDS


@pytest.mark.parametrize("kind", TERM_KINDS)
def test_values_are_kebab_case_and_follow_the_name_of_no_code(kind: type[Term]) -> None:
    form = POSTAL if kind is State else KEBAB

    assert [value for value in kind.values() if not form.fullmatch(value)] == []
    assert [term for term in kind if CODE_OF_OTHERS.search(f"{term.value} {term.label.en}")] == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", TERM_KINDS)
def test_labels_are_unique_within_a_kind(kind: type[Term], language: str) -> None:
    counts = Counter(term.label(language).casefold() for term in kind)

    assert [label for label, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("kind", TERM_KINDS)
def test_every_name_in_a_kind_is_its_own_member(kind: type[Term]) -> None:
    assert list(kind.__members__.values()) == list(kind)


def test_only_what_has_an_order_is_ranked() -> None:
    ranked = [kind.__name__ for kind in TERM_KINDS if issubclass(kind, Ranked)]

    assert ranked == ["CareLevel", "Weekday", "Supervision", "Rhythm"]
    assert [level.value for level in CareLevel] == [
        "outpatient-therapy",
        "iop",
        "php",
        "residential",
        "inpatient",
    ]


def test_a_broader_condition_is_of_the_same_family_and_the_broadest_there_is() -> None:
    narrow = [condition for condition in Condition if condition.broader]

    assert Condition.ANOREXIA_NERVOSA.broader is Condition.EATING_DISORDER
    assert Condition.COCAINE_USE_DISORDER.broader is Condition.STIMULANT_USE_DISORDER
    assert Condition.PTSD.broader is None
    for condition in narrow:
        assert condition.broader is not None
        assert condition.broader.family is condition.family
        assert condition.broader.broader is None


def test_substances_and_minds_are_told_apart() -> None:
    substances = [each.value for each in Condition if each.family is SUBSTANCE_USE]

    assert substances == [
        "alcohol-use-disorder",
        "opioid-use-disorder",
        "stimulant-use-disorder",
        "cannabis-use-disorder",
        "other-substance-use-disorder",
        "cocaine-use-disorder",
        "methamphetamine-use-disorder",
        "sedative-use-disorder",
    ]


SUBSTANCE_USE = ConditionFamily.SUBSTANCE_USE_DISORDER


@pytest.mark.parametrize(
    ("kind", "beyond", "serves", "all_families"),
    [
        ("general", ["medication-management"], "both", False),
        ("dual-diagnosis", ["medication-management"], "both", True),
        ("eating-disorder", ["nutritional-counseling", "medical-monitoring"], "6", False),
        ("trauma-focused", ["mindfulness-practice"], "1", False),
        ("adolescent", ["family-therapy", "life-skills-training"], "both", False),
        ("family-based", ["family-therapy", "psychoeducation"], "both", False),
    ],
)
def test_each_type_of_program_has_its_purpose(
    kind: str, beyond: list[str], serves: str, *, all_families: bool
) -> None:
    purpose = purpose_of(ProgramType(kind))

    assert [modality.value for modality in purpose.modalities] == [
        "individual-therapy",
        "group-therapy",
        *beyond,
    ]
    assert ("both" if purpose.families else str(len(purpose.conditions))) == serves
    assert purpose.takes_all_families is all_families
    assert purpose.populations


def test_every_type_of_program_has_a_purpose() -> None:
    goals = {purpose_of(kind).goal.en for kind in ProgramType}

    assert len(goals) == len(ProgramType)


def test_each_group_of_services_begins_where_it_is_declared() -> None:
    counts = Counter(service.group for service in OfferedService)

    assert counts == {
        ServiceGroup.EDUCATION: 7,
        ServiceGroup.RECOVERY_SUPPORT: 25,
        ServiceGroup.ASSESSMENT: 10,
        ServiceGroup.TRANSITION: 4,
        ServiceGroup.CRISIS: 4,
    }
    assert OfferedService.SCHOOL_EDUCATION.group is ServiceGroup.EDUCATION
    assert OfferedService.THERAPEUTIC_FOSTER_CARE.group is ServiceGroup.RECOVERY_SUPPORT
    assert OfferedService.OUTCOME_FOLLOW_UP.group is ServiceGroup.TRANSITION


def test_every_item_of_cost_stands_in_one_component() -> None:
    found = {item.value: item.component for item in CostItem}

    assert found["parking"] is CostComponent.TRANSPORTATION
    assert found["travel-time"] is CostComponent.LOST_INCOME
    assert found["childcare"] is CostComponent.OTHER_COSTS
    assert found["authorization-penalty"] is CostComponent.OUT_OF_POCKET
    assert set(found.values()) == set(CostComponent)


def test_a_payment_plan_alone_lowers_no_cost() -> None:
    assert [each for each in Reduction if not each.lowers_cost] == [Reduction.PAYMENT_PLAN]


def test_every_payment_of_the_federal_directory_can_be_said() -> None:
    assert len(PaymentOption) == 21


def test_no_file_of_the_room_holds_a_code_of_another_system() -> None:
    folder = Path(iopkit.vocabulary.__file__).parent
    code = re.compile(r"\b[HSG]\d{4}\b|\b09\d\d\b|\bF\d\d\.\d")

    assert [path.name for path in folder.glob("*.py") if code.search(path.read_text())] == []
