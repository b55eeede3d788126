"""`iopkit explain` and `iopkit compare`: rule sets in plain words."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from attrs import frozen
from cyclopts import Parameter

from iopkit.catalog.loading import shipped
from iopkit.cli.answering import day_told
from iopkit.cli.rule_files import is_rule_file, source_of, version_in
from iopkit.cli.screen import show, show_data
from iopkit.formats.writing import to_data
from iopkit.law.boundaries import ruleset_boundaries
from iopkit.law.differences import compare_rulesets
from iopkit.law.rulesets import RuleSet
from iopkit.report.law import law_lines
from iopkit.report.law_boundaries import boundary_lines
from iopkit.report.law_changes import comparison_lines

EXPLAINED = 0


@frozen
class Printed:
    """How a rule set is printed."""

    lang: Annotated[Literal["en", "es"], Parameter(help="The language of the answer.")] = "en"
    as_json: Annotated[
        bool, Parameter(name="--json", negative="", help="Print JSON instead of text.")
    ] = False


_PLAIN = Printed()


def explain(
    ruleset: Annotated[
        str, Parameter(help="The id of a rule set, such as medicare/iop, or a file with one.")
    ],
    /,
    *,
    on: Annotated[
        str | None, Parameter(help="The day for which to read it; else the newest version.")
    ] = None,
    boundaries: Annotated[
        bool,
        Parameter(negative="", help="Instead list the cases just inside and outside of it."),
    ] = False,
    printed: Annotated[Printed, Parameter(name="*")] = _PLAIN,
) -> int:
    """Say in plain words what a rule set asks, clause by clause, with its sources.

    Exits with 0, or with 2 where there is no such rule set, or none in force on the day.
    """
    found = _version(ruleset, None if on is None else day_told(on, "--on"))
    if printed.as_json:
        show_data(to_data(ruleset_boundaries(found) if boundaries else found, lang=printed.lang))
    elif boundaries:
        show(boundary_lines(found, printed.lang, source_of(found)))
    else:
        history = () if is_rule_file(ruleset) else shipped().history(ruleset)
        others = (one for one in history if one.version != found.version)
        show(law_lines(found, printed.lang, source_of(found), others))
    return EXPLAINED


def compare(
    first: Annotated[
        str,
        Parameter(help="The id of a rule set, or ID@DATE, such as x/y@2025-01-31; or a file."),
    ],
    second: Annotated[str, Parameter(help="The rule set to compare it with, in the same way.")],
    /,
    *,
    printed: Annotated[Printed, Parameter(name="*")] = _PLAIN,
) -> int:
    """Say what changes from one rule set to another: who is in or out, and what is cited.

    Without a date, the newest version is taken.  Exits with 0, or with 2 where there is no such
    rule set, or none in force on the day.
    """
    old, new = (_version(*_parted(wanted)) for wanted in (first, second))
    found = compare_rulesets(old, new)
    if printed.as_json:
        show_data(to_data(found, lang=printed.lang))
    else:
        show(comparison_lines(found, printed.lang, source_of(old, new)))
    return EXPLAINED


def _parted(wanted: str) -> tuple[str, date | None]:
    if is_rule_file(wanted):
        return wanted, None
    name, at, day = wanted.partition("@")
    return name, day_told(day, wanted) if at else None


def _version(wanted: str, day: date | None) -> RuleSet:
    if is_rule_file(wanted):
        return version_in(wanted, day)
    law = shipped()
    return law.history(wanted)[-1] if day is None else law.rules(wanted, on=day)
