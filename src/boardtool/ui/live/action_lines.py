"""ACTIONS of an item, and the row that takes the next: what, Tab, who, Tab, when, Enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from boardtool.domain.action_words import owners_from_words
from boardtool.domain.actions import Action
from boardtool.domain.dates import short_date
from boardtool.ui.live.line_edits import GrowingLine
from boardtool.ui.live.line_field import LineField
from boardtool.ui.live.record_parts import RecordHeading, RecordRow
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.labels import body
from boardtool.ui.widgets.notices import FieldError

_NUMBER = 84
_OWNER = 188
_DUE = 88
_NARROW = 640
_QT_LARGEST = 16_777_215
_BETWEEN_OWNERS = "; "
_DAYS_IN_WORDS = ("next board",)


@dataclass(frozen=True, slots=True)
class Typed:
    """An action as it was typed: what, who, and words for when."""

    text: str
    owners: tuple[str, ...]
    due: str


class ActionLines(QWidget):
    """The actions and the empty row.

    Signals: `recorded(Typed)`; `text_changed(id, text)`, `owners_changed(id, owners)`,
    `due_changed(id, words)`; `removed(id)`; `escaped` when the person wants to go back to the narrative.
    """

    recorded = Signal(object)
    text_changed = Signal(int, str)
    owners_changed = Signal(int, object)
    due_changed = Signal(int, str)
    removed = Signal(int)
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Actions")
        self._rows: dict[int, ActionRow] = {}
        self._order: list[int] = []
        self._names: Sequence[str] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.entry = ActionRow(new=True)
        self.entry.entered.connect(self._record)
        self.entry.escaped.connect(self._let_go)
        self.entry.walked.connect(lambda by: self._walk(self.entry, by))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(RecordHeading("ACTIONS", "F8", "action"))
        column.addLayout(self._column)
        column.addWidget(self.entry)

    def show_actions(
        self, actions: Sequence[Action], next_number: str, names: Sequence[str], *, read_only: bool
    ) -> None:
        self._names = names
        wanted = {action.id for action in actions}
        for gone in self._rows.keys() - wanted:
            row = self._rows.pop(gone)
            row.setParent(None)
            row.deleteLater()
        for place, action in enumerate(actions):
            row = self._rows.get(action.id) or self._new_row(action.id)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_action(action, names, read_only=read_only)
        self._order = [action.id for action in actions]
        self.entry.show_next(next_number, names)
        self.entry.setVisible(not read_only)

    def start(self) -> None:
        """Put the caret into the empty row."""
        if self.entry.isVisible():
            self.entry.what.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fill(self, what: str, who: str, when: str) -> None:
        """Another item is shown: the empty row holds what was left there."""
        self.entry.clear()
        self.entry.what.setPlainText(what)
        self.entry.who.setText(who)
        self.entry.when.setText(when)

    def commit(self) -> None:
        """Send what was changed and not sent; the empty row waits for Enter."""
        for row in self._rows.values():
            row.what.commit()
            row.who.commit()
            row.when.commit()

    def taken(self) -> None:
        """The action was recorded: the row is free for the next."""
        self.entry.clear()
        self.start()

    def refused(self, sentence: str) -> None:
        """It was not: what was typed stays, the caret goes to what is wrong."""
        self.entry.wrong(sentence)

    def refused_change(self, action_id: int, sentence: str) -> None:
        if action_id in self._rows:
            self._rows[action_id].wrong(sentence)

    def _new_row(self, action_id: int) -> "ActionRow":
        row = ActionRow(new=False)
        self._rows[action_id] = row
        row.what.committed.connect(lambda text: self._text(action_id, text))
        row.who.committed.connect(lambda text: self.owners_changed.emit(action_id, owners_from_words(text)))
        row.when.committed.connect(lambda text: self.due_changed.emit(action_id, text))
        row.entered.connect(self._entered_row)
        row.escaped.connect(self.escaped)
        row.walked.connect(lambda by: self._walk(row, by))
        return row

    def _text(self, action_id: int, text: str) -> None:
        if text:
            self.text_changed.emit(action_id, text)
        else:
            self.removed.emit(action_id)

    def _entered_row(self) -> None:
        self.commit()
        self.start()

    def _record(self) -> None:
        typed = self.entry.typed
        if typed.text or typed.owners or typed.due:
            self.recorded.emit(typed)
        else:
            self._let_go()

    def _let_go(self) -> None:
        self.entry.right()
        self.escaped.emit()

    def _walk(self, row: "ActionRow", by: int) -> None:
        rows = [*(self._rows[each] for each in self._order), self.entry]
        to = rows.index(row) + by
        if 0 <= to < len(rows):
            rows[to].take_focus(row.column)
        elif to < 0:
            self.escaped.emit()


class ActionRow(RecordRow):
    """Number, what, who, when; a new one says what belongs where.

    Signals: `entered` on Enter in any field, `escaped` on Esc, `walked(by)` for Up and Down.
    """

    entered = Signal()
    escaped = Signal()
    walked = Signal(int)

    def __init__(self, *, new: bool) -> None:
        super().__init__()
        self.number = body(tone=Tone.FAINT if new else Tone.HELP)
        self.number.setFixedWidth(fonts.scaled(_NUMBER))
        self.number.setFixedHeight(fonts.scaled(sizes.CONTROL))
        name = "New action" if new else "Action"
        self.what = GrowingLine(
            f"{name}: what is to be done", placeholder="What is to be done…" if new else ""
        )
        self.who = LineField(f"{name}: who", placeholder="Who")
        self.when = LineField(f"{name}: when", placeholder="When", several=False)
        self.when.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._error = FieldError()
        self._narrow = False
        self._lay_out()
        self.what.entered.connect(self.entered)
        for field in (self.who, self.when):
            field.entered.connect(self.entered)
        for each in (self.what, self.who, self.when):
            each.escaped.connect(self.escaped)
            each.walked.connect(self.walked)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(sizes.S2)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._error.setContentsMargins(sizes.S2, 0, 0, sizes.S2)
        self.when.setFixedWidth(fonts.scaled(_DUE))
        self.row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(self._grid, 1)
        self._arrange()

    def _arrange(self) -> None:
        """What, who and when side by side; where that is too narrow, who and when under what."""
        top, grid = Qt.AlignmentFlag.AlignTop, self._grid
        for part in (self.what, self.who, self.when, self._error):
            grid.removeWidget(part)
        if self._narrow:
            grid.addWidget(self.what, 0, 0, 1, 2)
            grid.addWidget(self.who, 1, 0)
            grid.addWidget(self.when, 1, 1)
        else:
            grid.addWidget(self.what, 0, 0)
            grid.addWidget(self.who, 0, 1, top)
            grid.addWidget(self.when, 0, 2, top)
        grid.addWidget(self._error, 2, 0, 1, 3)
        owner = fonts.scaled(_OWNER)
        self.who.setMinimumWidth(0 if self._narrow else owner)
        self.who.setMaximumWidth(_QT_LARGEST if self._narrow else owner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < fonts.scaled(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def show_action(self, action: Action, names: Sequence[str], *, read_only: bool) -> None:
        self.number.setText(action.number)
        self.who.know(names)
        self.what.show_words(action.text)
        self.who.show_words(_BETWEEN_OWNERS.join(action.owners))
        self.who.setToolTip(_BETWEEN_OWNERS.join(action.owners))
        self.when.show_words(short_date(action.due) if action.due is not None else "")
        for each, what in ((self.what, "what"), (self.who, "who"), (self.when, "when")):
            each.setReadOnly(read_only)
            each.setAccessibleName(f"Action {action.number}: {what}")

    def show_next(self, number: str, names: Sequence[str]) -> None:
        self.number.setText(number)
        self.who.know(names)
        self.when.know(_DAYS_IN_WORDS)

    @property
    def typed(self) -> Typed:
        return Typed(self.what.words, owners_from_words(self.who.text()), self.when.text().strip())

    @property
    def column(self) -> int:
        return 1 if self.who.hasFocus() else 2 if self.when.hasFocus() else 0

    def take_focus(self, column: int) -> None:
        (self.what, self.who, self.when)[column].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        for each in (self.what, self.who, self.when):
            each.empty()
        self.right()

    def wrong(self, sentence: str) -> None:
        """Mark what cannot be taken: without words it is the first field, else the day."""
        self.right()
        self._error.say(sentence)
        if self.what.words:
            _mark(self.when, wrong=True)
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.what.mark_wrong(wrong=True)
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def right(self) -> None:
        self._error.say("")
        self.what.mark_wrong(wrong=False)
        _mark(self.when, wrong=False)


def _mark(field: QWidget, *, wrong: bool) -> None:
    field.setProperty("wrong", wrong)
    field.style().unpolish(field)
    field.style().polish(field)
