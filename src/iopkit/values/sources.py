"""Where a fact comes from."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from iopkit.values.terms import Term


class Confidence(Term):
    """How a fact was obtained from its source."""

    READ = "read", "read in the source", "leído en la fuente"
    READ_SECONDARY = (
        "read-secondary",
        "read in a secondary page",
        "leído en una página secundaria",
    )
    DERIVED = (
        "derived",
        "computed from facts that were read",
        "calculado a partir de datos leídos",
    )


@frozen
class Source:
    """A text that facts and clauses rest on.

    `citation` is how the field cites it (`42 CFR 410.44`); `address` is where the copy that was
    read stands, and `archived` an archived copy, each `None` where there is none.  `read_on` is
    the day on which it was read.  `note` says what a reader must know, such as the steps of a
    derivation.
    """

    id: str
    title: str
    citation: str
    confidence: Confidence
    read_on: date
    address: str | None = None
    archived: str | None = None
    note: str | None = None
