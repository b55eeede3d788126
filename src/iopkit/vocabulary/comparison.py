"""The words in which levels of care are compared, and the advantages of an IOP."""

from __future__ import annotations

from iopkit.values.terms import Ranked, Term


class Advantage(Term):
    """What speaks for an IOP; each can be looked for in a program's own facts."""

    FLEXIBILITY = "flexibility", "flexibility", "flexibilidad"
    REAL_LIFE_APPLICATION = (
        "real-life-application",
        "real-life application",
        "aplicación en la vida real",
    )
    SUPPORTIVE_ENVIRONMENT = (
        "supportive-environment",
        "supportive environment",
        "entorno de apoyo",
    )
    SUPPORT_AND_ACCOUNTABILITY = (
        "support-and-accountability",
        "support and accountability",
        "apoyo y responsabilidad",
    )


class ComparisonAxis(Term):
    """What is laid side by side when two levels or two programs are compared."""

    SUPERVISION = "supervision", "supervision", "supervisión"
    LIVING_SITUATION = "living-situation", "where the person lives", "dónde vive la persona"
    HOURS_A_WEEK = "hours-a-week", "hours a week", "horas por semana"
    DAYS_A_WEEK = "days-a-week", "days a week", "días por semana"
    LENGTH = "length", "length of treatment", "duración del tratamiento"
    DISRUPTION = "disruption", "disruption of daily life", "alteración de la vida diaria"
    COST = "cost", "cost", "costo"


class Supervision(Ranked):
    """How closely a person is watched over, least to most."""

    DURING_SESSIONS = "during-sessions", "during sessions only", "solo durante las sesiones"
    BY_DAY = "by-day", "during the day", "durante el día"
    AROUND_THE_CLOCK = "around-the-clock", "around the clock", "las 24 horas"
    MEDICAL_AROUND_THE_CLOCK = (
        "medical-around-the-clock",
        "by doctors and nurses, around the clock",
        "por personal médico y de enfermería, las 24 horas",
    )


class LivingSituation(Term):
    """Where a person lives during treatment."""

    AT_HOME = "at-home", "at home", "en casa"
    SOBER_LIVING_HOME = (
        "sober-living-home",
        "in a sober living home",
        "en una vivienda de sobriedad",
    )
    AT_THE_FACILITY = "at-the-facility", "at the facility", "en el centro"
    IN_HOSPITAL = "in-hospital", "in a hospital", "en un hospital"


class Rhythm(Ranked):
    """How often care happens, least to most often."""

    WEEKLY_OR_LESS = (
        "weekly-or-less",
        "weekly or every other week",
        "cada semana o cada dos semanas",
    )
    SEVERAL_DAYS_A_WEEK = (
        "several-days-a-week",
        "several days a week",
        "varios días por semana",
    )
    EVERY_WEEKDAY = "every-weekday", "every weekday", "todos los días laborables"
    AROUND_THE_CLOCK = "around-the-clock", "day and night", "día y noche"
