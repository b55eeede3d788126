"""The four factors that decide whether an IOP is the right choice."""

from __future__ import annotations

from collections.abc import Iterable

from iopkit.assessment.answers import FactorOutcome, Reason, RuleSetOutcome
from iopkit.cost.estimates import Estimate
from iopkit.facts.registry import FACTS
from iopkit.law.decisions import Decision, Placement
from iopkit.model.case import Case
from iopkit.rules.truth import Truth, threshold
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel, DecisionFactor
from iopkit.vocabulary.coverage import Coverage, PayerKind

_FACTOR_OF_CLAUSE = {
    "support-system": DecisionFactor.SUPPORT_SYSTEM,
    "ready-to-attend": DecisionFactor.MOTIVATION,
}
"""What a clause of the general guidance speaks to; every other one speaks to the level."""


def factors(
    case: Case,
    placement: Placement | None,
    guidance: Decision | None,
    rule_sets: Iterable[RuleSetOutcome],
    estimate: Estimate | None,
) -> tuple[FactorOutcome, ...]:
    """Return the four factors in their order, each met where it points to an IOP.

    A factor about which nothing can be said is not known.
    """
    spoken = {factor: _spoken(factor, guidance) for factor in DecisionFactor}
    level = [] if placement is None else [_interval(placement)]
    told = [one for one in spoken[DecisionFactor.LEVEL_OF_CARE] if one.outcome is not Truth.MET]
    spoken[DecisionFactor.LEVEL_OF_CARE] = level + told
    spoken[DecisionFactor.COST_AND_INSURANCE] = _cost(case, rule_sets, estimate)
    return tuple(_factor(factor, reasons) for factor, reasons in spoken.items())


def pays_alone(case: Case) -> bool:
    """Return whether it is told that no plan pays anything."""
    plan = case.health_plan
    return plan is not None and plan.payer is PayerKind.SELF_PAY


def _factor(factor: DecisionFactor, reasons: list[Reason]) -> FactorOutcome:
    outcome = threshold(len(reasons), (reason.outcome for reason in reasons))
    if not reasons:
        outcome = Truth.UNKNOWN
    return FactorOutcome(factor=factor, outcome=outcome, reasons=tuple(reasons))


def _spoken(factor: DecisionFactor, guidance: Decision | None) -> list[Reason]:
    outcomes = () if guidance is None else guidance.clauses
    return [
        Reason(text=found.clause.label, outcome=found.outcome, clause=found.clause)
        for found in outcomes
        if _FACTOR_OF_CLAUSE.get(found.clause.id, DecisionFactor.LEVEL_OF_CARE) is factor
    ]


def _interval(placement: Placement) -> Reason:
    low, high = placement.at_least, placement.at_most
    if low > CareLevel.IOP or high < CareLevel.IOP:
        outcome = Truth.NOT_MET
    else:
        outcome = Truth.MET if low is high else Truth.UNKNOWN
    if low is high:
        text = Text(
            f"The needs that are known point to: {low.label.en}.",
            f"Las necesidades conocidas apuntan a: {low.label.es}.",
        )
    else:
        text = Text(
            f"At least {low.label.en}, at most {high.label.en}.",
            f"Como mínimo {low.label.es}, como máximo {high.label.es}.",
        )
    return Reason(text=text, outcome=outcome)


def _cost(
    case: Case, rule_sets: Iterable[RuleSetOutcome], estimate: Estimate | None
) -> list[Reason]:
    if pays_alone(case):
        return [affordable(case, estimate)]
    reasons = [_covered(case)]
    reasons += [
        Reason(text=conditions_of(found), outcome=found.decision.outcome)
        for found in rule_sets
        if found.is_of_payer and found.applies is Truth.MET
    ]
    return [*reasons, affordable(case, estimate)]


def _covered(case: Case) -> Reason:
    told = None if case.health_plan is None else case.health_plan.iop_coverage
    if told is None:
        return Reason(text=FACTS["coverage.iop-coverage"].question, outcome=Truth.UNKNOWN)
    text = Text(f"IOP under the plan: {told.label.en}.", f"IOP según el plan: {told.label.es}.")
    if told is Coverage.WITH_AUTHORIZATION:
        given = None if case.episode is None else case.episode.is_authorized
        return Reason(text=text, outcome=Truth.of(given))
    return Reason(text=text, outcome=Truth.of(told is Coverage.COVERED))


def conditions_of(found: RuleSetOutcome) -> Text:
    """Return what it is to meet a rule set, in words."""
    title = found.decision.title
    if not found.is_of_payer:
        return Text(f"What the State asks ({title.en}).", f"Lo que exige el estado ({title.es}).")
    return Text(f"What the payer asks ({title.en}).", f"Lo que exige el pagador ({title.es}).")


def affordable(case: Case, estimate: Estimate | None) -> Reason:
    """Return whether the cost fits the stated budget, as a reason."""
    if case.budget is None:
        text = Text(
            "Affordable? Not answered without a budget that you state.",
            "¿Asequible? No se responde sin un presupuesto que usted indique.",
        )
        return Reason(text=text, outcome=Truth.UNKNOWN)
    outcome = None if estimate is None else estimate.is_affordable
    text = Text(
        "The estimate stays within the budget that you stated.",
        "El costo estimado cabe en el presupuesto que usted indicó.",
    )
    return Reason(text=text, outcome=Truth.UNKNOWN if outcome is None else outcome)
