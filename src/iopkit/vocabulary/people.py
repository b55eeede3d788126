"""The groups of people for whom programs are made."""

from __future__ import annotations

from iopkit.values.terms import Term

OLDEST_AGE = 90
"""The age that stands for itself and every one above."""


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
