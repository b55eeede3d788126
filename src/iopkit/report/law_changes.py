"""What changes from one rule set to another, for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from iopkit.law.differences import ClauseChange, ReviewChange, RuleSetComparison
from iopkit.law.reviews import Review
from iopkit.law.rulesets import RuleSet
from iopkit.report.citing import Shelf, cited
from iopkit.report.law import period_words, review_words, spanish_note
from iopkit.report.layout import Line, Page, Style
from iopkit.rules.answer_wording import word_answer
from iopkit.rules.answers import Answer, AnyFact
from iopkit.rules.cells import Cell
from iopkit.rules.differences import ChangedCells, RuleChange
from iopkit.rules.nodes import Clause, facts_of
from iopkit.rules.truth import Truth
from iopkit.rules.wording import sentences_of
from iopkit.values.texts import Text

_OLD, _NEW = Text("The first", "El primero"), Text("The second", "El segundo")
_VERSION = Text("{id}, version {version}", "{id}, versión {version}")
_OUTCOMES = Text("Who is in or out", "Quién queda dentro o fuera")
_APPLIES = Text("For whom it is meant", "Para quién es")
_CLAUSES = Text("What it asks", "Lo que pide")
_ADVISORIES = Text("What it warns of", "Lo que advierte")
_REVIEWS = Text("When the need is shown again", "Cuándo se vuelve a demostrar")
_OTHER = Text("What else differs", "Qué más difiere")
_SAME = Text("No case comes out otherwise.", "Ningún caso sale distinto.")
_LOST = Text("Met by the first, and not by the second", "El primero se cumple, el segundo no")
_WON = Text("Met by the second, and not by the first", "El segundo se cumple, el primero no")
_HOW_MANY = Text(
    "In {count:,} of {of:,} combinations of answers.",
    "En {count:,} de {of:,} combinaciones de respuestas.",
)
_NOT_COUNTED = Text(
    "There are too many combinations of answers to count.",
    "Hay demasiadas combinaciones de respuestas para contarlas.",
)
_ENOUGH = Text("It is so whenever", "Es así siempre que")
_MORE = Text("There are further ones, not listed here.", "Hay otras, que no se listan aquí.")
_OR = Text(" or ", " o ")
_BECAUSE = Text("Because of", "Por")
_EXAMPLE = Text("A made-up case", "Un caso inventado")
_AND_ABOVE = Text("A made-up case, besides", "Un caso inventado, además")
_ADDED = Text("only in the second", "solo en el segundo")
_REMOVED = Text("only in the first", "solo en el primero")
_CHANGED = Text("not the same in both", "no es igual en ambos")
_BEFORE, _AFTER = Text("the first", "el primero"), Text("the second", "el segundo")
_NOTHING = Text("nothing", "nada")
_FIELDS = {
    "title": Text("title", "título"),
    "authority": Text("authority", "autoridad"),
    "jurisdiction": Text("jurisdiction", "jurisdicción"),
    "subject": Text("subject", "tema"),
    "care_level": Text("level of care", "nivel de atención"),
    "in_force": Text("period in force", "período de vigencia"),
    "applies": Text("for whom", "para quién"),
    "program_standard": Text("rule set for programs", "reglas para programas"),
    "limitations": Text("what is left out", "lo que no incluye"),
}


def comparison_lines(found: RuleSetComparison, lang: str, source: Shelf) -> Iterator[Line]:
    """Yield what changes between two rule sets, in at most 80 columns.

    `source` gives a source by its id.
    """
    page = Page(mark_width=0, splits_words=False)
    for lead, rules in ((_OLD, found.old), (_NEW, found.new)):
        yield from page.paragraph(f"{lead(lang)}: {rules.title(lang)}", Style.HEADING)
        version = _VERSION(lang).format(id=rules.id, version=rules.version)
        yield from page.paragraph(version, Style.QUIET, indent=2)
        yield from page.paragraph(f"{period_words(rules.in_force, lang)}.", Style.QUIET, 2)
    yield from _Changes(page, lang, source).lines(found)
    yield from spanish_note(page, lang)


@frozen
class _Changes:
    """Writes changes on a page, in one language."""

    page: Page
    lang: str
    source: Shelf

    def lines(self, found: RuleSetComparison) -> Iterator[Line]:
        yield from self.page.heading(_OUTCOMES(self.lang))
        if found.not_compared is not None:
            yield from self.page.paragraph(found.not_compared(self.lang), Style.UNKNOWN, 2)
        elif not found.outcomes:
            yield from self.page.paragraph(_SAME(self.lang), indent=2)
        for change in found.outcomes:
            facts = (*facts_of(found.old.rule), *facts_of(found.new.rule))
            yield from self._outcome(change, facts)
        if found.applies or found.applies_not_compared is not None:
            yield from self.page.heading(_APPLIES(self.lang))
        if found.applies_not_compared is not None:
            yield from self.page.paragraph(found.applies_not_compared(self.lang), Style.UNKNOWN, 2)
        for change in found.applies:
            parts = (found.old.applies, found.new.applies)
            facts = tuple(fact for part in parts if part is not None for fact in facts_of(part))
            yield from self._outcome(change, facts)
        for title, changes in ((_CLAUSES, found.clauses), (_ADVISORIES, found.advisories)):
            yield from self._clauses(title, changes)
        yield from self._reviews(found.reviews)
        yield from self._others(found.old, found.new, found.changed)

    def _outcome(self, change: RuleChange, facts: Iterable[AnyFact]) -> Iterator[Line]:
        is_lost = change.before is Truth.MET
        lead, style = (_LOST, Style.NOT_MET) if is_lost else (_WON, Style.MET)
        yield from self.page.paragraph(f"{lead(self.lang)}:", style, 2)
        said = _NOT_COUNTED(self.lang)
        if change.combinations is not None:
            said = _HOW_MANY(self.lang).format(count=change.combinations, of=change.of)
        yield from self.page.paragraph(said, indent=4)
        asked = {fact.name: fact for fact in facts}
        for number, cells in enumerate(change.cells):
            if number:
                yield Line("")
            yield from self._cells(cells, asked, is_lost=is_lost)
        if change.combinations is not None and not change.lists_all:
            yield from self.page.paragraph(_MORE(self.lang), Style.UNKNOWN, 4)

    def _cells(
        self, cells: ChangedCells, asked: Mapping[str, AnyFact], *, is_lost: bool
    ) -> Iterator[Line]:
        for clause in cells.new_clauses if is_lost else cells.old_clauses:
            because = f"{_BECAUSE(self.lang)}: {clause.label(self.lang)}"
            yield from self.page.paragraph(because, indent=4)
            stated = f"{clause.id}: {cited(clause, self.source)}"
            yield from self.page.paragraph(stated, Style.QUIET, 6)
        above = [self._said(one.fact, *one.cells) for one in cells.within]
        yield from self._answers(_ENOUGH, above)
        told = [self._said(asked[name], answer) for name, answer in cells.answers.items()]
        rest = [said for said in told if said not in above]
        yield from self._answers(_AND_ABOVE if above else _EXAMPLE, rest)

    def _said(self, fact: AnyFact, *answers: Answer | Cell) -> str:
        told = _OR(self.lang).join(word_answer(fact, one)(self.lang) for one in answers)
        return f"{fact.question(self.lang)} {told}"

    def _answers(self, lead: Text, said: Sequence[str]) -> Iterator[Line]:
        if said:
            yield from self.page.paragraph(f"{lead(self.lang)}:", indent=4)
        for line in said:
            yield from self.page.bullet("   -", line, Style.QUIET)

    def _clauses(self, title: Text, changes: tuple[ClauseChange, ...]) -> Iterator[Line]:
        if changes:
            yield from self.page.heading(title(self.lang))
        for change in changes:
            yield from self._change(change)
            for lead, clause in ((_BEFORE, change.before), (_AFTER, change.after)):
                if clause is not None:
                    yield from self._clause(lead, clause)

    def _clause(self, lead: Text, clause: Clause) -> Iterator[Line]:
        label, *asked = sentences_of(clause)
        stated = f"{label.text(self.lang)} ({cited(clause, self.source)})"
        yield from self.page.paragraph(f"{lead(self.lang)}: {stated}", indent=4)
        for said in asked:
            indent = 4 + 2 * min(said.depth, 10)
            yield from self.page.paragraph(said.text(self.lang), Style.QUIET, indent)

    def _reviews(self, changes: tuple[ReviewChange, ...]) -> Iterator[Line]:
        if changes:
            yield from self.page.heading(_REVIEWS(self.lang))
        for change in changes:
            yield from self._change(change)
            for lead, review in ((_BEFORE, change.before), (_AFTER, change.after)):
                if review is not None:
                    yield from self._review(lead, review)

    def _review(self, lead: Text, review: Review) -> Iterator[Line]:
        stated = f"{review.label(self.lang)} ({cited(review, self.source)})"
        yield from self.page.paragraph(f"{lead(self.lang)}: {stated}", indent=4)
        yield from self.page.paragraph(review_words(review, self.lang), Style.QUIET, 6)

    def _change(self, change: ClauseChange | ReviewChange) -> Iterator[Line]:
        what = _ADDED if change.before is None else _CHANGED
        what = _REMOVED if change.after is None else what
        yield from self.page.paragraph(f"{change.id}: {what(self.lang)}", indent=2)

    def _others(self, old: RuleSet, new: RuleSet, changed: tuple[str, ...]) -> Iterator[Line]:
        if changed:
            yield from self.page.heading(_OTHER(self.lang))
        for name in changed:
            before, after = (_told(getattr(rules, name), self.lang) for rules in (old, new))
            said = _FIELDS[name](self.lang)
            told = f"{said}: {before} -> {after}" if before and after else said
            yield from self.page.bullet("-", told)


def _told(value: object, lang: str) -> str:
    """Return a field of a rule set in words, nothing where it is too long to be compared here."""
    match value:
        case Text():
            return value(lang)
        case None:
            return _NOTHING(lang)
    return ""
