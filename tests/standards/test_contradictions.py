"""What a record says against itself: found in programs and in cases, and never a crash."""

import pytest

from iopkit import Case, Condition, Listing, Person, Population, Program, Severity, read
from iopkit.model.assessments import ImpairedDriving
from iopkit.standards import contradictions_in, contradictions_of

_DAYS = "days: [mon, wed, fri]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            (
                f"schedule: {{therapeutic_minutes_per_week: 540, sessions: [{{{_DAYS},"
                " therapeutic_minutes: 150}]}"
            ),
            (
                "schedule.therapeutic_minutes_per_week: `schedule.therapeutic_minutes_per_week`"
                " tells"
                " 9 h, but the rest of the record adds up to 7 h 30 min; correct one of them"
            ),
        ),
        (
            (
                f"schedule: {{clock_minutes_per_week: 600, sessions: [{{{_DAYS}, clock_minutes:"
                f" 180}}]}}"
            ),
            (
                "schedule.clock_minutes_per_week: `schedule.clock_minutes_per_week` tells 10 h,"
                " but the"
                " rest of the record adds up to 9 h; correct one of them"
            ),
        ),
        (
            (
                f"schedule: {{clock_minutes_per_day: 200, sessions: [{{{_DAYS}, clock_minutes:"
                f" 180}}]}}"
            ),
            (
                "schedule.clock_minutes_per_day: `schedule.clock_minutes_per_day` tells 3 h 20"
                " min, but"
                " the rest of the record adds up to 3 h; correct one of them"
            ),
        ),
        (
            f"schedule: {{days_per_week: 4, sessions: [{{{_DAYS}}}]}}",
            (
                "schedule.days_per_week: `schedule.days_per_week` tells 4 days a week, but the"
                " rest of"
                " the record adds up to 3 days a week; correct one of them"
            ),
        ),
        (
            "weeks: 8\nphases: [{weeks: 4}, {weeks: 6}]",
            (
                "weeks: `weeks` tells 8 weeks, but the rest of the record adds up to 10 weeks;"
                " correct"
                " one of them"
            ),
        ),
        (
            'payment: {total: "140.00"}\nfees: [{service: iop, unit: once, amount: "80.00"}]',
            (
                "payment.total: `payment.total` tells $140.00, but the rest of the record adds up"
                " to"
                " $80.00; correct one of them"
            ),
        ),
        (
            "max_age: 15\npopulations: [adults]",
            "max_age: `max_age` and `populations` do not go together; correct one of them",
        ),
        (
            "min_age: 30\nmax_age: 60\npopulations: [women, adolescents]",
            "min_age: `min_age` and `populations` do not go together; correct one of them",
        ),
        (
            "level: iop\nsetting: home",
            "setting: `level` and `setting` do not go together; correct one of them",
        ),
        (
            "level: inpatient\nsetting: hospital-outpatient",
            "setting: `level` and `setting` do not go together; correct one of them",
        ),
        (
            "level: iop\nresidential_intensity: high-intensity",
            (
                "residential_intensity: `level` and `residential_intensity` do not go together;"
                " correct one of them"
            ),
        ),
        (
            "setting: residential-facility\npractice: {is_distinct: yes}",
            (
                "practice.is_distinct: `practice.is_distinct` and `setting` do not go together;"
                " correct one of them"
            ),
        ),
        (
            "conditions: {has: [anorexia-nervosa], lacks: [eating-disorder]}",
            (
                "conditions: `conditions.has` and `conditions.lacks` do not go together; correct"
                " one"
                " of them"
            ),
        ),
        (
            "level: iop\nphases: [{level: php}, {level: outpatient-therapy}]",
            "phases: no phase has the `level` that the program tells; correct one of them",
        ),
        (
            "schedule: {clock_minutes_per_week: 300, therapeutic_minutes_per_week: 360}",
            "schedule: there is more therapeutic time than time by the clock; correct one of them",
        ),
        (
            "schedule: {sessions: [{clock_minutes: 60, therapeutic_minutes: 90}]}",
            (
                "schedule.sessions[0]: there is more therapeutic time than time by the clock;"
                " correct"
                " one of them"
            ),
        ),
        (
            "schedule: {sessions: [{clock_minutes: 60, break_minutes: 60}]}",
            (
                "schedule.sessions[0].break_minutes: the breaks take as long as the session;"
                " correct"
                " one of them"
            ),
        ),
        (
            "schedule: {days_open: {has: [mon], complete: yes}, sessions: [{days: [sun]}]}",
            (
                "schedule.sessions[0].days: `schedule.sessions[0].days` and `schedule.days_open` do"
                " not go together; correct one of them"
            ),
        ),
    ],
)
def test_a_contradiction_in_a_record_is_a_warning(text: str, message: str) -> None:
    program = read(Program, f"id: x\n{text}\n")

    (problem,) = contradictions_in(program)

    assert str(problem) == message
    assert (problem.code, problem.severity) == ("record-contradiction", Severity.WARNING)


