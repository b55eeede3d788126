"""Turning what could not be answered into a gap, so that the rest still is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iopkit.assessment.answers import Gap
from iopkit.errors import IopkitError, NotInForce, NotShipped
from iopkit.values.problems import DocumentError
from iopkit.values.texts import Text

T = TypeVar("T")


class Gaps:
    """Collects gaps while an answer is put together."""

    def __init__(self) -> None:
        self.found: list[Gap] = []

    def attempt(self, what: Text, ask: Callable[[], T]) -> T | None:
        """Return what `ask` gives, or note a gap about `what` and return `None`."""
        try:
            return ask()
        except (NotInForce, NotShipped, DocumentError) as error:
            self.found.append(Gap(code=error.code, text=_reason(what, error)))
        return None


def _reason(what: Text, error: IopkitError) -> Text:
    if isinstance(error, NotInForce):
        known = ", ".join(error.periods) or "-"
        return Text(
            f"{what.en}: nothing known for {error.day} ({error.what}); known: {known}.",
            f"{what.es}: no hay datos para {error.day} ({error.what}); se conocen: {known}.",
        )
    return Text(f"{what.en}: {error}.", f"{what.es}: {error}.")
