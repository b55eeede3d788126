"""How to draw any value that a document can tell, from the annotations of its class."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import Any, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, evolve, fields
from hypothesis import reject
from hypothesis import strategies as st

from iopkit.errors import InvalidValue
from iopkit.facts import FACTS
from iopkit.law import AmountSeries, AmountValue, Ladder, RuleSet
from iopkit.rules.answers import AnyFact, FactType
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
    Operator,
)
from iopkit.values import Dated, DatedEntry, Listing, Money, Period, Share, Span, Term, Text
from iopkit.vocabulary import AmountUnit

NASTY = ("", " ", "null", "~", "no", "18:00", "0905", "- a", "a: b", "#", "'", '"', "&a", "!a")
WORDS = st.one_of(st.sampled_from(NASTY), st.text(max_size=30))
SOME_WORDS = WORDS.filter(str.strip)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
DECIMALS = st.decimals(0, 10**6, places=3)
MONEY = st.builds(Money, st.integers(-(10**9), 10**9))
PERIODS = st.builds(
    lambda start, days: Period(start, days and date.fromordinal(start.toordinal() + days)),
    DAYS,
    st.none() | st.integers(1, 5_000),
)
PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: WORDS,
    int: st.integers(0, 100),
    bool: st.booleans(),
    date: DAYS,
    time: st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    Decimal: DECIMALS,
    Money: MONEY,
    Share: st.builds(Share, st.integers(0, 10_000)),
    Period: PERIODS,
}
AMOUNT_KINDS: dict[AmountUnit, type] = {
    AmountUnit.USD: Money,
    AmountUnit.USD_PER_YEAR: Money,
    AmountUnit.USD_PER_MONTH: Money,
    AmountUnit.USD_PER_DAY: Money,
    AmountUnit.USD_PER_SERVICE: Money,
    AmountUnit.USD_PER_BENEFIT_PERIOD: Money,
    AmountUnit.SHARE: Share,
    AmountUnit.SHARE_OF_PAYMENT: Share,
    AmountUnit.SHARE_OF_INCOME: Share,
    AmountUnit.PERCENT_OF_POVERTY: Decimal,
    AmountUnit.DISCOUNT_CLASSES: Decimal,
    AmountUnit.BUSINESS_DAYS: Decimal,
    AmountUnit.CENTS_PER_MILE: Decimal,
    AmountUnit.DAY_RULE: str,
    AmountUnit.PHONE_NUMBER: str,
}


_PRIMITIVE = [
    fact
    for fact in FACTS.values()
    if not any(fact.tells_of(other) for other in FACTS.values() if other is not fact)
]
"""Facts of which none tells anything of another."""


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for the values of an annotation."""
    origin, parts = get_origin(kind), get_args(kind)
    if kind in PLAIN:
        found = PLAIN[kind]
    elif origin in (Union, types.UnionType):
        found = _union(parts)
    elif origin is tuple:
        found = st.lists(values_of(parts[0]), max_size=3).map(tuple)
    elif origin is Listing:
        found = listings(values_of(parts[0]))
    elif origin is Span:
        found = spans(values_of(parts[0]))
    elif kind in _DRAWN:
        found = _DRAWN[kind]()
    elif issubclass(kind, Term):
        found = st.sampled_from(list(kind))
    else:
        found = instances(kind)
    return found


