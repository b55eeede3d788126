"""What is not known of a second coverage and of assistance, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from iopkit.values.texts import Text

OF_OTHER_PAYERS: Mapping[str, Text] = MappingProxyType(
    {
        "second-plan-not-told": Text(
            "A second plan pays too, or pays first, but the two plans are not both told.",
            "Otro plan también paga, o paga primero, pero no se indicaron ambos planes.",
        ),
        "second-plan-year-of-days": Text(
            "Which days fall in which year of the second plan is not known; tell the weekdays.",
            "No se sabe qué días caen en qué año del segundo plan; indique los días de la semana.",
        ),
        "payer-order-not-known": Text(
            "Which of the two plans pays first is not known; both orders are counted.",
            "No se sabe cuál de los dos planes paga primero; se cuentan ambos órdenes.",
        ),
        "coordination-not-told": Text(
            "How the plan that pays second counts what the first has paid is not known; every "
            "method is counted.",
            "No se sabe cómo el plan que paga en segundo lugar cuenta lo ya pagado; se cuentan "
            "todos los métodos.",
        ),
        "counting-when-second-not-told": Text(
            "What the plan that pays second counts toward its own deductible and limit of days "
            "that the first has paid is not known; each way is counted.",
            "No se sabe qué cuenta para su propio deducible y límite el plan que paga en segundo "
            "lugar, de los días que el primero ha pagado; se cuentan todas las maneras.",
        ),
        "second-plan-by-line": Text(
            "What the plan that pays second takes is known only within bounds, because what both "
            "plans pay is not known for each line.",
            "Solo se sabe entre qué límites paga el segundo plan, porque no se conoce lo que ambos "
            "pagan de cada cargo.",
        ),
        "supplement-without-medicare": Text(
            "A Medicare supplement is told, but not that Medicare pays first.",
            "Se indicó un complemento de Medicare, pero no que Medicare pague primero.",
        ),
        "supplement-used-not-told": Text(
            "How much of the supplement's yearly limit has been paid is not known.",
            "No se sabe cuánto se ha pagado del límite anual del complemento.",
        ),
        "assistance-not-told": Text(
            "Assistance is told, but not how much it takes off.",
            "Se indicó una ayuda, pero no cuánto descuenta.",
        ),
        "assistance-by-day": Text(
            "How much assistance takes is known only within bounds, because what is owed or "
            "charged is not known for each day.",
            "Solo se sabe entre qué límites descuenta la ayuda, porque no se conoce lo que se debe "
            "o se cobra cada día.",
        ),
        "income-not-told": Text(
            "The household's income, which assistance depends on, is not known.",
            "No se conocen los ingresos del hogar, de los que depende la ayuda.",
        ),
        "income-range": Text(
            "The household's income, which assistance depends on, is known only as a range.",
            "Los ingresos del hogar, de los que depende la ayuda, solo se conocen como un rango.",
        ),
        "household-not-told": Text(
            "The household's size or state, which the poverty guideline depends on, is not known.",
            "No se conoce el tamaño del hogar o el estado, de los que depende la guía de pobreza.",
        ),
        "necessity-not-told": Text(
            "Whether the care is medically necessary, which assistance depends on, is not known.",
            "No se sabe si la atención es médicamente necesaria, de lo que depende la ayuda.",
        ),
        "scale-gap": Text(
            "No class of the sliding fee scale holds an income that is possible; nothing is "
            "picked.",
            "Ninguna clase de la escala de cuotas incluye unos ingresos posibles; no se elige "
            "ninguna.",
        ),
        "guideline-not-published": Text(
            "For this state and year no federal poverty guideline is known; tell "
            "assistance.guideline.",
            "Para este estado y año no se conoce una guía federal de pobreza; indique "
            "assistance.guideline.",
        ),
        "scale-not-in-force": Text(
            "The sliding fee scale is not in force on all days of care; what another takes off is "
            "not known.",
            "La escala de cuotas no está vigente todos los días de la atención; no se sabe cuánto "
            "descuenta otra.",
        ),
        "scale-overlap": Text(
            "Several classes of the sliding fee scale hold an income that is possible; none is "
            "picked.",
            "Varias clases de la escala de cuotas incluyen unos ingresos posibles; no se elige "
            "ninguna.",
        ),
    }
)
