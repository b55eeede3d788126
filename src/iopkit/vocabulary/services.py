"""What a facility offers beside treatment sessions."""

from __future__ import annotations

from collections.abc import Mapping

from iopkit.values.terms import Term


class ServiceGroup(Term):
    """The groups into which offered services fall."""

    EDUCATION = "education", "counseling and education", "asesoramiento y educación"
    RECOVERY_SUPPORT = "recovery-support", "help with daily life and recovery", "apoyo diario"
    ASSESSMENT = "assessment", "assessment and screening", "evaluación y detección"
    TRANSITION = "transition", "care after the program", "atención después del programa"
    CRISIS = "crisis", "help in a crisis", "ayuda en una crisis"


class OfferedService(Term):
    """A service that a facility may offer beside treatment sessions."""

    VOCATIONAL_COUNSELING = (
        "vocational-counseling",
        "vocational counseling and education support",
        "orientación vocacional y apoyo educativo",
    )
    HIV_EDUCATION = "hiv-education", "HIV education", "educación sobre el VIH"
    HEPATITIS_EDUCATION = (
        "hepatitis-education",
        "hepatitis education",
        "educación sobre la hepatitis",
    )
    HEALTH_EDUCATION = "health-education", "health education", "educación para la salud"
    TOBACCO_CESSATION = (
        "tobacco-cessation",
        "tobacco cessation counseling",
        "ayuda para dejar el tabaco",
    )
    DIET_AND_EXERCISE_COUNSELING = (
        "diet-and-exercise-counseling",
        "diet and exercise counseling",
        "asesoramiento sobre dieta y ejercicio",
    )
    SCHOOL_EDUCATION = "school-education", "school classes", "clases escolares"
    MENTAL_HEALTH_SERVICES = (
        "mental-health-services",
        "mental health services",
        "servicios de salud mental",
    )
    SELF_HELP_GROUPS = "self-help-groups", "self-help groups", "grupos de autoayuda"
    RECOVERY_COACH = "recovery-coach", "recovery coach", "acompañante de recuperación"
    HOUSING_HELP = "housing-help", "help finding housing", "ayuda para encontrar vivienda"
    EMPLOYMENT_HELP = "employment-help", "help finding work", "ayuda para encontrar trabajo"
    SOCIAL_SERVICES_HELP = (
        "social-services-help",
        "help getting social services",
        "ayuda para obtener servicios sociales",
    )
    TRANSPORTATION_HELP = (
        "transportation-help",
        "help with transportation",
        "ayuda con el transporte",
    )
    CHILDCARE = "childcare", "childcare", "cuidado de niños"
    DOMESTIC_VIOLENCE_SERVICES = (
        "domestic-violence-services",
        "domestic violence services",
        "servicios sobre violencia doméstica",
    )
    EARLY_HIV_INTERVENTION = (
        "early-hiv-intervention",
        "early intervention for HIV",
        "intervención temprana para el VIH",
    )
    ACUPUNCTURE = "acupuncture", "acupuncture", "acupuntura"
    INTEGRATED_PRIMARY_CARE = (
        "integrated-primary-care",
        "integrated primary care",
        "atención primaria integrada",
    )
    SUICIDE_PREVENTION = "suicide-prevention", "suicide prevention", "prevención del suicidio"
    ASSERTIVE_COMMUNITY_TREATMENT = (
        "assertive-community-treatment",
        "assertive community treatment (ACT)",
        "tratamiento comunitario asertivo (TCA)",
    )
    ASSISTED_OUTPATIENT_TREATMENT = (
        "assisted-outpatient-treatment",
        "assisted outpatient treatment (AOT)",
        "tratamiento ambulatorio asistido (AOT)",
    )
    COURT_ORDERED_OUTPATIENT_TREATMENT = (
        "court-ordered-outpatient-treatment",
        "court-ordered outpatient treatment",
        "tratamiento ambulatorio por orden judicial",
    )
    INTENSIVE_CASE_MANAGEMENT = (
        "intensive-case-management",
        "intensive case management",
        "manejo intensivo de casos",
    )
    ILLNESS_MANAGEMENT_AND_RECOVERY = (
        "illness-management-and-recovery",
        "illness management and recovery",
        "manejo de la enfermedad y recuperación",
    )
    CHRONIC_DISEASE_MANAGEMENT = (
        "chronic-disease-management",
        "chronic disease management",
        "manejo de enfermedades crónicas",
    )
    PSYCHOSOCIAL_REHABILITATION = (
        "psychosocial-rehabilitation",
        "psychosocial rehabilitation",
        "rehabilitación psicosocial",
    )
    VOCATIONAL_REHABILITATION = (
        "vocational-rehabilitation",
        "vocational rehabilitation",
        "rehabilitación vocacional",
    )
    SUPPORTED_EMPLOYMENT = "supported-employment", "supported employment", "empleo con apoyo"
    SUPPORTED_HOUSING = "supported-housing", "supported housing", "vivienda con apoyo"
    LEGAL_ADVOCACY = "legal-advocacy", "legal advocacy", "defensa legal"
    THERAPEUTIC_FOSTER_CARE = (
        "therapeutic-foster-care",
        "therapeutic foster care",
        "acogida familiar terapéutica",
    )
    MENTAL_HEALTH_ASSESSMENT = (
        "mental-health-assessment",
        "comprehensive mental health assessment",
        "evaluación completa de salud mental",
    )
    SUBSTANCE_USE_ASSESSMENT = (
        "substance-use-assessment",
        "comprehensive substance use assessment",
        "evaluación completa del consumo de sustancias",
    )
    MEDICAL_EXAM = "medical-exam", "medical history and physical exam", "examen médico completo"
    SUBSTANCE_USE_SCREENING = (
        "substance-use-screening",
        "screening for substance use",
        "detección del consumo de sustancias",
    )
    MENTAL_DISORDER_SCREENING = (
        "mental-disorder-screening",
        "screening for mental disorders",
        "detección de trastornos mentales",
    )
    TOBACCO_SCREENING = (
        "tobacco-screening",
        "screening for tobacco use",
        "detección del consumo de tabaco",
    )
    COMMUNITY_OUTREACH = "community-outreach", "community outreach", "alcance comunitario"
    INTERIM_SERVICES = (
        "interim-services",
        "interim services while waiting",
        "servicios provisionales durante la espera",
    )
    PROFESSIONAL_INTERVENTIONIST = (
        "professional-interventionist",
        "professional interventionist or educational consultant",
        "profesional de intervención o consultor educativo",
    )
    MOVEMENT_SIDE_EFFECT_CHECK = (
        "movement-side-effect-check",
        "check for movement side effects of medication",
        "control de efectos de la medicación en el movimiento",
    )
    DISCHARGE_PLANNING = "discharge-planning", "discharge planning", "planificación del alta"
    AFTERCARE = "aftercare", "aftercare", "atención de seguimiento"
    NALOXONE_EDUCATION = (
        "naloxone-education",
        "naloxone and overdose education",
        "educación sobre naloxona y sobredosis",
    )
    OUTCOME_FOLLOW_UP = (
        "outcome-follow-up",
        "follow-up on outcomes after discharge",
        "seguimiento de resultados después del alta",
    )
    CRISIS_INTERVENTION_TEAM = (
        "crisis-intervention-team",
        "crisis intervention team",
        "equipo de intervención en crisis",
    )
    EMERGENCY_SERVICE_ON_SITE = (
        "emergency-service-on-site",
        "psychiatric emergency service on site",
        "servicio de urgencias psiquiátricas en el lugar",
    )
    MOBILE_CRISIS_SERVICE = (
        "mobile-crisis-service",
        "mobile crisis service, off site",
        "servicio móvil de crisis",
    )
    WALK_IN_CRISIS_SERVICE = (
        "walk-in-crisis-service",
        "walk-in psychiatric emergency service",
        "urgencias psiquiátricas sin cita",
    )

    @property
    def group(self) -> ServiceGroup:
        """The group into which the service falls."""
        return _GROUP_OF[self]


_FIRST_OF_GROUP: Mapping[OfferedService, ServiceGroup] = {
    OfferedService.VOCATIONAL_COUNSELING: ServiceGroup.EDUCATION,
    OfferedService.MENTAL_HEALTH_SERVICES: ServiceGroup.RECOVERY_SUPPORT,
    OfferedService.MENTAL_HEALTH_ASSESSMENT: ServiceGroup.ASSESSMENT,
    OfferedService.DISCHARGE_PLANNING: ServiceGroup.TRANSITION,
    OfferedService.CRISIS_INTERVENTION_TEAM: ServiceGroup.CRISIS,
}
"""The services are declared group by group; here stands the first of each."""


def _grouped() -> dict[OfferedService, ServiceGroup]:
    grouped: dict[OfferedService, ServiceGroup] = {}
    group = ServiceGroup.EDUCATION
    for service in OfferedService:
        group = grouped[service] = _FIRST_OF_GROUP.get(service, group)
    return grouped


_GROUP_OF = _grouped()
