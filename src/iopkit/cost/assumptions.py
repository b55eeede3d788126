"""What an estimate assumes, in words; a name in braces stands for an amount or a year."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from iopkit.values.texts import Text

ASSUMPTIONS: Mapping[str, Text] = MappingProxyType(
    {
        "start-not-told": Text(
            "Care starts on the day for which you ask, because no start was told.",
            "La atención empieza el día por el que se pregunta, porque no se indicó un inicio.",
        ),
        "start-half-told": Text(
            "Care starts on the one day that is told of a range, because its other end was not "
            "told.",
            "La atención empieza el único día indicado de un rango, porque no se indicó su otro "
            "extremo.",
        ),
        "later-start-across-plan-years": Text(
            "Care that starts after {day} may have days in a new plan year, in which deductible "
            "and limit begin anew.",
            "La atención que empiece después del {day} puede tener días en un nuevo año del plan, "
            "en el que el deducible y el límite empiezan de nuevo.",
        ),
        "later-start-in-new-plan-year": Text(
            "Care that starts on {day} or later falls in a new plan year, in which deductible and "
            "limit begin anew.",
            "La atención que empiece el {day} o después cae en un nuevo año del plan, en el que "
            "el deducible y el límite empiezan de nuevo.",
        ),
        "weekdays-not-told": Text(
            "The days fall at the beginning of each week, because weekdays were not told.",
            "Los días caen al comienzo de cada semana, porque no se indicaron los días exactos.",
        ),
        "closed-days-counted": Text(
            "On which day the program is closed for this is not known, and it is counted as "
            "attended: {names}.",
            "No se sabe qué día cierra el programa por esto, y se cuenta como asistido: {names}.",
        ),
        "closed-days-left-out": Text(
            "Days on which the program is closed are left out and not made up; a holiday is "
            "counted on its own day.",
            "Los días en que el programa cierra no se cuentan ni se recuperan; cada feriado se "
            "cuenta en su propia fecha.",
        ),
        "phases-counted-alike": Text(
            "Days of every phase are counted alike, although one is at another level of care.",
            "Los días de cada fase se cuentan igual, aunque una fase sea de otro nivel.",
        ),
        "missed-days-outside": Text(
            "Of the days told as missed, those that are no days of the course are not counted.",
            "De los días indicados como perdidos, no se cuentan los que no son días de la "
            "atención.",
        ),
        "phases-other-length": Text(
            "The phases together are not as long as the course: they end with it, and the last "
            "one goes on until then.",
            "Las fases juntas no duran lo mismo que la atención: terminan con ella, y la última "
            "sigue hasta entonces.",
        ),
        "one-absence-a-day": Text(
            "Each planned absence is one missed day.",
            "Cada ausencia prevista es un día perdido.",
        ),
        "one-plan-year": Text(
            "All care falls in one plan year, because the plan year was not told.",
            "Toda la atención cae en un mismo año del plan, porque no se indicó ese año.",
        ),
        "used-does-not-agree": Text(
            "What has been used is taken as told, although it does not agree: more of a deductible "
            "than of the limit toward which it counts, or more by one person than by the family.",
            "Lo ya usado se toma como se indicó, aunque no concuerda: más de un deducible que del "
            "límite para el que cuenta, o más de una persona que de toda la familia.",
        ),
        "new-stay": Text(
            "Care begins a new stay, of which no copay or penalty has been paid.",
            "La atención empieza una nueva estancia, sin copagos ni penalizaciones pagadas.",
        ),
        "same-plan-goes-on": Text(
            "The same plan goes on in the next plan year; of a year that begins during the care "
            "nothing has been used yet.",
            "El mismo plan continúa en el siguiente año del plan; de un año que empieza durante "
            "la atención todavía no se ha usado nada.",
        ),
        "medicare-covers-iop": Text(
            "Medicare Part B covers the program.",
            "La Parte B de Medicare cubre el programa.",
        ),
        "medicare-no-visit-limit": Text(
            "No limit on the number of visits is counted under Medicare Part B.",
            "En la Parte B de Medicare no se cuenta un límite de visitas.",
        ),
        "medicare-deductible": Text(
            "The deductible is that of Medicare Part B: {amount} in {year}.",
            "El deducible es el de la Parte B de Medicare: {amount} en {year}.",
        ),
        "medicare-patient-share": Text(
            "After the deductible you owe the patient's share of Medicare Part B: {amount} in "
            "{year}.",
            "Después del deducible se debe la parte del paciente de la Parte B de Medicare: "
            "{amount} en {year}.",
        ),
        "medicare-no-limit": Text(
            "No out-of-pocket limit is counted under Medicare Part B, and no second plan.",
            "En la Parte B de Medicare no se cuenta un límite de gastos de bolsillo, ni un segundo "
            "plan.",
        ),
        "medicare-limit-with-second": Text(
            "No out-of-pocket limit is counted under Medicare Part B.",
            "En la Parte B de Medicare no se cuenta un límite de gastos de bolsillo.",
        ),
        "medicare-copayment-ceiling": Text(
            "A hospital may ask no more for one day than the Part A deductible: {amount} in "
            "{year}.",
            "Un hospital no puede cobrar por un día más que el deducible de la Parte A: {amount} "
            "en {year}.",
        ),
        "second-counts-alone": Text(
            "What counts toward a cap on copays or a limit in dollars of the plan that pays second "
            "is counted as if it were the only plan.",
            "Lo que cuenta para un tope de copagos o un límite en dólares del plan que paga en "
            "segundo lugar se cuenta como si fuera el único plan.",
        ),
        "payer-order": Text(
            "Which plan pays first follows from what was told: {order}.",
            "Qué plan paga primero se deduce de lo indicado: {order}.",
        ),
        "medicaid-no-limits": Text(
            "No limit on visits is counted under Medicaid, and no out-of-pocket limit but the "
            "family's share of income.",
            "En Medicaid no se cuenta un límite de visitas, ni un límite de gastos de bolsillo "
            "salvo la parte de los ingresos de la familia.",
        ),
        "medicaid-copay-cap": Text(
            "Under Medicaid nobody owes more for a covered day than federal law lets a State ask "
            "at the family's income.",
            "En Medicaid nadie debe por un día cubierto más de lo que la ley federal permite "
            "cobrar a un estado según los ingresos de la familia.",
        ),
        "medicaid-family-cap": Text(
            "Under Medicaid a family owes no more in a month or quarter than a share of its "
            "income.",
            "En Medicaid una familia no debe en un mes o trimestre más que una parte de sus "
            "ingresos.",
        ),
        "medicaid-family-alone": Text(
            "Nothing else that the family pays under Medicaid is counted toward its share of "
            "income.",
            "No se cuenta ningún otro pago de la familia a Medicaid hacia su parte de los "
            "ingresos.",
        ),
        "medicaid-beside-another": Text(
            "The limits of Medicaid hold what it asks by itself; what both plans leave together is "
            "held to none of them. Ask Medicaid whether that may be asked.",
            "Los límites de Medicaid rigen lo que cobra por sí mismo; lo que los dos planes dejan "
            "juntos no se limita por ellos. Pregunte a Medicaid si se puede cobrar.",
        ),
        "poverty-guideline": Text(
            "The federal poverty guideline of the household is {amount} in {year}.",
            "La guía federal de pobreza del hogar es {amount} en {year}.",
        ),
        "poverty-guidelines": Text(
            "Income is set beside the federal poverty guidelines of {year}.",
            "Los ingresos se comparan con las guías federales de pobreza de {year}.",
        ),
        "medical-mileage": Text(
            "Driving is counted at the IRS medical mileage rate, {amount} cents a mile in {year}: "
            "a rate for tax deductions, not what it costs to drive.",
            "El viaje en auto se cuenta con la tarifa médica del IRS, {amount} centavos por milla "
            "en {year}: una tarifa para deducciones de impuestos, no lo que cuesta conducir.",
        ),
        "part-units": Text(
            "A part of an hour or of 15 minutes is charged in proportion.",
            "Una parte de una hora o de 15 minutos se cobra en proporción.",
        ),
        "price-of-first-day": Text(
            "A price for several days is the one in force on the first of them.",
            "Un precio por varios días es el vigente el primero de ellos.",
        ),
        "other-costs-not-told": Text(
            "Childcare, an intake, drug screens and materials are counted only where a price was "
            "told.",
            "El cuidado de niños, la evaluación inicial, las pruebas de drogas y los materiales "
            "solo se cuentan donde se indicó un precio.",
        ),
        "published-fee": Text(
            "The published amount for a day is {amount} in {year}.",
            "El monto publicado por día es {amount} en {year}.",
        ),
        "one-claim-a-day": Text(
            "Each day is one claim: one copay, and one visit of a visit limit.",
            "Cada día es una sola reclamación: un copago y una visita de las que limita el plan.",
        ),
        "attended-remotely": Text(
            "Sessions are attended from home, so that nobody travels.",
            "Las sesiones se siguen desde casa, así que nadie viaja.",
        ),
        "in-person-every-day": Text(
            "Every day is attended in person, although the program also offers other ways.",
            "Cada día se asiste en persona, aunque el programa también ofrece otras formas.",
        ),
        "salary-by-the-hour": Text(
            "An hour of work pays the salary, a year being 52 weeks, by the weekly hours told.",
            "Una hora de trabajo paga el salario, con años de 52 semanas, según las horas "
            "semanales indicadas.",
        ),
        "one-journey-a-day": Text(
            "On a day with several sessions you travel once and stay in between.",
            "En un día con varias sesiones se viaja una vez y se espera entre ellas.",
        ),
    }
)
