"""What an import costs over a bare interpreter."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import iopkit
from benchmarks.cold import code, rounds
from benchmarks.figures import Figure

PACKAGES = (
    "iopkit",
    *(f"iopkit.{room.name}" for room in iter_modules(iopkit.__path__) if room.ispkg),
)
_DOORS = frozenset({"iopkit.cli"})
"""What has no public class and needs an extra."""

_EVERY_NAME = """
from importlib import import_module
for package in map(import_module, {packages!r}):
    for name in package.__all__:
        getattr(package, name)
"""


def public_classes() -> int:
    """Return how many classes the whole public API has: of `iopkit` and of every room."""
    packages = [import_module(name) for name in _measured()]
    values = [getattr(package, name) for package in packages for name in package.__all__]
    return len({value for value in values if isinstance(value, type)})


def measure(pairs: int) -> tuple[Figure, ...]:
    """Return what `import iopkit`, the first class and the whole public API cost."""
    commands = {
        "bare": code("pass"),
        "iopkit": code("import iopkit"),
        "attrs": code("import attrs"),
        "person": code("from iopkit import Person"),
        "libraries": code("import attrs, cattrs"),
        "all": code(_EVERY_NAME.format(packages=_measured())),
    }
    over = [
        {name: seconds - found["bare"] for name, seconds in found.items()}
        for found in rounds(commands, pairs)
    ]
    classes = public_classes()
    return (
        Figure(
            name="import iopkit",
            values=tuple(found["iopkit"] * 1000 for found in over),
            unit="ms",
            goal=5,
            compared="a fresh `import iopkit`, less a bare interpreter.",
        ),
        Figure(
            name="from iopkit import Person",
            values=tuple(found["person"] / found["attrs"] for found in over),
            unit="x",
            goal=1.4,
            compared="a fresh `from iopkit import Person` / a fresh `import attrs`, each less a "
            "bare interpreter.",
        ),
        Figure(
            name="whole API, per class",
            values=tuple(found["all"] * 1000 / classes for found in over),
            unit="ms",
            goal=0.8,
            compared="every public name of `iopkit` and of each room but the command line, "
            f"fresh, with attrs and cattrs, less a bare interpreter, / {classes} public classes.",
        ),
        Figure(
            name="whole API over its libraries",
            values=tuple(found["all"] / found["libraries"] for found in over),
            unit="x",
            compared="the same whole / a fresh `import attrs, cattrs`, each less a bare "
            "interpreter.",
        ),
    )


def _measured() -> tuple[str, ...]:
    return tuple(name for name in PACKAGES if name not in _DOORS)
