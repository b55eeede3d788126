"""Which rules of law are not proved exact, told in plain words with what refutes the proof."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from iopkit.rules.answer_wording import word_answer
from iopkit.rules.answers import AnyFact
from iopkit.rules.exactness import MOST_PARTIAL_ANSWERS, Exactness, exactness_of
from iopkit.rules.nodes import AllOf, Clause, Node, facts_of, leaves_of
from iopkit.rules.tracing import deciding_leaves, trace
from iopkit.rules.truth import Truth
from iopkit.values.problems import Problem
from iopkit.values.texts import Text

_OF_CLAUSE = re.compile(r"all-of\[(\d+)\]")
"""How the path of a clause starts in the rule of a whole set."""


def not_exact(path: str, rule: Node) -> Iterator[Problem]:
    """Yield that Kleene's outcome of `rule`, at `path`, is not proved exact, and why."""
    found = exactness_of(rule)
    if not found.is_proved:
        clauses = [rule] if isinstance(rule, Clause) else []
        yield Problem("rule-not-exact", _text(found, clauses), path)


def not_exact_together(clauses: Sequence[tuple[str, Clause]]) -> Iterator[Problem]:
    """Yield that clauses, each with its path, of which all must be met are not proved exact.

    The problem stands at the first of those that are concerned.
    """
    found = exactness_of(AllOf(clause for _, clause in clauses))
    if not found.is_proved:
        numbers = sorted({int(_OF_CLAUSE.findall(path)[0]) for path in found.paths})
        concerned = [clauses[number][1] for number in numbers]
        yield Problem("rule-not-exact", _text(found, concerned), clauses[numbers[0]][0])


def _text(found: Exactness, clauses: list[Clause]) -> Text:
    ids = ", ".join(repr(clause.id) for clause in clauses)
    en, es = (f" in clauses {ids}", f" en las cláusulas {ids}") if clauses else ("", "")
    got = _too_large(found) if found.settled is None else _refuted(found, found.settled)
    return Text(
        f"expected an outcome that is not known only where answers differ, got{en} {got.en}; ask "
        "about each of these facts in one place or in one direction, or part the rule in two by "
        "whom it applies to",
        f"se esperaba un resultado que no se sepa solo si las respuestas difieren, se leyó{es} "
        f"{got.es}; pregunte cada uno de estos datos en un solo lugar o en una sola dirección, o "
        "divida la regla en dos según a quién se aplica",
    )


def _refuted(found: Exactness, settled: Truth) -> Text:
    told = [_told(fact, found) for fact in _facts(found)]
    en, es = ", ".join(one.en for one in told), ", ".join(one.es for one in told)
    always, siempre = ("always", "siempre") if settled is Truth.MET else ("never", "nunca")
    return Text(
        f"one that is not known with {en}, though it is {always} met then",
        f"uno que no se sabe con {es}, aunque entonces {siempre} se cumple",
    )


def _too_large(found: Exactness) -> Text:
    names = ", ".join(fact.name for fact in _facts(found))
    return Text(
        f"more than {MOST_PARTIAL_ANSWERS:,} partial answers about {names}, too many to try",
        f"más de {MOST_PARTIAL_ANSWERS:,} respuestas parciales sobre {names}, demasiadas para "
        "probarlas",
    )


def _facts(found: Exactness) -> tuple[AnyFact, ...]:
    """Return the facts that are told, and those left unknown that the part still waits for."""
    if found.part is None or found.settled is None:
        return () if found.part is None else facts_of(found.part)
    open_ = {leaf.node for leaf in deciding_leaves(trace(found.part, found.answers))}
    waited = {leaf.fact.name for leaf in leaves_of(found.part) if leaf in open_}
    return tuple(
        fact for fact in facts_of(found.part) if fact.name in found.answers or fact.name in waited
    )


def _told(fact: AnyFact, found: Exactness) -> Text:
    said = word_answer(fact, found.answers.get(fact.name))
    return Text(f"{fact.name} = {said.en}", f"{fact.name} = {said.es}")
