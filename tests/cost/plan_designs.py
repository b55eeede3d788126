"""Designs of plans in which something is to be checked, each as small as can be."""

from __future__ import annotations

from collections.abc import Mapping

from iopkit.formats import read
from iopkit.model.health_plan import HealthPlan

_DEFAULTS = {"id": "design", "payer": "commercial", "plan_year": "2026-01-01..2027-01-01"}


def plan_told(text: str) -> HealthPlan:
    """Return a commercial plan of 2026, but for what `text` tells otherwise."""
    told = [f"{key}: {value}" for key, value in _DEFAULTS.items() if f"{key}:" not in text]
    return read(HealthPlan, "\n".join((*told, text)))


_PLAIN_30 = "{deductible_applies: no, copay: 30.00}"
DESIGNS: Mapping[str, str] = {
    "a copay before the deductible of a savings plan": (
        "is_hsa_eligible: yes\n"
        "benefits:\n"
        "  - benefit: iop\n"
        "    cost_share: {deductible_applies: yes, copay: 30.00, copay_order: before-deductible}\n"
        f"  - {{benefit: laboratory, cost_share: {_PLAIN_30}}}\n"
    ),
    "first visits before the deductible of a savings plan": (
        "is_hsa_eligible: yes\n"
        "benefits:\n"
        "  - benefit: iop\n"
        "    cost_share: {deductible_applies: yes, patient_share: 20%}\n"
        "    first_visits: {visits: 3, cost_share: {deductible_applies: no, patient_share: 10%}}\n"
        "  - {benefit: laboratory, cost_share: {deductible_applies: no}}\n"
    ),
    "a copay before the deductible of a savings plan for a family": (
        "is_hsa_eligible: yes\n"
        "family: {deductible: 4000.00, deductible_rule: aggregate}\n"
        f"benefits: [{{benefit: office-visit, cost_share: {_PLAIN_30}}}]\n"
    ),
    "a low deductible of a savings plan": "is_hsa_eligible: yes\ndeductible: 1699.99\n",
    "the least deductible of a savings plan": "is_hsa_eligible: yes\ndeductible: 1700.00\n",
    "a low deductible of a plan for no savings account": "deductible: 100.00\n",
    "a low deductible of a savings plan for a family": (
        "is_hsa_eligible: yes\nfamily: {deductible: 3399.99}\n"
    ),
    "a low deductible of one person in a savings plan for a family": (
        "is_hsa_eligible: yes\n"
        "deductible: 3399.99\n"
        "family: {deductible: 6000.00, deductible_rule: embedded}\n"
    ),
    "a deductible that each of two members must meet in a savings plan": (
        "is_hsa_eligible: yes\n"
        "deductible: 1700.00\n"
        "family: {deductible_rule: members-each, deductible_members: 2}\n"
    ),
    "a deductible of one person that a shared one replaces": (
        "is_hsa_eligible: yes\n"
        "deductible: 1000.00\n"
        "family: {deductible: 3400.00, deductible_rule: aggregate}\n"
    ),
    "a low deductible of one person beside a family in a savings plan": (
        "is_hsa_eligible: yes\ndeductible: 1699.99\nfamily: {deductible: 4000.00}\n"
    ),
    "a savings plan that never pays for a service": (
        "is_hsa_eligible: yes\n"
        "benefits:\n"
        "  - {benefit: inpatient, cost_share: {deductible_applies: no, patient_share: 100%}}\n"
    ),
    "a high limit of a savings plan": "is_hsa_eligible: yes\nout_of_pocket_limit: 8500.01\n",
    "the highest limit of a savings plan": "is_hsa_eligible: yes\nout_of_pocket_limit: 8500.00\n",
    "a high limit of a savings plan for a family": (
        "is_hsa_eligible: yes\nfamily: {out_of_pocket_limit: 17000.01}\n"
    ),
    "a savings plan without a limit": "is_hsa_eligible: yes\nhas_out_of_pocket_limit: no\n",
    "a savings plan without a limit for a family": (
        "is_hsa_eligible: yes\nhas_out_of_pocket_limit: no\nfamily: {deductible: 4000.00}\n"
    ),
    "a savings plan whose only limit a family shares": (
        "is_hsa_eligible: yes\n"
        "has_out_of_pocket_limit: no\n"
        "family: {out_of_pocket_limit: 10600.00, limit_rule: aggregate}\n"
    ),
    "a limit above that of federal law": "out_of_pocket_limit: 10600.01\n",
    "the limit of federal law": "out_of_pocket_limit: 10600.00\n",
    "a limit for a family above that of federal law": (
        "family: {out_of_pocket_limit: 21200.01, limit_rule: embedded}\n"
    ),
    "no limit at all under Medicare": "payer: medicare\nhas_out_of_pocket_limit: no\n",
    "one person of a family may owe all of a shared limit": (
        "family: {out_of_pocket_limit: 16000.00, limit_rule: aggregate}\n"
    ),
    "one person of a family owes at most the limit for one": (
        "family: {out_of_pocket_limit: 16000.00, limit_rule: aggregate, person_limit: 10600.00}\n"
    ),
    "one person of a family owes more by the plan's own word": (
        "family: {person_limit: 10600.01}\n"
    ),
    "each person of a family has too high a limit": (
        "out_of_pocket_limit: 11000.00\nfamily: {limit_rule: embedded}\n"
    ),
    "limits below their deductibles": (
        "deductible: 3000.00\n"
        "out_of_pocket_limit: 2999.99\n"
        "family: {deductible: 6000.00, out_of_pocket_limit: 5000.00}\n"
        "out_of_network: {deductible: 9000.00, out_of_pocket_limit: 8000.00}\n"
    ),
    "limits below their deductibles for drugs and for a family outside the network": (
        "out_of_network: {family: {deductible: 9000.00, out_of_pocket_limit: 8999.99}}\n"
        "drug: {deductible: 500.00, out_of_pocket_limit: 400.00}\n"
    ),
    "a limit outside the network toward which no deductible of the plan counts": (
        "counts_toward_limit: {has: [copay], lacks: [deductible]}\n"
        "out_of_network: {deductible: 9000.00, out_of_pocket_limit: 8000.00}\n"
    ),
    "amounts for a family below those for one person": (
        "deductible: 3000.00\n"
        "out_of_pocket_limit: 6000.00\n"
        "family: {deductible: 2999.99, out_of_pocket_limit: 6000.00}\n"
        "out_of_network: {out_of_pocket_limit: 9000.00, family: {out_of_pocket_limit: 8000.00}}\n"
    ),
    "a deductible that equals the limit": "deductible: 3000.00\nout_of_pocket_limit: 3000.00\n",
    "a limit toward which the deductible does not count": (
        "deductible: 3000.00\n"
        "out_of_pocket_limit: 2000.00\n"
        "counts_toward_limit: {has: [copay], lacks: [deductible]}\n"
    ),
    "shares that may be the plan's": (
        "benefits:\n"
        "  - {benefit: iop, cost_share: {deductible_applies: yes, patient_share: 80%}}\n"
        "  - {benefit: laboratory, cost_share: {deductible_applies: yes, patient_share: 50%}}\n"
        "out_of_network: {patient_share: 50.01%}\n"
    ),
    "shares that may be fractions": (
        "benefits:\n"
        "  - {benefit: iop, cost_share: {deductible_applies: yes, patient_share: 0.20%}}\n"
        "  - {benefit: laboratory, cost_share: {deductible_applies: yes, patient_share: 1%}}\n"
        "  - {benefit: inpatient, cost_share: {deductible_applies: yes, patient_share: 0%}}\n"
        "out_of_network: {patient_share: 0.99%}\n"
    ),
    "shares of first visits and outside the network that may be the plan's": (
        "benefits:\n"
        "  - benefit: iop\n"
        "    cost_share: {deductible_applies: yes, patient_share: 20%}\n"
        "    first_visits: {visits: 3, cost_share: {deductible_applies: no, patient_share: 90%}}\n"
        "out_of_network:\n"
        "  benefits:\n"
        "    - {benefit: iop, cost_share: {deductible_applies: yes, patient_share: 60%}}\n"
        "    - {benefit: inpatient, cost_share: {deductible_applies: no, patient_share: 100%}}\n"
    ),
    "nothing covered outside the network": "out_of_network: {patient_share: 100%}\n",
    "two benefits of which none is named": (
        "benefits: [{benefit: other-outpatient}, {benefit: office-visit}]\n"
    ),
    "a benefit for IOP, and another that is named": (
        "iop_benefit: other-outpatient\nbenefits: [{benefit: iop}, {benefit: other-outpatient}]\n"
    ),
    "one of two benefits is named": (
        "iop_benefit: other-outpatient\n"
        "benefits: [{benefit: office-visit}, {benefit: other-outpatient}]\n"
    ),
    "a plan year of a year and a day": "plan_year: 2026-01-01..2027-01-02\n",
    "a plan year without an end": "plan_year: 2026-01-01..open\n",
    "a plan year that begins on a leap day": "plan_year: 2024-02-29..2025-03-01\n",
    "a higher copay for behavioral care": (
        "iop_benefit: iop\n"
        "benefits:\n"
        "  - benefit: iop\n"
        "    cost_share: {deductible_applies: no, copay: 30.01, copay_unit: day}\n"
        "  - benefit: partial-hospitalization\n"
        "    cost_share: {deductible_applies: no, copay: 60.00}\n"
        f"  - {{benefit: office-visit, cost_share: {_PLAIN_30}}}\n"
    ),
    "a higher share for behavioral care": (
        "iop_benefit: iop\n"
        "benefits:\n"
        "  - {benefit: iop, cost_share: {deductible_applies: yes, patient_share: 20.01%}}\n"
        "  - benefit: partial-hospitalization\n"
        "    cost_share: {deductible_applies: yes, patient_share: 20%}\n"
        "  - benefit: other-outpatient\n"
        "    cost_share: {deductible_applies: yes, patient_share: 20%}\n"
    ),
    "the same copay for behavioral care": (
        "iop_benefit: iop\n"
        "benefits:\n"
        f"  - {{benefit: iop, cost_share: {_PLAIN_30}}}\n"
        f"  - {{benefit: office-visit, cost_share: {_PLAIN_30}}}\n"
    ),
    "a copay for a week of behavioral care": (
        "iop_benefit: iop\n"
        "benefits:\n"
        "  - benefit: iop\n"
        "    cost_share: {deductible_applies: no, copay: 60.00, copay_unit: week}\n"
        f"  - {{benefit: office-visit, cost_share: {_PLAIN_30}}}\n"
    ),
    "visits that only behavioral care has a limit of": (
        "iop_benefit: iop\n"
        "benefits:\n"
        "  - benefit: iop\n"
        "    visit_limit: 20\n"
        "    limits:\n"
        "      - {quantity: 90, unit: hours, period: year}\n"
        "      - {quantity: 5, unit: days, period: week}\n"
        "  - {benefit: office-visit, has_visit_limit: no}\n"
    ),
    "behavioral care asks where other care is free, inside the network and outside": (
        "iop_benefit: iop\n"
        "benefits:\n"
        "  - benefit: iop\n"
        "    cost_share: {deductible_applies: no, copay: 30.00, patient_share: 10%}\n"
        "  - {benefit: office-visit, cost_share: {deductible_applies: yes}}\n"
        "  - {benefit: other-outpatient, cost_share: {deductible_applies: no}}\n"
        "out_of_network:\n"
        "  coverage: covered\n"
        "  patient_share: 30%\n"
        "  benefits:\n"
        "    - benefit: iop\n"
        "      cost_share: {deductible_applies: yes, patient_share: 40%}\n"
        "      has_visit_limit: no\n"
        "    - benefit: partial-hospitalization\n"
        "      cost_share: {deductible_applies: yes, patient_share: 30%}\n"
        "      service_deductible: {amount: 300.00}\n"
    ),
    "behavioral care asks a copay where other care asks a share": (
        "iop_benefit: iop\n"
        "benefits:\n"
        "  - {benefit: iop, cost_share: {deductible_applies: no, copay: 30.00}}\n"
        "  - {benefit: office-visit, cost_share: {deductible_applies: no, patient_share: 10%}}\n"
    ),
    "deductibles of a service and of drugs in a savings plan": (
        "is_hsa_eligible: yes\n"
        "deductible: 3000.00\n"
        "benefits:\n"
        "  - benefit: laboratory\n"
        "    cost_share: {deductible_applies: yes}\n"
        "    service_deductible: {amount: 1699.99, rule: beside}\n"
        "  - benefit: inpatient\n"
        "    cost_share: {deductible_applies: yes}\n"
        "    service_deductible: {amount: 100.00, rule: before}\n"
        "  - {benefit: office-visit, service_deductible: {amount: 1700.00, rule: beside}}\n"
        "drug: {is_deductible_integrated: no, deductible: 500.00}\n"
    ),
    "drugs that draw on the deductible of a savings plan": (
        "is_hsa_eligible: yes\n"
        "deductible: 3000.00\n"
        "drug: {is_deductible_integrated: yes, deductible: 3000.00}\n"
    ),
    "visits of which other care may have a limit too": (
        "iop_benefit: iop\nbenefits: [{benefit: iop, visit_limit: 20}, {benefit: office-visit}]\n"
    ),
    "amounts that stand for none": (
        "payer: medicare\n"
        "deductible: 1000000.01\n"
        "out_of_pocket_limit: 99999999.00\n"
        "family: {person_limit: 2000000.00}\n"
        "benefits:\n"
        "  - benefit: iop\n"
        "    cost_share:\n"
        "      deductible_applies: yes\n"
        "      copay: 10000.01\n"
        "      copay_order: after-deductible\n"
        "      group_copay: 9999.99\n"
        "    service_deductible: {amount: 1000000.01}\n"
        "    first_visits:\n"
        "      visits: 2\n"
        "      cost_share: {deductible_applies: no, copay: 10000.01, copay_unit: stay}\n"
        "drug: {deductible: 1000000.01}\n"
        "missing_authorization: {rule: penalty, amount: 500.00, most: 99999999.00}\n"
        "out_of_network:\n"
        "  out_of_pocket_limit: 1000000.01\n"
        "  drug: {out_of_pocket_limit: 1000000.01}\n"
        "  benefits:\n"
        "    - benefit: iop\n"
        "      cost_share: {deductible_applies: no, copay: 20.00, copay_cap_per_stay: 1000000.01}\n"
    ),
    "the largest amounts that are taken for amounts": (
        "payer: medicare\n"
        "deductible: 1000000.00\n"
        "out_of_pocket_limit: 1000000.00\n"
        "benefits:\n"
        "  - {benefit: iop, cost_share: {deductible_applies: no, copay: 10000.00}}\n"
    ),
    "amounts that other words of the plan leave without effect": (
        "payer: medicare\n"
        "deductible: 1500.00\n"
        "benefits:\n"
        "  - benefit: iop\n"
        "    cost_share: {deductible_applies: no, copay: 30.00}\n"
        "    service_deductible: {amount: 300.00, rule: before}\n"
        "family: {deductible: 3000.00, deductible_rule: members-each, limit_members: 2,"
        " limit_rule: embedded}\n"
        "counts_toward_limit: [deductible, penalty]\n"
        "missing_authorization: {rule: denied, share: 50%, amount: 500.00, most: 2500.00}\n"
        "drug: {is_deductible_integrated: yes, deductible: 100.00}\n"
        "out_of_network:\n"
        "  deductible: 3000.00\n"
        "  deductible_crediting: combined\n"
        "  out_of_pocket_limit: 9000.00\n"
        "  limit_crediting: combined\n"
        "  drug: {deductible: 100.00, is_limit_integrated: yes}\n"
        "  benefits:\n"
        "    - benefit: iop\n"
        "      cost_share: {deductible_applies: no, patient_share: 100%}\n"
        "      first_visits: {visits: 3, cost_share: {deductible_applies: no, copay: 40.00}}\n"
    ),
    "what is told of care that is not covered": (
        "payer: medicare\n"
        "iop_coverage: not-covered\n"
        "benefits:\n"
        "  - {benefit: iop, cost_share: {deductible_applies: no, copay: 30.00}}\n"
        "out_of_network:\n"
        "  coverage: not-covered\n"
        "  patient_share: 40%\n"
        "  benefits:\n"
        "    - {benefit: iop, cost_share: {deductible_applies: no, patient_share: 50%}}\n"
        "    - {benefit: inpatient, cost_share: {deductible_applies: no, patient_share: 100%}}\n"
    ),
    "nothing more is told of care that is not covered": (
        "payer: medicare\n"
        "iop_coverage: not-covered\n"
        "iop_benefit: iop\n"
        "benefits: [{benefit: iop}]\n"
        "out_of_network: {coverage: not-covered, patient_share: 100%, deductible: 500.00}\n"
    ),
    "the same amounts told for both sides, and others that are used": (
        "payer: medicare\n"
        "deductible: 1500.00\n"
        "out_of_pocket_limit: 5000.00\n"
        "benefits:\n"
        "  - benefit: iop\n"
        "    cost_share: {deductible_applies: no, copay: 30.00}\n"
        "    first_visits: {visits: 3, cost_share: {deductible_applies: yes}}\n"
        "    service_deductible: {amount: 300.00, rule: before}\n"
        "  - {benefit: inpatient, service_deductible: {amount: 300.00}}\n"
        "family: {deductible: 3000.00, out_of_pocket_limit: 9000.00, limit_members: 2}\n"
        "counts_toward_limit: [copay-before, service-deductible, deductible, copay]\n"
        "missing_authorization: {rule: penalty, share: 50%, amount: 500.00, most: 2500.00}\n"
        "drug: {is_deductible_integrated: yes, deductible: 1500.00}\n"
        "out_of_network:\n"
        "  deductible: 1500.00\n"
        "  deductible_crediting: combined\n"
        "  out_of_pocket_limit: 9000.00\n"
        "  limit_crediting: cross-credited\n"
        "  family: {deductible: 3000.00, out_of_pocket_limit: 18000.00}\n"
    ),
    "a deductible of behavioral care alone": (
        "iop_benefit: iop\n"
        "benefits:\n"
        "  - {benefit: iop, service_deductible: {amount: 300.00}}\n"
        "  - benefit: residential\n"
        "    cost_share:\n"
        "      deductible_applies: yes\n"
        "      copay: 250.00\n"
        "      copay_order: after-deductible\n"
        "      patient_share: 30%\n"
        "    service_deductible: {amount: 500.00}\n"
        "    visit_limit: 30\n"
        f"  - {{benefit: office-visit, has_visit_limit: no, cost_share: {_PLAIN_30}}}\n"
        "  - benefit: other-outpatient\n"
        "    cost_share: {deductible_applies: yes, patient_share: 20%}\n"
        "  - {benefit: prescription-drugs, service_deductible: {amount: 100.00}}\n"
    ),
    "no deductible of behavioral care alone": (
        "benefits: [{benefit: iop, service_deductible: {amount: 0.00}}]\n"
    ),
    "a higher copay for behavioral care under TRICARE": (
        "payer: tricare\n"
        "iop_benefit: iop\n"
        "benefits:\n"
        "  - {benefit: iop, cost_share: {deductible_applies: no, copay: 50.00}}\n"
        f"  - {{benefit: office-visit, cost_share: {_PLAIN_30}}}\n"
    ),
    "a year of which nothing was read": (
        "is_hsa_eligible: yes\n"
        "plan_year: 2028-01-01..2029-01-01\n"
        "deductible: 100.00\n"
        f"benefits: [{{benefit: office-visit, cost_share: {_PLAIN_30}}}]\n"
    ),
    "a plan year that begins on the last day of a calendar year": (
        "is_hsa_eligible: yes\nplan_year: 2025-12-31..2026-12-31\ndeductible: 1650.00\n"
    ),
    "a family before each person had a limit": (
        "plan_year: 2015-01-01..2016-01-01\n"
        "family: {out_of_pocket_limit: 13200.00, limit_rule: aggregate}\n"
    ),
}
"""What each plan tells, by what is to be checked in it, or why nothing is."""
