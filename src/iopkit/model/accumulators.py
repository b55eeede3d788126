"""What a person has used of a plan in its plan year."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.benefits import LimitPeriod, LimitUnit
from iopkit.values.money import ZERO, Money
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span
from iopkit.vocabulary.coverage import Benefit


def _refuse_negative(**told: Money | Span[Money] | None) -> None:
    for name, amount in told.items():
        low = amount.low if isinstance(amount, Span) else amount
        high = amount.high if isinstance(amount, Span) else None
        if (low is not None and low.cents < 0) or (high is not None and high.cents < 0):
            raise InvalidValue(name, "an amount that is not negative")


def _refuse_below_zero(**told: int | Span[int] | None) -> None:
    for name, number in told.items():
        low = number.low if isinstance(number, Span) else number
        high = number.high if isinstance(number, Span) else None
        if (low is not None and low < 0) or (high is not None and high < 0):
            raise InvalidValue(name, "a number that is not negative")


@frozen(kw_only=True, repr=False)
class PoolUse(Quiet):
    """What has been used of one deductible and one limit: exact, a range, or not known (`None`).

    `members_met` and `limit_members_met` count the members of the family who have met theirs,
    the patient included.

    Raises:
        InvalidValue: something is negative.
    """

    deductible_used: Money | Span[Money] | None = None
    limit_used: Money | Span[Money] | None = None
    family_deductible_used: Money | Span[Money] | None = None
    family_limit_used: Money | Span[Money] | None = None
    members_met: int | Span[int] | None = None
    limit_members_met: int | Span[int] | None = None

    def __attrs_post_init__(self) -> None:
        _refuse_negative(
            deductible_used=self.deductible_used,
            limit_used=self.limit_used,
            family_deductible_used=self.family_deductible_used,
            family_limit_used=self.family_limit_used,
        )
        _refuse_below_zero(members_met=self.members_met, limit_members_met=self.limit_members_met)


_FIELDS = {LimitUnit.HOURS: "minutes", LimitUnit.DOLLARS: "amount"}


@frozen(kw_only=True, repr=False)
class LimitUse(Quiet):
    """What has been used of one limit of a benefit; not known is `None`.

    `count` is of visits or days, `minutes` of hours, `amount` of dollars.  `on` is the last day
    that used some of it; without it, the use is of the month or week that is running.

    Raises:
        InvalidValue: something is negative, or told only in a field of another unit.
    """

    unit: LimitUnit
    period: LimitPeriod
    count: int | Span[int] | None = None
    minutes: int | Span[int] | None = None
    amount: Money | Span[Money] | None = None
    on: date | None = None

    def __attrs_post_init__(self) -> None:
        _refuse_below_zero(count=self.count, minutes=self.minutes)
        _refuse_negative(amount=self.amount)
        fields = {"count": self.count, "minutes": self.minutes, "amount": self.amount}
        told = [name for name, used in fields.items() if used is not None]
        if told and _FIELDS.get(self.unit, "count") not in told:
            raise InvalidValue(told[0], "minutes of hours, amount of dollars, else count")


@frozen(kw_only=True, repr=False)
class ServiceUse(Quiet):
    """What has been used of one benefit on one side of the network; not known is `None`.

    `deductible_used` is of a deductible of the service alone; `first_visits` counts visits
    toward the first visits of the plan year.

    Raises:
        InvalidValue: something is negative.
    """

    benefit: Benefit
    deductible_used: Money | Span[Money] | None = None
    first_visits: int | Span[int] | None = None

    def __attrs_post_init__(self) -> None:
        _refuse_negative(deductible_used=self.deductible_used)
        _refuse_below_zero(first_visits=self.first_visits)


@frozen(kw_only=True, repr=False)
class BenefitUse(ServiceUse):
    """What has been used of one benefit; not known is `None`.

    The fields of `ServiceUse` are of the inside of the network, all others of both sides.
    `stay_copays` and
    `stay_copay_days` are the copays of the stay that is running, and the days that asked one;
    `copay_on` is the last day of the episode that did, `copay_left` what no line has taken yet of
    the copay of that day, week, stay or episode.  `penalties` is what was taken for missing
    authorizations, of the running stay or the episode, as the plan counts them.  A limit that
    `limits` does not name has nothing used.

    Raises:
        InvalidValue: something is negative, or a limit is told twice.
    """

    stay_copays: Money | Span[Money] | None = None
    stay_copay_days: int | Span[int] | None = None
    copay_on: date | None = None
    copay_left: Money | Span[Money] | None = None
    penalties: Money | Span[Money] | None = None
    limits: tuple[LimitUse, ...] | None = None

    def __attrs_post_init__(self) -> None:
        ServiceUse.__attrs_post_init__(self)
        _refuse_negative(
            stay_copays=self.stay_copays, copay_left=self.copay_left, penalties=self.penalties
        )
        _refuse_below_zero(stay_copay_days=self.stay_copay_days)
        limits = [(use.unit, use.period) for use in self.limits or ()]
        if len(limits) != len(set(limits)):
            raise InvalidValue("limits", "each unit and period once")


def _require_once(told: tuple[ServiceUse, ...] | None) -> None:
    benefits = [use.benefit for use in told or ()]
    if len(benefits) != len(set(benefits)):
        raise InvalidValue("benefits_used", "each benefit once")


@frozen(kw_only=True, repr=False)
class OutsideUse(PoolUse):
    """What counts so far outside the network; not known is `None`.

    `drug` is of amounts for drugs that are apart there.  A benefit that `benefits_used` does not
    name has nothing used.

    Raises:
        InvalidValue: something is negative, or a benefit is told twice.
    """

    benefits_used: tuple[ServiceUse, ...] | None = None
    drug: PoolUse | None = None

    def __attrs_post_init__(self) -> None:
        PoolUse.__attrs_post_init__(self)
        _require_once(self.benefits_used)


@frozen(kw_only=True, repr=False)
class Accumulators(PoolUse):
    """What counts so far this plan year: exact, a range, or not known (`None`).

    The fields of `PoolUse` are of the medical amounts inside the network, `out_of_network` and
    `drug` those of the other sides where they are apart.
    `visits_used` counts visits under the benefit that covers IOP.  A benefit that
    `benefits_used` does not name has nothing used, but where `visits_used` are told of it, all
    of them count as its first visits.  `carryover_used` is the part of
    `deductible_used` from the months that a plan carries over into its next year.  `stay` is the
    number that claim lines give the stay that is running; where it is not told, the next number is
    its own.

    Raises:
        InvalidValue: something is negative, or a benefit is told twice.
    """

    visits_used: int | None = None
    stay: int | None = None
    carryover_used: Money | Span[Money] | None = None
    benefits_used: tuple[BenefitUse, ...] | None = None
    out_of_network: OutsideUse | None = None
    drug: PoolUse | None = None

    def __attrs_post_init__(self) -> None:
        PoolUse.__attrs_post_init__(self)
        _refuse_negative(carryover_used=self.carryover_used)
        _refuse_below_zero(visits_used=self.visits_used)
        _require_once(self.benefits_used)


NO_POOL_USED = PoolUse(
    deductible_used=ZERO,
    limit_used=ZERO,
    family_deductible_used=ZERO,
    family_limit_used=ZERO,
    members_met=0,
    limit_members_met=0,
)
"""A deductible and a limit of which nothing has been used: known zeros."""

NOTHING_USED_OUTSIDE = OutsideUse(
    deductible_used=ZERO,
    limit_used=ZERO,
    family_deductible_used=ZERO,
    family_limit_used=ZERO,
    members_met=0,
    limit_members_met=0,
    benefits_used=(),
    drug=NO_POOL_USED,
)
"""The outside of a network of which nothing has been used: known zeros."""

NOTHING_USED = Accumulators(
    deductible_used=ZERO,
    limit_used=ZERO,
    family_deductible_used=ZERO,
    family_limit_used=ZERO,
    members_met=0,
    limit_members_met=0,
    visits_used=0,
    carryover_used=ZERO,
    benefits_used=(),
    out_of_network=NOTHING_USED_OUTSIDE,
    drug=NO_POOL_USED,
)
"""A plan year in which nothing has been used: known zeros."""
