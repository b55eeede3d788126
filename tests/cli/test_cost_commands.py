"""`iopkit estimate` and `iopkit costs`: pages, data and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iopkit.cli import run

WIDTH = 80
CASE = """\
on: 2026-03-02
person: {work: {hours: []}}
program:
  id: example
  level: php
  setting: hospital-outpatient
  schedule: {sessions: [{days: [mon, wed, fri], start: "09:00", end: "12:00"}]}
  weeks: WEEKS
health_plan:
  id: plan
  payer: commercial
  plan_year: 2026-01-01..2027-01-01
  iop_coverage: covered
  iop_benefit: iop
  benefits:
    - benefit: partial-hospitalization
      cost_share: {deductible_applies: yes, patient_share: 20%}
      has_visit_limit: no
  deductible: 500
  out_of_pocket_limit: LIMIT
  has_out_of_pocket_limit: yes
  counts_toward_limit:
    has: [copay-before, deductible, copay, patient-share]
    complete: yes
used: {deductible_used: 0, limit_used: 0}
episode:
  is_in_network: yes
  start: 2026-03-02
  travel: {miles: 0, fares: 0, parking: 0}
prices: {allowed: [{service: iop, unit: day, amount: 300}]}
"""


def _case(folder: Path, name: str = "case", weeks: str = "2", limit: str = "600") -> str:
    path = folder / f"{name}.yaml"
    path.write_text(CASE.replace("WEEKS", weeks).replace("LIMIT", limit), encoding="utf-8")
    return str(path)


def test_an_exact_cost_is_answered_week_by_week(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["estimate", _case(tmp_path), "--by", "week"])
    page = capsys.readouterr().out

    assert code == 0
    assert page.splitlines()[-5:] == [
        "  Week from               visits      to pay      so far   plan pays income lost",
        "  2026-03-02                   3      580.00      580.00      320.00        0.00",
        "  2026-03-09                   3       20.00      600.00      880.00        0.00",
        "  The deductible is met on 2026-03-04.",
        "  The out-of-pocket limit is met on 2026-03-09.",
    ]
    assert "PHP days, your part" in page
    assert "Beside it, the plan pays                                 1,200.00" in page


def test_a_range_says_what_would_change_it_most(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["estimate", _case(tmp_path, weeks="{low: 1, high: 2}")])
    page = capsys.readouterr().out

    assert code == 1
    assert page.splitlines()[-8:] == [
        "WHAT WOULD CHANGE THIS MOST",
        "---------------------------",
        "  How many weeks does it last? (episode.weeks)",
        "    if for the low end                                       580.00       580.00",
        "    if for the high end                                      600.00       600.00",
        "  Each unknown is answered as at one end and as at the other, all others left",
        "  open; the first leaves the least open of what is to be paid. What has no one",
        "  answer to try is not listed and may change more.",
    ]


def test_an_unknown_that_changes_nothing_is_not_said_to_change_most(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["estimate", _case(tmp_path, weeks="{low: 1, high: 2}", limit="580")])
    page = capsys.readouterr().out

    assert page.count("580.00") > 0
    assert "WHAT WOULD CHANGE THIS MOST" not in page


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("by", ["day", "week", "month"])
def test_every_page_fits_eighty_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, by: str
) -> None:
    run(["estimate", _case(tmp_path, weeks="{low: 1}"), "--by", by, "--lang", lang])
    page = capsys.readouterr().out

    assert max(map(len, page.splitlines())) <= WIDTH


def test_data_has_the_parts_that_were_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["estimate", _case(tmp_path), "--by", "month", "--json"])
    data = json.loads(capsys.readouterr().out)

    assert code == 0
    assert list(data) == ["estimate", "timeline"]
    assert data["timeline"]["low"]["rows"] == [
        {
            "start": "2026-03-01",
            "visits": 6,
            "by_component": {"out-of-pocket": "600.00"},
            "to_pay": "600.00",
            "by_payer": {"plan": "1200.00", "patient": "600.00"},
            "plan_pays": "1200.00",
            "income_lost": "0.00",
            "to_pay_so_far": "600.00",
            "together_so_far": "600.00",
        }
    ]


def test_costs_stand_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["costs", _case(tmp_path, "one"), _case(tmp_path, "other", limit="9000")])
    page = capsys.readouterr().out

    assert code == 0
    assert page.splitlines()[3:] == [
        "  In US dollars                                                 low         high",
        "  one",
        "    out-of-pocket, with insurance                            600.00       600.00",
        "    To pay                                                   600.00       600.00",
        "    Income lost                                                0.00         0.00",
        "    Together                                                 600.00       600.00",
        "  other",
        "    out-of-pocket, with insurance                            760.00       760.00",
        "    To pay                                                   760.00       760.00",
        "    Income lost                                                0.00         0.00",
        "    Together                                                 760.00       760.00",
        "",
        "  - Less is to be paid for one than for other: by 160.00 at least, by 160.00 at",
        "    most.",
        "  Assumed of all:",
        "  - Childcare, an intake, drug screens and materials are counted only where a",
        "    price was told.",
        "  What costs less is not what helps more.",
    ]


def test_costs_as_data_name_what_is_certain(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["costs", _case(tmp_path, "one"), _case(tmp_path, "other", limit="9000"), "--json"])
    data = json.loads(capsys.readouterr().out)

    assert data["differences"] == [
        {"less": "one", "more": "other", "at_least": "160.00", "at_most": "160.00"}
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["costs"], "cases: expected at least two, each the file of a case"),
        (["costs", "CASE"], "cases: expected at least two, each under a name of its own"),
        (
            ["estimate", "BAD"],
            "expected periods or ages that do not overlap; end one where the next begins",
        ),
    ],
)
def test_bad_input_ends_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    bad = tmp_path / "bad.yaml"
    price = "{service: iop, unit: day, amount: 3, period: 2026-01-01..open}"
    bad.write_text(f"on: 2026-03-02\nprices:\n  allowed: [{price}, {price}]\n", encoding="utf-8")
    files = {"CASE": _case(tmp_path), "BAD": str(bad)}
    code = run([files.get(each, each) for each in arguments])

    assert code == 2
    assert expected in capsys.readouterr().err


def test_an_exact_cost_is_shown_in_installments(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--installments", "3", "--yearly-rate", "12%"]
    code = run(["estimate", _case(tmp_path), *asked])
    page = capsys.readouterr().out

    assert code == 0
    assert [line.split() for line in page.splitlines()[-4:]] == [
        ["1", "204.01", "6.00", "401.99"],
        ["2", "204.01", "4.02", "202.00"],
        ["3", "204.02", "2.02", "0.00"],
        ["In", "all", "612.04", "12.04"],
    ]


def test_without_a_plan_no_column_says_what_it_pays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "alone.yaml"
    charges = "prices: {charges: [{service: iop, unit: day, amount: 100}]}"
    told = CASE.replace("WEEKS", "2").replace("LIMIT", "600").split("health_plan:")[0]
    path.write_text(f"{told}health_plan: {{id: none, payer: self-pay}}\n{charges}\n", "utf-8")
    run(["estimate", str(path), "--by", "month"])
    page = capsys.readouterr().out

    assert page.splitlines()[-2:] == [
        "  Month from                          visits      to pay      so far income lost",
        "  2026-03-01                               6      600.00      600.00        0.00",
    ]


def test_a_range_has_no_installments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _case(tmp_path, weeks="{low: 1, high: 2}")
    code = run(["estimate", path, "--installments", "3", "--yearly-rate", "0%"])
    page = capsys.readouterr().out

    assert code == 1
    assert page.splitlines()[-1] == "  Only one exact cost above zero can be told in installments."


@pytest.mark.parametrize("rate", [[], ["--yearly-rate", "12"]])
def test_installments_want_their_rate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rate: list[str]
) -> None:
    code = run(["estimate", _case(tmp_path), "--installments", "3", *rate])

    assert code == 2
    assert capsys.readouterr().err == (
        "yearly-rate: expected a share such as 12%, or 0% where there is no interest\n"
    )


OF_A_PLAN = """\
on: 2026-03-02
person: {work: {hours: []}}
program:
  id: example
  setting: hospital-outpatient
  schedule: {sessions: [{days: [mon, wed, fri], start: "09:00", end: "12:00"}]}
  weeks: 6
