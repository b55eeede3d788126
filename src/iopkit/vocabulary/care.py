"""Care levels, and where, how and when care is given."""

from __future__ import annotations

from iopkit.values.terms import Ranked, Term


class CareLevel(Ranked):
    """The levels of behavioral health care, least to most intensive.

    Everyday language says "inpatient" for both of the last two; they are apart here.  Hours,
    days and ages belong to the authority that sets them, never to the level.
    """

    OUTPATIENT_THERAPY = "outpatient-therapy", "outpatient therapy", "terapia ambulatoria"
    IOP = (
        "iop",
        "intensive outpatient program (IOP)",
        "programa ambulatorio intensivo (IOP)",
    )
    PHP = (
        "php",
        "partial hospitalization program (PHP)",
        "programa de hospitalización parcial (PHP)",
    )
    RESIDENTIAL = "residential", "residential care", "atención residencial"
    INPATIENT = "inpatient", "inpatient hospital care", "hospitalización"


class CareForm(Term):
    """Forms of care that public directories tell apart and that are no level of their own.

    Withdrawal management is a need that is met beside a level; a sober living home is a place to
    live; short-term residential care lasts up to 30 days in the federal directory.
    """

    WITHDRAWAL_MANAGEMENT = (
        "withdrawal-management",
        "withdrawal management (detoxification)",
        "manejo de la abstinencia (desintoxicación)",
    )
    OUTPATIENT_WITHDRAWAL_MANAGEMENT = (
        "outpatient-withdrawal-management",
        "outpatient withdrawal management",
        "manejo ambulatorio de la abstinencia",
    )
    RESIDENTIAL_WITHDRAWAL_MANAGEMENT = (
        "residential-withdrawal-management",
        "residential withdrawal management",
        "manejo residencial de la abstinencia",
    )
    INPATIENT_WITHDRAWAL_MANAGEMENT = (
        "inpatient-withdrawal-management",
        "inpatient withdrawal management",
        "manejo hospitalario de la abstinencia",
    )
    OUTPATIENT_OPIOID_MEDICATION = (
        "outpatient-opioid-medication",
        "outpatient medication treatment for opioid use",
        "tratamiento ambulatorio con medicamentos para opioides",
    )
    SHORT_TERM_RESIDENTIAL = (
        "short-term-residential",
        "short-term residential care",
        "atención residencial de corto plazo",
    )
    LONG_TERM_RESIDENTIAL = (
        "long-term-residential",
        "long-term residential care",
        "atención residencial de largo plazo",
    )
    SOBER_LIVING = "sober-living", "sober living home", "vivienda de sobriedad"


class ResidentialIntensity(Term):
    """How intensive residential care says it is; hours belong to the authority that sets them."""

    LOW = (
        "low-intensity",
        "low-intensity residential care",
        "atención residencial de baja intensidad",
    )
    MEDIUM = (
        "medium-intensity",
        "medium-intensity residential care",
        "atención residencial de intensidad media",
    )
    HIGH = (
        "high-intensity",
        "high-intensity residential care",
        "atención residencial de alta intensidad",
    )
    MEDICALLY_MONITORED = (
        "medically-monitored",
        "medically monitored residential care",
        "atención residencial con control médico",
    )


class EntryRoute(Term):
    """How a person comes into a program."""

    PRIMARY_TREATMENT = (
        "primary-treatment",
        "first treatment, straight from the community",
        "primer tratamiento, directo desde la comunidad",
    )
    STEP_DOWN = (
        "step-down",
        "step down from more intensive care",
        "paso desde una atención más intensiva",
    )
    STEP_UP = (
        "step-up",
        "step up from less intensive care",
        "paso desde una atención menos intensiva",
    )
    CRISIS_DIVERSION = (
        "crisis-diversion",
        "crisis diversion, instead of a hospital stay",
        "alternativa a la hospitalización en una crisis",
    )


