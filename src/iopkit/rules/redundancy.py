"""Rules that no answer can turn, alone or beside another part of the same group.

Only what is sure is told: two parts are compared by every combination of the cells that they cut,
up to `MOST_COMPARED` leaves and `MOST_CELLS` combinations; a part alone, or beside all others, is
judged as `pivots_of` does.  Rules that ask whether something is known are not judged at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import prod
from typing import TypeAlias

from iopkit.rules.cells import variables_of
from iopkit.rules.exactness import kleene_is_exact
from iopkit.rules.nodes import AllOf, AnyOf, AtLeast, Clause, Known, Node, Not, leaves_of
from iopkit.rules.normal_forms import normal_form
from iopkit.rules.partials import subject_of
from iopkit.rules.pivots import pivots_of
from iopkit.rules.spaces import Space, axis_of
from iopkit.rules.truth import Truth
from iopkit.rules.unsettled import MOST_CELLS
from iopkit.rules.walking import branches_of, joined
from iopkit.values.problems import Problem
from iopkit.values.texts import Text

MOST_COMPARED = 40
"""Parts with more leaves than this, together, are not compared."""
MOST_BESIDE = 100
"""The parts of groups with more than this are not compared with one another."""

Placed: TypeAlias = tuple[str, Node]

_OTHERS = {
    True: ("every other rule of the group", "toda otra regla del grupo"),
    False: ("another rule of the group", "otra regla del grupo"),
}
"""What a part is idle beside, by whether all must be met."""


def idle_parts(rule: Node, path: str = "") -> tuple[Problem, ...]:
    """Return which parts of `rule` no answer can turn, the innermost only.

    Paths lead through the plain form, on from `path`.
    """
    branches = [(joined(path, step), part) for step, part in branches_of(rule)]
    found = tuple(problem for at, part in branches for problem in idle_parts(part, at))
    if found:
        return found
    if isinstance(rule, AllOf | AnyOf):
        return idle_among(branches, path, of_all=isinstance(rule, AllOf))
    return tuple(_settled(path, rule)) if isinstance(rule, AtLeast) else ()


def idle_among(parts: Sequence[Placed], path: str, *, of_all: bool) -> tuple[Problem, ...]:
    """Return which of `parts` decide nothing beside another, or else beside all others together.

    Where the whole group, which stands at `path`, cannot be turned, that is told instead; of a
    group without parts, nothing.
    """
    if not parts:
        return ()
    rules = tuple(rule for _, rule in parts)
    return (
        idle_beside(parts, of_all=of_all)
        or tuple(_settled(path, AllOf(rules) if of_all else AnyOf(rules)))
        or tuple(_beside_all(parts, of_all=of_all))
    )


def idle_beside(parts: Sequence[Placed], *, of_all: bool) -> tuple[Problem, ...]:
    """Return which of `parts` decide nothing beside another of them, each told once.

    `of_all` says that all of them must be met; otherwise any one is enough.
    """
    found: dict[str, Problem] = {}
    if len(parts) > MOST_BESIDE:
        return ()
    for one, other in combinations(parts, 2):
        for at, problem in _beside(one, other, of_all=of_all):
            found.setdefault(at, problem)
    return tuple(found.values())


def _beside(one: Placed, other: Placed, *, of_all: bool) -> Iterator[tuple[str, Problem]]:
    outcomes = _outcomes((one[1], other[1]))
    if outcomes is None:
        return
    (first, second), full = outcomes
    if {first, second} & {0, full}:
        return  # settled by itself, which is told elsewhere
    if not first & second and of_all:
        yield other[0], _never_together(other[0], one)
    elif first & second in (first, second):
        # The weaker of two that must both be met decides nothing, or the stronger of two.
        is_later = (first & second == first) is of_all
        idle, beside = (other, one) if is_later else (one, other)
        yield idle[0], _without_effect(idle[0], beside, of_all=of_all)


def _settled(path: str, rule: Node) -> Iterator[Problem]:
    settled = _comes_out(rule)
    if settled is Truth.UNKNOWN:
        return
    always, siempre = ("always", "siempre") if settled is Truth.MET else ("never", "nunca")
    text = Text(
        f"expected a rule that comes out one way or the other by what is answered, got one that is "
        f"{always} met; check the numbers, their units, and whether all or any are meant",
        f"se esperaba una regla que resulte de un modo u otro según las respuestas, se leyó una "
        f"que {siempre} se cumple; revise los números, sus unidades y si se piden todas o alguna",
    )
    yield Problem("rule-never-decides", text, path)


def _beside_all(parts: Sequence[Placed], *, of_all: bool) -> Iterator[Problem]:
    """Yield the last of `parts` that decides nothing beside all others together.

    One without which they are not exact does decide, where not all is known.
    """
    leaves = [leaf for _, rule in parts for leaf in leaves_of(rule)]
    subjects = {subject_of(leaf) for leaf in leaves}
    if not len(subjects) < len(leaves) <= MOST_BESIDE:
        return
    for at in reversed(range(len(parts))):
        path, rule = parts[at]
        others = tuple(other for _, other in (*parts[:at], *parts[at + 1 :]))
        # It is idle if it cannot come out otherwise where the others leave it to decide.
        left = (*others, Not(rule)) if of_all else (*map(Not, others), rule)
        if _comes_out(AllOf(left)) is Truth.NOT_MET and kleene_is_exact(
            AllOf(others) if of_all else AnyOf(others)
        ):
            yield _without_effect(path, None, of_all=of_all)
            return


def _comes_out(rule: Node) -> Truth:
    """Return the outcome of `rule` where no answer can turn it."""
    is_judged = not any(isinstance(leaf, Known) for leaf in leaves_of(rule))
    return pivots_of(rule, {}).settled if is_judged else Truth.UNKNOWN


def _outcomes(rules: Sequence[Node]) -> tuple[list[int], int] | None:
    """Return where each of `rules` is met, as sets of combinations, and the set of them all.

    `None` where they share nothing, or are too large to say.
    """
    leaves = [leaves_of(rule) for rule in rules]
    every = [leaf for each in leaves for leaf in each]
    asked = [{subject_of(leaf) for leaf in each} for each in leaves]
    if len(every) > MOST_COMPARED or not set.intersection(*asked):
        return None
    asking = [leaf for leaf in every if not isinstance(leaf, Known)]
    variables = variables_of(asking, {})
    if len(asking) < len(every) or prod(len(one.cells) for one in variables) > MOST_CELLS:
        return None
    space = Space([axis_of(at, one) for at, one in enumerate(variables)])
    return [space.met(normal_form(rule)) for rule in rules], space.full


def _never_together(path: str, beside: Placed) -> Problem:
    en, es = _named(beside)
    text = Text(
        f"expected rules that can be met together, got one that is never met where {en} is; "
        "check the numbers and units of both",
        f"se esperaban reglas que puedan cumplirse a la vez, se leyó una que nunca se cumple "
        f"cuando se cumple {es}; revise los números y las unidades de ambas",
    )
    return Problem("rule-contradiction", text, path)


def _without_effect(path: str, beside: Placed | None, *, of_all: bool) -> Problem:
    en, es = _named(beside) if beside else _OTHERS[of_all]
    both, ambas = ("both", "ambas") if beside else ("all", "todas")
    when, cuando = ("whenever", "siempre que") if of_all else ("only where", "solo cuando")
    text = Text(
        f"expected a rule that can change the outcome, got one that is met {when} {en} is; "
        f"take it out, or check the numbers and units of {both}",
        f"se esperaba una regla que pueda cambiar el resultado, se leyó una que se cumple {cuando} "
        f"se cumple {es}; quítela, o revise los números y las unidades de {ambas}",
    )
    return Problem("rule-no-effect", text, path)


def _named(part: Placed) -> tuple[str, str]:
    path, rule = part
    if isinstance(rule, Clause):
        return f"clause {rule.id!r}", f"la cláusula {rule.id!r}"
    return f"the rule at {path}", f"la regla en {path}"
