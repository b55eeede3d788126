"""Rule sets: what an authority asks, clause by clause, in one period."""

from __future__ import annotations

import json
from functools import cached_property
from hashlib import sha256

from attrs import frozen

from iopkit.law.reviews import Review
from iopkit.rules.nodes import AllOf, Clause, Node
from iopkit.rules.plain import to_plain
from iopkit.values.periods import Period
from iopkit.values.sources import Source
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel
from iopkit.vocabulary.coverage import RuleSubject


@frozen(kw_only=True)
class RuleSet:
    """One version of one authority's rule set; a changed clause is a new version.

    All `clauses` must be met.  `applies` says for whom the set is meant, as a rule itself;
    `None` means for everybody.  `advisories` are clauses that never decide: what is not met of
    them is worth a warning.  `reviews` are the clocks by which the need must be shown again.
    `program_standard` names the rule set that asks the same of a program, where there is one.
    `limitations` say what the set leaves out of its authority's text.  Each clause cites its
    source; `sources` are those that the document tells itself, beside those of a catalog.
    """

    id: str
    version: str
    title: Text
    authority: Text
    jurisdiction: str
    subject: RuleSubject
    care_level: CareLevel | None
    in_force: Period
    clauses: tuple[Clause, ...]
    applies: Node | None = None
    advisories: tuple[Clause, ...] = ()
    reviews: tuple[Review, ...] = ()
    program_standard: str | None = None
    limitations: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def rule(self) -> Node:
        """The whole set as one rule: all clauses."""
        return AllOf(self.clauses)

    @cached_property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of everything that decides."""
        decides = {
            "id": self.id,
            "version": self.version,
            "in_force": str(self.in_force),
            "applies": None if self.applies is None else to_plain(self.applies),
            "clauses": [to_plain(clause) for clause in self.clauses],
            "advisories": [to_plain(clause) for clause in self.advisories],
            "reviews": [
                [review.id, review.first_by_day, review.every_days] for review in self.reviews
            ],
        }
        text = json.dumps(decides, sort_keys=True, ensure_ascii=True)
        return sha256(text.encode()).hexdigest()[:16]
