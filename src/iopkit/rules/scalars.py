"""Single values as documents write them: always text, one way each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from iopkit.errors import InvalidValue
from iopkit.rules.answers import AnyFact, FactType
from iopkit.values.money import Money
from iopkit.values.periods import parse_day
from iopkit.values.terms import Term
from iopkit.values.texts import Text

V = TypeVar("V")

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,14})", re.ASCII)
_YES_OR_NO = {"yes": True, "no": False}

EXPECTED: Mapping[FactType, Text] = {
    FactType.BOOLEAN: Text("yes or no", "yes o no"),
    FactType.WHOLE_NUMBER: Text(
        "a whole number in digits, such as 540", "un número entero en cifras, como 540"
    ),
    FactType.MONEY: Text(
        "an amount in dollars and cents, such as 1,234.50",
        "una cantidad en dólares y centavos, como 1,234.50",
    ),
    FactType.DATE: Text("a date YYYY-MM-DD", "una fecha AAAA-MM-DD"),
    FactType.TERM: Text("a term of its list", "un término de su lista"),
    FactType.LISTING: Text("a term of its list", "un término de su lista"),
}
"""How a value of each type is written."""


def written(value: bool | int | Money | date | Term) -> str:
    """Return `value` as documents write it: `yes`, `540`, `1234.50`, `2026-03-02`, a term."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Money():
            return str(value.dollars)
        case date():
            return value.isoformat()
        case Term():
            return str(value.value)
    return str(value)


def yes_or_no(text: object) -> bool | None:
    """Return the answer written `yes` or `no`; `None` for anything else."""
    return _YES_OR_NO.get(text) if isinstance(text, str) else None


def whole_number(text: object) -> int | None:
    """Return the whole number written in digits, with no leading zero; `None` for anything else."""
    return int(text) if isinstance(text, str) and _WHOLE.fullmatch(text) else None


def bound_of(fact: AnyFact, text: object) -> int | Money | date | None:
    """Return the bound that `text` writes for a fact that can be compared, `None` if it is none."""
    match fact.type:
        case FactType.WHOLE_NUMBER:
            return whole_number(text)
        case FactType.MONEY:
            return _parsed(Money.parse, text)
        case FactType.DATE:
            return _parsed(parse_day, text)
    return None


def term_of(fact: AnyFact, text: object) -> Term | None:
    """Return the term of the fact's list that is written `text`, `None` if there is none."""
    return next((term for term in fact.terms or () if term.value == text), None)


def _parsed(parse: Callable[[str], V], text: object) -> V | None:
    try:
        return parse(text) if isinstance(text, str) else None
    except InvalidValue:
        return None
