"""The arithmetic of cost sharing, written once for numbers, arrays and recorders.

Amounts are whole cents, shares whole basis points; a share is rounded once, half up, on its
claim line.  Everything is built from `+ - *`, comparison, and the three operations of an
`Arithmetic`, so that plain integers and whole columns run the same lines.  What is structure
(does the deductible apply, which parts count) is a Python bool; what is an amount may be a
column.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import floordiv, ge
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar

NO_LIMIT = 2**60
"""The room under a limit that does not exist: more than any sum of claim lines."""

_WHOLE = 10_000


class Quantity(Protocol):
    """A number, or a column of numbers, that adds, multiplies and compares."""

    def __add__(self, other: Self | int, /) -> Self: ...
    def __sub__(self, other: Self | int, /) -> Self: ...
    def __mul__(self, other: Self | int, /) -> Self: ...
    def __gt__(self, other: Self | int, /) -> Any: ...  # a bool, or a column of them


Q = TypeVar("Q", bound=Quantity)


class Arithmetic(Protocol[Q]):
    """The three operations that integers and columns spell differently."""

    def minimum(self, one: Q, other: Q | int, /) -> Q:
        """Return the smaller one."""
        ...

    def floor_divide(self, one: Q, other: Q | int, /) -> Q:
        """Return the whole quotient of amounts that are not negative."""
        ...

    def where(self, condition: Any, one: Q, other: Q | int, /) -> Q:
        """Return `one` where the condition holds, else `other`."""
        ...


def _pick(condition: Any, one: int, other: int) -> int:
    return one if condition else other


class Integers:
    """The arithmetic of plain Python integers."""

    minimum = staticmethod(min)
    floor_divide = staticmethod(floordiv)
    where = staticmethod(_pick)


INTEGERS: Arithmetic[int] = Integers()


class Counts(NamedTuple):
    """Which parts of a covered line count toward the out-of-pocket limit."""

    copay_before: bool
    deductible: bool
    copay: bool
    patient_share: bool


class Parts(NamedTuple, Generic[Q]):
    """What a patient owes of one covered line, in the order of application."""

    copay_before: Q
    deductible: Q
    copay: Q
    patient_share: Q


class Terms(NamedTuple, Generic[Q]):
    """How one benefit shares costs; a copay or share that does not exist is zero.

    `copay` is the one after the deductible, or the plain one; `share` is in basis points.
    """

    copay_before: Q
    copay: Q
    share: Q
    deductible_applies: bool
    counts: Counts
    limit_ends_deductible: bool


class Left(NamedTuple, Generic[Q]):
    """What is left before a line: of the deductible, and of the room under the limit."""

    deductible: Q
    room: Q


class Stretch(NamedTuple, Generic[Q]):
    """So many lines in a row that owe the same."""

    line_count: Q
    parts: Parts[Q]


class Fitted(NamedTuple, Generic[Q]):
    """A stretch under a limit: whole lines, then what is owed of the line that the limit cuts."""

    whole: Q
    last: Parts[Q]
    room: Q


def share_of(op: Arithmetic[Q], amount: Q, share: Q) -> Q:
    """Return a share of an amount, rounded half up to whole cents."""
    return op.floor_divide(amount * share + _WHOLE // 2, _WHOLE)


def due(op: Arithmetic[Q], terms: Terms[Q], allowed: Q, deductible_left: Q | int) -> Parts[Q]:
    """Return what one line owes before the limit cuts."""
    copay_before, copay, share, applies, _, _ = terms
    minimum = op.minimum
    before = minimum(copay_before, allowed)
    rest = allowed - before
    deductible = minimum(rest, deductible_left if applies else 0)
    rest = rest - deductible
    copay = minimum(copay, rest)
    return Parts(before, deductible, copay, share_of(op, rest - copay, share))


def equal_total(op: Arithmetic[Q], terms: Terms[Q], allowed: Q, line_count: Q, left: Left[Q]) -> Q:
    """Return what equal lines owe in all, in closed form; exact where `equal_lines` is."""
    copay_before, copay, share, applies, _, _ = terms
    minimum, floor_divide = op.minimum, op.floor_divide
    before = minimum(copay_before, allowed)
    eligible = allowed - before
    deductible = left.deductible if applies else allowed - allowed
    inside = minimum(floor_divide(deductible, op.where(eligible > 0, eligible, 1)), line_count)
    across = minimum(line_count - inside, 1)
    part = minimum(deductible - inside * eligible, eligible)
    first, then = minimum(copay, eligible - part), minimum(copay, eligible)
    first = first + floor_divide((eligible - part - first) * share + _WHOLE // 2, _WHOLE)
    then = then + floor_divide((eligible - then) * share + _WHOLE // 2, _WHOLE)
    total = (
        line_count * before
        + inside * eligible
        + across * (part + first)
        + (line_count - inside - across) * then
    )
    return minimum(total, left.room)


def kept_of(
    op: Arithmetic[Q], parts: Iterable[Q], counts: Iterable[bool], room: Q
) -> tuple[list[Q], Q]:
    """Return what the limit leaves of parts in the order of application, and the room after.

    Room goes to the first counting part first, so the last one is cut first.
    """
    kept = []
    for part, is_counting in zip(parts, counts, strict=True):
        if is_counting:
            fits = op.minimum(part, room)
            room = room - fits
            kept.append(fits)
        else:
            kept.append(part)
    return kept, room


def cut(op: Arithmetic[Q], parts: Parts[Q], counts: Iterable[bool], room: Q) -> tuple[Parts[Q], Q]:
    """Return what the limit leaves of a line, and the room after it."""
    kept, room = kept_of(op, parts, counts, room)
    return Parts(*kept), room


def one_line(
    op: Arithmetic[Q], terms: Terms[Q], allowed: Q, left: Left[Q]
) -> tuple[Parts[Q], Left[Q]]:
    """Return what the patient owes of one covered line, and what is left after it.

    A limit that ends the deductible ends it for the lines that start with no room.
    """
    deductible = left.deductible
    if terms.limit_ends_deductible:
        deductible = op.where(left.room > 0, deductible, 0)
    owed = due(op, terms, allowed, deductible)
    kept, room = cut(op, owed, terms.counts, left.room)
    return kept, Left(left.deductible - kept.deductible, room)


def stretches(
    op: Arithmetic[Q], terms: Terms[Q], allowed: Q, line_count: Q, deductible_left: Q
) -> tuple[Stretch[Q], Stretch[Q], Stretch[Q]]:
    """Return equal lines before the limit cuts: inside, across and beyond the deductible.

    Only one line can lie across, so that only two roundings occur and each is counted.
    """
    before = op.minimum(terms.copay_before, allowed)
    eligible = allowed - before
    nothing = allowed - allowed
    left = deductible_left if terms.deductible_applies else nothing
    inside = op.floor_divide(left, op.where(eligible > 0, eligible, 1))
    inside = op.minimum(inside, line_count)
    across = op.minimum(line_count - inside, 1)
    rest = op.minimum(left - inside * eligible, eligible)
    return (
        Stretch(inside, Parts(before, eligible, nothing, nothing)),
        Stretch(across, due(op, terms, allowed, rest)),
        Stretch(line_count - inside - across, due(op, terms, allowed, 0)),
    )


def fit(op: Arithmetic[Q], stretch: Stretch[Q], room: Q) -> Fitted[Q]:
    """Return how a stretch fits under a limit toward which all of its parts count."""
    line_count, parts = stretch
    owed = parts.copay_before + parts.deductible + parts.copay + parts.patient_share
    whole = op.floor_divide(room, op.where(owed > 0, owed, 1))
    whole = op.minimum(op.where(owed > 0, whole, line_count), line_count)
    rest = op.where(line_count > whole, room - whole * owed, 0)
    last, unused = cut(op, parts, (True,) * 4, rest)
    return Fitted(whole, last, room - whole * owed - (rest - unused))


def equal_lines(
    op: Arithmetic[Q], terms: Terms[Q], allowed: Q, line_count: Q, left: Left[Q]
) -> tuple[Parts[Q], Left[Q]]:
    """Return the totals of equal lines in closed form, and what is left after them.

    Equal to `one_line` repeated where `closed_form_is_exact`; there is no loop over lines.
    """
    room = left.room
    nothing = allowed - allowed
    total = Parts(nothing, nothing, nothing, nothing)
    for stretch in stretches(op, terms, allowed, line_count, left.deductible):
        whole, last, room = fit(op, stretch, room)
        sums = (
            so_far + each * whole + cut_off
            for so_far, each, cut_off in zip(total, stretch.parts, last, strict=True)
        )
        total = Parts(*sums)
    return total, Left(left.deductible - total.deductible, room)


def closed_form_is_exact(terms: Terms[int], *, has_limit: bool) -> bool:
    """Return whether `equal_lines` equals the walk: no limit, or every part that occurs counts."""
    if not has_limit:
        return True
    occurs = (
        terms.copay_before > 0,
        terms.deductible_applies,
        terms.copay > 0,
        terms.share > 0,
    )
    return all(map(ge, terms.counts, occurs))
