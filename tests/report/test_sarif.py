"""SARIF 2.1.0: valid by its schema, stable when lines move, and never more than was found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from tests.standards.example_standard import DAY, at_least, compared, is_true, standard

import iopkit
from iopkit import CareLevel, Place, Program, Schedule, Span, read
from iopkit.report import sarif_log
from iopkit.rules import Operator
from iopkit.standards import CODES, Findings, check, located

DATA = Path(__file__).parents[1] / "data"
RULES = standard(
    at_least("weekly-minutes", 540),
    is_true("program.has-crisis-service"),
    advisories=(compared("weekly-days", Operator.LESS_THAN, 4),),
)
PROGRAM = Program(
    id="x",
    level=CareLevel.PHP,
    schedule=Schedule(
        therapeutic_minutes_per_week=Span.exactly(360), days_per_week=Span.exactly(5)
    ),
)


def _schema() -> Any:
    text = (DATA / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
    # A bracket too many in the pattern of a language, which the errata of the standard remove.
    return json.loads(text.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}?$"))


VALIDATOR = jsonschema_rs.Draft4Validator(_schema(), validate_formats=True)


def _findings(line: int = 3, file: str = "programs/a program.yaml") -> Findings:
    return located(check(RULES, PROGRAM, on=DAY), lambda _: Place(file, line, 5))


def _run(log: dict[str, Any]) -> Any:
    (run,) = log["runs"]
    return run


def _results(*checks: Findings, lang: str = "en") -> Any:
    return _run(sarif_log(checks, lang=lang))["results"]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("pages", [None, "https://example.org/errors/"])
@pytest.mark.parametrize(
    "checks",
    [
        (),
        (_findings(),),
        (check(RULES, PROGRAM, on=DAY), check(RULES, Program(id="y"), on=DAY)),
        (_findings(file="/srv/programs/ñ.yaml"),),
    ],
    ids=["nothing", "located", "not located", "absolute"],
)
def test_a_log_is_what_the_schema_of_the_standard_says(
    checks: tuple[Findings, ...], pages: str | None, lang: str
) -> None:
    log = sarif_log(checks, lang=lang, pages=pages)

    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    assert json.loads(json.dumps(log)) == log


def test_the_schema_refuses_what_is_no_log() -> None:
    log: dict[str, Any] = json.loads(json.dumps(sarif_log((_findings(),))))
    log["runs"][0]["results"][0]["level"] = "terrible"

    assert not VALIDATOR.is_valid(log)


def test_a_result_tells_all_that_was_found() -> None:
    result = _results(_findings())[0]

    fingerprint = result.pop("partialFingerprints")
    assert list(fingerprint) == ["iopkit/v1"]
    assert result == {
        "ruleId": "standard-weekly-hours",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": "not met: The clause-1; found: 6 h of therapeutic time a week, as told."
            " To meet it: at least 9 h of therapeutic time a week."
        },
        "locations": [
            {
                "logicalLocations": [
                    {"fullyQualifiedName": "x:schedule.therapeutic_minutes_per_week"}
                ],
                "physicalLocation": {
                    "artifactLocation": {"uri": "programs/a%20program.yaml"},
                    "region": {"startLine": 3, "startColumn": 5},
                },
            }
        ],
        "properties": {
            "ruleset": "states/somewhere-program",
            "version": "2026-01-01",
            "digest": RULES.digest,
            "on": "2026-03-02",
            "applies": "met",
            "clause": "clause-1",
            "source": "a-source",
            "found": "6 h of therapeutic time a week, as told",
            "required": "at least 9 h of therapeutic time a week",
        },
    }


def test_levels_and_messages_follow_the_findings() -> None:
    findings = _findings()

    results = _results(findings)

    assert [(one["ruleId"], one["level"]) for one in results] == [
        (one.problem.code, one.problem.severity.value) for one in findings.findings
    ]
    assert [one["ruleId"] for one in results] == [
        "standard-weekly-hours",
        "standard-advice",
        "standard-label",
        "not-told",
    ]
    assert results[-1]["message"]["text"] == (
        "not told: The clause-2; tell `practice.has_crisis_service`."
    )


def test_a_rule_stands_once_with_what_it_means_and_its_page() -> None:
    driver = _run(sarif_log((_findings(), _findings()), pages="https://example.org/errors"))[
        "tool"
    ]["driver"]

    assert (driver["name"], driver["version"]) == ("iopkit", iopkit.__version__)
    assert [rule["id"] for rule in driver["rules"]] == [
        "standard-weekly-hours",
        "standard-advice",
        "standard-label",
        "not-told",
    ]
    assert driver["rules"][0] == {
        "id": "standard-weekly-hours",
        "shortDescription": {"text": CODES["standard-weekly-hours"].en},
        "help": {"text": "docs/errors/standard-weekly-hours.md"},
        "helpUri": "https://example.org/errors/standard-weekly-hours.html",
    }


def test_without_a_published_page_a_rule_has_no_address() -> None:
    rules = _run(sarif_log((_findings(),)))["tool"]["driver"]["rules"]

    assert all("helpUri" not in rule for rule in rules)


def test_every_page_that_a_rule_names_exists() -> None:
    root = Path(__file__).parents[2]

    assert all((root / "docs" / "errors" / f"{code}.md").is_file() for code in CODES)


def _fingerprints(*checks: Findings, lang: str = "en") -> list[str]:
    return [one["partialFingerprints"]["iopkit/v1"] for one in _results(*checks, lang=lang)]


def test_fingerprints_stay_when_lines_move_or_the_language_changes() -> None:
    here = _fingerprints(_findings(line=3))

    assert _fingerprints(_findings(line=30)) == here
    assert _fingerprints(_findings(), lang="es") == here
    assert len(set(here)) == len(here)
    assert {len(one) for one in here} == {32}


def test_fingerprints_differ_for_another_program_or_standard() -> None:
    other = check(standard(*RULES.clauses, id="states/other-program"), PROGRAM, on=DAY)
    renamed = check(RULES, Program(id="y"), on=DAY)

    found = [*_fingerprints(_findings()), *_fingerprints(other), *_fingerprints(renamed)]

    assert len(set(found)) == len(found)


def test_contradictions_at_one_path_have_fingerprints_of_their_own_by_any_standard() -> None:
    text = """
