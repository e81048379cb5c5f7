"""What one types into: a search field, a text edited where it stands, and rows of a form."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
    QWidgetAction,
)

from boardtool.domain.dates import short_date
from boardtool.domain.errors import CannotDoError
from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.widgets.buttons import bare
from boardtool.ui.widgets.labels import KeyCap, Words
from boardtool.ui.widgets.notices import FieldError

_PAUSE = 200


class SearchField(QLineEdit):
    """A field that filters: `searched(text)` is emitted after a short pause, at once on Enter."""

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.setTextMargins(sizes.ICON + sizes.S1, 0, 0, 0)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self._tell)

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        square = QRectF(sizes.S2 + 2, (self.height() - sizes.ICON) / 2, sizes.ICON, sizes.ICON)
        icons.draw(painter, "search", square, colours_of(self.palette()).text_3)


class HintedField(QLineEdit):
    """A field that says which key takes what was typed ("What has happened since…  Enter")."""

    taken = Signal(str)

    def __init__(self, placeholder: str, *, name: str, key: str = "Enter") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, sizes.S2, 0)
        row.addStretch()
        cap = KeyCap(key)
        row.addWidget(cap)
        self.setTextMargins(0, 0, cap.sizeHint().width() + sizes.S1, 0)
        self.returnPressed.connect(self._take)

    def _take(self) -> None:
        if self.text().strip():
            self.taken.emit(self.text())


class DateField(QWidget):
    """A date as people type it, or picked from a calendar; empty is no date.

    `read` turns words into a day or raises CannotDoError, whose sentence is shown under the field of a form.
    """

    changed = Signal()

    def __init__(self, *, name: str, read: Callable[[str], date]) -> None:
        super().__init__()
        self._read = read
        self.box = QLineEdit()
        self.box.setAccessibleName(name)
        self.box.setPlaceholderText("6 Sep 2022")
        self.box.textChanged.connect(lambda _text: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S1)
        row.addWidget(self.box)
        self._calendar = bare("calendar", "Choose a day", self._pick)
        row.addWidget(self._calendar)
        self.setFocusProxy(self.box)

    def set_value(self, day: date | None) -> None:
        self.box.setText(f"{short_date(day)} {day.year}" if day is not None else "")

    def value(self) -> date | None:
        """The day, None when empty.

        Raises:
            CannotDoError: what was typed is no date.
        """
        typed = self.box.text().strip()
        return self._read(typed) if typed else None

    def _pick(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        try:
            day = self.value()
        except CannotDoError:
            day = None
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(lambda chosen: self._chosen(chosen, menu))
        calendar.activated.connect(lambda chosen: self._chosen(chosen, menu))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _chosen(self, chosen: QDate, menu: QMenu) -> None:
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        menu.close()


class Form(QWidget):
    """Rows of label and field, each with room for a sentence under it.

    `wrong(name, sentence)` marks a field, puts the focus there and leaves what was typed; `right()`
    clears all. A row that is not asked now is put away with `show_row(name, shown=False)`.
    """

    marked = Signal(QWidget)
    """The box of a field that was found wrong."""

    def __init__(self, *, label_width: int = 120) -> None:
        super().__init__()
        self._fields: dict[str, QWidget] = {}
        self._errors: dict[str, FieldError] = {}
        self._rows: dict[str, list[QWidget]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(sizes.S4)
        self._grid.setVerticalSpacing(sizes.S1)
        self._grid.setColumnMinimumWidth(0, fonts.scaled(label_width))
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def add(self, name: str, words: str, field: QWidget, *, help_text: str = "") -> None:
        """Add a row; `words` is the label, whose Alt letter (&) leads to the field."""
        label = QLabel(words)
        label.setBuddy(field)
        label.setFont(fonts.font())
        label.setMinimumHeight(fonts.scaled(sizes.CONTROL))
        if isinstance(field, QComboBox):  # long choices give way, and do not widen the form
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if not field.accessibleName():
            field.setAccessibleName(words.replace("&", ""))
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)
        self._rows[name] = [label, field]
        if help_text:
            note = Words(help_text, size=fonts.Size.CAPTION, tone=Tone.HELP, wrap=True)
            self._grid.addWidget(note, row + 1, 1)
            self._rows[name].append(note)
        error = FieldError()
        self._grid.addWidget(error, row + 2, 1)
        self._grid.setRowMinimumHeight(row + 3, sizes.S1)
        self._fields[name] = field
        self._errors[name] = error

    def show_row(self, name: str, *, shown: bool) -> None:
        for widget in self._rows[name]:
            widget.setVisible(shown)
        if not shown:
            self._errors[name].say("")

    def wrong(self, name: str, sentence: str) -> None:
        self.right()
        self._mark(name, wrong=True)
        self._errors[name].say(sentence)
        field = self._typed_into(name)
        field.setAccessibleDescription(sentence)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.marked.emit(field)

    def right(self) -> None:
        for name, error in self._errors.items():
            self._mark(name, wrong=False)
            error.say("")
            self._typed_into(name).setAccessibleDescription("")

    def _typed_into(self, name: str) -> QWidget:
        """The box within a field that has one."""
        return self._fields[name].focusProxy() or self._fields[name]

    def _mark(self, name: str, *, wrong: bool) -> None:
        marked = self._typed_into(name)
        marked.setProperty("wrong", wrong)
        marked.style().unpolish(marked)
        marked.style().polish(marked)
        marked.update()


def paragraph_field(name: str, *, lines: int = 4) -> QPlainTextEdit:
    """A box for a few sentences; Tab leaves it."""
    box = QPlainTextEdit()
    box.setAccessibleName(name)
    box.setTabChangesFocus(True)
    box.setFixedHeight(lines * fonts.line_height(fonts.Size.BODY) + 2 * sizes.S2)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
