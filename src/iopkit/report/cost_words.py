"""The words of costs through time, of what would change them most, and side by side."""

from __future__ import annotations

from iopkit.values.texts import Text

PLAN_PAYS = Text("Beside it, the plan pays", "Aparte, el plan paga")
DAYS_PAID_BY = Text("The days of the program are paid by", "Los días del programa los paga")
LIKELY = Text("Likely, as stated", "Probable, según lo indicado")
THROUGH_TIME = Text("Through time", "A lo largo del tiempo")
LOW_END = Text("At the low end", "En el extremo bajo")
HIGH_END = Text("At the high end", "En el extremo alto")
NOT_BY_DAY = Text(
    "Not known day by day: nothing bounds this end, or only a bound of it is known.",
    "No se conoce día por día: nada limita este extremo, o solo se conoce un límite.",
)
FROM = {
    "day": Text("Day", "Día"),
    "week": Text("Week from", "Semana desde"),
    "month": Text("Month from", "Mes desde"),
}
VISITS = Text("visits", "visitas")
TO_PAY = Text("to pay", "por pagar")
SO_FAR = Text("so far", "acumulado")
PLAN = Text("plan pays", "paga el plan")
INCOME = Text("income lost", "sin ganar")
DEDUCTIBLE_MET = Text("The deductible is met on {days}.", "El deducible se alcanza el {days}.")
LIMIT_MET = Text(
    "The out-of-pocket limit is met on {days}.",
    "El límite de gastos de bolsillo se alcanza el {days}.",
)
CHANGES_MOST = Text("What would change this most", "Lo que más cambiaría esto")
IF_LOW = Text("if for the low end", "si lleva al mínimo")
IF_HIGH = Text("if for the high end", "si lleva al máximo")
HOW_TRIED = Text(
    "Each unknown is answered as at one end and as at the other, all others left open; the first"
    " leaves the least open of what is to be paid. What has no one answer to try is not listed"
    " and may change more.",
    "Cada dato se responde como en un extremo y como en el otro, con los demás abiertos; el primero"
    " deja lo menos abierto de lo que se paga. Lo que no tiene una sola respuesta que probar no se"
    " indica y puede cambiar más.",
)
SIDE_BY_SIDE = Text("Costs side by side", "Costos comparados")
COSTS_LESS = Text(
    "Less is to be paid for {less} than for {more}: by {least} at least, by {most} at most.",
    "Se paga menos con {less} que con {more}: al menos {least} y como mucho {most}.",
)
COSTS_LESS_OPEN = Text(
    "Less is to be paid for {less} than for {more}: by {least} at least.",
    "Se paga menos con {less} que con {more}: al menos {least}.",
)
NONE_IS_LESS = Text(
    "Of no two is one certain to cost less.", "De ningún par es seguro que uno cueste menos."
)
ALL_ASSUME = Text("Assumed of all", "Se supone de todos")
ALL_LACK = Text("Not known of any", "No se sabe de ninguno")
ONLY = Text("Only for {name}", "Solo para {name}")
COST_IS_NOT_WORTH = Text(
    "What costs less is not what helps more.", "Lo que cuesta menos no es lo que más ayuda."
)
INSTALLMENTS = Text("In installments", "A plazos")
NO_INSTALLMENTS = Text(
    "Only one exact cost above zero can be told in installments.",
    "Solo un costo exacto mayor que cero puede indicarse a plazos.",
)
NUMBER = Text("Month", "Mes")
AMOUNT = Text("to pay", "por pagar")
INTEREST = Text("interest", "interés")
STILL_OWED = Text("still owed", "aún se debe")
IN_ALL = Text("In all", "En total")
