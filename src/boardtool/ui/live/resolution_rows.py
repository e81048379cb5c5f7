"""The rows of RESOLVED that…: one resolution, the empty one, the lead, and the warning of no quorum."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.minutes import Resolution
from boardtool.ui.live.line_edits import GrowingLine
from boardtool.ui.live.line_field import LineField
from boardtool.ui.live.record_parts import RecordRow
from boardtool.ui.live.status_button import StatusButton
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.labels import Icon, Words, body, caption
from boardtool.ui.widgets.notices import FieldError

_LABEL = 28
_LEAD_MARGIN = -7


class ResolutionRow(RecordRow):
    """Label, words, and whether the room can see it; `toggled(bool)` asks for it to be agreed or a draft."""

    toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._agreed = False
        self._label = _label()
        self.line = _ResolutionLine("Resolution")
        self.status = StatusButton()
        self.status.clicked.connect(self._toggle)
        self.line.toggled.connect(self._toggle)
        self.row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.status, 0, Qt.AlignmentFlag.AlignTop)

    def show_resolution(self, resolution: Resolution, *, read_only: bool) -> None:
        self._agreed = resolution.agreed_at is not None
        self._label.setText(resolution.label)
        self.line.setAccessibleName(f"Resolution {resolution.label}".strip())
        self.line.show_words(resolution.text)
        self.line.setReadOnly(read_only)
        self.status.setEnabled(not read_only)
        if resolution.agreed_at is None:
            spoken = "Draft, the room does not see it. Press to record that it is agreed (Ctrl+Shift+Enter)"
            self.status.say("draft, not on screen", "eye-off", Tone.HELP, spoken=spoken)
        else:
            spoken = (
                f"Agreed at {resolution.agreed_at:%H:%M}. Press to make it a draft again (Ctrl+Shift+Enter)"
            )
            self.status.say(f"agreed {resolution.agreed_at:%H:%M}", "circle-check", Tone.DONE, spoken=spoken)

    def _toggle(self) -> None:
        if not self.line.isReadOnly():
            self.line.commit()
            self.toggled.emit(not self._agreed)


class _ResolutionLine(GrowingLine):
    """Words of a resolution; `toggled` on Ctrl+Shift+Enter."""

    toggled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() == both:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() == both:
                event.accept()
                return True
        return super().event(event)


class EntryRow(RecordRow):
    """The row a new resolution is typed into."""

    def __init__(self) -> None:
        super().__init__()
        self._label = _label()
        self.line = GrowingLine("New resolution", placeholder="What is resolved…")
        self._error = FieldError()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.line)
        words.addWidget(self._error)
        self.row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(words, 1)

    def show_label(self, label: str) -> None:
        self._label.setText(label)

    def clear(self) -> None:
        self.line.empty()
        self.line.mark_wrong(wrong=False)
        self._error.say("")

    def wrong(self, sentence: str) -> None:
        self.line.mark_wrong(wrong=True)
        self._error.say(sentence)


class LeadField(LineField):
    """What stands between "RESOLVED that" and the resolutions, as wide as its words."""

    def __init__(self) -> None:
        super().__init__("Lead of the resolutions", several=False)
        # The edge of the field stands in the gap between the words, so that they read as one line.
        self.setTextMargins(_LEAD_MARGIN, 0, _LEAD_MARGIN, 0)
        self.textChanged.connect(lambda _text: self._fit())
        self._fit()

    def propose(self, lead: str) -> None:
        """Say in grey what usually stands here."""
        self.setPlaceholderText(with_colon(lead))
        self._fit()

    def _fit(self) -> None:
        words = self.text() or self.placeholderText()
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(words) + sizes.S5)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


def with_colon(lead: str) -> str:
    """A lead as it is printed above several resolutions: "the Board:"."""
    return f"{lead}:" if lead and not lead.endswith(":") else lead


class QuorumWarning(QWidget):
    """That there is no quorum for what is being resolved (R23): it warns, and stops nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._words = caption(tone=Tone.DUE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S1, 0, sizes.S1)
        line = RecordRow()
        line.row.setContentsMargins(0, 0, 0, sizes.S1)
        line.row.addWidget(Icon("triangle-alert", Tone.DUE, size=sizes.ICON_ROW))
        line.row.addWidget(self._words, 1)
        column.addWidget(line)
        self.hide()

    def say(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


def _label() -> Words:
    made = body(tone=Tone.HELP)
    made.setFixedWidth(fonts.scaled(_LABEL))
    made.setFixedHeight(fonts.scaled(sizes.CONTROL))
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
