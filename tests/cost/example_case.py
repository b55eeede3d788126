"""One case that tells all, amounts to price it, and ways to change it."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from attrs import evolve

from iopkit.cost import AtEnds, Estimate, estimate
from iopkit.law.amounts import Amounts, AmountSeries, AmountValue, FeeFor
from iopkit.model.accumulators import NOTHING_USED
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization
from iopkit.model.case import Case
from iopkit.model.episode import Episode, Travel
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.model.networks import Crediting, OutOfNetwork
from iopkit.model.person import Person, Work
from iopkit.model.prices import Price, PriceList
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.values.dated import Dated, DatedEntry
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import AmountUnit, Service, Unit
from iopkit.vocabulary.care import CareLevel, Setting
from iopkit.vocabulary.coverage import Benefit, CopayOrder, Coverage, LinePart, PayerKind
from iopkit.vocabulary.weekdays import Weekday


def dollars(amount: str) -> Money:
    return Money.parse(amount)


MONDAY = date(2026, 3, 2)
MORNINGS = Session(
    days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY), start=time(9), end=time(12)
)
ALL = Listing.of(
    LinePart.COPAY_BEFORE,
    LinePart.DEDUCTIBLE,
    LinePart.COPAY,
    LinePart.PATIENT_SHARE,
    complete=True,
)
OUTSIDE = OutOfNetwork(
    coverage=Coverage.COVERED,
    patient_share=Share.percent(40),
    deductible=ZERO,
    deductible_crediting=Crediting.SEPARATE,
    limit_crediting=Crediting.SEPARATE,
    has_out_of_pocket_limit=False,
    counts_toward_limit=Listing(complete=True),
)
AFTER_40 = CostShare(
    deductible_applies=True, copay=dollars("40"), copay_order=CopayOrder.AFTER_DEDUCTIBLE
)
NO_TRAVEL = Travel(miles=Decimal(0), minutes=0, fares=ZERO, parking=ZERO)
SHARE_20 = CostShare(deductible_applies=True, patient_share=Share.percent(20))


UNINSURED = HealthPlan(id="none", payer=PayerKind.SELF_PAY)


def series(
    name: str, unit: AmountUnit, value: AmountValue, fee: FeeFor | None = None
) -> AmountSeries:
    entry = DatedEntry(Period.calendar_year(2026), value, f"source-of-{name}")
    return AmountSeries(
        id=name, title=Text(name, name), unit=unit, values=Dated((entry,), name), fee_for=fee
    )


def hospital_day(least: int, most: int | None) -> FeeFor:
    return FeeFor(
        payer=PayerKind.MEDICARE,
        level=CareLevel.IOP,
        settings=(Setting.HOSPITAL_OUTPATIENT,),
        least_services=least,
        most_services=most,
    )


PUBLISHED = Amounts(
    (
        series("medicare/part-b-deductible", AmountUnit.USD_PER_YEAR, dollars("283")),
        series(
            "medicare/part-a-inpatient-deductible",
            AmountUnit.USD_PER_BENEFIT_PERIOD,
            dollars("1736"),
        ),
        series("medicare/part-b-patient-share", AmountUnit.SHARE, Share.percent(20)),
        series("day-3", AmountUnit.USD_PER_DAY, dollars("319.38"), hospital_day(3, 3)),
        series("day-4", AmountUnit.USD_PER_DAY, dollars("418.45"), hospital_day(4, None)),
        series("irs/medical-mileage", AmountUnit.CENTS_PER_MILE, Decimal("20.5")),
    )
)
PLAN = HealthPlan(
    id="example",
    payer=PayerKind.COMMERCIAL,
    plan_year=Period.calendar_year(2026),
    iop_coverage=Coverage.COVERED,
    iop_benefit=Benefit.IOP,
    benefits=(PlanBenefit(benefit=Benefit.IOP, cost_share=SHARE_20, has_visit_limit=False),),
    deductible=dollars("500"),
    out_of_pocket_limit=dollars("5000"),
    has_out_of_pocket_limit=True,
    counts_toward_limit=ALL,
    missing_authorization=MissingAuthorization(rule=AuthorizationRule.DENIED),
)
CASE = Case(
    person=Person(work=Work(hours=())),
    program=Program(
        id="example",
        setting=Setting.HOSPITAL_OUTPATIENT,
        schedule=Schedule(sessions=(MORNINGS,)),
    ),
    health_plan=PLAN,
    used=NOTHING_USED,
    episode=Episode(
        start=MONDAY, weeks=6, is_in_network=True, is_authorized=True, travel=NO_TRAVEL
    ),
    prices=PriceList(
        allowed=(Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars("300"))),),
        charges=(Price(service=Service.IOP, unit=Unit.DAY, amount=Span.exactly(dollars("400"))),),
    ),
)
MEDICARE = evolve(
    CASE,
    health_plan=HealthPlan(id="part-b", payer=PayerKind.MEDICARE),
    used=evolve(NOTHING_USED, deductible_used=dollars("120")),
    prices=None,
)


def answer(case: Case, amounts: Amounts = PUBLISHED) -> Estimate:
    return estimate(case, amounts, on=MONDAY)


def ends(span: Span[Money] | AtEnds) -> tuple[str, str]:
    return str(span.low), str(span.high)


def codes(found: Estimate) -> tuple[list[str], list[str]]:
    """Return the codes of what is assumed, but for what every such case assumes, and not known."""
    assumed = [note.code for note in found.assumptions if note.code != "other-costs-not-told"]
    return assumed, [note.code for note in found.unknowns]


def planned(**changes: object) -> Case:
    return evolve(CASE, health_plan=evolve(PLAN, **changes))  # type: ignore[arg-type]  # rows name the fields


def having(**changes: object) -> Case:
    episode = CASE.episode or Episode()
    return evolve(CASE, episode=evolve(episode, **changes))  # type: ignore[arg-type]  # rows name the fields


def running(**changes: object) -> Case:
    program = CASE.program or Program(id="none")
    return evolve(CASE, program=evolve(program, **changes))  # type: ignore[arg-type]  # rows name the fields


def priced(unit: Unit, amount: Span[Money]) -> Case:
    allowed = (Price(service=Service.IOP, unit=unit, amount=amount),)
    return evolve(CASE, prices=PriceList(allowed=allowed))


def benefiting(**changes: object) -> Case:
    benefit = evolve(PLAN.benefits[0], **changes)  # type: ignore[arg-type]  # rows name the fields
    return planned(benefits=(benefit,))
