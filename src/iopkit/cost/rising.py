"""With which numbers a cost never falls, so that their ends are those of the cost.

Three numbers are looked at: what lines cost, what is left of the deductible, and the room under
the limit.  Where every part that occurs counts toward the limit (or there is none), or only a
copay before the deductible does not, no total falls with any of them.  Where another part does not
count, a limit that is met earlier may spare a patient more than it asks; then it matters whether
the deductible counts, and whether the limit ends it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from iopkit.cost.exactness import CALENDAR
from iopkit.cost.groups import Rules
from iopkit.cost.handling import Handling, Way
from iopkit.model.benefits import LimitUnit
from iopkit.model.claim_lines import ClaimLine
from iopkit.model.cost_shares import CopayUnit
from iopkit.values.money import ZERO


class Rise(NamedTuple):
    """Whether a cost never falls as lines cost more, and as more is left.

    Where it `is_peaked`, it never falls with the room, and with the deductible it rises until the
    limit is met and falls from there on; what is used of the deductible then counts as used of
    the limit.
    """

    with_price: bool
    with_left: bool
    is_peaked: bool = False


def rise_of(rules: Rules) -> Rise:
    """Return with what the cost of the lines of one benefit never falls."""
    terms = rules.terms
    applies, counts = terms.deductible_applies, terms.counts
    is_uncounted = (
        (applies and not counts.deductible)
        or (terms.copay > 0 and not counts.copay)
        or (terms.share > 0 and not counts.patient_share)
    )
    if rules.is_exact or not is_uncounted:
        return Rise(with_price=True, with_left=True)
    ends, uses_room = applies and terms.limit_ends_deductible, applies and counts.deductible
    # A copay takes room from the deductible, of which then more is left.
    has_rival = terms.copay_before > 0 and counts.copay_before
    return Rise(
        with_price=not (has_rival and (ends or uses_room)),
        with_left=not uses_room,
        is_peaked=uses_room and not ends and not has_rival,
    )


def rises(handling: Handling, lines: Sequence[ClaimLine], *, is_alone: bool) -> bool:
    """Return whether no total falls as `lines` cost more, or as more is left of what holds them.

    What the plan pays then never falls either as lines cost more.  `is_alone` says that no other
    plan year goes on with the same copays.  It does not hold where what lines cost decides which
    later ones a plan pays, or which of them owe a copay or a penalty.
    """
    dollars = (limit for limit in handling.limits if limit.unit is LimitUnit.DOLLARS)
    if any(limit.period in CALENDAR for limit in dollars):
        return False
    if handling.asks_authorization and any(line.is_authorized is False for line in lines):
        return False
    ways = [handling.way] if handling.first is None else [handling.first.way, handling.way]
    is_priced = all(line.allowed > ZERO for line in lines)
    if not all(_asks_alike(way, is_alone=is_alone, is_priced=is_priced) for way in ways):
        return False
    return handling.is_exact or all(_is_apart(handling, way) for way in ways)


def _asks_alike(way: Way, *, is_alone: bool, is_priced: bool) -> bool:
    """Return whether what copays come to does not fall where lines owe more of them.

    Of so many days that owe a copay, each must owe one, whatever it costs.
    """
    rule = way.copay
    if rule is None:
        return True
    is_after = way.terms.deductible_applies and not rule.is_before
    if rule.days is not None and (is_after or not is_priced):
        return False
    is_of_line = rule.unit in (CopayUnit.VISIT, CopayUnit.DAY)
    return is_alone or (is_of_line and rule.cap is None and rule.days is None)


def _is_apart(handling: Handling, way: Way) -> bool:
    """Return whether the limit leaves the deductible as it is, and the copays of a stay too."""
    terms, rule = way.terms, way.copay
    meets = terms.counts.deductible or terms.limit_ends_deductible
    is_capped = rule is not None and rule.cap is not None
    return handling.own is None and not is_capped and not (terms.deductible_applies and meets)
