"""The shape of the whole answer."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.cost.estimates import Estimate
from iopkit.law.decisions import Decision, Placement
from iopkit.rules.answers import AnyFact
from iopkit.rules.nodes import Clause
from iopkit.rules.truth import Truth
from iopkit.values.privacy import Quiet
from iopkit.values.sources import Source
from iopkit.values.texts import Text
from iopkit.vocabulary.care import DecisionFactor


@frozen(kw_only=True, repr=False)
class SafetyNotice(Quiet):
    """What must be read first: danger, or a need for medical withdrawal care, is not ruled out.

    `present` and `unknown` are the facts for which the notice stands; `sources` are the ids of
    the sources of its telephone numbers.
    """

    text: Text
    present: tuple[AnyFact, ...]
    unknown: tuple[AnyFact, ...]
    sources: tuple[str, ...] = ()


@frozen(kw_only=True, repr=False)
class Gap(Quiet):
    """Something that could not be answered, why, and what exists instead."""

    code: str
    text: Text

    def __repr__(self) -> str:
        return f"<Gap: {self.code}>"


@frozen(kw_only=True, repr=False)
class Reason(Quiet):
    """One thing that speaks for an IOP (met), against it (not met), or is not known.

    `clause` is what it rests on, `None` where it rests on the case alone.
    """

    text: Text
    outcome: Truth
    clause: Clause | None = None


@frozen(kw_only=True, repr=False)
class FactorOutcome(Quiet):
    """One of the four factors: whether it points to an IOP, and why."""

    factor: DecisionFactor
    outcome: Truth
    reasons: tuple[Reason, ...]


@frozen(kw_only=True, repr=False)
class RuleSetOutcome(Quiet):
    """A rule set that is meant for the case, or may be.

    `is_of_payer` tells what a payer asks from what a State asks whoever pays.  Where `applies`
    is not known, `applies_question` is the fact to ask for it, else `None`.
    """

    applies: Truth
    decision: Decision
    is_of_payer: bool
    applies_question: AnyFact | None = None


@frozen(kw_only=True, repr=False)
class Assessment(Quiet):
    """The whole answer for one case on one day; what is `None` could not be answered.

    `safety` comes first wherever it stands.  `questions` are what to ask next, most urgent
    first.  `gaps` say what could not be answered and why; `sources` are all that the answer
    rests on.  It is no diagnosis, no clinical placement and no promise of coverage: a
    professional decides.
    """

    on: date
    safety: SafetyNotice | None
    placement: Placement | None
    admission: Decision | None
    rule_sets: tuple[RuleSetOutcome, ...]
    factors: tuple[FactorOutcome, ...]
    estimate: Estimate | None
    questions: tuple[AnyFact, ...]
    gaps: tuple[Gap, ...]
    notices: tuple[Text, ...]
    sources: tuple[Source, ...]

    @property
    def is_complete(self) -> bool:
        """Whether everything was answered: nothing left to ask, nothing unknown, and no gap."""
        decided = [outcome.decision.outcome for outcome in self.rule_sets]
        if self.admission is not None:
            decided.append(self.admission.outcome)
        open_ends = self.estimate is not None and bool(self.estimate.unknowns)
        placed = self.placement is not None and self.placement.recommended is not None
        left = self.gaps or self.questions or open_ends or Truth.UNKNOWN in decided
        return placed and not left

    def __repr__(self) -> str:
        return f"<Assessment: {len(self.rule_sets)} rule sets, {len(self.gaps)} gaps>"
