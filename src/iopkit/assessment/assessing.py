"""Putting the whole answer together; defaults come from the shipped catalog here only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from iopkit.assessment.answers import Assessment, RuleSetOutcome, SafetyNotice
from iopkit.assessment.citing import sources_of
from iopkit.assessment.fit import factors, pays_alone
from iopkit.assessment.gaps import Gaps, note_contradictions, note_level
from iopkit.assessment.payers import payers_rule_sets
from iopkit.assessment.safety import safety_notice
from iopkit.catalog.loading import shipped
from iopkit.catalog.shelves import Catalog
from iopkit.cost.estimates import estimate
from iopkit.eligibility.admission import admit
from iopkit.eligibility.deciding import decide
from iopkit.eligibility.placement import place
from iopkit.facts.registry import FACTS
from iopkit.law.decisions import Decision, Placement
from iopkit.model.case import Case
from iopkit.rules.answers import AnyFact
from iopkit.rules.truth import Truth
from iopkit.values.texts import Text

_LADDER = "general/guidance"


def assess(case: Case, *, on: date, catalog: Catalog | None = None) -> Assessment:
    """Return the whole answer for `case` on a day.

    Safety, placement, admission to the program, the payers' rule sets that are meant for the
    case or may be, the four factors, and the cost.  `catalog` `None` means the shipped one.
    What has no value in force on that day becomes a gap, and so do facts that contradict each
    other; the rest is answered.
    """
    law = shipped() if catalog is None else catalog
    gaps = Gaps()
    safety = safety_notice(case, law, gaps, on=on)
    placement = gaps.attempt(_PLACEMENT, lambda: place(law.ladder(_LADDER, on=on), case, on=on))
    admission = None if case.program is None else admit(case.program, case, on=on)
    note_level(case, gaps)
    note_contradictions(case, gaps)
    rule_sets = payers_rule_sets(case, law, gaps, on=on)
    cost = gaps.attempt(_COST, lambda: estimate(case, law.amounts, on=on))
    guidance = gaps.attempt(
        _GUIDANCE, lambda: decide(law.rules("general/guidance", on=on), case, on=on)
    )
    weighed = factors(case, placement, guidance, rule_sets, cost)
    notice = gaps.attempt(_NOTICE, lambda: law.text("professional-notice"))
    sources = tuple(sources_of((safety, placement, *weighed, *rule_sets, cost), law, gaps))
    return Assessment(
        on=on,
        safety=safety,
        placement=placement,
        admission=admission,
        rule_sets=rule_sets,
        factors=weighed,
        estimate=cost,
        questions=_questions(case, safety, (placement, *rule_sets, admission, guidance)),
        gaps=tuple(gaps.found),
        notices=() if notice is None else (notice,),
        sources=sources,
    )


def _questions(
    case: Case,
    safety: SafetyNotice | None,
    parts: Iterable[Placement | RuleSetOutcome | Decision | None],
) -> tuple[AnyFact, ...]:
    """Safety first; then the next question of each part; then all else that each depends on."""
    judged = [part for part in parts if part is not None]
    first = [*map(_next_question, judged), _asks_coverage(case)]
    rest = [fact for part in judged for fact in _depends_on(part)]
    asked = dict.fromkeys((*(safety.unknown if safety else ()), *first, *rest))
    return tuple(fact for fact in asked if fact is not None)


def _asks_coverage(case: Case) -> AnyFact | None:
    is_told = case.health_plan is not None and case.health_plan.iop_coverage is not None
    return None if is_told or pays_alone(case) else FACTS["coverage.iop-coverage"]


def _next_question(part: Placement | RuleSetOutcome | Decision) -> AnyFact | None:
    if not isinstance(part, RuleSetOutcome):
        return part.pivots.next_question
    return part.applies_question or part.decision.pivots.next_question


def _depends_on(part: Placement | RuleSetOutcome | Decision) -> tuple[AnyFact, ...]:
    if not isinstance(part, RuleSetOutcome):
        return part.pivots.facts
    return part.decision.pivots.facts if part.applies is Truth.MET else ()


_PLACEMENT = Text("Level of care", "Nivel de atención")
_GUIDANCE = Text("General guidance", "Orientación general")
_COST = Text("Cost", "Costo")
_NOTICE = Text("Closing notice", "Aviso final")
