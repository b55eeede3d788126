"""Times of day and holidays, as programs tell them."""

from __future__ import annotations

from iopkit.values.terms import Term


class TimeOfDay(Term):
    """A part of the day in which a program offers sessions; no clock time is implied."""

    MORNING = "morning", "in the morning", "por la mañana"
    DAYTIME = "daytime", "during the day", "durante el día"
    AFTERNOON = "afternoon", "in the afternoon", "por la tarde"
    AFTER_SCHOOL = "after-school", "after school", "después de la escuela"
    EVENING = "evening", "in the evening", "al anochecer"
    WEEKEND = "weekend", "on weekends", "los fines de semana"


class Holiday(Term):
    """A day on which many programs are closed."""

    NEW_YEARS_DAY = "new-years-day", "New Year's Day", "Año Nuevo"
    MARTIN_LUTHER_KING_DAY = (
        "martin-luther-king-day",
        "Martin Luther King Jr. Day",
        "Día de Martin Luther King Jr.",
    )
    PRESIDENTS_DAY = "presidents-day", "Presidents' Day", "Día de los Presidentes"
    MEMORIAL_DAY = "memorial-day", "Memorial Day", "Día de los Caídos"
    JUNETEENTH = "juneteenth", "Juneteenth", "Juneteenth"
    INDEPENDENCE_DAY = "independence-day", "Independence Day", "Día de la Independencia"
    LABOR_DAY = "labor-day", "Labor Day", "Día del Trabajo"
    COLUMBUS_DAY = (
        "columbus-day",
        "Columbus Day or Indigenous Peoples' Day",
        "Día de Colón o de los Pueblos Indígenas",
    )
    VETERANS_DAY = "veterans-day", "Veterans Day", "Día de los Veteranos"
    THANKSGIVING = "thanksgiving", "Thanksgiving", "Día de Acción de Gracias"
    CHRISTMAS = "christmas", "Christmas", "Navidad"
