"""Putting the whole answer together; defaults come from the shipped catalog here only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from iopkit.assessment.answers import (
    Assessment,
    FactorOutcome,
    Gap,
    RuleSetOutcome,
    SafetyNotice,
)
from iopkit.assessment.fit import factors, pays_alone
from iopkit.assessment.gaps import Gaps
from iopkit.assessment.payers import payers_rule_sets
from iopkit.assessment.safety import safety_notice
from iopkit.catalog.loading import shipped
from iopkit.catalog.shelves import Catalog
from iopkit.cost.estimates import Estimate, estimate
from iopkit.eligibility.admission import admit
from iopkit.eligibility.deciding import decide
from iopkit.eligibility.placement import place
from iopkit.facts.registry import FACTS
from iopkit.law.decisions import Decision, Placement
from iopkit.model.case import Case
from iopkit.rules.answers import AnyFact
from iopkit.rules.truth import Truth
from iopkit.values.sources import Source
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel

_LADDER = "general/guidance"


def assess(case: Case, *, on: date, catalog: Catalog | None = None) -> Assessment:
    """Return the whole answer for `case` on a day.

    Safety, placement, admission to the program, the payers' rule sets that are meant for the
    case or may be, the four factors, and the cost.  `catalog` `None` means the shipped one.
    What has no value in force on that day becomes a gap, and the rest is answered.
    """
    law = shipped() if catalog is None else catalog
    gaps = Gaps()
    safety = safety_notice(case, law, gaps, on=on)
    placement = gaps.attempt(_PLACEMENT, lambda: place(law.ladder(_LADDER, on=on), case, on=on))
    admission = None if case.program is None else admit(case.program, case, on=on)
    _note_level(case, gaps)
    rule_sets = payers_rule_sets(case, law, gaps, on=on)
    cost = gaps.attempt(_COST, lambda: estimate(case, law.amounts, on=on))
    guidance = gaps.attempt(
        _GUIDANCE, lambda: decide(law.rules("general/guidance", on=on), case, on=on)
    )
    weighed = factors(case, placement, guidance, rule_sets, cost)
    notice = gaps.attempt(_NOTICE, lambda: law.text("professional-notice"))
    sources = tuple(_sources(law, gaps, (safety, placement, *weighed, *rule_sets, cost)))
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


def _note_level(case: Case, gaps: Gaps) -> None:
    level = case.program.level if case.program else None
    if level is None or level is CareLevel.IOP:
        return
    text = Text(
        f"The program says that its level is another one: {level.label.en}."
        " What is told here of coverage and cost is about an IOP.",
        f"El programa dice que su nivel es otro: {level.label.es}."
        " Lo que aquí se dice de cobertura y costo se refiere a un IOP.",
    )
    gaps.note(Gap(code="program-of-another-level", text=text))


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


def _sources(law: Catalog, gaps: Gaps, parts: Iterable[object]) -> Iterator[Source]:
    """Yield every source of the catalog that the answer rests on, in the order of its citing."""
    cited = dict.fromkeys(source for part in parts for source in _cited_by(part) if source)
    shipped_ids = set(law.ids("sources"))
    for wanted in filter(shipped_ids.__contains__, cited):
        source = gaps.attempt(_SOURCES, partial(law.source, wanted))
        if source is not None:
            yield source


def _cited_by(part: object) -> Iterator[str | None]:
    match part:
        case SafetyNotice():
            yield from part.sources
        case Placement():
            yield from (need.clause.source for need in part.needs)
            yield from (one.clause.source for one in (*part.beside, *part.barriers))
        case RuleSetOutcome(applies=Truth.MET):
            yield from (one.clause.source for one in part.decision.clauses)
        case FactorOutcome():
            yield from (one.clause.source for one in part.reasons if one.clause is not None)
        case Estimate():
            yield from (line.source for line in part.lines)
            yield from (note.source for note in (*part.assumptions, *part.unknowns))


_PLACEMENT = Text("Level of care", "Nivel de atención")
_GUIDANCE = Text("General guidance", "Orientación general")
_COST = Text("Cost", "Costo")
_NOTICE = Text("Closing notice", "Aviso final")
_SOURCES = Text("Sources", "Fuentes")
