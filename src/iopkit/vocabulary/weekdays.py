"""The days of the week."""

from __future__ import annotations

from iopkit.values.terms import Ranked


class Weekday(Ranked):
    """The days of the week, Monday first; `rank` equals `date.weekday()`."""

    MONDAY = "mon", "Monday", "lunes"
    TUESDAY = "tue", "Tuesday", "martes"
    WEDNESDAY = "wed", "Wednesday", "miércoles"
    THURSDAY = "thu", "Thursday", "jueves"
    FRIDAY = "fri", "Friday", "viernes"
    SATURDAY = "sat", "Saturday", "sábado"
    SUNDAY = "sun", "Sunday", "domingo"