id: x
schedule:
  days_open: {has: [mon], complete: yes}
  times_of_day: {has: [evening], complete: yes}
  days_per_week: 2
  sessions: [{days: [sat], start: 18:00, end: 19:00}]
"""
    program = read(Program, text)
    other = standard(is_true("program.has-crisis-service"), id="states/other-program")

    here, there = (
        [
            one["partialFingerprints"]["iopkit/v1"]
            for one in _results(check(rules, program, on=DAY))
            if one["ruleId"] == "record-contradiction"
        ]
        for rules in (RULES, other)
    )

    assert len(set(here)) == len(here) == 4
    assert here == there


def test_a_file_that_is_named_absolutely_has_an_absolute_address() -> None:
    result = _results(_findings(file="/srv/a.yaml"))[0]

    address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert address == "file:///srv/a.yaml"


def test_a_file_that_another_one_refers_to_has_a_plain_address() -> None:
    result = _results(_findings(file="programs/../parts/week.yaml"))[0]

    address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert address == "parts/week.yaml"


def test_without_a_place_only_the_path_is_told() -> None:
    result = _results(check(RULES, PROGRAM, on=DAY))[0]

    assert result["locations"] == [
        {"logicalLocations": [{"fullyQualifiedName": "x:schedule.therapeutic_minutes_per_week"}]}
    ]


def test_a_place_without_a_column_begins_at_the_first() -> None:
    findings = located(check(RULES, PROGRAM, on=DAY), lambda _: Place("a.yaml", 4))

    physical = _results(findings)[0]["locations"][0]["physicalLocation"]
    assert physical["region"] == {"startLine": 4, "startColumn": 1}


def test_a_place_without_a_line_has_no_region() -> None:
    findings = located(check(RULES, PROGRAM, on=DAY), lambda _: Place("a.yaml"))

    assert _results(findings)[0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a.yaml"}
    }