def test_a_range_that_holds_what_the_rest_adds_up_to_is_only_a_note() -> None:
    text = f"""
id: x
schedule:
  clock_minutes_per_week: {{low: 540, high: 720}}
  sessions: [{{{_DAYS}, clock_minutes: 180}}]
"""

    (problem,) = contradictions_in(read(Program, text))

    assert problem.severity is Severity.NOTE
    assert str(problem) == (
        "schedule.clock_minutes_per_week: `schedule.clock_minutes_per_week` tells 9 h to 12 h,"
        " and the rest of the record adds up to 9 h; tell both alike if you can"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "max_age: 17\npopulations: [adolescents, children]",
        "max_age: 21\npopulations: [adults, adolescents]",
        "max_age: 15\npopulations: {lacks: [adults]}",
        "max_age: 15\nconsiders_other_ages: yes\npopulations: [adults]",
        "min_age: 18\npopulations: [veterans, older-adults]",
        "level: iop\nsetting: home\ndelivery: [video]",
        "level: iop\nsetting: residential-facility",
        "level: residential\nresidential_intensity: high-intensity",
        "residential_intensity: medically-monitored",
        "setting: home\npractice: {is_distinct: no}",
        "level: iop\nphases: [{level: php}, {level: iop}]",
        "level: iop\nphases: [{level: php}, {name: later}]",
        "weeks: 10\nphases: [{weeks: 4}, {weeks: 6}]",
        "schedule: {clock_minutes_per_week: 360, therapeutic_minutes_per_week: 360}",
        "schedule: {days_open: [mon], sessions: [{days: [sun]}]}",
        "conditions: {has: [eating-disorder], lacks: [anorexia-nervosa]}",
    ],
)
def test_what_goes_together_is_no_contradiction(text: str) -> None:
    assert contradictions_in(read(Program, f"id: x\n{text}\n")) == ()


TOGETHER = (
    "do not go together, so that one of them must be wrong; correct it, or leave out what is not"
    " sure"
)


