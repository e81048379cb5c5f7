"""The actions that a table under a Word minute lists, held against the board's log and taken into it."""

from collections.abc import Sequence
from datetime import date

from boardtool.data import actions, meetings
from boardtool.data.store import Step
from boardtool.domain.action_numbers import ActionNumber, action_number, read_action_number
from boardtool.domain.action_words import owners_from_words
from boardtool.domain.actions import Action
from boardtool.domain.dates import DateRefusedError, read_date
from boardtool.domain.minutes_read import ReadAction
from boardtool.domain.text import same_words

Log = Sequence[Action]


def in_file(read: Sequence[ReadAction]) -> tuple[str, ...]:
    """The actions as the file has them, a line each."""
    return tuple(f"{_number(action).text} {action.text}".strip() for action in read)


def in_log(read: Sequence[ReadAction], log: Log) -> tuple[str, ...]:
    """Those of them that the log knows, in the log's words; one without a number is known by its words."""
    known = [(action, _known(action, log)) for action in read]
    return tuple(
        f"{ours.number if action.number else ''} {ours.text}".strip() for action, ours in known if ours
    )


def reworded(read: Sequence[ReadAction], log: Log) -> bool:
    """Whether the file has other words for an action that the log knows."""
    known = [(action, _known(action, log)) for action in read]
    return any(not same_words(action.text, ours.text) for action, ours in known if ours)


def take_in(read: Sequence[ReadAction], item_id: int | None, step: Step, meeting_id: int) -> None:
    """Actions keep their number: one that the log has gets the file's words, another is added."""
    meeting = meetings.by_id(step.reading, meeting_id)
    for action in read:
        known = _known(action, actions.log(step.reading, board_id=meeting.board_id))
        owners = owners_from_words(action.owners)
        if known is not None:
            actions.change(step, known.id, text=action.text)
            actions.set_owners(step, known.id, owners or known.owners)
            continue
        number = _number(action) if action.number else _next(step, meeting.board_id, meeting.date)
        actions.add(
            step,
            board_id=meeting.board_id,
            number=number.text,
            raised_on=number.raised_on or meeting.date,
            ordinal=number.ordinal,
            text=action.text,
            owners=owners,
            due=_due(action, meeting.date),
            meeting_id=meeting_id,
            item_id=item_id,
        )


def _number(action: ReadAction) -> ActionNumber:
    return read_action_number(action.number)[0]


def _next(step: Step, board_id: int, day: date) -> ActionNumber:
    return action_number(day, actions.newest_ordinal(step.reading, board_id, day) + 1)


def _known(read: ReadAction, log: Log) -> Action | None:
    if read.number:
        return next((action for action in log if action.number == _number(read).text), None)
    return next((action for action in log if same_words(action.text, read.text)), None)


def _due(action: ReadAction, made_on: date) -> date | None:
    try:
        return read_date(action.due, year=made_on.year)
    except DateRefusedError:
        return None
