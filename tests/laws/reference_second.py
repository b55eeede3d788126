"""The definition of two payers: in Decimal dollars, one line after the other.

Written from the published methods alone and sharing no code with `iopkit.cost`.  What the second
plan would pay comes from the definition of adjudication; what it counts of a line that it pays
second is taken back from the ledger of that definition.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal

from attrs import evolve
from tests.laws.reference_plan import ORDER, ZERO, Reference

from iopkit.model import ClaimLine, CoordinationMethod, CountedWhenSecond
from iopkit.values import Money

M = CoordinationMethod


@dataclass
class First:
    """What the first plan did with a line."""

    allowed: Decimal
    paid: Decimal
    owed: Decimal
    is_covered: bool


@dataclass
class Rules:
    """How the second plan pays, and what it counts."""

    method: CoordinationMethod
    deductible: CountedWhenSecond
    limit: CountedWhenSecond


def second_payments(
    rules: Rules, firsts: list[First], lines: tuple[ClaimLine, ...], plan: Reference
) -> list[Decimal]:
    """Return what the second plan pays of each line, and leave in its ledger what it counts."""
    return [_one(rules, first, line, plan) for first, line in zip(firsts, lines, strict=True)]


def _one(rules: Rules, first: First, line: ClaimLine, plan: Reference) -> Decimal:
    before, counting = dict(plan.ledger.used), plan.counting(line)
    of_rest = None
    if rules.method is M.MAINTENANCE:
        rest = Money.of_cents(int(max(_allowed(line) - first.paid, ZERO) * 100))
        of_rest = deepcopy(plan).settle((evolve(line, allowed=rest),))[0]
    alone = plan.settle((line,))[0]
    owed = first.owed
    if not first.is_covered and line.is_in_network and "not-covered" not in alone.owed:
        owed = min(owed, _allowed(line))
    own = of_rest or alone
    wanted = _wanted(rules.method, first, owed, line, (alone.plan_pays, own.plan_pays))
    pays = max(min(wanted, alone.plan_pays), ZERO)
    kept, left = {}, max(owed - pays, ZERO)
    for part in ORDER:
        kept[part] = min(own.owed.get(part, ZERO), left)
        left -= kept[part]
    still = sum((kept[part] for part in counting), ZERO)
    _take_back(rules, plan, before, (alone.owed, kept, still))
    return pays


def _allowed(line: ClaimLine) -> Decimal:
    return line.allowed.dollars


def _wanted(
    method: CoordinationMethod,
    first: First,
    owed: Decimal,
    line: ClaimLine,
    paying: tuple[Decimal, Decimal],
) -> Decimal:
    assert line.billed is not None
    alone, of_rest = paying
    charge = line.billed.dollars
    accepted = first.allowed if first.is_covered and line.is_in_network else charge
    cost_share = _allowed(line) - alone
    return {
        M.BASIC: charge - first.paid,
        M.STANDARD: owed,
        M.CARVE_OUT: alone - first.paid,
        M.MAINTENANCE: of_rest,
        M.MEDICARE: min(accepted, max(first.allowed, _allowed(line))) - first.paid,
        M.MEDICARE_INSTITUTIONAL: min(
            _allowed(line) - first.paid, accepted - first.paid, accepted - cost_share
        ),
    }[method]


def _take_back(
    rules: Rules,
    plan: Reference,
    before: dict[str, Decimal],
    line: tuple[dict[str, Decimal], dict[str, Decimal], Decimal],
) -> None:
    """Undo what the ledger has counted beyond what is still owed."""
    alone, kept, still = line
    used = plan.ledger.used
    for name, now in list(used.items()):
        if now == before.get(name, ZERO):
            continue
        is_limit, is_deductible = ":limit:" in name, ":deductible:" in name
        is_own = name.endswith(":own") and not is_limit and not is_deductible
        part = "service-deductible" if is_own else "deductible"
        if (is_own or is_deductible) and rules.deductible is CountedWhenSecond.STILL_OWED:
            used[name] -= alone.get(part, ZERO) - kept[part]
        if is_limit and rules.limit is CountedWhenSecond.STILL_OWED:
            used[name] = before.get(name, ZERO) + still
