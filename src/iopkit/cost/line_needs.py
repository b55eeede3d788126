"""What single lines must tell, where the plan makes it matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from iopkit.cost.needs import shares_of
from iopkit.cost.sides import Side, is_refused, needs_authorization, told_on
from iopkit.model.authorization import AuthorizationRule
from iopkit.model.benefits import LimitUnit
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import CareEvent
from iopkit.model.health_plan import HealthPlan
from iopkit.vocabulary.coverage import Benefit


class _Ask(NamedTuple):
    """What the lines of one side must tell; `is_always` says whether each line must tell some."""

    name: str
    session_kind: bool
    minutes: bool
    events: tuple[CareEvent, ...]
    authorization: bool | None
    is_always: bool


def missing_of_lines(plan: HealthPlan, lines: Iterable[ClaimLine]) -> tuple[str, ...]:
    """Return what an exact answer needs of `lines` and of how the plan treats what they tell."""
    asks: dict[tuple[Benefit, bool], _Ask | None] = {}
    found: dict[str, None] = {}
    ask, benefit, is_in_network = None, None, None
    for line in lines:
        if not line.is_covered:
            continue
        # Most lines are on the side of the line before.
        if line.benefit is not benefit or line.is_in_network is not is_in_network:
            benefit, is_in_network = key = line.benefit, line.is_in_network
            if key not in asks:
                asks[key] = _ask(plan, Side(*key))
            ask = asks[key]
        if ask is not None and (ask.is_always or line.is_authorized is False):
            found.update(dict.fromkeys(_of_line(plan, line, ask)))
    return tuple(found)


def sides_of(lines: Iterable[ClaimLine]) -> Iterator[tuple[Side, bool]]:
    """Yield each side that lines are on, once for those that are covered and for those not."""
    found: dict[tuple[Benefit, bool, bool], None] = {}
    benefit, is_in_network, is_covered = None, None, None
    for line in lines:
        if (
            line.benefit is not benefit
            or line.is_in_network is not is_in_network
            or line.is_covered is not is_covered
        ):
            benefit, is_in_network, is_covered = key = (
                line.benefit,
                line.is_in_network,
                line.is_covered,
            )
            found[key] = None
    return ((Side(*key[:2]), key[2]) for key in found)


def _ask(plan: HealthPlan, side: Side) -> _Ask | None:
    told = told_on(plan, side)
    if told is None or is_refused(plan, side):
        return None
    shares, authorization = shares_of(told), needs_authorization(plan, side)
    has_groups = any(share.group_copay not in (None, share.copay) for share in shares)
    has_hours = any(limit.unit is LimitUnit.HOURS for limit in told.limits)
    events = tuple(event for share in shares for event in share.copay_waived_on)
    return _Ask(
        name=side.name,
        session_kind=has_groups,
        minutes=has_hours,
        events=events,
        authorization=authorization,
        is_always=has_groups or has_hours or bool(events) or authorization is True,
    )


def _of_line(plan: HealthPlan, line: ClaimLine, ask: _Ask) -> Iterator[str]:
    if ask.session_kind and line.session_kind is None:
        yield "lines.session_kind"
    if ask.minutes and line.minutes is None:
        yield "lines.minutes"
    if ask.events and line.events.holds_any(ask.events) is None:
        yield "lines.events"
    if line.is_authorized is None and ask.authorization:
        yield "lines.is_authorized"
    if line.is_authorized is False and ask.authorization is not False:
        yield from _of_refusal(plan, ask)


def _of_refusal(plan: HealthPlan, ask: _Ask) -> Iterator[str]:
    if ask.authorization is None:
        yield f"{ask.name}.needs_authorization"
    told = plan.missing_authorization
    if told is None:
        yield "missing_authorization"
    elif told.rule is AuthorizationRule.PENALTY and told.share is None and told.amount is None:
        yield "missing_authorization.share"
