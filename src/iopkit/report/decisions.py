"""Why a decision came out as it did: what decided, on one screen, and the whole trace apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten

from iopkit.law.decisions import ClauseOutcome, Decision
from iopkit.law.explanations import deciding_clauses
from iopkit.report import phrases as say
from iopkit.report.citing import Shelf, cited
from iopkit.report.judgments import STYLES
from iopkit.report.layout import Line, Page, Style
from iopkit.rules.answer_wording import word_answer
from iopkit.rules.flips import Flip
from iopkit.rules.nodes import AllOf, AnyOf, AtLeast, Clause, Not
from iopkit.rules.tracing import Step
from iopkit.rules.truth import Truth
from iopkit.rules.wording import sentences_of
from iopkit.values.texts import Text

SCREEN = 24
"""The lines of one screen."""

_STATED = 54
"""The columns that a citation may take where an item must fit one line."""

_DECIDED = Text(
    "{outcome}: decided by {count} of {of} clauses",
    "{outcome}: cláusulas que deciden, {count} de {of}",
)
_TURNS = Text("turns: {label}", "cambia: {label}")
_OR = Text(" or ", " o ")
_NOTHING_TURNS = Text(
    "Nothing that people can change turns it by itself.",
    "Nada que se pueda cambiar lo altera por sí solo.",
)
_ASK_NEXT = Text("Ask next: {question}", "Pregunte ahora: {question}")


def deciding_lines(decision: Decision, lang: str, source: Shelf) -> Iterator[Line]:
    """Yield why a decision came out as it did, on a screen of 24 lines of 80 columns.

    The title, the outcome, each clause that decided with its citation, the next question and
    the version.  Where that takes more than a screen, every item is cut to one line, so that
    there are never more lines than clauses and four.  `source` gives a source by its id.
    """
    whole = list(_explained(decision, lang, source))
    if len(whole) <= SCREEN:
        yield from whole
        return
    yield from _cut(decision, lang, source)


def trace_lines(decision: Decision, lang: str) -> Iterator[Line]:
    """Yield how every part of every clause came out, in the order of the rule set."""
    page = Page(mark_width=0, splits_words=False)
    yield from page.paragraph(decision.title(lang), Style.HEADING)
    for found in decision.clauses:
        outcomes = _outcomes(found.step)
        for said, outcome in zip(sentences_of(found.clause), outcomes, strict=True):
            text = f"[{outcome.label(lang)}] {said.text(lang)}"
            indent = 2 + 2 * min(said.depth, 10)
            yield from page.paragraph(text, STYLES[outcome], indent)


def flip_lines(flips: Iterable[Flip], lang: str, source: Shelf) -> Iterator[Line]:
    """Yield what people could change to turn a decision, and the clauses that turn with it.

    `flips` are those of `iopkit.eligibility.flips_for`; `source` gives a source by its id.
    """
    page = Page(mark_width=0, splits_words=False)
    number = 0
    for number, flip in enumerate(flips, start=1):
        for place, change in enumerate(flip.changes):
            to = _OR(lang).join(word_answer(change.fact, cell)(lang) for cell in change.to)
            asked = f"{change.fact.question(lang)} -> {to}"
            yield from page.bullet(" +" if place else f"{number}.", asked)
        for clause in flip.clauses:
            turns = _TURNS(lang).format(label=clause.label(lang))
            stated = f"{turns} ({clause.id}: {cited(clause, source)})"
            yield from page.paragraph(stated, Style.QUIET, indent=5)
    if not number:
        yield from page.paragraph(_NOTHING_TURNS(lang))


def _explained(decision: Decision, lang: str, source: Shelf) -> Iterator[Line]:
    page = Page(mark_width=0, splits_words=False)
    for text, style in _before(decision, lang):
        yield from page.paragraph(text, style)
    for found in deciding_clauses(decision):
        label = found.clause.label(lang)
        yield from page.bullet("-", f"{label} ({_stated(found, source)})", STYLES[found.outcome])
    for text, style in _after(decision, lang):
        yield from page.paragraph(text, style)


def _cut(decision: Decision, lang: str, source: Shelf) -> Iterator[Line]:
    width = Page(mark_width=0).width
    for text, style in _before(decision, lang):
        yield Line(shorten(text, width, placeholder="…"), style)
    for found in deciding_clauses(decision):
        stated = shorten(_stated(found, source), _STATED, placeholder="…")
        room = width - len(stated) - len("  -  ()")
        label = shorten(found.clause.label(lang), room, placeholder="…")
        yield Line(f"  - {label} ({stated})", STYLES[found.outcome])
    for text, style in _after(decision, lang):
        yield Line(shorten(text, width, placeholder="…"), style)


def _before(decision: Decision, lang: str) -> Iterator[tuple[str, Style]]:
    yield decision.title(lang), Style.HEADING
    decided = _DECIDED(lang).format(
        outcome=decision.outcome.label(lang).capitalize(),
        count=len(deciding_clauses(decision)),
        of=len(decision.clauses),
    )
    yield decided, STYLES[decision.outcome]


def _after(decision: Decision, lang: str) -> Iterator[tuple[str, Style]]:
    asked = decision.pivots.next_question
    if asked is not None:
        yield _ASK_NEXT(lang).format(question=asked.question(lang)), Style.UNKNOWN
    version = say.VERSION(lang).format(
        id=decision.ruleset_id,
        version=decision.version,
        digest=decision.digest,
        day=decision.on.isoformat(),
    )
    yield version, Style.QUIET


def _stated(found: ClauseOutcome, source: Shelf) -> str:
    return f"{found.clause.id}: {cited(found.clause, source)}"


def _outcomes(step: Step) -> Iterator[Truth]:
    """Yield the outcome of each sentence in which `sentences_of` says the node of `step`."""
    match step.node:
        case Not():
            # It has no sentence of its own: its part is said the other way round.
            _, *inner = _outcomes(step.children[0])
            yield step.outcome
            yield from inner
        case AllOf() | AnyOf() | AtLeast() | Clause():
            yield step.outcome
            for child in step.children:
                yield from _outcomes(child)
        case _:
            yield step.outcome
