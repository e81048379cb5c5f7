"""The people of a meeting in groups by where they are, each with a shape: disc, camera, ring, half disc."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from boardtool.domain.meetings import Attendance
from boardtool.domain.whereabouts import Where, note
from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, colours_of
from boardtool.ui.theme.fonts import BOLD, REGULAR, Size

_LINE = Qt.ItemDataRole.UserRole + 1
_DISC = 5.0
_GROUP_ABOVE = 6


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person of the list, or (without one) the heading of a group with its count."""

    place: Where
    person: Attendance | None = None
    count: int = 0
    note: str = ""
    out: bool = False

    @property
    def spoken(self) -> str:
        if self.person is None:
            return f"{self.place.value}, {self.count}"
        post = self.person.post if self.person.post != self.person.name else ""
        out = "interest in this item" if self.out else ""
        return ", ".join(
            part for part in (self.person.name, post, self.place.value.lower(), self.note, out) if part
        )


def person_lines(
    groups: Mapping[Where, Sequence[Attendance]], at: str, out: frozenset[int]
) -> list[PersonLine]:
    lines = []
    for place, people in groups.items():
        lines.append(PersonLine(place, count=len(people)))
        lines.extend(
            PersonLine(place, person, note=_note(person, at, out), out=person.id in out) for person in people
        )
    return lines


def _note(person: Attendance, at: str, out: frozenset[int]) -> str:
    return note(person, at) or ("interest" if person.id in out else "")


class PeopleList(QListWidget):
    """`pressed(letter)` when a letter key is pressed on a person."""

    pressed_letter = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("People at the meeting")
        self.setProperty("look", "sunken")
        self.setItemDelegate(_PersonDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    @property
    def lines(self) -> list[PersonLine]:
        return [self.item(at).data(_LINE) for at in range(self.count())]

    @property
    def person(self) -> Attendance | None:
        at = self.currentRow()
        lines = self.lines
        return lines[at].person if 0 <= at < len(lines) else None

    def show_lines(self, lines: Sequence[PersonLine]) -> None:
        """Show everybody anew; who was current stays so, or else the one who stood below."""
        if self.lines == list(lines):
            return
        wanted = self._wanted({line.person.id for line in lines if line.person is not None})
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.spoken)
            item.setData(_LINE, line)
            if line.person is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            else:
                item.setToolTip(line.spoken)
            self.addItem(item)
        self._choose(wanted)

    def step_down(self) -> None:
        """Go to the next person of the same group, as in calling a roll."""
        self._next = self._below()

    def _below(self) -> int | None:
        here = self.currentRow()
        lines = self.lines
        if not 0 <= here < len(lines):
            return None
        below = [line for line in lines[here + 1 :] if line.person and line.place is lines[here].place]
        return below[0].person.id if below and below[0].person is not None else None

    _next: int | None = None

    def _wanted(self, there: set[int]) -> int | None:
        if self._next in there:
            wanted, self._next = self._next, None
            return wanted
        self._next = None
        return self.person.id if self.person is not None else None

    def _choose(self, wanted: int | None) -> None:
        first = None
        for at, line in enumerate(self.lines):
            if line.person is not None:
                first = at if first is None else first
                if line.person.id == wanted:
                    self.setCurrentRow(at)
                    return
        if first is not None:
            self.setCurrentRow(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if plain and len(letter) == 1 and letter.isalpha():
            self.pressed_letter.emit(letter)
        else:
            super().keyPressEvent(event)


class _PersonDelegate(QStyledItemDelegate):
    """Paints a heading with its count, or a person's shape, name and note."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: PersonLine = index.data(_LINE)
        first = index.row() == 0
        above = 0 if line.person is not None or first else _GROUP_ABOVE
        return QSize(0, fonts.scaled(sizes.ROW_GRID + 1) + above)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: PersonLine = index.data(_LINE)
        colours = colours_of(option.palette)
        rect = option.rect.adjusted(sizes.S4, 0, -sizes.S4, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.person is None:
            self._heading(painter, rect, line, colours)
        else:
            self._ground(painter, option, colours)
            self._person(painter, rect, line, line.person, colours)
        painter.restore()

    @staticmethod
    def _heading(painter: QPainter, rect: QRect, line: PersonLine, colours: Colours) -> None:
        low = Qt.AlignmentFlag.AlignBottom
        rect = rect.adjusted(0, 0, 0, -sizes.S1 - 1)
        painter.setFont(fonts.font(Size.CAPTION, BOLD))
        painter.setPen(QColor(colours.text_2))
        painter.drawText(rect, low | Qt.AlignmentFlag.AlignLeft, line.place.value)
        painter.setPen(QColor(colours.text))
        painter.drawText(rect, low | Qt.AlignmentFlag.AlignRight, str(line.count))

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
        selected = option.state & QStyle.StateFlag.State_Selected
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if selected and focused:
            painter.fillRect(option.rect, QColor(colours.select))
            painter.setPen(QPen(QColor(colours.accent), sizes.FOCUS))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))

    def _person(
        self, painter: QPainter, rect: QRect, line: PersonLine, person: Attendance, colours: Colours
    ) -> None:
        self._shape(painter, rect, line.place, colours)
        left = sizes.ICON + sizes.S2
        middle = Qt.AlignmentFlag.AlignVCenter
        small = fonts.font(Size.CAPTION)
        wide = QFontMetrics(small).horizontalAdvance(line.note)
        painter.setFont(small)
        painter.setPen(QColor(colours.due if line.out else colours.text_2))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, line.note)
        there = line.place in {Where.ROOM, Where.VIDEO, Where.EXPECTED}
        font = fonts.font(weight=REGULAR)
        room = rect.adjusted(left, 0, -(wide + sizes.S2) if wide else 0, 0)
        painter.setFont(font)
        painter.setPen(QColor(colours.text if there else colours.text_2))
        name = QFontMetrics(font).elidedText(person.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, name)

    @staticmethod
    def _shape(painter: QPainter, rect: QRect, place: Where, colours: Colours) -> None:
        middle = QRectF(rect.left() + 2, rect.center().y() - _DISC + 0.5, 2 * _DISC, 2 * _DISC)
        drawn = {Where.VIDEO: "video", Where.EXPECTED: "circle-dashed", Where.ABSENT: "minus"}
        if place in drawn:
            square = QRectF(rect.left(), rect.center().y() - 6.5, sizes.ICON_ROW, sizes.ICON_ROW)
            icons.draw(painter, drawn[place], square, colours.text_2)
            return
        ring = QPen(QColor(colours.text_2), 1.5)
        if place is Where.ROOM:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.done))
            painter.drawEllipse(middle)
        else:
            painter.setPen(ring)
            painter.drawEllipse(middle.adjusted(0.5, 0.5, -0.5, -0.5))
            if place is Where.LEFT:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.text_2))
                painter.drawPie(middle, 90 * 16, 180 * 16)
