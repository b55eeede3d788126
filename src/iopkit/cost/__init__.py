"""Floor 5: what care costs, and whom.

`adjudicate` settles claim lines under one plan, to the cent and part by part; it wants every
fact that matters and names those that are missing.  `estimate` answers for a whole course of
care and wants nothing: what is not known makes the answer a range, and the range says why.
Nothing here holds a shipped amount: each arrives as an argument.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.cost.adjudications import AdjudicatedLine, Adjudication, Route, Run
    from iopkit.cost.estimates import Bounds, Completion, Estimate, EstimateLine, estimate
    from iopkit.cost.kernel import Counts
    from iopkit.cost.notes import Note
    from iopkit.cost.route import adjudicate

__all__ = [
    "AdjudicatedLine",
    "Adjudication",
    "Bounds",
    "Completion",
    "Counts",
    "Estimate",
    "EstimateLine",
    "Note",
    "Route",
    "Run",
    "adjudicate",
    "estimate",
]

lazy_surface(
    __name__,
    {
        "iopkit.cost.adjudications": ("AdjudicatedLine", "Adjudication", "Route", "Run"),
        "iopkit.cost.estimates": (
            "Bounds",
            "Completion",
            "Estimate",
            "EstimateLine",
            "estimate",
        ),
        "iopkit.cost.kernel": ("Counts",),
        "iopkit.cost.notes": ("Note",),
        "iopkit.cost.route": ("adjudicate",),
    },
)
