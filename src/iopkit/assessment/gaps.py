"""Turning what could not be answered into a gap, so that the rest still is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from iopkit.assessment.answers import Gap, RuleSetOutcome
from iopkit.errors import IopkitError, NotInForce, NotShipped
from iopkit.model.case import Case
from iopkit.values.problems import DocumentError
from iopkit.values.texts import Text
from iopkit.vocabulary.coverage import PayerKind

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

    def note_payer(self, case: Case, rule_sets: Iterable[RuleSetOutcome]) -> None:
        """Note a gap where somebody insures the person and no rule set of theirs is known.

        A plan's own criteria are asked for, never invented.
        """
        payer = None if case.health_plan is None else case.health_plan.payer
        if payer is None or payer is PayerKind.SELF_PAY or any(True for _ in rule_sets):
            return
        self.found.append(
            Gap(
                code="payer-criteria-not-known",
                text=Text(
                    f"What this payer asks before it pays for an IOP is not known here"
                    f" ({payer.label.en}): ask the plan for its criteria in writing.",
                    f"Aquí no se sabe qué exige este pagador para pagar un IOP"
                    f" ({payer.label.es}): pida al plan sus criterios por escrito.",
                ),
            )
        )


def _reason(what: Text, error: IopkitError) -> Text:
    if isinstance(error, NotInForce):
        known = ", ".join(error.periods) or "-"
        return Text(
            f"{what.en}: nothing known for {error.day} ({error.what}); known: {known}.",
            f"{what.es}: no hay datos para {error.day} ({error.what}); se conocen: {known}.",
        )
    return Text(f"{what.en}: {error}.", f"{what.es}: {error}.")
