"""Whether a standard is meant for a program, and what would have to be told to know."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.facts.registry import answers_of
from iopkit.law.rulesets import RuleSet
from iopkit.model.case import Case
from iopkit.model.program import Program
from iopkit.rules.answers import Answers
from iopkit.rules.nodes import Node, facts_of
from iopkit.rules.pivots import pivots_of
from iopkit.rules.tracing import outcome
from iopkit.rules.truth import Truth
from iopkit.standards.record_fields import missing_fields
from iopkit.values.texts import Text


@frozen(kw_only=True)
class MayBeMeant:
    """A standard of which it is not known whether it is meant for a program; nothing is judged.

    `program` is the id of the program.  `tell` are the paths of the fields of its record on which
    it depends, in the order in which the standard asks for them.
    """

    program: str
    ruleset_id: str
    version: str
    digest: str
    title: Text
    on: date
    applies: Truth = Truth.UNKNOWN
    tell: tuple[str, ...]


def meant_for(standard: RuleSet, program: Program) -> Truth:
    """Return whether `standard` is meant for `program`: met, not met, or not known."""
    if standard.applies is None:
        return Truth.MET
    return outcome(standard.applies, _answers(standard.applies, program))


def may_be_meant(standard: RuleSet, program: Program, *, on: date) -> MayBeMeant | None:
    """Return what would tell whether `standard` is meant for `program`; `None` where it is known.

    `on` is the day for which `standard` was looked up.
    """
    if standard.applies is None or meant_for(standard, program) is not Truth.UNKNOWN:
        return None
    pivots = pivots_of(standard.applies, _answers(standard.applies, program))
    fields = (field for fact in pivots.facts for field in missing_fields(fact, program))
    return MayBeMeant(
        program=program.id,
        ruleset_id=standard.id,
        version=standard.version,
        digest=standard.digest,
        title=standard.title,
        on=on,
        tell=tuple(dict.fromkeys(fields)),
    )


def _answers(rule: Node, program: Program) -> Answers:
    return answers_of(Case(program=program), facts_of(rule))
