"""Crosswalks: what the codes of other systems mean in our words, dated and with their source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from itertools import combinations
from types import MappingProxyType
from typing import TypeVar

from attrs import frozen

from iopkit import vocabulary
from iopkit.errors import InvalidValue, NotInForce, NotShipped
from iopkit.values.periods import Period
from iopkit.values.terms import Term
from iopkit.values.texts import Text
from iopkit.vocabulary.billing import BillingUnit

T = TypeVar("T", bound=Term)
_ANY = "X"
_MOST_NEAR = 5
_SHORT_LIST = 20


class Relation(Term):
    """How what a code means stands to a term."""

    EQUAL = "equal", "means the same", "significa lo mismo"
    BROADER = "broader", "means this and more", "significa esto y más"
    NARROWER = "narrower", "means a part of this", "significa una parte de esto"
    RELATED = "related", "has to do with this", "tiene relación con esto"


@cache
def _kinds() -> Mapping[str, type[Term]]:
    # By attribute, so that the whole vocabulary is loaded only where a crosswalk is read.
    kinds = vocabulary.TERM_KINDS
    return MappingProxyType({re.sub("(?<=.)(?=[A-Z])", "-", k.__name__).lower(): k for k in kinds})


def name_of(term: Term) -> str:
    """Return the name of a term among all lists of the vocabulary, such as `care-level/iop`.

    Raises:
        InvalidValue: the vocabulary has no such list.
    """
    for name, kind in _kinds().items():
        if isinstance(term, kind):
            return f"{name}/{term.value}"
    raise InvalidValue("term", "a term of a list of the vocabulary")


def term_named(name: str) -> Term:
    """Return the term that `name_of` names so.

    Raises:
        InvalidValue: there is none.
    """
    kind, _, value = name.partition("/")
    for term in _kinds().get(kind, ()):
        if term.value == value:
            return term
    raise InvalidValue("term", "a list of the vocabulary and a value in it, such as care-level/iop")


@frozen(kw_only=True)
class CodeMatch:
    """One meaning of one code, in one period.

    `relation` tells how the code stands to `term`: a code is narrower where it means only a part
    of the term, and `also` then says which (`care-level/iop`, also for one family of conditions).
    `unit` is what one unit of the code counts, `None` where it counts nothing or no source tells.
    `when` names the only case in which the code means this.
    """

    code: str
    term: Term
    relation: Relation
    in_force: Period
    source: str
    section: str = ""
    also: tuple[Term, ...] = ()
    unit: BillingUnit | None = None
    when: Text | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """The term, and all that the code says with it."""
        return (self.term, *self.also)

    def differs_from(self, other: CodeMatch) -> bool:
        """Return whether the two say different things of one kind, on some day."""
        return (
            type(self.term) is type(other.term)
            and set(self.terms) != set(other.terms)
            and self.in_force.overlaps(other.in_force)
        )


@frozen
class Ambiguity:
    """A code that does not say by itself which of its meanings is meant, and why."""

    code: str
    because: Text


@frozen(kw_only=True)
class Matches:
    """Everything that one crosswalk says about one code, or about one term, on one day.

    `because` is set where the matches say different things of one kind, so that the code alone
    does not tell which is meant.
    """

    system: str
    on: date
    matches: tuple[CodeMatch, ...]
    because: Text | None = None

    @property
    def is_ambiguous(self) -> bool:
        """Whether the code alone does not tell what is meant; `because` tells why."""
        return self.because is not None

    @property
    def term(self) -> Term | None:
        """The term on which all matches agree; `None` where they name several or none."""
        return _only(match.term for match in self.matches)

    @property
    def code(self) -> str | None:
        """The code on which all matches agree; `None` where they name several or none."""
        return _only(match.code for match in self.matches)

    def of(self, kind: type[T]) -> T | None:
        """Return the one term of a list that the matches name; `None` for several or none.

        Revenue code 0905 says which care level is meant, and not which family of conditions.
        """
        terms = (term for match in self.matches for term in match.terms)
        return _only(term for term in terms if isinstance(term, kind))


V = TypeVar("V")


def _only(values: Iterable[V]) -> V | None:
    each = tuple(dict.fromkeys(values))
    return each[0] if len(each) == 1 else None


@frozen(kw_only=True)
class Crosswalk:
    """What the codes of one system mean; many codes may mean one term, and one code several.

    `width` is the number of characters of a code where leading zeros may be missing or too many:
    with 4, `905` is `0905`.  Where `last_is_any`, the last character of a code is an `X` that
    stands for any digit: `131` is `13X`.

    Raises:
        InvalidValue: a meaning stands twice, or a code with different meanings is not among
            `ambiguities`, or one among them has no different meanings.
    """

    id: str
    title: Text
    rows: tuple[CodeMatch, ...]
    ambiguities: tuple[Ambiguity, ...] = ()
    width: int | None = None
    last_is_any: bool = False
    limitations: tuple[Text, ...] = ()

    def __attrs_post_init__(self) -> None:
        pairs = tuple(_pairs(self.rows))
        if any(_is_same(one, other) for one, other in pairs):
            raise InvalidValue("rows", "each meaning of a code once on each day")
        differing = {one.code for one, other in pairs if one.differs_from(other)}
        told = [ambiguity.code for ambiguity in self.ambiguities]
        if sorted(differing) != sorted(told):
            codes = ", ".join(sorted(differing)) or "none"
            raise InvalidValue("ambiguities", f"one reason for each ambiguous code: {codes}")

    def terms(self, code: str, *, on: date) -> Matches:
        """Return all that `code` means on a day, and why it is ambiguous if it is.

        Raises:
            NotShipped: the crosswalk does not have the code; the error names codes that are near.
            NotInForce: it means nothing on that day; the error names the periods that exist.
        """
        rows = tuple(row for row in self.rows if self._is_meant(row.code, code))
        if not rows:
            raise NotShipped(f"code of {self.id}", code, (), self._near(code))
        matches = _in_force(rows, f"code {rows[0].code} of {self.id}", on)
        differ = any(one.differs_from(other) for one, other in combinations(matches, 2))
        because = self._because(rows[0].code) if differ else None
        return Matches(system=self.id, on=on, matches=matches, because=because)

    def codes(self, term: Term, *, on: date) -> Matches:
        """Return all codes that mean `term` on a day; none where the system has no such code.

        Raises:
            NotInForce: codes mean it on other days only; the error names the periods that exist.
        """
        rows = tuple(row for row in self.rows if row.term is term)
        if rows:
            rows = _in_force(rows, f"codes of {self.id} for {name_of(term)}", on)
        return Matches(system=self.id, on=on, matches=rows)

    def knows(self, code: str) -> bool:
        """Return whether the crosswalk has the code, on whatever day."""
        return any(self._is_meant(row.code, code) for row in self.rows)

    def _is_meant(self, known: str, code: str) -> bool:
        written = self._normal(code)
        if not self.last_is_any or written[-1:] == _ANY:
            return known.upper() == written
        return known[:-1] == written[:-1] and written[-1:].isdigit()

    def _normal(self, code: str) -> str:
        written = code.strip().upper()
        return written if self.width is None else written.lstrip("0").zfill(self.width)

    def _near(self, code: str) -> tuple[str, ...]:
        codes = tuple(dict.fromkeys(row.code for row in self.rows))
        near = get_close_matches(self._normal(code), codes, _MOST_NEAR)
        return tuple(near) or (codes if len(codes) <= _SHORT_LIST else ())

    def _because(self, code: str) -> Text | None:
        return next((one.because for one in self.ambiguities if one.code == code), None)


def _pairs(rows: Iterable[CodeMatch]) -> Iterator[tuple[CodeMatch, CodeMatch]]:
    """Return every two meanings of one code."""
    meanings: dict[str, list[CodeMatch]] = {}
    for row in rows:
        meanings.setdefault(row.code, []).append(row)
    return (pair for rows_of in meanings.values() for pair in combinations(rows_of, 2))


def _is_same(one: CodeMatch, other: CodeMatch) -> bool:
    return set(one.terms) == set(other.terms) and one.in_force.overlaps(other.in_force)


def _in_force(rows: tuple[CodeMatch, ...], what: str, day: date) -> tuple[CodeMatch, ...]:
    matches = tuple(row for row in rows if row.in_force.holds(day))
    if not matches:
        periods = dict.fromkeys(str(period) for period in sorted({row.in_force for row in rows}))
        raise NotInForce(what, day.isoformat(), periods)
    return matches
