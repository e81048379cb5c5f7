"""The Pictures tab: one picture with its table beside it, to be read here or saved for a paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QSplitter, QWidget

from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.plans import WholePlan
from boardtool.domain.errors import MachineError
from boardtool.ui.bcf.open_plan import OpenPlan
from boardtool.ui.bcf.pictures.contents import (
    Contents,
    Depth,
    Kind,
    money_flows,
    plan_against_actual,
    years_side_by_side,
)
from boardtool.ui.bcf.pictures.drawing import Drawing, draw, height_of
from boardtool.ui.bcf.pictures.saving import save_picture
from boardtool.ui.bcf.tab import Going, PlanTab
from boardtool.ui.context import Context
from boardtool.ui.meetings.either import Either
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint
from boardtool.ui.tables.column import Align, Column, Look
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of
from boardtool.ui.widgets.buttons import small
from boardtool.ui.widgets.chips import ChipBar, MenuChip
from boardtool.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from boardtool.data.store import Reading

_LAST_FOLDER = "documents/folder"
_FORMS = {".png": "Picture (*.png)", ".svg": "Drawing that stays sharp (*.svg)"}
_FIGURE, _WORD = 108, 196
_SHARES = (3, 2)
_NARROW = 900
"""A tab narrower than this has the table under the picture."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    id: int
    cells: tuple[str, ...]


