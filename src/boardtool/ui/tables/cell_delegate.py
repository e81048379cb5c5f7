"""How a cell is painted: hairline, icon and word, pill, two lines, tick box, and where the focus is."""

from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from boardtool.ui import icons
from boardtool.ui.tables.column import Align, Cell, Column, Entry, Heading, Look, Tail
from boardtool.ui.tables.row_model import CELL, ENTRY
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, REGULAR, Size

R = TypeVar("R")
_At = QModelIndex | QPersistentModelIndex

_TONES = {
    Look.TEXT: Tone.TEXT,
    Look.SUBJECT: Tone.TEXT,
    Look.HELP: Tone.HELP,
    Look.FAINT: Tone.HELP,
    Look.STRONG: Tone.TEXT,
}
_WEIGHTS = {Look.SUBJECT: MEDIUM, Look.STRONG: BOLD}
_GROUNDS = {Tone.LATE: "late_bg", Tone.DUE: "due_bg", Tone.DONE: "done_bg"}


class CellDelegate(QStyledItemDelegate):
    """Paints every cell of a `TableView` from its column's declaration and the tokens.

    `hovered` is the line under the pointer, kept by the view; `padding` stands left and right in a cell.
    """

    padding = sizes.CELL_PADDING

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered: int = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _At) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        colours = colours_of(option.palette)
        painter.save()
        self._ground(painter, option, index, entry, colours)
        if isinstance(entry.what, Heading):
            self._heading(painter, option.rect, entry.what, colours)
        else:
            self._cell(painter, option, index, entry, colours)
        self._focus(painter, option, index, entry, colours)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _At) -> QSize:
        """The width that the cell's words need, for fitting a column to them."""
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return QSize(0, sizes.ROW)
        metrics = QFontMetrics(fonts.font(Size.BODY, MEDIUM))
        width = metrics.horizontalAdvance(cell.text) + 2 * self.padding + 2
        width += 22 * bool(cell.icon) + 22 * bool(cell.after)
        return QSize(width + self._indent(index.column()), sizes.ROW)

    # The ground

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _At, entry: Entry[R], colours: Colours
    ) -> None:
        rect = option.rect
        ground = colours.surface
        if option.state & QStyle.StateFlag.State_Selected and not isinstance(entry.what, Heading):
            ground = colours.select
        elif index.row() == self.hovered and not isinstance(entry.what, Heading | Tail):
            ground = colours.hover
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), sizes.LINE), QColor(colours.line))

    def _focus(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _At, entry: Entry[R], colours: Colours
    ) -> None:
        if not self._view.hasFocus() or isinstance(entry.what, Heading):
            return
        if self._view.currentIndex() != index:
            return
        pen = QPen(QColor(colours.accent), sizes.FOCUS)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))

    # The words

    def _heading(self, painter: QPainter, rect: QRect, heading: Heading, colours: Colours) -> None:
        left = rect.left() + sizes.PAGE_EDGE
        if heading.icon:
            square = QRectF(left, rect.center().y() - 6.5, sizes.ICON_ROW, sizes.ICON_ROW)
            icons.draw(painter, heading.icon, square, getattr(colours, heading.icon_tone.value))
            left += sizes.ICON_ROW + sizes.S2
        for words, font, colour in (
            (heading.title, fonts.font(Size.BODY, BOLD), colours.text),
            (heading.count, fonts.font(Size.CAPTION), colours.text_2),
        ):
            room = rect.right() - sizes.S2 - left
            fitting = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, round(room))
            left += _write(painter, rect, left, fitting, font, colour) + sizes.S2

    def _cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _At, entry: Entry[R], colours: Colours
    ) -> None:
        column = self._column(index)
        inside = self._inside(option.rect, index.column())
        if column.draw is not None and not isinstance(entry.what, Tail):
            column.draw(painter, inside, entry.what, colours)
            return
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        painter.setClipRect(option.rect)
        if cell.pill:
            self._pill(painter, inside, cell, colours)
        elif cell.detail:
            self._two_lines(painter, inside, cell, column, colours)
        else:
            self._line(painter, inside, cell, column, colours)
        painter.setClipping(False)

    def _line(self, painter: QPainter, rect: QRect, cell: Cell, column: Column[R], colours: Colours) -> None:
        tone = cell.tone or _TONES[column.look]
        colour = getattr(colours, tone.value)
        weight = BOLD if cell.bold else _WEIGHTS.get(column.look, REGULAR)
        font = fonts.font(Size.BODY, weight)
        left = rect.left()
        if cell.checked is not None:
            left += _tick(painter, rect, left, checked=cell.checked, colours=colours)
        lead = _lead(cell)
        trail = _trail(cell)
        room = rect.right() + 1 - left - lead - trail
        text = QFontMetrics(font).elidedText(cell.text, Qt.TextElideMode.ElideRight, max(room, 0))
        width = QFontMetrics(font).horizontalAdvance(text)
        if column.align is Align.RIGHT:
            left = rect.right() + 1 - lead - width - trail
        elif column.align is Align.CENTRE:
            left += max(0, (room - width) // 2)
        if cell.icon:
            square = QRectF(left, rect.center().y() - 6.5, sizes.ICON_ROW, sizes.ICON_ROW)
            icon_colour = getattr(colours, (cell.icon_tone or tone).value)
            icons.draw(painter, cell.icon, square, icon_colour)
        _write(painter, rect, left + lead, text, font, colour)
        if cell.after:
            _after(painter, rect, left + lead + width + sizes.S2, cell, colours)
        if cell.key:
            _key_cap(painter, rect, left + lead + width + sizes.S2, cell.key, colours)

    def _two_lines(
        self, painter: QPainter, rect: QRect, cell: Cell, column: Column[R], colours: Colours
    ) -> None:
        weight = BOLD if cell.bold or column.look is Look.STRONG else MEDIUM
        first, second = fonts.font(Size.BODY, weight), fonts.font(Size.CAPTION)
        if column.look is Look.STRONG:
            first = fonts.font(Size.READ, BOLD)
        flags = Qt.AlignmentFlag.AlignRight if column.align is Align.RIGHT else Qt.AlignmentFlag.AlignLeft
        middle = rect.center().y()
        half = fonts.line_height(Size.BODY)
        for text, font, top, bottom, tone in (
            (cell.text, first, middle - half + 3, middle + 3, cell.tone or Tone.TEXT),
            (cell.detail, second, middle + 2, middle + half - 1, Tone.HELP),
        ):
            line = QRect(rect.left(), top, rect.width(), bottom - top)
            painter.setFont(font)
            painter.setPen(QColor(getattr(colours, tone.value)))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, flags | Qt.AlignmentFlag.AlignVCenter, shown)

    def _pill(self, painter: QPainter, rect: QRect, cell: Cell, colours: Colours) -> None:
        tone = cell.tone or Tone.HELP
        colour = getattr(colours, tone.value)
        ground = getattr(colours, _GROUNDS.get(tone, "hover"))
        font = fonts.font(Size.CAPTION, MEDIUM)
        lead = _lead(cell)
        width = min(QFontMetrics(font).horizontalAdvance(cell.text) + lead + 2 * sizes.S2, rect.width())
        height = fonts.scaled(20)
        shape = QRectF(rect.left(), rect.center().y() - height / 2 + 0.5, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(shape, sizes.R_PILL, sizes.R_PILL)
        if cell.icon:
            square = QRectF(shape.left() + sizes.S2, shape.center().y() - 7, sizes.ICON_ROW, sizes.ICON_ROW)
            icons.draw(painter, cell.icon, square, colour)
        room = QRect(rect.left(), rect.top(), round(width) - sizes.S1, rect.height())
        _write(painter, room, rect.left() + sizes.S2 + lead, cell.text, font, colour)

    # Where things are

    def _column(self, index: _At) -> Column[object]:
        model = index.model()
        columns: tuple[Column[object], ...] = model.columns  # type: ignore[attr-defined] # every model of a TableView is a RowModel
        return columns[index.column()]

    def _indent(self, column: int) -> int:
        return sizes.PAGE_EDGE - self.padding if column == 0 else 0

    def _inside(self, rect: QRect, column: int) -> QRect:
        header = self._view.horizontalHeader()
        first = header.visualIndex(column) == 0
        last = header.visualIndex(column) == header.count() - 1
        left = sizes.PAGE_EDGE if first else self.padding
        right = sizes.PAGE_EDGE if last else self.padding
        return rect.adjusted(left, 0, -right, -sizes.LINE)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _At) -> None:
        """An editor covers its cell, text over text."""
        editor.setGeometry(option.rect)


