"""What a table of cases tells, fact by fact: the text of an answer, read by the fact's type."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import product
from typing import Any

from iopkit.errors import InvalidValue
from iopkit.facts import FACTS
from iopkit.rules.answers import Answer, Answers, AnyFact, FactType
from iopkit.rules.scalars import EXPECTED, bound_of, term_of, yes_or_no
from iopkit.values.listings import Listing
from iopkit.values.spans import Span
from iopkit.values.terms import Term

UNKNOWN = "unknown"


class Unreadable(Exception):
    """Something that a table cannot say, in words for its author."""


def tellings_of(given: dict[str, Any]) -> tuple[Answers, ...]:
    """Return each set of answers that `given` tells: one, unless it says `each-of`.

    Raises:
        Unreadable: a fact is not in the list, or an answer is not of its type.
    """
    told = [
        [(name, answer) for answer in answers_to(_fact(name), said)] for name, said in given.items()
    ]
    return tuple(
        {name: answer for name, answer in chosen if answer is not None} for chosen in product(*told)
    )


def _fact(name: str) -> AnyFact:
    if name not in FACTS:
        near = ", ".join(get_close_matches(name, FACTS)) or "none"
        raise Unreadable(f"given: there is no fact {name}; near it: {near}")
    return FACTS[name]


def answers_to(fact: AnyFact, said: Any) -> tuple[Answer, ...]:
    """Return each answer to `fact` that `said` writes: one, unless it says several.

    Raises:
        Unreadable: it is not of the type of `fact`.
    """
    match said:
        case {"each-of": [*each], **rest} if not rest:
            return tuple(answer for one in each for answer in answers_to(fact, one))
        case {"other-than": [*some], **rest} if not rest and fact.type is FactType.TERM:
            named = {_term(fact, one) for one in some}
            return tuple(term for term in fact.terms or () if term not in named)
    return (_answer(fact, said),)


def _answer(fact: AnyFact, said: Any) -> Answer:
    if said == UNKNOWN:
        return None
    match fact.type:
        case FactType.BOOLEAN:
            answer = yes_or_no(said)
            if answer is None:
                raise _unreadable(fact, said)
            return answer
        case FactType.TERM:
            return _term(fact, said)
        case FactType.LISTING:
            return _listing(fact, said)
    return _ordered(fact, said)


def _ordered(fact: AnyFact, said: Any) -> Answer:
    low, dots, high = said.partition("..") if isinstance(said, str) else ("", "", "")
    ends: list[Any] = [bound_of(fact, end) for end in (low, high)]
    wrong = [end for end, bound in zip((low, high), ends, strict=True) if end and bound is None]
    if wrong or not (low or high):
        raise _unreadable(fact, said)
    if not dots:
        return ends[0]  # type: ignore[no-any-return]  # of the fact's type
    try:
        return Span(ends[0], ends[1])
    except InvalidValue:
        raise _unreadable(fact, said) from None


def _listing(fact: AnyFact, said: Any) -> Listing[Term]:
    match said:
        case [*terms]:
            return Listing(tuple(_term(fact, one) for one in terms))
        case dict() if said and said.keys() <= {"has", "lacks", "complete"}:
            present, lacks = (
                tuple(_term(fact, one) for one in said.get(key, ())) for key in ("has", "lacks")
            )
            return Listing(present, lacks, complete=said.get("complete") == "yes")
    raise _unreadable(fact, said)


def _term(fact: AnyFact, said: Any) -> Term:
    term = term_of(fact, said)
    if term is None:
        near = ", ".join(get_close_matches(str(said), [str(one.value) for one in fact.terms or ()]))
        raise Unreadable(
            f"given: {fact.name}: there is no term {said!r}; near it: {near or 'none'}"
        )
    return term


def _unreadable(fact: AnyFact, said: Any) -> Unreadable:
    expected = {
        FactType.LISTING: "[a, b] or {has: [a], lacks: [b], complete: yes}",
        FactType.WHOLE_NUMBER: "a whole number, a..b, a.. or ..b",
        FactType.MONEY: "an amount such as 1,234.50, a..b, a.. or ..b",
        FactType.DATE: "a date YYYY-MM-DD, a..b, a.. or ..b",
    }.get(fact.type, EXPECTED[fact.type].en)
    return Unreadable(f"given: {fact.name}: expected {expected}, or unknown; got {said!r}")
