"""The dialog that asks why papers are handed over although they hide what any reader can copy (H6)."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.findings import Finding
from boardtool.ui.meetings.against import Against
from boardtool.ui.widgets.form_dialog import FormDialog

_ASKS = "These papers hide what any reader can copy. Ask for them again, or say why they go out as they are:"
_WHY = "Say why the papers go out with what is hidden in them."


class HiddenDialog(FormDialog):
    """`given(reason)` is called once a reason was typed for what is listed."""

    def __init__(self, parent: QWidget, hidden: Sequence[Finding], given: Callable[[str], None]) -> None:
        super().__init__(parent, "Folder to publish from", words="Make the folder", take=self._take)
        self._given = given
        against = Against(_ASKS)
        against.show_findings(hidden)
        self.reason = QLineEdit()
        self.form.add("against", "", against)
        self.form.add(
            "reason", "&Reason", self.reason, help_text="Required; it stands in the checklist of the folder"
        )
        self.first = self.reason

    def _take(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.form.wrong("reason", _WHY)
            return
        self.accept()
        self._given(reason)
