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
    from iopkit.catalog import Catalog, read_rules, shipped
    from iopkit.cost import (
        Adjudication,
        AtEnds,
        CareDay,
        Coordination,
        CostComparison,
        CostTimeline,
        Estimate,
        EstimateRequest,
        ExpectedProvider,
        ExpectedService,
        GoodFaithEstimate,
        PaidBy,
        PaymentPlan,
        PlanPeriod,
        PreparedPlan,
        adjudicate,
        adjudicate_periods,
        care_days,
        compare_costs,
        coordinate,
        cost_timeline,
        dispute_tests,
        estimate,
        first_payer,
        good_faith_estimate,
        next_year,
        payment_plan,
        place_on_scale,
        plan_findings,
        poverty_guideline,
        prepare,
        sliding_fee_assistance,
        what_narrows,
    )
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
    from iopkit.formats import dump, places_in, read, to_data
    from iopkit.interop import health_plans, read_benefits
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
        NOTHING_USED,
        Accumulators,
        Assistance,
        BilledCare,
        Case,
        ClaimLine,
        CoordinationMethod,
        CopayUnit,
        CostShare,
        CountedWhenSecond,
        Episode,
        EqualLines,
        FamilyAmounts,
        FamilyRule,
        FirstVisits,
        HealthPlan,
        Household,
        MedicaidStanding,
        MedicareSupplement,
        MissingAuthorization,
        NextBirthday,
        OutOfNetwork,
        PenaltyUnit,
        Person,
        Phase,
        PlanBenefit,
        PlanMembership,
        Practice,
        Price,
        PriceList,
        Program,
        ProgramFigures,
        Schedule,
        SecondCoverage,
        ServiceLimit,
        Session,
        SlidingScale,
        Track,
        Travel,
        TreatmentPlan,
        WeeklyTime,
        Work,
        figures_of,
    )
    from iopkit.report import describe_plan, sarif_log, write_findings, write_ranking, write_text
    from iopkit.rules import Truth
    from iopkit.standards import (
        Finding,
        Findings,
        advantages_of,
        check,
        compare_levels,
        compare_programs,
        contradictions_of,
        located,
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
        ResidentialIntensity,
        Service,
        Setting,
        State,
        TermMatch,
        Unit,
        Weekday,
        from_text,
    )

__version__ = "0.1.0"

# fmt: off
__all__ = [
    "NOTHING_USED", "Accumulators", "Adjudication", "AdmissionTerm", "Advantage", "Amounts",
    "Approach", "ApprovedUnits", "Assessment", "Assistance", "AtEnds", "AuthorizationRunway",
    "Basis", "Benefit", "BilledCare", "BillingUnit", "CannotAdjudicate", "CareDay",
    "CareLanguage", "CareLevel", "Case", "Catalog", "CertificationCalendar", "ClaimLine",
    "Condition", "ConditionFamily", "Coordination", "CoordinationMethod", "CopayOrder",
    "CopayUnit", "CostComparison", "CostComponent", "CostShare", "CostTimeline",
    "CountedWhenSecond", "Coverage", "Dated", "DatedEntry", "Decision", "DecisionFactor",
    "Delivery", "DocumentError", "Episode", "EqualLines", "Estimate", "EstimateRequest",
    "ExpectedProvider", "ExpectedService", "FamilyAmounts", "FamilyRule", "Finding", "Findings",
    "FirstVisits", "GoodFaithEstimate", "HealthPlan", "Household", "InvalidRule",
    "InvalidValue", "IopkitError", "Ladder", "LeadTime", "LevelStanding", "LinePart", "Listing",
    "MedicaidStanding", "MedicareSupplement", "MissingAuthorization", "Modality", "Money",
    "NextBirthday", "NoTruthValue", "NotInForce", "NotShipped", "OutOfNetwork", "PaidBy",
    "PayerKind", "PaymentPlan", "PenaltyUnit", "Period", "Person", "Phase", "Place",
    "Placement", "PlanBenefit", "PlanMembership", "PlanPeriod", "PlanYearMismatch",
    "Population", "Practice", "PreparedPlan", "Price", "PriceList", "Problem", "Program",
    "ProgramFigures", "ProgramMatch", "ProgramType", "ResidentialIntensity", "Review",
    "RuleSet", "RuleSetBoundary", "RuleSetComparison", "Schedule", "SecondCoverage", "Service",
    "ServiceLimit", "Session", "Setting", "Severity", "Share", "SlidingScale", "Source", "Span",
    "State", "TermMatch", "Text", "Track", "Travel", "TreatmentPlan", "Truth", "Unit",
    "Weekday", "WeeklyTime", "Work", "adjudicate", "adjudicate_periods", "admit",
    "advantages_of", "assess", "authorization_runway", "care_days", "certification_calendar",
    "check", "compare_costs", "compare_levels", "compare_programs", "compare_rulesets",
    "contradictions_of", "coordinate", "cost_timeline", "decide", "describe_plan",
    "dispute_tests", "dump", "estimate", "figures_of", "first_payer", "flips_for", "from_text",
    "good_faith_estimate", "health_plans", "located", "next_year", "payment_plan", "place",
    "place_on_scale", "places_in", "plan_findings", "poverty_guideline", "prepare",
    "rank_programs", "read", "read_benefits", "read_rules", "reveal", "ruleset_boundaries",
    "sarif_log", "shipped", "sliding_fee_assistance", "to_data", "what_narrows",
    "write_findings", "write_ranking", "write_text",
]
# fmt: on

