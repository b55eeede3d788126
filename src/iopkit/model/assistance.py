"""Assistance that somebody has been promised, or may ask for, in one program."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.sliding_scales import SlidingScale
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.shares import Share

_FORMS = ("scale", "day_fee", "discount", "amount", "generally_billed")


@frozen(kw_only=True, repr=False)
class Assistance(Quiet):
    """What a program takes from the patient's part of its days, after all plans have paid.

    One form at most is told: a sliding fee `scale`, on which the `household` of the case has its
    place; a `day_fee`, the most that the patient pays for one day; a `discount` on the patient's
    part; an `amount` off in all; or, of a charitable hospital, the share of its charges that it
    generally bills, where it also matters whether the care is medically necessary.  `guideline`
    is the household's yearly poverty guideline where the program uses another than the one of
    its state and the year in which care starts.  Without any form, how much is taken is not known.

    Raises:
        InvalidValue: more than one form is told, an amount is negative, or the guideline is not
            above zero.
    """

    scale: SlidingScale | None = None
    guideline: Money | None = None
    day_fee: Money | None = None
    discount: Share | None = None
    amount: Money | None = None
    generally_billed: Share | None = None
    is_medically_necessary: bool | None = None

    def __attrs_post_init__(self) -> None:
        told = [name for name in _FORMS if getattr(self, name) is not None]
        if len(told) > 1:
            raise InvalidValue("assistance", f"one form at most: {', '.join(_FORMS)}")
        if any(each is not None and each < ZERO for each in (self.day_fee, self.amount)):
            raise InvalidValue("assistance", "amounts that are not negative")
        if self.guideline is not None and self.guideline <= ZERO:
            raise InvalidValue("guideline", "an amount above zero")
