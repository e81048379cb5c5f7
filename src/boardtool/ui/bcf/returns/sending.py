"""The dialog that sends officers the lines that they answer for: by when they reply, in which folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from boardtool.domain.bcf.returns import Return
from boardtool.domain.dates import read_date
from boardtool.domain.errors import CannotDoError
from boardtool.services.bcf.officers import TIME_TO_REPLY, SentToOfficer, send_lines
from boardtool.ui.actions.sending import FolderField
from boardtool.ui.context import Context
from boardtool.ui.widgets.fields import DateField
from boardtool.ui.widgets.form_dialog import FormDialog

_LAST_PLACE = "sending/place"


class SendLinesDialog(FormDialog):
    """`sent(forms)` is called once the workbooks are written."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        made: Return,
        *,
        sent: Callable[[tuple[SentToOfficer, ...]], None],
    ) -> None:
        super().__init__(parent, "Send lines to officers", words="Write forms", take=self._take)
        self._context = context
        self._made = made
        self._sent = sent
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        place = context.preferences.choice(_LAST_PLACE) or QStandardPaths.writableLocation(documents)
        self.by = DateField(name="Reply by", read=read_date)
        self.by.set_value(context.clock.today() + TIME_TO_REPLY)
        self.folder = FolderField(Path(place) / f"BCF {made.period} for officers")
        self.form.add("by", "Reply &by", self.by)
        self.form.add(
            "folder",
            "&Folder",
            self.folder,
            help_text="One workbook for each officer whom the scheme table names, with their lines.",
        )

    def _take(self) -> None:
        folder = self.folder.path
        if folder is None:
            self.form.wrong("folder", "Say where the forms are to lie.")
            return
        try:
            due_back = self.by.value()
        except CannotDoError as error:
            self.form.wrong("by", str(error))
            return
        store, return_id, today = self._context.store, self._made.id, self._context.clock.today()
        self._context.steps.run(
            lambda: send_lines(store, return_id=return_id, folder=folder, today=today, due_back=due_back),
            then=self._done,
            refused=lambda sentence: self.form.wrong("folder", sentence),
        )

    def _done(self, forms: tuple[SentToOfficer, ...]) -> None:
        self.accept()
        self._sent(forms)
