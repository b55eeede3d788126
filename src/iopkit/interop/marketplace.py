"""Reading the Benefits and Cost Sharing file that CMS publishes for marketplace plans."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Final

from attrs import Factory, define, frozen

from iopkit.errors import InvalidValue
from iopkit.formats.messages import wording
from iopkit.interop.csv_text import NO_FILE, CsvRow, csv_rows
from iopkit.interop.marketplace_benefits import MarketplaceBenefit
from iopkit.interop.marketplace_columns import Cells, Columns, columns_of
from iopkit.interop.marketplace_rows import benefit_of
from iopkit.values.problems import DocumentError, Place, Problem
from iopkit.values.texts import Text

MOST_ROWS: Final = 100_000
"""The most rows that one call of `read_benefits` keeps: a hundred plan variants have fewer."""

_TOO_MANY: Final = Text(
    f"expected at most {MOST_ROWS:,} rows of the plans asked for; name the ones you want with "
    "`plans`",
    f"se esperaban no más de {MOST_ROWS:,} filas de los planes pedidos; indique cuáles quiere con "
    "`plans`",
)


@frozen(kw_only=True)
class MarketplaceFile:
    """All rows of a file that were asked for: each is a benefit, or one of `refused`.

    `rows` counts them, blank ones aside, and `rows_of_others` those of plans not asked for.
    `refused` are the lines of rows that cannot be read; `problems` says of each why, and warns
    of what is doubtful in the others, in the order of the file.
    """

    name: str
    rows: int
    rows_of_others: int
    benefits: tuple[MarketplaceBenefit, ...]
    refused: tuple[int, ...]
    problems: tuple[Problem, ...]


def read_benefits(
    source: str | bytes | os.PathLike[str],
    *,
    plans: Collection[str] | None = None,
    encoding: str = "utf-8",
) -> MarketplaceFile:
    """Return what a Benefits and Cost Sharing file of any plan year tells, row by row.

    `source` is the text itself as `str` or `bytes`, or the path of a file as a `PathLike`.
    `plans` are ids of plans, with the variation (`37160ND2410021-00`) or without; `None` means
    all.  The whole file of a year is far larger than what one call keeps.  Older files may want
    `encoding="cp1252"`; where a file begins with the byte order mark of UTF-8, that is what it is.

    Raises:
        DocumentError: there is no such file, a column is missing, or there are too many rows.
        InvalidValue: Python knows no such `encoding`, or `plans` is a single text.
    """
    if isinstance(plans, str):
        raise InvalidValue("plans", 'a list of ids, such as ["37160ND2410021-00"]')
    name = NO_FILE if isinstance(source, (str, bytes)) else str(Path(source))
    rows = csv_rows(source, name, encoding=encoding)
    header = next(rows, None)
    if header is None:
        problem = Problem("empty-document", wording("empty-document"), place=Place(name))
        raise DocumentError([problem])
    found = _Found(columns_of(header), None if plans is None else {each.upper() for each in plans})
    for row in rows:
        found.take(row)
    return MarketplaceFile(
        name=name,
        rows=found.rows,
        rows_of_others=found.others,
        benefits=tuple(found.benefits),
        refused=tuple(found.refused),
        problems=tuple(found.problems),
    )


@define(eq=False, repr=False)
class _Found:
    """What has been read so far."""

    columns: Columns
    plans: Collection[str] | None
    rows: int = 0
    others: int = 0
    benefits: list[MarketplaceBenefit] = Factory(list)
    refused: list[int] = Factory(list)
    problems: list[Problem] = Factory(list)

    def take(self, row: CsvRow) -> None:
        """Read one more row, or count it as one of another plan."""
        cells = Cells(row, self.columns)
        if not self._is_asked_for(cells):
            self.others += 1
            return
        self.rows += 1
        if self.rows > MOST_ROWS:
            raise DocumentError([Problem("marketplace-rows", _TOO_MANY, place=row.place())])
        benefit = benefit_of(cells) if cells.check_form() else None
        if benefit is None:
            self.refused.append(row.line)
        else:
            self.benefits.append(benefit)
        self.problems += cells.problems

    def _is_asked_for(self, cells: Cells) -> bool:
        # A row that cannot be read may be one of those asked for.
        if self.plans is None or not cells.has_form:
            return True
        plan = cells["PlanId"].upper()
        return plan in self.plans or plan.partition("-")[0] in self.plans
