"""Who pays a part of the days of a program."""

from __future__ import annotations

from attrs import frozen

from iopkit.values.money import Money
from iopkit.values.privacy import Quiet
from iopkit.values.terms import Term


class PaidBy(Term):
    """Who pays a part of what the days of a program come to."""

    PLAN = "plan", "the plan that pays first", "el plan que paga primero"
    SECOND_COVERAGE = (
        "second-coverage",
        "the coverage that pays second",
        "la cobertura que paga en segundo lugar",
    )
    ASSISTANCE = "assistance", "assistance", "la ayuda"
    PATIENT = "patient", "the patient", "el paciente"


@frozen(kw_only=True, repr=False)
class AtEnds(Quiet):
    """An amount in the cases that lead to the low and to the high end; either may be less.

    An end of `None` is one that nothing bounds, or that is not known.
    """

    low: Money | None
    high: Money | None
