"""`iopkit explain`: a rule set of the catalog in plain words."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from iopkit.catalog.loading import shipped
from iopkit.cli.screen import show
from iopkit.report.law import law_lines
from iopkit.values.periods import parse_day

EXPLAINED = 0


def explain(
    ruleset: Annotated[str, Parameter(help="The id of a rule set, such as medicare/iop.")],
    /,
    *,
    on: Annotated[
        str | None, Parameter(help="The day for which to read it; else the newest version.")
    ] = None,
    lang: Annotated[Literal["en", "es"], Parameter(help="The language of the answer.")] = "en",
) -> int:
    """Say in plain words what a rule set asks, clause by clause, with its sources.

    Exits with 0, or with 2 where there is no such rule set, or none in force on the day.
    """
    law = shipped()
    found = law.history(ruleset)[-1] if on is None else law.rules(ruleset, on=parse_day(on))
    show(law_lines(found, lang, law.source))
    return EXPLAINED
