"""How law comes out for one case of a table, in the words in which the table expects it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, starmap
from typing import Any

from attrs import AttrsInstance, fields_dict
from tests.cases.case_tables import ReviewRow, Row, Table, Wanted

from iopkit.catalog import Entry, shipped
from iopkit.errors import InvalidValue
from iopkit.facts import FACTS, answers_of
from iopkit.law.ladders import Ladder
from iopkit.law.reviews import Review
from iopkit.law.rulesets import RuleSet
from iopkit.model.case import Case
from iopkit.model.health_plan import HealthPlan
from iopkit.model.person import Person
from iopkit.model.program import Program
from iopkit.model.treatment_plan import TreatmentPlan
from iopkit.rules import Clause, Node, Truth, outcome
from iopkit.rules.answers import Answers
from iopkit.values.listings import Listing
from iopkit.vocabulary.clinical import Condition

_SHELVES = {"rules": "rules", "ladder": "ladders"}
_DISORDER = "person.has-mental-or-substance-use-disorder"
_TAKES_AGE = "admission.takes-age"
_AGE = 40
_PLACES = {
    _DISORDER: "person.conditions",
    "coverage.payer-kind": "coverage.payer",
    "program.payers": "program.accepts",
}
_FILLED: dict[str, type[AttrsInstance]] = {
    "person": Person,
    "treatment_plan": TreatmentPlan,
    "program": Program,
    "coverage": HealthPlan,
}


def entries_of(table: Table) -> tuple[Entry, ...]:
    """Return where each version of the law that `table` decides stands, oldest first."""
    wanted = (_SHELVES.get(table.kind), table.id)
    return tuple(entry for entry in shipped().index.entries if (entry.kind, entry.id) == wanted)


def versions_of(table: Table) -> tuple[RuleSet | Ladder, ...]:
    """Return every version of the law that `table` decides, oldest first; none not shipped."""
    documents = (shipped().document(entry) for entry in entries_of(table))
    return tuple(one for one in documents if isinstance(one, RuleSet | Ladder))


def came_out(law: RuleSet | Ladder, told: Answers, wanted: Wanted) -> Wanted:
    """Return how `law` comes out by bare answers, under the keys of `wanted`."""
    found = rules_came_out(law, told) if isinstance(law, RuleSet) else placed(law, told)
    return {key: found.get(key, "") for key in wanted}


def rules_came_out(rules: RuleSet, told: Answers) -> Wanted:
    """Return how a rule set comes out, under the keys of a table."""
    applies = Truth.MET if rules.applies is None else outcome(rules.applies, told)
    return {
        "expected": outcome(rules.rule, told).value,
        "fails": _ids(rules.clauses, told, Truth.NOT_MET),
        "open": _ids(rules.clauses, told, Truth.UNKNOWN),
        "applies": applies.value,
        "advises": _ids(rules.advisories, told, Truth.NOT_MET),
    }


def placed(ladder: Ladder, told: Answers) -> Wanted:
    """Return between which levels a ladder places, and its concerns, under the keys of a table."""
    needs = [(need.level, outcome(need.clause, told)) for need in ladder.needs]
    present = (level for level, found in needs if found is Truth.MET)
    possible = (level for level, found in needs if found is not Truth.NOT_MET)
    concerns = (*ladder.beside, *ladder.barriers)
    return {
        "at-least": max(present, default=ladder.lowest).value,
        "at-most": max(possible, default=ladder.lowest).value,
        "present": _ids(concerns, told, Truth.MET),
        "open": _ids(concerns, told, Truth.UNKNOWN),
    }


def _ids(clauses: tuple[Clause, ...], told: Answers, wanted: Truth) -> frozenset[str]:
    return frozenset(clause.id for clause in clauses if outcome(clause, told) is wanted)


def rules_of(law: RuleSet | Ladder) -> tuple[Node, ...]:
    """Return everything that `law` asks, of whatever kind."""
    if isinstance(law, Ladder):
        return (*(need.clause for need in law.needs), *law.beside, *law.barriers)
    return (*law.clauses, *law.advisories, *(() if law.applies is None else (law.applies,)))


def wrong_days(row: ReviewRow, reviews: tuple[Review, ...]) -> tuple[str, ...]:
    """Return what a row says otherwise than `reviews`; nothing where they agree."""
    asked = [review for review in reviews if review.id == row.review]
    if not asked:
        return (f"there is no review {row.review} on {row.on}",)
    return tuple(
        f"{key}: day {day}"
        for key, days in row.days.items()
        for day in days
        if not _is_so(asked[0], key, day)
    )


def _is_so(review: Review, key: str, day: int) -> bool:
    every = review.every_days
    last = every
    if key.startswith("first"):
        # The first day of care is day 1, so that 30 days later is day 31.
        last = review.first_by_day or (None if every is None else every + 1)
    return last is not None and (day <= last if key.endswith("on-time") else last < day)


def case_of(row: Row, told: Answers) -> Case | None:
    """Return the case that tells exactly what one telling of `row` does.

    `None` where that takes more than to fill in fields, since some fact is computed.
    """
    fields: dict[str, dict[str, Any]] = {noun: {} for noun in _FILLED}
    for noun, field, value in chain.from_iterable(starmap(_fields_of, told.items())):
        if noun not in _FILLED or not _takes(_FILLED[noun], field, value):
            return None
        fields[noun][field] = value
    try:
        case = Case(
            on=row.on,
            person=Person(is_synthetic=True, **fields["person"]),
            treatment_plan=TreatmentPlan(**fields["treatment_plan"]),
            program=Program(id="example", **fields["program"]),
            health_plan=HealthPlan(id="example", **fields["coverage"]),
        )
    except InvalidValue:
        return None  # No case tells such answers together.
    return case if answers_of(case, (FACTS[name] for name in told)) == told else None


def _fields_of(name: str, answer: object) -> Iterator[tuple[str, str, object]]:
    if name == _TAKES_AGE:
        yield "person", "age", _AGE
        yield "program", "min_age", _AGE if answer else _AGE + 1
        return
    noun, _, field = _PLACES.get(name, name.replace("-", "_")).partition(".")
    yield noun, field, _conditions(bool(answer)) if name == _DISORDER else answer


def _takes(kind: type[AttrsInstance], field: str, value: object) -> bool:
    known = fields_dict(kind).get(field)
    accepted = [] if known is None else str(known.type).split(" | ")
    return type(value).__name__ in {name.partition("[")[0] for name in accepted}


def _conditions(has_disorder: bool) -> Listing[Condition]:
    return Listing.of(Condition.DEPRESSION) if has_disorder else Listing(complete=True)
