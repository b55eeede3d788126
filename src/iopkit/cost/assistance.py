"""Financial assistance: what takes from a patient's amount after the plans have paid."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.sliding_scales import Band, SlidingClass, SlidingScale, band_of, flaws_of
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.problems import Problem
from iopkit.values.shares import Share
from iopkit.values.spans import Basis, Span
from iopkit.values.terms import Term

__all__ = [
    "AssistanceKind",
    "AssistanceLine",
    "ScalePlace",
    "SlidingClass",
    "SlidingScale",
    "charge_limit",
    "charity_assistance",
    "generally_billed",
    "look_back_share",
    "place_on_scale",
    "sliding_fee_assistance",
]

_WHOLE = 10_000
_CENT = Money(1)


class AssistanceKind(Term):
    """By what a patient's amount is reduced."""

    SLIDING_FEE = "sliding-fee", "sliding fee scale", "escala de cuotas según ingresos"
    GENERALLY_BILLED = (
        "generally-billed",
        "financial assistance of a charitable hospital",
        "ayuda económica de un hospital benéfico",
    )


@frozen(kw_only=True, repr=False)
class ScalePlace(Quiet):
    """Where a household stands on a sliding fee scale.

    `chosen` is `None` unless exactly one class holds every income that is possible; `possible`
    are all classes that hold one.  `problems` are the gaps and overlaps of the scale that such an
    income meets: nothing is picked in them.  `missing` names what is not told.
    """

    chosen: SlidingClass | None
    possible: tuple[SlidingClass, ...]
    problems: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()


@frozen(kw_only=True, repr=False)
class AssistanceLine(Quiet):
    """What assistance takes from a patient's amount, as a line of its own.

    An end of `None` is one that nothing bounds; `relief` and `after` add up to `before` where
    all are exact.
    """

    kind: AssistanceKind
    before: Span[Money]
    relief: Span[Money]
    after: Span[Money]


def place_on_scale(
    scale: SlidingScale, income: Money | Span[Money] | None, guideline: Money | None
) -> ScalePlace:
    """Return the class of a household with a yearly `income`, as far as it is known.

    `guideline` is the yearly poverty guideline for that household, in the table that the scale
    uses.  A class is taken by the exact percent, which is not rounded.

    Raises:
        InvalidValue: the income is negative, or the guideline is not above zero.
    """
    told = (("income", income), ("guideline", guideline))
    missing = tuple(name for name, value in told if value is None)
    if income is None or guideline is None:
        return ScalePlace(chosen=None, possible=scale.classes, missing=missing)
    if guideline <= ZERO:
        raise InvalidValue("guideline", "an amount above zero")
    band = _band_of(_range(income), guideline)
    flaws = [flaw.problem for flaw in flaws_of(scale) if not flaw.band.shared(band).is_empty]
    possible = tuple(each for each in scale.classes if not band_of(each).shared(band).is_empty)
    is_one = len(possible) == 1 and not flaws
    return ScalePlace(
        chosen=possible[0] if is_one else None, possible=possible, problems=tuple(flaws)
    )


def sliding_fee_assistance(
    patient: Money | Span[Money], charge: Money, place: ScalePlace
) -> AssistanceLine:
    """Return what a sliding fee scale takes from what a patient owes of one charge.

    With or without a plan, the patient pays no more than the class pays of the charge.  Where
    no class can be told, the patient may get nothing, or all that a possible class gives.

    Raises:
        InvalidValue: the charge or the patient's amount is negative.
    """
    if charge < ZERO:
        raise InvalidValue("charge", "an amount that is not negative")
    prices = tuple(each.price_of(charge) for each in place.possible)
    known = tuple(price for price in prices if price is not None)
    is_whole = len(known) == len(prices) and not _meets_gap(place.problems)
    low = min(known) if is_whole and known else ZERO
    most = max(known) if is_whole and known else None
    return _relieved(AssistanceKind.SLIDING_FEE, patient, Span(low, most, Basis.COMPUTED))


