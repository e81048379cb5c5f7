"""The cells of a sheet while they are being gathered, and where gathering stops."""

from dataclasses import dataclass, field
from itertools import pairwise

from boardtool.data.excel.gate import CELL_LIMIT, CELL_TEXT_LIMIT, COLUMN_LIMIT, ROW_LIMIT
from boardtool.data.excel.workbook import column_letters

MERGED_LIMIT = 20_000


class SheetFullError(Exception):
    """A limit was reached; `str(error)` is the sentence for the person."""


@dataclass(slots=True)
class Content:
    """Parallel columns of the cells gathered so far: fast to fill, to send and to take apart again."""

    name: str
    hidden: bool = False
    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    trouble: str = ""
    filled_rows: int = 0

    def add(self, rows: list[int], columns: list[int], kinds: list[str], texts: list[str]) -> None:
        """Takes whole rows of cells.

        Raises:
            SheetFullError: they pass a limit.
        """
        self.filled_rows += len(set(rows))
        self.rows += rows
        self.columns += columns
        self.kinds += kinds
        self.texts += texts
        if self.filled_rows > ROW_LIMIT:
            raise SheetFullError(f'The sheet "{self.name}" has more than 20,000 filled rows: divide it.')
        if len(self.rows) > CELL_LIMIT:
            raise SheetFullError(f'The sheet "{self.name}" has more than 1,000,000 filled cells: divide it.')
        if max(columns, default=0) > COLUMN_LIMIT:
            self._refuse_far_column(rows, columns)
        if max(map(len, texts), default=0) > CELL_TEXT_LIMIT:
            self._refuse_long_text(rows, columns, texts)

    def _refuse_far_column(self, rows: list[int], columns: list[int]) -> None:
        far = next(index for index, column in enumerate(columns) if column > COLUMN_LIMIT)
        raise SheetFullError(
            f'The sheet "{self.name}" has something in cell {column_letters(columns[far])}{rows[far]},'
            " beyond its 512th column: delete what is out there, save it and try again."
        )

    def _refuse_long_text(self, rows: list[int], columns: list[int], texts: list[str]) -> None:
        long = next(index for index, text in enumerate(texts) if len(text) > CELL_TEXT_LIMIT)
        raise SheetFullError(
            f'The sheet "{self.name}" has more than 32,767 characters in cell'
            f" {column_letters(columns[long])}{rows[long]}: shorten it and try again."
        )

    def add_merged(self, block: tuple[int, int, int, int]) -> None:
        if len(self.merged) >= MERGED_LIMIT:
            raise SheetFullError(f'The sheet "{self.name}" has more than 20,000 merged blocks: unmerge them.')
        self.merged.append(block)

    def to_wire(self) -> dict[str, object]:
        """What the reading process sends, in the order of rows and columns."""
        if self.trouble:
            self.rows, self.columns, self.kinds, self.texts = [], [], [], []
        else:
            self._sort()
        return {
            "name": self.name, "hidden": self.hidden, "rows": self.rows, "columns": self.columns,
            "kinds": "".join(self.kinds), "texts": self.texts, "hidden_rows": self.hidden_rows,
            "hidden_columns": self.hidden_columns, "merged": self.merged, "trouble": self.trouble,
        }  # fmt: skip

    def _sort(self) -> None:
        """Puts cells in order where a file has them out of order; of two in one place the later counts."""
        places = list(zip(self.rows, self.columns, strict=True))
        if all(one < other for one, other in pairwise(places)):
            return
        last = {place: index for index, place in enumerate(places)}
        order = [last[place] for place in sorted(last)]
        self.rows = [self.rows[index] for index in order]
        self.columns = [self.columns[index] for index in order]
        self.kinds = [self.kinds[index] for index in order]
        self.texts = [self.texts[index] for index in order]
