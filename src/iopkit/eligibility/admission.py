"""Admission to one program, by the terms that it tells itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve

from iopkit.eligibility.attending import attending_terms
from iopkit.eligibility.deciding import decide
from iopkit.facts.registry import FACTS
from iopkit.law.decisions import Decision
from iopkit.law.rulesets import RuleSet
from iopkit.model.case import Case
from iopkit.model.program import Program
from iopkit.rules.nodes import AllOf, AnyOf, Clause, Compare, Has, Node, Not, Operator
from iopkit.values.periods import Period
from iopkit.values.texts import Text
from iopkit.vocabulary.clinical import Condition, ConditionFamily
from iopkit.vocabulary.coverage import RuleSubject
from iopkit.vocabulary.people import Population
from iopkit.vocabulary.treatment import AdmissionTerm

_AGE_GROUPS = (
    Population.CHILDREN,
    Population.ADOLESCENTS,
    Population.YOUNG_ADULTS,
    Population.ADULTS,
    Population.OLDER_ADULTS,
)
_WITHOUT_END = (Population.ADULTS, Population.OLDER_ADULTS)
_OLDEST = 90
"""An age of 90 means 90 or older, so that no bound from there on can be judged."""
_ALWAYS = Period(date.min)
"""A program's own terms carry no period: they are taken as told."""


def admit(program: Program, case: Case, *, on: date) -> Decision:
    """Return whether `case` meets the admission terms that `program` tells.

    Ages, conditions, groups, what it requires, payers, languages, times, ways of attending,
    states, ways into care, and absences: only what the program tells becomes a clause.  Where
    an exception on age is considered, age outside the band is not known until the program has
    answered; so is a condition that it says it does not treat.  Where it does not tell whom it
    takes, the answer is its own to give.
    """
    return decide(admission_terms(program), evolve(case, program=program), on=on)


def admission_terms(program: Program) -> RuleSet:
    """Return the admission terms that `program` tells, as a rule set of its own."""
    name = program.name or program.operator or program.id
    return RuleSet(
        id=f"programs/{program.id}",
        version="as-told",
        title=Text(f"Admission terms of {name}", f"Condiciones de admisión de {name}"),
        authority=Text(name, name),
        jurisdiction=program.state.value if program.state else "us",
        subject=RuleSubject.ADMISSION,
        care_level=program.level,
        in_force=_ALWAYS,
        clauses=tuple(_clauses(program)),
        limitations=(
            Text(
                "Only the terms that the program tells are judged; it decides on admission itself.",
                "Solo se evalúan las condiciones que el programa indica; la admisión la decide él.",
            ),
        ),
    )


def _clauses(program: Program) -> Iterator[Clause]:
    source = program.source or program.id
    terms = (*_whom(program), *_what_is_asked(program))
    beside = (*_whom_not(program), *attending_terms(program))
    for name, label, rule in (*(terms or (_own_answer(),)), *beside):
        yield Clause(name, label, rule, source)


def _whom(program: Program) -> Iterator[tuple[str, Text, Node]]:
    # From 0 years on is everybody, and no term.
    if program.min_age or program.max_age is not None:
        yield "age", _AGES[program.considers_other_ages is True], _age(program)
    if _conditions(program) or program.difficulties.present:
        label = Text("A condition that the program treats", "Una condición que trata el programa")
        yield "conditions", label, AnyOf(_treated(program))
    ages = [group for group in program.populations if group in _AGE_GROUPS]
    if ages and not _tells_ages(program):
        label = Text("An age group that the program takes", "Un grupo de edad que admite")
        yield "age-groups", label, _has_any(ages)
    groups = [group for group in program.populations if group not in _AGE_GROUPS]
    if groups:
        label = Text("A group that the program is for", "Un grupo al que se dirige el programa")
        yield "populations", label, _has_any(groups)


def _whom_not(program: Program) -> Iterator[tuple[str, Text, Node]]:
    """Yield what a program says it does not treat or take, which alone admits nobody."""
    untreated = _untreated(program)
    if untreated:
        label = Text(
            "No condition that the program does not treat, unless it admits the person",
            "Ninguna condición que el programa no trata, salvo que admita a la persona",
        )
        none = AllOf(Not(Has(FACTS["person.conditions"], each)) for each in untreated)
        yield "untreated-conditions", label, AnyOf((none, _is_true("admission.is-admitted")))
    groups = [each for each in program.populations.lacks if not _is_bounded(program, each)]
    if groups:
        label = Text(
            "No group that the program does not take", "Ningún grupo que el programa no admite"
        )
        yield "groups-not-taken", label, Not(_has_any(groups))


