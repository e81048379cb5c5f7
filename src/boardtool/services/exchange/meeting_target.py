"""The meeting that an agenda or minutes go to: found, or made where it is not planned yet."""

from datetime import date

from boardtool.data import actions, meetings
from boardtool.data.store import Reading, Step
from boardtool.domain.boards import Board
from boardtool.domain.meetings import Status
from boardtool.services.open_records import open_meeting_record


def meeting_to_fill(step: Step, board: Board, day: date, *, start: str | None = None, place: str = "") -> int:
    """The meeting of a board on a day; its id.

    A meeting made here takes up the actions that the log already has of that day.

    Raises:
        CannotDoError: its minutes are approved and locked.
    """
    planned = meetings.on(step.reading, board.id, day)
    if planned is not None:
        return open_meeting_record(step, planned.id).id
    meeting_id = meetings.add(
        step,
        board_id=board.id,
        day=day,
        start=start or board.usual_start,
        place=place or board.usual_place,
        status=Status.PLANNED,
    )
    for action_id in _actions_of(step.reading, board.id, day):
        actions.change(step, action_id, meeting_id=meeting_id)
    return meeting_id


def _actions_of(reading: Reading, board_id: int, day: date) -> list[int]:
    return [
        action.id
        for action in actions.log(reading, board_id=board_id)
        if action.raised_on == day and action.meeting_id is None
    ]