class PicturesTab(PlanTab):
    """The chips choose the picture, and how far down the money is followed."""

    def __init__(self, context: Context, plan: OpenPlan, going: Going) -> None:
        super().__init__(context, plan, going)
        self._contents: Contents | None = None
        self._years: tuple[tuple[WholePlan, YearLists], ...] = ()
        self.kind = MenuChip("", [(each.value, each.value) for each in Kind])
        self.levels = MenuChip("", [(each.value, each.value) for each in Depth])
        self.period = MenuChip("", [("0", "")])
        for chip, name in ((self.kind, "Picture"), (self.levels, "How far down"), (self.period, "Year")):
            chip.setAccessibleName(name)
            chip.chosen.connect(lambda _value: self.fill())
        self.bar = ChipBar(self.kind, self.levels, self.period)
        self.bar.add_at_end(small("Save as PNG\u2026", lambda: self.save(".png"), icon="image"))
        self.bar.add_at_end(small("Save as SVG\u2026", lambda: self.save(".svg"), icon="image"))
        self.picture = PictureView()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.picture)
        self._area.setAccessibleName("Picture")
        self.table: TableView[FigureRow] = self._make_table(())
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._area)
        self._split.addWidget(self.table)
        self.empty = EmptyState("There is nothing to draw yet.")
        self._body = Either(self._split, self.empty)
        self.set_chips(self.bar)
        self.set_body(self._body)
        context.commands.add(self, "Save the picture\u2026", lambda: self.save(".png"), keys="Ctrl+S")

    def panes(self) -> Sequence[QWidget]:
        return (self.table if self._body.shown is self._split else self.empty, self._area, self.bar)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("Ctrl S",), "save the picture"), KeyHint(("F6",), "picture, chips"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < fonts.scaled(_NARROW)
        self._split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)

    # Showing

    def fill(self) -> None:
        case = self.plan.case
        if case is None:
            return
        kind = Kind(self.kind.value)
        periods = case.whole.plan.periods
        self.period.set_choices([(str(at), year) for at, year in enumerate(periods)])
        self.levels.setVisible(kind is Kind.FLOWS)
        self.period.setVisible(kind is Kind.FLOWS and len(periods) > 1)
        if kind is Kind.FLOWS:
            self._show(money_flows(case, Depth(self.levels.value), period=int(self.period.value)))
        elif kind is Kind.AGAINST:
            self._show(plan_against_actual(case.whole, self.plan.facts.returns))
        else:
            board = case.whole.plan.board_id
            self.context.asking.ask(
                (self, "years"), lambda reading: plans_of_board(reading, board), self._show_years
            )

    def _show_years(self, plans: tuple[tuple[WholePlan, YearLists], ...]) -> None:
        case = self.plan.case
        if case is not None and plans and Kind(self.kind.value) is Kind.YEARS:
            self._show(years_side_by_side(case.whole.plan.board, plans))

    def _show(self, contents: Contents) -> None:
        if contents == self._contents:
            return
        before, self._contents = self._contents, contents
        if before is None or before.headings != contents.headings:
            shares = self._split.sizes()
            old, self.table = self.table, self._make_table(_columns(contents))
            had_focus = old.hasFocus()
            self._split.replaceWidget(self._split.indexOf(old), self.table)
            old.deleteLater()
            if had_focus:
                self.table.setFocus()
            self._split.setSizes(shares if any(shares) else [part * sizes.PANEL for part in _SHARES])
        self.table.rows.set_rows(FigureRow(at, cells) for at, cells in enumerate(contents.rows))
        self.picture.show_drawing(contents.drawing)
        self._say_empty(contents)
        self._body.setCurrentWidget(self._split if contents.rows else self.empty)
        if contents.rows and self.table.current_row() is None:
            self.table.choose(0)

    def _say_empty(self, contents: Contents) -> None:
        against = contents.drawing.title == Kind.AGAINST
        self.empty.say(
            "No return on this plan yet: what was spent is told under Spend."
            if against
            else "There is no line with money in it yet."
        )

    def _make_table(self, columns: tuple[Column[FigureRow], ...]) -> TableView[FigureRow]:
        table = TableView(
            RowModel(columns, key=lambda row: row.id),
            name=f"bcf figures {len(columns)}",
            accessible="The figures of the picture",
            row=sizes.ROW_DENSE,
        )
        table.setMinimumWidth(min(fonts.scaled(sum(column.width for column in columns)), sizes.DIALOG))
        return table

    # Saving

    def save(self, ending: str) -> None:
        """Ask where to, then save the picture in the form of an ending (".png", ".svg")."""
        contents = self._contents
        if contents is None or not contents.rows:
            return
        folder = self.context.preferences.choice(_LAST_FOLDER) or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        dialog = QFileDialog(self, "Save the picture", folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_FORMS[ending]])
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.selectFile(f"{contents.drawing.title}{ending}")
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Save the picture that is shown."""
        if self._contents is None:
            return
        self.context.preferences.remember_choice(_LAST_FOLDER, str(path.parent))
        try:
            save_picture(self._contents.drawing, path)
        except MachineError as error:
            self.context.messages.trouble(error)
            return

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self.context.messages.say(f"{path.name} is in {path.parent}", Link("Open", show))


class PictureView(QWidget):
    """Shows a drawing in the colours of the moment; what it shows is also its accessible text."""

    def __init__(self) -> None:
        super().__init__()
        self._drawing = Drawing("", "", ())

    def show_drawing(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self.setAccessibleName(drawing.title)
        self.setAccessibleDescription(drawing.aloud)
        self.setMinimumHeight(height_of(drawing))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * sizes.PANEL, height_of(self._drawing))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self.palette())
        painter.fillRect(self.rect(), QColor(colours.surface))
        draw(painter, self._drawing, self.width(), colours)


def _columns(contents: Contents) -> tuple[Column[FigureRow], ...]:
    return tuple(_column(contents, at) for at in range(len(contents.headings)))


def _column(contents: Contents, at: int) -> Column[FigureRow]:
    straight = at in contents.straight
    return Column(
        f"column {at}",
        contents.headings[at],
        lambda row: row.cells[at],
        width=_FIGURE if straight else _WORD,
        stretch=at == 0,
        align=Align.RIGHT if straight else Align.LEFT,
        look=Look.SUBJECT if at == 0 else Look.TEXT,
        tooltip=lambda row: row.cells[at],
    )


def plans_of_board(reading: "Reading", board_id: int) -> tuple[tuple[WholePlan, YearLists], ...]:
    """Every plan of a board with the lists of its year, the oldest first."""
    from boardtool.data.bcf import plans
    from boardtool.data.bcf.national import lists_of
    from boardtool.data.bcf.own_lists import library_of

    found = sorted(plans.every(reading, board_id=board_id), key=lambda plan: plan.year)
    library = library_of(reading)
    return tuple((plans.whole(reading, plan.id), lists_of(plan.year, library)) for plan in found)
