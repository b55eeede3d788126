"""Floor 8: the whole answer for one case.

`assess` puts safety first, then the level of care, admission to the program, the payers' rule
sets, the four factors and the cost; what could not be answered is a gap.  Only here do defaults
come from the shipped catalog.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.assessment.answers import (
        Assessment,
        FactorOutcome,
        Gap,
        Reason,
        RuleSetOutcome,
        SafetyNotice,
    )
    from iopkit.assessment.assessing import assess

__all__ = [
    "Assessment",
    "FactorOutcome",
    "Gap",
    "Reason",
    "RuleSetOutcome",
    "SafetyNotice",
    "assess",
]

lazy_surface(
    __name__,
    {
        "iopkit.assessment.answers": (
            "Assessment",
            "FactorOutcome",
            "Gap",
            "Reason",
            "RuleSetOutcome",
            "SafetyNotice",
        ),
        "iopkit.assessment.assessing": ("assess",),
    },
)
