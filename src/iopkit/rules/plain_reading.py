"""Reading a rule from plain data, telling every problem and not only the first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeGuard, TypeVar

from attrs import Factory, frozen

from iopkit.rules import plain_problems as wrong
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
from iopkit.rules.scalars import EXPECTED, bound_of, term_of, whole_number, yes_or_no
from iopkit.rules.walking import joined
from iopkit.values.problems import Problem
from iopkit.values.terms import Term
from iopkit.values.texts import Text

T = TypeVar("T")

_GROUPS = ("all-of", "any-of", "at-least", "not", "clause")
_ORDER = (*Operator.values(), "known")
_COMPARISONS: Mapping[FactType, tuple[str, ...]] = {
    FactType.BOOLEAN: ("is", "known"),
    FactType.WHOLE_NUMBER: _ORDER,
    FactType.MONEY: _ORDER,
    FactType.DATE: _ORDER,
    FactType.TERM: ("one-of", "known"),
    FactType.LISTING: ("has", "known"),
}


@frozen
class PlainReader:
    """Reads rules about `facts`; each method returns `None` where it has told a problem."""

    facts: Mapping[str, AnyFact]
    problems: list[Problem] = Factory(list)

    def rule(self, data: object, path: str) -> Node | None:
        """Return the rule that `data` states."""
        if not _is_mapping(data) or not data:
            return self._refuse(wrong.shape(path, wrong.A_RULE))
        if "fact" in data:
            return self._leaf(data, path)
        key = next(iter(data))
        if not self._has_only(data, path, ("fact", *_GROUPS)):
            return None
        if len(data) > 1:
            return self._refuse(wrong.shape(path, wrong.ONE_GROUP))
        return self._group(key, data[key], joined(path, key))

    def _group(self, key: str, data: object, path: str) -> Node | None:
        match key:
            case "all-of":
                parts = self._rules(data, path)
                return None if parts is None else AllOf(parts)
            case "any-of":
                parts = self._rules(data, path)
                return None if parts is None else AnyOf(parts)
            case "at-least":
                return self._at_least(data, path)
            case "not":
                part = self.rule(data, path)
                return None if part is None else Not(part)
        return self._clause(data, path)

    def _rules(self, data: object, path: str) -> tuple[Node, ...] | None:
        if not _is_sequence(data):
            self._tell(wrong.shape(path, wrong.RULES))
            return None
        parts = [self.rule(part, f"{path}[{at}]") for at, part in enumerate(data)]
        found = tuple(part for part in parts if part is not None)
        return found if len(found) == len(parts) else None

    def _at_least(self, data: object, path: str) -> AtLeast | None:
        if not self._holds(data, path, ("count", "of")):
            return None
        count = self._under(data, "count", path, self._count)
        parts = self._under(data, "of", path, self._rules)
        return None if count is None or parts is None else AtLeast(count, parts)

    def _clause(self, data: object, path: str) -> Clause | None:
        if not self._holds(data, path, ("id", "label", "source", "rule"), ("section",)):
            return None
        name = self._under(data, "id", path, self._word)
        label = self._under(data, "label", path, self._label)
        source = self._under(data, "source", path, self._word)
        section = self._under(data, "section", path, self._word)
        rule = self._under(data, "rule", path, self.rule)
        if name is None or label is None or source is None or rule is None:
            return None
        return Clause(name, label, rule, source, section or "")

    def _label(self, data: object, path: str) -> Text | None:
        if not self._holds(data, path, ("en", "es"), ("reviewed",)):
            return None
        en = self._under(data, "en", path, self._word)
        es = self._under(data, "es", path, self._word)
        reviewed = self._under(data, "reviewed", path, self._answer)
        return None if en is None or es is None else Text(en, es, reviewed is True)

    def _under(
        self, data: Mapping[str, object], key: str, path: str, read: Callable[[object, str], T]
    ) -> T | None:
        return read(data[key], joined(path, key)) if key in data else None

    def _count(self, data: object, path: str) -> int | None:
        count = whole_number(data)
        if count is None:
            self._tell(wrong.value(path, EXPECTED[FactType.WHOLE_NUMBER], data))
        return count

    def _answer(self, data: object, path: str) -> bool | None:
        answer = yes_or_no(data)
        if answer is None:
            self._tell(wrong.value(path, EXPECTED[FactType.BOOLEAN], data))
        return answer

    def _word(self, data: object, path: str) -> str | None:
        if isinstance(data, str) and data.strip():
            return data
        self._tell(wrong.value(path, wrong.WORDS, data))
        return None

    def _leaf(self, data: Mapping[str, object], path: str) -> Node | None:
        name = data["fact"]
        fact = self.facts.get(name) if isinstance(name, str) else None
        if fact is None:
            return self._refuse(wrong.unknown_fact(joined(path, "fact"), name, self.facts))
        keys = _COMPARISONS[fact.type]
        asked = [key for key in data if key != "fact"]
        if len(asked) != 1:
            return self._refuse(wrong.shape(path, wrong.ONE_COMPARISON))
        if asked[0] not in keys:
            at = joined(path, asked[0])
            return self._refuse(wrong.comparison(at, fact, asked[0], keys))
        return self._comparison(fact, asked[0], data[asked[0]], joined(path, asked[0]))

    def _comparison(self, fact: AnyFact, key: str, data: object, path: str) -> Node | None:
        match key:
            case "is" | "known":
                return self._yes_or_no(fact, key, data, path)
            case "one-of":
                return self._one_of(fact, data, path)
            case "has":
                term = self._term(fact, data, path)
                return None if term is None else Has(fact, term)
        return self._compare(fact, Operator(key), data, path)

    def _yes_or_no(self, fact: AnyFact, key: str, data: object, path: str) -> Node | None:
        answer = self._answer(data, path)
        if answer is None:
            return None
        asked = Known(fact) if key == "known" else Compare(fact, Operator.EQUAL, bound=True)
        return asked if answer else Not(asked)

    def _compare(self, fact: AnyFact, operator: Operator, data: object, path: str) -> Node | None:
        bound = bound_of(fact, data)
        if bound is None:
            return self._refuse(wrong.bound(path, fact, data))
        return Compare(fact, operator, bound)

    def _one_of(self, fact: AnyFact, data: object, path: str) -> Node | None:
        if not _is_sequence(data):
            return self._refuse(wrong.shape(path, wrong.TERMS))
        terms = [self._term(fact, term, f"{path}[{at}]") for at, term in enumerate(data)]
        found = tuple(term for term in terms if term is not None)
        return OneOf(fact, found) if len(found) == len(terms) else None

    def _term(self, fact: AnyFact, data: object, path: str) -> Term | None:
        term = term_of(fact, data)
        if term is None:
            self._tell(wrong.unknown_term(path, fact, data))
        return term

    def _holds(
        self, data: object, path: str, keys: Collection[str], more: Collection[str] = ()
    ) -> TypeGuard[Mapping[str, object]]:
        if not _is_mapping(data):
            self._tell(wrong.shape(path, wrong.mapping_of(keys)))
            return False
        for key in keys:
            if key not in data:
                self._tell(wrong.missing(path, key))
        self._has_only(data, path, (*keys, *more))
        return True

    def _has_only(self, data: Mapping[str, object], path: str, keys: Collection[str]) -> bool:
        strange = [key for key in data if key not in keys]
        for key in strange:
            self._tell(wrong.unknown_key(joined(path, key), key, keys))
        return not strange

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)

    def _refuse(self, problem: Problem) -> Node | None:
        self.problems.append(problem)
        return None


def _is_mapping(data: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(data, Mapping) and all(isinstance(key, str) for key in data)


def _is_sequence(data: object) -> TypeGuard[Sequence[object]]:
    return isinstance(data, Sequence) and not isinstance(data, str | bytes)
