"""Choosing the areas of a publication whose figures are taken: once for a board, and again when wanted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy

from boardtool.domain.text import folded
from boardtool.ui.importing.states import State, buttons
from boardtool.ui.tables.column import Cell, Column
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets import labels
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.fields import SearchField
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from boardtool.services.exchange.figure_areas import AreasOffered


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area of the file, and whether its figures are taken."""

    name: str
    ticked: bool


class AreasTable(TableView[AreaRow]):
    """The areas, one a row; `turned(rows)` when Space or a click ticks or unticks some."""

    turned = Signal(object)

    def __init__(self, model: RowModel[AreaRow]) -> None:
        super().__init__(model, name="importing/areas", accessible="Areas of the file", row=sizes.ROW_DENSE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.turned.emit(self.chosen_rows())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row_at(index) if index.isValid() and index.column() == 0 else None
        if row is not None and event.button() is Qt.MouseButton.LeftButton:
            self.turned.emit([row])


class AreasState(State):
    """The areas of a file with a tick each, those that a board watches (or its own) ticked before."""

    def __init__(
        self, offered: "AreasOffered", take: Callable[[Sequence[str]], None], back: Callable[[], None]
    ) -> None:
        super().__init__("Which areas are taken")
        self._take = take
        every = [AreaRow(name, name in offered.ticked) for name in offered.names]
        self._rows = sorted(every, key=lambda row: not row.ticked)
        self._model: RowModel[AreaRow] = RowModel(
            (
                Column("ticked", "", _tick, width=44),
                Column("name", "Area", lambda row: Cell(row.name), stretch=True),
            ),
            key=lambda row: row.name,
        )
        self.table = AreasTable(self._model)
        self.sought = SearchField("Find an area")
        self.go_on = primary("Go on", self._go_on)
        self.fill(
            labels.section("Whose figures are taken?"),
            Words(
                f"The file has figures of {len(self._rows)} areas. Your choice is remembered for the board.",
                tone=Tone.HELP,
                wrap=True,
            ),
            self.sought,
            self.table,
            buttons(self.go_on, quiet("Back", back)),
        )
        self.column.setStretchFactor(self.table, 1)
        self.table.turned.connect(self._turn)
        self.table.opened.connect(lambda _row: self._go_on())
        self.sought.searched.connect(lambda _text: self._fill())
        self.sought.returnPressed.connect(self._to_first)
        self._fill()

    @property
    def ticked(self) -> list[str]:
        return [row.name for row in self._rows if row.ticked]

    def _turn(self, rows: list[AreaRow]) -> None:
        """Tick what is not; a mixed choice is ticked."""
        wanted = not all(row.ticked for row in rows)
        names = {row.name for row in rows}
        self._rows = [replace(row, ticked=wanted) if row.name in names else row for row in self._rows]
        self._fill()

    def _fill(self) -> None:
        words = folded(self.sought.text())
        found = [row for row in self._rows if words in folded(row.name)]
        self._model.set_rows(found)
        count = len(self.ticked)
        several = f"Go on with {count} areas" if count else "Go on"
        self.go_on.setText("Go on with one area" if count == 1 else several)
        self.go_on.setEnabled(count > 0)
        self.go_on.setToolTip("" if count else "No area is ticked.")
        self.go_on.updateGeometry()

    def _to_first(self) -> None:
        """From what was looked for to the first area found, to be ticked there."""
        self._fill()
        found = self.table.rows.rows
        if found:
            self.table.choose(found[0].name)
            self.table.setFocus()

    def _go_on(self) -> None:
        if self.ticked:
            self._take(self.ticked)


def _tick(row: AreaRow) -> Cell:
    return Cell(checked=row.ticked, spoken=row.name)
