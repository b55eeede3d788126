"""The page of what ships: each rule set, ladder and amount by period, and every source."""

from __future__ import annotations

from collections.abc import Iterator

from markup import page, plain, section, table

from iopkit.catalog import Catalog, Kind, shipped
from iopkit.law import AmountSeries, Ladder, RuleSet

_NOTE = """\
Whatever stands here was read on the day that its source tells, and holds for its period; outside of
it, a question is answered by an error or a named gap. It is no promise of coverage and no clinical
placement. What a document leaves out stands in its ``limitations``, and in every answer that rests
on it.
"""


def shipped_page() -> str:
    """Return the page of the shipped catalog."""
    law = shipped()
    return page(
        "What ships",
        [
            _NOTE,
            *section("Rule sets", table(("id", "title", "in force"), _versions(law, "rules"))),
            *section("Ladders", table(("id", "title", "in force"), _versions(law, "ladders"))),
            *section("Amounts", _amounts(law)),
            *section("Sources", table(("id", "citation", "how and when read"), _sources(law))),
        ],
    )


def _versions(law: Catalog, kind: Kind) -> Iterator[tuple[str, ...]]:
    for entry in law.index.of_kind(kind):
        document = law.document(entry)
        if isinstance(document, RuleSet | Ladder):
            yield _code(document.id), plain(document.title.en), _code(str(document.in_force))


def _amounts(law: Catalog) -> Iterator[str]:
    for entry in law.index.of_kind("amounts"):
        series = law.document(entry)
        if isinstance(series, AmountSeries):
            rows = (
                (_code(str(told.period)), plain(str(told.value)), _code(told.source))
                for told in series.values.entries
            )
            yield from (f"{_code(series.id)}: {plain(series.title.en)}", "")
            yield from table(("period", plain(series.unit.label.en), "source"), rows)


def _sources(law: Catalog) -> Iterator[tuple[str, ...]]:
    for name in law.ids("sources"):
        source = law.source(name)
        read = f"{source.confidence.label.en}, {source.read_on.isoformat()}"
        yield _code(name), plain(f"{source.citation}: {source.title}"), plain(read)


def _code(name: str) -> str:
    return f"``{name}``"
