"""One benefit of a plan: its cost share, its limits, and a deductible of its own."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.cost_shares import CostShare, FirstVisits
from iopkit.values.money import ZERO, Money
from iopkit.values.terms import Term
from iopkit.vocabulary.coverage import Benefit


class LimitUnit(Term):
    """What a limit on a service counts; dollars are those that the plan pays."""

    VISITS = "visits", "visits", "visitas"
    DAYS = "days", "days", "días"
    HOURS = "hours", "hours", "horas"
    DOLLARS = "dollars", "dollars paid by the plan", "dólares pagados por el plan"


class LimitPeriod(Term):
    """The time for which a limit holds; a week is one from Monday to Sunday."""

    YEAR = "year", "per plan year", "por año del plan"
    MONTH = "month", "per calendar month", "por mes calendario"
    WEEK = "week", "per week", "por semana"
    STAY = "stay", "per stay", "por estancia"
    EPISODE = "episode", "per episode of care", "por episodio de atención"
    LIFETIME = "lifetime", "in a lifetime", "de por vida"


class AccumulatorPot(Term):
    """The amounts of a plan that a benefit draws on."""

    MEDICAL = "medical", "medical amounts", "montos médicos"
    DRUG = "drug", "amounts for prescription drugs", "montos para medicamentos con receta"


class ServiceDeductibleRule(Term):
    """How the deductible of one service stands to the overall one."""

    BESIDE = (
        "beside",
        "in place of the overall deductible",
        "en lugar del deducible general",
    )
    BEFORE = (
        "before",
        "first this one, then the overall deductible",
        "primero este, luego el deducible general",
    )


@frozen(kw_only=True)
class ServiceLimit:
    """The most of a service that a plan pays for in one period.

    `quantity` is a whole number of `unit`.  What lies beyond is owed whole and counts toward
    nothing: a visit, a day, a line whose minutes the hours left do not hold or for which no
    dollars are left, and of one that they do not pay in full, the rest.

    Raises:
        InvalidValue: `quantity` is negative.
    """

    quantity: int
    unit: LimitUnit
    period: LimitPeriod

    def __attrs_post_init__(self) -> None:
        if self.quantity < 0:
            raise InvalidValue("quantity", "a whole number from 0")


@frozen(kw_only=True)
class ServiceDeductible:
    """A deductible of one service alone, for a plan year; `rule` `None` is not known.

    It applies where the cost share says that a deductible does.

    Raises:
        InvalidValue: `amount` is negative.
    """

    amount: Money
    rule: ServiceDeductibleRule | None = None

    def __attrs_post_init__(self) -> None:
        if self.amount < ZERO:
            raise InvalidValue("amount", "an amount that is not negative")


@frozen(kw_only=True)
class PlanBenefit:
    """One benefit of a plan.

    `cost_share` `None` means that it is not known; it is what follows the `first_visits` where
    there are some.  `visit_limit` is the number of visits that
    the plan pays for in a plan year; `has_visit_limit` False says that there is none.  `limits`
    are any others; where some are told and nothing is said of visits, there is no more.
    `counts_toward_limit` False says that nothing of the benefit counts toward the
    out-of-pocket limit, `None` that the plan's parts do as the plan says.
    `needs_authorization` `None` is not known, but for IOP the coverage of the plan says it.
    """

    benefit: Benefit
    cost_share: CostShare | None = None
    first_visits: FirstVisits | None = None
    visit_limit: int | None = None
    has_visit_limit: bool | None = None
    limits: tuple[ServiceLimit, ...] = ()
    service_deductible: ServiceDeductible | None = None
    pot: AccumulatorPot = AccumulatorPot.MEDICAL
    counts_toward_limit: bool | None = None
    needs_authorization: bool | None = None

    def __attrs_post_init__(self) -> None:
        if self.visit_limit is not None and (self.visit_limit < 0 or self.has_visit_limit is False):
            raise InvalidValue("visit_limit", "visits from 0, or has_visit_limit: no")
        told = [(limit.unit, limit.period) for limit in self.limits]
        if len(told) != len(set(told)):
            raise InvalidValue("limits", "each unit and period once")
        is_told = self.visit_limit is not None or self.has_visit_limit is False
        if is_told and (LimitUnit.VISITS, LimitPeriod.YEAR) in told:
            raise InvalidValue("limits", "visits per plan year once, here or as visit_limit")


def require_once(benefits: tuple[PlanBenefit, ...]) -> None:
    """Refuse benefits that are told twice.

    Raises:
        InvalidValue: two of them are the same benefit.
    """
    told = [each.benefit for each in benefits]
    if len(told) != len(set(told)):
        raise InvalidValue("benefits", "each benefit once")
