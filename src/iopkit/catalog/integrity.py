"""What is wrong in a catalog that no document tells by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias, assert_never

from iopkit.catalog.files import Document, SourceGroup
from iopkit.catalog.index import Entry
from iopkit.catalog.shelves import Catalog
from iopkit.facts.registry import FACTS
from iopkit.law.amounts import AmountSeries
from iopkit.law.ladders import Ladder
from iopkit.law.rulesets import RuleSet
from iopkit.rules.nodes import Clause, facts_of
from iopkit.values.periods import Period
from iopkit.values.problems import DocumentError, Place, Problem
from iopkit.values.texts import Text

Met: TypeAlias = tuple[Entry, Document]

_EXPECTED = {
    "catalog-id-twice": Text("expected each id once", "se esperaba cada id una sola vez"),
    "catalog-misplaced": Text(
        "expected the file, the index and the document to agree on id, version and period",
        "se esperaba que archivo, índice y documento coincidieran en id, versión y período",
    ),
    "catalog-overlap": Text(
        "expected no day on which two versions of one id are in force",
        "se esperaba que ningún día rigieran dos versiones de un mismo id",
    ),
    "catalog-source-missing": Text(
        "expected the id of a source that the catalog holds",
        "se esperaba el id de una fuente que esté en el catálogo",
    ),
    "catalog-source-unused": Text(
        "expected a clause or an amount that cites each source",
        "se esperaba una cláusula o un monto que cite cada fuente",
    ),
    "catalog-unlimited": Text(
        "expected limitations: what a reader must know that the document leaves out",
        "se esperaban limitaciones: lo que se debe saber y el documento no incluye",
    ),
    "catalog-one-language": Text(
        "expected different words in English and in Spanish",
        "se esperaban palabras distintas en inglés y en español",
    ),
    "catalog-fact-unknown": Text(
        "expected facts of the one list of facts", "se esperaban datos de la única lista de datos"
    ),
}


def check_catalog(catalog: Catalog) -> tuple[Problem, ...]:
    """Return everything that is wrong in `catalog`, after reading all of it.

    Documents that cannot be read; ids that stand twice, versions that overlap and files that are
    not where their id says; sources that do not exist or that nothing cites; facts that are not
    in the list; texts in one language only; documents of law without limitations.
    """
    met = tuple(_readable(catalog))
    return (
        *catalog.broken,
        *_shelving(catalog.index.entries),
        *(problem for entry, document in met for problem in _misplaced(entry, document)),
        *_citations(catalog.index.of_kind("sources"), met),
        *(problem for entry, document in met for problem in _content(entry, document)),
    )


def clauses_in(document: Document) -> Iterator[tuple[str, Clause]]:
    """Yield each clause of a document with its path in it."""
    match document:
        case RuleSet(clauses=clauses):
            yield from _numbered("clauses[{}]", clauses)
        case Ladder(needs=needs, beside=beside, barriers=barriers):
            yield from _numbered("needs[{}].clause", (need.clause for need in needs))
            yield from _numbered("beside[{}]", beside)
            yield from _numbered("barriers[{}]", barriers)


def _numbered(path: str, clauses: Iterable[Clause]) -> Iterator[tuple[str, Clause]]:
    return ((path.format(at), clause) for at, clause in enumerate(clauses))


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
            yield _wrong("catalog-overlap", other)


def _misplaced(entry: Entry, document: Document) -> Iterator[Problem]:
    found = (entry.id, entry.version, entry.in_force, entry.path)
    if found != _shelf(entry, document):
        yield _wrong("catalog-misplaced", entry)


def _shelf(entry: Entry, document: Document) -> tuple[str, str | None, Period | None, str]:
    """Return the id, version, period and path under which `document` belongs."""
    match document:
        case RuleSet() | Ladder():
            version = document.in_force.start.isoformat()
            path = f"{entry.kind}/{document.id}/{version}.json"
            return document.id, document.version, document.in_force, path
        case AmountSeries():
            return document.id, None, None, f"{entry.kind}/{document.id}.json"
        case SourceGroup():
            ids = {source.id for source in document.sources}
            return entry.id if entry.id in ids else "", None, None, entry.path
        case Text():
            return entry.id, None, None, f"{entry.kind}/{entry.id}.json"
        case _:
            assert_never(document)


def _cited(document: Document) -> Iterator[tuple[str, str]]:
    for path, clause in clauses_in(document):
        yield f"{path}.source", clause.source
    if isinstance(document, AmountSeries):
        for at, value in enumerate(document.values.entries):
            yield f"values[{at}].source", value.source


def _citations(sources: Iterable[Entry], met: Iterable[Met]) -> Iterator[Problem]:
    held = {entry.id: entry for entry in sources}
    cited = [(entry, *one) for entry, document in met for one in _cited(document)]
    for entry, path, source in cited:
        if source not in held:
            yield _wrong("catalog-source-missing", entry, path)
    for source in sorted(held.keys() - {source for _, _, source in cited}):
        yield _wrong("catalog-source-unused", held[source], source)


def _content(entry: Entry, document: Document) -> Iterator[Problem]:
    if isinstance(document, RuleSet | Ladder | AmountSeries) and not document.limitations:
        yield _wrong("catalog-unlimited", entry, "limitations")
    for path, text in _texts(document):
        if text.en == text.es:
            yield _wrong("catalog-one-language", entry, path)
    for path, clause in clauses_in(document):
        if any(FACTS.get(fact.name) != fact for fact in facts_of(clause)):
            yield _wrong("catalog-fact-unknown", entry, f"{path}.rule")


def _texts(document: Document) -> Iterator[tuple[str, Text]]:
    match document:
        case Text():
            yield "", document
        case RuleSet() | Ladder() | AmountSeries():
            yield "title", document.title
            yield from ((f"limitations[{at}]", one) for at, one in enumerate(document.limitations))
    if isinstance(document, RuleSet | Ladder):
        yield "authority", document.authority
    yield from ((f"{path}.label", clause.label) for path, clause in clauses_in(document))
