"""The definition of cost sharing, in Decimal dollars, one line after the other.

Written from the published rules alone and sharing no code with `iopkit.cost`: slow, plain, and
the judge of every quick route.  Nothing here is iopkit's; the caller translates.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
NOTHING = Decimal(0)


@dataclass
class Design:
    """A plan: what one benefit costs the patient, and what counts toward the limit."""

    deductible: Decimal
    deductible_applies: bool
    copay: Decimal
    copay_comes: str  # "plain", "before", "after"
    coinsurance: Decimal  # 0.2 is twenty percent
    limit: Decimal | None
    counting: frozenset[str]
    limit_ends_deductible: bool
    visit_limit: int | None


@dataclass
class Tally:
    """What has been used in the plan year."""

    deductible: Decimal = NOTHING
    limit: Decimal = NOTHING
    visits: int = 0


@dataclass
class Visit:
    """One line, as told and as settled."""

    allowed: Decimal
    billed: Decimal | None = None
    covered: bool = True
    owed: dict[str, Decimal] = field(default_factory=dict)
    plan_pays: Decimal = NOTHING


def settle(visits: list[Visit], design: Design, tally: Tally) -> Tally:
    """Fill in what is owed of each visit, in order; return the tally afterwards."""
    for visit in visits:
        if not visit.covered:
            assert visit.billed is not None
            visit.owed = {"not-covered": visit.billed}
        elif design.visit_limit is not None and tally.visits >= design.visit_limit:
            visit.owed = {"over-limit": visit.allowed}
        else:
            tally = _settle_one(visit, design, tally)
            visit.plan_pays = visit.allowed - sum(visit.owed.values())
    return tally


def _settle_one(visit: Visit, design: Design, tally: Tally) -> Tally:
    rest = visit.allowed
    owed = {}
    if design.copay_comes == "before":
        owed["copay-before"] = min(design.copay, rest)
        rest -= owed["copay-before"]
    if design.deductible_applies and not _deductible_has_ended(design, tally):
        owed["deductible"] = min(max(design.deductible - tally.deductible, NOTHING), rest)
        rest -= owed["deductible"]
    if design.copay_comes != "before":
        owed["copay"] = min(design.copay, rest)
        rest -= owed["copay"]
    owed["patient-share"] = (rest * design.coinsurance).quantize(CENT, ROUND_HALF_UP)
    if design.limit is not None:
        _cap(owed, design, max(design.limit - tally.limit, NOTHING))
    visit.owed = owed
    counted = sum((owed.get(part, NOTHING) for part in design.counting), NOTHING)
    return Tally(
        tally.deductible + owed.get("deductible", NOTHING),
        tally.limit + (NOTHING if design.limit is None else counted),
        tally.visits + 1,
    )


def _deductible_has_ended(design: Design, tally: Tally) -> bool:
    if design.limit is None or not design.limit_ends_deductible:
        return False
    return tally.limit >= design.limit


def _cap(owed: dict[str, Decimal], design: Design, room: Decimal) -> None:
    too_much = sum((owed.get(part, NOTHING) for part in design.counting), NOTHING) - room
    for part in ("patient-share", "copay", "deductible", "copay-before"):
        if too_much > 0 and part in design.counting:
            off = min(too_much, owed.get(part, NOTHING))
            owed[part] = owed.get(part, NOTHING) - off
            too_much -= off
