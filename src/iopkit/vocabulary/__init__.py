"""Floor 2: the words of the field.

Each word is a `Term`: a stable kebab-case value, an English and a Spanish label, and no code of
any other system.  Numbers that vary by payer, state or year are dated data, never part of a
word; `CareLevel` alone is ordered, from least to most intensive.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.vocabulary.billing import AmountUnit, CostComponent, Service, Unit
    from iopkit.vocabulary.care import CareLevel, DecisionFactor, Delivery, Setting, Weekday
    from iopkit.vocabulary.clinical import Condition, ConditionFamily
    from iopkit.vocabulary.coverage import (
        Benefit,
        CopayOrder,
        Coverage,
        LinePart,
        PayerKind,
        RuleSubject,
    )
    from iopkit.vocabulary.places import State
    from iopkit.vocabulary.treatment import AdmissionTerm, Modality, Population, ProgramType

__all__ = [
    "AdmissionTerm",
    "AmountUnit",
    "Benefit",
    "CareLevel",
    "Condition",
    "ConditionFamily",
    "CopayOrder",
    "CostComponent",
    "Coverage",
    "DecisionFactor",
    "Delivery",
    "LinePart",
    "Modality",
    "PayerKind",
    "Population",
    "ProgramType",
    "RuleSubject",
    "Service",
    "Setting",
    "State",
    "Unit",
    "Weekday",
]

lazy_surface(
    __name__,
    {
        "iopkit.vocabulary.billing": ("AmountUnit", "CostComponent", "Service", "Unit"),
        "iopkit.vocabulary.care": ("CareLevel", "DecisionFactor", "Delivery", "Setting", "Weekday"),
        "iopkit.vocabulary.clinical": ("Condition", "ConditionFamily"),
        "iopkit.vocabulary.coverage": (
            "Benefit",
            "CopayOrder",
            "Coverage",
            "LinePart",
            "PayerKind",
            "RuleSubject",
        ),
        "iopkit.vocabulary.places": ("State",),
        "iopkit.vocabulary.treatment": ("AdmissionTerm", "Modality", "Population", "ProgramType"),
    },
)
