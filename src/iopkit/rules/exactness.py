"""Proof that Kleene's outcome of a rule is the exact one, whatever is told and whatever is not.

Kleene's logic looks at each part by itself.  Where two parts ask about one fact it may answer
UNKNOWN although every completion of what is told comes out alike: the age not being told, "under
18, or 18 and over" is such a rule.  A rule is exact if there is no such partial answer.  Every
one counts: each fact unknown or told, a number, an amount or a date told as a range too, and each
term of a listing present, absent or not told.  The answers to different facts are taken to be
independent, and so are the terms of a listing.  Whether something is told (`Known`) is taken as it
stands; a rule that asks so of a listing may stay without proof although it is exact.

Facts that can be told apart but bound each other (minutes of a day and of a week, by therapy and by
the clock; days a week; a lowest and a highest age) count as independent too, and answers that go
against each other count as answers: a record may tell them, and then comes out as it tells.  So an
outcome that is known is right, whatever bounds there are; but one may be UNKNOWN although such a
bound would settle it (60 minutes a week leave no day of 120).  Readers of records say what bounds
what, as those of minutes do for the clock.

Three steps, of which the first is quick and mostly enough:

1.  *One way.*  Take the rule without `Not` (`normal_forms`).  Every leaf, straight or turned
    round, can then only help the rule to be met.  Kleene's outcome is not NOT_MET exactly if the
    rule is met with every unknown leaf taken as met, and it is MET exactly if the rule is met
    with every unknown leaf taken as not met: so it is for one leaf, and counting keeps it so.
    Now let every fact, whatever is told of it, leave one way in which it meets all its leaves
    that are not known to be unmet, and one way in which it meets only those that are known to be
    met.  Facts being independent, all can be the first way at once, or all the second.  So an
    UNKNOWN is either way truly reached.  Leaves that pull one way have this property (at least 9
    hours here, at least 6 there; at most 17 here, at most 22 there; the same term twice), and so
    do two lists of terms that overlap and leave a term out.  "At least" beside "at most", a fact
    beside its opposite, or two lists without a common term have not.
2.  *Apart.*  Parts of a group that share no fact with one another are independent.  If each is
    exact, its UNKNOWN can truly go either way, as that of a single leaf can, so the group is exact.
    For the same reason such a part can stand as one plain unknown within a larger proof.
3.  *One by one.*  Whatever is left is tried with every partial answer, as far as the leaves can
    tell them apart, up to `MOST_PARTIAL_ANSWERS`.  Beyond, nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import field, frozen

from iopkit.rules.answers import Answer
from iopkit.rules.enumerating import Trial, by_subject
from iopkit.rules.independence import apart, with_wholes
from iopkit.rules.nodes import Node
from iopkit.rules.normal_forms import (
    Count,
    Form,
    Literal,
    literals_of,
    node_of,
    normal_form,
    together,
)
from iopkit.rules.partials import Telling, Unknown, unknown_of
from iopkit.rules.truth import Truth
from iopkit.values.terms import Ranked

MOST_PARTIAL_ANSWERS = 1_000_000
"""Beyond so many partial answers to parts that share facts, nothing is proved about them."""


class Proof(Ranked):
    """How a rule was proved exact, or not; what proves most first."""

    ONE_WAY = "one-way", "what is asked of each fact pulls one way", "todo apunta a un mismo lado"
    ONE_BY_ONE = "one-by-one", "every partial answer was tried", "se probó toda respuesta parcial"
    TOO_LARGE = "too-large", "there are too many partial answers", "hay demasiadas respuestas"
    REFUTED = "refuted", "a partial answer shows the contrary", "una respuesta parcial lo refuta"


def _unchanging(answers: Mapping[str, Answer]) -> Mapping[str, Answer]:
    return MappingProxyType(dict(answers))


@frozen(kw_only=True)
class Exactness:
    """Whether Kleene's outcome of a rule is always the exact one, and why.

    Where it is not proved, `part` is the part of the rule that is concerned, written without
    `not` around groups, and `paths` lead to its leaves in the plain form of the rule.  Where it
    is refuted, `part` comes out unknown with `answers`, although every completion of them is
    `settled`.
    """

    proof: Proof
    part: Node | None = None
    paths: tuple[str, ...] = ()
    answers: Mapping[str, Answer] = field(factory=dict, converter=_unchanging, eq=False)
    settled: Truth | None = None

    @property
    def is_proved(self) -> bool:
        """Whether Kleene's outcome is proved to be the exact one, whatever is told."""
        return self.proof in (Proof.ONE_WAY, Proof.ONE_BY_ONE)


