"""The live minutes page: three panes, a clock over them, and everything from the keyboard."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from boardtool.data import rescue, unfinished
from boardtool.domain.dates import long_date
from boardtool.domain.live import against_plan
from boardtool.domain.minutes import Minute
from boardtool.domain.room import room_picture
from boardtool.ui.context import Context
from boardtool.ui.live.clock import MinuteClock, time_of, wall
from boardtool.ui.live.going_on import Go, going_on
from boardtool.ui.live.interests import ask_for_interest
from boardtool.ui.live.items_pane import ItemsPane, item_lines
from boardtool.ui.live.live_header import LiveHeader
from boardtool.ui.live.minute_pane import MinutePane
from boardtool.ui.live.phrases import PhraseList, filled
from boardtool.ui.live.recording import Recording
from boardtool.ui.live.rescued_words import RescuedWords, missing_words
from boardtool.ui.live.room_pane import RoomPane, Wish
from boardtool.ui.live.room_view import RoomView, projector
from boardtool.ui.live.state import LiveState, live_state, meeting_to_minute
from boardtool.ui.live.typing import Autosave, Rescuer
from boardtool.ui.live.unfinished_rows import UnfinishedRows
from boardtool.ui.live.writing_aside import WritingAside
from boardtool.ui.messages import Link
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.places import Place
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.widgets.buttons import bare
from boardtool.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from boardtool.data.store import Announcement, Reading

TYPING = "Typing"
"""The label of the steps that the box itself makes; it need not be told of them."""


class LivePage(Page):
    """A meeting in session."""

    takes_the_room = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ref = ""
        self._state: LiveState | None = None
        self._mark = 0
        self._shown: int | None = None
        self._rescued: Sequence[rescue.Rescued] = ()
        self._look_again = False
        self._await_narrative = False
        self._room_wanted: bool | None = None
        self._room_view: RoomView | None = None
        self._lay_out()
        aside, file = WritingAside(), rescue.rescue_file(context.store.folder)
        rescuer = Rescuer(file, aside, self._rescued_now)
        self._autosave = Autosave(context, read=lambda: self.minute.narrative.markdown, keep=rescuer)
        self._rows = UnfinishedRows(self.minute, unfinished.unfinished_file(file), aside, self)
        self._recording = Recording(context, self.minute, self.room, flush=self._autosave.flush)
        self._connect()
        self._offer_commands()
        MinuteClock(context, self).ticked.connect(self._show_time)

    def _lay_out(self) -> None:
        self.header.hide()
        self.live_header = LiveHeader()
        self.items = ItemsPane()
        self.minute = MinutePane()
        self.room = RoomPane()
        self._unfold = bare("users", "Show or hide the room", self._toggle_room, keys="F4")
        self._unfold.hide()
        self.live_header.row.addWidget(self._unfold)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setHandleWidth(1)
        for pane in (self.items, self.minute, self.room):
            self._panes.addWidget(pane)
            self._panes.setCollapsible(self._panes.count() - 1, False)  # noqa: FBT003 - Qt's own signature
        self._panes.setStretchFactor(1, 1)
        self.items.setMinimumWidth(sizes.LIVE_ROOM - sizes.S7)
        self.room.setMinimumWidth(sizes.LIVE_ROOM - sizes.S7)
        self._panes.setSizes([sizes.LIVE_ITEMS, 2 * sizes.LIVE_MIDDLE, sizes.LIVE_ROOM])
        self._panes.restoreState(self.context.preferences.layout("live"))
        self._panes.splitterMoved.connect(
            lambda _to, _handle: self.context.preferences.remember_layout("live", self._panes.saveState())
        )
        self._empty = EmptyState(
            "There is no meeting to minute. Plan one, and it opens here on the day.",
            "Go to the meetings",
            lambda: self.context.navigate(Place("meetings")),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self._empty)
        self.set_bar(self.live_header)
        self.set_body(self._stack)
        self._phrases = PhraseList(self)

    def _connect(self) -> None:
        narrative = self.minute.narrative
        narrative.typed.connect(self._typed)
        narrative.left.connect(self._autosave.flush)
        self.items.chosen.connect(self.show_item)
        self.items.entered.connect(self._to_narrative)
        self.minute.title.pressed.connect(self.go_on)
        for part in (self.minute.resolutions, self.minute.action_lines):
            part.escaped.connect(self._to_narrative)
        self.room.wished.connect(self._wished)
        self._phrases.taken.connect(self._insert_phrase)
        self._phrases.let_go.connect(self._to_narrative)
        self._autosave.late.connect(self.context.steps.saving)
        self._autosave.stuck.connect(self.context.steps.not_saved)
        self._autosave.refused.connect(self.context.messages.strip)
        self.context.steps.idle.connect(self._idle)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.commitDataRequest.connect(lambda _session: self.leaving())

    def _offer_commands(self) -> None:
        for words, do, keys in (
            ("Next item", self.go_on, "Ctrl+Return"),
            ("Previous item", lambda: self._walk(-1), "Alt+Up"),
            ("Show the next item", lambda: self._walk(1), "Alt+Down"),
            ("Add a resolution", self.minute.resolutions.start, "F7"),
            ("Agree the resolution", self._agree, "Ctrl+Shift+Return"),
            ("Record an action", self.minute.action_lines.start, "F8"),
            ("Insert the time", self._stamp, "F9"),
            ("Insert a phrase", self._open_phrases, "Ctrl+Space"),
            ("Room view", self.toggle_room_view, "F11"),
            ("Show or hide the room", self._toggle_room, "F4"),
            ("To the narrative", self._to_narrative, "Escape"),
            ("Mark everybody expected as present", self._recording_everyone, ""),
            ("Declare an interest", lambda: self._declare(None), ""),
            ("List an officer", lambda: self.room.ask("O"), ""),
            ("List a guest", lambda: self.room.ask("G"), ""),
            ("Take the shown item again", self._take_again, ""),
            ("Carry the shown item forward", self._carry_forward, ""),
            ("Close the meeting", self._close, ""),
        ):
            self.command(words, do, keys=keys)

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
        self._stack.setCurrentWidget(self._panes if meeting_id is not None else self._empty)
        self.live_header.setVisible(meeting_id is not None)
        self._recording.meeting_id = meeting_id
        if meeting_id is None:
            self.set_title("Live minutes")
            return
        file = rescue.rescue_file(self.context.store.folder)
        ask = self.context.asking.ask
        ask((self, "rescued"), lambda _reading: rescue.unsettled(file), self._found_rescued)
        left = unfinished.unfinished_file(file)
        ask((self, "unfinished"), lambda _reading: unfinished.read(left), self._rows.remember)
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

    def _idle(self) -> None:
        """After an undo, look once more when nothing is under way: then the store says it all."""
        if self._look_again:
            self._look_again = False
            self.reload()

    def _answered(self, mark: int, state: LiveState) -> None:
        first = self._state is None
        self._state, self._mark = state, mark
        if state.item(self._shown) is None:
            self._shown = _item_to_show(state)
        self._display(afresh=first)
        if first or self._await_narrative:
            self._await_narrative = False
            self._to_narrative()
        if first:
            self.content_shown.emit()

    # Showing

    def _display(self, *, afresh: bool = False) -> None:
        state = self._state
        if state is None:
            return
        read_only = self._read_only
        minute = state.minute(self._shown)
        other = afresh or (minute.id if minute is not None else None) != self._recording.minute_id
        self._recording.item_id = self._shown
        self._recording.minute_id = minute.id if minute is not None else None
        self._show_narrative(minute, afresh=other, read_only=read_only or minute is None)
        self._rows.show(self._shown)
        item = state.item(self._shown)
        if item is not None:
            self.minute.title.show_item(item)
        on = going_on(state, self._shown)
        look = "primary" if on.go is Go.OPEN else ""
        self.minute.title.offer("" if self.context.read_only else on.words, look=look)
        opened = state.opened or minute is not None
        self.minute.be_opened(opened=opened)
        actions = minute.actions if minute is not None else ()
        self.minute.action_lines.show_actions(
            actions, state.next_action, state.names, read_only=read_only or not opened
        )
        self.live_header.show_meeting(state)
        self.set_title("Live minutes", window=_window_title(state))
        self._show_strip(state)
        self._show_time()

    def _show_narrative(self, minute: Minute | None, *, afresh: bool, read_only: bool) -> None:
        box = self.minute.narrative
        text = self._words_of(minute)
        number = f"{minute.number}." if minute is not None and minute.number is not None else ""
        if afresh:
            box.start_afresh(text, number, read_only=read_only)
        elif minute is not None and not self._autosave.is_unsent(minute.id):
            box.show_narrative(text, number, read_only=read_only)

    def _words_of(self, minute: Minute | None) -> str:
        """The narrative as it is in memory where that is newer than what the store had when asked."""
        if minute is None:
            return ""
        newer = self._autosave.text_since(self._mark, minute.id)
        return minute.narrative if newer is None else newer

    def _show_time(self) -> None:
        """What changes by the minute: the clocks, who is there, the quorum."""
        state = self._state
        if state is None:
            return
        now = wall(self.context)
        time = time_of(now)
        plan = against_plan(state.meeting, state.items, now)
        self.live_header.show_time(state, plan, time)
        over = state.meeting.closed_at is not None
        self.items.show_lines(item_lines(state.items, plan, self._shown, over=over))
        self.room.show_room(state, self._shown, time, read_only=self._read_only)
        quorum = state.quorum(self._shown, time)
        warning = "" if quorum.met or not state.opened else f"No quorum at {time}: {quorum.sentence}."
        self.minute.resolutions.show_minute(
            state.minute(self._shown), no_quorum=warning, read_only=self._read_only
        )
        if self._room_view is not None:
            self._room_view.show_picture(room_picture(state.meeting, state.items, state.minutes))
            self._room_view.show_time(time)

    def _show_strip(self, state: LiveState) -> None:
        missing = missing_words(self._rescued, state.minutes)
        if state.locked:
            on = state.meeting.approved_on
            self.strip.say(
                f"Approved on {long_date(on)} and locked." if on is not None else "Approved and locked.",
                "You can read, not change. A correction is minuted at the next meeting.",
                icon="lock",
                tone=Tone.HELP,
                closable=False,
            )
        elif missing and not self._read_only:
            rescued, minute = missing[0]
            self.strip.say(
                f"Words typed until {rescued.at:%H:%M:%S} are not in the library.",
                f"They belong to “{minute.heading}”. Nothing is lost: compare, then choose.",
                links=(Link("Compare", lambda: self._compare(rescued, minute)),),
                closable=False,
            )
        elif not state.opened and not self._read_only:
            self.strip.say(
                "Not opened yet.",
                "Opening lists everybody expected, gives every item its minute, and starts the first clock.",
                icon="clock",
                tone=Tone.HELP,
                links=(Link("Open the meeting", self.go_on),),
                closable=False,
            )
        else:
            self.strip.clear()

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

    def _found_rescued(self, rescued: Sequence[rescue.Rescued]) -> None:
        self._rescued = rescued
        if self._state is not None:
            self._show_strip(self._state)

    def _compare(self, rescued: rescue.Rescued, minute: Minute) -> None:
        window = RescuedWords(rescued, minute, self)
        window.decided.connect(lambda text: self._decided(rescued, minute, text))
        window.open()

    def _decided(self, rescued: rescue.Rescued, minute: Minute, text: str) -> None:
        from boardtool.services import minutes

        file = rescue.rescue_file(self.context.store.folder)
        self._rescued = [each for each in self._rescued if each != rescued]

        def keep() -> None:
            if text != minute.narrative:
                minutes.write_narrative(self.context.store, minute_id=minute.id, text=text)
            rescue.settle(file, minute.id)

        self._recording.run(keep, then=lambda _none: self.reload())

    # Going from item to item

    def show_item(self, item_id: int) -> None:
        """Show an item, in hand or not; its words are those typed last."""
        if self._state is None or item_id == self._shown:
            return
        self.leaving()
        self._shown = item_id
        self._display()

    def _walk(self, by: int) -> None:
        if self._state is None:
            return
        ids = [item.id for item in self._state.items]
        if self._shown in ids:
            to = ids.index(self._shown) + by
            if 0 <= to < len(ids):
                self.show_item(ids[to])

    def go_on(self) -> None:
        """Do what the button says: open the meeting, take an item, go back to the one in hand, close."""
        state = self._state
        if state is None or self._read_only:
            return
        on = going_on(state, self._shown)
        if on.go is Go.OPEN:
            self._open_meeting(on.item_id)
        elif on.go is Go.CLOSE:
            self._close()
        elif on.go is Go.BACK and on.item_id is not None:
            self.show_item(on.item_id)
            self._to_narrative()
        elif on.go is Go.TAKE and on.item_id is not None:
            self._take(on.item_id)

    def _open_meeting(self, first: int | None) -> None:
        from boardtool.services import meetings, minutes

        store, now, meeting_id = self.context.store, wall(self.context), self._recording.meeting_id
        if meeting_id is None:
            return

        def use_case() -> None:
            meetings.open_meeting(store, meeting_id=meeting_id, now=now)
            if first is not None:
                minutes.start_item(store, item_id=first, now=now)

        self._await_narrative = True
        self._recording.run(use_case)

    def _take(self, item_id: int) -> None:
        from boardtool.services import minutes

        store, now = self.context.store, wall(self.context)
        self.leaving()
        self._recording.run(
            lambda: minutes.start_item(store, item_id=item_id, now=now),
            then=lambda _none: self._went(item_id),
        )

    def _went(self, item_id: int) -> None:
        self.show_item(item_id)
        self._to_narrative()

    def _take_again(self) -> None:
        if self._shown is not None and not self._read_only and self._state is not None and self._state.opened:
            self._take(self._shown)

    def _carry_forward(self) -> None:
        from boardtool.services import agenda

        item_id = self._shown
        if item_id is not None and not self._read_only:
            self._recording.run(lambda: agenda.carry_forward(self.context.store, item_id=item_id))

    def _close(self) -> None:
        from boardtool.services import meetings

        meeting_id, now = self._recording.meeting_id, wall(self.context)
        if meeting_id is not None and not self._read_only:
            self._recording.run(
                lambda: meetings.close(self.context.store, meeting_id=meeting_id, now=now),
                then=lambda _none: self.context.messages.say("Meeting closed. What is here is the draft."),
                refused=self.context.messages.say,
            )

    # Keys

    def _to_narrative(self) -> None:
        box = self.minute.title.button if self._state is not None and not self._state.opened else None
        target: QWidget = box if box is not None and box.isVisible() else self.minute.narrative
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        self.minute.resolutions.commit()
        resolution_id = self.minute.resolutions.current()
        minute = self._state.minute(self._shown) if self._state is not None else None
        if resolution_id is None or minute is None or self._read_only:
            return
        agreed = any(each.id == resolution_id and each.agreed_at is not None for each in minute.resolutions)
        self._recording.agree(resolution_id, not agreed)

    def _stamp(self) -> None:
        if not self.minute.narrative.isReadOnly():
            self._to_narrative()
            self.minute.narrative.insert_words(f"{time_of(wall(self.context))} ")

    def _open_phrases(self) -> None:
        narrative = self.minute.narrative
        if self._state is not None and not narrative.isReadOnly():
            below = narrative.cursorRect().bottomLeft() + QPoint(0, sizes.S1)
            self._phrases.open(self._state.phrases, narrative.viewport().mapTo(self, below))

    def _insert_phrase(self, phrase: str) -> None:
        self._to_narrative()
        self.minute.narrative.insert_markdown(filled(phrase, self._facts()))

    def _facts(self) -> dict[str, str]:
        """What a phrase may name: who presents, what it is about, who chairs, the time."""
        state = self._state
        item = state.item(self._shown) if state is not None else None
        if state is None or item is None:
            return {}
        chair = next((each.name for each in state.attendance if each.chairing), "Chair")
        return {
            "presenter": item.presenters[0] if item.presenters else "",
            "subject": item.subject,
            "chair": chair,
            "time": time_of(wall(self.context)),
        }

    def _wished(self, wish: Wish) -> None:
        if wish.letter == "I":
            self._declare(wish)

    def _declare(self, wish: Wish | None) -> None:
        if self._state is not None and not self._read_only:
            person = wish.person if wish is not None else None
            ask_for_interest(self._state, person, self._shown, self, self._recording.declare)

    def _recording_everyone(self) -> None:
        self._recording.everyone_present()

    # The room view

    def toggle_room_view(self) -> None:
        """Show what the room may see on the other screen, or take it away."""
        if self._room_view is not None:
            self._close_room_view()
            return
        self.window().installEventFilter(self)
        self._room_view = RoomView()
        self._room_view.finished.connect(lambda _how: self._room_view_closed())
        self._show_time()
        screen, other = projector(self.window())
        self._room_view.open_on(screen, whole=other)
        self.window().activateWindow()
        self.hints_changed.emit()

    def _room_view_closed(self) -> None:
        if self._room_view is not None:
            self._room_view.deleteLater()
            self._room_view = None
            self.hints_changed.emit()

    # The page in the window

    def key_hints(self) -> Sequence[KeyHint]:
        room = "room view"
        if self._room_view is not None:
            screens = QGuiApplication.screens()
            room = f"room view: on display {screens.index(self._room_view.screen()) + 1}"
        return (
            KeyHint(("F6",), "next pane"),
            KeyHint(("F9",), "time stamp"),
            KeyHint(("F11",), room),
        )

    def panes(self) -> Sequence[QWidget]:
        return (self.minute, self.room, self.items)

    def leaving(self) -> bool:
        """Send everything that is typed; nothing here keeps the person from going."""
        self.minute.resolutions.commit()
        self.minute.action_lines.commit()
        self._autosave.flush()
        return True

    def _hear(self, announcement: "Announcement") -> None:
        """While the room watches, it is kept up to date from wherever the person is in the window."""
        if self._room_view is not None and not self.isVisible():
            self.refresh(announcement)
        else:
            super()._hear(announcement)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room view goes when the window does; it would keep the program running by itself."""
        if watched is self.window() and event.type() is QEvent.Type.Hide and not event.spontaneous():
            self._close_room_view()
        return super().eventFilter(watched, event)

    def _close_room_view(self) -> None:
        if self._room_view is not None:
            self._room_view.reject()

    def hideEvent(self, event: QHideEvent) -> None:
        self.leaving()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._state is not None:
            self._show_strip(self._state)
            self._to_narrative()

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._fold()
        return super().event(event)

    def _toggle_room(self) -> None:
        self._room_wanted = not self.room.isVisible()
        self._fold()

    def _fold(self) -> None:
        """In a narrow window the room folds away, unless it was asked for."""
        narrow = self.window().width() < fonts.scaled(sizes.NARROW) + sizes.LIVE_ROOM // 2
        shown = self._room_wanted if self._room_wanted is not None else not narrow
        self.room.setVisible(shown)
        self._unfold.setVisible(narrow or not shown)
        self.live_header.be_narrow(narrow=narrow)

    def pictures(self) -> Sequence[Picture]:
        from boardtool.ui.live.pictures import pictures_of

        return pictures_of(self)


def _item_to_show(state: LiveState) -> int | None:
    from boardtool.domain.live import in_hand

    running = in_hand(state.items)
    if running is not None:
        return running.id
    return state.items[0].id if state.items else None


def _window_title(state: LiveState) -> str:
    return f"Live minutes – {state.meeting.board_name}, {long_date(state.meeting.date)}"
