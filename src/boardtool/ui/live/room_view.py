"""The window for the projector: it is handed a `RoomPicture` and so cannot show anything else."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from boardtool.domain.room import RoomPicture
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.appearance import palette_in
from boardtool.ui.theme.colours import LIGHT, Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, REGULAR

_EDGE, _ABOVE, _NUMBER, _GAP = 72, 40, 112, 30
_LABEL, _ACTION = 64, 188
_RAGGED = 1.2


class RoomView(QDialog):
    """Large and calm, always light, its letters as high as the screen allows; Esc closes it."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle("Room view")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the keys stay with the minutes
        self.setAccessibleName("Room view")
        self.setPalette(palette_in(LIGHT))
        self._picture = RoomPicture("", "")
        self._time = ""
        self._column = QVBoxLayout(self)
        self._body: QWidget | None = None
        self._clock: QLabel | None = None
        self.resize(960, 600)

    def show_picture(self, picture: RoomPicture) -> None:
        if picture != self._picture or self._body is None:
            self._picture = picture
            self._build()

    def show_time(self, time: str) -> None:
        self._time = time
        if self._clock is not None:
            self._clock.setText(time)

    def open_on(self, screen: QScreen, *, whole: bool) -> None:
        """Show the window on a screen, filling it where it is not the one that is worked on."""
        self.setScreen(screen)
        if whole:
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        else:
            self.show()
        self.raise_()

    # Building

    def _build(self) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.setParent(None)
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        edge = self._high(_EDGE)
        column.setContentsMargins(edge, self._high(_ABOVE), edge, self._high(sizes.S5))
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(self._high(sizes.S7))
        column.addLayout(self._title())
        column.addWidget(self._record(), 1)
        column.addWidget(self._foot())
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._words(self._picture.board, sizes.ROOM_SMALL, Tone.HELP), 1)
        row.addWidget(self._words(self._picture.day, sizes.ROOM_SMALL, Tone.HELP))
        return row

    def _title(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        number = self._words(self._picture.number, sizes.ROOM_TITLE, Tone.ACCENT, BOLD)
        number.setFixedWidth(self._high(_NUMBER))
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        number.setContentsMargins(0, 0, self._high(_NUMBER - 72), 0)
        row.addWidget(number)
        words = QVBoxLayout()
        words.setSpacing(self._high(sizes.S2))
        title = self._words(self._picture.title, sizes.ROOM_TITLE, Tone.TEXT, BOLD)
        title.setMaximumWidth(self._even_width(title))
        words.addWidget(title)
        if self._picture.detail:
            words.addWidget(self._words(self._picture.detail, sizes.ROOM_BODY, Tone.HELP))
        row.addLayout(words, 1)
        return row

    def _even_width(self, title: QLabel) -> int:
        """The width at which the lines of a title are about equally long."""
        room = self.width() - 2 * self._high(_EDGE) - self._high(_NUMBER)
        whole = title.fontMetrics().horizontalAdvance(title.text())
        lines = -(-whole // max(room, 1))
        return room if lines <= 1 else min(room, round(whole / lines * _RAGGED))

    def _record(self) -> QWidget:
        """Resolutions and actions; where they are more than the screen holds, the newest are seen."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(self._high(_NUMBER), self._high(_GAP), 0, 0)
        column.setSpacing(0)
        if self._picture.resolutions:
            column.addWidget(self._heading(f"RESOLVED that {self._picture.lead}".rstrip()))
            column.addLayout(self._resolutions())
            column.addSpacing(self._high(_GAP))
        if self._picture.actions:
            column.addWidget(self._heading("ACTIONS"))
            column.addLayout(self._actions())
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))
        return area

    def _heading(self, words: str) -> QWidget:
        heading = _RuledHeading(self._words(words, sizes.ROOM_SMALL, Tone.ACCENT, BOLD), self._high(sizes.S3))
        heading.setAccessibleName(words)
        return heading

    def _resolutions(self) -> QGridLayout:
        grid = self._grid(_LABEL)
        for row, each in enumerate(self._picture.resolutions):
            words = self._words(each.text, sizes.ROOM_READ, Tone.TEXT)
            if each.label:
                label = self._words(each.label, sizes.ROOM_READ, Tone.HELP)
                grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(words, row, 1)
            else:
                grid.addWidget(words, row, 0, 1, 2)
        return grid

    def _actions(self) -> QGridLayout:
        grid = self._grid(_ACTION)
        for row, each in enumerate(self._picture.actions):
            number = self._words(each.number, sizes.ROOM_BODY, Tone.HELP)
            grid.addWidget(number, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._words(each.text, sizes.ROOM_BODY, Tone.TEXT), 2 * row, 1)
            if each.detail:
                detail = self._words(each.detail, sizes.ROOM_SMALL, Tone.HELP)
                detail.setContentsMargins(0, 0, 0, self._high(sizes.S3))
                grid.addWidget(detail, 2 * row + 1, 1)
        return grid

    def _grid(self, first: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, self._high(sizes.S4), 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(self._high(sizes.S1))
        grid.setColumnMinimumWidth(0, self._high(first))
        grid.setColumnStretch(1, 1)
        return grid

    def _foot(self) -> QWidget:
        foot = _Foot()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, self._high(sizes.S3), 0, 0)
        row.setSpacing(self._high(sizes.S4 - 2))
        if self._picture.next_title:
            row.addWidget(self._words("Next", sizes.ROOM_SMALL, Tone.HELP), 0)
            row.addWidget(self._words(self._picture.next_number, sizes.ROOM_SMALL, Tone.TEXT, BOLD), 0)
            following = self._words(self._picture.next_title, sizes.ROOM_SMALL, Tone.HELP)
            following.setWordWrap(True)
            row.addWidget(following, 1)
        else:
            row.addStretch(1)
        self._clock = self._words(self._time, sizes.ROOM_READ, Tone.TEXT, MEDIUM)
        row.addWidget(self._clock)
        return foot

    def _words(self, text: str, size: int, tone: Tone, weight: QFont.Weight = REGULAR) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(size != sizes.ROOM_SMALL)
        letters = fonts.sized(self._high(size))
        letters.setWeight(weight)
        label.setFont(letters)
        tinted = self.palette()
        tinted.setColor(label.foregroundRole(), QColor(getattr(LIGHT, tone.value)))
        label.setPalette(tinted)
        return label

    def _high(self, length: int) -> int:
        """A length at 900 lines, at the height that this window has."""
        return round(length * min(self.height() / sizes.ROOM_LINES, self.width() / (sizes.ROOM_LINES * 1.4)))

    # The window

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.Resize and self._body is not None:
            self._build()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.reject()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(LIGHT.surface))


class _RuledHeading(QWidget):
    def __init__(self, words: QLabel, below: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, below)
        column.addWidget(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QRect(0, self.height() - sizes.FOCUS, self.width(), sizes.FOCUS)
        QPainter(self).fillRect(line, QColor(colours_of(self.palette()).line_strong))


class _Foot(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(colours_of(self.palette()).line))
