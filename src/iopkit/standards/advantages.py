"""The four advantages of an IOP, looked for in a program's own facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from iopkit.model.figures import figures_of, schedules_of
from iopkit.model.hours import WeeklyTime
from iopkit.model.person import Work
from iopkit.model.program import Program
from iopkit.model.schedule import Schedule, Session
from iopkit.rules.truth import Truth
from iopkit.standards import phrases as say
from iopkit.values.listings import Listing
from iopkit.values.privacy import Quiet
from iopkit.values.spans import Span
from iopkit.values.texts import Text
from iopkit.vocabulary.approaches import Approach
from iopkit.vocabulary.care import CareLevel
from iopkit.vocabulary.comparison import Advantage
from iopkit.vocabulary.treatment import Modality, ProgramType

_SEVERAL = 2
_GROUPS = (
    Modality.GROUP_THERAPY,
    Modality.PROCESS_GROUP,
    Modality.SKILLS_GROUP,
    Modality.MULTIFAMILY_GROUP,
)
_FAMILY = (
    Modality.FAMILY_THERAPY,
    Modality.FAMILY_PSYCHOEDUCATION,
    Modality.FAMILY_COACHING,
    Modality.MULTIFAMILY_GROUP,
    Modality.COUPLES_THERAPY,
)


@frozen(kw_only=True, repr=False)
class Evidence(Quiet):
    """One thing that speaks for an advantage: found, absent, or not told.

    `fields` are the program's fields in which it was looked for.
    """

    outcome: Truth
    text: Text
    fields: tuple[str, ...]


@frozen(kw_only=True, repr=False)
class AdvantageFinding(Quiet):
    """One advantage: whether the program has it, and all that was looked for.

    It is met where something decisive was found, not met where all of that is absent, and not
    known otherwise.
    """

    advantage: Advantage
    outcome: Truth
    evidence: tuple[Evidence, ...]

    @property
    def found(self) -> tuple[Evidence, ...]:
        """What the program tells that it has."""
        return self._having(Truth.MET)

    @property
    def absent(self) -> tuple[Evidence, ...]:
        """What the program tells that it does not have."""
        return self._having(Truth.NOT_MET)

    @property
    def not_told(self) -> tuple[Evidence, ...]:
        """What the program does not tell."""
        return self._having(Truth.UNKNOWN)

    def _having(self, outcome: Truth) -> tuple[Evidence, ...]:
        return tuple(each for each in self.evidence if each.outcome is outcome)


def advantages_of(program: Program, *, work: Work | None = None) -> tuple[AdvantageFinding, ...]:
    """Return the four advantages with the evidence that `program` gives for each.

    With `work`, flexibility also asks whether some way to attend stays outside a person's
    working hours.
    """
    flexibility = [*_flexibility(program)]
    if work is not None and work.hours is not None:
        flexibility.append(_outside_work(program, work.hours))
    real_life = tuple(_real_life(program))
    return (
        _finding(Advantage.FLEXIBILITY, flexibility),
        # Living at home decides; days without sessions only support it.
        AdvantageFinding(
            advantage=Advantage.REAL_LIFE_APPLICATION,
            outcome=real_life[0].outcome,
            evidence=real_life,
        ),
        _finding(Advantage.SUPPORTIVE_ENVIRONMENT, _support(program)),
        _finding(Advantage.SUPPORT_AND_ACCOUNTABILITY, _accountability(program)),
    )


def _finding(advantage: Advantage, evidence: Iterable[Evidence]) -> AdvantageFinding:
    every = tuple(evidence)
    outcomes = [each.outcome for each in every]
    return AdvantageFinding(advantage=advantage, outcome=_any(outcomes), evidence=every)


def _any(outcomes: Iterable[Truth]) -> Truth:
    whole = Truth.NOT_MET
    for outcome in outcomes:
        whole |= outcome
    return whole


def _truth(answer: bool | None) -> Truth:
    return Truth.UNKNOWN if answer is None else Truth.MET if answer else Truth.NOT_MET


def _evidence(answer: bool | None, text: Text, *fields: str) -> Evidence:
    return Evidence(outcome=_truth(answer), text=text, fields=fields)


def _flexibility(program: Program) -> Iterator[Evidence]:
    figures, weeks = figures_of(program), schedules_of(program)
    times = ("schedule.sessions", "schedule.tracks", "schedule.times_of_day")
    yield _evidence(figures.has_evening_sessions.value, say.EVENING, *times)
    yield _evidence(figures.has_weekend_sessions.value, say.WEEKEND, *times, "schedule.days_open")
    several = any(len(week.tracks) > 1 for week in weeks) or None
    yield _evidence(several, say.TRACKS, "schedule.tracks")


def _outside_work(program: Program, hours: tuple[WeeklyTime, ...]) -> Evidence:
    ways = [way for week in schedules_of(program) for way in _told_ways(week)]
    answers = [_all_outside(way, hours) for way in ways]
    outcome = _any(map(_truth, answers)) if answers and hours else _truth(not hours or None)
    return Evidence(
        outcome=outcome, text=say.OUTSIDE_WORK, fields=("schedule.sessions", "schedule.tracks")
    )


def _told_ways(week: Schedule) -> Iterator[tuple[Session, ...]]:
    yield from (way for way in week.ways if way)


def _all_outside(way: Iterable[Session], hours: tuple[WeeklyTime, ...]) -> bool | None:
    answers = [_is_outside(session, each) for session in way for each in hours]
    if False in answers:
        return False
    return None if None in answers else True


def _is_outside(session: Session, work: WeeklyTime) -> bool | None:
    if session.days is not None and not set(session.days) & set(work.days):
        return True
    if session.start is None or session.end is None:
        return None
    if session.end <= work.start or work.end <= session.start:
        return True
    return None if session.days is None else False


def _real_life(program: Program) -> Iterator[Evidence]:
    level, days = program.level, figures_of(program).days_per_week.value
    at_home = None if level is None else level < CareLevel.RESIDENTIAL
    yield _evidence(at_home, say.AT_HOME, "level")
    yield _evidence(
        _is_at_most(days, 6), say.FREE_DAYS, "schedule.days_per_week", "schedule.sessions"
    )


def _support(program: Program) -> Iterator[Evidence]:
    offered = _offered(program)
    places = ("modalities", "optional_modalities", "schedule.sessions")
    yield _evidence(offered.holds_any(_GROUPS), say.GROUPS, *places)
    yield _evidence(offered.holds(Modality.PEER_SUPPORT), say.PEERS, *places)
    family = _or(
        offered.holds_any(_FAMILY),
        program.types.holds(ProgramType.FAMILY_BASED),
        program.approaches.holds(Approach.FAMILY_BASED_TREATMENT),
    )
    yield _evidence(family, say.FAMILY, *places, "types", "approaches")


def _offered(program: Program) -> Listing[Modality]:
    """Return everything that is told to be offered, whether to all or to some."""
    sessions = [each for week in schedules_of(program) for way in week.ways for each in way]
    held = [each.modality for each in sessions]
    held += [block.modality for each in sessions for block in each.blocks]
    present = [*program.modalities, *program.optional_modalities]
    present += [modality for modality in held if modality is not None]
    lacks = [each for each in program.modalities.lacks if each not in present]
    return Listing.of(*present, lacks=lacks, complete=program.modalities.complete)


def _or(*answers: bool | None) -> bool | None:
    if True in answers:
        return True
    return None if None in answers else False


def _accountability(program: Program) -> Iterator[Evidence]:
    days, rules = figures_of(program).days_per_week.value, program.attendance
    often = _is_at_most(days, _SEVERAL - 1)
    yield _evidence(
        None if often is None else not often,
        say.SEVERAL_DAYS,
        "schedule.days_per_week",
        "schedule.sessions",
    )
    ends = rules and (rules.ends_after_missed_sessions or rules.ends_after_unexcused_absences)
    yield _evidence(True if ends else None, say.ATTENDANCE, "attendance")
    reviews = rules and rules.reviews_every_weeks
    yield _evidence(True if reviews else None, say.REVIEWS, "attendance.reviews_every_weeks")


def _is_at_most(span: Span[int] | None, most: int) -> bool | None:
    """Return whether all of `span` is at most `most`; `None` where only part of it surely is."""
    if span is None:
        return None
    if span.high is not None and span.high <= most:
        return True
    return False if span.low is not None and span.low > most else None
