"""Words about an IOP, said of another level of care."""

from __future__ import annotations

from collections.abc import Iterable

from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel

_IN_EN = ("an IOP day", "an intensive outpatient program", "IOP")
_IN_ES = ("un día de IOP", "un programa ambulatorio intensivo", "IOP")


def in_care(text: Text, level: CareLevel | None) -> Text:
    """Return words about an IOP in the own words of the level of a program.

    >>> in_care(Text("IOP, full charge", "IOP, cargo completo"), CareLevel.PHP).en
    'PHP, full charge'
    """
    if level is None or level is CareLevel.IOP or not any(old in text.en for old in _IN_EN):
        return text
    en, es = (_short(label) for label in (level.label.en, level.label.es))
    return Text(
        _replaced(text.en, _IN_EN, (f"a day of {en}", en, en)),
        _replaced(text.es, _IN_ES, (f"un día de {es}", es, es)),
    )


def _short(label: str) -> str:
    """Return the abbreviation that a label gives in parentheses, else the label."""
    name, opened, within = label.rstrip(")").partition(" (")
    return within if opened else name


def _replaced(text: str, olds: Iterable[str], news: Iterable[str]) -> str:
    for old, new in zip(olds, news, strict=True):
        text = text.replace(old, new)
    return text[:1].upper() + text[1:]
