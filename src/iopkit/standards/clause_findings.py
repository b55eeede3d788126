"""What one clause of a standard finds in the record of a program."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from attrs import evolve, frozen

from iopkit.errors import InvalidRule
from iopkit.law.decisions import ClauseOutcome
from iopkit.model.figures import figures_of
from iopkit.model.program import Program
from iopkit.rules.answers import Answers, AnyFact, told
from iopkit.rules.flips import Flip, flips_of
from iopkit.rules.nodes import Clause, Has, Node, facts_of
from iopkit.rules.pivots import Pivots, pivots_of
from iopkit.rules.tracing import Step, deciding_leaves, trace
from iopkit.rules.truth import Truth
from iopkit.standards.asked_wording import asked_text
from iopkit.standards.axes import ADVICE, NOT_TOLD, PART, PRACTICE, axis_of
from iopkit.standards.check_wording import changes_text, filled, found_text, joined
from iopkit.standards.findings import Finding
from iopkit.standards.parts import Part, parts_of
from iopkit.standards.phrases import hours
from iopkit.standards.record_fields import missing_fields, told_field
from iopkit.values.problems import Problem, Severity
from iopkit.values.texts import Text

_NOT_MET = Text("not met: {0}", "no se cumple: {0}")
_NOT_ADVISED = Text("advice not met: {0}", "consejo que no se cumple: {0}")
_SILENT = Text("not told: {0}", "sin informar: {0}")
_OPEN = Text("left open: {0}", "queda abierto: {0}")
_FOUND = Text("{0}; found: {1}", "{0}; se encontró: {1}")
_TELL = Text("{0}; tell {1}", "{0}; indique {1}")
_TO_MEET = Text("To meet it: {0}", "Para cumplirlo: {0}")
_CHANGE = Text(
    "Change it, or correct `{0}` if the record is wrong.",
    "Cámbielo, o corrija `{0}` si el registro está mal.",
)
_ANSWER = Text("Tell {0}: {1}", "Indique {0}: {1}")
_WHETHER = Text("Tell whether {0} has or lacks {1}.", "Indique si {0} incluye o no: {1}.")
_MET_IN = Text("{0}; met in {1}", "{0}; se cumple en {1}")
_APART = Text(
    "Phases or tracks differ: check each in a record of its own.",
    "Las fases o los horarios difieren: evalúe cada uno en un registro propio.",
)
_WHOM = ("standard-ages", "standard-people")
_WEEK = Text("{0} of clock time a week", "{0} de tiempo de reloj por semana")
_DAY = Text("{0} of clock time on an attended day", "{0} de tiempo de reloj por día de asistencia")
_UNTOLD = Text(
    "{0}, which does not tell the therapeutic time",
    "{0}, lo que no indica el tiempo terapéutico",
)
_NO_MORE = Text(
    "{0}, and the therapeutic time is no more than that",
    "{0}, y el tiempo terapéutico no es más que eso",
)
_WHOLE = "program.course-minutes"
_CLOCK = {
    "program.weekly-minutes": ("minutes_per_week", _WEEK),
    "program.day-minutes": ("minutes_per_day", _DAY),
    _WHOLE: ("minutes_per_week", _WEEK),
}
"""The figures of which the one by the clock must not stand in for the therapeutic one."""


@frozen
class Record:
    """One program, and what it answers to all that a standard asks."""

    program: Program
    answers: Answers

    def judged(self, clause: Clause) -> ClauseOutcome:
        """Return how `clause` comes out: as in each phase and track, where it does so in all."""
        step = trace(clause, self.answers)
        if step.outcome is Truth.UNKNOWN:
            apart = [trace(clause, part.answers) for part in self._parts(clause)]
            if len({each.outcome for each in apart}) == 1:
                step = apart[0]
        return ClauseOutcome(clause=clause, outcome=step.outcome, step=step)

    def findings(self, judged: ClauseOutcome, *, is_advice: bool = False) -> Iterator[Finding]:
        """Yield what is to be said of a clause, or of an advisory: nothing where it is met."""
        clause = judged.clause
        if judged.outcome is Truth.NOT_MET:
            yield self.not_met(clause, judged.step, is_advice=is_advice)
        elif judged.outcome is Truth.UNKNOWN:
            apart = [(part, trace(clause, part.answers)) for part in self._parts(clause)]
            yield from _in_parts(clause, apart, is_advice=is_advice)
            pivots = pivots_of(clause, self.answers)
            is_open = any(step.outcome is Truth.UNKNOWN for _, step in apart)
            if pivots.facts and (is_open or not apart):
                yield self._not_told(clause, judged.step, pivots)

    def _parts(self, clause: Clause) -> tuple[Part, ...]:
        return parts_of(self.program, self.answers, facts_of(clause))

    def not_met(self, clause: Clause, step: Step, *, is_advice: bool) -> Finding:
        """Return what is to be said of `clause`, which is not met as `step` tells."""
        facts = tuple(
            dict.fromkeys(fact for leaf in deciding_leaves(step) for fact in facts_of(leaf.node))
        )
        facts = tuple(sorted(facts, key=_is_of_whom))
        path = told_field(facts[0], self.program) if facts else ""
        found = self._found(facts, _NO_MORE)
        text = filled(_NOT_ADVISED if is_advice else _NOT_MET, clause.label)
        code = axis_of(facts[0]).code if facts else PRACTICE
        problem = Problem(
            ADVICE if is_advice else code,
            text if found is None else filled(_FOUND, text, found),
            path,
            severity=Severity.WARNING if is_advice else Severity.ERROR,
            source=clause.source,
        )
        changes = changes_text(sorted(_flips(clause, self.answers), key=_is_change_of_whom))
        return Finding(
            problem=problem,
            clause=clause,
            found=found,
            required=asked_text(clause.rule),
            suggestion=filled(_CHANGE, path) if changes is None else filled(_TO_MEET, changes),
        )

    def _not_told(self, clause: Clause, step: Step, pivots: Pivots) -> Finding:
        asked = {fact.name: missing_fields(fact, self.program) for fact in pivots.facts}
        fields = tuple(dict.fromkeys(field for some in asked.values() for field in some))
        names = _named(fields)
        found = self._found(pivots.facts, _UNTOLD)
        text = filled(_SILENT if found is None else _OPEN, clause.label)
        text = text if found is None else filled(_FOUND, text, found)
        first = pivots.next_question or pivots.facts[0]
        problem = Problem(
            NOT_TOLD,
            filled(_TELL, text, names),
            asked[first.name][0],
            severity=Severity.NOTE,
            source=clause.source,
        )
        leaves = [leaf.node for leaf in deciding_leaves(step)]
        answers = (_answer(fact, asked[fact.name], leaves) for fact in pivots.facts)
        return Finding(
            problem=problem,
            clause=clause,
            found=found,
            required=asked_text(clause.rule),
            suggestion=joined(answers, " "),
            fields=fields,
        )

    def _found(self, facts: Iterable[AnyFact], by_clock: Text) -> Text | None:
        """Return what is told about `facts`; `by_clock` frames what only the clock tells."""
        said = (self._by_clock(fact, by_clock) or self._told(fact) for fact in facts)
        every = tuple(dict.fromkeys(text for text in said if text is not None))
        return joined(every, "; ") if every else None

    def _told(self, fact: AnyFact) -> Text | None:
        return found_text(fact, told(fact, self.answers))

    def _by_clock(self, fact: AnyFact, frame: Text) -> Text | None:
        if fact.name not in _CLOCK or (fact.name == _WHOLE and self._told(fact) is not None):
            return None
        (name, words), figures = _CLOCK[fact.name], figures_of(self.program)
        clock = getattr(figures, f"clock_{name}").value
        if clock is None or getattr(figures, f"therapeutic_{name}").value is not None:
            return None
        return filled(frame, filled(words, hours(clock)))


def _in_parts(
    clause: Clause, apart: Collection[tuple[Part, Step]], *, is_advice: bool
) -> Iterator[Finding]:
    """Yield what is found in each phase or track that surely misses `clause`."""
    met = [part.path for part, step in apart if step.outcome is Truth.MET]
    for part, step in apart:
        if step.outcome is Truth.NOT_MET:
            found = Record(part.program, part.answers).not_met(clause, step, is_advice=is_advice)
            yield _in_part(found, part.path, met)


def _in_part(finding: Finding, path: str, met: Collection[str]) -> Finding:
    """Return `finding` as about the phase or track at `path`, beside those that meet the same."""
    problem, found = finding.problem, finding.found
    text = problem.text
    if met:
        text = filled(_MET_IN, text, _named(met))
        found = None if found is None else filled(_MET_IN, found, _named(met))
    code = ADVICE if problem.code == ADVICE else PART
    return evolve(
        finding,
        problem=evolve(problem, code=code, severity=Severity.WARNING, text=text, path=path),
        found=found,
        suggestion=_APART,
    )


def _is_of_whom(fact: AnyFact) -> bool:
    """Return whether `fact` is about whom a program takes.

    Beside anything else that only says for whom a clause is meant, so that it comes last.
    """
    return axis_of(fact).code in _WHOM


def _is_change_of_whom(flip: Flip) -> bool:
    return any(_is_of_whom(change.fact) for change in flip.changes)


def _flips(clause: Clause, answers: Answers) -> tuple[Flip, ...]:
    try:
        return flips_of(clause, answers)
    except InvalidRule:
        return ()


def _answer(fact: AnyFact, fields: Iterable[str], leaves: Iterable[Node]) -> Text:
    """Return what to tell; of a listing, only about the terms that still matter."""
    asked = (leaf for leaf in leaves if isinstance(leaf, Has) and leaf.fact == fact)
    terms = dict.fromkeys(leaf.term.label for leaf in asked)
    if terms:
        return filled(_WHETHER, _named(fields), joined(terms, ", "))
    return filled(_ANSWER, _named(fields), fact.question)


def _named(fields: Iterable[str]) -> Text:
    names = ", ".join(f"`{field}`" for field in fields)
    return Text(names, names)
