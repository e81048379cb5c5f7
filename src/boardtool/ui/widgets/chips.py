"""Filter chips: a few words that open a menu of choices, or a choice that is on or off."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, REGULAR
from boardtool.ui.widgets.buttons import IconButton
from boardtool.ui.widgets.labels import body

_EDGE = 10
_ARROW = 14


class Chip(IconButton):
    """A chip in two weights: words that name the filter, then what is chosen."""

    def __init__(self, words: str, *, icon: str = "", tone: Tone = Tone.HELP, arrow: bool = False) -> None:
        super().__init__(words, look="chip", icon=icon, tone=tone)
        self._chosen = ""
        self._arrow = arrow

    @property
    def chosen_words(self) -> str:
        return self._chosen

    def show_choice(self, chosen: str, *, on: bool) -> None:
        self._chosen = chosen
        self.setProperty("on", on)
        self.setAccessibleName(f"{self.text()} {chosen}".strip())
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()
        self.update()

    def parts(self) -> list[tuple[str, QFont, Tone]]:
        on = self.property("on") is True
        named = (self.text(), fonts.font(weight=MEDIUM if on else REGULAR), Tone.TEXT if on else Tone.HELP)
        chosen = (self._chosen, fonts.font(weight=BOLD), Tone.TEXT)
        return [part for part in (named, chosen) if part[0]]

    def edge(self) -> int:
        return _EDGE + 1

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + (sizes.S2 + _ARROW if self._arrow else 0), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._arrow:
            painter = QPainter(self)
            place = QRectF(self.width() - _EDGE - _ARROW, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
            icons.draw(painter, "chevron-down", place, colours_of(self.palette()).text_2)


class MenuChip(Chip):
    """A filter with a menu of (value, words); `chosen(value)` is emitted when another is picked.

    The first choice is the resting one ("All boards", "any"). With a `name` the chip reads "Status: open",
    without it only what is chosen.
    """

    chosen = Signal(str)
    opening = Signal()
    """Emitted before the menu opens, for choices that are costly to know."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], *, rest: str = "") -> None:
        super().__init__("", arrow=True)
        self._name = name
        self._rest = rest
        self._choices: list[tuple[str, str]] = []
        self.value = ""
        self._menu = QMenu(self)
        self.clicked.connect(self._open)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        self._choices = list(choices)
        if self.value not in dict(choices) and choices:
            self.value = choices[0][0]
        self._menu.clear()
        group = QActionGroup(self._menu)
        for value, words in choices:
            action = QAction(words, self._menu)
            action.setCheckable(True)
            action.setChecked(value == self.value)
            action.triggered.connect(lambda _checked=False, value=value: self.choose(value))
            group.addAction(action)
            self._menu.addAction(action)
        self._show()

    def choose(self, value: str) -> None:
        """Pick a choice as the person would."""
        if value == self.value:
            return
        self.value = value
        self.set_choices(self._choices)
        self.chosen.emit(value)

    def _show(self) -> None:
        resting = not self._choices or self.value == self._choices[0][0]
        words = dict(self._choices).get(self.value, "")
        if resting:
            self.setText(self._rest or (f"{self._name}:" if self._name else words))
            self.show_choice("" if self._rest or not self._name else words, on=False)
        else:
            self.setText(f"{self._name}:" if self._name else words)
            self.show_choice(words if self._name else "", on=True)

    def _open(self) -> None:
        self.opening.emit()
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class ChipBar(QWidget):
    """Chips in a row beneath the header, with a grey fact at the right end; hairline below."""

    def __init__(self, *chips: QWidget) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(sizes.PAGE_EDGE, 0, sizes.PAGE_EDGE, sizes.S3)
        self._row.setSpacing(sizes.S2)
        for chip in chips:
            if isinstance(chip, QLineEdit):
                chip.setProperty("look", "filter")
            self._row.addWidget(chip)
        self._row.addStretch(1)
        self._fact = body(tone=Tone.HELP)
        self._row.addWidget(self._fact)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QColor(colours_of(self.palette()).line)
        QPainter(self).fillRect(0, self.height() - sizes.LINE, self.width(), sizes.LINE, line)

    def set_fact(self, words: str) -> None:
        self._fact.setText(words)

    def add(self, chip: QWidget) -> None:
        self._row.insertWidget(self._row.count() - 2, chip)

    def add_at_end(self, chip: QWidget) -> None:
        """Put a chip at the right end, behind the fact: how the rows are shown, not which."""
        self._row.addWidget(chip)


class SwitchChips(QWidget):
    """Chips of which one is on: what is shown of a list ("All 26 · New 2 · Rejected 3")."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(sizes.S2)
        self._chips: dict[str, Chip] = {}
        self.value = ""

    def add(self, value: str, words: str, count: str = "", *, icon: str = "", tone: Tone = Tone.TEXT) -> None:
        chip = Chip(words, icon=icon, tone=tone)
        chip.clicked.connect(lambda _checked=False: self.choose(value))
        self._chips[value] = chip
        self._row.addWidget(chip)
        chip.show_choice(count, on=False)
        if len(self._chips) == 1:
            self.value = value
            chip.show_choice(count, on=True)

    def set_count(self, value: str, count: str) -> None:
        self._chips[value].show_choice(count, on=value == self.value)

    def choose(self, value: str) -> None:
        if value == self.value:
            return
        self.value = value
        for each, chip in self._chips.items():
            chip.show_choice(chip.chosen_words, on=each == value)
        self.chosen.emit(value)
