"""From the rows of plan variants to health plans, with all that the rows do not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import Factory, define, evolve, frozen

from iopkit.interop import marketplace_words as say
from iopkit.interop.marketplace_benefits import MarketplaceBenefit, NetworkSide, PlanVariant
from iopkit.interop.marketplace_names import NAMES, names_program
from iopkit.interop.plan_sides import benefit_on, counting_of, limit_of, named, outside_of
from iopkit.model.health_plan import HealthPlan
from iopkit.model.networks import OutOfNetwork
from iopkit.values.problems import Place, Problem, Severity
from iopkit.values.terms import Term
from iopkit.values.texts import Text
from iopkit.vocabulary.clinical import ConditionFamily
from iopkit.vocabulary.coverage import Benefit, Coverage, PayerKind

_NEVER_TOLD = ("plan_year", "iop_coverage", "iop_benefit", "deductible", "out_of_pocket_limit")
_NEVER_TOLD_OUTSIDE = (
    "coverage",
    "deductible",
    "deductible_crediting",
    "out_of_pocket_limit",
    "limit_crediting",
)


class NetworkTier(Term):
    """The part of a plan's network in which care is held; the first costs the patient less."""

    FIRST = "tier-1", "first tier of the network", "primer nivel de la red"
    SECOND = "tier-2", "second tier of the network", "segundo nivel de la red"


@frozen(kw_only=True)
class ProgramHint:
    """A row's own words that speak of IOP or PHP: `text` of the column `column`, at `place`.

    They may say under which benefit such a day is paid, or that it is not.  Nothing is concluded
    from them.
    """

    benefit: str
    column: str
    text: str
    place: Place


@frozen(kw_only=True)
class MarketplacePlan:
    """What the rows of one plan variant say for one family of conditions and one tier.

    `plan.iop_benefit` is never concluded; `hints` are words of the rows that speak of it.
    `missing` names the fields of `plan` which the file does not tell and an exact answer may need.
    """

    variant: PlanVariant
    family: ConditionFamily
    tier: NetworkTier
    plan: HealthPlan
    hints: tuple[ProgramHint, ...]
    missing: tuple[str, ...]


@frozen(kw_only=True)
class MarketplacePlans:
    """All plans of a file, in its order; `aside` are the rows that no plan holds.

    `problems` says of each row aside why, and warns of what a plan cannot hold as it is told.
    """

    plans: tuple[MarketplacePlan, ...]
    aside: tuple[MarketplaceBenefit, ...]
    problems: tuple[Problem, ...]


def health_plans(benefits: Iterable[MarketplaceBenefit]) -> MarketplacePlans:
    """Return the health plans that `benefits` describe, such as those of a `MarketplaceFile`.

    Each plan variant is one for mental disorders and one for substance use, since each has rows of
    its own, and once more for a second tier where it has one.  The file tells no deductible, no
    out-of-pocket limit and no days of the plan year: they are `None`.
    """
    made = _Made()
    groups: dict[tuple[str, int, ConditionFamily], list[MarketplaceBenefit]] = {}
    for row in benefits:
        _, families = NAMES.get(row.name.lower(), (None, ()))
        if not families or not row.is_covered:
            made.leave_aside(row, is_known=bool(families))
        for family in families:
            groups.setdefault((row.variant.id, row.variant.year, family), []).append(row)
    for (_, _, family), rows in groups.items():
        if any(row.is_covered for row in rows):
            made.add(family, rows)
    return MarketplacePlans(
        plans=tuple(made.plans),
        aside=tuple(made.aside),
        problems=tuple(sorted(dict.fromkeys(made.problems), key=_by_place)),
    )


def _by_place(problem: Problem) -> tuple[str, int]:
    place = problem.place
    return (place.file, place.line or 0) if place else ("", 0)


