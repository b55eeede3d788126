"""Floor 9: other people's formats.

`read_benefits` reads the Benefits and Cost Sharing file that CMS publishes for marketplace plans,
of any plan year, row by row: each row is a benefit, or is refused with its place and its reason.
`health_plans` makes of them plans to estimate with, one for each plan variant, family of conditions
and tier, and says of each what the file does not tell; which benefit pays an IOP day is never
concluded from the name of a program.  `read_cost` and `write_cost` speak the words in which such a
file states a copay or a share, `read_limit` those of a limit.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.interop.cost_cells import (
        CostCell,
        NoCharge,
        NotApplicable,
        StatedCopay,
        StatedShare,
        read_cost,
        write_cost,
    )
    from iopkit.interop.marketplace import MOST_ROWS, MarketplaceFile, read_benefits
    from iopkit.interop.marketplace_benefits import (
        MarketplaceBenefit,
        NetworkSide,
        PlanVariant,
        PlanVariation,
    )
    from iopkit.interop.marketplace_plans import (
        MarketplacePlan,
        MarketplacePlans,
        NetworkTier,
        ProgramHint,
        health_plans,
    )
    from iopkit.interop.stated_limits import CountedThing, CountedTime, StatedLimit, read_limit

__all__ = [
    "MOST_ROWS",
    "CostCell",
    "CountedThing",
    "CountedTime",
    "MarketplaceBenefit",
    "MarketplaceFile",
    "MarketplacePlan",
    "MarketplacePlans",
    "NetworkSide",
    "NetworkTier",
    "NoCharge",
    "NotApplicable",
    "PlanVariant",
    "PlanVariation",
    "ProgramHint",
    "StatedCopay",
    "StatedLimit",
    "StatedShare",
    "health_plans",
    "read_benefits",
    "read_cost",
    "read_limit",
    "write_cost",
]

lazy_surface(
    __name__,
    {
        "iopkit.interop.cost_cells": (
            "CostCell",
            "NoCharge",
            "NotApplicable",
            "StatedCopay",
            "StatedShare",
            "read_cost",
            "write_cost",
        ),
        "iopkit.interop.marketplace": ("MOST_ROWS", "MarketplaceFile", "read_benefits"),
        "iopkit.interop.marketplace_benefits": (
            "MarketplaceBenefit",
            "NetworkSide",
            "PlanVariant",
            "PlanVariation",
        ),
        "iopkit.interop.marketplace_plans": (
            "MarketplacePlan",
            "MarketplacePlans",
            "NetworkTier",
            "ProgramHint",
            "health_plans",
        ),
        "iopkit.interop.stated_limits": (
            "CountedThing",
            "CountedTime",
            "StatedLimit",
            "read_limit",
        ),
    },
)
