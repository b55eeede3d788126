"""The four factors that decide whether an IOP is the right choice."""

from __future__ import annotations

from collections.abc import Iterable

from iopkit.assessment.answers import FactorOutcome, Reason, RuleSetOutcome
from iopkit.cost.estimates import Estimate
from iopkit.facts.registry import FACTS, answers_of
from iopkit.law.decisions import Placement
from iopkit.model.case import Case
from iopkit.rules.truth import Truth, threshold
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel, DecisionFactor
from iopkit.vocabulary.coverage import Coverage

_DANGERS = (
    "person.is-danger-to-self",
    "person.is-danger-to-others",
    "person.needs-withdrawal-management",
)


def factors(
    case: Case,
    placement: Placement | None,
    rule_sets: Iterable[RuleSetOutcome],
    estimate: Estimate | None,
) -> tuple[FactorOutcome, ...]:
    """Return the four factors in their order, each met where it points to an IOP."""
    return (
        _factor(DecisionFactor.LEVEL_OF_CARE, _level(case, placement)),
        _factor(DecisionFactor.SUPPORT_SYSTEM, [_asked(case, "person.has-support-system")]),
        _factor(DecisionFactor.MOTIVATION, [_asked(case, "person.is-ready-to-attend")]),
        _factor(DecisionFactor.COST_AND_INSURANCE, _cost(case, rule_sets, estimate)),
    )


def _factor(factor: DecisionFactor, reasons: list[Reason]) -> FactorOutcome:
    outcome = threshold(len(reasons), (reason.outcome for reason in reasons))
    return FactorOutcome(factor=factor, outcome=outcome, reasons=tuple(reasons))


def _level(case: Case, placement: Placement | None) -> list[Reason]:
    reasons = [] if placement is None else [_interval(placement)]
    reasons += [_asked(case, name, wanted=False) for name in _DANGERS]
    return [reason for reason in reasons if reason.outcome is not Truth.MET] or reasons[:1]


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


def _asked(case: Case, name: str, *, wanted: bool = True) -> Reason:
    fact = FACTS[name]
    answer = answers_of(case, (fact,))[name]
    outcome = Truth.UNKNOWN if answer is None else Truth.of(answer is wanted)
    return Reason(text=fact.question, outcome=outcome)


def _cost(
    case: Case, rule_sets: Iterable[RuleSetOutcome], estimate: Estimate | None
) -> list[Reason]:
    reasons = [_covered(case)]
    reasons += [
        Reason(text=_conditions_of(found), outcome=found.decision.outcome)
        for found in rule_sets
        if found.applies is Truth.MET
    ]
    return [*reasons, _affordable(case, estimate)]


def _covered(case: Case) -> Reason:
    told = None if case.health_plan is None else case.health_plan.iop_coverage
    if told is None:
        return Reason(text=FACTS["coverage.iop-coverage"].question, outcome=Truth.UNKNOWN)
    text = Text(f"IOP under the plan: {told.label.en}.", f"IOP según el plan: {told.label.es}.")
    if told is Coverage.WITH_AUTHORIZATION:
        given = None if case.episode is None else case.episode.is_authorized
        return Reason(text=text, outcome=Truth.of(given))
    return Reason(text=text, outcome=Truth.of(told is Coverage.COVERED))


def _conditions_of(found: RuleSetOutcome) -> Text:
    title = found.decision.title
    return Text(f"Conditions of {title.en}.", f"Condiciones de {title.es}.")


def _affordable(case: Case, estimate: Estimate | None) -> Reason:
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
