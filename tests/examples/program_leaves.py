"""Where each leaf of `tests/data/programs.yaml` stands in a loaded program: the stated mapping."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import time

from attrs import frozen
from tests.examples.program_words import COHORTS, KINDS, MODALITIES, NOTES, OPERATORS, TERMS

from iopkit import Listing, Money, Program, Session, Share, Span, Weekday
from iopkit.model import Figure, ProgramFigures, Schedule, figures_of
from iopkit.values import Term

_HOUR = 60


def leaves(value: object, path: str = "") -> Iterator[tuple[str, tuple[int, ...], str]]:
    """Yield every scalar with its path, places in lists written `[]` and given apart."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for place, part in enumerate(value):
            for inner, places, leaf in leaves(part, f"{path}[]"):
                yield inner, (place, *places), leaf
    else:
        yield path, (), str(value)


@frozen
class Loaded:
    """A loaded program, asked for what the leaves of the source are compared with."""

    program: Program

    @property
    def week(self) -> Schedule:
        """The week that the program tells."""
        return self.program.schedule or Schedule()

    @property
    def figures(self) -> ProgramFigures:
        """What the program's facts add up to."""
        return figures_of(self.program)

    def session(self, place: int) -> Session:
        """Return one session of the week."""
        return self.week.sessions[place]

    def says(self, words: str) -> bool:
        """Return whether each `field:text` of `words`, split at `|`, is told."""
        return all(self._says(*part.split(":", 1)) for part in words.split("|"))

    def _says(self, field: str, text: str) -> bool:
        figures = {
            "therapeutic": self.figures.therapeutic_minutes_per_day.value,
            "clock": self.figures.clock_minutes_per_day.value,
            "weekly_therapeutic": self.figures.therapeutic_minutes_per_week.value,
            "days": self.figures.days_per_week.value,
        }
        if field in figures:
            span = figures[field]
            return str(span and span.value) == text
        return text in _texts(getattr(self.program, field))


def _texts(value: object) -> list[str]:
    match value:
        case Listing(present) if not present:
            return [""]
        case Listing(present) | tuple(present):
            return [text for part in present for text in _texts(part)]
        case Term():
            return [str(value.value)]
    return [str(value)]


Check = Callable[[Loaded, str, tuple[int, ...]], bool]


def _words(table: Mapping[str, str]) -> Check:
    return lambda it, leaf, _: it.says(table[leaf].replace(" ", "|"))


def _table(table: Mapping[str, str]) -> Check:
    return lambda it, leaf, _: it.says(table[leaf])


def _field(name: str) -> Check:
    return lambda it, leaf, _: it.says(f"{name}:{leaf}")


def _exactly(read: Callable[[Loaded, tuple[int, ...]], object]) -> Check:
    """Return a check of one value, written as the source writes it."""

    def holds(it: Loaded, leaf: str, places: tuple[int, ...]) -> bool:
        value = read(it, places)
        if isinstance(value, time):
            return value == time.fromisoformat(leaf)
        if isinstance(value, Weekday):
            return str(value.value) == leaf
        if isinstance(value, Share):
            return value == Share(round(float(leaf) * 10_000))
        if isinstance(value, Money):
            return value == Money.parse(leaf)
        return str(value).lower() == leaf

    return holds


def _hours(figure: str) -> Check:
    """Return a check of hours, by clock or by therapy, whichever the source has computed."""

    def holds(it: Loaded, leaf: str, _: tuple[int, ...]) -> bool:
        spans = [
            span
            for name in (figure, figure.replace("clock", "therapeutic"))
            for told in [getattr(it.figures, name)]
            for span in (told.told, told.computed)
        ]
        return float(leaf) * _HOUR in [span.value for span in spans if span is not None]

    return holds


def _told(figure: str) -> Check:
    """Return a check that a figure is told or computed, as the source says."""

    def holds(it: Loaded, leaf: str, _: tuple[int, ...]) -> bool:
        told: Figure[Span[int]] = getattr(it.figures, figure)
        return told.basis is not None and told.basis.value == leaf

    return holds


