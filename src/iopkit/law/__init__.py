"""Floor 3: the shape of law, without any of it.

A rule set is what an authority asks in one period, clause by clause, with the reviews that it
sets; a ladder says which level can meet which need; amounts change with the years; a crosswalk
tells what other people's codes mean.  A decision, and a placement, carry their reasons and what
is still unknown.  All of it arrives from the catalog or from the caller.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.law.amounts import Amounts, AmountSeries, AmountValue, FeeFor
    from iopkit.law.crosswalks import (
        Ambiguity,
        CodeMatch,
        Crosswalk,
        Matches,
        Relation,
        name_of,
        term_named,
    )
    from iopkit.law.decisions import (
        ClauseOutcome,
        Concern,
        Decision,
        LevelOutcome,
        LevelStanding,
        NeedOutcome,
        Placement,
    )
    from iopkit.law.ladders import Ladder, Need
    from iopkit.law.reviews import Review
    from iopkit.law.rulesets import RuleSet

__all__ = [
    "Ambiguity",
    "AmountSeries",
    "AmountValue",
    "Amounts",
    "ClauseOutcome",
    "CodeMatch",
    "Concern",
    "Crosswalk",
    "Decision",
    "FeeFor",
    "Ladder",
    "LevelOutcome",
    "LevelStanding",
    "Matches",
    "Need",
    "NeedOutcome",
    "Placement",
    "Relation",
    "Review",
    "RuleSet",
    "name_of",
    "term_named",
]

lazy_surface(
    __name__,
    {
        "iopkit.law.amounts": ("AmountSeries", "AmountValue", "Amounts", "FeeFor"),
        "iopkit.law.crosswalks": (
            "Ambiguity",
            "CodeMatch",
            "Crosswalk",
            "Matches",
            "Relation",
            "name_of",
            "term_named",
        ),
        "iopkit.law.decisions": (
            "ClauseOutcome",
            "Concern",
            "Decision",
            "LevelOutcome",
            "LevelStanding",
            "NeedOutcome",
            "Placement",
        ),
        "iopkit.law.ladders": ("Ladder", "Need"),
        "iopkit.law.reviews": ("Review",),
        "iopkit.law.rulesets": ("RuleSet",),
    },
)