def _union(parts: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    kinds = [part for part in parts if part is not type(None)]
    one: st.SearchStrategy[Any]
    if set(kinds) == set(get_args(Node)):
        one = rules()
    elif kinds == [str]:
        one = SOME_WORDS
    else:
        one = st.one_of(*map(values_of, kinds))
    return st.none() | one if len(kinds) < len(parts) else one


@st.composite
def listings(draw: st.DrawFn, inner: st.SearchStrategy[Any]) -> Listing[Any]:
    """Draw what is present and what is absent, never the same."""
    things = draw(st.lists(inner, max_size=5, unique=True))
    cut = draw(st.integers(0, len(things)))
    return Listing(tuple(things[:cut]), tuple(things[cut:]), draw(st.booleans()))


@st.composite
def spans(draw: st.DrawFn, inner: st.SearchStrategy[Any]) -> Span[Any]:
    """Draw two ends in order, either of them perhaps not known."""
    low, high = sorted([draw(inner), draw(inner)])
    ends = st.sampled_from([(low, high), (low, low), (None, high), (low, None), (None, None)])
    return Span(*draw(ends), *draw(st.tuples() | st.tuples(values_of(get_basis()))))


def get_basis() -> Any:
    """Return the type of a span's basis."""
    return get_type_hints(Span)["basis"]


@st.composite
def instances(draw: st.DrawFn, kind: type) -> Any:
    """Draw an instance; where optional fields contradict one another, the least of it."""
    hints = get_type_hints(kind)
    told: dict[str, Any] = {}
    for field in fields(kind):
        if field.default is NOTHING or draw(st.booleans()):
            told[field.name] = draw(values_of(hints[field.name]))
    needed = {f.name: told[f.name] for f in fields(kind) if f.default is NOTHING}
    bare = {name: () if isinstance(value, tuple) else value for name, value in needed.items()}
    for least in (told, needed, bare):
        try:
            return kind(**least)
        except InvalidValue:
            continue
    return reject()


@st.composite
def amount_series(draw: st.DrawFn) -> AmountSeries:
    """Draw a series whose values are of the type that its unit asks for."""
    unit = draw(st.sampled_from(list(AmountUnit)))
    values = values_of(AMOUNT_KINDS[unit])
    starts = sorted(draw(st.sets(st.integers(2000, 2040), max_size=4)))
    entries: list[DatedEntry[AmountValue]] = [
        DatedEntry(Period.calendar_year(year), draw(values), draw(WORDS), draw(WORDS))
        for year in starts
    ]
    name = draw(WORDS)
    return AmountSeries(
        id=name,
        title=draw(instances(Text)),
        unit=unit,
        values=Dated(entries, name),
        limitations=tuple(draw(st.lists(instances(Text), max_size=2))),
    )


@st.composite
def laws(draw: st.DrawFn, kind: type[RuleSet | Ladder]) -> RuleSet | Ladder:
    """Draw a rule set or a ladder that can be meant: each of its clauses asks its own facts."""
    law: RuleSet | Ladder = draw(instances(kind))
    held = list(_clauses_of(law))
    facts = iter(draw(st.permutations(_PRIMITIVE)))
    fresh = [_meant(draw, f"clause-{at}", clause, facts) for at, clause in enumerate(held)]
    following = iter(fresh)
    if isinstance(law, Ladder):
        needs = tuple(evolve(need, clause=next(following)) for need in law.needs)
        beside = tuple(next(following) for _ in law.beside)
        return evolve(law, needs=needs, beside=beside, barriers=tuple(following))
    clauses = tuple(next(following) for _ in law.clauses)
    applies = None if law.applies is None else draw(_deciding(next(facts)))
    sources = tuple({source.id: source for source in law.sources}.values())
    advisories = tuple(following)
    return evolve(law, clauses=clauses, advisories=advisories, applies=applies, sources=sources)


def _clauses_of(law: RuleSet | Ladder) -> Iterator[Clause]:
    if isinstance(law, Ladder):
        yield from (need.clause for need in law.needs)
        yield from (*law.beside, *law.barriers)
    else:
        yield from (*law.clauses, *law.advisories)


def _meant(draw: st.DrawFn, name: str, clause: Clause, facts: Iterator[AnyFact]) -> Clause:
    leaves = [draw(_deciding(next(facts))) for _ in range(draw(st.integers(1, 3)))]
    signed = [Not(leaf) if draw(st.booleans()) else leaf for leaf in leaves]
    groups: list[Node] = [AllOf(signed), AnyOf(signed), AtLeast(len(signed), signed)]
    rule = signed[0] if len(signed) == 1 else draw(st.sampled_from(groups))
    return evolve(clause, id=name, rule=rule, source=clause.source.strip() or "source")


def _deciding(fact: AnyFact) -> st.SearchStrategy[Node]:
    """Draw a leaf about `fact` that some answers meet and others do not."""
    low = max((fact.low or 0) + 1, fact.least_bound or 0)
    terms = st.sampled_from(list(fact.terms or ()))
    match fact.type:
        case FactType.BOOLEAN:
            return st.just(Compare(fact, Operator.EQUAL, bound=True))
        case FactType.TERM:
            return terms.map(lambda term: OneOf(fact, [term]))
        case FactType.LISTING:
            return terms.map(lambda term: Has(fact, term))
    bounds = st.integers(low, (fact.high or low + 9) - 1)
    return st.builds(Compare, st.just(fact), st.sampled_from(list(Operator)), bounds)


def rules() -> st.SearchStrategy[Node]:
    """Return a strategy for rules about the facts that there are."""
    leaves = st.sampled_from(list(FACTS.values())).flatmap(_leaf)
    return st.recursive(leaves, _grouped, max_leaves=6)


def _leaf(fact: AnyFact) -> st.SearchStrategy[Node]:
    known: st.SearchStrategy[Node] = st.just(Known(fact))
    terms = st.sampled_from(list(fact.terms or ()))
    match fact.type:
        case FactType.BOOLEAN:
            return known | st.just(Compare(fact, Operator.EQUAL, bound=True))
        case FactType.TERM:
            return known | st.lists(terms, min_size=1, max_size=3, unique=True).map(
                lambda chosen: OneOf(fact, chosen)
            )
        case FactType.LISTING:
            return known | terms.map(lambda term: Has(fact, term))
    bounds = {FactType.WHOLE_NUMBER: st.integers(0, 2_000), FactType.DATE: DAYS}
    bound = bounds.get(fact.type, MONEY)
    return known | st.builds(Compare, st.just(fact), st.sampled_from(list(Operator)), bound)


def _grouped(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(inner, min_size=1, max_size=3)
    labels = st.builds(Text, SOME_WORDS, SOME_WORDS, st.booleans())
    return st.one_of(
        inner.map(Not),
        parts.map(AllOf),
        parts.map(AnyOf),
        parts.map(lambda some: AtLeast(len(some), some)),
        st.builds(Clause, SOME_WORDS, labels, inner, SOME_WORDS, SOME_WORDS | st.just("")),
    )


_DRAWN: dict[object, Callable[[], st.SearchStrategy[Any]]] = {
    AmountSeries: amount_series,
    RuleSet: partial(laws, RuleSet),
    Ladder: partial(laws, Ladder),
}
