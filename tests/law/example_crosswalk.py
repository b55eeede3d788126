"""A small crosswalk, and how to make others."""

from __future__ import annotations

from datetime import date

from iopkit.law import Ambiguity, CodeMatch, Crosswalk, Relation
from iopkit.values.periods import Period
from iopkit.values.terms import Term
from iopkit.values.texts import Text
from iopkit.vocabulary import BillingUnit, CareLevel, ConditionFamily

DAY = date(2026, 3, 2)
OPEN = "2024-01-01..open"
WHY = Text("It may be either.", "Puede ser cualquiera de los dos.")


def meaning(
    code: str, term: Term, *also: Term, period: str = OPEN, unit: BillingUnit | None = None
) -> CodeMatch:
    """Return one meaning of a code, narrower than its term."""
    return CodeMatch(
        code=code,
        term=term,
        relation=Relation.NARROWER,
        in_force=Period.parse(period),
        source="example-law",
        also=also,
        unit=unit,
    )


PSYCHIATRIC = meaning("0905", CareLevel.IOP, ConditionFamily.MENTAL_DISORDER)
CHEMICAL = meaning("0905", CareLevel.IOP, ConditionFamily.SUBSTANCE_USE_DISORDER)
DAY_CARE = meaning("0912", CareLevel.PHP, unit=BillingUnit.DAY)
OLD = meaning("0999", CareLevel.RESIDENTIAL, period="2020-01-01..2021-01-01")


def crosswalk(
    *rows: CodeMatch,
    ambiguities: tuple[Ambiguity, ...] = (),
    width: int | None = None,
    last_is_any: bool = False,
) -> Crosswalk:
    """Return a crosswalk of the system `example`."""
    return Crosswalk(
        id="example",
        title=Text("Example", "Ejemplo"),
        rows=rows,
        ambiguities=ambiguities,
        width=width,
        last_is_any=last_is_any,
    )


REVENUE = crosswalk(
    PSYCHIATRIC, CHEMICAL, DAY_CARE, OLD, ambiguities=(Ambiguity("0905", WHY),), width=4
)
