"""What an estimate asks for, field by field, as a question for people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import Benefit, LinePart

_AGAIN = (
    ("second_coverage.plan.", "health_plan."),
    ("second_coverage.used.", "used."),
    ("second_coverage.allowed", "prices.allowed"),
    ("second_coverage.is_", "episode.is_"),
)
"""Fields of a second plan, and those of the first that ask the same."""

_SECOND = Text("Second plan: {of}", "Segundo plan: {of}")
_CHARGED = Text(
    "What does the program charge for a day without insurance?",
    "¿Cuánto cobra el programa por un día sin seguro?",
)
_WHICH_PRICE = Text(
    "Which of the prices told is the one that applies?",
    "¿Cuál de los precios indicados corresponde?",
)
_OTHER_PRICE = Text(
    "What does another service of the program cost, such as the intake or a drug screen?",
    "¿Cuánto cuesta otro servicio del programa, como la evaluación inicial o una prueba de drogas?",
)

QUESTIONS: Mapping[str, Text] = MappingProxyType(
    {
        "episode.start": Text("On which day does care begin?", "¿Qué día comienza la atención?"),
        "episode.weeks": Text("How many weeks does it last?", "¿Cuántas semanas dura?"),
        "episode.next_birthday": Text(
            "Does the next birthday fall before, during or after care?",
            "¿El próximo cumpleaños cae antes, durante o después de la atención?",
        ),
        "episode.is_authorized": Text(
            "Has the plan authorized the program?", "¿Ha autorizado el plan el programa?"
        ),
        "episode.is_in_network": Text(
            "Is the program in the plan's network?", "¿Está el programa en la red del plan?"
        ),
        "episode.may_be_balance_billed": Text(
            "May the program ask for what the plan does not recognize of its bill?",
            "¿Puede el programa cobrar lo que el plan no reconoce de su factura?",
        ),
        "episode.missed_days": Text("Which days will be missed?", "¿A qué días se faltará?"),
        "episode.makes_up_missed_days": Text(
            "Are missed days made up later?", "¿Se recuperan después los días perdidos?"
        ),
        "episode.travel.minutes": Text(
            "How many minutes does one way there take?", "¿Cuántos minutos dura el viaje de ida?"
        ),
        "person.age": Text("How old is the person?", "¿Qué edad tiene la persona?"),
        "person.work.paid_leave_minutes": Text(
            "How much paid leave is left?", "¿Cuánto permiso pagado queda?"
        ),
        "program.services_per_day": Text(
            "How many services does the program give on a day?",
            "¿Cuántos servicios da el programa por día?",
        ),
        "program.schedule.days_per_week": Text(
            "On how many days a week does the program meet?",
            "¿Cuántos días por semana se reúne el programa?",
        ),
        "program.schedule.sessions": Text(
            "On which weekdays does the program meet?",
            "¿Qué días de la semana se reúne el programa?",
        ),
        "program.intake_minutes": Text(
            "How many minutes does the intake take?", "¿Cuántos minutos dura la evaluación inicial?"
        ),
        "program.attendance.drug_screens": Text(
            "How many drug screens does the course have?",
            "¿Cuántas pruebas de drogas tiene el programa?",
        ),
        "program.fees": _CHARGED,
        "prices.charges": _CHARGED,
        "prices.allowed": Text(
            "What does the plan allow for a day of the program?",
            "¿Qué monto permite el plan por un día del programa?",
        ),
        "health_plan.plan_year": Text(
            "From which day to which does the plan year run?",
            "¿De qué día a qué día va el año del plan?",
        ),
        "health_plan.iop_coverage": Text(
            "Does the plan cover the program?", "¿Cubre el plan el programa?"
        ),
        "health_plan.missing_authorization": Text(
            "What does the plan do where no authorization was given?",
            "¿Qué hace el plan si no se dio la autorización?",
        ),
        "health_plan.iop_benefit": Text(
            "Under which benefit does the plan pay the program's days?",
            "¿Con qué beneficio paga el plan los días del programa?",
        ),
        "health_plan.coordination": Text(
            "How does the plan pay where another plan has paid before it?",
            "¿Cómo paga el plan cuando otro plan ha pagado antes?",
        ),
        "health_plan.deductible_when_second": Text(
            "What counts toward the plan's deductible of days that another plan has paid first?",
            "¿Qué cuenta para el deducible del plan, de los días que otro plan ha pagado antes?",
        ),
        "health_plan.limit_when_second": Text(
            "What counts toward the plan's out-of-pocket limit of days that another plan has paid "
            "first?",
            "¿Qué cuenta para el límite de gastos de bolsillo del plan, de los días que otro plan "
            "ha pagado antes?",
        ),
        "health_plan.deductible": Text(
            "What is the plan's deductible?", "¿Cuál es el deducible del plan?"
        ),
        "health_plan.out_of_pocket_limit": Text(
            "What is the plan's out-of-pocket limit?",
            "¿Cuál es el límite de gastos de bolsillo del plan?",
        ),
        "health_plan.family.person_limit": Text(
            "What is the most that any one person of the family owes in a plan year?",
            "¿Cuánto es lo máximo que debe una sola persona de la familia en un año del plan?",
        ),
        "health_plan.limit_ends_deductible": Text(
            "Does reaching the out-of-pocket limit end the deductible?",
            "¿Termina el deducible al llegar al límite de gastos de bolsillo?",
        ),
        "used.deductible_used": Text(
            "How much of the deductible has been met?", "¿Cuánto del deducible se ha cubierto?"
        ),
        "used.carryover_used": Text(
            "How much of the deductible was met in the months that carry over into the new year?",
            "¿Cuánto del deducible se cubrió en los meses que cuentan para el nuevo año?",
        ),
        "used.limit_used": Text(
            "How much has been paid toward the out-of-pocket limit?",
            "¿Cuánto se ha pagado hacia el límite de gastos de bolsillo?",
        ),
        "used.visits_used": Text(
            "How many visits have been used of the plan's visit limit?",
            "¿Cuántas visitas se han usado del límite del plan?",
        ),
        "used.benefits_used": Text(
            "How much has been used of the benefit that pays the program's days?",
            "¿Cuánto se ha usado del beneficio que paga los días del programa?",
        ),
        "used.out_of_network": Text(
            "How much has been used outside the plan's network?",
            "¿Cuánto se ha usado fuera de la red del plan?",
        ),
        "second_coverage.pays_first": Text(
            "Does the second plan pay first?", "¿Paga primero el segundo plan?"
        ),
        "second_coverage.supplement_used": Text(
            "How much has been paid this year toward the supplement's limit?",
            "¿Cuánto se ha pagado este año hacia el límite del suplemento?",
        ),
        "household.yearly_income": Text(
            "What is the household's income in a year?", "¿Cuál es el ingreso anual del hogar?"
        ),
        "household.size": Text(
            "How many people are in the household?", "¿Cuántas personas hay en el hogar?"
        ),
        "medicaid.is_exempt": Text(
            "Does Medicaid ask nothing of the person?", "¿Medicaid no cobra nada a la persona?"
        ),
        "medicaid.counts_by": Text(
            "Does the State add up what a family pays by the month or by the quarter?",
            "¿Suma el estado lo que paga una familia por mes o por trimestre?",
        ),
    }
)
"""The question that each field of a case answers which an estimate may ask for."""

_OF_BENEFIT: Mapping[str, Text] = MappingProxyType(
    {
        "cost_share": Text(
            "What do you owe under this benefit: {of}?", "¿Cuánto se debe con este beneficio: {of}?"
        ),
        "has_visit_limit": Text(
            "Is there a limit of visits under this benefit: {of}?",
            "¿Hay un límite de visitas con este beneficio: {of}?",
        ),
        "visit_limit": Text(
            "How many visits are paid under this benefit: {of}?",
            "¿Cuántas visitas se pagan con este beneficio: {of}?",
        ),
    }
)
_COUNTS = Text(
    "Does this count toward the out-of-pocket limit: {of}?",
    "¿Cuenta esto para el límite de gastos de bolsillo: {of}?",
)


def question_of(path: str) -> Text | None:
    """Return what a field of a case answers, as a question; `None` where none has words for it."""
    for second, first in _AGAIN:
        if path.startswith(second):
            same = question_of(first + path.removeprefix(second))
            return None if same is None else _about(_SECOND, same)
    match path.split("."):
        case ["health_plan", "benefits", benefit, name] if name in _OF_BENEFIT:
            return _about(_OF_BENEFIT[name], Benefit(benefit).label)
        case ["health_plan", "counts_toward_limit", part]:
            return _about(_COUNTS, LinePart(part).label)
        case ["program" | "prices", _, "chosen"]:
            return _WHICH_PRICE
        case ["program" | "prices", _, place] if place.isdecimal():
            return _OTHER_PRICE
        case _:
            return QUESTIONS.get(path)


def _about(question: Text, of: Text) -> Text:
    return Text(question.en.format(of=of.en), question.es.format(of=of.es))
