"""Floor 3: the nouns of care.

Frozen, keyword-only classes that say what is known and nothing else: `None`, an open `Listing`
or a `Span` where something is not.  Whatever holds or derives from a person's record is
`Quiet`.  Nothing here decides or computes more than its own weekly minutes.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.model.accumulators import NOTHING_USED, Accumulators
    from iopkit.model.case import Case
    from iopkit.model.claim_lines import ClaimLine
    from iopkit.model.episode import Episode, Travel
    from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
    from iopkit.model.person import Person, Work
    from iopkit.model.prices import Price, PriceList
    from iopkit.model.program import Program
    from iopkit.model.schedule import Schedule, Session, WeeklyTime, minutes_of
    from iopkit.model.treatment_plan import TreatmentPlan

__all__ = [
    "NOTHING_USED",
    "Accumulators",
    "Case",
    "ClaimLine",
    "CostShare",
    "Episode",
    "HealthPlan",
    "Person",
    "PlanBenefit",
    "Price",
    "PriceList",
    "Program",
    "Schedule",
    "Session",
    "Travel",
    "TreatmentPlan",
    "WeeklyTime",
    "Work",
    "minutes_of",
]

lazy_surface(
    __name__,
    {
        "iopkit.model.accumulators": ("NOTHING_USED", "Accumulators"),
        "iopkit.model.case": ("Case",),
        "iopkit.model.claim_lines": ("ClaimLine",),
        "iopkit.model.episode": ("Episode", "Travel"),
        "iopkit.model.health_plan": ("CostShare", "HealthPlan", "PlanBenefit"),
        "iopkit.model.person": ("Person", "Work"),
        "iopkit.model.prices": ("Price", "PriceList"),
        "iopkit.model.program": ("Program",),
        "iopkit.model.schedule": ("Schedule", "Session", "WeeklyTime", "minutes_of"),
        "iopkit.model.treatment_plan": ("TreatmentPlan",),
    },
)
