"""The columns of a Benefits and Cost Sharing file, in any order, and the cells of one row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import Factory, define, frozen

from iopkit.formats.files import NOT_TEXT
from iopkit.formats.messages import Wording, wording
from iopkit.formats.places import quoted
from iopkit.interop.csv_text import CsvRow
from iopkit.values.problems import DocumentError, Place, Problem, Severity
from iopkit.values.texts import Text

NEEDED: Final = (
    "BusinessYear",
    "StateCode",
    "IssuerId",
    "PlanId",
    "BenefitName",
    "IsCovered",
    "CopayInnTier1",
    "CopayInnTier2",
    "CopayOutofNet",
    "CoinsInnTier1",
    "CoinsInnTier2",
    "CoinsOutofNet",
    "QuantLimitOnSvc",
    "LimitQty",
    "LimitUnit",
    "IsExclFromInnMOOP",
    "IsExclFromOonMOOP",
)
"""Columns that the file of every plan year has."""

OPTIONAL: Final = (
    "StandardComponentId",
    "IsEHB",
    "MinimumStay",
    "IsSubjToDedTier1",
    "IsSubjToDedTier2",
    "Exclusions",
    "Explanation",
)
"""Columns that some years do not have."""


@frozen(eq=False, repr=False)
class Columns:
    """Where each known column stands, and which others there are."""

    known: Mapping[str, int]
    others: tuple[tuple[str, int], ...]
    width: int


def columns_of(header: CsvRow) -> Columns:
    """Return the columns that `header` names, in any order; capitals do not matter.

    Raises:
        DocumentError: a column is missing, or stands there twice, or the header is no text.
    """
    names = [cell.strip().lower() for cell in header.cells]
    wanted = {name.lower(): name for name in (*NEEDED, *OPTIONAL)}
    problems = [
        Problem("marketplace-column", _missing(name), name, header.place())
        for name in NEEDED
        if name.lower() not in names
    ]
    problems += [
        Problem("marketplace-column", _TWICE, wanted[name], header.place(index))
        for index, name in enumerate(names)
        if name in wanted and name in names[:index]
    ]
    if problems:
        is_text = not any(map(NOT_TEXT.search, header.cells))
        raise DocumentError(problems if is_text else [_no_text(header.place())])
    known = {wanted[name]: index for index, name in enumerate(names) if name in wanted}
    others = [
        (cell.strip(), index)
        for index, cell in enumerate(header.cells)
        if cell.strip().lower() not in wanted
    ]
    return Columns(known, tuple(others), len(names))


def _missing(name: str) -> Text:
    return Text(
        f"expected the column {name}; check that it is a Benefits and Cost Sharing file of CMS "
        "with all of its columns",
        f"se esperaba la columna {name}; revise que sea un archivo Benefits and Cost Sharing de "
        "CMS con todas sus columnas",
    )


_TWICE: Final = Text(
    "expected each column once; take one of the two out",
    "se esperaba cada columna una sola vez; quite una de las dos",
)
_WELL_FORMED: Final = Text(
    "expected a row of well-formed CSV; check its quotes, and those of the row before",
    "se esperaba una fila de CSV bien formado; revise sus comillas y las de la fila anterior",
)
_OTHER_ENCODING: Final = Text(
    "read with `encoding`, such as cp1252 for older files, or save it as UTF-8",
    "lea con `encoding`, como cp1252 para archivos antiguos, o guárdelo en UTF-8",
)


def _no_text(place: Place) -> Problem:
    return Problem("not-text", wording("not-text", remedy=_OTHER_ENCODING), place=place)


@define(eq=False, repr=False)
class Cells:
    """The cells of one row by column, and what was found wrong with them."""

    row: CsvRow
    columns: Columns
    problems: list[Problem] = Factory(list)

    def __getitem__(self, name: str) -> str:
        """Return the cell without spaces around it, empty where there is no such column."""
        index = self.columns.known.get(name)
        return "" if index is None else self.row.cells[index].strip()

    @property
    def has_form(self) -> bool:
        """Whether the row is well-formed and as wide as the header."""
        return self.row.is_well_formed and len(self.row.cells) == self.columns.width

    def check_form(self) -> bool:
        """Note what is wrong with the writing of the row; return whether it can be read."""
        if not self.row.is_well_formed:
            self._note(Severity.ERROR, "marketplace-row", _WELL_FORMED)
        elif not self.has_form:
            self._note(Severity.ERROR, "marketplace-row", self._wrong_width())
        else:
            self._check_text()
        return not self.problems

    def refuse(self, name: str, said: Wording) -> None:
        """Note that the row cannot be read for what stands in the column `name`."""
        self._note(Severity.ERROR, "marketplace-cell", self._unexpected(name, said), name)

    def doubt(self, name: str, said: Wording) -> None:
        """Note that what stands in the column `name` is not what it may be; the row still comes."""
        self._note(Severity.WARNING, "marketplace-cell", self._unexpected(name, said), name)

    def contradict(self, name: str, text: Text) -> None:
        """Note that the column `name` says otherwise than another; the row still comes."""
        self._note(Severity.WARNING, "marketplace-contradiction", text, name)

    def refused(self) -> bool:
        """Return whether the row cannot be read."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def _note(self, severity: Severity, code: str, text: Text, name: str = "") -> None:
        place = self.row.place(self.columns.known.get(name) if name else None)
        problem = Problem(code, text, name, place, severity)
        if problem not in self.problems:
            self.problems.append(problem)

    def _unexpected(self, name: str, said: Wording) -> Text:
        seen = quoted(self[name]) if self[name] else Text("nothing", "nada")
        remedy = said.remedy or said.expected
        return Text(
            f"expected {said.expected.en}, got {seen.en}; {remedy.en}",
            f"se esperaba {said.expected.es}, se leyó {seen.es}; {remedy.es}",
        )

    def _wrong_width(self) -> Text:
        wanted, got = self.columns.width, len(self.row.cells)
        return Text(
            f"expected {wanted} cells as in the header, got {got}; check the commas and quotes",
            f"se esperaban {wanted} celdas como en el encabezado, se leyeron {got}; "
            "revise las comas y las comillas",
        )

    def _check_text(self) -> None:
        for index, cell in enumerate(self.row.cells):
            if NOT_TEXT.search(cell):
                self.problems.append(_no_text(self.row.place(index)))
