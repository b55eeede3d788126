"""What a patient pays of a covered service: copays by their unit, deductible and share."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.shares import Share
from iopkit.values.terms import Term
from iopkit.vocabulary.coverage import Benefit, CopayOrder


class CopayUnit(Term):
    """What one copay is for; a week is one from Monday to Sunday."""

    VISIT = "visit", "per visit", "por visita"
    DAY = "day", "per day", "por día"
    WEEK = "week", "per week", "por semana"
    STAY = "stay", "per stay", "por estancia"
    EPISODE = "episode", "once per episode of care", "una vez por episodio de atención"
    PROGRAM = "program", "once per program", "una vez por programa"


class SessionKind(Term):
    """Whether a session is for one patient or for a group."""

    INDIVIDUAL = "individual", "individual session", "sesión individual"
    GROUP = "group", "group session", "sesión de grupo"


class CareEvent(Term):
    """Something about a service on which a plan may waive a copay."""

    ADMITTED = "admitted", "admitted to the hospital", "ingreso en el hospital"
    STEP_DOWN = (
        "step-down",
        "stepped down from a higher level of care",
        "paso desde un nivel de atención más alto",
    )
    TELEHEALTH = "telehealth", "held by telehealth", "por telesalud"


@frozen(kw_only=True)
class CostShare:
    """What the patient pays of a covered service, stated in full.

    A `copay` of `None` means that there is none, and so for `patient_share`.  A plain copay
    never meets the deductible; otherwise `deductible_applies` says whether it does.  Where
    `copay_unit` is not told, each claim line is a visit; else one copay is for all lines of the
    unit, and the first ones take it, each at most what is left of its allowed amount.
    `group_copay` is what a group session asks in its place.
    `copay_cap_per_stay` is the most that the copays of one stay add up to,
    `copay_days_per_stay` the days of it that ask one.  `copay_waived_on` lists what waives it.

    Raises:
        InvalidValue: an amount is negative, the days are below 1, or a plain copay stands beside
            a deductible.
    """

    deductible_applies: bool
    copay: Money | None = None
    copay_order: CopayOrder = CopayOrder.PLAIN
    copay_unit: CopayUnit | None = None
    group_copay: Money | None = None
    copay_cap_per_stay: Money | None = None
    copay_days_per_stay: int | None = None
    copay_waived_on: tuple[CareEvent, ...] = ()
    patient_share: Share | None = None

    def __attrs_post_init__(self) -> None:
        for name in ("copay", "group_copay", "copay_cap_per_stay"):
            amount = getattr(self, name)
            if amount is not None and amount.cents < 0:
                raise InvalidValue(name, "an amount that is not negative")
        if self.copay_days_per_stay is not None and self.copay_days_per_stay < 1:
            raise InvalidValue("copay_days_per_stay", "at least 1 day")
        has_copay = self.copay is not None or self.group_copay is not None
        is_plain = self.copay_order is CopayOrder.PLAIN
        if has_copay and self.deductible_applies == is_plain:
            raise InvalidValue(
                "copay_order",
                "plain where the deductible does not apply, else before- or after-deductible",
            )


@frozen(kw_only=True)
class FirstVisits:
    """The first visits of a plan year, which have a cost share of their own.

    `counted_with` are benefits whose visits use up the same number.

    Raises:
        InvalidValue: `visits` is below 1.
    """

    visits: int
    cost_share: CostShare
    counted_with: Listing[Benefit] = Listing()

    def __attrs_post_init__(self) -> None:
        if self.visits < 1:
            raise InvalidValue("visits", "at least 1 visit")
