"""Money: what is written, what it is, what it refuses."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal, localcontext

import pytest

from iopkit.errors import InvalidValue
from iopkit.values import ZERO, Money

AS_TEXT = "money: expected an amount in dollars and cents, such as 1,234.50"
AS_CENTS = "money: expected whole cents, at most 225,179,981,368"


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        ("0", 0),
        ("-0", 0),
        ("0.5", 50),
        ("0.05", 5),
        ("1234.50", 123_450),
        ("1,234.50", 123_450),
        ("12,345,678", 1_234_567_800),
        (" 257.00 ", 25_700),
        ("-257", -25_700),
        ("2,251,799,813.68", 225_179_981_368),
        (Decimal(257), 25_700),
        (Decimal("257.5"), 25_750),
        (Decimal("257.5000"), 25_750),
        (Decimal("2.57E+2"), 25_700),
        (Decimal("-0.01"), -1),
        (Decimal("0E+999999"), 0),
    ],
)
def test_an_amount_is_read_to_the_cent(written: str | Decimal, cents: int) -> None:
    assert Money.parse(written).cents == cents


@pytest.mark.parametrize(
    "written",
    [
        "",
        "free",
        "$5",
        "5.",
        ".5",
        "1.005",
        "1e3",
        "+5",
        "- 5",
        "12,34",
        "1234,567",
        "0,5",
        "1_000",
        "\u0665",  # a five, in Arabic-Indic digits
        "5\n6",
        "1,234,567,890,123,456",
        "1234567890123",
        Decimal("0.005"),
        Decimal("1." + "0" * 40 + "1"),
        Decimal("1E-999999"),
        Decimal("9E+999999"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
    ],
)
def test_what_is_no_amount_is_refused_and_not_repeated(written: str | Decimal) -> None:
    with pytest.raises(InvalidValue) as caught:
        Money.parse(written)

    assert str(caught.value) == AS_TEXT
    assert caught.value.__context__ is None


@pytest.mark.parametrize("written", [5, 5.0, True, None, b"5"])
def test_a_float_or_a_bare_number_is_no_amount(written: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        Money.parse(written)  # type: ignore[arg-type]  # what untyped callers do

    assert str(caught.value) == AS_TEXT + ", as text or Decimal"


@pytest.mark.parametrize("cents", [1.0, True, "5", None, 225_179_981_369, -225_179_981_369])
def test_cents_are_whole_and_bounded(cents: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        Money.of_cents(cents)  # type: ignore[arg-type]  # what untyped callers do

    assert str(caught.value) == AS_CENTS


@pytest.mark.parametrize("written", ["999,999,999,999", Decimal("1E+30")])
def test_an_amount_that_is_too_large_is_refused(written: str | Decimal) -> None:
    with pytest.raises(InvalidValue) as caught:
        Money.parse(written)

    assert str(caught.value) == AS_CENTS


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (-5, "-0.05"),
        (123_450, "1,234.50"),
        (-123_456_789, "-1,234,567.89"),
    ],
)
def test_an_amount_is_written_with_its_thousands_apart(cents: int, text: str) -> None:
    assert str(Money(cents)) == text
    assert repr(Money(cents)) == f"Money.parse('{text}')"


def test_money_adds_subtracts_and_is_taken_so_many_times() -> None:
    fee, copay = Money.parse("257.00"), Money.parse("20.50")

    assert fee + copay == Money.parse("277.50")
    assert copay - fee == Money.parse("-236.50")
    assert -copay == Money.parse("-20.50")
    assert copay * 3 == 3 * copay == Money.parse("61.50")
    assert sum([fee, copay], start=ZERO) == Money.parse("277.50")


def test_money_is_summed_from_the_plain_zero_too() -> None:
    amounts = [Money(25_700), Money(2_050)]

    total: object = sum(amounts)  # type: ignore[arg-type]  # typed callers state the start

    assert total == Money(27_750)


@pytest.mark.parametrize(
    ("work", "other"),
    [
        (operator.add, 1),
        (operator.add, 0),
        (operator.sub, 1),
        (operator.mul, 1.5),
        (operator.mul, True),
        (operator.mul, Money(2)),
        (operator.mul, Decimal(2)),
        (operator.truediv, 2),
        (operator.lt, 1),
    ],
)
def test_money_meets_no_other_kind_of_number(
    work: Callable[[object, object], object], other: object
) -> None:
    with pytest.raises(TypeError):
        work(Money(100), other)


@pytest.mark.parametrize("start", [1, False, 0.0])
def test_only_the_plain_zero_of_sum_is_money(start: object) -> None:
    with pytest.raises(TypeError):
        operator.add(start, Money(100))


def test_a_sum_out_of_bounds_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        Money(225_179_981_368) + Money(1)

    assert str(caught.value) == AS_CENTS


def test_money_is_in_order_and_keeps_its_zero() -> None:
    assert Money(-1) < ZERO < Money(1)
    assert Money.parse("0") == ZERO


def test_a_callers_decimal_context_changes_no_amount() -> None:
    with localcontext() as context:
        context.prec = 2

        assert Money.parse(Decimal("1234.56")).cents == 123_456
        assert str(Money(123_456).dollars) == "1234.56"
