"""RESOLVED that…: the numbered resolutions of an item, each a draft or agreed, written where they stand."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.minutes import Minute, Resolution
from boardtool.domain.room import DEFAULT_LEAD
from boardtool.ui.live.line_edits import GrowingLine
from boardtool.ui.live.names_field import NamesField
from boardtool.ui.live.record_parts import RecordHeading, RecordRow
from boardtool.ui.live.status_button import StatusButton
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.labels import Icon, Words, body, caption
from boardtool.ui.widgets.notices import FieldError

_LABEL = 28
_LEAD_MARGIN = -7


class Resolutions(QWidget):
    """The list and the row to add one.

    Signals: `added(text)`, `changed(id, text)`, `agreed(id, bool)`, `moved(id, to)`, `removed(id)`,
    `lead_changed(text)`; `escaped` when the person wants to go back to the narrative.
    """

    added = Signal(str)
    changed = Signal(int, str)
    agreed = Signal(int, bool)
    moved = Signal(int, int)
    removed = Signal(int)
    lead_changed = Signal(str)
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Resolutions")
        self._rows: dict[int, ResolutionRow] = {}
        self._read_only = False
        self._adding = False
        self._order: list[int] = []
        self._no_quorum = ""
        self._heading = RecordHeading("RESOLVED", "F7", "resolution")
        self._lead = _LeadField()
        self._lead.committed.connect(lambda lead: self.lead_changed.emit(lead.rstrip(" :")))
        self._lead.entered.connect(self._lead.commit)
        self._lead.escaped.connect(self.escaped)
        self._heading.put_after_words(body("that", tone=Tone.HELP), self._lead)
        self._warning = _Warning()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.entry = _EntryRow()
        self.entry.line.entered.connect(self._enter)
        self.entry.line.committed.connect(self._add)
        self.entry.line.escaped.connect(self._let_go)
        self.entry.line.walked.connect(lambda by: self._walk(None, by))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._warning)
        column.addLayout(self._column)
        column.addWidget(self.entry)

    # What is shown

    def show_minute(self, minute: Minute | None, *, no_quorum: str, read_only: bool) -> None:
        """Show the resolutions of a minute; `no_quorum` is a sentence, "" while there is one."""
        self._read_only = read_only
        resolutions = minute.resolutions if minute is not None else ()
        self._lead.show_words(_with_colon(minute.lead) if minute is not None else "")
        self._lead.setReadOnly(read_only)
        self._warning.say(no_quorum if resolutions or self._adding else "")
        self._no_quorum = no_quorum
        wanted = {each.id for each in resolutions}
        for gone in self._rows.keys() - wanted:
            row = self._rows.pop(gone)
            row.setParent(None)
            row.deleteLater()
        for place, each in enumerate(resolutions):
            row = self._rows.get(each.id) or self._new_row(each.id)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_resolution(each, read_only=read_only)
        self._order = [each.id for each in resolutions]
        self.entry.show_label(f"{len(resolutions) + 1})" if resolutions else "")
        self._offer_entry()

    def fill(self, words: str) -> None:
        """Another item is shown: the row to add one holds what was left there, or closes."""
        self._adding = bool(words)
        self.entry.clear()
        self.entry.line.setPlainText(words)
        self._offer_entry()

    def start(self) -> None:
        """Open the row to add a resolution, the caret in it."""
        if self._read_only:
            return
        self._adding = True
        self._warning.say(self._no_quorum)
        self._offer_entry()
        self.entry.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refuse(self, text: str, sentence: str) -> None:
        """A resolution was not taken: what was typed comes back, with the reason."""
        self.start()
        self.entry.line.setPlainText(text)
        self.entry.wrong(sentence)

    def commit(self) -> None:
        """Send what is typed and not sent."""
        self.entry.line.commit()
        for row in self._rows.values():
            row.line.commit()

    def focus_row(self, resolution_id: int) -> None:
        if resolution_id in self._rows:
            self._rows[resolution_id].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> int | None:
        """The resolution that has the focus; else the last one."""
        for resolution_id, row in self._rows.items():
            if row.line.hasFocus() or row.status.hasFocus():
                return resolution_id
        return self._order[-1] if self._order else None

    def _offer_entry(self) -> None:
        self.entry.setVisible(not self._read_only and (self._adding or not self._rows))

    # What the person does

    def _new_row(self, resolution_id: int) -> "ResolutionRow":
        row = ResolutionRow()
        self._rows[resolution_id] = row
        row.line.committed.connect(lambda text: self._changed(resolution_id, text))
        row.line.entered.connect(self._entered_row)
        row.line.escaped.connect(self.escaped)
        row.line.walked.connect(lambda by: self._walk(resolution_id, by))
        row.line.nudged.connect(lambda by: self._nudge(resolution_id, by))
        row.toggled.connect(lambda on: self.agreed.emit(resolution_id, on))
        return row

    def _changed(self, resolution_id: int, text: str) -> None:
        if text:
            self.changed.emit(resolution_id, text)
        else:
            self.removed.emit(resolution_id)

    def _entered_row(self) -> None:
        for row in self._rows.values():
            row.line.commit()
        self.start()

    def _enter(self) -> None:
        if self.entry.line.words:
            self.entry.line.commit()
        else:
            self._let_go()

    def _add(self, text: str) -> None:
        if text:
            self.entry.clear()
            self._adding = self.entry.line.hasFocus()
            self.added.emit(text)

    def _let_go(self) -> None:
        self._adding = False
        self.entry.clear()
        self.escaped.emit()
        self._offer_entry()

    def _nudge(self, resolution_id: int, by: int) -> None:
        self._rows[resolution_id].line.commit()
        to = self._order.index(resolution_id) + by
        if 0 <= to < len(self._order):
            self.moved.emit(resolution_id, to)

    def _walk(self, resolution_id: int | None, by: int) -> None:
        lines: list[GrowingLine] = [self._rows[each].line for each in self._order]
        if self.entry.isVisible():
            lines.append(self.entry.line)
        here: GrowingLine = self.entry.line if resolution_id is None else self._rows[resolution_id].line
        to = lines.index(here) + by
        if 0 <= to < len(lines):
            lines[to].setFocus(Qt.FocusReason.OtherFocusReason)
        elif to < 0:
            self.escaped.emit()


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


class _EntryRow(RecordRow):
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


class _LeadField(NamesField):
    """What stands between "RESOLVED that" and the resolutions, as wide as its words."""

    def __init__(self) -> None:
        super().__init__("Lead of the resolutions", placeholder=_with_colon(DEFAULT_LEAD), several=False)
        # The edge of the field stands in the gap between the words, so that they read as one line.
        self.setTextMargins(_LEAD_MARGIN, 0, _LEAD_MARGIN, 0)
        self.textChanged.connect(lambda _text: self._fit())
        self._fit()

    def _fit(self) -> None:
        words = self.text() or self.placeholderText()
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(words) + sizes.S5)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


def _with_colon(lead: str) -> str:
    """A lead as it is printed above several resolutions: "the Board:"."""
    return f"{lead}:" if lead and not lead.endswith(":") else lead


class _Warning(QWidget):
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
