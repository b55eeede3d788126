"""`iopkit terms` and `iopkit codes`: the words of the field, and other people's codes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from cyclopts import Parameter

from iopkit.catalog.loading import shipped
from iopkit.cli.answering import day_told
from iopkit.cli.screen import show, show_error
from iopkit.errors import NotInForce, NotShipped
from iopkit.law.crosswalks import name_of
from iopkit.report import phrases as say
from iopkit.report.words import code_lines, found_lines, kind_lines, kind_name, term_lines
from iopkit.vocabulary.kinds import TERM_KINDS
from iopkit.vocabulary.matching import from_text

FOUND, NOT_FOUND = 0, 1

Lang = Annotated[Literal["en", "es"], Parameter(help="The language of headings and notes.")]


def terms(
    word: Annotated[
        str | None, Parameter(help="A word, a kind such as care-level, or none.")
    ] = None,
    /,
    *,
    lang: Lang = "en",
) -> int:
    """Browse the words: all kinds, the terms of one kind, or what a word may mean.

    Exits with 0 when something is found, else with 1 and what may have been meant.
    """
    if word is None:
        show(kind_lines(lang))
        return FOUND
    kind = next((kind for kind in TERM_KINDS if kind_name(kind) == word), None)
    if kind is not None:
        show(term_lines(kind, lang))
        return FOUND
    found = from_text(word)
    if found.terms:
        show(found_lines(found.terms, lang))
        return FOUND
    show_error(f"{say.NO_SUCH_WORD(lang)}.")
    if found.suggestions:
        show_error(f"{say.DID_YOU_MEAN(lang)}: {', '.join(map(name_of, found.suggestions))}")
    return NOT_FOUND


def codes(
    code: Annotated[str, Parameter(help="A code of any system, such as 0905.")],
    /,
    *,
    on: Annotated[str, Parameter(help="The day for which to read it, YYYY-MM-DD.")],
    lang: Lang = "en",
) -> int:
    """Say what a code means on a day, in every system that has it.

    Exits with 0 when something is found, else with 1.
    """
    day = day_told(on, "--on")
    law = shipped()
    systems = law.systems(code)
    if not systems:
        raise NotShipped("code of any system", code, ())
    for system in systems:
        _show_code(system, code, day, lang)
    return FOUND


def _show_code(system: str, code: str, day: date, lang: str) -> None:
    law = shipped()
    try:
        found = law.terms(system, code, on=day)
    except NotInForce as error:
        show_error(f"{system}: {error}")
        return
    show(code_lines(found, lang, lambda source: law.source(source).citation))
