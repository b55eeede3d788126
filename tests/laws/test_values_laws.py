"""What holds for every amount, share, period, series, listing and span."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.strategies_values import (
    amounts,
    dated,
    days,
    listings,
    periods,
    shares,
    spans,
    things,
)

from iopkit.errors import InvalidValue, NotInForce
from iopkit.values import (
    ZERO,
    Dated,
    DatedEntry,
    Listing,
    Money,
    Period,
    Share,
    Span,
    parse_day,
)


@given(amounts, amounts, amounts)
def test_money_adds_as_numbers_do(one: Money, two: Money, three: Money) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + ZERO == one
    assert one - one == ZERO
    assert one - two == one + -two


@given(amounts, st.integers(-4, 4), st.integers(-4, 4))
def test_taking_money_so_many_times_is_adding_it(one: Money, some: int, more: int) -> None:
    assert one * some == some * one
    assert sum([one] * abs(some), start=ZERO) == one * abs(some)
    assert (one * some).cents == one.cents * some
    if abs(some + more) <= 4:
        assert one * some + one * more == one * (some + more)


@given(amounts, amounts)
def test_money_is_in_the_order_of_its_cents(one: Money, two: Money) -> None:
    assert (one < two) is (one.cents < two.cents)
    assert (one == two) is (one.cents == two.cents)
    assert (one <= two) is not (two < one)


@given(amounts)
def test_money_is_read_back_from_what_it_writes(amount: Money) -> None:
    plain = str(amount).replace(",", "")

    assert Money.parse(str(amount)) == Money.parse(plain) == Money.parse(amount.dollars) == amount
    assert amount.dollars * 100 == amount.cents


@given(st.text(alphabet="0123456789.,-+ e", max_size=12))
def test_what_is_read_as_money_is_what_was_written(text: str) -> None:
    try:
        amount = Money.parse(text)
    except InvalidValue:
        return

    assert amount.dollars == Decimal(text.strip().replace(",", ""))


@given(st.decimals())
def test_a_decimal_is_read_exactly_or_refused(number: Decimal) -> None:
    try:
        amount = Money.parse(number)
    except InvalidValue:
        return

    assert Fraction(amount.cents, 100) == Fraction(number)


@given(shares, amounts)
def test_a_share_is_the_exact_part_rounded_half_up(share: Share, amount: Money) -> None:
    exact = Decimal(amount.cents) * Decimal(share.basis_points) / 10_000

    assert share.of(amount).cents == int(exact.quantize(Decimal(1), ROUND_HALF_UP))
    assert share.of(-amount) == -share.of(amount)


@given(shares, shares, amounts, amounts)
def test_a_larger_share_or_amount_never_yields_less(
    one: Share, two: Share, amount: Money, other: Money
) -> None:
    small, large = sorted([one, two])
    less, more = sorted([amount, other])
    size = max(amount, -amount)

    assert ZERO <= small.of(size) <= large.of(size) <= size
    assert one.of(less) <= one.of(more)


@given(amounts)
def test_none_of_an_amount_is_nothing_and_all_of_it_is_it(amount: Money) -> None:
    assert Share.percent(0).of(amount) == ZERO
    assert Share.percent(100).of(amount) == amount


@given(shares)
def test_a_share_is_read_back_from_what_it_writes(share: Share) -> None:
    assert Share.parse(str(share)) == share
    assert Share.percent(Decimal(share.basis_points) / 100) == share


@given(days)
def test_a_day_is_read_back_from_what_it_writes(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@given(periods())
def test_a_period_is_read_back_from_what_it_writes(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(periods(), days)
def test_a_period_holds_the_days_between_its_ends(period: Period, day: date) -> None:
    within = period.start <= day and (period.end is None or day < period.end)

    assert period.holds(day) is within
    assert period.holds(period.start)
    assert period.end is None or not period.holds(period.end)
    assert period.end is None or period.holds(period.end - timedelta(1))


@given(periods(), periods())
def test_periods_overlap_where_the_later_start_is_in_both(one: Period, two: Period) -> None:
    later = max(one.start, two.start)

    assert one.overlaps(two) is two.overlaps(one) is (one.holds(later) and two.holds(later))
    assert one.overlaps(one)


@given(periods(), periods(), periods())
def test_periods_have_one_order(one: Period, two: Period, three: Period) -> None:
    first, second, third = sorted([one, two, three])

    assert first <= second <= third
    assert first <= third
    assert (one < two) + (two < one) + (one == two) == 1


@given(dated(), days)
def test_a_series_has_the_value_of_the_one_period_that_holds_the_day(
    series: Dated[int], day: date
) -> None:
    holding = [entry for entry in series.entries if entry.period.holds(day)]

    if holding:
        assert [series.on(day)] == [entry.value for entry in holding]
        return
    with pytest.raises(NotInForce) as caught:
        series.on(day)
    assert caught.value.periods == tuple(str(period) for period in series.periods)


@given(dated())
def test_a_series_is_the_same_in_whatever_order_it_was_told(series: Dated[int]) -> None:
    assert Dated(tuple(reversed(series.entries)), series.name) == series
    assert list(series.periods) == sorted(series.periods)


@given(st.lists(periods(), max_size=5))
def test_a_series_is_refused_exactly_where_two_periods_overlap(told: list[Period]) -> None:
    clash = any(one.overlaps(two) for at, one in enumerate(told) for two in told[:at])

    try:
        Dated(tuple(DatedEntry(period, 0) for period in told))
    except InvalidValue:
        assert clash
    else:
        assert not clash


@given(listings(), things)
def test_a_listing_says_yes_no_or_nothing(listing: Listing[str], thing: str) -> None:
    answer = listing.holds(thing)

    assert (answer is True) is (thing in listing.present)
    assert (answer is None) is (
        thing not in listing.present and thing not in listing.lacks and not listing.complete
    )


@given(listings(), things, st.booleans())
def test_telling_a_listing_more_changes_no_answer_it_gave(
    listing: Listing[str], thing: str, is_present: bool
) -> None:
    if listing.holds(thing) is not None:
        return
    extra = (thing,)
    present = listing.present + extra if is_present else listing.present
    lacks = listing.lacks if is_present else listing.lacks + extra
    fuller = Listing.of(*present, lacks=lacks)

    assert fuller.holds(thing) is is_present
    for other in "abcdef":
        assert listing.holds(other) in (None, fuller.holds(other))


@given(listings())
def test_completing_a_listing_leaves_nothing_unsaid(listing: Listing[str]) -> None:
    whole = Listing(listing.present, listing.lacks, complete=True)

    for thing in "abcdef":
        assert whole.holds(thing) is (listing.holds(thing) or False)


@given(listings(), st.lists(things))
def test_one_of_several_is_the_three_valued_or(listing: Listing[str], asked: list[str]) -> None:
    answers = {listing.holds(thing) for thing in asked}
    expected = True if True in answers else None if None in answers else False

    assert listing.holds_any(asked) is expected


@given(spans(), st.integers(-12, 12))
def test_a_span_is_sure_only_of_what_its_known_ends_decide(span: Span[int], value: int) -> None:
    below = span.low is not None and value < span.low
    above = span.high is not None and value > span.high
    is_closed = span.low is not None and span.high is not None

    assert (span.holds(value) is False) is (below or above)
    assert (span.holds(value) is True) is (is_closed and not below and not above)


@given(spans(), st.integers(-12, 12), st.integers(-12, 12))
def test_learning_an_end_changes_no_answer_a_span_gave(
    span: Span[int], end: int, value: int
) -> None:
    learned = (end if span.low is None else span.low, end if span.high is None else span.high)
    if learned[0] > learned[1]:
        return

    assert span.holds(value) in (None, Span(*learned).holds(value))


@given(st.integers(), st.integers())
def test_a_span_is_made_exactly_where_its_ends_are_in_order(low: int, high: int) -> None:
    try:
        span = Span(low, high)
    except InvalidValue:
        assert low > high
    else:
        assert low <= high
        assert (span.value is None) is (low != high)
