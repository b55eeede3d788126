"""`import iopkit` costs nearly nothing, and yet type checkers see every name."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
SOURCE = TOP / "src" / "iopkit"
PACKAGES = [
    "iopkit",
    *sorted(f"iopkit.{path.parent.name}" for path in SOURCE.glob("*/__init__.py")),
]
NAMES = [(package, name) for package in PACKAGES for name in import_module(package).__all__]

WATCH = """
import sys
before, opened = set(sys.modules), []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import {module}
loaded, opened = sorted(set(sys.modules) - before), list(opened)
import json
print(json.dumps([loaded, opened]))
"""


def watch_import(module: str, *paths: Path) -> tuple[set[str], set[str]]:
    """Return the modules that a fresh interpreter loads for `module`, and the files it reads."""
    start = f"import sys; sys.path[:0] = {[str(path) for path in paths]!r}\n"
    program = start + WATCH.format(module=module)
    asked = [sys.executable, "-B", "-c", program]
    told = subprocess.run(asked, capture_output=True, check=True, text=True)
    loaded, opened = json.loads(told.stdout)
    return set(loaded), set(opened)


def strangers(loaded: set[str]) -> set[str]:
    """Return the packages in `loaded` that are neither the standard library's nor iopkit's."""
    return {name.partition(".")[0] for name in loaded} - set(sys.stdlib_module_names) - {"iopkit"}


def other_files(opened: set[str]) -> set[str]:
    """Return what was `opened` beside modules of the standard library and the two of iopkit."""
    library = str(Path(json.__file__).parents[1])
    return {
        name
        for name in opened
        if not (name.startswith(library) and "-packages" not in name)
        and Path(name).name.partition(".")[0] not in ("__init__", "_lazy")
    }


def test_importing_iopkit_loads_no_other_package_and_no_room() -> None:
    loaded, _ = watch_import("iopkit")

    assert strangers(loaded) == set()
    assert {name for name in loaded if name.startswith("iopkit")} == {"iopkit", "iopkit._lazy"}


def test_importing_iopkit_loads_nothing_heavy_of_the_standard_library() -> None:
    loaded, _ = watch_import("iopkit")

    heavy = {"typing", "re", "enum", "dataclasses", "decimal", "inspect", "json", "datetime"}
    assert loaded & heavy == set()


def test_importing_iopkit_reads_no_file_but_its_own_two_modules() -> None:
    _, opened = watch_import("iopkit")

    assert other_files(opened) == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_importing_a_room_loads_no_other_room(package: str) -> None:
    loaded, _ = watch_import(package)

    assert {name for name in loaded if name.startswith("iopkit")} - {
        "iopkit",
        "iopkit._lazy",
    } <= {package}


def test_an_import_that_loads_or_reads_too_much_is_seen(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "heavy.py").write_text(
        "import attrs, typing\nopen(__file__.replace('heavy.py', 'facts.yaml')).close()\n",
        encoding="utf-8",
    )

    loaded, opened = watch_import("heavy", tmp_path)

    assert strangers(loaded) == {"attr", "attrs", "heavy"}
    assert "typing" in loaded
    assert str(tmp_path / "facts.yaml") in other_files(opened)


def check_types(tool: str, snippet: Path) -> subprocess.CompletedProcess[str]:
    """Return what the type checker `tool` says of `snippet`."""
    asked = {
        "mypy": ["mypy", "--strict", "--hide-error-context"],
        "basedpyright": ["basedpyright", "--pythonpath", sys.executable],
    }[tool]
    return subprocess.run(
        [sys.executable, "-m", *asked, str(snippet)],
        cwd=TOP,
        capture_output=True,
        check=False,
        text=True,
    )


@pytest.fixture(scope="module")
def snippet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a module that asks for every public name, and for one misspelt name at its end."""
    imports = [f"import {package}" for package in PACKAGES]
    reveals = [f"reveal_type({package}.{name})" for package, name in NAMES]
    path = tmp_path_factory.mktemp("seen") / "every_name.py"
    path.write_text("\n".join([*imports, *reveals, "iopkit.Persom()", ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("tool", "told", "vague"),
    [
        ("mypy", "Revealed type is", ('is "Any"', 'is "object"', 'is "builtins.object"')),
        ("basedpyright", 'Type of "', ('is "Any"', 'is "object"', 'is "Unknown"')),
    ],
)
def test_type_checkers_see_every_name_and_refuse_a_misspelt_one(
    tool: str, told: str, vague: tuple[str, ...], snippet: Path
) -> None:
    last = len(snippet.read_text(encoding="utf-8").splitlines())

    said = check_types(tool, snippet).stdout.splitlines()

    revealed = [line for line in said if told in line]
    assert [line for line in revealed if any(word in line for word in vague)] == []
    assert len(revealed) == len(NAMES), "\n".join(said)
    errors = [line for line in said if " error: " in line or " - error" in line]
    assert len(errors) == 1, "\n".join(errors)
    assert f"{snippet.name}:{last}:" in errors[0]
