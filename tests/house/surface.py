"""Read the public surface of a package: what its `__init__` states, and what stands behind it."""

from __future__ import annotations

import ast
import inspect
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

from attrs import frozen
from tests.house.floors import ROOT

_ALLOWED = {ROOT, *sys.stdlib_module_names}


@frozen
class Stated:
    """The three statements of one `__init__`: name to module twice, and the public list."""

    typed: dict[str, str]
    lazy: dict[str, str]
    public: list[str]
    serves_checkers: bool


def stated(text: str) -> Stated:
    """Return what the `__init__` with source `text` states."""
    tree = ast.parse(text)
    found = Stated({}, {}, [], serves_checkers=True)
    for node in tree.body:
        match node:
            case ast.If(test=ast.Name("TYPE_CHECKING"), body=body):
                found.typed.update(_typed(body))
            case ast.Assign(targets=[ast.Name("__all__")], value=value):
                found.public.extend(ast.literal_eval(value))
            case ast.Expr(value=ast.Call(func=ast.Name("lazy_surface"), args=[_, homes])):
                found.lazy.update(_lazy(ast.literal_eval(homes)))
    hidden = any(isinstance(each, ast.Name) and each.id == "__getattr__" for each in ast.walk(tree))
    return Stated(found.typed, found.lazy, found.public, serves_checkers=not hidden)


def _typed(body: list[ast.stmt]) -> dict[str, str]:
    imports = [node for node in body if isinstance(node, ast.ImportFrom)]
    return {
        alias.asname or alias.name: node.module or "" for node in imports for alias in node.names
    }


def _lazy(homes: dict[str, tuple[str, ...] | str]) -> dict[str, str]:
    return {
        name: module
        for module, names in homes.items()
        for name in (names.split() if isinstance(names, str) else names)
    }


def statement_violations(package: str, text: str, modules: set[str]) -> list[str]:
    """Return where the statements of `package` disagree with one another, or are out of order.

    `modules` are the names of the modules and rooms inside `package`.
    """
    said = stated(text)
    own = {name for name in said.public if name != "__version__"}
    if not said.public:
        return [f"{package}: states no __all__"]
    return [
        f"{package}: {what}: {', '.join(sorted(names))}"
        for what, names in (
            ("not in the order of __all__", _out_of_order(said.public)),
            ("twice in __all__", {name for name in own if said.public.count(name) > 1}),
            ("in __all__, not under TYPE_CHECKING", own - set(said.typed)),
            ("under TYPE_CHECKING, not in __all__", set(said.typed) - own),
            ("in __all__, not served", own - set(said.lazy)),
            ("served, not in __all__", set(said.lazy) - own),
            ("two homes", {n for n in own if said.typed.get(n) != said.lazy.get(n)}),
            ("private", {name for name in own if name.startswith("_")}),
            ("named as a module", own & modules),
            ("home outside", _outside(package, said.lazy)),
            ("hides misspelt names", set() if said.serves_checkers else {"__getattr__"}),
        )
        if names
    ]


def _outside(package: str, homes: dict[str, str]) -> set[str]:
    return {name for name, home in homes.items() if not home.startswith(f"{package}.")}


def _out_of_order(names: list[str]) -> set[str]:
    """Return the names that stand elsewhere than constants, classes, the rest, each sorted."""

    def place(name: str) -> tuple[int, str]:
        return (0 if name.isupper() else 1 if name[0].isupper() else 2), name

    return {
        got for got, wanted in zip(names, sorted(names, key=place), strict=True) if got != wanted
    }


def modules_in(folder: Path) -> set[str]:
    """Return the names of the modules and rooms that stand in `folder`."""
    rooms = {path.parent.name for path in folder.glob("*/__init__.py")}
    return rooms | {path.stem for path in folder.glob("*.py")} - {"__init__"}


def object_violations(module: ModuleType, exported: set[object]) -> list[str]:
    """Return what is wrong with the objects behind the public names of `module`.

    `exported` holds every public class of every room: a signature names no other of iopkit.
    """
    found: list[str] = []
    for name in module.__all__:
        where = f"{module.__name__}.{name}"
        if not hasattr(module, name):
            found.append(f"{where}: does not resolve")
            continue
        value = getattr(module, name)
        if not (inspect.isclass(value) or inspect.isfunction(value)):
            continue
        if not vars(value).get("__doc__" if inspect.isclass(value) else "", value.__doc__):
            found.append(f"{where}: no docstring")
        found += (f"{where}{part}: {what}" for part, what in _signature(value, exported))
    return found


def _signature(
    value: type | Callable[..., object], exported: set[object]
) -> Iterator[tuple[str, str]]:
    for part, holder in _holders(value):
        try:
            hints = typing.get_type_hints(holder)
        except NameError as error:
            yield part, f"annotation not resolved: {error.name}"
            continue
        for name, hint in hints.items():
            if name.startswith("_") and not inspect.isfunction(holder):
                continue
            for each in _leaves(hint):
                what = _complaint(each, exported)
                if what:
                    yield f"{part}.{name}", what


def _holders(value: type | Callable[..., object]) -> Iterator[tuple[str, object]]:
    yield "", value
    if not inspect.isclass(value):
        return
    for name, member in vars(value).items():
        if name.startswith("_"):
            continue
        inner = (
            member.fget
            if isinstance(member, property)
            else inspect.unwrap(getattr(member, "__func__", member))
        )
        if inspect.isfunction(inner):
            yield f".{name}", inner


def _leaves(hint: object) -> Iterator[object]:
    if isinstance(hint, typing.TypeVar):
        bounds = (hint.__bound__, *hint.__constraints__)
        yield from (leaf for bound in bounds if bound is not None for leaf in _leaves(bound))
        return
    origin = typing.get_origin(hint)
    if origin is None or origin is typing.Literal:
        yield hint if origin is None else str
        return
    yield origin
    parts = [each for part in typing.get_args(hint) for each in _spread(part)]
    # `Listing[Any]` is a listing of things whose kind only their fact knows; any other Any is lax.
    open_kind = getattr(origin, "__module__", "").startswith(f"{ROOT}.")
    for part in parts:
        if not (open_kind and part is typing.Any):
            yield from _leaves(part)


def _spread(part: object) -> list[object]:
    return list(part) if isinstance(part, list) else [part]


def _complaint(leaf: object, exported: set[object]) -> str | None:
    if leaf is typing.Any:
        return "Any in a public signature"
    if not isinstance(leaf, type):
        return None
    top = leaf.__module__.partition(".")[0]
    if top not in _ALLOWED:
        return f"third-party type {leaf.__module__}.{leaf.__qualname__}"
    if top == ROOT and leaf.__name__.startswith("_"):
        return f"private type {leaf.__name__}"
    if top == ROOT and leaf not in exported:
        return f"type {leaf.__name__}, which no room exports"
    return None
