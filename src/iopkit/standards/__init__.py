"""Floor 5: programs and levels of care, judged by what is told of them.

`check` judges a program by a standard, clause by clause, as source code is checked: each
`Finding` has a stable code, a severity, a path, a source, what was found, what is asked and what
to change; `located` adds its place in a file.  `meant_for` tells whether a standard is meant for
a program at all, and `may_be_meant` what to tell where that is not known.  `contradictions_in`
and `contradictions_of` find what a program's record, and a case, say against themselves.

`advantages_of` looks for the four advantages of an IOP in a program's own facts.
`compare_levels` and `compare_programs` lay levels or programs side by side; what is known of
levels comes in a cited `LevelTable`.  Silence is never held against a program: what is not told
is named as not told.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.standards.advantages import AdvantageFinding, Evidence, advantages_of
    from iopkit.standards.axes import CODES
    from iopkit.standards.comparison import (
        Cell,
        LevelComparison,
        LevelRow,
        ProgramComparison,
        ProgramRow,
        compare_levels,
        compare_programs,
    )
    from iopkit.standards.conformance import check, is_for_programs
    from iopkit.standards.contradictions import contradictions_in
    from iopkit.standards.findings import Finding, Findings, located
    from iopkit.standards.levels import Contrast, LevelContrast, LevelProfile, LevelTable
    from iopkit.standards.meant import MayBeMeant, may_be_meant, meant_for
    from iopkit.standards.person_contradictions import contradictions_of

__all__ = [
    "CODES",
    "AdvantageFinding",
    "Cell",
    "Contrast",
    "Evidence",
    "Finding",
    "Findings",
    "LevelComparison",
    "LevelContrast",
    "LevelProfile",
    "LevelRow",
    "LevelTable",
    "MayBeMeant",
    "ProgramComparison",
    "ProgramRow",
    "advantages_of",
    "check",
    "compare_levels",
    "compare_programs",
    "contradictions_in",
    "contradictions_of",
    "is_for_programs",
    "located",
    "may_be_meant",
    "meant_for",
]

lazy_surface(
    __name__,
    {
        "iopkit.standards.advantages": ("AdvantageFinding", "Evidence", "advantages_of"),
        "iopkit.standards.axes": ("CODES",),
        "iopkit.standards.comparison": (
            "Cell",
            "LevelComparison",
            "LevelRow",
            "ProgramComparison",
            "ProgramRow",
            "compare_levels",
            "compare_programs",
        ),
        "iopkit.standards.conformance": ("check", "is_for_programs"),
        "iopkit.standards.contradictions": ("contradictions_in",),
        "iopkit.standards.findings": ("Finding", "Findings", "located"),
        "iopkit.standards.levels": ("Contrast", "LevelContrast", "LevelProfile", "LevelTable"),
        "iopkit.standards.meant": ("MayBeMeant", "may_be_meant", "meant_for"),
        "iopkit.standards.person_contradictions": ("contradictions_of",),
    },
)
