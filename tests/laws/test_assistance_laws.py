"""Laws of sliding fee scales and of what assistance takes, over random scales and incomes."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from iopkit.cost import (
    AssistanceLine,
    charge_limit,
    charity_assistance,
    place_on_scale,
    scale_problems,
    sliding_fee_assistance,
)
from iopkit.cost.laid_scales import LaidScale
from iopkit.errors import InvalidValue
from iopkit.model import SlidingClass, SlidingScale
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share
from iopkit.values.spans import Span
from iopkit.values.texts import Text

GUIDELINE = Money.parse("10,000")  # one dollar is a hundredth of a percent
ends = st.integers(0, 8).map(lambda step: Decimal(step) * 25)
amounts = st.integers(0, 50_000).map(Money)
incomes = (st.integers(0, 9).map(lambda step: step * 250_000) | st.integers(0, 2_500_000)).map(
    Money
)
prices = st.sampled_from(
    (
        {},
        {"discount": Share.percent(0)},
        {"discount": Share.percent(100)},
        {"discount": Share.percent("33.33")},
        {"flat_fee": Money(4_000)},
        {"nominal_fee": Money(500)},
    )
)


@st.composite
def classes(draw: st.DrawFn, name: str) -> SlidingClass | None:
    """Draw a class with ends in it or outside of it; `None` where that is no band."""
    low, high = draw(st.none() | ends), draw(st.none() | ends)
    opens, closes = draw(st.booleans()), draw(st.booleans())
    try:
        return SlidingClass(
            name=name,
            from_percent=None if opens else low,
            above_percent=low if opens else None,
            to_percent=high if closes else None,
            below_percent=None if closes else high,
            **draw(prices),  # type: ignore[arg-type]  # each price is of its field
        )
    except InvalidValue:
        return None


@st.composite
def scales(draw: st.DrawFn) -> SlidingScale:
    """Draw a scale of up to four classes, with gaps and overlaps as often as not."""
    drawn = [draw(classes(name)) for name in "ABCD"[: draw(st.integers(1, 4))]]
    kept = [each for each in drawn if each is not None] or [SlidingClass(name="A")]
    return SlidingScale(id="scale", title=Text("A scale", "Una escala"), classes=tuple(kept))


def holds(each: SlidingClass, income: Money) -> bool:
    """Return whether a class holds an income, written as the ends read."""
    percent = income.dollars / 100
    return (
        (each.from_percent is None or each.from_percent <= percent)
        and (each.above_percent is None or each.above_percent < percent)
        and (each.to_percent is None or percent <= each.to_percent)
        and (each.below_percent is None or percent < each.below_percent)
    )


@given(scales(), incomes)
@settings(max_examples=200)
def test_one_class_is_chosen_exactly_where_one_holds_the_income(
    scale: SlidingScale, income: Money
) -> None:
    holding = tuple(each for each in scale.classes if holds(each, income))

    place = place_on_scale(scale, income, GUIDELINE)

    assert place.possible == holding
    assert place.chosen == (holding[0] if len(holding) == 1 else None)
    assert {each.code for each in place.problems} == (
        {"scale-gap"} if not holding else {"scale-overlap"} if len(holding) > 1 else set()
    )
    assert set(place.problems) <= set(scale_problems(scale))


@given(scales(), incomes, st.integers(1, 4_000_000))
@settings(max_examples=200)
def test_a_scale_laid_over_a_guideline_places_an_income_as_the_scale_does(
    scale: SlidingScale, income: Money, guideline: int
) -> None:
    place = place_on_scale(scale, income, Money(guideline))
    laid = LaidScale.over(scale, Money(guideline), None)

    assert laid.place(Span.exactly(income)) == (
        place.possible,
        tuple(dict.fromkeys(each.code for each in place.problems)),
    )


@given(scales())
@settings(max_examples=150)
def test_a_scale_has_no_problem_exactly_where_every_income_has_one_class(
    scale: SlidingScale,
) -> None:
    # Classes end at steps of 25 percent, so that these incomes meet every band.
    probes = [Money(cents) for step in range(10) for cents in (step * 250_000, step * 250_000 + 1)]
    counts = {sum(holds(each, income) for each in scale.classes) for income in probes}

    assert (not scale_problems(scale)) is (counts == {1})


@given(scales(), incomes, incomes, incomes)
@settings(max_examples=150)
def test_knowing_the_income_never_leaves_what_its_range_allowed(
    scale: SlidingScale, one: Money, other: Money, third: Money
) -> None:
    low, middle, high = sorted((one, other, third))

    wide = place_on_scale(scale, Span(low, high), GUIDELINE)
    exact = place_on_scale(scale, middle, GUIDELINE)

    assert set(exact.possible) <= set(wide.possible)
    assert set(exact.problems) <= set(wide.problems)
    if wide.chosen is not None:
        assert exact.chosen == wide.chosen


@given(scales(), incomes, incomes, amounts, amounts)
@settings(max_examples=150)
def test_help_never_passes_the_patients_amount_and_adds_up(
    scale: SlidingScale, one: Money, other: Money, patient: Money, charge: Money
) -> None:
    low, high = sorted((one, other))
    exact = sliding_fee_assistance(patient, charge, place_on_scale(scale, low, GUIDELINE))
    wide = sliding_fee_assistance(
        patient, charge, place_on_scale(scale, Span(low, high), GUIDELINE)
    )

    for line in (exact, wide):
        check(line, patient)
    assert inside(exact.after, wide.after)
    assert inside(exact.relief, wide.relief)


def check(line: AssistanceLine, patient: Money) -> None:
    """Hold one line to its bounds and to its sum."""
    after, relief = line.after, line.relief
    assert None not in (after.low, after.high, relief.low, relief.high)
    assert ZERO <= (after.low or ZERO) <= (after.high or ZERO) <= patient
    assert (after.low or ZERO) + (relief.high or ZERO) == patient
    assert (after.high or ZERO) + (relief.low or ZERO) == patient


def inside(one: Span[Money], other: Span[Money]) -> bool:
    """Return whether both ends of a span lie in another."""
    return all(end is not None and other.holds(end) is True for end in (one.low, one.high))


@given(amounts, amounts, st.none() | amounts, st.none() | st.booleans())
@settings(max_examples=150)
def test_charity_leaves_no_more_than_its_limit_and_less_than_gross(
    patient: Money, gross: Money, usual: Money | None, necessary: bool | None
) -> None:
    limit = charge_limit(gross, usual, is_medically_necessary=necessary)
    line = charity_assistance(patient, limit)

    check(line, patient)
    assert limit.high is not None
    assert limit.high < gross or gross == ZERO
    assert (line.after.high or ZERO) <= max(limit.high, ZERO)
    for answer in (True, False):
        if necessary is None and usual is not None:
            told = charge_limit(gross, usual, is_medically_necessary=answer)
            assert inside(told, limit)
