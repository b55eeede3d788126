"""Programs in order: what decides, what ties, and what is open."""

from datetime import date, time
from decimal import Decimal

import pytest
from attrs import evolve

from iopkit import (
    AdmissionTerm,
    CareLevel,
    Case,
    Delivery,
    Episode,
    HealthPlan,
    Listing,
    Money,
    PayerKind,
    Person,
    Price,
    PriceList,
    Program,
    Schedule,
    Service,
    Session,
    Span,
    Text,
    Travel,
    Truth,
    Unit,
    Weekday,
    admit,
    to_data,
)
from iopkit.assessment import CRITERIA, ProgramMatch, RuleSetOutcome, rank_programs
from iopkit.assessment.judging import Answers, judge
from iopkit.assessment.matching import case_with
from iopkit.cost.estimates import LEFT_OUT
from iopkit.cost.wording import UNKNOWNS
from iopkit.model import BilledCare, WeeklyTime
from iopkit.vocabulary import EntryRoute, Setting

DAY = date(2026, 3, 2)
NEEDS_IOP = Person(
    needs_more_than_weekly_sessions=True,
    needs_daily_structure=False,
    needs_24_hour_care=False,
    needs_medical_and_nursing_care=False,
    is_medically_stable=True,
    is_danger_to_self=False,
    is_danger_to_others=False,
    needs_withdrawal_management=False,
    free_times=(WeeklyTime(days=(Weekday.MONDAY,), start=time(9), end=time(12)),),
)
ALONE = HealthPlan(id="none", payer=PayerKind.SELF_PAY)
FREE_RIDE = Travel(miles=Decimal(0), minutes=0, fares=Money(0), parking=Money(0))
CASE = Case(person=NEEDS_IOP, health_plan=ALONE, episode=Episode(weeks=1, travel=FREE_RIDE))
STABLE = Listing.of(AdmissionTerm.MEDICALLY_STABLE)


def _week(start: int) -> Schedule:
    session = Session(days=(Weekday.MONDAY,), start=time(start), end=time(start + 3))
    return Schedule(sessions=(session,))


def _fee(*cents: int) -> tuple[Price, ...]:
    amount = Span(Money(min(cents)), Money(max(cents)))
    return (Price(service=Service.IOP, unit=Unit.WEEK, amount=amount),)


def _program(name: str, **told: object) -> Program:
    usual: dict[str, object] = {
        "level": CareLevel.IOP,
        "requires": STABLE,
        "schedule": _week(9),
        "fees": _fee(10_000),
    }
    return Program(id=name, **{**usual, **told})  # type: ignore[arg-type]  # a table of fields


BASE = _program("base")


def _ranked(*programs: Program, case: Case = CASE) -> tuple[ProgramMatch, ...]:
    return rank_programs(case, programs, on=DAY)


def _ids(matches: tuple[ProgramMatch, ...]) -> list[str]:
    return [match.program.id for match in matches]


@pytest.mark.parametrize(
    ("worse", "criterion"),
    [
        (_program("x", level=CareLevel.PHP), "level"),
        (_program("x", level=CareLevel.OUTPATIENT_THERAPY), "level"),
        (_program("x", level=None), "level"),
        (_program("x", min_age=18), "admission"),
        (_program("x", schedule=_week(13)), "admission"),
        (_program("x", schedule=Schedule(days_per_week=Span(1, 1))), "times"),
        (_program("x", fees=_fee(10_001)), "cost"),
        (_program("x", fees=_fee(5_000, 10_001)), "cost"),
        (_program("x", fees=()), "cost"),
    ],
)
def test_a_program_stands_behind_by_the_first_criterion_that_differs(
    worse: Program, criterion: str
) -> None:
    label = next(one.label for one in CRITERIA if one.id == criterion)

    first, second = _ranked(worse, BASE)

    assert (first.program.id, first.rank, second.rank) == ("base", 1, 2)
    assert first.before == Text(
        f'Stands before "x" by: {label.en[0].lower()}{label.en[1:]}.',
        f'Está antes de "x" por: {label.es[0].lower()}{label.es[1:]}.',
    )
    assert (first.tie, second.tie, second.before) == (None, None, None)


def test_criteria_come_in_the_stated_order() -> None:
    assert [one.id for one in CRITERIA] == [
        "level",
        "admission",
        "payer",
        "times",
        "cost",
        "way",
    ]
    assert [found.criterion for found in _ranked(BASE)[0].criteria] == list(CRITERIA)


