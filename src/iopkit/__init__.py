"""One consistent, typed model of Intensive Outpatient Programs (IOPs).

Three questions, answered with reasons: may this person have this care, and at which level
(`decide`, `place`, `admit`); does this program meet the standard it claims (`check`); and what
will it cost, and whom (`adjudicate`, `estimate`).  `assess` gives the whole answer at once, and
`rank_programs` puts programs in order.  What is not known stays unknown, every clause and number
carries its source, and nothing is shown of a person's record unless asked (`reveal`).

It is no diagnosis, no clinical placement and no promise of coverage.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.assessment import Assessment, ProgramMatch, assess, rank_programs
    from iopkit.catalog import Catalog, shipped
    from iopkit.cost import Adjudication, Estimate, adjudicate, estimate
    from iopkit.eligibility import (
        ApprovedUnits,
        AuthorizationRunway,
        CertificationCalendar,
        LeadTime,
        admit,
        authorization_runway,
        certification_calendar,
        decide,
        flips_for,
        place,
    )
    from iopkit.errors import (
        CannotAdjudicate,
        InvalidRule,
        InvalidValue,
        IopkitError,
        NotInForce,
        NoTruthValue,
        NotShipped,
        PlanYearMismatch,
    )
    from iopkit.formats import dump, read, to_data
    from iopkit.law import (
        Amounts,
        Decision,
        Ladder,
        LevelStanding,
        Placement,
        Review,
        RuleSet,
        RuleSetBoundary,
        RuleSetComparison,
        compare_rulesets,
        ruleset_boundaries,
    )
    from iopkit.model import (
        Accumulators,
        BilledCare,
        Case,
        ClaimLine,
        CostShare,
        Episode,
        HealthPlan,
        Person,
        Phase,
        PlanBenefit,
        Practice,
        Price,
        PriceList,
        Program,
        ProgramFigures,
        Schedule,
        Session,
        Track,
        Travel,
        TreatmentPlan,
        WeeklyTime,
        Work,
        figures_of,
    )
    from iopkit.report import describe_plan, write_ranking, write_text
    from iopkit.rules import Truth
    from iopkit.standards import (
        Finding,
        Findings,
        advantages_of,
        check,
        compare_levels,
        compare_programs,
    )
    from iopkit.values import (
        Basis,
        Dated,
        DatedEntry,
        DocumentError,
        Listing,
        Money,
        Period,
        Place,
        Problem,
        Severity,
        Share,
        Source,
        Span,
        Text,
        reveal,
    )
    from iopkit.vocabulary import (
        AdmissionTerm,
        Advantage,
        Approach,
        Benefit,
        BillingUnit,
        CareLanguage,
        CareLevel,
        Condition,
        ConditionFamily,
        CopayOrder,
        CostComponent,
        Coverage,
        DecisionFactor,
        Delivery,
        LinePart,
        Modality,
        PayerKind,
        Population,
        ProgramType,
        Service,
        Setting,
        State,
        TermMatch,
        Unit,
        Weekday,
        from_text,
    )

__version__ = "0.1.0"

__all__ = [
    "Accumulators",
    "Adjudication",
    "AdmissionTerm",
    "Advantage",
    "Amounts",
    "Approach",
    "ApprovedUnits",
    "Assessment",
    "AuthorizationRunway",
    "Basis",
    "Benefit",
    "BilledCare",
    "BillingUnit",
    "CannotAdjudicate",
    "CareLanguage",
    "CareLevel",
    "Case",
    "Catalog",
    "CertificationCalendar",
    "ClaimLine",
    "Condition",
    "ConditionFamily",
    "CopayOrder",
    "CostComponent",
    "CostShare",
    "Coverage",
    "Dated",
    "DatedEntry",
    "Decision",
    "DecisionFactor",
    "Delivery",
    "DocumentError",
    "Episode",
    "Estimate",
    "Finding",
    "Findings",
    "HealthPlan",
    "InvalidRule",
    "InvalidValue",
    "IopkitError",
    "Ladder",
    "LeadTime",
    "LevelStanding",
    "LinePart",
    "Listing",
    "Modality",
    "Money",
    "NoTruthValue",
    "NotInForce",
    "NotShipped",
    "PayerKind",
    "Period",
    "Person",
    "Phase",
    "Place",
    "Placement",
    "PlanBenefit",
    "PlanYearMismatch",
    "Population",
    "Practice",
    "Price",
    "PriceList",
    "Problem",
    "Program",
    "ProgramFigures",
    "ProgramMatch",
    "ProgramType",
    "Review",
    "RuleSet",
    "RuleSetBoundary",
    "RuleSetComparison",
    "Schedule",
    "Service",
    "Session",
    "Setting",
    "Severity",
    "Share",
    "Source",
    "Span",
    "State",
    "TermMatch",
    "Text",
    "Track",
    "Travel",
    "TreatmentPlan",
    "Truth",
    "Unit",
    "Weekday",
    "WeeklyTime",
    "Work",
    "adjudicate",
    "admit",
    "advantages_of",
    "assess",
    "authorization_runway",
    "certification_calendar",
    "check",
    "compare_levels",
    "compare_programs",
    "compare_rulesets",
    "decide",
    "describe_plan",
    "dump",
    "estimate",
    "figures_of",
    "flips_for",
    "from_text",
    "place",
    "rank_programs",
    "read",
    "reveal",
    "ruleset_boundaries",
    "shipped",
    "to_data",
    "write_ranking",
    "write_text",
]

lazy_surface(
    __name__,
    {
        "iopkit.assessment": "Assessment ProgramMatch assess rank_programs",
        "iopkit.catalog": "Catalog shipped",
        "iopkit.cost": "Adjudication Estimate adjudicate estimate",
        "iopkit.eligibility": """
            ApprovedUnits AuthorizationRunway CertificationCalendar LeadTime admit
            authorization_runway certification_calendar decide flips_for place
        """,
        "iopkit.errors": """
            CannotAdjudicate InvalidRule InvalidValue IopkitError NoTruthValue NotInForce
            NotShipped PlanYearMismatch
        """,
        "iopkit.formats": "dump read to_data",
        "iopkit.law": """
            Amounts Decision Ladder LevelStanding Placement Review RuleSet RuleSetBoundary
            RuleSetComparison compare_rulesets ruleset_boundaries
        """,
        "iopkit.model": """
            Accumulators BilledCare Case ClaimLine CostShare Episode HealthPlan Person Phase
            PlanBenefit Practice Price PriceList Program ProgramFigures Schedule Session Track
            Travel TreatmentPlan WeeklyTime Work figures_of
        """,
        "iopkit.report": "describe_plan write_ranking write_text",
        "iopkit.rules": "Truth",
        "iopkit.standards": "Finding Findings advantages_of check compare_levels compare_programs",
        "iopkit.values": """
            Basis Dated DatedEntry DocumentError Listing Money Period Place Problem Severity
            Share Source Span Text reveal
        """,
        "iopkit.vocabulary": """
            AdmissionTerm Advantage Approach Benefit BillingUnit CareLanguage CareLevel
            Condition ConditionFamily CopayOrder CostComponent Coverage DecisionFactor Delivery
            LinePart Modality PayerKind Population ProgramType Service Setting State TermMatch
            Unit Weekday from_text
        """,
    },
)
