"""The parts of a report that judge: safety, level, rule sets, factors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from iopkit.assessment.answers import (
    Assessment,
    FactorOutcome,
    Gap,
    RuleSetOutcome,
    SafetyNotice,
)
from iopkit.law.decisions import Concern, Decision, LevelOutcome, NeedOutcome, Placement
from iopkit.report import phrases as say
from iopkit.report.layout import Line, Page, Style
from iopkit.rules.answers import AnyFact
from iopkit.rules.nodes import Clause, facts_of
from iopkit.rules.truth import Truth
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel

PRESENT = {Truth.MET: say.YES, Truth.NOT_MET: say.NO, Truth.UNKNOWN: Truth.UNKNOWN.label}
STYLES = {Truth.MET: Style.MET, Truth.NOT_MET: Style.NOT_MET, Truth.UNKNOWN: Style.UNKNOWN}


def capitalized(text: str) -> str:
    """Return `text` with its first letter in capitals, and the rest as it is."""
    return text[:1].upper() + text[1:]


def cited(citation: str, clause: Clause) -> str:
    """Return the citation of the source of a clause, with its section."""
    joint = " " if clause.section.startswith("(") else ", "
    return joint.join(filter(None, (citation, clause.section)))


def is_contradiction(gap: Gap) -> bool:
    """Return whether facts about the person contradict each other: a page begins with that."""
    return gap.code == "facts-contradict"


Shown = Callable[[AnyFact], str | None]
"""How a told value is shown, or `None` where values stay unseen."""


_FEW = 2
"""How many rule sets that only may apply have a heading of their own."""


def _asked_first(found: RuleSetOutcome) -> AnyFact | None:
    """What must be asked before a rule set is known to apply; `None` where it does."""
    return None if found.applies is Truth.MET else found.applies_question


@frozen
class Judgments:
    """Writes judgments on a page, in one language; `shown` gives told values, if any may be."""

    page: Page
    lang: str
    citation: Callable[[str], str]
    shown: Shown

    def safety(self, notice: SafetyNotice) -> Iterator[Line]:
        """Yield the safety notice and why it stands."""
        yield Line(say.READ_FIRST(self.lang).upper(), Style.ALERT)
        yield from self.page.paragraph(notice.text(self.lang), Style.ALERT)
        for lead, facts in (
            (say.STANDS_PRESENT, notice.present),
            (say.STANDS_UNKNOWN, notice.unknown),
        ):
            for fact in facts:
                yield from self.page.bullet("!", f"{lead(self.lang)}: {fact.question(self.lang)}")
        yield Line("")

    def contradictions(self, gaps: Iterable[Gap]) -> Iterator[Line]:
        """Yield which facts contradict each other, before all that rests on them."""
        found = [gap for gap in gaps if is_contradiction(gap)]
        if found:
            yield from self.page.paragraph(say.CONTRADICTION(self.lang), Style.ALERT)
        for gap in found:
            yield from self.page.bullet("!", gap.text(self.lang))
        if found:
            yield Line("")

    def placement(self, placed: Placement) -> Iterator[Line]:
        """Yield the interval of levels, each level with its needs, and all barriers."""
        yield from self.interval(placed)
        yield Line("")
        yield Line(f"  {say.LEVELS(self.lang)}:")
        for rank, found in enumerate(placed.levels, 1):
            yield from self._level(rank, found)
        yield from self._concerns(say.BESIDE, placed.beside)
        yield from self._concerns(say.BARRIERS, placed.barriers)
        yield from self._limits(placed.limitations)

    def interval(self, placed: Placement) -> Iterator[Line]:
        """Yield between which levels the known needs place somebody."""
        yield from self.page.heading(say.LEVEL_OF_CARE(self.lang))
        bounds = ((say.AT_LEAST, placed.at_least), (say.AT_MOST, placed.at_most))
        for lead, level in bounds:
            yield Line(f"  {lead(self.lang) + ':':<14} {level.label(self.lang)}")
        points_to = placed.recommended.label if placed.recommended else say.OPEN_LEVEL
        yield Line(f"  {say.POINTS_TO(self.lang) + ':':<14} {points_to(self.lang)}")
        yield from self._instead(placed)

    def decision(self, title: str, decision: Decision) -> Iterator[Line]:
        """Yield a decision, clause by clause, with citations and what it depends on."""
        yield from self.page.heading(title)
        outcome = f"{say.OUTCOME(self.lang)}: {decision.outcome.label(self.lang)}"
        yield Line(f"  {outcome}", STYLES[decision.outcome])
        for found in decision.clauses:
            yield from self._judged(found.clause.label(self.lang), found.outcome, found.clause)
        for fact in decision.pivots.facts:
            lead = f"{say.DEPENDS_ON(self.lang)}: {fact.question(self.lang)}"
            yield from self.page.bullet("?", lead, Style.UNKNOWN)
        yield from self._limits(decision.limitations)
        version = say.VERSION(self.lang).format(
            id=decision.ruleset_id,
            version=decision.version,
            digest=decision.digest,
            day=decision.on.isoformat(),
        )
        yield from self.page.paragraph(version, Style.QUIET, indent=2)

    def rule_sets(self, found: Iterable[RuleSetOutcome]) -> Iterator[Line]:
        """Yield each rule set that applies, in full; of those that may, only what to ask.

        More than a few of those are one block, in which each question stands once.
        """
        every = list(found)
        may_apply = [one for one in every if _asked_first(one) is not None]
        for one in every:
            if one not in may_apply:
                yield from self.decision(one.decision.title(self.lang), one.decision)
            elif len(may_apply) <= _FEW:
                yield from self._may_apply(one)
        if len(may_apply) > _FEW:
            yield from self._all_that_may_apply(may_apply)

    def _may_apply(self, found: RuleSetOutcome) -> Iterator[Line]:
        asked = _asked_first(found)
        if asked is not None:
            yield from self.page.heading(found.decision.title(self.lang))
            ask = f"{say.MAY_APPLY(self.lang)}: {asked.question(self.lang)}"
            yield from self.page.bullet("?", ask, Style.UNKNOWN)

    def _all_that_may_apply(self, found: Iterable[RuleSetOutcome]) -> Iterator[Line]:
        yield from self.page.heading(say.RULES_THAT_MAY_APPLY(self.lang))
        by_question: dict[AnyFact, list[str]] = {}
        for one in found:
            asked = _asked_first(one)
            if asked is not None:
                by_question.setdefault(asked, []).append(one.decision.title(self.lang))
        for asked, titles in by_question.items():
            ask = f"{say.TO_KNOW_ASK(self.lang)}: {asked.question(self.lang)}"
            yield from self.page.bullet("?", ask, Style.UNKNOWN)
            for title in titles:
                yield from self.page.bullet("  -", title)

    def factors(self, outcomes: Iterable[FactorOutcome]) -> Iterator[Line]:
        """Yield the four factors and the reasons of each."""
        yield from self.page.heading(say.FACTORS(self.lang))
        for found in outcomes:
            points = say.POINTS[found.outcome.value](self.lang)
            label = capitalized(found.factor.label(self.lang))
            yield Line(f"  {label}: {points}", STYLES[found.outcome])
            for reason in found.reasons:
                yield from self._judged(reason.text(self.lang), reason.outcome, reason.clause)

    def questions(self, answer: Assessment) -> Iterator[Line]:
        """Yield what to ask next, most urgent first."""
        if answer.questions:
            yield from self.page.heading(say.ASK_NEXT(self.lang))
        for number, fact in enumerate(answer.questions, start=1):
            yield from self.page.bullet(f"{number}.", fact.question(self.lang))

    def _instead(self, placed: Placement) -> Iterator[Line]:
        if placed.at_least > CareLevel.IOP:
            phrase = say.NOT_THIS_LEVEL
        elif placed.at_most < CareLevel.IOP:
            phrase = say.BELOW_THIS_LEVEL
        else:
            return
        words = phrase(self.lang).format(level=placed.at_least.label(self.lang))
        yield from self.page.paragraph(words, Style.NOT_MET, indent=2)

    def _level(self, rank: int, found: LevelOutcome) -> Iterator[Line]:
        words = f"{capitalized(found.level.label(self.lang))}: {found.standing.label(self.lang)}"
        yield from self.page.bullet(f"{rank}.", words)
        for need in (*found.present, *found.unknown, *found.absent):
            yield from self._present(need.clause.label(self.lang), need)

    def _concerns(self, lead: Text, concerns: tuple[Concern, ...]) -> Iterator[Line]:
        if concerns:
            yield Line(f"  {lead(self.lang)}:")
        for concern in concerns:
            yield from self._present(concern.clause.label(self.lang), concern)

    def _present(self, text: str, found: NeedOutcome | Concern) -> Iterator[Line]:
        """Yield what is present or not: `met` would read as if it were taken care of."""
        style = Style.UNKNOWN if found.outcome is Truth.UNKNOWN else Style.PLAIN
        yield from self.page.judged(f"[{PRESENT[found.outcome](self.lang)}]", text, style)
        yield from self._details(found.clause)

    def _judged(self, text: str, outcome: Truth, clause: Clause | None) -> Iterator[Line]:
        yield from self.page.judged(f"[{outcome.label(self.lang)}]", text, STYLES[outcome])
        if clause is not None:
            yield from self._details(clause)

    def _details(self, clause: Clause) -> Iterator[Line]:
        for fact in facts_of(clause):
            value = self.shown(fact)
            if value is not None:
                told = say.TOLD(self.lang).format(value=f"{fact.name} = {value}")
                yield from self.page.detail(told)
        yield from self.page.detail(cited(self.citation(clause.source), clause))

    def _limits(self, limitations: tuple[Text, ...]) -> Iterator[Line]:
        if limitations:
            yield Line(f"  {say.NOT_DECIDED_HERE(self.lang)}:")
        for limitation in limitations:
            yield from self.page.bullet("-", limitation(self.lang), Style.QUIET)
