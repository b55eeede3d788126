"""A Benefits and Cost Sharing file of a few rows, told by what differs from a plain one."""

from __future__ import annotations

import csv
from io import StringIO

PLAIN = {
    "BusinessYear": "2016",
    "StateCode": "ND",
    "IssuerId": "37160",
    "StandardComponentId": "37160ND2410021",
    "PlanId": "37160ND2410021-00",
    "BenefitName": "Substance Abuse Disorder Outpatient Services",
    "IsCovered": "Covered",
    "IsEHB": "Yes",
    "CopayInnTier1": "Not Applicable",
    "CopayInnTier2": "",
    "CopayOutofNet": "Not Applicable",
    "CoinsInnTier1": "20% Coinsurance after deductible",
    "CoinsInnTier2": "",
    "CoinsOutofNet": "100%",
    "QuantLimitOnSvc": "No",
    "LimitQty": "",
    "LimitUnit": "",
    "MinimumStay": "",
    "IsExclFromInnMOOP": "No",
    "IsExclFromOonMOOP": "Yes",
    "IsSubjToDedTier1": "Yes",
    "IsSubjToDedTier2": "",
    "Exclusions": "",
    "Explanation": "",
}


def table(*rows: dict[str, str]) -> str:
    """Return a file whose rows are `PLAIN` with what each of `rows` changes."""
    columns = list(dict.fromkeys([*PLAIN, *(name for row in rows for name in row)]))
    text = StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows({**PLAIN, **row} for row in rows)
    return text.getvalue()
