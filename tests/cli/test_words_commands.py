"""`iopkit terms` and `iopkit codes`: browsing words within 80 columns."""

import pytest

from iopkit.cli import run
from iopkit.report.words import kind_name
from iopkit.vocabulary import TERM_KINDS


def _out(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(list(arguments)) == 0
    return capsys.readouterr().out


def test_every_kind_of_term_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _out(capsys, "terms").splitlines()

    for kind in TERM_KINDS:
        assert any(line.startswith(kind_name(kind)) for line in lines)


@pytest.mark.parametrize("kind", [kind_name(kind) for kind in TERM_KINDS])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_kind_fits_80_columns(kind: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = _out(capsys, "terms", kind, "--lang", lang).splitlines()

    assert [line for line in lines if len(line) > 80] == []


def test_a_kind_shows_values_and_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert _out(capsys, "terms", "care-level").splitlines()[:5] == [
        "value                       English                    Spanish",
        "--------------------------  -------------------------  -------------------------",
        "outpatient-therapy          outpatient therapy         terapia ambulatoria",
        "iop                         intensive outpatient       programa ambulatorio",
        "                            program (IOP)              intensivo (IOP)",
    ]


def test_an_ambiguous_word_shows_every_candidate(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _out(capsys, "terms", "inpatient").splitlines()

    assert [line for line in lines if line.startswith("care-level/")] == [
        "care-level/residential",
        "care-level/inpatient",
    ]


def test_a_misspelt_word_ends_with_1_and_says_what_may_have_been_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run(["terms", "adolecsent"])

    assert code == 1
    assert capsys.readouterr().err.startswith("No term is called so.\nPerhaps: ")


def test_a_code_without_a_meaning_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["codes", "no-such-code", "--on", "2026-03-02"])

    assert (code, capsys.readouterr().err) == (
        2,
        "no code of any system has the id 'no-such-code'\n",
    )


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("code", ["0905", "H0015", "S9480", "G0137", "92", "5861"])
def test_a_code_fits_80_columns(code: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = _out(capsys, "codes", code, "--on", "2026-03-02", "--lang", lang).splitlines()

    assert lines
    assert [line for line in lines if len(line) > 80] == []


def test_a_code_that_does_not_tell_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\nAmbiguous: " in _out(capsys, "codes", "0905", "--on", "2026-03-02")


def test_a_code_outside_its_period_names_the_period(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["codes", "G0137", "--on", "2023-12-31"])

    assert capsys.readouterr().err == (
        "hcpcs: code G0137 of hcpcs: nothing is in force on 2023-12-31; "
        "periods that exist: 2024-01-01..open\n"
    )
