"""What may still be changed: minutes that the board approved are locked (R29)."""

from boardtool.data import agenda, meetings, minutes
from boardtool.data.store import Step
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import AgendaItem, Meeting, Status
from boardtool.domain.minutes import Minute


def open_meeting_record(step: Step, meeting_id: int) -> Meeting:
    """The meeting, if its record is still open.

    Raises:
        CannotDoError: its minutes are approved.
    """
    meeting = meetings.by_id(step.reading, meeting_id)
    if meeting.status is Status.APPROVED:
        raise CannotDoError(
            f"The minutes of {long_date(meeting.date)} are approved and locked. "
            "A correction is minuted at the next meeting."
        )
    return meeting


def open_item(step: Step, item_id: int) -> AgendaItem:
    """An agenda item of a meeting whose record is still open."""
    item = agenda.item(step.reading, item_id)
    open_meeting_record(step, item.meeting_id)
    return item


def open_minute(step: Step, minute_id: int) -> Minute:
    """A minute of a meeting whose record is still open."""
    minute = minutes.by_id(step.reading, minute_id)
    open_meeting_record(step, minute.meeting_id)
    return minute
