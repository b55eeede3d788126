"""A rule set in plain words: what it asks, for whom, since when, and where that is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iopkit.law.rulesets import RuleSet
from iopkit.report.layout import Line, Page, Style
from iopkit.rules.nodes import Clause, clauses_of
from iopkit.rules.wording import Sentence, sentences_of
from iopkit.values.periods import Period
from iopkit.values.sources import Source
from iopkit.values.texts import Text

_IN_FORCE = Text("In force from {start} until {end}", "Vigente desde el {start} hasta {end}")
_UNTIL = Text("the day before {day}", "el día anterior al {day}")
_REPEALED = Text("it is repealed", "que se derogue")
_VERSION = Text(
    "{subject}; rule set {id}, version {version}, digest {digest}",
    "{subject}; reglas {id}, versión {version}, huella {digest}",
)
_APPLIES = Text("For whom", "Para quién")
_EVERYBODY = Text("For everybody.", "Para todas las personas.")
_ASKS = Text("What it asks, all of it", "Lo que pide, en su totalidad")
_LIMITS = Text("What is left out", "Lo que no incluye")
_SOURCES = Text("Sources", "Fuentes")
_READ_ON = Text("read {day}", "leído el {day}")
_NOT_REVIEWED = Text(
    "No person has reviewed the Spanish of this page.",
    "Ninguna persona ha revisado el español de esta página.",
)


def law_lines(rules: RuleSet, lang: str, source: Callable[[str], Source]) -> Iterator[Line]:
    """Yield a rule set in words, clause by clause with citations, in at most 80 columns.

    `source` gives a source by its id.
    """
    page = Page(mark_width=0)
    yield from page.paragraph(rules.title(lang), Style.HEADING)
    yield from page.paragraph(rules.authority(lang))
    yield from page.paragraph(f"{_period(rules.in_force, lang)}.")
    version = _VERSION(lang).format(
        subject=_first_capital(rules.subject.label(lang)),
        id=rules.id,
        version=rules.version,
        digest=rules.digest,
    )
    yield from page.paragraph(version, Style.QUIET)
    yield from page.heading(_APPLIES(lang))
    if rules.applies is None:
        yield from page.paragraph(_EVERYBODY(lang), indent=2)
    else:
        yield from _sentences(page, sentences_of(rules.applies), lang, source)
    yield from page.heading(_ASKS(lang))
    for clause in rules.clauses:
        yield from _sentences(page, sentences_of(clause), lang, source)
    yield from _ending(page, rules, lang, source)


def _sentences(
    page: Page, sentences: tuple[Sentence, ...], lang: str, source: Callable[[str], Source]
) -> Iterator[Line]:
    for said in sentences:
        indent = 2 + 2 * min(said.depth, 10)
        yield from page.paragraph(said.text(lang), indent=indent)
        if said.clause is not None:
            joint = " " if said.clause.section.startswith("(") else ", "
            cited = (source(said.clause.source).citation, said.clause.section)
            stated = f"{said.clause.id}: {joint.join(filter(None, cited))}"
            yield from page.paragraph(stated, Style.QUIET, indent + 2)


def _ending(
    page: Page, rules: RuleSet, lang: str, source: Callable[[str], Source]
) -> Iterator[Line]:
    if rules.limitations:
        yield from page.heading(_LIMITS(lang))
    for limitation in rules.limitations:
        yield from page.bullet("-", limitation(lang))
    yield from page.heading(_SOURCES(lang))
    cited = dict.fromkeys(clause.source for clause in _clauses(rules))
    for found in map(source, cited):
        read = _READ_ON(lang).format(day=found.read_on.isoformat())
        parts = (found.citation, found.title, found.confidence.label(lang), read)
        yield from page.bullet("-", "; ".join(parts), Style.QUIET)
    if lang == "es":
        yield Line("")
        yield from page.paragraph(_NOT_REVIEWED(lang), Style.QUIET)


def _clauses(rules: RuleSet) -> Iterator[Clause]:
    yield from clauses_of(rules.rule)
    if rules.applies is not None:
        yield from clauses_of(rules.applies)


def _period(period: Period, lang: str) -> str:
    end = _REPEALED(lang)
    if period.end is not None:
        end = _UNTIL(lang).format(day=period.end.isoformat())
    return _IN_FORCE(lang).format(start=period.start.isoformat(), end=end)


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
