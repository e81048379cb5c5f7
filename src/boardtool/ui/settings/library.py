"""The library: where it is, its backups, whether it is whole, and putting a backup in its place."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.dates import weekday_date
from boardtool.domain.findings import Finding
from boardtool.ui.context import Context
from boardtool.ui.settings.restoring import RestoreDialog, what_is_lost
from boardtool.ui.settings.section import Section
from boardtool.ui.settings.short_table import ShortTable
from boardtool.ui.tables.column import Align, Cell, Column, Look
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import link, primary, quiet, small
from boardtool.ui.widgets.labels import Icon, Words
from boardtool.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from boardtool.data.backups import Backup
    from boardtool.data.store import Reading, Store

_MEGABYTE = 1_000_000


def backups(_reading: "Reading", folder: Path) -> "list[Backup]":
    from boardtool.data.backups import listed

    return listed(folder)


def _verified(store: "Store") -> list[Finding]:
    from boardtool.services.upkeep import verify

    return verify(store)


class LibrarySection(Section):
    """Shows one library; a restore closes it, puts the backup in its place, and opens it again."""

    watches: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Library and backups")
        folder = context.store.folder
        self.add_heading("The library", "One folder with everything: the store, the papers, the backups.")
        place = QHBoxLayout()
        place.setSpacing(sizes.S3)
        where = Words(str(folder), wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place.addWidget(where, 1)
        place.addWidget(link("Open the folder", partial(_open_folder, folder)))
        self.column.addLayout(place)
        self._back_up = primary("Back up now", self.back_up, icon="hard-drive")
        self._offer_backups()
        self._check = quiet("Check the library", self.check, icon="circle-check")
        self._offer_check()

    def _offer_backups(self) -> None:
        self.add_heading(
            "Backups",
            "Each is a whole copy of the store, checked before it counts. All of the last two days are kept, "
            "then one a day, one a week and one a month.",
        )
        self._model: RowModel[Backup] = RowModel(
            (
                Column("made", "Made", _made, stretch=True, look=Look.SUBJECT),
                Column("size", "Size", _size, width=104, align=Align.RIGHT, look=Look.HELP),
            ),
            key=lambda backup: backup.path.name,
        )
        self.table = ShortTable(self._model, name="backups", accessible="Backups")
        self.table.opened.connect(self._ask_to_restore)
        self._none = Words("There is no backup yet.", tone=Tone.HELP, wrap=True)
        self._restore = small("Restore this backup…", self._restore_current, icon="history")
        self.column.addWidget(self._none)
        self.column.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(sizes.S3)
        row.addWidget(self._back_up)
        row.addWidget(self._restore)
        row.addStretch()
        self.column.addLayout(row)

    def _offer_check(self) -> None:
        self.add_heading(
            "Is it whole?",
            "Looks at the structure of the store, every paper, and the seals of approved minutes.",
        )
        row = QHBoxLayout()
        row.addWidget(self._check)
        row.addStretch()
        self.column.addLayout(row)
        holder = QWidget()
        self._found = QVBoxLayout(holder)
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(sizes.S1)
        self.column.addWidget(holder)

    def reload(self) -> None:
        folder = self.context.store.folder
        self.context.asking.ask((self, "backups"), partial(backups, folder=folder), self._show)

    def first_field(self) -> QWidget:
        return self._back_up

    def _show(self, found: "Sequence[Backup]") -> None:
        self._model.set_rows(found)
        self.table.fit()
        self.table.setVisible(bool(found))
        self._none.setVisible(not found)
        self._restore.setVisible(bool(found))
        self._restore.setEnabled(not self.context.read_only)
        if found and self.table.current_row() is None:
            self.table.choose(found[0].path.name)

    # Doing

    def back_up(self) -> None:
        store, now = self.context.store, self.context.clock.now()

        def work(_progress: object) -> "Backup":
            from boardtool.services.upkeep import back_up

            return back_up(store, now=now)

        self.context.jobs.run("Backing up", work, then=self._backed_up)

    def _backed_up(self, made: "Backup") -> None:
        self.context.messages.say(f"Backed up and checked: {made.path.name}.")
        self.reload()

    def check(self) -> None:
        store = self.context.store
        self.context.jobs.run(
            "Checking the library", lambda _progress: _verified(store), then=self.show_findings
        )

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Say that the library is whole, or what is wrong with it and what would mend it."""
        clear(self._found)
        if not found:
            self._found.addWidget(_line("circle-check", Tone.DONE, "The library is whole."))
        for each in found:
            mend = f" {each.mend}." if each.mend else ""
            where = f"{each.where}: " if each.where else ""
            self._found.addWidget(_line("octagon-x", Tone.LATE, f"{where}{each.message}{mend}"))

    def _restore_current(self) -> None:
        backup = self.table.current_row()
        if backup is not None:
            self._ask_to_restore(backup)

    def restore_newest(self) -> None:
        if self._model.rows:
            self._ask_to_restore(self._model.rows[0])

    def _ask_to_restore(self, backup: "Backup") -> None:
        if self.context.read_only:
            return
        self.context.asking.ask(
            (self, "lost"),
            partial(what_is_lost, since=backup.made_at),
            lambda lost: RestoreDialog(self.context, self, backup, lost).open(),
        )

    def picture_backups(self) -> None:
        """Two backups and a check, made at once: pictures do not wait for jobs."""
        from datetime import timedelta

        from boardtool.services.upkeep import back_up

        now = self.context.clock.now()
        for hours in (32, 8):
            back_up(self.context.store, now=now - timedelta(hours=hours))
        self.reload()
        self.show_findings(_verified(self.context.store))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _made(backup: "Backup") -> Cell:
    at = backup.made_at.astimezone()
    return Cell(f"{weekday_date(at.date())}, {at:%H:%M}")


def _size(backup: "Backup") -> str:
    return f"{backup.size / _MEGABYTE:.1f} MB"


def _line(icon: str, tone: Tone, words: str) -> QWidget:
    holder = QWidget()
    holder.setAccessibleName(words)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, sizes.S1, 0, 0)
    row.setSpacing(sizes.S2)
    row.addWidget(Icon(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(words, wrap=True), 1)
    return holder
