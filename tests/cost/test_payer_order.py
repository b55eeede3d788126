"""Who pays first: the rules that plans share, and what they leave open."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.cost import OrderRule, PayerOrder, first_payer
from iopkit.errors import InvalidValue
from iopkit.model import PlanMembership, PlanRelation
from iopkit.rules.truth import Truth
from iopkit.vocabulary.coverage import PayerKind

COMMERCIAL = PayerKind.COMMERCIAL
OWN = PlanMembership(relation=PlanRelation.SUBSCRIBER, payer=COMMERCIAL)
SPOUSE = PlanMembership(relation=PlanRelation.OTHER_DEPENDENT, payer=COMMERCIAL)
CHILD = PlanMembership(relation=PlanRelation.CHILD, payer=COMMERCIAL)
MEDICAID = PlanMembership(relation=PlanRelation.SUBSCRIBER, payer=PayerKind.MEDICAID)


def of_parent(month: int | None, day: int | None, since: int | None = None) -> PlanMembership:
    return PlanMembership(
        relation=PlanRelation.CHILD,
        payer=COMMERCIAL,
        birth_month=month,
        birth_day=day,
        covered_since=None if since is None else date(since, 1, 1),
    )


def answered(answer: PayerOrder) -> tuple[str, str | None, tuple[str, ...]]:
    return answer.one_is_first.value, answer.rule.value if answer.rule else None, answer.missing


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (OWN, SPOUSE, ("met", "own-plan", ())),
        (SPOUSE, OWN, ("not-met", "own-plan", ())),
        (OWN, CHILD, ("met", "own-plan", ())),
        (of_parent(3, 9), of_parent(11, 2), ("met", "birthday", ())),
        (of_parent(11, 2), of_parent(3, 9), ("not-met", "birthday", ())),
        (of_parent(3, 9), of_parent(3, 8), ("not-met", "birthday", ())),
        (of_parent(2, 29), of_parent(3, 1), ("met", "birthday", ())),
        (of_parent(3, None), of_parent(11, None), ("met", "birthday", ())),
        (of_parent(3, 9, 2019), of_parent(3, 9, 2021), ("met", "covered-longer", ())),
        (of_parent(3, 9, 2021), of_parent(3, 9, 2019), ("not-met", "covered-longer", ())),
        (of_parent(3, 9, 2019), of_parent(3, 9, 2019), ("unknown", "plan-document", ())),
        (of_parent(3, 9, 2019), of_parent(3, 9), ("unknown", None, ("other.covered_since",))),
        (of_parent(None, 9), of_parent(3, 9), ("unknown", None, ("one.birth_month",))),
        (of_parent(3, None), of_parent(3, 9), ("unknown", None, ("one.birth_day",))),
        (OWN, OWN, ("unknown", "plan-document", ())),
        (SPOUSE, SPOUSE, ("unknown", "plan-document", ())),
        (MEDICAID, OWN, ("unknown", "other-law", ())),
        (MEDICAID, PlanMembership(), ("unknown", "other-law", ())),
        (
            PlanMembership(),
            OWN,
            ("unknown", None, ("one.payer", "one.relation")),
        ),
    ],
)
def test_the_plan_that_pays_first(
    one: PlanMembership, other: PlanMembership, expected: tuple[str, str | None, tuple[str, ...]]
) -> None:
    answer = first_payer(one, other, parents_together=True)

    assert answered(answer) == expected


@pytest.mark.parametrize(
    ("together", "expected"),
    [
        (None, ("unknown", None, ("parents_together",))),
        (False, ("unknown", "court-or-custody", ())),
    ],
)
def test_the_birthday_decides_only_between_parents_who_are_together(
    together: bool | None, expected: tuple[str, str | None, tuple[str, ...]]
) -> None:
    answer = first_payer(of_parent(3, 9), of_parent(11, 2), parents_together=together)

    assert answered(answer) == expected


def test_the_other_way_round_the_answer_turns() -> None:
    known = (OWN, SPOUSE, of_parent(3, 9, 2019), of_parent(3, 9, 2021), of_parent(4, 1), MEDICAID)
    for one in known:
        for other in known:
            there = first_payer(one, other, parents_together=True)
            back = first_payer(other, one, parents_together=True)

            assert back.one_is_first is ~there.one_is_first
            assert back.rule is there.rule


@pytest.mark.parametrize(
    ("month", "day", "message"),
    [
        (13, None, "birth_month: expected a month from 1 to 12"),
        (0, 1, "birth_month: expected a month from 1 to 12"),
        (2, 30, "birth_day: expected a day of that month"),
        (None, 32, "birth_day: expected a day of that month"),
        (4, 0, "birth_day: expected a day of that month"),
    ],
)
def test_a_day_that_no_year_has_is_refused(
    month: int | None, day: int | None, message: str
) -> None:
    with pytest.raises(InvalidValue) as caught:
        of_parent(month, day)

    assert str(caught.value) == message


def test_nothing_of_the_record_is_shown() -> None:
    assert repr(of_parent(3, 9)) == "<PlanMembership: 4 of 5 fields told>"
    assert repr(first_payer(OWN, SPOUSE)) == "<PayerOrder: 2 of 3 fields told>"
    assert first_payer(OWN, SPOUSE).rule is OrderRule.OWN_PLAN
    assert first_payer(OWN, SPOUSE).one_is_first is Truth.MET
