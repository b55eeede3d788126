"""What is wrong in a catalog that no document tells by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import pairwise
from typing import TypeAlias, assert_never

from attrs import evolve

from iopkit.catalog.files import Document, SourceGroup
from iopkit.catalog.index import Entry
from iopkit.catalog.own_rules import overlap_text
from iopkit.catalog.shelves import Catalog
from iopkit.cost.plan_wording import PARITY_SOURCE
from iopkit.law.amounts import AmountSeries
from iopkit.law.checking import check_ladder, check_rules, cited_in, placed_clauses
from iopkit.law.crosswalks import Crosswalk
from iopkit.law.ladders import Ladder
from iopkit.law.rulesets import RuleSet
from iopkit.rules.nodes import Clause
from iopkit.standards.levels import LevelTable
from iopkit.values.periods import Period
from iopkit.values.problems import DocumentError, Place, Problem
from iopkit.values.sources import Confidence
from iopkit.values.texts import Text

Met: TypeAlias = tuple[Entry, Document]

_EXPECTED = {
    "catalog-id-twice": Text("expected each id once", "se esperaba cada id una sola vez"),
    "catalog-misplaced": Text(
        "expected the file, the index and the document to agree on id, version and period",
        "se esperaba que archivo, índice y documento coincidieran en id, versión y período",
    ),
    "catalog-source-unused": Text(
        "expected a clause, an amount or a code that cites each source",
        "se esperaba una cláusula, un monto o un código que cite cada fuente",
    ),
    "catalog-steps-missing": Text(
        "expected a note with the steps of each derived source",
        "se esperaba una nota con los pasos de cada fuente calculada",
    ),
    "catalog-unlimited": Text(
        "expected limitations: what a reader must know that the document leaves out",
        "se esperaban limitaciones: lo que se debe saber y el documento no incluye",
    ),
    "catalog-one-language": Text(
        "expected different words in English and in Spanish",
        "se esperaban palabras distintas en inglés y en español",
    ),
}


def check_catalog(catalog: Catalog) -> tuple[Problem, ...]:
    """Return everything that is wrong in `catalog`, after reading all of it.

    Documents that cannot be read; ids that stand twice, versions that overlap and files that are
    not where their id says; sources that do not exist or that nothing cites, and derived ones that
    do not tell how; texts in one language only, and documents of law without limitations; rules
    that cannot mean what they say, or whose three-valued outcome is not proved exact.
    """
    met = tuple(_readable(catalog))
    return (
        *catalog.broken,
        *_shelving(catalog.index.entries),
        *_citations(catalog.index.of_kind("sources"), met),
        *(
            problem
            for check in (_misplaced, _told, _asked)
            for entry, document in met
            for problem in check(entry, document)
        ),
    )


def clauses_in(document: Document) -> Iterator[tuple[str, Clause]]:
    """Yield each clause of a document with its path in it."""
    match document:
        case RuleSet(clauses=clauses, advisories=advisories):
            yield from placed_clauses("clauses[{}]", clauses)
            yield from placed_clauses("advisories[{}]", advisories)
        case Ladder(needs=needs, beside=beside, barriers=barriers):
            yield from placed_clauses("needs[{}].clause", (need.clause for need in needs))
            yield from placed_clauses("beside[{}]", beside)
            yield from placed_clauses("barriers[{}]", barriers)


def _readable(catalog: Catalog) -> Iterator[Met]:
    for entry in catalog.index.entries:
        try:
            yield entry, catalog.document(entry)
        except DocumentError:
            continue  # `broken` tells it


def _wrong(code: str, entry: Entry, path: str = "") -> Problem:
    return Problem(code, _EXPECTED[code], path=path, place=Place(entry.path))


def _shelving(entries: Iterable[Entry]) -> Iterator[Problem]:
    for one, other in pairwise(entries):  # by kind, id and version
        if (one.kind, one.id) != (other.kind, other.id):
            continue
        if one.in_force is None or other.in_force is None or one.version == other.version:
            yield _wrong("catalog-id-twice", other)
        elif one.in_force.overlaps(other.in_force):
            text = overlap_text(other.in_force, one.in_force, one.path)
            yield Problem("catalog-overlap", text, path="in_force", place=Place(other.path))


def _misplaced(entry: Entry, document: Document) -> Iterator[Problem]:
    found = (entry.id, entry.version, entry.in_force, entry.path)
    subject = document.subject if isinstance(document, RuleSet) else None
    if found != _shelf(entry, document) or entry.subject is not subject:
        yield _wrong("catalog-misplaced", entry)


def _shelf(entry: Entry, document: Document) -> tuple[str, str | None, Period | None, str]:
    """Return the id, version, period and path under which `document` belongs.

    A version is named by the first day of its period.
    """
    match document:
        case RuleSet() | Ladder():
            starts = document.in_force.start.isoformat()
            path = f"{entry.kind}/{document.id}/{document.version}.json"
            return document.id, starts, document.in_force, path
        case AmountSeries() | Crosswalk() | LevelTable():
            return document.id, None, None, f"{entry.kind}/{document.id}.json"
        case SourceGroup():
            ids = {source.id for source in document.sources}
            return entry.id if entry.id in ids else "", None, None, entry.path
        case Text():
            return entry.id, None, None, f"{entry.kind}/{entry.id}.json"
        case _:
            assert_never(document)


def _cited(document: Document) -> Iterator[tuple[str, str]]:
    if isinstance(document, RuleSet):
        yield from cited_in(document)
    if isinstance(document, Ladder):
        yield from ((f"{path}.source", one.source) for path, one in clauses_in(document))
    if isinstance(document, AmountSeries):
        for at, value in enumerate(document.values.entries):
            yield f"values[{at}].source", value.source
    if isinstance(document, Crosswalk):
        for at, row in enumerate(document.rows):
            yield f"rows[{at}].source", row.source
    if isinstance(document, LevelTable):
        yield from ((f"profiles[{at}].source", x.source) for at, x in enumerate(document.profiles))
        yield from (
            (f"contrasts[{at}].source", x.source) for at, x in enumerate(document.contrasts)
        )


def _citations(sources: Iterable[Entry], met: Iterable[Met]) -> Iterator[Problem]:
    held = {entry.id: entry for entry in sources}
    cited = [(entry, *one) for entry, document in met for one in _cited(document)]
    for entry, path, source in cited:
        if source not in held:
            text = _missing(source, get_close_matches(source, held))
            yield Problem("catalog-source-missing", text, path=path, place=Place(entry.path))
    # Findings about plans cite the law on parity, which no document does.
    for source in sorted(held.keys() - {PARITY_SOURCE, *(source for _, _, source in cited)}):
        yield _wrong("catalog-source-unused", held[source], source)


def _missing(source: str, near: list[str]) -> Text:
    ids = ", ".join(near)
    do, haga = (f"did you mean {ids}?", f"¿quiso decir {ids}?") if near else ("add it", "agréguela")
    return Text(
        f"expected the id of a source that the catalog holds, got {source!r}; {do}",
        f"se esperaba el id de una fuente que esté en el catálogo, se leyó {source!r}; {haga}",
    )


def _told(entry: Entry, document: Document) -> Iterator[Problem]:
    if (
        isinstance(document, RuleSet | Ladder | AmountSeries | Crosswalk | LevelTable)
        and not document.limitations
    ):
        yield _wrong("catalog-unlimited", entry, "limitations")
    if isinstance(document, SourceGroup) and not _tells_steps(entry, document):
        yield _wrong("catalog-steps-missing", entry, entry.id)
    for path, text in _texts(document):
        if text.en == text.es:
            yield _wrong("catalog-one-language", entry, path)


def _tells_steps(entry: Entry, group: SourceGroup) -> bool:
    mine = (source for source in group.sources if source.id == entry.id)
    return all(source.note or source.confidence is not Confidence.DERIVED for source in mine)


def _asked(entry: Entry, document: Document) -> Iterator[Problem]:
    found: Iterable[Problem] = ()
    match document:
        case RuleSet():
            found = check_rules(document)
        case Ladder():
            found = check_ladder(document)
    yield from (evolve(problem, place=Place(entry.path)) for problem in found)


def _texts(document: Document) -> Iterator[tuple[str, Text]]:
    match document:
        case Text():
            yield "", document
        case RuleSet() | Ladder() | AmountSeries() | Crosswalk() | LevelTable():
            yield "title", document.title
            yield from ((f"limitations[{at}]", one) for at, one in enumerate(document.limitations))
    if isinstance(document, RuleSet | Ladder):
        yield "authority", document.authority
    yield from _inner_texts(document)
    yield from ((f"{path}.label", clause.label) for path, clause in clauses_in(document))


def _inner_texts(document: Document) -> Iterator[tuple[str, Text]]:
    told: list[tuple[str, Text | None]] = []
    match document:
        case RuleSet(reviews=reviews):
            told += [(f"reviews[{at}].label", one.label) for at, one in enumerate(reviews)]
        case LevelTable(profiles=profiles):
            told += [(f"profiles[{at}].hours", one.hours) for at, one in enumerate(profiles)]
            told += [(f"profiles[{at}].length", one.length) for at, one in enumerate(profiles)]
        case Crosswalk(rows=rows, ambiguities=ambiguities):
            told += [(f"rows[{at}].when", row.when) for at, row in enumerate(rows)]
            told += [(f"ambiguities[{at}].because", x.because) for at, x in enumerate(ambiguities)]
    yield from ((path, text) for path, text in told if text is not None)
