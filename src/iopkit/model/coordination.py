"""How plans stand to one another: which pays first, and how the second takes that into account."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.values.privacy import Quiet
from iopkit.values.terms import Term
from iopkit.vocabulary.coverage import PayerKind

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class CoordinationMethod(Term):
    """How a second payer takes the first one's payment into account."""

    BASIC = (
        "basic",
        "what is left of the charge, up to its own benefit",
        "lo que queda del cargo, hasta su propio beneficio",
    )
    STANDARD = (
        "standard",
        "what the patient still owes, up to its own benefit",
        "lo que el paciente aún debe, hasta su propio beneficio",
    )
    CARVE_OUT = (
        "carve-out",
        "its own benefit less what was paid (non-duplication)",
        "su propio beneficio menos lo ya pagado (no duplicación)",
    )
    MAINTENANCE = (
        "maintenance-of-benefits",
        "its benefit on the allowed amount less what was paid",
        "su beneficio sobre el monto admitido menos lo ya pagado",
    )
    MEDICARE = (
        "medicare",
        "Medicare second, services paid by a fee schedule: the lowest of three",
        "Medicare en segundo lugar, servicios con tabla de tarifas: el menor de tres",
    )
    MEDICARE_INSTITUTIONAL = (
        "medicare-institutional",
        "Medicare second, services paid otherwise: the lowest of four",
        "Medicare en segundo lugar, otros servicios: el menor de cuatro",
    )


class CountedWhenSecond(Term):
    """What a plan that pays second counts toward its own deductible or limit."""

    AS_IF_ALONE = (
        "as-if-alone",
        "what it would count if it were the only plan",
        "lo que contaría si fuera el único plan",
    )
    STILL_OWED = (
        "still-owed",
        "only what the patient still owes after both plans",
        "solo lo que el paciente aún debe después de ambos planes",
    )


class PlanRelation(Term):
    """How a person stands to the one whose plan it is."""

    SUBSCRIBER = "subscriber", "the plan is the person's own", "el plan es de la propia persona"
    CHILD = "child", "child of the one whose plan it is", "hijo o hija del titular del plan"
    OTHER_DEPENDENT = (
        "other-dependent",
        "spouse or other dependent of the one whose plan it is",
        "cónyuge u otro dependiente del titular del plan",
    )


@frozen(kw_only=True, repr=False)
class PlanMembership(Quiet):
    """How one person is covered by one plan; what is not known is `None`.

    The birthday is of the one whose plan it is, without its year; `covered_since` is the day
    from which on the plan has covered that one.

    Raises:
        InvalidValue: the month and the day are no day of a year.
    """

    relation: PlanRelation | None = None
    payer: PayerKind | None = None
    birth_month: int | None = None
    birth_day: int | None = None
    covered_since: date | None = None

    def __attrs_post_init__(self) -> None:
        month, day = self.birth_month, self.birth_day
        if month is not None and not 1 <= month <= len(_LONGEST_MONTHS):
            raise InvalidValue("birth_month", "a month from 1 to 12")
        longest = max(_LONGEST_MONTHS) if month is None else _LONGEST_MONTHS[month - 1]
        if day is not None and not 1 <= day <= longest:
            raise InvalidValue("birth_day", "a day of that month")
