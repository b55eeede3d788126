"""What a plan tells and nothing uses, because of another thing that it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iopkit.cost.owing import LIMITED_PARTS
from iopkit.cost.plan_wording import dollars, problem_of
from iopkit.cost.sides import shares_of
from iopkit.model.authorization import AuthorizationRule
from iopkit.model.benefits import PlanBenefit
from iopkit.model.family import FamilyAmounts, FamilyRule
from iopkit.model.health_plan import HealthPlan
from iopkit.model.networks import Crediting, DrugAmounts, OutOfNetwork
from iopkit.values.money import Money
from iopkit.values.problems import Problem
from iopkit.values.shares import WHOLE
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import Benefit, Coverage

_OUTSIDE = "out_of_network."
_DEDUCTIBLE, _LIMIT = "deductible", "out_of_pocket_limit"
_NEVER_COUNTS = Text(
    "such a part never counts toward a limit", "esa parte nunca cuenta para un límite"
)
_COST_SHARE = Text("a cost share", "un costo compartido")
_FIRST_VISITS = Text("first visits", "primeras visitas")

_Side = HealthPlan | OutOfNetwork | DrugAmounts


def unused_problems(plan: HealthPlan) -> Iterator[Problem]:
    """Yield each thing told that another one leaves without effect.

    An amount that is told twice, and the same, is none.
    """
    outside = plan.out_of_network
    yield from _not_covered(plan)
    yield from _combined(plan)
    yield from _integrated(plan, plan.drug, "")
    yield from _of_family(plan.family, "")
    yield from _of_benefits(plan.benefits, "")
    yield from _of_parts(plan, "")
    if outside is not None:
        yield from _not_covered_outside(outside)
        yield from _integrated(outside, outside.drug, _OUTSIDE)
        yield from _of_family(outside.family, _OUTSIDE)
        yield from _of_benefits(outside.benefits, _OUTSIDE)
        yield from _refused(outside)
        yield from _of_parts(outside, _OUTSIDE)
    yield from _of_denial(plan)


def _not_covered(plan: HealthPlan) -> Iterator[Problem]:
    """Yield how care is paid of which the plan pays nothing."""
    if plan.iop_coverage is not Coverage.NOT_COVERED:
        return
    why = _says("iop_coverage", Coverage.NOT_COVERED.value)
    for at, told in enumerate(plan.benefits):
        if told.benefit is Benefit.IOP and told.cost_share is not None:
            yield _unused(f"benefits[{at}].cost_share", _COST_SHARE, why)


def _not_covered_outside(outside: OutOfNetwork) -> Iterator[Problem]:
    """Yield what the patient would pay outside the network, where the plan pays nothing there."""
    if outside.coverage is not Coverage.NOT_COVERED:
        return
    why = _says(f"{_OUTSIDE}coverage", Coverage.NOT_COVERED.value)
    if outside.patient_share not in (None, WHOLE):
        yield _unused(f"{_OUTSIDE}patient_share", str(outside.patient_share), why)
    for at, told in enumerate(outside.benefits):
        if told.cost_share is not None and told.cost_share.patient_share != WHOLE:
            yield _unused(f"{_OUTSIDE}benefits[{at}].cost_share", _COST_SHARE, why)


def _combined(plan: HealthPlan) -> Iterator[Problem]:
    """Yield amounts outside the network where one amount holds for both sides."""
    outside = plan.out_of_network
    if outside is None:
        return
    for word, name, crediting in (
        (_DEDUCTIBLE, "deductible_crediting", outside.deductible_crediting),
        (_LIMIT, "limit_crediting", outside.limit_crediting),
    ):
        if crediting is Crediting.COMBINED:
            why = _says(f"{_OUTSIDE}{name}", crediting.value)
            yield from _other(word, (outside, _OUTSIDE), plan, why)
            if outside.drug is not None:
                yield from _other(word, (outside.drug, f"{_OUTSIDE}drug."), plan.drug, why)


def _integrated(medical: _Side, drug: DrugAmounts | None, side: str) -> Iterator[Problem]:
    """Yield amounts for drugs where these draw on the medical ones."""
    if drug is None:
        return
    for word, name, is_integrated in (
        (_DEDUCTIBLE, "is_deductible_integrated", drug.is_deductible_integrated),
        (_LIMIT, "is_limit_integrated", drug.is_limit_integrated),
    ):
        if is_integrated:
            why = _says(f"{side}drug.{name}", "yes")
            yield from _other(word, (drug, f"{side}drug."), medical, why)


def _other(word: str, told: tuple[_Side, str], used: _Side | None, why: Text) -> Iterator[Problem]:
    """Yield the amounts of one kind that are told and differ from those that are used."""
    side, path = told
    same = dict(_amounts(word, used))
    for name, amount in _amounts(word, side):
        if amount is not None and amount != same.get(name):
            yield _unused(f"{path}{name}", dollars(amount), why)


def _amounts(word: str, side: _Side | None) -> Iterator[tuple[str, Money | None]]:
    """Yield the amount of one kind for a person, and that for a family."""
    for path, told in (("", side), ("family.", side.family if side else None)):
        if told is not None:
            amount = told.deductible if word == _DEDUCTIBLE else told.out_of_pocket_limit
            yield f"{path}{word}", amount


def _of_family(family: FamilyAmounts | None, side: str) -> Iterator[Problem]:
    """Yield an amount for a family, or a number of members, that its rule does not ask."""
    if family is None:
        return
    for word, kind, rule, amount, members in (
        (
            _DEDUCTIBLE,
            "deductible",
            family.deductible_rule,
            family.deductible,
            family.deductible_members,
        ),
        (_LIMIT, "limit", family.limit_rule, family.out_of_pocket_limit, family.limit_members),
    ):
        if rule is None:
            continue
        why = _says(f"{side}family.{kind}_rule", rule.value)
        if rule is FamilyRule.MEMBERS_EACH and amount is not None:
            yield _unused(f"{side}family.{word}", dollars(amount), why)
        if rule is not FamilyRule.MEMBERS_EACH and members is not None:
            yield _unused(f"{side}family.{kind}_members", str(members), why)


def _of_benefits(benefits: Iterable[PlanBenefit], side: str) -> Iterator[Problem]:
    """Yield a deductible of a service alone of which no cost share asks any deductible."""
    for at, told in enumerate(benefits):
        own, shares = told.service_deductible, shares_of(told)
        if own is None or told.cost_share is None:
            continue
        if not any(share.deductible_applies for share in shares):
            path = f"{side}benefits[{at}]"
            why = _says(f"{path}.cost_share.deductible_applies", "no")
            yield _unused(f"{path}.service_deductible.amount", dollars(own.amount), why)


def _refused(outside: OutOfNetwork) -> Iterator[Problem]:
    """Yield first visits of a benefit of which nothing is paid outside the network."""
    for at, told in enumerate(outside.benefits):
        share = told.cost_share.patient_share if told.cost_share else None
        if told.first_visits is not None and share == WHOLE:
            path = f"{_OUTSIDE}benefits[{at}]"
            why = _says(f"{path}.cost_share.patient_share", str(WHOLE))
            yield _unused(f"{path}.first_visits", _FIRST_VISITS, why)


def _of_parts(told: HealthPlan | OutOfNetwork, side: str) -> Iterator[Problem]:
    """Yield parts that are said to count toward a limit and by no plan do."""
    for part in told.counts_toward_limit.present:
        if part not in LIMITED_PARTS:
            yield _unused(f"{side}counts_toward_limit", f"`{part.value}`", _NEVER_COUNTS)


def _of_denial(plan: HealthPlan) -> Iterator[Problem]:
    """Yield what a penalty would be where nothing is paid instead."""
    told = plan.missing_authorization
    if told is None or told.rule is not AuthorizationRule.DENIED:
        return
    why = _says("missing_authorization.rule", told.rule.value)
    for name, shown in (
        ("share", None if told.share is None else str(told.share)),
        ("amount", None if told.amount is None else dollars(told.amount)),
        ("most", None if told.most is None else dollars(told.most)),
        ("unit", None if told.unit is None else f"`{told.unit.value}`"),
    ):
        if shown is not None:
            yield _unused(f"missing_authorization.{name}", shown, why)


def _says(path: str, value: str) -> Text:
    return Text(f"`{path}` says `{value}`", f"`{path}` dice `{value}`")


def _unused(path: str, told: str | Text, why: Text) -> Problem:
    return problem_of("plan-not-used", path, told=told, whom=why)
