"""What single lines must tell, where the plan makes it matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from iopkit.cost.copay_use import begun_on, is_same_unit
from iopkit.cost.owing import asks_copay
from iopkit.cost.penalties import is_known_taken
from iopkit.cost.readings import Reading
from iopkit.cost.service_use import use_of
from iopkit.cost.sides import Side
from iopkit.model.accumulators import Accumulators
from iopkit.model.authorization import AuthorizationRule
from iopkit.model.benefits import LimitUnit
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import CareEvent, CopayUnit
from iopkit.model.health_plan import HealthPlan


class Ask(NamedTuple):
    """What the lines of one side must tell; `is_always` says whether each line must tell some."""

    side: Side
    session_kind: bool
    minutes: bool
    events: tuple[CareEvent, ...]
    authorization: bool | None
    copay_begun: tuple[CopayUnit, date] | None
    is_always: bool
    is_refused: bool = False
    is_penalty_known: bool = True


def ask_of(plan: HealthPlan, used: Accumulators, one: Reading) -> Ask | None:
    """Return what the covered lines of a side must tell; `None` where they need tell nothing."""
    if one.is_refused:
        return Ask(one.side, False, False, (), None, None, is_always=True, is_refused=True)
    if one.told is None:
        return None
    shares = [share for share in one.shares if asks_copay(share)]
    has_groups = any(share.group_copay not in (None, share.copay) for share in shares)
    has_hours = LimitUnit.HOURS in [limit.unit for limit in one.limits]
    events = tuple([event for share in shares for event in share.copay_waived_on])
    use = use_of(used, one.side.benefit)
    begun, penalty = begun_on(shares, use), plan.missing_authorization
    authorization = one.asks_authorization
    return Ask(
        one.side,
        session_kind=has_groups,
        minutes=has_hours,
        events=events,
        authorization=authorization,
        copay_begun=begun,
        is_always=has_groups or has_hours or bool(events) or authorization is True or bool(begun),
        is_penalty_known=penalty is None or is_known_taken(penalty, use),
    )


def missing_of_lines(
    plan: HealthPlan, lines: Iterable[ClaimLine], asks: Mapping[Side, Ask | None]
) -> tuple[str, ...]:
    """Return what an exact answer needs of `lines` and of how the plan treats what they tell.

    `asks` are those of every side that covered lines are on.
    """
    if not any(ask is not None and ask.is_always for ask in asks.values()):
        lines = [line for line in lines if line.is_authorized is False or not line.is_covered]
    found: dict[str, None] = {}
    for line in lines:
        ask = asks[Side(line.benefit, line.is_in_network)]
        if not line.is_covered:
            found.update(dict.fromkeys(_of_whole_charge(line)))
        elif ask is not None and (ask.is_always or line.is_authorized is False):
            found.update(dict.fromkeys(_of_line(plan, line, ask)))
    return tuple(found)


def sides_of(lines: Iterable[ClaimLine]) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Return the sides that covered lines are on, and those that lines not covered are on."""
    covered: dict[Side, None] = {}
    others: dict[Side, None] = {}
    benefit, is_in_network, is_covered = None, None, None
    for line in lines:
        # Most lines are on the side of the line before.
        if (
            line.benefit is not benefit
            or line.is_in_network is not is_in_network
            or line.is_covered is not is_covered
        ):
            benefit, is_in_network, is_covered = line.benefit, line.is_in_network, line.is_covered
            (covered if is_covered else others)[Side(benefit, is_in_network)] = None
    return tuple(covered), tuple(others)


def _of_whole_charge(line: ClaimLine) -> Iterator[str]:
    """Yield what a line must tell that is owed whole: what was charged."""
    if line.billed is None:
        yield "lines.billed"


def _of_line(plan: HealthPlan, line: ClaimLine, ask: Ask) -> Iterator[str]:
    if ask.is_refused:
        yield from _of_whole_charge(line)
        return
    if ask.session_kind and line.session_kind is None:
        yield "lines.session_kind"
    if ask.minutes and line.minutes is None:
        yield "lines.minutes"
    if ask.events and line.events.holds_any(ask.events) is None:
        yield "lines.events"
    if ask.copay_begun is not None and is_same_unit(*ask.copay_begun, line.on):
        yield f"benefits_used.{line.benefit.value}.copay_left"
    if line.is_authorized is None and ask.authorization:
        yield "lines.is_authorized"
    if line.is_authorized is False and ask.authorization is not False:
        yield from _of_refusal(plan, line, ask)


def _of_refusal(plan: HealthPlan, line: ClaimLine, ask: Ask) -> Iterator[str]:
    if ask.authorization is None:
        yield f"{ask.side.name}.needs_authorization"
    told = plan.missing_authorization
    if told is None:
        yield "missing_authorization"
    elif told.rule is AuthorizationRule.DENIED and ask.authorization:
        yield from _of_whole_charge(line)
    elif told.rule is AuthorizationRule.PENALTY and told.share is None and told.amount is None:
        yield "missing_authorization.share"
    elif told.unit is None and told.depends_on_unit:
        yield "missing_authorization.unit"
    elif not ask.is_penalty_known:
        yield f"benefits_used.{line.benefit.value}.penalties"
