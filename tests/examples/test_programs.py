"""Every fact of the real programs stands in their files: in a field, a figure, or a note."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
import yaml
from tests.examples.program_leaves import LEAVES, Loaded, leaves
from tests.examples.program_words import MODALITIES, TERMS

from iopkit import Basis, Listing, Program, Span, read
from iopkit.model import figures_of

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "examples" / "programs"
TOLD = yaml.load(
    (ROOT / "tests" / "data" / "programs.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,  # noqa: S506  # it builds only text
)["programs"]
NAMES = [told["id"] for told in TOLD]
LISTED = (
    *("types", "delivery", "condition_families", "conditions", "difficulties", "populations"),
    *("requires", "entry_routes", "modalities", "optional_modalities", "approaches"),
)
"""The listings of a program that the source tells in words."""


def loaded(name: str) -> Program:
    return read(Program, FOLDER / f"{name}.yaml", root=ROOT)


def test_every_program_of_the_source_has_its_file_and_no_other_has() -> None:
    assert sorted(NAMES) == sorted(file.stem for file in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("told", TOLD, ids=NAMES)
def test_every_leaf_of_the_source_is_told_by_the_program(told: dict[str, object]) -> None:
    it = Loaded(loaded(str(told["id"])))

    lost = [
        (path, places, leaf)
        for path, places, leaf in leaves(told)
        if not LEAVES[path](it, leaf, places)
    ]

    assert lost == []


@pytest.mark.parametrize("told", TOLD, ids=NAMES)
def test_no_word_is_told_that_the_source_does_not_have(told: dict[str, object]) -> None:
    words = [MODALITIES.get(leaf, "") for path, _, leaf in leaves(told) if path == "modalities[]"]
    words += [TERMS.get(leaf, "") for path, _, leaf in leaves(told) if path != "modalities[]"]
    words += ["delivery:in-person"] if "in_person" in str(told) else []
    program = loaded(str(told["id"]))

    listings = {name: getattr(program, name) for name in LISTED}
    said = {f"{name}:{term.value}" for name, each in listings.items() for term in each}

    assert said <= set(chain.from_iterable(each.split() for each in words))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_that_only_its_shape_counts(name: str) -> None:
    lines = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()

    assert lines[1].startswith("# Shape only: ")


@pytest.mark.parametrize(
    ("name", "figure", "told", "computed", "agrees"),
    [
        ("ghs-psychiatry-iop", "days_per_week", (3, 3), (3, 3), True),
        ("ebtcs-adult-dbt-iop", "clock_minutes_per_week", (540, 720), (540, 540), False),
        ("va-houston-sdtp-iop", "clock_minutes_per_week", (600, 720), (540, 540), False),
        ("hennepin-mother-baby-php", "clock_minutes_per_week", None, (1200, 1200), None),
        ("prodigals-path-iop", "clock_minutes_per_week", None, (540, 540), None),
        ("prodigals-path-iop", "therapeutic_minutes_per_week", None, (450, 450), None),
        ("ucsf-langley-porter-iop", "clock_minutes_per_day", None, (170, 170), None),
        ("ucsf-langley-porter-iop", "therapeutic_minutes_per_day", None, (150, 150), None),
        ("ucsf-langley-porter-iop", "days_per_week", None, None, None),
        ("uchealth-virtual-iop", "visits", None, (18, 24), None),
    ],
)
def test_what_is_told_and_what_adds_up_stand_side_by_side(
    name: str,
    figure: str,
    told: tuple[int, int] | None,
    computed: tuple[int, int] | None,
    agrees: bool | None,
) -> None:
    found = getattr(figures_of(loaded(name)), figure)

    assert found.told == (told and Span(*told))
    assert found.computed == (computed and Span(*computed, Basis.COMPUTED))
    assert found.agrees is agrees


def test_silence_of_the_source_stays_silence() -> None:
    program = loaded("iol-child-adolescent-iop")

    assert program.weeks is None
    assert program.delivery == Listing()
    assert figures_of(program).days_per_week.value is None
    assert figures_of(program).has_weekend_sessions.value is None
