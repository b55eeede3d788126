"""Published amounts: what a payer, an agency or a year can change, each with its source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import TypeVar

from attrs import field, frozen

from iopkit.errors import InvalidValue, NotShipped
from iopkit.values.dated import Dated, DatedEntry
from iopkit.values.money import Money
from iopkit.values.near import near_ids
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import AmountUnit
from iopkit.vocabulary.care import CareLevel, Setting
from iopkit.vocabulary.coverage import PayerKind

V = TypeVar("V", Money, Share, Decimal, str)

AmountValue = Money | Share | Decimal | str
"""Money for dollars, `Share` for shares, `Decimal` for rates, text for telephone numbers."""


@frozen(kw_only=True)
class FeeFor:
    """What an amount pays for: a day of care of one level, in these settings.

    `least_services` and `most_services` count the services given that day, both included;
    `most_services` `None` means that there is no upper end.
    """

    payer: PayerKind
    level: CareLevel
    settings: tuple[Setting, ...]
    least_services: int
    most_services: int | None = None

    def pays(self, services: int) -> bool:
        """Return whether a day with so many services is paid by this amount."""
        return self.least_services <= services and (
            self.most_services is None or services <= self.most_services
        )


@frozen(kw_only=True)
class AmountSeries:
    """One published amount through the years; each entry cites its own source.

    `fee_for` is set where the amount is a fee schedule's; `limitations` say what a reader of
    the amount must know.
    """

    id: str
    title: Text
    unit: AmountUnit
    values: Dated[AmountValue]
    fee_for: FeeFor | None = None
    limitations: tuple[Text, ...] = ()


_id = attrgetter("id")


def _by_id(series: Iterable[AmountSeries]) -> tuple[AmountSeries, ...]:
    return tuple(sorted(series, key=_id))


@frozen
class Amounts:
    """All amounts that a computation may use."""

    series: tuple[AmountSeries, ...] = field(default=(), converter=_by_id)

    def get(self, wanted: str) -> AmountSeries:
        """Return the series with the id `wanted`.

        Raises:
            NotShipped: there is none.
        """
        place = bisect_left(self.series, wanted, key=_id)
        if place < len(self.series) and self.series[place].id == wanted:
            return self.series[place]
        ids = [one.id for one in self.series]
        raise NotShipped("amount", wanted, near_ids(wanted, ids), ids)

    def entry(self, wanted: str, *, on: date) -> DatedEntry[AmountValue]:
        """Return what is in force on a day, with its period and source.

        Raises:
            NotShipped: there is no such series.
            NotInForce: it has no value on that day; the error names the periods that exist.
        """
        return self.get(wanted).values.entry_on(on)

    def steady(self, wanted: Iterable[str], *, on: date) -> Period:
        """Return the days around `on` on which none of so many series changes; raises as `entry`.

        Raises:
            InvalidValue: no series is asked for.
        """
        periods = [self.entry(each, on=on).period for each in wanted]
        if not periods:
            raise InvalidValue("wanted", "at least one series")
        ends = [period.end for period in periods if period.end is not None]
        return Period(max(period.start for period in periods), min(ends, default=None))

    def money(self, wanted: str, *, on: date) -> Money:
        """Return an amount in dollars; raises as `entry` does, and `InvalidValue`."""
        return _typed(wanted, self.entry(wanted, on=on).value, Money)

    def share(self, wanted: str, *, on: date) -> Share:
        """Return a share; raises as `entry` does, and `InvalidValue`."""
        return _typed(wanted, self.entry(wanted, on=on).value, Share)

    def rate(self, wanted: str, *, on: date) -> Decimal:
        """Return a rate in the unit of its series; raises as `entry` does, and `InvalidValue`."""
        return _typed(wanted, self.entry(wanted, on=on).value, Decimal)

    def telephone(self, wanted: str, *, on: date) -> str:
        """Return a telephone number; raises as `entry` does, and `InvalidValue`."""
        return _typed(wanted, self.entry(wanted, on=on).value, str)

    def fees(
        self, payer: PayerKind, level: CareLevel, setting: Setting
    ) -> tuple[AmountSeries, ...]:
        """Return the fee-schedule series that pay a day of `level` in `setting`, by id."""
        return tuple(
            one
            for one in self.series
            if one.fee_for is not None
            and (one.fee_for.payer, one.fee_for.level) == (payer, level)
            and setting in one.fee_for.settings
        )


def _typed(wanted: str, value: AmountValue, kind: type[V]) -> V:
    if not isinstance(value, kind):
        raise InvalidValue(wanted, f"an amount that is {kind.__name__}")
    return value
