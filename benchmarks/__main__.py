"""Run the benchmarks: `python -m benchmarks [NAME ...] [--pairs N]`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from benchmarks import adjudication, command, estimating, rules, shipped_catalog, start_up, wheel
from benchmarks.figures import table

BENCHMARKS = {
    "start-up": start_up.measure,
    "catalog": shipped_catalog.measure,
    "command": command.measure,
    "wheel": wheel.measure,
    "rules": rules.measure,
    "rule-peers": rules.measure_peers,
    "estimate": estimating.measure,
    "adjudication": adjudication.measure,
    "adjudication-peers": adjudication.measure_peers,
}


def main(arguments: Sequence[str]) -> None:
    """Measure what was asked for, or everything, and print the table."""
    parser = ArgumentParser(prog="python -m benchmarks", description="Measure iopkit in pairs.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}")
    parser.add_argument("--pairs", type=int, default=21, help="how often each pair runs (21)")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.names) - BENCHMARKS.keys():
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; of {', '.join(BENCHMARKS)}")
    if asked.pairs < 1:
        parser.error("--pairs: expected at least 1")
    names = asked.names or list(BENCHMARKS)
    figures = [figure for name in names for figure in BENCHMARKS[name](asked.pairs)]
    print("\n".join(table(figures)))


if __name__ == "__main__":
    main(sys.argv[1:])
