"""Floor 1: the values that everything else is made of.

Money and shares are exact; periods are half-open; what changes with time is `Dated` and cites
its `Source`; what the public reads is `Text` in two languages; what is partly known is a
`Listing` or a `Span`; what is wrong is a `Problem`.  Nothing here knows care, law or people,
except that a `Quiet` class tells nothing of the record it holds until `reveal` is asked.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.values.business_days import (
        business_day_after,
        business_day_before,
        business_days_between,
        is_business_day,
    )
    from iopkit.values.dated import Dated, DatedEntry
    from iopkit.values.listings import Listing
    from iopkit.values.money import ZERO, Money
    from iopkit.values.periods import Period, parse_day
    from iopkit.values.privacy import Quiet, reveal
    from iopkit.values.problems import DocumentError, Place, Problem, Severity
    from iopkit.values.shares import WHOLE, Share
    from iopkit.values.sources import Confidence, Source
    from iopkit.values.spans import Basis, Ordered, Span
    from iopkit.values.terms import Ranked, Term
    from iopkit.values.texts import Language, Text

__all__ = [
    "WHOLE",
    "ZERO",
    "Basis",
    "Confidence",
    "Dated",
    "DatedEntry",
    "DocumentError",
    "Language",
    "Listing",
    "Money",
    "Ordered",
    "Period",
    "Place",
    "Problem",
    "Quiet",
    "Ranked",
    "Severity",
    "Share",
    "Source",
    "Span",
    "Term",
    "Text",
    "business_day_after",
    "business_day_before",
    "business_days_between",
    "is_business_day",
    "parse_day",
    "reveal",
]

lazy_surface(
    __name__,
    {
        "iopkit.values.business_days": (
            "business_day_after",
            "business_day_before",
            "business_days_between",
            "is_business_day",
        ),
        "iopkit.values.dated": ("Dated", "DatedEntry"),
        "iopkit.values.listings": ("Listing",),
        "iopkit.values.money": ("ZERO", "Money"),
        "iopkit.values.periods": ("Period", "parse_day"),
        "iopkit.values.privacy": ("Quiet", "reveal"),
        "iopkit.values.problems": ("DocumentError", "Place", "Problem", "Severity"),
        "iopkit.values.shares": ("WHOLE", "Share"),
        "iopkit.values.sources": ("Confidence", "Source"),
        "iopkit.values.spans": ("Basis", "Ordered", "Span"),
        "iopkit.values.terms": ("Ranked", "Term"),
        "iopkit.values.texts": ("Language", "Text"),
    },
)