lazy_surface(
    __name__,
    {
        "iopkit.assessment": "Assessment ProgramMatch assess rank_programs",
        "iopkit.catalog": "Catalog read_rules shipped",
        "iopkit.cost": """
            Adjudication AtEnds CareDay Coordination CostComparison CostTimeline Estimate
            EstimateRequest ExpectedProvider ExpectedService GoodFaithEstimate PaidBy PaymentPlan
            PlanPeriod PreparedPlan adjudicate adjudicate_periods care_days compare_costs coordinate
            cost_timeline dispute_tests estimate first_payer good_faith_estimate next_year
            payment_plan place_on_scale plan_findings poverty_guideline prepare
            sliding_fee_assistance what_narrows
        """,
        "iopkit.eligibility": """
            ApprovedUnits AuthorizationRunway CertificationCalendar LeadTime admit
            authorization_runway certification_calendar decide flips_for place
        """,
        "iopkit.errors": """
            CannotAdjudicate InvalidRule InvalidValue IopkitError NoTruthValue NotInForce NotShipped
            PlanYearMismatch
        """,
        "iopkit.formats": "dump places_in read to_data",
        "iopkit.interop": "health_plans read_benefits",
        "iopkit.law": """
            Amounts Decision Ladder LevelStanding Placement Review RuleSet RuleSetBoundary
            RuleSetComparison compare_rulesets ruleset_boundaries
        """,
        "iopkit.model": """
            NOTHING_USED Accumulators Assistance BilledCare Case ClaimLine CoordinationMethod
            CopayUnit CostShare CountedWhenSecond Episode EqualLines FamilyAmounts FamilyRule
            FirstVisits HealthPlan Household MedicaidStanding MedicareSupplement
            MissingAuthorization NextBirthday OutOfNetwork PenaltyUnit Person Phase PlanBenefit
            PlanMembership Practice Price PriceList Program ProgramFigures Schedule SecondCoverage
            ServiceLimit Session SlidingScale Track Travel TreatmentPlan WeeklyTime Work figures_of
        """,
        "iopkit.report": "describe_plan sarif_log write_findings write_ranking write_text",
        "iopkit.rules": "Truth",
        "iopkit.standards": """
            Finding Findings advantages_of check compare_levels compare_programs contradictions_of
            located
        """,
        "iopkit.values": """
            Basis Dated DatedEntry DocumentError Listing Money Period Place Problem Severity Share
            Source Span Text reveal
        """,
        "iopkit.vocabulary": """
            AdmissionTerm Advantage Approach Benefit BillingUnit CareLanguage CareLevel Condition
            ConditionFamily CopayOrder CostComponent Coverage DecisionFactor Delivery LinePart
            Modality PayerKind Population ProgramType ResidentialIntensity Service Setting State
            TermMatch Unit Weekday from_text
        """,
    },
)
