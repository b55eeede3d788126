"""Which of two plans pays first."""

from __future__ import annotations

from attrs import frozen

from iopkit.model.coordination import PlanMembership, PlanRelation
from iopkit.rules.truth import Truth
from iopkit.values.privacy import Quiet
from iopkit.values.terms import Term
from iopkit.vocabulary.coverage import PayerKind

__all__ = ["OrderRule", "PayerOrder", "PlanMembership", "PlanRelation", "first_payer"]


class OrderRule(Term):
    """By which rule one of two plans pays first."""

    OWN_PLAN = (
        "own-plan",
        "the plan of one's own pays before the plan of somebody else",
        "el plan propio paga antes que el de otra persona",
    )
    BIRTHDAY = (
        "birthday",
        "the plan of the parent whose birthday comes first in the year pays first",
        "paga primero el plan del progenitor que cumple años antes en el año",
    )
    COVERED_LONGER = (
        "covered-longer",
        "with one birthday, the plan that has covered a parent longer pays first",
        "si cumplen años el mismo día, paga primero el plan que cubre a uno desde hace más tiempo",
    )
    OTHER_LAW = (
        "other-law",
        "a law about a public payer decides, which is not part of this",
        "decide una ley sobre un pagador público, que no forma parte de esto",
    )
    COURT_OR_CUSTODY = (
        "court-or-custody",
        "an order of a court, or who has custody, decides",
        "decide una orden judicial o quién tiene la custodia",
    )
    PLAN_DOCUMENT = (
        "plan-document",
        "the documents of the plans decide",
        "deciden los documentos de los planes",
    )


@frozen(kw_only=True, repr=False)
class PayerOrder(Quiet):
    """Whether the plan that was named first also pays first.

    `rule` says by which rule that is so, or what decides it elsewhere; it is `None` where facts
    are missing, which `missing` names.
    """

    one_is_first: Truth
    rule: OrderRule | None = None
    missing: tuple[str, ...] = ()


def first_payer(
    one: PlanMembership, other: PlanMembership, *, parents_together: bool | None = None
) -> PayerOrder:
    """Return whether `one` pays before `other`, as far as common rules between plans say it.

    The plan of one's own pays first; for a child of parents who are together, that of the
    parent whose birthday comes first in the year; with the same birthday, that which has
    covered a parent longer.  Public payers, orders of a court and plans with rules of their own
    are left open, and so is everything not told.
    """
    both = (one, other)
    missing = [*_untold(both, "payer"), *_untold(both, "relation")]
    if any(each.payer not in (None, PayerKind.COMMERCIAL) for each in both):
        return _left_to(OrderRule.OTHER_LAW)
    if missing:
        return _asking(missing)
    own = [each.relation is PlanRelation.SUBSCRIBER for each in both]
    if own[0] is not own[1]:
        return PayerOrder(one_is_first=Truth.of(own[0]), rule=OrderRule.OWN_PLAN)
    if any(each.relation is not PlanRelation.CHILD for each in both):
        return _left_to(OrderRule.PLAN_DOCUMENT)
    if parents_together is None:
        return _asking(["parents_together"])
    return _by_birthday(one, other) if parents_together else _left_to(OrderRule.COURT_OR_CUSTODY)


def _by_birthday(one: PlanMembership, other: PlanMembership) -> PayerOrder:
    both = (one, other)
    missing = _untold(both, "birth_month")
    if one.birth_month == other.birth_month:
        missing += _untold(both, "birth_day")  # days matter only within one month
    if missing:
        return _asking(missing)
    first, second = ((each.birth_month or 0, each.birth_day or 0) for each in both)
    if first != second:
        return PayerOrder(one_is_first=Truth.of(first < second), rule=OrderRule.BIRTHDAY)
    if one.covered_since is None or other.covered_since is None:
        return _asking(_untold(both, "covered_since"))
    if one.covered_since == other.covered_since:
        return _left_to(OrderRule.PLAN_DOCUMENT)
    earlier = one.covered_since < other.covered_since
    return PayerOrder(one_is_first=Truth.of(earlier), rule=OrderRule.COVERED_LONGER)


def _untold(both: tuple[PlanMembership, PlanMembership], name: str) -> list[str]:
    named = zip(("one", "other"), both, strict=True)
    return [f"{which}.{name}" for which, each in named if getattr(each, name) is None]


def _asking(missing: list[str]) -> PayerOrder:
    return PayerOrder(one_is_first=Truth.UNKNOWN, missing=tuple(missing))


def _left_to(rule: OrderRule) -> PayerOrder:
    return PayerOrder(one_is_first=Truth.UNKNOWN, rule=rule)
