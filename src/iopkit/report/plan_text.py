"""How the words of a plan are put together, in both languages at once."""

from __future__ import annotations

from collections.abc import Iterable

from iopkit.report import plan_phrases as say
from iopkit.values.money import Money
from iopkit.values.texts import Text


def same(words: str) -> Text:
    """Return words that both languages write alike."""
    return Text(words, words)


def dollars(amount: Money) -> Text:
    """Return an amount with its sign."""
    return same(f"${amount}")


def filled(template: Text, **parts: Text) -> Text:
    """Return a template with its parts, each in its language."""
    en, es = (
        template(lang).format(**{name: part(lang) for name, part in parts.items()})
        for lang in ("en", "es")
    )
    return Text(en, es)


def amount_line(template: Text, amount: Money | None, *, is_none: bool) -> Text:
    """Return an amount in its line, or that there is none, or that it is not told."""
    shown = say.NONE if is_none else say.NOT_TOLD if amount is None else dollars(amount)
    return filled(template, amount=shown)


def joined(texts: Iterable[Text], between: str | Text) -> Text:
    """Return texts in a row."""
    every, gap = list(texts), same(between) if isinstance(between, str) else between
    en, es = (gap(lang).join(each(lang) for each in every) for lang in ("en", "es"))
    return Text(en, es)


def sentence(text: Text) -> Text:
    """Return a text that begins with a capital and ends with a full stop."""
    en, es = (
        f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"
        for words in (text.en, text.es)
    )
    return Text(en, es)


def lowered(text: Text) -> Text:
    """Return a text that can stand within a sentence."""
    en, es = (f"{words[:1].lower()}{words[1:]}" for words in (text.en, text.es))
    return Text(en, es)
