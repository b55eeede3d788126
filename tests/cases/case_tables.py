"""The tables of cases: what is given, and what must come out.  README.md tells the format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from attrs import frozen
from tests.cases.telling import Unreadable, tellings_of

from iopkit.errors import InvalidValue
from iopkit.rules.answers import Answers
from iopkit.rules.scalars import whole_number
from iopkit.rules.truth import Truth
from iopkit.values.periods import parse_day
from iopkit.vocabulary.care import CareLevel

FOLDER = Path(__file__).parent
NOT_IN_FORCE = "not-in-force"

Wanted: TypeAlias = Mapping[str, str | frozenset[str]]
"""What must come out, key by key: one word, or ids."""

_LISTS = ("fails", "open", "advises", "present")
_WORDS = {
    "expected": (*Truth.values(), NOT_IN_FORCE),
    "applies": Truth.values(),
    "at-least": CareLevel.values(),
    "at-most": CareLevel.values(),
}
_KEYS = {
    "rules": ("expected", "fails", "open", "applies", "advises"),
    "ladder": ("expected", "at-least", "at-most", "present", "open"),
}
_ALWAYS = {"rules": ("fails", "open", "advises"), "ladder": ("present", "open")}
_CLOCK = ("first-on-time", "first-late", "on-time", "late")


@frozen(kw_only=True)
class Row:
    """One case of a table; `tellings` are the sets of answers for each of which it holds.

    `wanted` has the ids that no list names as an empty list, and is `not-in-force` alone where no
    version is.
    """

    table: str
    kind: str
    id: str
    on: date
    name: str
    tellings: tuple[Answers, ...]
    wanted: Wanted

    @property
    def is_in_force(self) -> bool:
        """Whether some version is in force on the day of the case."""
        return self.wanted.get("expected") != NOT_IN_FORCE

    def __str__(self) -> str:
        return f"{self.table}: {self.name}"


@frozen(kw_only=True)
class ReviewRow:
    """Days on which a review is still on time, and days on which it is late.

    The `first` ones are numbers of the day of care, the others days since the review before.
    """

    table: str
    id: str
    on: date
    review: str
    days: Mapping[str, tuple[int, ...]]

    def __str__(self) -> str:
        return f"{self.table}: review {self.review}"


@frozen(kw_only=True)
class Table:
    """One file: its cases, and what is wrong with it, for which cases are left out."""

    file: str
    kind: str
    id: str
    rows: tuple[Row, ...]
    reviews: tuple[ReviewRow, ...]
    facts: frozenset[str]
    problems: tuple[str, ...]

    def __str__(self) -> str:
        return self.file


@cache
def tables() -> tuple[Table, ...]:
    """Return every table, by file."""
    return tuple(
        table_of(file.name, file.read_text(encoding="utf-8"))
        for file in sorted(FOLDER.glob("*.yaml"))
    )


def rows(kind: str) -> tuple[Row, ...]:
    """Return the cases of every table that decides a `kind`, `"rules"` or `"ladder"`."""
    return tuple(row for table in tables() for row in table.rows if row.kind == kind)


def table_of(file: str, text: str) -> Table:
    """Return the table that `text` writes; nothing of it stops another table."""
    reader = _Reader(file)
    try:
        return reader.table(text)
    except (Unreadable, yaml.YAMLError) as problem:
        reader.problems.append(f"{file}: {problem}")
        return reader.result((), ())


class _Reader:
    """Reads one file, and tells every problem of it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.kind = self.id = ""
        self.day: str | None = None
        self.facts: set[str] = set()
        self.problems: list[str] = []

    def table(self, text: str) -> Table:
        top = _plain(yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
        _check_keys(top, ("decides", "on", "given", "cases", "reviews"))
        self.kind, _, self.id = str(top.get("decides", "")).partition(" ")
        if self.kind not in _KEYS or not self.id:
            raise Unreadable("decides: expected `rules <id>` or `ladder <id>`")
        self.day = top.get("on")
        given, cases = top.get("given", {}), top.get("cases", [])
        twice = [name for name, times in Counter(map(_name, cases)).items() if times > 1]
        self.problems += [f"{self.file}: expected each name once: {name}" for name in twice]
        rows = [row for case in cases for row in self._tried(case, self._row, given)]
        clocks = [row for told in top.get("reviews", []) for row in self._tried(told, self._clock)]
        return self.result(tuple(rows), tuple(clocks))

    def result(self, rows: tuple[Row, ...], reviews: tuple[ReviewRow, ...]) -> Table:
        return Table(
            file=self.file,
            kind=self.kind,
            id=self.id,
            rows=rows,
            reviews=reviews,
            facts=frozenset(self.facts),
            problems=tuple(self.problems),
        )

    def _tried(self, told: Any, read: Any, *more: Any) -> Iterator[Any]:
        try:
            yield read(told, *more)
        except Unreadable as problem:
            self.problems.append(f"{self.file}: {_name(told)}: {problem}")

    def _row(self, case: Any, shared: dict[str, Any]) -> Row:
        _check_keys(case, ("name", "on", "given", *_KEYS[self.kind]))
        wanted = _wanted(self.kind, case)
        given = {**shared, **case.get("given", {})}
        self.facts |= given.keys()
        return Row(
            table=self.file,
            kind=self.kind,
            id=self.id,
            on=self._on(case),
            name=_name(case),
            tellings=tellings_of(given),
            wanted=wanted,
        )

    def _clock(self, told: Any) -> ReviewRow:
        _check_keys(told, ("review", "on", *_CLOCK))
        days = {key: _days(key, told[key]) for key in _CLOCK if key in told}
        if "review" not in told or not days:
            raise Unreadable(f"expected `review` and days under {', '.join(_CLOCK)}")
        return ReviewRow(
            table=self.file, id=self.id, on=self._on(told), review=told["review"], days=days
        )

    def _on(self, told: dict[str, Any]) -> date:
        try:
            return parse_day(str(told.get("on", self.day)))
        except InvalidValue:
            raise Unreadable("on: expected a day YYYY-MM-DD, here or for the table") from None


def _wanted(kind: str, case: dict[str, Any]) -> Wanted:
    told = {key: case[key] for key in _KEYS[kind] if key in case}
    _check_words(told)
    if told.get("expected") == NOT_IN_FORCE:
        if len(told) > 1 or "given" in case:
            raise Unreadable("expected `not-in-force` alone, with no `given` and no other outcome")
        return told
    if kind == "ladder" and ("expected" in told or not {"at-least", "at-most"} <= told.keys()):
        raise Unreadable("expected `at-least` and `at-most`, or `expected: not-in-force`")
    if kind == "rules" and "expected" not in told and told.keys() != {"applies"}:
        raise Unreadable("expected `expected`, or `applies` alone")
    if told.keys() == {"applies"}:
        return told
    return {**told, **{key: frozenset(case.get(key, ())) for key in _ALWAYS[kind]}}


def _check_words(told: dict[str, Any]) -> None:
    for key, words in _WORDS.items():
        if key in told and told[key] not in words:
            raise Unreadable(f"{key}: expected one of {', '.join(words)}; got {told[key]!r}")
    for key in _LISTS:
        if key in told and not isinstance(told[key], list):
            raise Unreadable(f"{key}: expected a list of ids, such as [{told[key]}]")


def _days(key: str, said: Any) -> tuple[int, ...]:
    days = [whole_number(day) for day in said] if isinstance(said, list) else []
    if not days or None in days:
        raise Unreadable(f"{key}: expected a list of whole numbers of days, such as [60]")
    return tuple(day for day in days if day is not None)


def _check_keys(told: Any, keys: tuple[str, ...]) -> None:
    if not isinstance(told, dict):
        raise Unreadable(f"expected a mapping with {', '.join(keys)}")
    for key in told:
        if key not in keys:
            raise Unreadable(f"there is no key {key}; there are {', '.join(keys)}")


def _name(told: Any) -> str:
    named = told if isinstance(told, dict) else {}
    return str(named.get("name") or named.get("review") or "a case without a name")


def _plain(node: yaml.Node | None) -> Any:
    match node:
        case yaml.SequenceNode():
            return [_plain(part) for part in node.value]
        case yaml.MappingNode():
            pairs = [(key.value, _plain(value)) for key, value in node.value]
            twice = [key for key, times in Counter(key for key, _ in pairs).items() if times > 1]
            if twice:
                line = node.start_mark.line + 1
                raise Unreadable(f"line {line}: expected each key once: {', '.join(twice)}")
            return dict(pairs)
        case yaml.ScalarNode():
            return node.value
    return None
