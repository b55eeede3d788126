"""What a plan's design gives reason to check: whole messages, edges, and years without amounts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from attrs import evolve
from tests.cost.plan_designs import DESIGNS, plan_told

from iopkit.catalog import shipped
from iopkit.cost import PLAN_CODES, plan_findings
from iopkit.cost.plan_wording import dollars, problem_of
from iopkit.errors import NotShipped
from iopkit.law.amounts import Amounts
from iopkit.model.episode import Episode
from iopkit.model.health_plan import HealthPlan
from iopkit.model.prices import Price, PriceList, PriceTier
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.problems import Problem, Severity
from iopkit.values.spans import Span
from iopkit.vocabulary.billing import Service, Unit

DAY = date(2026, 7, 1)


def _absurd(path: str, told: str, most: str = "$1,000,000.00") -> tuple[str, None]:
    text = "such a number often stands for one that is not known: leave it out then"
    return f"warning {path}: expected at most {most}, got {told}; {text}", None


def _unused(path: str, why: str, told: str) -> tuple[str, None]:
    text = "which has no effect; leave it out if that is so"
    return f"warning {path}: expected nothing here, as {why}, got {told}, {text}", None


def _parity(path: str, said: str) -> tuple[str, str]:
    text = "what is asked of such care may not be stricter than what is asked of nearly all medical"
    return f"note {path}: {said}; ask the plan about parity: {text} care", "usc-42-300gg-26"


def _savings(path: str, told: str) -> tuple[str, str]:
    text = "expected at least $1,700.00 for one person (plan years from 2026-01-01)"
    remedy = "correct the deductible or `is_hsa_eligible`"
    return f"warning {path}: {text}, got {told}; {remedy}", "hdhp-limits-2026"


FOUND: Mapping[str, tuple[tuple[str, str | None], ...]] = {
    "a copay before the deductible of a savings plan": (
        (
            (
                "warning benefits[1].cost_share.copay: expected a deductible of at least "
                "$1,700.00 (plan years from 2026-01-01) before anything but preventive care, got"
                " a copay of $30.00 without one; correct the cost share or `is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
    ),
    "first visits before the deductible of a savings plan": (
        (
            (
                "warning benefits[0].first_visits.cost_share.deductible_applies: expected a "
                "deductible of at least $1,700.00 (plan years from 2026-01-01) before anything "
                "but preventive care, got a share of 10% without one; correct the cost share or "
                "`is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
        (
            (
                "warning benefits[1].cost_share.deductible_applies: expected a deductible of at "
                "least $1,700.00 (plan years from 2026-01-01) before anything but preventive "
                "care, got a service at no charge without one; correct the cost share or "
                "`is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
    ),
    "a copay before the deductible of a savings plan for a family": (
        (
            (
                "warning benefits[0].cost_share.copay: expected a deductible of at least "
                "$3,400.00 (plan years from 2026-01-01) before anything but preventive care, got"
                " a copay of $30.00 without one; correct the cost share or `is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
    ),
    "a low deductible of a savings plan": (
        (
            (
                "warning deductible: expected at least $1,700.00 for one person (plan years from"
                " 2026-01-01), got $1,699.99; correct the deductible or `is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
    ),
    "a low deductible of a savings plan for a family": (
        (
            (
                "warning family.deductible: expected at least $3,400.00 for a family (plan years"
                " from 2026-01-01), got $3,399.99; correct the deductible or `is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
    ),
    "a low deductible of one person in a savings plan for a family": (
        (
            (
                "warning deductible: expected at least $3,400.00, the amount for a family, also "
                "where each person has an own deductible (plan years from 2026-01-01), got "
                "$3,399.99; correct the deductible or `is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
    ),
    "a deductible that each of two members must meet in a savings plan": (
        (
            (
                "warning deductible: expected at least $3,400.00, the amount for a family, also "
                "where each person has an own deductible (plan years from 2026-01-01), got "
                "$1,700.00; correct the deductible or `is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
    ),
    "a low deductible of one person beside a family in a savings plan": (
        (
            (
                "warning deductible: expected at least $1,700.00 for one person (plan years from"
                " 2026-01-01), got $1,699.99; correct the deductible or `is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
    ),
    "a savings plan that never pays for a service": (
        (
            (
                "note benefits[0].cost_share.patient_share: does the plan or the patient pay "
                "100%? as written, the patient does; write the part that the patient pays"
            ),
            None,
        ),
    ),
    "a high limit of a savings plan": (
        (
            (
                "warning out_of_pocket_limit: expected at most $8,500.00 for one person (plan "
                "years from 2026-01-01), got $8,500.01; correct the limit or `is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
    ),
    "a high limit of a savings plan for a family": (
        (
            (
                "warning family.out_of_pocket_limit: expected at most $17,000.00 for a family "
                "(plan years from 2026-01-01), got $17,000.01; correct the limit or "
                "`is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
    ),
    "a savings plan without a limit": (
        (
            (
                "warning has_out_of_pocket_limit: expected at most $8,500.00 for one person "
                "(plan years from 2026-01-01), got no limit; correct the limit or "
                "`is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
        (
            (
                "note has_out_of_pocket_limit: expected at most $10,600.00 for one person (plan "
                "years from 2026-01-01) unless the plan is grandfathered, got no limit; check "
                "the limit in the network, or ask the plan"
            ),
            "aca-limits-2026",
        ),
    ),
    "a savings plan without a limit for a family": (
        (
            (
                "warning has_out_of_pocket_limit: expected at most $17,000.00 for a family (plan "
                "years from 2026-01-01), got no limit; correct the limit or `is_hsa_eligible`"
            ),
            "hdhp-limits-2026",
        ),
        (
            (
                "note has_out_of_pocket_limit: expected at most $21,200.00 for a family (plan "
                "years from 2026-01-01) unless the plan is grandfathered, got no limit; check "
                "the limit in the network, or ask the plan"
            ),
            "aca-limits-2026",
        ),
    ),
    "a limit above that of federal law": (
        (
            (
                "note out_of_pocket_limit: expected at most $10,600.00 for one person (plan "
                "years from 2026-01-01) unless the plan is grandfathered, got $10,600.01; check "
                "the limit in the network, or ask the plan"
            ),
            "aca-limits-2026",
        ),
    ),
    "a limit for a family above that of federal law": (
        (
            (
                "note family.out_of_pocket_limit: expected at most $21,200.00 for a family (plan"
                " years from 2026-01-01) unless the plan is grandfathered, got $21,200.01; check"
                " the limit in the network, or ask the plan"
            ),
            "aca-limits-2026",
        ),
    ),
    "one person of a family may owe all of a shared limit": (
        (
            (
                "note family.out_of_pocket_limit: expected at most $10,600.00 for any one person"
                " of a family (plan years from 2026-01-01) unless the plan is grandfathered, got"
                " $16,000.00; tell `family.person_limit`, or ask the plan"
            ),
            "aca-one-person-limit",
        ),
    ),
    "one person of a family owes more by the plan's own word": (
        (
            (
                "note family.person_limit: expected at most $10,600.00 for any one person of a "
                "family (plan years from 2026-01-01) unless the plan is grandfathered, got "
                "$10,600.01; tell `family.person_limit`, or ask the plan"
            ),
            "aca-one-person-limit",
        ),
    ),
    "each person of a family has too high a limit": (
        (
            (
                "note out_of_pocket_limit: expected at most $10,600.00 for any one person of a "
                "family (plan years from 2026-01-01) unless the plan is grandfathered, got "
                "$11,000.00; tell `family.person_limit`, or ask the plan"
            ),
            "aca-one-person-limit",
        ),
    ),
    "limits below their deductibles": (
        (
            (
                "warning out_of_pocket_limit: expected a limit of at least the deductible, "
                "$3,000.00, got $2,999.99; were the two mixed up? where the deductible does not "
                "count toward the limit, say so in `counts_toward_limit`"
            ),
            None,
        ),
        (
            (
                "warning family.out_of_pocket_limit: expected a limit of at least the "
                "deductible, $6,000.00, got $5,000.00; were the two mixed up? where the "
                "deductible does not count toward the limit, say so in `counts_toward_limit`"
            ),
            None,
        ),
        (
            (
                "warning out_of_network.out_of_pocket_limit: expected a limit of at least the "
                "deductible, $9,000.00, got $8,000.00; were the two mixed up? where the "
                "deductible does not count toward the limit, say so in `counts_toward_limit`"
            ),
            None,
        ),
    ),
    "limits below their deductibles for drugs and for a family outside the network": (
        (
            (
                "warning out_of_network.family.out_of_pocket_limit: expected a limit of at least "
                "the deductible, $9,000.00, got $8,999.99; were the two mixed up? where the "
                "deductible does not count toward the limit, say so in `counts_toward_limit`"
            ),
            None,
        ),
        (
            (
                "warning drug.out_of_pocket_limit: expected a limit of at least the deductible, "
                "$500.00, got $400.00; were the two mixed up? where the deductible does not "
                "count toward the limit, say so in `counts_toward_limit`"
            ),
            None,
        ),
    ),
    "amounts for a family below those for one person": (
        (
            (
                "warning family.deductible: expected an amount for a family of at least that for "
                "one person, $3,000.00, got $2,999.99; were the two mixed up?"
            ),
            None,
        ),
        (
            (
                "warning out_of_network.family.out_of_pocket_limit: expected an amount for a "
                "family of at least that for one person, $9,000.00, got $8,000.00; were the two "
                "mixed up?"
            ),
            None,
        ),
    ),
    "shares of first visits and outside the network that may be the plan's": (
        (
            (
                "note benefits[0].first_visits.cost_share.patient_share: does the plan or the "
                "patient pay 90%? as written, the patient does; write the part that the patient "
                "pays"
            ),
            None,
        ),
        (
            (
                "note out_of_network.benefits[0].cost_share.patient_share: does the plan or the "
                "patient pay 60%? as written, the patient does; write the part that the patient "
                "pays"
            ),
            None,
        ),
    ),
    "shares that may be the plan's": (
        (
            (
                "note benefits[0].cost_share.patient_share: does the plan or the patient pay "
                "80%? as written, the patient does; write the part that the patient pays"
            ),
            None,
        ),
        (
            (
                "note out_of_network.patient_share: does the plan or the patient pay 50.01%? as "
                "written, the patient does; write the part that the patient pays"
            ),
            None,
        ),
    ),
    "shares that may be fractions": (
        (
            (
                "warning benefits[0].cost_share.patient_share: expected a share of at least 1%, "
                "got 0.2%; was 20% meant?"
            ),
            None,
        ),
        (
            (
                "warning out_of_network.patient_share: expected a share of at least 1%, got 0.99%; "
                "was 99% meant?"
            ),
            None,
        ),
    ),
    "amounts that stand for none": (
        _absurd("deductible", "$1,000,000.01"),
        _absurd("out_of_pocket_limit", "$99,999,999.00"),
        _absurd("family.person_limit", "$2,000,000.00"),
        _absurd("benefits[0].cost_share.copay", "$10,000.01", "$10,000.00"),
        _absurd("benefits[0].service_deductible.amount", "$1,000,000.01"),
        _absurd("drug.deductible", "$1,000,000.01"),
        _absurd("out_of_network.out_of_pocket_limit", "$1,000,000.01"),
        _absurd("out_of_network.benefits[0].cost_share.copay_cap_per_stay", "$1,000,000.01"),
        _absurd("out_of_network.drug.out_of_pocket_limit", "$1,000,000.01"),
        _absurd("missing_authorization.most", "$99,999,999.00"),
    ),
    "two benefits of which none is named": (
        (
            (
                "note benefits: expected one benefit that pays an IOP day, got other outpatient "
                "services, office visit; let `iop_benefit` name it"
            ),
            None,
        ),
    ),
    "a benefit for IOP, and another that is named": (
        (
            (
                "warning iop_benefit: expected one benefit that pays an IOP day, got intensive "
                "outpatient program, other outpatient services; let `iop_benefit` name it"
            ),
            None,
        ),
    ),
    "a plan year of a year and a day": (
        (
            (
                "warning plan_year: expected a plan year of at most 12 months, got "
                "2026-01-01..2027-01-02; tell each plan year apart"
            ),
            None,
        ),
    ),
    "a plan year without an end": (
        (
            (
                "warning plan_year: expected a plan year of at most 12 months, got "
                "2026-01-01..open; tell each plan year apart"
            ),
            None,
        ),
    ),
    "a higher copay for behavioral care": (
        (
            (
                "note benefits[0].cost_share.copay: intensive outpatient program: a copay of "
                "$30.01; office visit: $30.00; ask the plan about parity: what is asked of such "
                "care may not be stricter than what is asked of nearly all medical care"
            ),
            "usc-42-300gg-26",
        ),
        (
            (
                "note benefits[1].cost_share.copay: partial hospitalization: a copay of $60.00; "
                "office visit: $30.00; ask the plan about parity: what is asked of such care may"
                " not be stricter than what is asked of nearly all medical care"
            ),
            "usc-42-300gg-26",
        ),
    ),
    "a higher share for behavioral care": (
        (
            (
                "note benefits[0].cost_share.patient_share: intensive outpatient program: a share "
                "of 20.01%; other outpatient services: 20%; ask the plan about parity: what is "
                "asked of such care may not be stricter than what is asked of nearly all medical "
                "care"
            ),
            "usc-42-300gg-26",
        ),
    ),
    "visits that only behavioral care has a limit of": (
        (
            (
                "note benefits[0].visit_limit: intensive outpatient program: at most 20 visits; "
                "office visit: no limit; ask the plan about parity: what is asked of such care "
                "may not be stricter than what is asked of nearly all medical care"
            ),
            "usc-42-300gg-26",
        ),
        (
            (
                "note benefits[0].limits[0]: intensive outpatient program: at most 90 hours; "
                "office visit: no limit; ask the plan about parity: what is asked of such care "
                "may not be stricter than what is asked of nearly all medical care"
            ),
            "usc-42-300gg-26",
        ),
        (
            (
                "note benefits[0].limits[1]: intensive outpatient program: at most 5 days; "
                "office visit: no limit; ask the plan about parity: what is asked of such care "
                "may not be stricter than what is asked of nearly all medical care"
            ),
            "usc-42-300gg-26",
        ),
    ),
    "behavioral care asks where other care is free, inside the network and outside": (
        _parity(
            "benefits[0].cost_share.copay",
            "intensive outpatient program: a copay of $30.00; office visit: $0.00",
        ),
        _parity(
            "benefits[0].cost_share.patient_share",
            "intensive outpatient program: a share of 10%; other outpatient services: 0%",
        ),
        _parity(
            "out_of_network.benefits[0].cost_share.patient_share",
            "intensive outpatient program: a share of 40%; other outpatient services: 30%",
        ),
        _parity(
            "out_of_network.benefits[1].service_deductible.amount",
            "partial hospitalization: a deductible of its own, $300.00",
        ),
    ),
    "deductibles of a service and of drugs in a savings plan": (
        _savings("benefits[0].service_deductible.amount", "$1,699.99"),
        _savings("drug.deductible", "$500.00"),
    ),
    "a deductible of behavioral care alone": (
        (
            (
                "note benefits[0].service_deductible.amount: intensive outpatient program: a "
                "deductible of its own, $300.00; ask the plan about parity: what is asked of "
                "such care may not be stricter than what is asked of nearly all medical care"
            ),
            "usc-42-300gg-26",
        ),
        (
            (
                "note benefits[1].service_deductible.amount: residential care: a deductible of its "
                "own, $500.00; ask the plan about parity: what is asked of such care may not be "
                "stricter than what is asked of nearly all medical care"
            ),
            "usc-42-300gg-26",
        ),
    ),
    "a year of which nothing was read": (
        (
            (
                "note deductible: not checked against `irs/hdhp-minimum-deductible-self`: "
                "nothing is in force on 2028-01-01; periods that exist: 2023-01-01..2024-01-01, "
                "2024-01-01..2025-01-01, 2025-01-01..2026-01-01, 2026-01-01..2027-01-01, "
                "2027-01-01..2028-01-01"
            ),
            None,
        ),
        (
            (
                "note benefits[0].cost_share.copay: not checked against "
                "`irs/hdhp-minimum-deductible-self`: nothing is in force on 2028-01-01; periods "
                "that exist: 2023-01-01..2024-01-01, 2024-01-01..2025-01-01, "
                "2025-01-01..2026-01-01, 2026-01-01..2027-01-01, 2027-01-01..2028-01-01"
            ),
            None,
        ),
    ),
    "what is told of care that is not covered": (
        _unused("benefits[0].cost_share", "`iop_coverage` says `not-covered`", "a cost share"),
        _unused(
            "out_of_network.patient_share", "`out_of_network.coverage` says `not-covered`", "40%"
        ),
        _unused(
            "out_of_network.benefits[0].cost_share",
            "`out_of_network.coverage` says `not-covered`",
            "a cost share",
        ),
    ),
    "amounts that other words of the plan leave without effect": (
        _unused(
            "out_of_network.deductible",
            "`out_of_network.deductible_crediting` says `combined`",
            "$3,000.00",
        ),
        _unused(
            "out_of_network.out_of_pocket_limit",
            "`out_of_network.limit_crediting` says `combined`",
            "$9,000.00",
        ),
        _unused("drug.deductible", "`drug.is_deductible_integrated` says `yes`", "$100.00"),
        _unused("family.deductible", "`family.deductible_rule` says `members-each`", "$3,000.00"),
        _unused("family.limit_members", "`family.limit_rule` says `embedded`", "2"),
        _unused(
            "benefits[0].service_deductible.amount",
            "`benefits[0].cost_share.deductible_applies` says `no`",
            "$300.00",
        ),
        _unused("counts_toward_limit", "such a part never counts toward a limit", "`penalty`"),
        _unused(
            "out_of_network.benefits[0].first_visits",
            "`out_of_network.benefits[0].cost_share.patient_share` says `100%`",
            "first visits",
        ),
        _unused("missing_authorization.share", "`missing_authorization.rule` says `denied`", "50%"),
        _unused(
            "missing_authorization.amount", "`missing_authorization.rule` says `denied`", "$500.00"
        ),
        _unused(
            "missing_authorization.most", "`missing_authorization.rule` says `denied`", "$2,500.00"
        ),
    ),
    "a family before each person had a limit": (
        (
            (
                "note family.out_of_pocket_limit: not checked against "
                "`aca/out-of-pocket-maximum-person-in-family`: nothing is in force on "
                "2015-01-01; periods that exist: 2016-01-01..2017-01-01, 2017-01-01..2018-01-01,"
                " 2018-01-01..2019-01-01, 2019-01-01..2020-01-01, 2020-01-01..2021-01-01, "
                "2021-01-01..2022-01-01, 2022-01-01..2023-01-01, 2023-01-01..2024-01-01, "
                "2024-01-01..2025-01-01, 2025-01-01..2026-01-01, 2026-01-01..2027-01-01, "
                "2027-01-01..2028-01-01"
            ),
            None,
        ),
    ),
}
"""The messages for each design, with the sources they cite; for any other there is none."""


def _found(plan: HealthPlan) -> tuple[Problem, ...]:
    return plan_findings(plan, shipped().amounts, on=DAY)


@pytest.mark.parametrize("name", DESIGNS)
def test_a_design_is_told_what_is_to_be_checked_in_it(name: str) -> None:
    found = _found(plan_told(DESIGNS[name]))

    told = tuple((f"{each.severity.value} {each}", each.source) for each in found)
    assert told == FOUND.get(name, ())


def test_every_code_is_found_in_some_design_or_with_what_is_told_beside_it() -> None:
    found = {each.code for text in DESIGNS.values() for each in _found(plan_told(text))}

    beside = {"plan-copay-above-price", "plan-year-episode", "price-absurd", "price-placeholder"}

    assert found | beside == set(PLAN_CODES)


def test_every_source_that_is_cited_ships() -> None:
    cited = {each.source for text in DESIGNS.values() for each in _found(plan_told(text))} - {None}

    assert cited <= set(shipped().ids("sources"))
    assert len(cited) == 4


def test_no_finding_speaks_of_a_violation() -> None:
    words = [
        text
        for design in DESIGNS.values()
        for each in _found(plan_told(design))
        for text in (each.text.en, each.text.es)
    ]

    assert words
    assert not any("violat" in text or "violac" in text or "illegal" in text for text in words)


def test_the_most_severe_comes_first() -> None:
    plan = plan_told(
        "is_hsa_eligible: yes\nout_of_pocket_limit: 11000.00\ndeductible: 20000.00\n"
        "benefits: [{benefit: iop, cost_share: {deductible_applies: yes, patient_share: 90%}}]\n"
    )

    assert [(each.severity, each.code) for each in _found(plan)] == [
        (Severity.WARNING, "plan-limit-below-deductible"),
        (Severity.WARNING, "plan-hsa-limit"),
        (Severity.NOTE, "plan-share-direction"),
        (Severity.NOTE, "plan-federal-limit"),
    ]


@pytest.mark.parametrize(
    ("on", "codes"),
    [
        (date(2025, 12, 31), []),
        (date(2026, 1, 1), ["plan-hsa-deductible"]),
        (date(2027, 12, 31), ["plan-hsa-deductible"]),
        (date(2028, 1, 1), ["plan-amount-missing"]),
        (date(2023, 1, 1), []),
        (date(2022, 12, 31), ["plan-amount-missing"]),
    ],
)
def test_a_plan_without_a_year_is_held_to_the_day_that_is_asked_for(
    on: date, codes: list[str]
) -> None:
    plan = HealthPlan(id="x", is_hsa_eligible=True, deductible=Money.parse("1650"))

    found = plan_findings(plan, shipped().amounts, on=on)

    assert [each.code for each in found] == codes


def test_the_year_of_the_plan_goes_before_the_day_that_is_asked_for() -> None:
    plan = evolve(
        plan_told("is_hsa_eligible: yes\ndeductible: 1650.00\n"),
        plan_year=Period.calendar_year(2025),
    )

    assert plan_findings(plan, shipped().amounts, on=date(2026, 1, 1)) == ()


def _prices(*highs: str | None) -> PriceList:
    ends = (None if high is None else Money.parse(high) for high in highs)
    told = (Price(service=Service.IOP, unit=Unit.DAY, amount=Span(None, end)) for end in ends)
    return PriceList(allowed=tuple(told))


def _tiered(high: str, tier: str | None) -> PriceList:
    told = None if tier is None else Money.parse(tier)
    price = Price(
        service=Service.IOP,
        unit=Unit.DAY,
        amount=Span.exactly(Money.parse(high)),
        tiers=(PriceTier(amount=Span(None, told), days=Span(1, 5)),),
    )
    return PriceList(allowed=(price,))


COPAY = "iop_benefit: iop\nbenefits:\n  - benefit: iop\n    cost_share: "
COPAY_50 = f"{COPAY}{{deductible_applies: no, copay: 50.00}}\n"
COPAY_WEEK = f"{COPAY}{{deductible_applies: no, copay: 50.00, copay_unit: week}}\n"


@pytest.mark.parametrize(
    ("text", "prices", "highest"),
    [
        (COPAY_50, _prices("49.99"), "49.99"),
        (COPAY_50, _prices("20", "49.99"), "49.99"),
        (COPAY_50, _prices("50"), None),
        (COPAY_50, _prices("20", None), None),
        (COPAY_50, _prices(), None),
        (COPAY_50, _tiered("20", "50"), None),
        (COPAY_50, _tiered("20", "49"), "49.00"),
        (COPAY_50, _tiered("20", None), None),
        (COPAY_50, None, None),
        (COPAY_WEEK, _prices("20"), None),
        (COPAY_50.replace(": iop", ": laboratory"), _prices("20"), "20.00"),
        (COPAY_50.replace("- benefit: iop", "- benefit: laboratory"), _prices("20"), None),
        (
            COPAY_50,
            PriceList(
                charges=(
                    Price(
                        service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(Money.parse("49"))
                    ),
                    Price(
                        service=Service.IOP, unit=Unit.WEEK, amount=Span.exactly(Money.parse("90"))
                    ),
                    Price(
                        service=Service.INTAKE,
                        unit=Unit.DAY,
                        amount=Span.exactly(Money.parse("95")),
                    ),
                )
            ),
            "49.00",
        ),
    ],
)
def test_a_copay_is_held_to_the_prices_that_are_told_for_the_same_program(
    text: str, prices: PriceList | None, highest: str | None
) -> None:
    found = plan_findings(plan_told(text), shipped().amounts, on=DAY, prices=prices)

    assert [str(each) for each in found] == (
        []
        if highest is None
        else [
            (
                "benefits[0].cost_share.copay: expected a copay of at most "
                f"${highest}, the highest price that is told for one, got $50.00; no more than "
                "the price is ever owed, so check both"
            )
        ]
    )


def _made_up(
    start: date, *, planned_absences: int | None = None, missed_days: tuple[date, ...] = ()
) -> Episode:
    return Episode(
        start=start,
        weeks=4,
        planned_absences=planned_absences,
        missed_days=missed_days,
        makes_up_missed_days=True,
    )


@pytest.mark.parametrize(
    ("episode", "is_outside"),
    [
        (Episode(start=date(2025, 12, 31)), True),
        (Episode(start=date(2026, 1, 1)), False),
        (Episode(start=date(2026, 12, 31)), False),
        (Episode(start=date(2027, 1, 1)), True),
        (Episode(start=date(2026, 12, 4), weeks=4), False),
        (Episode(start=date(2026, 12, 5), weeks=4), True),
        (Episode(start=date(2026, 12, 5), weeks=Span(2, 4)), True),
        (Episode(start=date(2026, 1, 1), weeks=10**12), True),
        (Episode(start=date(2026, 12, 5), weeks=Span(2, None)), False),
        (_made_up(date(2026, 12, 4), planned_absences=1), True),
        (_made_up(date(2026, 12, 4), missed_days=(date(2026, 12, 7),)), True),
        (_made_up(date(2026, 11, 27), planned_absences=1), False),
        (_made_up(date(2026, 12, 4)), False),
        (Episode(start=date(2026, 12, 4), weeks=4, planned_absences=1), False),
        (Episode(weeks=100), False),
        (None, False),
    ],
)
def test_care_is_held_to_the_plan_year_without_repeating_its_days(
    episode: Episode | None, is_outside: bool
) -> None:
    found = plan_findings(plan_told(""), shipped().amounts, on=DAY, episode=episode)

    assert [str(each) for each in found] == (
        [
            (
                "plan_year: expected a plan year that holds every day of the planned care, got "
                "2026-01-01..2027-01-01; beyond it other amounts apply, so tell the plan of that "
                "year too"
            )
        ]
        if is_outside
        else []
    )


def test_a_plan_without_a_year_is_not_held_to_the_days_of_care() -> None:
    episode = Episode(start=date(2030, 1, 1))

    found = plan_findings(HealthPlan(id="x"), shipped().amounts, on=DAY, episode=episode)

    assert found == ()


def test_a_plan_year_at_the_end_of_all_calendars_is_a_year_as_any_other() -> None:
    plan = HealthPlan(id="x", plan_year=Period(date(9999, 1, 2), date(9999, 12, 31)))

    assert plan_findings(plan, shipped().amounts, on=DAY) == ()


def test_amounts_that_lack_a_series_are_refused() -> None:
    with pytest.raises(NotShipped) as refused:
        plan_findings(plan_told("out_of_pocket_limit: 1.00\n"), Amounts(), on=DAY)

    assert str(refused.value) == "no amount has the id 'aca/out-of-pocket-maximum-self'"


def test_a_message_says_the_same_in_spanish() -> None:
    problem = problem_of("plan-share-direction", "x", told=dollars(Money.parse("1")))

    assert problem.message("es") == (
        "x: ¿quién paga el $1.00, el plan o el paciente? según lo escrito, el paciente; escriba la "
        "parte que paga el paciente"
    )
