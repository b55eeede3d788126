"""Who pays, for what, and under which conditions."""

from __future__ import annotations

from iopkit.values.terms import Term


class PayerKind(Term):
    """The kind of payer behind a health plan."""

    MEDICARE = "medicare", "Medicare (Part B)", "Medicare (Parte B)"
    MEDICARE_ADVANTAGE = "medicare-advantage", "Medicare Advantage", "Medicare Advantage"
    MEDICAID = "medicaid", "Medicaid", "Medicaid"
    TRICARE = "tricare", "TRICARE", "TRICARE"
    VETERANS_AFFAIRS = "veterans-affairs", "Veterans Affairs", "Asuntos de Veteranos"
    COMMERCIAL = "commercial", "commercial insurance", "seguro comercial"
    SELF_PAY = "self-pay", "no insurance, self-pay", "sin seguro, pago propio"
    MEDICARE_SUPPLEMENT = (
        "medicare-supplement",
        "Medicare supplement (Medigap)",
        "complemento de Medicare (Medigap)",
    )
    CHILDRENS_HEALTH_INSURANCE = (
        "childrens-health-insurance",
        "Children's Health Insurance Program (CHIP)",
        "Programa de Seguro Médico para Niños (CHIP)",
    )
    INDIAN_HEALTH_SERVICE = (
        "indian-health-service",
        "Indian Health Service",
        "Servicio de Salud Indígena",
    )
    STATE_PROGRAM = (
        "state-program",
        "state program other than Medicaid",
        "programa estatal distinto de Medicaid",
    )


class PlanKind(Term):
    """How a health plan is built; what it pays stands in the plan itself."""

    HMO = "hmo", "health maintenance organization (HMO)", "organización de salud (HMO)"
    PPO = "ppo", "preferred provider organization (PPO)", "proveedores preferidos (PPO)"
    EPO = "epo", "exclusive provider organization (EPO)", "proveedores exclusivos (EPO)"
    POINT_OF_SERVICE = (
        "point-of-service",
        "point-of-service plan",
        "plan de punto de servicio",
    )
    HIGH_DEDUCTIBLE = (
        "high-deductible",
        "high-deductible health plan (HDHP)",
        "plan de salud con deducible alto (HDHP)",
    )


class Coverage(Term):
    """Whether a plan covers IOP."""

    COVERED = "covered", "covered", "cubierto"
    WITH_AUTHORIZATION = (
        "with-authorization",
        "covered with prior authorization",
        "cubierto con autorización previa",
    )
    NOT_COVERED = "not-covered", "not covered", "no cubierto"


class Benefit(Term):
    """The benefit of a plan under which a service is paid.

    An IOP day is not an office visit: a plan says which benefit covers it, or does not say.
    """

    IOP = "iop", "intensive outpatient program", "programa ambulatorio intensivo"
    OTHER_OUTPATIENT = (
        "other-outpatient",
        "other outpatient services",
        "otros servicios ambulatorios",
    )
    OFFICE_VISIT = "office-visit", "office visit", "visita al consultorio"
    PARTIAL_HOSPITALIZATION = (
        "partial-hospitalization",
        "partial hospitalization",
        "hospitalización parcial",
    )
    RESIDENTIAL = "residential", "residential care", "atención residencial"
    INPATIENT = "inpatient", "inpatient care", "atención con hospitalización"
    LABORATORY = "laboratory", "laboratory services", "servicios de laboratorio"
    PRESCRIPTION_DRUGS = (
        "prescription-drugs",
        "prescription drugs",
        "medicamentos con receta",
    )


class CopayOrder(Term):
    """Where a copay stands to the deductible."""

    PLAIN = "plain", "copay, no deductible", "copago, sin deducible"
    BEFORE_DEDUCTIBLE = (
        "before-deductible",
        "copay before the deductible",
        "copago antes del deducible",
    )
    AFTER_DEDUCTIBLE = (
        "after-deductible",
        "copay after the deductible",
        "copago después del deducible",
    )


class LinePart(Term):
    """A part of what a patient owes of one claim line, in the order of application."""

    COPAY_BEFORE = "copay-before", "copay before the deductible", "copago antes del deducible"
    SERVICE_DEDUCTIBLE = (
        "service-deductible",
        "deductible of the service alone",
        "deducible propio del servicio",
    )
    DEDUCTIBLE = "deductible", "deductible", "deducible"
    COPAY = "copay", "copay", "copago"
    PATIENT_SHARE = "patient-share", "patient's share", "parte del paciente"
    PENALTY = (
        "penalty",
        "penalty for missing authorization",
        "penalización por falta de autorización",
    )
    OVER_LIMIT = "over-limit", "beyond a limit of the plan", "más allá de un límite del plan"
    NOT_COVERED = "not-covered", "not covered", "no cubierto"
    BALANCE = "balance", "balance bill", "factura por saldo"


class RuleSubject(Term):
    """What a rule set decides."""

    ADMISSION = "admission", "admission", "admisión"
    CONTINUED_STAY = "continued-stay", "continued stay", "permanencia"
    DISCHARGE = "discharge", "discharge", "alta"
    PLACEMENT = "placement", "placement", "asignación a un nivel de atención"
    PROGRAM_STANDARD = "program-standard", "program standard", "norma del programa"
    CERTIFICATION = "certification", "certification", "certificación"
    COVERAGE = "coverage", "coverage", "cobertura"
    BILLING = "billing", "billing", "facturación"
    DOCUMENTATION = "documentation", "documentation", "documentación"
    GUIDANCE = "guidance", "general guidance", "orientación general"
