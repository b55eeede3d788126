"""Numbers with their units, in words."""

from __future__ import annotations

from collections.abc import Mapping

from iopkit.values.texts import Text

_UNITS: Mapping[str, tuple[Text, Text]] = {
    "days": (Text("day", "día"), Text("days", "días")),
    "days a week": (
        Text("day a week", "día por semana"),
        Text("days a week", "días por semana"),
    ),
    "hours": (Text("hour", "hora"), Text("hours", "horas")),
    "hours a week": (
        Text("hour a week", "hora por semana"),
        Text("hours a week", "horas por semana"),
    ),
    "meals a day": (
        Text("meal a day", "comida por día"),
        Text("meals a day", "comidas por día"),
    ),
    "minutes": (Text("minute", "minuto"), Text("minutes", "minutos")),
    "minutes a day": (
        Text("minute a day", "minuto por día"),
        Text("minutes a day", "minutos por día"),
    ),
    "minutes a week": (
        Text("minute a week", "minuto por semana"),
        Text("minutes a week", "minutos por semana"),
    ),
    "patients": (Text("patient", "paciente"), Text("patients", "pacientes")),
    "rating": (Text("point", "punto"), Text("points", "puntos")),
    "services a day": (
        Text("service a day", "servicio por día"),
        Text("services a day", "servicios por día"),
    ),
    "services in seven days": (
        Text("service in seven days", "servicio en siete días"),
        Text("services in seven days", "servicios en siete días"),
    ),
    "sessions": (Text("session", "sesión"), Text("sessions", "sesiones")),
    "sessions a week": (
        Text("session a week", "sesión por semana"),
        Text("sessions a week", "sesiones por semana"),
    ),
    "staff": (Text("staff member", "empleado"), Text("staff members", "empleados")),
    "thousandths of a percent": (
        Text("thousandth of a percent", "milésima de por ciento"),
        Text("thousandths of a percent", "milésimas de por ciento"),
    ),
    "weeks": (Text("week", "semana"), Text("weeks", "semanas")),
    "years": (Text("year", "año"), Text("years", "años")),
}
"""Each unit of a fact in words, of one and of any other number."""

_MINUTES_OF_HOUR = 60


def unit_text(unit: str, count: int | None = None) -> Text:
    """Return `unit` in words, as it follows `count`.

    A unit without words of its own is its own word in both languages.
    """
    one, other = _UNITS.get(unit, (Text(unit, unit), Text(unit, unit)))
    return one if count == 1 else other


def count_text(count: int, unit: str) -> Text:
    """Return `count` with its unit, minutes also in hours: 539 minutes (8 h 59 min)."""
    if not unit:
        return Text(f"{count:,}", f"{count:,}")
    named = unit_text(unit, count)
    is_long = unit.startswith("minutes") and count >= _MINUTES_OF_HOUR
    hours = f" ({_hours(count)})" if is_long else ""
    return Text(f"{count:,} {named.en}{hours}", f"{count:,} {named.es}{hours}")


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, _MINUTES_OF_HOUR)
    return f"{hours} h {rest} min" if rest else f"{hours} h"