def test_equal_programs_share_a_rank_and_say_what_stands_between_them() -> None:
    twin, dear = _program("twin"), _program("dear", fees=_fee(20_000))

    matches = _ranked(dear, twin, BASE)

    assert [(match.program.id, match.rank) for match in matches] == [
        ("twin", 1),
        ("base", 1),
        ("dear", 3),
    ]
    assert matches[0].tie == Text(
        'Ties with "base"; alike in: level of care, terms of admission, what the payer asks, free'
        " at the times of the sessions, to pay, the way there; between them stands the order in"
        " which they were given.",
        'Empata con "base"; iguales en: nivel de atención, condiciones de admisión, lo que exige el'
        " pagador, libre a las horas de las sesiones, por pagar, el camino; entre ellos decide el"
        " orden en que se dieron.",
    )
    assert matches[0].before is None


def test_a_tie_says_what_is_open_and_does_not_tell_the_two_apart() -> None:
    first, second = _ranked(_program("a", fees=()), _program("b", fees=()))

    assert first.tie == Text(
        'Ties with "b"; alike in: level of care, terms of admission, what the payer asks, free at'
        " the times of the sessions, the way there; not told apart, as long as they are open, by:"
        " to pay; between them stands the order in which they were given.",
        'Empata con "b"; iguales en: nivel de atención, condiciones de admisión, lo que exige el'
        " pagador, libre a las horas de las sesiones, el camino; sin distinguirse, mientras no se"
        " sepa, por: por pagar; entre ellos decide el orden en que se dieron.",
    )
    assert [one.id for one in first.may_move] == ["cost"]
    assert [one.id for one in second.may_move] == ["cost"]


def test_only_what_may_still_change_the_order_is_asked() -> None:
    open_one = _program("open", min_age=18)
    hopeless = _program("hopeless", level=CareLevel.OUTPATIENT_THERAPY, min_age=18)

    matches = _ranked(hopeless, open_one, BASE)

    assert _ids(matches) == ["base", "open", "hopeless"]
    assert [[one.id for one in match.may_move] for match in matches] == [[], ["admission"], []]
    assert [[fact.name for fact in match.questions] for match in matches] == [
        [],
        ["person.age"],
        [],
    ]


def test_two_programs_of_one_level_are_not_moved_by_an_open_level() -> None:
    case = Case(person=Person(needs_daily_structure=False), health_plan=ALONE)

    matches = _ranked(_program("a"), _program("b"), case=case)

    assert all("level" not in [one.id for one in match.may_move] for match in matches)


def test_a_total_that_leaves_travel_out_is_not_known_to_its_end() -> None:
    case = Case(person=NEEDS_IOP, health_plan=ALONE, program=BASE, episode=CASE.episode)

    first, second = _ranked(_program("near", fees=_fee(1), weeks=Span(1, 1)), BASE, case=case)

    assert (first.program.id, second.program.id) == ("base", "near")
    assert second.criteria[4].detail == Text(
        "from 0.01 on; the most is not known", "desde 0.01; no se sabe el máximo"
    )


def test_the_notes_of_what_is_left_out_exist() -> None:
    assert set(UNKNOWNS) >= LEFT_OUT


def test_what_is_told_of_one_program_is_not_taken_for_another() -> None:
    charges = PriceList(charges=_fee(100))
    told = Case(
        person=NEEDS_IOP,
        health_plan=ALONE,
        program=BASE,
        prices=charges,
        episode=Episode(weeks=1, is_admitted=True, travel=FREE_RIDE),
    )
    silent = _program("silent", requires=Listing(), fees=())
    open_to_all = Case(person=NEEDS_IOP, health_plan=ALONE, prices=charges, episode=told.episode)

    of_one = _ranked(silent, case=told)[0]
    of_each = _ranked(silent, case=open_to_all)[0]

    assert of_one.admission.outcome is Truth.UNKNOWN
    assert of_each.admission.outcome is Truth.MET
    assert of_one.criteria[5].outcome is Truth.UNKNOWN
    assert of_each.criteria[5].detail == Text("0 minutes one way", "0 minutos por trayecto")


def test_a_program_that_is_attended_from_home_has_no_way() -> None:
    home = _program("home", delivery=Listing.of(Delivery.VIRTUAL, complete=True))

    match = _ranked(home, case=Case())[0]

    assert match.criteria[5].detail == Text(
        "none: it is attended from home", "ninguno: se asiste desde casa"
    )
    assert match.criteria[5].is_settled


def test_the_cost_of_another_level_is_not_known() -> None:
    match = _ranked(_program("day", level=CareLevel.PHP))[0]

    assert match.criteria[4].detail == Text("not known", "no se sabe")
    assert [gap.code for gap in match.gaps] == ["program-of-another-level"]


