"""Floors and gates, read from every import."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.house.floors import FLOORS, GATES
from tests.house.imports import import_violations

SOURCE = Path(__file__).parents[2] / "src" / "iopkit"


def test_every_import_goes_down_and_heavy_packages_enter_at_their_gate() -> None:
    assert import_violations(SOURCE) == []


def test_the_source_is_where_the_check_looks() -> None:
    assert (SOURCE / "values" / "money.py").is_file()


def test_every_gate_is_a_room_of_the_table() -> None:
    assert frozenset[str]().union(*GATES.values()) <= set(FLOORS)


@pytest.mark.parametrize(
    ("file", "text", "complaint"),
    [
        (
            "values/money.py",
            "from iopkit.model.case import Case",
            "values/money.py:1: values (floor 1) imports model (floor 3)",
        ),
        (
            "model/case.py",
            "from iopkit.law import RuleSet",
            "model/case.py:1: model (floor 3) imports law (floor 3)",
        ),
        (
            "model/case.py",
            "from iopkit import law",
            "model/case.py:1: model (floor 3) imports law (floor 3)",
        ),
        (
            "model/case.py",
            "from ..law import RuleSet",
            "model/case.py:1: model (floor 3) imports law (floor 3)",
        ),
        (
            "model/case.py",
            "from .. import law",
            "model/case.py:1: model (floor 3) imports law (floor 3)",
        ),
        (
            "model/case.py",
            "import iopkit.law.rulesets",
            "model/case.py:1: model (floor 3) imports law (floor 3)",
        ),
        (
            "model/case.py",
            "TYPE_CHECKING = False\nif TYPE_CHECKING:\n    import iopkit.cli",
            "model/case.py:3: model (floor 3) imports cli (floor 10)",
        ),
        (
            "model/case.py",
            "import iopkit",
            "model/case.py:1: imports iopkit, which is no room",
        ),
        (
            "model/case.py",
            "from iopkit import Case",
            "model/case.py:1: imports iopkit.Case, which is no room",
        ),
        ("helpers/all.py", "", "helpers/all.py: helpers stands on no floor"),
        ("helpers.py", "", "helpers.py: helpers stands on no floor"),
        (
            "cost/kernel.py",
            "import yaml",
            "cost/kernel.py:1: yaml enters cost, which is not its gate",
        ),
        (
            "report/text.py",
            "from rich.table import Table",
            "report/text.py:1: rich enters report, which is not its gate",
        ),
        ("errors.py", "import attrs", "errors.py:1: attrs enters errors, which is not its gate"),
        ("cost/kernel.py", "import sympy", "cost/kernel.py:1: sympy has no gate"),
        (
            "cost/kernel.py",
            "def late() -> None:\n    from iopkit.values import Money",
            "cost/kernel.py:2: imports iopkit.values inside a function",
        ),
        (
            "cost/kernel.py",
            "from importlib import import_module\nlaw = import_module('iopkit.cli')",
            "cost/kernel.py:2: imports a module by a computed name",
        ),
    ],
)
def test_an_import_against_the_table_is_reported(
    tmp_path: Path, file: str, text: str, complaint: str
) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")

    assert import_violations(tmp_path) == [complaint]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("cost/kernel.py", "from iopkit.values import Money\nfrom iopkit.cost.route import run"),
        ("cost/kernel.py", "import json\nfrom attrs import frozen\nfrom .route import run"),
        ("cli/commands.py", "import rich\nfrom iopkit import __version__, report"),
        ("formats/yaml_text.py", "import yaml"),
        ("_lazy.py", "from importlib import import_module\nhome = import_module('json')"),
    ],
)
def test_an_import_that_the_table_allows_passes(tmp_path: Path, file: str, text: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")

    assert import_violations(tmp_path) == []
