"""By what programs are put in order: a stated list of criteria, one after another."""

from __future__ import annotations

from attrs import frozen

from iopkit.assessment.answers import Reason
from iopkit.rules.answers import AnyFact
from iopkit.rules.truth import Truth
from iopkit.values.privacy import Quiet
from iopkit.values.texts import Text


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
