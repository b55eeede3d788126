"""Floor 10: the door.  `main` is the command `iopkit`.

    iopkit assess CASE.yaml [--on DATE] [--json] [--lang en|es] [--show-values]

It needs the extra `cli`.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.cli.commands import main, run

__all__ = ["main", "run"]

lazy_surface(__name__, {"iopkit.cli.commands": ("main", "run")})
