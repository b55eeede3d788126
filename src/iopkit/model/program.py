"""A program as it describes itself."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.prices import Price
from iopkit.model.schedule import Schedule
from iopkit.values.listings import Listing
from iopkit.values.spans import Span
from iopkit.vocabulary.care import CareLevel, Delivery, Setting
from iopkit.vocabulary.clinical import Condition, ConditionFamily
from iopkit.vocabulary.coverage import PayerKind
from iopkit.vocabulary.places import State
from iopkit.vocabulary.treatment import AdmissionTerm, Modality, Population, ProgramType


@frozen(kw_only=True)
class Program:
    """One program; a field that it does not tell is `None` or an open `Listing`.

    `level` is the program's own label and proves nothing about hours.  `min_age` and `max_age`
    are whole years, both included; `considers_other_ages` says that exceptions are looked at.
    `weeks` is the usual length of a course.  `services_per_day` counts separate services on a
    day, which decides some payers' rates.  `source` is the address of the page that told these
    facts, `note` what that page says beyond them.

    Raises:
        InvalidValue: `min_age` is above `max_age`.
    """

    id: str
    name: str | None = None
    operator: str | None = None
    state: State | None = None
    level: CareLevel | None = None
    types: Listing[ProgramType] = Listing()
    setting: Setting | None = None
    delivery: Listing[Delivery] = Listing()
    condition_families: Listing[ConditionFamily] = Listing()
    conditions: Listing[Condition] = Listing()
    populations: Listing[Population] = Listing()
    min_age: int | None = None
    max_age: int | None = None
    considers_other_ages: bool | None = None
    requires: Listing[AdmissionTerm] = Listing()
    accepts: Listing[PayerKind] = Listing()
    schedule: Schedule | None = None
    weeks: Span[int] | None = None
    services_per_day: Span[int] | None = None
    modalities: Listing[Modality] = Listing()
    fees: tuple[Price, ...] = ()
    source: str | None = None
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        ages = (self.min_age, self.max_age)
        if None not in ages and self.min_age > self.max_age:  # type: ignore[operator]  # both told
            raise InvalidValue("ages", "a lowest age that is not above the highest")
