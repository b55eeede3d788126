"""Floor 5: what care costs, and whom.

`adjudicate` settles claim lines under one plan, to the cent and part by part; it wants every
fact that matters and names those that are missing.  Nothing here holds a shipped amount: each
arrives as an argument.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.cost.adjudications import AdjudicatedLine, Adjudication, Route, Run
    from iopkit.cost.route import adjudicate

__all__ = [
    "AdjudicatedLine",
    "Adjudication",
    "Route",
    "Run",
    "adjudicate",
]

lazy_surface(
    __name__,
    {
        "iopkit.cost.adjudications": ("AdjudicatedLine", "Adjudication", "Route", "Run"),
        "iopkit.cost.route": ("adjudicate",),
    },
)
