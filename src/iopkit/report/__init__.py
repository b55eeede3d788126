"""Floor 9: the answer for people to read.

`write_text` puts a whole assessment on a page of 80 columns, safety first, in English or
Spanish; `page_lines` gives the same lines with a style each.  `describe_plan` says in words what
a health plan tells; `write_ranking` puts a ranking of programs on a page.  Nothing here judges or
computes.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.report.layout import Line, Style
    from iopkit.report.plans import describe_plan
    from iopkit.report.ranking import ranking_lines, write_ranking
    from iopkit.report.text import page_lines, write_text

__all__ = [
    "Line",
    "Style",
    "describe_plan",
    "page_lines",
    "ranking_lines",
    "write_ranking",
    "write_text",
]

lazy_surface(
    __name__,
    {
        "iopkit.report.layout": ("Line", "Style"),
        "iopkit.report.plans": ("describe_plan",),
        "iopkit.report.ranking": ("ranking_lines", "write_ranking"),
        "iopkit.report.text": ("page_lines", "write_text"),
    },
)
