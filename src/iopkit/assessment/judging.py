"""How one program stands by each criterion."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TypeAlias

from attrs import evolve, frozen

from iopkit.assessment.answers import Reason, RuleSetOutcome
from iopkit.assessment.criteria import (
    ADMISSION,
    COST,
    LEVEL,
    PAYER,
    TIMES,
    WAY,
    Criterion,
    CriterionOutcome,
)
from iopkit.assessment.fit import affordable, conditions_of, pays_alone
from iopkit.cost.estimates import LEFT_OUT, Estimate
from iopkit.eligibility.attending import fact_of_times
from iopkit.facts.registry import FACTS, READINGS
from iopkit.law.decisions import Decision, LevelOutcome, LevelStanding, Placement
from iopkit.model.case import Case
from iopkit.model.program import Program
from iopkit.rules.answers import AnyFact
from iopkit.rules.truth import Truth, threshold
from iopkit.values.money import ZERO, Money
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel, Delivery

_LAST = sys.maxsize
"""The place of what is not known where an amount decides: after every amount."""
_PLACES = {Truth.MET: 0, Truth.UNKNOWN: 1, Truth.NOT_MET: 2}


@frozen(kw_only=True)
class Answers:
    """What is known of one program for one case, before it is put in order."""

    case: Case
    program: Program
    placement: Placement | None
    admission: Decision
    rule_sets: tuple[RuleSetOutcome, ...]
    estimate: Estimate | None


_Judge: TypeAlias = Callable[[Answers], CriterionOutcome]


def judge(answers: Answers) -> tuple[CriterionOutcome, ...]:
    """Return how a program stands by each criterion, in the order of `CRITERIA`."""
    return tuple(by(answers) for by in _JUDGES)


def _judged(
    criterion: Criterion,
    outcome: Truth,
    detail: Text,
    reasons: tuple[Reason, ...] = (),
    questions: tuple[AnyFact, ...] = (),
) -> CriterionOutcome:
    is_open = outcome is Truth.UNKNOWN
    place = _PLACES[outcome]
    return CriterionOutcome(
        criterion=criterion,
        outcome=outcome,
        place=place,
        best=_PLACES[Truth.MET] if is_open else place,
        worst=_PLACES[Truth.NOT_MET] if is_open else place,
        detail=detail,
        reasons=reasons,
        questions=questions if is_open else (),
    )


def _level(answers: Answers) -> CriterionOutcome:
    level, placed = answers.program.level, answers.placement
    if level is None:
        return _judged(LEVEL, Truth.UNKNOWN, _NO_LEVEL, questions=(FACTS["program.level"],))
    found = next((one for one in placed.levels if one.level is level), None) if placed else None
    if placed is None or found is None:
        return _judged(LEVEL, Truth.UNKNOWN, level.label)
    detail = Text(
        f"{level.label.en}: {found.standing.label.en}",
        f"{level.label.es}: {found.standing.label.es}",
    )
    judged = _judged(LEVEL, _suits(found), detail, questions=placed.pivots.facts)
    return evolve(judged, kind=level.value)


def _suits(found: LevelOutcome) -> Truth:
    match found.standing:
        case LevelStanding.POINTED_TO:
            return Truth.MET
        case LevelStanding.LEAST_KNOWN | LevelStanding.MAY_BE_NEEDED:
            return Truth.UNKNOWN
    return Truth.NOT_MET


def _admission(answers: Answers) -> CriterionOutcome:
    of_state = [
        one for one in answers.rule_sets if one.applies is Truth.MET and not one.is_of_payer
    ]
    decisions = [answers.admission, *(one.decision for one in of_state)]
    outcome = threshold(len(decisions), (each.outcome for each in decisions))
    reasons = [
        Reason(text=found.clause.label, outcome=found.outcome, clause=found.clause)
        for found in answers.admission.clauses
    ]
    reasons += (reason for one in of_state for reason in _asked_by(one))
    asked = dict.fromkeys(fact for each in decisions for fact in each.pivots.facts)
    return _judged(ADMISSION, outcome, _TERMS[outcome], tuple(reasons), tuple(asked))


def _payer(answers: Answers) -> CriterionOutcome:
    if pays_alone(answers.case):
        return _judged(PAYER, Truth.MET, _NO_PAYER)
    of_payers = [one for one in answers.rule_sets if one.is_of_payer]
    applying = [one for one in of_payers if one.applies is Truth.MET]
    may_apply = [one for one in of_payers if one.applies is Truth.UNKNOWN]
    outcomes = [one.decision.outcome for one in applying]
    if may_apply or not applying:
        outcomes.append(Truth.UNKNOWN)
    outcome = threshold(len(outcomes), outcomes)
    reasons = tuple(reason for one in applying for reason in _asked_by(one))
    asked = [fact for one in applying for fact in one.decision.pivots.facts]
    asked += [one.applies_question for one in may_apply if one.applies_question is not None]
    detail = outcome.label if applying else _RULES_NOT_KNOWN
    return _judged(PAYER, outcome, detail, reasons, tuple(dict.fromkeys(asked)))


def _asked_by(found: RuleSetOutcome) -> Iterator[Reason]:
    yield Reason(text=conditions_of(found), outcome=found.decision.outcome)
    for one in found.decision.clauses:
        if one.outcome is not Truth.MET:
            yield Reason(text=one.clause.label, outcome=one.outcome, clause=one.clause)


def _times(answers: Answers) -> CriterionOutcome:
    fact = fact_of_times(answers.program)
    told = READINGS[fact.name].read(answers.case)
    outcome = Truth.of(told if isinstance(told, bool) else None)
    return _judged(TIMES, outcome, _IS_FREE[outcome], questions=(fact,))


def _cost(answers: Answers) -> CriterionOutcome:
    found = answers.estimate
    # What is told of cost is about an IOP: of another level it is not known.
    if found is None or answers.program.level not in (None, CareLevel.IOP):
        return _amount(COST, 0, None, _COST_NOT_KNOWN)
    left_out = tuple(
        Reason(text=note.text, outcome=Truth.UNKNOWN)
        for note in found.unknowns
        if note.code in LEFT_OUT
    )
    low, high = found.to_pay.low or ZERO, None if left_out else found.to_pay.high
    most = None if high is None else high.cents
    amount = evolve(_amount(COST, low.cents, most, _from_to(low, high)), reasons=left_out)
    if answers.case.budget is None:
        return amount
    reason = affordable(answers.case, found)
    return evolve(amount, outcome=reason.outcome, reasons=(reason, *left_out))


def _from_to(low: Money, high: Money | None) -> Text:
    if high is None:
        return Text(f"from {low} on; the most is not known", f"desde {low}; no se sabe el máximo")
    if low == high:
        return Text(str(low), str(low))
    return Text(f"{low} to {high}", f"de {low} a {high}")


def _amount(criterion: Criterion, low: int, high: int | None, detail: Text) -> CriterionOutcome:
    most = _LAST if high is None else high
    return CriterionOutcome(
        criterion=criterion,
        outcome=Truth.UNKNOWN if high is None else None,
        place=most,
        best=low,
        worst=most,
        detail=detail,
    )


def _way(answers: Answers) -> CriterionOutcome:
    if _is_from_home(answers.program):
        return _amount(WAY, 0, 0, _FROM_HOME)
    travel = answers.case.episode.travel if answers.case.episode else None
    minutes = travel.minutes if travel else None
    if minutes is None:
        return _amount(WAY, 0, None, _WAY_NOT_KNOWN)
    detail = Text(f"{minutes} minutes one way", f"{minutes} minutos por trayecto")
    return _amount(WAY, minutes, minutes, detail)


def _is_from_home(program: Program) -> bool:
    return program.delivery.holds(Delivery.IN_PERSON) is False


_JUDGES: tuple[_Judge, ...] = (_level, _admission, _payer, _times, _cost, _way)
_TERMS = {
    Truth.MET: Text("met", "se cumplen"),
    Truth.NOT_MET: Text("not met", "no se cumplen"),
    Truth.UNKNOWN: Truth.UNKNOWN.label,
}
_IS_FREE = {
    Truth.MET: Text("yes", "sí"),
    Truth.NOT_MET: Text("no", "no"),
    Truth.UNKNOWN: Truth.UNKNOWN.label,
}
_NO_LEVEL = Text("the program does not tell it", "el programa no lo indica")
_NO_PAYER = Text("no plan pays, so none asks anything", "ningún plan paga ni exige nada")
_RULES_NOT_KNOWN = Text("not known here: ask the plan", "aquí no se sabe: pregunte al plan")
_COST_NOT_KNOWN = Text("not known", "no se sabe")
_WAY_NOT_KNOWN = Text("not known", "no se sabe")
_FROM_HOME = Text("none: it is attended from home", "ninguno: se asiste desde casa")
