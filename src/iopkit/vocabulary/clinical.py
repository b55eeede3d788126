"""Families of conditions, in everyday names; never a diagnosis."""

from __future__ import annotations

from collections.abc import Mapping

from iopkit.values.terms import Term


class ConditionFamily(Term):
    """The two families between which programs, payers and laws divide conditions."""

    MENTAL_DISORDER = "mental-disorder", "mental disorder", "trastorno mental"
    SUBSTANCE_USE_DISORDER = (
        "substance-use-disorder",
        "substance use disorder",
        "trastorno por consumo de sustancias",
    )


class Condition(Term):
    """A family of conditions that somebody else has diagnosed.

    Some families stand within a broader one: who has anorexia nervosa has an eating disorder.
    """

    DEPRESSION = "depression", "depression", "depresión"
    ANXIETY = "anxiety", "anxiety disorder", "trastorno de ansiedad"
    BIPOLAR_DISORDER = "bipolar-disorder", "bipolar disorder", "trastorno bipolar"
    PTSD = (
        "ptsd",
        "post-traumatic stress disorder",
        "trastorno de estrés postraumático",
    )
    BORDERLINE_PERSONALITY_DISORDER = (
        "borderline-personality-disorder",
        "borderline personality disorder",
        "trastorno límite de la personalidad",
    )
    PSYCHOTIC_DISORDER = "psychotic-disorder", "psychotic disorder", "trastorno psicótico"
    OBSESSIVE_COMPULSIVE_DISORDER = (
        "obsessive-compulsive-disorder",
        "obsessive-compulsive disorder",
        "trastorno obsesivo-compulsivo",
    )
    EATING_DISORDER = "eating-disorder", "eating disorder", "trastorno alimentario"
    OTHER_MENTAL_DISORDER = (
        "other-mental-disorder",
        "another mental disorder",
        "otro trastorno mental",
    )
    ALCOHOL_USE_DISORDER = (
        "alcohol-use-disorder",
        "alcohol use disorder",
        "trastorno por consumo de alcohol",
    )
    OPIOID_USE_DISORDER = (
        "opioid-use-disorder",
        "opioid use disorder",
        "trastorno por consumo de opioides",
    )
    STIMULANT_USE_DISORDER = (
        "stimulant-use-disorder",
        "stimulant use disorder",
        "trastorno por consumo de estimulantes",
    )
    CANNABIS_USE_DISORDER = (
        "cannabis-use-disorder",
        "cannabis use disorder",
        "trastorno por consumo de cannabis",
    )
    OTHER_SUBSTANCE_USE_DISORDER = (
        "other-substance-use-disorder",
        "another substance use disorder",
        "otro trastorno por consumo de sustancias",
    )
    ANOREXIA_NERVOSA = "anorexia-nervosa", "anorexia nervosa", "anorexia nerviosa"
    BULIMIA_NERVOSA = "bulimia-nervosa", "bulimia nervosa", "bulimia nerviosa"
    BINGE_EATING_DISORDER = (
        "binge-eating-disorder",
        "binge eating disorder",
        "trastorno por atracón",
    )
    AVOIDANT_RESTRICTIVE_FOOD_INTAKE_DISORDER = (
        "avoidant-restrictive-food-intake-disorder",
        "avoidant/restrictive food intake disorder (ARFID)",
        "trastorno de evitación o restricción de alimentos (ARFID)",
    )
    OTHER_SPECIFIED_EATING_DISORDER = (
        "other-specified-eating-disorder",
        "other specified feeding or eating disorder (OSFED)",
        "otro trastorno alimentario especificado (OSFED)",
    )
    POSTPARTUM_DEPRESSION = "postpartum-depression", "postpartum depression", "depresión posparto"
    GENERALIZED_ANXIETY_DISORDER = (
        "generalized-anxiety-disorder",
        "generalized anxiety disorder",
        "trastorno de ansiedad generalizada",
    )
    PANIC_DISORDER = "panic-disorder", "panic disorder", "trastorno de pánico"
    SOCIAL_ANXIETY_DISORDER = (
        "social-anxiety-disorder",
        "social anxiety disorder",
        "trastorno de ansiedad social",
    )
    SCHIZOPHRENIA = "schizophrenia", "schizophrenia", "esquizofrenia"
    SCHIZOAFFECTIVE_DISORDER = (
        "schizoaffective-disorder",
        "schizoaffective disorder",
        "trastorno esquizoafectivo",
    )
    PERSONALITY_DISORDER = (
        "personality-disorder",
        "personality disorder",
        "trastorno de la personalidad",
    )
    ATTENTION_DEFICIT_HYPERACTIVITY_DISORDER = (
        "attention-deficit-hyperactivity-disorder",
        "attention-deficit/hyperactivity disorder (ADHD)",
        "trastorno por déficit de atención con hiperactividad (TDAH)",
    )
    AUTISM = "autism", "autism spectrum disorder", "trastorno del espectro autista"
    ADJUSTMENT_DISORDER = "adjustment-disorder", "adjustment disorder", "trastorno de adaptación"
    DISSOCIATIVE_DISORDER = (
        "dissociative-disorder",
        "dissociative disorder",
        "trastorno disociativo",
    )
    CONDUCT_DISORDER = "conduct-disorder", "conduct disorder", "trastorno de conducta"
    GAMBLING_DISORDER = "gambling-disorder", "gambling disorder", "trastorno por juego"
    COCAINE_USE_DISORDER = (
        "cocaine-use-disorder",
        "cocaine use disorder",
        "trastorno por consumo de cocaína",
    )
    METHAMPHETAMINE_USE_DISORDER = (
        "methamphetamine-use-disorder",
        "methamphetamine use disorder",
        "trastorno por consumo de metanfetamina",
    )
    SEDATIVE_USE_DISORDER = (
        "sedative-use-disorder",
        "sedative use disorder",
        "trastorno por consumo de sedantes",
    )

    @property
    def broader(self) -> Condition | None:
        """The broader condition within which this one stands; `None` for the broadest."""
        return _BROADER.get(self)

    @property
    def family(self) -> ConditionFamily:
        """The family to which the condition belongs."""
        if self.value.endswith("-use-disorder"):
            return ConditionFamily.SUBSTANCE_USE_DISORDER
        return ConditionFamily.MENTAL_DISORDER


