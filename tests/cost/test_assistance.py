"""Assistance: a household's place on a scale, and what is taken from a patient's amount."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from iopkit.cost import (
    AssistanceKind,
    AssistanceLine,
    ScalePlace,
    charge_limit,
    charity_assistance,
    generally_billed,
    look_back_share,
    place_on_scale,
    sliding_fee_assistance,
)
from iopkit.errors import InvalidValue
from iopkit.formats import read
from iopkit.model import SlidingScale
from iopkit.values.money import ZERO, Money
from iopkit.values.shares import Share
from iopkit.values.spans import Span

FOLDER = Path(__file__).parents[2] / "examples" / "assistance"
GUIDELINE = Money.parse("15,960")  # one person in 2026
PRINTED = """
id: printed
title: {en: A printed scale, es: Una escala impresa}
classes:
  - {name: A, to_percent: 100, discount: 100%}
  - {name: B, from_percent: 101, to_percent: 150, discount: 60%}
  - {name: C, from_percent: 150, to_percent: 200, discount: 30%}
"""


def dollars(amount: str) -> Money:
    return Money.parse(amount)


def scale() -> SlidingScale:
    return read(SlidingScale, FOLDER / "sliding-fee-scale.yaml")


def printed() -> SlidingScale:
    return read(SlidingScale, PRINTED)


def names(place: ScalePlace) -> tuple[str | None, str, list[str]]:
    chosen = place.chosen.name if place.chosen else None
    possible = "".join(each.name for each in place.possible)
    return chosen, possible, [each.code for each in place.problems]


def ends(told: Span[Money]) -> tuple[str, str]:
    return str(told.low), str(told.high)


def shown(line: AssistanceLine) -> tuple[tuple[str, str], tuple[str, str]]:
    return ends(line.relief), ends(line.after)


@pytest.mark.parametrize(
    ("income", "expected"),
    [
        ("0", "A"),
        ("15,960", "A"),
        ("15,960.01", "B"),
        ("19,950", "B"),
        ("19,950.01", "C"),
        ("31,920", "E"),
        ("31,920.01", "F"),
        ("400,000", "F"),
    ],
)
def test_a_class_is_taken_by_the_exact_percent(income: str, expected: str) -> None:
    place = place_on_scale(scale(), dollars(income), GUIDELINE)

    assert names(place) == (expected, expected, [])


@pytest.mark.parametrize(
    ("income", "expected"),
    [
        ("15,960", ("A", "A", [])),
        ("16,000", (None, "", ["scale-gap"])),
        ("16,119.60", ("B", "B", [])),
        ("23,940", (None, "BC", ["scale-overlap"])),
        ("31,920.01", (None, "", ["scale-gap"])),
    ],
)
def test_nothing_is_picked_in_a_gap_or_where_classes_overlap(
    income: str, expected: tuple[str | None, str, list[str]]
) -> None:
    place = place_on_scale(printed(), dollars(income), GUIDELINE)

    assert names(place) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("16,000", "19,000", ("B", "B", [])),
        ("16,000", "20,000", (None, "BC", [])),
        (None, "15,000", ("A", "A", [])),
        ("32,000", None, ("F", "F", [])),
        ("31,920", None, (None, "EF", [])),
        (None, None, (None, "ABCDEF", [])),
    ],
)
def test_a_range_of_incomes_has_a_class_where_all_of_it_lies_in_one(
    low: str | None, high: str | None, expected: tuple[str | None, str, list[str]]
) -> None:
    income = Span(None if low is None else dollars(low), None if high is None else dollars(high))

    assert names(place_on_scale(scale(), income, GUIDELINE)) == expected


@pytest.mark.parametrize(
    ("income", "guideline", "missing"),
    [
        (None, GUIDELINE, ("income",)),
        (ZERO, None, ("guideline",)),
        (None, None, ("income", "guideline")),
    ],
)
def test_what_is_not_told_leaves_every_class_possible(
    income: Money | None, guideline: Money | None, missing: tuple[str, ...]
) -> None:
    place = place_on_scale(scale(), income, guideline)

    assert (names(place), place.missing) == ((None, "ABCDEF", []), missing)


@pytest.mark.parametrize(
    ("income", "guideline", "message"),
    [
        ("-1", "15,960", "amount: expected an amount that is not negative"),
        ("1", "0", "guideline: expected an amount above zero"),
    ],
)
def test_an_income_that_means_nothing_is_refused(income: str, guideline: str, message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        place_on_scale(scale(), dollars(income), dollars(guideline))

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("patient", "expected"),
    [
        ("60", "40.00"),  # insured: a copay of 60 for a fee of 80, in a class that pays half
        ("80", "40.00"),  # not insured
        ("25", "25.00"),  # never more than the patient's amount
        ("0", "0.00"),
    ],
)
def test_a_patient_pays_no_more_than_the_class_pays_of_the_charge(
    patient: str, expected: str
) -> None:
    place = place_on_scale(scale(), dollars("22,000"), GUIDELINE)

    line = sliding_fee_assistance(dollars(patient), dollars("80"), place)

    relief = dollars(patient) - dollars(expected)
    assert shown(line) == ((str(relief),) * 2, (expected,) * 2)
    assert line.kind is AssistanceKind.SLIDING_FEE


def test_between_classes_the_help_is_from_the_least_to_the_most() -> None:
    both = place_on_scale(printed(), dollars("23,940"), GUIDELINE)  # classes B and C hold it
    gap = place_on_scale(printed(), dollars("16,000"), GUIDELINE)

    overlap_line = sliding_fee_assistance(dollars("80"), dollars("80"), both)
    gap_line = sliding_fee_assistance(dollars("80"), dollars("80"), gap)

    assert shown(overlap_line) == (("24.00", "48.00"), ("32.00", "56.00"))
    assert shown(gap_line) == (("0.00", "80.00"), ("0.00", "80.00"))


def test_a_price_that_is_not_told_leaves_the_help_open() -> None:
    found = scale()
    untold = evolve(found, classes=(evolve(found.classes[0], nominal_fee=None), *found.classes[1:]))
    place = place_on_scale(untold, ZERO, GUIDELINE)

    line = sliding_fee_assistance(dollars("60"), dollars("80"), place)

    assert shown(line) == (("0.00", "60.00"), ("0.00", "60.00"))


def test_help_is_taken_from_both_ends_of_a_range() -> None:
    place = place_on_scale(scale(), dollars("22,000"), GUIDELINE)
    open_end: Span[Money] = Span(dollars("30"), None)

    line = sliding_fee_assistance(Span(dollars("30"), dollars("60")), dollars("80"), place)
    unbounded = sliding_fee_assistance(open_end, dollars("80"), place)

    assert shown(line) == (("0.00", "20.00"), ("30.00", "40.00"))
    assert shown(unbounded) == (("0.00", "None"), ("30.00", "40.00"))


def test_looking_back_gives_a_share_that_is_rounded_down() -> None:
    # A hospital prints a discount of 82.65 %: 17.35 % of its charges are generally billed.
    share = look_back_share(dollars("1,735,999.99"), dollars("10,000,000"))

    assert share == Share.percent("17.35")
    assert generally_billed(dollars("1,000.01"), share) == dollars("173.50")


@pytest.mark.parametrize(("allowed", "gross"), [("2", "1"), ("-1", "1"), ("0", "0")])
def test_charges_below_what_was_allowed_are_refused(allowed: str, gross: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        look_back_share(dollars(allowed), dollars(gross))

    assert str(caught.value) == (
        "gross: expected charges above zero, and not below what was allowed"
    )


@pytest.mark.parametrize(
    ("billed", "necessary", "expected"),
    [
        ("173.50", True, ("173.50", "173.50")),
        ("173.50", False, ("999.99", "999.99")),
        ("173.50", None, ("173.50", "999.99")),
        (None, True, ("None", "999.99")),
        (None, False, ("999.99", "999.99")),
        (None, None, ("None", "999.99")),
        ("1,000", True, ("999.99", "999.99")),  # gross charges are never allowed
    ],
)
def test_a_charge_is_held_to_what_is_generally_billed_and_stays_below_gross(
    billed: str | None, necessary: bool | None, expected: tuple[str, str]
) -> None:
    told = None if billed is None else dollars(billed)

    limit = charge_limit(dollars("1,000"), told, is_medically_necessary=necessary)

    assert ends(limit) == expected


def test_a_charge_of_nothing_has_a_limit_of_nothing() -> None:
    assert ends(charge_limit(ZERO, None, is_medically_necessary=False)) == ("0.00", "0.00")


@pytest.mark.parametrize(("gross", "billed"), [("-1", "1"), ("1", "-1")])
def test_negative_amounts_have_no_limit(gross: str, billed: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        charge_limit(dollars(gross), dollars(billed), is_medically_necessary=True)

    assert str(caught.value) == "gross: expected amounts that are not negative"


def test_nothing_is_generally_billed_of_a_negative_charge() -> None:
    with pytest.raises(InvalidValue) as caught:
        generally_billed(dollars("-1"), Share.percent(20))

    assert str(caught.value) == "gross: expected an amount that is not negative"


@pytest.mark.parametrize(
    ("patient", "necessary", "expected"),
    [
        ("1,000", True, (("826.50", "826.50"), ("173.50", "173.50"))),
        ("100", True, (("0.00", "0.00"), ("100.00", "100.00"))),
        ("1,000", None, (("0.01", "826.50"), ("173.50", "999.99"))),
    ],
)
def test_charity_takes_what_lies_above_the_limit(
    patient: str, necessary: bool | None, expected: tuple[tuple[str, str], tuple[str, str]]
) -> None:
    limit = charge_limit(dollars("1,000"), dollars("173.50"), is_medically_necessary=necessary)

    line = charity_assistance(dollars(patient), limit)

    assert shown(line) == expected
    assert line.kind is AssistanceKind.GENERALLY_BILLED


def test_nothing_of_the_record_is_shown() -> None:
    place = place_on_scale(scale(), dollars("22,000"), GUIDELINE)
    line = sliding_fee_assistance(dollars("60"), dollars("80"), place)

    assert repr(place) == "<ScalePlace: 2 of 4 fields told>"
    assert repr(line) == "<AssistanceLine: 4 of 4 fields told>"


def test_no_more_is_relieved_than_is_owed_because_a_charge_is_negative() -> None:
    place = place_on_scale(scale(), dollars("22,000"), GUIDELINE)

    with pytest.raises(InvalidValue, match="charge: expected an amount that is not negative"):
        sliding_fee_assistance(dollars("60"), dollars("-80"), place)
