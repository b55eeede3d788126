"""Who runs a facility, and who has licensed or accredited it."""

from __future__ import annotations

from iopkit.values.terms import Term


class OperatorKind(Term):
    """The kind of organization that operates a facility."""

    PRIVATE_FOR_PROFIT = (
        "private-for-profit",
        "private for-profit organization",
        "organización privada con fines de lucro",
    )
    PRIVATE_NONPROFIT = (
        "private-nonprofit",
        "private nonprofit organization",
        "organización privada sin fines de lucro",
    )
    FAITH_BASED = "faith-based", "faith-based organization", "organización religiosa"
    STATE_GOVERNMENT = "state-government", "state government", "gobierno estatal"
    LOCAL_GOVERNMENT = (
        "local-government",
        "local, county or community government",
        "gobierno local, del condado o comunitario",
    )
    TRIBAL_GOVERNMENT = "tribal-government", "tribal government", "gobierno tribal"
    FEDERAL_GOVERNMENT = "federal-government", "federal government", "gobierno federal"
    VETERANS_AFFAIRS = (
        "veterans-affairs",
        "Department of Veterans Affairs",
        "Departamento de Asuntos de Veteranos",
    )
    DEFENSE_DEPARTMENT = (
        "defense-department",
        "Department of Defense",
        "Departamento de Defensa",
    )
    INDIAN_HEALTH_SERVICE = (
        "indian-health-service",
        "Indian Health Service",
        "Servicio de Salud Indígena",
    )


class Accreditation(Term):
    """A license, certification or accreditation that a facility may hold."""

    CARF = (
        "carf",
        "Commission on Accreditation of Rehabilitation Facilities (CARF)",
        "Comisión de Acreditación de Centros de Rehabilitación (CARF)",
    )
    COUNCIL_ON_ACCREDITATION = (
        "council-on-accreditation",
        "Council on Accreditation",
        "Consejo de Acreditación",
    )
    JOINT_COMMISSION = "joint-commission", "Joint Commission", "Comisión Conjunta"
    HEALTHCARE_FACILITIES_ACCREDITATION = (
        "healthcare-facilities-accreditation",
        "Healthcare Facilities Accreditation Program (HFAP)",
        "Programa de Acreditación de Centros de Salud (HFAP)",
    )
    QUALITY_ASSURANCE_COMMITTEE = (
        "quality-assurance-committee",
        "National Committee for Quality Assurance (NCQA)",
        "Comité Nacional de Garantía de Calidad (NCQA)",
    )
    HOSPITAL_LICENSING_AUTHORITY = (
        "hospital-licensing-authority",
        "hospital licensing authority",
        "autoridad de licencias hospitalarias",
    )
    STATE_SUBSTANCE_USE_AGENCY = (
        "state-substance-use-agency",
        "state substance use agency",
        "agencia estatal de consumo de sustancias",
    )
    STATE_MENTAL_HEALTH_DEPARTMENT = (
        "state-mental-health-department",
        "state mental health department",
        "departamento estatal de salud mental",
    )
    STATE_HEALTH_DEPARTMENT = (
        "state-health-department",
        "state health department",
        "departamento estatal de salud",
    )
    FEDERALLY_QUALIFIED_HEALTH_CENTER = (
        "federally-qualified-health-center",
        "federally qualified health center status",
        "calificación de centro de salud federal",
    )
    OPIOID_PROGRAM_CERTIFICATION = (
        "opioid-program-certification",
        "SAMHSA certification of an opioid treatment program",
        "certificación de SAMHSA de un programa de opioides",
    )
    DRUG_ENFORCEMENT_REGISTRATION = (
        "drug-enforcement-registration",
        "Drug Enforcement Administration registration (DEA)",
        "registro de la Administración de Control de Drogas (DEA)",
    )