class Difficulty(Term):
    """What a program helps with although it is no diagnosis."""

    EMOTION_DYSREGULATION = (
        "emotion-dysregulation",
        "emotion dysregulation",
        "desregulación emocional",
    )
    SUICIDAL_THOUGHTS = "suicidal-thoughts", "suicidal thoughts", "pensamientos suicidas"
    SELF_HARM = "self-harm", "self-harm", "autolesiones"
    ANGER = "anger", "anger", "ira"
    GRIEF = "grief", "grief", "duelo"
    CHRONIC_PAIN = "chronic-pain", "chronic pain", "dolor crónico"
    SLEEP_PROBLEMS = "sleep-problems", "sleep problems", "problemas de sueño"
    FAMILY_CONFLICT = "family-conflict", "family conflict", "conflicto familiar"


class DrivingFinding(Term):
    """What an assessment for impaired driving found about substance use."""

    NONE = "none", "no disorder found", "ningún trastorno encontrado"
    ABUSE = "abuse", "abuse, an older term for a mild disorder", "abuso, término antiguo de leve"
    MINIMAL_DEPENDENCE = "minimal-dependence", "minimal dependence", "dependencia mínima"
    MODERATE_OR_SEVERE = "moderate-or-severe", "moderate or severe", "moderada o grave"


_NARROWER: Mapping[Condition, tuple[Condition, ...]] = {
    Condition.EATING_DISORDER: (
        Condition.ANOREXIA_NERVOSA,
        Condition.BULIMIA_NERVOSA,
        Condition.BINGE_EATING_DISORDER,
        Condition.AVOIDANT_RESTRICTIVE_FOOD_INTAKE_DISORDER,
        Condition.OTHER_SPECIFIED_EATING_DISORDER,
    ),
    Condition.DEPRESSION: (Condition.POSTPARTUM_DEPRESSION,),
    Condition.ANXIETY: (
        Condition.GENERALIZED_ANXIETY_DISORDER,
        Condition.PANIC_DISORDER,
        Condition.SOCIAL_ANXIETY_DISORDER,
    ),
    Condition.PSYCHOTIC_DISORDER: (Condition.SCHIZOPHRENIA, Condition.SCHIZOAFFECTIVE_DISORDER),
    Condition.PERSONALITY_DISORDER: (Condition.BORDERLINE_PERSONALITY_DISORDER,),
    Condition.OTHER_MENTAL_DISORDER: (
        Condition.ATTENTION_DEFICIT_HYPERACTIVITY_DISORDER,
        Condition.AUTISM,
        Condition.ADJUSTMENT_DISORDER,
        Condition.DISSOCIATIVE_DISORDER,
        Condition.CONDUCT_DISORDER,
        Condition.GAMBLING_DISORDER,
    ),
    Condition.STIMULANT_USE_DISORDER: (
        Condition.COCAINE_USE_DISORDER,
        Condition.METHAMPHETAMINE_USE_DISORDER,
    ),
    Condition.OTHER_SUBSTANCE_USE_DISORDER: (Condition.SEDATIVE_USE_DISORDER,),
}
_BROADER = {narrow: broad for broad, narrow_ones in _NARROWER.items() for narrow in narrow_ones}
