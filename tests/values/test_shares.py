"""Shares: a percentage says that it is one, and is taken exactly once, half up."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest

from iopkit.errors import InvalidValue
from iopkit.values import Money, Share

EXPECTED = "share: expected a percentage from 0% to 100% with at most two decimals, such as 20%"


@pytest.mark.parametrize(
    ("number", "points"),
    [
        ("0", 0),
        ("20", 2_000),
        ("12.5", 1_250),
        ("0.05", 5),
        ("100", 10_000),
        ("100.00", 10_000),
        ("020", 2_000),
        (20, 2_000),
        (Decimal("12.50"), 1_250),
        (Decimal("12.5000"), 1_250),
        (Decimal("2E+1"), 2_000),
    ],
)
def test_a_percentage_is_held_in_basis_points(number: str | Decimal | int, points: int) -> None:
    assert Share.percent(number).basis_points == points


@pytest.mark.parametrize(
    "number",
    [
        "",
        "20%",
        "-1",
        "100.01",
        "1000",
        "0.005",
        "1e1",
        "20.",
        "٢٠",
        101,
        -1,
        True,
        20.0,
        None,
        Decimal("0.005"),
        Decimal(-1),
        Decimal("100.01"),
        Decimal("NaN"),
        Decimal("Infinity"),
        Decimal("1E+99"),
    ],
)
def test_what_is_no_percentage_is_refused_and_not_repeated(number: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        Share.percent(number)  # type: ignore[arg-type]  # what untyped callers do

    assert str(caught.value) == EXPECTED
    assert caught.value.__context__ is None


@pytest.mark.parametrize("text", ["20%", " 20% ", "20.0%"])
def test_a_document_writes_a_share_with_its_sign(text: str) -> None:
    assert Share.parse(text) == Share.percent(20)


@pytest.mark.parametrize("text", ["20", "0.2", "%", "20%%", "twenty%", 20, Decimal(20), None])
def test_a_bare_number_could_mean_two_things_and_is_refused(text: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        Share.parse(text)  # type: ignore[arg-type]  # what untyped callers do

    assert str(caught.value) == EXPECTED


@pytest.mark.parametrize("points", [-1, 10_001, 20.0, True, "20"])
def test_basis_points_are_whole_and_at_most_all(points: object) -> None:
    with pytest.raises(InvalidValue) as caught:
        Share(points)  # type: ignore[arg-type]  # what untyped callers do

    assert str(caught.value) == EXPECTED


@pytest.mark.parametrize(
    ("share", "amount", "part"),
    [
        ("20%", "257.00", "51.40"),
        ("20%", "0.02", "0.00"),  # 0.4 cents
        ("50%", "0.01", "0.01"),  # 0.5 cents: up
        ("50%", "0.03", "0.02"),  # 1.5 cents: up
        ("50%", "0.05", "0.03"),  # 2.5 cents: up, where half-even would stay at 2
        ("50%", "-0.05", "-0.03"),  # away from zero
        ("49.99%", "0.01", "0.00"),
        ("12.5%", "0.04", "0.01"),
        ("0%", "257.00", "0.00"),
        ("100%", "257.01", "257.01"),
    ],
)
def test_a_share_of_an_amount_is_rounded_half_up_to_the_cent(
    share: str, amount: str, part: str
) -> None:
    assert Share.parse(share).of(Money.parse(amount)) == Money.parse(part)


@pytest.mark.parametrize(
    ("points", "text"),
    [(0, "0%"), (5, "0.05%"), (1_250, "12.5%"), (2_000, "20%"), (10_000, "100%")],
)
def test_a_share_is_written_as_documents_write_it(points: int, text: str) -> None:
    assert str(Share(points)) == text
    assert repr(Share(points)) == f"Share.parse('{text}')"


def test_a_callers_decimal_context_changes_no_share() -> None:
    with localcontext() as context:
        context.prec = 1

        assert str(Share.percent(Decimal("12.34"))) == "12.34%"
