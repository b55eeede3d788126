"""`iopkit check`: standards, days, forms of output, streams and exit codes."""

import json
from datetime import date
from pathlib import Path

import pytest

from iopkit import shipped
from iopkit.cli import run

ROOT = Path(__file__).parents[2]
SIX = "examples/checks/six-hour-iop.yaml"
MANY = "examples/checks/forty-three-hour-iop.yaml"
PROGRAMS = sorted(
    str(path.relative_to(ROOT))
    for folder in ("programs", "checks")
    for path in (ROOT / "examples" / folder).glob("*.yaml")
)
VIRGINIAN = """
id: virginian
state: VA
level: iop
accepts: [medicaid]
condition_families: [substance-use-disorder]
populations: [adults]
schedule: {therapeutic_minutes_per_week: 540}
"""
STANDARD = """
id: example/iop-program
version: "2026"
title: {en: An example of a standard, es: Una norma de ejemplo}
authority: {en: An example, es: Un ejemplo}
jurisdiction: us
subject: program-standard
care_level: iop
in_force: 2026-01-01..2027-01-01
clauses:
  - id: weekly-hours
    label: {en: At least 9 hours, es: Al menos 9 horas}
    source: example
    rule: {fact: program.weekly-minutes, at-least: 540}
sources:
  - {id: example, title: An example, citation: Example 1, confidence: read, read_on: 2026-01-31}
"""


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture
def own_standard(tmp_path: Path) -> str:
    path = tmp_path / "standard.yaml"
    path.write_text(STANDARD)
    return str(path)


def _found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    run(["check", *arguments, "--format", "json"])
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(("program", "code"), [(SIX, 1), (MANY, 0)])
def test_errors_end_with_1_and_warnings_and_notes_with_0(
    program: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", program, "--against", "medicare/iop-program"]) == code
    assert capsys.readouterr().err == ""


def test_a_finding_has_its_line_and_column(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", SIX, "--against", "medicare/iop-program"])

    lines = capsys.readouterr().out.splitlines()
    at = lines.index(f"  {SIX}:10:33")
    assert lines[at + 1] == "  error standard-weekly-hours: schedule.therapeutic_minutes_per_week"


def test_a_file_below_the_working_folder_is_named_from_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["check", str(ROOT / SIX), "--against", "medicare/iop-program", "--format", "sarif"])

    told = capsys.readouterr()
    assert f'"uri": "{SIX}"' in told.out
    assert str(ROOT) not in told.out + told.err


def test_a_rule_set_about_people_leads_to_what_it_asks_of_programs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["check", SIX, "--against", "medicare/iop", "--on", "2026-03-02"])
    out = capsys.readouterr().out
    run(["check", SIX, "--against", "medicare/iop-program", "--on", "2026-03-02"])
    direct = capsys.readouterr().out

    assert out == (
        "medicare/iop asks about people; checked instead: medicare/iop-program.\n" + direct
    )


def test_an_own_rule_set_about_people_leads_to_the_standard_that_it_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "admission.yaml"
    clause = "{fact: person.age, at-least: 18}"
    text = STANDARD.replace("program-standard", "admission")
    text = text.replace("{fact: program.weekly-minutes, at-least: 540}", clause)
    own.write_text(f"{text}program_standard: medicare/iop-program\n")

    found = _found(capsys, SIX, "--against", str(own))

    assert [one["ruleset_id"] for one in found] == ["medicare/iop-program"]


def test_nothing_is_printed_where_another_standard_cannot_be_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run(["check", SIX, "--against", "medicare/iop", "--against", "nowhere/iop"])

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err.startswith("no rule set has the id 'nowhere/iop'; did you mean ")


