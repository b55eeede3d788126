"""What settling an episode costs, beside the same written out line by line with other money."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from importlib import import_module
from importlib.util import find_spec
from random import Random
from time import perf_counter
from typing import Any

from attrs import evolve, frozen

from benchmarks.figures import Figure
from iopkit.cost import adjudicate, prepare
from iopkit.model import (
    NOTHING_USED,
    ClaimLine,
    CostShare,
    EqualLines,
    HealthPlan,
    PlanBenefit,
)
from iopkit.values import Listing, Money, Share
from iopkit.vocabulary import Benefit, LinePart

PEERS = {"moneyed": "py-moneyed"}
"""The libraries of money that are compared where they are installed, by their module."""

PLAN = HealthPlan(
    id="benchmark",
    iop_benefit=Benefit.IOP,
    benefits=(
        PlanBenefit(
            benefit=Benefit.IOP,
            cost_share=CostShare(deductible_applies=True, patient_share=Share.percent(20)),
            has_visit_limit=False,
        ),
    ),
    deductible=Money.parse("1550"),
    out_of_pocket_limit=Money.parse("3000"),
    has_out_of_pocket_limit=True,
    counts_toward_limit=Listing.of(LinePart.DEDUCTIBLE, LinePart.PATIENT_SHARE),
)
"""A deductible, a share, and a limit that cuts none of the days: each line needs all of them."""

_FIRST = date(2026, 3, 2)
DAYS = EqualLines(
    line=ClaimLine(on=_FIRST, benefit=Benefit.IOP, allowed=Money.parse("169.51")),
    days=tuple(_FIRST + timedelta(days=day) for day in range(24)),
)
"""24 days at what Maryland paid for one in 2022."""

_READY = prepare(PLAN, NOTHING_USED)
WIDE = prepare(evolve(PLAN, deductible=Money.parse("50000")), NOTHING_USED)
"""The same with more of a deductible, ready, so that it is met in the midst of many lines."""

_ABOUT_TEN = 12
_TIMES = 400
_CENT = Decimal("0.01")


def mixed(count: int) -> tuple[ClaimLine, ...]:
    """Return lines that all differ, four a day."""
    random = Random(1)  # noqa: S311  # reproducible, not secret
    return tuple(_line(place // 4, Money(random.randrange(100, 40_000))) for place in range(count))


def weeks(count: int) -> tuple[ClaimLine, ...]:
    """Return three lines each week, of which the second is another one."""
    amounts = ((0, Money(16_951)), (2, Money(25_000)), (4, Money(16_951)))
    return tuple(_line(7 * week + day, each) for week in range(count) for day, each in amounts)


def _line(day: int, allowed: Money) -> ClaimLine:
    return ClaimLine(on=_FIRST + timedelta(days=day), benefit=Benefit.IOP, allowed=allowed)


@frozen
class Line:
    """What is owed of one line, in whatever money; kept, as an answer of iopkit is."""

    deductible: Any  # the money of a peer
    copay: Any
    share: Any
    plan: Any


def decimal_loop() -> list[Line]:
    """Return the 24 lines, settled one by one in `Decimal`."""
    allowed, left, room = Decimal("169.51"), Decimal(1550), Decimal(3000)
    copay_asked = Decimal(0)
    found = []
    for _ in range(24):
        deductible = min(allowed, left, room)
        rest = allowed - deductible
        copay = min(copay_asked, rest, room - deductible)
        share = ((rest - copay) * Decimal("0.2")).quantize(_CENT, ROUND_HALF_UP)
        share = min(share, room - deductible - copay)
        left -= deductible
        room -= deductible + copay + share
        found.append(Line(deductible, copay, share, rest - copay - share))
    return found


def moneyed_loop() -> list[Line]:
    """Return the same with the amounts of py-moneyed."""
    money = import_module("moneyed").Money
    allowed, left, room = money("169.51", "USD"), money(1550, "USD"), money(3000, "USD")
    copay_asked = money(0, "USD")
    found = []
    for _ in range(24):
        deductible = min(allowed, left, room)
        rest = allowed - deductible
        copay = min(copay_asked, rest, room - deductible)
        exact = ((rest - copay) * Decimal("0.2")).amount
        share = money(exact.quantize(_CENT, ROUND_HALF_UP), "USD")
        share = min(share, room - deductible - copay)
        left -= deductible
        room -= deductible + copay + share
        found.append(Line(deductible, copay, share, rest - copay - share))
    return found


def peers() -> dict[str, Callable[[], list[Line]]]:
    """Return each peer that is installed, ready to settle the 24 days."""
    loops = {"py-moneyed": moneyed_loop}
    return {name: loops[name] for module, name in PEERS.items() if find_spec(module)}


def measure(pairs: int) -> tuple[Figure, ...]:
    """Return what 24 equal days and 1,000 mixed lines cost, and the first beside `Decimal`."""
    lines, thousand, every = tuple(DAYS), mixed(1_000), mixed(10 * 1_000)
    some, many = weeks(100), weeks(10 * 100)
    runs: dict[str, Callable[[], object]] = {
        "total": lambda: _READY.patient(DAYS),
        "runs": lambda: _READY.adjudicate(DAYS),
        "lines": lambda: adjudicate(lines, PLAN, NOTHING_USED),
        "days": lambda: adjudicate(DAYS, PLAN, NOTHING_USED),
        "decimal": decimal_loop,
    }
    rounds = [{name: _seconds(run, _TIMES) for name, run in runs.items()} for _ in range(pairs)]
    longer = tuple(_seconds(lambda: WIDE.adjudicate(thousand), 5) for _ in range(pairs))
    return (
        *(
            Figure(
                name=name,
                values=tuple(found[run] * 1e6 for found in rounds),
                unit="us",
                goal=goal,
                compared=compared,
            )
            for name, run, goal, compared in _TIMED
        ),
        Figure(
            name="over a Decimal loop",
            values=tuple(found["decimal"] / found["runs"] for found in rounds),
            unit="x",
            goal=7,
            is_least=True,
            compared="24 lines in a loop over `Decimal`, each kept as a frozen record of its "
            "parts / the same as runs.",
        ),
        Figure(
            name="1,000 mixed lines",
            values=tuple(seconds * 1000 for seconds in longer),
            unit="ms",
            goal=5,
            compared="`prepare(plan, used).adjudicate(lines)` of lines that all differ.",
        ),
        Figure(
            name="10 times as many mixed lines",
            values=tuple(_seconds(lambda: WIDE.adjudicate(every), 1) / each for each in longer),
            unit="x",
            goal=_ABOUT_TEN,
            compared="10,000 lines that all differ / 1,000 of them; linear is 10.",
        ),
        Figure(
            name="10 times as many equal weeks",
            values=tuple(
                _seconds(lambda: WIDE.adjudicate(many), 5)
                / _seconds(lambda: WIDE.adjudicate(some), 5)
                for _ in range(pairs)
            ),
            unit="x",
            goal=_ABOUT_TEN,
            compared="1,000 weeks of three lines that repeat / 100 of them; linear is 10.",
        ),
    )


_TIMED = (
    (
        "24 equal days, total",
        "total",
        2,
        "`prepare(plan, used).patient(EqualLines(...))`, the plan made ready before.",
    ),
    (
        "24 equal days, runs",
        "runs",
        5,
        "`prepare(plan, used).adjudicate(EqualLines(...))`, the plan made ready before.",
    ),
    (
        "24 lines, plan not ready",
        "lines",
        None,
        "`adjudicate(lines, plan, used)` of 24 claim lines, which reads the plan anew.",
    ),
    (
        "24 equal days, plan not ready",
        "days",
        None,
        "`adjudicate(EqualLines(...), plan, used)`, which reads the plan anew.",
    ),
)


def measure_peers(pairs: int) -> tuple[Figure, ...]:
    """Return how much quicker 24 equal days as runs are than with each peer's money."""
    found = []
    for name, loop in peers().items():
        values = tuple(
            _seconds(loop, 40) / _seconds(lambda: _READY.adjudicate(DAYS), _TIMES)
            for _ in range(pairs)
        )
        found.append(
            Figure(
                name=f"over {name}",
                values=values,
                unit="x",
                goal=50,
                is_least=True,
                compared=f"24 lines in a loop with the money of {name}, each kept as a frozen "
                "record of its parts / the same as runs.",
            )
        )
    return tuple(found)


def _seconds(run: Callable[[], object], times: int) -> float:
    start = perf_counter()
    for _ in range(times):
        run()
    return (perf_counter() - start) / times
