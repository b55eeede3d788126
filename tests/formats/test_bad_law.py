"""Documents of law that cannot mean what they say."""

from __future__ import annotations

import pytest
from tests.formats.bad_input import problems_of

from iopkit.law import AmountSeries, RuleSet

BAD = {
    "a rule that cannot be": (
        RuleSet,
        (
            "id: a\nversion: 1\ntitle: {en: a}\nauthority: {en: a, es: ''}\njurisdiction: us\n"
            "subject: admission\nin_force: 2024-01-01..open\nclauses:\n"
            "  - {id: a, label: {en: a, es: b}, source: s,\n"
            "     rule: {all-of: [{fact: person.age, at-least: old}, {fact: person.agee, is: "
            "yes}]}}\n"
        ),
        [
            "<text>:3:8: title: expected the key 'es'; add it: it must be told",
            "<text>:4:12: authority: expected words in English and in Spanish",
            (
                "<text>:10:51: clauses[0].rule.all-of[0].at-least: expected a whole number in "
                "digits, such as 540, in years, got 'old'"
            ),
            (
                "<text>:10:64: clauses[0].rule.all-of[1].fact: expected the name of a "
                "fact, got 'person.agee'; did you mean person.age, "
                "person.state, person.is-danger-to-self?"
            ),
        ],
    ),
    "amounts that do not fit their unit": (
        AmountSeries,
        (
            "id: a\ntitle: {en: a, es: b}\nunit: share\n"
            "values: [{period: 2024-01-01..open, value: 20, source: s}]\n"
        ),
        [
            (
                "<text>:4:44: values[0].value: expected a share from 0% to 100%, such as 20%, "
                "got '20'; write 20%"
            )
        ],
    ),
    "amounts without a unit": (
        AmountSeries,
        "id: a\ntitle: {en: a, es: b}\nunit: euro\nvalues: []\n",
        [
            (
                "<text>:3:7: unit: expected one of usd, usd-per-year, usd-per-month, usd-per-day, "
                "usd-per-service, usd-per-benefit-period, share, share-of-payment, "
                "share-of-income, percent-of-poverty, discount-classes, business-days, "
                "cents-per-mile, day-rule, phone-number, got 'euro'"
            )
        ],
    ),
    "amounts of two periods at once": (
        AmountSeries,
        (
            "id: a\ntitle: {en: a, es: b}\nunit: share\nvalues:\n"
            "  - {period: 2024-01-01..open, value: 20%}\n  - {period: 2025-01-01..open, value: "
            "3%}\n"
        ),
        ["<text>:5:3: values: expected periods that do not overlap"],
    ),
}


@pytest.mark.parametrize(("kind", "source", "messages"), BAD.values(), ids=BAD)
def test_bad_law_is_told_whole_and_in_order(
    kind: type, source: str | bytes, messages: list[str]
) -> None:
    assert problems_of(kind, source) == messages
