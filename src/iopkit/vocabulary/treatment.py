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
    CHILDREN = "children", "children", "niñas y niños"
    YOUNG_ADULTS = "young-adults", "young adults", "personas adultas jóvenes"
    WOMEN = "women", "women", "mujeres"
    MEN = "men", "men", "hombres"
    LGBTQ = "lgbtq", "LGBTQ people", "personas LGBTQ"
    PARENTS_OF_YOUNG_CHILDREN = (
        "parents-of-young-children",
        "parents of children under six",
        "madres y padres de menores de seis años",
    )
    FAMILIES = "families", "families", "familias"
    SERVICE_MEMBERS = "service-members", "active-duty service members", "militares en servicio"
    MILITARY_FAMILIES = "military-families", "military families", "familias militares"
    COMBAT_VETERANS = "combat-veterans", "people who served in combat", "veteranos de combate"
    IMPAIRED_DRIVERS = (
        "impaired-drivers",
        "people charged with impaired driving",
        "personas acusadas de conducir bajo los efectos",
    )
    CO_OCCURRING = (
        "co-occurring",
        "people with a mental and a substance use disorder",
        "personas con un trastorno mental y otro por consumo de sustancias",
    )
    CO_OCCURRING_PAIN = (
        "co-occurring-pain",
        "people with pain and substance use",
        "personas con dolor y consumo de sustancias",
    )
    PEOPLE_WITH_EATING_DISORDERS = (
        "people-with-eating-disorders",
        "people with eating disorders",
        "personas con trastornos alimentarios",
    )
    PEOPLE_WITH_PTSD = (
        "people-with-ptsd",
        "people with post-traumatic stress disorder",
        "personas con estrés postraumático",
    )
    TRAUMA_SURVIVORS = (
        "trauma-survivors",
        "people who have lived through trauma",
        "personas que han vivido un trauma",
    )
    SEXUAL_ABUSE_SURVIVORS = (
        "sexual-abuse-survivors",
        "survivors of sexual abuse",
        "sobrevivientes de abuso sexual",
    )
    MILITARY_SEXUAL_TRAUMA_SURVIVORS = (
        "military-sexual-trauma-survivors",
        "survivors of military sexual trauma",
        "sobrevivientes de trauma sexual militar",
    )
    DOMESTIC_VIOLENCE_SURVIVORS = (
        "domestic-violence-survivors",
        "survivors of domestic violence",
        "sobrevivientes de violencia doméstica",
    )
    SERIOUS_MENTAL_ILLNESS = (
        "serious-mental-illness",
        "adults with serious mental illness",
        "personas adultas con enfermedad mental grave",
    )
    SERIOUS_EMOTIONAL_DISTURBANCE = (
        "serious-emotional-disturbance",
        "children and teens with serious emotional disturbance",
        "menores con alteración emocional grave",
    )
    FIRST_EPISODE_PSYCHOSIS = (
        "first-episode-psychosis",
        "people in a first episode of psychosis",
        "personas con un primer episodio de psicosis",
    )
    TRAUMATIC_BRAIN_INJURY = (
        "traumatic-brain-injury",
        "people with a traumatic brain injury",
        "personas con lesión cerebral traumática",
    )
    DEMENTIA = "dementia", "people with dementia", "personas con demencia"
    HIV = "hiv", "people with HIV or AIDS", "personas con VIH o sida"


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
