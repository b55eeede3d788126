"""Which rule sets of payers are listed for a case."""

from datetime import date

import pytest

from iopkit import CareLevel, Case, Catalog, HealthPlan, PayerKind, Program, assess, shipped

DAY = date(2026, 3, 2)
LAW: Catalog = shipped()


@pytest.mark.parametrize("payer", [None, PayerKind.MEDICARE, PayerKind.MEDICAID])
@pytest.mark.parametrize(
    ("level", "listed"),
    [
        (None, CareLevel.IOP),
        (CareLevel.IOP, CareLevel.IOP),
        (CareLevel.PHP, CareLevel.PHP),
    ],
)
def test_rule_sets_are_listed_for_the_level_of_the_program_else_for_an_iop(
    level: CareLevel | None, listed: CareLevel, payer: PayerKind | None
) -> None:
    plan = HealthPlan(id="x", payer=payer)
    case = Case(program=Program(id="p", level=level), health_plan=plan)

    found = [LAW.rules(one.decision.ruleset_id, on=DAY) for one in assess(case, on=DAY).rule_sets]

    assert {rules.care_level for rules in found} <= {None, listed}
    assert [rules.id for rules in found if rules.id == "medicare/iop"] == (
        ["medicare/iop"] if listed is CareLevel.IOP and payer is not PayerKind.MEDICAID else []
    )
