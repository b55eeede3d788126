"""The words in which a health plan is described."""

from __future__ import annotations

from iopkit.values.texts import Text

NOT_TOLD = Text("not told", "no se indica")
NONE = Text("none", "ninguno")
PLAN_YEAR = Text("plan year {start} to {last}", "año del plan del {start} al {last}")
SINCE = Text("plan year from {start}", "año del plan desde el {start}")
SYNTHETIC = Text("A made-up design: nobody's plan", "Un diseño inventado: no es el plan de nadie")
HSA = Text(
    "May be used with a health savings account (HSA)",
    "Puede usarse con una cuenta de ahorros para la salud (HSA)",
)
NO_HSA = Text(
    "Cannot be used with a health savings account (HSA)",
    "No puede usarse con una cuenta de ahorros para la salud (HSA)",
)
IOP_IS = Text(
    "Intensive outpatient program: {coverage}", "Programa ambulatorio intensivo: {coverage}"
)
PAID_AS = Text("An IOP day is paid as: {benefit}", "Un día de IOP se paga como: {benefit}")
BENEFIT_NOT_TOLD = Text(
    "Under which benefit an IOP day is paid is not told",
    "No se indica con qué beneficio se paga un día de IOP",
)
DEDUCTIBLE = Text("Deductible for the year: {amount}", "Deducible del año: {amount}")
LIMIT = Text("Out-of-pocket limit for the year: {amount}", "Límite de gastos del año: {amount}")
COUNTS = Text("Counts toward the limit: {parts}", "Cuenta para el límite: {parts}")
COUNTS_NOT = Text("Does not count toward the limit: {parts}", "No cuenta para el límite: {parts}")
COUNTS_NO_MORE = Text("Nothing else counts toward it", "Nada más cuenta para él")
COUNTS_NOT_TOLD = Text(
    "What counts toward the limit is not told", "No se indica qué cuenta para el límite"
)
ENDS_DEDUCTIBLE = Text(
    "Once the limit is reached, no deductible is owed",
    "Al llegar al límite, ya no se debe deducible",
)
LEAVES_DEDUCTIBLE = Text(
    "The deductible goes on even after the limit is reached",
    "El deducible sigue aunque se llegue al límite",
)
EACH_VISIT = Text("{benefit}: {share}", "{benefit}: {share}")
FIRST_VISITS = Text(
    "{benefit}, first {visits} visits of the year: {share}",
    "{benefit}, primeras {visits} visitas del año: {share}",
)
COUNTED_WITH = Text(
    "The first visits are counted together with: {benefits}",
    "Las primeras visitas se cuentan junto con: {benefits}",
)
LATER_VISITS = Text("{benefit}, later visits: {share}", "{benefit}, visitas siguientes: {share}")
VISIT_LIMIT = Text(
    "{benefit}: the plan pays for {visits} visits a year",
    "{benefit}: el plan paga {visits} visitas al año",
)
VISIT_LIMIT_UNSAID = Text(
    "{benefit}: there is a limit on visits, and it is not told",
    "{benefit}: hay un límite de visitas, y no se indica cuál",
)
NO_VISIT_LIMIT = Text("{benefit}: no limit on visits", "{benefit}: sin límite de visitas")
THEN = Text(", then ", ", luego ")
FIRST_DEDUCTIBLE = Text("you pay until the deductible is met", "se paga hasta cubrir el deducible")
COPAY = Text("you pay {amount} {unit}", "se pagan {amount} {unit}")
PER_VISIT = Text("each time", "cada vez")
COPAY_DAYS = Text("for the first {days} days of a stay", "en los primeros {days} días de estancia")
COPAY_CAP = Text("at most {amount} for one stay", "como máximo {amount} por estancia")
SHARE = Text(
    "you pay {share} of what the plan allows", "se paga el {share} de lo que admite el plan"
)
SHARE_OF_REST = Text("you pay {share} of the rest", "se paga el {share} del resto")
NOTHING = Text("you pay nothing", "no se paga nada")
FAMILY_DEDUCTIBLE = Text("Deductible for the family: {amount}", "Deducible de la familia: {amount}")
FAMILY_LIMIT = Text(
    "Out-of-pocket limit for the family: {amount}", "Límite de gastos de la familia: {amount}"
)
PERSON_LIMIT = Text(
    "No single person owes more than {amount} a year",
    "Ninguna persona sola debe más de {amount} al año",
)
OUTSIDE = Text("Outside the network: {coverage}", "Fuera de la red: {coverage}")
OUTSIDE_NOT_TOLD = Text(
    "What is paid outside the network is not told", "No se indica qué se paga fuera de la red"
)
OUTSIDE_DEDUCTIBLE = Text(
    "Outside the network, deductible for the year: {amount}",
    "Fuera de la red, deducible del año: {amount}",
)
OUTSIDE_SHARE = Text(
    "Outside the network you pay {share} of what the plan recognizes, and perhaps the rest",
    "Fuera de la red se paga el {share} de lo que el plan reconoce, y quizá el resto",
)
OUTSIDE_NOTHING = Text(
    "Outside the network the plan pays nothing: your share is 100%",
    "Fuera de la red el plan no paga nada: la parte del paciente es el 100%",
)
OUTSIDE_NOTHING_ELSE = Text(
    "Outside the network the plan pays for no other benefit: your share is 100%",
    "Fuera de la red el plan no paga ningún otro beneficio: la parte del paciente es el 100%",
)
OUTSIDE_LIMIT = Text(
    "Outside the network, out-of-pocket limit for the year: {amount}",
    "Fuera de la red, límite de gastos del año: {amount}",
)
GROUP_COPAY = Text("{amount} in a group session", "{amount} en una sesión de grupo")
COPAY_WAIVED = Text("no copay if: {events}", "sin copago en caso de: {events}")
LIMIT_OF_SERVICE = Text(
    "{benefit}: the plan pays for {quantity} {unit} {period}",
    "{benefit}: el plan paga {quantity} {unit} {period}",
)
LIMIT_OF_DOLLARS = Text(
    "{benefit}: the plan pays at most ${quantity} {period}",
    "{benefit}: el plan paga como máximo ${quantity} {period}",
)
OWN_DEDUCTIBLE = Text(
    "{benefit}: a deductible of its own, {amount}", "{benefit}: un deducible propio, {amount}"
)
OWN_POT = Text("{benefit}: counted with the {pot}", "{benefit}: cuenta con los {pot}")
NOT_TOWARD_LIMIT = Text(
    "{benefit}: nothing of it counts toward the out-of-pocket limit",
    "{benefit}: nada de ello cuenta para el límite de gastos de bolsillo",
)
NEEDS_AUTHORIZATION = Text(
    "{benefit}: must be authorized first", "{benefit}: requiere autorización previa"
)
NO_AUTHORIZATION = Text(
    "{benefit}: no authorization is needed", "{benefit}: no requiere autorización"
)
WITHOUT_AUTHORIZATION = Text(
    "Without an authorization that the plan asks for, {rule}",
    "Sin la autorización que pide el plan, {rule}",
)
PENALTY = Text(
    "The penalty is {parts}, which counts toward no limit",
    "La penalización es {parts}, y no cuenta para ningún límite",
)
PENALTY_SHARED = Text("{parts} {unit}", "{parts} {unit}")
PENALTY_SHARE = Text("{share} of {base}", "el {share} de {base}")
PENALTY_MOST = Text("at most {amount}", "como máximo {amount}")
PLUS = Text(" plus ", " más ")
MEMBERS = Text("{members} members", "{members} miembros")
OUTSIDE_BENEFIT = Text("Outside the network, {line}", "Fuera de la red, {line}")
OUTSIDE_DEDUCTIBLE_STANDS = Text(
    "Deductible outside and inside the network: {rule}",
    "Deducible fuera y dentro de la red: {rule}",
)
OUTSIDE_LIMIT_STANDS = Text(
    "Out-of-pocket limit outside and inside the network: {rule}",
    "Límite de gastos fuera y dentro de la red: {rule}",
)
DRUG_DEDUCTIBLE = Text(
    "Deductible for prescription drugs: {amount}",
    "Deducible de los medicamentos con receta: {amount}",
)
DRUG_LIMIT = Text(
    "Out-of-pocket limit for prescription drugs: {amount}",
    "Límite de gastos de los medicamentos con receta: {amount}",
)
TOGETHER = Text("together with the medical one", "junto con el médico")
CARRIES_OVER = Text(
    "What meets the deductible from month {month} of the calendar on also meets that of the next "
    "plan year",
    "Lo que cubre el deducible desde el mes {month} del calendario cubre también el del año "
    "siguiente del plan",
)
COORDINATES = Text(
    "Where it pays second: {method}",
    "Donde paga en segundo lugar: {method}",
)
SECOND_DEDUCTIBLE = Text(
    "Where it pays second, it counts toward its deductible {counted}",
    "Donde paga en segundo lugar, cuenta para su deducible {counted}",
)
SECOND_LIMIT = Text(
    "Where it pays second, it counts toward its limit {counted}",
    "Donde paga en segundo lugar, cuenta para su límite {counted}",
)
