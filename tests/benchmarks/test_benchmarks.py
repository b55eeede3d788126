"""Each benchmark runs once and tells figures of the expected shape; no time is asserted."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date

import pytest
from benchmarks.__main__ import BENCHMARKS, main
from benchmarks.cold import code, cold_seconds
from benchmarks.figures import WIDTH, Figure, table
from benchmarks.rules import CASES, GOALS, RULE, by_hand, peers, told

from benchmarks import adjudication, estimating
from iopkit.cost import Route, adjudicate, estimate
from iopkit.law import Amounts
from iopkit.model import NOTHING_USED, ClaimLine
from iopkit.rules import Truth, outcome

TOLD = [
    ("start-up", "import iopkit", "ms", 5),
    ("start-up", "from iopkit import Person", "x", 1.4),
    ("start-up", "whole API, per class", "ms", 0.8),
    ("start-up", "whole API over its libraries", "x", None),
    ("catalog", "catalog as plain data", "x", 20),
    ("catalog", "catalog as typed documents", "ms", None),
    ("catalog", "typed documents over plain YAML", "x", None),
    ("command", "iopkit assess", "s", 0.4),
    ("command", "assess over its libraries", "x", None),
    ("wheel", "wheel", "kB", 400),
    ("rules", "compiled outcome", "us", None),
    ("rules", "with every leaf", "x", 2),
    ("rules", "with readable reasons", "x", 5),
    ("rules", "by hand", "x", None),
    ("rules", "interpreted", "x", None),
    ("rules", "pivots of 8 missing facts", "ms", 2),
    ("estimate", "full estimate", "us", 300),
    ("adjudication", "24 equal days, total", "us", 2),
    ("adjudication", "24 equal days, runs", "us", 5),
    ("adjudication", "24 lines, plan not ready", "us", None),
    ("adjudication", "24 equal days, plan not ready", "us", None),
    ("adjudication", "over a Decimal loop", "x", 7),
    ("adjudication", "1,000 mixed lines", "ms", 5),
    ("adjudication", "10 times as many mixed lines", "x", 12),
    ("adjudication", "10 times as many equal weeks", "x", 12),
    *(("adjudication-peers", f"over {name}", "x", 50) for name in adjudication.peers()),
    *(("rule-peers", f"over {name}", "x", GOALS[name]) for name in peers()),
]


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_tells_one_value_a_pair_with_its_unit_and_goal(name: str) -> None:
    figures = BENCHMARKS[name](1)

    told = [(name, figure.name, figure.unit, figure.goal) for figure in figures]
    assert told == [row for row in TOLD if row[0] == name]
    assert all(len(figure.values) == 1 for figure in figures)
    assert all(math.isfinite(figure.measured) for figure in figures)
    assert all(len(line) <= WIDTH for line in table(figures))


def test_the_cases_of_the_rules_come_out_as_peers_would_say() -> None:
    expected = [True, True, False, False, False]

    assert [outcome(RULE, told(case)) is Truth.MET for case in CASES] == expected
    assert [by_hand(told(case)) for case in CASES] == expected
    for ask in peers().values():
        assert [ask(case) for case in CASES] == expected


def test_the_case_of_the_estimate_leaves_nothing_unknown() -> None:
    found = estimate(estimating.CASE, Amounts(), on=date(2026, 3, 2))

    assert found.unknowns == ()
    assert found.to_pay.low == found.to_pay.high


@pytest.mark.parametrize(
    ("lines", "route"),
    [(adjudication.weeks, Route.PERIODIC), (adjudication.mixed, Route.WALK)],
)
def test_the_lines_of_which_there_are_ever_more_take_the_route_they_are_for(
    lines: Callable[[int], tuple[ClaimLine, ...]], route: Route
) -> None:
    assert adjudication.WIDE.adjudicate(lines(100)).route is route


def test_every_loop_settles_the_days_alike() -> None:
    answer = adjudicate(tuple(adjudication.DAYS), adjudication.PLAN, NOTHING_USED)
    owed = [each.run.patient.dollars for each in answer.lines()]
    loops = (adjudication.decimal_loop, *adjudication.peers().values())

    for loop in loops:
        sums = [line.deductible + line.copay + line.share for line in loop()]
        assert [getattr(each, "amount", each) for each in sums] == owed


def test_the_table_tells_the_median_the_quartiles_and_whether_the_goal_is_met() -> None:
    values = (3.0, 1.0, 2.0, 5.0, 4.0)
    figures = [
        Figure(name="met", values=values, unit="ms", goal=3, compared="one."),
        Figure(name="missed", values=values, unit="x", goal=3.5, is_least=True, compared="two."),
        Figure(name="told only", values=(0.123,), unit="s", compared="three."),
    ]

    assert list(table(figures)) == [
        "                                    measured  middle half            goal  met",
        "met                                     3 ms  2 - 4               <= 3 ms  yes",
        "missed                                   3 x  2 - 4              >= 3.5 x  NO",
        "told only                             0.12 s  0.12 - 0.12               -  -",
        "",
        "met: one.",
        "",
        "missed: two.",
        "",
        "told only: three.",
    ]


def test_a_command_that_fails_is_not_timed() -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        cold_seconds(code("raise SystemExit('no such thing')"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["speed"], f"no benchmark speed; of {', '.join(BENCHMARKS)}"),
        (["wheel", "--pairs", "0"], "--pairs: expected at least 1"),
    ],
)
def test_what_cannot_be_measured_is_refused(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)

    assert capsys.readouterr().err.splitlines()[-1] == f"python -m benchmarks: error: {said}"


def test_the_table_of_figures_fits_however_slow_the_machine_is() -> None:
    slow = Figure(name="24 equal days, plan not ready", values=(123_456.7,), unit="us", compared="")

    assert list(table([slow]))[1] == (
        "24 equal days, plan not ready      123457 us  123457 - 123457           -  -"
    )
