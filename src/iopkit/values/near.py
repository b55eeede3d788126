"""Ids that are near one that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_MOST = 5


def near_ids(wanted: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Return those of `ids` that `wanted` may stand for, the nearest first; there may be none.

    They have every word of it, such as `virginia-medicaid/iop` for `virginia/iop`, or are spelled
    much like it.
    """
    every, words = tuple(ids), _words(wanted)
    holding = [each for each in every if words and words <= _words(each)]
    holding.sort(key=lambda each: SequenceMatcher(None, each, wanted).ratio(), reverse=True)
    return tuple(dict.fromkeys((*holding, *get_close_matches(wanted, every))))[:_MOST]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
