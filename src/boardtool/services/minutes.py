"""What can be done to minutes: items taken, words written, resolutions agreed, drafts sent and approved."""

from datetime import date, datetime

from boardtool.data import agenda, attendance, meetings, minutes
from boardtool.data.store import Step, Store
from boardtool.domain.checks.private_minutes import named, unsummarised
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Status
from boardtool.domain.recommendations import as_resolutions
from boardtool.domain.sealing import digest
from boardtool.domain.text import clean_line, clean_text, folded, listed
from boardtool.services.open_records import open_item, open_meeting_record, open_minute


def start_item(store: Store, *, item_id: int, now: datetime) -> None:
    """Take an item: the one in hand ends, this one's clock runs."""
    with store.step("Start item") as step:
        item = open_item(step, item_id)
        for other in agenda.items(step.reading, item.meeting_id):
            if other.id != item_id and other.started_at is not None and other.ended_at is None:
                agenda.change(step, other.id, ended_at=now)
        agenda.change(step, item_id, started_at=item.started_at or now, ended_at=None)


def write_narrative(store: Store, *, minute_id: int, text: str) -> None:
    """Keep what is typed under an item (Markdown); typing within a minute is one thing to undo."""
    with store.step("Typing", fold=f"narrative {minute_id}") as step:
        open_minute(step, minute_id)
        minutes.change(step, minute_id, narrative=clean_text(text))


def summarise(store: Store, *, minute_id: int, text: str) -> None:
    """Write what the open minutes say in place of an exempt minute (s.100C(2), R18); "" takes it back."""
    with store.step("Write summary for the public") as step:
        open_minute(step, minute_id)
        minutes.change(step, minute_id, public_summary=clean_text(text).strip())


def set_heading(store: Store, *, minute_id: int, heading: str) -> None:
    heading = clean_line(heading)
    if not heading:
        raise CannotDoError("A minute needs a heading.")
    with store.step("Change heading") as step:
        open_minute(step, minute_id)
        minutes.change(step, minute_id, heading=heading)


def set_lead(store: Store, *, minute_id: int, lead: str) -> None:
    """Say what stands between "RESOLVED that" and the resolutions, such as "the Board:"."""
    with store.step("Change resolution") as step:
        open_minute(step, minute_id)
        minutes.change(step, minute_id, lead=clean_line(lead))


def resolve(store: Store, *, minute_id: int, text: str, agreed_at: datetime | None = None) -> int:
    """Add a resolution; while it is not agreed it is a draft that the room does not see."""
    text = _resolution_text(text)
    with store.step("Add resolution") as step:
        open_minute(step, minute_id)
        return minutes.add_resolution(step, minute_id, text=text, agreed_at=agreed_at)


def draft_recommendations(store: Store, *, minute_id: int) -> int:
    """Put what the report recommends into the minute as drafts, without what stands there; how many they are.

    Raises:
        CannotDoError: the item has no recommendations, or all of them stand there.
    """
    with store.step("Draft the recommendations") as step:
        minute = open_minute(step, minute_id)
        item = None if minute.item_id is None else agenda.item(step.reading, minute.item_id)
        wanted = () if item is None else as_resolutions(item.recommendations)
        if not wanted:
            raise CannotDoError("This item has no recommendations to draft. Type the resolution.")
        there = {folded(each.text) for each in minute.resolutions}
        new = [text for text in wanted if folded(text) not in there]
        if not new:
            raise CannotDoError("What is recommended stands here already.")
        for text in new:
            minutes.add_resolution(step, minute_id, text=clean_line(text), agreed_at=None)
        return len(new)


def change_resolution(store: Store, *, resolution_id: int, text: str) -> None:
    text = _resolution_text(text)
    with store.step("Change resolution", fold=f"resolution {resolution_id}") as step:
        _open_resolution(step, resolution_id)
        minutes.change_resolution(step, resolution_id, text=text)


def agree(store: Store, *, resolution_id: int, now: datetime) -> None:
    """Say that the board agreed a resolution: now the room may see it."""
    with store.step("Agree resolution") as step:
        _open_resolution(step, resolution_id)
        minutes.change_resolution(step, resolution_id, agreed_at=now)


def make_draft(store: Store, *, resolution_id: int) -> None:
    """Take back that a resolution was agreed."""
    with store.step("Make resolution a draft") as step:
        _open_resolution(step, resolution_id)
        minutes.change_resolution(step, resolution_id, agreed_at=None)


def remove_resolution(store: Store, *, resolution_id: int) -> None:
    with store.step("Remove resolution") as step:
        _open_resolution(step, resolution_id)
        minutes.remove_resolution(step, resolution_id)


def move_resolution(store: Store, *, resolution_id: int, to: int) -> None:
    """Move a resolution to another place (from 0) among those of its minute."""
    with store.step("Move resolution") as step:
        minute_id = _open_resolution(step, resolution_id)
        order = [each.id for each in minutes.by_id(step.reading, minute_id).resolutions]
        order.remove(resolution_id)
        order.insert(max(0, min(to, len(order))), resolution_id)
        minutes.reorder_resolutions(step, order)


def circulate(store: Store, *, meeting_id: int, today: date) -> None:
    """Send the draft out: from now on the minute numbers are fixed.

    Raises:
        CannotDoError: nothing was minuted.
    """
    with store.step("Circulate minutes") as step:
        open_meeting_record(step, meeting_id)
        written = minutes.of_meeting(step.reading, meeting_id)
        if not written:
            raise CannotDoError("There is nothing to circulate: no minute was written yet.")
        for minute in written:
            minutes.change(step, minute.id, number=minute.number)
        meetings.change(step, meeting_id, circulated_on=today, status=Status.CIRCULATED)


def approve(store: Store, *, meeting_id: int, on: date) -> str:
    """Lock the minutes as the board approved them; the digest that seals them (R29).

    Raises:
        CannotDoError: they were not circulated, the day lies before the meeting, or an exempt minute has no
            summary for the public (R18).
    """
    with store.step("Approve minutes") as step:
        meeting = open_meeting_record(step, meeting_id)
        if meeting.status is not Status.CIRCULATED:
            raise CannotDoError("Circulate the draft first; the board approves what it has read.")
        if on <= meeting.date:
            raise CannotDoError(
                f"Minutes of {long_date(meeting.date)} are approved at a later meeting, "
                f"not on {long_date(on)}."
            )
        written = minutes.of_meeting(step.reading, meeting_id)
        if silent := unsummarised(written, agenda.items(step.reading, meeting_id)):
            raise CannotDoError(
                f"The open minutes say nothing of {listed(map(named, silent))}. Write for the public what "
                "was done in private; once they are approved nothing can be added (R18)."
            )
        seal = digest(meeting, attendance.of_meeting(step.reading, meeting_id), written)
        meetings.change(step, meeting_id, approved_on=on, status=Status.APPROVED, digest=seal)
    return seal


def _open_resolution(step: Step, resolution_id: int) -> int:
    minute = minutes.minute_of_resolution(step.reading, resolution_id)
    open_meeting_record(step, minute.meeting_id)
    return minute.id


def _resolution_text(text: str) -> str:
    text = clean_line(text)
    if not text:
        raise CannotDoError("A resolution needs words.")
    return text
