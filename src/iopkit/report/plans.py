"""A health plan in words, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from iopkit.cost.beyond import not_estimated
from iopkit.cost.wording import UNKNOWNS, code_of_missing
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.model.networks import OutOfNetwork
from iopkit.report import plan_phrases as say
from iopkit.values.listings import Listing
from iopkit.values.money import ZERO, Money
from iopkit.values.periods import Period
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import CopayOrder, Coverage, LinePart


def describe_plan(plan: HealthPlan) -> tuple[Text, ...]:
    """Return what `plan` says in plain words, one line for each thing; silence is named too.

    The last lines name what the plan tells and no estimate computes yet.
    """
    lines = (
        _heading(plan),
        *_whose(plan),
        *_of_iop(plan),
        *_of_one_person(plan),
        *_toward_limit(plan),
        *(line for benefit in plan.benefits for line in _of_benefit(benefit)),
        *_of_family(plan.family),
        *_outside(plan.out_of_network),
        *_not_computed(plan),
    )
    return tuple(map(_sentence, lines))


def _heading(plan: HealthPlan) -> Text:
    parts = [part.label for part in (plan.kind, plan.payer) if part is not None]
    if plan.plan_year is not None:
        parts.append(_plan_year(plan.plan_year))
    name = _same(plan.name or plan.id)
    return _joined((name, _joined(parts, ", ")), ": ") if parts else name


def _plan_year(year: Period) -> Text:
    start = _same(year.start.isoformat())
    if year.end is None:
        return _filled(say.SINCE, start=start)
    last = _same((year.end - timedelta(days=1)).isoformat())
    return _filled(say.PLAN_YEAR, start=start, last=last)


def _whose(plan: HealthPlan) -> Iterator[Text]:
    if plan.is_synthetic:
        yield say.SYNTHETIC
    if plan.is_hsa_eligible is not None:
        yield say.HSA if plan.is_hsa_eligible else say.NO_HSA


def _of_iop(plan: HealthPlan) -> Iterator[Text]:
    coverage = plan.iop_coverage.label if plan.iop_coverage else say.NOT_TOLD
    yield _filled(say.IOP_IS, coverage=coverage)
    if plan.iop_coverage is Coverage.NOT_COVERED:
        return
    if plan.iop_benefit is None:
        yield say.BENEFIT_NOT_TOLD
    else:
        yield _filled(say.PAID_AS, benefit=plan.iop_benefit.label)


def _of_one_person(plan: HealthPlan) -> Iterator[Text]:
    """Yield a person's own amounts; one that a family shares whole replaces that of a person."""
    family, shared = plan.family or FamilyAmounts(), FamilyRule.AGGREGATE
    if plan.deductible is not None or family.deductible_rule is not shared:
        yield _amount(say.DEDUCTIBLE, plan.deductible, is_none=plan.deductible == ZERO)
    if plan.out_of_pocket_limit is not None or family.limit_rule is not shared:
        is_none = plan.has_out_of_pocket_limit is False
        yield _amount(say.LIMIT, plan.out_of_pocket_limit, is_none=is_none)


def _amount(template: Text, amount: Money | None, *, is_none: bool) -> Text:
    shown = say.NONE if is_none else say.NOT_TOLD if amount is None else _dollars(amount)
    return _filled(template, amount=shown)


def _toward_limit(plan: HealthPlan) -> Iterator[Text]:
    if plan.has_out_of_pocket_limit is False:
        return
    yield from _listed(plan.counts_toward_limit)
    if plan.limit_ends_deductible is not None:
        yield say.ENDS_DEDUCTIBLE if plan.limit_ends_deductible else say.LEAVES_DEDUCTIBLE


def _listed(counts: Listing[LinePart]) -> Iterator[Text]:
    for template, parts in ((say.COUNTS, counts.present), (say.COUNTS_NOT, counts.lacks)):
        if parts:
            yield _filled(template, parts=_joined([part.label for part in parts], ", "))
    if counts.complete:
        yield say.COUNTS_NO_MORE
    elif not counts.present and not counts.lacks:
        yield say.COUNTS_NOT_TOLD


