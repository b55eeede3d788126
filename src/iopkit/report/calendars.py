"""Days by which something must be done, in words: reviews that are due, and units that run out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from iopkit.eligibility.certification import CertificationCalendar
from iopkit.eligibility.due_days import DueDay
from iopkit.eligibility.runway import AuthorizationRunway
from iopkit.report import phrases as say
from iopkit.report.layout import Line, Page, Style
from iopkit.report.tables import table_lines
from iopkit.values.spans import Span
from iopkit.values.texts import Text

_DUE_DAYS = (10, 4, 12, 24, 22)
_WEEKS = (6, 10, 20, 20)
_PAGE = Page(mark_width=0)

_FOR_CARE = Text(
    "For care from {start}, which is day 1", "Para la atención desde el {start}, que es el día 1"
)
_UNTIL = Text("up to {day}", "hasta el {day}")
_HEADER = (
    Text("due by", "vence el"),
    Text("day", "día"),
    Text("counts from", "cuenta desde"),
    Text("state", "estado"),
    Text("review", "revisión"),
)
_NOT_DONE = Text("not told as done", "no consta como hecha")
_TOO_EARLY = Text("done {days}, too early to count", "hecha el {days}, demasiado pronto: no cuenta")
_ON_TIME = Text("done {day}, on time", "hecha el {day}, a tiempo")
_ONE_DAY_LATE = Text("done {day}, 1 day late", "hecha el {day}, 1 día tarde")
_LATE = Text("done {day}, {days} days late", "hecha el {day}, {days} días tarde")
_NONE_DUE = Text("No review is due in this time.", "No vence ninguna revisión en este tiempo.")
_NEXT = Text(
    "Next due day: {day} ({review}). Without that review care is not certified any more from "
    "{lapse} on.",
    "Próximo vencimiento: {day} ({review}). Sin esa revisión, la atención deja de estar "
    "certificada desde el {lapse}.",
)
_NO_NEXT = Text("No further review is due.", "No vence ninguna otra revisión.")
_NOT_ASKED = Text(
    "Not counted, since no review was asked for then: {days}.",
    "No cuenta, porque no se pedía ninguna revisión entonces: {days}.",
)
_LATEST = Text(
    "Each interval counts from the day on which the review before was done, else from the day on "
    "which it was due: a review that is done earlier brings the later days forward.",
    "Cada plazo cuenta desde el día en que se hizo la revisión anterior o, si no consta, desde el "
    "día en que vencía: una revisión hecha antes adelanta los días siguientes.",
)
_REVIEWS = Text("What is reviewed", "Lo que se revisa")
_NO_PROMISE = Text(
    "This is no promise of payment: ask the payer.",
    "Esto no es una promesa de pago: pregunte al pagador.",
)
_APPROVED = Text(
    "Units approved: {units} (a unit is {unit}), from {start}",
    "Unidades aprobadas: {units} (una unidad es {unit}), desde el {start}",
)
_LAST = Text("Last day covered", "Último día cubierto")
_FIRST = Text("First day not covered", "Primer día sin cubrir")
_DAYS = Text("Days covered", "Días cubiertos")
_ASK_BY = Text("Ask for more by", "Pida más a más tardar el")
_NO_LEAD = Text(
    "not known: nobody told how many days before",
    "no se sabe: no se indicó cuántos días antes",
)
_BETWEEN = Text("{low} to {high}", "entre {low} y {high}")
_FROM = Text("{low} or later", "{low} o después")
_AT_MOST = Text("{high} or earlier", "{high} o antes")
_OR_MORE = Text("{low} or more", "{low} o más")
_OR_LESS = Text("{high} or less", "{high} o menos")
_WEEK_HEADER = (
    Text("week", "semana"),
    Text("from", "desde"),
    Text("units used so far", "unidades usadas"),
    Text("units left", "unidades restantes"),
)
_WEEK_BY_WEEK = Text("Week by week", "Semana por semana")
_NO_DAY = Text(
    "The units do not cover even the first day.", "Las unidades no cubren ni el primer día."
)
_PARTLY = Text(
    "Units left at the end: {left}. They do not cover a whole day.",
    "Unidades que quedan al final: {left}. No cubren un día entero.",
)
_ENDS = Text(
    "The approval ends before the units run out. Units left at the end: {left}.",
    "La aprobación termina antes de que se agoten las unidades. Unidades que quedan al final: "
    "{left}.",
)
_AT_ONCE = Text(
    "The day to ask is before the first day of care: ask at once.",
    "El día para pedir más es anterior al primer día de atención: pida cuanto antes.",
)
_RANGE = Text(
    "What is not told leaves a range. Every week that fits what is told is considered, with the "
    "same weekdays each week. The first day of a range is the safe one to plan with.",
    "Lo que no se indicó deja un intervalo. Se considera cada semana posible según lo indicado, "
    "con los mismos días cada semana. El primer día de un intervalo es el más seguro.",
)


def calendar_lines(
    found: CertificationCalendar, lang: str, citation: Callable[[str], str]
) -> Iterator[Line]:
    """Yield the days by which reviews are due, in at most 80 columns.

    `citation` gives the citation of a source by its id.
    """
    yield from _PAGE.paragraph(found.title(lang), Style.HEADING)
    care = [_FOR_CARE(lang).format(start=found.start.isoformat())]
    if found.until is not None:
        care.append(_UNTIL(lang).format(day=found.until.isoformat()))
    yield from _PAGE.paragraph(f"{', '.join(care)}.")
    yield Line("")
    if found.due_days:
        rows = (_due_row(due, lang) for due in found.due_days)
        yield from table_lines(_DUE_DAYS, rows, header=[text(lang) for text in _HEADER])
    else:
        yield from _PAGE.paragraph(_NONE_DUE(lang))
    yield Line("")
    for gap in found.gaps:
        yield from _PAGE.paragraph(gap(lang), Style.UNKNOWN)
    if found.next_due is not None or not found.gaps:
        yield from _PAGE.paragraph(_next(found.next_due, lang), Style.UNKNOWN)
    if found.not_asked:
        days = ", ".join(map(str, found.not_asked))
        yield from _PAGE.paragraph(_NOT_ASKED(lang).format(days=days), Style.UNKNOWN)
    yield from _PAGE.paragraph(_LATEST(lang))
    yield from _cited(found, lang, citation)
    yield from _ending(lang)


def runway_lines(found: AuthorizationRunway, lang: str) -> Iterator[Line]:
    """Yield how long approved units last, week by week, in at most 80 columns."""
    approved = found.approved
    units = _APPROVED(lang).format(
        units=approved.units, unit=approved.unit.label(lang), start=approved.start.isoformat()
    )
    through = "" if approved.through is None else _UNTIL(lang).format(day=approved.through)
    yield from _PAGE.paragraph(f"{', '.join(filter(None, (units, through)))}.", Style.HEADING)
    yield Line("")
    asked = _NO_LEAD(lang) if found.ask_by is None else _span(found.ask_by, lang)
    for label, words in (
        (_LAST, _span(found.last_covered, lang)),
        (_FIRST, _span(found.first_uncovered, lang)),
        (_DAYS, _span(found.covered_days, lang)),
        (_ASK_BY, asked),
    ):
        yield Line(f"{label(lang) + ':':<26} {words}")
    for note in _notes(found, lang):
        yield Line("")
        yield from _PAGE.paragraph(note, Style.UNKNOWN)
    if found.weeks:
        yield from _PAGE.heading(_WEEK_BY_WEEK(lang))
        rows = (
            (str(week.number), str(week.first_day), _span(week.used, lang), _span(week.left, lang))
            for week in found.weeks
        )
        yield from table_lines(_WEEKS, rows, header=[text(lang) for text in _WEEK_HEADER])
    yield from _ending(lang)


def _due_row(due: DueDay, lang: str) -> tuple[str, ...]:
    told = (due.due, due.day_of_care, due.counts_from, _state(due, lang), due.review)
    return tuple(map(str, told))


def _state(due: DueDay, lang: str) -> str:
    if due.done_on is None or due.days_late is None:
        early = ", ".join(map(str, due.too_early))
        return _TOO_EARLY(lang).format(days=early) if early else _NOT_DONE(lang)
    said = {0: _ON_TIME, 1: _ONE_DAY_LATE}.get(due.days_late, _LATE)
    return said(lang).format(day=due.done_on, days=due.days_late)


def _next(due: DueDay | None, lang: str) -> str:
    if due is None:
        return _NO_NEXT(lang)
    return _NEXT(lang).format(review=due.review, day=due.due, lapse=due.lapses_on)


def _cited(
    found: CertificationCalendar, lang: str, citation: Callable[[str], str]
) -> Iterator[Line]:
    every = (*found.due_days, *filter(None, (found.next_due,)))
    if every:
        yield from _PAGE.heading(_REVIEWS(lang))
    for label, review, source, section in dict.fromkeys(
        (due.label, due.review, due.source, due.section) for due in every
    ):
        joint = " " if section.startswith("(") else ", "
        cited = joint.join(filter(None, (citation(source), section)))
        yield from _PAGE.bullet("-", f"{review}: {label(lang)}")
        yield from _PAGE.paragraph(cited, Style.QUIET, indent=4)
    if found.limitations:
        yield from _PAGE.heading(say.NOT_DECIDED_HERE(lang))
    for limitation in found.limitations:
        yield from _PAGE.bullet("-", limitation(lang), Style.QUIET)


def _notes(found: AuthorizationRunway, lang: str) -> Iterator[str]:
    first, through = found.first_uncovered, found.approved.through
    if found.covered_days.value == 0:
        yield _NO_DAY(lang)
    elif found.weeks and found.weeks[-1].left.high and first.high is not None:
        # Where the units may last on, nobody knows what is left of them, nor when.
        left = _span(found.weeks[-1].left, lang)
        is_over = through is not None and first.low is not None and first.low > through
        yield (_ENDS if is_over else _PARTLY)(lang).format(left=left)
    asked = None if found.ask_by is None else found.ask_by.low
    if asked is not None and asked < found.approved.start:
        yield _AT_ONCE(lang)
    if first.value is None:
        yield _RANGE(lang)


def _ending(lang: str) -> Iterator[Line]:
    yield Line("")
    yield from _PAGE.paragraph(_NO_PROMISE(lang), Style.QUIET)
    if lang == "es":
        yield from _PAGE.paragraph(say.SPANISH_NOT_REVIEWED(lang), Style.QUIET)


def _span(span: Span[int] | Span[date], lang: str) -> str:
    if span.low is None and span.high is None:
        return say.NO_BOUND(lang)
    if span.low == span.high:
        return str(span.low)
    is_day = isinstance(span.low or span.high, date)
    if span.high is None:
        said = _FROM if is_day else _OR_MORE
    elif span.low is None:
        said = _AT_MOST if is_day else _OR_LESS
    else:
        said = _BETWEEN
    return said(lang).format(low=span.low, high=span.high)
