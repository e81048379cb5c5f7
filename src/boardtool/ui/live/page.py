"""The live minutes page: three panes, a clock over them, and everything from the keyboard."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from boardtool.data import rescue, unfinished
from boardtool.domain.dates import long_date
from boardtool.domain.live import in_hand
from boardtool.ui.context import Context
from boardtool.ui.live.at_the_caret import AtTheCaret
from boardtool.ui.live.clock import MinuteClock, wall
from boardtool.ui.live.commands import LiveCommands, Shown
from boardtool.ui.live.course import Course
from boardtool.ui.live.going_on import going_on
from boardtool.ui.live.hints import hints_at
from boardtool.ui.live.live_header import LiveHeader
from boardtool.ui.live.panes import Panes
from boardtool.ui.live.pictures import pictures_of
from boardtool.ui.live.projector import Projector
from boardtool.ui.live.recording import Recording
from boardtool.ui.live.showing import Showing
from boardtool.ui.live.state import LiveState, live_state, meeting_to_minute
from boardtool.ui.live.strips import Strips
from boardtool.ui.live.typing import Autosave, Rescuer
from boardtool.ui.live.unfinished_rows import UnfinishedRows
from boardtool.ui.live.writing_aside import WritingAside
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from boardtool.data.store import Announcement, Reading

TYPING = "Typing"
"""The label of the steps that the box itself makes; it need not be told of them."""


class LivePage(Page):
    """A meeting in session: what was asked of it last, and which of its items is shown."""

    takes_the_room = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ref = ""
        self._state: LiveState | None = None
        self._mark = 0
        self._shown: int | None = None
        self._look_again = False
        self._awaits_narrative = False
        self._lay_out()
        aside, file = WritingAside(), rescue.rescue_file(context.store.folder)
        rescuer = Rescuer(file, aside, self._rescued_now)
        self._autosave = Autosave(context, read=lambda: self.minute.narrative.markdown, keep=rescuer)
        self._rows = UnfinishedRows(self.minute, unfinished.unfinished_file(file), aside, self)
        self._recording = Recording(context, self.minute, self.room, flush=self._autosave.flush)
        self._course = Course(
            context,
            self._recording,
            went=self._went,
            opening=self.await_narrative,
            undecided=lambda: 0 if self._state is None else self._state.undecided,
        )
        self._strips = Strips(self, self.strip, context, self.go_on)
        self.projector = Projector(self)
        self._showing = Showing(
            context,
            self._panes,
            self.live_header,
            self.projector,
            self._autosave,
            self._recording,
            self._rows,
        )
        self._caret = AtTheCaret(
            context, self.minute.narrative, self, shown=lambda: (self._state, self._shown)
        )
        self.given = LiveCommands(
            self,
            recording=self._recording,
            course=self._course,
            caret=self._caret,
            toggle_room=self._panes.toggle_room,
            shown=lambda: Shown(self._state, self._shown, read_only=self._read_only),
        )
        self._connect()
        MinuteClock(context, self).ticked.connect(self._show_time)

    def _lay_out(self) -> None:
        self.header.hide()
        self.live_header = LiveHeader()
        self._panes = Panes(self.live_header, self.context.preferences)
        self.items, self.minute, self.room = self._panes.items, self._panes.minute, self._panes.room
        self.set_bar(self.live_header)
        self.set_body(self._panes)

    def _connect(self) -> None:
        self.minute.narrative.typed.connect(self._typed)
        self.minute.narrative.left.connect(self._autosave.flush)
        self.items.chosen.connect(self.show_item)
        self.items.entered.connect(self.to_narrative)
        self.minute.title.pressed.connect(self.go_on)
        for part in (self.minute.resolutions, self.minute.action_lines):
            part.escaped.connect(self.to_narrative)
        self.room.wished.connect(self.given.take_wish)
        self._panes.meetings_wanted.connect(lambda: self.context.navigate(Place("meetings")))
        self._strips.settled.connect(self.reload)
        self.projector.changed.connect(self.hints_changed)
        self.context.steps.idle.connect(self._idle)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.commitDataRequest.connect(lambda _session: self.leaving())
        app.focusChanged.connect(self._focus_moved)

    # Opening, and asking

    def open(self, place: Place) -> None:
        """Go to a meeting by its name ("NNHWB/2022-09-06"); without one, to the one that is on or next."""
        if place.ref and place.ref == self._ref and self._state is not None:
            return
        self.leaving()
        self._ref = place.ref
        self._state, self._shown = None, None
        self._recording.meeting_id = None
        today = self.context.clock.today()
        self.context.asking.ask(
            (self, "meeting"), lambda reading: meeting_to_minute(reading, place.ref, today), self._found
        )

    def _found(self, meeting_id: int | None) -> None:
        self._panes.show_meeting(there=meeting_id is not None)
        self._recording.meeting_id = meeting_id
        if meeting_id is None:
            self.set_title("Live minutes")
            return
        self._strips.look()
        left = unfinished.unfinished_file(rescue.rescue_file(self.context.store.folder))
        self.context.asking.ask(
            (self, "unfinished"), lambda _reading: unfinished.read(left), self._rows.remember
        )
        self.reload()

    def reload(self) -> None:
        meeting_id = self._recording.meeting_id
        if meeting_id is None:
            return

        def question(reading: "Reading") -> LiveState:
            return live_state(reading, meeting_id)

        self.context.asking.ask((self, "state"), question, partial(self._answered, self._autosave.answers))

    def refresh(self, announcement: "Announcement") -> None:
        if announcement.kind == "do" and announcement.label == TYPING:
            return
        # From here on Ctrl+Z takes back the step that was just done, not older typing in the box.
        if not self._is_unsent():
            self.minute.narrative.document().setModified(False)
        self._look_again = announcement.kind != "do"
        self.reload()

    def _hear(self, announcement: "Announcement") -> None:
        """While the room watches, it is kept up to date from wherever the person is in the window."""
        if self.projector.view is not None and not self.isVisible():
            self.refresh(announcement)
        else:
            super()._hear(announcement)

    def _idle(self) -> None:
        """After an undo, look once more when nothing is under way: then the store says it all."""
        if self._look_again:
            self._look_again = False
            self.reload()

    def _answered(self, mark: int, state: LiveState) -> None:
        first = self._state is None
        self._state, self._mark = state, mark
        if state.item(self._shown) is None:
            running = in_hand(state.items) or next(iter(state.items), None)
            self._shown = running.id if running is not None else None
        self._display(afresh=first)
        if first or self._awaits_narrative:
            self._awaits_narrative = False
            self.to_narrative()
        if first:
            self.content_shown.emit()

    # Showing

    def _display(self, *, afresh: bool = False) -> None:
        state = self._state
        if state is None:
            return
        self._showing.show(state, self._shown, self._mark, read_only=self._read_only, afresh=afresh)
        self.set_title(
            "Live minutes",
            window=f"Live minutes – {state.meeting.board_name}, {long_date(state.meeting.date)}",
        )
        self._strips.show(state)
        self._show_time()

    def _show_time(self) -> None:
        if self._state is not None:
            self._showing.show_time(self._state, self._shown, read_only=self._read_only)

    @property
    def shown_state(self) -> LiveState:
        """The meeting as it is shown now; only once there is one."""
        assert self._state is not None
        return self._state

    @property
    def _read_only(self) -> bool:
        return self.context.read_only or (self._state is not None and self._state.locked)

    # Typing

    def _typed(self) -> None:
        if self._recording.minute_id is not None:
            self._autosave.typed(self._recording.minute_id)

    def _is_unsent(self) -> bool:
        minute_id = self._recording.minute_id
        return minute_id is not None and self._autosave.is_unsent(minute_id)

    def _rescued_now(self, minute_id: int, text: str) -> rescue.Rescued:
        ref = self._state.meeting.ref if self._state is not None else self._ref
        return rescue.Rescued(minute_id, ref, text, wall(self.context))

    # Going from item to item

    def show_item(self, item_id: int) -> None:
        """Show an item, in hand or not; its words are those typed last."""
        if self._state is None or item_id == self._shown:
            return
        self.leaving()
        self._shown = item_id
        self._display()

    def go_on(self) -> None:
        """Do what the button says: open the meeting, take an item, go back to the one in hand, close."""
        if self._state is not None and not self._read_only:
            self.leaving()
            self._course.go(going_on(self._state, self._shown))

    def _went(self, item_id: int) -> None:
        self.show_item(item_id)
        self.to_narrative()

    # Keys

    def await_narrative(self) -> None:
        """Put the caret into the narrative as soon as there is one."""
        self._awaits_narrative = True

    def to_narrative(self) -> None:
        button = self.minute.title.button
        waits = self._state is not None and not self._state.opened and button.isVisible()
        (button if waits else self.minute.narrative).setFocus(Qt.FocusReason.OtherFocusReason)

    # The page in the window

    def key_hints(self) -> Sequence[KeyHint]:
        return hints_at(QApplication.focusWidget(), self.minute, self.room, self.projector.words)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if any(widget is not None and self.isAncestorOf(widget) for widget in (before, now)):
            self.hints_changed.emit()

    def panes(self) -> Sequence[QWidget]:
        return (self.minute, self.room, self.items)

    def leaving(self) -> bool:
        """Send everything that is typed; nothing here keeps the person from going."""
        self.minute.resolutions.commit()
        self.minute.action_lines.commit()
        self._autosave.flush()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        self.leaving()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._state is not None:
            self._strips.show(self._state)
            self.to_narrative()

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._panes.fold()
        return super().event(event)

    def pictures(self) -> Sequence[Picture]:
        return pictures_of(self)
