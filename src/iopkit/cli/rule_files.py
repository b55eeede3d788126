"""Rule sets that stand in a file of one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from iopkit.catalog.loading import shipped
from iopkit.catalog.own_rules import read_rules
from iopkit.cli.paths import root_of
from iopkit.errors import NotInForce, NotShipped
from iopkit.law.rulesets import RuleSet
from iopkit.values.sources import Source

_FILES = (".yaml", ".yml", ".json")


def is_rule_file(wanted: str) -> bool:
    """Return whether `wanted` names a file, and no rule set of the catalog."""
    return wanted.endswith(_FILES)


def rules_in(*files: str) -> tuple[RuleSet, ...]:
    """Return the rule set in each file, as versions that stand beside one another.

    Raises:
        DocumentError: files have problems, or two versions of one id are in force on one day.
    """
    paths = [Path(file) for file in files]
    roots = {root_of(path) for path in paths}
    return read_rules(shipped(), *paths, root=roots.pop() if len(roots) == 1 else None)


def version_in(file: str, on: date | None) -> RuleSet:
    """Return the rule set in a file; where a day is given, it must be in force on it.

    Raises:
        DocumentError: the file has problems.
        NotInForce: it is not in force on that day.
    """
    (found,) = rules_in(file)
    if on is not None and not found.in_force.holds(on):
        raise NotInForce(file, on.isoformat(), (str(found.in_force),))
    return found


def source_of(*rules: RuleSet) -> Callable[[str], Source | None]:
    """Return what finds a source that `rules` tell themselves, or the catalog; or `None`."""
    own = {source.id: source for each in rules for source in each.sources}
    return lambda wanted: own.get(wanted) or _shipped_source(wanted)


def _shipped_source(wanted: str) -> Source | None:
    try:
        return shipped().source(wanted)
    except NotShipped:
        return None
