"""The order of programs by their criteria: ranks, ties, and what may still move one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from attrs import frozen

from iopkit.assessment.criteria import Criterion, CriterionOutcome
from iopkit.values.texts import Text

Judged: TypeAlias = Sequence[CriterionOutcome]


@frozen(kw_only=True)
class Standing:
    """The place of one program, by its `index` among those given."""

    index: int
    rank: int
    tie: Text | None
    before: Text | None
    may_move: tuple[Criterion, ...]


def standings_of(judged: Sequence[Judged], names: Sequence[str]) -> tuple[Standing, ...]:
    """Return the standings in order; `judged` and `names` are of the programs as given."""
    keys = [tuple(found.place for found in each) for each in judged]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return tuple(
        Standing(
            index=index,
            rank=1 + sum(key < keys[index] for key in keys),
            tie=_tie(
                judged[index],
                [(names[o], judged[o]) for o in order if o != index and keys[o] == keys[index]],
            ),
            before=_before(judged, names, order[at : at + 2]),
            may_move=_may_move(judged, index),
        )
        for at, index in enumerate(order)
    )


def _tie(found: Judged, others: Sequence[tuple[str, Judged]]) -> Text | None:
    if not others:
        return None
    alike, open_ones = list[Text](), list[Text]()
    for at, each in enumerate(found):
        is_alike = all(each.is_alike(other[at]) for _, other in others)
        (alike if is_alike else open_ones).append(each.criterion.label)
    names = ", ".join(f'"{name}"' for name, _ in others)
    en, es = [f"Ties with {names}"], [f"Empata con {names}"]
    if alike:
        en.append(f"alike in: {_list(alike, 'en')}")
        es.append(f"iguales en: {_list(alike, 'es')}")
    if open_ones:
        en.append(f"not told apart, as long as they are open, by: {_list(open_ones, 'en')}")
        es.append(f"sin distinguirse, mientras no se sepa, por: {_list(open_ones, 'es')}")
    en.append("between them stands the order in which they were given.")
    es.append("entre ellos decide el orden en que se dieron.")
    return Text("; ".join(en), "; ".join(es))


def _list(labels: Sequence[Text], lang: str) -> str:
    return ", ".join(label(lang)[:1].lower() + label(lang)[1:] for label in labels)


def _before(judged: Sequence[Judged], names: Sequence[str], pair: Sequence[int]) -> Text | None:
    """Return by what the first of a pair stands before the second, if it does."""
    if len(pair) < len(("first", "second")):
        return None
    first, second = pair
    at = _decider(judged[first], judged[second])
    if at is None:
        return None
    label, name = judged[first][at].criterion.label, names[second]
    return Text(
        f'Stands before "{name}" by: {label.en[:1].lower()}{label.en[1:]}.',
        f'Está antes de "{name}" por: {label.es[:1].lower()}{label.es[1:]}.',
    )


def _decider(one: Judged, other: Judged) -> int | None:
    pairs = enumerate(zip(one, other, strict=True))
    return next((at for at, (this, that) in pairs if this.place != that.place), None)


def _may_move(judged: Sequence[Judged], index: int) -> tuple[Criterion, ...]:
    mine = judged[index]
    others = (each for at, each in enumerate(judged) if at != index)
    moving = {at for other in others for at in _open_between(mine, other)}
    return tuple(each.criterion for at, each in enumerate(mine) if at in moving)


def _open_between(mine: Judged, other: Judged) -> set[int]:
    """Return the places of criteria, open for `mine`, that may change which of two is first.

    A criterion counts only as far as all before it can come out equal.
    """
    found = set[int]()
    for at, (this, that) in enumerate(zip(mine, other, strict=True)):
        if not this.is_settled and _may_turn(this, that):
            found.add(at)
        if not (this.is_alike(that) or _may_tie(this, that)):
            break
    return found


def _may_tie(one: CriterionOutcome, other: CriterionOutcome) -> bool:
    return one.best <= other.worst and other.best <= one.worst


def _may_turn(mine: CriterionOutcome, other: CriterionOutcome) -> bool:
    """Return whether answers can bring two, out otherwise."""
    if mine.is_alike(other):
        return False
    if mine.place < other.place:
        return other.best <= mine.worst
    if other.place < mine.place:
        return mine.best <= other.worst
    return mine.best < other.worst or other.best < mine.worst
