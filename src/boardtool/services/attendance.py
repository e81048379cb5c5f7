"""What can be said of who is at a meeting: present, by video, sorry, substituted, come and gone."""

from boardtool.data import attendance
from boardtool.data.store import Step, Store
from boardtool.domain.errors import CannotDoError, NotFoundError
from boardtool.domain.meetings import Attendance, Capacity, InterestTier, Presence
from boardtool.domain.text import clean_line, clean_text
from boardtool.domain.times import read_clock
from boardtool.services.meetings import expect_members
from boardtool.services.open_records import open_meeting_record

_IN_WORDS = {
    Presence.EXPECTED: "expected",
    Presence.PRESENT: "in the room",
    Presence.BY_VIDEO: "by video",
    Presence.APOLOGIES: "apologies",
    Presence.ABSENT: "absent",
}


def list_members(store: Store, *, meeting_id: int) -> None:
    """List everybody who is on the board on the day and not listed yet."""
    with store.step("List members") as step:
        expect_members(step, open_meeting_record(step, meeting_id))


def add(
    store: Store,
    *,
    meeting_id: int,
    name: str,
    post: str = "",
    capacity: Capacity = Capacity.OFFICER,
    presence: Presence = Presence.PRESENT,
) -> int:
    """List somebody who is no member: an officer or a guest."""
    name = clean_line(name)
    if not name:
        raise CannotDoError("Say who: a name or a post.")
    with store.step(f"List {name}") as step:
        open_meeting_record(step, meeting_id)
        return attendance.add(
            step,
            meeting_id,
            name=name,
            post=clean_line(post),
            capacity=capacity,
            presence=presence,
            voting=capacity is Capacity.MEMBER,
        )


def set_presence(store: Store, *, meeting_id: int, attendance_id: int, presence: Presence) -> None:
    """Say how somebody is here; times of coming and going are cleared."""
    with store.step(f"Attendance: {_IN_WORDS[presence]}") as step:
        _of(step, meeting_id, attendance_id)
        attendance.change(step, attendance_id, presence=presence, came_at=None, left_at=None)


def everyone_present(store: Store, *, meeting_id: int) -> None:
    """Mark all who are expected as in the room; the exceptions are then few."""
    with store.step("Mark everybody present") as step:
        open_meeting_record(step, meeting_id)
        for person in attendance.of_meeting(step.reading, meeting_id):
            if person.presence is Presence.EXPECTED:
                attendance.change(step, person.id, presence=Presence.PRESENT)


def came(store: Store, *, meeting_id: int, attendance_id: int, at: str) -> None:
    """Say when somebody joined a meeting already begun."""
    at = read_clock(at)
    with store.step("Came to the meeting") as step:
        person = _of(step, meeting_id, attendance_id)
        video = person.presence is Presence.BY_VIDEO
        presence = Presence.BY_VIDEO if video else Presence.PRESENT
        attendance.change(step, attendance_id, presence=presence, came_at=at, left_at=None)


def left(store: Store, *, meeting_id: int, attendance_id: int, at: str) -> None:
    """Say when somebody left.

    Raises:
        CannotDoError: they are not here, or came later than that.
    """
    at = read_clock(at)
    with store.step("Left the meeting") as step:
        person = _of(step, meeting_id, attendance_id)
        if person.presence not in {Presence.PRESENT, Presence.BY_VIDEO}:
            raise CannotDoError(f"{person.name} is not marked as here, so cannot leave.")
        if person.came_at is not None and at < person.came_at:
            raise CannotDoError(f"{person.name} came at {person.came_at}, so cannot have left at {at}.")
        attendance.change(step, attendance_id, left_at=at)


def substitute(store: Store, *, meeting_id: int, attendance_id: int, name: str, post: str = "") -> int:
    """Somebody stands in for a member (R24): the member sends apologies, the substitute is in the room."""
    name = clean_line(name)
    if not name:
        raise CannotDoError("Say who stands in.")
    with store.step(f"{name} as substitute") as step:
        member = _of(step, meeting_id, attendance_id)
        attendance.change(step, member.id, presence=Presence.APOLOGIES, came_at=None, left_at=None)
        return attendance.add(
            step,
            meeting_id,
            name=name,
            post=clean_line(post) or member.post,
            capacity=Capacity.MEMBER,
            presence=Presence.PRESENT,
            voting=member.voting,
            substitute_for=member.name,
        )


def set_chairing(store: Store, *, meeting_id: int, attendance_id: int) -> None:
    """Say who chairs this meeting."""
    with store.step("Change chair of the meeting") as step:
        _of(step, meeting_id, attendance_id)
        for person in attendance.of_meeting(step.reading, meeting_id):
            attendance.change(step, person.id, chairing=person.id == attendance_id)


def remove(store: Store, *, meeting_id: int, attendance_id: int) -> None:
    with store.step("Remove from attendance") as step:
        _of(step, meeting_id, attendance_id)
        attendance.remove(step, attendance_id)


def declare_interest(
    store: Store,
    *,
    meeting_id: int,
    name: str,
    tier: InterestTier,
    nature: str = "",
    did: str = "",
    item_id: int | None = None,
    attendance_id: int | None = None,
) -> int:
    """Keep an interest that somebody declared, and what they then did (R25)."""
    name = clean_line(name)
    if not name:
        raise CannotDoError("Say who declares the interest.")
    with store.step(f"Interest of {name}") as step:
        open_meeting_record(step, meeting_id)
        return attendance.add_interest(
            step,
            meeting_id,
            item_id=item_id,
            attendance_id=attendance_id,
            name=name,
            tier=tier,
            nature=clean_text(nature).strip(),
            did=clean_line(did),
        )


def withdraw_interest(store: Store, *, meeting_id: int, interest_id: int) -> None:
    with store.step("Remove interest") as step:
        open_meeting_record(step, meeting_id)
        attendance.remove_interest(step, interest_id)


def _of(step: Step, meeting_id: int, attendance_id: int) -> Attendance:
    open_meeting_record(step, meeting_id)
    for person in attendance.of_meeting(step.reading, meeting_id):
        if person.id == attendance_id:
            return person
    raise NotFoundError("This person is not listed for the meeting any more.")
