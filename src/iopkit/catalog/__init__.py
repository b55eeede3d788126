"""Floor 7: what ships, read when it is asked for.

    law = shipped()
    law.rules("medicare/iop", on=day)              # the version in force on that day
    law.ladder("general/guidance", on=day)
    law.amounts.money("medicare/part-b-deductible", on=day)
    law.terms("revenue", "0905", on=day)           # all that a code means; `because` if ambiguous
    law.codes(CareLevel.IOP, "hcpcs", on=day)      # and back: the codes that mean a word
    law.levels()                                   # the levels of care, for `compare_levels`
    law.source("cfr-42-410-44")                    # what a clause, an amount or a code cites
    law.text("safety-notice")("es")

Rule sets, ladders, amounts, crosswalks, comparisons, sources and texts are written in YAML below
`data/` and compiled to JSON, which is what runs; no two versions of one id are in force on the
same day.  A document that cannot be read stops no other.  `Catalog` reads any folder of compiled
documents, and `check_catalog` tells what is wrong in one.  `read_rules` reads rule sets of one's
own, and holds them against one another and against the sources of a catalog.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.catalog.files import Document, Folder, SourceGroup
    from iopkit.catalog.index import Entry, Index, Kind
    from iopkit.catalog.integrity import check_catalog
    from iopkit.catalog.loading import shipped
    from iopkit.catalog.own_rules import read_rules
    from iopkit.catalog.shelves import Catalog

__all__ = [
    "Catalog",
    "Document",
    "Entry",
    "Folder",
    "Index",
    "Kind",
    "SourceGroup",
    "check_catalog",
    "read_rules",
    "shipped",
]

lazy_surface(
    __name__,
    {
        "iopkit.catalog.files": ("Document", "Folder", "SourceGroup"),
        "iopkit.catalog.index": ("Entry", "Index", "Kind"),
        "iopkit.catalog.integrity": ("check_catalog",),
        "iopkit.catalog.loading": ("shipped",),
        "iopkit.catalog.own_rules": ("read_rules",),
        "iopkit.catalog.shelves": ("Catalog",),
    },
)
