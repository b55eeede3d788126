"""The place of a path: of what is written there, else of the key above where it belongs."""

from pathlib import Path

import pytest

from iopkit import DocumentError, InvalidValue, Place
from iopkit.formats import places_in

TEXT = """\
id: x

schedule:
  sessions:
    - {days: [mon], start: 10:00}
    - days: [tue]
      start: 11:00
weeks:
practice: {max_group_size: 15}
"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ("", 1, 1),
        ("id", 1, 5),
        ("schedule", 4, 3),
        ("schedule.sessions", 5, 5),
        ("schedule.sessions[0]", 5, 7),
        ("schedule.sessions[0].start", 5, 28),
        ("schedule.sessions[1].start", 7, 14),
        ("schedule.sessions[1].days[0]", 6, 14),
        ("schedule.sessions[0].therapeutic_minutes", 5, 7),
        ("schedule.sessions[1].blocks[2].start", 6, 7),
        ("schedule.sessions[2].start", 4, 3),
        ("schedule.therapeutic_minutes_per_week", 3, 1),
        ("practice.max_group_size", 9, 28),
        ("practice.capacity", 9, 1),
        ("weeks.low", 8, 1),
        ("meals.meals_per_day", 1, 1),
        ("id.nothing", 1, 1),
        ("schedule[3]", 3, 1),
    ],
)
def test_a_path_leads_to_its_place_or_to_the_key_above(path: str, line: int, column: int) -> None:
    place_of = places_in(TEXT)

    assert place_of(path) == Place("<text>", line, column)


def test_json_has_places_too() -> None:
    place_of = places_in('{"id": "x",\n "schedule": {"days_per_week": 3}}', format="json")

    assert str(place_of("schedule.days_per_week")) == "<text>:2:32"
    assert str(place_of("schedule.sessions[0]")) == "<text>:2:2"


def test_a_path_goes_on_in_the_file_that_is_referred_to(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    (folder / "week.yaml").write_text("days_per_week: 3\nsessions:\n  - days: [mon]\n")
    program = tmp_path / "program.yaml"
    program.write_text("id: x\nschedule: {file: parts/week.yaml}\n")

    place_of = places_in(program)

    assert str(place_of("schedule.sessions[0].days")) == f"{folder / 'week.yaml'}:3:11"
    assert str(place_of("schedule")) == f"{program}:2:11"
    assert str(place_of("schedule.tracks")) == f"{program}:2:1"


def test_a_file_that_is_referred_to_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "week.yaml").write_text("days_per_week: 3\n" + "# filler\n" * 60_000)
    program = tmp_path / "program.yaml"
    program.write_text("id: x\nschedule: {file: week.yaml}\n")
    monkeypatch.chdir(tmp_path)

    place_of = places_in(Path("program.yaml"))
    places = {str(place_of("schedule.days_per_week")) for _ in range(5)}

    assert places == {"week.yaml:1:16"}


def test_a_reference_that_leads_nowhere_keeps_the_key_that_refers(tmp_path: Path) -> None:
    program = tmp_path / "program.yaml"
    program.write_text("id: x\nschedule: {file: nowhere.yaml}\n")

    assert str(places_in(program)("schedule.days_per_week")) == f"{program}:2:1"


def test_a_document_that_is_broken_is_refused_without_its_words() -> None:
    with pytest.raises(DocumentError) as refused:
        places_in("canary-7f3a: [")

    assert [problem.code for problem in refused.value.problems] == ["not-yaml"]
    assert "canary" not in str(refused.value)


def test_another_format_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        places_in("id: x", format="toml")  # type: ignore[arg-type]  # what is refused

    assert str(refused.value) == "format: expected yaml or json"
