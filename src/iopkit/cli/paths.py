"""Where documents may be referred to."""

from __future__ import annotations

from os.path import realpath
from pathlib import Path


def root_of(document: Path) -> Path:
    """Return the working folder where `document` lies below it, else the folder of it."""
    here, there = Path.cwd(), Path(realpath(document))
    return here if there.is_relative_to(here) else there.parent


def from_here(document: Path) -> Path:
    """Return the path of `document` from the working folder where it lies below it.

    What is printed about it can then be read, and followed, on another machine.
    """
    here = Path.cwd()
    return document.relative_to(here) if document.is_relative_to(here) else document
