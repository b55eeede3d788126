"""What a check of a program finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from attrs import evolve, frozen

from iopkit.law.decisions import ClauseOutcome
from iopkit.rules.nodes import Clause
from iopkit.rules.truth import Truth
from iopkit.standards.axes import CONTRADICTION
from iopkit.values.problems import Place, Problem, Severity
from iopkit.values.texts import Text


@frozen(kw_only=True)
class Finding:
    """One thing that a check found in the record of a program.

    `problem` has the stable code, the severity, the path and the source.  `clause` is what it
    rests on, `None` where it rests on the record alone; `required` words what that clause asks.
    `found` says what the record tells about it, `None` where that is nothing.  `fields` are the
    paths of the fields to tell, where something is not told.
    """

    problem: Problem
    clause: Clause | None = None
    found: Text | None = None
    required: Text | None = None
    suggestion: Text | None = None
    fields: tuple[str, ...] = ()


@frozen(kw_only=True)
class Findings:
    """What a check of one program against one standard found; most severe first.

    `program` is the id of the program.  `outcome` is that of all clauses that could be judged:
    `clauses` tells each of them, and each advisory, with its own; an advisory never decides.
    `left_out` are the clauses about a person, which no program can meet or miss.  `applies` says
    whether the standard is meant for this program; it is judged all the same.
    """

    program: str
    ruleset_id: str
    version: str
    digest: str
    title: Text
    on: date
    applies: Truth
    outcome: Truth
    clauses: tuple[ClauseOutcome, ...]
    advisories: tuple[ClauseOutcome, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[Clause, ...] = ()
    limitations: tuple[Text, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether something that the standard asks is not met."""
        return any(each.problem.severity is Severity.ERROR for each in self.findings)

    def having(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity, in their order."""
        return tuple(each for each in self.findings if each.problem.severity is severity)


def located(findings: Findings, place_of: Callable[[str], Place]) -> Findings:
    """Return `findings` with the place of each; `place_of` gives that of a path in the record."""
    placed = (
        evolve(each, problem=evolve(each.problem, place=place_of(each.problem.path)))
        for each in findings.findings
    )
    return evolve(findings, findings=tuple(placed))


def without_repeated_contradictions(checks: Iterable[Findings]) -> Iterator[Findings]:
    """Yield what checks found, each contradiction of a record only with the first of them.

    A record says the same against itself whatever standard it is checked by.
    """
    seen = set[tuple[str, Problem]]()
    for findings in checks:
        told = tuple(
            each for each in findings.findings if (findings.program, each.problem) not in seen
        )
        seen.update(
            (findings.program, each.problem) for each in told if each.problem.code == CONTRADICTION
        )
        yield evolve(findings, findings=told)
