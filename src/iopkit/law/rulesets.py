"""Rule sets: what an authority asks, clause by clause, in one period."""

from __future__ import annotations

import json
from functools import cached_property
from hashlib import sha256

from attrs import frozen

from iopkit.rules.nodes import AllOf, Clause, Node
from iopkit.rules.plain import to_plain
from iopkit.values.periods import Period
from iopkit.values.texts import Text
from iopkit.vocabulary.care import CareLevel
from iopkit.vocabulary.coverage import RuleSubject


@frozen(kw_only=True)
class RuleSet:
    """One version of one authority's rule set; a changed clause is a new version.

    All `clauses` must be met.  `applies` says for whom the set is meant, as a rule itself;
    `None` means for everybody.  `limitations` say what the set leaves out of its authority's
    text.  Each clause cites its source.
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
    limitations: tuple[Text, ...] = ()

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
        }
        text = json.dumps(decides, sort_keys=True, ensure_ascii=True)
        return sha256(text.encode()).hexdigest()[:16]
