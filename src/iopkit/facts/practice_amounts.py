"""Amounts in how a program is run: people, intervals and weekly numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iopkit.facts.readings import amount, by_name
from iopkit.model.case import Case
from iopkit.model.practice import Practice
from iopkit.values.texts import Text

T = TypeVar("T")

_WEEK = 7
_WEEK_HOURS = 24 * 7
_WEEK_MINUTES = _WEEK_HOURS * 60
_YEAR = 366
_MOST_WEEKS = 520
_MOST_PEOPLE = 10_000
_MOST_YEARS = 80
_MOST_SESSIONS = 70


def _of(read: Callable[[Practice], T]) -> Callable[[Case], T | None]:
    def of_case(case: Case) -> T | None:
        told = case.program.practice if case.program else None
        return None if told is None else read(told)

    return of_case


PRACTICE_AMOUNTS = by_name(
    (
        amount(
            "program.max-group-size",
            _of(lambda told: told.max_group_size),
            Text(
                "How many patients at most are in one group?",
                "¿Cuántos pacientes hay como máximo en un grupo?",
            ),
            "patients",
            _MOST_PEOPLE,
        ),
        amount(
            "program.staff-per-group",
            _of(lambda told: told.staff_per_group),
            Text(
                "How many members of staff lead a group?",
                "¿Cuántas personas del personal dirigen un grupo?",
            ),
            "staff",
            _MOST_PEOPLE,
        ),
        amount(
            "program.patients-per-counselor",
            _of(lambda told: told.patients_per_counselor),
            Text(
                "How many patients does a counselor have on average?",
                "¿Cuántos pacientes tiene en promedio cada consejero?",
            ),
            "patients",
            _MOST_PEOPLE,
        ),
        amount(
            "program.capacity",
            _of(lambda told: told.capacity),
            Text(
                "For how many patients does the program have room?",
                "¿Para cuántos pacientes tiene lugar el programa?",
            ),
            "patients",
            _MOST_PEOPLE,
        ),
        amount(
            "program.supervisor-years",
            _of(lambda told: told.supervisor_years),
            Text(
                "How many years of experience with IOPs does the supervisor have?",
                "¿Cuántos años de experiencia con IOP tiene el supervisor?",
            ),
            "years",
            _MOST_YEARS,
        ),
        amount(
            "program.supervisor-weekly-hours",
            _of(lambda told: told.supervisor_weekly_hours),
            Text(
                "How many hours a week is the supervisor on site?",
                "¿Cuántas horas por semana está el supervisor en el lugar?",
            ),
            "hours a week",
            _WEEK_HOURS,
        ),
        amount(
            "program.plan-review-days",
            _of(lambda told: told.plan_review_days),
            Text(
                "After how many days at most is each plan of treatment reviewed?",
                "¿Cada cuántos días como máximo se revisa cada plan de tratamiento?",
            ),
            "days",
            _YEAR,
        ),
        amount(
            "program.family-session-days",
            _of(lambda told: told.family_session_days),
            Text(
                "How many days at most lie between two family sessions?",
                "¿Cuántos días pasan como máximo entre dos sesiones familiares?",
            ),
            "days",
            _YEAR,
        ),
        amount(
            "program.assessment-days",
            _of(lambda told: told.assessment_days),
            Text(
                "Within how many days of admission is the assessment done?",
                "¿En cuántos días desde la admisión se hace la evaluación?",
            ),
            "days",
            _YEAR,
        ),
        amount(
            "program.hours-between-services",
            _of(lambda told: told.hours_between_services),
            Text(
                "How many hours at most lie between two services?",
                "¿Cuántas horas pasan como máximo entre dos servicios?",
            ),
            "hours",
            _WEEK_HOURS,
        ),
        amount(
            "program.phone-consult-hours",
            _of(lambda told: told.phone_consult_hours),
            Text(
                "Within how many hours can a psychiatric consultation be had by phone?",
                "¿En cuántas horas se consigue una consulta psiquiátrica por teléfono?",
            ),
            "hours",
            _WEEK_HOURS,
        ),
        amount(
            "program.visit-consult-hours",
            _of(lambda told: told.visit_consult_hours),
            Text(
                "Within how many hours can a psychiatric consultation be had in person or by "
                "video?",
                "¿En cuántas horas se consigue una consulta psiquiátrica en persona o por video?",
            ),
            "hours",
            _WEEK_HOURS,
        ),
        amount(
            "program.individual-minutes",
            _of(lambda told: told.individual_minutes),
            Text(
                "How many minutes of individual sessions does each patient have in a week?",
                "¿Cuántos minutos de sesiones individuales tiene cada paciente por semana?",
            ),
            "minutes a week",
            _WEEK_MINUTES,
        ),
        amount(
            "program.individual-sessions",
            _of(lambda told: told.individual_sessions),
            Text(
                "How many individual sessions does each patient have in a week?",
                "¿Cuántas sesiones individuales tiene cada paciente por semana?",
            ),
            "sessions a week",
            _MOST_SESSIONS,
        ),
        amount(
            "program.group-sessions",
            _of(lambda told: told.group_sessions),
            Text(
                "How many group sessions does each patient have in a week?",
                "¿Cuántas sesiones de grupo tiene cada paciente por semana?",
            ),
            "sessions a week",
            _MOST_SESSIONS,
        ),
        amount(
            "program.first-month-days",
            _of(lambda told: told.first_month_days),
            Text(
                "On how many days a week are there sessions in the first four weeks?",
                "¿En cuántos días por semana hay sesiones en las primeras cuatro semanas?",
            ),
            "days a week",
            _WEEK,
        ),
        amount(
            "program.weekly-aftercare-weeks",
            _of(lambda told: told.weekly_aftercare_weeks),
            Text(
                "For how many weeks after the intensive phase is there a session every week?",
                "¿Durante cuántas semanas después de la fase intensiva hay una sesión cada semana?",
            ),
            "weeks",
            _MOST_WEEKS,
        ),
        amount(
            "program.weeks-with-aftercare",
            _of(lambda told: told.weeks_with_aftercare),
            Text(
                "How many weeks does the whole program last, aftercare included?",
                "¿Cuántas semanas dura todo el programa, con el seguimiento incluido?",
            ),
            "weeks",
            _MOST_WEEKS,
        ),
        amount(
            "program.aftercare-contact-days",
            _of(lambda told: told.aftercare_contact_days),
            Text(
                "How many days at most lie between two contacts after that, to the end?",
                "¿Cuántos días pasan como máximo entre dos contactos después de eso, hasta el "
                "final?",
            ),
            "days",
            _YEAR,
        ),
    )
)
"""Every amount in how a program is run, by name."""