def _treated(program: Program) -> Iterator[Node]:
    yield from (Has(FACTS["person.conditions"], each) for each in _conditions(program))
    is_whole = program.conditions.complete or program.condition_families.complete
    if program.difficulties.present or not is_whole:
        # A list that is not complete says nothing of other conditions, and no record tells
        # difficulties that are no diagnosis: whom either brings in, the program says.
        yield _is_true("admission.is-admitted")


def _what_is_asked(program: Program) -> Iterator[tuple[str, Text, Node]]:
    for term in program.requires:
        yield term.value, _sentence(term.label), _RULES[term]
    if program.accepts.present or program.accepts.lacks or program.accepts.complete:
        label = Text("A payer that the program accepts", "Un pagador que acepta el programa")
        yield "payer", label, _is_true("program.accepts-payer")


def _tells_ages(program: Program) -> bool:
    """Whether the ages that are told bound the age groups, so that those add nothing."""
    has_no_end = any(group in _WITHOUT_END for group in program.populations)
    return program.min_age is not None and (program.max_age is not None or has_no_end)


def _is_bounded(program: Program, group: Population) -> bool:
    """Whether the ages that are told leave out an age group that the program does not take."""
    has_end = program.max_age is not None or group not in _WITHOUT_END
    return group in _AGE_GROUPS and program.min_age is not None and has_end


def _has_any(groups: Iterable[Population]) -> Node:
    return AnyOf(Has(FACTS["person.populations"], group) for group in groups)


def _own_answer() -> tuple[str, Text, Node]:
    label = Text(
        "The program does not tell whom it admits: ask it",
        "El programa no indica a quién admite: pregúntele",
    )
    return "own-answer", label, _is_true("admission.is-admitted")


def _age(program: Program) -> Node:
    least, most = program.min_age, program.max_age
    parts: list[Node] = [_is_at_least(least)] if least else []
    if most is not None and most < _OLDEST:
        parts.append(_is_age(Operator.AT_MOST, most))
    elif most is not None:
        parts.append(AnyOf((_is_age(Operator.AT_MOST, _OLDEST - 1), _EXCEPTION)))
    return AnyOf((AllOf(parts), _EXCEPTION)) if program.considers_other_ages else AllOf(parts)


def _is_at_least(least: int) -> Node:
    if least <= _OLDEST:
        return _is_age(Operator.AT_LEAST, least)
    return AllOf((_is_age(Operator.AT_LEAST, _OLDEST), _EXCEPTION))


def _is_age(operator: Operator, bound: int) -> Compare:
    return Compare(FACTS["person.age"], operator, bound)


def _conditions(program: Program) -> tuple[Condition, ...]:
    every = {*program.conditions.present, *_broadest(program.condition_families.present)}
    return tuple(c for c in Condition if c in every and c not in program.conditions.lacks)


def _untreated(program: Program) -> tuple[Condition, ...]:
    every = {*program.conditions.lacks, *_broadest(program.condition_families.lacks)}
    return tuple(c for c in Condition if c in every and c not in program.conditions.present)


def _broadest(families: tuple[ConditionFamily, ...]) -> Iterator[Condition]:
    return (c for c in Condition if c.broader is None and c.family in families)


def _is_true(name: str) -> Compare:
    return Compare(FACTS[name], Operator.EQUAL, bound=True)


def _sentence(text: Text) -> Text:
    return Text(text.en[0].upper() + text.en[1:], text.es[0].upper() + text.es[1:], text.reviewed)


_AGES = {
    False: Text("Age that the program takes", "Edad que admite el programa"),
    True: Text(
        "Age that the program takes; another one needs its review",
        "Edad que admite el programa; otra requiere que la revise",
    ),
}
_EXCEPTION = _is_true("admission.has-age-exception")
_RULES: Mapping[AdmissionTerm, Node] = {
    AdmissionTerm.NO_ACUTE_DANGER: AllOf(
        (Not(_is_true("person.is-danger-to-self")), Not(_is_true("person.is-danger-to-others")))
    ),
    AdmissionTerm.MEDICALLY_STABLE: _is_true("person.is-medically-stable"),
    AdmissionTerm.READY_TO_ATTEND: _is_true("person.is-ready-to-attend"),
    AdmissionTerm.SUPPORT_OUTSIDE: _is_true("person.has-support-system"),
    AdmissionTerm.NO_24_HOUR_CARE: Not(_is_true("person.needs-24-hour-care")),
}
