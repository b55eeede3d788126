"""Floor 3: the shape of law, without any of it.

A rule set is what an authority asks in one period, clause by clause, with the reviews that it
sets; `ruleset_boundaries` lists the cases just inside and just outside of it, `compare_rulesets`
what changes from one to another, `check_rules` what it cannot mean, and `check_sources` what it
cites that nobody tells.  A ladder says which level
can meet which need; amounts change with the years; a crosswalk tells what other people's codes
mean.  A decision, and a placement, carry their reasons and what is still unknown;
`deciding_clauses` are those that decided.  All of it arrives from the catalog or from the caller.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.law.amounts import Amounts, AmountSeries, AmountValue, FeeFor
    from iopkit.law.boundaries import BoundaryKind, RuleSetBoundary, ruleset_boundaries
    from iopkit.law.checking import check_ladder, check_rules, check_sources
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
    from iopkit.law.differences import (
        ClauseChange,
        ReviewChange,
        RuleSetComparison,
        compare_rulesets,
    )
    from iopkit.law.explanations import deciding_clauses
    from iopkit.law.ladders import Ladder, Need
    from iopkit.law.reviews import Review
    from iopkit.law.rulesets import RuleSet

__all__ = [
    "Ambiguity",
    "AmountSeries",
    "AmountValue",
    "Amounts",
    "BoundaryKind",
    "ClauseChange",
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
    "ReviewChange",
    "RuleSet",
    "RuleSetBoundary",
    "RuleSetComparison",
    "check_ladder",
    "check_rules",
    "check_sources",
    "compare_rulesets",
    "deciding_clauses",
    "name_of",
    "ruleset_boundaries",
    "term_named",
]

lazy_surface(
    __name__,
    {
        "iopkit.law.amounts": ("AmountSeries", "AmountValue", "Amounts", "FeeFor"),
        "iopkit.law.boundaries": ("BoundaryKind", "RuleSetBoundary", "ruleset_boundaries"),
        "iopkit.law.checking": ("check_ladder", "check_rules", "check_sources"),
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
        "iopkit.law.differences": (
            "ClauseChange",
            "ReviewChange",
            "RuleSetComparison",
            "compare_rulesets",
        ),
        "iopkit.law.explanations": ("deciding_clauses",),
        "iopkit.law.ladders": ("Ladder", "Need"),
        "iopkit.law.reviews": ("Review",),
        "iopkit.law.rulesets": ("RuleSet",),
    },
)
