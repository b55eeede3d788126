"""Crosswalks: what a code means on a day, what means a term, and when a code does not tell."""

from __future__ import annotations

from datetime import date

import pytest
from tests.law.example_crosswalk import (
    CHEMICAL,
    DAY,
    DAY_CARE,
    PSYCHIATRIC,
    REVENUE,
    WHY,
    crosswalk,
    meaning,
)

from iopkit.errors import InvalidValue, NotInForce, NotShipped
from iopkit.law import Ambiguity, CodeMatch, name_of, term_named
from iopkit.values.sources import Confidence
from iopkit.values.terms import Term
from iopkit.vocabulary import (
    TERM_KINDS,
    BillingUnit,
    CareLevel,
    ConditionFamily,
    Population,
    ProgramType,
)


@pytest.mark.parametrize("kind", TERM_KINDS)
def test_every_term_of_the_vocabulary_has_a_name_that_leads_back(kind: type[Term]) -> None:
    assert [term_named(name_of(term)) for term in kind] == list(kind)


@pytest.mark.parametrize(
    ("term", "name"),
    [
        (CareLevel.IOP, "care-level/iop"),
        (ConditionFamily.MENTAL_DISORDER, "condition-family/mental-disorder"),
        (BillingUnit.QUARTER_HOUR, "billing-unit/quarter-hour"),
    ],
)
def test_a_name_tells_the_list_and_the_value(term: Term, name: str) -> None:
    assert name_of(term) == name


@pytest.mark.parametrize("name", ["", "iop", "care-level", "care-level/ipo", "CareLevel/iop"])
def test_a_name_of_no_term_is_refused(name: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        term_named(name)

    assert str(caught.value) == (
        "term: expected a list of the vocabulary and a value in it, such as care-level/iop"
    )


def test_a_term_outside_the_vocabulary_has_no_name() -> None:
    with pytest.raises(InvalidValue) as caught:
        name_of(Confidence.READ)

    assert str(caught.value) == "term: expected a term of a list of the vocabulary"


def test_a_code_with_one_meaning_tells_it_with_its_unit() -> None:
    found = REVENUE.terms("0912", on=DAY)

    assert (found.term, found.code, found.is_ambiguous) == (CareLevel.PHP, "0912", False)
    assert found.matches == (DAY_CARE,)
    assert found.matches[0].unit is BillingUnit.DAY


def test_an_ambiguous_code_tells_all_meanings_and_why() -> None:
    found = REVENUE.terms("0905", on=DAY)

    assert found.matches == (PSYCHIATRIC, CHEMICAL)
    assert found.is_ambiguous
    assert found.because == WHY


def test_an_ambiguous_code_still_tells_that_on_which_its_meanings_agree() -> None:
    found = REVENUE.terms("0905", on=DAY)

    assert found.term is CareLevel.IOP
    assert found.of(CareLevel) is CareLevel.IOP
    assert found.of(ConditionFamily) is None
    assert found.of(Population) is None


def test_a_code_that_says_two_things_of_two_kinds_is_not_ambiguous() -> None:
    for_whom = meaning("PED", Population.PEOPLE_WITH_EATING_DISORDERS)
    of_type = meaning("PED", ProgramType.EATING_DISORDER)

    found = crosswalk(for_whom, of_type).terms("PED", on=DAY)

    assert not found.is_ambiguous
    assert found.term is None
    assert found.of(ProgramType) is ProgramType.EATING_DISORDER


def test_a_code_is_ambiguous_only_on_days_on_which_its_meanings_differ() -> None:
    later = meaning("A", CareLevel.PHP, period="2026-01-01..open")
    codes = crosswalk(meaning("A", CareLevel.IOP), later, ambiguities=(Ambiguity("A", WHY),))

    assert not codes.terms("A", on=date(2025, 12, 31)).is_ambiguous
    assert codes.terms("A", on=date(2026, 1, 1)).is_ambiguous


def test_a_meaning_that_follows_another_is_not_ambiguous() -> None:
    before = meaning("A", CareLevel.IOP, period="2024-01-01..2026-01-01")
    after = meaning("A", CareLevel.PHP, period="2026-01-01..open")

    codes = crosswalk(before, after)

    assert codes.terms("A", on=date(2025, 12, 31)).term is CareLevel.IOP
    assert codes.terms("A", on=date(2026, 1, 1)).term is CareLevel.PHP


def test_a_meaning_may_be_told_again_for_a_later_period() -> None:
    before = meaning("A", CareLevel.IOP, period="2024-01-01..2026-01-01")
    after = meaning("A", CareLevel.IOP, period="2026-01-01..open")

    assert crosswalk(before, after).terms("A", on=DAY).matches == (after,)


def test_all_codes_of_a_term_are_told() -> None:
    found = REVENUE.codes(CareLevel.IOP, on=DAY)

    assert found.matches == (PSYCHIATRIC, CHEMICAL)
    assert (found.code, found.term, found.because) == ("0905", CareLevel.IOP, None)


@pytest.mark.parametrize("term", [CareLevel.INPATIENT, ConditionFamily.MENTAL_DISORDER])
def test_a_term_that_no_code_means_has_none_even_if_codes_say_it_with_another(term: Term) -> None:
    found = REVENUE.codes(term, on=DAY)

    assert (found.matches, found.code, found.term) == ((), None, None)


@pytest.mark.parametrize(
    ("day", "is_known"),
    [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2020, 12, 31), True),
        (date(2021, 1, 1), False),
    ],
)
def test_a_code_means_something_only_in_its_period(day: date, *, is_known: bool) -> None:
    if is_known:
        assert REVENUE.terms("0999", on=day).term is CareLevel.RESIDENTIAL
        return
    with pytest.raises(NotInForce) as caught:
        REVENUE.terms("0999", on=day)

    assert str(caught.value) == (
        f"code 0999 of example: nothing is in force on {day}; "
        "periods that exist: 2020-01-01..2021-01-01"
    )


