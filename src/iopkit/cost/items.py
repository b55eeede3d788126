"""The lines of an estimate while it is computed: whole cents, low and high."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, Protocol

from iopkit.cost.ledgers import Ledger
from iopkit.cost.payers import PaidBy
from iopkit.cost.pricing import FOR_ALL_DAYS, PriceCase, stretches_of
from iopkit.cost.rates import OPEN
from iopkit.values.money import Money
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import CostComponent, Unit

_NOTHING_SUPPOSED: Mapping[str, object] = {}


class Daily(Protocol):
    """What each day adds to a line, at its low or its high end."""

    def __call__(self, *, high: bool) -> Iterable[tuple[date, int]]:
        """Return days, not all different, with cents that add up to the line."""
        ...


class Item(NamedTuple):
    """One line: cents at the low and the high end, `high` `None` where nothing bounds it.

    `is_exact` says that both ends are reached by a completion, which `low_values` and
    `high_values` describe; the parts follow `PART_ORDER`.  `daily` is `None` where the line cannot
    be told day by day.  The ledgers are those of the program's own days; of those, `payer` says
    who pays the line, and an end that is not known is only a bound.  `low_by_second` and
    `high_by_second` say that the second coverage alone has settled them.
    """

    component: CostComponent
    label: Text
    low: int
    high: int | None
    detail: Text | None = None
    source: str | None = None
    is_exact: bool = True
    low_parts: tuple[int, ...] | None = None
    high_parts: tuple[int, ...] | None = None
    low_values: Mapping[str, object] = _NOTHING_SUPPOSED
    high_values: Mapping[str, object] = _NOTHING_SUPPOSED
    daily: Daily | None = None
    low_ledgers: tuple[Ledger, ...] = ()
    high_ledgers: tuple[Ledger, ...] = ()
    payer: PaidBy | None = None
    is_known_low: bool = True
    is_known_high: bool = True
    low_by_second: bool = False
    high_by_second: bool = False

    def __repr__(self) -> str:
        return "<Item>"


_UNITS: Mapping[Unit, tuple[Text, Text]] = {
    Unit.DAY: (Text("day", "día"), Text("days", "días")),
    Unit.SESSION: (Text("session", "sesión"), Text("sessions", "sesiones")),
    Unit.HOUR: (Text("day", "día"), Text("days", "días")),
    Unit.QUARTER_HOUR: (Text("day", "día"), Text("days", "días")),
    Unit.EACH: (Text("time", "vez"), Text("times", "veces")),
    Unit.WEEK: (Text("week", "semana"), Text("weeks", "semanas")),
}
_NOT_KNOWN = Text("price not known", "precio desconocido")
_MORE = Text("or more", "o más")
_NO_DAYS = Text("no days", "ningún día")
_NONE = Text("none", "ninguna")
_HOW_MANY = Text("how many is not known", "no se sabe cuántas")


def counted(unit: Unit, count: int, amount: str) -> Text:
    """Return `18 days x 418.45`, in both languages."""
    if unit not in _UNITS:
        return Text(f"{amount} {unit.label.en}", f"{amount} {unit.label.es}")
    words = _UNITS[unit][count != 1]
    return Text(f"{count} {words.en} x {amount}", f"{count} {words.es} x {amount}")


def detail_of(case: PriceCase, other: PriceCase | None = None) -> Text:
    """Return how a price case is made up: its low end, to the high end of `other`."""
    low, most = stretches_of(case.low), other or case
    high_lines = most.high
    if low and not (case.is_told or most.is_told):
        return _unpriced(case.unit, len(case.low), None if high_lines is None else len(high_lines))
    if high_lines is None:
        if case.unit is Unit.EACH and not low:
            return _HOW_MANY
        return ranging(_spelled(case.unit, low), None)
    high = low if high_lines is case.low else stretches_of(high_lines)
    if case.unit is most.unit and low == high:
        return _spelled(case.unit, low)
    if case.unit is most.unit and len(low) == len(high) == 1 and low[0][0] == high[0][0]:
        return _between(case.unit, low[0][0], (low[0][1], high[0][1]))
    return ranging(_spelled(case.unit, low), _spelled(most.unit, high))


def _unpriced(unit: Unit, few: int, many: int | None) -> Text:
    words = _UNITS[unit][not few == many == 1]
    count = Text(str(few), str(few)) if few == many else between(few, many)
    return Text(
        f"{count.en} {words.en}, {_NOT_KNOWN.en}", f"{count.es} {words.es}, {_NOT_KNOWN.es}"
    )


def ranging(low: Text, high: Text | None) -> Text:
    """Return `15 to 23`, or `15 or more` where nothing bounds it, in both languages."""
    if high is None:
        return Text(f"{low.en} {_MORE.en}", f"{low.es} {_MORE.es}")
    return Text(f"{low.en} to {high.en}", f"{low.es} a {high.es}")


def between(low: object, high: object | None) -> Text:
    """Return what `ranging` does of two numbers or amounts."""
    most = None if high is None else Text(str(high), str(high))
    return ranging(Text(str(low), str(low)), most)


def _between(unit: Unit, count: int, cents: tuple[int, int]) -> Text:
    least, most = cents
    if least == 0 and most >= OPEN:
        return _one(unit, count, most)
    amount = between(Money(least), Money(most) if most < OPEN else None)
    return Text(counted(unit, count, amount.en).en, counted(unit, count, amount.es).es)


def _spelled(unit: Unit, stretches: Iterable[tuple[int, int]]) -> Text:
    told = list(stretches)
    if not told:
        return _NONE if unit is Unit.EACH else _NO_DAYS
    if unit in FOR_ALL_DAYS:
        (count, cents), *others = told
        whole, days = _one(unit, 1, cents), ((count - 1, cents), *others)
        return _joined((whole, *(_one(Unit.DAY, *each) for each in days if each[0])), " + ")
    return _joined((_one(unit, count, cents) for count, cents in told), " + ")


def _one(unit: Unit, count: int, cents: int) -> Text:
    if cents < OPEN:
        return counted(unit, count, str(Money(cents)))
    if unit not in _UNITS:
        return _NOT_KNOWN
    words = _UNITS[unit][count != 1]
    return Text(f"{count} {words.en}, {_NOT_KNOWN.en}", f"{count} {words.es}, {_NOT_KNOWN.es}")


def _joined(texts: Iterable[Text], between: str) -> Text:
    each = list(texts)
    if len(each) == 1:
        return each[0]
    return Text(between.join(text.en for text in each), between.join(text.es for text in each))
