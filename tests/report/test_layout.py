"""Laying out a page: wrapping, columns, and letters that must not reach a terminal."""

import pytest
from attrs import evolve

from iopkit.report.layout import Line, Page, Style, plain

PAGE = Page(mark_width=6, width=30, cell_width=9)


def _texts(lines: object) -> list[str]:
    return [line.text for line in lines]  # type: ignore[attr-defined]  # any lines


def test_a_heading_is_in_capitals_over_a_rule_of_its_length() -> None:
    assert list(PAGE.heading("Nivel de atención")) == [
        Line(""),
        Line("NIVEL DE ATENCIÓN", Style.HEADING),
        Line("-" * 17, Style.HEADING),
    ]


def test_the_rule_below_a_long_heading_is_as_wide_as_the_page() -> None:
    assert _texts(PAGE.heading("Admission terms of a hospital by the river")) == [
        "",
        "ADMISSION TERMS OF A HOSPITAL",
        "BY THE RIVER",
        "-" * 30,
    ]


def test_a_paragraph_is_indented_on_each_line() -> None:
    assert _texts(PAGE.paragraph("one two three four five six seven", indent=4)) == [
        "    one two three four five",
        "    six seven",
    ]


def test_a_line_ends_within_a_word_only_where_words_may_be_split() -> None:
    text = "see state-medicaid/intensive-outpatient"

    assert _texts(PAGE.paragraph(text)) == ["see state-medicaid/intensive-", "outpatient"]
    assert _texts(evolve(PAGE, splits_words=False).paragraph(text)) == [
        "see",
        "state-medicaid/intensive-outpatient",
    ]


def test_a_bullet_is_wrapped_under_itself() -> None:
    assert _texts(PAGE.bullet("10.", "Is the person medically stable?")) == [
        "  10. Is the person medically",
        "      stable?",
    ]


def test_a_judged_item_keeps_its_words_in_one_column() -> None:
    judged = PAGE.judged("[no]", "Needs supervision at night", Style.PLAIN)
    detail = PAGE.detail("42 CFR 410.44")

    assert _texts([*judged, *detail]) == [
        "  [no]   Needs supervision at",
        "         night",
        "         42 CFR 410.44",
    ]


def test_a_word_wider_than_the_page_is_cut() -> None:
    lines = _texts(PAGE.paragraph("https://example.org/" + "x" * 60, indent=2))

    assert max(map(len, lines)) == 30


def test_amounts_stand_flush_right() -> None:
    assert _texts(PAGE.columns("To pay", "80.00", "1,200.00")) == ["  To pay        80.00 1,200.00"]


def test_a_long_label_takes_lines_of_its_own_before_its_amount() -> None:
    assert _texts(PAGE.columns("  of which not", "1.00", "2.00")) == [
        "    of",
        "    which",
        "    not          1.00     2.00",
    ]


@pytest.mark.parametrize("amount", ["99,999,999.99", "999,999,999,999.99"])
def test_large_amounts_never_touch_and_never_pass_the_width(amount: str) -> None:
    (*_, line) = Page(mark_width=6).columns("To pay", amount, amount)

    assert line.text.endswith(f" {amount} {amount}")
    assert len(line.text) == 80


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[2Jgone", "\N{REPLACEMENT CHARACTER}[2Jgone"),
        ("a\x9b31mb", "a\N{REPLACEMENT CHARACTER}31mb"),
        ("a\tb\nc\xa0d", "a b c d"),
        ("right\u202eleft", "right\N{REPLACEMENT CHARACTER}left"),
        ("Señora Ωμέγα 日本", "Señora Ωμέγα 日本"),
    ],
)
def test_nothing_in_a_line_steers_a_terminal(written: str, shown: str) -> None:
    assert plain(written) == shown
    assert Line(written).text == shown
