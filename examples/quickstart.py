"""One question to the law, and one to the ladder."""

from datetime import date

from iopkit import Case, Condition, Listing, Person, TreatmentPlan, decide, place, shipped

day, law = date(2026, 3, 2), shipped()
case = Case(
    person=Person(
        age=34,
        conditions=Listing.of(Condition.ALCOHOL_USE_DISORDER),
        needs_24_hour_care=False,
    ),
    treatment_plan=TreatmentPlan(weekly_minutes=9 * 60),
)

decision = decide(law.rules("medicare/iop", on=day), case, on=day)
print(decision.outcome.label)
if decision.pivots.next_question is not None:
    print(decision.pivots.next_question.text("es"))
print(place(law.ladder("general/guidance", on=day), case, on=day).at_most.label)
