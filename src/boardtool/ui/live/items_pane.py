"""The items at the left: taken, in hand, to come, each with its minutes or the time it is expected at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from boardtool.domain.agenda import plain_number
from boardtool.domain.dates import agenda_clock
from boardtool.domain.live import AgainstPlan, Expected
from boardtool.domain.meetings import AgendaItem, Kind
from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, REGULAR, Size
from boardtool.ui.widgets.labels import Words, caption

_LINE = Qt.ItemDataRole.UserRole + 1
_MARK = 34
_NUMBER = 26
_TIME = 62


@dataclass(frozen=True, slots=True)
class ItemLine:
    """What one line shows; `time` is "16 min" or "2.15"."""

    item_id: int
    number: str
    subject: str
    time: str
    state: str
    overran: bool = False
    no_paper: bool = False
    shown: bool = False

    @property
    def spoken(self) -> str:
        paper = ", no paper yet" if self.no_paper else ""
        return f"{self.number} {self.subject}, {self.state}, {self.time}{paper}"


def item_lines(
    items: Sequence[AgendaItem], plan: AgainstPlan, shown: int | None, *, over: bool
) -> list[ItemLine]:
    """The lines of an agenda; once the meeting is `over`, what was not taken says so."""
    expected = {each.item_id: each for each in plan.items}
    return [_line(item, expected[item.id], shown=item.id == shown, over=over) for item in items]


def _line(item: AgendaItem, expected: Expected, *, shown: bool, over: bool) -> ItemLine:
    taken = expected.taken is not None
    running = item.started_at is not None and not taken
    state = "taken" if taken else "in hand" if running else item.outcome or "to come"
    time = f"{expected.taken} min" if taken else "not taken" if over else agenda_clock(expected.start)
    awaited = item.kind in {Kind.PAPER, Kind.TO_FOLLOW} and not item.papers and not item.pages
    return ItemLine(
        item.id,
        plain_number(item.number),
        item.subject,
        "next time" if item.outcome and not taken and not running else time,
        state,
        overran=expected.overran,
        no_paper=awaited and not taken and not over,
        shown=shown,
    )


class ItemsPane(QWidget):
    """`chosen(item_id)` when the person walks to an item, `entered` when they go on into it."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Items")
        self._list = _ItemList()
        self._list.currentItemChanged.connect(self._chosen)
        self._list.entered_item.connect(self.entered)
        head = QHBoxLayout()
        head.setContentsMargins(sizes.S4, sizes.S3, sizes.S4, sizes.S1)
        head.addWidget(Words("Items", size=Size.CAPTION, weight=BOLD, tone=Tone.HELP), 1)
        head.addWidget(caption("expected or taken"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def show_lines(self, lines: Sequence[ItemLine]) -> None:
        self._list.show_lines(lines)

    @property
    def lines(self) -> list[ItemLine]:
        return self._list.lines

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._list.filling:
            self.chosen.emit(item.data(_LINE).item_id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        QPainter(self).fillRect(self.rect(), QColor(colours.sunken))


class _ItemList(QListWidget):
    entered_item = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.filling = False
        self.setAccessibleName("Agenda items")
        self.setProperty("look", "sunken")
        self.setItemDelegate(_ItemDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    @property
    def lines(self) -> list[ItemLine]:
        return [self.item(at).data(_LINE) for at in range(self.count())]

    def show_lines(self, lines: Sequence[ItemLine]) -> None:
        if self.lines == list(lines):
            return
        self.filling = True
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        for at, line in enumerate(lines):
            if at >= self.count():
                self.addItem(QListWidgetItem())
            item = self.item(at)
            item.setData(_LINE, line)
            item.setText(line.spoken)
            item.setToolTip(line.subject)
            if line.shown:
                self.setCurrentItem(item)
        self.filling = False
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the subjects elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered_item.emit()
        else:
            super().keyPressEvent(event)


class _ItemDelegate(QStyledItemDelegate):
    """Paints a line: tick or arrow, number, subject on as many lines as it takes, paper, time."""

    def __init__(self, items: QListWidget) -> None:
        super().__init__(items)
        self._list = items

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: ItemLine = index.data(_LINE)
        row = fonts.scaled(sizes.ROW_ROOMY)
        width = self._list.viewport().width()
        room = _subject_room(QRect(0, 0, width, row), no_paper=line.no_paper)
        flags = Qt.TextFlag.TextWordWrap
        words = QFontMetrics(fonts.font(weight=_weight(line))).boundingRect(
            QRect(0, 0, room.width(), 1000), flags, line.subject
        )
        return QSize(0, max(row, words.height() + sizes.S4))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: ItemLine = index.data(_LINE)
        colours = colours_of(option.palette)
        rect: QRect = option.rect
        painter.save()
        self._ground(painter, option, line, colours)
        self._mark(painter, rect, line, colours)
        quiet = colours.text_2 if line.state == "taken" else colours.text
        running = line.state == "in hand"
        font = fonts.font(weight=_weight(line))
        number = QRect(rect.left() + _MARK, rect.top(), fonts.scaled(_NUMBER) - sizes.S2, rect.height())
        _write(
            painter, number, line.number, fonts.font(weight=BOLD if running else MEDIUM), quiet, right=True
        )
        room = _subject_room(rect, no_paper=line.no_paper)
        painter.setFont(font)
        painter.setPen(QColor(quiet))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, flags | Qt.TextFlag.TextWordWrap, line.subject)
        if line.no_paper:
            square = QRectF(
                room.right() + sizes.S1,
                rect.center().y() - sizes.ICON_ROW / 2,
                sizes.ICON_ROW,
                sizes.ICON_ROW,
            )
            icons.draw(painter, "triangle-alert", square, colours.late)
        time = rect.adjusted(0, 0, -sizes.S4, 0)
        strong = BOLD if running or line.overran else REGULAR
        tint = colours.due if line.overran else colours.text_2
        _write(painter, time, line.time, fonts.font(Size.CAPTION, strong), tint, right=True)
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem, line: ItemLine, colours: Colours) -> None:
        rect: QRect = option.rect
        if line.shown:
            painter.fillRect(rect, QColor(colours.select))
            painter.fillRect(rect.left(), rect.top(), sizes.RAIL_BAR, rect.height(), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        if line.shown and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            pen = painter.pen()
            pen.setWidth(sizes.FOCUS)
            painter.setPen(pen)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @staticmethod
    def _mark(painter: QPainter, rect: QRect, line: ItemLine, colours: Colours) -> None:
        name = {"taken": "check", "in hand": "play"}.get(line.state)
        if name is None:
            return
        tint = colours.accent if line.state == "in hand" else colours.text_2
        top = rect.center().y() - sizes.ICON_ROW / 2 + 0.5
        icons.draw(painter, name, QRectF(rect.left() + sizes.S3, top, sizes.ICON_ROW, sizes.ICON_ROW), tint)


def _weight(line: ItemLine) -> QFont.Weight:
    return BOLD if line.state == "in hand" else REGULAR


def _subject_room(rect: QRect, *, no_paper: bool) -> QRect:
    left = _MARK + fonts.scaled(_NUMBER)
    right = fonts.scaled(_TIME) + (sizes.ICON_ROW + sizes.S1 if no_paper else 0)
    return QRect(rect.left() + left, rect.top(), rect.width() - left - right, rect.height())


def _write(painter: QPainter, rect: QRect, text: str, font: QFont, tint: str, *, right: bool) -> None:
    painter.setFont(font)
    painter.setPen(QColor(tint))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, text)
