"""Named ways of treating; what is done in a session is a `Modality`."""

from __future__ import annotations

from iopkit.values.terms import Term


class Approach(Term):
    """A named treatment approach.

    A name says which method a program tells of, not how well it follows it.
    """

    COGNITIVE_BEHAVIORAL_THERAPY = (
        "cognitive-behavioral-therapy",
        "cognitive behavioral therapy (CBT)",
        "terapia cognitivo-conductual (TCC)",
    )
    DIALECTICAL_BEHAVIOR_THERAPY = (
        "dialectical-behavior-therapy",
        "dialectical behavior therapy (DBT)",
        "terapia dialéctica conductual (DBT)",
    )
    EMDR = (
        "emdr",
        "eye movement desensitization and reprocessing (EMDR)",
        "desensibilización y reprocesamiento por movimientos oculares (EMDR)",
    )
    MOTIVATIONAL_INTERVIEWING = (
        "motivational-interviewing",
        "motivational interviewing",
        "entrevista motivacional",
    )
    CONTINGENCY_MANAGEMENT = (
        "contingency-management",
        "contingency management",
        "manejo de contingencias",
    )
    COMMUNITY_REINFORCEMENT = (
        "community-reinforcement",
        "community reinforcement with vouchers",
        "refuerzo comunitario con vales",
    )
    RELAPSE_PREVENTION = "relapse-prevention", "relapse prevention", "prevención de recaídas"
    MATRIX_MODEL = "matrix-model", "Matrix Model", "modelo Matrix"
    TWELVE_STEP_FACILITATION = (
        "twelve-step-facilitation",
        "twelve-step facilitation",
        "facilitación de los doce pasos",
    )
    EXPOSURE_THERAPY = "exposure-therapy", "exposure therapy", "terapia de exposición"
    PROLONGED_EXPOSURE = "prolonged-exposure", "prolonged exposure", "exposición prolongada"
    EXPOSURE_AND_RESPONSE_PREVENTION = (
        "exposure-and-response-prevention",
        "exposure and response prevention (ERP)",
        "exposición con prevención de respuesta (EPR)",
    )
    COGNITIVE_PROCESSING_THERAPY = (
        "cognitive-processing-therapy",
        "cognitive processing therapy (CPT)",
        "terapia de procesamiento cognitivo (TPC)",
    )
    ACCEPTANCE_AND_COMMITMENT_THERAPY = (
        "acceptance-and-commitment-therapy",
        "acceptance and commitment therapy (ACT)",
        "terapia de aceptación y compromiso (ACT)",
    )
    FAMILY_BASED_TREATMENT = (
        "family-based-treatment",
        "family-based treatment (FBT)",
        "tratamiento basado en la familia (FBT)",
    )
    MULTISYSTEMIC_THERAPY = (
        "multisystemic-therapy",
        "multisystemic therapy",
        "terapia multisistémica",
    )
    INTERPERSONAL_PSYCHOTHERAPY = (
        "interpersonal-psychotherapy",
        "interpersonal psychotherapy",
        "psicoterapia interpersonal",
    )
    PSYCHODYNAMIC_THERAPY = (
        "psychodynamic-therapy",
        "psychodynamic therapy",
        "terapia psicodinámica",
    )
    SOLUTION_FOCUSED_THERAPY = (
        "solution-focused-therapy",
        "solution-focused therapy",
        "terapia centrada en soluciones",
    )
    BEHAVIORAL_ACTIVATION = (
        "behavioral-activation",
        "behavioral activation",
        "activación conductual",
    )
    MINDFULNESS_BASED_THERAPY = (
        "mindfulness-based-therapy",
        "mindfulness-based therapy",
        "terapia basada en la atención plena",
    )
    TRAUMA_COUNSELING = (
        "trauma-counseling",
        "trauma-related counseling",
        "asesoramiento sobre el trauma",
    )
    BRIEF_INTERVENTION = "brief-intervention", "brief intervention", "intervención breve"
    ANGER_MANAGEMENT = "anger-management", "anger management", "manejo de la ira"
    SUBSTANCE_USE_COUNSELING = (
        "substance-use-counseling",
        "substance use counseling",
        "asesoramiento sobre el consumo de sustancias",
    )
    INTEGRATED_DUAL_DISORDER_TREATMENT = (
        "integrated-dual-disorder-treatment",
        "integrated mental health and substance use treatment",
        "tratamiento integrado de salud mental y consumo de sustancias",
    )
    COGNITIVE_REMEDIATION = (
        "cognitive-remediation",
        "cognitive remediation",
        "rehabilitación cognitiva",
    )
    MEDICATION_FOR_OPIOID_USE = (
        "medication-for-opioid-use",
        "medication for opioid use disorder",
        "medicamentos para el consumo de opioides",
    )
    MEDICATION_FOR_ALCOHOL_USE = (
        "medication-for-alcohol-use",
        "medication for alcohol use disorder",
        "medicamentos para el consumo de alcohol",
    )
    ELECTROCONVULSIVE_THERAPY = (
        "electroconvulsive-therapy",
        "electroconvulsive therapy (ECT)",
        "terapia electroconvulsiva (TEC)",
    )
    TRANSCRANIAL_MAGNETIC_STIMULATION = (
        "transcranial-magnetic-stimulation",
        "transcranial magnetic stimulation (TMS)",
        "estimulación magnética transcraneal (EMT)",
    )
    KETAMINE_INFUSION = "ketamine-infusion", "ketamine infusion", "infusión de ketamina"
    ART_THERAPY = "art-therapy", "art or music therapy", "terapia con arte o música"
