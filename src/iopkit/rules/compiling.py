"""Rules as one Python function each, for many answers in little time.

Every part of a rule becomes two expressions: known to be met, and known not to be.  The function
is built of syntax nodes; no source text is made of a rule, and none is evaluated.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from types import CodeType, FunctionType
from typing import TypeAlias, TypeVar, assert_never, cast

from iopkit.rules.answers import Answer, Answers, AnyFact, FactType
from iopkit.rules.leaf_code import (
    Leaf,
    Names,
    Pair,
    Told,
    called,
    compared,
    joined_by,
    loaded,
    looks_right,
    pair_of,
)
from iopkit.rules.nodes import (
    AllOf,
    AnyOf,
    AtLeast,
    Clause,
    Compare,
    Has,
    Known,
    Node,
    Not,
    OneOf,
    facts_of,
    leaves_of,
    needed,
)
from iopkit.rules.tracing import outcome
from iopkit.rules.truth import Truth

T = TypeVar("T")

_OfLeaf: TypeAlias = Callable[[Leaf], Pair]
_BOTH = (Truth.MET, Truth.NOT_MET)
_WAYS = (*_BOTH, Truth.UNKNOWN)


def compile_rule(rule: Node) -> Callable[[Answers], Truth]:
    """Return one function that gives the outcome of `rule`, as `outcome` does.

    Quickest with a `dict` that has every fact of the rule, `None` for those not known.  It looks
    at no more answers than it needs: one of the wrong type raises the `InvalidValue` of `outcome`
    only where the outcome depends on it, and terms of a wrong list inside a listing are not seen.
    """
    names = Names()
    body = [*_decided(rule, names), ast.Return(_unsure(rule, names))]
    return cast("Callable[[Answers], Truth]", _function(rule, body, names))


def compile_leaves(
    rule: Node, say: Callable[[Leaf, Truth], T]
) -> Callable[[Answers], tuple[Truth, tuple[T, ...]]]:
    """Return one function that gives the outcome of `rule`, and what to say of each leaf.

    `say` is asked now, once for each leaf and each way in which it can come out; its answers
    stand in the order of `leaves_of`.  All else is as with `compile_rule`, but that every leaf
    is looked at.
    """
    names = Names()
    telling = _Telling(say, names)
    parts, is_all = _outermost(rule)
    said = [one for part in parts for one in telling.of(part, is_all=is_all)]
    whole, refused = _BOTH if is_all else _BOTH[::-1]
    found = ast.IfExp(loaded("is_sure"), names.of(whole), _unsure(rule, names))
    found = ast.IfExp(loaded("is_out"), names.of(refused), found)
    body = [
        _flag("is_sure", value=True),
        _flag("is_out", value=False),
        *telling.before,
        _assigned("said", ast.Tuple(said, ast.Load())),
        ast.Return(ast.Tuple([found, loaded("said")], ast.Load())),
    ]
    function = _function(rule, body, names)
    return cast("Callable[[Answers], tuple[Truth, tuple[T, ...]]]", function)


class _Telling:
    """What is said of each leaf, and what the part that holds it makes of the whole rule."""

    def __init__(self, say: Callable[[Leaf, Truth], object], names: Names) -> None:
        self.before: list[ast.stmt] = []
        self._say = say
        self._names = names

    def of(self, part: Node, *, is_all: bool) -> Iterator[ast.expr]:
        """Yield the expression that says how each leaf of one part came out."""
        leaf = part.part if isinstance(part, Not) else part
        if isinstance(leaf, Compare | OneOf | Has | Known):
            yield self._of_leaf(leaf, keeps=is_all is (leaf is part))
            return
        pairs = [self._outcome(inner) for inner in leaves_of(part)]
        found = iter(pairs)
        pair = _pair(part if is_all else Not(part), lambda _: next(found))
        out, unsure = [_flag("is_out", value=True)], [_flag("is_sure", value=False)]
        self.before.append(ast.If(_negated(pair.met), [ast.If(pair.not_met, out, unsure)], []))
        for inner, each in zip(leaves_of(part), pairs, strict=True):
            yield _chosen(each, self._said(inner))

    def _of_leaf(self, leaf: Leaf, *, keeps: bool) -> ast.expr:
        """Return what is said of a leaf that is a part by itself, noting what it makes of all."""
        met, not_met, unknown = self._said(leaf)
        out = ast.NamedExpr(ast.Name("is_out", ast.Store()), ast.Constant(value=True))
        unsure = ast.NamedExpr(ast.Name("is_sure", ast.Store()), ast.Constant(value=False))
        unknown = joined_by(ast.Or, (unsure, unknown))
        if keeps:
            not_met = joined_by(ast.And, (out, not_met))
        else:
            met = joined_by(ast.And, (out, met))
        return _chosen(_read_once(leaf, _kept(leaf.fact), self._names), (met, not_met, unknown))

    def _outcome(self, leaf: Leaf) -> Pair:
        """Return how a leaf came out, which is found out beforehand."""
        name, ways = f"leaf_{len(self.before)}", list(map(self._names.kept, _WAYS))
        tests = _read_once(leaf, _kept(leaf.fact), self._names)
        self.before.append(_assigned(name, _chosen(tests, ways)))
        met, not_met, _ = (compared(loaded(name), ast.Is, way) for way in ways)
        return Pair(met, not_met)

    def _said(self, leaf: Leaf) -> list[ast.expr]:
        return [self._names.kept(self._say(leaf, truth)) for truth in _WAYS]


def _decided(rule: Node, names: Names) -> Iterator[ast.stmt]:
    """Yield what returns the outcome where it is settled, part by part of the outermost group."""
    parts, is_all = _outermost(rule)
    whole, part = _BOTH if is_all else _BOTH[::-1]
    # What is met of "any" is what is not of "all": one shape serves both.
    pairs = [_step(one, names) if is_all else _step(Not(one), names) for one in parts]
    yield _flag("is_sure", value=True)
    for pair in pairs:
        refused = ast.If(pair.not_met, [ast.Return(names.of(part))], [])
        unsure = _flag("is_sure", value=False)
        yield ast.If(_negated(pair.met), [refused, unsure], [])
    yield ast.If(loaded("is_sure"), [ast.Return(names.of(whole))], [])


def _outermost(rule: Node) -> tuple[tuple[Node, ...], bool]:
    """Return the parts of which all must be met, or any, and whether it is all."""
    while isinstance(rule, Clause):
        rule = rule.rule
    if isinstance(rule, AnyOf):
        return _flat(AnyOf, rule), False
    return _flat(AllOf, rule), True


def _flat(kind: type[AllOf | AnyOf], rule: Node) -> tuple[Node, ...]:
    if isinstance(rule, Clause):
        return _flat(kind, rule.rule)
    if isinstance(rule, AllOf | AnyOf) and type(rule) is kind:
        return tuple(inner for part in rule.parts for inner in _flat(kind, part))
    return (rule,)


def _step(part: Node, names: Names) -> Pair:
    """Return the pair of a part whose second side is only tried after the first."""
    match part:
        case Compare() | OneOf() | Has() | Known():
            return _read_once(part, _told(part.fact), names)
        case Not(Compare() | OneOf() | Has() | Known() as leaf):
            return _read_once(leaf, _told(leaf.fact), names, opposite=True)
        case _:
            return _pair(part, lambda leaf: pair_of(leaf, _told(leaf.fact), names))


def _read_once(leaf: Leaf, told: Told, names: Names, *, opposite: bool = False) -> Pair:
    """Return the pair of `leaf`, or its opposite, whose second side reads what the first kept."""
    first, second = (
        pair.swapped() if opposite else pair
        for pair in (
            pair_of(leaf, told, names),
            pair_of(leaf, Told(told.again, told.again), names),
        )
    )
    return Pair(first.met, second.not_met)


def _told(fact: AnyFact) -> Told:
    # Of yes and no, one test suffices most often: keeping the answer for a second would cost more.
    return Told(_read(fact), _read(fact)) if fact.type is FactType.BOOLEAN else _kept(fact)


def _kept(fact: AnyFact) -> Told:
    return Told(ast.NamedExpr(ast.Name("told", ast.Store()), _read(fact)), loaded("told"))


def _read(fact: AnyFact) -> ast.expr:
    return ast.Subscript(loaded("answers"), ast.Constant(fact.name), ast.Load())


def _pair(rule: Node, of_leaf: _OfLeaf) -> Pair:
    match rule:
        case Compare() | OneOf() | Has() | Known():
            return of_leaf(rule)
        case Not(part):
            return _pair(part, of_leaf).swapped()
        case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
            return _group(needed(rule), [_pair(part, of_leaf) for part in parts])
        case Clause():
            return _pair(rule.rule, of_leaf)
        case _:
            assert_never(rule)


def _group(count: int, pairs: Sequence[Pair]) -> Pair:
    """Return when `count` are met, and when so many are not that they cannot be."""
    return Pair(
        _at_least(count, [pair.met for pair in pairs]),
        _at_least(len(pairs) - count + 1, [pair.not_met for pair in pairs]),
    )


def _at_least(count: int, tests: Sequence[ast.expr]) -> ast.expr:
    if not 1 <= count <= len(tests):
        return ast.Constant(count < 1)
    if count in (1, len(tests)):
        return joined_by(ast.Or if count == 1 else ast.And, tests)
    total = tests[0]
    for test in tests[1:]:
        total = ast.BinOp(total, ast.Add(), test)
    return compared(total, ast.GtE, ast.Constant(count))


def _unsure(rule: Node, names: Names) -> ast.expr:
    """Return what answers where neither is known: unknown, unless an answer looks wrong."""
    tests = (looks_right(fact, _told(fact), names) for fact in facts_of(rule))
    right = joined_by(ast.And, (test for test in tests if test is not None))
    asked = called(names.of(partial(outcome, rule)), loaded("answers"))
    return ast.IfExp(right, names.of(Truth.UNKNOWN), asked)


def _chosen(pair: Pair, ways: Sequence[ast.expr]) -> ast.expr:
    """Return the expression for one of three things: met, not met, not known."""
    met, not_met, unknown = ways
    return ast.IfExp(pair.met, met, ast.IfExp(pair.not_met, not_met, unknown))


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _flag(name: str, *, value: bool) -> ast.stmt:
    return _assigned(name, ast.Constant(value=value))


def _assigned(name: str, value: ast.expr) -> ast.stmt:
    return ast.Assign([ast.Name(name, ast.Store())], value)


def _function(rule: Node, body: Sequence[ast.stmt], names: Names) -> FunctionType:
    """Return the function whose body reads `answers`, a `dict` that has every fact of `rule`."""
    facts = tuple(fact.name for fact in facts_of(rule))
    complete = called(names.of(partial(_complete, facts)), loaded("answers"))
    retry: list[ast.stmt] = [ast.Return(called(loaded("judge"), complete))]
    is_dict = compared(called(loaded("type"), loaded("answers")), ast.Is, names.of(dict))
    missing = ast.ExceptHandler(names.of(KeyError), None, retry)
    # A mapping that makes up what is missing must not turn an unknown answer into a known one.
    guarded = ast.If(is_dict, [ast.Try(list(body), [missing], [], [])], retry)
    names.values["judge"] = function = _made([guarded], names)
    return function


def _made(body: list[ast.stmt], names: Names) -> FunctionType:
    arguments = ast.arguments([], [ast.arg("answers")], None, [], [], None, [])
    stated = ast.FunctionDef("judge", arguments, body, [], None)
    module = ast.fix_missing_locations(ast.Module([stated], []))
    code = compile(module, "<compiled rule>", "exec")
    # The code of the function is taken out of the module, which itself never runs.
    inner = next(part for part in code.co_consts if isinstance(part, CodeType))
    return FunctionType(inner, names.values)


def _complete(names: Iterable[str], answers: Answers) -> dict[str, Answer]:
    return {name: answers.get(name) for name in names}
