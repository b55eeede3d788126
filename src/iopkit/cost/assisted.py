"""What assistance takes from the patient's part of the days, after all plans have paid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import field, frozen

from iopkit.cost.assistance_forms import Cap, Capped, Form, Forms
from iopkit.cost.course import Course
from iopkit.cost.fees import Fee
from iopkit.cost.households import INCOME
from iopkit.cost.outcomes import End, charges_of, ways_to_charge
from iopkit.cost.pricing import FOR_SEVERAL_DAYS, Billed, PriceCase
from iopkit.cost.rates import OPEN
from iopkit.cost.settled_days import Pair, bounded, in_order, is_charged, supposing
from iopkit.model.assistance import Assistance
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet
from iopkit.values.shares import Share

Days = Mapping[date, int]
_Asked = tuple[tuple[Billed, ...], Capped, bool]

_REASONS = (
    "necessity-not-told",
    "income-not-told",
    "income-range",
    "household-not-told",
    "guideline-not-published",
    "scale-gap",
    "scale-not-in-force",
    "scale-overlap",
)
"""What already says why assistance makes a range of one amount."""


def with_assistance(course: Course, told: Assistance, fee: Fee) -> Fee:
    """Return the answers of `fee` with what assistance takes from each, never more than is owed.

    Raises:
        NotShipped: the poverty guidelines are not among the amounts.
    """
    if told.discount is not None or told.amount is not None:
        return fee._replace(ends=[_reduced(pair, told) for pair in fee.ends])
    forms = Forms(course, told)
    if not forms.supposing(None):
        course.notes.miss("assistance-not-told")
        return fee._replace(ends=[_perhaps_all(pair) for pair in fee.ends])
    capping = _Capping(_by_day(charges_of(course) or ()), _least(course))
    both = [
        (pair, capping.capped(pair, form))
        for pair in fee.ends
        for form in forms.supposing(_supposed(pair))
    ]
    is_vague = any(_is_one(pair) and not _is_one(found) for pair, found in both)
    if is_vague and not course.notes.misses(*_REASONS):
        course.notes.miss("assistance-by-day")
    return fee._replace(ends=[found for _, found in both])


def _least(course: Course) -> Days:
    found: dict[date, int] = {}
    for price in ways_to_charge(course):
        if not price.is_told:
            return {}
        for day, cents in _by_day(price.low).items():
            found[day] = min(cents, found.get(day, cents))
    return found


def _is_one(pair: Pair) -> bool:
    return pair[0].net == pair[1].net


def _supposed(pair: Pair) -> Money | None:
    """Return the income of the household that both ends of an answer suppose."""
    income = pair[0].values.get(INCOME)
    return income if isinstance(income, Money) else None


def _reduced(pair: Pair, told: Assistance) -> Pair:
    """Return an answer less a share of the sum, or less an amount.

    What is left never falls as the sum rises, so that the ends stay the ends.
    """
    low, high = (end._replace(relief=tuple(_off(end, told))) for end in pair)
    return low, high


def _off(end: End, told: Assistance) -> Iterator[Billed]:
    """Yield what is taken off day by day; the sum is rounded once."""
    net, so_far, before = end.net or 0, 0, 0
    days = _owed(end)
    if sum(days.values()) != net:
        days = {line.on: net for line in end.price.low[:1]}
    for day, cents in days.items():
        so_far += cents
        taken = _taken(so_far, told.discount, told.amount)
        yield Billed(day, taken - before)
        before = taken


def _taken(cents: int, discount: Share | None, amount: Money | None) -> int:
    if discount is not None:
        return discount.of(Money(cents)).cents
    return min(cents, amount.cents) if amount is not None else 0


def _perhaps_all(pair: Pair) -> Pair:
    low, high = pair
    return bounded(_relieved(low, 0), high)


def _relieved(end: End, left: int) -> End:
    """Return an end of which no more than `left` is owed, as far as its first day tells."""
    taken = max((end.net or 0) - left, 0)
    first = end.price.low[:1]
    return end._replace(relief=tuple(Billed(line.on, taken) for line in first if taken))


@frozen(repr=False, eq=False)
class _Capping(Quiet):
    """Caps what is owed on each day; `charges` are those of each day, where they are told.

    `least` are the least that may be charged, where a range of that is told.
    """

    charges: Days
    least: Days
    _known: dict[_Asked, tuple[Cap, ...]] = field(factory=dict, init=False)

    def capped(self, pair: Pair, form: Form) -> Pair:
        """Return an answer in which no day costs the patient more than its cap."""
        low, high = supposing(pair, form.values)
        is_apart = form.is_fee and high.price.unit in FOR_SEVERAL_DAYS
        is_whole = is_charged(pair)
        is_known = is_whole or in_order(pair) is not None
        if is_apart or not is_known or not _is_rest_told(pair):
            return self._bounds(low, high, form, is_whole=is_whole)
        return (
            self._by_day(low, form, is_high=False, is_whole=is_whole),
            self._by_day(high, form, is_high=True, is_whole=is_whole),
        )

    def _by_day(self, end: End, form: Form, *, is_high: bool, is_whole: bool) -> End:
        if end.cents is None:
            return end
        lines = [line for ledger in end.ledgers for line in ledger.lines] + list(end.rest)
        caps = self._caps(lines, form, is_whole=is_whole)
        relief = []
        for day, owed in _owed(end).items():
            most = caps[day][is_high]
            relief.append(Billed(day, 0 if most is None else max(owed - most, 0)))
        is_exact = form.is_exact and all(least == most for least, most in caps.values())
        return end._replace(relief=tuple(relief), is_exact=end.is_exact and is_exact)

    def _caps(self, lines: Iterable[Billed], form: Form, *, is_whole: bool) -> dict[date, Cap]:
        """Return the cap of each day, by what is charged for it, or at least allowed."""
        found: dict[date, Cap] = {}
        for day, cents in _by_day(lines).items():
            least_told = min(cents, self.least.get(day, cents))
            charge = cents if is_whole else self.charges.get(day, least_told)
            if charge >= OPEN and not form.is_fee:
                found[day] = (0, None)
                continue
            least, most = form.capped(charge)
            is_known = is_whole or form.is_fee or day in self.charges
            found[day] = (least, most if is_known else None)
        return found

    def _of_price(
        self, lines: tuple[Billed, ...], form: Form, *, is_whole: bool
    ) -> tuple[Cap, ...]:
        """Return the caps of the days of a price, which many answers share."""
        key = (lines, form.capped, is_whole)
        if key not in self._known:
            self._known[key] = tuple(self._caps(lines, form, is_whole=is_whole).values())
        return self._known[key]

    def _bounds(self, low: End, high: End, form: Form, *, is_whole: bool) -> Pair:
        """Return what holds where days are not known apart: one cap at least, all at most."""
        least = self._of_price(low.price.low, form, is_whole=is_whole)
        floor = min((cap[0] for cap in least), default=0)
        if not _is_even(low.price) and not form.is_fee:
            floor = 0
        is_daily = not (form.is_fee and high.price.unit in FOR_SEVERAL_DAYS)
        if high.cents is not None and high.price.high is not None and is_daily:
            most = [cap[1] for cap in self._of_price(high.price.high, form, is_whole=is_whole)]
            known = [cents for cents in most if cents is not None]
            if len(known) == len(most):
                high = _relieved(high, sum(known))
        return bounded(_relieved(low, floor), high)


def _is_rest_told(pair: Pair) -> bool:
    """Return whether the rest of the bill, where there is one, is known for each day."""
    low, high = pair
    days = [
        {line.on for line in end.rest}
        == {line.on for ledger in end.ledgers for line in ledger.lines}
        for end in pair
        if end.rest
    ]
    return all(days) and low.rest == high.rest[: len(low.rest)]


def _is_even(price: PriceCase) -> bool:
    """Return whether each day is allowed or charged the same, at least."""
    return len({line.cents for line in price.low}) <= 1 and len(price.low) == len(price.high or ())


def _owed(end: End) -> Days:
    """Return what is owed of each day after both payers, with the rest of the bill."""
    found: Counter[date] = Counter()
    for ledger in end.ledgers:
        for day, cents in ledger.owed():
            found[day] += cents
    for line in end.rest:
        found[line.on] += line.cents
    for line in end.second:
        found[line.on] -= line.cents
    return found


def _by_day(lines: Iterable[Billed]) -> Days:
    found: Counter[date] = Counter()
    for line in lines:
        found[line.on] += min(line.cents, OPEN)
    return found
