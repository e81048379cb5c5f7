"""The empty rows of each item: what is typed there and not entered stays with it, also over a restart."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from boardtool.data import unfinished
from boardtool.data.unfinished import Unfinished
from boardtool.ui.live.minute_pane import MinutePane
from boardtool.ui.live.writing_aside import WritingAside

_SOON = 400


class UnfinishedRows(QObject):
    """Keeps the words of the row for a resolution and the row for an action, by item."""

    def __init__(self, pane: MinutePane, file: Path, aside: WritingAside, parent: QObject) -> None:
        super().__init__(parent)
        self._pane = pane
        self._file = file
        self._aside = aside
        self._rows: dict[int, Unfinished] = {}
        self._item_id: int | None = None
        self._filling = False
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self._soon.timeout.connect(self._write)
        action = pane.action_lines.entry
        for box in (pane.resolutions.entry.line, action.what):
            box.textChanged.connect(self._typed)
        for field in (action.who, action.when):
            field.textChanged.connect(lambda _text: self._typed())

    def remember(self, rows: Mapping[int, Unfinished]) -> None:
        """Take what a file kept, without what is typed already."""
        self._rows = {**rows, **self._rows}
        if self._item_id is not None and not self._now():
            self._fill(self._rows.get(self._item_id, Unfinished()))

    def show(self, item_id: int | None) -> None:
        """Another item is shown: its rows hold what was left in them."""
        if item_id == self._item_id:
            return
        self._item_id = item_id
        self._fill(self._rows.get(item_id, Unfinished()) if item_id is not None else Unfinished())

    def _now(self) -> Unfinished:
        action = self._pane.action_lines.entry
        return Unfinished(
            self._pane.resolutions.entry.line.words, action.what.words, action.who.text(), action.when.text()
        )

    def _fill(self, row: Unfinished) -> None:
        self._filling = True
        self._pane.resolutions.fill(row.resolution)
        self._pane.action_lines.fill(row.what, row.who, row.when)
        self._filling = False

    def _typed(self) -> None:
        if self._filling or self._item_id is None:
            return
        now = self._now()
        if now != self._rows.get(self._item_id, Unfinished()):
            self._rows[self._item_id] = now
            if not self._soon.isActive():
                self._soon.start()

    def _write(self) -> None:
        self._aside.do(partial(unfinished.write, self._file, dict(self._rows)))
