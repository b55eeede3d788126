"""The words of the field, and other people's codes, as tables for people to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from iopkit.law.crosswalks import CodeMatch, Matches, name_of
from iopkit.report import phrases as say
from iopkit.report.layout import Line, Page, Style
from iopkit.report.tables import table_lines
from iopkit.values.terms import Term
from iopkit.vocabulary.kinds import TERM_KINDS
from iopkit.vocabulary.matching import aliases_of

_KINDS = (28, 6, 42)
_TERMS = (26, 25, 25)
_MATCHES = (12, 22, 34, 6)


def kind_lines(lang: str) -> Iterator[Line]:
    """Yield every kind of term, how many there are of it, and what it is."""
    rows = ((kind_name(kind), str(len(kind)), _first_words(kind)) for kind in TERM_KINDS)
    header = (say.KIND(lang), say.HOW_MANY(lang), say.WHAT(lang))
    yield from table_lines(_KINDS, rows, header=header)


def term_lines(terms: Iterable[Term], lang: str) -> Iterator[Line]:
    """Yield terms with their stable values and their labels in both languages."""
    rows = ((term.value, term.label.en, term.label.es) for term in terms)
    header = (say.VALUE(lang), say.ENGLISH(lang), say.SPANISH(lang))
    yield from table_lines(_TERMS, rows, header=header)


def found_lines(terms: Sequence[Term], lang: str) -> Iterator[Line]:
    """Yield what a word may mean: each term, its labels, and what else it is called."""
    for term in terms:
        yield Line(name_of(term), Style.HEADING)
        yield Line(f"  en: {term.label.en}")
        yield Line(f"  es: {term.label.es}")
        aliases = aliases_of(term)
        if aliases:
            called = f"{say.ALSO_CALLED(lang)}: {', '.join(aliases)}"
            yield from Page(mark_width=0).paragraph(called, Style.QUIET, indent=2)


def code_lines(found: Matches, lang: str, citation: Callable[[str], str]) -> Iterator[Line]:
    """Yield what a code means in one system, and why it does not tell if it is ambiguous.

    `citation` gives the citation of a source by its id.
    """
    yield Line(f"{found.system}, {found.on.isoformat()}", Style.HEADING)
    header = (say.RELATION(lang), say.TERM(lang), say.WHEN(lang), say.UNIT(lang))
    rows = (_match_row(match, lang, citation) for match in found.matches)
    yield from table_lines(_MATCHES, rows, header=header)
    if found.because is not None:
        words = f"{say.AMBIGUOUS(lang)}: {found.because(lang)}"
        for line in table_lines((80,), [(words,)]):
            yield Line(line.text, Style.UNKNOWN)
    yield Line("")


def kind_name(kind: type[Term]) -> str:
    """Return the kebab-case name of a kind of term, such as `care-level`."""
    return name_of(next(iter(kind))).partition("/")[0]


def _first_words(kind: type[Term]) -> str:
    return (kind.__doc__ or "").partition("\n")[0]


def _match_row(
    match: CodeMatch, lang: str, citation: Callable[[str], str]
) -> tuple[str, str, str, str]:
    terms = " + ".join(name_of(term) for term in match.terms)
    facts = [match.when(lang).rstrip(".")] if match.when else []
    cited = f"{citation(match.source)} {match.section}".strip()
    unit = match.unit.label(lang) if match.unit else ""
    return match.relation.label(lang), terms, "; ".join((*facts, str(match.in_force), cited)), unit