def test_what_a_payer_asks_of_each_program_is_told_with_its_clauses() -> None:
    case = Case(person=NEEDS_IOP, health_plan=HealthPlan(id="m", payer=PayerKind.MEDICARE))

    match = _ranked(_program("x", setting=Setting.SCHOOL), case=case)[0]

    payer = match.criteria[2]
    assert payer.outcome is Truth.NOT_MET
    assert [one.text for one in match.reasons_against] == [
        one.text for one in payer.reasons if one.outcome is Truth.NOT_MET
    ]
    assert payer.reasons[0].text == Text(
        "What the payer asks (Medicare: admission to intensive outpatient services).",
        "Lo que exige el pagador (Medicare: admisión a servicios ambulatorios intensivos).",
    )
    assert all(one.clause is not None for one in payer.reasons[1:])


def test_reasons_are_for_against_or_open() -> None:
    match = _ranked(_program("x", min_age=18, schedule=_week(13)))[0]

    assert [one.text.en for one in match.reasons_for] == ["Medically stable"]
    assert [one.text.en for one in match.reasons_against] == ["Free at the times of the sessions"]
    assert [one.text.en for one in match.reasons_unknown] == ["Age that the program takes"]


def test_a_match_is_quiet_and_tells_its_safety_notice() -> None:
    match = _ranked(BASE, case=Case())[0]

    assert repr(match) == "<ProgramMatch: 6 criteria>"
    assert match.safety is not None
    assert isinstance(to_data(match), dict)


def test_facts_that_contradict_each_other_are_a_gap_of_every_program() -> None:
    case = evolve(CASE, person=evolve(NEEDS_IOP, needs_medical_and_nursing_care=True))

    matches = rank_programs(case, [Program(id="p"), Program(id="q")], on=DAY)

    assert [[gap.code for gap in match.gaps] for match in matches] == [["facts-contradict"]] * 2


def test_terms_of_admission_are_several_in_spanish_too() -> None:
    case = evolve(CASE, person=evolve(NEEDS_IOP, age=40))
    programs = [Program(id="p", min_age=age) for age in (18, 50)]

    met, not_met = rank_programs(case, programs, on=DAY)

    assert met.criteria[1].detail == Text("met", "se cumplen")
    assert not_met.criteria[1].detail == Text("not met", "no se cumplen")


def test_no_programs_give_no_ranking() -> None:
    assert _ranked() == ()


def test_what_may_end_in_a_tie_may_move_too() -> None:
    person = Person(needs_more_than_weekly_sessions=True, free_times=NEEDS_IOP.free_times)
    case = Case(person=person, health_plan=ALONE)
    programs = (
        _program("iop", schedule=_week(13)),
        _program("therapy", level=CareLevel.OUTPATIENT_THERAPY),
    )

    first, second = _ranked(*programs, case=case)

    assert (first.program.id, second.program.id) == ("iop", "therapy")
    assert "level" in [one.id for one in first.may_move]


@pytest.mark.parametrize(
    ("applies", "outcomes", "expected"),
    [
        ((Truth.MET,), (Truth.MET,), Truth.MET),
        ((Truth.MET, Truth.UNKNOWN), (Truth.MET, Truth.MET), Truth.UNKNOWN),
        ((Truth.MET, Truth.UNKNOWN), (Truth.NOT_MET, Truth.MET), Truth.NOT_MET),
        ((Truth.UNKNOWN,), (Truth.NOT_MET,), Truth.UNKNOWN),
        ((), (), Truth.UNKNOWN),
    ],
)
def test_what_payers_ask_is_met_where_all_that_may_apply_is(
    applies: tuple[Truth, ...], outcomes: tuple[Truth, ...], expected: Truth
) -> None:
    decision = admit(BASE, CASE, on=DAY)
    answers = Answers(
        case=Case(program=BASE),
        program=BASE,
        placement=None,
        admission=decision,
        rule_sets=tuple(
            RuleSetOutcome(
                applies=whether, decision=evolve(decision, outcome=outcome), is_of_payer=True
            )
            for whether, outcome in zip(applies, outcomes, strict=True)
        ),
        estimate=None,
    )

    assert judge(answers)[2].outcome is expected


def test_of_a_case_only_what_is_about_the_person_goes_along_to_another_program() -> None:
    about_person = {
        "start": DAY,
        "entry_route": EntryRoute.STEP_DOWN,
        "planned_absences": 1,
    }
    told = Episode(
        weeks=6,
        track="evening",
        is_in_network=True,
        is_authorized=True,
        is_admitted=True,
        has_age_exception=True,
        are_absences_excused=True,
        travel=FREE_RIDE,
        **about_person,  # type: ignore[arg-type]  # a table of fields
    )
    case = Case(
        program=BASE, episode=told, prices=PriceList(), billed=BilledCare(), person=NEEDS_IOP
    )
    other = _program("other")

    moved = case_with(case, other)

    assert moved == Case(
        program=other,
        episode=Episode(**about_person),  # type: ignore[arg-type]  # a table of fields
        person=NEEDS_IOP,
    )
    assert case_with(case, BASE) == case
    assert case_with(evolve(case, program=None), other) == evolve(case, program=other)
