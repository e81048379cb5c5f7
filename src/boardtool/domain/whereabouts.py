"""Where everybody is at a time of the meeting: in the room, by video, sorry, expected, gone."""

from collections.abc import Iterable
from enum import StrEnum

from boardtool.domain.meetings import Attendance, Presence
from boardtool.domain.quorum import is_there


class Where(StrEnum):
    """The value is the heading under which the person is listed, in this order."""

    EXPECTED = "Expected"
    ROOM = "In the room"
    VIDEO = "By video"
    APOLOGIES = "Apologies"
    ABSENT = "Absent"
    LEFT = "Left"


_ELSEWHERE = {
    Presence.EXPECTED: Where.EXPECTED,
    Presence.APOLOGIES: Where.APOLOGIES,
    Presence.ABSENT: Where.ABSENT,
}


def where(person: Attendance, at: str) -> Where:
    """Where somebody is at "HH:MM"; who is to come later counts as expected still."""
    if person.presence in _ELSEWHERE:
        return _ELSEWHERE[person.presence]
    if is_there(person, at):
        return Where.VIDEO if person.presence is Presence.BY_VIDEO else Where.ROOM
    return Where.LEFT if person.left_at is not None and person.left_at <= at else Where.EXPECTED


def note(person: Attendance, at: str) -> str:
    """What is worth knowing beside the name: "left 14:02", "leaves 15:30", "came 14:20", "substitute"."""
    if person.left_at is not None:
        return f"left {person.left_at}" if person.left_at <= at else f"leaves {person.left_at}"
    if person.came_at is not None:
        return f"came {person.came_at}" if person.came_at <= at else f"comes {person.came_at}"
    if person.substitute_for:
        return "substitute"
    return "chair" if person.chairing and "chair" not in person.name.casefold() else ""


def by_place(people: Iterable[Attendance], at: str) -> dict[Where, list[Attendance]]:
    """Everybody under where they are, in the order of the list; places with nobody are left out."""
    listed = list(people)
    found = {place: [person for person in listed if where(person, at) is place] for place in Where}
    return {place: there for place, there in found.items() if there}
