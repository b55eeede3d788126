"""Payment plans: installments to the cent, their days, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from iopkit.cost import PaymentPlan, payment_plan
from iopkit.errors import InvalidValue
from iopkit.values.money import Money
from iopkit.values.shares import Share

NONE = Share.percent(0)


def plan(amount: str, count: int, rate: str = "0", first: date | None = None) -> PaymentPlan:
    return payment_plan(
        Money.parse(amount), count, annual_rate=Share.percent(rate), first_due=first
    )


def amounts(told: PaymentPlan) -> list[str]:
    return [str(each.amount) for each in told.installments]


@pytest.mark.parametrize(
    ("amount", "count", "expected"),
    [
        ("100", 3, ["33.33", "33.33", "33.34"]),
        ("200", 3, ["66.67", "66.67", "66.66"]),
        ("0.05", 5, ["0.01"] * 5),
        ("0.09", 6, ["0.01"] * 5 + ["0.04"]),  # 2 cents each would leave nothing for the last
        ("600", 1, ["600.00"]),
    ],
)
def test_without_interest_the_last_installment_takes_the_rest(
    amount: str, count: int, expected: list[str]
) -> None:
    told = plan(amount, count)

    assert amounts(told) == expected
    assert (told.total, told.interest) == (told.amount, Money(0))


def test_interest_is_a_twelfth_of_the_rate_on_what_is_left() -> None:
    told = plan("1,200", 3, "12")

    # 1,200 at 1 % a month in three parts: 1,200 x 0.01 / (1 - 1.01^-3) = 408.0265...
    assert [(str(each.interest), str(each.left)) for each in told.installments] == [
        ("12.00", "803.97"),
        ("8.04", "403.98"),
        ("4.04", "0.00"),
    ]
    assert amounts(told) == ["408.03", "408.03", "408.02"]
    assert (str(told.interest), str(told.total)) == ("24.08", "1,224.08")


def test_the_interest_of_a_large_amount_is_exact() -> None:
    assert str(plan("9,000,000", 2, "12").installments[0].interest) == "90,000.00"


def test_one_installment_holds_the_interest_of_one_month() -> None:
    told = plan("1,000", 1, "18.5")

    assert amounts(told) == ["1,015.42"]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (date(2026, 11, 30), ["2026-11-30", "2026-12-30", "2027-01-30", "2027-02-28"]),
        (date(2027, 12, 31), ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"]),
        (date(2026, 3, 15), ["2026-03-15", "2026-04-15", "2026-05-15", "2026-06-15"]),
    ],
)
def test_installments_fall_on_one_day_of_the_month_or_on_its_end(
    first: date, expected: list[str]
) -> None:
    told = plan("400", 4, first=first)

    assert [str(each.on) for each in told.installments] == expected


def test_without_a_first_day_no_day_is_known() -> None:
    told = plan("400", 2)

    assert [each.on for each in told.installments] == [None, None]


@pytest.mark.parametrize(
    ("amount", "count", "first", "message"),
    [
        ("100", 0, None, "count: expected from 1 to 600 installments"),
        ("100", 601, None, "count: expected from 1 to 600 installments"),
        ("0.02", 3, None, "amount: expected at least one cent for each installment"),
        ("0", 1, None, "amount: expected at least one cent for each installment"),
        ("-5", 1, None, "amount: expected at least one cent for each installment"),
        (
            "100",
            3,
            date(9999, 11, 1),
            "first_due: expected a day after which all installments are in the calendar",
        ),
    ],
)
def test_what_cannot_be_paid_in_installments_is_refused(
    amount: str, count: int, first: date | None, message: str
) -> None:
    with pytest.raises(InvalidValue) as caught:
        plan(amount, count, first=first)

    assert str(caught.value) == message


def test_nothing_of_the_record_is_shown() -> None:
    told = plan("400", 2)

    assert repr(told) == "<PaymentPlan: 3 of 3 fields told>"
    assert repr(told.installments[0]) == "<Installment: 3 of 4 fields told>"


def test_installments_beyond_all_money_are_refused_and_not_returned_without_a_total() -> None:
    with pytest.raises(
        InvalidValue,
        match="amount: expected installments that add up to an amount of money; fewer, or less",
    ):
        plan("99,999,999", 600, "100")