@pytest.mark.parametrize(
    ("person", "message"),
    [
        (
            Person(age=15, populations=Listing.of(Population.ADULTS)),
            f"person.populations: `person.age` and `person.populations` {TOGETHER}",
        ),
        (
            Person(age=45, populations=Listing.of(Population.VETERANS, Population.OLDER_ADULTS)),
            f"person.populations: `person.age` and `person.populations` {TOGETHER}",
        ),
        (
            Person(
                conditions=Listing.of(
                    Condition.ANOREXIA_NERVOSA, lacks=(Condition.EATING_DISORDER,)
                )
            ),
            f"person.conditions: two entries of `person.conditions` {TOGETHER}",
        ),
        (
            Person(needs_daily_structure=True, needs_more_than_weekly_sessions=False),
            (
                "person.needs_more_than_weekly_sessions: `person.needs_daily_structure` and"
                f" `person.needs_more_than_weekly_sessions` {TOGETHER}"
            ),
        ),
        (
            Person(needs_medical_and_nursing_care=True, needs_24_hour_care=False),
            (
                "person.needs_24_hour_care: `person.needs_medical_and_nursing_care` and"
                f" `person.needs_24_hour_care` {TOGETHER}"
            ),
        ),
        (
            Person(needs_withdrawal_management=True, has_minimal_withdrawal_risk=True),
            (
                "person.has_minimal_withdrawal_risk: `person.needs_withdrawal_management` and"
                f" `person.has_minimal_withdrawal_risk` {TOGETHER}"
            ),
        ),
        (
            Person(impaired_driving=ImpairedDriving(is_level_one=True, is_level_two=True)),
            (
                "person.impaired_driving.is_level_two: `person.impaired_driving.is_level_one` and"
                f" `person.impaired_driving.is_level_two` {TOGETHER}"
            ),
        ),
    ],
)
def test_a_contradiction_in_a_case_names_the_fields_and_no_value(
    person: Person, message: str
) -> None:
    (problem,) = contradictions_of(Case(person=person))

    assert str(problem) == message
    assert (problem.code, problem.severity) == ("facts-contradict", Severity.WARNING)


@pytest.mark.parametrize(
    "person",
    [
        None,
        Person(),
        Person(age=15),
        Person(age=18, populations=Listing.of(Population.ADOLESCENTS, Population.ADULTS)),
        Person(age=15, populations=Listing(lacks=(Population.ADULTS,))),
        Person(
            conditions=Listing.of(Condition.EATING_DISORDER, lacks=(Condition.ANOREXIA_NERVOSA,))
        ),
        Person(needs_daily_structure=True, needs_more_than_weekly_sessions=True),
        Person(needs_daily_structure=False, needs_more_than_weekly_sessions=False),
        Person(needs_medical_and_nursing_care=True),
        Person(impaired_driving=ImpairedDriving(is_level_one=True, is_level_two=False)),
    ],
)
def test_facts_that_can_all_be_true_are_left_alone(person: Person | None) -> None:
    assert contradictions_of(Case(person=person)) == ()


def test_every_contradiction_is_told_at_once() -> None:
    case = Case(
        person=Person(
            age=15,
            populations=Listing.of(Population.ADULTS),
            needs_daily_structure=True,
            needs_more_than_weekly_sessions=False,
        )
    )

    assert [problem.path for problem in contradictions_of(case)] == [
        "person.populations",
        "person.needs_more_than_weekly_sessions",
    ]


@pytest.mark.parametrize(
    ("group", "youngest", "oldest"),
    [
        (Population.CHILDREN, 0, 17),
        (Population.ADOLESCENTS, 10, 21),
        (Population.YOUNG_ADULTS, 15, 35),
        (Population.ADULTS, 18, 90),
        (Population.OLDER_ADULTS, 50, 90),
        (Population.VETERANS, 0, 90),
    ],
)
def test_an_age_group_is_taken_as_widely_as_anybody_takes_it(
    group: Population, youngest: int, oldest: int
) -> None:
    people = [Person(age=age, populations=Listing.of(group)) for age in range(91)]

    fitting = [person.age for person in people if not contradictions_of(Case(person=person))]

    assert fitting == [*range(youngest, oldest + 1)]


@pytest.mark.parametrize("age", range(91))
def test_every_age_can_have_some_age_group(age: int) -> None:
    case = Case(person=Person(age=age, populations=Listing.of(*_possible(age))))

    assert _possible(age)
    assert contradictions_of(case) == ()


def _possible(age: int) -> list[Population]:
    groups = (Population.CHILDREN, Population.ADOLESCENTS, Population.ADULTS)
    return [
        group
        for group in groups
        if not contradictions_of(Case(person=Person(age=age, populations=Listing.of(group))))
    ]
