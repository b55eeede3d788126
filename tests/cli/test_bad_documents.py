"""Each kind of bad document given to `iopkit assess`: exit code 2, located, all together, quiet."""

from pathlib import Path

import pytest

from iopkit.cli import run

KEYS = (
    "expected one of the keys on, person, program, treatment_plan, health_plan, used,"
    " second_coverage, assistance, episode, billed, prices, budget"
)
SESSION = "on: 2026-03-02\nprogram: {{id: p, schedule: {{sessions: [{{days: [mon], {}}}]}}}}\n"
SHARE = (
    "on: 2026-03-02\n"
    "health_plan: {id: h, benefits: [{benefit: iop, cost_share:"
    " {deductible_applies: yes, patient_share: 20}}]}\n"
)
BOMB = (
    "person: {conditions: &a [depression], populations: &b [*a, *a]}\nprices: {charges: [*b, *b]}\n"
)
ANCHOR = "expected no anchors and no aliases; write the value out at each place"
EMPTY = (
    "expected a document with keys and values; write at least one key, or {} where nothing is known"
)
TEXT = (
    "expected text in UTF-8 without control characters; "
    "check that it is a text file, and save it as UTF-8"
)
INSIDE = (
    "expected a relative reference to a file inside the folder of the document, got '{}';"
    " move the file there, or read with a wider `root`"
)

BAD: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "misspelt keys": (
        "on: 2026-03-02\npersn: {}\nprogram: {id: p, stat: TN}\n",
        (f"2:1: {KEYS}", "3:18: program: expected one of the keys id, name,"),
    ),
    "wrong types": (
        "on: [x]\nperson: {age: canary, conditions: canary}\nbudget: {a: b}\n",
        (
            "1:5: on: expected a date YYYY-MM-DD; leave it out if unknown",
            "2:15: person.age: expected a whole number; leave it out if unknown",
            "2:35: person.conditions: expected a list",
            "3:9: budget: expected an amount in dollars and cents such as 1,234.50;",
        ),
    ),
    "6pm and 25:00": (
        SESSION.format("start: 6pm, end: 25:00"),
        (
            (
                "2:61: program.schedule.sessions[0].start: expected a time HH:MM, got '6pm';"
                " write 18:00"
            ),
            "2:71: program.schedule.sessions[0].end: expected a time HH:MM, got '25:00';",
        ),
    ),
    "a bare percentage": (
        SHARE,
        (
            (
                "2:101: health_plan.benefits[0].cost_share.patient_share: expected a share from"
                " 0% to 100%, such as 20%, got '20'; write 20%"
            ),
        ),
    ),
    "duplicate keys": (
        "on: 2026-03-02\nperson: {age: 40, age: 41}\nperson: {age: 42}\n",
        (
            "2:19: expected each key once; keep one of them",
            "3:1: expected each key once; keep one of them",
        ),
    ),
    "unknown terms": (
        "person: {conditions: [canary]}\nprogram: {id: p, setting: hospitl-outpatient}\n",
        (
            "1:23: person.conditions[0]: expected a term that iopkit.vocabulary.Condition lists",
            (
                "2:27: program.setting: expected a term that iopkit.vocabulary.Setting lists,"
                " got 'hospitl-outpatient'; did you mean hospital-outpatient?"
            ),
        ),
    ),
    "references out of the folder, and to nothing": (
        "program: {file: ../../../etc/hostname}\nhealth_plan: {file: nowhere.yaml}\n",
        (
            f"1:10: program: {INSIDE.format('../../../etc/hostname')}",
            "2:14: health_plan: expected a file that exists, got 'nowhere.yaml';",
        ),
    ),
    "an empty file": ("", (EMPTY,)),
    "nothing but a comment": ("# nothing\n", (EMPTY,)),
    "a file over 1 MiB": (
        "# " + "a" * 1_048_576,
        ("expected at most 1 MiB, with all files that it refers to; check",),
    ),
    "lists 65 deep": (
        "person: " + "[" * 65 + "]" * 65,
        ("1:72: expected at most 64 levels; check the brackets and the indentation",),
    ),
    "an anchor bomb": (
        BOMB,
        (
            f"1:22: {ANCHOR}",
            f"1:52: {ANCHOR}",
            f"1:56: {ANCHOR}",
            f"1:60: {ANCHOR}",
            f"2:20: {ANCHOR}",
            f"2:24: {ANCHOR}",
        ),
    ),
    "a binary file": (b"\x7fELF\x02\x01\x01\x00\xff\xfe", (f"1:1: {TEXT}",)),
    "UTF-16": ("on: 2026-03-02\n".encode("utf-16"), (f"1:1: {TEXT}",)),
    "a tag": (
        "person: !!python/object:os.system {age: 1}\n",
        ("1:9: expected no tags; take out the part that starts with !",),
    ),
    "a tab": ("person:\n\tage: 4\n", ("2:1: expected spaces, and no tabs;",)),
    "a list": ("- 1\n", ("1:1: expected a mapping with the keys on, person,",)),
}


