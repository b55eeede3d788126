"""A program as it describes itself."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.courses import AttendanceRules, Cohort, Meals, Outcomes, Phase
from iopkit.model.practice import Practice
from iopkit.model.prices import PaymentTerms, Price, require_one_at_a_time
from iopkit.model.schedule import Schedule
from iopkit.values.listings import Listing
from iopkit.values.spans import Span
from iopkit.vocabulary.approaches import Approach
from iopkit.vocabulary.care import CareLevel, Delivery, EntryRoute, ResidentialIntensity, Setting
from iopkit.vocabulary.clinical import Condition, ConditionFamily, Difficulty
from iopkit.vocabulary.coverage import PayerKind
from iopkit.vocabulary.facilities import OperatorKind
from iopkit.vocabulary.languages import CareLanguage
from iopkit.vocabulary.people import Population
from iopkit.vocabulary.places import State
from iopkit.vocabulary.treatment import AdmissionTerm, Modality, ProgramType


@frozen(kw_only=True)
class Program:
    """One program; a field that it does not tell is `None` or an open `Listing`.

    `level` is the program's own label and proves nothing about hours, as is
    `residential_intensity` of a residential program.  `serves_states` are those
    in which its patients may live; `languages` are those in which sessions are held.

    Whom it takes: `min_age` and `max_age` are whole years, both included;
    `considers_other_ages` says that exceptions are looked at, `age_exception` in words which.
    A baby younger than `babies_under_months` may come along.

    How long: `weeks` bounds the length of a course, `typical_weeks` does not;
    `is_length_individual` means that progress decides.  `phases` follow one another in place of
    one unchanging `schedule`.

    `services_per_day` counts separate services on a day, which decides some payers' rates.
    `source` is the address of the page that told these facts; `note` and `notes` are what it
    says beyond them.

    Raises:
        InvalidValue: `min_age` is above `max_age`, or two fees for one service hold at once.
    """

    id: str
    name: str | None = None
    operator: str | None = None
    operator_kind: OperatorKind | None = None
    state: State | None = None
    serves_states: Listing[State] = Listing()
    level: CareLevel | None = None
    residential_intensity: ResidentialIntensity | None = None
    types: Listing[ProgramType] = Listing()
    setting: Setting | None = None
    delivery: Listing[Delivery] = Listing()
    languages: Listing[CareLanguage] = Listing()
    condition_families: Listing[ConditionFamily] = Listing()
    conditions: Listing[Condition] = Listing()
    difficulties: Listing[Difficulty] = Listing()
    populations: Listing[Population] = Listing()
    cohorts: tuple[Cohort, ...] = ()
    min_age: int | None = None
    max_age: int | None = None
    considers_other_ages: bool | None = None
    age_exception: str | None = None
    babies_under_months: int | None = None
    requires: Listing[AdmissionTerm] = Listing()
    entry_routes: Listing[EntryRoute] = Listing()
    accepts: Listing[PayerKind] = Listing()
    intake_minutes: Span[int] | None = None
    schedule: Schedule | None = None
    phases: tuple[Phase, ...] = ()
    weeks: Span[int] | None = None
    typical_weeks: Span[int] | None = None
    is_length_individual: bool | None = None
    is_repeatable: bool | None = None
    services_per_day: Span[int] | None = None
    modalities: Listing[Modality] = Listing()
    optional_modalities: Listing[Modality] = Listing()
    approaches: Listing[Approach] = Listing()
    meals: Meals | None = None
    attendance: AttendanceRules | None = None
    practice: Practice | None = None
    fees: tuple[Price, ...] = ()
    payment: PaymentTerms | None = None
    outcomes: Outcomes | None = None
    source: str | None = None
    more_sources: tuple[str, ...] = ()
    note: str | None = None
    notes: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        low, high = self.min_age, self.max_age
        if low is not None and high is not None and high < low:
            raise InvalidValue("ages", "a lowest age that is not above the highest")
        require_one_at_a_time("fees", self.fees)
