"""`iopkit calendar` and `iopkit runway`: days by which something must be done."""

import json
from pathlib import Path

import pytest

from iopkit import shipped
from iopkit.cli import run

PHP = "medicare/php-recertification"
START = ("--start", "2026-03-02")
_DAY = "expected a date YYYY-MM-DD, such as 2026-03-02"
PROGRAM = """\
id: example
schedule:
  sessions:
    - {days: [mon, wed, fri], start: 09:00, end: 12:00, break_minutes: 30}
"""
THREE_DAYS = "id: example\nschedule: {days_per_week: 3}\n"
TRACKS = """\
id: example
schedule:
  tracks:
    - {name: morning, sessions: [{days: [mon], start: 09:00, end: 12:00}]}
    - {name: evening, sessions: [{days: [fri], start: 18:00, end: 21:00}]}
"""
DAYS = ("--approved", "6", "--unit", "day", *START)


def _out(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(list(arguments)) == code
    return capsys.readouterr().out


def _refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(list(arguments)) == 2
    return capsys.readouterr().err


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "program.yaml"
    path.write_text(PROGRAM, encoding="utf-8")
    return path


def test_the_days_of_a_course_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _out(capsys, "calendar", PHP, *START, "--weeks", "12").splitlines()

    assert [line[:16] for line in lines if line.startswith("2026-")] == [
        "2026-03-19  18  ",
        "2026-04-18  48  ",
        "2026-05-18  78  ",
    ]


def test_without_an_end_it_stops_at_the_next_due_day(capsys: pytest.CaptureFixture[str]) -> None:
    done = ("--done", "2026-03-10", "--done", "2026-04-12")

    lines = _out(capsys, "calendar", PHP, *START, *done).splitlines()

    assert [line[:56].rstrip() for line in lines if line.startswith("2026-")] == [
        "2026-03-19  18    2026-03-02    done 2026-03-10, on time",
        "2026-04-09  39    2026-03-10    done 2026-04-12, 3 days",
        "2026-05-12  72    2026-04-12    not told as done",
    ]


def test_a_day_may_be_told_by_the_id_of_its_review(capsys: pytest.CaptureFixture[str]) -> None:
    named = _out(capsys, "calendar", PHP, *START, "--done", "recertification=2026-03-10")
    plain = _out(capsys, "calendar", PHP, *START, "--done", "2026-03-10")

    assert named == plain


def test_a_calendar_is_also_data(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(_out(capsys, "calendar", PHP, *START, "--until", "2026-03-19", "--json"))

    assert told["ruleset_id"] == PHP
    assert [due["due"] for due in told["due_days"]] == ["2026-03-19"]
    assert told["next_due"]["lapses_on"] == "2026-03-20"


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_calendar_that_ships_fits_80_columns(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    law = shipped()
    with_reviews = [name for name in law.ids("rules") if law.history(name)[-1].reviews]

    for name in with_reviews:
        start = max(law.history(name)[-1].in_force.start.isoformat(), "2026-03-02")
        out = _out(capsys, "calendar", name, "--start", start, "--lang", lang)
        assert [line for line in out.splitlines() if len(line) > 80] == []
    assert {PHP, "medicare/iop-recertification"} <= set(with_reviews)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((PHP, "--start", "3/2/2026"), f"--start: {_DAY}"),
        ((PHP, *START, "--until", "2026-4-1"), f"--until: {_DAY}"),
        ((PHP, *START, "--done", "2026-02-30"), f"--done: {_DAY}"),
        (
            (PHP, *START, "--weeks", "2", "--until", "2026-04-01"),
            "--until: expected a last day, or --weeks, and not both",
        ),
        ((PHP, *START, "--weeks", "0"), "--weeks: expected a whole number from 1 to 520"),
        ((PHP, *START, "--weeks", "521"), "--weeks: expected a whole number from 1 to 520"),
        (
            (PHP, *START, "--until", "2026-03-01"),
            "until: expected a last day of care that is not before the first",
        ),
        (
            (PHP, *START, "--done", "2026-03-01"),
            "done: expected days that are not before the first day of care",
        ),
        (
            (PHP, *START, "--done", "plan=2026-03-19"),
            "done: expected the days of each review by its id: recertification",
        ),
        (
            ("general/guidance", *START),
            "rules: expected a rule set that sets reviews, and general/guidance sets none",
        ),
    ],
)
def test_what_is_no_calendar_ends_with_2_and_advice(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _refused(capsys, "calendar", *arguments) == f"{said}\n"


def test_a_start_before_the_law_names_the_periods(capsys: pytest.CaptureFixture[str]) -> None:
    said = _refused(capsys, "calendar", PHP, "--start", "2010-01-01")

    assert said.startswith(f"rule set {PHP}: nothing is in force on 2010-01-01; periods that ")


def test_a_runway_is_answered(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = _out(capsys, "runway", str(program), *DAYS, "--lead-days", "5")

    assert out.splitlines()[:6] == [
        "Units approved: 6 (a unit is one day), from 2026-03-02.",
        "",
        "Last day covered:          2026-03-13",
        "First day not covered:     2026-03-16",
        "Days covered:              6",
        "Ask for more by:           2026-03-11",
    ]


@pytest.mark.parametrize(
    ("options", "last", "asked"),
    [
        ((), "2026-03-13", None),
        (("--lead-business-days", "5"), "2026-03-13", "2026-03-09"),
        (
            ("--lead-business-days", "5", "--holiday", "2026-03-12"),
            "2026-03-13",
            "2026-03-06",
        ),
        (("--closed", "2026-03-04"), "2026-03-16", None),
        (("--missed", "2026-03-04", "--missed", "2026-03-06"), "2026-03-18", None),
        (("--through", "2026-03-05"), "2026-03-04", None),
    ],
)
def test_what_is_told_of_a_course_moves_its_runway(
    options: tuple[str, ...],
    last: str,
    asked: str | None,
    program: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = json.loads(_out(capsys, "runway", str(program), *DAYS, *options, "--json"))

    assert told["last_covered"]["high"] == last
    assert told.get("ask_by", {}).get("low") == asked


@pytest.mark.parametrize(
    ("option", "code", "days"),
    [("--counts-breaks", 0, (5, 5)), ("--without-breaks", 0, (6, 6)), (None, 1, (5, 6))],
)
def test_whether_breaks_count_can_be_told(
    option: str | None,
    code: int,
    days: tuple[int, int],
    program: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    units = ("--approved", "60", "--unit", "quarter-hour", *START)
    options = (option,) if option else ()

    told = json.loads(_out(capsys, "runway", str(program), *units, *options, "--json", code=code))

    assert (told["covered_days"]["low"], told["covered_days"]["high"]) == days


def test_a_range_ends_with_1(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program.write_text(THREE_DAYS, encoding="utf-8")

    out = _out(capsys, "runway", str(program), *DAYS, "--lang", "es", code=1)

    assert "Último día cubierto:       entre 2026-03-11 y 2026-03-15" in out.splitlines()


def test_a_track_can_be_chosen(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program.write_text(TRACKS, encoding="utf-8")
    units = ("--approved", "1", "--unit", "day", *START, "--json")

    one = json.loads(_out(capsys, "runway", str(program), *units, "--track", "evening"))
    either = json.loads(_out(capsys, "runway", str(program), *units, code=1))

    assert one["last_covered"] == {"low": "2026-03-06", "high": "2026-03-06", "basis": "computed"}
    assert either["last_covered"]["low"] == "2026-03-02"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--track", "noon"), "--track: expected one of none: there are no tracks"),
        (
            ("--lead-days", "5", "--lead-business-days", "5"),
            "--lead-days: expected days, or --lead-business-days, and not both",
        ),
        (
            ("--through", "2026-03-01"),
            "through: expected a last day from the first on, within ten years",
        ),
        (("--missed", "Monday"), f"--missed: {_DAY}"),
        (("--closed", "Monday"), f"--closed: {_DAY}"),
        (("--through", "Monday"), f"--through: {_DAY}"),
        (("--lead-business-days", "5", "--holiday", "Monday"), f"--holiday: {_DAY}"),
    ],
)
def test_what_is_no_runway_ends_with_2_and_advice(
    options: tuple[str, ...], said: str, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _refused(capsys, "runway", str(program), *DAYS, *options) == f"{said}\n"


def test_a_bad_program_is_located(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program.write_text("id: example\nschedule: {days_per_week: many}\n", encoding="utf-8")

    said = _refused(capsys, "runway", str(program), *DAYS)

    assert said.startswith(f"{program}:2:")


def test_a_program_that_is_not_there_is_said_in_the_language_asked(
    program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = program.parent / "nothing.yaml"

    said = _refused(capsys, "runway", str(path), *DAYS, "--lang", "es")

    assert said.startswith(f"{path}: se esperaba un archivo que exista")
