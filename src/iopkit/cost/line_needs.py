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
    """What the lines of one side must tell."""

    name: str
    session_kind: bool
    minutes: bool
    events: tuple[CareEvent, ...]
    authorization: bool | None


def missing_of_lines(plan: HealthPlan, lines: Iterable[ClaimLine]) -> tuple[str, ...]:
    """Return what an exact answer needs of `lines` and of how the plan treats what they tell."""
    asks: dict[tuple[Benefit, bool], _Ask | None] = {}
    found: dict[str, None] = {}
    for line in lines:
        if not line.is_covered:
            continue
        key = line.benefit, line.is_in_network
        if key not in asks:
            asks[key] = _ask(plan, Side(*key))
        ask = asks[key]
        if ask is not None:
            found.update(dict.fromkeys(_of_line(plan, line, ask)))
    return tuple(found)


def _ask(plan: HealthPlan, side: Side) -> _Ask | None:
    told = told_on(plan, side)
    if told is None or is_refused(plan, side):
        return None
    shares = shares_of(told)
    return _Ask(
        name=side.name,
        session_kind=any(share.group_copay not in (None, share.copay) for share in shares),
        minutes=any(limit.unit is LimitUnit.HOURS for limit in told.limits),
        events=tuple(event for share in shares for event in share.copay_waived_on),
        authorization=needs_authorization(plan, side),
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
