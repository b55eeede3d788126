"""First visits, deductibles of a service and drugs that a plan tells for outside its network."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve

from iopkit.cost import adjudicate
from iopkit.errors import CannotAdjudicate
from iopkit.formats import read
from iopkit.model.accumulators import (
    NOTHING_USED,
    NOTHING_USED_OUTSIDE,
    Accumulators,
    OutsideUse,
    ServiceUse,
)
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.health_plan import HealthPlan
from iopkit.values.money import Money
from iopkit.vocabulary.coverage import Benefit

_PLAN = """
id: both-sides
iop_coverage: covered
iop_benefit: iop
deductible: 0
has_out_of_pocket_limit: no
benefits:
  - benefit: iop
    has_visit_limit: no
    cost_share: {deductible_applies: yes, patient_share: 20%}
    first_visits:
      {visits: 2, cost_share: {deductible_applies: no, copay: 10.00}}
    service_deductible: {amount: 100.00, rule: beside}
out_of_network:
  coverage: covered
  deductible: 0
  deductible_crediting: CREDITING
  limit_crediting: separate
  has_out_of_pocket_limit: no
  benefits:
    - benefit: iop
      has_visit_limit: no
      cost_share: {deductible_applies: yes, patient_share: 40%}
      first_visits:
        {visits: 1, cost_share: {deductible_applies: no, copay: 25.00}}
      service_deductible: {amount: 300.00, rule: beside}
"""


def plan_of(crediting: str) -> HealthPlan:
    return read(HealthPlan, _PLAN.replace("CREDITING", crediting))


def lines(*insides: bool, benefit: Benefit = Benefit.IOP) -> list[ClaimLine]:
    """Return one line of 200 dollars a day, inside the network or outside of it."""
    first = date(2026, 3, 2)
    return [
        ClaimLine(
            on=first + timedelta(days=day),
            benefit=benefit,
            allowed=Money.parse("200.00"),
            is_in_network=is_inside,
        )
        for day, is_inside in enumerate(insides)
    ]


def owed(plan: HealthPlan, some: list[ClaimLine], used: Accumulators = NOTHING_USED) -> list[str]:
    return [str(each.run.patient) for each in adjudicate(some, plan, used).lines()]


def test_first_visits_outside_are_counted_there_alone() -> None:
    sides = (False, True, False, True, True)
    found = adjudicate(lines(*sides), plan_of("separate"), NOTHING_USED)

    # 25 once outside and 10 twice inside; the others owe a deductible and a share of the rest.
    assert [str(each.run.patient) for each in found.lines()] == [
        "25.00",
        "10.00",
        "200.00",
        "10.00",
        "120.00",
    ]
    assert found.used_after.out_of_network == evolve(
        NOTHING_USED_OUTSIDE,
        benefits_used=(
            ServiceUse(benefit=Benefit.IOP, deductible_used=Money.parse("200.00"), first_visits=2),
        ),
    )


@pytest.mark.parametrize(
    ("crediting", "expected"),
    [
        # Inside 100 is met by the first line, outside 300 by the next two, or only 200 more.
        ("separate", ["120.00", "200.00", "140.00", "40.00"]),
        ("cross-credited", ["120.00", "200.00", "80.00", "40.00"]),
        ("combined", ["120.00", "200.00", "80.00", "40.00"]),
    ],
)
def test_a_deductible_of_a_service_is_credited_as_the_deductible_is(
    crediting: str, expected: list[str]
) -> None:
    later = OutsideUse(
        benefits_used=(ServiceUse(benefit=Benefit.IOP, deductible_used=Money(0), first_visits=1),)
    )
    used = evolve(NOTHING_USED, out_of_network=later, visits_used=2)

    assert owed(plan_of(crediting), lines(True, False, False, True), used) == expected


def test_what_has_been_used_outside_is_asked_by_its_own_name() -> None:
    used = evolve(NOTHING_USED, out_of_network=evolve(NOTHING_USED_OUTSIDE, benefits_used=None))
    with pytest.raises(CannotAdjudicate) as refused:
        adjudicate(lines(False), plan_of("separate"), used)

    assert refused.value.missing == (
        "out_of_network.benefits_used.iop.first_visits",
        "out_of_network.benefits_used.iop.deductible_used",
    )


def test_two_deductibles_of_a_service_ask_how_they_stand() -> None:
    told = plan_of("separate")
    assert told.out_of_network is not None
    outside = evolve(told.out_of_network, deductible_crediting=None)
    with pytest.raises(CannotAdjudicate) as refused:
        adjudicate(lines(False), evolve(told, out_of_network=outside), NOTHING_USED)

    assert refused.value.missing == ("out_of_network.deductible_crediting",)


_DRUG_PLAN = """
id: drugs
iop_coverage: covered
deductible: 1000.00
has_out_of_pocket_limit: no
benefits: [BENEFIT]
drug: {is_deductible_integrated: no, deductible: 100.00, is_limit_integrated: yes}
out_of_network:
  coverage: covered
  deductible: 2000.00
  deductible_crediting: CREDITING
  limit_crediting: separate
  has_out_of_pocket_limit: no
  benefits: [BENEFIT]
  drug: {is_deductible_integrated: no, deductible: 250.00, is_limit_integrated: yes}
