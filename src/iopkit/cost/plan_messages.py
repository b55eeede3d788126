"""The message of each finding about a plan or a price, and how severe it is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from iopkit.values.problems import Severity
from iopkit.values.texts import Text

_PARITY = Text(
    "; ask the plan about parity: what is asked of such care may not be stricter than what is "
    "asked of nearly all medical care",
    "; pregunte al plan por la paridad: lo que se pide por esa atención no puede ser más estricto "
    "que lo que se pide por casi toda la atención médica",
)
MESSAGES: Mapping[str, tuple[Severity, Text]] = MappingProxyType(
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
        "plan-amount-absurd": (
            Severity.WARNING,
            Text(
                "expected at most {amount}, got {told}; such a number often stands for one that "
                "is not known: leave it out then",
                "se esperaba {amount} como máximo, se leyó {told}; un número así suele indicar "
                "que no se conoce: en ese caso omítalo",
            ),
        ),
        "price-absurd": (
            Severity.WARNING,
            Text(
                "expected a price of at most {amount}, got {told}; such a number often stands for "
                "no price: leave it out then",
                "se esperaba un precio de {amount} como máximo, se leyó {told}; un número así "
                "suele indicar que no hay precio: en ese caso omítalo",
            ),
        ),
        "price-placeholder": (
            Severity.WARNING,
            Text(
                "expected a price of more than {amount}, got {told}; such a number often stands "
                "for no price: leave it out then",
                "se esperaba un precio mayor que {amount}, se leyó {told}; un número así suele "
                "indicar que no hay precio: en ese caso omítalo",
            ),
        ),
        "plan-not-used": (
            Severity.WARNING,
            Text(
                "expected nothing here, as {whom}, got {told}, which has no effect; leave it out "
                "if that is so",
                "no se esperaba nada aquí, porque {whom}, se leyó {told}, que no tiene efecto; "
                "omítalo si es así",
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
"""What is shown of a plan stands in braces."""
