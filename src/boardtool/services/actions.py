"""What can be done to actions: record them, change them one or many, say how far they have come."""

from collections.abc import Sequence
from datetime import date

from boardtool.data import actions, boards, meetings
from boardtool.data.store import Reading, Step, Store
from boardtool.domain.action_numbers import action_number
from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.dates import means_next_meeting, read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.text import clean_line, clean_text
from boardtool.services.open_records import open_item

Due = str | date | None
"""A day, words for one ("16 Sep", "next board"), or nothing."""


def record(store: Store, *, item_id: int, text: str, owners: Sequence[str], due: Due = None) -> Action:
    """Record an action under an agenda item; it gets the meeting's next number at once.

    Raises:
        CannotDoError: it has no words, or `due` is no day.
    """
    text = _text(text)
    with store.step("Record action") as step:
        item = open_item(step, item_id)
        meeting = meetings.by_id(step.reading, item.meeting_id)
        day = _due(step.reading, meeting.board_id, meeting.date, due)
        action_id = _add(step, meeting.board_id, meeting.date, text=text, owners=owners, due=day)
        actions.change(step, action_id, meeting_id=meeting.id, item_id=item_id)
        return actions.by_id(step.reading, action_id)


def raise_between_meetings(
    store: Store, *, board_id: int, text: str, owners: Sequence[str], today: date, due: Due = None
) -> Action:
    """Record an action that no meeting made; its number carries the day."""
    text = _text(text)
    with store.step("Record action") as step:
        boards.by_id(step.reading, board_id)
        day = _due(step.reading, board_id, today, due)
        action_id = _add(step, board_id, today, text=text, owners=owners, due=day)
        return actions.by_id(step.reading, action_id)


def _add(
    step: Step, board_id: int, raised_on: date, *, text: str, owners: Sequence[str], due: date | None
) -> int:
    number = action_number(raised_on, actions.newest_ordinal(step.reading, board_id, raised_on) + 1)
    return actions.add(
        step,
        board_id=board_id,
        number=number.text,
        raised_on=raised_on,
        ordinal=number.ordinal,
        text=text,
        owners=_names(owners),
        due=due,
    )


def _due(reading: Reading, board_id: int, raised_on: date, due: Due) -> date | None:
    if due is None or isinstance(due, date):
        return due
    words = clean_line(due)
    if not words:
        return None
    if means_next_meeting(words):
        following = meetings.after(reading, board_id, raised_on)
        if following is None:
            raise CannotDoError(
                "The next meeting is not planned yet. Plan it, or type a date such as 16 September."
            )
        return following.date
    day = read_date(words, year=raised_on.year)
    # A day without a year that has gone by already means next year's.
    if day < raised_on and str(day.year) not in words:
        day = read_date(words, year=raised_on.year + 1)
    return day


def change_text(store: Store, *, action_id: int, text: str) -> None:
    text = _text(text)
    with store.step("Change action") as step:
        actions.change(step, action_id, text=text)


def allocate(store: Store, *, action_ids: Sequence[int], owners: Sequence[str]) -> None:
    """Say who is to do one or many actions."""
    names = _names(owners)
    with store.step(_many("Allocate action", action_ids)) as step:
        for action_id in action_ids:
            actions.set_owners(step, action_id, names)


def set_due(store: Store, *, action_ids: Sequence[int], due: Due) -> None:
    """Say when one or many actions are due; nothing means no day."""
    with store.step(_many("Change due date", action_ids)) as step:
        for action in actions.by_ids(step.reading, action_ids):
            since = action.raised_on or step.now.date()
            actions.change(step, action.id, due=_due(step.reading, action.board_id, since, due))


def set_status(store: Store, *, action_ids: Sequence[int], status: ActionStatus, today: date) -> None:
    """Change the status of one or many actions; what is done is done today, unless it was before."""
    with store.step(_many("Change status", action_ids)) as step:
        for action in actions.by_ids(step.reading, action_ids):
            done_on = (action.completed_on or today) if status.is_done else None
            actions.change(step, action.id, status=status, completed_on=done_on)


def add_progress(
    store: Store, *, action_ids: Sequence[int], text: str, today: date, source: str = "you"
) -> None:
    """Say what happened to one or many actions; an open one is then in progress."""
    text = clean_text(text).strip()
    if not text:
        raise CannotDoError("Say what happened; the box is empty.")
    with store.step(_many("Add progress", action_ids)) as step:
        for action in actions.by_ids(step.reading, action_ids):
            actions.add_progress(step, action.id, on=today, text=text, source=source, who=step.who)
            if action.status is ActionStatus.OPEN:
                actions.change(step, action.id, status=ActionStatus.IN_PROGRESS)


def complete(store: Store, *, action_ids: Sequence[int], today: date, text: str = "") -> None:
    """Complete one or many actions, with a last word where there is one."""
    text = clean_text(text).strip()
    with store.step(_many("Complete action", action_ids)) as step:
        for action in actions.by_ids(step.reading, action_ids):
            if text:
                actions.add_progress(step, action.id, on=today, text=text, source="you", who=step.who)
            done_on = action.completed_on or today
            actions.change(step, action.id, status=ActionStatus.COMPLETED, completed_on=done_on)


def remove(store: Store, *, action_ids: Sequence[int]) -> None:
    """Take actions out of the log; the history can bring them back."""
    with store.step(_many("Remove action", action_ids)) as step:
        for action_id in action_ids:
            actions.remove(step, action_id)


def _text(text: str) -> str:
    text = clean_line(text)
    if not text:
        raise CannotDoError("An action needs words: what is to be done?")
    return text


def _names(owners: Sequence[str]) -> list[str]:
    return [name for name in map(clean_line, owners) if name]


def _many(label: str, action_ids: Sequence[int]) -> str:
    return label if len(action_ids) == 1 else f"{label} ({len(action_ids)} actions)"
