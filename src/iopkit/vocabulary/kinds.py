"""The kinds of terms that there are, in the order in which answers list them."""

from __future__ import annotations

from iopkit.values.terms import Term
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
from iopkit.vocabulary.languages import CareLanguage
from iopkit.vocabulary.payment import PaymentMethod, PaymentOption, Reduction
from iopkit.vocabulary.people import Population
from iopkit.vocabulary.places import State
from iopkit.vocabulary.services import OfferedService, ServiceGroup
from iopkit.vocabulary.times import Holiday, TimeOfDay
from iopkit.vocabulary.treatment import AdmissionTerm, Modality, ProgramType
from iopkit.vocabulary.weekdays import Weekday

PUBLIC_KINDS: tuple[type[Term], ...] = (
    CareLevel,
    CareForm,
    ResidentialIntensity,
    ProgramType,
    Modality,
    Approach,
    Population,
    ConditionFamily,
    Condition,
    Difficulty,
    OfferedService,
    Setting,
    Delivery,
    EntryRoute,
    TimeOfDay,
    Weekday,
    Holiday,
    PayerKind,
    PlanKind,
    Coverage,
    Reduction,
    Advantage,
    State,
)
"""The kinds whose words the public uses of care."""

TERM_KINDS: tuple[type[Term], ...] = (
    *PUBLIC_KINDS,
    DecisionFactor,
    ComparisonAxis,
    Supervision,
    LivingSituation,
    Rhythm,
    AdmissionTerm,
    CareLanguage,
    CostComponent,
    CostItem,
    Service,
    Unit,
    BillingUnit,
    AmountUnit,
    Benefit,
    CopayOrder,
    LinePart,
    PaymentOption,
    PaymentMethod,
    OperatorKind,
    Accreditation,
    ServiceGroup,
    RuleSubject,
    DrivingFinding,
)
"""Every kind of term, those of the public first."""
