"""What people read of what is to be checked in each design; `make golden` rewrites it."""

import os
from datetime import date
from pathlib import Path

import pytest
from tests.cost.plan_designs import DESIGNS, plan_told

from iopkit import shipped
from iopkit.cost import plan_findings
from iopkit.report import write_plan_findings

GOLDEN = Path(__file__).parent / "plan_findings"


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_words_of_what_is_to_be_checked(lang: str) -> None:
    law, path = shipped(), GOLDEN / f"designs.{lang}.txt"
    pages = []

    for name, text in DESIGNS.items():
        plan = plan_told(f'{text}name: "{name}"\n')
        found = plan_findings(plan, law.amounts, on=date(2026, 7, 1))
        page = write_plan_findings(
            plan, found, lang=lang, citation=lambda source: law.source(source).citation
        )
        pages.append(page)
    seen = "".join(pages)
    if os.environ.get("IOPKIT_GOLDEN") == "write":
        path.write_text(seen, encoding="utf-8")

    assert seen == path.read_text(encoding="utf-8")
    assert max(map(len, seen.splitlines())) <= 80
