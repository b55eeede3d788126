"""Claim lines: one service on one day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from attrs import evolve, frozen

from iopkit.errors import InvalidValue
from iopkit.model.cost_shares import CareEvent, SessionKind
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.privacy import Quiet
from iopkit.vocabulary.coverage import Benefit


@frozen(kw_only=True, repr=False)
class ClaimLine(Quiet):
    """One service on one day, as a claim would state it.

    `allowed` is what the plan recognizes; `billed` what the provider asked, `None` where not
    known.  `is_covered` False means that the patient owes the whole charge, as billed.  What is
    `None` is not known, and is asked for only where the plan makes it matter: whether it was
    authorized, for whom the session was, its `minutes`, what happened (`events`), and, outside
    the network, whether the provider may ask for the rest of the bill.  `stay` numbers an
    admission; where it changes, a new stay begins, and without it the stay goes on.

    Raises:
        InvalidValue: no benefit is told, an amount is negative, `billed` is below `allowed`, or
            `minutes` are below 1.
    """

    on: date
    benefit: Benefit
    allowed: Money
    billed: Money | None = None
    is_covered: bool = True
    is_in_network: bool = True
    is_authorized: bool | None = None
    may_be_balance_billed: bool | None = None
    session_kind: SessionKind | None = None
    events: Listing[CareEvent] = Listing()
    minutes: int | None = None
    stay: int | None = None

    def __attrs_post_init__(self) -> None:
        if type(self.benefit) is not Benefit:
            expected = "the benefit of the plan that pays, such as Benefit.IOP"
            raise InvalidValue("benefit", expected)
        if self.allowed.cents < 0:
            raise InvalidValue("allowed", "an amount that is not negative")
        if self.billed is not None and self.billed.cents < self.allowed.cents:
            raise InvalidValue("billed", "an amount that is not below the allowed amount")
        if self.minutes is not None and self.minutes < 1:
            raise InvalidValue("minutes", "at least 1 minute")


@frozen(kw_only=True, repr=False)
class EqualLines(Quiet):
    """One claim line on each of many days, told once.

    `line` is the first; `days` are all days of service, the first included, each after the one
    before.

    Raises:
        InvalidValue: `days` do not begin with the day of `line`, or are not in order.
    """

    line: ClaimLine
    days: tuple[date, ...]

    def __attrs_post_init__(self) -> None:
        if self.days[:1] != (self.line.on,):
            raise InvalidValue("days", "days that begin with that of the line")
        if any(later <= day for day, later in pairwise(self.days)):
            raise InvalidValue("days", "days in order, each once")

    def __len__(self) -> int:
        return len(self.days)

    def __iter__(self) -> Iterator[ClaimLine]:
        return (evolve(self.line, on=day) for day in self.days)
