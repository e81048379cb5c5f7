"""What can be done to a meeting: plan it, move it, call it off, open it, close it."""

from datetime import date, datetime

from boardtool.data import agenda, attendance, boards, cases, meetings, minutes, people
from boardtool.data.store import Step, Store
from boardtool.domain.boards import Board, ItemRole, StandingItem
from boardtool.domain.checks.publication import HeldUp, PublicationHeldUpError, held_up, rules_of, told
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Capacity, Meeting, Presence, Status
from boardtool.domain.minutes import usual_lead
from boardtool.domain.people import Membership, Role
from boardtool.domain.text import clean_line, clean_text
from boardtool.domain.times import read_clock
from boardtool.services.open_records import open_meeting_record

_PUBLISHED = "Record publication of agenda"


def plan(
    store: Store, *, board_id: int, day: date, start: str = "", place: str = "", from_last: bool = False
) -> int:
    """Plan a meeting; its id. Time and place default to the board's usual ones.

    With `from_last` the agenda starts with the standing items (the last minutes by their date), what was
    carried forward from the last meeting, and everybody who is a member on the day.

    Raises:
        CannotDoError: the board meets on that day already, or the time is none.
    """
    with store.step(f"Plan meeting of {long_date(day)}") as step:
        board = boards.by_id(step.reading, board_id)
        if meetings.on(step.reading, board_id, day) is not None:
            raise CannotDoError(f"{board.name} meets on {long_date(day)} already.")
        meeting_id = meetings.add(
            step,
            board_id=board_id,
            day=day,
            start=read_clock(start) if start else board.usual_start,
            place=clean_line(place) or board.usual_place,
        )
        if from_last:
            _carry_over(step, board, meeting_id, day)
    return meeting_id


def _carry_over(step: Step, board: Board, meeting_id: int, day: date) -> None:
    last = meetings.before(step.reading, board.id, day)
    standing = boards.standing_items(step.reading, board.id)
    closing = [item for item in standing if item.role is ItemRole.CLOSE]
    for item in standing:
        if item not in closing:
            _add_standing(step, meeting_id, item, last)
    if last is not None:
        _bring_forward(step, meeting_id, last)
    for item in closing:
        _add_standing(step, meeting_id, item, last)
    expect_members(step, meetings.by_id(step.reading, meeting_id))


def _add_standing(step: Step, meeting_id: int, item: StandingItem, last: Meeting | None) -> None:
    subject = item.subject
    if item.role is ItemRole.LAST_MINUTES and last is not None:
        subject = f"{subject} Held on {long_date(last.date)}"
    agenda.add(
        step,
        meeting_id,
        subject=subject,
        presenters=[item.presenter] if item.presenter else [],
        kind=item.kind,
        purpose=item.purpose,
        length=item.length,
        role=item.role,
    )


def _bring_forward(step: Step, meeting_id: int, last: Meeting) -> None:
    for item in agenda.items(step.reading, last.id):
        if item.outcome == "carried forward":
            agenda.add(
                step,
                meeting_id,
                subject=item.subject,
                presenters=item.presenters,
                public_title=item.public_title,
                kind=item.kind,
                purpose=item.purpose,
                recommendations=item.recommendations,
                length=item.length,
                exempt=item.exempt,
                public_interest=item.public_interest,
                carried_from=f"{last.ref} item {item.number}",
            )


def expect_members(step: Step, meeting: Meeting) -> None:
    """List everybody who is on the board on the day and not listed yet."""
    listed = {person.person_id for person in attendance.of_meeting(step.reading, meeting.id)}
    for member in people.members(step.reading, meeting.board_id, on=meeting.date):
        if member.person_id not in listed and member.role is not Role.SUBSTITUTE:
            _expect(step, meeting.id, member)


def _expect(step: Step, meeting_id: int, member: Membership) -> None:
    officer = member.role is Role.OFFICER
    attendance.add(
        step,
        meeting_id,
        name=member.name,
        post=member.listed_as,
        person_id=member.person_id,
        capacity=Capacity.OFFICER if officer else Capacity.MEMBER,
        chairing=member.role is Role.CHAIR,
        voting=member.voting and not officer,
        presence=Presence.EXPECTED,
    )


def change(store: Store, *, meeting_id: int, **facts: object) -> None:
    """Change facts of a meeting: start, agenda_start, place, video_link, note."""
    known = {"start", "agenda_start", "place", "video_link", "note"}
    if unknown := set(facts) - known:
        raise CannotDoError(f"A meeting has no {', '.join(sorted(unknown))}.")
    cleaned = {fact: _cleaned(fact, value) for fact, value in facts.items()}
    with store.step("Change meeting") as step:
        open_meeting_record(step, meeting_id)
        meetings.change(step, meeting_id, **cleaned)


