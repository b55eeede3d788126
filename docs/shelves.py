"""The page of what ships: each rule set, ladder and amount by period, and every source."""

from __future__ import annotations

from collections.abc import Iterator

from markup import page, plain, section, table

from iopkit.catalog import Catalog, shipped
from iopkit.law import AmountSeries, Crosswalk, Ladder, RuleSet
from iopkit.values import Period
from iopkit.vocabulary import State

_NOTE = """\
Whatever stands here was read on the day that its source tells, and holds for its period; outside of
it, a question is answered by an error or a named gap. It is no promise of coverage and no clinical
placement. What a document leaves out stands in its ``limitations``, and in every answer that rests
on it; ``iopkit explain ID`` shows them.
"""
_RULES = """\
What is not listed is not known here: that a State is missing, or has one line, says nothing of its
law. Where a period starts on the day of the reading, the text told no earlier day on which it was
in force; for days before, the answer is that nothing is known. A period that has an end is kept for
care of that time. Which of these are asked of a case or a program: :doc:`/explanation/which-rules`.
"""
_CODES = """\
Codes are those that other people's public texts use, each with its period and source. None of these
lists is whole; ``iopkit codes CODE --on DATE`` looks one up.
"""
_HEADS = ("rule set", "where", "decides, at which level", "in force")


def shipped_page() -> str:
    """Return the page of the shipped catalog."""
    law = shipped()
    return page(
        "What ships",
        [
            _NOTE,
            *section("Rule sets", [_RULES, *table(_HEADS, _rule_sets(law))]),
            *section("Ladders", table(("id", "title", "in force"), _ladders(law))),
            *section("Amounts", _amounts(law)),
            *section("Crosswalks", [_CODES, *table(("id", "title"), _crosswalks(law))]),
            *section("Sources", table(("id", "citation", "how and when read"), _sources(law))),
        ],
    )


def _rule_sets(law: Catalog) -> Iterator[tuple[str, ...]]:
    found = (law.document(entry) for entry in law.index.of_kind("rules"))
    rule_sets = (document for document in found if isinstance(document, RuleSet))
    for rules in sorted(rule_sets, key=lambda each: (_where(each), each.id, each.in_force.start)):
        yield (
            f"{_code(rules.id)}\n{plain(rules.title.en)}",
            _where(rules) or "United States",
            f"{rules.subject.label.en}\n{_level(rules)}",
            _since(rules.in_force),
        )


def _where(rules: RuleSet) -> str:
    """Return the state of a rule set, or nothing where it holds in the whole country."""
    return "" if rules.jurisdiction == "us" else State(rules.jurisdiction).label.en


def _level(rules: RuleSet) -> str:
    return _code(rules.care_level.value) if rules.care_level else "any level"


def _since(period: Period) -> str:
    """Return a period in two lines, which a narrow column can hold."""
    since = f"from {_code(str(period.start))}"
    return since if period.end is None else f"{since}\nuntil {_code(str(period.end))}"


def _ladders(law: Catalog) -> Iterator[tuple[str, ...]]:
    for entry in law.index.of_kind("ladders"):
        ladder = law.document(entry)
        if isinstance(ladder, Ladder):
            yield _code(ladder.id), plain(ladder.title.en), _code(str(ladder.in_force))


def _crosswalks(law: Catalog) -> Iterator[tuple[str, ...]]:
    for entry in law.index.of_kind("crosswalks"):
        crosswalk = law.document(entry)
        if isinstance(crosswalk, Crosswalk):
            yield _code(crosswalk.id), plain(crosswalk.title.en)


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
