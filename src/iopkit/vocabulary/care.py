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


class Delivery(Term):
    """How a session reaches the person."""

    IN_PERSON = "in-person", "in person", "en persona"
    VIDEO = "video", "by video", "por video"
    AUDIO = "audio", "by telephone", "por teléfono"


class Weekday(Ranked):
    """The days of the week, Monday first; `rank` equals `date.weekday()`."""

    MONDAY = "mon", "Monday", "lunes"
    TUESDAY = "tue", "Tuesday", "martes"
    WEDNESDAY = "wed", "Wednesday", "miércoles"
    THURSDAY = "thu", "Thursday", "jueves"
    FRIDAY = "fri", "Friday", "viernes"
    SATURDAY = "sat", "Saturday", "sábado"
    SUNDAY = "sun", "Sunday", "domingo"


class DecisionFactor(Term):
    """The four things that decide whether an IOP is the right choice."""

    LEVEL_OF_CARE = "level-of-care", "level of care needed", "nivel de atención necesario"
    SUPPORT_SYSTEM = "support-system", "support system", "red de apoyo"
    MOTIVATION = "motivation", "motivation and commitment", "motivación y compromiso"
    COST_AND_INSURANCE = "cost-and-insurance", "cost and insurance", "costo y seguro"