def _end(figure: str, end: str, unit: int = 1) -> Check:
    def holds(it: Loaded, leaf: str, _: tuple[int, ...]) -> bool:
        told = getattr(it.figures, figure).told
        value = getattr(told, end, None)
        return str(None if value is None else value // unit) == leaf.replace("null", "None")

    return holds


def _part(place: int) -> Check:
    def holds(it: Loaded, leaf: str, _: tuple[int, ...]) -> bool:
        return it.week.weekly_parts[place].clock_minutes.value == int(leaf) * _HOUR

    return holds


def _parts_basis(it: Loaded, leaf: str, _: tuple[int, ...]) -> bool:
    told = [part.clock_minutes for part in it.week.weekly_parts]
    said = ", ".join(f"{(span.value or 0) // _HOUR} {span.basis.value}" for span in told)
    return said == leaf


def _is_daily_group(it: Loaded, leaf: str, _: tuple[int, ...]) -> bool:
    daily = [each for each in it.week.sessions if each.times_per_week is None]
    kinds = [str(each.modality.value) for each in daily if each.modality]
    return kinds == [KINDS[leaf]] and daily[0].length == it.week.clock_minutes_per_day.value  # type: ignore[union-attr]  # told


def _modality(it: Loaded, leaf: str, places: tuple[int, ...]) -> bool:
    weekly = leaf.endswith("_weekly")
    held = [each for each in it.week.sessions if each.times_per_week == Span.exactly(1)]
    return _words(MODALITIES)(it, leaf, places) and (not weekly or len(held) == 1)


LEAVES: Mapping[str, Check] = {
    "id": _field("id"),
    "operator": _table(OPERATORS),
    "setting": _words(TERMS),
    "level": _words(TERMS),
    "type": _words(TERMS),
    "also[]": _words(TERMS),
    "conditions[]": _words(TERMS),
    "population.conditions[]": _words(TERMS),
    "population.groups": lambda it, leaf, _: leaf == "null" and it.says("populations:"),
    "population.groups[]": _words(TERMS),
    "population.note": _table(NOTES),
    "population.cohorts[]": lambda it, leaf, places: (
        _texts(it.program.cohorts[places[0]].populations) == [COHORTS[leaf]]
    ),
    "population.age_min": _field("min_age"),
    "population.age_max": _field("max_age"),
    "population.state": _field("serves_states"),
    "population.baby_may_attend_under_months": _field("babies_under_months"),
    "admission[]": _words(TERMS),
    "delivery[]": _words(TERMS),
    "modalities[]": _modality,
    "schedule.days[]": _exactly(lambda it, places: (it.week.ways[0][0].days or ())[places[0]]),
    "schedule.days_open[]": _exactly(lambda it, places: it.week.days_open.present[places[0]]),
    "schedule.start": _exactly(lambda it, _: it.session(0).start),
    "schedule.end": _exactly(lambda it, _: it.session(0).end),
    "schedule.closed_on[]": lambda it, leaf, places: (
        it.week.closed_on[places[0]].lower().replace("'", "").replace(" ", "_") == leaf
    ),
    "schedule.blocks[].start": _exactly(lambda it, places: it.session(0).blocks[places[0]].start),
    "schedule.blocks[].end": _exactly(lambda it, places: it.session(0).blocks[places[0]].end),
    "schedule.blocks[].kind": lambda it, leaf, places: (
        _texts(it.session(0).blocks[places[0]].modality) == [KINDS[leaf]]
    ),
    "schedule.sessions[].days[]": _exactly(
        lambda it, places: (it.session(places[0]).days or ())[places[1]]
    ),
    "schedule.sessions[].start": _exactly(lambda it, places: it.session(places[0]).start),
    "schedule.sessions[].end": _exactly(lambda it, places: it.session(places[0]).end),
    "schedule.sessions[].hours": lambda it, leaf, places: (
        it.session(places[0]).length == int(leaf) * _HOUR
    ),
    "schedule.sessions[].kind": lambda it, leaf, places: (
        _texts(it.session(places[0]).modality) == [KINDS[leaf]]
    ),
    "schedule.tracks[].name": _exactly(lambda it, places: it.week.tracks[places[0]].name),
    "schedule.tracks[].start": _exactly(
        lambda it, places: it.week.tracks[places[0]].sessions[0].start
    ),
    "schedule.tracks[].end": _exactly(lambda it, places: it.week.tracks[places[0]].sessions[0].end),
    "schedule.switching_tracks": _exactly(lambda it, _: it.week.may_switch_tracks),
    "schedule.time_of_day": lambda it, leaf, _: (
        _texts(it.week.times_of_day) == [leaf.replace("_", "-")]
    ),
    "schedule.in_person": lambda it, leaf, _: leaf == "true" and it.says("delivery:in-person"),
    "schedule.pattern": lambda it, leaf, _: any(leaf in note for note in it.program.notes),
    "schedule.cohort_start": _exactly(lambda it, _: it.week.starts_in_cohorts),
    "hours_per_day.value": _hours("clock_minutes_per_day"),
    "hours_per_day.basis": _told("clock_minutes_per_day"),
    "hours_per_day.note": _table(NOTES),
    "hours_per_day.kind": _is_daily_group,
    "days_per_week.value": lambda it, leaf, _: it.says(f"days:{leaf.replace('null', 'None')}"),
    "days_per_week.basis": _told("days_per_week"),
    "days_per_week.note": _table(NOTES),
    # A comma in the note of the source makes a key of its second half.
    "days_per_week.attendance per person not told": lambda it, leaf, _: (
        not leaf and it.says("days:None")
    ),
    "hours_per_week.value": _hours("clock_minutes_per_week"),
    "hours_per_week.basis": _told("clock_minutes_per_week"),
    "hours_per_week.note": _table(NOTES),
    "hours_per_week.min": _end("clock_minutes_per_week", "low", _HOUR),
    "hours_per_week.max": _end("clock_minutes_per_week", "high", _HOUR),
    "hours_per_week.computed_from_sessions": lambda it, leaf, _: (
        it.figures.clock_minutes_per_week.agrees is False
        and it.week.summed_clock_minutes is not None
        and it.week.summed_clock_minutes.value == int(leaf) * _HOUR
    ),
    "hours_per_week.split.group": _part(0),
    "hours_per_week.split.individual_and_family": _part(1),
    "hours_per_week.split_basis": _parts_basis,
    "weeks.min": _end("weeks", "low"),
    "weeks.max": _end("weeks", "high"),
    "weeks.value": lambda it, leaf, _: it.program.weeks == Span.exactly(int(leaf)),
    "weeks.basis": _told("weeks"),
    "weeks.note": _table(NOTES),
    "weeks.repeatable": _exactly(lambda it, _: it.program.is_repeatable),
    "weeks.typical": lambda it, leaf, _: it.program.typical_weeks == Span.exactly(int(leaf)),
    "weeks.individual": _exactly(lambda it, _: it.program.is_length_individual),
    "meals": lambda it, leaf, _: (
        leaf == "none" and it.program.meals is not None and it.program.meals.meals_per_day == 0
    ),
    "meals.meals_per_day": _exactly(
        lambda it, _: it.program.meals and it.program.meals.meals_per_day
    ),
    "meals.snacks_per_day": _exactly(
        lambda it, _: it.program.meals and it.program.meals.snacks_per_day
    ),
    "intake.minutes": lambda it, leaf, _: it.program.intake_minutes == Span.exactly(int(leaf)),
    "outcomes.accepted_of_evaluated": _exactly(lambda it, _: _outcome(it, "accepted_of_evaluated")),
    "outcomes.attended_of_accepted": _exactly(lambda it, _: _outcome(it, "attended_of_accepted")),
    "outcomes.completed_of_attended": _exactly(lambda it, _: _outcome(it, "completed_of_attended")),
    "outcomes.referred": _exactly(lambda it, _: _outcome(it, "referred")),
    "rules.administrative_discharge_after_missed_groups": _exactly(
        lambda it, _: _rule(it, "ends_after_missed_sessions")
    ),
    "rules.terminated_after_unexcused_absences": _exactly(
        lambda it, _: _rule(it, "ends_after_unexcused_absences")
    ),
    "rules.drug_screens_min": lambda it, leaf, _: (
        _rule(it, "drug_screens") == Span(int(leaf), None)
    ),
    "price.currency": lambda it, leaf, _: leaf == "USD" and it.figures.fees_total.told is not None,
    "price.items[].name": _exactly(lambda it, places: it.program.fees[places[0]].name),
    "price.items[].amount": _exactly(lambda it, places: it.program.fees[places[0]].amount.value),
    "price.items[].per": lambda it, leaf, places: (
        it.program.fees[places[0]].unit.value == leaf.replace("whole_", "")
    ),
    "price.total": _exactly(lambda it, _: it.figures.fees_total.told),
    "price.pay_before_start": _exactly(
        lambda it, _: it.program.payment and it.program.payment.is_due_before_start
    ),
    "price.methods[]": lambda it, leaf, _: (
        it.program.payment is not None
        and _texts(it.program.payment.methods) == [leaf.replace("_", "-")]
    ),
    "source": _field("source"),
    "more_sources[]": _field("more_sources"),
}
"""Path of a leaf, places in lists left out, to the check that a loaded program says it."""


def _outcome(it: Loaded, name: str) -> object:
    return getattr(it.program.outcomes, name)


def _rule(it: Loaded, name: str) -> object:
    return getattr(it.program.attendance, name)
