"""The cases just inside and just outside of a rule set, as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from iopkit.law.boundaries import RuleSetBoundary, ruleset_boundaries
from iopkit.law.rulesets import RuleSet
from iopkit.report.citing import Shelf, cited
from iopkit.report.law import spanish_note
from iopkit.report.layout import Line, Page, Style
from iopkit.report.tables import table_lines
from iopkit.rules.nodes import facts_of
from iopkit.values.texts import Text

_TITLE = Text("Boundaries: {title}", "Límites: {title}")
_VERSION = Text("Rule set {id}, version {version}", "Reglas {id}, versión {version}")
_INSIDE, _OUTSIDE = Text("just inside", "justo dentro"), Text("just outside", "justo fuera")
_WHAT = Text("of what, stated where", "de qué, y dónde se establece")
_HOW = Text(
    "Where all else is met, each threshold turns the rule set by itself, unless it says "
    "otherwise. An example of both sides comes with --json.",
    "Si se cumple todo lo demás, cada umbral cambia el resultado por sí solo, salvo que se "
    "indique lo contrario. Con --json viene un ejemplo de ambos lados.",
)
_ALONE = Text("It turns nothing by itself.", "Por sí solo no cambia nada.")
_NONE = Text("There are none.", "No hay ninguno.")
_THIS_VERSION = Text("This version", "Esta versión")
_WIDTHS = (23, 23, 30)


def boundary_lines(rules: RuleSet, lang: str, source: Shelf) -> Iterator[Line]:
    """Yield every boundary of a rule set with both of its sides, in at most 80 columns.

    `source` gives a source by its id.
    """
    page = Page(mark_width=0, splits_words=False)
    title = _TITLE(lang).format(title=rules.title(lang))
    yield from page.paragraph(title, Style.HEADING)
    version = _VERSION(lang).format(id=rules.id, version=rules.version)
    yield from page.paragraph(version, Style.QUIET)
    yield Line("")
    yield from page.paragraph(_HOW(lang))
    found = ruleset_boundaries(rules)
    if not found:
        yield from page.paragraph(_NONE(lang))
    for kind, group in groupby(found, key=lambda one: one.kind):
        yield from page.heading(kind.label(lang))
        header = (_INSIDE(lang), _OUTSIDE(lang), _WHAT(lang))
        rows = (_row(one, lang, source) for one in group)
        yield from table_lines(_WIDTHS, rows, header=header)
    yield from spanish_note(page, lang)


def _row(found: RuleSetBoundary, lang: str, source: Shelf) -> tuple[str, str, str]:
    parts = [_named(found, lang)]
    stating = found.review or found.clause
    if stating is not None:
        parts.append(f"[{stating.id}: {cited(stating, source)}]")
    if found.threshold is not None and found.answers is None:
        parts.append(_ALONE(lang))
    inside, outside = (_kept(text(lang)) for text in (found.inside_text, found.outside_text))
    return inside, outside, " ".join(parts)


def _kept(text: str) -> str:
    """Return `text` so that nothing between parentheses, such as (9 h), breaks across lines."""
    return re.sub(r"\([^)]*\)", lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)


def _named(found: RuleSetBoundary, lang: str) -> str:
    if found.review is not None:
        return found.review.label(lang)
    if found.threshold is None:
        return _THIS_VERSION(lang)
    asked = found.threshold.fact.question(lang)
    if found.clause is None:
        return asked
    is_one_of_several = len(facts_of(found.clause)) > 1
    label = found.clause.label(lang)
    return f"{label}. {asked}" if is_one_of_several else label
