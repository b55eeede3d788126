"""What a good-faith estimate must tell its reader, in our own words."""

from __future__ import annotations

from iopkit.values.money import Money
from iopkit.values.texts import Text

SEPARATE = Text(
    "Care that is listed as scheduled separately is not part of the sums. You get an estimate for"
    " it when you schedule it, or when you ask for one: ask the provider who gave you this.",
    "La atención indicada como programada por separado no forma parte de las sumas. Recibe una"
    " estimación de ella al programarla o al pedirla: pregunte al proveedor que le dio esta.",
)
MORE_CARE = Text(
    "The provider may recommend more care that must be scheduled or asked for separately and is"
    " not in this estimate.",
    "El proveedor puede recomendar más atención que debe programarse o pedirse por separado y que"
    " no está en esta estimación.",
)
MAY_DIFFER = Text(
    "This is only an estimate of what was reasonably expected when it was made. The care that you"
    " really get and what it costs may differ.",
    "Esto es solo una estimación de lo que era razonable esperar cuando se hizo. La atención que"
    " reciba y su costo pueden ser distintos.",
)
NO_CONTRACT = Text(
    "This estimate is not a contract. You do not have to get the care from the providers in it.",
    "Esta estimación no es un contrato. No está obligado a recibir la atención de los proveedores"
    " que figuran en ella.",
)


def dispute_right(least: Money) -> Text:
    """Return what a reader is told of the right to dispute a bill."""
    return Text(
        f"If a provider bills you at least {least} dollars more than this estimate expects of that"
        " provider, you may start a dispute between patient and provider. Starting one does not"
        " lower the quality of your care. The federal agency for Medicare and Medicaid (CMS) says"
        " how to start one.",
        f"Si un proveedor le cobra al menos {least} dólares más de lo que esta estimación prevé"
        " para ese proveedor, puede iniciar una disputa entre paciente y proveedor. Iniciarla no"
        " reduce la calidad de su atención. La agencia federal de Medicare y Medicaid (CMS) explica"
        " cómo hacerlo.",
    )


def disclaimers(least: Money) -> tuple[Text, ...]:
    """Return all that must be told, where a dispute takes an excess of at least `least`."""
    return SEPARATE, MORE_CARE, MAY_DIFFER, dispute_right(least), NO_CONTRACT
