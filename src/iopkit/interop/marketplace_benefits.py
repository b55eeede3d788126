"""One row of a Benefits and Cost Sharing file: a benefit of a plan variant, as it is stated."""

from __future__ import annotations

from attrs import frozen

from iopkit.interop.cost_cells import CostCell
from iopkit.interop.stated_limits import StatedLimit
from iopkit.model.cost_shares import CostShare
from iopkit.values.problems import Place
from iopkit.values.terms import Term
from iopkit.vocabulary.places import State


class PlanVariation(Term):
    """What the last two digits of a plan id say: to whom this form of the plan is offered."""

    OFF_EXCHANGE = "00", "sold off the exchange", "vendido fuera del mercado"
    ON_EXCHANGE = "01", "sold on the exchange", "vendido en el mercado"
    ZERO_COST_SHARING = "02", "without cost sharing", "sin costos compartidos"
    LIMITED_COST_SHARING = "03", "with limited cost sharing", "con costos compartidos limitados"
    SILVER_73 = "04", "silver that pays 73%", "plata que paga 73%"
    SILVER_87 = "05", "silver that pays 87%", "plata que paga 87%"
    SILVER_94 = "06", "silver that pays 94%", "plata que paga 94%"


@frozen(kw_only=True)
class PlanVariant:
    """One form of one plan in one year, by its id such as `37160ND2410021-00`.

    `issuer` are the first five digits of the id, `component` is the id without the variation.
    `variation` is `None` where the last two digits are none that is known here.
    """

    id: str
    year: int
    issuer: str
    state: State
    component: str
    variation: PlanVariation | None = None


@frozen(kw_only=True)
class NetworkSide:
    """What a row says of one side of a network; what it does not say is `None`.

    `copay` and `share` are the two cells.  `is_used` False says that both are not applicable:
    the plan has no such side.  `cost_share` is what both come to, `None` too where nothing is
    covered and where they contradict each other, or where nothing is owed under a deductible that
    the row tells.  `counts_toward_limit` says whether what is
    paid here counts toward the out-of-pocket limit of this side.
    """

    copay: CostCell | None = None
    share: CostCell | None = None
    is_used: bool | None = None
    is_covered: bool | None = None
    cost_share: CostShare | None = None
    counts_toward_limit: bool | None = None


@frozen(kw_only=True)
class MarketplaceBenefit:
    """A benefit of a plan variant as one row states it; what it does not say is `None`.

    `name` is the file's own name of the benefit.  `has_limit` is `None` also where the row both
    denies a limit and tells one, or covers what its limit of zero would never pay.
    `exclusions`, `explanation` and `minimum_stay` are the row's own words, empty where it has
    none; `other` are the cells of columns that nothing here reads.
    """

    place: Place
    variant: PlanVariant
    name: str
    is_covered: bool
    first_tier: NetworkSide = NetworkSide()
    second_tier: NetworkSide = NetworkSide()
    out_of_network: NetworkSide = NetworkSide()
    is_essential: bool | None = None
    has_limit: bool | None = None
    limit: StatedLimit | None = None
    minimum_stay: str = ""
    exclusions: str = ""
    explanation: str = ""
    other: tuple[tuple[str, str], ...] = ()
