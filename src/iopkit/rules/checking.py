"""What a rule cannot mean, found without asking it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from iopkit.rules.answers import AnyFact
from iopkit.rules.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Clause,
    Compare,
    Known,
    Node,
    OneOf,
    clauses_of,
    facts_of,
)
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
    problems = list(_names(rule, path))
    names = Counter(clause.id for clause in clauses_of(rule))
    for at, node in places_of(rule, path):
        match node:
            case AllOf(parts) | AnyOf(parts):
                problems += _parts(at, parts)
            case AtLeast(count, parts):
                problems += [*_parts(at, parts), *_count(at, count, len(parts))]
            case OneOf():
                problems += _terms(joined(at, "one-of"), node)
            case Compare():
                problems += _reach(joined(at, node.operator.value), node)
            case Known() if not documentation:
                problems.append(_known(joined(at, "known"), node.fact))
            case Clause():
                problems += _clause(joined(at, "clause"), node, names[node.id])
    return tuple(problems)


def _names(rule: Node, path: str) -> Iterator[Problem]:
    for name, times in Counter(fact.name for fact in facts_of(rule)).items():
        if times > 1:
            yield _problem(
                ("rule-two-facts", path),
                f"expected one fact named {name}, got {times} that differ; use the same one",
                f"se esperaba un solo dato llamado {name}, se leyeron {times} distintos; "
                "use el mismo",
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
