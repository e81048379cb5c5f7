"""The first state of an import: what the file goes to, what is looked for in it, and which file it is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from boardtool.domain.errors import CannotDoError
from boardtool.services.exchange.request import Request
from boardtool.ui.importing.kinds import ImportKind
from boardtool.ui.importing.states import State, first_state
from boardtool.ui.importing.target import Known, Target
from boardtool.ui.preferences import Preferences
from boardtool.ui.widgets.notices import FieldError

_FOLDER = "importing/folder"


class ChooseFile(State):
    """Holds what a file goes to; `asked(request)` once a file is chosen or dropped and its place is known."""

    asked = Signal(object)

    def __init__(self, preferences: Preferences, kind: ImportKind) -> None:
        super().__init__("Choose a file")
        self._preferences = preferences
        self._kind = kind
        self.target = Target()
        self.trouble = FieldError()
        self.show_kind(kind)

    def show_kind(self, kind: ImportKind) -> None:
        """Speak of a kind of file; what it goes to is offered anew."""
        self._kind = kind
        self.target.setParent(None)
        self.trouble.setParent(None)
        self.button = first_state(self, kind, self.target, self.choose)
        self.column.insertWidget(1, self.trouble)

    def offer(self, there: Known, *, ref: str) -> None:
        self.target.offer(there, ref=ref, wants_meeting=self._kind.asks_meeting)

    def choose(self) -> None:
        folder = self._preferences.choice(_FOLDER)
        name, _filter = QFileDialog.getOpenFileName(self, self._kind.title, folder, self._kind.files)
        if name:
            self.take_up(Path(name))

    def take_up(self, file: Path) -> None:
        """Ask for a file to be read; where its meeting is not said, say so beside the field."""
        self._preferences.remember_choice(_FOLDER, str(file.parent))
        try:
            meeting = self.target.meeting_ref() if self._kind.asks_meeting else None
        except CannotDoError as error:
            self.trouble.say(str(error))
            self.target.day.setFocus()
            return
        self.trouble.say("")
        self.asked.emit(Request(file, board=self.target.board_code or None, meeting=meeting))
