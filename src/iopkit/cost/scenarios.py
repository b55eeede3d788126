"""The finite unknowns of a plan, each answered in every way that it can be."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from attrs import evolve, field, frozen

from iopkit.cost.asked import PENALTY_RULE
from iopkit.cost.beyond import NO_PENALTY, asks_authorization, is_penalty
from iopkit.cost.course import Course
from iopkit.cost.needs import has_no_limit
from iopkit.cost.notes import Notebook
from iopkit.cost.owing import COUNTED_PARTS
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.wording import code_of_missing
from iopkit.model.accumulators import Accumulators
from iopkit.model.authorization import AuthorizationRule, MissingAuthorization
from iopkit.model.case import Case
from iopkit.model.health_plan import CostShare, HealthPlan, PlanBenefit
from iopkit.values.listings import Listing
from iopkit.values.privacy import Quiet
from iopkit.values.shares import WHOLE
from iopkit.vocabulary.coverage import Benefit, Coverage

_FREE = CostShare(deductible_applies=False)
_WHOLE = CostShare(deductible_applies=False, patient_share=WHOLE)
_USUAL = (Benefit.OTHER_OUTPATIENT, Benefit.OFFICE_VISIT)
AUTHORIZED = "episode.is_authorized"
_DENIED = MissingAuthorization(rule=AuthorizationRule.DENIED)
_NO_LIMIT = {"out_of_pocket_limit": None, "has_out_of_pocket_limit": False}


@frozen(kw_only=True, repr=False)
class Scenario(Quiet):
    """A plan with its finite unknowns answered; `values` says how.

    `years` is empty where the plan does not cover the program.  Where `bounds_only`, the plan is
    no possible answer but costs at least as much as any possible one.
    """

    years: tuple[PlanYear, ...] = ()
    benefit: Benefit = Benefit.IOP
    values: Mapping[str, object] = field(factory=dict)
    bounds_only: bool = False

    @property
    def is_covered(self) -> bool:
        """Whether the plan covers the program in this scenario."""
        return bool(self.years)


class _Answer(NamedTuple):
    """One answer: the fields of the plan that it changes, how it is shown, and the plan if made."""

    changes: Mapping[str, Any]  # whatever `evolve` takes
    values: Mapping[str, object]
    bounds_only: bool = False
    plan: HealthPlan | None = None


_NO_QUESTION = _Answer({}, {})


def scenarios(course: Course, years: tuple[PlanYear, ...]) -> Iterator[Scenario]:
    """Yield every way in which the finite unknowns of a plan that may cover can be answered."""
    plan, each_used = years[0].plan, [year.used for year in years]
    for benefit, is_covered, values in _covered_by(course, plan):
        if not is_covered:
            yield Scenario(values=values)
            continue
        if benefit.changes:
            course.notes.miss("iop-benefit-not-told")
        supposed = {**benefit.changes, **_rule_of(values)}
        named = _changed(plan, supposed)
        for year in years:
            _note_missing(course, _changed(year.plan, supposed), year.used)
        for answer in _answers(course, named, each_used):
            changes = {**supposed, **answer.changes}
            yield Scenario(
                years=_each_changed(years, changes, answer.plan),
                benefit=_iop_benefit(named),
                values={**values, **benefit.values, **answer.values},
                bounds_only=answer.bounds_only,
            )


def _covered_by(
    course: Course, plan: HealthPlan
) -> Iterator[tuple[_Answer, bool, Mapping[str, object]]]:
    """Yield each benefit that may pay, and whether the plan then may cover the program.

    What no benefit pays is told once; else a refusal supposes its benefit.
    """
    ways = [
        (benefit, list(coverages(course.case, _changed(plan, benefit.changes), course.notes)))
        for benefit in _benefits(plan)
    ]
    refused = [[values for is_covered, values in each if not is_covered] for _, each in ways]
    common = [values for values in refused[0] if all(values in each for each in refused)]
    for benefit, each in ways:
        for is_covered, values in each:
            if is_covered:
                yield benefit, True, values
            elif values not in common:
                yield benefit, False, {**values, **benefit.values}
    for values in common:
        yield _NO_QUESTION, False, values


def coverages(
    case: Case, plan: HealthPlan, notes: Notebook, *, is_in_network: bool = True
) -> Iterator[tuple[bool, dict[str, object]]]:
    """Yield whether a plan may cover the program on one side, and what that supposes."""
    given = case.episode.is_authorized if case.episode else None
    is_asked = asks_authorization(plan, is_in_network=is_in_network)
    is_paid = is_penalty(plan)
    is_refused = given is False and is_asked
    if plan.iop_coverage is None and not (is_refused and is_paid is False):
        notes.miss("coverage-not-told")
        supposed = {PENALTY_RULE: NO_PENALTY} if is_refused and is_paid is None else {}
        yield True, {"health_plan.iop_coverage": Coverage.COVERED, **supposed}
        yield False, {"health_plan.iop_coverage": Coverage.NOT_COVERED}
        return
    if given or not is_asked:
        yield True, {}
        return
    if given is None:
        notes.miss("authorization-not-told")
        yield True, {AUTHORIZED: True}
    refused = {AUTHORIZED: False} if given is None else {}
    if is_paid is not None:
        yield is_paid, {**refused}
        return
    notes.miss("missing-authorization-not-told")
    yield True, {**refused, PENALTY_RULE: NO_PENALTY}
    yield False, {**refused, PENALTY_RULE: _DENIED}


def with_rule(plan: HealthPlan, values: Mapping[str, object]) -> HealthPlan:
    """Return `plan` with what it does without an authorization, where `values` suppose that."""
    return _changed(plan, _rule_of(values))


def _rule_of(values: Mapping[str, object]) -> Mapping[str, object]:
    return {"missing_authorization": values[PENALTY_RULE]} if PENALTY_RULE in values else {}


def _benefits(plan: HealthPlan) -> Iterator[_Answer]:
    if plan.iop_benefit is not None:
        yield _NO_QUESTION
        return
    for benefit in candidates(plan):
        yield _Answer({"iop_benefit": benefit}, {"health_plan.iop_benefit": benefit})


def candidates(plan: HealthPlan) -> tuple[Benefit, ...]:
    """Return the benefits that may pay an IOP day: those told, and those that it may fall under.

    A plan that tells its office visits only has not told what another outpatient service costs.
    """
    told = tuple(told.benefit for told in plan.benefits)
    if not told or Benefit.IOP in told:
        return told or (Benefit.IOP,)
    return (*told, *(benefit for benefit in _USUAL if benefit not in told))


def outside_benefits(plan: HealthPlan) -> tuple[Benefit, ...]:
    """Return the benefits that may pay an IOP day outside the network."""
    if plan.iop_benefit is not None:
        return (plan.iop_benefit,)
    outside = plan.out_of_network.benefits if plan.out_of_network else ()
    return tuple(dict.fromkeys((*candidates(plan), *(told.benefit for told in outside))))


def outside_coverages(
    course: Course, plan: HealthPlan
) -> Iterator[tuple[Benefit, bool, Mapping[str, object]]]:
    """Yield each benefit that may pay outside the network, and whether the plan then may cover."""
    for benefit in outside_benefits(plan):
        named = evolve(plan, iop_benefit=benefit)
        for way in coverages(course.case, named, course.notes, is_in_network=False):
            yield benefit, *way


def _iop_benefit(plan: HealthPlan) -> Benefit:
    return plan.iop_benefit or Benefit.IOP


def _changed(plan: HealthPlan, changes: Mapping[str, Any]) -> HealthPlan:
    return evolve(plan, **changes) if changes else plan


def _each_changed(
    years: tuple[PlanYear, ...], changes: Mapping[str, Any], first: HealthPlan | None
) -> tuple[PlanYear, ...]:
    """Return the years of a changed plan; `first` is that of the first year, where it is made."""
    if not changes:
        return years
    told = years[0].plan
    changed = evolve(told, **changes) if first is None else first
    return tuple(
        year._replace(plan=changed if year.plan is told else evolve(year.plan, **changes))
        for year in years
    )


def _note_missing(course: Course, plan: HealthPlan, used: Accumulators) -> None:
    for name in course.lacks(plan, used, _iop_benefit(plan)):
        course.notes.miss(code_of_missing(name))
    if plan.benefit(_iop_benefit(plan)) is None:
        course.notes.miss("visit-limit-not-told")


def _answers(
    course: Course, plan: HealthPlan, each_used: Sequence[Accumulators]
) -> Iterator[_Answer]:
    """Yield the answers about cost share, counting and the end of the deductible, together."""
    told = plan.benefit(_iop_benefit(plan))
    is_told = told is not None and told.cost_share is not None
    if is_told and not _lacking(course, plan, each_used):
        yield _NO_QUESTION._replace(plan=plan)
        return
    for share in _shares(plan):
        shared = _changed(plan, share.changes)
        lacking = _lacking(course, shared, each_used)
        for counts in _countings(shared, lacking):
            counted = _changed(shared, counts.changes)
            if counted is not shared:
                lacking = _lacking(course, counted, each_used)
            for ends in _endings(lacking):
                yield _Answer(
                    {**share.changes, **counts.changes, **ends.changes},
                    {**share.values, **counts.values, **ends.values},
                    share.bounds_only,
                    None if ends.changes else counted,
                )


def _shares(plan: HealthPlan) -> Iterator[_Answer]:
    """Yield a cost share that is not known as the least and the most that any can ask."""
    wanted = _iop_benefit(plan)
    told = plan.benefit(wanted)
    if told is not None and told.cost_share is not None:
        yield _NO_QUESTION
        return
    name = f"health_plan.benefits.{wanted.value}.cost_share"
    others = tuple(one for one in plan.benefits if one.benefit is not wanted)
    blank = told or PlanBenefit(benefit=wanted)
    free, whole = (
        {"benefits": (evolve(blank, cost_share=share), *others)} for share in (_FREE, _WHOLE)
    )
    yield _Answer(free, {name: _FREE})
    if has_no_limit(plan) or all(plan.counts_toward_limit.holds(part) for part in COUNTED_PARTS):
        yield _Answer(whole, {name: _WHOLE})
    else:
        yield _Answer({**whole, **_NO_LIMIT}, {}, bounds_only=True)


def _lacking(course: Course, plan: HealthPlan, each_used: Sequence[Accumulators]) -> set[str]:
    """Return what one of the plan years needs; a later one may need more than the first."""
    benefit = _iop_benefit(plan)
    return {name for used in each_used for name in course.lacks(plan, used, benefit)}


def _countings(plan: HealthPlan, lacking: Container[str]) -> Iterator[_Answer]:
    told = plan.counts_toward_limit
    open_parts = [part for part in COUNTED_PARTS if f"counts_toward_limit.{part.value}" in lacking]
    if not open_parts:
        yield _NO_QUESTION
        return
    for answers in product((True, False), repeat=len(open_parts)):
        chosen = dict(zip(open_parts, answers, strict=True))
        listing = Listing(
            (*told.present, *(part for part, counts in chosen.items() if counts)),
            (*told.lacks, *(part for part, counts in chosen.items() if not counts)),
            told.complete,
        )
        shown = {
            f"health_plan.counts_toward_limit.{part.value}": counts
            for part, counts in chosen.items()
        }
        yield _Answer({"counts_toward_limit": listing}, shown)


def _endings(lacking: Container[str]) -> Iterator[_Answer]:
    if "limit_ends_deductible" not in lacking:
        yield _NO_QUESTION
        return
    for ends in (True, False):
        yield _Answer({"limit_ends_deductible": ends}, {"health_plan.limit_ends_deductible": ends})
