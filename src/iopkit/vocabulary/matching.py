"""Find the terms that people mean by what they write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Generic, TypeVar, overload

from attrs import frozen

from iopkit.values.terms import Term
from iopkit.vocabulary.english_care import CARE_WORDS
from iopkit.vocabulary.english_people import PEOPLE_WORDS
from iopkit.vocabulary.folding import SHORTEST, folded
from iopkit.vocabulary.kinds import PUBLIC_KINDS, TERM_KINDS
from iopkit.vocabulary.spanish import SPANISH_WORDS

T_co = TypeVar("T_co", bound=Term, covariant=True)
T = TypeVar("T", bound=Term)

_WORDS = (CARE_WORDS, PEOPLE_WORDS, SPANISH_WORDS)
_LONGEST = 100
_LONGEST_PHRASE = 6
_MOST_SUGGESTIONS = 5
_CLOSE = 0.8


@frozen
class TermMatch(Generic[T_co]):
    """The terms that a text may mean; the text itself is not kept.

    `terms` holds every candidate, kinds in the order of `TERM_KINDS`, members as declared.
    `suggestions` holds what may have been meant where nothing fits, the nearest first.
    """

    terms: tuple[T_co, ...] = ()
    suggestions: tuple[T_co, ...] = ()

    @property
    def term(self) -> T_co | None:
        """The one term that is meant; `None` where none or several fit."""
        return self.terms[0] if len(self.terms) == 1 else None

    @property
    def is_ambiguous(self) -> bool:
        """Whether several terms fit."""
        return len(self.terms) > 1


@overload
def from_text(text: str, kind: None = None) -> TermMatch[Term]: ...
@overload
def from_text(text: str, kind: type[T]) -> TermMatch[T]: ...
def from_text(text: str, kind: type[Term] | None = None) -> TermMatch[Term]:
    """Return the terms that `text` may mean, in English or Spanish, whatever its language.

    A term is met by its value, its labels (also without, and by, what stands in parentheses)
    and the phrases in use for it.  Case, accents, hyphens and plurals do not matter.  Without
    `kind`, the words of paperwork (units, benefits, subjects of rules) are read only where no
    word of care fits.  A text of more than 100 characters means nothing.

    >>> from_text("day treatment").term
    CareLevel.PHP
    >>> from_text("Inpatient").terms
    (CareLevel.RESIDENTIAL, CareLevel.INPATIENT)
    """
    key = folded(text[: _LONGEST + 1])
    if not key or len(text) > _LONGEST:
        return TermMatch()
    terms = _terms_at(key, kind)
    return TermMatch(terms, () if terms else _suggestions(key, kind))


def aliases_of(term: Term) -> tuple[str, ...]:
    """Return the phrases in use for `term` beside its value and labels, English first."""
    return tuple(phrase for words in _WORDS for phrase in words.get(term, ()))


def _phrases(term: Term) -> Iterator[str]:
    yield term.value
    for label in (term.label.en, term.label.es):
        yield label
        rest, opened, within = label.rstrip(")").partition(" (")
        if opened:
            yield from (rest, within)
    yield from aliases_of(term)


@cache
def _index() -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, dict[Term, None]] = defaultdict(dict)
    for term in (term for kind in TERM_KINDS for term in kind):
        for phrase in _phrases(term):
            found[folded(phrase)][term] = None
    return {key: tuple(terms) for key, terms in found.items()}


def _terms_at(key: str, kind: type[Term] | None) -> tuple[Term, ...]:
    terms = _index().get(key, ())
    if kind is not None:
        return tuple(term for term in terms if type(term) is kind)
    return tuple(term for term in terms if type(term) in PUBLIC_KINDS) or terms


def _suggestions(key: str, kind: type[Term] | None) -> tuple[Term, ...]:
    """Return the terms of close phrases, then those named within the text, longest first."""
    near = get_close_matches(key, _keys(kind), _MOST_SUGGESTIONS, _CLOSE)
    phrases = (*near, *_contained(key.split(), kind))
    terms = dict.fromkeys(term for phrase in phrases for term in _terms_at(phrase, kind))
    return tuple(terms)[:_MOST_SUGGESTIONS]


def _keys(kind: type[Term] | None) -> list[str]:
    return [key for key in _index() if _terms_at(key, kind)]


def _contained(words: list[str], kind: type[Term] | None) -> Iterator[str]:
    left = list(words)
    for length in range(_LONGEST_PHRASE, 0, -1):
        for at in range(len(words) - length + 1):
            phrase = " ".join(left[at : at + length])
            if _tells_something(phrase, kind):
                yield phrase
                left[at : at + length] = ["-"] * length


def _tells_something(phrase: str, kind: type[Term] | None) -> bool:
    """Return whether a part of a text names a term; two letters are hardly ever a state."""
    terms = _terms_at(phrase, kind) if len(phrase) >= SHORTEST else ()
    return any(kind or type(term) in PUBLIC_KINDS for term in terms)
