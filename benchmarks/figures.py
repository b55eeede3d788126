"""What a benchmark finds, and the table that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median, quantiles
from textwrap import wrap

from attrs import frozen

WIDTH = 80
_LONG = 10_000
"""From here on, four significant digits are written with an exponent, which is longer."""

_ROW = "{:<33} {:>10}  {:<15} {:>11}  {:<3}"


@frozen(kw_only=True)
class Figure:
    """One measured quantity: a value for each pair, and the goal that their median should meet.

    `compared` says exactly what was measured.  A goal of `None` asks for nothing: the figure is
    told because another would mislead without it.
    """

    name: str
    values: tuple[float, ...]
    unit: str
    compared: str
    goal: float | None = None
    is_least: bool = False

    @property
    def measured(self) -> float:
        """The median."""
        return median(self.values)

    @property
    def spread(self) -> tuple[float, float]:
        """The quartiles: half of the pairs lie between."""
        if len(self.values) == 1:
            return self.values[0], self.values[0]
        low, _, high = quantiles(self.values, n=4, method="inclusive")
        return low, high

    @property
    def is_met(self) -> bool | None:
        """Whether the median meets the goal; `None` where there is none."""
        if self.goal is None:
            return None
        return self.measured >= self.goal if self.is_least else self.measured <= self.goal


def table(figures: Iterable[Figure]) -> Iterator[str]:
    """Yield the lines of a table, and below it what each figure compares; all fit 80 columns."""
    told = tuple(figures)
    yield _ROW.format("", "measured", "middle half", "goal", "met").rstrip()
    for figure in told:
        yield _row(figure).rstrip()
    for figure in told:
        yield ""
        yield from wrap(f"{figure.name}: {figure.compared}", WIDTH, subsequent_indent="  ")


def _row(figure: Figure) -> str:
    low, high = figure.spread
    limit, met = "-", "-"
    if figure.goal is not None:
        limit = f"{'>=' if figure.is_least else '<='} {_short(figure.goal)} {figure.unit}"
        met = "yes" if figure.is_met else "NO"
    measured = f"{_short(figure.measured)} {figure.unit}"
    return _ROW.format(figure.name, measured, f"{_short(low)} - {_short(high)}", limit, met)


def _short(value: float) -> str:
    if abs(value) < 1:
        return f"{value:.2f}"
    return f"{value:.4g}" if abs(value) < _LONG else f"{value:.0f}"
