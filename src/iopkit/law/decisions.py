"""What a judgment gives back: outcomes with reasons, and what is still unknown."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from iopkit.rules.nodes import Clause
from iopkit.rules.pivots import Pivots
from iopkit.rules.tracing import Step
from iopkit.rules.truth import Truth
from iopkit.values.privacy import Quiet
from iopkit.values.terms import Term
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel


@frozen(kw_only=True, repr=False)
class ClauseOutcome(Quiet):
    """One clause, how it came out, and the steps that led there, which data leave out."""

    clause: Clause
    outcome: Truth
    step: Step = field(metadata={"is_apart": True})


@frozen(kw_only=True, repr=False)
class Decision(Quiet):
    """The outcome of a rule set for one case on one day.

    `outcome` is the three-valued outcome, the same that a table row gets; `pivots` names the
    facts on which it still depends and the next question.  It decides nothing about a person's
    care: a professional does.
    """

    outcome: Truth
    clauses: tuple[ClauseOutcome, ...]
    pivots: Pivots
    ruleset_id: str
    version: str
    digest: str
    title: Text
    on: date
    limitations: tuple[Text, ...] = ()

    def __repr__(self) -> str:
        return f"<Decision: {self.ruleset_id} {self.version}, {len(self.clauses)} clauses>"


@frozen(kw_only=True, repr=False)
class NeedOutcome(Quiet):
    """One need of a ladder and whether it is present."""

    clause: Clause
    level: CareLevel
    outcome: Truth


@frozen(kw_only=True, repr=False)
class Concern(Quiet):
    """A barrier, or a need met beside a level, and whether it is present."""

    clause: Clause
    outcome: Truth


class LevelStanding(Term):
    """How one level of a ladder stands to the needs that are present or not known."""

    POINTED_TO = "pointed-to", "the known needs point to it", "las necesidades apuntan a este"
    LEAST_KNOWN = (
        "least-known",
        "the least for the known needs; open ones may ask for more",
        "el mínimo para lo conocido; lo abierto puede exigir más",
    )
    MAY_BE_NEEDED = (
        "may-be-needed",
        "needed if an open need is present",
        "hace falta si existe una necesidad abierta",
    )
    NOT_ASKED_FOR = (
        "not-asked-for",
        "no need that is known or open asks for it",
        "ninguna necesidad conocida ni abierta lo exige",
    )
    TOO_LITTLE = (
        "too-little",
        "does not meet a need that is known",
        "no cubre una necesidad conocida",
    )


@frozen(kw_only=True, repr=False)
class LevelOutcome(Quiet):
    """One level of a ladder, its standing, and the needs whose least level it is, by outcome."""

    level: CareLevel
    standing: LevelStanding
    present: tuple[NeedOutcome, ...]
    unknown: tuple[NeedOutcome, ...]
    absent: tuple[NeedOutcome, ...]


@frozen(kw_only=True, repr=False)
class Placement(Quiet):
    """Between which levels the known needs place a person on a ladder.

    `at_least` is the highest level among needs known to be present, `at_most` the highest among
    those present or unknown; `recommended` is `None` until the two are equal.  `levels` are all
    of the ladder, each once: first the least that meets the known needs, then those that may be
    needed, then those that no need asks for, each from less to more; last those that do too
    little, from more to less.  `beside` and `barriers` stand beside every level and never move
    it.  The facts of `pivots` are those that can still narrow the interval; its outcomes say
    whether any need above `at_least` is present.
    It is no clinical placement: a professional decides.
    """

    at_least: CareLevel
    at_most: CareLevel
    recommended: CareLevel | None
    needs: tuple[NeedOutcome, ...]
    levels: tuple[LevelOutcome, ...]
    beside: tuple[Concern, ...]
    barriers: tuple[Concern, ...]
    pivots: Pivots
    ladder_id: str
    version: str
    on: date
    limitations: tuple[Text, ...] = ()

    def __repr__(self) -> str:
        return f"<Placement: {self.ladder_id} {self.version}, {len(self.needs)} needs>"
