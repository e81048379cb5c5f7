"""Putting a backup in the place of the library: what would be lost, and the closing and opening again."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.dates import short_date, weekday_date
from boardtool.domain.errors import BoardtoolError
from boardtool.ui.context import Context
from boardtool.ui.main_window import MainWindow
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import Size
from boardtool.ui.widgets.buttons import primary, quiet
from boardtool.ui.widgets.labels import Words, caption, section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardtool.data.backups import Backup
    from boardtool.data.history import PastStep
    from boardtool.data.store import Reading

_LOOKED_AT, _SHOWN = 500, 6


@dataclass(frozen=True, slots=True)
class Lost:
    """The steps that a restore would lose, the newest first; `more` says that there may be still others."""

    steps: "tuple[PastStep, ...]"
    more: bool = False

    @property
    def sentence(self) -> str:
        count = len(self.steps)
        if not count:
            return "Nothing was changed since. Nothing is lost."
        many = (
            f"{count} or more steps were"
            if self.more
            else f"{count} steps were"
            if count > 1
            else "One step was"
        )
        return f"{many} made since, and would be lost:"


def what_is_lost(reading: "Reading", since: datetime) -> Lost:
    from boardtool.data.history import recent

    newest = recent(reading, most=_LOOKED_AT)
    steps = tuple(step for step in newest if step.at > since)
    return Lost(steps, more=len(steps) == _LOOKED_AT)


class RestoreDialog(QDialog):
    """Says what a restore loses and how to take it back, and asks once."""

    def __init__(self, context: Context, parent: QWidget, backup: "Backup", lost: Lost) -> None:
        super().__init__(parent)
        self._context = context
        self._backup = backup
        self.setWindowTitle("Restore a backup")
        self.setAccessibleName("Restore a backup")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(fonts.scaled(sizes.DIALOG))
        at = backup.made_at.astimezone()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S5, sizes.S5, sizes.S5, sizes.S4)
        column.setSpacing(sizes.S2)
        column.addWidget(section(f"Restore the library of {weekday_date(at.date())}, {at:%H:%M}?"))
        column.addWidget(Words(lost.sentence, wrap=True))
        self._add_steps(column, lost.steps)
        column.addSpacing(sizes.S2)
        column.addWidget(
            Words(
                "What is there now is kept as a backup first, so this can be taken back. "
                "boardtool closes for a moment and opens again.",
                size=Size.CAPTION,
                tone=Tone.HELP,
                wrap=True,
            )
        )
        column.addSpacing(sizes.S3)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.S3)
        buttons.addStretch()
        self.cancel = quiet("Cancel", self.reject)
        self.restore = primary("Restore", self._restore)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.restore)
        column.addLayout(buttons)
        self.cancel.setFocus()

    def _add_steps(self, column: QVBoxLayout, steps: "Sequence[PastStep]") -> None:
        for step in steps[:_SHOWN]:
            at = step.at.astimezone()
            row = QHBoxLayout()
            row.addWidget(Words(step.label, wrap=True), 1)
            row.addWidget(caption(f"{short_date(at.date())}, {at:%H:%M} · {step.who}"))
            column.addLayout(row)
        if len(steps) > _SHOWN:
            column.addWidget(caption(f"and {len(steps) - _SHOWN} before them"))

    def _restore(self) -> None:
        parent = self.parentWidget()
        window = parent.window() if parent is not None else None
        self.accept()
        if isinstance(window, MainWindow):
            folder, file = self._context.store.folder, self._backup.path
            who, now = self._context.preferences.who, self._context.clock.now()
            window.close_for(lambda: restored(folder, file, who=who, now=now))


def restored(folder: Path, file: Path, *, who: str, now: datetime) -> str:
    """Restore a closed library; the sentence that says how it went."""
    from boardtool.services.upkeep import restore

    try:
        done = restore(folder, file, who=who, now=now)
    except BoardtoolError as error:
        return f"The backup was not restored. {error}"
    kept = f" What was there before is kept as {done.before.name}." if done.before is not None else ""
    return f"The backup {file.name} is restored.{kept}"
