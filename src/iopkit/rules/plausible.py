"""Made-up answers that could be somebody's: what goes against itself is put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from iopkit.rules.answers import Answer, Answers, AnyFact
from iopkit.values.listings import Listing

_Answers = dict[str, Answer]


def likelier(
    answers: _Answers, facts: Iterable[AnyFact], holds: Callable[[_Answers], bool]
) -> _Answers:
    """Return `answers` to `facts`, made likelier as far as the result still `holds`.

    A number that is never above another one is not above it, and what a program lists is not
    nothing at all: it has one of the terms asked for.
    """
    for fact in facts:
        likely = (other for other in _likelier(answers, fact) if holds(other))
        answers = next(likely, answers)
    return answers


def goes_against_itself(answers: Answers, facts: Iterable[AnyFact]) -> bool:
    """Return whether a number of `answers` is above one that it is never above."""
    pairs = (
        (answers.get(fact.name), answers.get(name)) for fact in facts for name in fact.never_above
    )
    return any(isinstance(low, int) and isinstance(high, int) and low > high for low, high in pairs)


def _likelier(answers: _Answers, fact: AnyFact) -> Iterator[_Answers]:
    answer = answers.get(fact.name)
    if isinstance(answer, Listing) and not (answer.present or fact.about_person):
        for term in answer.lacks:
            others = (other for other in answer.lacks if other is not term)
            yield {**answers, fact.name: Listing((term,), others)}
    for name in fact.never_above:
        other = answers.get(name)
        if isinstance(answer, int) and isinstance(other, int) and answer > other:
            yield {**answers, name: answer}
            yield {**answers, fact.name: other}
