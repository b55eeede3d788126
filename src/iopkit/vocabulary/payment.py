"""Who pays in what way, and what makes paying easier."""

from __future__ import annotations

from iopkit.values.terms import Term


class PaymentOption(Term):
    """A kind of payment or public funding that a facility accepts."""

    CASH_OR_SELF_PAYMENT = (
        "cash-or-self-payment",
        "cash or self-payment",
        "efectivo o pago propio",
    )
    MEDICAID = "medicaid", "Medicaid", "Medicaid"
    MEDICARE = "medicare", "Medicare", "Medicare"
    STATE_INSURANCE_PLAN = (
        "state-insurance-plan",
        "state-financed insurance other than Medicaid",
        "seguro financiado por el estado, distinto de Medicaid",
    )
    PRIVATE_INSURANCE = "private-insurance", "private insurance", "seguro privado"
    MILITARY_INSURANCE = (
        "military-insurance",
        "federal military insurance, such as TRICARE",
        "seguro militar federal, como TRICARE",
    )
    INDIAN_HEALTH_FUNDS = (
        "indian-health-funds",
        "Indian Health Service, tribal or urban funds",
        "fondos del Servicio de Salud Indígena, tribales o urbanos",
    )
    SUBSTANCE_USE_BLOCK_GRANT = (
        "substance-use-block-grant",
        "SAMHSA funding or block grants",
        "fondos o subvenciones globales de SAMHSA",
    )
    GOVERNMENT_SUBSTANCE_USE_FUNDS = (
        "government-substance-use-funds",
        "government funds for substance use treatment",
        "fondos públicos para tratamiento por consumo de sustancias",
    )
    FREE_OF_CHARGE = "free-of-charge", "no payment accepted, free", "no se cobra, gratis"
    STATE_MENTAL_HEALTH_FUNDS = (
        "state-mental-health-funds",
        "state mental health agency funds",
        "fondos de la agencia estatal de salud mental",
    )
    STATE_WELFARE_FUNDS = (
        "state-welfare-funds",
        "state welfare or child and family funds",
        "fondos estatales de bienestar o de niños y familias",
    )
    STATE_JUSTICE_FUNDS = (
        "state-justice-funds",
        "state corrections or juvenile justice funds",
        "fondos estatales penitenciarios o de justicia juvenil",
    )
    STATE_EDUCATION_FUNDS = (
        "state-education-funds",
        "state education funds",
        "fondos estatales de educación",
    )
    OTHER_STATE_FUNDS = "other-state-funds", "other state funds", "otros fondos estatales"
    LOCAL_GOVERNMENT_FUNDS = (
        "local-government-funds",
        "county or local government funds",
        "fondos del condado o del gobierno local",
    )
    COMMUNITY_SERVICE_BLOCK_GRANT = (
        "community-service-block-grant",
        "community service block grants",
        "subvenciones globales de servicios comunitarios",
    )
    COMMUNITY_MENTAL_HEALTH_BLOCK_GRANT = (
        "community-mental-health-block-grant",
        "community mental health block grants",
        "subvenciones globales de salud mental comunitaria",
    )
    FEDERAL_GRANT = "federal-grant", "federal grants", "subvenciones federales"
    VETERANS_AFFAIRS_FUNDS = (
        "veterans-affairs-funds",
        "Veterans Affairs funds",
        "fondos de Asuntos de Veteranos",
    )
    FOUNDATION_FUNDS = (
        "foundation-funds",
        "private or community foundation funds",
        "fondos de fundaciones privadas o comunitarias",
    )


class PaymentMethod(Term):
    """How money is handed over."""

    CASH = "cash", "cash", "efectivo"
    CHECK = "check", "check", "cheque bancario"
    MONEY_ORDER = "money-order", "money order", "giro postal"
    CARD = "card", "credit or debit card", "tarjeta de crédito o débito"
    BANK_TRANSFER = "bank-transfer", "bank transfer", "transferencia bancaria"
    HEALTH_SAVINGS_ACCOUNT = (
        "health-savings-account",
        "health savings account (HSA)",
        "cuenta de ahorros para la salud (HSA)",
    )
    FLEXIBLE_SPENDING_ACCOUNT = (
        "flexible-spending-account",
        "flexible spending account (FSA)",
        "cuenta de gastos flexibles (FSA)",
    )


class Reduction(Term):
    """What makes a cost lower, or easier to bear."""

    FINANCIAL_ASSISTANCE = (
        "financial-assistance",
        "financial assistance",
        "ayuda económica",
    )
    SLIDING_SCALE = "sliding-scale", "sliding-scale fees", "tarifas según los ingresos"
    SCHOLARSHIP = "scholarship", "scholarship", "beca"
    SECOND_INSURANCE = "second-insurance", "second insurance", "segundo seguro"
    PAID_LEAVE = "paid-leave", "paid leave from work", "licencia laboral pagada"
    PAYMENT_PLAN = "payment-plan", "payment plan", "plan de pagos"

    @property
    def lowers_cost(self) -> bool:
        """Whether less is paid in the end; a payment plan only spreads the cost."""
        return self is not Reduction.PAYMENT_PLAN
