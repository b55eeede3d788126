"""Families of conditions, in everyday names; never a diagnosis."""

from __future__ import annotations

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
    """A family of conditions that somebody else has diagnosed."""

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

    @property
    def family(self) -> ConditionFamily:
        """The family to which the condition belongs."""
        if self.value.endswith("-use-disorder"):
            return ConditionFamily.SUBSTANCE_USE_DISORDER
        return ConditionFamily.MENTAL_DISORDER
