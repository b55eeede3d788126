"""A canary in every field of a person's record: nobody may ever hear it."""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from attrs import asdict, fields, has

import iopkit.model
from iopkit.formats import read
from iopkit.model import Case, HealthPlan, Person, PriceList, Program
from iopkit.values import DocumentError, Listing, Quiet, Term
from iopkit.vocabulary import Condition

CANARY = "zq7canary"
NEAR_MISS = "depresion-x"
PUBLIC = (Program, HealthPlan, PriceList)


def record_classes() -> list[type]:
    modules = [
        import_module(f"iopkit.model.{found.name}") for found in iter_modules(iopkit.model.__path__)
    ]
    found = {kind for module in modules for kind in vars(module).values() if is_record(kind)}
    return sorted(found, key=lambda kind: kind.__name__)


def is_record(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Quiet) and has(kind)


def parts_of(hint: object) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from parts_of(part)


def secrets_of(hint: object) -> list[str]:
    """Near misses of the terms that a field takes, and of one that most fields do not."""
    terms = [part for part in parts_of(hint) if isinstance(part, type) and issubclass(part, Term)]
    return [CANARY, NEAR_MISS, *(f"{next(iter(term)).value}-x" for term in terms)]


def poisons(hint: object) -> Iterator[object]:
    for secret in secrets_of(hint):
        yield from (secret, [secret], {secret: secret}, [{secret: secret}], [[secret]])
        yield from ({"has": [secret]}, {"has": secret, "lacks": [secret]}, {"low": secret})
        yield from ({"low": 3, "basis": secret}, {"complete": secret}, {"file": f"{secret}.yaml"})


def is_listed(hint: object) -> bool:
    """Return whether a document tells what `hint` takes one by one, in a list."""
    return any(get_origin(part) in (tuple, Listing) for part in parts_of(hint))


@cache
def plants(kind: type) -> tuple[dict[str, object], ...]:
    """Every document of `kind` with one poisoned place, at any depth."""
    found: list[dict[str, object]] = [{CANARY: CANARY}, {NEAR_MISS: NEAR_MISS}]
    hints = get_type_hints(kind)
    for field in fields(kind):
        if set(parts_of(hints[field.name])) & set(PUBLIC):
            continue
        found += [{field.name: poison} for poison in poisons(hints[field.name])]
        found += [{f"{field.name}{CANARY}": CANARY}]
        for inner in parts_of(hints[field.name]):
            if isinstance(inner, type) and has(inner):
                each = [[data] if is_listed(hints[field.name]) else data for data in plants(inner)]
                found += [
                    {field.name: data} for data in (*each, plants(inner)[0], [plants(inner)[0]])
                ]
    return tuple(found)


def whole(kind: type) -> dict[str, object]:
    """One document of `kind` in which every field is poisoned at once."""
    hints = get_type_hints(kind)
    return {
        field.name: [CANARY, NEAR_MISS]
        for field in fields(kind)
        if not set(parts_of(hints[field.name])) & set(PUBLIC)
    }


def said_about(kind: type, source: str | Path, language: Literal["yaml", "json"] = "yaml") -> str:
    """Everything that anybody can read after `source` was read."""
    told: object = None
    try:
        told = read(kind, source, format=language)
    except DocumentError as error:
        told = error
    return what_error_says(told) if isinstance(told, DocumentError) else f"{told} {told!r}"


def what_error_says(error: DocumentError) -> str:
    assert error.__context__ is None
    assert error.__cause__ is None
    problems = [(str(one), repr(one), one.message("es"), asdict(one)) for one in error.problems]
    told = (str(error), repr(error), error.args, vars(error), problems)
    return f"{told} {getattr(error, '__notes__', [])} {''.join(traceback.format_exception(error))}"


def leaks(said: str) -> list[str]:
    return leak().findall(said)


@cache
def leak() -> re.Pattern[str]:
    terms = {re.escape(f"{next(iter(term)).value}") for term in set(all_terms())}
    names = "|".join([NEAR_MISS, *terms, Condition.DEPRESSION.value])
    return re.compile(rf"{CANARY}|\w+-x\b|(?<![\w-])(?:{names})(?![\w-])")


