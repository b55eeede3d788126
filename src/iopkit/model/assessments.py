"""Results of assessments that others have made, as facts; iopkit makes none."""

from __future__ import annotations

from attrs import astuple, frozen

from iopkit.errors import InvalidValue
from iopkit.values.privacy import Quiet
from iopkit.vocabulary.clinical import DrivingFinding

_HIGHEST = 4
_MOST_THOUSANDTHS = 1000


@frozen(kw_only=True, repr=False)
class RiskRatings(Quiet):
    """Ratings from 0 (no problem) to 4 (worst), each `None` where not known.

    They are the six that the former placement rule of Minnesota asked: risk from intoxication
    and withdrawal, physical health, mental health, readiness for change, likelihood of relapse,
    and surroundings for recovery.

    Raises:
        InvalidValue: a rating is not from 0 to 4.
    """

    withdrawal: int | None = None
    physical_health: int | None = None
    mental_health: int | None = None
    readiness: int | None = None
    relapse: int | None = None
    surroundings: int | None = None

    def __attrs_post_init__(self) -> None:
        told = (rating for rating in astuple(self) if rating is not None)
        if not all(0 <= rating <= _HIGHEST for rating in told):
            raise InvalidValue("risk ratings", f"ratings from 0 to {_HIGHEST}")


@frozen(kw_only=True, repr=False)
class TreatmentProgress(Quiet):
    """How far treatment for substance use has brought a person; each field `None` if not known.

    `is_progressing` is what the record of the treatment shows.  `was_interrupted` means by a
    medical or psychiatric event serious enough to interrupt it; `awaits_transfer` that the
    person stays only until an immediate move to more acute care.
    """

    recognizes_problem: bool | None = None
    has_insight: bool | None = None
    is_learning_to_cope: bool | None = None
    is_progressing: bool | None = None
    was_interrupted: bool | None = None
    awaits_transfer: bool | None = None


@frozen(kw_only=True, repr=False)
class ImpairedDriving(Quiet):
    """What a court's assessment for impaired driving found; each field `None` where not known.

    `blood_alcohol` is in thousandths of a percent: 0.14 % is 140.  `is_level_one` and
    `is_level_two` say whether the assessed level of care is of that broad level.

    Raises:
        InvalidValue: `blood_alcohol` is not from 0 to 1000.
    """

    is_first_conviction: bool | None = None
    has_refused_test: bool | None = None
    blood_alcohol: int | None = None
    finding: DrivingFinding | None = None
    is_level_one: bool | None = None
    is_level_two: bool | None = None

    def __attrs_post_init__(self) -> None:
        if self.blood_alcohol is not None and not 0 <= self.blood_alcohol <= _MOST_THOUSANDTHS:
            raise InvalidValue(
                "blood_alcohol", f"thousandths of a percent from 0 to {_MOST_THOUSANDTHS}"
            )
