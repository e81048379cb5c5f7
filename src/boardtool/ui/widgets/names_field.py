"""A field for one name or several apart by semicolons, each completed from those that are known."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from boardtool.domain.text import folded
from boardtool.ui.widgets.name_offers import NameOffers, fitting_names

SEPARATOR = ";"
_MOST = 7


class NamesField(QLineEdit):
    """Offers the names that fit what is typed.

    From the first letters on they are listed and the first is marked; Tab or Enter take it, Up and Down
    choose, Esc closes the list and leaves what was typed. A name that is not known is typed out.
    """

    def __init__(
        self, known: Sequence[str] = (), parent: QWidget | None = None, *, several: bool = True
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._several = several
        self._offers: NameOffers | None = None
        self.textEdited.connect(lambda _text: self._offer())

    def know(self, names: Sequence[str]) -> None:
        """Offer these names from now on."""
        self._known = names

    @property
    def offered(self) -> list[str]:
        """The names listed now, the best first."""
        return self._offers.names if self._offers is not None and self._offers.isVisible() else []

    def _offer(self) -> None:
        start, end = self._part()
        typed = self.text()[start:end].strip()
        fitting = fitting_names(typed, self._known)[:_MOST] if typed else []
        if not fitting or folded(fitting[0]) == folded(typed):
            self.close_offers()
            return
        if self._offers is None:
            self._offers = NameOffers(self.window())
            self._offers.picked.connect(self._take)
            self.destroyed.connect(self._offers.deleteLater)
        self._offers.offer(fitting, self)

    def _take(self, name: str) -> None:
        start, end = self._part()
        before, after = self.text()[:start], self.text()[end:]
        lead = " " if before else ""
        self.setText(f"{before}{lead}{name}{after}")
        self.setModified(True)
        self.setCursorPosition(len(before) + len(lead) + len(name))
        self.close_offers()

    def close_offers(self) -> None:
        if self._offers is not None:
            self._offers.hide()

    def _part(self) -> tuple[int, int]:
        """Where the name under the cursor begins and ends."""
        text, at = self.text(), self.cursorPosition()
        if not self._several:
            return 0, len(text)
        start = text.rfind(SEPARATOR, 0, at) + 1
        end = text.find(SEPARATOR, at)
        return start, end if end >= 0 else len(text)

    # Keys

    def list_takes(self, key: int) -> bool:
        """Let the list have a key, if it is shown; whether nobody else is to have it."""
        if not self.offered or self._offers is None:
            return False
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take(self._offers.chosen)
            case Qt.Key.Key_Tab:
                self._take(self._offers.chosen)
                return False
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._offers.walk(-1 if key == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Escape:
                self.close_offers()
            case _:
                return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        if forward:
            self.list_takes(Qt.Key.Key_Tab)
        return super().focusNextPrevChild(forward)

    def event(self, event: QEvent) -> bool:
        """While names are listed Esc is the list's, not the page's."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.offered
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if not plain or not self.list_takes(event.key()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_offers()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_offers()
