"""The lines of all plan years, settled under each answer to what is not known of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from attrs import evolve

from iopkit.cost.adjudications import Adjudication
from iopkit.cost.asked import PENALTY_RULE, Asked, answers_to, field_of, untold_in
from iopkit.cost.book import book_of
from iopkit.cost.carry_over import carries_over
from iopkit.cost.completing import with_values
from iopkit.cost.course import Course
from iopkit.cost.day_claims import claims_of, in_a_new_stay, is_authorized
from iopkit.cost.handling import Handling
from iopkit.cost.kernel import NO_LIMIT, Counts, Left
from iopkit.cost.ledgers import Ledger
from iopkit.cost.needs import exactly, home_benefit
from iopkit.cost.open_amounts import OpenAmounts, open_amounts
from iopkit.cost.outcomes import by_year
from iopkit.cost.owing import COUNTED_PARTS
from iopkit.cost.penalties import may_share_penalty
from iopkit.cost.plan_periods import next_year
from iopkit.cost.plan_years import PlanYear
from iopkit.cost.prepared import prepare, purse_of
from iopkit.cost.pricing import Billed
from iopkit.cost.rates import OPEN
from iopkit.cost.readings import read_side
from iopkit.cost.rising import rises
from iopkit.cost.scenarios import Scenario
from iopkit.cost.sides import Side, told_on
from iopkit.cost.year_numbers import numbered
from iopkit.errors import CannotAdjudicate
from iopkit.model.authorization import MissingAuthorization
from iopkit.model.benefits import AccumulatorPot
from iopkit.model.case import Case
from iopkit.model.networks import Crediting

_MOST_WAYS = 64
_DEPTH = 3


class Question(NamedTuple):
    """A course in one scenario on one side of the network, at the low or the high end."""

    course: Course
    scenario: Scenario
    is_in_network: bool
    is_high: bool = False

    @property
    def side(self) -> Side:
        """The benefit that pays, and the side of the network."""
        return Side(self.scenario.benefit, self.is_in_network)

    @property
    def open_amounts(self) -> OpenAmounts | None:
        """The amounts of the one plan year that are answered by their ends."""
        year, *later = self.scenario.years
        if later or year.number:
            return None
        found = open_amounts(year.plan, year.used, self.side)
        return found if found.names else None

    def __repr__(self) -> str:
        return "<Question>"


class Answer(NamedTuple):
    """One way to settle the lines of all plan years, and what that supposes.

    `settled` are the plan years that have lines, with all that their plans were told; `rest` are
    the lines of later years, of which it is not known what carried over.
    """

    ledgers: tuple[Ledger, ...]
    values: Mapping[str, object]
    is_shown: bool
    settled: tuple[Asked, ...]
    rest: tuple[Billed, ...] = ()

    @property
    def rises(self) -> bool:
        """Whether it costs no less as lines cost more, or more is left of what holds them."""
        is_alone = len(self.settled) == 1
        if not is_alone and any(carries_over(asked.plan) for asked in self.settled):
            return False
        return all(
            rises(_handling(asked), asked.lines, is_alone=is_alone) for asked in self.settled
        )

    def __repr__(self) -> str:
        return f"<Answer: {len(self.ledgers)} plan years>"


class _Way(NamedTuple):
    """One way to answer what was not known of one plan year, and what it comes to."""

    asked: Asked
    answer: Adjudication
    values: Mapping[str, object]
    is_shown: bool

    def ledger(
        self, lines: tuple[Billed, ...], left: Left[int] | None, counts: Counts | None
    ) -> Ledger:
        """Return the lines as they are settled this way."""
        return Ledger(lines, self.answer.runs, left, counts, partial(purse_of, *self.asked))

    def __repr__(self) -> str:
        return f"<_Way: {self.answer!r}>"


class _Path(NamedTuple):
    """The years that are settled one way, and the lines of those that are left open."""

    chosen: tuple[tuple[Ledger, _Way], ...] = ()
    rest: tuple[Billed, ...] = ()

    def __repr__(self) -> str:
        return f"<_Path: {len(self.chosen)} plan years>"


def answers(question: Question, lines: tuple[Billed, ...]) -> list[Answer]:
    """Return each way to settle the lines of all plan years; none where they are too many."""
    years = question.scenario.years
    apart = by_year(lines, years[0].plan.plan_year, years)
    found = [_Path()]
    for year in years:
        own = apart.get(year.number, ())
        asked, values = _asked(question, year, own)
        if asked is None:
            return []
        each = [list(_in_year(path, asked, values, own)) for path in found]
        if not all(each) or sum(map(len, each)) > _MOST_WAYS:
            return []
        found = [path for paths in each for path in paths]
    if any(path.rest for path in found):
        question.course.notes.miss("carryover-not-told")
    return [_answer(path) for path in found]


def _in_year(
    path: _Path, asked: Asked, values: Mapping[str, object], lines: tuple[Billed, ...]
) -> Iterator[_Path]:
    """Yield each way to settle one more year.

    One of which it is not known what carried over to it, and those after it, are left open.
    """
    after = _after(path.chosen, asked)
    ways = [] if path.rest else _all(after, values)
    if not ways and path.chosen and carries_over(asked.plan):
        yield path._replace(rest=(*path.rest, *lines))
    left, counts = _left(after)
    for way in ways:
        yield path._replace(chosen=(*path.chosen, (way.ledger(lines, left, counts), way)))


def _answer(path: _Path) -> Answer:
    ways = [way for _, way in path.chosen]
    return Answer(
        tuple(ledger for ledger, _ in path.chosen),
        {name: value for way in ways for name, value in way.values.items()},
        all(way.is_shown for way in ways),
        tuple(way.asked for way in ways if way.asked.lines),
        path.rest,
    )


def _handling(asked: Asked) -> Handling:
    """Return what is done with lines, all of which one benefit pays on one side."""
    plan, used, line = asked.plan, asked.used, asked.lines[0]
    side = Side(line.benefit, line.is_in_network)
    home = home_benefit(plan, (side.benefit,))
    return book_of(plan, used, home, (read_side(plan, used, side),)).handlings[side]


def _after(before: Sequence[tuple[Ledger, _Way]], asked: Asked) -> Asked:
    """Return what is asked of a plan year after what lines of the year before have used.

    What is counted by the stay, the episode or a lifetime goes on, as does the rule of a penalty.
    """
    if not before:
        return asked
    way, plan = before[-1][1], asked.plan
    used = next_year(way.answer.used_after, plan)
    rule = way.values.get(PENALTY_RULE)
    if isinstance(rule, MissingAuthorization):
        plan = evolve(plan, missing_authorization=rule)
    return Asked(plan, evolve(used, benefits_used=used.benefits_used or ()), asked.lines)


def _left(asked: Asked) -> tuple[Left[int] | None, Counts | None]:
    """Return what is left before the first line, as far as one person's amounts alone decide."""
    if not asked.lines or not asked.lines[0].is_in_network:
        return None, None
    plan, outside = asked.plan, asked.plan.out_of_network
    told = plan.benefit(asked.lines[0].benefit)
    crediting = (outside.deductible_crediting, outside.limit_crediting) if outside else ()
    if told is None or plan.family is not None or Crediting.CROSS_CREDITED in crediting:
        return None, None
    if told.pot is not AccumulatorPot.MEDICAL or told.service_deductible is not None:
        return None, None
    used = exactly(asked.used.deductible_used), exactly(asked.used.limit_used)
    deductible, room = 0, NO_LIMIT
    if plan.deductible is not None and used[0] is not None:
        deductible = max(plan.deductible.cents - used[0].cents, 0)
    if plan.out_of_pocket_limit is not None and used[1] is not None:
        room = max(plan.out_of_pocket_limit.cents - used[1].cents, 0)
    does_count = told.counts_toward_limit is not False
    counting = (plan.counts_toward_limit.holds(part) is True for part in COUNTED_PARTS)
    return Left(deductible, room), Counts(*(does_count and each for each in counting))


