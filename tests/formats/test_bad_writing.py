"""Documents whose very writing is refused, in YAML and in JSON."""

from __future__ import annotations

import pytest
from tests.formats.bad_input import problems_of

from iopkit.model import Case, Program

YAML_REMEDY = "check the indentation, quotes, colons and brackets just before"
TEXT_REMEDY = "check that it is a text file, and save it as UTF-8"
NO_ALIAS = "expected no anchors and no aliases; write the value out at each place"

BAD = {
    "a duplicate key beside other problems": (
        Program,
        "id: a\nschedule:\n  sessions:\n    - {days: [mon], days: [tue], end: 9pm}\nid: b\n",
        [
            (
                "<text>:4:21: schedule.sessions[0]: expected each key once, got 'days'; "
                "keep one of them"
            ),
            "<text>:4:39: schedule.sessions[0].end: expected a time HH:MM, got '9pm'; write 21:00",
            "<text>:5:1: expected each key once, got 'id'; keep one of them",
        ],
    ),
    "anchors, aliases and tags": (
        Program,
        "id: &it a\nname: *it\noperator: !!str b\nnote: ! c\nmin_age: x\n",
        [
            f"<text>:1:5: id: {NO_ALIAS}",
            f"<text>:2:7: name: {NO_ALIAS}",
            "<text>:3:11: operator: expected no tags; take out the part that starts with !",
            "<text>:4:7: note: expected no tags; take out the part that starts with !",
            "<text>:5:10: min_age: expected a whole number, got 'x'",
        ],
    ),
    "keys that are no text": (
        Program,
        "id: a\n? [b]\n: c\n~: d\n",
        [
            "<text>:2:3: expected a key that is text; write one word before the colon",
            "<text>:4:1: expected a key that is text; write one word before the colon",
        ],
    ),
    "two documents": (
        Program,
        "id: a\nmin_age: x\n---\nid: b\n",
        [
            "<text>:2:10: min_age: expected a whole number, got 'x'",
            "<text>:3:1: expected one document; put each into a file of its own",
        ],
    ),
    "broken writing": (
        Program,
        "id: a\nname: 'unfinished\n",
        [f"<text>:3:1: expected well-formed YAML here; {YAML_REMEDY}"],
    ),
    "an empty document": (
        Case,
        "# nothing yet\n",
        [
            (
                "<text>: expected a document with keys and values; "
                "write at least one key, or {} where nothing is known"
            )
        ],
    ),
    "too deep": (
        Program,
        "id: a\nname: " + "[" * 100,
        ["<text>:2:70: expected at most 64 levels; check the brackets and the indentation"],
    ),
    "too many values": (
        Program,
        "closed_on: [" + "a, " * 100_000,
        [
            (
                "<text>:1:300004: expected at most 100,000 values, with all files that it "
                "refers to; "
                "check that it is the right file"
            )
        ],
    ),
    "too large": (
        Program,
        "id: a\n" + "#" * 1_048_576,
        [
            (
                "<text>: expected at most 1 MiB, with all files that it refers to; "
                "check that it is the right file"
            )
        ],
    ),
    "bytes that are no text": (
        Program,
        b"id: a\nname: caf\xe9\n",
        [f"<text>:2:10: expected text in UTF-8 without control characters; {TEXT_REMEDY}"],
    ),
    "half a character": (
        Program,
        "id: \ud800\n",
        [f"<text>:1:5: expected text in UTF-8 without control characters; {TEXT_REMEDY}"],
    ),
    "a binary": (
        Program,
        b"\x7fELF\x02\x01\x01\x00",
        [f"<text>:1:1: expected text in UTF-8 without control characters; {TEXT_REMEDY}"],
    ),
}


@pytest.mark.parametrize(("kind", "source", "messages"), BAD.values(), ids=BAD)
def test_bad_writing_is_told_whole_and_in_order(
    kind: type, source: str | bytes, messages: list[str]
) -> None:
    assert problems_of(kind, source) == messages


JSON = {
    "broken writing": (
        Program,
        '{"id": "a",\n "name": }',
        [
            (
                "<text>:2:10: expected well-formed JSON here; "
                "check the quotes, commas and brackets just before"
            )
        ],
    ),
    "a number that is none": (
        Program,
        '{"id": "NaN", "min_age":\n  -Infinity}',
        [
            (
                "<text>:2:3: expected well-formed JSON here; "
                "check the quotes, commas and brackets just before"
            )
        ],
    ),
    "a duplicate key and wrong types": (
        Program,
        (
            '{"id": "a", "min_age": 1.5,\n "id": "b", "schedule": {"sessions": [{"days": ["mon"],\n'
            '  "start": "6pm"}]}, "name": "\\ud800"}'
        ),
        [
            "<text>:1:24: min_age: expected a whole number, got '1.5'",
            "<text>:2:2: expected each key once, got 'id'; keep one of them",
            (
                "<text>:3:12: schedule.sessions[0].start: expected a time HH:MM, got '6pm'; "
                "write 18:00"
            ),
            f"<text>:3:30: name: expected text in UTF-8 without control characters; {TEXT_REMEDY}",
        ],
    ),
    "too deep": (
        Program,
        "[" * 100_000,
        ["<text>:1:65: expected at most 64 levels; check the brackets and the indentation"],
    ),
    "nothing": (
        Case,
        "null",
        [
            (
                "<text>: expected a document with keys and values; "
                "write at least one key, or {} where nothing is known"
            )
        ],
    ),
}


@pytest.mark.parametrize(("kind", "source", "messages"), JSON.values(), ids=JSON)
def test_bad_json_is_told_whole_and_in_order(kind: type, source: str, messages: list[str]) -> None:
    assert problems_of(kind, source, format="json") == messages


def test_an_anchor_bomb_is_refused_without_being_expanded() -> None:
    levels = [f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]" for i in range(1, 30)]
    bomb = "\n".join(["l0: &l0 boom", *levels])

    messages = problems_of(Program, bomb)

    assert messages[2] == f"<text>:1:5: l0: {NO_ALIAS}"
    assert sum(message.endswith(NO_ALIAS) for message in messages) == 29 + 29 * 9 + 1
    assert len(messages) == 30 + 29 * 9 + 30 + 1
