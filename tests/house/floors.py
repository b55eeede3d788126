"""The house: which room stands on which floor, and what enters where.

This is the one table.  A room imports from floors below its own; rooms on one floor are
strangers; a package or module that is not in the table is refused.
"""

ROOT = "iopkit"

FLOORS = {
    "errors": 0,
    "_lazy": 0,
    "values": 1,
    "vocabulary": 2,
    "rules": 2,
    "model": 3,
    "law": 3,
    "facts": 4,
    "eligibility": 5,
    "standards": 5,
    "cost": 5,
    "formats": 6,
    "frames": 6,
    "catalog": 7,
    "assessment": 8,
    "report": 9,
    "interop": 9,
    "cli": 10,
    "__init__": 11,
    "__main__": 11,
}
"""Room, or module beside the rooms, to its floor."""

_ROOMS = frozenset(name for name, floor in FLOORS.items() if 1 <= floor <= 10)

GATES: dict[str, frozenset[str]] = {
    "attrs": _ROOMS,
    "cattrs": frozenset({"formats"}),
    "yaml": frozenset({"formats"}),
    "narwhals": frozenset({"frames"}),
    "numpy": frozenset({"frames"}),
    "pandas": frozenset({"frames"}),
    "polars": frozenset({"frames"}),
    "pyarrow": frozenset({"frames"}),
    "duckdb": frozenset({"frames"}),
    "pyspark": frozenset({"frames"}),
    "dask": frozenset({"frames"}),
    "matplotlib": frozenset({"report"}),
    "typst": frozenset({"report"}),
    "html": frozenset({"report"}),
    "icalendar": frozenset({"interop"}),
    "argparse": frozenset({"cli"}),
    "cyclopts": frozenset({"cli"}),
    "rich": frozenset({"cli"}),
}
"""Third-party package, or module of the standard library that has a gate, to its rooms."""

LATE_IMPORTS = {
    "formats/files.py": frozenset({"iopkit.formats.yaml_text"}),
    "formats/writing.py": frozenset({"iopkit.formats.yaml_text"}),
}
"""File to the modules behind a gate that it imports inside a function, when they are needed."""

DYNAMIC_IMPORTS = frozenset({"_lazy.py"})
"""Files that may import a module by a name that is computed."""
