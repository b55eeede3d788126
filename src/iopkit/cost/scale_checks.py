"""Checking a sliding fee scale against what the agency for health centers asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from iopkit.law.amounts import Amounts
from iopkit.model.sliding_scales import Band, SlidingClass, SlidingScale, band_of, scale_problems
from iopkit.values.money import Money
from iopkit.values.problems import Problem, Severity
from iopkit.values.shares import WHOLE, Share
from iopkit.values.texts import Text

__all__ = ["scale_problems", "sliding_scale_findings"]

_FULL_UP_TO = "hrsa/full-discount-up-to"
_NONE_ABOVE = "hrsa/no-discount-above"
_LEAST_CLASSES = "hrsa/least-discount-classes"
_NOTHING = Share.percent(0)


class _Asked(NamedTuple):
    """What is asked on one day, as bands of percents, and the id of its source."""

    full: Band
    partial: Band
    above: Band
    classes: Decimal
    source: str


def sliding_scale_findings(
    scale: SlidingScale, amounts: Amounts, *, on: date, least_fee: Money | None = None
) -> tuple[Problem, ...]:
    """Return what in `scale` is not as health centers must have it; most severe first.

    A full discount or a nominal fee up to the guideline, enough classes with a part of the
    charge above it, and no discount from where on none may be given; a nominal fee is below
    what the first class above pays.  `least_fee` is the lowest charge on which a discount is
    taken: without it, a nominal fee cannot be held to a discount.  Gaps and overlaps are
    among the findings, and a price that is not told is a note.

    Raises:
        NotShipped: `amounts` lacks what is asked of scales.
        NotInForce: nothing of it is known for that day.
    """
    asked = _asked(amounts, on=on)
    found = [
        *scale_problems(scale),
        *_untold(scale),
        *_of_full_discount(scale, asked),
        *_of_partial_discounts(scale, asked),
        *_of_no_discount(scale, asked),
        *_of_nominal_fees(scale, asked, least_fee),
    ]
    return tuple(sorted(found, key=lambda each: -each.severity.rank))


def _asked(amounts: Amounts, *, on: date) -> _Asked:
    full = (Fraction(amounts.rate(_FULL_UP_TO, on=on)), True)
    none = (Fraction(amounts.rate(_NONE_ABOVE, on=on)), True)
    return _Asked(
        full=Band((Fraction(0), False), full),
        partial=Band(full, none),
        above=Band(none, None),
        classes=amounts.rate(_LEAST_CLASSES, on=on),
        source=amounts.entry(_LEAST_CLASSES, on=on).source,
    )


def _touching(scale: SlidingScale, band: Band) -> Iterator[tuple[str, SlidingClass]]:
    """Yield the classes that hold a part of `band`, with their paths, from low to high."""
    placed = [(f"classes[{place}]", each) for place, each in enumerate(scale.classes)]
    for path, each in sorted(placed, key=lambda one: band_of(one[1]).low):
        if not band_of(each).shared(band).is_empty:
            yield path, each


def _untold(scale: SlidingScale) -> Iterator[Problem]:
    for place, each in enumerate(scale.classes):
        if each.discount is None and each.flat_fee is None and each.nominal_fee is None:
            text = Text(
                f"the class {each.name!r} tells no price; give discount, flat_fee or nominal_fee",
                f"la clase {each.name!r} no indica precio; dé discount, flat_fee o nominal_fee",
            )
            yield Problem("not-told", text, f"classes[{place}]", severity=Severity.NOTE)


def _of_full_discount(scale: SlidingScale, asked: _Asked) -> Iterator[Problem]:
    for path, each in _touching(scale, asked.full):
        told = each.discount
        if each.flat_fee is not None or (told is not None and told != WHOLE):
            words = asked.full.text
            text = Text(
                f"the class {each.name!r} holds incomes of {words.en} of the guideline and gives"
                " no full discount; give discount: 100%, or a nominal_fee",
                f"la clase {each.name!r} incluye ingresos de {words.es} de la guía y no da un"
                " descuento completo; dé discount: 100%, o un nominal_fee",
            )
            yield Problem("scale-full-discount", text, path, source=asked.source)


def _of_partial_discounts(scale: SlidingScale, asked: _Asked) -> Iterator[Problem]:
    within = [each for _, each in _touching(scale, asked.partial)]
    partial = [each for each in within if _is_partial(each)]
    open_ones = [each for each in within if _is_untold(each)]
    if len(partial) >= asked.classes:
        return
    words = asked.partial.text
    text = Text(
        f"expected at least {asked.classes} classes with a part of the charge for incomes of"
        f" {words.en} of the guideline, found {len(partial)}; split that band into more classes",
        f"se esperaban al menos {asked.classes} clases con una parte del cargo para ingresos de"
        f" {words.es} de la guía, se encontraron {len(partial)}; divida esa banda en más clases",
    )
    is_open = len(partial) + len(open_ones) >= asked.classes
    severity = Severity.NOTE if is_open else Severity.ERROR
    yield Problem("scale-few-classes", text, "classes", severity=severity, source=asked.source)


def _is_partial(each: SlidingClass) -> bool:
    return each.flat_fee is not None or (
        each.discount is not None and _NOTHING < each.discount < WHOLE
    )


def _is_untold(each: SlidingClass) -> bool:
    return each.discount is None and each.flat_fee is None and each.nominal_fee is None


def _of_no_discount(scale: SlidingScale, asked: _Asked) -> Iterator[Problem]:
    for path, each in _touching(scale, asked.above):
        if _is_untold(each) or each.discount == _NOTHING:
            continue
        words = asked.above.text
        text = Text(
            f"the class {each.name!r} holds incomes of {words.en} of the guideline, for which no"
            " discount may be given; end the class there, or give discount: 0%",
            f"la clase {each.name!r} incluye ingresos de {words.es} de la guía, para los que no"
            " puede haber descuento; termine ahí la clase, o dé discount: 0%",
        )
        yield Problem("scale-discount-above", text, path, source=asked.source)


def _of_nominal_fees(
    scale: SlidingScale, asked: _Asked, least_fee: Money | None
) -> Iterator[Problem]:
    paying = next((each for _, each in _touching(scale, asked.partial) if _is_partial(each)), None)
    for path, each in _touching(scale, asked.full):
        if each.nominal_fee is None or paying is None:
            continue
        price = paying.flat_fee
        if price is None and least_fee is not None:
            price = paying.price_of(least_fee)
        if price is not None and each.nominal_fee < price:
            continue
        yield _nominal(path, (each, paying), asked, price)


def _nominal(
    path: str, classes: tuple[SlidingClass, SlidingClass], asked: _Asked, price: Money | None
) -> Problem:
    low, paying = classes
    if price is None:
        text = Text(
            f"the nominal fee of the class {low.name!r} must be below what the class"
            f" {paying.name!r} pays, which depends on the charge; tell the lowest charge",
            f"la cuota nominal de la clase {low.name!r} debe ser menor que lo que paga la clase"
            f" {paying.name!r}, que depende del cargo; indique el cargo más bajo",
        )
        return Problem("not-told", text, path, severity=Severity.NOTE, source=asked.source)
    text = Text(
        f"the nominal fee of the class {low.name!r} is {low.nominal_fee}, and the class"
        f" {paying.name!r} pays {price}; a nominal fee must be below that",
        f"la cuota nominal de la clase {low.name!r} es {low.nominal_fee}, y la clase"
        f" {paying.name!r} paga {price}; una cuota nominal debe ser menor",
    )
    return Problem("scale-nominal-fee", text, path, source=asked.source)
