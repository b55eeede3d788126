"""A case: all that is known when somebody asks."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.model.accumulators import Accumulators
from iopkit.model.assistance import Assistance
from iopkit.model.billed_care import BilledCare
from iopkit.model.episode import Episode
from iopkit.model.family import require_not_negative
from iopkit.model.health_plan import HealthPlan
from iopkit.model.household import Household
from iopkit.model.medicaid import MedicaidStanding
from iopkit.model.person import Person
from iopkit.model.prices import PriceList
from iopkit.model.program import Program
from iopkit.model.second_coverage import SecondCoverage
from iopkit.model.treatment_plan import TreatmentPlan
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet


@frozen(kw_only=True, repr=False)
class Case(Quiet):
    """One question: a person, a program, a plan, and what has been used; each optional.

    `on` is the day for which the case is told.  `budget` is what the person can pay for the
    whole episode, as they say themselves; without one nothing is called affordable.  `billed` is
    one day of care as it is billed.  `household` is that of the person, whatever asks for it, and
    `medicaid` what else Medicaid knows of the family.
    `second_coverage` is what also pays beside the health plan, and `assistance` what is taken
    from the patient's part after both; `None` is not told, and counted as none.  Days of care can
    make a case identifiable: treat one as a record even without a name in it.

    Raises:
        InvalidValue: `budget` is negative.
    """

    on: date | None = None
    person: Person | None = None
    program: Program | None = None
    treatment_plan: TreatmentPlan | None = None
    health_plan: HealthPlan | None = None
    used: Accumulators | None = None
    second_coverage: SecondCoverage | None = None
    assistance: Assistance | None = None
    episode: Episode | None = None
    billed: BilledCare | None = None
    prices: PriceList | None = None
    budget: Money | None = None
    household: Household | None = None
    medicaid: MedicaidStanding | None = None

    def __attrs_post_init__(self) -> None:
        require_not_negative(budget=self.budget)
