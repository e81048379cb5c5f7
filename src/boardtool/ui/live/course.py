"""The course of a meeting: opened, its items taken one after the other, closed."""

from collections.abc import Callable

from boardtool.ui.context import Context
from boardtool.ui.live.clock import wall
from boardtool.ui.live.going_on import Go, GoingOn
from boardtool.ui.live.recording import Recording


class Course:
    """Moves the meeting on.

    `went(item_id)` is called once an item is taken, or where to go back to; `undecided` answers of how many
    nobody has said whether they came.
    """

    def __init__(
        self,
        context: Context,
        recording: Recording,
        *,
        went: Callable[[int], None],
        opening: Callable[[], None],
        undecided: Callable[[], int],
    ) -> None:
        self._context = context
        self._store = context.store
        self._recording = recording
        self._went = went
        self._opening = opening
        self._undecided = undecided

    def go(self, on: GoingOn) -> None:
        """Do what the button says."""
        if on.go is Go.CLOSE:
            self.close()
        elif on.item_id is None:
            return
        elif on.go is Go.OPEN:
            self._open(on.item_id)
        elif on.go is Go.BACK:
            self._went(on.item_id)
        elif on.go is Go.TAKE:
            self.take(on.item_id)

    def _open(self, first: int) -> None:
        from boardtool.services import meetings, minutes

        meeting_id, now = self._recording.meeting_id, wall(self._context)
        if meeting_id is None:
            return

        def use_case() -> None:
            meetings.open_meeting(self._store, meeting_id=meeting_id, now=now)
            minutes.start_item(self._store, item_id=first, now=now)

        self._opening()
        self._recording.run(use_case)

    def take(self, item_id: int) -> None:
        from boardtool.services import minutes

        now = wall(self._context)
        self._recording.run(
            lambda: minutes.start_item(self._store, item_id=item_id, now=now),
            then=lambda _none: self._went(item_id),
        )

    def carry_forward(self, item_id: int) -> None:
        from boardtool.services import agenda

        self._recording.run(lambda: agenda.carry_forward(self._store, item_id=item_id))

    def close(self) -> None:
        from boardtool.services import meetings

        meeting_id, now = self._recording.meeting_id, wall(self._context)
        if meeting_id is not None:
            say = self._context.messages.say
            self._recording.run(
                lambda: meetings.close(self._store, meeting_id=meeting_id, now=now),
                then=lambda _none: say(_closed(self._undecided())),
                refused=say,
            )


def _closed(undecided: int) -> str:
    closed = "Meeting closed. What is here is the draft."
    if not undecided:
        return closed
    people = "1 person is" if undecided == 1 else f"{undecided} people are"
    return f"{closed} {people} still only expected: mark who came."