@pytest.mark.parametrize(("form", "count"), [("json", 1), ("sarif", 1)])
def test_data_stay_clean_where_another_standard_is_used(
    form: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--against", "medicare/iop", "--on", "2026-03-02"]
    run(["check", SIX, *asked, "--format", form, "--lang", "es"])

    told = capsys.readouterr()
    assert len(json.loads(told.out).get("runs", []) if form == "sarif" else [0]) == count
    assert told.err == (
        "medicare/iop pregunta por personas; se evalúa en su lugar: medicare/iop-program.\n"
    )


def test_several_programs_and_standards_are_all_checked(
    own_standard: str, capsys: pytest.CaptureFixture[str]
) -> None:
    standards = ["--against", "medicare/iop-program", "--against", own_standard]

    found = _found(capsys, SIX, MANY, *standards, "--on", "2026-03-02")

    assert [(one["program"], one["ruleset_id"]) for one in found] == [
        ("six-hour-iop", "medicare/iop-program"),
        ("six-hour-iop", "example/iop-program"),
        ("forty-three-hour-iop", "medicare/iop-program"),
        ("forty-three-hour-iop", "example/iop-program"),
    ]


def test_without_a_day_the_newest_version_is_read_on_its_first_day(
    own_standard: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = _found(capsys, SIX, "--against", own_standard)
    (shipped_one,) = _found(capsys, SIX, "--against", "medicare/iop-program")

    newest = shipped().history("medicare/iop-program")[-1]
    assert found["on"] == "2026-01-01"
    assert shipped_one["on"] == newest.in_force.start.isoformat()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            (
                "No day was given with --on: each standard is taken in its newest version, on its"
                " first day.\n"
            ),
        ),
        (
            "es",
            (
                "No se indicó un día con --on: cada norma se toma en su versión más nueva, en su"
                " primer día.\n"
            ),
        ),
    ],
)
def test_without_a_day_it_is_said_which_day_is_taken(
    lang: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["check", SIX, "--against", "medicare/iop-program", "--lang", lang]

    run([*asked, "--format", "json"])
    beside_data = capsys.readouterr().err
    run(asked)
    first = " ".join(capsys.readouterr().out.split("\n\n")[0].split())
    run([*asked, "--on", "2026-03-02"])

    assert beside_data == said
    assert first == said.strip()
    assert said[:20] not in capsys.readouterr().out


def test_what_has_an_end_is_left_out_without_a_day_and_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["check", MANY, "--format", "json"])
    told = capsys.readouterr()
    by_day = _found(capsys, MANY, "--on", "2018-01-01")
    by_id = _found(capsys, MANY, "--against", "pennsylvania-placement/iop")

    ids = [one["ruleset_id"] for one in json.loads(told.out)]
    assert "medicare/iop-program" in ids
    assert "pennsylvania-placement/iop" not in ids
    assert "Left out, since they have an end: " in told.err
    assert "pennsylvania-placement/iop, " in told.err
    assert "pennsylvania-placement/iop" in [one["ruleset_id"] for one in by_day]
    assert [one["on"] for one in by_id] == ["2017-03-09"]


def test_the_same_file_and_the_same_standard_count_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = _found(
        capsys, SIX, SIX, "--against", "medicare/iop", "--against", "medicare/iop-program"
    )

    assert [one["ruleset_id"] for one in found] == ["medicare/iop-program"]