def kleene_is_exact(rule: Node) -> bool:
    """Return whether it is proved that Kleene's outcome of `rule` is exact, whatever is told."""
    return exactness_of(rule).is_proved


def exactness_of(rule: Node, path: str = "") -> Exactness:
    """Return whether Kleene's outcome of `rule` is the exact one for every partial answer.

    Paths go on from `path`.  Of several parts that are not exact the first is told.
    """
    form = normal_form(rule, path)
    return Exactness(proof=Proof.ONE_WAY) if isinstance(form, bool) else _Prover().prove(form)


class _Prover:
    """Proves parts of one rule, each once."""

    def __init__(self) -> None:
        self._proved: dict[int, tuple[Form, Exactness]] = {}  # with the form, so that its id stays

    def prove(self, form: Form) -> Exactness:
        if id(form) not in self._proved:
            self._proved[id(form)] = form, self._prove(form)
        return self._proved[id(form)][1]

    def _prove(self, form: Form) -> Exactness:
        if all(_pulls_one_way(group) for group in by_subject(literals_of(form)).values()):
            return Exactness(proof=Proof.ONE_WAY)
        if isinstance(form, Count):
            groups = apart(form.parts)
            if len(groups) == len(form.parts) or (form.is_plain and len(groups) > 1):
                found = [self.prove(together(form, group)) for group in groups]
                return max(found, key=lambda one: one.proof)
        return self._try(form)

    def _try(self, form: Form) -> Exactness:
        trial = Trial(with_wholes(form, lambda part: self.prove(part).is_proved))
        part, paths = node_of(form), tuple(one.path for one in literals_of(form))
        if trial.size > MOST_PARTIAL_ANSWERS:
            return Exactness(proof=Proof.TOO_LARGE, part=part, paths=paths)
        found = trial.counterexample()
        if found is None:
            return Exactness(proof=Proof.ONE_BY_ONE)
        return Exactness(
            proof=Proof.REFUTED,
            part=part,
            paths=paths,
            answers=found.answers,
            settled=found.settled,
        )


def _pulls_one_way(literals: Iterable[Literal]) -> bool:
    """Return whether all that can be told of one thing leaves its leaves a best and a worst way."""
    asked = {(one.leaf, one.is_straight) for one in literals}
    unknown = unknown_of(leaf for leaf, _ in asked)
    signs = [(unknown.leaves.index(leaf), is_straight) for leaf, is_straight in asked]
    return all(
        _is_left(unknown, telling, signs, open_as=open_as)
        for telling in unknown.tellings
        for open_as in (True, False)
    )


def _is_left(
    unknown: Unknown, telling: Telling, asked: Iterable[tuple[int, bool]], *, open_as: bool
) -> bool:
    """Return whether `telling` leaves a way in which all leaves not known count as `open_as`.

    A leaf that is turned round is met where it counts as unmet.
    """
    known = {Truth.MET: True, Truth.NOT_MET: False}
    wanted = [
        (leaf, known.get(telling.outcomes[leaf], open_as is is_straight))
        for leaf, is_straight in asked
    ]
    return any(all(unknown.ways[way][leaf] is met for leaf, met in wanted) for way in telling.ways)
