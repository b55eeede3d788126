"""The schemas are what the classes give, and the examples are what the schemas say."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from attrs import frozen
from tests.schemas.schema_verdicts import classes, definitions
from tools.schemas import (
    DOCUMENTS,
    FOLDER,
    LIMITS,
    NEVER_EMPTY,
    TOGETHER,
    Definitions,
    main,
    schema_of,
)

from iopkit.formats import read, to_data

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDERS = {
    "assistance": "sliding-scale",
    "cases": "case",
    "plans": "health-plan",
    "programs": "program",
}
FILES = sorted(
    (file, name) for folder, name in FOLDERS.items() for file in (EXAMPLES / folder).glob("*.yaml")
)
RECORDS = [each for each in FILES if each[1] != "sliding-scale"]
"""All but what is told in two languages, and written in one of them."""


def validator_of(name: str) -> jsonschema_rs.Draft202012Validator:
    text = (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    return jsonschema_rs.Draft202012Validator(json.loads(text))


def test_the_schemas_are_what_the_classes_give(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--check"])

    assert (code, capsys.readouterr().out) == (0, "")
    assert sorted(file.name for file in FOLDER.iterdir()) == [
        f"{name}.schema.json" for name in DOCUMENTS
    ]


def test_a_check_names_what_differs_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([], tmp_path)
    stale = tmp_path / "person.schema.json"
    stale.write_text("{}\n", encoding="utf-8")
    capsys.readouterr()

    code = main(["--check"], tmp_path)

    assert code == 1
    assert capsys.readouterr().out == (
        "differs: person.schema.json\nrun: python tools/schemas.py\n"
    )
    assert stale.read_text(encoding="utf-8") == "{}\n"


def test_writing_changes_only_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "schemas"
    main([], folder)
    (folder / "case.schema.json").unlink()
    capsys.readouterr()

    code = main([], folder)

    assert (code, capsys.readouterr().out) == (0, "wrote: case.schema.json\n")
    assert main(["--check"], folder) == 0


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_schema_is_itself_valid(name: str) -> None:
    schema = schema_of(DOCUMENTS[name], name)

    jsonschema_rs.meta.validate(schema)
    assert schema["$id"] == f"{name}.schema.json"


def test_a_list_of_terms_says_each_value_with_its_english_label() -> None:
    assert definitions()["CopayOrder"] == {
        "description": "Where a copay stands to the deductible.",
        "oneOf": [
            {"const": "plain", "title": "copay, no deductible"},
            {"const": "before-deductible", "title": "copay before the deductible"},
            {"const": "after-deductible", "title": "copay after the deductible"},
        ],
    }


def test_a_class_says_what_its_docstring_says_up_to_the_errors() -> None:
    assert definitions()["Outcomes"]["description"] == (
        "What a program reports of those who came to it; each share is of the step before."
    )


def test_what_is_asked_of_classes_and_fields_is_asked_of_ones_that_exist() -> None:
    told = {f"{name}.{key}" for name in classes() for key in definitions()[name]["properties"]}

    assert LIMITS.keys() <= told
    assert told >= NEVER_EMPTY
    assert TOGETHER.keys() <= classes().keys()


@frozen
class Odd:
    """A class that no document can tell."""

    by_name: dict[str, int]


def test_a_type_that_documents_cannot_tell_is_refused() -> None:
    with pytest.raises(TypeError) as caught:
        Definitions().of(Odd, "Odd")

    assert str(caught.value) == (
        "Odd.by_name: expected a type that documents can tell, got dict[str, int]"
    )


@pytest.mark.parametrize(("file", "name"), FILES, ids=lambda part: getattr(part, "stem", part))
def test_an_example_validates_as_it_is_written(file: Path, name: str) -> None:
    text = file.read_text(encoding="utf-8")
    document = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it builds only text

    validator_of(name).validate(document)


@pytest.mark.parametrize(("file", "name"), RECORDS, ids=lambda part: getattr(part, "stem", part))
def test_an_example_validates_as_it_was_read(file: Path, name: str) -> None:
    value: object = read(DOCUMENTS[name], file, root=EXAMPLES)

    validator_of(name).validate(to_data(value))


@pytest.mark.parametrize(("file", "name"), FILES, ids=lambda part: getattr(part, "stem", part))
def test_an_example_tells_editors_its_schema(file: Path, name: str) -> None:
    first = file.read_text(encoding="utf-8").partition("\n")[0]

    assert first == f"# yaml-language-server: $schema=../../schemas/{name}.schema.json"
    assert (file.parent / first.partition("=")[2]).resolve() == FOLDER / f"{name}.schema.json"
