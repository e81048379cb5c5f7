"""Who was at a meeting, as its minutes list them: members, officers, guests, apologies and absent."""

from collections.abc import Iterable
from dataclasses import dataclass

from boardtool.domain.dates import clock
from boardtool.domain.meetings import Attendance, Capacity, Presence

_THERE = {Presence.PRESENT, Presence.BY_VIDEO}


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """Somebody in a list; `marks` stand in brackets after the name ("Chair", "by video", "from 1.45 pm")."""

    name: str
    post: str
    marks: tuple[str, ...] = ()

    @property
    def named(self) -> str:
        """The name with its marks: "Councillor A (Chair, by video)"."""
        return f"{self.name} ({', '.join(self.marks)})" if self.marks else self.name


@dataclass(frozen=True, slots=True)
class Roll:
    present: tuple[ListedPerson, ...] = ()
    officers: tuple[ListedPerson, ...] = ()
    guests: tuple[ListedPerson, ...] = ()
    apologies: tuple[ListedPerson, ...] = ()
    absent: tuple[ListedPerson, ...] = ()


def roll_of(attendance: Iterable[Attendance]) -> Roll:
    """Sort people into the lists, keeping their order; those still merely expected are in none."""
    people = tuple(attendance)

    def there(capacity: Capacity) -> tuple[ListedPerson, ...]:
        return tuple(_listed(p) for p in people if p.presence in _THERE and p.capacity is capacity)

    def missing(presence: Presence) -> tuple[ListedPerson, ...]:
        return tuple(ListedPerson(p.name, p.post) for p in people if p.presence is presence)

    return Roll(
        present=there(Capacity.MEMBER),
        officers=there(Capacity.OFFICER),
        guests=there(Capacity.GUEST),
        apologies=missing(Presence.APOLOGIES),
        absent=missing(Presence.ABSENT),
    )


def _listed(person: Attendance) -> ListedPerson:
    marks = {
        "Chair": person.chairing,
        f"substitute for {person.substitute_for}": bool(person.substitute_for),
        "by video": person.presence is Presence.BY_VIDEO,
        f"from {clock(person.came_at)}" if person.came_at else "": bool(person.came_at),
        f"until {clock(person.left_at)}" if person.left_at else "": bool(person.left_at),
    }
    return ListedPerson(person.name, person.post, tuple(mark for mark, holds in marks.items() if holds))