def _asked(
    question: Question, year: PlanYear, lines: tuple[Billed, ...]
) -> tuple[Asked | None, Mapping[str, object]]:
    """Return what is asked of one plan year, with what that supposes."""
    if any(line.cents >= OPEN for line in lines):
        return None, {}
    course, side = question.course, question.side
    authorized = is_authorized(course, question.scenario)
    claims = claims_of(course, side, lines, is_authorized=authorized)
    plan, told = year.plan, told_on(year.plan, side)
    for unknown in untold_in(claims, told):
        course.notes.miss(unknown)
    is_shared = authorized is not True and may_share_penalty(plan, side)
    if is_shared and plan.missing_authorization and plan.missing_authorization.unit is None:
        course.notes.miss("penalty-unit-not-told")
    used = in_a_new_stay(
        course, told, year.used, is_in_network=side.is_in_network, shares_penalty=is_shared
    )
    period = numbered(plan.plan_year, year.number) if carries_over(plan) else None
    asked = Asked(evolve(plan, plan_year=period), used, claims)
    return _with_amounts(question, asked)


def _with_amounts(question: Question, asked: Asked) -> tuple[Asked, Mapping[str, object]]:
    """Return what is asked with the amounts that are open at their end, and what they are."""
    found = question.open_amounts
    if found is None:
        return asked, {}
    values = found.at(asked, is_high=question.is_high)
    case = with_values(Case(health_plan=asked.plan, used=asked.used), values)
    return Asked(case.health_plan or asked.plan, case.used or asked.used, asked.lines), values


def _all(asked: Asked, values: Mapping[str, object]) -> list[_Way]:
    """Return each way to answer what is lacking; none where the answers are too many."""
    found: list[_Way] = []
    for way in _ways(asked, values, _DEPTH):
        if way is None or len(found) >= _MOST_WAYS:
            return []
        found.append(way)
    return found


def _ways(
    asked: Asked, values: Mapping[str, object], depth: int, *, is_shown: bool = True
) -> Iterator[_Way | None]:
    lacking: tuple[str, ...] = ()
    try:
        answer = prepare(asked.plan, asked.used).adjudicate(asked.lines)
    except CannotAdjudicate as error:
        lacking = error.missing
    else:
        yield _Way(asked, answer, values, is_shown)
        return
    answers = [(name, list(answers_to(name, asked))) for name in lacking]
    if not depth or any(not each for _, each in answers):
        yield None
        return
    name, each = answers[0]
    for value, answered in each:
        path = {} if value is None else {field_of(name): value}
        shown = {f"used.{key}" if key == "visits_used" else key: got for key, got in path.items()}
        yield from _ways(
            answered, {**values, **shown}, depth - 1, is_shown=is_shown and value is not None
        )
