"""What is said of a figure: a box that belongs to the row that is chosen, written as one types."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.performance.metrics import Record
from boardtool.services.performance import figures
from boardtool.ui.context import Context
from boardtool.ui.performance.figure_row import FigureRow
from boardtool.ui.theme import sizes
from boardtool.ui.widgets.growing_text import GrowingText
from boardtool.ui.widgets.labels import heading

if TYPE_CHECKING:
    from boardtool.domain.performance.periods import Period


class Commentary(QWidget):
    """The heading names the period; every key is on its way to the library at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._record: Record | None = None
        self._period: Period | None = None
        self._unwritten: str | None = None
        self._heading = heading("What is said")
        self.box = GrowingText("What is said of this figure", lines=3)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.S3, 0, 0)
        column.setSpacing(sizes.S2)
        column.addWidget(self._heading)
        column.addWidget(self.box)
        self.box.textChanged.connect(self._typed)

    def belong_to(self, record: Record, rows: Sequence[FigureRow]) -> None:
        """Say which metric and area it speaks of: the period that was shown, of another the newest row."""
        if self._record is None or _whose(self._record) != _whose(record):
            self._period = None
        self._record = record
        newest = rows[0] if rows else None
        self.show_row(next((row for row in rows if row.seen.period == self._period), newest))

    def show_row(self, row: FigureRow | None) -> None:
        """Show what is said of a period, unless something newer is on its way to the library."""
        period = None if row is None else row.seen.period
        moved = period != self._period
        self._period = period
        self.box.setEnabled(row is not None and not self._context.read_only)
        self._heading.setText("What is said" if row is None else f"What is said of {row.seen.period.shown}")
        self.box.setAccessibleName(self._heading.text())
        remark = "" if row is None else row.remark
        # A space at the end is kept while typing goes on, though the library does not hold it.
        if moved or (self._unwritten is None and self.box.toPlainText().strip() != remark):
            self._fill(remark)

    def _fill(self, text: str) -> None:
        self._unwritten = None
        blocked = self.box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.box.setPlainText(text)
        self.box.document().setModified(False)
        self.box.blockSignals(blocked)

    def _typed(self) -> None:
        record, period = self._record, self._period
        if record is None or period is None or not self.box.document().isModified():
            return
        store, text = self._context.store, self.box.toPlainText()
        self._unwritten = text
        author, today = self._context.preferences.who, self._context.clock.today()
        self._context.steps.send(
            f"comment {record.metric.id} {record.area.id} {period.label}",
            lambda: figures.comment(
                store,
                metric_id=record.metric.id,
                area_id=record.area.id,
                period=period,
                text=text,
                author=author,
                today=today,
            ),
            then=lambda _none: self._written(text),
        )
        self.box.document().setModified(False)

    def _written(self, text: str) -> None:
        if self._unwritten == text:
            self._unwritten = None


def _whose(record: Record) -> tuple[int, int]:
    return record.metric.id, record.area.id
