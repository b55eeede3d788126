"""What a rule asks, and what it may be told in answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

from attrs import field, frozen

from iopkit.errors import InvalidRule, InvalidValue
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.values.terms import Term
from iopkit.values.texts import Text

# A listing holds terms of one kind only, and no type is above all such listings.
Answer: TypeAlias = (
    bool | int | Money | date | Term | Listing[Any] | Span[int] | Span[Money] | Span[date] | None
)
"""One answer; `None` means not known."""

Answers: TypeAlias = Mapping[str, Answer]
"""What is told, by the name of the fact; a name that is missing is not known."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)*", re.ASCII)
_Terms: TypeAlias = type[Term]


class FactType(Term):
    """What kind of answer a fact takes."""

    BOOLEAN = "boolean", "yes or no", "sí o no"
    WHOLE_NUMBER = "whole-number", "a whole number", "un número entero"
    MONEY = "money", "an amount of money", "una cantidad de dinero"
    DATE = "date", "a date", "una fecha"
    TERM = "term", "one term of a list", "un término de una lista"
    LISTING = "listing", "terms of a list", "términos de una lista"


@frozen(kw_only=True, cache_hash=True)
class AnyFact:
    """One fact that rules ask about, whatever the type of its answer; built as `Fact[T]`.

    `name` is a kebab-case path (`person.age`) and `unit` is empty where there is none.
    `changeable` facts are acts and arrangements; `is_clinical` ones are symptoms, diagnoses,
    needs and risks, which nobody changes by deciding so: no fact is both.  `terms` is the list
    that an answer is taken from; `low` and `high` are the least and greatest whole number that
    can occur, `None` where there is no such bound.  `least_bound` is the least number, 0 apart,
    that anybody would compare the fact with; a smaller one is in another unit, such as hours.

    `derived_from` names what the answer is computed from, down to what is told itself; it is
    empty for a fact that is told.  `never_above` names whole numbers of which the answer is
    always as much or more, such as the highest age of a program beside its lowest.  Made-up
    examples keep to that; outcomes do not, since a record may tell the contrary.  Data leave it
    out.

    Raises:
        InvalidRule: a name is no path, or `terms`, a bound or `never_above` do not go with the
            type, or the fact is clinical and changeable, or derived from itself.
    """

    name: str
    type: FactType
    question: Text
    unit: str = ""
    changeable: bool = False
    about_person: bool = False
    terms: _Terms | None = None
    low: int | None = None
    high: int | None = None
    is_clinical: bool = False
    derived_from: tuple[str, ...] = ()
    least_bound: int | None = None
    never_above: tuple[str, ...] = field(default=(), metadata={"is_apart": True})

    def __attrs_post_init__(self) -> None:
        for name in (self.name, *self.derived_from, *self.never_above):
            if not _NAME.fullmatch(name):
                raise InvalidRule(f"fact {name!r}", "a kebab-case path, such as person.age")
        if (self.terms is not None) is not (self.type in (FactType.TERM, FactType.LISTING)):
            raise InvalidRule(self.name, "`terms` for a term or a listing, and for nothing else")
        numbers = {self.low, self.high, self.least_bound, self.never_above or None}
        if self.type is not FactType.WHOLE_NUMBER and numbers != {None}:
            raise InvalidRule(
                self.name,
                "`low`, `high`, `least_bound` and `never_above` for a whole number only",
            )
        if self.low is not None and self.high is not None and self.high < self.low:
            raise InvalidRule(self.name, "a low bound that is not above the high bound")
        if self.is_clinical and self.changeable:
            raise InvalidRule(
                self.name, "a fact that is clinical or changeable, not both: nobody decides a need"
            )
        if self.name in self.derived_from:
            raise InvalidRule(self.name, "other facts that it is derived from, not itself")

    def tells_of(self, other: AnyFact) -> bool:
        """Return whether one of the two is derived from the other, or both from the very same.

        Rules take the answers to different facts as independent, so that no rule set asks both.
        Facts that share only a part of what they are derived from may stand together, and so may
        those that only bound each other, as the minutes of a day and those of a week do.
        """
        mine, theirs = set(self.derived_from), set(other.derived_from)
        same = bool(mine) and mine == theirs and self.name != other.name
        return same or self.name in theirs or other.name in mine

    @property
    def text(self) -> Text:
        """The question that asks for this fact, callable with a language."""
        return self.question


_KINDS: Mapping[FactType, tuple[type, str]] = {
    FactType.BOOLEAN: (bool, "True, False, or None"),
    FactType.WHOLE_NUMBER: (int, "a whole number (int), a Span of them, or None"),
    FactType.MONEY: (Money, "Money, a Span of Money, or None"),
    FactType.DATE: (date, "a date without a time, a Span of dates, or None"),
    FactType.TERM: (Term, "a term of {terms}, or None"),
    FactType.LISTING: (Listing, "a Listing of {terms}, or None"),
}


def fits(fact: AnyFact, value: object) -> bool:
    """Return whether `value` is one plain value of the type of `fact`.

    A `bool` is no whole number, a time of day no date, and a float nothing at all.
    """
    kind = type(value)
    if fact.type is FactType.TERM:
        return kind is fact.terms
    return kind is _KINDS[fact.type][0]


def _is_possible(fact: AnyFact, answer: object) -> bool:
    if isinstance(answer, Span):
        ordered = fact.type in (FactType.WHOLE_NUMBER, FactType.MONEY, FactType.DATE)
        return ordered and all(end is None or fits(fact, end) for end in (answer.low, answer.high))
    if isinstance(answer, Listing):
        members = (*answer.present, *answer.lacks)
        return fits(fact, answer) and all(type(member) is fact.terms for member in members)
    return fits(fact, answer)


def told(fact: AnyFact, answers: Answers) -> Answer:
    """Return what `answers` say about `fact`, `None` where they say nothing.

    Raises:
        InvalidValue: the answer is not of the type of `fact`; the message does not repeat it.
    """
    answer = answers.get(fact.name)
    if answer is None or _is_possible(fact, answer):
        return answer
    terms = fact.terms.__name__ if fact.terms else ""
    raise InvalidValue(fact.name, _KINDS[fact.type][1].format(terms=terms))
