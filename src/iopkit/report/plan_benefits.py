"""One benefit of a plan in words."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.cost.owing import asks_copay
from iopkit.model.benefits import AccumulatorPot, LimitUnit, PlanBenefit
from iopkit.model.cost_shares import CostShare
from iopkit.report import plan_phrases as say
from iopkit.report.plan_text import dollars, filled, joined, same
from iopkit.values.money import ZERO
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import CopayOrder


def of_benefit(told: PlanBenefit) -> Iterator[Text]:
    """Yield what a plan says of one benefit, one line for each thing."""
    name = told.benefit.label
    first = told.first_visits
    if first is not None:
        yield filled(
            say.FIRST_VISITS,
            benefit=name,
            visits=same(str(first.visits)),
            share=_share(first.cost_share),
        )
        if first.counted_with.present:
            others = joined([each.label for each in first.counted_with], ", ")
            yield filled(say.COUNTED_WITH, benefits=others)
    share = say.NOT_TOLD if told.cost_share is None else _share(told.cost_share)
    yield filled(say.LATER_VISITS if first else say.EACH_VISIT, benefit=name, share=share)
    if told.visit_limit is not None:
        visits = same(str(told.visit_limit))
        yield filled(say.VISIT_LIMIT, benefit=name, visits=visits)
    elif told.has_visit_limit is not None:
        template = say.VISIT_LIMIT_UNSAID if told.has_visit_limit else say.NO_VISIT_LIMIT
        yield filled(template, benefit=name)
    yield from _limits(told)
    yield from _apart(told)


def _limits(told: PlanBenefit) -> Iterator[Text]:
    for limit in told.limits:
        is_dollars = limit.unit is LimitUnit.DOLLARS
        yield filled(
            say.LIMIT_OF_DOLLARS if is_dollars else say.LIMIT_OF_SERVICE,
            benefit=told.benefit.label,
            quantity=same(f"{limit.quantity:,}"),
            unit=limit.unit.label,
            period=limit.period.label,
        )


def _apart(told: PlanBenefit) -> Iterator[Text]:
    """Yield what is told of one benefit alone."""
    name, own = told.benefit.label, told.service_deductible
    if own is not None:
        line = filled(say.OWN_DEDUCTIBLE, benefit=name, amount=dollars(own.amount))
        yield line if own.rule is None else joined((line, own.rule.label), "; ")
    if told.pot is not AccumulatorPot.MEDICAL:
        yield filled(say.OWN_POT, benefit=name, pot=told.pot.label)
    if told.counts_toward_limit is False:
        yield filled(say.NOT_TOWARD_LIMIT, benefit=name)
    if told.needs_authorization is not None:
        template = say.NEEDS_AUTHORIZATION if told.needs_authorization else say.NO_AUTHORIZATION
        yield filled(template, benefit=name)


def _share(share: CostShare) -> Text:
    deductible = [say.FIRST_DEDUCTIBLE] if share.deductible_applies else []
    copay = list(_copay(share))
    is_before = share.copay_order is CopayOrder.BEFORE_DEDUCTIBLE
    parts = [*copay, *deductible] if is_before else [*deductible, *copay]
    if share.patient_share is not None and share.patient_share.basis_points:
        percent = same(str(share.patient_share))
        parts.append(filled(say.SHARE_OF_REST if parts else say.SHARE, share=percent))
    elif not copay:
        parts.append(say.NOTHING)
    return joined(parts, say.THEN)


def _copay(share: CostShare) -> Iterator[Text]:
    if not asks_copay(share):
        return
    unit = say.PER_VISIT if share.copay_unit is None else share.copay_unit.label
    parts = [filled(say.COPAY, amount=dollars(share.copay or ZERO), unit=unit)]
    if share.copay_days_per_stay is not None:
        parts.append(filled(say.COPAY_DAYS, days=same(str(share.copay_days_per_stay))))
    if share.copay_cap_per_stay is not None:
        parts.append(filled(say.COPAY_CAP, amount=dollars(share.copay_cap_per_stay)))
    if share.group_copay is not None:
        parts.append(filled(say.GROUP_COPAY, amount=dollars(share.group_copay)))
    if share.copay_waived_on:
        events = joined([event.label for event in share.copay_waived_on], ", ")
        parts.append(filled(say.COPAY_WAIVED, events=events))
    yield joined(parts, ", ")
