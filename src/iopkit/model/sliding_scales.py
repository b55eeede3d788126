"""Sliding fee scales as they are published, and what their classes leave out or say twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.problems import Problem, Severity
from iopkit.values.shares import Share
from iopkit.values.texts import Text

Cut = tuple[Fraction, bool]
"""A place between percents: just before a percent, or just after it (`True`)."""

_BOTTOM: Cut = (Fraction(0), False)


@frozen(kw_only=True)
class SlidingClass:
    """One class of a scale: a band of income in percent of the poverty guideline, and its price.

    `from_percent` and `to_percent` are in the band, `above_percent` and `below_percent` are not;
    without a lower end it begins at 0, without an upper end it does not stop.  The patient pays
    a charge less `discount`, or `flat_fee`, or `nominal_fee`, which the scale calls so; where
    none is told, the price is not known.

    Raises:
        InvalidValue: an end is told twice or is no number from 0, the band is empty, more than
            one price is told, or a fee is negative.
    """

    name: str
    from_percent: Decimal | None = None
    above_percent: Decimal | None = None
    to_percent: Decimal | None = None
    below_percent: Decimal | None = None
    discount: Share | None = None
    flat_fee: Money | None = None
    nominal_fee: Money | None = None

    def __attrs_post_init__(self) -> None:
        ends = (self.from_percent, self.above_percent, self.to_percent, self.below_percent)
        for place, name in ((0, "from_percent"), (2, "to_percent")):
            if None not in ends[place : place + 2]:
                raise InvalidValue(name, "one end in the band or one outside of it, not both")
        if any(end is not None and not (end.is_finite() and end >= 0) for end in ends):
            raise InvalidValue("sliding class", "percents that are numbers from 0")
        if band_of(self).is_empty:
            raise InvalidValue("sliding class", "a low end that is below the high end")
        self._refuse_prices()

    def _refuse_prices(self) -> None:
        if [self.discount, self.flat_fee, self.nominal_fee].count(None) < len(_PRICES) - 1:
            raise InvalidValue("sliding class", f"one price at most: {', '.join(_PRICES)}")
        if any(fee is not None and fee < ZERO for fee in (self.flat_fee, self.nominal_fee)):
            raise InvalidValue("sliding class", "fees that are not negative")

    def price_of(self, charge: Money) -> Money | None:
        """Return what a patient of the class pays of a charge; `None` where no price is told.

        A fee is never more than the charge; a discount is rounded once, half up, on what is left.
        """
        if self.discount is not None:
            return Share(_WHOLE - self.discount.basis_points).of(charge)
        fee = self.flat_fee if self.nominal_fee is None else self.nominal_fee
        return None if fee is None else min(fee, charge)


_PRICES = ("discount", "flat_fee", "nominal_fee")
_WHOLE = 10_000


class Band(NamedTuple):
    """Percents from one cut to another; `high` `None` where they do not stop."""

    low: Cut
    high: Cut | None

    @property
    def is_empty(self) -> bool:
        """Whether no percent lies in the band."""
        return self.high is not None and self.high <= self.low

    def shared(self, other: Band) -> Band:
        """Return what lies in both bands; it may be empty."""
        highs = [high for high in (self.high, other.high) if high is not None]
        return Band(max(self.low, other.low), min(highs, default=None))

    def holds(self, other: Band) -> bool:
        """Return whether all of `other` lies in the band."""
        return self.low <= other.low and (
            self.high is None or (other.high is not None and other.high <= self.high)
        )

    @property
    def text(self) -> Text:
        """The band in words."""
        low, high = self.low, self.high
        if high is not None and high[0] == low[0]:
            return Text(f"{_percent(low)} percent", f"exactamente el {_percent(low)} por ciento")
        en, es = [], []
        if low != _BOTTOM:
            en.append(f"{'above' if low[1] else 'at least'} {_percent(low)}")
            es.append(f"{'más del' if low[1] else 'al menos el'} {_percent(low)}")
        if high is not None:
            en.append(f"{'up to' if high[1] else 'below'} {_percent(high)}")
            es.append(f"{'hasta el' if high[1] else 'menos del'} {_percent(high)}")
        if not en:
            return Text("any percent", "cualquier porcentaje")
        return Text(f"{' and '.join(en)} percent", f"{' y '.join(es)} por ciento")


def band_of(each: SlidingClass) -> Band:
    """Return the percents that a class holds."""
    low, high = _BOTTOM, None
    for end, after in ((each.from_percent, False), (each.above_percent, True)):
        low = low if end is None else (Fraction(end), after)
    for end, after in ((each.to_percent, True), (each.below_percent, False)):
        high = high if end is None else (Fraction(end), after)
    return Band(low, high)


@frozen(kw_only=True)
class SlidingScale:
    """A sliding fee scale as somebody publishes it: classes by percent of the poverty guideline.

    Nothing is repaired: what no class holds, or several do, is told by `scale_problems`.

    Raises:
        InvalidValue: two classes have the same name, or there is none.
    """

    id: str
    title: Text
    classes: tuple[SlidingClass, ...]
    in_force: Period | None = None
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        names = [each.name for each in self.classes]
        if not names or len(names) != len(set(names)):
            raise InvalidValue("classes", "at least one class, each with a name of its own")


class Flaw(NamedTuple):
    """A band that no class of a scale holds, or that several do, and the problem that says so."""

    band: Band
    problem: Problem


def scale_problems(scale: SlidingScale) -> tuple[Problem, ...]:
    """Return the gaps between the classes of `scale`, and where classes overlap.

    Whoever falls into one has no price that the scale alone would tell.
    """
    return tuple(flaw.problem for flaw in flaws_of(scale))


def flaws_of(scale: SlidingScale) -> tuple[Flaw, ...]:
    """Return the gaps and overlaps of `scale`, each with its band."""
    return (*_gaps(scale), *_overlaps(scale))


def _gaps(scale: SlidingScale) -> Iterator[Flaw]:
    reached: Cut | None = _BOTTOM
    before: SlidingClass | None = None
    for each in sorted(scale.classes, key=_low_end):
        if reached is None:
            return
        band = band_of(each)
        if band.low > reached:
            yield _gap(scale, Band(reached, band.low), before, each)
        if band.high is None or band.high > reached:
            reached, before = band.high, each
    if reached is not None:
        yield _gap(scale, Band(reached, None), before, None)


def _gap(
    scale: SlidingScale, band: Band, before: SlidingClass | None, after: SlidingClass | None
) -> Flaw:
    place, words, remedy = _path(scale, after or before), band.text, _remedy(before, after)
    text = Text(
        f"no class holds incomes of {words.en} of the guideline; {remedy.en}",
        f"ninguna clase incluye ingresos de {words.es} de la guía; {remedy.es}",
    )
    return Flaw(band, Problem("scale-gap", text, place, severity=Severity.WARNING))


def _remedy(before: SlidingClass | None, after: SlidingClass | None) -> Text:
    if before is None:
        return Text("let the first class begin at 0", "haga que la primera clase empiece en 0")
    if after is None:
        return Text(
            f"add a class above {before.name!r}, with discount: 0% if it has none",
            f"agregue una clase por encima de {before.name!r}, con discount: 0% si no lo tiene",
        )
    return Text(
        f"let {before.name!r} and {after.name!r} touch: to_percent is in its class, above_percent"
        " is not",
        f"haga que {before.name!r} y {after.name!r} se toquen: to_percent está en su clase,"
        " above_percent no",
    )


def _overlaps(scale: SlidingScale) -> Iterator[Flaw]:
    for one, other in combinations(scale.classes, 2):
        band = band_of(one).shared(band_of(other))
        if band.is_empty:
            continue
        words = band.text
        text = Text(
            f"the classes {one.name!r} and {other.name!r} both hold incomes of {words.en} of the"
            " guideline; give each income to one of them",
            f"las clases {one.name!r} y {other.name!r} incluyen ambas ingresos de {words.es} de la"
            " guía; asigne cada ingreso a una sola",
        )
        path = _path(scale, other)
        yield Flaw(band, Problem("scale-overlap", text, path, severity=Severity.WARNING))


def _path(scale: SlidingScale, wanted: SlidingClass | None) -> str:
    return "" if wanted is None else f"classes[{scale.classes.index(wanted)}]"


def _low_end(each: SlidingClass) -> Cut:
    return band_of(each).low


def _percent(cut: Cut) -> str:
    return f"{Decimal(cut[0].numerator) / cut[0].denominator:f}"
