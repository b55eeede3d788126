"""The federal poverty guideline of a household, and how an income stands to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MINYEAR, date
from fractions import Fraction

from iopkit.errors import InvalidValue
from iopkit.law.amounts import Amounts
from iopkit.values.money import ZERO, Money
from iopkit.values.terms import Term
from iopkit.vocabulary.places import State

_REGIONS: Mapping[State, str] = {State.AK: "alaska", State.HI: "hawaii"}
_TERRITORIES = frozenset({State.PR, State.GU, State.VI, State.AS, State.MP})


class PovertyTable(Term):
    """Which year's table a program uses; premium subsidies of the marketplace use the prior one."""

    CURRENT = "current", "table of the year itself", "tabla del mismo año"
    PRIOR_YEAR = "prior-year", "table of the year before", "tabla del año anterior"


def poverty_guideline(
    amounts: Amounts,
    household: int,
    state: State,
    *,
    on: date,
    table: PovertyTable = PovertyTable.CURRENT,
) -> Money:
    """Return the yearly poverty guideline for so many persons in one household.

    Raises:
        NotInForce: no table was read for that year; the error names those that exist.
        InvalidValue: the household is empty, or none is published for the territory.
    """
    if type(household) is not int or household < 1:
        raise InvalidValue("household", "a whole number of persons, at least 1")
    if state in _TERRITORIES:
        raise InvalidValue(
            "state",
            "one of the 50 states or DC: no guideline is published for territories; use the "
            "table that the program names there",
        )
    day = on if table is PovertyTable.CURRENT else date(max(on.year - 1, MINYEAR), 12, 31)
    first, further = (amounts.money(each, on=day) for each in guideline_series(state))
    return first + further * (household - 1)


def guideline_series(state: State) -> tuple[str, str]:
    """Return the ids of the amounts for the first and for each further person of a household."""
    region = _REGIONS.get(state, "contiguous")
    return f"poverty/{region}-first-person", f"poverty/{region}-each-further-person"


def percent_of_poverty(income: Money, guideline: Money) -> Fraction:
    """Return a yearly income as an exact percent of its guideline: 100 is at the guideline.

    Raises:
        InvalidValue: the income is negative, or the guideline is not above zero.
    """
    if income < ZERO or guideline <= ZERO:
        raise InvalidValue("income", "an amount from 0, and a guideline above 0")
    return Fraction(100 * income.cents, guideline.cents)
