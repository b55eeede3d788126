"""Floor 2: three-valued rules that read like policy and know no person.

A `Fact` is what a rule asks about; its words build nodes, and `& | ~`, `at_least` and `Clause`
build rules of them.  A rule answers MET, NOT_MET or UNKNOWN and is never a bool:

    ADULT = Clause("adult", Text("Is an adult", "Es persona adulta"), AGE.at_least(18), "example")
    outcome(ADULT & ~NEEDS_24_HOUR_CARE.is_true(), {"person.age": 34})    # Truth.UNKNOWN

Readers of a rule: `outcome` asks it; `trace` shows how each part came out, of which
`deciding_leaves` decided; `pivots_of` tells on which facts an unknown outcome still depends, and
what to ask next; `flips_of` tells what people could change to turn a settled one; `boundaries_of`
lists the answers on either side of each threshold; `compare_rules` shows where two versions of a
rule differ; `word` and `sentences_of` say it in plain English and Spanish, `word_answer` says an
answer; `compile_rule` and `compile_leaves` make one function of it, for many answers in little
time; `to_plain` and `from_plain` write it as documents do and read it back; `check_rule` tells
what cannot be meant; `exactness_of` proves that an unknown outcome is never unknown for nothing;
`leaves_of`, `facts_of` and `clauses_of` list what it holds.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.rules.answer_wording import word_answer
    from iopkit.rules.answers import Answer, Answers, AnyFact, FactType, told
    from iopkit.rules.boundaries import Boundary, boundaries_of
    from iopkit.rules.cells import Cell
    from iopkit.rules.checking import check_rule
    from iopkit.rules.compiling import compile_leaves, compile_rule
    from iopkit.rules.differences import (
        MOST_BOXES,
        MOST_COMBINATIONS,
        ChangedCells,
        RuleChange,
        Within,
        compare_rules,
    )
    from iopkit.rules.exactness import (
        MOST_PARTIAL_ANSWERS,
        Exactness,
        Proof,
        exactness_of,
        kleene_is_exact,
    )
    from iopkit.rules.fact import Fact
    from iopkit.rules.flips import Change, Flip, flipped, flips_of
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
        clauses_of,
        facts_of,
        leaves_of,
        parts_of,
    )
    from iopkit.rules.pivots import Pivots, Precision, Reply, pivots_of
    from iopkit.rules.plain import Plain, from_plain, to_plain
    from iopkit.rules.tracing import Step, deciding_leaves, outcome, trace
    from iopkit.rules.truth import Truth, threshold
    from iopkit.rules.unsettled import MOST_CELLS
    from iopkit.rules.walking import places_of
    from iopkit.rules.wording import Sentence, sentences_of, word

__all__ = [
    "MOST_BOXES",
    "MOST_CELLS",
    "MOST_COMBINATIONS",
    "MOST_PARTIAL_ANSWERS",
    "AllOf",
    "Answer",
    "Answers",
    "AnyFact",
    "AnyOf",
    "AtLeast",
    "Boundary",
    "Cell",
    "Change",
    "ChangedCells",
    "Clause",
    "Compare",
    "Exactness",
    "Fact",
    "FactType",
    "Flip",
    "Has",
    "Known",
    "Node",
    "Not",
    "OneOf",
    "Operator",
    "Pivots",
    "Plain",
    "Precision",
    "Proof",
    "Reply",
    "RuleChange",
    "Sentence",
    "Step",
    "Truth",
    "Within",
    "all_of",
    "any_of",
    "at_least",
    "boundaries_of",
    "check_rule",
    "clauses_of",
    "compare_rules",
    "compile_leaves",
    "compile_rule",
    "deciding_leaves",
    "exactness_of",
    "facts_of",
    "flipped",
    "flips_of",
    "from_plain",
    "kleene_is_exact",
    "leaves_of",
    "outcome",
    "parts_of",
    "pivots_of",
    "places_of",
    "sentences_of",
    "threshold",
    "to_plain",
    "told",
    "trace",
    "word",
    "word_answer",
]

lazy_surface(
    __name__,
    {
        "iopkit.rules.answer_wording": ("word_answer",),
        "iopkit.rules.answers": ("Answer", "Answers", "AnyFact", "FactType", "told"),
        "iopkit.rules.boundaries": ("Boundary", "boundaries_of"),
        "iopkit.rules.cells": ("Cell",),
        "iopkit.rules.checking": ("check_rule",),
        "iopkit.rules.compiling": ("compile_leaves", "compile_rule"),
        "iopkit.rules.differences": (
            "MOST_BOXES",
            "MOST_COMBINATIONS",
            "ChangedCells",
            "RuleChange",
            "Within",
            "compare_rules",
        ),
        "iopkit.rules.exactness": (
            "MOST_PARTIAL_ANSWERS",
            "Exactness",
            "Proof",
            "exactness_of",
            "kleene_is_exact",
        ),
        "iopkit.rules.fact": ("Fact",),
        "iopkit.rules.flips": ("Change", "Flip", "flipped", "flips_of"),
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
            "clauses_of",
            "facts_of",
            "leaves_of",
            "parts_of",
        ),
        "iopkit.rules.pivots": ("Pivots", "Precision", "Reply", "pivots_of"),
        "iopkit.rules.plain": ("Plain", "from_plain", "to_plain"),
        "iopkit.rules.tracing": ("Step", "deciding_leaves", "outcome", "trace"),
        "iopkit.rules.truth": ("Truth", "threshold"),
        "iopkit.rules.unsettled": ("MOST_CELLS",),
        "iopkit.rules.walking": ("places_of",),
        "iopkit.rules.wording": ("Sentence", "sentences_of", "word"),
    },
)
