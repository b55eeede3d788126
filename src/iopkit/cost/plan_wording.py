"""What is said of a plan's design: each code, what it means, and its message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from iopkit.cost.plan_messages import MESSAGES
from iopkit.values.money import Money
from iopkit.values.problems import Problem
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
        "plan-amount-absurd": Text(
            "An amount of the plan is too large to be one.",
            "Un monto del plan es demasiado grande para serlo.",
        ),
        "price-absurd": Text(
            "A price is too large to be one.",
            "Un precio es demasiado grande para serlo.",
        ),
        "price-placeholder": Text(
            "A price is so small that it may stand for none.",
            "Un precio es tan pequeño que puede indicar que no hay ninguno.",
        ),
        "plan-not-used": Text(
            "Something that the plan tells has no effect, because of another thing that it tells.",
            "Algo que el plan indica no tiene efecto, por otra cosa que indica.",
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
            "Only mental health or substance use care has a limit on the service.",
            "Solo la atención de salud mental o adicciones tiene un límite del servicio.",
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


def problem_of(code: str, path: str, source: str | None = None, **shown: str | Text) -> Problem:
    """Return the finding `code` at `path`, with what is `shown` in its message."""
    severity, template = MESSAGES[code]
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
