"""By what programs are put in order: a stated list of criteria, one after another."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TypeAlias

from attrs import evolve, frozen

from iopkit.assessment.answers import Reason, RuleSetOutcome
from iopkit.assessment.fit import affordable, conditions_of, pays_alone
from iopkit.cost.estimates import Estimate
from iopkit.facts.registry import FACTS, READINGS
from iopkit.law.decisions import Decision, LevelOutcome, LevelStanding, Placement
from iopkit.model.case import Case
from iopkit.model.program import Program
from iopkit.rules.answers import AnyFact
from iopkit.rules.truth import Truth, threshold
from iopkit.values.privacy import Quiet
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel, Delivery

_LAST = sys.maxsize
"""The place of what is not known where an amount decides: after every amount."""
LEFT_OUT = frozenset({"travel-not-told", "miles-not-told", "fares-not-told", "parking-not-told"})
"""The notes of an estimate whose total leaves something out."""
_PLACES = {Truth.MET: 0, Truth.UNKNOWN: 1, Truth.NOT_MET: 2}
_FREE = "admission.is-free-at-sessions"


@frozen(kw_only=True)
class Criterion:
    """One thing by which programs are put in order, and which of its answers stand first."""

    id: str
    label: Text
    order: Text


@frozen(kw_only=True, repr=False)
class CriterionOutcome(Quiet):
    """How one program stands by one criterion.

    `place` decides: a lower one stands first.  Answers to what is not known can bring it
    anywhere from `best` to `worst`; where the three are equal, nothing can move it.  `outcome`
    is met where it speaks for the program, and `None` for an amount, which speaks neither for
    nor against.  Two programs of the same `kind` are equal by it whatever is answered.
    `questions` are what to ask to settle it.
    """

    criterion: Criterion
    outcome: Truth | None
    place: int
    best: int
    worst: int
    detail: Text
    kind: str | None = None
    reasons: tuple[Reason, ...] = ()
    questions: tuple[AnyFact, ...] = ()

    def is_alike(self, other: CriterionOutcome) -> bool:
        """Return whether nothing that could still be answered parts the two."""
        if self.kind is not None and self.kind == other.kind:
            return True
        return self.is_settled and other.is_settled and self.place == other.place

    @property
    def is_settled(self) -> bool:
        """Whether nothing that could still be answered moves it."""
        return self.best == self.worst


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
    """Return how a program stands by each of `CRITERIA`, in their order."""
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
    decision = answers.admission
    reasons = tuple(
        Reason(text=found.clause.label, outcome=found.outcome, clause=found.clause)
        for found in decision.clauses
    )
    detail = decision.outcome.label
    return _judged(ADMISSION, decision.outcome, detail, reasons, decision.pivots.facts)


def _payer(answers: Answers) -> CriterionOutcome:
    if pays_alone(answers.case):
        return _judged(PAYER, Truth.MET, _NO_PAYER)
    applying = [one for one in answers.rule_sets if one.applies is Truth.MET]
    may_apply = [one for one in answers.rule_sets if one.applies is Truth.UNKNOWN]
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
    told = READINGS[_FREE].read(answers.case)
    outcome = Truth.of(told if isinstance(told, bool) else None)
    return _judged(TIMES, outcome, _IS_FREE[outcome], questions=(FACTS[_FREE],))


def _cost(answers: Answers) -> CriterionOutcome:
    found = answers.estimate
    # What is told of cost is about an IOP: of another level it is not known.
    if found is None or answers.program.level not in (None, CareLevel.IOP):
        return _amount(COST, 0, None, _COST_NOT_KNOWN)
    low, high = found.to_pay.low, found.to_pay.high
    is_whole = not any(note.code in LEFT_OUT for note in found.unknowns)
    top = high if is_whole else None
    least = "0.00" if low is None else str(low)
    if top is None:
        detail = Text(
            f"from {least} on; the most is not known", f"desde {least}; no se sabe el máximo"
        )
    elif low == top:
        detail = Text(least, least)
    else:
        detail = Text(f"{least} to {top}", f"de {least} a {top}")
    cents = None if top is None else top.cents
    amount = _amount(COST, low.cents if low else 0, cents, detail)
    if answers.case.budget is None:
        return amount
    reason = affordable(answers.case, found)
    return evolve(amount, outcome=reason.outcome, reasons=(reason,))


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
    told = program.delivery
    return told.holds(Delivery.IN_PERSON) is False and len(told) > 0


LEVEL = Criterion(
    id="level",
    label=Text("Level of care", "Nivel de atención"),
    order=Text(
        "first the level to which the known needs point, then levels that may turn out to be"
        " needed or are not told, then others",
        "primero el nivel al que apuntan las necesidades conocidas, luego los que pueden hacer"
        " falta o no se indican, luego los demás",
    ),
)
ADMISSION = Criterion(
    id="admission",
    label=Text("Terms of admission", "Condiciones de admisión"),
    order=Text(
        "first those that are met, then those not known, then those not met",
        "primero las que se cumplen, luego las que no se saben, luego las que no se cumplen",
    ),
)
PAYER = Criterion(
    id="payer",
    label=Text("What the payer asks", "Lo que exige el pagador"),
    order=Text(
        "first what is met, then what is not known, then what is not met",
        "primero lo que se cumple, luego lo que no se sabe, luego lo que no se cumple",
    ),
)
TIMES = Criterion(
    id="times",
    label=Text("Free at the times of the sessions", "Libre a las horas de las sesiones"),
    order=Text("first yes, then not known, then no", "primero sí, luego no se sabe, luego no"),
)
COST = Criterion(
    id="cost",
    label=Text("To pay", "Por pagar"),
    order=Text(
        "by the most that there may be to pay, the least first; where that is not known, last",
        "por lo máximo que puede haber que pagar, primero lo menor; lo que no se sabe, al final",
    ),
)
WAY = Criterion(
    id="way",
    label=Text("The way there", "El camino"),
    order=Text(
        "the fewest minutes first; where they are not known, last",
        "primero los menos minutos; donde no se saben, al final",
    ),
)
CRITERIA: tuple[Criterion, ...] = (LEVEL, ADMISSION, PAYER, TIMES, COST, WAY)
"""By what programs are put in order; each decides only where all before it are equal."""

_JUDGES: tuple[_Judge, ...] = (_level, _admission, _payer, _times, _cost, _way)
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
