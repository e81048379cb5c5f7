"""How a meeting is shown: the state that was asked for, laid into header, panes and room view."""

from boardtool.domain.live import against_plan
from boardtool.domain.minutes import Minute, usual_lead
from boardtool.ui.context import Context
from boardtool.ui.live.clock import time_of, wall
from boardtool.ui.live.going_on import Go, going_on
from boardtool.ui.live.items_pane import item_lines
from boardtool.ui.live.live_header import LiveHeader
from boardtool.ui.live.panes import Panes
from boardtool.ui.live.projector import Projector
from boardtool.ui.live.recording import Recording
from boardtool.ui.live.state import LiveState, named
from boardtool.ui.live.typing import Autosave
from boardtool.ui.live.unfinished_rows import UnfinishedRows


class Showing:
    """Shows one item of a meeting; typed words that the store had not when it was asked stay in the box."""

    def __init__(
        self,
        context: Context,
        panes: Panes,
        header: LiveHeader,
        projector: Projector,
        autosave: Autosave,
        recording: Recording,
        rows: UnfinishedRows,
    ) -> None:
        self._context = context
        self._panes = panes
        self._minute = panes.minute
        self._header = header
        self._projector = projector
        self._autosave = autosave
        self._recording = recording
        self._rows = rows

    def show(
        self, state: LiveState, item_id: int | None, mark: int, *, read_only: bool, afresh: bool = False
    ) -> None:
        """Show an item of a state; `mark` is how far typing had come when the state was asked for."""
        minute, item = state.minute(item_id), state.item(item_id)
        other = afresh or (minute.id if minute is not None else None) != self._recording.minute_id
        self._recording.item_id = item_id
        self._recording.minute_id = minute.id if minute is not None else None
        self._rows.show(item_id)
        self._show_narrative(minute, mark, read_only=read_only or minute is None, afresh=other)
        self._show_record(state, minute, read_only=read_only)
        if item is not None:
            self._minute.title.show_item(item)
            self._minute.narrative.setAccessibleName(f"Narrative of item {named(item)}")
        on = going_on(state, item_id)
        look = "primary" if on.go is Go.OPEN else ""
        self._minute.title.offer("" if self._context.read_only else on.words, look=look)
        self._header.show_meeting(state)

    def _show_narrative(self, minute: Minute | None, mark: int, *, read_only: bool, afresh: bool) -> None:
        box = self._minute.narrative
        text = self._words_of(minute, mark)
        number = f"{minute.number}." if minute is not None and minute.number is not None else ""
        if afresh:
            box.start_afresh(text, number, read_only=read_only)
        elif minute is not None and not self._autosave.is_unsent(minute.id):
            box.show_narrative(text, number, read_only=read_only)

    def _words_of(self, minute: Minute | None, mark: int) -> str:
        """The narrative as it is in memory where that is newer than what the store had when asked."""
        if minute is None:
            return ""
        newer = self._autosave.text_since(mark, minute.id)
        return minute.narrative if newer is None else newer

    def _show_record(self, state: LiveState, minute: Minute | None, *, read_only: bool) -> None:
        opened = state.opened or minute is not None
        self._minute.be_opened(opened=opened)
        self._minute.action_lines.show_actions(
            minute.actions if minute is not None else (),
            state.next_action,
            state.names,
            read_only=read_only or not opened,
        )

    def show_time(self, state: LiveState, item_id: int | None, *, read_only: bool) -> None:
        """Show what changes by the minute: the clocks, who is there, the quorum."""
        now = wall(self._context)
        time = time_of(now)
        plan = against_plan(state.meeting, state.items, now)
        over = state.meeting.closed_at is not None
        quorum = state.quorum(item_id, time)
        warning = "" if quorum.met or not state.opened else f"No quorum at {time}: {quorum.sentence}."
        self._header.show_time(state, plan, time)
        self._panes.items.show_lines(item_lines(state.items, plan, item_id, over=over))
        self._panes.room.show_room(state, item_id, time, read_only=read_only)
        self._minute.resolutions.show_minute(
            state.minute(item_id),
            usual_lead=usual_lead(state.board.mode),
            no_quorum=warning,
            read_only=read_only,
        )
        self._projector.show(state, time)
