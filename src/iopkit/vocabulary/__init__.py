"""Floor 2: the words of the field.

Each word is a `Term`: a stable kebab-case value, an English and a Spanish label, and no code of
any other system.  Numbers that vary by payer, state or year are dated data, never part of a
word; `CareLevel` is ordered, from least to most intensive.

Everyday words name more than one thing: `from_text` answers every term that a text may mean,
`TERM_KINDS` lists every kind of term, and `purpose_of` says what a type of program is for.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.vocabulary.approaches import Approach
    from iopkit.vocabulary.billing import (
        AmountUnit,
        BillingUnit,
        CostComponent,
        CostItem,
        Service,
        Unit,
    )
    from iopkit.vocabulary.care import (
        CareForm,
        CareLevel,
        DecisionFactor,
        Delivery,
        EntryRoute,
        ResidentialIntensity,
        Setting,
    )
    from iopkit.vocabulary.clinical import (
        Condition,
        ConditionFamily,
        Difficulty,
        DrivingFinding,
    )
    from iopkit.vocabulary.comparison import (
        Advantage,
        ComparisonAxis,
        LivingSituation,
        Rhythm,
        Supervision,
    )
    from iopkit.vocabulary.coverage import (
        Benefit,
        CopayOrder,
        Coverage,
        LinePart,
        PayerKind,
        PlanKind,
        RuleSubject,
    )
    from iopkit.vocabulary.facilities import Accreditation, OperatorKind
    from iopkit.vocabulary.kinds import PUBLIC_KINDS, TERM_KINDS
    from iopkit.vocabulary.languages import CareLanguage
    from iopkit.vocabulary.matching import TermMatch, aliases_of, from_text
    from iopkit.vocabulary.payment import PaymentMethod, PaymentOption, Reduction
    from iopkit.vocabulary.people import Population
    from iopkit.vocabulary.places import State
    from iopkit.vocabulary.purposes import Purpose, purpose_of
    from iopkit.vocabulary.services import OfferedService, ServiceGroup
    from iopkit.vocabulary.times import Holiday, TimeOfDay
    from iopkit.vocabulary.treatment import AdmissionTerm, Modality, ProgramType
    from iopkit.vocabulary.weekdays import Weekday

__all__ = [
    "PUBLIC_KINDS",
    "TERM_KINDS",
    "Accreditation",
    "AdmissionTerm",
    "Advantage",
    "AmountUnit",
    "Approach",
    "Benefit",
    "BillingUnit",
    "CareForm",
    "CareLanguage",
    "CareLevel",
    "ComparisonAxis",
    "Condition",
    "ConditionFamily",
    "CopayOrder",
    "CostComponent",
    "CostItem",
    "Coverage",
    "DecisionFactor",
    "Delivery",
    "Difficulty",
    "DrivingFinding",
    "EntryRoute",
    "Holiday",
    "LinePart",
    "LivingSituation",
    "Modality",
    "OfferedService",
    "OperatorKind",
    "PayerKind",
    "PaymentMethod",
    "PaymentOption",
    "PlanKind",
    "Population",
    "ProgramType",
    "Purpose",
    "Reduction",
    "ResidentialIntensity",
    "Rhythm",
    "RuleSubject",
    "Service",
    "ServiceGroup",
    "Setting",
    "State",
    "Supervision",
    "TermMatch",
    "TimeOfDay",
    "Unit",
    "Weekday",
    "aliases_of",
    "from_text",
    "purpose_of",
]

lazy_surface(
    __name__,
    {
        "iopkit.vocabulary.approaches": ("Approach",),
        "iopkit.vocabulary.billing": (
            "AmountUnit",
            "BillingUnit",
            "CostComponent",
            "CostItem",
            "Service",
            "Unit",
        ),
        "iopkit.vocabulary.care": (
            "CareForm",
            "CareLevel",
            "DecisionFactor",
            "Delivery",
            "EntryRoute",
            "ResidentialIntensity",
            "Setting",
        ),
        "iopkit.vocabulary.clinical": (
            "Condition",
            "ConditionFamily",
            "Difficulty",
            "DrivingFinding",
        ),
        "iopkit.vocabulary.comparison": (
            "Advantage",
            "ComparisonAxis",
            "LivingSituation",
            "Rhythm",
            "Supervision",
        ),
        "iopkit.vocabulary.coverage": (
            "Benefit",
            "CopayOrder",
            "Coverage",
            "LinePart",
            "PayerKind",
            "PlanKind",
            "RuleSubject",
        ),
        "iopkit.vocabulary.facilities": ("Accreditation", "OperatorKind"),
        "iopkit.vocabulary.kinds": ("PUBLIC_KINDS", "TERM_KINDS"),
        "iopkit.vocabulary.languages": ("CareLanguage",),
        "iopkit.vocabulary.matching": ("TermMatch", "aliases_of", "from_text"),
        "iopkit.vocabulary.payment": ("PaymentMethod", "PaymentOption", "Reduction"),
        "iopkit.vocabulary.people": ("Population",),
        "iopkit.vocabulary.places": ("State",),
        "iopkit.vocabulary.purposes": ("Purpose", "purpose_of"),
        "iopkit.vocabulary.services": ("OfferedService", "ServiceGroup"),
        "iopkit.vocabulary.times": ("Holiday", "TimeOfDay"),
        "iopkit.vocabulary.treatment": ("AdmissionTerm", "Modality", "ProgramType"),
        "iopkit.vocabulary.weekdays": ("Weekday",),
    },
)
