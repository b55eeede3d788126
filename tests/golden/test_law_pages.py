"""Whole pages about made-up rule sets: boundaries, changes, what decided; `make golden` rewrites.

And every page about what ships: it fits 80 columns.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from tests.law.example_rulesets import MINUTES, NEW, OLD, at_least, clause, is_true

from iopkit import Case, Person, TreatmentPlan, decide, shipped
from iopkit.catalog import Entry
from iopkit.eligibility import flips_for
from iopkit.facts import FACTS
from iopkit.law import RuleSet, compare_rulesets
from iopkit.report import Line, deciding_lines, flip_lines, trace_lines
from iopkit.report.decisions import SCREEN
from iopkit.report.law import law_lines
from iopkit.report.law_boundaries import boundary_lines
from iopkit.report.law_changes import comparison_lines
from iopkit.rules import Known
from iopkit.values import Confidence, Source

GOLDEN = Path(__file__).parent
DAY = date(2025, 3, 2)
CASE = Case(
    person=Person(needs_24_hour_care=False, has_support_system=False),
    treatment_plan=TreatmentPlan(weekly_minutes=300),
)


def _source(wanted: str) -> Source:
    return evolve(
        shipped().source("cfr-42-410-44"),
        id=wanted,
        citation=f"Code of {wanted}",
        title=f"Title of {wanted}",
        confidence=Confidence.READ,
    )


PAGES: dict[str, Callable[[str], Iterator[Line]]] = {
    "explained": lambda lang: law_lines(OLD, lang, _source, (NEW,)),
    "boundaries": lambda lang: boundary_lines(OLD, lang, _source),
    "changes": lambda lang: comparison_lines(compare_rulesets(OLD, NEW), lang, _source),
    "deciding": lambda lang: deciding_lines(decide(OLD, CASE, on=DAY), lang, _source),
    "flips": lambda lang: flip_lines(flips_for(OLD, CASE, on=DAY), lang, _source),
    "trace": lambda lang: trace_lines(decide(OLD, CASE, on=DAY), lang),
}


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("page", PAGES)
def test_the_pages_about_a_rule_set(page: str, lang: str) -> None:
    path = GOLDEN / f"ruleset-{page}.{lang}.txt"
    seen = "".join(f"{line.text.rstrip()}\n" for line in PAGES[page](lang))
    if os.environ.get("IOPKIT_GOLDEN") == "write":
        path.write_text(seen, encoding="utf-8")

    assert seen == path.read_text(encoding="utf-8")


def test_rule_sets_that_do_not_differ_say_so() -> None:
    lines = [line.text for line in comparison_lines(compare_rulesets(OLD, OLD), "en", _source)]

    assert lines[-1] == "  No case comes out otherwise."


def test_what_is_not_compared_says_why() -> None:
    told = Known(FACTS["treatment-plan.is-written"])
    known = evolve(OLD, clauses=(clause("told", told),), applies=told)

    lines = [line.text for line in comparison_lines(compare_rulesets(OLD, known), "en", _source)]

    why = "  This is not compared, since a rule set asks whether something is told."
    assert lines[lines.index("WHO IS IN OR OUT") + 2] == why
    assert lines[lines.index("FOR WHOM IT IS MEANT") + 2] == why


def test_a_threshold_that_turns_nothing_by_itself_says_so() -> None:
    hours = (clause("hours", at_least(MINUTES, 540)), clause("more", at_least(MINUTES, 600)))
    rules = evolve(OLD, clauses=hours)

    said = " ".join(" ".join(line.text for line in boundary_lines(rules, "en", _source)).split())

    assert said.count("It turns nothing by itself.") == 1


def test_where_nothing_can_be_changed_that_turns_it_says_so() -> None:
    care = Case(person=Person(needs_24_hour_care=True))

    lines = [line.text for line in flip_lines(flips_for(OLD, care, on=DAY), "en", _source)]

    assert lines == ["Nothing that people can change turns it by itself."]


def test_changes_that_go_together_are_told_together() -> None:
    both = clause("both", is_true("treatment-plan.is-written") & at_least(MINUTES, 540))
    rules = evolve(OLD, clauses=(both,))

    lines = [line.text for line in flip_lines(flips_for(rules, CASE, on=DAY), "en", _source)]

    assert lines == [
        "  1. Is there a written plan of treatment made for this person? -> yes",
        "   + How many minutes of therapeutic services a week does the plan of care",
        "     state? -> 540 minutes a week (9 h) or more",
        "     turns: The both (both: Code of a-source)",
    ]


def test_where_more_decided_than_fits_each_takes_one_line_and_keeps_its_citation() -> None:
    parts = [clause(f"part-{at}", is_true("treatment-plan.is-written")) for at in range(22)]
    long = "a label so long that no line of any terminal could ever hold it in one piece " * 2
    label = evolve(parts[0].label, en=long)
    rules = evolve(OLD, clauses=tuple(evolve(part, label=label, section="(a)") for part in parts))

    lines = [line.text for line in deciding_lines(decide(rules, CASE, on=DAY), "en", _source)]

    assert len(lines) == len(parts) + 4
    assert lines[1] == "Not known: decided by 22 of 22 clauses"
    assert lines[2] == (
        "  - a label so long that no line of any terminal… (part-0: Code of a-source (a))"
    )
    assert max(map(len, lines)) <= 80


def _all_pages(rules: RuleSet, lang: str) -> Iterator[Iterable[Line]]:
    law = shipped()
    yield law_lines(rules, lang, law.source)
    yield boundary_lines(rules, lang, law.source)
    yield comparison_lines(compare_rulesets(OLD, rules), lang, _source)
    yield trace_lines(decide(rules, Case(), on=rules.in_force.start), lang)
    yield deciding_lines(decide(rules, Case(), on=rules.in_force.start), lang, law.source)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(
    "entry", shipped().index.of_kind("rules"), ids=lambda one: f"{one.id}@{one.version}"
)
def test_every_page_about_what_ships_fits_80_columns(entry: Entry, lang: str) -> None:
    rules = shipped().document(entry)

    assert isinstance(rules, RuleSet)
    for page in _all_pages(rules, lang):
        assert [line.text for line in page if len(line.text) > 80] == []


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize(
    "entry", shipped().index.of_kind("rules"), ids=lambda one: f"{one.id}@{one.version}"
)
def test_what_decided_fits_one_screen_or_takes_a_line_a_clause(entry: Entry, lang: str) -> None:
    rules = shipped().document(entry)

    assert isinstance(rules, RuleSet)
    decision = decide(rules, Case(), on=rules.in_force.start)
    lines = list(deciding_lines(decision, lang, shipped().source))
    assert len(lines) <= max(SCREEN, len(rules.clauses) + 4)
