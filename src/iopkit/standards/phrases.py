"""The words of findings and comparisons."""

from __future__ import annotations

from collections.abc import Callable

from iopkit.values.money import Money
from iopkit.values.spans import Span
from iopkit.values.texts import Text

EVENING = Text("Sessions in the evening", "Sesiones al anochecer")
WEEKEND = Text("Sessions on weekends", "Sesiones los fines de semana")
TRACKS = Text(
    "Several tracks, of which a participant takes one",
    "Varios horarios, de los que se elige uno",
)
OUTSIDE_WORK = Text(
    "A way to attend outside the person's working hours",
    "Una forma de asistir fuera del horario de trabajo de la persona",
)
AT_HOME = Text("The person lives at home", "La persona vive en casa")
FREE_DAYS = Text(
    "Some days of the week are free of sessions", "Algunos días de la semana no tienen sesiones"
)
GROUPS = Text("Group therapy", "Terapia de grupo")
PEERS = Text("Support by peers", "Apoyo entre pares")
FAMILY = Text("The family takes part", "Participa la familia")
SEVERAL_DAYS = Text("Sessions on several days a week", "Sesiones varios días por semana")
ATTENDANCE = Text("Rules on attendance", "Reglas de asistencia")
REVIEWS = Text("Progress is reviewed regularly", "El progreso se revisa con regularidad")

NO_EVENING = Text("no sessions in the evening", "sin sesiones al anochecer")
NO_WEEKEND = Text("no sessions on weekends", "sin sesiones los fines de semana")
SOME_EVENING = Text("sessions in the evening", "sesiones al anochecer")
SOME_WEEKEND = Text("sessions on weekends", "sesiones los fines de semana")
REMOTE = Text("nobody travels", "nadie se traslada")
USUALLY = Text("usually {amount}", "por lo general, {amount}")

AT_LEAST = Text("at least {amount}", "al menos {amount}")
AT_MOST = Text("at most {amount}", "como máximo {amount}")
FROM_TO = Text("{low} to {high}", "{low} a {high}")

DAYS = (Text("day", "día"), Text("days", "días"))
WEEKS = (Text("week", "semana"), Text("weeks", "semanas"))


def counted(span: Span[int], unit: tuple[Text, Text]) -> Text:
    """Return a range of whole things in words: `6 to 8 weeks`."""
    one, many = unit

    def with_unit(number: int, lang: str) -> str:
        return f"{number} {(one if number == 1 else many)(lang)}"

    return Text(_range(span, "en", str, with_unit), _range(span, "es", str, with_unit))


def hours(span: Span[int]) -> Text:
    """Return a range of minutes as hours: `9 h to 12 h`."""
    return Text(
        _range(span, "en", _hours, lambda minutes, _: _hours(minutes)),
        _range(span, "es", _hours, lambda minutes, _: _hours(minutes)),
    )


def dollars(span: Span[Money]) -> Text:
    """Return a range of money in words: `at least $80.00`."""
    low, high = span.low, span.high
    whole = Span(None if low is None else low.cents, None if high is None else high.cents)
    return Text(
        _range(whole, "en", _dollars, lambda cents, _: _dollars(cents)),
        _range(whole, "es", _dollars, lambda cents, _: _dollars(cents)),
    )


def _hours(minutes: int) -> str:
    whole, rest = divmod(minutes, 60)
    if rest and not whole:
        return f"{rest} min"
    return f"{whole} h {rest} min" if rest else f"{whole} h"


def _dollars(cents: int) -> str:
    return f"${Money(cents)}"


def _range(
    span: Span[int],
    lang: str,
    first: Callable[[int], str],
    last: Callable[[int, str], str],
) -> str:
    low, high = span.low, span.high
    if high is None:
        return AT_LEAST(lang).format(amount=last(low or 0, lang))
    if low is None:
        return AT_MOST(lang).format(amount=last(high, lang))
    if low == high:
        return last(high, lang)
    return FROM_TO(lang).format(low=first(low), high=last(high, lang))
