"""Fresh processes, timed in pairs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

TOP = Path(__file__).parents[1]
_ANSWERED = (0, 1)

Command = tuple[str, ...]
"""Arguments of a fresh interpreter."""


def code(text: str) -> Command:
    """Return the command that runs `text`."""
    return ("-c", text)


def cold_seconds(command: Command) -> float:
    """Return how long a fresh interpreter takes for `command`, from its start to its end.

    Raises:
        RuntimeError: it failed, so that its time would tell nothing.
    """
    asked = (sys.executable, "-I", *command)
    start = perf_counter()
    done = subprocess.run(asked, cwd=TOP, capture_output=True, check=False)  # noqa: S603  # our own commands
    taken = perf_counter() - start
    if done.returncode not in _ANSWERED or done.stderr:
        raise RuntimeError(f"{command} failed: {done.stderr.decode(errors='replace')}")
    return taken


def rounds(commands: Mapping[str, Command], pairs: int) -> tuple[dict[str, float], ...]:
    """Return the seconds of each command in each of `pairs` rounds.

    Each runs once before, so that compiled files and the disk are warm.  Every other round goes
    the other way around, so that nobody always runs first.
    """
    for command in commands.values():
        cold_seconds(command)
    found = []
    for at in range(pairs):
        names = list(commands)[:: 1 if at % 2 == 0 else -1]
        found.append({name: cold_seconds(commands[name]) for name in names})
    return tuple(found)
