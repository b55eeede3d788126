"""Facts about one day of care as it is billed: it is over, so that nobody can change them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from attrs import evolve

from iopkit.facts.readings import Reading, amount, by_name, yes_or_no
from iopkit.model.billed_care import BilledCare
from iopkit.model.case import Case
from iopkit.values.texts import Text

T = TypeVar("T")

_DAY = 24 * 60
_MOST_SERVICES = 100
_MOST_DAYS = 3660


def _of(read: Callable[[BilledCare], T]) -> Callable[[Case], T | None]:
    return lambda case: None if case.billed is None else read(case.billed)


def _count(
    name: str, read: Callable[[Case], int | None], question: Text, unit: str, most: int
) -> Reading:
    told = amount(name, read, question, unit, most)
    return Reading(evolve(told.fact, changeable=False), told.read)


BILLED_FACTS = by_name(
    (
        _count(
            "billed.day-minutes",
            _of(lambda billed: billed.day_minutes),
            Text(
                "How many minutes of therapy did the person attend that day?",
                "¿A cuántos minutos de terapia asistió la persona ese día?",
            ),
            "minutes a day",
            _DAY,
        ),
        _count(
            "billed.day-services",
            _of(lambda billed: billed.day_services),
            Text(
                "How many separate services did the person receive that day?",
                "¿Cuántos servicios separados recibió la persona ese día?",
            ),
            "services a day",
            _MOST_SERVICES,
        ),
        _count(
            "billed.week-services",
            _of(lambda billed: billed.week_services),
            Text(
                "How many separate services did the person receive in the seven days that are "
                "billed together?",
                "¿Cuántos servicios separados recibió la persona en los siete días que se "
                "facturan juntos?",
            ),
            "services in seven days",
            _MOST_SERVICES,
        ),
        _count(
            "billed.days-since-php-line",
            _of(lambda billed: billed.days_since_php_line),
            Text(
                "How many days lie between the last billed day of partial hospitalization and the "
                "first of this claim?",
                "¿Cuántos días hay entre el último día facturado de hospitalización parcial y el "
                "primero de este reclamo?",
            ),
            "days",
            _MOST_DAYS,
        ),
        yes_or_no(
            "billed.has-php-claims",
            _of(lambda billed: billed.has_php_claims),
            Text(
                "Has this provider ever billed partial hospitalization for the person?",
                "¿Ha facturado este proveedor alguna vez hospitalización parcial para la persona?",
            ),
        ),
        yes_or_no(
            "billed.overlaps-php-claim",
            _of(lambda billed: billed.overlaps_php_claim),
            Text(
                "Does the claim share a day with a claim for partial hospitalization?",
                "¿Comparte el reclamo algún día con un reclamo de hospitalización parcial?",
            ),
        ),
        yes_or_no(
            "billed.repeats-bundled-service",
            _of(lambda billed: billed.repeats_bundled_service),
            Text(
                "Is a service of this claim already in a bundle billed for the same week?",
                "¿Está un servicio de este reclamo ya en un paquete facturado en la misma semana?",
            ),
        ),
        yes_or_no(
            "billed.is-leave-day",
            _of(lambda billed: billed.is_leave_day),
            Text(
                "Was the person away on leave that day?",
                "¿Estuvo la persona ausente con permiso ese día?",
            ),
        ),
    )
)
"""Every fact about a billed day of care, by name."""
