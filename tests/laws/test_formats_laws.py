"""Documents: what is dumped reads back equal, and nothing that is read ever escapes as a crash."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.strategies_documents import instances, values_of

from iopkit.formats import JsonValue, dump, read, to_data
from iopkit.formats.files import NOT_TEXT
from iopkit.formats.json_text import compose_json
from iopkit.formats.trees import Composed, Entries, Items, Refused, Scalar, Tree
from iopkit.formats.yaml_text import FAST, PURE, compose_yaml, written_yaml
from iopkit.law import AmountSeries, FeeFor, Ladder, RuleSet
from iopkit.model import (
    Accumulators,
    Case,
    ClaimLine,
    Episode,
    HealthPlan,
    Person,
    PriceList,
    Program,
    Schedule,
    TreatmentPlan,
)
from iopkit.values import DocumentError, Source, Text

KINDS = (
    Accumulators,
    AmountSeries,
    Case,
    ClaimLine,
    Episode,
    FeeFor,
    HealthPlan,
    Ladder,
    Person,
    PriceList,
    Program,
    RuleSet,
    Schedule,
    Source,
    Text,
    TreatmentPlan,
)
SIGNS = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "-",
    "&",
    "*",
    "!",
    "'",
    '"',
    "#",
    "|",
    ">",
    "?",
    "%",
    "<<",
    "~",
    "\\u",
    "\\U",
    "@",
    "`",
    "=",
    "\\",
]
SPACES = (" ", "  ", "\n", "\n  ", "\t", "\r", "\x85", "\ufeff", "\x00", "\ud800")
PARTS = (": ", ", ", "- ", "? ", "&a", "*a", "!t", "---\n", "...\n", "%YAML 1.1\n", "null", "yes")
KEYS = [
    "id",
    "person",
    "age",
    "program",
    "file",
    "schedule",
    "clauses",
    "rule",
    "fact",
    "1",
    "x",
    "NaN",
    "1e999",
    "true",
]
FRAGMENTS = st.sampled_from([*SIGNS, *SPACES, *PARTS, *KEYS])
TEXTS = st.text(max_size=60) | st.lists(FRAGMENTS, max_size=25).map("".join)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_what_is_dumped_reads_back_equal(kind: type, data: st.DataObject) -> None:
    value = data.draw(values_of(kind))

    assert read(kind, dump(value)) == value
    assert read(kind, dump(value, format="json"), format="json") == value
    assert dump(read(kind, dump(value))) == dump(value)


@pytest.mark.parametrize("kind", [Case, Program, RuleSet, AmountSeries])
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_data_is_what_json_can_hold_and_says_no_float(kind: type, data: st.DataObject) -> None:
    told = to_data(data.draw(values_of(kind)), lang="es")

    assert json.loads(json.dumps(told)) == told
    assert "float" not in types_in(told)


def types_in(data: JsonValue) -> set[str]:
    match data:
        case dict():
            return {"dict"}.union(*map(types_in, data.values()))
        case list():
            return {"list"}.union(*map(types_in, data))
    return {type(data).__name__}


@settings(max_examples=300, deadline=None)
@given(
    kind=st.sampled_from([Case, Program, RuleSet, AmountSeries]),
    source=TEXTS
    | st.binary(max_size=60)
    | TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass")),
    language=st.sampled_from(["yaml", "json"]),
)
def test_reading_anything_at_all_gives_a_value_or_located_problems(
    kind: type, source: str | bytes, language: Any
) -> None:
    try:
        read(kind, source, format=language)
    except DocumentError as error:
        problems = error.problems
    else:
        problems = ()

    assert all(problem.place and "\n" not in str(problem) for problem in problems)


@settings(max_examples=100, deadline=None)
@given(data=st.data(), kind=st.sampled_from([Case, Program, RuleSet]))
def test_a_damaged_document_gives_a_value_or_located_problems(
    data: st.DataObject, kind: type
) -> None:
    text = dump(data.draw(instances(kind)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 10)))
    damaged = text[:start] + data.draw(TEXTS) + text[end:]

    try:
        read(kind, damaged)
    except DocumentError as error:
        assert error.problems  # noqa: PT017  # both ends are right; only a crash is not


@settings(max_examples=500, deadline=None)
@given(text=TEXTS.filter(lambda text: not NOT_TEXT.search(text)))
def test_the_fast_loader_and_the_pure_one_read_the_same(text: str) -> None:
    fast, pure = compose_yaml(text, FAST), compose_yaml(text, PURE)

    assert plain(fast) == plain(pure)


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        ),
    )
)
def test_the_same_data_is_read_from_yaml_and_from_json(data: Any) -> None:
    text = written_yaml(data)

    assert plain(compose_yaml(text)) == plain(compose_json(json.dumps(data))) == data


def plain(composed: Composed) -> object:
    return "refused" if composed.flaws or not composed.tree else plain_tree(composed.tree)


def plain_tree(tree: Tree) -> object:
    match tree:
        case Scalar(text, _, _):
            return text
        case Items(items, _, _):
            return [plain_tree(item) for item in items]
        case Entries(entries, _, _):
            return {key: plain_tree(entry.value) for key, entry in entries.items()}
        case Refused():
            return "refused"


@pytest.mark.parametrize("text", ["|#", "a: >+2#x\n  b", "\ufeffa: |-#\n b"])
def test_a_comment_that_touches_a_block_of_text_is_refused_by_both_loaders(text: str) -> None:
    for loader in (FAST, PURE):
        assert plain(compose_yaml(text, loader)) == "refused"