def test_a_contradiction_of_a_record_is_told_once_however_many_standards_there_are(
    tmp_path: Path, own_standard: str, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "program.yaml"
    program.write_text("id: x\nmax_age: 15\npopulations: [adults]\n")
    asked = ["check", str(program), "--against", own_standard, "--against", "medicare/iop-program"]
    texts = []

    for form in ("text", "sarif", "json"):
        run([*asked, "--format", form])
        texts.append(capsys.readouterr().out)

    text, sarif, data = texts
    assert text.count("record-contradiction") == 1
    assert sarif.count('"ruleId": "record-contradiction"') == 1
    assert data.count('"record-contradiction"') == 2


@pytest.fixture
def virginian(tmp_path: Path) -> str:
    path = tmp_path / "virginian.yaml"
    path.write_text(VIRGINIAN)
    return str(path)


@pytest.mark.parametrize("on", [(), ("--on", "2026-12-01")])
def test_without_a_standard_those_that_are_meant_for_the_program_judge_it(
    virginian: str, on: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    found = _found(capsys, virginian, *on)

    judged = {str(one["ruleset_id"]): one["applies"] for one in found if "outcome" in one}
    assert judged == {"virginia-licensing/iop": "met", "virginia-medicaid/iop": "met"}


def test_what_may_be_meant_is_listed_with_what_to_tell_and_not_judged(
    virginian: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = _found(capsys, virginian, "--on", "2026-12-01")

    assert [one for one in found if "outcome" not in one] == [
        {
            "program": "virginian",
            "ruleset_id": rules.id,
            "version": rules.version,
            "digest": rules.digest,
            "title": rules.title("en"),
            "on": "2026-12-01",
            "applies": "unknown",
            "tell": ["accepts"],
        }
        for rules in (
            shipped().rules("medicare/iop-program", on=date(2026, 12, 1)),
            shipped().rules("tricare/iop-program", on=date(2026, 12, 1)),
        )
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "May be meant for program six-hour-iop, too, and not checked; to know, tell:"),
        (
            "es",
            (
                "También podrían estar pensadas para el programa six-hour-iop y no se evalúan;"
                " para saberlo, indique:"
            ),
        ),
    ],
)
def test_what_may_be_meant_is_one_block_by_the_field_to_tell_first(
    lang: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["check", SIX, "--on", "2026-03-02", "--lang", lang])

    told = " ".join(capsys.readouterr().out.split())
    assert code == 0
    assert told.startswith(f"{said} - `state`: colorado-licensing/iop, ")
    assert told.endswith(" - `accepts`: medicare/iop-program, tricare/iop-program")


def test_an_error_by_a_standard_that_may_be_meant_is_found_once_it_is_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "program.yaml"
    program.write_text(Path(SIX).read_text())
    silent = run(["check", str(program), "--on", "2026-03-02"])
    program.write_text(f"{Path(SIX).read_text()}accepts: [medicare]\n")
    telling = run(["check", str(program), "--on", "2026-03-02"])

    assert (silent, telling) == (0, 1)
    assert capsys.readouterr().out.count("error standard-weekly-hours") == 1


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_what_a_record_says_against_itself_is_told_where_no_standard_judges_it(
    tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "program.yaml"
    program.write_text("id: x\nlevel: iop\nmax_age: 15\npopulations: [adults]\n")

    code = run(["check", str(program), "--on", "2026-12-01", "--format", form])

    told = capsys.readouterr()
    said = " ".join((told.out if form == "text" else told.err).split())
    assert code == 0
    assert said.startswith(f"{program}:3:10: warning record-contradiction: max_age: ")
    assert (told.out + told.err).count("record-contradiction") == 1


def test_what_may_be_meant_is_nothing_to_a_code_host(
    virginian: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["check", virginian, "--on", "2026-12-01", "--format", "sarif"]
    run(asked)
    alone = capsys.readouterr().out
    run([*asked, "--against", "virginia-licensing/iop", "--against", "virginia-medicaid/iop"])

    assert alone == capsys.readouterr().out
    assert "medicare/iop-program" not in alone


def test_a_program_that_bills_no_payer_with_a_standard_is_held_to_none_of_theirs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "program.yaml"
    accepts = "accepts: {has: [commercial], complete: yes}"
    program.write_text(VIRGINIAN.replace("accepts: [medicaid]", accepts))

    found = _found(capsys, str(program), "--on", "2026-12-01")

    assert [one["ruleset_id"] for one in found] == ["virginia-licensing/iop"]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("program", PROGRAMS)
def test_every_example_is_checked_within_80_columns(
    program: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["check", program, "--on", "2026-03-02", "--lang", lang])

    told = capsys.readouterr()
    assert code in (0, 1)
    assert told.err == ""
    assert [line for line in told.out.splitlines() if len(line) > 80] == []


def test_all_problems_of_all_files_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: x\nlevel: iopp\nweeks: many\n")
    missing = tmp_path / "missing.yaml"

    code = run(["check", str(bad), SIX, str(missing), "--against", "medicare/iop"])

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err.splitlines() == [
        (
            f"{bad}:2:8: level: expected one of outpatient-therapy, iop, php, residential,"
            " inpatient, got 'iopp'; did you mean iop?"
        ),
        f"{bad}:3:8: weeks: expected a whole number or a range {{low: ..., high: ...}}, got 'many'",
        f"{missing}: expected a file that exists; check the name and the folder",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            [SIX, "--against", "medicare/iop-programm"],
            "no rule set has the id 'medicare/iop-programm'; did you mean medicare/iop-program, ",
        ),
        (
            [SIX, "--against", "medicare/iop-program", "--on", "2020-01-01"],
            "rule set medicare/iop-program: nothing is in force on 2020-01-01; ",
        ),
        ([SIX, "--on", "1950-01-01"], "--against: expected the id of a standard: none that ships"),
        ([], "iopkit check: expected the file of a program, such as program.yaml\n"),
        (
            [SIX, "--against", "general/guidance"],
            "general/guidance: expected a rule set with clauses about programs\n",
        ),
        ([SIX, "--on", "tomorrow"], "--on: expected a date YYYY-MM-DD, such as 2026-03-02\n"),
        ([SIX, "--against", "nowhere.yaml"], "nowhere.yaml: expected a file that exists; "),
    ],
)
def test_what_cannot_be_checked_ends_with_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["check", *arguments])

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err.startswith(said)
