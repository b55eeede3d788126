"""The other sides of a plan: care outside its network, and drugs with amounts of their own."""

from __future__ import annotations

from attrs import frozen

from iopkit.errors import InvalidValue
from iopkit.model.benefits import PlanBenefit, require_once
from iopkit.model.family import FamilyAmounts, require_not_negative
from iopkit.values.listings import Listing
from iopkit.values.money import Money
from iopkit.values.shares import Share
from iopkit.values.terms import Term
from iopkit.vocabulary.coverage import Benefit, Coverage, LinePart


class Crediting(Term):
    """How an amount outside the network stands to the one inside it."""

    SEPARATE = (
        "separate",
        "each side has its own amount",
        "cada lado tiene su propio monto",
    )
    COMBINED = (
        "combined",
        "one amount for both sides",
        "un solo monto para ambos lados",
    )
    CROSS_CREDITED = (
        "cross-credited",
        "each side has its own amount, and what is paid on one counts on both",
        "cada lado tiene su propio monto, y lo pagado en uno cuenta en ambos",
    )


def _refuse_denied(limit: Money | None, has_limit: bool | None) -> None:
    if limit is not None and has_limit is False:
        raise InvalidValue("out_of_pocket_limit", "no amount where the plan has no limit")


@frozen(kw_only=True)
class DrugAmounts:
    """How amounts for drugs stand to the medical ones; what is not said is `None`.

    Where an amount is integrated, drugs draw on the medical one, and none of their own is told.

    Raises:
        InvalidValue: an amount is negative, or a limit is both told and denied.
    """

    is_deductible_integrated: bool | None = None
    deductible: Money | None = None
    is_limit_integrated: bool | None = None
    out_of_pocket_limit: Money | None = None
    has_out_of_pocket_limit: bool | None = None
    family: FamilyAmounts | None = None

    def __attrs_post_init__(self) -> None:
        require_not_negative(
            deductible=self.deductible, out_of_pocket_limit=self.out_of_pocket_limit
        )
        _refuse_denied(self.out_of_pocket_limit, self.has_out_of_pocket_limit)


@frozen(kw_only=True)
class OutOfNetwork:
    """What a plan says of care outside its network; what it does not say is `None`.

    `benefits` are told for that side alone.  For any other, `patient_share` is of what the plan
    recognizes, after the deductible where there is one, under the limits of the same benefit
    inside and of the same kind of amounts; the provider may ask for more.  A share of 100% means
    that nothing is covered.
    `family` is for amounts there that a family shares, `None` where none is shared.
    `counts_toward_limit` says what counts on that side, and where it says nothing at all, the
    plan's own list holds for both.  `drug` is how drugs bought there stand to these amounts;
    where they are part of the medical ones inside, and nothing is said of outside, they are there.
    The deductible of one service stands to the one inside as `deductible_crediting` says.

    Raises:
        InvalidValue: an amount is negative, a limit is both told and denied, or a benefit is
            told twice.
    """

    coverage: Coverage | None = None
    benefits: tuple[PlanBenefit, ...] = ()
    deductible: Money | None = None
    deductible_crediting: Crediting | None = None
    out_of_pocket_limit: Money | None = None
    has_out_of_pocket_limit: bool | None = None
    limit_crediting: Crediting | None = None
    counts_toward_limit: Listing[LinePart] = Listing()
    patient_share: Share | None = None
    family: FamilyAmounts | None = None
    drug: DrugAmounts | None = None

    def __attrs_post_init__(self) -> None:
        require_not_negative(
            deductible=self.deductible, out_of_pocket_limit=self.out_of_pocket_limit
        )
        _refuse_denied(self.out_of_pocket_limit, self.has_out_of_pocket_limit)
        require_once(self.benefits)

    def benefit(self, wanted: Benefit) -> PlanBenefit | None:
        """Return what is told of `wanted` for this side alone, or `None`."""
        for found in self.benefits:
            if found.benefit is wanted:
                return found
        return None
