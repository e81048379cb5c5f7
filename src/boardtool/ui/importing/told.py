"""What an import says of the rows that it can take, row by row and cell by cell."""

from collections import defaultdict
from collections.abc import Sequence

from boardtool.domain.imports import ImportReport, RowPreview, Warned


class Told:
    """The warnings of a report, found by the row that they are of.

    Where a row of the file holds several values, each with its cell, a warning of another cell is not of it.
    """

    def __init__(self, report: ImportReport) -> None:
        self._by_row: dict[tuple[str, int], list[Warned]] = defaultdict(list)
        for warning in report.warnings:
            self._by_row[warning.sheet, warning.row].append(warning)
        self._of_values = {row.cell for row in report.rows if row.cell}

    def words(self, row: RowPreview) -> Sequence[str]:
        return [warning.reason for warning in self._of(row)]

    def cells(self, row: RowPreview) -> tuple[str, ...]:
        """The cells of which something is said and in which something stands."""
        said = (warning.cell for warning in self._of(row) if warning.cell and warning.value)
        return tuple(dict.fromkeys(said))

    def _of(self, row: RowPreview) -> Sequence[Warned]:
        return [
            warning
            for warning in self._by_row.get((row.sheet, row.row), ())
            if not row.cell or warning.cell in {"", row.cell} or warning.cell not in self._of_values
        ]
