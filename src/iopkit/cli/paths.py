"""Where documents may be referred to."""

from __future__ import annotations

from os.path import realpath
from pathlib import Path


def root_of(document: Path) -> Path:
    """Return the working folder where `document` lies below it, else the folder of it."""
    here, there = Path.cwd(), Path(realpath(document))
    return here if there.is_relative_to(here) else there.parent
