"""Installments of a cost, for people."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.cost.installments import PaymentPlan
from iopkit.report import cost_words as words
from iopkit.report.layout import Line, Page, Style

_PAGE = Page(mark_width=0)


def installment_lines(plan: PaymentPlan | None, lang: str) -> Iterator[Line]:
    """Yield each installment; where there is no plan, that only one exact cost has one."""
    yield from _PAGE.heading(words.INSTALLMENTS(lang))
    if plan is None:
        yield from _PAGE.paragraph(words.NO_INSTALLMENTS(lang), Style.UNKNOWN, indent=2)
        return
    titles = (words.AMOUNT, words.INTEREST, words.STILL_OWED)
    yield from _PAGE.columns(words.NUMBER(lang), *(each(lang) for each in titles))
    for number, each in enumerate(plan.installments, start=1):
        cells = (str(each.amount), str(each.interest), str(each.left))
        yield from _PAGE.columns(f"  {number}", *cells)
    sums = (str(plan.total), str(plan.interest), "")
    yield from _PAGE.columns(words.IN_ALL(lang), *sums, style=Style.HEADING)
