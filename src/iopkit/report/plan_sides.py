"""The family, the outside of the network, drugs and authorization of a plan in words."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.model.authorization import AuthorizationRule, MissingAuthorization
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.networks import DrugAmounts, OutOfNetwork
from iopkit.report import plan_phrases as say
from iopkit.report.plan_benefits import of_benefit
from iopkit.report.plan_text import amount_line, dollars, filled, joined, lowered, same
from iopkit.values.shares import WHOLE, Share
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import Coverage


def of_family(family: FamilyAmounts | None) -> Iterator[Text]:
    """Yield what a family shares, one line for each thing."""
    if family is None:
        return
    for template, amount, rule, members in (
        (
            say.FAMILY_DEDUCTIBLE,
            family.deductible,
            family.deductible_rule,
            family.deductible_members,
        ),
        (say.FAMILY_LIMIT, family.out_of_pocket_limit, family.limit_rule, family.limit_members),
    ):
        line = [amount_line(template, amount, is_none=False)]
        if rule is FamilyRule.MEMBERS_EACH:
            line = [filled(template, amount=rule.label)]
        elif rule is not None:
            line.append(rule.label)
        if members is not None:
            line.append(filled(say.MEMBERS, members=same(str(members))))
        yield joined(line, "; ")
    if family.person_limit is not None:
        yield filled(say.PERSON_LIMIT, amount=dollars(family.person_limit))


def of_outside(outside: OutOfNetwork | None) -> Iterator[Text]:
    """Yield what a plan says of care outside its network, one line for each thing."""
    if outside is None:
        yield say.OUTSIDE_NOT_TOLD
        return
    coverage = outside.coverage.label if outside.coverage else say.NOT_TOLD
    yield filled(say.OUTSIDE, coverage=coverage)
    if outside.coverage is Coverage.NOT_COVERED:
        return
    if outside.deductible is not None:
        yield filled(say.OUTSIDE_DEDUCTIBLE, amount=dollars(outside.deductible))
    if _is_whole(outside.patient_share):
        yield say.OUTSIDE_NOTHING_ELSE if outside.benefits else say.OUTSIDE_NOTHING
    elif outside.patient_share is not None:
        yield filled(say.OUTSIDE_SHARE, share=same(str(outside.patient_share)))
    if outside.out_of_pocket_limit is not None or outside.has_out_of_pocket_limit is False:
        yield amount_line(
            say.OUTSIDE_LIMIT,
            outside.out_of_pocket_limit,
            is_none=outside.has_out_of_pocket_limit is False,
        )
    yield from _crediting(outside)
    for line in _lines_outside(outside):
        yield filled(say.OUTSIDE_BENEFIT, line=lowered(line))


def _is_whole(share: Share | None) -> bool:
    """Return whether a patient's share outside the network says that nothing is paid there."""
    return share == WHOLE


def _crediting(outside: OutOfNetwork) -> Iterator[Text]:
    for template, rule in (
        (say.OUTSIDE_DEDUCTIBLE_STANDS, outside.deductible_crediting),
        (say.OUTSIDE_LIMIT_STANDS, outside.limit_crediting),
    ):
        if rule is not None:
            yield filled(template, rule=rule.label)


def _lines_outside(outside: OutOfNetwork) -> Iterator[Text]:
    for benefit in outside.benefits:
        if benefit.cost_share is not None and _is_whole(benefit.cost_share.patient_share):
            none = Coverage.NOT_COVERED.label
            yield filled(say.EACH_VISIT, benefit=benefit.benefit.label, share=none)
        else:
            yield from of_benefit(benefit)
    for template, parts in (
        (say.COUNTS, outside.counts_toward_limit.present),
        (say.COUNTS_NOT, outside.counts_toward_limit.lacks),
    ):
        if parts:
            yield filled(template, parts=joined([part.label for part in parts], ", "))
    yield from of_family(outside.family)
    yield from of_drugs(outside.drug)


def of_drugs(drug: DrugAmounts | None) -> Iterator[Text]:
    """Yield how the amounts for drugs stand to the medical ones."""
    if drug is None:
        return
    for template, amount, is_together, is_none in (
        (say.DRUG_DEDUCTIBLE, drug.deductible, drug.is_deductible_integrated, False),
        (
            say.DRUG_LIMIT,
            drug.out_of_pocket_limit,
            drug.is_limit_integrated,
            drug.has_out_of_pocket_limit is False,
        ),
    ):
        if is_together:
            yield filled(template, amount=say.TOGETHER)
        else:
            yield amount_line(template, amount, is_none=is_none)
    yield from of_family(drug.family)


def of_authorization(told: MissingAuthorization | None) -> Iterator[Text]:
    """Yield what happens without an authorization that the plan asks for."""
    if told is None:
        return
    yield filled(say.WITHOUT_AUTHORIZATION, rule=told.rule.label)
    if told.rule is AuthorizationRule.DENIED:
        return
    parts = []
    if told.share is not None:
        share = same(str(told.share))
        parts.append(filled(say.PENALTY_SHARE, share=share, base=told.share_of.label))
    if told.amount is not None:
        parts.append(dollars(told.amount))
    whole = joined(parts or (say.NOT_TOLD,), say.PLUS)
    if told.most is not None:
        whole = joined((whole, filled(say.PENALTY_MOST, amount=dollars(told.most))), ", ")
    if told.unit is not None:
        whole = filled(say.PENALTY_SHARED, parts=whole, unit=told.unit.label)
    yield filled(say.PENALTY, parts=whole)
