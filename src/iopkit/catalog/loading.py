"""The catalog that ships with this package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from iopkit.catalog.shelves import Catalog


@cache
def shipped() -> Catalog:
    """Return the catalog of this package, always the same one; nothing is read until asked for."""
    return Catalog(Path(__file__).parent / "compiled")
