"""Read every import of a source tree and judge it by the one table of floors and gates."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.house.floors import DYNAMIC_IMPORTS, FLOORS, GATES, LATE_IMPORTS, ROOT

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_DYNAMIC = ("import_module", "__import__")


def import_violations(package: Path) -> list[str]:
    """Return what the imports of the package in folder `package` do against the table."""
    found: list[str] = []
    for path in sorted(package.rglob("*.py")):
        file = path.relative_to(package).as_posix()
        room = file.removesuffix(".py").split("/")[0]
        if room not in FLOORS:
            found.append(f"{file}: {room} stands on no floor")
            continue
        found += _violations_of(file, room, ast.parse(path.read_text(encoding="utf-8")))
    return found


def _violations_of(file: str, room: str, tree: ast.Module) -> Iterator[str]:
    for node, target in _imports(tree, file):
        complaint = _complaint(room, target)
        if complaint:
            yield f"{file}:{node.lineno}: {complaint}"
    for node, target in _late_imports(tree, file):
        if target not in LATE_IMPORTS.get(file, ()):
            yield f"{file}:{node.lineno}: imports {target} inside a function"
    if file not in DYNAMIC_IMPORTS:
        yield from (
            f"{file}:{node.lineno}: imports a module by a computed name"
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and node.id in _DYNAMIC
        )


def _complaint(room: str, target: str) -> str | None:
    top, _, rest = target.partition(".")
    if top != ROOT:
        return _gate_complaint(room, top)
    other = rest.split(".")[0]
    if other in (room, "__version__") or (not other and room == "__main__"):
        return None
    if other not in FLOORS:
        return f"imports {target}, which is no room"
    if FLOORS[other] < FLOORS[room]:
        return None
    return f"{room} (floor {FLOORS[room]}) imports {other} (floor {FLOORS[other]})"


def _gate_complaint(room: str, top: str) -> str | None:
    if top in GATES:
        return None if room in GATES[top] else f"{top} enters {room}, which is not its gate"
    return None if top in sys.stdlib_module_names else f"{top} has no gate"


def _imports(tree: ast.AST, file: str) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, target) for target in _targets(node, file))


def _targets(node: ast.ImportFrom, file: str) -> list[str]:
    base = node.module or ""
    if node.level:
        here = [ROOT, *file.split("/")[:-1]]
        above = here[: len(here) - node.level + 1]
        base = ".".join([*above, *([node.module] if node.module else [])])
    # `from iopkit import cost` names a room, `from iopkit.cost import x` has named it already.
    return [f"{ROOT}.{alias.name}" for alias in node.names] if base == ROOT else [base]


def _late_imports(tree: ast.Module, file: str) -> Iterator[tuple[ast.stmt, str]]:
    for function in ast.walk(tree):
        if isinstance(function, _FUNCTIONS):
            yield from _imports(function, file)
