"""Floor 2: three-valued rules that read like policy and know no person.

A `Fact` is what a rule asks about; its words build nodes, and `& | ~`, `at_least` and `Clause`
build rules of them.  A rule answers MET, NOT_MET or UNKNOWN and is never a bool:

    ADULT = Clause("adult", Text("Is an adult", "Es persona adulta"), AGE.at_least(18), "example")
    outcome(ADULT & ~NEEDS_24_HOUR_CARE.is_true(), {"person.age": 34})    # Truth.UNKNOWN

Readers of a rule: `outcome` asks it and `trace` shows how each part came out, of which
`deciding_leaves` decided.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.rules.answers import Answer, Answers, AnyFact, FactType, told
    from iopkit.rules.fact import Fact
    from iopkit.rules.nodes import (
        AllOf,
        AnyOf,
        AtLeast,
        Clause,
        Compare,
        Has,
        Known,
        Node,
        Not,
        OneOf,
        Operator,
        all_of,
        any_of,
        at_least,
    )
    from iopkit.rules.tracing import Step, deciding_leaves, outcome, trace
    from iopkit.rules.truth import Truth, threshold

__all__ = [
    "AllOf",
    "Answer",
    "Answers",
    "AnyFact",
    "AnyOf",
    "AtLeast",
    "Clause",
    "Compare",
    "Fact",
    "FactType",
    "Has",
    "Known",
    "Node",
    "Not",
    "OneOf",
    "Operator",
    "Step",
    "Truth",
    "all_of",
    "any_of",
    "at_least",
    "deciding_leaves",
    "outcome",
    "threshold",
    "told",
    "trace",
]

__getattr__, __dir__ = lazy_surface(
    __name__,
    {
        "iopkit.rules.answers": ("Answer", "Answers", "AnyFact", "FactType", "told"),
        "iopkit.rules.fact": ("Fact",),
        "iopkit.rules.nodes": (
            "AllOf",
            "AnyOf",
            "AtLeast",
            "Clause",
            "Compare",
            "Has",
            "Known",
            "Node",
            "Not",
            "OneOf",
            "Operator",
            "all_of",
            "any_of",
            "at_least",
        ),
        "iopkit.rules.tracing": ("Step", "deciding_leaves", "outcome", "trace"),
        "iopkit.rules.truth": ("Truth", "threshold"),
    },
)
