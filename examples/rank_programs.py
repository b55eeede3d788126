"""The choice of one veteran: which program stands first, by what, and what is still open."""

from pathlib import Path

from iopkit import Case, Program, read
from iopkit.assessment import rank_programs
from iopkit.report import write_ranking

HERE = Path(__file__).parent
case = read(Case, HERE / "cases" / "veteran-evening-iop.yaml", root=HERE)
programs = [
    read(Program, HERE / "programs" / f"{name}.yaml", root=HERE)
    for name in ("rush-road-home-ptsd-itp", "prodigals-path-iop")
]
if case.on is not None:
    print(write_ranking(rank_programs(case, programs, on=case.on)), end="")
