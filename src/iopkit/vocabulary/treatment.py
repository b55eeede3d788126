"""What a program does and for whom."""

from __future__ import annotations

from iopkit.values.terms import Term


class ProgramType(Term):
    """What a program is built around; a program may have several types at once."""

    GENERAL = "general", "general", "general"
    DUAL_DIAGNOSIS = "dual-diagnosis", "dual diagnosis", "diagnóstico dual"
    EATING_DISORDER = "eating-disorder", "eating disorder", "trastorno alimentario"
    TRAUMA_FOCUSED = "trauma-focused", "trauma-focused", "centrado en el trauma"
    ADOLESCENT = "adolescent", "adolescent", "para adolescentes"
    FAMILY_BASED = "family-based", "family-based", "basado en la familia"


class Modality(Term):
    """What is done in a session."""

    INDIVIDUAL_THERAPY = "individual-therapy", "individual therapy", "terapia individual"
    GROUP_THERAPY = "group-therapy", "group therapy", "terapia de grupo"
    FAMILY_THERAPY = "family-therapy", "family therapy", "terapia familiar"
    MEDICATION_MANAGEMENT = (
        "medication-management",
        "medication management",
        "manejo de medicamentos",
    )
    NUTRITIONAL_COUNSELING = (
        "nutritional-counseling",
        "nutritional counseling",
        "asesoramiento nutricional",
    )
    MEDICAL_MONITORING = "medical-monitoring", "medical monitoring", "control médico"
    MINDFULNESS_PRACTICE = (
        "mindfulness-practice",
        "mindfulness practice",
        "práctica de atención plena",
    )
    LIFE_SKILLS_TRAINING = (
        "life-skills-training",
        "life-skills training",
        "entrenamiento en habilidades para la vida",
    )
    PSYCHOEDUCATION = "psychoeducation", "psychoeducation", "psicoeducación"
    RELAPSE_PREVENTION = "relapse-prevention", "relapse prevention", "prevención de recaídas"


class Population(Term):
    """A group of people that a program may be made for."""

    ADULTS = "adults", "adults", "personas adultas"
    ADOLESCENTS = "adolescents", "adolescents", "adolescentes"
    OLDER_ADULTS = "older-adults", "older adults", "personas mayores"
    VETERANS = "veterans", "veterans", "veteranos"
    PERINATAL = "perinatal", "pregnant people and new parents", "embarazo y posparto"
    JUSTICE_INVOLVED = (
        "justice-involved",
        "people involved with the justice system",
        "personas vinculadas al sistema de justicia",
    )


class AdmissionTerm(Term):
    """What a program asks of those whom it admits, beyond age and condition."""

    NO_ACUTE_DANGER = (
        "no-acute-danger",
        "no acute danger to self or others",
        "sin peligro inmediato para sí ni para otras personas",
    )
    MEDICALLY_STABLE = "medically-stable", "medically stable", "médicamente estable"
    READY_TO_ATTEND = (
        "ready-to-attend",
        "ready to attend and take part",
        "con disposición a asistir y participar",
    )
    SUPPORT_OUTSIDE = (
        "support-outside",
        "support outside the program",
        "apoyo fuera del programa",
    )
    NO_24_HOUR_CARE = (
        "no-24-hour-care",
        "no need for 24-hour care",
        "sin necesidad de atención las 24 horas",
    )
