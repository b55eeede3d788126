"""One lazy surface for every room: a name is imported when it is first used.

A room's `__init__` states its names twice: under `TYPE_CHECKING`, where type checkers and
completion read them, and in a mapping from module to names, which this file serves.  The house
tests prove that the two agree.  `TYPE_CHECKING` is a plain `False`, because importing `typing`
would cost more than the whole room.  The functions that serve a room are put into it at run
time only: a type checker that saw a `__getattr__` would believe in every misspelt name.
"""

from importlib import import_module
from sys import modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def lazy_surface(package: str, homes: "Mapping[str, tuple[str, ...] | str]") -> None:
    """Let `package` serve the names that live in `homes`, and list them to `dir`.

    `homes` maps a module (`"iopkit.values.money"`) to the public names defined there, which may
    also stand in one text, with spaces between them.  A name
    that was read once is kept in the package, so that only the first use costs an import.  Any
    other name is an `AttributeError`, as in every module.
    """
    home_of = {
        name: module
        for module, names in homes.items()
        for name in (names.split() if isinstance(names, str) else names)
    }
    surface = vars(modules[package])

    def find(name: str) -> object:
        module = home_of.get(name)
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(module), name)
        surface[name] = value
        return value

    def names() -> list[str]:
        return sorted({*home_of, *(name for name in surface if name.startswith("__"))})

    surface["__getattr__"] = find
    surface["__dir__"] = names
