"""The sources on which an answer rests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from iopkit.assessment.answers import FactorOutcome, RuleSetOutcome, SafetyNotice
from iopkit.assessment.gaps import Gaps
from iopkit.catalog.shelves import Catalog
from iopkit.cost.estimates import Estimate
from iopkit.law.decisions import Placement
from iopkit.rules.truth import Truth
from iopkit.values.sources import Source
from iopkit.values.texts import Text


def sources_of(parts: Iterable[object], law: Catalog, gaps: Gaps) -> Iterator[Source]:
    """Yield every source of the catalog that `parts` rest on, in the order of its citing.

    A rule set that only may apply is no part of the answer, and cites nothing.
    """
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


_SOURCES = Text("Sources", "Fuentes")