@pytest.mark.parametrize(("content", "expected"), BAD.values(), ids=BAD)
def test_a_bad_document_ends_with_2_and_all_its_problems_located(
    content: str | bytes,
    expected: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("case.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())

    code = run(["assess", "case.yaml"])

    seen = capsys.readouterr()
    lines = seen.err.splitlines()
    located = [f"case.yaml:{'' if one[0].isdigit() else ' '}{one}" for one in expected]
    assert (code, seen.out, len(lines)) == (2, "", len(expected))
    assert [line[: len(start)] for line, start in zip(lines, located, strict=True)] == located
    assert "canary" not in seen.err


def test_a_missing_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    code = run(["assess", "nowhere.yaml"])

    assert (code, capsys.readouterr().err) == (
        2,
        "nowhere.yaml: expected a file that exists; check the name and the folder\n",
    )


def test_a_link_to_itself_is_bad_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("loop.yaml").symlink_to("loop.yaml")

    code = run(["assess", "loop.yaml"])

    assert code == 2
    assert capsys.readouterr().err.startswith("loop.yaml: expected a file that can be read; ")


def test_problems_are_told_in_the_language_of_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("case.yaml").write_text("person: {age: 40, age: 41}\n")

    code = run(["assess", "case.yaml", "--lang", "es"])

    assert (code, capsys.readouterr().err) == (
        2,
        "case.yaml:1:19: se esperaba cada clave una sola vez; deje solo una\n",
    )


@pytest.mark.parametrize("day", ["2026-02-30", "3/2/2026", "26-1-1", ""])
def test_a_bad_day_names_the_option(
    day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("person: {}\n")

    code = run(["assess", str(path), "--on", day])

    assert (code, capsys.readouterr().err) == (
        2,
        "--on: expected a date YYYY-MM-DD, such as 2026-03-02\n",
    )


@pytest.mark.parametrize("change", [b"\r\n", b"\xef\xbb\xbf"], ids=["Windows line ends", "a BOM"])
def test_what_windows_writes_is_read(
    change: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yaml"
    told = b"on: 2026-03-02\nperson: {age: 40}\n"
    path.write_bytes(told.replace(b"\n", change) if change == b"\r\n" else change + told)

    code = run(["assess", str(path)])

    assert (code, capsys.readouterr().err) == (1, "")


_SPANISH = "se esperaba cada clave una sola vez, se leyó 'id'; deje solo una"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "{file}"),
        ("check", "{file}", "--against", "medicare/iop"),
        ("explain", "{file}"),
        ("compare", "{file}", "medicare/iop"),
        ("show", "{file}"),
        ("check-plan", "{file}"),
        ("runway", "{file}", "--approved", "3", "--unit", "day", "--start", "2026-03-02"),
    ],
)
@pytest.mark.parametrize("lang", [("--lang", "es"), ("--lang=es",)])
def test_what_is_wrong_with_a_file_is_told_in_the_language_asked_for(
    arguments: tuple[str, ...],
    lang: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "twice.yaml"
    file.write_text("id: a\nid: b\n", encoding="utf-8")

    code = run([*(each.format(file=file) for each in arguments), *lang])

    assert code == 2
    assert _SPANISH in capsys.readouterr().err