health_plan: {file: plan.yaml}
used:
  {deductible_used: 0, limit_used: 0, family_deductible_used: 0, family_limit_used: 0,
   members_met: 0, visits_used: 0, benefits_used: [],
   out_of_network: {deductible_used: 0, limit_used: 0}}
episode:
  start: 2026-03-02
  is_in_network: yes
  is_authorized: yes
  travel: {miles: 0, fares: 0, parking: 0}
prices: {allowed: [{service: iop, unit: day, amount: 300}]}
"""


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("copay-per-day", "1,215.00"),
        ("deductible-equals-limit", "5,400.00"),
        ("first-three-visits", "4,205.00"),
        ("group-and-individual", "0.00"),
        ("hmo-copays", "540.00"),
        ("hsa-family", "5,400.00"),
        # The deductible of 283, and 20% of 5,117, rounded on the day across it.
        ("medicare-part-b-2026", "1,306.40"),
        ("members-each", "2,520.00"),
        ("ppo", "2,280.00"),
    ],
)
def test_each_plan_document_of_the_examples_is_estimated(
    plan: str, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = Path(__file__).parents[2] / "examples" / "plans" / f"{plan}.yaml"
    (tmp_path / "plan.yaml").write_bytes(document.read_bytes())
    case = tmp_path / "case.yaml"
    case.write_text(OF_A_PLAN, encoding="utf-8")

    code = run(["estimate", str(case)])

    told = capsys.readouterr()
    assert (code, told.err) == (0, "")
    to_pay = next(line.split() for line in told.out.splitlines() if line.startswith("  To pay"))
    assert to_pay[-2:] == [expected, expected]
