"""What a rule cannot mean, found without asking it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from iopkit.rules.answers import AnyFact
from iopkit.rules.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Clause,
    Compare,
    Has,
    Known,
    Node,
    OneOf,
    clauses_of,
    facts_of,
)
from iopkit.rules.redundancy import idle_parts
from iopkit.rules.tracing import compare
from iopkit.rules.truth import Truth
from iopkit.rules.walking import joined, places_of
from iopkit.values.problems import Problem
from iopkit.values.texts import Text

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


def check_rule(rule: Node, *, documentation: bool = False, path: str = "") -> tuple[Problem, ...]:
    """Return what is wrong with `rule`, in its order; nothing where it can be meant as it stands.

    Comparisons of the wrong type cannot be built at all.  `documentation` says that `rule`
    belongs to a rule set about documentation, in which alone `Known` may stand.  Paths lead
    through the plain form, on from `path`.
    """
    return check_parts([(path, rule)], documentation=documentation, path=path)


def check_parts(
    parts: Sequence[tuple[str, Node]], *, documentation: bool = False, path: str = ""
) -> tuple[Problem, ...]:
    """Return what is wrong with rules of one rule set, each given with its path; see `check_rule`.

    Clause ids and facts are those of all of them, and `path` leads to the whole.  What no answer
    can turn is looked for in each rule by itself, and only where nothing else is wrong.
    """
    problems = [*_names(parts, path), *_derived(parts)]
    names = Counter(clause.id for _, rule in parts for clause in clauses_of(rule))
    for start, rule in parts:
        for at, node in places_of(rule, start):
            problems += _node(at, node, names, documentation=documentation)
    return tuple(problems) or tuple(one for at, rule in parts for one in idle_parts(rule, at))


def _node(
    at: str, node: Node, names: Mapping[str, int], *, documentation: bool
) -> Iterator[Problem]:
    match node:
        case AllOf(parts) | AnyOf(parts):
            yield from _parts(at, parts)
        case AtLeast(count, parts):
            yield from (*_parts(at, parts), *_count(at, count, len(parts)))
        case OneOf():
            yield from _terms(joined(at, "one-of"), node)
        case Compare():
            yield from _reach(joined(at, node.operator.value), node)
        case Known() if not documentation:
            yield _known(joined(at, "known"), node.fact)
        case Clause():
            yield from _clause(joined(at, "clause"), node, names[node.id])


def _names(parts: Sequence[tuple[str, Node]], path: str) -> Iterator[Problem]:
    facts = {fact for _, rule in parts for fact in facts_of(rule)}
    for name, times in sorted(Counter(fact.name for fact in facts).items()):
        if times > 1:
            yield _problem(
                ("rule-two-facts", path),
                f"expected one fact named {name}, got {times} that differ; use the same one",
                f"se esperaba un solo dato llamado {name}, se leyeron {times} distintos; "
                "use el mismo",
            )


def _derived(parts: Sequence[tuple[str, Node]]) -> Iterator[Problem]:
    """Yield, once for each fact, where it is asked beside another that tells of it."""
    asked: dict[str, AnyFact] = {}
    for start, rule in parts:
        for at, leaf in places_of(rule, start):
            if isinstance(leaf, Compare | OneOf | Has | Known) and leaf.fact.name not in asked:
                told = (other.name for other in asked.values() if leaf.fact.tells_of(other))
                yield from (_telling(joined(at, "fact"), leaf.fact, one) for one in told)
                asked[leaf.fact.name] = leaf.fact


def _telling(path: str, fact: AnyFact, other: str) -> Problem:
    name, whole = fact.name, ", ".join(fact.derived_from)
    # A fact that is told itself is what the other one comes from.
    en, es = (
        (f"{name} comes from {whole}", f"{name} proviene de {whole}")
        if whole
        else (f"{other} comes from it", f"{other} proviene de él")
    )
    return _problem(
        ("rule-derived-facts", path),
        f"expected facts of which none tells of another, got {name} beside {other}, but {en}; "
        "ask one of the two only, or ask what both come from",
        f"se esperaban datos de los que ninguno diga algo de otro, se leyó {name} junto a {other}, "
        f"pero {es}; pregunte solo uno de los dos, o aquello de lo que provienen",
    )


def _parts(path: str, parts: tuple[Node, ...]) -> Iterator[Problem]:
    if not parts:
        yield _problem(
            ("rule-empty-group", path),
            "expected at least one rule in the group; add one or take the group out",
            "se esperaba al menos una regla en el grupo; agregue una o quite el grupo",
        )
    if _repeats(parts):
        yield _problem(
            ("rule-duplicate-part", path),
            "expected each rule once in the group; take the repeated one out",
            "se esperaba cada regla una sola vez en el grupo; quite la repetida",
        )


def _count(path: str, count: int, of: int) -> Iterator[Problem]:
    if not 1 <= count <= of:
        yield _problem(
            ("rule-count", joined(path, "at-least.count")),
            f"expected a count from 1 to {of}, the number of rules in the group, got {count}",
            f"se esperaba un número de 1 a {of}, las reglas que hay en el grupo, se leyó {count}",
        )


def _terms(path: str, rule: OneOf) -> Iterator[Problem]:
    name = rule.fact.name
    if not rule.terms:
        yield _problem(
            ("rule-empty-one-of", path),
            f"expected at least one term of {name}; name those that are meant",
            f"se esperaba al menos un término de {name}; nombre los que correspondan",
        )
    if _repeats(rule.terms):
        yield _problem(
            ("rule-duplicate-term", path),
            f"expected each term of {name} once; take the repeated one out",
            f"se esperaba cada término de {name} una sola vez; quite el repetido",
        )
    if set(rule.terms) == set(rule.fact.terms or ()):
        yield _problem(
            ("rule-never-decides", path),
            f"expected some terms of {name}, got all of them, so that it is always met; "
            "name those that are meant, or take the rule out",
            f"se esperaban algunos términos de {name}, se leyeron todos, así que siempre se "
            "cumple; nombre los que correspondan o quite la regla",
        )


def _reach(path: str, rule: Compare) -> Iterator[Problem]:
    fact = rule.fact
    found = compare(rule.operator, fact.low, fact.high, rule.bound)
    if found is not Truth.UNKNOWN:
        always, siempre = ("always", "siempre") if found is Truth.MET else ("never", "nunca")
        unit = f" {fact.unit}" if fact.unit else ""
        yield _problem(
            ("rule-never-decides", path),
            f"expected a bound that {fact.name} can fall on both sides of, "
            f"{_between(fact, 'from', 'to')}{unit}, got {rule.bound}, so that it is {always} met; "
            "check the number and its unit",
            f"se esperaba un límite con valores de {fact.name} a ambos lados, "
            f"{_between(fact, 'de', 'a')}{unit}, se leyó {rule.bound}, así que {siempre} se "
            "cumple; revise el número y su unidad",
        )
    elif isinstance(rule.bound, int) and 0 < rule.bound < (fact.least_bound or 0):
        yield _unit(path, fact, rule.bound)


def _unit(path: str, fact: AnyFact, bound: int) -> Problem:
    en = es = ""
    if fact.unit.startswith("minutes"):
        en = f"; {bound} hours are written {bound * 60}"
        es = f"; {bound} horas se escriben {bound * 60}"
    return _problem(
        ("rule-unit", path),
        f"expected a bound on {fact.name} in {fact.unit}, {fact.least_bound} or more, got {bound}, "
        f"which looks like another unit{en}",
        f"se esperaba un límite de {fact.name} en su unidad, {fact.least_bound} o más, se leyó "
        f"{bound}, que parece estar en otra unidad{es}",
    )


def _between(fact: AnyFact, start: str, to: str) -> str:
    low, high = ("…" if end is None else str(end) for end in (fact.low, fact.high))
    return f"{start} {low} {to} {high}"


def _known(path: str, fact: AnyFact) -> Problem:
    return _problem(
        ("rule-known", path),
        f"expected a question about {fact.name} itself; `known` belongs to rule sets about "
        "documentation only",
        f"se esperaba una pregunta sobre {fact.name} mismo; `known` corresponde solo a reglas "
        "sobre documentación",
    )


def _clause(path: str, clause: Clause, times: int) -> Iterator[Problem]:
    if not _ID.fullmatch(clause.id):
        yield _problem(
            ("rule-clause-id", joined(path, "id")),
            f"expected an id in kebab-case, such as weekly-hours, got {clause.id!r}",
            f"se esperaba un identificador con guiones, como weekly-hours, se leyó {clause.id!r}",
        )
    if times > 1:
        yield _problem(
            ("rule-duplicate-clause", joined(path, "id")),
            f"expected each clause id once, got {clause.id!r} {times} times; rename one",
            f"se esperaba cada identificador una sola vez, se leyó {clause.id!r} {times} veces; "
            "cambie uno",
        )
    if not clause.source:
        yield _problem(
            ("rule-no-source", joined(path, "source")),
            "expected the id of the source that states the clause; every clause cites one",
            "se esperaba el identificador de la fuente que establece la cláusula; toda cláusula "
            "cita una",
        )


def _repeats(things: Iterable[object]) -> bool:
    return any(times > 1 for times in Counter(things).values())


def _problem(where: tuple[str, str], en: str, es: str) -> Problem:
    code, path = where
    return Problem(code, Text(en, es), path)
