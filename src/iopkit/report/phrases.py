"""The words of a report that come from no data: headings, connectives, and empty answers."""

from __future__ import annotations

from iopkit.values.texts import Text

READ_FIRST = Text("Read this first", "Lea esto primero")
STANDS_PRESENT = Text("Said to be present", "Se ha indicado")
STANDS_UNKNOWN = Text("Not ruled out yet", "Aún sin descartar")
CONTRADICTION = Text(
    "Facts that contradict each other: until one of them is corrected, what rests on them may be"
    " wrong, the level of care too.",
    "Hay datos que se contradicen: mientras no se corrija uno de ellos, lo que se basa en ellos"
    " puede estar mal, también el nivel de atención.",
)
ANSWER_FOR = Text("Answer for {day}", "Respuesta para el {day}")
LEVEL_OF_CARE = Text("Level of care", "Nivel de atención")
AT_LEAST = Text("At least", "Como mínimo")
AT_MOST = Text("At most", "Como máximo")
POINTS_TO = Text("Points to", "Apunta a")
OPEN_LEVEL = Text(
    "open, until the questions below are answered",
    "abierto, hasta responder las preguntas de abajo",
)
LEVELS = Text(
    "Levels in order, each with the needs that ask for at least that",
    "Niveles en orden, cada uno con las necesidades que lo exigen como mínimo",
)
RULES_THAT_MAY_APPLY = Text("Rules that may apply", "Reglas que pueden aplicarse")
TO_KNOW_ASK = Text("To know, ask", "Para saberlo, pregunte")
BESIDE = Text("Met beside a level, not by one", "Se atiende junto a un nivel, no por medio de él")
YES = Text("yes", "sí")
NO = Text("no", "no")
BARRIERS = Text("Barriers, which never move the level", "Barreras, que nunca cambian el nivel")
NOT_THIS_LEVEL = Text(
    "An IOP does not meet the needs that are known. The least level that can: {level}.",
    "Un IOP no cubre las necesidades conocidas. El nivel mínimo que sí: {level}.",
)
BELOW_THIS_LEVEL = Text(
    "Less than an IOP meets the needs that are known: {level}.",
    "Basta menos que un IOP para las necesidades conocidas: {level}.",
)
OUTCOME = Text("Outcome", "Resultado")
DEPENDS_ON = Text("Depends on", "Depende de")
VERSION = Text(
    "Rule set {id}, version {version}, digest {digest}, judged for {day}",
    "Reglas {id}, versión {version}, huella {digest}, evaluadas para el {day}",
)
MAY_APPLY = Text("May apply; to know, ask", "Puede aplicarse; para saberlo, pregunte")
NOT_DECIDED_HERE = Text("Limits", "Límites")
IN_ORDER_FOR = Text("Programs in order, for {day}", "Programas en orden, para el {day}")
NO_PROGRAMS = Text(
    "No program was given: name at least one.", "No se dio ningún programa: indique al menos uno."
)
HOW_ORDERED = Text("How they are ordered", "Cómo se ordenan")
ONE_AFTER_ANOTHER = Text(
    "By one thing after another, and by no weights: each decides only between programs that are"
    " equal in all before it.",
    "Por una cosa tras otra, y sin pesos: cada una decide solo entre programas iguales en todas"
    " las anteriores.",
)
MAY_MOVE = Text("Open, and may change the place", "Sin saberse, y puede cambiar el lugar")
AS_TOLD_BY = Text("As the program tells", "Según lo que indica el programa")
RANKING_IS_NO_ADVICE = Text(
    "The order follows from what is told, and recommends nothing.",
    "El orden resulta de lo que se indicó, y no recomienda nada.",
)
FACTORS = Text("The four factors", "Los cuatro factores")
POINTS = {
    "met": Text("points to IOP", "a favor de un IOP"),
    "not-met": Text("points away", "en contra de un IOP"),
    "unknown": Text("open", "abierto"),
}
COST = Text("What it costs", "Lo que cuesta")
CURRENCY = Text("In US dollars", "En dólares de EE. UU.")
LOW = Text("low", "mínimo")
HIGH = Text("high", "máximo")
TO_PAY = Text("To pay", "Por pagar")
INCOME_LOST = Text("Income lost", "Ingresos perdidos")
TOGETHER = Text("Together", "En conjunto")
OF_WHICH = Text("of which {part}", "de lo cual, {part}")
NO_BOUND = Text("not known", "sin dato")
ASSUMED = Text("Assumed", "Se supone")
NOT_KNOWN = Text("Not known, and it matters", "No se sabe, e importa")
EXACT = Text(
    "Both ends are reached by a case that fits what is known.",
    "Ambos extremos se alcanzan en un caso compatible con lo conocido.",
)
OUTER = Text(
    "The truth lies within these ends, which may be wider than it.",
    "La verdad está entre estos extremos, que pueden ser más amplios.",
)
BUDGET = {
    "met": Text("Within the stated budget", "Cabe en el presupuesto indicado"),
    "not-met": Text("Above the stated budget", "Supera el presupuesto indicado"),
    "unknown": Text("Within the budget? Not known yet", "¿Cabe en el presupuesto? Aún no se sabe"),
}
ASK_NEXT = Text("Ask next", "Qué preguntar ahora")
GAPS = Text("What could not be answered", "Lo que no se pudo responder")
SOURCES = Text("Sources", "Fuentes")
READ_ON = Text("read {day}", "leído el {day}")
PLEASE_NOTE = Text("Please note", "Tenga en cuenta")
TOLD = Text("told: {value}", "informado: {value}")
OR_MORE = Text("{value} or more", "{value} o más")
OR_LESS = Text("{value} or less", "{value} o menos")
LACKING = Text("without {things}", "sin {things}")
NOTHING_ELSE = Text("nothing else", "nada más")
SPANISH_NOT_REVIEWED = Text(
    "No person has reviewed the Spanish of this page.",
    "Ninguna persona ha revisado el español de esta página.",
)
KIND = Text("kind", "clase")
HOW_MANY = Text("terms", "palabras")
WHAT = Text("what it is", "qué es")
VALUE = Text("value", "valor")
ENGLISH = Text("English", "inglés")
SPANISH = Text("Spanish", "español")
ALSO_CALLED = Text("also called", "también llamado")
RELATION = Text("relation", "relación")
TERM = Text("term", "término")
WHEN = Text("when, period and source", "cuándo, período y fuente")
UNIT = Text("unit", "unidad")
AMBIGUOUS = Text("Ambiguous", "Ambiguo")
NO_SUCH_WORD = Text("No term is called so", "Ningún término se llama así")
DID_YOU_MEAN = Text("Perhaps", "Quizás")
FIELD = Text("field", "campo")
TOLD_AS = Text("as told", "según lo indicado")
NOT_SHOWN = Text("told, not shown", "indicado, no se muestra")
YES = Text("yes", "sí")
NO = Text("no", "no")
NOT = Text("not", "sin")
NOTHING_ELSE = Text("nothing else", "nada más")
FIGURES = Text("What it adds up to", "Lo que suma")
ADVANTAGES = Text("Advantages of an IOP", "Ventajas de un IOP")
FIGURE_NAMES = {
    "days_per_week": Text("days a week", "días por semana"),
    "clock_minutes_per_day": Text("clock minutes a day", "minutos de reloj por día"),
    "clock_minutes_per_week": Text("clock minutes a week", "minutos de reloj por semana"),
    "therapeutic_minutes_per_day": Text("therapeutic minutes a day", "minutos de terapia por día"),
    "therapeutic_minutes_per_week": Text(
        "therapeutic minutes a week", "minutos de terapia por semana"
    ),
    "has_evening_sessions": Text("evening sessions", "sesiones por la tarde o noche"),
    "has_weekend_sessions": Text("weekend sessions", "sesiones de fin de semana"),
    "weeks": Text("weeks", "semanas"),
    "visits": Text("days of a whole course", "días de todo el programa"),
    "fees_total": Text("fees in all, in dollars", "cuotas en total, en dólares"),
}
