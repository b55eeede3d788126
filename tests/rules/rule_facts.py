"""Facts of no field, one of each type, that the tests of rules ask about."""

from __future__ import annotations

from datetime import date

from iopkit.rules import AnyFact, Clause, Fact, FactType, Node
from iopkit.values import Listing, Money, Term, Text


class Color(Term):
    """A closed list of four."""

    RED = "red", "red", "rojo"
    GREEN = "green", "green", "verde"
    BLUE = "blue", "blue", "azul"
    GRAY = "gray", "gray", "gris"


class Shape(Term):
    """Another list, whose terms are never colors."""

    ROUND = "round", "round", "redondo"


def asked(name: str) -> Text:
    """Return a question about `name`."""
    return Text(f"What about {name}?", f"¿Qué hay de {name}?")


A = Fact[bool](name="a", type=FactType.BOOLEAN, question=asked("a"))
B = Fact[bool](name="b", type=FactType.BOOLEAN, question=asked("b"))
C = Fact[bool](name="c", type=FactType.BOOLEAN, question=asked("c"))
AGE = Fact[int](
    name="person.age",
    type=FactType.WHOLE_NUMBER,
    unit="years",
    question=asked("age"),
    low=0,
    high=90,
)
MINUTES = Fact[int](
    name="plan.weekly-minutes", type=FactType.WHOLE_NUMBER, unit="minutes", question=asked("time")
)
FEE = Fact[Money](name="plan.fee", type=FactType.MONEY, question=asked("fee"))
START = Fact[date](name="plan.start", type=FactType.DATE, question=asked("start"))
COLOR = Fact[Color](name="plan.color", type=FactType.TERM, question=asked("color"), terms=Color)
COLORS = Fact[Listing[Color]](
    name="plan.colors", type=FactType.LISTING, question=asked("colors"), terms=Color
)
FACTS: dict[str, AnyFact] = {
    fact.name: fact for fact in (A, B, C, AGE, MINUTES, FEE, START, COLOR, COLORS)
}


def clause(rule: Node, name: str = "some-clause", source: str = "some-source") -> Clause:
    """Return a clause that states `rule`."""
    return Clause(name, Text("Something", "Algo"), rule, source)