def _of_benefit(told: PlanBenefit) -> Iterator[Text]:
    name = told.benefit.label
    first = told.first_visits
    if first is not None:
        yield _filled(
            say.FIRST_VISITS,
            benefit=name,
            visits=_same(str(first.visits)),
            share=_share(first.cost_share),
        )
        if first.counted_with.present:
            others = _joined([each.label for each in first.counted_with], ", ")
            yield _filled(say.COUNTED_WITH, benefits=others)
    share = say.NOT_TOLD if told.cost_share is None else _share(told.cost_share)
    yield _filled(say.LATER_VISITS if first else say.EACH_VISIT, benefit=name, share=share)
    if told.visit_limit is not None:
        visits = _same(str(told.visit_limit))
        yield _filled(say.VISIT_LIMIT, benefit=name, visits=visits)
    elif told.has_visit_limit is not None:
        template = say.VISIT_LIMIT_UNSAID if told.has_visit_limit else say.NO_VISIT_LIMIT
        yield _filled(template, benefit=name)


def _share(share: CostShare) -> Text:
    deductible = [say.FIRST_DEDUCTIBLE] if share.deductible_applies else []
    copay = list(_copay(share))
    is_before = share.copay_order is CopayOrder.BEFORE_DEDUCTIBLE
    parts = [*copay, *deductible] if is_before else [*deductible, *copay]
    if share.patient_share is not None and share.patient_share.basis_points:
        percent = _same(str(share.patient_share))
        parts.append(_filled(say.SHARE_OF_REST if parts else say.SHARE, share=percent))
    elif not copay:
        parts.append(say.NOTHING)
    return _joined(parts, say.THEN)


def _copay(share: CostShare) -> Iterator[Text]:
    if share.copay is None or share.copay == ZERO:
        return
    unit = say.PER_VISIT if share.copay_unit is None else share.copay_unit.label
    parts = [_filled(say.COPAY, amount=_dollars(share.copay), unit=unit)]
    if share.copay_days_per_stay is not None:
        parts.append(_filled(say.COPAY_DAYS, days=_same(str(share.copay_days_per_stay))))
    if share.copay_cap_per_stay is not None:
        parts.append(_filled(say.COPAY_CAP, amount=_dollars(share.copay_cap_per_stay)))
    yield _joined(parts, ", ")


def _of_family(family: FamilyAmounts | None) -> Iterator[Text]:
    if family is None:
        return
    for template, amount, rule in (
        (say.FAMILY_DEDUCTIBLE, family.deductible, family.deductible_rule),
        (say.FAMILY_LIMIT, family.out_of_pocket_limit, family.limit_rule),
    ):
        shown = say.NOT_TOLD if amount is None else _dollars(amount)
        line = _filled(template, amount=shown)
        yield line if rule is None else _joined((line, rule.label), "; ")
    if family.person_limit is not None:
        yield _filled(say.PERSON_LIMIT, amount=_dollars(family.person_limit))


def _outside(outside: OutOfNetwork | None) -> Iterator[Text]:
    if outside is None:
        yield say.OUTSIDE_NOT_TOLD
        return
    coverage = outside.coverage.label if outside.coverage else say.NOT_TOLD
    yield _filled(say.OUTSIDE, coverage=coverage)
    if outside.coverage is Coverage.NOT_COVERED:
        return
    if outside.deductible is not None:
        yield _filled(say.OUTSIDE_DEDUCTIBLE, amount=_dollars(outside.deductible))
    if outside.patient_share is not None:
        yield _filled(say.OUTSIDE_SHARE, share=_same(str(outside.patient_share)))
    if outside.out_of_pocket_limit is not None or outside.has_out_of_pocket_limit is False:
        yield _amount(
            say.OUTSIDE_LIMIT,
            outside.out_of_pocket_limit,
            is_none=outside.has_out_of_pocket_limit is False,
        )


def _not_computed(plan: HealthPlan) -> Iterator[Text]:
    names = not_estimated(plan, [told.benefit for told in plan.benefits])
    for code in dict.fromkeys(map(code_of_missing, names)):
        yield UNKNOWNS[code]


def _same(words: str) -> Text:
    return Text(words, words)


def _dollars(amount: Money) -> Text:
    return _same(f"${amount}")


def _filled(template: Text, **parts: Text) -> Text:
    en, es = (
        template(lang).format(**{name: part(lang) for name, part in parts.items()})
        for lang in ("en", "es")
    )
    return Text(en, es)


def _joined(texts: Iterable[Text], between: str | Text) -> Text:
    every, gap = list(texts), _same(between) if isinstance(between, str) else between
    en, es = (gap(lang).join(each(lang) for each in every) for lang in ("en", "es"))
    return Text(en, es)


def _sentence(text: Text) -> Text:
    en, es = (
        f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"
        for words in (text.en, text.es)
    )
    return Text(en, es)
