"""The table of codes is the whole of what reading can say."""

from __future__ import annotations

import re
from pathlib import Path

import iopkit.formats
from iopkit.formats.messages import CODES, wording
from iopkit.values import Text


def test_the_table_holds_exactly_the_codes_that_are_used() -> None:
    folder = Path(iopkit.formats.__file__).parent
    source = "".join(
        file.read_text(encoding="utf-8")
        for file in folder.glob("*.py")
        if file.name != "messages.py"
    )

    used = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source)) - {"utf-8"}

    assert used == set(CODES)


def test_a_message_says_what_was_expected_and_seen_and_what_to_do() -> None:
    text = wording(
        "missing-key",
        what=Text("'id'", "'id'"),
        seen=Text("nothing", "nada"),
        remedy=Text("write it", "escríbala"),
    )

    assert text.en == "expected the key 'id', got nothing; write it"
    assert text.es == "se esperaba la clave 'id', se leyó nada; escríbala"
