"""What a rule set or a ladder cannot mean, found without asking it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches

from attrs import evolve

from iopkit.law.ladders import Ladder
from iopkit.law.proving import not_exact, not_exact_together
from iopkit.law.rulesets import RuleSet
from iopkit.rules.checking import check_parts
from iopkit.rules.nodes import Clause
from iopkit.rules.redundancy import Placed, idle_among
from iopkit.values.problems import Problem
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import RuleSubject


def check_rules(rules: RuleSet) -> tuple[Problem, ...]:
    """Return what is wrong with `rules`; nothing where they can be meant as they stand.

    Each clause and advisory, and whom the set is meant for, is held to what `check_rule` asks, with
    the ids and facts of the whole set.  Told where nothing else is wrong: a clause that others make
    superfluous or impossible, and what `exactness_of` does not prove exact.  Paths lead through the
    document of the set.
    """
    clauses = placed_clauses("clauses[{}]", rules.clauses)
    applies: list[Placed] = [] if rules.applies is None else [("applies", rules.applies)]
    beside = (*placed_clauses("advisories[{}]", rules.advisories), *applies)
    parts, about = (*clauses, *beside), rules.subject is RuleSubject.DOCUMENTATION
    problems = (
        (*check_parts(parts, documentation=about, path="clauses"), *_repeated_sources(rules))
        or idle_among(clauses, "clauses", of_all=True)
        or (*not_exact_together(clauses), *_each_not_exact(beside))
    )
    return tuple(_in_document(problems, parts))


def check_clauses(placed: Sequence[Placed], *, documentation: bool) -> tuple[Problem, ...]:
    """Return what is wrong with the clauses of a document that cannot be checked as a whole.

    Each is given with its path; see `check_parts`.
    """
    return tuple(_in_document(check_parts(placed, documentation=documentation), placed))


def check_sources(rules: RuleSet, known: Collection[str]) -> tuple[Problem, ...]:
    """Return which clauses and reviews of `rules` cite a source that nobody tells.

    Those that `rules` tell themselves count, and those whose ids are `known`.
    """
    ids = dict.fromkeys((*(source.id for source in rules.sources), *known))
    return tuple(
        Problem("rule-unknown-source", _unknown(source, get_close_matches(source, ids)), path)
        for path, source in cited_in(rules)
        if source not in ids
    )


def cited_in(rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Yield the id of each source that `rules` cite, with its path."""
    for path, clause in (
        *placed_clauses("clauses[{}]", rules.clauses),
        *placed_clauses("advisories[{}]", rules.advisories),
    ):
        yield f"{path}.source", clause.source
    yield from ((f"reviews[{at}].source", one.source) for at, one in enumerate(rules.reviews))


def _unknown(source: str, near: Sequence[str]) -> Text:
    ids = ", ".join(near)
    do, haga = (
        (f"did you mean {ids}?", f"¿quiso decir {ids}?")
        if near
        else ("tell it under `sources`", "indíquela en `sources`")
    )
    return Text(
        f"expected the id of a source that the document tells itself or the catalog holds, got "
        f"{source!r}; {do}",
        "se esperaba el id de una fuente que indique el propio documento o que esté en el "
        f"catálogo, se leyó {source!r}; {haga}",
    )


def _repeated_sources(rules: RuleSet) -> Iterator[Problem]:
    told = set[str]()
    for at, source in enumerate(rules.sources):
        if source.id in told:
            text = Text(
                f"expected each source once, got {source.id!r} again; rename one, or take it out",
                f"se esperaba cada fuente una sola vez, se leyó {source.id!r} de nuevo; cambie el "
                "id de una o quítela",
            )
            yield Problem("rule-duplicate-source", text, f"sources[{at}].id")
        told.add(source.id)


def check_ladder(ladder: Ladder) -> tuple[Problem, ...]:
    """Return what is wrong with the clauses of `ladder`, of which each is asked by itself."""
    parts = (
        *placed_clauses("needs[{}].clause", (need.clause for need in ladder.needs)),
        *placed_clauses("beside[{}]", ladder.beside),
        *placed_clauses("barriers[{}]", ladder.barriers),
    )
    problems = check_parts(parts, path="needs") or _each_not_exact(parts)
    return tuple(_in_document(problems, parts))


def _each_not_exact(parts: Iterable[Placed]) -> tuple[Problem, ...]:
    return tuple(problem for path, rule in parts for problem in not_exact(path, rule))


def placed_clauses(path: str, clauses: Iterable[Clause]) -> tuple[tuple[str, Clause], ...]:
    """Return each clause with its path in its document, in which `{}` stands for its number."""
    return tuple((path.format(at), clause) for at, clause in enumerate(clauses))


def _in_document(problems: Iterable[Problem], parts: Sequence[Placed]) -> Iterator[Problem]:
    """Yield `problems` without the key `clause`, which documents of law leave out."""
    paths = [path for path, rule in parts if isinstance(rule, Clause)]
    for problem in problems:
        found, en, es = problem.path, problem.text.en, problem.text.es
        for path in paths:
            found = (
                found.replace(f"{path}.clause.", f"{path}.") if found.startswith(path) else found
            )
            en, es = (said.replace(f"{path}.clause.", f"{path}.") for said in (en, es))
        yield evolve(problem, path=found, text=Text(en, es))
