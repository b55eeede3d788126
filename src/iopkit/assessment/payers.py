"""What the payer of a case asks, and what its State does, as far as rule sets are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from iopkit.assessment.answers import Gap, RuleSetOutcome
from iopkit.assessment.gaps import Gaps
from iopkit.catalog.shelves import Catalog
from iopkit.eligibility.deciding import applies_to, decide
from iopkit.facts.coverage import PAYER_KIND
from iopkit.facts.registry import answers_of
from iopkit.law.rulesets import RuleSet
from iopkit.model.case import Case
from iopkit.rules.answers import AnyFact
from iopkit.rules.nodes import facts_of
from iopkit.rules.pivots import pivots_of
from iopkit.rules.truth import Truth
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel
from iopkit.vocabulary.coverage import PayerKind, RuleSubject

_SUBJECTS = frozenset({RuleSubject.ADMISSION, RuleSubject.COVERAGE})


def payers_rule_sets(
    case: Case, law: Catalog, gaps: Gaps, *, on: date
) -> tuple[RuleSetOutcome, ...]:
    """Return the rule sets that are meant for `case`, or may be, on its first day of care.

    They are those of payers, and those of States whoever pays.  `on` is that day where none is
    told; of a range, its two ends count.  Where the payer is known and none of its rule sets is
    in force, that is a gap: a plan's own criteria are asked for, never invented.
    """
    days = (case.episode.starts if case.episode else ()) or (on,)
    found = tuple(_meant(case, law, days))
    if not any(each.is_of_payer for each in found):
        _note_payer(case, law, gaps, days[0])
    return found


def _meant(case: Case, law: Catalog, days: Iterable[date]) -> Iterator[RuleSetOutcome]:
    first = {
        (rules.id, rules.version): (rules, day)
        for day in reversed(tuple(days))
        for rules in law.rule_sets(on=day, subjects=_SUBJECTS)
    }
    for rules, day in first.values():
        applies = applies_to(rules, case)
        if _is_asked(rules, case) and applies is not Truth.NOT_MET:
            yield RuleSetOutcome(
                applies=applies,
                decision=decide(rules, case, on=day),
                is_of_payer=_asks_for_payer(rules),
                applies_question=_asks_whether(rules, case),
            )


def _is_asked(rules: RuleSet, case: Case) -> bool:
    """Whether a rule set is about admission or coverage at the program's level, else at an IOP."""
    level = case.program.level if case.program else None
    return rules.subject in _SUBJECTS and rules.care_level in (None, level or CareLevel.IOP)


def _asks_for_payer(rules: RuleSet) -> bool:
    """Whether a rule set is meant for some payers only."""
    return rules.applies is not None and any(
        fact.name == PAYER_KIND.name for fact in facts_of(rules.applies)
    )


def _asks_whether(rules: RuleSet, case: Case) -> AnyFact | None:
    if rules.applies is None:
        return None
    return pivots_of(rules.applies, answers_of(case, facts_of(rules.applies))).next_question


def _note_payer(case: Case, law: Catalog, gaps: Gaps, day: date) -> None:
    payer = case.health_plan.payer if case.health_plan else None
    if payer is None or payer is PayerKind.SELF_PAY:
        return
    others = [rules for rules in _latest(law, gaps) if _is_of_payer(rules, case)]
    for rules in others:
        gaps.attempt(rules.title, partial(law.rules, rules.id, on=day))
    if not others:
        gaps.note(Gap(code="payer-criteria-not-known", text=_ask_the_plan(payer)))


def _latest(law: Catalog, gaps: Gaps) -> Iterator[RuleSet]:
    for wanted in law.ids("rules"):
        versions = gaps.attempt(_RULES, partial(law.history, wanted))
        yield from (versions or ())[-1:]


def _is_of_payer(rules: RuleSet, case: Case) -> bool:
    return (
        _is_asked(rules, case) and _asks_for_payer(rules) and applies_to(rules, case) is Truth.MET
    )


def _ask_the_plan(payer: PayerKind) -> Text:
    return Text(
        f"What this payer asks before it pays for an IOP is not known here"
        f" ({payer.label.en}): ask the plan for its criteria in writing.",
        f"Aquí no se sabe qué exige este pagador para pagar un IOP"
        f" ({payer.label.es}): pida al plan sus criterios por escrito.",
    )


_RULES = Text("Rule sets", "Reglas")
