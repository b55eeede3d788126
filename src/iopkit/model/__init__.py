"""Floor 3: the nouns of care.

Frozen, keyword-only classes that say what is known and nothing else: `None`, an open `Listing`
or a `Span` where something is not.  Whatever holds or derives from a person's record is
`Quiet`.  Nothing here decides; what a program's own facts add up to stands beside what it tells
(`figures_of`), and neither replaces the other.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.model.accumulators import (
        NO_POOL_USED,
        NOTHING_USED,
        NOTHING_USED_OUTSIDE,
        Accumulators,
        BenefitUse,
        LimitUse,
        OutsideUse,
        PoolUse,
        ServiceUse,
    )
    from iopkit.model.ages import age_on
    from iopkit.model.assessments import ImpairedDriving, RiskRatings, TreatmentProgress
    from iopkit.model.assistance import Assistance
    from iopkit.model.attended import attended_week
    from iopkit.model.authorization import (
        AuthorizationRule,
        MissingAuthorization,
        PenaltyBase,
        PenaltyUnit,
    )
    from iopkit.model.benefits import (
        AccumulatorPot,
        LimitPeriod,
        LimitUnit,
        PlanBenefit,
        ServiceDeductible,
        ServiceDeductibleRule,
        ServiceLimit,
    )
    from iopkit.model.billed_care import BilledCare
    from iopkit.model.case import Case
    from iopkit.model.claim_lines import ClaimLine, EqualLines
    from iopkit.model.coordination import (
        CoordinationMethod,
        CountedWhenSecond,
        PlanMembership,
        PlanRelation,
    )
    from iopkit.model.cost_shares import (
        CareEvent,
        CopayUnit,
        CostShare,
        FirstVisits,
        SessionKind,
    )
    from iopkit.model.courses import AttendanceRules, Cohort, Meals, Outcomes, Phase
    from iopkit.model.episode import Childcare, Episode, NextBirthday, Travel
    from iopkit.model.family import FamilyAmounts, FamilyRule
    from iopkit.model.figures import Figure, ProgramFigures, figures_of
    from iopkit.model.health_plan import HealthPlan
    from iopkit.model.hours import WeeklyTime, minutes_of
    from iopkit.model.household import Household
    from iopkit.model.medicaid import AggregatePeriod, MedicaidStanding
    from iopkit.model.networks import Crediting, DrugAmounts, OutOfNetwork
    from iopkit.model.person import PayPeriod, Person, Salary, Work
    from iopkit.model.practice import Practice
    from iopkit.model.prices import PaymentTerms, Price, PriceList, PriceTier
    from iopkit.model.program import Program
    from iopkit.model.schedule import (
        Block,
        Schedule,
        Session,
        Track,
        WeeklyPart,
    )
    from iopkit.model.second_coverage import MedicareSupplement, SecondCoverage
    from iopkit.model.sliding_scales import SlidingClass, SlidingScale
    from iopkit.model.treatment_plan import TreatmentPlan

__all__ = [
    "NOTHING_USED",
    "NOTHING_USED_OUTSIDE",
    "NO_POOL_USED",
    "AccumulatorPot",
    "Accumulators",
    "AggregatePeriod",
    "Assistance",
    "AttendanceRules",
    "AuthorizationRule",
    "BenefitUse",
    "BilledCare",
    "Block",
    "CareEvent",
    "Case",
    "Childcare",
    "ClaimLine",
    "Cohort",
    "CoordinationMethod",
    "CopayUnit",
    "CostShare",
    "CountedWhenSecond",
    "Crediting",
    "DrugAmounts",
    "Episode",
    "EqualLines",
    "FamilyAmounts",
    "FamilyRule",
    "Figure",
    "FirstVisits",
    "HealthPlan",
    "Household",
    "ImpairedDriving",
    "LimitPeriod",
    "LimitUnit",
    "LimitUse",
    "Meals",
    "MedicaidStanding",
    "MedicareSupplement",
    "MissingAuthorization",
    "NextBirthday",
    "OutOfNetwork",
    "Outcomes",
    "OutsideUse",
    "PayPeriod",
    "PaymentTerms",
    "PenaltyBase",
    "PenaltyUnit",
    "Person",
    "Phase",
    "PlanBenefit",
    "PlanMembership",
    "PlanRelation",
    "PoolUse",
    "Practice",
    "Price",
    "PriceList",
    "PriceTier",
    "Program",
    "ProgramFigures",
    "RiskRatings",
    "Salary",
    "Schedule",
    "SecondCoverage",
    "ServiceDeductible",
    "ServiceDeductibleRule",
    "ServiceLimit",
    "ServiceUse",
    "Session",
    "SessionKind",
    "SlidingClass",
    "SlidingScale",
    "Track",
    "Travel",
    "TreatmentPlan",
    "TreatmentProgress",
    "WeeklyPart",
    "WeeklyTime",
    "Work",
    "age_on",
    "attended_week",
    "figures_of",
    "minutes_of",
]

lazy_surface(
    __name__,
    {
        "iopkit.model.accumulators": (
            "NO_POOL_USED",
            "NOTHING_USED",
            "NOTHING_USED_OUTSIDE",
            "Accumulators",
            "BenefitUse",
            "LimitUse",
            "OutsideUse",
            "PoolUse",
            "ServiceUse",
        ),
        "iopkit.model.ages": ("age_on",),
        "iopkit.model.assessments": ("ImpairedDriving", "RiskRatings", "TreatmentProgress"),
        "iopkit.model.assistance": ("Assistance",),
        "iopkit.model.attended": ("attended_week",),
        "iopkit.model.authorization": (
            "AuthorizationRule",
            "MissingAuthorization",
            "PenaltyBase",
            "PenaltyUnit",
            "PenaltyUnit",
        ),
        "iopkit.model.benefits": (
            "AccumulatorPot",
            "LimitPeriod",
            "LimitUnit",
            "PlanBenefit",
            "ServiceDeductible",
            "ServiceDeductibleRule",
            "ServiceLimit",
        ),
        "iopkit.model.billed_care": ("BilledCare",),
        "iopkit.model.case": ("Case",),
        "iopkit.model.claim_lines": ("ClaimLine", "EqualLines"),
        "iopkit.model.courses": ("AttendanceRules", "Cohort", "Meals", "Outcomes", "Phase"),
        "iopkit.model.coordination": (
            "CoordinationMethod",
            "CountedWhenSecond",
            "PlanMembership",
            "PlanRelation",
        ),
        "iopkit.model.cost_shares": (
            "CareEvent",
            "CopayUnit",
            "CostShare",
            "FirstVisits",
            "SessionKind",
        ),
        "iopkit.model.episode": ("Childcare", "Episode", "NextBirthday", "Travel"),
        "iopkit.model.family": ("FamilyAmounts", "FamilyRule"),
        "iopkit.model.figures": ("Figure", "ProgramFigures", "figures_of"),
        "iopkit.model.health_plan": ("HealthPlan",),
        "iopkit.model.hours": ("WeeklyTime", "minutes_of"),
        "iopkit.model.household": ("Household",),
        "iopkit.model.medicaid": ("AggregatePeriod", "MedicaidStanding"),
        "iopkit.model.networks": ("Crediting", "DrugAmounts", "OutOfNetwork"),
        "iopkit.model.person": ("PayPeriod", "Person", "Salary", "Work"),
        "iopkit.model.practice": ("Practice",),
        "iopkit.model.prices": ("PaymentTerms", "Price", "PriceList", "PriceTier"),
        "iopkit.model.program": ("Program",),
        "iopkit.model.schedule": (
            "Block",
            "Schedule",
            "Session",
            "Track",
            "WeeklyPart",
        ),
        "iopkit.model.second_coverage": ("MedicareSupplement", "SecondCoverage"),
        "iopkit.model.sliding_scales": ("SlidingClass", "SlidingScale"),
        "iopkit.model.treatment_plan": ("TreatmentPlan",),
    },
)
