"""One lazy surface for every room: a name is imported when it is first used.

A room's `__init__` states its names twice: under `TYPE_CHECKING`, where type checkers and
completion read them, and in a mapping from module to names, which this file serves.  The house
tests prove that the two agree.  `TYPE_CHECKING` is a plain `False` there, because importing
`typing` would cost more than the whole room.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from sys import modules


def lazy_surface(
    package: str, homes: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` for `package`, whose names live in `homes`.

    `homes` maps a module (`"iopkit.values.money"`) to the public names defined there.  A name
    that was read once is kept in the package, so that only the first use costs an import.

    Raises:
        AttributeError: by the returned `__getattr__`, for a name that no module is home to.
    """
    home_of = {name: module for module, names in homes.items() for name in names}

    def find(name: str) -> object:
        module = home_of.get(name)
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(module), name)
        setattr(modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(modules[package]), *home_of})

    return find, names
