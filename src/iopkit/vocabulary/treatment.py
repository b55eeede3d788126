"""What a program is built around, what is done in it, and what it asks."""

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
    """What is done in a session; a named method is an `Approach`."""

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
    FAMILY_PSYCHOEDUCATION = (
        "family-psychoeducation",
        "psychoeducation for families",
        "psicoeducación para familias",
    )
    SUBSTANCE_USE_EDUCATION = (
        "substance-use-education",
        "substance use education",
        "educación sobre el consumo de sustancias",
    )
    COUPLES_THERAPY = "couples-therapy", "couples or partner therapy", "terapia de pareja"
    MULTIFAMILY_GROUP = "multifamily-group", "multifamily group", "grupo multifamiliar"
    FAMILY_COACHING = "family-coaching", "family coaching", "acompañamiento familiar"
    PROCESS_GROUP = "process-group", "process group", "grupo de proceso"
    SKILLS_GROUP = "skills-group", "skills group", "grupo de habilidades"
    SOCIAL_SKILLS_TRAINING = (
        "social-skills-training",
        "social skills training",
        "entrenamiento en habilidades sociales",
    )
    PHONE_COACHING = "phone-coaching", "coaching by phone", "apoyo por teléfono"
    PSYCHIATRIC_CARE = "psychiatric-care", "visits with a psychiatrist", "consultas de psiquiatría"
    NURSING_CARE = "nursing-care", "nursing care", "atención de enfermería"
    CASE_MANAGEMENT = "case-management", "case management", "manejo de casos"
    PEER_SUPPORT = "peer-support", "peer support", "apoyo entre pares"
    MEAL_SUPPORT = "meal-support", "supported meals", "comidas con apoyo"
    DRUG_TESTING = "drug-testing", "drug and alcohol testing", "pruebas de drogas y alcohol"
    ACTIVITY_THERAPY = "activity-therapy", "activity therapy", "terapia por actividades"
    OCCUPATIONAL_THERAPY = "occupational-therapy", "occupational therapy", "terapia ocupacional"
    YOGA = "yoga", "yoga", "yoga"


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
