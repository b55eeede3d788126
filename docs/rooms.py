"""The reference pages: one a room, made from its `__all__` and its docstrings.

A room serves its names lazily, so that nothing but `__all__` says what is public and nothing but
`getattr` gives it; classes and functions go to autodoc by their public name, words become a
table, and other values show the docstring that stands below them in their module.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, TypeGuard

from markup import INDENT, indented, page, plain, table
from sphinx.pycode import ModuleAnalyzer

import iopkit
from iopkit.rules import AnyFact
from iopkit.values import Term

if TYPE_CHECKING:
    from docutils.nodes import Element, reference
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def room_names() -> tuple[str, ...]:
    """Return the names of all rooms with public names, such as `iopkit.model`."""
    found = (f"iopkit.{module.name}" for module in iter_modules(iopkit.__path__) if module.ispkg)
    return tuple(sorted(room for room in found if hasattr(import_module(room), "__all__")))


def pages() -> dict[str, str]:
    """Return each reference page in reStructuredText, by the name of its file."""
    made = {f"{room.rpartition('.')[2]}.rst": room_page(room) for room in room_names()}
    return {"root.rst": root_page(), "errors.rst": errors_page(), **made}


def root_page() -> str:
    """Return the page of the names that `iopkit` itself serves, each leading to its room."""
    rows = [(_link(_home(name)), _first_line(getattr(iopkit, name))) for name in iopkit.__all__]
    manual = [".. automodule:: iopkit", f"{INDENT}:no-members:", ""]
    return page("iopkit", [*manual, *table(("name", "what it is"), rows)])


def errors_page() -> str:
    """Return the page of `iopkit.errors`."""
    shown = [".. automodule:: iopkit.errors", f"{INDENT}:members:", f"{INDENT}:show-inheritance:"]
    return page("iopkit.errors", shown)


def room_page(room: str) -> str:
    """Return the page of one room: its manual, then every public name in the order of `__all__`."""
    module = import_module(room)
    body = [f".. automodule:: {room}", f"{INDENT}:no-members:", ""]
    for name in module.__all__:
        body += [*_entry(room, name, getattr(module, name)), ""]
    return page(room, body)


def _entry(room: str, name: str, value: object) -> list[str]:
    public = f"{room}.{name}"
    if isinstance(value, type) and issubclass(value, Term):
        return [f".. autoclass:: {public}", "", *indented(_words(value))]
    if inspect.isclass(value):
        return [f".. autoclass:: {public}", f"{INDENT}:members:"]
    if inspect.isfunction(getattr(value, "__wrapped__", value)):  # a cached one is no function
        return [f".. autofunction:: {public}"]
    told = ModuleAnalyzer.for_module(_module_of(room, name)).find_attr_docs().get(("", name), [])
    listed = _facts(value) if _is_facts(value) else []
    return [
        f".. py:data:: {name}",
        f"{INDENT}:module: {room}",
        "",
        *indented(told),
        *indented(listed),
    ]


def _is_facts(value: object) -> TypeGuard[Mapping[str, AnyFact]]:
    return isinstance(value, Mapping) and all(isinstance(part, AnyFact) for part in value.values())


def _words(kind: type[Term]) -> list[str]:
    rows = [
        (f"``{word.value}``\n``{word.name}``", plain(word.label.en), plain(word.label.es))
        for word in kind
    ]
    return table(("in documents\nin Python", "English", "Spanish"), rows) if rows else []


def _facts(facts: Mapping[str, AnyFact]) -> list[str]:
    rows = (
        (f"``{name}``", fact.unit or fact.type.label.en, plain(fact.question.en))
        for name, fact in facts.items()
    )
    return table(("fact", "answer", "question"), rows)


def _first_line(value: object) -> str:
    return (inspect.getdoc(value) or "").partition("\n")[0]


def _link(public: str) -> str:
    return f":py:obj:`{public.rpartition('.')[2]} <{public}>`"


@cache
def _imports(room: str) -> dict[str, str]:
    """Return the module in which each public name of `room` is written down."""
    tree = ast.parse(Path(inspect.getfile(import_module(room))).read_text(encoding="utf-8"))
    return {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def _module_of(room: str, name: str) -> str:
    module = _imports(room)[name]
    return module if name not in _public(module) else _module_of(module, name)


def _public(module: str) -> tuple[str, ...]:
    return tuple(import_module(module).__all__) if module in room_names() else ()


def _home(name: str) -> str:
    """Return the full public name, in its room, of a name that `iopkit` itself serves."""
    return f"{_imports('iopkit')[name]}.{name}"


def mend_docstring(
    _app: Sphinx, _what: str, _name: str, _value: object, _options: object, lines: list[str]
) -> None:
    """Make a literal block of every block that is indented and stands by itself."""
    lines[:] = list(_with_literals(lines))


def _with_literals(lines: list[str]) -> Iterator[str]:
    is_inside = False
    for before, line in zip(["", *lines], lines, strict=False):
        if line and not line.startswith(" "):
            is_inside = False
        elif line and not is_inside and not before:
            is_inside = True
            yield from ("::", "")
        yield line


def hide_signature(
    _app: Sphinx, what: str, _name: str, value: object, *_rest: object
) -> tuple[str, None] | None:
    """Show no constructor of a word, which nobody calls."""
    is_word = what == "class" and isinstance(value, type) and issubclass(value, Term)
    return ("", None) if is_word else None


def find_public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: Element
) -> reference | None:
    """Lead `iopkit.Case` to where its room describes it."""
    wanted = str(node.get("reftarget", ""))
    name = wanted.removeprefix("iopkit.")
    if node.get("refdomain") != "py" or name not in iopkit.__all__:
        return None
    python, home = env.domains.python_domain, _home(name)
    return python.resolve_xref(env, node["refdoc"], app.builder, "obj", home, node, content)
