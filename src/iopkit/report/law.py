"""A rule set in plain words: what it asks, for whom, since when, and where that is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iopkit.law.reviews import Review
from iopkit.law.rulesets import RuleSet
from iopkit.report.citing import Shelf, cited
from iopkit.report.layout import Line, Page, Style
from iopkit.rules.nodes import clauses_of
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
_PROGRAM_STANDARD = Text(
    "What it asks of a program: rule set {id}", "Lo que pide a un programa: reglas {id}"
)
_OTHER_VERSION = Text("Another version: {version}, {when}", "Otra versión: {version}, {when}")
_ADVISORIES = Text("Worth a warning, and never deciding", "Merece aviso, y nunca decide")
_REVIEWS = Text("When the need must be shown again", "Cuándo hay que volver a demostrarlo")
_FIRST_BY = Text(
    "First by day {day} of care, the first day being day 1",
    "La primera, a más tardar el día {day} de atención, contando el primero como día 1",
)
_THEN_EVERY = Text("then at least every {days} days", "después, al menos cada {days} días")
_EVERY = Text(
    "At least every {days} days, counted from the first day of care",
    "Al menos cada {days} días, contados desde el primer día de atención",
)
_LIMITS = Text("What is left out", "Lo que no incluye")
_SOURCES = Text("Sources", "Fuentes")
_READ_ON = Text("read {day}", "leído el {day}")
_NOT_REVIEWED = Text(
    "No person has reviewed the Spanish of this page.",
    "Ninguna persona ha revisado el español de esta página.",
)


def law_lines(
    rules: RuleSet, lang: str, source: Shelf, others: Iterable[RuleSet] = ()
) -> Iterator[Line]:
    """Yield a rule set in words, clause by clause with citations, in at most 80 columns.

    `source` gives a source by its id, and `others` are the other versions that exist.
    """
    page = Page(mark_width=0, splits_words=False)
    yield from page.paragraph(rules.title(lang), Style.HEADING)
    yield from page.paragraph(rules.authority(lang))
    yield from page.paragraph(f"{period_words(rules.in_force, lang)}.")
    version = _VERSION(lang).format(
        subject=_first_capital(rules.subject.label(lang)),
        id=rules.id,
        version=rules.version,
        digest=rules.digest,
    )
    yield from page.paragraph(version, Style.QUIET)
    yield from _beside(page, rules, lang, others)
    yield from page.heading(_APPLIES(lang))
    if rules.applies is None:
        yield from page.paragraph(_EVERYBODY(lang), indent=2)
    else:
        yield from _sentences(page, sentences_of(rules.applies), lang, source)
    yield from page.heading(_ASKS(lang))
    for clause in rules.clauses:
        yield from _sentences(page, sentences_of(clause), lang, source)
    yield from _never_deciding(page, rules, lang, source)
    yield from _ending(page, rules, lang, source)


def review_words(review: Review, lang: str) -> str:
    """Return the clock of a review in words: by which day, and how often then."""
    parts = []
    if review.first_by_day is not None:
        parts.append(_FIRST_BY(lang).format(day=review.first_by_day))
    if review.every_days is not None:
        frame = _EVERY if review.first_by_day is None else _THEN_EVERY
        parts.append(frame(lang).format(days=review.every_days))
    return f"{', '.join(parts)}."


def _beside(page: Page, rules: RuleSet, lang: str, others: Iterable[RuleSet]) -> Iterator[Line]:
    if rules.program_standard is not None:
        said = _PROGRAM_STANDARD(lang).format(id=rules.program_standard)
        yield from page.paragraph(said, Style.QUIET)
    for other in others:
        when = period_words(other.in_force, lang)
        said = _OTHER_VERSION(lang).format(version=other.version, when=_first_small(when))
        yield from page.paragraph(said, Style.QUIET)


def _never_deciding(page: Page, rules: RuleSet, lang: str, source: Shelf) -> Iterator[Line]:
    if rules.advisories:
        yield from page.heading(_ADVISORIES(lang))
    for clause in rules.advisories:
        yield from _sentences(page, sentences_of(clause), lang, source)
    if rules.reviews:
        yield from page.heading(_REVIEWS(lang))
    for review in rules.reviews:
        yield from page.paragraph(review.label(lang), indent=2)
        yield from page.paragraph(f"{review.id}: {cited(review, source)}", Style.QUIET, 4)
        yield from page.paragraph(review_words(review, lang), indent=4)


def _sentences(
    page: Page, sentences: tuple[Sentence, ...], lang: str, source: Shelf
) -> Iterator[Line]:
    for said in sentences:
        indent = 2 + 2 * min(said.depth, 10)
        yield from page.paragraph(said.text(lang), indent=indent)
        if said.clause is not None:
            stated = f"{said.clause.id}: {cited(said.clause, source)}"
            yield from page.paragraph(stated, Style.QUIET, indent + 2)


def _ending(page: Page, rules: RuleSet, lang: str, source: Shelf) -> Iterator[Line]:
    if rules.limitations:
        yield from page.heading(_LIMITS(lang))
    for limitation in rules.limitations:
        yield from page.bullet("-", limitation(lang))
    yield from page.heading(_SOURCES(lang))
    for wanted in dict.fromkeys(_sources(rules)):
        found = source(wanted)
        said = wanted if found is None else _source_words(found, lang)
        yield from page.bullet("-", said, Style.QUIET)
    yield from spanish_note(page, lang)


def _source_words(found: Source, lang: str) -> str:
    read = _READ_ON(lang).format(day=found.read_on.isoformat())
    return "; ".join((found.citation, found.title, found.confidence.label(lang), read))


def spanish_note(page: Page, lang: str) -> Iterator[Line]:
    """Yield, on a Spanish page, that no person has reviewed its Spanish."""
    if lang == "es":
        yield Line("")
        yield from page.paragraph(_NOT_REVIEWED(lang), Style.QUIET)


def _sources(rules: RuleSet) -> Iterator[str]:
    applies = () if rules.applies is None else (rules.applies,)
    for rule in (rules.rule, *applies, *rules.advisories):
        yield from (clause.source for clause in clauses_of(rule))
    yield from (review.source for review in rules.reviews)


def period_words(period: Period, lang: str) -> str:
    """Return since when and until when something is in force, in words."""
    end = _REPEALED(lang)
    if period.end is not None:
        end = _UNTIL(lang).format(day=period.end.isoformat())
    return _IN_FORCE(lang).format(start=period.start.isoformat(), end=end)


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _first_small(text: str) -> str:
    return text[:1].lower() + text[1:]
