"""Problems: where, what, and what to do, on one line."""

from __future__ import annotations

import pytest

from iopkit.errors import IopkitError
from iopkit.values import DocumentError, Place, Problem, Severity, Text

WRONG_TIME = Text("expected a time HH:MM; write 18:00", "se esperaba una hora HH:MM; escriba 18:00")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("program.yaml", 8, 12), "program.yaml:8:12"),
        (Place("program.yaml", 8), "program.yaml:8"),
        (Place("program.yaml"), "program.yaml"),
    ],
)
def test_a_place_is_written_as_editors_read_it(place: Place, text: str) -> None:
    assert str(place) == text


def test_places_are_in_reading_order_with_the_whole_document_first() -> None:
    places = [Place("a", 2, 1), Place("a", 1, 9), Place("b"), Place("a", 1), Place("a")]

    assert sorted(places) == [
        Place("a"),
        Place("a", 1),
        Place("a", 1, 9),
        Place("a", 2, 1),
        Place("b"),
    ]


@pytest.mark.parametrize(
    ("path", "place", "message"),
    [
        (
            "schedule.sessions[1].start",
            Place("program.yaml", 8, 12),
            "program.yaml:8:12: schedule.sessions[1].start: expected a time HH:MM; write 18:00",
        ),
        ("", Place("program.yaml"), "program.yaml: expected a time HH:MM; write 18:00"),
        ("start", None, "start: expected a time HH:MM; write 18:00"),
        ("", None, "expected a time HH:MM; write 18:00"),
    ],
)
def test_a_problem_says_where_what_and_the_remedy(
    path: str, place: Place | None, message: str
) -> None:
    problem = Problem("wrong-time", WRONG_TIME, path, place)

    assert problem.message() == str(problem) == message


def test_a_problem_speaks_spanish() -> None:
    problem = Problem("wrong-time", WRONG_TIME, "start")

    assert problem.message("es") == "start: se esperaba una hora HH:MM; escriba 18:00"


def test_a_problem_is_an_error_unless_it_says_less() -> None:
    assert Problem("wrong-time", WRONG_TIME).severity is Severity.ERROR
    assert Severity.NOTE < Severity.WARNING < Severity.ERROR


def test_a_document_error_tells_all_problems_in_order() -> None:
    problems = [Problem("wrong-time", WRONG_TIME, path) for path in ("end", "start")]

    error = DocumentError(iter(problems))

    assert error.problems == tuple(problems)
    assert str(error) == (
        "end: expected a time HH:MM; write 18:00\nstart: expected a time HH:MM; write 18:00"
    )
    assert isinstance(error, IopkitError)
    assert isinstance(error, ValueError)
