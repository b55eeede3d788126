"""The public surface of the root and of every room."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from attrs import frozen
from tests.house.surface import modules_in, object_violations, statement_violations

import iopkit.cost
from iopkit.values import Quiet

SOURCE = Path(__file__).parents[2] / "src" / "iopkit"
ROOMS = sorted(f"iopkit.{path.parent.name}" for path in SOURCE.glob("*/__init__.py"))
PACKAGES = ["iopkit", *ROOMS]


def folder_of(package: str) -> Path:
    return SOURCE.joinpath(*package.split(".")[1:])


def public_classes() -> set[object]:
    modules = [import_module(name) for name in PACKAGES]
    exported = [getattr(module, name) for module in modules for name in module.__all__]
    errors = vars(import_module("iopkit.errors")).values()
    return {each for each in (*exported, *errors) if isinstance(each, type)}


def quiet_classes(base: type = Quiet) -> list[type]:
    kinds: list[type] = base.__subclasses__()
    return kinds + [each for kind in kinds for each in quiet_classes(kind)]


@pytest.mark.parametrize("package", PACKAGES)
def test_what_an_init_states_agrees(package: str) -> None:
    folder = folder_of(package)
    text = (folder / "__init__.py").read_text(encoding="utf-8")

    assert statement_violations(package, text, modules_in(folder)) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_is_documented_and_speaks_only_public_types(package: str) -> None:
    assert object_violations(import_module(package), public_classes()) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_completion_offers_the_public_names_and_no_others(package: str) -> None:
    module = import_module(package)

    offered = {name for name in dir(module) if not name.startswith("__")}

    assert offered == {name for name in module.__all__ if not name.startswith("__")}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_room_has_a_manual(package: str) -> None:
    assert (import_module(package).__doc__ or "").strip()


def test_the_largest_room_names_each_of_its_modules_once_and_no_others() -> None:
    named = re.findall(r"`(\w+)`", iopkit.cost.__doc__ or "")
    modules = modules_in(folder_of("iopkit.cost"))

    assert sorted(set(named) - {*iopkit.cost.__all__}) == sorted(modules)
    assert len(named) == len(set(named))


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    values = import_module("iopkit.values")

    with pytest.raises(AttributeError) as caught:
        _ = values.Mony

    assert str(caught.value) == "module 'iopkit.values' has no attribute 'Mony'"


def tells_all(kind: type) -> bool:
    """Return whether attrs has written the `repr` of `kind`, which shows every field."""
    code = getattr(kind.__repr__, "__code__", None)
    return "attrs" in getattr(code, "co_filename", "")


def test_every_class_that_holds_a_record_keeps_a_quiet_repr() -> None:
    public_classes()

    loud = [kind.__name__ for kind in quiet_classes() if tells_all(kind)]

    assert loud == []


INIT = '''"""Manual."""
TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.room.shape import LIMIT, Shape, draw
__all__ = ["LIMIT", "Shape", "draw"]
lazy_surface(__name__, {"iopkit.room.shape": ("LIMIT", "Shape", "draw")})
'''


def test_an_init_that_agrees_passes() -> None:
    assert statement_violations("iopkit.room", INIT, {"shape"}) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('["LIMIT", "Shape",', '["Shape", "LIMIT",', "not in the order of __all__: LIMIT, Shape"),
        ('["LIMIT",', '["LIMIT", "LIMIT",', "twice in __all__: LIMIT"),
        ("LIMIT, Shape, draw\n", "LIMIT, Shape\n", "in __all__, not under TYPE_CHECKING: draw"),
        ("Shape, draw\n", "Shape, draw, hold\n", "under TYPE_CHECKING, not in __all__: hold"),
        ('"Shape", "draw")', '"Shape")', "in __all__, not served: draw"),
        ('"draw")', '"draw", "hold")', "served, not in __all__: hold"),
        ('{"iopkit.room.shape"', '{"iopkit.room.other"', "two homes: LIMIT, Shape, draw"),
        ("draw", "_draw", "private: _draw"),
        ("draw", "shape", "named as a module: shape"),
        ("iopkit.room.shape", "iopkit.rules.shape", "home outside: LIMIT, Shape, draw"),
        ("lazy_surface(", "__getattr__ = lazy_surface(", "hides misspelt names: __getattr__"),
    ],
)
def test_an_init_that_disagrees_is_reported(old: str, new: str, complaint: str) -> None:
    text = INIT.replace(old, new)

    found = statement_violations("iopkit.room", text, {"shape"})

    assert f"iopkit.room: {complaint}" in found


def test_an_init_without_a_public_list_is_reported() -> None:
    assert statement_violations("iopkit.room", '"""Manual."""', set()) == [
        "iopkit.room: states no __all__"
    ]


PLANTED = '''
import typing
import attrs

class _Hidden: """Hidden."""
class Unlisted: """Unlisted."""
Unlisted.__module__ = _Hidden.__module__ = "iopkit.planted"
def bare(): ...
def third(rule: attrs.Attribute) -> None: """Doc."""
def nested(rule: dict[str, list[attrs.Attribute]]) -> None: """Doc."""
def called(rule: typing.Callable[[attrs.Attribute], None]) -> None: """Doc."""
def untyped(thing: typing.Any) -> None: """Doc."""
def hidden() -> _Hidden: """Doc."""
def unlisted() -> Unlisted | None: """Doc."""
def lost(thing: "Nowhere") -> None: """Doc."""
class Holder:
    """Doc."""
    field: attrs.Attribute
    _private: attrs.Attribute
    @property
    def told(self) -> attrs.Attribute: """Doc."""
    @classmethod
    def made(cls) -> attrs.Attribute: """Doc."""
    @staticmethod
    def found() -> attrs.Attribute: """Doc."""
    def _inner(self) -> attrs.Attribute: """Doc."""
class Bare: ...
def good(a: int, b: tuple[str, ...], c: typing.Literal["x"]) -> "int | None": """Doc."""
'''
THIRD = "third-party type attr._make.Attribute"


@pytest.mark.parametrize(
    ("name", "complaints"),
    [
        ("missing", ["planted.missing: does not resolve"]),
        ("bare", ["planted.bare: no docstring"]),
        ("Bare", ["planted.Bare: no docstring"]),
        ("third", [f"planted.third.rule: {THIRD}"]),
        ("nested", [f"planted.nested.rule: {THIRD}"]),
        ("called", [f"planted.called.rule: {THIRD}"]),
        ("untyped", ["planted.untyped.thing: Any in a public signature"]),
        ("hidden", ["planted.hidden.return: private type _Hidden"]),
        ("unlisted", ["planted.unlisted.return: type Unlisted, which no room exports"]),
        ("lost", ["planted.lost: annotation not resolved: Nowhere"]),
        (
            "Holder",
            [
                f"planted.Holder.field: {THIRD}",
                f"planted.Holder.told.return: {THIRD}",
                f"planted.Holder.made.return: {THIRD}",
                f"planted.Holder.found.return: {THIRD}",
            ],
        ),
        ("good", []),
    ],
)
def test_an_object_that_does_not_belong_is_reported(
    monkeypatch: pytest.MonkeyPatch, name: str, complaints: list[str]
) -> None:
    planted = ModuleType("planted")
    monkeypatch.setitem(sys.modules, "planted", planted)
    exec(PLANTED, vars(planted))  # noqa: S102 - the text stands above
    vars(planted)["__all__"] = [name]

    assert object_violations(planted, set()) == complaints


def test_a_loud_record_is_seen() -> None:
    class Base:
        pass

    @frozen
    class Loud(Base):
        field: int = 0

    @frozen(repr=False)
    class Still(Quiet):
        field: int = 0

    assert [kind for kind in quiet_classes(Base) if tells_all(kind)][-1] is Loud
    assert not tells_all(Still)
