"""Programs in order for one case, each with what speaks for it, against it, and is not known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve, frozen

from iopkit.assessment.answers import Gap, Reason, RuleSetOutcome, SafetyNotice
from iopkit.assessment.citing import sources_of
from iopkit.assessment.criteria import Criterion, CriterionOutcome
from iopkit.assessment.gaps import Gaps, note_contradictions, note_level
from iopkit.assessment.judging import Answers, judge
from iopkit.assessment.ordering import Standing, standings_of
from iopkit.assessment.payers import payers_rule_sets
from iopkit.assessment.safety import safety_notice
from iopkit.catalog.loading import shipped
from iopkit.catalog.shelves import Catalog
from iopkit.cost.estimates import Estimate, estimate
from iopkit.eligibility.admission import admit
from iopkit.eligibility.placement import place
from iopkit.law.decisions import Decision, Placement
from iopkit.model.case import Case
from iopkit.model.program import Program
from iopkit.rules.answers import AnyFact
from iopkit.rules.truth import Truth
from iopkit.values.privacy import Quiet
from iopkit.values.sources import Source
from iopkit.values.texts import Text

_LADDER = "general/guidance"


@frozen(kw_only=True, repr=False)
class ProgramMatch(Quiet):
    """One program in its place for one case.

    `rank` counts from 1; programs that tie share one, and `tie` says what they are alike in and
    what stands between them.  `before` says by what it stands before the next one.  `criteria`
    are all by which programs are put in order, most important first; `may_move` are those of
    them whose answer is open and may still change the place of this program, and `questions`
    what to ask about those.  `admission`, `rule_sets` and `estimate` are the answers on which
    it rests, as for a case with this program; `safety` and `placement` are the same for all.

    It recommends nothing: a professional decides which care is right.
    """

    rank: int
    program: Program
    tie: Text | None
    before: Text | None
    criteria: tuple[CriterionOutcome, ...]
    may_move: tuple[Criterion, ...]
    questions: tuple[AnyFact, ...]
    safety: SafetyNotice | None
    placement: Placement | None
    admission: Decision
    rule_sets: tuple[RuleSetOutcome, ...]
    estimate: Estimate | None
    gaps: tuple[Gap, ...]
    notices: tuple[Text, ...]
    sources: tuple[Source, ...]
    on: date

    @property
    def reasons_for(self) -> tuple[Reason, ...]:
        """What speaks for the program, by criterion."""
        return self._reasons(Truth.MET)

    @property
    def reasons_against(self) -> tuple[Reason, ...]:
        """What speaks against the program, by criterion."""
        return self._reasons(Truth.NOT_MET)

    @property
    def reasons_unknown(self) -> tuple[Reason, ...]:
        """What is not known and might speak for or against the program, by criterion."""
        return self._reasons(Truth.UNKNOWN)

    def _reasons(self, outcome: Truth) -> tuple[Reason, ...]:
        every = (reason for found in self.criteria for reason in found.reasons)
        return tuple(reason for reason in every if reason.outcome is outcome)

    def __repr__(self) -> str:
        return f"<ProgramMatch: {len(self.criteria)} criteria>"


def rank_programs(
    case: Case, programs: Iterable[Program], *, on: date, catalog: Catalog | None = None
) -> tuple[ProgramMatch, ...]:
    """Return `programs` in order for `case`, by the criteria that each match states.

    Only a stated order decides, and no weights: a criterion counts where all before it are
    equal.  Programs that are alike in all keep the order in which they are given.  What is not
    known is neither good nor bad: each criterion says where it stands.

    What the case tells of its own program (track, length, network, authorization, answers to
    admission, travel, prices) counts for that program only; where the case has no program, it
    counts for each.  `catalog` `None` means the shipped one.
    """
    asking = _asking(case, shipped() if catalog is None else catalog, on)
    asked = [_asked(asking, program) for program in programs]
    names = [_name(one.answers.program) for one in asked]
    standings = standings_of([one.criteria for one in asked], names)
    return tuple(_match(asking, asked[standing.index], standing) for standing in standings)


def case_with(case: Case, program: Program) -> Case:
    """Return `case` with `program` in question, without what it tells of another program."""
    told = case.program
    if told is None or told.id == program.id:
        return evolve(case, program=program)
    episode = case.episode and evolve(
        case.episode,
        weeks=None,
        track=None,
        is_in_network=None,
        may_be_balance_billed=None,
        is_authorized=None,
        is_admitted=None,
        has_age_exception=None,
        are_absences_excused=None,
        travel=None,
    )
    return evolve(case, program=program, episode=episode, billed=None, prices=None)


@frozen
class _Asking:
    """What is the same for every program."""

    case: Case
    law: Catalog
    on: date
    safety: SafetyNotice | None
    placement: Placement | None
    notices: tuple[Text, ...]
    gaps: tuple[Gap, ...]


@frozen
class _Asked:
    """What is known of one program."""

    answers: Answers
    criteria: tuple[CriterionOutcome, ...]
    gaps: Gaps


def _asking(case: Case, law: Catalog, on: date) -> _Asking:
    gaps = Gaps()
    notice = gaps.attempt(_NOTICE, lambda: law.text("professional-notice"))
    note_contradictions(case, gaps)
    return _Asking(
        case,
        law,
        on,
        safety_notice(case, law, gaps, on=on),
        gaps.attempt(_PLACEMENT, lambda: place(law.ladder(_LADDER, on=on), case, on=on)),
        () if notice is None else (notice,),
        tuple(gaps.found),
    )


def _asked(asking: _Asking, program: Program) -> _Asked:
    law, on = asking.law, asking.on
    case = case_with(asking.case, program)
    gaps = Gaps()
    gaps.found.extend(asking.gaps)
    note_level(case, gaps)
    answers = Answers(
        case=case,
        program=program,
        placement=asking.placement,
        admission=admit(program, case, on=on),
        rule_sets=payers_rule_sets(case, law, gaps, on=on),
        estimate=gaps.attempt(_COST, lambda: estimate(case, law.amounts, on=on)),
    )
    return _Asked(answers, judge(answers), gaps)


def _match(asking: _Asking, asked: _Asked, standing: Standing) -> ProgramMatch:
    answers, moving = asked.answers, standing.may_move
    told = (asking.safety, asking.placement, *answers.rule_sets, answers.estimate)
    open_ones = (found for found in asked.criteria if found.criterion in moving)
    return ProgramMatch(
        rank=standing.rank,
        program=answers.program,
        tie=standing.tie,
        before=standing.before,
        criteria=asked.criteria,
        may_move=moving,
        questions=tuple(dict.fromkeys(fact for found in open_ones for fact in found.questions)),
        safety=asking.safety,
        placement=asking.placement,
        admission=answers.admission,
        rule_sets=answers.rule_sets,
        estimate=answers.estimate,
        sources=tuple(sources_of(told, asking.law, asked.gaps)),
        gaps=tuple(asked.gaps.found),
        notices=asking.notices,
        on=asking.on,
    )


def _name(program: Program) -> str:
    return program.name or program.operator or program.id


_PLACEMENT = Text("Level of care", "Nivel de atención")
_COST = Text("Cost", "Costo")
_NOTICE = Text("Closing notice", "Aviso final")
