"""What is being minuted: number and subject, who brings it and how, and the button that goes on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from boardtool.domain.agenda import page_range, plain_number
from boardtool.domain.exempt import closed_as
from boardtool.domain.meetings import AgendaItem, Kind
from boardtool.domain.text import begun
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.widgets.buttons import IconButton
from boardtool.ui.widgets.labels import KeyCap, OneLine, Pill, Words

_NUMBER = 40


class ItemTitle(QWidget):
    """`pressed` when the button at the right is; what it does is the page's affair."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = Words(size=Size.TITLE, weight=BOLD, tone=Tone.ACCENT)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._number.setMinimumWidth(fonts.scaled(_NUMBER) - sizes.S3)
        self._subject = Words(size=Size.TITLE, weight=BOLD, wrap=True)
        self._subject.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._facts = OneLine(tone=Tone.HELP)
        self._exempt = Pill("", "eye-off", Tone.DUE)
        self.button = KeyedButton("Next item", "Ctrl ↵")
        self.button.clicked.connect(lambda _checked=False: self.pressed.emit())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._subject)
        facts = QHBoxLayout()
        facts.setSpacing(sizes.S2)
        facts.addWidget(self._exempt)
        facts.addWidget(self._facts, 1)
        words.addLayout(facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S3)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_item(self, item: AgendaItem) -> None:
        self._number.setText(plain_number(item.number))
        self._subject.setText(item.subject)
        self._facts.setText(facts_of(item))
        self._exempt.setVisible(bool(item.exempt))
        self._exempt.show_status(begun(closed_as(item.exempt)), "eye-off", Tone.DUE)

    def offer(self, words: str, *, look: str = "") -> None:
        """Say what the button does now, and how it looks; without words it goes."""
        self.button.setVisible(bool(words))
        self.button.say(words, look)


def facts_of(item: AgendaItem) -> str:
    """“Director of Place · paper, pages 19 – 58 · to discuss · started 13:55”."""
    kind = item.kind.value if item.kind is not Kind.NONE else ""
    pages = f"pages {page_range(item.pages)}" if item.pages else ""
    started = f"started {item.started_at:%H:%M}" if item.started_at is not None else ""
    parts = (
        ", ".join(item.presenters),
        ", ".join(part for part in (kind, pages) if part),
        item.purpose.value,
        started,
    )
    return " · ".join(part for part in parts if part)


class KeyedButton(IconButton):
    """A button that shows its keys; Enter presses it too."""

    def __init__(self, words: str, keys: str) -> None:
        super().__init__(words)
        self._keys = keys
        self._cap = KeyCap(keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, sizes.S3, 0)
        row.addStretch()
        row.addWidget(self._cap)

    def say(self, words: str, look: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({self._keys})")
        if look != self.property("look"):
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._cap.sizeHint().width() + sizes.S3, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words at the left, which leaves the right for the keys."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        colours = colours_of(self.palette())
        painter.setPen(QColor(colours.on_accent if self.property("look") == "primary" else colours.text))
        room = self.rect().adjusted(sizes.S3 + 1, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)
