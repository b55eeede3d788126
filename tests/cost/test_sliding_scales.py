"""Sliding fee scales: reading them, their gaps and overlaps, and what health centers must have."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from iopkit.catalog import shipped
from iopkit.cost import scale_problems, sliding_scale_findings
from iopkit.errors import InvalidValue, NotInForce
from iopkit.formats import dump, read
from iopkit.model import SlidingClass, SlidingScale
from iopkit.values.money import Money
from iopkit.values.problems import DocumentError
from iopkit.values.shares import Share
from iopkit.values.texts import Text

DAY = date(2026, 3, 2)
EXAMPLE = Path(__file__).parents[2] / "examples" / "assistance" / "sliding-fee-scale.yaml"
_NONE = Share.percent(0)
Ends = tuple[str | None, str | None]

# As many scales are printed: whole percents at both ends, which leave gaps between them.
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


def one(name: str, low: str | None, high: str | None, **price: Share | Money) -> SlidingClass:
    """Return a class whose ends are written `>100` where they are outside of it, or `<200`."""
    return SlidingClass(
        name=name,
        from_percent=Decimal(low) if low and low[0] != ">" else None,
        above_percent=Decimal(low[1:]) if low and low[0] == ">" else None,
        to_percent=Decimal(high) if high and high[0] != "<" else None,
        below_percent=Decimal(high[1:]) if high and high[0] == "<" else None,
        **price,  # type: ignore[arg-type]  # each test names its price
    )


def scale(*classes: SlidingClass) -> SlidingScale:
    return SlidingScale(id="scale", title=Text("A scale", "Una escala"), classes=classes)


def example() -> SlidingScale:
    return read(SlidingScale, EXAMPLE)


def told(found: SlidingScale, least_fee: str | None = "100") -> list[str]:
    problems = sliding_scale_findings(
        found,
        shipped().amounts,
        on=DAY,
        least_fee=None if least_fee is None else dollars(least_fee),
    )
    return [f"{each.severity.value} {each.code} {each}" for each in problems]


def test_a_scale_is_read_from_a_document_and_written_back() -> None:
    found = example()

    assert [each.name for each in found.classes] == list("ABCDEF")
    assert found.classes[0].nominal_fee == dollars("20")
    assert read(SlidingScale, dump(found)) == found


def test_the_example_has_no_gaps_and_is_as_health_centers_must_have_it() -> None:
    assert scale_problems(example()) == ()
    assert told(example()) == []


def test_gaps_and_overlaps_name_their_classes_and_what_to_do() -> None:
    found = scale_problems(read(SlidingScale, PRINTED))

    assert [(each.code, each.path, each.text.en, each.text.es) for each in found] == [
        (
            "scale-gap",
            "classes[1]",
            (
                "no class holds incomes of above 100 and below 101 percent of the guideline; let"
                " 'A' and 'B' touch: to_percent is in its class, above_percent is not"
            ),
            (
                "ninguna clase incluye ingresos de más del 100 y menos del 101 por ciento de la"
                " guía; haga que 'A' y 'B' se toquen: to_percent está en su clase, above_percent no"
            ),
        ),
        (
            "scale-gap",
            "classes[2]",
            (
                "no class holds incomes of above 200 percent of the guideline; add a class above"
                " 'C', with discount: 0% if it has none"
            ),
            (
                "ninguna clase incluye ingresos de más del 200 por ciento de la guía; agregue una"
                " clase por encima de 'C', con discount: 0% si no lo tiene"
            ),
        ),
        (
            "scale-overlap",
            "classes[2]",
            (
                "the classes 'B' and 'C' both hold incomes of 150 percent of the guideline; give"
                " each income to one of them"
            ),
            (
                "las clases 'B' y 'C' incluyen ambas ingresos de exactamente el 150 por ciento de"
                " la guía; asigne cada ingreso a una sola"
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("ends", "gaps", "overlaps"),
    [
        ([(None, "100"), (">100", None)], [], []),
        ([(None, "<100"), ("100", None)], [], []),
        ([(None, None)], [], []),
        ([(None, "<100"), (">100", None)], ["100 percent"], []),
        ([(None, "100"), ("100", None)], [], ["100 percent"]),
        ([("50", None)], ["below 50 percent"], []),
        ([(None, "200")], ["above 200 percent"], []),
        ([(">100", None), (None, "100")], [], []),
        (
            [(None, "150"), (">100", "120"), (">130", None)],
            [],
            ["above 100 and up to 120 percent", "above 130 and up to 150 percent"],
        ),
        ([(None, None), ("20.5", "30")], [], ["at least 20.5 and up to 30 percent"]),
        ([(None, None), (None, None)], [], ["any percent"]),
        (
            [(None, "10"), ("20", "30"), ("40", None)],
            ["above 10 and below 20 percent", "above 30 and below 40 percent"],
            [],
        ),
    ],
)
def test_what_no_class_holds_and_what_several_do(
    ends: list[Ends], gaps: list[str], overlaps: list[str]
) -> None:
    found = scale_problems(scale(*(one(str(place), *each) for place, each in enumerate(ends))))

    def bands(code: str) -> list[str]:
        texts = [each.text.en for each in found if each.code == code]
        return [text.partition("incomes of ")[2].partition(" of the")[0] for text in texts]

    assert (bands("scale-gap"), bands("scale-overlap")) == (gaps, overlaps)


def test_a_scale_that_does_not_begin_at_0_is_told_so() -> None:
    (found,) = scale_problems(scale(one("A", "50", None)))

    assert found.text == Text(
        "no class holds incomes of below 50 percent of the guideline; let the first class begin"
        " at 0",
        "ninguna clase incluye ingresos de menos del 50 por ciento de la guía; haga que la primera"
        " clase empiece en 0",
    )


def test_a_full_discount_or_a_nominal_fee_is_asked_up_to_the_guideline() -> None:
    first, *rest = example().classes
    flat = evolve(first, nominal_fee=None, flat_fee=dollars("20"))
    partial = evolve(first, nominal_fee=None, discount=Share.percent(90))
    full = evolve(first, nominal_fee=None, discount=Share.percent(100))
    expected = (
        "error scale-full-discount classes[0]: the class 'A' holds incomes of up to 100 percent of"
        " the guideline and gives no full discount; give discount: 100%, or a nominal_fee"
    )

    assert told(scale(flat, *rest)) == [expected]
    assert told(scale(partial, *rest)) == [expected]
    assert told(scale(full, *rest)) == []


def test_a_class_that_begins_at_the_guideline_must_give_all_of_it() -> None:
    classes = list(example().classes)
    classes[0] = one("A", None, "<100", nominal_fee=dollars("20"))
    classes[1] = one("B", "100", "125", discount=Share.percent(75))

    assert [line.split(":")[0] for line in told(scale(*classes))] == [
        "error scale-full-discount classes[1]"
    ]


def test_three_classes_with_a_part_of_the_charge_are_asked() -> None:
    low, *middle, last, top = example().classes
    merged = evolve(middle[0], to_percent=Decimal(200))
    two = (evolve(middle[0], to_percent=Decimal(175)), last)
    expected = (
        "error scale-few-classes classes: expected at least 3 classes with a part of the charge for"
        " incomes of above 100 and up to 200 percent of the guideline, found {}; split that band"
        " into more classes"
    )

    assert told(scale(low, merged, top)) == [expected.format(1)]
    assert told(scale(low, *two, top)) == [expected.format(2)]
    assert (
        told(scale(low, *middle[:1], evolve(middle[1], to_percent=Decimal(175)), last, top)) == []
    )


def test_a_price_that_is_not_told_leaves_the_number_of_classes_open() -> None:
    low, *middle, last, top = example().classes
    untold = evolve(last, flat_fee=None)
    two = (evolve(middle[0], to_percent=Decimal(175)), untold)

    found = told(scale(low, *middle[:1], one("G", ">125", "175", flat_fee=Money(1)), untold, top))

    assert [line.split(":")[0] for line in found] == [
        "note not-told classes[3]",
        "note scale-few-classes classes",
    ]
    assert [line.split(":")[0] for line in told(scale(low, *two, top))] == [
        "error scale-few-classes classes",
        "note not-told classes[2]",
    ]


def test_no_discount_is_given_above_twice_the_guideline() -> None:
    *rest, last, top = example().classes
    wide = evolve(last, to_percent=Decimal(220))
    text = (
        "error scale-discount-above classes[{0}]: the class {1!r} holds incomes of above 200"
        " percent of the guideline, for which no discount may be given; end the class there, or"
        " give discount: 0%"
    )

    assert told(scale(*rest, wide, evolve(top, above_percent=Decimal(220)))) == [
        text.format(4, "E")
    ]
    assert told(scale(*rest, last, evolve(top, discount=Share.percent(5)))) == [text.format(5, "F")]


def test_a_class_without_a_price_or_a_discount_is_no_class_with_a_part_of_the_charge() -> None:
    low, *middle, last, top = example().classes
    nothing = evolve(last, flat_fee=None, discount=_NONE)

    found = told(scale(low, *middle[1:], one("B", ">100", "125", discount=_NONE), nothing, top))

    assert [line.split(":")[0] for line in found] == ["error scale-few-classes classes"]
    assert [
        line.split(":")[0] for line in told(scale(low, *middle, last, one("F", ">200", None)))
    ] == ["note not-told classes[5]"]


@pytest.mark.parametrize(
    ("fee", "least", "expected"),
    [
        ("24.99", "100", []),
        (
            "25",
            "100",
            [
                (
                    "error scale-nominal-fee classes[0]: the nominal fee of the class 'A' is"
                    " 25.00, and the class 'B' pays 25.00; a nominal fee must be below that"
                )
            ],
        ),
        (
            "1",
            None,
            [
                (
                    "note not-told classes[0]: the nominal fee of the class 'A' must be below what"
                    " the class 'B' pays, which depends on the charge; tell the lowest charge"
                )
            ],
        ),
    ],
)
def test_a_nominal_fee_is_below_what_the_first_paying_class_pays(
    fee: str, least: str | None, expected: list[str]
) -> None:
    first, *rest = example().classes

    assert told(scale(evolve(first, nominal_fee=dollars(fee)), *rest), least) == expected


def test_a_nominal_fee_is_held_to_a_flat_fee_without_a_charge() -> None:
    low, second, *rest = example().classes
    flat = evolve(second, discount=None, flat_fee=dollars("30"))
    high = evolve(low, nominal_fee=dollars("30"))

    assert told(scale(low, flat, *rest), None) == []
    assert [line.split(":")[0] for line in told(scale(high, flat, *rest), None)] == [
        "error scale-nominal-fee classes[0]"
    ]


def test_findings_cite_the_manual_and_stand_most_severe_first() -> None:
    found = sliding_scale_findings(read(SlidingScale, PRINTED), shipped().amounts, on=DAY)

    assert [(each.severity.value, each.code, each.source) for each in found] == [
        ("error", "scale-few-classes", "hrsa-compliance-manual-9"),
        ("warning", "scale-gap", None),
        ("warning", "scale-gap", None),
        ("warning", "scale-overlap", None),
    ]


def test_what_was_asked_before_it_was_read_is_not_known() -> None:
    with pytest.raises(NotInForce) as caught:
        sliding_scale_findings(example(), shipped().amounts, on=date(2020, 1, 1))

    assert str(caught.value) == (
        "hrsa/full-discount-up-to: nothing is in force on 2020-01-01; periods that exist: "
        "2023-03-08..open"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "{name: A, from_percent: 1, above_percent: 1}",
            "classes[0].from_percent: expected one end in the band or one outside of it, not both",
        ),
        (
            "{name: A, to_percent: 1, below_percent: 1}",
            "classes[0].to_percent: expected one end in the band or one outside of it, not both",
        ),
        (
            "{name: A, from_percent: -1}",
            "classes[0].from_percent: expected percents that are numbers from 0",
        ),
        (
            "{name: A, above_percent: 5, to_percent: 5}",
            "classes[0]: expected a low end that is below the high end",
        ),
        (
            "{name: A, below_percent: 0}",
            "classes[0].below_percent: expected a low end that is below the high end",
        ),
        (
            "{name: A, discount: 5%, flat_fee: 1}",
            "classes[0]: expected one price at most: discount, flat_fee, nominal_fee",
        ),
        (
            '{name: A, nominal_fee: "-1"}',
            "classes[0].nominal_fee: expected fees that are not negative",
        ),
        (
            "{name: A}, {name: A}",
            "classes: expected at least one class, each with a name of its own",
        ),
    ],
)
def test_a_class_that_means_nothing_is_refused(text: str, message: str) -> None:
    document = f"id: x\ntitle: {{en: One, es: Uno}}\nclasses: [{text}]\n"

    with pytest.raises(DocumentError) as caught:
        read(SlidingScale, document)

    (problem,) = caught.value.problems
    assert f"{problem.path}: {problem.text.en}" == message


def test_a_scale_without_classes_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        scale()

    assert str(caught.value) == "classes: expected at least one class, each with a name of its own"


@pytest.mark.parametrize(
    ("name", "charge", "expected"),
    [
        ("A", "80", "20.00"),
        ("A", "15", "15.00"),
        ("B", "80", "20.00"),
        ("C", "80.01", "40.01"),
        ("E", "80", "80.00"),
        ("E", "180", "90.00"),
        ("F", "80", "80.00"),
    ],
)
def test_a_class_pays_its_price_and_never_more_than_the_charge(
    name: str, charge: str, expected: str
) -> None:
    (wanted,) = [each for each in example().classes if each.name == name]

    assert str(wanted.price_of(dollars(charge))) == expected


def test_a_price_that_is_not_told_is_not_known() -> None:
    assert one("A", None, None).price_of(dollars("80")) is None
