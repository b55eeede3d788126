"""What asking one rule of twelve leaves costs, beside other engines asked the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from time import perf_counter
from typing import TypeVar

from benchmarks.figures import Figure
from iopkit.rules import (
    Answers,
    Fact,
    FactType,
    all_of,
    compile_leaves,
    compile_rule,
    outcome,
    pivots_of,
)
from iopkit.values import Text

C = TypeVar("C")
Run = Callable[[], object]
"""Asks one engine every case once."""

GOALS = {"zen-engine": 10, "common-expression-language": 25, "panzi-json-logic": 100}
"""How many times quicker than each peer the compiled rule should be."""

_MODULES = {
    "zen-engine": "zen",
    "common-expression-language": "cel",
    "panzi-json-logic": "json_logic",
}
_YES = (
    "has_disorder",
    "would_benefit",
    "has_support",
    "can_take_part",
    "tolerates_intensity",
    "is_certified",
    "has_written_plan",
)
_NO = ("needs_24_hour_care", "is_danger_to_self", "is_danger_to_others")
_ADULT, _NINE_HOURS = 18, 540
_TIMES = 2000


def _question(name: str) -> Text:
    return Text(f"{name}?", f"¿{name}?")


def _flag(name: str) -> Fact[bool]:
    return Fact[bool](name=name.replace("_", "-"), type=FactType.BOOLEAN, question=_question(name))


def _number(name: str) -> Fact[int]:
    return Fact[int](
        name=name.replace("_", "-"), type=FactType.WHOLE_NUMBER, question=_question(name)
    )


RULE = all_of(
    _number("age").at_least(_ADULT),
    _number("weekly_minutes").at_least(_NINE_HOURS),
    *(_flag(name).is_true() for name in _YES),
    *(_flag(name).is_false() for name in _NO),
)
"""Admission, as Medicare asks it: two numbers, seven times yes, three times no."""

_MET: dict[str, bool | int] = {
    "age": 34,
    "weekly_minutes": 540,
    **dict.fromkeys(_YES, True),
    **dict.fromkeys(_NO, False),
}
CASES: tuple[dict[str, bool | int], ...] = (
    _MET,
    {**_MET, "age": 90, "weekly_minutes": 1200},
    {**_MET, "weekly_minutes": 539},
    {**_MET, "tolerates_intensity": False},
    {**_MET, "is_danger_to_others": True},
)
"""Cases in which everything is known, since peers fail on what is not; two of them met."""

EIGHT_MISSING: Answers = {"age": 34, "weekly-minutes": 540, "has-disorder": True} | {
    _YES[1].replace("_", "-"): True
}


def by_hand(answers: Mapping[str, bool | int]) -> bool:
    """Return the outcome as quick Python gives it that knows no unknown and trusts each answer."""
    return (
        answers["age"] >= _ADULT
        and answers["weekly-minutes"] >= _NINE_HOURS
        and answers["has-disorder"] is True
        and answers["would-benefit"] is True
        and answers["has-support"] is True
        and answers["can-take-part"] is True
        and answers["tolerates-intensity"] is True
        and answers["is-certified"] is True
        and answers["has-written-plan"] is True
        and answers["needs-24-hour-care"] is False
        and answers["is-danger-to-self"] is False
        and answers["is-danger-to-others"] is False
    )


def told(case: Mapping[str, bool | int]) -> dict[str, bool | int]:
    """Return a case by the names of facts."""
    return {name.replace("_", "-"): value for name, value in case.items()}


def peers() -> dict[str, Callable[[dict[str, bool | int]], object]]:
    """Return each peer that is installed, ready to be asked one case."""
    found: dict[str, Callable[[dict[str, bool | int]], object]] = {}
    installed = {name for name, module in _MODULES.items() if find_spec(module)}
    yes, no = " {0} ".join(_YES), " {0} ".join(f"{{1}}{name}" for name in _NO)
    written = f"age >= 18 {{0}} weekly_minutes >= 540 {{0}} {yes} {{0}} {no}"
    if "zen-engine" in installed:
        asked = import_module("zen").compile_expression(written.format("and", "not "))
        found["zen-engine"] = asked.evaluate
    if "common-expression-language" in installed:
        program = import_module("cel").compile(written.format("&&", "!"))
        found["common-expression-language"] = program.execute
    if "panzi-json-logic" in installed:
        logic, data = import_module("json_logic").jsonLogic, _as_json_logic()
        found["panzi-json-logic"] = lambda case: logic(data, case)
    return found


def measure(pairs: int) -> tuple[Figure, ...]:
    """Return what an outcome costs, alone, with every leaf, with reasons, and with pivots."""
    rounds = [_round(_own_runs()) for _ in range(pairs)]
    pivoting = [_seconds(lambda: pivots_of(RULE, EIGHT_MISSING), 1) for _ in range(pairs)]
    plain = [found["outcome"] for found in rounds]
    return (
        Figure(
            name="compiled outcome",
            values=tuple(seconds / len(CASES) * 1e6 for seconds in plain),
            unit="us",
            compared="`compile_rule(rule)(answers)` of a rule with 12 leaves, over cases in which "
            "all is known.",
        ),
        *(
            Figure(
                name=name,
                values=tuple(found[name] / found["outcome"] for found in rounds),
                unit="x",
                goal=goal,
                is_least=is_least,
                compared=compared,
            )
            for name, goal, is_least, compared in _RATIOS
        ),
        Figure(
            name="pivots of 8 missing facts",
            values=tuple(seconds * 1000 for seconds in pivoting),
            unit="ms",
            goal=2,
            compared="`pivots_of` the same rule with 8 of its 12 facts not known.",
        ),
    )


def measure_peers(pairs: int) -> tuple[Figure, ...]:
    """Return how much quicker a compiled outcome is than each peer that is installed."""
    asked = peers()
    runs = {"outcome": _own_runs()["outcome"]} | {
        name: _over_cases(ask, CASES) for name, ask in asked.items()
    }
    rounds = [_round(runs) for _ in range(pairs)]
    return tuple(
        Figure(
            name=f"over {name}",
            values=tuple(found[name] / found["outcome"] for found in rounds),
            unit="x",
            goal=GOALS[name],
            is_least=True,
            compared=f"{name}, the same rule prepared beforehand, / `compile_rule(rule)(answers)`, "
            "over cases in which all is known.",
        )
        for name in asked
    )


_RATIOS = (
    ("with every leaf", 2, False, "`compile_leaves(rule, ...)(answers)` / the compiled outcome."),
    (
        "with readable reasons",
        5,
        False,
        "the same, with the question of each leaf and how it came out in words / the outcome.",
    ),
    (
        "by hand",
        None,
        False,
        "a function written by hand for this rule alone, which fails on an unknown / the outcome.",
    ),
    ("interpreted", None, False, "`outcome(rule, answers)` / the compiled outcome."),
)


def _own_runs() -> dict[str, Run]:
    leaves = compile_leaves(RULE, lambda _, truth: truth)
    reasons = compile_leaves(RULE, lambda leaf, truth: (leaf.fact.question.en, truth.label.en))
    cases: tuple[Answers, ...] = tuple(map(told, CASES))
    return {
        "outcome": _over_cases(compile_rule(RULE), cases),
        "with every leaf": _over_cases(leaves, cases),
        "with readable reasons": _over_cases(reasons, cases),
        "by hand": _over_cases(by_hand, tuple(map(told, CASES))),
        "interpreted": _over_cases(lambda case: outcome(RULE, case), cases),
    }


def _over_cases(ask: Callable[[C], object], cases: Sequence[C]) -> Run:
    def run() -> None:
        for case in cases:
            ask(case)

    return run


def _round(runs: Mapping[str, Run]) -> dict[str, float]:
    return {name: _seconds(run, _TIMES) / _TIMES for name, run in runs.items()}


def _seconds(run: Run, times: int) -> float:
    start = perf_counter()
    for _ in range(times):
        run()
    return perf_counter() - start


def _as_json_logic() -> dict[str, object]:
    def told_as(name: str) -> dict[str, object]:
        return {"var": name}

    asked: list[object] = [
        {">=": [told_as("age"), 18]},
        {">=": [told_as("weekly_minutes"), 540]},
        *map(told_as, _YES),
        *({"!": [told_as(name)]} for name in _NO),
    ]
    return {"and": asked}
