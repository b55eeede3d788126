"""The text of one scalar, and the value that it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from typing import Final, TypeAlias

from attrs import frozen

from iopkit import vocabulary
from iopkit.errors import InvalidValue
from iopkit.formats.messages import write
from iopkit.formats.places import FAILED, Failed, Spot
from iopkit.formats.trees import Refused
from iopkit.values.money import Money
from iopkit.values.periods import Period, parse_day
from iopkit.values.shares import Share
from iopkit.values.terms import Term
from iopkit.values.texts import Text

Hook: TypeAlias = Callable[[Spot, type], object]
"""What makes a value of what is written at a spot, or reports problems and returns `FAILED`."""


def read_at(spot: Spot, kind: type, hook: Hook) -> object:
    """Return what `hook` makes of `spot`, unless its flaws are reported already."""
    return FAILED if isinstance(spot.tree, Refused) else hook(spot, kind)


_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_SPOKEN_TIME = re.compile(r"(\d{1,2})(?::(\d{1,2}))?\s*(?:([ap])\.?\s?m\.?)?", re.ASCII)
_ANSWERS = {"yes": True, "true": True, "no": False, "false": False}
_CLOCK = Text(
    "hours run from 00 to 23, minutes from 00 to 59",
    "las horas van de 00 a 23 y los minutos de 00 a 59",
)
_LONGEST_LIST = 15
_NOON = 12


@frozen(eq=False, repr=False)
class Reading:
    """How text becomes a value: what is expected, how it is read, and what else was meant.

    `parse` returns `None` for what it does not accept, `suggest` for what it has no advice on.
    """

    expected: Text
    parse: Callable[[str], object]
    suggest: Callable[[str], Text | None]

    def __call__(self, spot: Spot, _: type) -> object:
        """Return the value at `spot`; hooks of the converter are called so."""
        text = spot.text
        value = None if text is None else self.parse(text)
        if value is not None:
            return value
        return spot.refuse(self.expected, remedy=None if text is None else self.suggest(text))


def _no_advice(_: str) -> Text | None:
    return None


def _attempt(parse: Callable[[str], object]) -> Callable[[str], object]:
    def attempt(text: str) -> object:
        try:
            return parse(text)
        except InvalidValue:
            return None

    return attempt


def _whole_number(text: str) -> int | None:
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else None


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def _time(text: str) -> time | None:
    found = _TIME.fullmatch(text)
    return time(int(found[1]), int(found[2])) if found else None


def _meant_number(text: str) -> Text | None:
    bare = text.replace(",", "").lstrip("+0")
    return write(bare) if _WHOLE_NUMBER.fullmatch(bare) else None


def _meant_answer(text: str) -> Text | None:
    meant = {**_ANSWERS, "on": True, "off": False, "y": True, "n": False}.get(text.lower())
    return None if meant is None else write("yes" if meant else "no")


def _meant_time(text: str) -> Text | None:
    found = _SPOKEN_TIME.fullmatch(text.lower().strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    meant = f"{hour:02}:{minute:02}"
    return write(meant) if _TIME.fullmatch(meant) else _CLOCK


def _meant_share(text: str) -> Text | None:
    if not isinstance(_attempt(Share.percent)(text), Share):
        return None
    if not text.startswith("0."):
        return write(f"{text}%")
    whole = Share(Share.percent(text).basis_points * 100) if float(text) <= 1 else None
    return Text(
        f"write {whole} or {text}%, whichever is meant",
        f"escriba {whole} o {text}%, según lo que se quiera decir",
    )


def _meant_money(text: str) -> Text | None:
    bare = text.replace("$", "").removesuffix("USD").strip()
    return write(bare) if isinstance(_attempt(Money.parse)(bare), Money) else None


SCALARS: Final[dict[type, Reading]] = {
    str: Reading(Text("text", "un texto"), lambda text: text, _no_advice),
    int: Reading(Text("a whole number", "un número entero"), _whole_number, _meant_number),
    bool: Reading(Text("yes or no", "yes (sí) o no"), _ANSWERS.get, _meant_answer),
    date: Reading(
        Text("a date YYYY-MM-DD", "una fecha AAAA-MM-DD"), _attempt(parse_day), _no_advice
    ),
    time: Reading(Text("a time HH:MM", "una hora HH:MM"), _time, _meant_time),
    Decimal: Reading(Text("a number such as 65.5", "un número como 65.5"), _decimal, _meant_number),
    Money: Reading(
        Text(
            "an amount in dollars and cents such as 1,234.50",
            "una cantidad en dólares y centavos como 1,234.50",
        ),
        _attempt(Money.parse),
        _meant_money,
    ),
    Share: Reading(
        Text("a share from 0% to 100%, such as 20%", "una parte de 0% a 100%, como 20%"),
        _attempt(Share.parse),
        _meant_share,
    ),
    Period: Reading(
        Text(
            "a period START..END or START..open, with days as YYYY-MM-DD and END after START",
            "un período INICIO..FIN o INICIO..open, con días AAAA-MM-DD y FIN después de INICIO",
        ),
        _attempt(Period.parse),
        _no_advice,
    ),
}
"""How the scalars of each type are read."""


def read_term(spot: Spot, kind: type[Term]) -> Term | Failed:
    """Return the term whose stable value is written.

    Of a record, the message names the list without repeating any of its terms.
    """
    text = spot.text
    for term in kind:
        if term.value == text:
            return term
    if spot.is_quiet:
        return spot.refuse(_list_of(kind), code="unknown-term")
    return spot.refuse(_terms_of(kind), code="unknown-term", remedy=_meant(text or "", kind))


def _meant(text: str, kind: type[Term]) -> Text | None:
    """Return which values may be meant: by what people call them, or by their spelling."""
    told = vocabulary.from_text(text, kind).terms
    near = [term.value for term in told] or get_close_matches(text, kind.values(), 1)
    if not near:
        return None
    return Text(f"did you mean {' or '.join(near)}?", f"¿quiso decir {' o '.join(near)}?")


def _terms_of(kind: type[Term]) -> Text:
    values = kind.values()
    if len(values) > _LONGEST_LIST:
        return _list_of(kind)
    every = ", ".join(values)
    return Text(f"one of {every}", f"uno de {every}")


def _list_of(kind: type[Term]) -> Text:
    name = f"{'.'.join(kind.__module__.split('.')[:2])}.{kind.__name__}"
    return Text(f"a term that {name} lists", f"un término de la lista {name}")
