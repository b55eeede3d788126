"""Floor 6: documents, in YAML and JSON.

`read` makes a class of a document and tells all of its problems at once, each with its place;
of a person's record it repeats nothing.  `to_data` makes plain data of any value, and `dump` a
document that `read` gives back equal.  `places_in` tells the line and column of any path in a
document.  Every scalar stays text until its class types it, so
that `18:00`, `0905` and `NO` mean what was written.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.formats.locating import places_in
    from iopkit.formats.reading import read
    from iopkit.formats.writing import JsonValue, dump, to_data

__all__ = [
    "JsonValue",
    "dump",
    "places_in",
    "read",
    "to_data",
]

lazy_surface(
    __name__,
    {
        "iopkit.formats.locating": ("places_in",),
        "iopkit.formats.reading": ("read",),
        "iopkit.formats.writing": ("JsonValue", "dump", "to_data"),
    },
)