def test_a_term_whose_codes_hold_on_other_days_names_the_periods() -> None:
    with pytest.raises(NotInForce) as caught:
        REVENUE.codes(CareLevel.RESIDENTIAL, on=DAY)

    assert str(caught.value) == (
        "codes of example for care-level/residential: nothing is in force on 2026-03-02; "
        "periods that exist: 2020-01-01..2021-01-01"
    )


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("0914", "no code of example has the id '0914'; there are: 0912"),
        ("zz", "no code of example has the id 'zz'; there are: 0905, 0912, 0999"),
    ],
)
def test_an_unknown_code_names_codes_that_are_near_or_all_of_a_few(code: str, message: str) -> None:
    with pytest.raises(NotShipped) as caught:
        REVENUE.terms(code, on=DAY)

    assert str(caught.value) == message


def test_an_unknown_code_far_from_every_code_names_none_of_many() -> None:
    many = crosswalk(*(meaning(f"A{number:02}", CareLevel.IOP) for number in range(21)))

    with pytest.raises(NotShipped) as caught:
        many.terms("zz", on=DAY)

    assert str(caught.value) == "no code of example has the id 'zz'"


@pytest.mark.parametrize(
    ("width", "last_is_any", "known", "written", "is_same"),
    [
        (None, False, "H0015", "h0015 ", True),
        (None, False, "H0015", "H15", False),
        (None, False, "I", "i", True),
        (4, False, "0905", "905", True),
        (4, False, "0905", "00905", True),
        (4, False, "0905", "9050", False),
        (2, False, "02", "2", True),
        (3, True, "13X", "131", True),
        (3, True, "13X", "0131", True),
        (3, True, "13X", "13x", True),
        (3, True, "13X", "13", False),
        (3, True, "13X", "13A", False),
        (3, True, "13X", "14X", False),
        (3, True, "13X", "1311", False),
        (None, False, "261QR0405X", "261QR04055", False),
        (4, False, "0905", "", False),
        (3, True, "13X", "", False),
    ],
)
def test_a_code_is_known_however_its_zeros_and_letters_are_written(
    width: int | None, last_is_any: bool, known: str, written: str, is_same: bool
) -> None:
    codes = crosswalk(meaning(known, CareLevel.IOP), width=width, last_is_any=last_is_any)

    assert codes.knows(written) is is_same


@pytest.mark.parametrize(
    ("rows", "told", "message"),
    [
        (
            (PSYCHIATRIC, CHEMICAL),
            (),
            "ambiguities: expected one reason for each ambiguous code: 0905",
        ),
        (
            (DAY_CARE,),
            (Ambiguity("0912", WHY),),
            "ambiguities: expected one reason for each ambiguous code: none",
        ),
        (
            (PSYCHIATRIC, CHEMICAL),
            (Ambiguity("0905", WHY), Ambiguity("0905", WHY)),
            "ambiguities: expected one reason for each ambiguous code: 0905",
        ),
        (
            (DAY_CARE, DAY_CARE),
            (),
            "rows: expected each meaning of a code once on each day",
        ),
    ],
)
def test_a_crosswalk_tells_each_meaning_once_and_why_a_code_is_ambiguous(
    rows: tuple[CodeMatch, ...], told: tuple[Ambiguity, ...], message: str
) -> None:
    with pytest.raises(InvalidValue) as caught:
        crosswalk(*rows, ambiguities=told)

    assert str(caught.value) == message
