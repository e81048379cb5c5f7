"""A file that is dropped onto a page from the desktop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """Lets one file be dropped onto a widget, and has it taken up."""

    def __init__(self, onto: QWidget, take_up: Callable[[Path], None]) -> None:
        super().__init__(onto)
        self._take_up = take_up
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in {QEvent.Type.DragEnter, QEvent.Type.Drop} or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        file = dropped_file(event)
        if file is None:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._take_up(file)
        return True


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file that is dropped; None where it is several, or none of this computer."""
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None
