"""The dialog that sends owners their open actions: who gets a form, by when they reply, in which folder."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from boardtool.domain.dates import read_date, short_date
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError
from boardtool.ui.context import Context
from boardtool.ui.preferences import Preferences
from boardtool.ui.tables.column import Align, Cell, Column, Look
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import quiet
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.labels import body

if TYPE_CHECKING:
    from boardtool.data.store import Reading
    from boardtool.services.exchange.sending import Recipient, Recipients, Sending

_WIDTH = 760
_ROWS_SHOWN, _FEWEST_SHOWN = 8, 3
_LAST_PLACE = "sending/place"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who could be sent a form: without what came of exempt items, and with it."""

    public: "Recipients"
    private: "Recipients"


def waiting(reading: "Reading", today: date, board: str) -> Waiting:
    """Who could be sent a form for a board (a code), or for all where it is ""."""
    from boardtool.services.exchange.sending import recipients

    public, private = (
        recipients(reading, today=today, board=board or None, audience=audience)
        for audience in (Audience.PUBLIC, Audience.PRIVATE)
    )
    return Waiting(public, private)


@dataclass(frozen=True, slots=True)
class _Choice:
    recipient: "Recipient"
    ticked: bool = True


class SendingDialog(FormDialog):
    """Asks who is sent a form; `sent(sending)` is called once the forms are written."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        found: Waiting,
        *,
        board: str,
        sent: Callable[["Sending"], None],
    ) -> None:
        super().__init__(parent, "Send to owners", words="Write forms", take=self._take)
        self.setMinimumWidth(fonts.scaled(_WIDTH))
        self._context = context
        self._found = found
        self._board = board
        self._sent = sent
        self._model: RowModel[_Choice] = RowModel(self._columns(), key=lambda row: row.recipient.owner)
        self.owners = TableView(
            self._model, name="sending", accessible="Who gets a form", row=sizes.ROW_DENSE
        )
        self.by = DateField(name="Reply by", read=read_date)
        self.folder = FolderField(_proposed_folder(context))
        self.exempt = QCheckBox(_exempt_words(found.public.exempt))
        self.first = self.owners
        self._lay_out()
        self._show_owners()

    def _lay_out(self) -> None:
        from boardtool.services.exchange.sending import reply_by

        self.form.add("by", "Reply &by", self.by)
        self.form.add("folder", "&Folder", self.folder)
        self.exempt.setVisible(self._found.public.exempt > 0)
        self.exempt.toggled.connect(lambda _on: self._show_owners())
        self.by.set_value(reply_by(None, self._context.clock.today()))
        self.owners.setMinimumHeight(self._height(_FEWEST_SHOWN))
        self.owners.setMaximumHeight(
            self._height(max(min(len(self._found.private.owners), _ROWS_SHOWN), _FEWEST_SHOWN))
        )
        parts: list[QWidget] = [body(_HOW, tone=Tone.HELP, wrap=True), self.owners]
        if self._found.public.without_owner:
            nobody = _nobody_words(self._found.public.without_owner)
            parts.append(body(nobody, tone=Tone.HELP, wrap=True))
        column = cast("QVBoxLayout", self.layout())
        for place, part in enumerate((*parts, self.exempt), start=1):
            column.insertWidget(place, part)
        column.setStretchFactor(self.owners, 1)

    def _height(self, rows: int) -> int:
        header = self.owners.horizontalHeader().sizeHint().height()
        return header + rows * fonts.scaled(sizes.ROW_DENSE) + sizes.S1

    def sizeHint(self) -> QSize:
        """As high as shows the rows, where the screen has room for it."""
        hint = super().sizeHint()
        more = self.owners.maximumHeight() - self.owners.sizeHint().height()
        return QSize(hint.width(), hint.height() + max(more, 0))

    def _columns(self) -> tuple[Column[_Choice], ...]:
        return (
            Column(
                "owner",
                "Owner",
                lambda row: Cell(row.recipient.owner, checked=row.ticked),
                stretch=True,
                tick=self._tick,
            ),
            Column("open", "Open", lambda row: str(row.recipient.count), width=56, align=Align.RIGHT),
            Column("late", "Late", _late, width=56, align=Align.RIGHT),
            Column("sent", "Last sent", _last_sent, width=88, look=Look.HELP),
            Column("email", "E-mail", _email, width=168, look=Look.HELP),
        )

    # Choosing

    def _show_owners(self) -> None:
        left = {row.recipient.owner for row in self._model.rows if not row.ticked}
        found = self._found.private if self.exempt.isChecked() else self._found.public
        self._model.set_rows(_Choice(each, each.owner not in left) for each in found.owners)
        self._count()

    def _tick(self, row: _Choice, on: bool) -> None:  # noqa: FBT001 - what a tick box says
        rows = self._model.rows
        self._model.set_rows(replace(each, ticked=on) if each == row else each for each in rows)
        self._count()

    def _count(self) -> None:
        count = len(self._ticked())
        self.take.setText("Write 1 form" if count == 1 else f"Write {count} forms")
        self.take.setEnabled(count > 0)

    def _ticked(self) -> list[str]:
        return [row.recipient.owner for row in self._model.rows if row.ticked]

    # Doing

    def _take(self) -> None:
        from boardtool.services.exchange.sending import reply_by, send_forms

        try:
            by = reply_by(self.by.value(), self._context.clock.today())
        except CannotDoError as refusal:
            self.form.wrong("by", str(refusal))
            return
        folder = self.folder.path
        if folder is None:
            self.form.wrong("folder", "Say in which folder the forms are to lie.")
            return
        context, owners, board = self._context, self._ticked(), self._board
        audience = Audience.PRIVATE if self.exempt.isChecked() else Audience.PUBLIC
        self.form.right()
        context.jobs.run(
            "Writing forms",
            lambda progress: send_forms(
                context.store,
                folder=folder,
                today=context.clock.today(),
                due_back=by,
                board=board or None,
                owners=owners,
                audience=audience,
                progress=progress,
            ),
            then=lambda sending: self._done(folder, sending),
            refused=lambda sentence: self.form.wrong("folder", sentence),
        )

    def _done(self, folder: Path, sending: "Sending") -> None:
        self._context.preferences.remember_choice(_LAST_PLACE, str(folder.parent))
        self.accept()
        self._sent(sending)


class FolderField(QWidget):
    """A folder as typed, or chosen; it need not be there yet."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.box = QLineEdit(str(folder))
        self.box.setAccessibleName("Folder")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S2)
        row.addWidget(self.box, 1)
        row.addWidget(quiet("Choose…", self._choose))
        self.setFocusProxy(self.box)

    @property
    def path(self) -> Path | None:
        """The folder, None when nothing is typed."""
        typed = self.box.text().strip()
        return Path(typed).expanduser() if typed else None

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Where the forms are to lie", str(self.path or Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.box.setText)
        dialog.open()


_HOW = "Each gets a workbook to reply in, and a draft message that you send from your mail program."


def _proposed_folder(context: Context) -> Path:
    place = _last_place(context.preferences)
    return Path(place) / f"Actions for owners {context.clock.today().isoformat()}"


def _last_place(preferences: Preferences) -> str:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return preferences.choice(_LAST_PLACE) or QStandardPaths.writableLocation(documents)


def _late(row: _Choice) -> Cell:
    late = row.recipient.late
    return Cell(str(late), tone=Tone.LATE) if late else Cell()


def _last_sent(row: _Choice) -> str:
    return "" if row.recipient.last_sent is None else short_date(row.recipient.last_sent)


def _email(row: _Choice) -> Cell:
    return Cell(row.recipient.email) if row.recipient.email else Cell("not known", tone=Tone.FAINT)


def _exempt_words(count: int) -> str:
    what = "an action" if count == 1 else f"{count} actions"
    return f"With {what} that came of exempt items, for those who may see them"


def _nobody_words(count: int) -> str:
    if count == 1:
        return "1 open action has no owner and goes to nobody."
    return f"{count} open actions have no owner and go to nobody."
