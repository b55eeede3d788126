"""Floor 5: what care costs, and whom.

`adjudicate` settles claim lines under one plan, to the cent and part by part; it wants every
fact that matters and names those that are missing.  `estimate` answers for a whole course of
care and wants nothing: what is not known makes the answer a range, and the range says why.
Nothing here holds a shipped amount: each arrives as an argument.

Where to look, from a line to the whole answer:

- a line: `kernel`, and for all that is no plain line `handling`, `owing`, `pools`, `walk`,
  `walk_state`, `copay_use`, `penalties`; what a plan says and leaves unsaid: `sides`, `readings`,
  `service_use`, `needs`, `line_needs`, `making`, `book`, `prepared`
- lines: `route`, `settling`, `groups`, `exactness`, `beyond`; after them `ending`, `pool_ends`,
  `adjudications`; year after year `plan_periods`, `carry_over`, `year_numbers`
- two payers: `payer_order`, `coordination`, `coordinated_lines`, `secondary_payment`; public ones:
  `medicare`, `supplements`, `medicaid`, `tricare`, `poverty`
- the days of a course: `calendar_weeks`, `closures`, `absences`, `stages`, `beginnings`,
  `attendance`, `birthdays`, `ages`, `untold_years`, `day_kinds`, `same_costs`, `course`,
  `course_days`
- their prices: `rates`, `pricing`, `alternatives`, `fee_schedules`, `case_prices`
- what they cost in each possible way: `scenarios`, `plan_years`, `levels`, `outcomes`,
  `insured_days`, `paid_days`, `ranges`, `rising`, `ledgers`; by rules of a plan's own `featured`,
  `asked`, `answered_years`, `open_amounts`, `day_claims`, `person_limits`; not paid `refusals`,
  `denials`, `limited_days`, `balance_bills`; all of it `fees`, `fee_items`
- who takes from it: `second_payer`, `second_lines`, `coordinated`, `line_ends`, `purses`,
  `settled_days`, `supplemented`, `ceilings`, `households`, `medicaid_answers`, `medicaid_lines`,
  `medicaid_caps`, `assistance`, `assistance_forms`, `assisted`, `laid_scales`, `payers`, `paying`
- beside it: `journeys`, `lost_income`, `childcare`, `other_services`
- the estimate: `items`, `ways`, `itemizing`, `estimates`, `completing`, `narrowing`, `likely`,
  `comparing`, `timelines`, `installments`, `good_faith`, `good_faith_days`
- findings: `plan_checks`, `plan_input`, `plan_limits`, `plan_messages`, `plan_parity`,
  `plan_sizes`, `plan_unused`, `plan_wording`, `scale_checks`, `as_told`
- words: `notes`, `labels`, `assumptions`, `wording`, `care_words`, `course_wording`,
  `payer_wording`, `good_faith_wording`
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.cost.adjudications import AdjudicatedLine, Adjudication, Route, Run
    from iopkit.cost.assistance import (
        AssistanceKind,
        AssistanceLine,
        ScalePlace,
        charge_limit,
        charity_assistance,
        generally_billed,
        look_back_share,
        place_on_scale,
        sliding_fee_assistance,
    )
    from iopkit.cost.comparing import ComparedCost, CostComparison, CostDifference, compare_costs
    from iopkit.cost.completing import with_values
    from iopkit.cost.coordination import CoordinatedLine, CoordinatedWay, Coordination, coordinate
    from iopkit.cost.course_days import CareDay, CareDays, care_days
    from iopkit.cost.estimates import AtEnds, Bounds, Completion, Estimate, EstimateLine, estimate
    from iopkit.cost.good_faith import (
        ExpectedProvider,
        ExpectedService,
        GoodFaithEstimate,
        ProviderDispute,
        dispute_tests,
        good_faith_estimate,
        on_each_day,
    )
    from iopkit.cost.good_faith_days import (
        EstimateDeadline,
        EstimateRequest,
        estimate_deadline,
        revision_deadline,
    )
    from iopkit.cost.installments import Installment, PaymentPlan, payment_plan
    from iopkit.cost.kernel import Counts
    from iopkit.cost.medicaid import medicaid_copay_cap, medicaid_family_cap
    from iopkit.cost.medicare import MedicareLine, hospital_outpatient_line, opioid_treatment_week
    from iopkit.cost.narrowing import Narrowing, what_narrows
    from iopkit.cost.notes import Note
    from iopkit.cost.payer_order import (
        OrderRule,
        PayerOrder,
        first_payer,
    )
    from iopkit.cost.payers import PaidBy
    from iopkit.cost.plan_checks import plan_findings
    from iopkit.cost.plan_periods import (
        EpisodeAdjudication,
        PlanPeriod,
        adjudicate_periods,
        next_year,
    )
    from iopkit.cost.plan_sizes import price_findings
    from iopkit.cost.plan_wording import PLAN_CODES
    from iopkit.cost.poverty import PovertyTable, percent_of_poverty, poverty_guideline
    from iopkit.cost.prepared import PreparedPlan, prepare
    from iopkit.cost.route import adjudicate
    from iopkit.cost.scale_checks import scale_problems, sliding_scale_findings
    from iopkit.cost.supplements import SupplementedLine, supplemented_line
    from iopkit.cost.timelines import CostTimeline, Interval, Timeline, TimelineRow, cost_timeline
    from iopkit.cost.tricare import TricareDayRates, tricare_day_rates

__all__ = [
    "PLAN_CODES",
    "AdjudicatedLine",
    "Adjudication",
    "AssistanceKind",
    "AssistanceLine",
    "AtEnds",
    "Bounds",
    "CareDay",
    "CareDays",
    "ComparedCost",
    "Completion",
    "CoordinatedLine",
    "CoordinatedWay",
    "Coordination",
    "CostComparison",
    "CostDifference",
    "CostTimeline",
    "Counts",
    "EpisodeAdjudication",
    "Estimate",
    "EstimateDeadline",
    "EstimateLine",
    "EstimateRequest",
    "ExpectedProvider",
    "ExpectedService",
    "GoodFaithEstimate",
    "Installment",
    "Interval",
    "MedicareLine",
    "Narrowing",
    "Note",
    "OrderRule",
    "PaidBy",
    "PayerOrder",
    "PaymentPlan",
    "PlanPeriod",
    "PovertyTable",
    "PreparedPlan",
    "ProviderDispute",
    "Route",
    "Run",
    "ScalePlace",
    "SupplementedLine",
    "Timeline",
    "TimelineRow",
    "TricareDayRates",
    "adjudicate",
    "adjudicate_periods",
    "care_days",
    "charge_limit",
    "charity_assistance",
    "compare_costs",
    "coordinate",
    "cost_timeline",
    "dispute_tests",
    "estimate",
    "estimate_deadline",
    "first_payer",
    "generally_billed",
    "good_faith_estimate",
    "hospital_outpatient_line",
    "look_back_share",
    "medicaid_copay_cap",
    "medicaid_family_cap",
    "next_year",
    "on_each_day",
    "opioid_treatment_week",
    "payment_plan",
    "percent_of_poverty",
    "place_on_scale",
    "plan_findings",
    "poverty_guideline",
    "prepare",
    "price_findings",
    "revision_deadline",
    "scale_problems",
    "sliding_fee_assistance",
    "sliding_scale_findings",
    "supplemented_line",
    "tricare_day_rates",
    "what_narrows",
    "with_values",
]

lazy_surface(
    __name__,
    {
        "iopkit.cost.adjudications": ("AdjudicatedLine", "Adjudication", "Route", "Run"),
        "iopkit.cost.assistance": (
            "AssistanceKind",
            "AssistanceLine",
            "ScalePlace",
            "charge_limit",
            "charity_assistance",
            "generally_billed",
            "look_back_share",
            "place_on_scale",
            "sliding_fee_assistance",
        ),
        "iopkit.cost.comparing": (
            "ComparedCost",
            "CostComparison",
            "CostDifference",
            "compare_costs",
        ),
        "iopkit.cost.completing": ("with_values",),
        "iopkit.cost.coordination": (
            "CoordinatedLine",
            "CoordinatedWay",
            "Coordination",
            "coordinate",
        ),
        "iopkit.cost.course_days": ("CareDay", "CareDays", "care_days"),
        "iopkit.cost.estimates": (
            "AtEnds",
            "Bounds",
            "Completion",
            "Estimate",
            "EstimateLine",
            "estimate",
        ),
        "iopkit.cost.good_faith": (
            "ExpectedProvider",
            "ExpectedService",
            "GoodFaithEstimate",
            "ProviderDispute",
            "dispute_tests",
            "good_faith_estimate",
            "on_each_day",
        ),
        "iopkit.cost.good_faith_days": (
            "EstimateDeadline",
            "EstimateRequest",
            "estimate_deadline",
            "revision_deadline",
        ),
        "iopkit.cost.installments": ("Installment", "PaymentPlan", "payment_plan"),
        "iopkit.cost.kernel": ("Counts",),
        "iopkit.cost.medicaid": ("medicaid_copay_cap", "medicaid_family_cap"),
        "iopkit.cost.medicare": (
            "MedicareLine",
            "hospital_outpatient_line",
            "opioid_treatment_week",
        ),
        "iopkit.cost.narrowing": ("Narrowing", "what_narrows"),
        "iopkit.cost.notes": ("Note",),
        "iopkit.cost.payers": ("PaidBy",),
        "iopkit.cost.payer_order": (
            "OrderRule",
            "PayerOrder",
            "first_payer",
        ),
        "iopkit.cost.plan_checks": ("plan_findings",),
        "iopkit.cost.plan_periods": (
            "EpisodeAdjudication",
            "PlanPeriod",
            "adjudicate_periods",
            "next_year",
        ),
        "iopkit.cost.plan_sizes": ("price_findings",),
        "iopkit.cost.plan_wording": ("PLAN_CODES",),
        "iopkit.cost.poverty": ("PovertyTable", "percent_of_poverty", "poverty_guideline"),
        "iopkit.cost.prepared": ("PreparedPlan", "prepare"),
        "iopkit.cost.route": ("adjudicate",),
        "iopkit.cost.scale_checks": ("scale_problems", "sliding_scale_findings"),
        "iopkit.cost.supplements": ("SupplementedLine", "supplemented_line"),
        "iopkit.cost.timelines": (
            "CostTimeline",
            "Interval",
            "Timeline",
            "TimelineRow",
            "cost_timeline",
        ),
        "iopkit.cost.tricare": ("TricareDayRates", "tricare_day_rates"),
    },
)
