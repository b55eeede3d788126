"""Which benefit a name in a plan file means, and which words there speak of IOP or PHP."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from iopkit.vocabulary.clinical import ConditionFamily
from iopkit.vocabulary.coverage import Benefit

_MIND, _USE = ConditionFamily.MENTAL_DISORDER, ConditionFamily.SUBSTANCE_USE_DISORDER

NAMES: Final[Mapping[str, tuple[Benefit, tuple[ConditionFamily, ...]]]] = MappingProxyType(
    {
        "mental/behavioral health outpatient services": (Benefit.OFFICE_VISIT, (_MIND,)),
        "mental health office visit": (Benefit.OFFICE_VISIT, (_MIND,)),
        "mental/behavioral health outpatient other services": (Benefit.OTHER_OUTPATIENT, (_MIND,)),
        "mental/behavioral health inpatient services": (Benefit.INPATIENT, (_MIND,)),
        "substance abuse disorder outpatient services": (Benefit.OFFICE_VISIT, (_USE,)),
        "substance use disorder outpatient services": (Benefit.OFFICE_VISIT, (_USE,)),
        "substance abuse office visit": (Benefit.OFFICE_VISIT, (_USE,)),
        "substance abuse disorder outpatient other services": (Benefit.OTHER_OUTPATIENT, (_USE,)),
        "substance use disorder outpatient other services": (Benefit.OTHER_OUTPATIENT, (_USE,)),
        "substance abuse disorder inpatient services": (Benefit.INPATIENT, (_USE,)),
        "substance use disorder inpatient services": (Benefit.INPATIENT, (_USE,)),
        "partial hospitalization": (Benefit.PARTIAL_HOSPITALIZATION, (_MIND, _USE)),
    }
)
"""The names of every plan year.

The outpatient row is told for office visits: where a plan parts the two, the row of other services
stands beside it.  `Mental Health Other` says not what it is.
"""

_PHRASES: Final = (
    "intensive outpatient",
    "intensive out patient",
    "partial hospital",
    "partial day",
)
_SHORT: Final = frozenset({"IOP", "PHP"})


def names_program(text: str) -> bool:
    """Return whether `text` speaks of intensive outpatient care or partial hospitalization."""
    spoken = " ".join(text.lower().replace("-", " ").split())
    letters = "".join(letter if letter.isalnum() else " " for letter in text)
    return any(phrase in spoken for phrase in _PHRASES) or not _SHORT.isdisjoint(letters.split())
