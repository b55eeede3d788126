"""What an estimate says in words where the days of a course are not known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from iopkit.values.texts import Text

COURSE_UNKNOWNS: Mapping[str, Text] = MappingProxyType(
    {
        "track-not-told-by-program": Text(
            "The program tells no track of the name that was chosen; every track is counted.",
            "El programa no indica ningún grupo con el nombre elegido; se cuentan todos.",
        ),
        "start-range": Text(
            "The first day is known only as a range of days; care is counted from each of them.",
            "El primer día solo se conoce como un rango de días; se cuenta desde cada uno.",
        ),
        "start-in-plan-year": Text(
            "From some of these days on, all care falls in the plan year that was told.",
            "Desde algunos de esos días, toda la atención cae en el año del plan indicado.",
        ),
        "start-across-plan-years": Text(
            "From some of these days on, care begins in one plan year and ends in another.",
            "Desde algunos de esos días, la atención empieza en un año del plan y termina en otro.",
        ),
        "start-in-later-plan-year": Text(
            "From some of these days on, all care falls in a later plan year.",
            "Desde algunos de esos días, toda la atención cae en un año del plan posterior.",
        ),
        "weeks-not-told": Text(
            "How many weeks the program lasts is not known.",
            "No se sabe cuántas semanas dura el programa.",
        ),
        "weeks-range": Text(
            "The number of weeks is known only as a range.",
            "El número de semanas solo se conoce como un rango.",
        ),
        "days-not-told": Text(
            "How many days a week you would attend is not known.",
            "No se sabe cuántos días a la semana se asistiría.",
        ),
        "days-range": Text(
            "The number of days a week is known only as a range.",
            "El número de días a la semana solo se conoce como un rango.",
        ),
        "plan-year-not-told": Text(
            "The plan year is not known; a new one, in which deductible and limit begin anew, may "
            "begin on any day of care: each is counted.",
            "No se conoce el año del plan; uno nuevo, en el que el deducible y el límite empiezan "
            "de nuevo, puede empezar en cualquier día de atención: se cuenta cada uno.",
        ),
        "plan-year-before-care": Text(
            "A new plan year may begin before care, but after the day for which the case is told; "
            "what has been used of it by then is not known.",
            "Un nuevo año del plan puede empezar antes de la atención, pero después del día para "
            "el que se indica el caso; no se sabe qué se ha usado de él hasta entonces.",
        ),
        "plan-year-of-days": Text(
            "Which days fall in which plan year is not known in several weeks, so that the cost "
            "under the plan cannot be bounded; tell the weekdays.",
            "En varias semanas no se sabe qué días caen en qué año del plan, por lo que no se "
            "puede limitar el costo con el plan; indique los días de la semana.",
        ),
        "days-around-plan-year": Text(
            "In the week in which a plan year ends, which days fall in which year is not known; "
            "each way is counted.",
            "En la semana en que termina un año del plan no se sabe qué días caen en qué año; se "
            "cuenta cada posibilidad.",
        ),
        "missed-weekdays-not-told": Text(
            "Whether the days told as missed or closed are days of the program is not known; tell "
            "the weekdays.",
            "No se sabe si los días perdidos o cerrados son días del programa; indique los días "
            "de la semana.",
        ),
        "absences-in-many-ways": Text(
            "Which days will be missed is not known, and the ways are too many to count each; "
            "only the fewest and the most days bound the cost.",
            "No se sabe a qué días se faltará, y las maneras son demasiadas para contar cada una; "
            "solo los días mínimos y máximos limitan el costo.",
        ),
        "made-up-days-not-told": Text(
            "Whether missed days are made up at the end of the course is not known.",
            "No se sabe si los días perdidos se recuperan al final.",
        ),
        "phases-range": Text(
            "The program changes its week from phase to phase; only its fewest and its most "
            "days bound the cost.",
            "El programa cambia su semana de una fase a otra; solo sus días mínimos y máximos "
            "limitan el costo.",
        ),
        "age-not-told": Text(
            "The age is not known, and a price depends on it; each is counted.",
            "No se conoce la edad, y de ella depende un precio; se cuenta cada una.",
        ),
        "birthday-not-told": Text(
            "Whether the next birthday falls before, during or after care is not known, and a "
            "price depends on age; each way is counted.",
            "No se sabe si el próximo cumpleaños cae antes, durante o después de la atención, y "
            "un precio depende de la edad; se cuenta cada posibilidad.",
        ),
        "birthday-during-care": Text(
            "On which day of care the birthday falls is not told, and a price depends on age; "
            "each day is counted.",
            "No se indica en qué día de la atención cae el cumpleaños, y un precio depende de la "
            "edad; se cuenta cada día.",
        ),
    }
)
