"""Every price that a case tells for the care of its course."""

from __future__ import annotations

from collections.abc import Iterator

from iopkit.model.case import Case
from iopkit.model.prices import Price


def prices_of(case: Case) -> Iterator[Price]:
    """Yield the prices of a case: of its plan, of the program, and of a second coverage."""
    if case.prices is not None:
        yield from (*case.prices.allowed, *case.prices.charges)
    if case.program is not None:
        yield from case.program.fees
    if case.second_coverage is not None:
        yield from case.second_coverage.allowed
