"""What meetings promised and what followed: their minutes against the board's actions."""

from sqlalchemy import select

from boardtool.data import actions, meetings, minutes, rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import ACTION, MINUTE, NO_ACTION_NEEDED
from boardtool.domain.meetings import Meeting
from boardtool.domain.reconcile import Reconciliation, reconcile


def of_meeting(reading: Reading, meeting_id: int) -> Reconciliation:
    """The promises of one meeting, each with the actions that took it up."""
    meeting = meetings.by_id(reading, meeting_id)
    could_follow = (
        select(ACTION.c.id)
        .where(ACTION.c.board_id == meeting.board_id)
        .where(ACTION.c.completed_on.is_(None) | (ACTION.c.completed_on >= meeting.date))
    )
    able = actions.by_ids(reading, reading.execute(could_follow).scalars())
    return reconcile(
        minutes.of_meeting(reading, meeting_id),
        able,
        on=meeting.date,
        let_go=_let_go(reading, meeting_id),
    )


def of_board(reading: Reading, board_id: int) -> list[tuple[Meeting, Reconciliation]]:
    """The promises of every minuted meeting of a board, the oldest first."""
    minuted = set(reading.execute(select(MINUTE.c.meeting_id).distinct()).scalars())
    return [
        (meeting, of_meeting(reading, meeting.id))
        for meeting in meetings.every(reading, board_id=board_id)
        if meeting.id in minuted
    ]


def let_go(step: Step, *, minute_id: int, text: str) -> None:
    """Keep that a promise of a minute, in these words, needs no action."""
    rows.add(step, NO_ACTION_NEEDED, minute_id=minute_id, text=text)


def _let_go(reading: Reading, meeting_id: int) -> frozenset[tuple[int, str]]:
    said = (
        select(NO_ACTION_NEEDED.c.minute_id, NO_ACTION_NEEDED.c.text)
        .join(MINUTE, MINUTE.c.id == NO_ACTION_NEEDED.c.minute_id)
        .where(MINUTE.c.meeting_id == meeting_id)
    )
    return frozenset((row.minute_id, row.text) for row in reading.execute(said))