"""
_BENEFIT = (
    "{benefit: prescription-drugs, pot: drug, has_visit_limit: no, "
    "cost_share: {deductible_applies: yes, patient_share: 10%}}"
)


@pytest.mark.parametrize(
    ("crediting", "expected", "left"),
    [
        ("separate", ["110.00", "200.00", "65.00"], "250.00"),
        ("combined", ["110.00", "20.00", "20.00"], "0.00"),
        ("cross-credited", ["110.00", "155.00", "20.00"], "250.00"),
    ],
)
def test_drugs_outside_the_network_have_amounts_of_their_own(
    crediting: str, expected: list[str], left: str
) -> None:
    text = _DRUG_PLAN.replace("BENEFIT", _BENEFIT).replace("CREDITING", crediting)
    some = lines(True, False, False, benefit=Benefit.PRESCRIPTION_DRUGS)
    found = adjudicate(some, read(HealthPlan, text), NOTHING_USED)

    assert [str(each.run.patient) for each in found.lines()] == expected
    outside = found.used_after.out_of_network
    drug = outside.drug if outside else None
    assert drug is not None
    assert str(drug.deductible_used) == left


def test_drugs_outside_the_network_ask_for_their_amounts() -> None:
    text = _DRUG_PLAN.replace("BENEFIT", _BENEFIT).replace("CREDITING", "separate")
    told = read(HealthPlan, text)
    assert told.out_of_network is not None
    plan = evolve(told, out_of_network=evolve(told.out_of_network, drug=None))
    some = lines(False, benefit=Benefit.PRESCRIPTION_DRUGS)
    with pytest.raises(CannotAdjudicate) as refused:
        adjudicate(some, plan, NOTHING_USED)

    assert refused.value.missing == ("out_of_network.drug",)


def test_drugs_are_part_of_the_medical_amounts_outside_where_they_are_inside() -> None:
    text = _DRUG_PLAN.replace("BENEFIT", _BENEFIT).replace("CREDITING", "separate")
    apart = "is_deductible_integrated: no, deductible: 100.00"
    told = read(HealthPlan, text.replace(apart, "is_deductible_integrated: yes"))
    assert told.out_of_network is not None
    plan = evolve(told, out_of_network=evolve(told.out_of_network, drug=None))
    some = lines(False, benefit=Benefit.PRESCRIPTION_DRUGS)
    after = adjudicate(some, plan, NOTHING_USED).used_after.out_of_network

    assert after == evolve(NOTHING_USED_OUTSIDE, deductible_used=Money.parse("200.00"))
