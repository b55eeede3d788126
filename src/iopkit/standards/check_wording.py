"""What a program tells, and what would have to change, in words with figures and units."""

from __future__ import annotations

from collections.abc import Iterable

from iopkit.rules.answer_wording import word_answer
from iopkit.rules.answers import Answer, AnyFact, FactType
from iopkit.rules.cells import Cell
from iopkit.rules.flips import Change, Flip
from iopkit.rules.units import unit_text
from iopkit.standards.axes import axis_of
from iopkit.standards.phrases import counted, hours
from iopkit.values.listings import Listing
from iopkit.values.spans import Basis, Span
from iopkit.values.texts import Text

_AS_TOLD = Text("{0}, as told", "{0}, según lo informado")
_COMPUTED = Text("{0}, computed from {1}", "{0}, calculado a partir de {1}")
_ANSWERED = Text("{0} {1}", "{0} {1}")
_AND, _OR = Text("; and ", "; y "), Text("; or ", "; o ")
_OR_ELSE = Text(" or ", " o ")
_JUST = Text("{0}", "{0}")
_MOST_WAYS = 3


def found_text(fact: AnyFact, answer: Answer) -> Text | None:
    """Return what is told about `fact`, with its unit and basis; `None` where nothing is."""
    if answer is None or answer == Listing():
        return None
    span = _whole(answer)
    if span is None:
        return filled(_ANSWERED, fact.question, word_answer(fact, answer))
    axis = axis_of(fact)
    said = filled(axis.figure or _JUST, amount_text(fact.unit, span))
    if span.basis is Basis.COMPUTED and axis.rests_on is not None:
        return filled(_COMPUTED, said, axis.rests_on)
    return filled(_AS_TOLD, said)


def changes_text(flips: Iterable[Flip]) -> Text | None:
    """Return which amounts to change, in one of several ways; `None` where that is no answer."""
    ways = [joined(map(_changed, flip.changes), _AND) for flip in flips if _is_of_amounts(flip)]
    return joined(ways[:_MOST_WAYS], _OR) if ways else None


def amount_text(unit: str, span: Span[int]) -> Text:
    """Return a range with its unit, minutes as hours: `7 h 30 min to 9 h`."""
    if unit.startswith("minutes"):
        return hours(span)
    return counted(span, (unit_text(unit, 1), unit_text(unit)))


def joined(texts: Iterable[Text], joint: Text | str) -> Text:
    """Return `texts` with `joint` between them."""
    every = tuple(texts)
    en, es = (joint, joint) if isinstance(joint, str) else (joint.en, joint.es)
    return Text(en.join(one.en for one in every), es.join(one.es for one in every))


def filled(frame: Text, *parts: Text | str) -> Text:
    """Return `frame` with `parts` in its places."""

    def said(lang: str) -> str:
        return frame(lang).format(
            *(part(lang) if isinstance(part, Text) else part for part in parts)
        )

    return Text(said("en"), said("es"))


def _is_of_amounts(flip: Flip) -> bool:
    return all(change.fact.type is FactType.WHOLE_NUMBER for change in flip.changes)


def _changed(change: Change) -> Text:
    spans = (span for span in map(_whole, change.to) if span is not None)
    amounts = (amount_text(change.fact.unit, _within(change.fact, span)) for span in spans)
    return filled(axis_of(change.fact).figure or _JUST, joined(amounts, _OR_ELSE))


def _within(fact: AnyFact, span: Span[int]) -> Span[int]:
    """Return `span` without the ends that every answer keeps to."""
    low = None if span.low == fact.low else span.low
    high = None if span.high == fact.high else span.high
    return Span(low, high)


def _whole(answer: Answer | Cell) -> Span[int] | None:
    """Return a whole number, or a range of them, as a range; `None` of anything else."""
    match answer:
        case bool():
            return None
        case int():
            return Span.exactly(answer)
        case Span(int() | None as low, int() | None as high, basis):
            return Span(low, high, basis)
    return None
