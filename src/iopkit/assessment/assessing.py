"""Putting the whole answer together; defaults come from the shipped catalog here only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from iopkit.assessment.answers import Assessment, FactorOutcome, RuleSetOutcome, SafetyNotice
from iopkit.assessment.fit import factors
from iopkit.assessment.gaps import Gaps
from iopkit.assessment.safety import safety_notice
from iopkit.catalog.loading import shipped
from iopkit.catalog.shelves import Catalog
from iopkit.cost.estimates import Estimate, estimate
from iopkit.eligibility.admission import admit
from iopkit.eligibility.deciding import applies_to, decide
from iopkit.eligibility.placement import place
from iopkit.facts.registry import answers_of
from iopkit.law.decisions import Decision, Placement
from iopkit.law.rulesets import RuleSet
from iopkit.model.case import Case
from iopkit.rules.answers import AnyFact
from iopkit.rules.nodes import facts_of
from iopkit.rules.pivots import pivots_of
from iopkit.rules.truth import Truth
from iopkit.values.sources import Source
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import RuleSubject

_LADDER = "general/guidance"
_PAYERS_SUBJECTS = frozenset({RuleSubject.ADMISSION, RuleSubject.COVERAGE})


def assess(case: Case, *, on: date, catalog: Catalog | None = None) -> Assessment:
    """Return the whole answer for `case` on a day.

    Safety, placement, admission to the program, the payers' rule sets that are meant for the
    case or may be, the four factors, and the cost.  `catalog` `None` means the shipped one.
    What has no value in force on that day becomes a gap, and the rest is answered.
    """
    law = shipped() if catalog is None else catalog
    gaps = Gaps()
    safety = gaps.attempt(_SAFETY, lambda: safety_notice(case, law, on=on))
    placement = gaps.attempt(_PLACEMENT, lambda: place(law.ladder(_LADDER, on=on), case, on=on))
    admission = None if case.program is None else admit(case.program, case, on=on)
    rule_sets = tuple(_payers_rule_sets(case, law, on))
    gaps.note_payer(case, rule_sets)
    cost = gaps.attempt(_COST, lambda: estimate(case, law.amounts, on=on))
    guidance = gaps.attempt(
        _GUIDANCE, lambda: decide(law.rules("general/guidance", on=on), case, on=on)
    )
    weighed = factors(case, placement, guidance, rule_sets, cost)
    return Assessment(
        on=on,
        safety=safety,
        placement=placement,
        admission=admission,
        rule_sets=rule_sets,
        factors=weighed,
        estimate=cost,
        questions=_questions(safety, (placement, *rule_sets, admission, guidance)),
        gaps=tuple(gaps.found),
        notices=(law.text("professional-notice"),),
        sources=_sources(law, (placement, *weighed, *rule_sets, cost)),
    )


def _payers_rule_sets(case: Case, law: Catalog, on: date) -> Iterator[RuleSetOutcome]:
    for rules in law.rule_sets(on=on):
        applies = applies_to(rules, case)
        if rules.subject in _PAYERS_SUBJECTS and applies is not Truth.NOT_MET:
            yield RuleSetOutcome(
                applies=applies,
                decision=decide(rules, case, on=on),
                applies_question=_asks_whether(rules, case),
            )


def _asks_whether(rules: RuleSet, case: Case) -> AnyFact | None:
    if rules.applies is None:
        return None
    return pivots_of(rules.applies, answers_of(case, facts_of(rules.applies))).next_question


def _questions(
    safety: SafetyNotice | None, parts: Iterable[Placement | RuleSetOutcome | Decision | None]
) -> tuple[AnyFact, ...]:
    """Safety first; then the next question of each part; then all else that each depends on."""
    judged = [part for part in parts if part is not None]
    first = [_next_question(part) for part in judged]
    rest = [fact for part in judged for fact in _depends_on(part)]
    asked = dict.fromkeys((*(safety.unknown if safety else ()), *first, *rest))
    return tuple(fact for fact in asked if fact is not None)


def _next_question(part: Placement | RuleSetOutcome | Decision) -> AnyFact | None:
    if not isinstance(part, RuleSetOutcome):
        return part.pivots.next_question
    return part.applies_question or part.decision.pivots.next_question


def _depends_on(part: Placement | RuleSetOutcome | Decision) -> tuple[AnyFact, ...]:
    if not isinstance(part, RuleSetOutcome):
        return part.pivots.facts
    return part.decision.pivots.facts if part.applies is Truth.MET else ()


def _sources(law: Catalog, parts: Iterable[object]) -> tuple[Source, ...]:
    """Every source of the catalog that the answer rests on, in the order of its citing."""
    cited = dict.fromkeys(source for part in parts for source in _cited_by(part))
    shipped_ids = set(law.ids("sources"))
    return tuple(law.source(source) for source in cited if source in shipped_ids)


def _cited_by(part: object) -> Iterator[str | None]:
    match part:
        case Placement():
            yield from (need.clause.source for need in part.needs)
            yield from (one.clause.source for one in (*part.beside, *part.barriers))
        case RuleSetOutcome():
            yield from (one.clause.source for one in part.decision.clauses)
        case FactorOutcome():
            yield from (one.clause.source for one in part.reasons if one.clause is not None)
        case Estimate():
            yield from (line.source for line in part.lines)
            yield from (note.source for note in (*part.assumptions, *part.unknowns))


_SAFETY = Text("Safety notice", "Aviso de seguridad")
_PLACEMENT = Text("Level of care", "Nivel de atención")
_GUIDANCE = Text("General guidance", "Orientación general")
_COST = Text("Cost", "Costo")
