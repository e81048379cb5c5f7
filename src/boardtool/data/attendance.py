"""Who came to a meeting, as the store keeps it, and the interests they declared."""

from collections.abc import Sequence

from sqlalchemy import select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import ATTENDANCE, INTEREST
from boardtool.domain.meetings import Attendance, Capacity, Interest, InterestTier, Presence


def of_meeting(reading: Reading, meeting_id: int) -> list[Attendance]:
    """Everybody listed for a meeting, members before officers, in the order of the list."""
    found = reading.execute(
        select(ATTENDANCE)
        .where(ATTENDANCE.c.meeting_id == meeting_id)
        .order_by(ATTENDANCE.c.position, ATTENDANCE.c.id)
    )
    people = [
        Attendance(
            id=row.id,
            meeting_id=row.meeting_id,
            name=row.name,
            post=row.post,
            capacity=Capacity(row.capacity),
            presence=Presence(row.presence),
            chairing=row.chairing,
            voting=row.voting,
            came_at=row.came_at,
            left_at=row.left_at,
            substitute_for=row.substitute_for,
            person_id=row.person_id,
            position=row.position,
        )
        for row in found
    ]
    order = list(Capacity)
    return sorted(people, key=lambda person: order.index(person.capacity))


def of_person(reading: Reading, person_id: int) -> list[tuple[int, Presence]]:
    """Meetings a person was listed for (meeting id, presence)."""
    found = reading.execute(
        select(ATTENDANCE.c.meeting_id, ATTENDANCE.c.presence).where(ATTENDANCE.c.person_id == person_id)
    )
    return [(row.meeting_id, Presence(row.presence)) for row in found]


def interests(reading: Reading, meeting_id: int) -> list[Interest]:
    found = reading.execute(
        select(INTEREST).where(INTEREST.c.meeting_id == meeting_id).order_by(INTEREST.c.id)
    )
    return [
        Interest(
            row.id,
            row.meeting_id,
            row.item_id,
            row.attendance_id,
            row.name,
            InterestTier(row.tier),
            row.nature,
            row.did,
        )
        for row in found
    ]


def add(step: Step, meeting_id: int, *, name: str, **values: object) -> int:
    position = rows.next_position(step, ATTENDANCE, "meeting_id", meeting_id)
    return rows.add(step, ATTENDANCE, meeting_id=meeting_id, position=position, name=name, **values)


def change(step: Step, attendance_id: int, **values: object) -> None:
    rows.change(step, ATTENDANCE, attendance_id, values)


def remove(step: Step, attendance_id: int) -> None:
    rows.remove(step, ATTENDANCE, attendance_id)


def reorder(step: Step, ids: Sequence[int]) -> None:
    rows.reorder(step, ATTENDANCE, ids)


def add_interest(step: Step, meeting_id: int, **values: object) -> int:
    return rows.add(step, INTEREST, meeting_id=meeting_id, **values)


def remove_interest(step: Step, interest_id: int) -> None:
    rows.remove(step, INTEREST, interest_id)
