"""Facts about one day of care as it is billed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iopkit.facts.readings import amount, arrangement, by_name
from iopkit.model.billed_care import BilledCare
from iopkit.model.case import Case
from iopkit.values.texts import Text

T = TypeVar("T")

_DAY = 24 * 60
_MOST_SERVICES = 100
_MOST_DAYS = 3660


def _of(read: Callable[[BilledCare], T]) -> Callable[[Case], T | None]:
    return lambda case: None if case.billed is None else read(case.billed)


BILLED_FACTS = by_name(
    (
        amount(
            "billed.day-minutes",
            _of(lambda billed: billed.day_minutes),
            Text(
                "How many minutes of therapy did the person attend that day?",
                "¿A cuántos minutos de terapia asistió la persona ese día?",
            ),
            "minutes a day",
            _DAY,
        ),
        amount(
            "billed.day-services",
            _of(lambda billed: billed.day_services),
            Text(
                "How many separate services did the person receive that day?",
                "¿Cuántos servicios separados recibió la persona ese día?",
            ),
            "services a day",
            _MOST_SERVICES,
        ),
        amount(
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
        amount(
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
        arrangement(
            "billed.has-php-claims",
            _of(lambda billed: billed.has_php_claims),
            Text(
                "Has this provider ever billed partial hospitalization for the person?",
                "¿Ha facturado este proveedor alguna vez hospitalización parcial para la persona?",
            ),
        ),
        arrangement(
            "billed.overlaps-php-claim",
            _of(lambda billed: billed.overlaps_php_claim),
            Text(
                "Does the claim share a day with a claim for partial hospitalization?",
                "¿Comparte el reclamo algún día con un reclamo de hospitalización parcial?",
            ),
        ),
        arrangement(
            "billed.repeats-bundled-service",
            _of(lambda billed: billed.repeats_bundled_service),
            Text(
                "Is a service of this claim already in a bundle billed for the same week?",
                "¿Está un servicio de este reclamo ya en un paquete facturado en la misma semana?",
            ),
        ),
        arrangement(
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
