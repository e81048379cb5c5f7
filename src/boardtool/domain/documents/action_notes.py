"""What the action notes of a working group say: who was there, short notes, and the actions."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from boardtool.domain.boards import Board
from boardtool.domain.documents.action_log import LoggedAction
from boardtool.domain.documents.minuting import PrintedMinute, printed_minutes
from boardtool.domain.documents.roll import Roll, roll_of
from boardtool.domain.documents.sitting import Audience, Sitting, sitting_of
from boardtool.domain.meetings import AgendaItem, Attendance, Meeting
from boardtool.domain.minutes import Minute


@dataclass(frozen=True, slots=True)
class ActionNotesPaper:
    """Action notes, allow-listed as minutes are; every action stands in one table at the end."""

    sitting: Sitting
    audience: Audience
    roll: Roll
    notes: tuple[PrintedMinute, ...] = ()
    actions: tuple[LoggedAction, ...] = ()


def action_notes_paper(
    board: Board,
    meeting: Meeting,
    items: Collection[AgendaItem],
    attendance: Collection[Attendance],
    minutes: Iterable[Minute],
    *,
    audience: Audience = Audience.PUBLIC,
) -> ActionNotesPaper:
    printed = printed_minutes(minutes, items, attendance, audience)
    return ActionNotesPaper(
        sitting=sitting_of(board, meeting),
        audience=audience,
        roll=roll_of(attendance),
        notes=tuple(replace(note, actions=()) for note in printed),
        actions=tuple(action for note in printed for action in note.actions),
    )
