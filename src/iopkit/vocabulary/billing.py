"""What is charged, in which unit, and where the money goes."""

from __future__ import annotations

from collections.abc import Mapping

from iopkit.values.terms import Term


class Unit(Term):
    """What one price buys."""

    DAY = "day", "per day", "por día"
    SESSION = "session", "per session", "por sesión"
    HOUR = "hour", "per hour", "por hora"
    QUARTER_HOUR = "quarter-hour", "per 15 minutes", "por 15 minutos"
    WEEK = "week", "per week", "por semana"
    PROGRAM = "program", "for the whole program", "por todo el programa"
    ONCE = "once", "once", "una vez"
    EACH = "each", "each", "cada una"


class Service(Term):
    """What a price is for."""

    IOP = "iop", "IOP day", "día de IOP"
    INTAKE = "intake", "intake assessment", "evaluación inicial"
    DRUG_SCREEN = "drug-screen", "drug screen", "prueba de drogas"
    MATERIALS = "materials", "materials", "materiales"


class BillingUnit(Term):
    """What one unit of a billing code counts; two codes for one care may count differently."""

    DAY = "day", "one day", "un día"
    HOUR = "hour", "one hour", "una hora"
    QUARTER_HOUR = "quarter-hour", "15 minutes", "15 minutos"
    SESSION = "session", "one session", "una sesión"
    ENCOUNTER = "encounter", "one visit or encounter", "una visita o consulta"
    WEEK = "week", "one week", "una semana"
    MONTH = "month", "one month", "un mes"
    EPISODE = "episode", "one episode of care", "un episodio de atención"


class CostComponent(Term):
    """The one component in which each dollar stands."""

    PROGRAM_FEES = "program-fees", "program fees", "cuotas del programa"
    OUT_OF_POCKET = "out-of-pocket", "out-of-pocket, with insurance", "gastos con seguro"
    TRANSPORTATION = "transportation", "transportation", "transporte"
    LOST_INCOME = "lost-income", "lost income", "ingresos perdidos"
    OTHER_COSTS = "other-costs", "other costs", "otros costos"
    ASSISTANCE = "assistance", "assistance", "ayuda"


class CostItem(Term):
    """What makes up the components of cost, beyond the parts of a claim line."""

    TREATMENT_FEE = "treatment-fee", "fee for the treatment", "cuota por el tratamiento"
    MILEAGE = "mileage", "miles driven", "millas recorridas"
    FARES = "fares", "fares", "pasajes"
    PARKING = "parking", "parking", "estacionamiento"
    WORKING_HOURS = "working-hours", "working hours missed", "horas de trabajo perdidas"
    TRAVEL_TIME = "travel-time", "travel time", "tiempo de viaje"
    INTAKE_ASSESSMENT = "intake-assessment", "intake assessment", "evaluación inicial"
    DRUG_SCREENS = "drug-screens", "drug screens", "pruebas de drogas"
    PROGRAM_MATERIALS = "program-materials", "program materials", "materiales del programa"
    CHILDCARE = "childcare", "childcare", "cuidado de niños"
    AUTHORIZATION_PENALTY = (
        "authorization-penalty",
        "penalty for care without authorization",
        "penalización por atención sin autorización",
    )
    FINANCIAL_ASSISTANCE = (
        "financial-assistance",
        "assistance that is taken off",
        "ayuda que se descuenta",
    )

    @property
    def component(self) -> CostComponent:
        """The component in which a dollar for this item stands.

        The fee for a treatment that a plan covers stands in out-of-pocket expenses instead.
        """
        return _COMPONENTS.get(self, CostComponent.OTHER_COSTS)


_COMPONENTS: Mapping[CostItem, CostComponent] = {
    CostItem.TREATMENT_FEE: CostComponent.PROGRAM_FEES,
    CostItem.AUTHORIZATION_PENALTY: CostComponent.OUT_OF_POCKET,
    CostItem.FINANCIAL_ASSISTANCE: CostComponent.ASSISTANCE,
    CostItem.MILEAGE: CostComponent.TRANSPORTATION,
    CostItem.FARES: CostComponent.TRANSPORTATION,
    CostItem.PARKING: CostComponent.TRANSPORTATION,
    CostItem.WORKING_HOURS: CostComponent.LOST_INCOME,
    CostItem.TRAVEL_TIME: CostComponent.LOST_INCOME,
}


class AmountUnit(Term):
    """The unit of a published amount."""

    USD = "usd", "dollars", "dólares"
    USD_PER_YEAR = "usd-per-year", "dollars per year", "dólares por año"
    USD_PER_MONTH = "usd-per-month", "dollars per month", "dólares por mes"
    USD_PER_DAY = "usd-per-day", "dollars per day", "dólares por día"
    USD_PER_SERVICE = "usd-per-service", "dollars per service", "dólares por servicio"
    USD_PER_BENEFIT_PERIOD = (
        "usd-per-benefit-period",
        "dollars per benefit period",
        "dólares por período de beneficios",
    )
    SHARE = "share", "share of the approved amount", "parte del monto aprobado"
    SHARE_OF_PAYMENT = (
        "share-of-payment",
        "share of what the agency pays",
        "parte de lo que paga la agencia",
    )
    SHARE_OF_INCOME = "share-of-income", "share of income", "parte de los ingresos"
    PERCENT_OF_POVERTY = (
        "percent-of-poverty",
        "percent of the federal poverty guideline",
        "por ciento de la guía federal de pobreza",
    )
    DISCOUNT_CLASSES = "discount-classes", "classes with a discount", "clases con descuento"
    BUSINESS_DAYS = "business-days", "business days", "días hábiles"
    CENTS_PER_MILE = "cents-per-mile", "cents per mile", "centavos por milla"
    DAY_RULE = "day-rule", "rule for the day of a year", "regla para el día del año"
    PHONE_NUMBER = "phone-number", "telephone number", "número de teléfono"
