"""The cells of a sheet while they are being gathered, and where gathering stops."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress

from boardtool.data.excel.gate import CELL_LIMIT, CELL_TEXT_LIMIT, COLUMN_LIMIT, DAMAGED, ROW_LIMIT
from boardtool.data.excel.workbook import column_number

MERGED_LIMIT = 20_000


class SheetFullError(Exception):
    """A limit was reached; `str(error)` is the sentence for the person."""


@dataclass(slots=True)
class Content:
    """Parallel columns of the cells gathered so far: fast to fill, to send and to take apart again.

    Rows and columns stand as references write them ("12", "AB"): the receiver makes numbers of them, while
    this process reads on.
    """

    name: str
    hidden: bool = False
    rows: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    trouble: str = ""
    row_names: set[str] = field(default_factory=set)

    def add(
        self, rows: Sequence[str], columns: Sequence[str], kinds: Sequence[str], texts: Sequence[str]
    ) -> None:
        """Takes whole rows of cells.

        Raises:
            SheetFullError: they pass a limit.
        """
        new = set(rows)
        if not self.row_names.isdisjoint(new) or len(set(zip(rows, columns, strict=True))) < len(rows):
            self._refuse_double(rows, columns)
        self.row_names |= new
        self.rows += rows
        self.columns += columns
        self.kinds += kinds
        self.texts += texts
        if len(self.row_names) > ROW_LIMIT:
            raise SheetFullError(f'The sheet "{self.name}" has more than 20,000 filled rows: divide it.')
        if len(self.rows) > CELL_LIMIT:
            raise SheetFullError(f'The sheet "{self.name}" has more than 1,000,000 filled cells: divide it.')
        if max(map(column_number, set(columns)), default=0) > COLUMN_LIMIT:
            self._refuse_far_column(rows, columns)
        if max(map(len, texts), default=0) > CELL_TEXT_LIMIT:
            self._refuse_long_text(rows, columns, texts)

    def add_filled(
        self, rows: Sequence[str], columns: Sequence[str], kinds: Sequence[str], texts: Sequence[str]
    ) -> None:
        """Takes cells, leaving out those whose text is nothing at all (an empty string is no formula)."""
        if "" in texts:
            kept = [bool(text) or kind == "f" for kind, text in zip(kinds, texts, strict=True)]
            rows, columns = list(compress(rows, kept)), list(compress(columns, kept))
            kinds, texts = list(compress(kinds, kept)), list(compress(texts, kept))
        self.add(rows, columns, kinds, texts)

    def _refuse_double(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        seen: set[tuple[str, str]] = set()
        for row, column in zip(rows, columns, strict=True):
            if row in self.row_names or (row, column) in seen:
                raise SheetFullError(f'The sheet "{self.name}" has row {row} twice. {DAMAGED}')
            seen.add((row, column))

    def _refuse_far_column(self, rows: Sequence[str], columns: Sequence[str]) -> None:
        far = next(index for index, column in enumerate(columns) if column_number(column) > COLUMN_LIMIT)
        raise SheetFullError(
            f'The sheet "{self.name}" has something in cell {columns[far]}{rows[far]},'
            " beyond its 512th column: delete what is out there, save it and try again."
        )

    def _refuse_long_text(self, rows: Sequence[str], columns: Sequence[str], texts: Sequence[str]) -> None:
        long = next(index for index, text in enumerate(texts) if len(text) > CELL_TEXT_LIMIT)
        raise SheetFullError(
            f'The sheet "{self.name}" has more than 32,767 characters in cell'
            f" {columns[long]}{rows[long]}: shorten it and try again."
        )

    def add_merged(self, block: tuple[int, int, int, int]) -> None:
        if len(self.merged) >= MERGED_LIMIT:
            raise SheetFullError(f'The sheet "{self.name}" has more than 20,000 merged blocks: unmerge them.')
        self.merged.append(block)

    def clear(self) -> None:
        """Lets go of the cells: a sheet in trouble is not read by halves."""
        self.rows, self.columns, self.kinds, self.texts = [], [], [], []
