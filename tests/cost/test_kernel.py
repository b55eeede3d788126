"""The kernel runs the same lines on plain integers and on columns."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from iopkit.cost.kernel import (
    INTEGERS,
    NO_LIMIT,
    Arithmetic,
    Counts,
    Left,
    Terms,
    closed_form_is_exact,
    equal_lines,
    equal_total,
    one_line,
    share_of,
)

EVERY = Counts(*(True,) * 4)


class Column:
    """A column of whole numbers, as an array library would give it; it has no truth value."""

    def __init__(self, *values: int) -> None:
        self.values = values

    def joined(self, other: Column | int, join: Callable[[int, int], int]) -> Column:
        """Return both, joined row by row."""
        others = other.values if isinstance(other, Column) else (other,) * len(self.values)
        return Column(*map(join, self.values, others))

    def __add__(self, other: Column | int) -> Column:
        return self.joined(other, int.__add__)

    def __sub__(self, other: Column | int) -> Column:
        return self.joined(other, int.__sub__)

    def __mul__(self, other: Column | int) -> Column:
        return self.joined(other, int.__mul__)

    def __gt__(self, other: Column | int) -> Column:
        return self.joined(other, int.__gt__)

    def __bool__(self) -> bool:
        raise AssertionError


class Columns:
    """The arithmetic of columns."""

    def minimum(self, one: Column, other: Column | int) -> Column:
        """Return the smaller of each row."""
        return one.joined(other, min)

    def floor_divide(self, one: Column, other: Column | int) -> Column:
        """Return the whole quotient of each row."""
        return one.joined(other, int.__floordiv__)

    def where(self, condition: Any, one: Column, other: Column | int) -> Column:
        """Return one or the other for each row."""
        others = other.values if isinstance(other, Column) else (other,) * len(one.values)
        rows = zip(condition.values, one.values, others, strict=True)
        return Column(*(first if holds else second for holds, first, second in rows))


COLUMNS: Arithmetic[Column] = Columns()


def random_row(random: Random) -> tuple[int, ...]:
    """Return copay before, copay, share, allowed, lines, deductible left and room."""
    ends = (60, 60, 10_001, 200, 12, 900, 900)
    return tuple(random.choice((0, random.randrange(end))) for end in ends)


ROWS = [random_row(Random(seed)) for seed in range(400)]  # noqa: S311  # reproducible


def walked(row: tuple[int, ...], terms: Terms[int]) -> tuple[tuple[int, ...], Left[int]]:
    total: tuple[int, ...] = (0, 0, 0, 0)
    left = Left(row[5], row[6])
    for _ in range(row[4]):
        parts, left = one_line(INTEGERS, terms, row[3], left)
        total = tuple(map(int.__add__, total, parts))
    return total, left


@pytest.mark.parametrize("applies", [True, False])
def test_the_closed_form_equals_the_walk(applies: bool) -> None:
    for row in ROWS:
        terms = Terms(row[0], row[1], row[2], applies, EVERY, limit_ends_deductible=False)
        totals, left = equal_lines(INTEGERS, terms, row[3], row[4], Left(row[5], row[6]))

        assert (tuple(totals), left) == walked(row, terms), row


@pytest.mark.parametrize("applies", [True, False])
def test_the_total_equals_the_sum_of_the_parts(applies: bool) -> None:
    for row in ROWS:
        terms = Terms(row[0], row[1], row[2], applies, EVERY, limit_ends_deductible=False)
        total = equal_total(INTEGERS, terms, row[3], row[4], Left(row[5], row[6]))

        assert total == sum(walked(row, terms)[0]), row


@pytest.mark.parametrize("applies", [True, False])
def test_columns_run_the_same_total(applies: bool) -> None:
    before, copay, share, allowed, lines, deductible, room = (
        Column(*values) for values in zip(*ROWS, strict=True)
    )
    terms = Terms(before, copay, share, applies, EVERY, limit_ends_deductible=False)
    totals = equal_total(COLUMNS, terms, allowed, lines, Left(deductible, room))

    for row, total in zip(ROWS, totals.values, strict=True):
        plain = Terms(row[0], row[1], row[2], applies, EVERY, limit_ends_deductible=False)
        assert total == sum(walked(row, plain)[0]), row


@pytest.mark.parametrize("applies", [True, False])
def test_columns_run_the_same_closed_form(applies: bool) -> None:
    before, copay, share, allowed, lines, deductible, room = (
        Column(*values) for values in zip(*ROWS, strict=True)
    )
    terms = Terms(before, copay, share, applies, EVERY, limit_ends_deductible=False)
    totals, left = equal_lines(COLUMNS, terms, allowed, lines, Left(deductible, room))
    by_row = zip(*(part.values for part in (*totals, *left)), strict=True)

    for row, answer in zip(ROWS, by_row, strict=True):
        plain = Terms(row[0], row[1], row[2], applies, EVERY, limit_ends_deductible=False)
        expected, rest = walked(row, plain)
        assert answer == (*expected, *rest), row


def test_columns_run_the_same_single_line() -> None:
    before, copay, share, allowed, _, deductible, room = (
        Column(*values) for values in zip(*ROWS, strict=True)
    )
    counts = Counts(copay_before=True, deductible=True, copay=False, patient_share=True)
    terms = Terms(before, copay, share, True, counts, limit_ends_deductible=True)
    parts, left = one_line(COLUMNS, terms, allowed, Left(deductible, room))
    by_row = zip(*(part.values for part in (*parts, *left)), strict=True)

    for row, answer in zip(ROWS, by_row, strict=True):
        plain = Terms(row[0], row[1], row[2], True, counts, limit_ends_deductible=True)
        expected, rest = one_line(INTEGERS, plain, row[3], Left(row[5], row[6]))
        assert answer == (*expected, *rest), row


@pytest.mark.parametrize(
    ("amount", "basis_points", "share"),
    [(1, 5_000, 1), (1, 4_999, 0), (3, 5_000, 2), (16_951, 1_000, 1_695), (0, 10_000, 0)],
)
def test_shares_round_half_up(amount: int, basis_points: int, share: int) -> None:
    assert share_of(INTEGERS, amount, basis_points) == share


@pytest.mark.parametrize(
    ("terms", "has_limit", "is_exact"),
    [
        (Terms(0, 40, 0, True, EVERY._replace(copay=False), False), True, False),
        (Terms(0, 40, 0, True, EVERY._replace(copay=False), False), False, True),
        (Terms(0, 0, 0, True, EVERY._replace(copay=False), False), True, True),
        (Terms(0, 0, 0, True, EVERY._replace(deductible=False), False), True, False),
        (Terms(9, 0, 0, False, EVERY._replace(copay_before=False), False), True, False),
        (Terms(0, 0, 9, False, EVERY._replace(patient_share=False), False), True, False),
    ],
)
def test_the_closed_form_is_exact_where_every_part_that_occurs_counts(
    terms: Terms[int], has_limit: bool, is_exact: bool
) -> None:
    assert closed_form_is_exact(terms, has_limit=has_limit) is is_exact


def test_room_without_a_limit_is_never_used_up() -> None:
    terms = Terms(0, 0, 10_000, False, EVERY, limit_ends_deductible=False)
    totals, left = equal_lines(INTEGERS, terms, 2**37, 3_650, Left(0, NO_LIMIT))

    assert totals.patient_share == 3_650 * 2**37
    assert left.room > 2**59