@cache
def all_terms() -> tuple[type[Term], ...]:
    hints = [hint for kind in record_classes() for hint in get_type_hints(kind).values()]
    parts = [part for hint in hints for part in parts_of(hint)]
    return tuple(part for part in parts if isinstance(part, type) and issubclass(part, Term))


RECORDS = record_classes()


def test_the_records_are_found() -> None:
    names = [kind.__name__ for kind in RECORDS]

    assert {"Case", "Person", "Work", "TreatmentPlan", "Accumulators"} <= set(names)
    assert {"Episode", "Travel", "ClaimLine"} <= set(names)
    assert len(plants(Case)) > 1_000


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_no_field_of_a_record_is_ever_told(
    kind: type,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    heard = [
        (data, leak)
        for data in (*plants(kind), whole(kind))
        for leak in leaks(said_about(kind, json.dumps(data)))
    ]

    assert heard == []
    assert caplog.text == ""
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_no_field_of_a_record_in_json_is_ever_told(kind: type) -> None:
    heard = [
        (data, leak)
        for data in (*plants(kind), whole(kind))
        for leak in leaks(said_about(kind, json.dumps(data), "json"))
    ]

    assert heard == []


WRITINGS = (
    "person: &{0} {{age: *{0}}}",
    "person: !{0} {{age: !!{0} 3}}",
    "{0}: 1\n{0}: 2",
    "{0}: &it {{a: 1, a: 2}}",
    "person: {{age: 3, age: {0}}}",
    "person: {{{0}: 3, {0}: 4}}",
    "person: {{conditions: [{0}",
    "person: {{conditions: ['{0}",
    "person:\n\t{0}: 3",
    "{0}: {{person: }}}}: {0}",
    "? [{0}]\n: {0}",
    "person: {{age: 3}}\n---\n{0}: 3",
    "%{0} 1\n---\nperson: {0}",
    "%YAML {0}\n---\nperson: {0}",
    "%TAG {0} {0}\n---\nperson: {0}",
    'person: "{0}\\q"',
    'person: "{0}\\uD800"',
    "{0}: " + "[" * 70,
    "{0}: \ud800",
    "{0}: \x00",
    "{0}",
    "- {0}",
    "person: {{file: {0}}}",
    "person: {{file: ../{0}}}",
    "file: {0}",
    "person: {{work: {{hours: [{{days: [{0}], start: {0}, {0}: {0}}}]}}}}",
)


@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("secret", [CANARY, NEAR_MISS])
def test_nothing_of_a_broken_record_is_ever_told(tmp_path: Path, writing: str, secret: str) -> None:
    text = writing.format(secret)
    file = tmp_path / "case.yaml"
    file.write_text(text, encoding="utf-8", errors="surrogatepass")

    said = [said_about(Case, text), said_about(Case, text, "json"), said_about(Case, file)]

    assert [leaks(one) for one in said] == [[], [], []]


@pytest.mark.parametrize("writing", WRITINGS)
def test_nothing_of_a_record_in_another_file_is_ever_told(tmp_path: Path, writing: str) -> None:
    content = writing.format(CANARY).replace("person: ", "work: ")
    (tmp_path / "person.yaml").write_text(content, encoding="utf-8", errors="surrogatepass")
    case = tmp_path / "case.yaml"
    case.write_text("person: {file: person.yaml}")

    assert leaks(said_about(Case, case)) == []


def test_a_record_that_can_be_read_shows_nothing_either() -> None:
    text = json.dumps({"person": {"conditions": ["depression"], "age": 77}, "budget": "3214.59"})

    case = read(Case, text)

    assert str(case) == repr(case) == f"<Case: 2 of {len(fields(Case))} fields told>"
    assert repr(case.person) == f"<Person: 2 of {len(fields(Person))} fields told>"


def test_what_describes_no_person_is_told_even_inside_a_record() -> None:
    said = said_about(Case, f"program: {{id: a, conditions: [{NEAR_MISS}], {CANARY}: 1}}")

    assert set(leaks(said)) == {CANARY, NEAR_MISS, "depression"}
