"""A field for names apart by semicolons, each completed from those that are known."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

SEPARATOR = ";"
_MOST = 8


class NamesField(QLineEdit):
    """Completes the name that the cursor stands in; Tab or Enter takes the one offered."""

    def __init__(self, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = QCompleter(list(known), self)
        self._names.setWidget(self)
        self._names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._names.setFilterMode(Qt.MatchFlag.MatchContains)
        self._names.setMaxVisibleItems(_MOST)
        self._names.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def know(self, names: Sequence[str]) -> None:
        """Offer these names from now on."""
        model = self._names.model()
        assert isinstance(model, QStringListModel)
        model.setStringList(list(names))

    def _offer(self, _text: str) -> None:
        start, end = self._part()
        typed = self.text()[start:end].strip()
        self._names.setCompletionPrefix(typed)
        found = self._names.completionCount()
        alone = found == 1 and self._names.currentCompletion().casefold() == typed.casefold()
        popup = self._names.popup()
        assert popup is not None
        if not typed or not found or alone:
            popup.hide()
            return
        self._names.complete()
        popup.setCurrentIndex(self._names.completionModel().index(0, 0))

    def _take(self, name: str) -> None:
        start, end = self._part()
        before, after = self.text()[:start], self.text()[end:]
        lead = " " if before else ""
        self.setText(f"{before}{lead}{name}{after}")
        self.setModified(True)
        self.setCursorPosition(len(before) + len(lead) + len(name))

    def _part(self) -> tuple[int, int]:
        """Where the name under the cursor begins and ends."""
        text, at = self.text(), self.cursorPosition()
        start = text.rfind(SEPARATOR, 0, at) + 1
        end = text.find(SEPARATOR, at)
        return start, end if end >= 0 else len(text)
