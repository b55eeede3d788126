"""What is said of a plan's design: each code, what it means, and its message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from iopkit.values.money import Money
from iopkit.values.problems import Problem, Severity
from iopkit.values.texts import Text

PARITY_SOURCE = "usc-42-300gg-26"
"""The id of the source of every question about parity."""

PLAN_CODES: Mapping[str, Text] = MappingProxyType(
    {
        "plan-hsa-before-deductible": Text(
            "A plan for a health savings account pays before its deductible is met.",
            "Un plan para una cuenta de ahorros para la salud paga antes de cubrir el deducible.",
        ),
        "plan-hsa-deductible": Text(
            "The deductible is too low for a health savings account.",
            "El deducible es muy bajo para una cuenta de ahorros para la salud.",
        ),
        "plan-hsa-own-deductible": Text(
            "In a family, one person's deductible is too low for a health savings account.",
            "En una familia, el deducible de una persona es muy bajo para una cuenta de ahorros.",
        ),
        "plan-hsa-limit": Text(
            "The out-of-pocket limit is too high for a health savings account.",
            "El límite de gastos es muy alto para una cuenta de ahorros para la salud.",
        ),
        "plan-federal-limit": Text(
            "The out-of-pocket limit is higher than federal law allows most plans.",
            "El límite de gastos es más alto de lo que la ley federal permite a casi todo plan.",
        ),
        "plan-person-limit": Text(
            "One person of a family may owe more than federal law allows most plans.",
            "Una persona de la familia puede deber más de lo que la ley federal suele permitir.",
        ),
        "plan-limit-below-deductible": Text(
            "The out-of-pocket limit is below the deductible.",
            "El límite de gastos es menor que el deducible.",
        ),
        "plan-family-below-person": Text(
            "An amount for a family is below that for one person.",
            "Un monto para una familia es menor que el de una persona.",
        ),
        "plan-share-direction": Text(
            "A patient's share is so high that it may be the plan's.",
            "La parte del paciente es tan alta que puede ser la del plan.",
        ),
        "plan-share-small": Text(
            "A patient's share is below 1%.",
            "La parte del paciente es menor que 1%.",
        ),
        "plan-copay-above-price": Text(
            "A copay is above every price that is told.",
            "Un copago es mayor que todo precio indicado.",
        ),
        "plan-iop-benefit": Text(
            "More than one benefit may pay an IOP day.",
            "Más de un beneficio puede pagar un día de IOP.",
        ),
        "plan-year-length": Text(
            "A plan year is longer than 12 months.",
            "Un año del plan dura más de 12 meses.",
        ),
        "plan-year-episode": Text(
            "The care does not lie within the plan year.",
            "La atención no queda dentro del año del plan.",
        ),
        "plan-parity-copay": Text(
            "Mental health or substance use care has a higher copay than an office visit.",
            "La atención de salud mental o adicciones tiene un copago mayor que una consulta.",
        ),
        "plan-parity-share": Text(
            "Mental health or substance use care has a higher share than other outpatient care.",
            "La atención de salud mental o adicciones tiene una parte mayor que otra ambulatoria.",
        ),
        "plan-parity-visits": Text(
            "Only mental health or substance use care has a limit on visits.",
            "Solo la atención de salud mental o adicciones tiene un límite de visitas.",
        ),
        "plan-parity-deductible": Text(
            "Mental health or substance use care has a deductible of its own.",
            "La atención de salud mental o adicciones tiene un deducible propio.",
        ),
        "plan-amount-missing": Text(
            "A published amount is missing for the plan year.",
            "Falta un monto publicado para el año del plan.",
        ),
    }
)
"""Every code of a finding about a plan, and what it means."""

_PARITY = Text(
    "; ask the plan about parity: what is asked of such care may not be stricter than what is "
    "asked of nearly all medical care",
    "; pregunte al plan por la paridad: lo que se pide por esa atención no puede ser más estricto "
    "que lo que se pide por casi toda la atención médica",
)
_MESSAGES: Mapping[str, tuple[Severity, Text]] = MappingProxyType(
    {
        "plan-hsa-before-deductible": (
            Severity.WARNING,
            Text(
                "expected a deductible of at least {amount} (plan years from {start}) before "
                "anything but preventive care, got {told} without one; correct the cost share or "
                "`is_hsa_eligible`",
                "se esperaba un deducible de al menos {amount} (años del plan desde {start}) antes "
                "de todo menos la atención preventiva, se leyó {told} sin deducible; corrija el "
                "costo compartido o `is_hsa_eligible`",
            ),
        ),
        "plan-hsa-deductible": (
            Severity.WARNING,
            Text(
                "expected at least {amount} for {whom} (plan years from {start}), got {told}; "
                "correct the deductible or `is_hsa_eligible`",
                "se esperaba al menos {amount} para {whom} (años del plan desde {start}), se leyó "
                "{told}; corrija el deducible o `is_hsa_eligible`",
            ),
        ),
        "plan-hsa-own-deductible": (
            Severity.WARNING,
            Text(
                "expected at least {amount}, the amount for {whom}, also where each person has an "
                "own deductible (plan years from {start}), got {told}; correct the deductible or "
                "`is_hsa_eligible`",
                "se esperaba al menos {amount}, el monto para {whom}, también si cada persona "
                "tiene su propio deducible (años del plan desde {start}), se leyó {told}; corrija "
                "el deducible o `is_hsa_eligible`",
            ),
        ),
        "plan-hsa-limit": (
            Severity.WARNING,
            Text(
                "expected at most {amount} for {whom} (plan years from {start}), got {told}; "
                "correct the limit or `is_hsa_eligible`",
                "se esperaba como máximo {amount} para {whom} (años del plan desde {start}), se "
                "leyó {told}; corrija el límite o `is_hsa_eligible`",
            ),
        ),
        "plan-federal-limit": (
            Severity.NOTE,
            Text(
                "expected at most {amount} for {whom} (plan years from {start}) unless the plan is "
                "grandfathered, got {told}; check the limit in the network, or ask the plan",
                "se esperaba como máximo {amount} para {whom} (años del plan desde {start}) salvo "
                "que el plan sea anterior a la ley, se leyó {told}; revise el límite dentro de la "
                "red, o pregunte al plan",
            ),
        ),
        "plan-person-limit": (
            Severity.NOTE,
            Text(
                "expected at most {amount} for {whom} (plan years from {start}) unless the plan is "
                "grandfathered, got {told}; tell `family.person_limit`, or ask the plan",
                "se esperaba como máximo {amount} para {whom} (años del plan desde {start}) salvo "
                "que el plan sea anterior a la ley, se leyó {told}; indique "
                "`family.person_limit`, o pregunte al plan",
            ),
        ),
        "plan-limit-below-deductible": (
            Severity.WARNING,
            Text(
                "expected a limit of at least the deductible, {amount}, got {told}; were the two "
                "mixed up? where the deductible does not count toward the limit, say so in "
                "`counts_toward_limit`",
                "se esperaba un límite no menor que el deducible, {amount}, se leyó {told}; ¿se "
                "confundieron? si el deducible no cuenta para el límite, indíquelo en "
                "`counts_toward_limit`",
            ),
        ),
        "plan-family-below-person": (
            Severity.WARNING,
            Text(
                "expected an amount for a family of at least that for one person, {amount}, got "
                "{told}; were the two mixed up?",
                "se esperaba un monto para una familia no menor que el de una persona, {amount}, "
                "se leyó {told}; ¿se confundieron?",
            ),
        ),
        "plan-share-direction": (
            Severity.NOTE,
            Text(
                "does the plan or the patient pay {told}? as written, the patient does; write the "
                "part that the patient pays",
                "¿quién paga el {told}, el plan o el paciente? según lo escrito, el paciente; "
                "escriba la parte que paga el paciente",
            ),
        ),
        "plan-share-small": (
            Severity.WARNING,
            Text(
                "expected a share of at least 1%, got {told}; was {amount} meant?",
                "se esperaba una parte de 1% como mínimo, se leyó {told}; ¿era {amount}?",
            ),
        ),
        "plan-copay-above-price": (
            Severity.WARNING,
            Text(
                "expected a copay of at most {amount}, the highest price that is told for one, got "
                "{told}; no more than the price is ever owed, so check both",
                "se esperaba un copago de {amount} como máximo, el precio más alto indicado, se "
                "leyó {told}; nunca se debe más que el precio, así que revise ambos",
            ),
        ),
        "plan-iop-benefit": (
            Severity.WARNING,
            Text(
                "expected one benefit that pays an IOP day, got {told}; let `iop_benefit` name it",
                "se esperaba un solo beneficio que pague un día de IOP, se leyó {told}; indíquelo "
                "en `iop_benefit`",
            ),
        ),
        "plan-year-length": (
            Severity.WARNING,
            Text(
                "expected a plan year of at most 12 months, got {told}; tell each plan year apart",
                "se esperaba un año del plan de 12 meses como máximo, se leyó {told}; indique cada "
                "año del plan por separado",
            ),
        ),
        "plan-year-episode": (
            Severity.WARNING,
            Text(
                "expected a plan year that holds every day of the planned care, got {told}; beyond "
                "it other amounts apply, so tell the plan of that year too",
                "se esperaba un año del plan que incluyera cada día de la atención prevista, se "
                "leyó {told}; fuera de él rigen otros montos, así que indique también el plan de "
                "ese año",
            ),
        ),
        "plan-parity-copay": (
            Severity.NOTE,
            Text(
                f"{{whom}}: a copay of {{told}}; {{other}}: {{amount}}{_PARITY.en}",
                f"{{whom}}: un copago de {{told}}; {{other}}: {{amount}}{_PARITY.es}",
            ),
        ),
        "plan-parity-share": (
            Severity.NOTE,
            Text(
                f"{{whom}}: a share of {{told}}; {{other}}: {{amount}}{_PARITY.en}",
                f"{{whom}}: una parte del {{told}}; {{other}}: {{amount}}{_PARITY.es}",
            ),
        ),
        "plan-parity-visits": (
            Severity.NOTE,
            Text(
                f"{{whom}}: at most {{told}}; {{other}}: no limit{_PARITY.en}",
                f"{{whom}}: como máximo {{told}}; {{other}}: sin límite{_PARITY.es}",
            ),
        ),
        "plan-parity-deductible": (
            Severity.NOTE,
            Text(
                f"{{whom}}: a deductible of its own, {{told}}{_PARITY.en}",
                f"{{whom}}: un deducible propio, {{told}}{_PARITY.es}",
            ),
        ),
        "plan-amount-missing": (
            Severity.NOTE,
            Text(
                "not checked against {whom}: nothing is in force on {start}; periods that exist: "
                "{told}",
                "sin comparar con {whom}: nada está en vigor el {start}; períodos que existen: "
                "{told}",
            ),
        ),
    }
)


def problem_of(code: str, path: str, source: str | None = None, **shown: str | Text) -> Problem:
    """Return the finding `code` at `path`, with what is `shown` in its message."""
    severity, template = _MESSAGES[code]
    en, es = (
        template(lang).format_map(
            {name: part(lang) if isinstance(part, Text) else part for name, part in shown.items()}
        )
        for lang in ("en", "es")
    )
    return Problem(code, Text(en, es), path, severity=severity, source=source)


def dollars(amount: Money) -> str:
    """Return an amount as a message shows it."""
    return f"${amount}"


def listed(texts: Iterable[Text]) -> Text:
    """Return several texts as one, parted by commas."""
    every = list(texts)
    en, es = (", ".join(each(lang) for each in every) for lang in ("en", "es"))
    return Text(en, es)
