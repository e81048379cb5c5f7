"""A table as high as its rows, for a column that scrolls as a whole."""

from typing import TypeVar

from PySide6.QtCore import Qt

from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import fonts, sizes

R = TypeVar("R")


class ShortTable(TableView[R]):
    """Call `fit` when its rows have changed."""

    def __init__(self, model: RowModel[R], *, name: str, accessible: str, row: int = sizes.ROW_DENSE) -> None:
        super().__init__(model, name=name, accessible=accessible, row=row)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        lines = self.verticalHeader()
        heights = sum(lines.sectionSize(line) for line in range(self.rows.rowCount()))
        self.setFixedHeight(fonts.scaled(sizes.TABLE_HEADER) + heights + sizes.LINE)
