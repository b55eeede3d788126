"""What a document tells, field by field, and what the facts of a program add up to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import Any

from attrs import fields, has

from iopkit.model.figures import figures_of
from iopkit.model.health_plan import HealthPlan
from iopkit.model.program import Program
from iopkit.report import phrases as say
from iopkit.report.judgments import STYLES, capitalized
from iopkit.report.layout import Line, Page
from iopkit.report.plans import describe_plan
from iopkit.report.tables import table_lines
from iopkit.rules.truth import Truth
from iopkit.standards.advantages import advantages_of
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.periods import Period
from iopkit.values.privacy import Quiet
from iopkit.values.shares import Share
from iopkit.values.spans import Basis, Span
from iopkit.values.terms import Term
from iopkit.values.texts import Text

_FIELDS = (48, 30)
_FIGURES = (36, 20, 20)
_SCALARS = (Listing, Span, Term, Text, Money, Share, Period)
_SILENT: tuple[object, ...] = (None, (), "", Listing())


def document_lines(value: object, lang: str, *, is_revealed: bool = False) -> Iterator[Line]:
    """Yield what `value` tells, field by field.

    A plan is first told in words; what a program adds up to follows its fields.  Of a person's
    record only the names of the fields are told, unless it is revealed.
    """
    if isinstance(value, HealthPlan):
        for text in describe_plan(value):
            yield from Page(mark_width=0).bullet("-", text(lang))
        yield Line("")
    rows = told_rows(value, lang, is_shown=is_revealed)
    yield from table_lines(_FIELDS, rows, header=(say.FIELD(lang), say.TOLD_AS(lang)))
    if isinstance(value, Program):
        yield from _figures(value, lang)
        yield from _advantages(value, lang)


def told_rows(
    value: object, lang: str, *, is_shown: bool, path: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield the path and the words of every field that is told."""
    is_open = is_shown or not isinstance(value, Quiet)
    for field in fields(type(value)):  # type: ignore[arg-type]  # only attrs classes come here
        told: object = getattr(value, field.name)
        here = f"{path}.{field.name}" if path else field.name
        if told in _SILENT:
            continue
        if _is_record(told):
            yield from told_rows(told, lang, is_shown=is_shown, path=here)
        elif isinstance(told, tuple) and all(map(_is_record, told)):
            for number, part in enumerate(told):
                yield from told_rows(part, lang, is_shown=is_shown, path=f"{here}[{number}]")
        else:
            yield here, words_of(told, lang) if is_open else say.NOT_SHOWN(lang)


def words_of(value: object, lang: str) -> str:
    """Return one value in words: terms by their labels, ranges by their ends."""
    match value:
        case bool():
            return (say.YES if value else say.NO)(lang)
        case Term():
            return value.label(lang)
        case Text():
            return value(lang)
        case time():
            return value.isoformat("minutes")
        case Span() | Listing() | tuple():
            return _several(value, lang)
    return str(value)


def _several(value: Span[Any] | Listing[Any] | tuple[object, ...], lang: str) -> str:
    if isinstance(value, Listing):
        return _listed(value, lang)
    if isinstance(value, Span):
        known = (end if end is not None else say.NO_BOUND for end in (value.low, value.high))
        return " - ".join(dict.fromkeys(words_of(end, lang) for end in known))
    return ", ".join(words_of(part, lang) for part in value)


def _is_record(value: object) -> bool:
    return has(type(value)) and not isinstance(value, _SCALARS)


def _listed(listing: Listing[object], lang: str) -> str:
    parts = [words_of(one, lang) for one in listing.present]
    parts += [f"{say.NOT(lang)} {words_of(one, lang)}" for one in listing.lacks]
    words = ", ".join(parts)
    return f"{words} ({say.NOTHING_ELSE(lang)})" if listing.complete else words


def _figures(program: Program, lang: str) -> Iterator[Line]:
    figures = figures_of(program)
    yield from Page(mark_width=0).heading(say.FIGURES(lang))
    rows = (
        (name(lang), _figure(figure.told, lang), _figure(figure.computed, lang))
        for name, figure in (
            (label, getattr(figures, field)) for field, label in say.FIGURE_NAMES.items()
        )
        if figure.value is not None
    )
    header = ("", Basis.TOLD.label(lang), Basis.COMPUTED.label(lang))
    yield from table_lines(_FIGURES, rows, header=header)


def _figure(value: object, lang: str) -> str:
    return "" if value is None else words_of(value, lang)


def _advantages(program: Program, lang: str) -> Iterator[Line]:
    page = Page(mark_width=max(len(outcome.label(lang)) for outcome in Truth) + len("[]"))
    yield from page.heading(say.ADVANTAGES(lang))
    for finding in advantages_of(program):
        label = capitalized(finding.advantage.label(lang))
        yield Line(f"  {label}: {finding.outcome.label(lang)}", STYLES[finding.outcome])
        for evidence in finding.evidence:
            mark = f"[{evidence.outcome.label(lang)}]"
            yield from page.judged(mark, evidence.text(lang), STYLES[evidence.outcome])