@define(eq=False, repr=False)
class _Made:
    """What has been made so far."""

    plans: list[MarketplacePlan] = Factory(list)
    aside: list[MarketplaceBenefit] = Factory(list)
    problems: list[Problem] = Factory(list)

    def leave_aside(self, row: MarketplaceBenefit, *, is_known: bool) -> None:
        """Note a row that no plan holds."""
        text = say.NOT_COVERED if is_known else say.unknown_name(row.name)
        self.aside.append(row)
        self._note(Severity.NOTE, "marketplace-aside", text, row.place)

    def add(self, family: ConditionFamily, rows: Sequence[MarketplaceBenefit]) -> None:
        """Add the plans of one variant and family: one for each tier that a row uses."""
        kept = self._once(rows)
        told = [row for row in rows if named(row) in {named(each) for each in kept}]
        for row in kept:
            if row.has_limit and row.limit and limit_of(row) is None:
                self._note(Severity.WARNING, "marketplace-limit", say.LIMIT_LOST, row.place)
        for tier in NetworkTier:
            if tier is NetworkTier.FIRST or any(row.second_tier.is_used for row in kept):
                self.plans.append(_plan(family, tier, kept, told))

    def _once(self, rows: Iterable[MarketplaceBenefit]) -> list[MarketplaceBenefit]:
        """Return one row for each benefit that is covered.

        Where two say otherwise, what they say is not known.
        """
        kept: dict[Benefit, MarketplaceBenefit] = {}
        for row in rows:
            before = kept.setdefault(named(row), row)
            if (before.is_covered or row.is_covered) and _said(before) != _said(row):
                kept[named(row)] = _silent(before)
                text = say.repeated(named(row), before.place)
                self._note(Severity.WARNING, "marketplace-repeated", text, row.place)
        return [row for row in kept.values() if row.is_covered]

    def _note(self, severity: Severity, code: str, text: Text, place: Place) -> None:
        self.problems.append(Problem(code, text, place=place, severity=severity))


def _said(row: MarketplaceBenefit) -> MarketplaceBenefit:
    """Return the row without its place and its own words."""
    return evolve(row, place=Place(""), name="", exclusions="", explanation="", other=())


def _silent(row: MarketplaceBenefit) -> MarketplaceBenefit:
    """Return the row without all that it says of costs and limits, for one that may be covered."""
    nothing = NetworkSide()
    return evolve(
        row,
        is_covered=True,
        first_tier=nothing,
        second_tier=nothing,
        out_of_network=nothing,
        has_limit=None,
        limit=None,
    )


def _plan(
    family: ConditionFamily,
    tier: NetworkTier,
    kept: Sequence[MarketplaceBenefit],
    rows: Sequence[MarketplaceBenefit],
) -> MarketplacePlan:
    variant = kept[0].variant
    sides = list(_sides(kept, tier))
    ending = "" if tier is NetworkTier.FIRST else f"/{tier.value}"
    plan = HealthPlan(
        id=f"{variant.id}/{variant.year}/{family.value}{ending}",
        is_synthetic=False,
        payer=PayerKind.COMMERCIAL,
        benefits=tuple(benefit_on(row, side) for row, side in sides),
        counts_toward_limit=counting_of([side for _, side in sides], kept),
        out_of_network=outside_of(kept),
        notes=tuple(_notes(rows)),
    )
    return MarketplacePlan(
        variant=variant,
        family=family,
        tier=tier,
        plan=plan,
        hints=tuple(_hints(rows)),
        missing=tuple(_missing(plan)),
    )


def _sides(
    rows: Iterable[MarketplaceBenefit], tier: NetworkTier
) -> Iterator[tuple[MarketplaceBenefit, NetworkSide]]:
    """Yield each row with its side in `tier`, without those that have no second one."""
    for row in rows:
        if tier is NetworkTier.FIRST:
            yield row, row.first_tier
        elif row.second_tier.is_used is not False:
            yield row, row.second_tier


def _words(row: MarketplaceBenefit) -> Iterator[tuple[str, str]]:
    yield "Explanation", row.explanation
    yield "Exclusions", row.exclusions


def _notes(rows: Iterable[MarketplaceBenefit]) -> Iterator[str]:
    for row in rows:
        told = (*_words(row), ("MinimumStay", row.minimum_stay))
        yield from (f"{row.name}, {column}: {text}" for column, text in told if text)


def _hints(rows: Iterable[MarketplaceBenefit]) -> Iterator[ProgramHint]:
    for row in rows:
        for column, text in _words(row):
            if names_program(text):
                yield ProgramHint(benefit=row.name, column=column, text=text, place=row.place)


def _missing(plan: HealthPlan) -> Iterator[str]:
    yield from _NEVER_TOLD
    for told in plan.benefits:
        name = f"benefits.{told.benefit.value}"
        if told.cost_share is None:
            yield f"{name}.cost_share"
        if told.has_visit_limit is None and not told.limits:
            yield f"{name}.has_visit_limit"
    if not len(plan.counts_toward_limit):
        yield "counts_toward_limit"
    yield from _missing_outside(plan.out_of_network)


def _missing_outside(outside: OutOfNetwork | None) -> Iterator[str]:
    if outside is None:
        yield "out_of_network"
    elif outside.coverage is not Coverage.NOT_COVERED:
        yield from (f"out_of_network.{name}" for name in _NEVER_TOLD_OUTSIDE)
        for told in outside.benefits:
            if told.cost_share is None:
                yield f"out_of_network.benefits.{told.benefit.value}.cost_share"
