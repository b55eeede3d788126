"""Every rule set that ships, asked about a person whose facts contradict each other."""

from __future__ import annotations

import pytest

from iopkit import Case, Listing, Person, Population, RuleSet, Truth, decide, flips_for, shipped

RULES = [
    version for wanted in shipped().index.ids("rules") for version in shipped().history(wanted)
]
CASE = Case(
    person=Person(
        age=15, populations=Listing.of(Population.ADULTS, lacks=(Population.ADOLESCENTS,))
    )
)


@pytest.mark.parametrize("rules", RULES, ids=lambda rules: f"{rules.id} {rules.version}")
def test_a_contradiction_is_decided_and_the_decision_says_by_what(rules: RuleSet) -> None:
    on = rules.in_force.start

    decision = decide(rules, CASE, on=on)
    flips = flips_for(rules, CASE, on=on)

    assert decision.outcome in Truth
    assert decision.outcome is not Truth.UNKNOWN or flips == ()
    assert (decision.ruleset_id, decision.version, decision.digest, decision.on) == (
        rules.id,
        on.isoformat(),
        rules.digest,
        on,
    )


def test_no_two_versions_that_ship_have_one_digest() -> None:
    assert len({rules.digest for rules in RULES}) == len(RULES)
