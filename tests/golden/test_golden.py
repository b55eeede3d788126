"""What people and programs read of the three cases, whole; `make golden` rewrites it."""

import json
import os
from pathlib import Path

import pytest

from iopkit import Case, assess, read, to_data, write_text

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent
CASES = sorted(path.stem for path in (EXAMPLES / "cases").glob("*.yaml"))


def _case(name: str) -> Case:
    return read(Case, EXAMPLES / "cases" / f"{name}.yaml", root=EXAMPLES)


def _compare(path: Path, seen: str) -> None:
    if os.environ.get("IOPKIT_GOLDEN") == "write":
        path.write_text(seen, encoding="utf-8")

    assert seen == path.read_text(encoding="utf-8")


def _written(name: str, lang: str) -> str:
    case = _case(name)
    assert case.on is not None
    return write_text(assess(case, on=case.on), lang=lang)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", CASES)
def test_the_text_of_a_case(name: str, lang: str) -> None:
    _compare(GOLDEN / f"{name}.{lang}.txt", _written(name, lang))


@pytest.mark.parametrize("name", CASES)
def test_the_json_of_a_case(name: str) -> None:
    case = _case(name)
    assert case.on is not None
    data = to_data(assess(case, on=case.on))

    _compare(GOLDEN / f"{name}.json", json.dumps(data, indent=2, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", CASES)
def test_no_line_is_wider_than_80_columns(name: str, lang: str) -> None:
    lines = _written(name, lang).splitlines()

    assert [line for line in lines if len(line) > 80] == []


@pytest.mark.parametrize("name", CASES)
def test_every_person_of_an_example_is_synthetic(name: str) -> None:
    person = _case(name).person

    assert person is not None
    assert person.is_synthetic is True
