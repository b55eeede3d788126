"""Answers in plain words, and the cells of answers that pivots, flips and changes name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from iopkit.rules.answers import Answer, AnyFact
from iopkit.rules.cells import Cell
from iopkit.rules.units import count_text
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.terms import Term
from iopkit.values.texts import Text

_YES, _NO = Text("yes", "sí"), Text("no", "no")
_NOT_KNOWN = Text("not known", "no se sabe")
_WITHOUT = Text("without {0}", "sin {0}")
_NOTHING_ELSE = Text("nothing else", "nada más")
_NOTHING = Text("nothing", "nada")
_ONE_OF = Text("one of: {0}", "uno de: {0}")
_FROM_TO = Text("from {0} to {1}", "de {0} a {1}")
_FROM, _UP_TO = Text("{0} or more", "{0} o más"), Text("{0} or less", "{0} o menos")
_SINCE, _UNTIL = Text("{0} or later", "{0} o después"), Text("{0} or earlier", "{0} o antes")
_ANY = Text("any value", "cualquier valor")


def word_answer(fact: AnyFact, answer: Answer | Cell) -> Text:
    """Return one answer to `fact`, or a set of answers, in plain words with its unit.

    Minutes are told in hours too: 539 minutes a week (8 h 59 min).
    """
    match answer:
        case None:
            return _NOT_KNOWN
        case bool():
            return _YES if answer else _NO
        case int() | Money() | date():
            return _quantity(fact, answer)
        case Term() | tuple():
            return _one_of(answer if isinstance(answer, tuple) else (answer,))
        case Listing():
            return _listing(answer)
    return _span(fact, answer.low, answer.high)


def _quantity(fact: AnyFact, value: int | Money | date) -> Text:
    match value:
        case Money():
            return Text(f"${value}", f"${value}")
        case date():
            return Text(value.isoformat(), value.isoformat())
    return count_text(value, fact.unit)


def _span(fact: AnyFact, low: int | Money | date | None, high: int | Money | date | None) -> Text:
    if low is not None and low == high:
        return _quantity(fact, low)
    # An end that no answer can pass says nothing.
    least, most = (None if low == fact.low else low), (None if high == fact.high else high)
    if least is not None and most is not None:
        return _filled(_FROM_TO, _quantity(fact, least), _quantity(fact, most))
    if least is not None:
        return _filled(_SINCE if isinstance(least, date) else _FROM, _quantity(fact, least))
    if most is not None:
        return _filled(_UNTIL if isinstance(most, date) else _UP_TO, _quantity(fact, most))
    return _ANY


def _one_of(terms: tuple[Term, ...]) -> Text:
    return terms[0].label if len(terms) == 1 else _filled(_ONE_OF, _names(terms))


def _listing(listing: Listing[Term]) -> Text:
    parts = [_names(listing.present)] if listing.present else []
    if listing.lacks:
        parts.append(_filled(_WITHOUT, _names(listing.lacks)))
    if listing.complete:
        parts.append(_NOTHING_ELSE if parts else _NOTHING)
    return _joined("; ", parts) if parts else _NOT_KNOWN


def _names(terms: Iterable[Term]) -> Text:
    return _joined(", ", [term.label for term in terms])


def _joined(joint: str, parts: Iterable[Text]) -> Text:
    some = tuple(parts)
    return Text(joint.join(part.en for part in some), joint.join(part.es for part in some))


def _filled(frame: Text, *parts: Text) -> Text:
    return Text(
        frame.en.format(*(part.en for part in parts)),
        frame.es.format(*(part.es for part in parts)),
    )
