"""What can be wrong with the plain form of a rule, and what each says in both languages.

Rules describe no person, so that the messages show what was seen.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from attrs import evolve

from iopkit.rules.answers import AnyFact
from iopkit.rules.scalars import EXPECTED
from iopkit.rules.units import unit_text
from iopkit.values.problems import Problem
from iopkit.values.texts import Text

A_RULE = Text(
    "a rule, such as {fact: person.age, at-least: 18}",
    "una regla, como {fact: person.age, at-least: 18}",
)
ONE_GROUP = Text(
    "one group alone; put several rules under all-of or any-of",
    "un solo grupo; ponga varias reglas bajo all-of o any-of",
)
RULES = Text("a list of rules", "una lista de reglas")
TERMS = Text("a list of terms, such as [medicare]", "una lista de términos, como [medicare]")
_HOURS = re.compile(r"([0-9]{1,5}) ?(?:h|hours?|horas?)", re.ASCII)
WORDS = Text("words", "palabras")
ONE_COMPARISON = Text(
    "`fact` and one comparison, such as at-least; put several under all-of",
    "`fact` y una comparación, como at-least; ponga varias bajo all-of",
)


def mapping_of(keys: Iterable[str]) -> Text:
    """Return the words for a mapping with these keys."""
    listed = ", ".join(keys)
    return Text(f"a mapping with {listed}", f"un mapa con {listed}")


def shape(path: str, expected: Text) -> Problem:
    """Return the problem of data of another shape."""
    text = Text(f"expected {expected.en}", f"se esperaba {expected.es}")
    return Problem("rule-shape", text, path)


def value(path: str, expected: Text, seen: object) -> Problem:
    """Return the problem of a scalar that is written otherwise."""
    if isinstance(seen, str):
        return _expected("rule-value", path, expected, Text(repr(seen), repr(seen)))
    return _expected("rule-value", path, expected, Text("something else", "otra cosa"))


def bound(path: str, fact: AnyFact, seen: object) -> Problem:
    """Return the problem of a bound that is written otherwise, or in another unit than its fact."""
    expected = EXPECTED[fact.type]
    if fact.unit:
        unit = unit_text(fact.unit)
        expected = Text(f"{expected.en}, in {unit.en}", f"{expected.es}, en {unit.es}")
    problem = value(path, expected, seen)
    hours = _HOURS.fullmatch(seen) if isinstance(seen, str) else None
    if hours is None or not fact.unit.startswith("minutes"):
        return problem
    minutes = int(hours[1]) * 60
    en, es = f"{problem.text.en}; write {minutes}", f"{problem.text.es}; escriba {minutes}"
    return evolve(problem, text=Text(en, es))


def unknown_fact(path: str, name: object, facts: Collection[str]) -> Problem:
    """Return the problem of a fact that nobody defined."""
    expected = Text("the name of a fact", "el nombre de un dato")
    return _near("rule-unknown-fact", path, expected, (name, facts))


def unknown_term(path: str, fact: AnyFact, seen: object) -> Problem:
    """Return the problem of a term that the fact's list does not hold."""
    expected = Text(f"a term of {fact.name}", f"un término de {fact.name}")
    terms = fact.terms.values() if fact.terms else ()
    return _near("rule-unknown-term", path, expected, (seen, terms))


def unknown_key(path: str, key: str, keys: Collection[str]) -> Problem:
    """Return the problem of a key that has no meaning here."""
    expected = Text(f"no key but {', '.join(keys)}", f"ninguna clave sino {', '.join(keys)}")
    return _near("rule-unknown-key", path, expected, (key, keys))


def comparison(path: str, fact: AnyFact, key: str, keys: Collection[str]) -> Problem:
    """Return the problem of a comparison that does not go with the fact's type."""
    listed, kind = ", ".join(keys), fact.type.label
    expected = Text(
        f"{listed} for {fact.name}, whose answer is {kind.en}",
        f"{listed} para {fact.name}, cuya respuesta es {kind.es}",
    )
    return _expected("rule-comparison", path, expected, Text(repr(key), repr(key)))


def missing(path: str, key: str) -> Problem:
    """Return the problem of a key that must be there."""
    text = Text(
        f"expected the key {key}; add it, since nothing is assumed",
        f"se esperaba la clave {key}; agréguela, porque nada se supone",
    )
    return Problem("rule-missing-key", text, path)


def _expected(code: str, path: str, expected: Text, seen: Text) -> Problem:
    text = Text(
        f"expected {expected.en}, got {seen.en}",
        f"se esperaba {expected.es}, se leyó {seen.es}",
    )
    return Problem(code, text, path)


def _near(code: str, path: str, expected: Text, choice: tuple[object, Collection[str]]) -> Problem:
    seen, options = choice
    shown = repr(seen) if isinstance(seen, str) else "something else"
    close = get_close_matches(seen, options, n=3, cutoff=0.6) if isinstance(seen, str) else []
    near = ", ".join(close)
    text = Text(
        f"expected {expected.en}, got {shown}" + (f"; did you mean {near}?" if near else ""),
        f"se esperaba {expected.es}, se leyó {shown}" + (f"; ¿quiso decir {near}?" if near else ""),
    )
    return Problem(code, text, path)
