"""A whole answer as plain text, 80 columns wide."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.assessment.answers import Assessment
from iopkit.facts.registry import answers_of
from iopkit.model.case import Case
from iopkit.report import phrases as say
from iopkit.report.costs import Costs
from iopkit.report.judgments import Judgments, Shown, is_contradiction
from iopkit.report.layout import Line, Page, Style
from iopkit.rules.answers import AnyFact
from iopkit.rules.truth import Truth
from iopkit.values.listings import Listing
from iopkit.values.sources import Confidence, Source
from iopkit.values.spans import Span
from iopkit.values.terms import Term


def write_text(answer: Assessment, *, lang: str = "en", revealed: Case | None = None) -> str:
    """Return `answer` as text of at most 80 columns, in `lang`, ending in a line end.

    The safety notice stands first where there is one.  No answer to a fact is shown, unless the
    case is handed over as `revealed`; an amount shows how it is computed, such as from miles.
    """
    return "".join(f"{line.text.rstrip()}\n" for line in page_lines(answer, lang, revealed))


def page_lines(answer: Assessment, lang: str, revealed: Case | None = None) -> Iterator[Line]:
    """Yield the lines of `write_text` with their styles, for a terminal that has colors."""
    page = Page(mark_width=max(len(outcome.label(lang)) for outcome in Truth) + len("[]"))
    cited = {source.id: source.citation for source in answer.sources}

    def citation(source: str) -> str:
        return cited.get(source, source)

    judgments = Judgments(page, lang, citation, _shown(revealed, lang))
    if answer.safety is not None:
        yield from judgments.safety(answer.safety)
    yield from judgments.contradictions(answer.gaps)
    yield Line(say.ANSWER_FOR(lang).format(day=answer.on.isoformat()), Style.HEADING)
    yield from _judged(answer, judgments, lang)
    if answer.estimate is not None:
        yield from Costs(page, lang, citation).estimate(answer.estimate)
    yield from judgments.questions(answer)
    yield from _ending(answer, page, lang)


def _judged(answer: Assessment, judgments: Judgments, lang: str) -> Iterator[Line]:
    if answer.placement is not None:
        yield from judgments.placement(answer.placement)
    if answer.admission is not None:
        yield from judgments.decision(answer.admission.title(lang), answer.admission)
    yield from judgments.rule_sets(answer.rule_sets)
    yield from judgments.factors(answer.factors)


def _ending(answer: Assessment, page: Page, lang: str) -> Iterator[Line]:
    gaps = [gap for gap in answer.gaps if not is_contradiction(gap)]
    if gaps:
        yield from page.heading(say.GAPS(lang))
    for gap in gaps:
        yield from page.bullet("-", gap.text(lang), Style.UNKNOWN)
    if answer.sources:
        yield from page.heading(say.SOURCES(lang))
    for source in answer.sources:
        yield from page.bullet("-", _source(source, lang), Style.QUIET)
    yield from page.heading(say.PLEASE_NOTE(lang))
    for notice in answer.notices:
        yield from page.paragraph(notice(lang))
    if lang == "es":
        yield from page.paragraph(say.SPANISH_NOT_REVIEWED(lang), Style.QUIET)


def _source(source: Source, lang: str) -> str:
    parts = [source.citation, source.title, source.confidence.label(lang)]
    parts.append(say.READ_ON(lang).format(day=source.read_on.isoformat()))
    if source.confidence is Confidence.DERIVED and source.note:
        parts.append(source.note)
    return "; ".join(parts)


def _shown(revealed: Case | None, lang: str) -> Shown:
    if revealed is None:
        return lambda _fact: None

    def shown(fact: AnyFact) -> str | None:
        answer = answers_of(revealed, (fact,))[fact.name]
        return None if answer is None else _words(answer, lang) or None

    return shown


def _words(answer: object, lang: str) -> str:
    match answer:
        case bool():
            return say.YES(lang) if answer else say.NO(lang)
        case Term():
            return answer.label(lang)
        case Listing():
            return _listed(answer, lang)
        case Span(low, high):
            return _span(low, high, lang)
    return str(answer)


def _span(low: object, high: object, lang: str) -> str:
    if low is None and high is None:
        return ""
    if low is None:
        return say.OR_LESS(lang).format(value=_words(high, lang))
    if high is None:
        return say.OR_MORE(lang).format(value=_words(low, lang))
    return f"{_words(low, lang)}..{_words(high, lang)}"


def _listed(listing: Listing[Term], lang: str) -> str:
    parts = [", ".join(_words(one, lang) for one in listing.present)]
    if listing.lacks:
        things = ", ".join(_words(one, lang) for one in listing.lacks)
        parts.append(say.LACKING(lang).format(things=things))
    if listing.complete:
        parts.append(say.NOTHING_ELSE(lang))
    return "; ".join(filter(None, parts))
