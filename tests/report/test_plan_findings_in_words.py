"""What is to be checked in a plan, on a page of 80 columns."""

from __future__ import annotations

import pytest

from iopkit.model.health_plan import HealthPlan
from iopkit.report import plan_finding_lines, write_plan_findings
from iopkit.report.layout import Style
from iopkit.values.problems import Place, Problem, Severity
from iopkit.values.texts import Text

PLAN = HealthPlan(id="my-plan")
WARNING = Problem(
    "plan-year-length",
    Text("too long", "muy largo"),
    "plan_year",
    place=Place("plan.yaml", 3, 12),
    severity=Severity.WARNING,
)
NOTE = Problem(
    "plan-parity-visits",
    Text("ask", "pregunte"),
    "benefits[0].visit_limit",
    severity=Severity.NOTE,
    source="law",
)


def test_a_page_tells_place_code_words_and_source() -> None:
    assert write_plan_findings(PLAN, (WARNING, NOTE), citation=lambda source: f"The {source}") == (
        "\n"
        "TO CHECK IN THE PLAN: MY-PLAN\n"
        "-----------------------------\n"
        "errors: 0, warnings: 1, notes: 1\n"
        "\n"
        "  plan.yaml:3:12\n"
        "  warning plan-year-length: plan_year\n"
        "    too long\n"
        "\n"
        "  note plan-parity-visits: benefits[0].visit_limit\n"
        "    ask\n"
        "    The law\n"
        "\n"
        "What is found is a question about what is written, and no verdict on the plan.\n"
    )


def test_a_page_in_spanish_says_that_nobody_has_reviewed_it() -> None:
    assert write_plan_findings(PLAN, (NOTE,), lang="es") == (
        "\n"
        "QUÉ REVISAR EN EL PLAN: MY-PLAN\n"
        "-------------------------------\n"
        "errores: 0, advertencias: 0, notas: 1\n"
        "\n"
        "  nota plan-parity-visits: benefits[0].visit_limit\n"
        "    pregunte\n"
        "    law\n"
        "\n"
        "Lo que se encuentra es una pregunta sobre lo escrito, y no un dictamen sobre el\n"
        "plan.\n"
        "Ninguna persona ha revisado el español de esta página.\n"
    )


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Nothing was found that should be checked."),
        ("es", "No se encontró nada que haya que revisar."),
    ],
)
def test_a_page_says_that_nothing_was_found(lang: str, words: str) -> None:
    assert write_plan_findings(PLAN, (), lang=lang).splitlines()[3] == words


def test_a_warning_and_a_note_are_shown_apart() -> None:
    styles = {
        line.text.strip().partition(" ")[0]: line.style
        for line in plan_finding_lines(PLAN, (WARNING, NOTE), "en", str)
    }

    assert (styles["warning"], styles["note"]) == (Style.UNKNOWN, Style.PLAIN)