def _cleaned(fact: str, value: object) -> object:
    if value is None:
        return None
    if fact in {"start", "agenda_start"}:
        return read_clock(str(value))
    return clean_text(str(value)) if fact == "note" else clean_line(str(value))


def move(store: Store, *, meeting_id: int, day: date) -> None:
    """Move a meeting that was not held yet to another day."""
    with store.step(f"Move meeting to {long_date(day)}") as step:
        meeting = open_meeting_record(step, meeting_id)
        if meeting.opened_at is not None:
            raise CannotDoError("A meeting that was held cannot move to another day.")
        there = meetings.on(step.reading, meeting.board_id, day)
        if there is not None and there.id != meeting_id:
            raise CannotDoError(f"{meeting.board_name} meets on {long_date(day)} already.")
        meetings.change(step, meeting_id, date=day)


def cancel(store: Store, *, meeting_id: int) -> None:
    with store.step("Cancel meeting") as step:
        meeting = open_meeting_record(step, meeting_id)
        if meeting.opened_at is not None:
            raise CannotDoError("A meeting that was opened cannot be cancelled.")
        meetings.change(step, meeting_id, status=Status.CANCELLED)


def reinstate(store: Store, *, meeting_id: int) -> None:
    """Take back a cancellation."""
    with store.step("Reinstate meeting") as step:
        meeting = meetings.by_id(step.reading, meeting_id)
        status = Status.PLANNED if meeting.published_at is None else Status.PUBLISHED
        meetings.change(step, meeting_id, status=status)


def remove(store: Store, *, meeting_id: int) -> None:
    """Remove a meeting with its agenda and minutes; its actions stay in the log."""
    with store.step("Remove meeting") as step:
        open_meeting_record(step, meeting_id)
        meetings.remove(step, meeting_id)


def record_published(store: Store, *, meeting_id: int, at: datetime, despite: str = "") -> HeldUp:
    """Keep when the agenda was published (R5): the council publishes, the person says when.

    `despite` is why it was published although something stood against it; both are kept with the meeting, and
    the reason in the history. What stood against it is returned; where nothing did, the reason is not kept.

    Raises:
        PublicationHeldUpError: something stands against it that is not waived (R1, R12, R13, R14, R17, R29).
        CannotDoError: its minutes are approved.
    """
    with store.reading() as reading:
        held = held_up(cases.of_meeting(reading, meeting_id, today=at.date()), at)
    reason = clean_line(despite)
    if held.stops or (held.asks and not reason):
        raise PublicationHeldUpError(held)
    label = (
        f"Record publication of agenda, although {rules_of(held.asks)}: {reason}" if held.asks else _PUBLISHED
    )
    with store.step(label) as step:
        meeting = open_meeting_record(step, meeting_id)
        status = Status.PUBLISHED if meeting.status is Status.PLANNED else meeting.status
        meetings.change(
            step,
            meeting_id,
            published_at=at,
            status=status,
            published_although="\n".join(map(told, held.asks)),
            published_because=reason if held.asks else "",
        )
    return held


def open_meeting(store: Store, *, meeting_id: int, now: datetime) -> None:
    """Start a meeting: everybody expected is listed, and every item has its minute and so its number."""
    with store.step("Open meeting") as step:
        meeting = open_meeting_record(step, meeting_id)
        if meeting.status is Status.CANCELLED:
            raise CannotDoError("This meeting is cancelled. Reinstate it first.")
        expect_members(step, meeting)
        prepare_minutes(step, meeting_id)
        if meeting.opened_at is None:
            meetings.change(step, meeting_id, opened_at=now, status=Status.IN_SESSION)


def prepare_minutes(step: Step, meeting_id: int) -> None:
    """Give every item that has none its minute, so that numbers do not move while minuting."""
    held = {minute.item_id for minute in minutes.of_meeting(step.reading, meeting_id)}
    board_id = meetings.by_id(step.reading, meeting_id).board_id
    lead = usual_lead(boards.by_id(step.reading, board_id).mode)
    for item in agenda.items(step.reading, meeting_id):
        if item.id not in held:
            minutes.add(
                step,
                meeting_id,
                position=item.position,
                heading=item.subject,
                item_id=item.id,
                exempt=bool(item.exempt),
                lead=lead,
            )


def close(store: Store, *, meeting_id: int, now: datetime) -> None:
    """End a meeting: the item in hand ends, and what is there is the draft of the minutes."""
    with store.step("Close meeting") as step:
        meeting = open_meeting_record(step, meeting_id)
        if meeting.opened_at is None:
            raise CannotDoError("This meeting was not opened yet.")
        for item in agenda.items(step.reading, meeting_id):
            if item.started_at is not None and item.ended_at is None:
                agenda.change(step, item.id, ended_at=now)
        meetings.change(step, meeting_id, closed_at=now, status=Status.DRAFT)
