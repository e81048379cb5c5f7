"""The commands of live minutes, and what those do that are no more than a look or a question."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from boardtool.domain.meetings import Attendance
from boardtool.ui.context import Context
from boardtool.ui.live.at_the_caret import AtTheCaret
from boardtool.ui.live.clock import time_of, wall
from boardtool.ui.live.course import Course
from boardtool.ui.live.interests import ask_for_interest
from boardtool.ui.live.minute_pane import MinutePane
from boardtool.ui.live.projector import Projector
from boardtool.ui.live.recording import Recording
from boardtool.ui.live.room_pane import RoomPane, Wish
from boardtool.ui.live.state import LiveState


@dataclass(frozen=True, slots=True)
class Shown:
    """The meeting that is shown, which of its items, and whether it may only be read."""

    state: LiveState | None
    item_id: int | None
    read_only: bool


class CommandedPage(Protocol):
    """What a page has that is given these commands."""

    context: Context
    minute: MinutePane
    room: RoomPane
    projector: Projector

    def command(
        self, words: str, do: Callable[[], None], *, keys: str = "", writes: bool = False
    ) -> None: ...
    def show_item(self, item_id: int) -> None: ...
    def go_on(self) -> None: ...
    def to_narrative(self) -> None: ...


class LiveCommands:
    """Offers the commands of a page, and gives those that nobody else does."""

    def __init__(
        self,
        page: CommandedPage,
        *,
        recording: Recording,
        course: Course,
        caret: AtTheCaret,
        toggle_room: Callable[[], None],
        shown: Callable[[], Shown],
    ) -> None:
        self._page = page
        self._recording = recording
        self._course = course
        self.open_phrases = caret.open_phrases
        self._shown = shown
        self._offer_what_looks(toggle_room)
        self._offer_what_writes(caret)

    def _offer_what_looks(self, toggle_room: Callable[[], None]) -> None:
        page = self._page
        page.command("Previous item", lambda: self._walk(-1), keys="Alt+Up")
        page.command("Show the next item", lambda: self._walk(1), keys="Alt+Down")
        page.command("Room view", self.toggle_room_view, keys="F11")
        page.command("Show or hide the room", toggle_room, keys="F4")
        page.command("To the narrative", page.to_narrative, keys="Escape")

    def _offer_what_writes(self, caret: AtTheCaret) -> None:
        page = self._page
        for words, do, keys in (
            ("Next item", page.go_on, "Ctrl+Return"),
            ("Add a resolution", page.minute.resolutions.start, "F7"),
            ("Draft what is recommended", self._recording.draft_recommendations, "Shift+F7"),
            ("Agree the resolution", self._agree, "Ctrl+Shift+Return"),
            ("Record an action", page.minute.action_lines.start, "F8"),
            ("Insert the time", caret.stamp, "F9"),
            ("Insert a phrase", caret.open_phrases, "Ctrl+Space"),
            ("Mark everybody expected as present", self._recording.everyone_present, ""),
            ("Declare an interest", self.declare_interest, ""),
            ("List an officer", lambda: page.room.ask("O"), ""),
            ("List a guest", lambda: page.room.ask("G"), ""),
            ("Take the shown item again", self._take_again, ""),
            ("Carry the shown item forward", self._carry_forward, ""),
            ("Close the meeting", self._close, ""),
        ):
            page.command(words, do, keys=keys, writes=True)

    def _walk(self, by: int) -> None:
        shown = self._shown()
        ids = [item.id for item in shown.state.items] if shown.state is not None else []
        if shown.item_id in ids:
            to = ids.index(shown.item_id) + by
            if 0 <= to < len(ids):
                self._page.show_item(ids[to])

    def _take_again(self) -> None:
        shown = self._shown()
        opened = shown.state is not None and shown.state.opened
        if shown.item_id is not None and not shown.read_only and opened:
            self._course.take(shown.item_id)

    def _carry_forward(self) -> None:
        shown = self._shown()
        if shown.item_id is not None and not shown.read_only:
            self._course.carry_forward(shown.item_id)

    def _close(self) -> None:
        if not self._shown().read_only:
            self._course.close()

    def _agree(self) -> None:
        """Say that the resolution at the caret was agreed, or was not after all."""
        self._page.minute.resolutions.commit()
        resolution_id = self._page.minute.resolutions.current()
        shown = self._shown()
        minute = shown.state.minute(shown.item_id) if shown.state is not None else None
        if resolution_id is None or minute is None or shown.read_only:
            return
        agreed = any(each.id == resolution_id and each.agreed_at is not None for each in minute.resolutions)
        self._recording.agree(resolution_id, not agreed)

    def take_wish(self, wish: Wish) -> None:
        """Ask what the letter I in the room wants to know; the other letters need no question."""
        if wish.letter == "I":
            self.declare_interest(wish.person)

    def declare_interest(self, person: Attendance | None = None) -> None:
        """Open the window for an interest, of a person if one is chosen."""
        shown = self._shown()
        if shown.state is not None and not shown.read_only:
            over = self._page.minute
            ask_for_interest(shown.state, person, shown.item_id, over, self._recording.declare)

    def toggle_room_view(self) -> None:
        """Show what the room may see on the other screen, or take it away."""
        projector, state = self._page.projector, self._shown().state
        if projector.view is not None:
            projector.close()
        elif state is not None:
            projector.open(state, time_of(wall(self._page.context)))
