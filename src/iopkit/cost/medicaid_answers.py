"""What is not known of a Medicaid family, answered in every way that may matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import product

from attrs import field, frozen

from iopkit.cost.course import Course
from iopkit.cost.households import INCOME, guideline_on, household_of, scale_turns
from iopkit.cost.medicaid import COPAY_SERIES, CopayCaps, income_bands, medicaid_family_cap
from iopkit.cost.poverty import guideline_series, percent_of_poverty
from iopkit.cost.rates import OPEN
from iopkit.model.medicaid import AggregatePeriod, MedicaidStanding
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span

_MONTHS: Mapping[AggregatePeriod, int] = {AggregatePeriod.MONTH: 1, AggregatePeriod.QUARTER: 3}
_YEAR = 12
_AMPLE = 10**9
_MANY_TIMES = 10_000
_CENT = Money(1)
COUNTED = "medicaid.counts_by"
"""Where a case tells by which time a State counts."""
_PATHS = ("medicaid.is_exempt", INCOME, COUNTED)


@frozen(repr=False, eq=False)
class InForce(Quiet):
    """What caps a copay in one stretch of days; no guideline is `None` where none can be told."""

    period: Period
    caps: CopayCaps
    guideline: Money | None

    @classmethod
    def on(cls, course: Course, day: date) -> InForce:
        """Return what is in force on a day, and from when to when."""
        caps, guideline = CopayCaps.on(course.amounts, day), guideline_on(course, day)
        series: tuple[str, ...] = COPAY_SERIES
        person = course.case.person
        if guideline is not None and person is not None and person.state is not None:
            series += guideline_series(person.state)
        return cls(course.amounts.steady(series, on=day), caps, guideline)


@frozen(repr=False, eq=False)
class Numbers(Quiet):
    """The published numbers for the days of a course, each read once."""

    course: Course
    _read: list[InForce] = field(factory=list, init=False)

    def on(self, day: date) -> InForce:
        """Return what is in force on a day; raises where an amount is missing."""
        for one in self._read:
            if one.period.holds(day):
                return one
        self._read.append(InForce.on(self.course, day))
        return self._read[-1]


@frozen(repr=False, eq=False)
class Income(Quiet):
    """What a family may earn by the year: `amount`, `None` where it may be any.

    Where its poverty guideline is not known (`is_shown` false), it may be in any band of income.
    """

    numbers: Numbers
    amount: Money | None
    is_shown: bool
    _caps: dict[tuple[int, InForce], tuple[int, int]] = field(factory=dict, init=False)

    def cap(self, cents: int, day: date) -> tuple[int, int]:
        """Return the most that may be asked for a line: at least and at most, in cents."""
        key = (cents, self.numbers.on(day))
        if key not in self._caps:
            self._caps[key] = self._cap(*key)
        return self._caps[key]

    def _cap(self, cents: int, told: InForce) -> tuple[int, int]:
        percent = None
        if self.is_shown and told.guideline is not None and self.amount is not None:
            percent = percent_of_poverty(self.amount, told.guideline)
        cap = told.caps.cap(percent, Money(min(cents, OPEN // 100)))
        low, high = cap.low or ZERO, cap.high
        return low.cents, OPEN if high is None or cents >= OPEN else high.cents


@frozen(kw_only=True, repr=False, eq=False)
class Family(Quiet):
    """One family as it may be; one that is exempt is asked nothing, whatever its income."""

    course: Course
    income: Income
    counts_by: AggregatePeriod
    values: Mapping[str, object]
    is_exempt: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether the band of its income is known where that matters."""
        return self.income.is_shown

    def is_vague(self, shared: int, cents: int, day: date) -> bool:
        """Return whether what a line shares may be above its cap, which is not known exactly."""
        least, most = (0, 0) if self.is_exempt else self.income.cap(cents, day)
        return least < min(shared, most)

    def period_of(self, day: date) -> tuple[int, int]:
        """Return the month or the quarter that a day falls in."""
        return day.year, (day.month - 1) // _MONTHS[self.counts_by]

    @property
    def paid(self) -> int:
        """What the family has paid in the time in which care begins, in cents."""
        told = self.course.case.medicaid
        return told.family_paid.cents if told is not None and told.family_paid is not None else 0

    def family_cap(self, day: date) -> tuple[int, int]:
        """Return what a family may be asked in the time around a day, at least and at most."""
        yearly = self.income.amount
        if yearly is None:
            return 0, OPEN
        part = Money(yearly.cents * _MONTHS[self.counts_by] // _YEAR)
        cap = medicaid_family_cap(self.course.amounts, part, on=day).cents
        return cap, cap


@frozen(repr=False, eq=False)
class Families(Quiet):
    """Every family that fits what is told; `enough` is more than any of them can owe, in cents."""

    course: Course
    enough: int

    def each(self) -> Iterator[Family]:
        """Yield them: those that are exempt, and the others by income and by time counted."""
        told = self._told
        if told.is_exempt is not False:
            yield self._family(
                Income(Numbers(self.course), None, True), AggregatePeriod.MONTH, is_exempt=True
            )
        if told.is_exempt is True:
            return
        days = self.course.attendance.high or self.course.attendance.low
        each = {day.year: day for day in days}.values()
        known = [guideline_on(self.course, day) for day in each]
        guidelines = [guideline for guideline in known if guideline is not None]
        is_shown = 0 < len(guidelines) == len(known)
        numbers = Numbers(self.course)
        amounts = self._incomes(guidelines if is_shown else ())
        incomes = [Income(numbers, amount, is_shown) for amount in amounts]
        for counts_by in (told.counts_by,) if told.counts_by else AggregatePeriod:
            for income in incomes:
                yield self._family(income, counts_by)

    @cached_property
    def _told(self) -> MedicaidStanding:
        return self.course.case.medicaid or MedicaidStanding()

    @cached_property
    def _income(self) -> Money | Span[Money] | None:
        return household_of(self.course.case).yearly_income

    @cached_property
    def _scale(self) -> tuple[Money, ...]:
        """Incomes at which a class of the sliding fee scale ends, that assists with the rest."""
        return tuple(scale_turns(self.course))

    def _incomes(self, guidelines: Sequence[Money]) -> Sequence[Money | None]:
        """Return the ends of the income, and both sides of each place within where it matters.

        `None` stands for any income, where no guideline tells what band it is in.
        """
        if self._income is None and not guidelines:
            self.course.notes.miss("medicaid-income-not-told")
            return [None]
        ends = self._ends()
        low, high = min(ends), max(ends)
        within = {each for each in (*self._turns(guidelines), *self._scale) if low < each < high}
        return sorted(ends | within)

    def _turns(self, guidelines: Iterable[Money]) -> Iterator[Money]:
        """Yield the incomes on both sides of each end of a band."""
        day = self.course.attendance.start
        for guideline, percent in product(guidelines, income_bands(self.course.amounts, on=day)):
            last = Money(int(guideline.cents * percent / 100))
            yield from (last, last + _CENT)

    def _ends(self) -> set[Money]:
        income = self._income
        if isinstance(income, Money):
            return {income}
        self.course.notes.miss("medicaid-income-not-told")
        low = (income.low if income else None) or ZERO
        high = income.high if income else None
        return {low, max(low, self._highest, *self._scale) if high is None else high}

    @property
    def _highest(self) -> Money:
        """A yearly income above every band, of which no share is too little to matter."""
        return Money(min(max(_MANY_TIMES * self.enough, _AMPLE), OPEN - 1))

    def _family(
        self, income: Income, counts_by: AggregatePeriod, *, is_exempt: bool = False
    ) -> Family:
        told = self._told
        answers = (
            (told.is_exempt, is_exempt),
            (None if not isinstance(self._income, Money) else income, income.amount),
            (told.counts_by, counts_by),
        )
        kept = answers[:1] if is_exempt else answers
        return Family(
            course=self.course,
            income=income,
            counts_by=counts_by,
            values={
                path: answer
                for path, (known, answer) in zip(_PATHS, kept, strict=False)
                if known is None and answer is not None
            },
            is_exempt=is_exempt,
        )
