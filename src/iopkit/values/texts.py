"""Text that a member of the public reads, in English and in Spanish."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from iopkit.errors import InvalidValue

Language = Literal["en", "es"]
"""The languages that every text has."""


@frozen
class Text:
    """One text in both languages.

    `reviewed` says whether a person has reviewed the Spanish; reports in Spanish tell their
    readers where none has.

    Raises:
        InvalidValue: a language is missing.
    """

    en: str
    es: str
    reviewed: bool = False

    def __attrs_post_init__(self) -> None:
        if not self.en.strip() or not self.es.strip():
            raise InvalidValue("text", "words in English and in Spanish")

    def __call__(self, lang: str = "en") -> str:
        """Return the text in `lang`, `"en"` or `"es"`.

        Raises:
            InvalidValue: any other language.
        """
        if lang not in ("en", "es"):
            raise InvalidValue("language", "en or es")
        return self.es if lang == "es" else self.en

    def __str__(self) -> str:
        return self.en
