"""Costs through time, what would change them most, and several side by side, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from iopkit.cost.comparing import ComparedCost, CostComparison, CostDifference
from iopkit.cost.estimates import AtEnds
from iopkit.cost.narrowing import Narrowing
from iopkit.cost.notes import Note
from iopkit.cost.timelines import CostTimeline, Interval, Timeline
from iopkit.report import cost_words as words
from iopkit.report import phrases as say
from iopkit.report.cost_questions import question_of
from iopkit.report.layout import Line, Page, Style
from iopkit.values.money import ZERO, Money
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent

_PAGE = Page(mark_width=0)
_NARROW = Page(mark_width=0, cell_width=12)


def timeline_lines(found: CostTimeline, lang: str) -> Iterator[Line]:
    """Yield what falls due in each interval at both ends, and when amounts are met."""
    yield from _PAGE.heading(words.THROUGH_TIME(lang))
    if found.low == found.high:
        yield from _end(found.low, found.by, lang)
        return
    for title, end in ((words.LOW_END, found.low), (words.HIGH_END, found.high)):
        yield Line("")
        yield from _PAGE.paragraph(title(lang), Style.HEADING, indent=2)
        yield from _end(end, found.by, lang)


def _end(end: Timeline | None, by: Interval, lang: str) -> Iterator[Line]:
    if end is None:
        yield from _PAGE.paragraph(words.NOT_BY_DAY(lang), Style.UNKNOWN, indent=2)
        return
    has_plan = any(row.plan_pays not in (None, ZERO) for row in end.rows)
    header = [words.VISITS, words.TO_PAY, words.SO_FAR, words.INCOME]
    if has_plan:
        header.insert(3, words.PLAN)
    titles = (title(lang) for title in header)
    yield from _NARROW.columns(words.FROM[by.value](lang), *titles, style=Style.QUIET)
    for row in end.rows:
        cells = [str(row.visits), str(row.to_pay), str(row.to_pay_so_far), str(row.income_lost)]
        if has_plan:
            cells.insert(3, str(row.plan_pays))
        yield from _NARROW.columns(row.start.isoformat(), *cells)
    for text, days in (
        (words.DEDUCTIBLE_MET, end.deductible_met_on),
        (words.LIMIT_MET, end.limit_met_on),
    ):
        if days:
            yield from _PAGE.paragraph(text(lang).format(days=_days(days)), indent=2)


def _days(days: Iterable[date]) -> str:
    return ", ".join(day.isoformat() for day in days)


def narrowing_lines(found: Sequence[Narrowing], lang: str) -> Iterator[Line]:
    """Yield which unknowns would narrow an estimate most; nothing where none is left."""
    if not found:
        return
    yield from _PAGE.heading(words.CHANGES_MOST(lang))
    for each in found:
        yield from _PAGE.paragraph(_asked(each.path, lang), indent=2)
        for title, span in ((words.IF_LOW, each.if_low), (words.IF_HIGH, each.if_high)):
            if span is not None:
                yield from _PAGE.columns(f"  {title(lang)}", *_ends(span, lang))
    yield from _PAGE.paragraph(words.HOW_TRIED(lang), Style.QUIET, indent=2)


def _asked(path: str, lang: str) -> str:
    """Return the question that a field answers, with the field for those who write the file."""
    question = question_of(path)
    return path if question is None else f"{question(lang)} ({path})"


def _ends(span: Span[Money] | AtEnds, lang: str) -> tuple[str, ...]:
    return tuple(say.NO_BOUND(lang) if end is None else str(end) for end in (span.low, span.high))


def comparison_lines(found: CostComparison, lang: str) -> Iterator[Line]:
    """Yield several costs side by side, which is certain to be less, and what each rests on."""
    yield from _PAGE.heading(words.SIDE_BY_SIDE(lang))
    header = (say.LOW(lang), say.HIGH(lang))
    yield from _PAGE.columns(say.CURRENCY(lang), *header, style=Style.QUIET)
    for cost in found.costs:
        yield from _sums(cost, lang)
    yield Line("")
    for difference in found.differences:
        yield from _PAGE.bullet("-", _less(difference, lang))
    if not found.differences:
        yield from _PAGE.paragraph(words.NONE_IS_LESS(lang), Style.UNKNOWN, indent=2)
    yield from _notes(words.ALL_ASSUME(lang), found.assumptions, lang)
    yield from _notes(words.ALL_LACK(lang), found.unknowns, lang)
    for cost in found.costs:
        own = (*cost.assumptions, *cost.unknowns)
        yield from _notes(words.ONLY(lang).format(name=cost.name), own, lang)
    yield from _PAGE.paragraph(words.COST_IS_NOT_WORTH(lang), Style.QUIET, indent=2)


def _sums(cost: ComparedCost, lang: str) -> Iterator[Line]:
    """Yield what one costs: the components of what is to be paid, and the three totals."""
    found = cost.estimate
    yield from _PAGE.paragraph(cost.name, indent=2)
    for part, span in found.by_component.items():
        if part is not CostComponent.LOST_INCOME:
            label = f"  {part.label(lang)}"
            yield from _PAGE.columns(label, *_ends(span, lang), style=Style.QUIET)
    totals = (found.to_pay, found.income_lost, found.together)
    for title, total in zip((say.TO_PAY, say.INCOME_LOST, say.TOGETHER), totals, strict=True):
        yield from _PAGE.columns(f"  {title(lang)}", *_ends(total, lang))


def _less(difference: CostDifference, lang: str) -> str:
    text: Text = words.COSTS_LESS_OPEN if difference.at_most is None else words.COSTS_LESS
    return text(lang).format(
        less=difference.less,
        more=difference.more,
        least=difference.at_least,
        most=difference.at_most,
    )


def _notes(lead: str, notes: Iterable[Note], lang: str) -> Iterator[Line]:
    told = tuple(notes)
    if told:
        yield Line(f"  {lead}:")
    for note in told:
        yield from _PAGE.bullet("-", note.text(lang))
