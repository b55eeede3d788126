"""Citations as reports write them: the source, then the section within it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from iopkit.law.reviews import Review
from iopkit.rules.nodes import Clause
from iopkit.values.sources import Source

Shelf: TypeAlias = Callable[[str], Source | None]
"""What gives a source by its id, `None` where it has none."""


def cited(stating: Clause | Review, source: Shelf) -> str:
    """Return where a clause or a review is stated, such as `42 CFR 410.44 (c)(1)`.

    Of a source that is not there, its id stands for it.
    """
    joint = " " if stating.section.startswith("(") else ", "
    found = source(stating.source)
    citation = stating.source if found is None else found.citation
    return joint.join(filter(None, (citation, stating.section)))