def look_back_share(allowed: Money, gross: Money) -> Share:
    """Return the share of gross charges that a hospital generally bills, by looking back.

    `allowed` is what payers allowed in 12 months, patients' parts included, and `gross` the gross
    charges for the same claims.  It is rounded down, so that nobody is charged more.

    Raises:
        InvalidValue: the gross charges are not above zero, or less than was allowed.
    """
    if not ZERO <= allowed <= gross or gross == ZERO:
        raise InvalidValue("gross", "charges above zero, and not below what was allowed")
    return Share(allowed.cents * _WHOLE // gross.cents)


def generally_billed(gross: Money, share: Share) -> Money:
    """Return the amount generally billed for a gross charge, rounded down to the cent.

    By the prospective method a hospital tells that amount itself: what the public payer that it
    has chosen would allow.

    Raises:
        InvalidValue: the charge is negative.
    """
    if gross < ZERO:
        raise InvalidValue("gross", "an amount that is not negative")
    return Money(gross.cents * share.basis_points // _WHOLE)


def charge_limit(
    gross: Money, generally_billed: Money | None, *, is_medically_necessary: bool | None
) -> Span[Money]:
    """Return the most that a charitable hospital may charge somebody whom it assists.

    Emergency and medically necessary care at most what is generally billed, and any other
    care that it assists with less than the gross charge.  What is not known makes a range.

    Raises:
        InvalidValue: an amount is negative.

    Source: 26 U.S.C. 501(r)(5)
    """
    if gross < ZERO or (generally_billed is not None and generally_billed < ZERO):
        raise InvalidValue("gross", "amounts that are not negative")
    below_gross = max(gross - _CENT, ZERO)
    if is_medically_necessary is False:
        return Span.exactly(below_gross, Basis.COMPUTED)
    if generally_billed is None:
        return Span(None, below_gross, Basis.COMPUTED)
    usual = min(generally_billed, below_gross)
    return Span(usual, usual if is_medically_necessary else below_gross, Basis.COMPUTED)


def charity_assistance(patient: Money | Span[Money], limit: Span[Money]) -> AssistanceLine:
    """Return what a hospital's assistance takes from a patient's amount, so that `limit` holds.

    `limit` is that of `charge_limit`.  A policy may give more: then tell what is left as limit.
    """
    return _relieved(AssistanceKind.GENERALLY_BILLED, patient, limit)


def _relieved(
    kind: AssistanceKind, patient: Money | Span[Money], ceiling: Span[Money]
) -> AssistanceLine:
    before, least = _range(patient), ceiling.low or ZERO
    low, high = before.low or ZERO, before.high
    after_low = min(low, least)
    after_high = _lowest((high, ceiling.high))
    relief_high = None if high is None else max(high - least, ZERO)
    relief_low = ZERO if ceiling.high is None else max(low - ceiling.high, ZERO)
    return AssistanceLine(
        kind=kind,
        before=before,
        relief=Span(relief_low, relief_high, Basis.COMPUTED),
        after=Span(after_low, after_high, Basis.COMPUTED),
    )


def _lowest(amounts: Iterable[Money | None]) -> Money | None:
    return min((amount for amount in amounts if amount is not None), default=None)


def _range(told: Money | Span[Money]) -> Span[Money]:
    span = Span.exactly(told) if isinstance(told, Money) else told
    if span.low is not None and span.low < ZERO:
        raise InvalidValue("amount", "an amount that is not negative")
    return span


def _band_of(income: Span[Money], guideline: Money) -> Band:
    low = Fraction(100 * (income.low or ZERO).cents, guideline.cents)
    if income.high is None:
        return Band((low, False), None)
    return Band((low, False), (Fraction(100 * income.high.cents, guideline.cents), True))


def _meets_gap(problems: Iterable[Problem]) -> bool:
    return any(problem.code == "scale-gap" for problem in problems)
