"""What people read of each plan, whole, in both languages; `make golden` rewrites it."""

import os
from pathlib import Path

import pytest

from iopkit import HealthPlan, read
from iopkit.report import describe_plan

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "plans"
PLANS = sorted(path.stem for path in (EXAMPLES / "plans").glob("*.yaml"))


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", PLANS)
def test_the_words_of_a_plan(name: str, lang: str) -> None:
    plan = read(HealthPlan, EXAMPLES / "plans" / f"{name}.yaml", root=EXAMPLES)
    path = GOLDEN / f"{name}.{lang}.txt"

    seen = "".join(f"{line(lang)}\n" for line in describe_plan(plan))
    if os.environ.get("IOPKIT_GOLDEN") == "write":
        path.write_text(seen, encoding="utf-8")

    assert seen == path.read_text(encoding="utf-8")
