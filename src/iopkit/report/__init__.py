"""Floor 9: the answer for people to read.

`write_text` puts a whole assessment on a page of 80 columns, safety first, in English or
Spanish; `page_lines` gives the same lines with a style each.  `describe_plan` says in words what
a health plan tells; `write_ranking` puts a ranking of programs on a page.  `write_findings` tells
what a check of a program found, and `sarif_log` tells it to editors and code hosts;
`write_plan_findings` tells what is to be checked in a health plan.
`deciding_lines` tell on one screen why a decision came out as it did, `trace_lines` how each part
of it did, and `flip_lines` what could be changed to turn it.  Nothing here judges or computes.
"""

from iopkit._lazy import lazy_surface

TYPE_CHECKING = False
if TYPE_CHECKING:
    from iopkit.report.checks import finding_lines, write_findings
    from iopkit.report.decisions import deciding_lines, flip_lines, trace_lines
    from iopkit.report.layout import Line, Style
    from iopkit.report.plan_problems import plan_finding_lines, write_plan_findings
    from iopkit.report.plans import describe_plan
    from iopkit.report.ranking import ranking_lines, write_ranking
    from iopkit.report.sarif import sarif_log
    from iopkit.report.text import page_lines, write_text

__all__ = [
    "Line",
    "Style",
    "deciding_lines",
    "describe_plan",
    "finding_lines",
    "flip_lines",
    "page_lines",
    "plan_finding_lines",
    "ranking_lines",
    "sarif_log",
    "trace_lines",
    "write_findings",
    "write_plan_findings",
    "write_ranking",
    "write_text",
]

lazy_surface(
    __name__,
    {
        "iopkit.report.checks": ("finding_lines", "write_findings"),
        "iopkit.report.decisions": ("deciding_lines", "flip_lines", "trace_lines"),
        "iopkit.report.layout": ("Line", "Style"),
        "iopkit.report.plan_problems": ("plan_finding_lines", "write_plan_findings"),
        "iopkit.report.plans": ("describe_plan",),
        "iopkit.report.ranking": ("ranking_lines", "write_ranking"),
        "iopkit.report.sarif": ("sarif_log",),
        "iopkit.report.text": ("page_lines", "write_text"),
    },
)
