"""RESOLVED that…: the numbered resolutions of an item, each a draft or agreed, written where they stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.minutes import Minute
from boardtool.ui.live.record_parts import RecordHeading
from boardtool.ui.live.resolution_rows import EntryRow, LeadField, QuorumWarning, ResolutionRow, with_colon
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.labels import body


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
        self._lead = LeadField()
        self._lead.committed.connect(lambda lead: self.lead_changed.emit(lead.rstrip(" :")))
        self._lead.entered.connect(self._lead.commit)
        self._lead.escaped.connect(self.escaped)
        self._heading.put_after_words(body("that", tone=Tone.HELP), self._lead)
        self._warning = QuorumWarning()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.entry = EntryRow()
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

    def show_minute(self, minute: Minute | None, *, usual_lead: str, no_quorum: str, read_only: bool) -> None:
        """Show the resolutions of a minute; `no_quorum` is a sentence, "" while there is one."""
        self._lead.propose(usual_lead)
        self._read_only = read_only
        resolutions = minute.resolutions if minute is not None else ()
        self._lead.show_words(with_colon(minute.lead) if minute is not None else "")
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

    def _new_row(self, resolution_id: int) -> ResolutionRow:
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
        """Go to the row above or below; the empty row, if it is open, is the last."""
        rows = [self._rows[each] for each in self._order]
        to = by + (len(rows) if resolution_id is None else self._order.index(resolution_id))
        if to < 0:
            self.escaped.emit()
        elif to < len(rows):
            rows[to].line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.entry.isVisible():
            self.entry.line.setFocus(Qt.FocusReason.OtherFocusReason)
