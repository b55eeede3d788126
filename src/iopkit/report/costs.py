"""The part of a report about money."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from iopkit.cost.estimates import AtEnds, Bounds, Estimate, EstimateLine, Note
from iopkit.cost.payers import PaidBy
from iopkit.report import cost_words
from iopkit.report import phrases as say
from iopkit.report.judgments import STYLES, capitalized
from iopkit.report.layout import Line, Page, Style
from iopkit.values.money import ZERO, Money
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import LinePart


@frozen
class Costs:
    """Writes an estimate on a page, in one language."""

    page: Page
    lang: str
    citation: Callable[[str], str]

    def estimate(self, found: Estimate) -> Iterator[Line]:
        """Yield the itemized cost, its three totals, and what it assumes and does not know."""
        yield from self.page.heading(say.COST(self.lang))
        yield from self._head()
        for line in found.lines:
            yield from self._line(line)
        yield from self.page.columns("", "-" * 11, "-" * 11, style=Style.QUIET)
        yield from self._amount(say.TO_PAY(self.lang), found.to_pay)
        yield from self._amount(say.INCOME_LOST(self.lang), found.income_lost)
        yield from self._amount(say.TOGETHER(self.lang), found.together, Style.HEADING)
        if found.likely is not None:
            yield from self.page.columns(cost_words.LIKELY(self.lang), str(found.likely), "")
        yield from self._payers(found)
        yield Line("")
        bounds = say.EXACT if found.bounds is Bounds.EXACT else say.OUTER
        yield from self.page.paragraph(bounds(self.lang), Style.QUIET, indent=2)
        if found.is_affordable is not None:
            words = say.BUDGET[found.is_affordable.value](self.lang)
            yield Line(f"  {words}", STYLES[found.is_affordable])
        yield from self._notes(say.ASSUMED, found.assumptions)
        yield from self._notes(say.NOT_KNOWN, found.unknowns)

    def _payers(self, found: Estimate) -> Iterator[Line]:
        """Yield who else pays for the days; each apart, where there are several."""
        if found.by_payer.keys() - {PaidBy.PLAN, PaidBy.PATIENT}:
            yield from self.page.paragraph(
                cost_words.DAYS_PAID_BY(self.lang), Style.QUIET, indent=2
            )
            for payer, paid in found.by_payer.items():
                yield from self._amount(f"  {payer.label(self.lang)}", paid, Style.QUIET)
        elif found.plan_pays is not None:
            yield from self._amount(cost_words.PLAN_PAYS(self.lang), found.plan_pays, Style.QUIET)

    def _head(self) -> Iterator[Line]:
        ends = (say.LOW(self.lang), say.HIGH(self.lang))
        yield from self.page.columns(say.CURRENCY(self.lang), *ends, style=Style.QUIET)

    def _line(self, line: EstimateLine) -> Iterator[Line]:
        label = f"{line.component.label(self.lang)}: {line.label(self.lang)}"
        yield from self._amount(capitalized(label), line.amount)
        if line.detail is not None:
            yield from self.page.paragraph(line.detail(self.lang), Style.QUIET, indent=4)
        if line.source is not None:
            yield from self.page.paragraph(self.citation(line.source), Style.QUIET, indent=4)
        for part in LinePart:
            ends = (line.low_parts.get(part, ZERO), line.high_parts.get(part, ZERO))
            if any(end != ZERO for end in ends):
                label = say.OF_WHICH(self.lang).format(part=part.label(self.lang))
                cells = map(str, ends)
                yield from self.page.columns(f"  {label}", *cells, style=Style.QUIET)

    def _amount(
        self, label: str, amount: Span[Money] | AtEnds, style: Style = Style.PLAIN
    ) -> Iterator[Line]:
        ends = (amount.low, amount.high)
        cells = (say.NO_BOUND(self.lang) if end is None else str(end) for end in ends)
        yield from self.page.columns(label, *cells, style=style)

    def _notes(self, lead: Text, notes: Iterable[Note]) -> Iterator[Line]:
        told = tuple(notes)
        if told:
            yield Line(f"  {lead(self.lang)}:")
        for note in told:
            yield from self.page.bullet("-", note.text(self.lang))
            if note.source is not None:
                yield from self.page.paragraph(self.citation(note.source), Style.QUIET, indent=4)
