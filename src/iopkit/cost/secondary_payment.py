"""What a second payer pays of one claim line, by each method of coordination."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from iopkit.model.case import Case
from iopkit.model.coordination import CoordinationMethod
from iopkit.model.health_plan import HealthPlan
from iopkit.vocabulary.coverage import PayerKind

__all__ = ["CoordinationMethod", "LineFacts", "second_payment"]


_OF_MEDICARE = (CoordinationMethod.MEDICARE, CoordinationMethod.MEDICARE_INSTITUTIONAL)
_OF_PLANS = tuple(method for method in CoordinationMethod if method not in _OF_MEDICARE)


class LineFacts(NamedTuple):
    """One claim line under both plans, in cents.

    `charge` is what the provider asks, `accepted` the most that it may take in all, `None`
    where nothing told bounds it; it is then at least what each plan allows.  `owed` is what the
    patient owes after the first payer, without a balance bill.  `alone` is what the second payer
    would pay if it were the only one, and `of_rest` what it would pay of its allowed amount less
    what the first one paid.
    """

    charge: int
    accepted: int | None
    first_allowed: int
    paid: int
    owed: int
    second_allowed: int
    alone: int = 0
    of_rest: int = 0

    def __repr__(self) -> str:
        return "<LineFacts>"


def methods_of(plan: HealthPlan) -> tuple[CoordinationMethod, ...]:
    """Return the methods that the payer of a plan may use."""
    if plan.payer is None:
        return (*_OF_PLANS, *_OF_MEDICARE)
    return _OF_MEDICARE if plan.payer is PayerKind.MEDICARE else _OF_PLANS


def changes_bill(case: Case) -> bool:
    """Return whether a second plan may change what is asked of the rest of a bill.

    One that pays first and has the program in its network leaves none, and most methods may pay
    of it beyond the patient's part.
    """
    told = case.second_coverage
    if told is None or told.plan is None or case.health_plan is None:
        return False
    return told.pays_first is not False or told.plan.coordination is not CoordinationMethod.STANDARD


def second_payment(method: CoordinationMethod, line: LineFacts) -> int:
    """Return what the second payer pays, in cents: never more than if it were the only one.

    Source: 42 CFR 411.33(a) and (e) for the methods of Medicare.
    """
    match method:
        case CoordinationMethod.BASIC:
            amount = line.charge - line.paid
        case CoordinationMethod.STANDARD:
            amount = line.owed
        case CoordinationMethod.CARVE_OUT:
            amount = line.alone - line.paid
        case CoordinationMethod.MAINTENANCE:
            amount = line.of_rest
        case CoordinationMethod.MEDICARE:
            amount = _lowest_of_three(line)
        case CoordinationMethod.MEDICARE_INSTITUTIONAL:
            amount = _lowest_of_four(line)
        case _:
            assert_never(method)
    return max(min(amount, line.alone), 0)


def _lowest_of_three(line: LineFacts) -> int:
    # What it would pay alone is the one of the three that bounds every method.
    amount = max(line.second_allowed, line.first_allowed) - line.paid
    return amount if line.accepted is None else min(amount, line.accepted - line.paid)


def _lowest_of_four(line: LineFacts) -> int:
    amount = line.second_allowed - line.paid
    if line.accepted is None:
        return amount
    cost_share = line.second_allowed - line.alone
    return min(amount, line.accepted - line.paid, line.accepted - cost_share)
