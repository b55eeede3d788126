"""Floor 8: the whole answer for one case.

`assess` puts safety first, then the level of care, admission to the program, the payers' rule
sets, the four factors and the cost; what could not be answered is a gap.  `rank_programs` puts
programs in order for one case, by `CRITERIA` that it states.  Only here do defaults come from
the shipped catalog.
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
    from iopkit.assessment.criteria import CRITERIA, Criterion, CriterionOutcome
    from iopkit.assessment.matching import ProgramMatch, rank_programs

__all__ = [
    "CRITERIA",
    "Assessment",
    "Criterion",
    "CriterionOutcome",
    "FactorOutcome",
    "Gap",
    "ProgramMatch",
    "Reason",
    "RuleSetOutcome",
    "SafetyNotice",
    "assess",
    "rank_programs",
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
        "iopkit.assessment.criteria": ("CRITERIA", "Criterion", "CriterionOutcome"),
        "iopkit.assessment.matching": ("ProgramMatch", "rank_programs"),
    },
)