class Setting(Term):
    """The kind of place or organization that gives the care."""

    HOSPITAL_OUTPATIENT = (
        "hospital-outpatient",
        "hospital outpatient department",
        "departamento ambulatorio de un hospital",
    )
    COMMUNITY_MENTAL_HEALTH_CENTER = (
        "community-mental-health-center",
        "community mental health center",
        "centro comunitario de salud mental",
    )
    CRITICAL_ACCESS_HOSPITAL = (
        "critical-access-hospital",
        "critical access hospital, outpatient",
        "hospital de acceso crítico, ambulatorio",
    )
    RURAL_HEALTH_CLINIC = "rural-health-clinic", "rural health clinic", "clínica de salud rural"
    FEDERALLY_QUALIFIED_HEALTH_CENTER = (
        "federally-qualified-health-center",
        "federally qualified health center",
        "centro de salud calificado federalmente",
    )
    OPIOID_TREATMENT_PROGRAM = (
        "opioid-treatment-program",
        "opioid treatment program",
        "programa de tratamiento de opioides",
    )
    SPECIALTY_CLINIC = "specialty-clinic", "specialty clinic", "clínica especializada"
    COMMUNITY_PROVIDER = "community-provider", "community provider", "proveedor comunitario"
    RESIDENTIAL_FACILITY = "residential-facility", "residential facility", "centro residencial"
    HOSPITAL_INPATIENT = (
        "hospital-inpatient",
        "hospital inpatient unit",
        "unidad de hospitalización",
    )
    HOME = "home", "the person's home", "el hogar de la persona"
    GENERAL_HOSPITAL = "general-hospital", "general hospital", "hospital general"
    PSYCHIATRIC_HOSPITAL = "psychiatric-hospital", "psychiatric hospital", "hospital psiquiátrico"
    UNIVERSITY_HOSPITAL = "university-hospital", "university hospital", "hospital universitario"
    UNIVERSITY_HEALTH_SYSTEM = (
        "university-health-system",
        "university health system",
        "sistema de salud universitario",
    )
    PUBLIC_HOSPITAL = "public-hospital", "public hospital", "hospital público"
    VETERANS_AFFAIRS_FACILITY = (
        "veterans-affairs-facility",
        "Veterans Affairs medical center or clinic",
        "centro médico o clínica de Asuntos de Veteranos",
    )
    MILITARY_FACILITY = (
        "military-facility",
        "military treatment facility",
        "centro de tratamiento militar",
    )
    TRIBAL_FACILITY = (
        "tribal-facility",
        "tribal or Indian Health Service facility",
        "centro tribal o del Servicio de Salud Indígena",
    )
    COUNTY_GOVERNMENT = "county-government", "county agency", "agencia del condado"
    OUTPATIENT_CLINIC = "outpatient-clinic", "outpatient clinic", "clínica ambulatoria"
    SUBSTANCE_USE_CLINIC = (
        "substance-use-clinic",
        "substance use treatment clinic",
        "clínica de tratamiento por consumo de sustancias",
    )
    PRIVATE_OFFICE = "private-office", "private office", "consultorio privado"
    PSYCHIATRIC_RESIDENTIAL_FACILITY = (
        "psychiatric-residential-facility",
        "psychiatric residential facility",
        "centro residencial psiquiátrico",
    )
    SUBSTANCE_USE_RESIDENTIAL_FACILITY = (
        "substance-use-residential-facility",
        "substance use residential facility",
        "centro residencial por consumo de sustancias",
    )
    SCHOOL = "school", "school", "escuela"
    CORRECTIONAL_FACILITY = "correctional-facility", "jail or prison", "cárcel o prisión"
    MOBILE_UNIT = "mobile-unit", "mobile unit", "unidad móvil"


class Delivery(Term):
    """How a session reaches the person; `VIRTUAL` where video or telephone is not told."""

    IN_PERSON = "in-person", "in person", "en persona"
    VIDEO = "video", "by video", "por video"
    AUDIO = "audio", "by telephone", "por teléfono"
    VIRTUAL = "virtual", "virtual, by video or telephone", "virtual, por video o teléfono"


class DecisionFactor(Term):
    """The four things that decide whether an IOP is the right choice."""

    LEVEL_OF_CARE = "level-of-care", "level of care needed", "nivel de atención necesario"
    SUPPORT_SYSTEM = "support-system", "support system", "red de apoyo"
    MOTIVATION = "motivation", "motivation and commitment", "motivación y compromiso"
    COST_AND_INSURANCE = "cost-and-insurance", "cost and insurance", "costo y seguro"
