"""One line after the other, with everything that a plan can ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from iopkit.cost.adjudications import Run
from iopkit.cost.copay_use import week_of
from iopkit.cost.exactness import CALENDAR
from iopkit.cost.handling import CopayRule, Copays, Handling, LimitRule, Way
from iopkit.cost.kernel import INTEGERS, Terms, due, kept_of
from iopkit.cost.penalties import penalty_of
from iopkit.cost.walk_state import State
from iopkit.model.authorization import AuthorizationRule
from iopkit.model.benefits import LimitPeriod, LimitUnit
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import CopayUnit, SessionKind
from iopkit.vocabulary.coverage import Benefit


class _Owed(NamedTuple):
    """What a line owes before anything is cut; `asked` is the copay of which it takes its part."""

    parts: tuple[int, int, int, int, int]
    asked: int

    @property
    def copay(self) -> int:
        """What it takes of the copay, before or after the deductible."""
        return self.parts[0] + self.parts[3]

    def __repr__(self) -> str:
        return "<_Owed>"


def refused(line: ClaimLine) -> Run:
    """Return a line that nothing is paid of: the patient owes the whole charge."""
    charge = line.billed or line.allowed
    return Run(1, 0, (0, 0, 0, 0, 0, 0, 0, charge.cents))


def is_denied(handling: Handling, line: ClaimLine) -> bool:
    """Return whether nothing is paid of a line, whatever the lines before it have used."""
    if not line.is_covered or handling.is_refused:
        return True
    # The limits come first: of a line beyond one, no more is owed than the plan allows.
    return not handling.limits and lacks_authorization(handling, line)


def lacks_authorization(handling: Handling, line: ClaimLine) -> bool:
    """Return whether nothing is paid of a line because it was not authorized."""
    return _lacks(handling, line) is AuthorizationRule.DENIED


def _lacks(handling: Handling, line: ClaimLine) -> AuthorizationRule | None:
    if line.is_authorized is not False or not handling.asks_authorization:
        return None
    return handling.penalty.told.rule if handling.penalty else None


def settle_line(handling: Handling, line: ClaimLine, state: State) -> Run:
    """Return what is owed of one line, and change `state` to what is left after it."""
    state.enter(line)
    if is_denied(handling, line):
        return refused(line)
    allowed = line.allowed.cents
    if not _is_within(handling, line, state):
        return Run(1, allowed, (0, 0, 0, 0, 0, 0, allowed, 0))
    if lacks_authorization(handling, line):
        return refused(line)
    for limit in handling.limits:
        _use(limit, line, state)
    way = handling.way
    if handling.first is not None and state.left[handling.first.place] > 0:
        way = handling.first.way
    state.take((handling.visits, *handling.counted), 1)
    room = state.least(handling.limit.bounds)
    owed = _owed(handling, way, line, state, room)
    kept, room_after = _kept(handling, owed.parts, room)
    state.take(handling.limit.takes, room - room_after)
    state.take(handling.deductible.takes, kept[2])
    if handling.own is not None:
        state.take(handling.own.takes, kept[1])
    if handling.copays is not None and owed.copay:
        benefit = handling.side.benefit
        _count_copay(handling.copays, benefit, kept[0] + kept[3], line.on, state)
        is_of_unit = way.copay is not None and way.copay.unit is not CopayUnit.VISIT
        state.copay_left[benefit] = owed.asked - owed.copay if is_of_unit else 0
    return _paid(handling, line, kept, state)


def _owed(handling: Handling, way: Way, line: ClaimLine, state: State, room: int) -> _Owed:
    terms, own = way.terms, handling.own
    has_ended = terms.limit_ends_deductible and room == 0
    left = 0 if has_ended else state.least(handling.deductible.bounds)
    first = 0
    if own is not None and terms.deductible_applies:
        first = 0 if has_ended else max(state.left[own.place], 0)
        left = first + (left if own.comes_first else 0)
    asked = 0
    if way.copay is not None:
        asked = _copay_asked(way.copay, line, handling.side.benefit, state)
        terms = _with_copay(terms, way.copay, min(asked, _copay_of(way.copay, line)), state)
    parts = due(INTEGERS, terms, line.allowed.cents, left)
    own_part = min(parts.deductible, first)
    return _Owed((parts[0], own_part, parts[1] - own_part, parts[2], parts[3]), asked)


def _with_copay(terms: Terms[int], rule: CopayRule, asked: int, state: State) -> Terms[int]:
    """Return terms with a copay, of which a stay may ask no more than is left of its cap."""
    copay = asked if rule.cap is None else min(asked, max(state.left[rule.cap], 0))
    return Terms(copay if rule.is_before else 0, 0 if rule.is_before else copay, *terms[2:])


def _copay_of(rule: CopayRule, line: ClaimLine) -> int:
    return rule.group_amount if line.session_kind is SessionKind.GROUP else rule.amount


def _copay_asked(rule: CopayRule, line: ClaimLine, benefit: Benefit, state: State) -> int:
    """Return what no line has taken yet of the copay that is asked on the day of a line."""
    if any(line.events.holds(event) for event in rule.waived_on):
        return 0
    today = line.on.toordinal()
    is_counted = state.stay_copay_on.get(benefit) == today
    if rule.days is not None and state.left[rule.days] <= 0 and not is_counted:
        return 0
    if _has_begun(rule, state.copay_on.get(benefit), today, state):
        return state.copay_left.get(benefit, 0)
    return _copay_of(rule, line)


def _has_begun(rule: CopayRule, last: int | None, today: int, state: State) -> bool:
    """Return whether lines before have taken of the copay that a line would take of."""
    if rule.unit is CopayUnit.DAY:
        return last == today
    if rule.unit is CopayUnit.WEEK:
        return last is not None and week_of(last) == week_of(today)
    return rule.once is not None and state.left[rule.once] <= 0


def _count_copay(copays: Copays, benefit: Benefit, kept: int, day: date, state: State) -> None:
    """Count a copay that was asked; what the limit cut of it does not add to that of the stay."""
    state.take(copays.amounts, kept)
    state.take(copays.once, 1)
    today = day.toordinal()
    state.take(copays.days, int(state.stay_copay_on.get(benefit) != today))
    state.copay_on[benefit] = state.stay_copay_on[benefit] = today


def _kept(handling: Handling, owed: Sequence[int], room: int) -> tuple[list[int], int]:
    """Return what the limit leaves of each part, and the room after it."""
    if not handling.limit.bounds:
        return list(owed), room
    before, *rest = handling.way.terms.counts
    own = handling.own is not None and handling.own.counts
    return kept_of(INTEGERS, owed, (before, own, *rest), room)


def _is_within(handling: Handling, line: ClaimLine, state: State) -> bool:
    """Return whether every limit still holds a line."""
    for limit in handling.limits:
        _begin_anew(limit, line.on, state)
    return all(_holds(limit, line, state) for limit in handling.limits)


def _begin_anew(limit: LimitRule, day: date, state: State) -> None:
    if limit.period not in CALENDAR:
        return
    today = day.toordinal()
    last = state.counted_on.get(limit.place, state.first_on)
    if _period(limit.period, last) != _period(limit.period, today):
        for place, whole in zip(limit.takes, limit.wholes, strict=True):
            state.left[place] = whole
            state.counted_on.pop(place, None)


def _holds(limit: LimitRule, line: ClaimLine, state: State) -> bool:
    left = state.left[limit.place]
    match limit.unit:
        case LimitUnit.VISITS:
            return left >= 1
        case LimitUnit.DAYS:
            return left >= 1 or state.counted_on.get(limit.place) == line.on.toordinal()
        case LimitUnit.HOURS:
            return left >= (line.minutes or 0)
        case LimitUnit.DOLLARS:
            return left >= 1


def _use(limit: LimitRule, line: ClaimLine, state: State) -> None:
    today = line.on.toordinal()
    match limit.unit:
        case LimitUnit.VISITS:
            state.take(limit.takes, 1)
        case LimitUnit.DAYS:
            state.take(limit.takes, int(state.counted_on.get(limit.place) != today))
        case LimitUnit.HOURS:
            state.take(limit.takes, line.minutes or 0)
        case LimitUnit.DOLLARS:
            pass  # Of the dollars left, what the plan pays is known only at the end.
    for place in limit.takes:
        state.counted_on[place] = today


def _period(period: LimitPeriod, day: int) -> object:
    if period is LimitPeriod.WEEK:
        return week_of(day)
    found = date.fromordinal(day)
    return found.year, found.month


def _paid(handling: Handling, line: ClaimLine, kept: list[int], state: State) -> Run:
    """Return a line after a penalty, and after the limits on what the plan pays."""
    allowed = line.allowed.cents
    pays = allowed - sum(kept)
    penalty = 0
    if _lacks(handling, line) is AuthorizationRule.PENALTY and handling.penalty:
        penalty = penalty_of(handling.penalty, state.left, allowed, pays)
    pays -= penalty
    dollars = [limit for limit in handling.limits if limit.unit is LimitUnit.DOLLARS]
    within = min(pays, state.least(tuple([limit.place for limit in dollars])))
    for limit in dollars:
        state.take(limit.takes, within)
    return Run(1, allowed, (*kept, penalty, pays - within, 0))
