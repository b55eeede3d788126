"""Errors: a stable code, a built-in beside, their parts, and a whole message."""

from __future__ import annotations

import copy
import pickle

import pytest

from iopkit.errors import (
    CannotAdjudicate,
    InvalidRule,
    InvalidValue,
    IopkitError,
    NotInForce,
    NoTruthValue,
    NotShipped,
    PlanYearMismatch,
)
from iopkit.values import DocumentError, Place, Problem, Text

ERRORS: list[tuple[IopkitError, type[Exception], str, str]] = [
    (
        InvalidValue("age", "whole years"),
        ValueError,
        "invalid-value",
        "age: expected whole years",
    ),
    (
        NotInForce("rate", "2020-01-01", ["2024-01-01..open"]),
        LookupError,
        "not-in-force",
        "rate: nothing is in force on 2020-01-01; periods that exist: 2024-01-01..open",
    ),
    (
        NotShipped("rule set", "medicare/iob", ["medicare/iop"]),
        LookupError,
        "not-shipped",
        "no rule set has the id 'medicare/iob'; did you mean medicare/iop?",
    ),
    (
        NotShipped("rule set", "mars", [], ["medicare/iop", "medicare/php"]),
        LookupError,
        "not-shipped",
        "no rule set has the id 'mars'; there are: medicare/iop, medicare/php",
    ),
    (
        NotShipped("rule set", "x", []),
        LookupError,
        "not-shipped",
        "no rule set has the id 'x'",
    ),
    (NoTruthValue("ask .outcome"), TypeError, "no-truth-value", "ask .outcome"),
    (
        InvalidRule("at-least", "a count within the parts"),
        ValueError,
        "invalid-rule",
        "at-least: expected a count within the parts",
    ),
    (
        PlanYearMismatch("2025-01-01..2026-01-01"),
        ValueError,
        "plan-year-mismatch",
        (
            "a day of service lies outside the plan year 2025-01-01..2026-01-01; "
            "tell the plan year of the care, or split the lines by plan year and pass the "
            "amounts used of each"
        ),
    ),
    (
        CannotAdjudicate(["deductible", "copay"]),
        ValueError,
        "cannot-adjudicate",
        "one exact answer needs deductible, copay; state them, or ask `estimate` for a range",
    ),
    (
        DocumentError([Problem("empty", Text("is empty", "está vacío"), place=Place("a.yaml"))]),
        ValueError,
        "document-error",
        "a.yaml: is empty",
    ),
]


@pytest.mark.parametrize(("error", "builtin", "code", "message"), ERRORS)
def test_an_error_has_a_code_a_builtin_and_a_whole_message(
    error: IopkitError, builtin: type[Exception], code: str, message: str
) -> None:
    assert error.code == code
    assert isinstance(error, builtin)
    assert str(error) == message


@pytest.mark.parametrize("error", [each[0] for each in ERRORS])
def test_an_error_crosses_a_process_border_whole(error: IopkitError) -> None:
    crossed = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    for each in (crossed, copy.copy(error)):
        assert type(each) is type(error)
        assert str(each) == str(error)
        assert vars(each) == vars(error)


def test_every_error_is_in_the_table() -> None:
    ours = {each for each in IopkitError.__subclasses__() if each.__module__.startswith("iopkit.")}

    assert ours - {type(each[0]) for each in ERRORS} == set()


def test_codes_are_distinct() -> None:
    kinds = {type(each[0]) for each in ERRORS}

    assert len({kind.code for kind in kinds}) == len(kinds)