def _write(painter: QPainter, rect: QRect, left: float, text: str, font: QFont, colour: str) -> int:
    """Write one line in the middle of a row's height; answers its width."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    baseline = rect.top() + (rect.height() + metrics.capHeight()) / 2
    painter.drawText(QPointF(left, round(baseline)), text)
    return metrics.horizontalAdvance(text)


def _lead(cell: Cell) -> int:
    if not cell.icon:
        return 0
    return sizes.ICON_ROW + (sizes.S2 if cell.text and not cell.pill else 0) + (5 if cell.pill else 0)


def _trail(cell: Cell) -> int:
    if not cell.after:
        return 0
    width = sizes.S2 + sizes.ICON_ROW
    if cell.count:
        width += sizes.S1 + QFontMetrics(fonts.font(Size.BODY)).horizontalAdvance(cell.count)
    return width


def _after(painter: QPainter, rect: QRect, left: float, cell: Cell, colours: Colours) -> None:
    square = QRectF(left, rect.center().y() - 6.5, sizes.ICON_ROW, sizes.ICON_ROW)
    icons.draw(painter, cell.after, square, getattr(colours, cell.after_tone.value))
    if cell.count:
        at = left + sizes.ICON_ROW + sizes.S1
        _write(painter, rect, at, cell.count, fonts.font(Size.BODY), colours.text_2)


def _key_cap(painter: QPainter, rect: QRect, left: float, key: str, colours: Colours) -> None:
    font = fonts.font(Size.CAP, MEDIUM)
    width = QFontMetrics(font).horizontalAdvance(key)
    height = fonts.scaled(18)
    shape = QRectF(left + 0.5, rect.center().y() - height / 2 + 0.5, width + 2 * 6, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colours.line_strong))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(shape, sizes.R_PILL, sizes.R_PILL)
    _write(painter, rect, left + 6, key, font, colours.text_2)


def _tick(painter: QPainter, rect: QRect, left: float, *, checked: bool, colours: Colours) -> int:
    square = QRectF(left, rect.center().y() - 7.5, sizes.ICON, sizes.ICON)
    name, colour = ("square-check", colours.accent) if checked else ("square", colours.ctl_border)
    icons.draw(painter, name, square, colour)
    return sizes.ICON + sizes.S2
