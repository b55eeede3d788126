"""With which numbers a cost never falls, so that their ends are those of the cost.

Three numbers are looked at: what lines cost, what is left of the deductible, and the room under
the limit.  Where every part that occurs counts toward the limit (or there is none), or only a
copay before the deductible does not, no total falls with any of them.  Where another part does not
count, a limit that is met earlier may spare a patient more than it asks; then it matters whether
the deductible counts, and whether the limit ends it.
"""

from __future__ import annotations

from typing import NamedTuple

from iopkit.cost.groups import Rules


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
