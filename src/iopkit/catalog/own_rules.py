"""Rule sets of one's own, held against one another and against the sources of a catalog."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from iopkit.catalog.shelves import Catalog
from iopkit.formats.locating import places_in
from iopkit.formats.reading import read
from iopkit.law.checking import check_sources
from iopkit.law.rulesets import RuleSet
from iopkit.values.periods import Period
from iopkit.values.problems import DocumentError, Problem
from iopkit.values.texts import Text


def read_rules(
    catalog: Catalog, *files: os.PathLike[str], root: os.PathLike[str] | None = None
) -> tuple[RuleSet, ...]:
    """Return the rule set in each of `files`.

    Beside what `read` asks of each, every source that a clause cites must be told in its file or
    stand in `catalog`, and no two versions of one id may be in force on the same day.

    Raises:
        DocumentError: files have problems; all problems of all files are told, with their places.
    """
    known = catalog.ids("sources")
    found, problems = list[tuple[os.PathLike[str], RuleSet]](), list[Problem]()
    for file in files:
        try:
            rules = read(RuleSet, file, root=root)
        except DocumentError as error:
            problems.extend(error.problems)
            continue
        found.append((file, rules))
        problems.extend(_placed(one, file, root) for one in check_sources(rules, known))
    problems.extend(_placed(one, file, root) for file, one in _overlaps(found))
    if problems:
        raise DocumentError(problems)
    return tuple(rules for _, rules in found)


def overlap_text(newer: Period, older: Period, where: str) -> Text:
    """Return what is wrong with a version whose period meets an older one, which stands `where`."""
    return Text(
        f"expected no day on which two versions of one id are in force, got {newer} beside "
        f"{older} in {where}; end the older one on the day on which the newer one starts",
        f"se esperaba que ningún día rigieran dos versiones de un mismo id, se leyó {newer} junto "
        f"a {older} en {where}; termine la anterior el día en que empieza la nueva",
    )


def _placed(problem: Problem, file: os.PathLike[str], root: os.PathLike[str] | None) -> Problem:
    return evolve(problem, place=places_in(file, root=root)(problem.path))


def _overlaps(
    found: Sequence[tuple[os.PathLike[str], RuleSet]],
) -> Iterator[tuple[os.PathLike[str], Problem]]:
    ordered = sorted(found, key=lambda one: (one[1].id, one[1].in_force.start))
    for (where, older), (file, newer) in pairwise(ordered):
        if older.id == newer.id and older.in_force.overlaps(newer.in_force):
            text = overlap_text(newer.in_force, older.in_force, os.fspath(where))
            yield file, Problem("rule-versions-overlap", text, "in_force")
