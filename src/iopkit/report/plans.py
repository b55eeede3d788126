"""A health plan in words, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.health_plan import HealthPlan
from iopkit.report import plan_phrases as say
from iopkit.report.plan_benefits import of_benefit
from iopkit.report.plan_sides import of_authorization, of_drugs, of_family, of_outside
from iopkit.report.plan_text import amount_line, filled, joined, same, sentence
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO
from iopkit.values.periods import Period
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import Coverage, LinePart


def describe_plan(plan: HealthPlan) -> tuple[Text, ...]:
    """Return what `plan` says in plain words, one line for each thing; silence is named too."""
    lines = (
        _heading(plan),
        *_whose(plan),
        *_of_iop(plan),
        *_of_one_person(plan),
        *_toward_limit(plan),
        *_carried_over(plan.deductible_carries_over_from),
        *(line for benefit in plan.benefits for line in of_benefit(benefit)),
        *of_family(plan.family),
        *of_outside(plan.out_of_network),
        *of_drugs(plan.drug),
        *of_authorization(plan.missing_authorization),
        *_coordinated(plan),
    )
    return tuple(map(sentence, lines))


def _heading(plan: HealthPlan) -> Text:
    parts = [part.label for part in (plan.kind, plan.payer) if part is not None]
    if plan.plan_year is not None:
        parts.append(_plan_year(plan.plan_year))
    name = same(plan.name or plan.id)
    return joined((name, joined(parts, ", ")), ": ") if parts else name


def _plan_year(year: Period) -> Text:
    start = same(year.start.isoformat())
    if year.end is None:
        return filled(say.SINCE, start=start)
    last = same((year.end - timedelta(days=1)).isoformat())
    return filled(say.PLAN_YEAR, start=start, last=last)


def _whose(plan: HealthPlan) -> Iterator[Text]:
    if plan.is_synthetic:
        yield say.SYNTHETIC
    if plan.is_hsa_eligible is not None:
        yield say.HSA if plan.is_hsa_eligible else say.NO_HSA


def _of_iop(plan: HealthPlan) -> Iterator[Text]:
    coverage = plan.iop_coverage.label if plan.iop_coverage else say.NOT_TOLD
    yield filled(say.IOP_IS, coverage=coverage)
    if plan.iop_coverage is Coverage.NOT_COVERED:
        return
    if plan.iop_benefit is None:
        yield say.BENEFIT_NOT_TOLD
    else:
        yield filled(say.PAID_AS, benefit=plan.iop_benefit.label)


def _of_one_person(plan: HealthPlan) -> Iterator[Text]:
    """Yield a person's own amounts; one that a family shares whole replaces that of a person."""
    family, shared = plan.family or FamilyAmounts(), FamilyRule.AGGREGATE
    if plan.deductible is not None or family.deductible_rule is not shared:
        yield amount_line(say.DEDUCTIBLE, plan.deductible, is_none=plan.deductible == ZERO)
    if plan.out_of_pocket_limit is not None or family.limit_rule is not shared:
        is_none = plan.has_out_of_pocket_limit is False
        yield amount_line(say.LIMIT, plan.out_of_pocket_limit, is_none=is_none)


def _toward_limit(plan: HealthPlan) -> Iterator[Text]:
    if plan.has_out_of_pocket_limit is False:
        return
    yield from _listed(plan.counts_toward_limit)
    if plan.limit_ends_deductible is not None:
        yield say.ENDS_DEDUCTIBLE if plan.limit_ends_deductible else say.LEAVES_DEDUCTIBLE


def _carried_over(month: int | None) -> Iterator[Text]:
    if month is not None:
        yield filled(say.CARRIES_OVER, month=same(str(month)))


def _coordinated(plan: HealthPlan) -> Iterator[Text]:
    if plan.coordination is not None:
        yield filled(say.COORDINATES, method=plan.coordination.label)
    for template, counted in (
        (say.SECOND_DEDUCTIBLE, plan.deductible_when_second),
        (say.SECOND_LIMIT, plan.limit_when_second),
    ):
        if counted is not None:
            yield filled(template, counted=counted.label)


def _listed(counts: Listing[LinePart]) -> Iterator[Text]:
    for template, parts in ((say.COUNTS, counts.present), (say.COUNTS_NOT, counts.lacks)):
        if parts:
            yield filled(template, parts=joined([part.label for part in parts], ", "))
    if counts.complete:
        yield say.COUNTS_NO_MORE
    elif not counts.present and not counts.lacks:
        yield say.COUNTS_NOT_TOLD
