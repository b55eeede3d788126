"""What reading says about a bad document."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from iopkit.formats import read
from iopkit.values import DocumentError


def problems_of(
    kind: type,
    source: str | bytes | Path,
    *,
    format: Literal["yaml", "json"] = "yaml",  # noqa: A002  # as `read` calls it
    root: Path | None = None,
) -> list[str]:
    """Return the messages of all problems of a document that must have some."""
    with pytest.raises(DocumentError) as caught:
        read(kind, source, format=format, root=root)
    return [str(problem) for problem in caught.value.problems]
