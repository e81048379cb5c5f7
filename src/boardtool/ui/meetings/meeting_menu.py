"""What can be done to a meeting as a whole, in the menu of its header."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from boardtool.domain.meetings import Status
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.moving import DetailsDialog, MoveDialog
from boardtool.ui.meetings.publication import PublicationDialog
from boardtool.ui.messages import Link
from boardtool.ui.places import Place
from boardtool.ui.widgets.buttons import bare

if TYPE_CHECKING:
    from boardtool.data.store import Store

_AHEAD = {Status.PLANNED, Status.PUBLISHED}


class MeetingMenu:
    """Holds the button and its commands, which Ctrl+K offers as well; each only when it can be given."""

    def __init__(self, context: Context, page: QWidget, *, make_document: Callable[[], None]) -> None:
        self._context = context
        self._page = page
        self._facts: MeetingFacts | None = None
        self.button = bare("ellipsis", "More about this meeting", self._open)
        self._menu = QMenu(self.button)
        self.document = self._add("Make agenda…", make_document, keys="Ctrl+E", writes=False)
        self.publication = self._add("Record publication…", self.record_publication, keys="Ctrl+Shift+P")
        self.details = self._add("Time and place…", self.change_details)
        self.move = self._add("Move to another day…", self.move_meeting)
        self._menu.addSeparator()
        self.cancel = self._add("Cancel meeting", self.cancel_meeting)
        self.reinstate = self._add("Reinstate meeting", self.reinstate_meeting)
        self.remove = self._add("Remove meeting", self.remove_meeting)

    def _add(self, words: str, do: Callable[[], None], *, keys: str = "", writes: bool = True) -> QAction:
        action = self._context.commands.add(self._page, words, do, keys=keys, writes=writes)
        self._menu.addAction(action)
        return action

    def show_facts(self, facts: MeetingFacts) -> None:
        self._facts = facts
        ahead = facts.meeting.status in _AHEAD
        cancelled = facts.meeting.status is Status.CANCELLED
        for action, can in (
            (self.publication, ahead),
            (self.details, not facts.locked),
            (self.move, ahead),
            (self.cancel, ahead),
            (self.reinstate, cancelled),
            (self.remove, not facts.locked),
        ):
            action.setEnabled(can and not self._context.read_only)
        self.cancel.setVisible(not cancelled)
        self.reinstate.setVisible(cancelled)

    def record_publication(self) -> None:
        if self._facts is not None:
            PublicationDialog(self._context, self._page, self._facts.meeting).open()

    def change_details(self) -> None:
        if self._facts is not None:
            DetailsDialog(self._context, self._page, self._facts.meeting).open()

    def move_meeting(self) -> None:
        if self._facts is not None:
            MoveDialog(self._context, self._page, self._facts.meeting).open()

    def cancel_meeting(self) -> None:
        self._run(_cancel)

    def reinstate_meeting(self) -> None:
        self._run(_reinstate)

    def remove_meeting(self) -> None:
        """Remove the meeting at once: it can be undone, so nothing is asked."""
        if self._facts is None:
            return
        meeting, context = self._facts.meeting, self._context

        def say(_nothing: None) -> None:
            context.navigate(Place("meetings"))
            context.messages.say("Removed the meeting.", Link("Undo", context.undo.take_back))

        context.steps.run(lambda: _remove(context.store, meeting.id), then=say)

    def _run(self, use_case: "Callable[[Store, int], None]") -> None:
        if self._facts is not None:
            meeting_id = self._facts.meeting.id
            self._context.steps.run(lambda: use_case(self._context.store, meeting_id))

    def _open(self) -> None:
        self._menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))


def _cancel(store: "Store", meeting_id: int) -> None:
    from boardtool.services import meetings

    meetings.cancel(store, meeting_id=meeting_id)


def _reinstate(store: "Store", meeting_id: int) -> None:
    from boardtool.services import meetings

    meetings.reinstate(store, meeting_id=meeting_id)


def _remove(store: "Store", meeting_id: int) -> None:
    from boardtool.services import meetings

    meetings.remove(store, meeting_id=meeting_id)
