"""The form in which two ways of writing the same phrase are equal."""

from __future__ import annotations

from unicodedata import combining, normalize

SHORTEST = 3
"""A word of so few letters is rather an abbreviation than a plural."""
_SIGNS = {"'": "", "\u2019": "", ".": "", "&": " and "}
_SPELLINGS = (("our", "or"), ("ll", "l"), ("mme", "m"))
"""Spellings beyond US English that count as the same."""


def folded(text: str) -> str:
    """Return `text` without case, accents, hyphens, points and the endings of plurals."""
    plain = (each for each in normalize("NFKD", text.casefold()) if not combining(each))
    spaced = "".join(each if each.isalnum() else _SIGNS.get(each, " ") for each in plain)
    return " ".join(map(_root, spaced.split()))


def _root(word: str) -> str:
    """Return a word without the ending of an English or Spanish plural, such as s, es or ies."""
    for spelled, plain in _SPELLINGS:
        word = word.replace(spelled, plain)
    if len(word) <= SHORTEST:
        return word
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    return word.removesuffix("s").removesuffix("e")
