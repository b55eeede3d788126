"""Floor 5: may this person have this care, and at which level?

`decide` judges any rule set for one case, `flips_for` tells what people could change to turn that
decision, `applies_to` says whether the set is meant for it, `place` finds the interval of levels
on a ladder, `admit` judges a program's own terms.
`certification_calendar` tells by when the need for care must be shown again, and
`authorization_runway` how long approved units last and by when to ask for more.  Every rule set and
ladder arrives as an argument.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.eligibility.admission import admission_terms, admit
    from iopkit.eligibility.certification import CertificationCalendar, certification_calendar
    from iopkit.eligibility.deciding import applies_to, decide
    from iopkit.eligibility.due_days import DueDay
    from iopkit.eligibility.lead_times import LeadTime
    from iopkit.eligibility.placement import place
    from iopkit.eligibility.runway import (
        ApprovedUnits,
        AuthorizationRunway,
        RunwayWeek,
        authorization_runway,
    )
    from iopkit.eligibility.turning import flips_for

__all__ = [
    "ApprovedUnits",
    "AuthorizationRunway",
    "CertificationCalendar",
    "DueDay",
    "LeadTime",
    "RunwayWeek",
    "admission_terms",
    "admit",
    "applies_to",
    "authorization_runway",
    "certification_calendar",
    "decide",
    "flips_for",
    "place",
]

lazy_surface(
    __name__,
    {
        "iopkit.eligibility.admission": ("admission_terms", "admit"),
        "iopkit.eligibility.certification": ("CertificationCalendar", "certification_calendar"),
        "iopkit.eligibility.deciding": ("applies_to", "decide"),
        "iopkit.eligibility.due_days": ("DueDay",),
        "iopkit.eligibility.lead_times": ("LeadTime",),
        "iopkit.eligibility.placement": ("place",),
        "iopkit.eligibility.runway": (
            "ApprovedUnits",
            "AuthorizationRunway",
            "RunwayWeek",
            "authorization_runway",
        ),
        "iopkit.eligibility.turning": ("flips_for",),
    },
)
