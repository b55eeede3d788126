"""How large the wheel is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cold import TOP
from benchmarks.figures import Figure


def measure(pairs: int) -> tuple[Figure, ...]:
    """Return the size of a newly built wheel; it does not vary, so that `pairs` is not used."""
    del pairs
    return (
        Figure(
            name="wheel",
            values=(wheel_bytes() / 1000,),
            unit="kB",
            goal=400,
            compared="the size of the wheel that `python -m build` writes, in 1000 bytes.",
        ),
    )


def wheel_bytes() -> int:
    """Return the size of the wheel."""
    with TemporaryDirectory() as folder:
        asked = ("build", "--wheel", "--no-isolation", "--outdir", folder)
        subprocess.run((sys.executable, "-m", *asked), cwd=TOP, capture_output=True, check=True)  # noqa: S603  # our own command
        (wheel,) = Path(folder).glob("*.whl")
        return wheel.stat().st_size
