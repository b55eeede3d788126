"""What is charged, in which unit, and where the money goes."""

from __future__ import annotations

from iopkit.values.terms import Term


class Unit(Term):
    """What one price buys."""

    DAY = "day", "per day", "por día"
    SESSION = "session", "per session", "por sesión"
    HOUR = "hour", "per hour", "por hora"
    WEEK = "week", "per week", "por semana"
    PROGRAM = "program", "for the whole program", "por todo el programa"
    ONCE = "once", "once", "una vez"


class Service(Term):
    """What a price is for."""

    IOP = "iop", "IOP day", "día de IOP"
    INTAKE = "intake", "intake assessment", "evaluación inicial"
    DRUG_SCREEN = "drug-screen", "drug screen", "prueba de drogas"
    MATERIALS = "materials", "materials", "materiales"


class CostComponent(Term):
    """The one component in which each dollar stands."""

    PROGRAM_FEES = "program-fees", "program fees", "cuotas del programa"
    OUT_OF_POCKET = "out-of-pocket", "out-of-pocket, with insurance", "gastos con seguro"
    TRANSPORTATION = "transportation", "transportation", "transporte"
    LOST_INCOME = "lost-income", "lost income", "ingresos perdidos"
    OTHER_COSTS = "other-costs", "other costs", "otros costos"


class AmountUnit(Term):
    """The unit of a published amount."""

    USD_PER_YEAR = "usd-per-year", "dollars per year", "dólares por año"
    USD_PER_DAY = "usd-per-day", "dollars per day", "dólares por día"
    SHARE = "share", "share of the approved amount", "parte del monto aprobado"
    CENTS_PER_MILE = "cents-per-mile", "cents per mile", "centavos por milla"
    PHONE_NUMBER = "phone-number", "telephone number", "número de teléfono"
