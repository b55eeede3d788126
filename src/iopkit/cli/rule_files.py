"""Rule sets that stand in a file of one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from iopkit.catalog.loading import shipped
from iopkit.cli.paths import root_of
from iopkit.errors import NotInForce, NotShipped
from iopkit.formats.reading import read
from iopkit.law.rulesets import RuleSet
from iopkit.values.sources import Source

_FILES = (".yaml", ".yml", ".json")


def is_rule_file(wanted: str) -> bool:
    """Return whether `wanted` names a file, and no rule set of the catalog."""
    return wanted.endswith(_FILES)


def rules_in(wanted: str, on: date | None = None) -> RuleSet:
    """Return the rule set in a file; where a day is given, it must be in force on it.

    Raises:
        DocumentError: the file has problems.
        NotInForce: it is not in force on that day.
    """
    file = Path(wanted)
    found = read(RuleSet, file, root=root_of(file))
    if on is not None and not found.in_force.holds(on):
        raise NotInForce(wanted, on.isoformat(), (str(found.in_force),))
    return found


def source_or_none(wanted: str) -> Source | None:
    """Return a source of the catalog, `None` where it has none of that id."""
    try:
        return shipped().source(wanted)
    except NotShipped:
        return None
