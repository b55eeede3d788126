"""Floor 4: the one list of facts, and how each is read from a case.

A fact has a name, a unit, a question in both languages, and says whether it is about a person
and whether people can change it.  Rule sets ask by name; `answers_of` tells them what a case
knows.  Facts that one rule set asks are primitive: none follows from another.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.facts.readings import Reading
    from iopkit.facts.registry import FACTS, READINGS, answers_of

__all__ = [
    "FACTS",
    "READINGS",
    "Reading",
    "answers_of",
]

lazy_surface(
    __name__,
    {
        "iopkit.facts.readings": ("Reading",),
        "iopkit.facts.registry": ("FACTS", "READINGS", "answers_of"),
    },
)
