"""Two payers, case by case, as `two_payers.yaml` works them out by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cost.example_case import MONDAY, PUBLISHED, codes, ends

from iopkit.cost import Bounds, Estimate, estimate
from iopkit.formats import read
from iopkit.model import Case

_TEXT = Path(__file__).with_name("two_payers.yaml").read_text(encoding="utf-8")
_TABLE = yaml.load(_TEXT, yaml.BaseLoader)  # noqa: S506  # it makes text of every scalar
_PAYERS = {"first": "plan", "second": "second-coverage", "patient": "patient"}
ROWS: list[dict[str, Any]] = _TABLE["cases"]


def _merged(base: dict[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document with what is told of it; `null` takes a field out."""
    found = deepcopy(base)
    for key, value in told.items():
        inner = found.pop(key, None)
        if isinstance(value, dict) and isinstance(inner, dict):
            found[key] = _merged(inner, value)
        elif value != "null":
            found[key] = value
    return found


def _case(told: Mapping[str, Any]) -> Case:
    return read(Case, json.dumps(_merged(_TABLE["base"], told)))


def _shown(found: Estimate, names: Mapping[str, Any]) -> dict[str, Any]:
    paid = {payer.value: ends(amount) for payer, amount in found.by_payer.items()}
    told: dict[str, Any] = {
        name: paid.get(_PAYERS.get(name, ""), ends(found.to_pay)) for name in names
    }
    if "unknowns" in names:
        told["unknowns"] = codes(found)[1]
    return told


def _wanted(told: Any) -> Any:
    return (told, told) if isinstance(told, str) else tuple(told)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["title"])
def test_two_payers_pay_what_is_worked_out_by_hand(row: dict[str, Any]) -> None:
    wanted = row["expected"]
    found = estimate(_case(row.get("told", {})), PUBLISHED, on=MONDAY)
    expected = {key: told if key == "unknowns" else _wanted(told) for key, told in wanted.items()}

    assert _shown(found, wanted) == expected
    assert found.bounds is Bounds.EXACT
    assert codes(found)[1] == wanted.get("unknowns", [])
