"""The Meetings place: the list of meetings, or the one that was opened as a workspace."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from boardtool.ui.context import Context
from boardtool.ui.meetings.listing import MeetingsList
from boardtool.ui.meetings.pictures import pictures_of
from boardtool.ui.meetings.workspace import Workspace
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.places import Place


class MeetingsPage(Page):
    """Holds both pages; a place with a reference opens the workspace, one without it the list."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header.hide()
        self.list = MeetingsList(context)
        self.workspace = Workspace(context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.workspace)
        self.set_body(self._stack)
        for page in (self.list, self.workspace):
            page.title_changed.connect(self._name)
            page.hints_changed.connect(self.hints_changed)
            page.content_shown.connect(self.content_shown)
        self.workspace.lost.connect(self._lost)

    @property
    def shown(self) -> Page:
        return self.workspace if self._stack.currentWidget() is self.workspace else self.list

    def open(self, place: Place) -> None:
        page: Page = self.workspace if place.ref else self.list
        arriving = self._stack.currentWidget() is not page
        page.open(place)
        self._stack.setCurrentWidget(page)
        if arriving:
            page.panes()[0].setFocus()
        self._name()
        self.hints_changed.emit()

    def key_hints(self) -> Sequence[KeyHint]:
        return self.shown.key_hints()

    def panes(self) -> Sequence[QWidget]:
        return self.shown.panes()

    def pictures(self) -> Sequence[Picture]:
        return pictures_of(self.list, self.workspace, self.open)

    def _name(self) -> None:
        self.set_title(self.shown.title)

    def _lost(self) -> None:
        """The meeting was removed, here or by undoing: back to the list."""
        if self.shown is self.workspace:
            self.context.messages.say("This meeting is not in the library any more.")
            self.open(Place("meetings"))
