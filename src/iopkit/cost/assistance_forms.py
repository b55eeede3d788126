"""How much of a day assistance leaves to the patient, in each way that is possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, Protocol

from attrs import field, frozen

from iopkit.cost.assistance import charge_limit, generally_billed
from iopkit.cost.course import Course
from iopkit.cost.households import INCOME, SIZE, household_of, scale_guidelines
from iopkit.cost.laid_scales import LaidScale
from iopkit.model.assistance import Assistance
from iopkit.model.sliding_scales import SlidingClass, SlidingScale, band_of
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.shares import Share
from iopkit.values.spans import Span

_NOTHING: Mapping[str, object] = MappingProxyType({})

Cap = tuple[int, int | None]
"""The most that a patient pays of a day: at least and at most; `None` where nothing bounds it."""


class Capped(Protocol):
    """The most that a patient pays of one day."""

    def __call__(self, charge: int, /) -> Cap:
        """Return it for a charge in cents."""
        ...


class Form(NamedTuple):
    """One way in which assistance may turn out; `values` are what it supposes.

    `is_fee` says that the patient pays a fee for each day, whatever the charge.
    """

    capped: Capped
    values: Mapping[str, object] = _NOTHING
    is_exact: bool = True
    is_fee: bool = False

    def __repr__(self) -> str:
        return "<Form>"


@frozen(repr=False, eq=False)
class Forms(Quiet):
    """Each way in which assistance that caps a day's payment may turn out; what repeats is kept."""

    course: Course
    told: Assistance
    _supposed: dict[Money | None, tuple[Form, ...]] = field(factory=dict, init=False)

    def supposing(self, income: Money | None) -> tuple[Form, ...]:
        """Return them where `income` is what is supposed of the household, `None` where nothing is.

        Raises:
            NotShipped: the poverty guidelines are not among the amounts.
        """
        if income not in self._supposed:
            self._supposed[income] = tuple(self._forms(income))
        return self._supposed[income]

    def _forms(self, income: Money | None) -> Iterator[Form]:
        course, told = self.course, self.told
        if told.day_fee is not None:
            yield Form(_Fee(told.day_fee.cents), is_fee=True)
        elif told.generally_billed is not None:
            if told.is_medically_necessary is None:
                course.notes.miss("necessity-not-told")
            yield Form(_Limit(told.generally_billed, told.is_medically_necessary))
        elif told.scale is not None and not _is_in_force(course, told.scale):
            course.notes.miss("scale-not-in-force")
            yield Form(_no_class, is_exact=False)
        elif told.scale is not None:
            yield from _on_scale(course, told.scale, self._laid, income)

    @cached_property
    def _laid(self) -> tuple[LaidScale, ...]:
        """The scale over each guideline that the program may use."""
        scale = self.told.scale
        if scale is None:
            return ()
        every = scale_guidelines(self.course, self.told)
        return tuple(LaidScale.over(scale, guideline, size) for size, guideline in every)


class _Fee(NamedTuple):
    """A fee for each day."""

    cents: int

    def __call__(self, _charge: int, /) -> Cap:
        return self.cents, self.cents


class _Limit(NamedTuple):
    """What a charitable hospital may charge of a day."""

    share: Share
    is_necessary: bool | None

    def __call__(self, charge: int, /) -> Cap:
        gross = Money(charge)
        limit = charge_limit(
            gross, generally_billed(gross, self.share), is_medically_necessary=self.is_necessary
        )
        low, high = limit.low or ZERO, limit.high
        return low.cents, None if high is None else high.cents


class _Class(NamedTuple):
    """What a class of a sliding fee scale pays of a day."""

    told: SlidingClass

    def __call__(self, charge: int, /) -> Cap:
        price = self.told.price_of(Money(charge))
        if price is None:
            return 0, None
        return price.cents, price.cents


def _of_class(told: SlidingClass) -> Form:
    fee = told.flat_fee if told.nominal_fee is None else told.nominal_fee
    return Form(_Class(told)) if fee is None else Form(_Fee(fee.cents), is_fee=True)


def _no_class(_charge: int, /) -> Cap:
    """No class holds the income: the patient may get all of a day, or nothing off."""
    return 0, None


def _on_scale(
    course: Course, scale: SlidingScale, laid: Sequence[LaidScale], income: Money | None
) -> Iterator[Form]:
    """Yield a form for each class that is possible, shown by an income and a household in it."""
    household = household_of(course.case)
    if household.yearly_income is None:
        course.notes.miss("income-not-told")
    if not laid:
        yield from (_of_class(each)._replace(is_exact=False) for each in scale.classes)
        yield Form(_no_class, is_exact=False)
        return
    seen: dict[str, Form] = {}
    for each in laid:
        for name, form in _in_household(course, each, income or household.yearly_income):
            seen.setdefault(name, form)
    yield from seen.values()
    if isinstance(household.yearly_income, Span) and len(seen) > len(laid):
        course.notes.miss("income-range")
    if len(laid) > 1:
        # A still larger household lies still lower on the scale.
        yield from (
            _of_class(each)._replace(is_exact=False)
            for each in scale.classes
            if each.name not in seen and _is_below(each, seen, scale)
        )


def _is_in_force(course: Course, scale: SlidingScale) -> bool:
    days = (*course.attendance.low, *(course.attendance.high or ()))
    return scale.in_force is None or all(map(scale.in_force.holds, days))


def _is_below(each: SlidingClass, seen: Mapping[str, Form], scale: SlidingScale) -> bool:
    known = [band_of(one).low for one in scale.classes if one.name in seen]
    return not known or band_of(each).low < max(known)


def _in_household(
    course: Course, laid: LaidScale, income: Money | Span[Money] | None
) -> Iterator[tuple[str, Form]]:
    """Yield the classes that an income may fall into, by name; the empty name is none."""
    span = Span.exactly(income) if isinstance(income, Money) else income or Span(ZERO, None)
    possible, flaws = laid.place(span)
    size: dict[str, object] = {} if laid.size is None else {SIZE: laid.size}
    for code in flaws:
        course.notes.miss(code)
    if "scale-gap" in flaws or not possible:
        yield "", Form(_no_class, size, is_exact=False)
    for each in possible:
        witness = max(laid.least(each), span.low or ZERO)
        is_shown = span.holds(witness) is not False
        is_shown = is_shown and laid.place(Span.exactly(witness)) == ((each,), ())
        supposed = size if span.value is not None else {**size, INCOME: witness}
        yield each.name, _of_class(each)._replace(values=supposed, is_exact=is_shown)
