"""Checking a program against a standard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from iopkit.errors import InvalidRule, NotInForce
from iopkit.facts.registry import answers_of
from iopkit.law.decisions import ClauseOutcome
from iopkit.law.rulesets import RuleSet
from iopkit.model.case import Case
from iopkit.model.program import Program
from iopkit.rules.nodes import Clause, Known, Node, facts_of, leaves_of
from iopkit.rules.truth import threshold
from iopkit.standards.axes import LABEL
from iopkit.standards.check_wording import filled
from iopkit.standards.clause_findings import Record
from iopkit.standards.contradictions import contradictions_in
from iopkit.standards.findings import Finding, Findings
from iopkit.standards.meant import meant_for
from iopkit.values.problems import Problem, Severity
from iopkit.values.texts import Text

_LEVEL = "program.level"
_OTHER_LABEL = Text(
    "the program calls itself: {0}; the standard is about: {1}",
    "el programa dice ser: {0}; la norma es de: {1}",
)
_RELABEL = Text(
    "Check the program against a standard of its own level, or correct `level`.",
    "Evalúe el programa con una norma de su propio nivel, o corrija `level`.",
)


def check(standard: RuleSet, program: Program, *, on: date) -> Findings:
    """Return what `program` does not meet of `standard` on a day, and what it does not tell.

    Silence is never a violation: it is `not-told`, with the fields that would settle the clause.
    Clauses about a person are left out.  What the record says against itself is found as well.
    Phases and tracks are judged apart: what all of them meet or miss is met or missed, and what
    only some of them miss is a warning at each of those.

    Raises:
        NotInForce: `standard` is not in force on that day.
        InvalidRule: no clause of `standard` is about programs; the message names the standard
            that asks the same of one, where there is such.
    """
    if not standard.in_force.holds(on):
        named = f"{standard.id} {standard.version}"
        raise NotInForce(named, on.isoformat(), (str(standard.in_force),))
    _refuse_other_subjects(standard)
    record = _record(standard, program)
    judged = tuple(map(record.judged, filter(_is_about_programs, standard.clauses)))
    advised = tuple(map(record.judged, filter(_is_about_programs, standard.advisories)))
    found = (
        *_without_repeats(record, judged, advised),
        *_label(standard, program),
        *(Finding(problem=problem) for problem in contradictions_in(program)),
    )
    return Findings(
        program=program.id,
        ruleset_id=standard.id,
        version=standard.version,
        digest=standard.digest,
        title=standard.title,
        on=on,
        applies=meant_for(standard, program),
        outcome=threshold(len(judged), (each.outcome for each in judged)),
        clauses=judged,
        advisories=advised,
        findings=tuple(sorted(found, key=lambda each: -each.problem.severity.rank)),
        left_out=tuple(clause for clause in _all(standard) if not _is_about_programs(clause)),
        limitations=standard.limitations,
    )


def is_for_programs(rules: RuleSet) -> bool:
    """Return whether some clause of `rules` is about programs, so that one can be checked."""
    return any(map(_is_about_programs, rules.clauses))


def _without_repeats(
    record: Record, judged: tuple[ClauseOutcome, ...], advised: tuple[ClauseOutcome, ...]
) -> Iterator[Finding]:
    """Yield what is found of clauses, then of advisories that ask for more than those did."""
    asked = set[str]()
    for each in judged:
        for finding in record.findings(each):
            asked.update(finding.fields)
            yield finding
    for each in advised:
        for finding in record.findings(each, is_advice=True):
            if not finding.fields or not asked.issuperset(finding.fields):
                yield finding


def _all(standard: RuleSet) -> tuple[Clause, ...]:
    return (*standard.clauses, *standard.advisories)


def _is_about_programs(rule: Node) -> bool:
    return not any(fact.about_person for fact in facts_of(rule))


def _refuse_other_subjects(standard: RuleSet) -> None:
    if not is_for_programs(standard):
        other = standard.program_standard
        raise InvalidRule(
            standard.id,
            "a rule set with clauses about programs"
            if other is None
            else f"a rule set about programs: check against {other}",
        )
    if any(isinstance(leaf, Known) for clause in _all(standard) for leaf in leaves_of(clause)):
        # Silence would break such a clause, and silence is never a violation.
        raise InvalidRule(standard.id, "no clause that asks whether something is told")


def _record(standard: RuleSet, program: Program) -> Record:
    facts = {fact: None for clause in _all(standard) for fact in facts_of(clause)}
    return Record(program, answers_of(Case(program=program), facts))


def _label(standard: RuleSet, program: Program) -> Iterator[Finding]:
    told, wanted = program.level, standard.care_level
    asks = any(fact.name == _LEVEL for clause in _all(standard) for fact in facts_of(clause))
    if told is None or wanted is None or told is wanted or asks:
        return
    text = filled(_OTHER_LABEL, told.label, wanted.label)
    problem = Problem(LABEL, text, "level", severity=Severity.WARNING)
    yield Finding(problem=problem, found=told.label, required=wanted.label, suggestion=_RELABEL)
