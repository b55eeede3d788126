"""What one whole answer costs at the command line."""

from __future__ import annotations

from benchmarks.cold import code, rounds
from benchmarks.figures import Figure

_CASE = "examples/cases/adult-medicare.yaml"


def measure(pairs: int) -> tuple[Figure, ...]:
    """Return how long `iopkit assess` takes, from the start of the interpreter to its end."""
    commands = {
        "bare": code("pass"),
        "libraries": code("import attrs, cattrs, yaml, cyclopts, rich.console"),
        "assess": ("-m", "iopkit", "assess", _CASE),
    }
    found = rounds(commands, pairs)
    return (
        Figure(
            name="iopkit assess",
            values=tuple(one["assess"] for one in found),
            unit="s",
            goal=0.4,
            compared=f"a fresh `iopkit assess {_CASE}`, all of it, the interpreter too.",
        ),
        Figure(
            name="assess over its libraries",
            values=tuple(
                (one["assess"] - one["bare"]) / (one["libraries"] - one["bare"]) for one in found
            ),
            unit="x",
            compared="the same / a fresh import of attrs, cattrs, yaml, cyclopts and "
            "rich.console, each less a bare interpreter.",
        ),
    )
