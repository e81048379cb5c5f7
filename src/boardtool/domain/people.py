"""Who is who: organisations, people, the seats of a board and who holds them, from when to when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a person is on a board."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    MEMBER = "member"
    CO_OPTED = "co-opted"
    SUBSTITUTE = "substitute"
    OFFICER = "officer in attendance"


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `name` is as printed ("Cllr Jon Paul Carr"), `post` likewise."""

    id: int
    name: str
    post: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place on a board (R20, R21); `kind` is the category a quorum may ask for ("councillor", "NHS")."""

    id: int
    board_id: int
    name: str
    kind: str = ""
    statutory: bool = False
    voting: bool = True


@dataclass(frozen=True, slots=True)
class Membership:
    """A person on a board from one day to another; an open end is None.

    `listed_as` is the post as the front sheet prints it; `substitute_for` is the membership stood in for.
    """

    id: int
    board_id: int
    person_id: int
    name: str
    listed_as: str
    role: Role = Role.MEMBER
    voting: bool = True
    starts: date | None = None
    ends: date | None = None
    seat_id: int | None = None
    seat: str = ""
    organisation: str = ""
    email: str = ""
    substitute_for: int | None = None
    position: int = 0

    def holds_on(self, day: date) -> bool:
        return self.held_between(day, day)

    def held_between(self, first: date, last: date) -> bool:
        """Whether the person was on the board on any of these days."""
        return (self.starts is None or self.starts <= last) and (self.ends is None or first <= self.ends)
