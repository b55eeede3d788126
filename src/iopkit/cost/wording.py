"""What an estimate says in words: its unknowns and the names of its lines."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from iopkit.cost.course_wording import COURSE_UNKNOWNS
from iopkit.cost.payer_wording import OF_OTHER_PAYERS
from iopkit.values.texts import Text

UNKNOWNS: Mapping[str, Text] = MappingProxyType(
    {
        **COURSE_UNKNOWNS,
        "plan-not-told": Text(
            "No health plan is told, nor that there is none.",
            "No se indicó un plan de salud, ni que no haya ninguno.",
        ),
        "coverage-not-told": Text(
            "Whether the plan covers an intensive outpatient program is not known.",
            "No se sabe si el plan cubre un programa ambulatorio intensivo.",
        ),
        "authorization-not-told": Text(
            "The plan asks for authorization first; whether it was given is not known.",
            "El plan exige autorización previa; no se sabe si se dio.",
        ),
        "missing-authorization-not-told": Text(
            "What the plan does without an authorization is not known: both a denial of everything "
            "and no penalty are counted.",
            "No se sabe qué hace el plan si falta la autorización: se cuentan tanto la negación de "
            "todo como ninguna penalización.",
        ),
        "penalty-unit-not-told": Text(
            "Whether the plan takes its penalty of each service, of the stay or of the whole "
            "episode is not known: each is counted.",
            "No se sabe si el plan aplica su penalización a cada servicio, a la estancia o a todo "
            "el episodio: se cuentan todos los casos.",
        ),
        "network-not-told": Text(
            "Whether the program is in the plan's network is not known, nor what the plan pays "
            "outside it: there, anything from nothing to all that is charged may be owed.",
            "No se sabe si el programa está en la red del plan, ni qué paga el plan fuera de "
            "ella: allí se puede deber desde nada hasta todo lo que se cobra.",
        ),
        "network-either": Text(
            "Whether the program is in the plan's network is not known: both ways are counted.",
            "No se sabe si el programa está en la red del plan: se cuentan ambos casos.",
        ),
        "session-kind-not-told": Text(
            "Whether a day counts as group or individual care, with another copay, is not known.",
            "No se sabe si un día cuenta como atención grupal o individual, con otro copago.",
        ),
        "care-events-not-told": Text(
            "What happened on a day, which may waive its copay, is not known.",
            "No se sabe qué ocurrió en un día, lo que puede eximir de su copago.",
        ),
        "session-minutes-not-told": Text(
            "How many minutes a day takes is not known; the plan limits hours.",
            "No se sabe cuántos minutos dura un día; el plan limita las horas.",
        ),
        "out-of-network": Text(
            "The program is outside the plan's network, and what the plan pays there is not told: "
            "anything from nothing to all that is charged may be owed.",
            "El programa está fuera de la red del plan, y no se indicó qué paga el plan allí: se "
            "puede deber desde nada hasta todo lo que se cobra.",
        ),
        "balance-bill-not-told": Text(
            "Whether a program outside the network may ask for the rest of its bill is not known.",
            "No se sabe si un programa fuera de la red puede cobrar el resto de su factura.",
        ),
        "level-not-told": Text(
            "The plan tells nothing of care at the level of this program; what it tells of "
            "another level does not hold for it.",
            "El plan no dice nada de la atención de este nivel; lo que dice de otro nivel no rige "
            "para ella.",
        ),
        "iop-benefit-not-told": Text(
            "Under which benefit the plan pays an IOP day is not known; it is not an office visit "
            "by itself.",
            "No se sabe con qué beneficio paga el plan un día de IOP; no es por sí mismo una "
            "visita al consultorio.",
        ),
        "cost-share-not-told": Text(
            "What you owe under the benefit that pays an IOP day is not known.",
            "No se sabe cuánto se debe con el beneficio que paga un día de IOP.",
        ),
        "visit-limit-not-told": Text(
            "Whether the plan limits the number of visits, and to how many, is not known.",
            "No se sabe si el plan limita el número de visitas, ni a cuántas.",
        ),
        "visits-used-not-told": Text(
            "How many visits have been used of the plan's visit limit is not known.",
            "No se sabe cuántas visitas se han usado del límite del plan.",
        ),
        "deductible-not-told": Text(
            "The plan's deductible is not known.",
            "No se conoce el deducible del plan.",
        ),
        "deductible-used-not-told": Text(
            "How much of the deductible has been met is not known exactly.",
            "No se sabe con exactitud cuánto del deducible se ha cubierto.",
        ),
        "carryover-not-told": Text(
            "How much of the deductible carries over into the new plan year is not known exactly.",
            "No se sabe con exactitud cuánto del deducible pasa al nuevo año del plan.",
        ),
        "limit-not-told": Text(
            "The plan's out-of-pocket limit is not known, nor that there is none.",
            "No se conoce el límite de gastos de bolsillo del plan, ni que no lo haya.",
        ),
        "limit-used-not-told": Text(
            "How much has been paid toward the out-of-pocket limit is not known exactly.",
            "No se sabe con exactitud cuánto se ha pagado hacia el límite de gastos de bolsillo.",
        ),
        "person-limit-not-told": Text(
            "Whether any one person of the family owes no more than federal law lets most plans "
            "ask is not known.",
            "No se sabe si una sola persona de la familia debe como máximo lo que la ley federal "
            "permite pedir a la mayoría de los planes.",
        ),
        "counts-toward-limit-not-told": Text(
            "Which payments count toward the out-of-pocket limit is not known.",
            "No se sabe qué pagos cuentan para el límite de gastos de bolsillo.",
        ),
        "limit-ends-deductible-not-told": Text(
            "Whether reaching the out-of-pocket limit ends the deductible is not known.",
            "No se sabe si al llegar al límite de gastos de bolsillo termina el deducible.",
        ),
        "benefit-use-not-told": Text(
            "How much has been used of the benefit that pays an IOP day is not known.",
            "No se sabe cuánto se ha usado del beneficio que paga un día de IOP.",
        ),
        "plan-details-not-told": Text(
            "A rule of the plan, or what counts toward it, is not fully known.",
            "No se conoce del todo una regla del plan, o lo que cuenta para ella.",
        ),
        "allowed-not-known": Text(
            "What the plan allows for an IOP day is not known.",
            "No se sabe qué monto permite el plan por un día de IOP.",
        ),
        "charge-not-known": Text(
            "What the program charges without insurance is not known.",
            "No se sabe cuánto cobra el programa sin seguro.",
        ),
        "price-range": Text(
            "A price is known only as a range.",
            "Un precio solo se conoce como un rango.",
        ),
        "price-not-in-force": Text(
            "On some days of the course no price that was told is in force.",
            "En algunos días no está vigente ninguno de los precios indicados.",
        ),
        "price-of-parts": Text(
            "A price that is not the same every day is known only as a range.",
            "Un precio que no es igual todos los días solo se conoce como un rango.",
        ),
        "price-for-several-days": Text(
            "The price is for several days; whether it is claimed at once, with one copay, or in "
            "equal parts day by day is not known.",
            "El precio es por varios días; no se sabe si se reclama de una vez, con un copago, o "
            "en partes iguales día por día.",
        ),
        "several-prices": Text(
            "Several prices are told for the program; which one applies is not known.",
            "Se indicaron varios precios del programa; no se sabe cuál corresponde.",
        ),
        "price-unit": Text(
            "A price is told by a unit that the schedule, or the unit of the charge, does not let "
            "us count.",
            "Un precio se indicó por una unidad que el horario, o la unidad de lo que se cobra, no "
            "permite contar.",
        ),
        "fee-condition": Text(
            "A fee is asked only on a condition; whether it is met is not known.",
            "Una tarifa se cobra solo bajo una condición; no se sabe si se cumple.",
        ),
        "services-per-day": Text(
            "How many services are given on a day is not known; the payer's rate depends on it.",
            "No se sabe cuántos servicios se dan por día; de eso depende la tarifa del pagador.",
        ),
        "setting-not-told": Text(
            "The program's setting is not known; the payer's rate depends on it.",
            "No se sabe el tipo de lugar del programa; de eso depende la tarifa del pagador.",
        ),
        "other-services-coverage": Text(
            "Whether the plan pays the intake assessment and drug screens is not known.",
            "No se sabe si el plan paga la evaluación inicial y las pruebas de drogas.",
        ),
        **OF_OTHER_PAYERS,
        "medicaid-exempt-not-told": Text(
            "Whether Medicaid asks nothing of the person, as of most people under 18, in "
            "pregnancy or in hospice care, is not known.",
            "No se sabe si Medicaid no cobra nada a la persona, como a la mayoría de los menores "
            "de 18 años, en el embarazo o en cuidados paliativos.",
        ),
        "medicaid-income-not-told": Text(
            "The family's income is not known exactly; Medicaid may ask more in another band of "
            "income.",
            "No se conocen con exactitud los ingresos de la familia; Medicaid puede cobrar más en "
            "otra banda de ingresos.",
        ),
        "medicaid-guideline-not-known": Text(
            "How the family's income stands to the poverty guideline is not known; tell the size "
            "of the household and the state.",
            "No se sabe cómo están los ingresos de la familia frente a la guía de pobreza; "
            "indique el tamaño del hogar y el estado.",
        ),
        "medicaid-lowest-band": Text(
            "The most that a State may ask in the lowest band of income is known only at least: it "
            "rises with prices from year to year.",
            "Lo máximo que un estado puede cobrar en la banda más baja de ingresos solo se conoce "
            "como mínimo: sube cada año con los precios.",
        ),
        "medicaid-time-not-told": Text(
            "Whether the State adds up what a family pays by the month or by the quarter is not "
            "known; both are counted.",
            "No se sabe si el estado suma lo que paga una familia por mes o por trimestre; se "
            "cuentan ambos.",
        ),
        "travel-not-told": Text(
            "Travel is not told; transportation is left out of the total.",
            "No se indicó el viaje; el transporte queda fuera del total.",
        ),
        "miles-not-told": Text(
            "The distance is not told; driving is left out of the total.",
            "No se indicó la distancia; el viaje en auto queda fuera del total.",
        ),
        "mileage-not-published": Text(
            "For some days of the course no mileage rate is published; what driving on them costs "
            "is not known. Tell cost_per_mile.",
            "Para algunos días no hay una tarifa por milla publicada; no se sabe cuánto cuesta "
            "conducir esos días. Indique cost_per_mile.",
        ),
        "fares-not-told": Text(
            "Fares are not told and are left out of the total.",
            "No se indicaron los pasajes y quedan fuera del total.",
        ),
        "parking-not-told": Text(
            "Parking is not told and is left out of the total.",
            "No se indicó el estacionamiento y queda fuera del total.",
        ),
        "screens-not-told": Text(
            "How many drug screens a course has is not known.",
            "No se sabe cuántas pruebas de drogas tiene el programa.",
        ),
        "work-not-told": Text(
            "Working hours are not told; lost income is left out.",
            "No se indicó el horario de trabajo; los ingresos perdidos quedan fuera.",
        ),
        "pay-not-told": Text(
            "What an hour of work pays is not told; lost income is left out.",
            "No se indicó cuánto paga una hora de trabajo; los ingresos perdidos quedan fuera.",
        ),
        "paid-leave-not-told": Text(
            "How much paid leave is left is not known.",
            "No se sabe cuánto permiso pagado queda.",
        ),
        "travel-time-not-told": Text(
            "How long the way takes is not known; up to all working hours of the day may be lost.",
            "No se sabe cuánto dura el viaje; puede perderse hasta toda la jornada.",
        ),
        "session-times-not-told": Text(
            "When the sessions take place is not fully known, and so not how much work is missed.",
            "No se sabe del todo cuándo son las sesiones, ni por eso cuánto trabajo se pierde.",
        ),
    }
)

OF_MISSING: Mapping[str, str] = MappingProxyType(
    {
        "cost_share": "cost-share-not-told",
        "has_visit_limit": "visit-limit-not-told",
        "visit_limit": "visit-limit-not-told",
        "visits_used": "visits-used-not-told",
        "deductible": "deductible-not-told",
        "deductible_used": "deductible-used-not-told",
        "out_of_pocket_limit": "limit-not-told",
        "limit_used": "limit-used-not-told",
        "limit_ends_deductible": "limit-ends-deductible-not-told",
    }
)
"""The unknown for a field that adjudication would miss, by its last name."""


def code_of_missing(name: str) -> str:
    """Return the code of the unknown for a field that `needs` named."""
    name = name.removeprefix("out_of_network.")
    first, _, rest = name.partition(".")
    if first == "counts_toward_limit":
        return "counts-toward-limit-not-told"
    if first == "benefits" and "." not in rest:
        return "cost-share-not-told"
    if first == "benefits_used":
        return "benefit-use-not-told"
    return OF_MISSING.get(name.rpartition(".")[2], "plan-details-not-told")
