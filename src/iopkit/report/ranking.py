"""Programs in order as plain text, 80 columns wide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from iopkit.assessment.answers import Gap
from iopkit.assessment.criteria import CRITERIA, CriterionOutcome
from iopkit.assessment.matching import ProgramMatch
from iopkit.report import phrases as say
from iopkit.report.judgments import STYLES, Judgments, cited, is_contradiction
from iopkit.report.layout import Line, Page, Style
from iopkit.rules.truth import Truth
from iopkit.values.texts import Text


def write_ranking(matches: Sequence[ProgramMatch], *, lang: str = "en") -> str:
    """Return programs in order as text of at most 80 columns, ending in a line end.

    The safety notice stands first where there is one.  No answer about the person is shown; the
    minutes of the way there are, since they put programs in order.
    """
    return "".join(f"{line.text.rstrip()}\n" for line in ranking_lines(matches, lang))


def ranking_lines(matches: Sequence[ProgramMatch], lang: str) -> Iterator[Line]:
    """Yield the lines of `write_ranking` with their styles, for a terminal that has colors."""
    if not matches:
        yield Line(say.NO_PROGRAMS(lang))
        return
    page = Page(mark_width=max(len(outcome.label(lang)) for outcome in Truth) + len("[]"))
    first = matches[0]
    judgments = Judgments(page, lang, lambda source: source, lambda _fact: None)
    if first.safety is not None:
        yield from judgments.safety(first.safety)
    yield from judgments.contradictions(first.gaps)
    yield Line(say.IN_ORDER_FOR(lang).format(day=first.on.isoformat()), Style.HEADING)
    if first.placement is not None:
        yield from judgments.interval(first.placement)
    yield from _criteria(page, lang)
    for match in matches:
        yield from _program(match, _shared_gaps(matches), page, lang)
    yield from _ending(matches, page, lang)


def _ending(matches: Sequence[ProgramMatch], page: Page, lang: str) -> Iterator[Line]:
    shared = [gap for gap in _shared_gaps(matches) if not is_contradiction(gap)]
    if shared:
        yield from page.heading(say.GAPS(lang))
    for gap in shared:
        yield from page.bullet("-", gap.text(lang), Style.UNKNOWN)
    yield from page.heading(say.PLEASE_NOTE(lang))
    for notice in (*matches[0].notices, say.RANKING_IS_NO_ADVICE):
        yield from page.paragraph(notice(lang))
    if lang == "es":
        yield from page.paragraph(say.SPANISH_NOT_REVIEWED(lang), Style.QUIET)


def _shared_gaps(matches: Sequence[ProgramMatch]) -> list[Gap]:
    first, *others = matches
    return [gap for gap in first.gaps if all(gap in other.gaps for other in others)]


def _criteria(page: Page, lang: str) -> Iterator[Line]:
    yield from page.heading(say.HOW_ORDERED(lang))
    yield from page.paragraph(say.ONE_AFTER_ANOTHER(lang), indent=2)
    for number, criterion in enumerate(CRITERIA, 1):
        words = f"{criterion.label(lang)}: {criterion.order(lang)}"
        yield from page.bullet(f"{number}.", words)


def _program(match: ProgramMatch, shared: list[Gap], page: Page, lang: str) -> Iterator[Line]:
    program = match.program
    name = program.name or program.operator or program.id
    yield from page.heading(f"{match.rank}. {name}")
    citations = {source.id: source.citation for source in match.sources}
    for found in match.criteria:
        yield from _criterion(found, citations, page, lang)
    for text in (match.tie, match.before):
        if text is not None:
            yield from page.bullet("=" if text is match.tie else ">", text(lang))
    if match.may_move:
        yield from page.bullet("?", _moving(match, lang), Style.UNKNOWN)
    for fact in match.questions:
        yield from page.bullet("  -", fact.question(lang), Style.UNKNOWN)
    for gap in (one for one in match.gaps if one not in shared):
        yield from page.bullet("-", gap.text(lang), Style.QUIET)
    if program.source is not None:
        yield from page.bullet("-", f"{say.AS_TOLD_BY(lang)}: {program.source}", Style.QUIET)


def _criterion(
    found: CriterionOutcome, citations: Mapping[str, str], page: Page, lang: str
) -> Iterator[Line]:
    style = Style.PLAIN if found.outcome is None else STYLES[found.outcome]
    label = found.criterion.label
    yield from page.bullet("*", f"{label(lang)}: {found.detail(lang)}", style)
    for reason in found.reasons:
        mark = f"[{reason.outcome.label(lang)}]"
        yield from page.judged(mark, reason.text(lang), STYLES[reason.outcome])
        # A program's own terms all rest on the one page that is named at its end.
        if reason.clause is not None and reason.clause.source in citations:
            citation = citations[reason.clause.source]
            yield from page.detail(cited(citation, reason.clause))


def _moving(match: ProgramMatch, lang: str) -> str:
    return f"{say.MAY_MOVE(lang)}: {_named((one.label for one in match.may_move), lang)}"


def _named(labels: Iterable[Text], lang: str) -> str:
    words = (label(lang) for label in labels)
    return ", ".join(word[:1].lower() + word[1:] for word in words)
