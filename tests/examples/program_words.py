"""How the words of `tests/data/programs.yaml` are said in the library: the stated mapping.

Each word leads to the fields and terms that stand for it, written `field:term`.
"""

from __future__ import annotations

from collections.abc import Mapping

TERMS: Mapping[str, str] = {
    # levels and types
    "iop": "level:iop",
    "php": "level:php",
    "general": "types:general",
    "adolescent": "types:adolescent",
    "dual_diagnosis": "types:dual-diagnosis",
    "eating_disorder": "types:eating-disorder",
    "family_based": "types:family-based",
    "trauma_focused": "types:trauma-focused",
    # settings
    "hospital_outpatient": "setting:hospital-outpatient",
    "university_hospital": "setting:university-hospital",
    "specialty_clinic": "setting:specialty-clinic",
    "psychiatric_hospital": "setting:psychiatric-hospital",
    "community_provider": "setting:community-provider",
    "va": "setting:veterans-affairs-facility",
    "public_hospital": "setting:public-hospital",
    "university_health_system": "setting:university-health-system",
    "county_government": "setting:county-government",
    # delivery
    "in_person": "delivery:in-person",
    "video": "delivery:video",
    "virtual": "delivery:virtual",
    # conditions and difficulties
    "emotion dysregulation": "difficulties:emotion-dysregulation",
    "suicidal ideation": "difficulties:suicidal-thoughts",
    "self-harm": "difficulties:self-harm",
    "anxiety": "conditions:anxiety",
    "depression": "conditions:depression",
    "ptsd": "conditions:ptsd",
    "borderline personality disorder": "conditions:borderline-personality-disorder",
    "bipolar disorder": "conditions:bipolar-disorder",
    "substance use": "condition_families:substance-use-disorder",
    "mental health": "condition_families:mental-disorder",
    "anorexia nervosa": "conditions:anorexia-nervosa",
    "bulimia nervosa": "conditions:bulimia-nervosa",
    "binge eating": "conditions:binge-eating-disorder",
    "arfid": "conditions:avoidant-restrictive-food-intake-disorder",
    "osfed": "conditions:other-specified-eating-disorder",
    # groups of people
    "adults": "populations:adults",
    "veterans": "populations:veterans",
    "service_members": "populations:service-members",
    "pregnant": "populations:perinatal",
    "mothers_of_children_0_5": "populations:parents-of-young-children",
    "perinatal": "populations:perinatal",
    "justice_involved": "populations:justice-involved",
    # admission
    "not actively suicidal or homicidal": "requires:no-acute-danger",
    "medically stable": "requires:medically-stable",
    "motivated": "requires:ready-to-attend",
    "step-down or crisis diversion": "entry_routes:step-down entry_routes:crisis-diversion",
    # modalities and approaches
    "dbt_individual": "modalities:individual-therapy approaches:dialectical-behavior-therapy",
    "dbt_skills_group": "modalities:skills-group approaches:dialectical-behavior-therapy",
    "mindfulness_group": "modalities:mindfulness-practice",
    "phone_coaching": "modalities:phone-coaching",
    "psychiatry (optional)": "optional_modalities:psychiatric-care",
    "family/partner sessions (optional)": (
        "optional_modalities:family-therapy optional_modalities:couples-therapy"
    ),
    "process_group": "modalities:process-group",
    "social_skills_group": "modalities:social-skills-training",
    "psychoeducation": "modalities:psychoeducation",
    "multifamily_group": "modalities:multifamily-group",
    "family_therapy": "modalities:family-therapy",
    "medication": "modalities:medication-management",
    "medication_management": "modalities:medication-management",
    "individual_therapy": "modalities:individual-therapy",
    "group_therapy": "modalities:group-therapy",
    "group_psychotherapy": "modalities:group-therapy",
    "family_coaching": "modalities:family-coaching",
    "fbt": "approaches:family-based-treatment",
    "cbt": "approaches:cognitive-behavioral-therapy",
    "dbt": "approaches:dialectical-behavior-therapy",
    "act": "approaches:acceptance-and-commitment-therapy",
    "meal_support": "modalities:meal-support",
    "psychiatry_weekly": "modalities:psychiatric-care",
    "individual_weekly": "modalities:individual-therapy",
    "contingency_management": "approaches:contingency-management",
    "drug_testing": "modalities:drug-testing",
    "cpt_individual": "modalities:individual-therapy approaches:cognitive-processing-therapy",
    "cpt_group": "modalities:group-therapy approaches:cognitive-processing-therapy",
    "mindfulness": "modalities:mindfulness-practice",
    "yoga": "modalities:yoga",
    "partner_sessions": "modalities:couples-therapy",
}
"""Every word; one that means another thing among modalities stands in `MODALITIES` too."""

MODALITIES: Mapping[str, str] = {**TERMS, "trauma_focused": "approaches:trauma-counseling"}

KINDS: Mapping[str, str] = {
    "individual": "individual-therapy",
    "mindfulness_group": "mindfulness-practice",
    "skills_group": "skills-group",
    "psychotherapy_group": "group-therapy",
    "group": "group-therapy",
}
"""What is done in a session."""

COHORTS: Mapping[str, str] = {
    "combat": "combat-veterans",
    "military_sexual_trauma": "military-sexual-trauma-survivors",
}

OPERATORS: Mapping[str, str] = {
    "GHS Department of Psychiatry & Behavioral Medicine (US, state not told)": (
        "operator:GHS Department of Psychiatry & Behavioral Medicine"
        "|notes:In the United States; the state is not told."
    ),
    "UC San Francisco, Langley Porter": "operator:UC San Francisco, Langley Porter",
    "EBTCS, Seattle WA": "operator:EBTCS, Seattle|state:WA",
    "Institute of Living, Hartford HealthCare CT": (
        "operator:Institute of Living, Hartford HealthCare|state:CT"
    ),
    "Turning Point (nonprofit)": "operator:Turning Point|operator_kind:private-nonprofit",
    "Mount Sinai, New York NY": "operator:Mount Sinai, New York|state:NY",
    "Michael E. DeBakey VA (Houston TX), Substance Disorders Treatment Program": (
        "operator:Michael E. DeBakey VA (Houston), Substance Disorders Treatment Program|state:TX"
    ),
    "Rush University Medical Center, Chicago IL": (
        "operator:Rush University Medical Center, Chicago|state:IL"
    ),
    "Hennepin Healthcare, Minneapolis MN": "operator:Hennepin Healthcare, Minneapolis|state:MN",
    "UCHealth, Colorado": "operator:UCHealth, Colorado",
    "A Prodigal's Path (faith-based)": "operator:A Prodigal's Path|operator_kind:faith-based",
    "Davidson County Sheriff's Office, Nashville TN": (
        "operator:Davidson County Sheriff's Office, Nashville|state:TN"
    ),
}
"""Who operates a program: name, kind and state, split at `|`."""

NOTES: Mapping[str, str] = {
    "decided by progress": "is_length_individual:True",
    "three 50-minute groups; 2 h 50 min door to door": "therapeutic:150|clock:170",
    "program runs Mon-Fri": "days:None",
    "18-year-olds still in high school considered": (
        "age_exception:18-year-olds still in high school considered"
    ),
    "50-minute classes with 10-minute breaks: 7.5 h net": (
        "weekly_therapeutic:450|notes:Classes last 50 minutes, with breaks of 10 minutes."
    ),
    "not told": "populations:",
}
"""What a note of the source says, in fields and figures, split at `|`."""
