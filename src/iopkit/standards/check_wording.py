"""What a program tells, and what would have to change, in words with figures and units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iopkit.rules.answer_wording import word_answer
from iopkit.rules.answers import Answer, AnyFact, FactType
from iopkit.rules.cells import Cell
from iopkit.rules.flips import Change, Flip
from iopkit.rules.units import unit_text
from iopkit.standards.answer_phrases import Saying, saying_of
from iopkit.standards.axes import axis_of
from iopkit.standards.phrases import counted, hours
from iopkit.values.listings import Listing
from iopkit.values.spans import Basis, Span
from iopkit.values.terms import Term
from iopkit.values.texts import Text

_AS_TOLD = Text("{0}, as told", "{0}, según lo informado")
_COMPUTED = Text("{0}, computed from {1}", "{0}, calculado a partir de {1}")
_ANSWERED = Text("{0} {1}", "{0} {1}")
_NOTHING_ELSE, _NOTHING = Text("nothing else", "nada más"), Text("nothing", "nada")
_AND, _OR = Text("; and ", "; y "), Text("; or ", "; o ")
_OR_ELSE = Text(" or ", " o ")
JUST = Text("{0}", "{0}")
_MOST_WAYS = 3


def found_text(fact: AnyFact, answer: Answer) -> Text | None:
    """Return what is told about `fact`, with its unit and basis; `None` where nothing is."""
    if answer is None or answer == Listing():
        return None
    span = _whole(answer)
    if span is None:
        return _said(fact, answer)
    axis = axis_of(fact)
    said = filled(axis.figure or JUST, amount_text(fact.unit, span))
    if span.basis is Basis.COMPUTED and axis.rests_on is not None:
        return filled(_COMPUTED, said, axis.rests_on)
    return filled(_AS_TOLD, said)


def either(labels: Iterable[Text]) -> Text:
    """Return labels as a choice: `a, b or c`; in Spanish `u` stands before an o.

    Semicolons part them where a label has a comma of its own.
    """
    *first, last = labels
    if not first:
        return last
    has_comma = any("," in f"{one.en}{one.es}" for one in (*first, last))
    head = joined(first, "; " if has_comma else ", ")
    is_o = last.es.lower().startswith(("o", "ho"))
    end = ";" if has_comma else ""
    return Text(f"{head.en}{end} or {last.en}", f"{head.es}{end} {'u' if is_o else 'o'} {last.es}")


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


def _said(fact: AnyFact, answer: Answer) -> Text:
    """Return an answer that is no amount, in words of its own where the fact has such."""
    saying = saying_of(fact)
    match answer:
        case bool() if saying is not None:
            return saying.so if answer else saying.but_not
        case Term() if saying is not None:
            return filled(saying.so, answer.label)
        case Listing() if saying is not None:
            return joined(_listed(saying, answer), "; ")
    return filled(_ANSWERED, fact.question, word_answer(fact, answer))


def _listed(saying: Saying, told: Listing[Term]) -> Iterator[Text]:
    for frame, terms in ((saying.so, told.present), (saying.but_not, told.lacks)):
        if terms:
            yield filled(frame, joined((term.label for term in terms), ", "))
    if told.complete:
        yield _NOTHING_ELSE if told.present else filled(saying.so, _NOTHING)


def _is_of_amounts(flip: Flip) -> bool:
    return all(change.fact.type is FactType.WHOLE_NUMBER for change in flip.changes)


def _changed(change: Change) -> Text:
    spans = (span for span in map(_whole, change.to) if span is not None)
    amounts = (amount_text(change.fact.unit, _within(change.fact, span)) for span in spans)
    return filled(axis_of(change.fact).figure or JUST, joined(amounts, _OR_ELSE))


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
