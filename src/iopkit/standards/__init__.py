"""Floor 5: programs and levels of care, judged by what is told of them.

`advantages_of` looks for the four advantages of an IOP in a program's own facts.
`compare_levels` and `compare_programs` lay levels or programs side by side; what is known of
levels comes in a cited `LevelTable`.  Silence is never held against a program: what is not told
is named as not told.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.standards.advantages import AdvantageFinding, Evidence, advantages_of
    from iopkit.standards.comparison import (
        Cell,
        LevelComparison,
        LevelRow,
        ProgramComparison,
        ProgramRow,
        compare_levels,
        compare_programs,
    )
    from iopkit.standards.levels import Contrast, LevelContrast, LevelProfile, LevelTable

__all__ = [
    "AdvantageFinding",
    "Cell",
    "Contrast",
    "Evidence",
    "LevelComparison",
    "LevelContrast",
    "LevelProfile",
    "LevelRow",
    "LevelTable",
    "ProgramComparison",
    "ProgramRow",
    "advantages_of",
    "compare_levels",
    "compare_programs",
]

lazy_surface(
    __name__,
    {
        "iopkit.standards.advantages": ("AdvantageFinding", "Evidence", "advantages_of"),
        "iopkit.standards.comparison": (
            "Cell",
            "LevelComparison",
            "LevelRow",
            "ProgramComparison",
            "ProgramRow",
            "compare_levels",
            "compare_programs",
        ),
        "iopkit.standards.levels": ("Contrast", "LevelContrast", "LevelProfile", "LevelTable"),
    },
)
