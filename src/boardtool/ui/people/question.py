"""What the People page asks: a board's members and vacant seats, those on no board, and one person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from boardtool.domain.boards import Board
from boardtool.domain.meetings import Meeting, Presence
from boardtool.domain.people import Membership, Person, Role, Seat

if TYPE_CHECKING:
    from boardtool.data.store import Reading

NO_BOARD = "on no board"


class Group(Enum):
    """Under which heading somebody stands."""

    SITTING = "Members"
    SUBSTITUTES = "Substitutes"
    OFFICERS = "Officers in attendance"
    COMING = "Not yet"
    FORMER = "Former members"
    VACANT = "Vacant seats"
    ELSEWHERE = "On no board"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: a membership, a vacant seat, or a person on no board.

    `substitutes` are the names of those who may stand in; `stands_in_for` is whom this one stands in for.
    """

    key: tuple[str, int]
    group: Group
    membership: Membership | None = None
    seat: Seat | None = None
    person: Person | None = None
    substitutes: tuple[str, ...] = ()
    stands_in_for: str = ""

    @property
    def person_id(self) -> int | None:
        if self.membership is not None:
            return self.membership.person_id
        return None if self.person is None else self.person.id


@dataclass(frozen=True, slots=True)
class Listed:
    """The list as it stands: every board there is, the one that is shown, its seats and its rows."""

    boards: tuple[Board, ...]
    board: Board | None
    seats: tuple[Seat, ...]
    rows: tuple[Row, ...]
    names: tuple[str, ...]

    @property
    def sitting(self) -> list[Membership]:
        found = (row.membership for row in self.rows if row.group is Group.SITTING)
        return [member for member in found if member is not None]

    @property
    def vacancies(self) -> int:
        return sum(row.group is Group.VACANT for row in self.rows)


@dataclass(frozen=True, slots=True)
class Came:
    """A meeting that somebody was listed for, and whether they came."""

    meeting: Meeting
    presence: Presence


@dataclass(frozen=True, slots=True)
class Record:
    """One person: facts, every board they are or were on, and the meetings held, the latest first."""

    person: Person
    memberships: tuple[tuple[Board, Membership], ...]
    attendance: tuple[Came, ...]

    @property
    def came(self) -> int:
        return sum(each.presence in {Presence.PRESENT, Presence.BY_VIDEO} for each in self.attendance)

    @property
    def apologies(self) -> int:
        return sum(each.presence is Presence.APOLOGIES for each in self.attendance)


def listed(reading: "Reading", wanted: str, person_id: int | None, today: date) -> Listed:
    """The list of a board by its code, or of those on none; of the first board where neither is there.

    `person_id`, where given, decides which list that is: one that this person is on.
    """
    from boardtool.data import boards, people

    every = tuple(boards.every(reading))
    everyone = people.everyone(reading)
    names = tuple(person.name for person in everyone)
    if person_id is not None:
        on = [member.board_id for member in people.memberships_of(reading, person_id)]
        wanted = next((board.code for board in every if board.id in on), NO_BOARD)
    board = next((board for board in every if board.code == wanted), None)
    if wanted == NO_BOARD or not every:
        rows = _on_no_board(reading, everyone)
        return Listed(every, None, (), tuple(rows), names)
    board = board or every[0]
    seats = tuple(people.seats(reading, board.id))
    rows = _on_board(people.members(reading, board.id), seats, today)
    return Listed(every, board, seats, tuple(rows), names)


def _on_board(members: Sequence[Membership], seats: Sequence[Seat], today: date) -> Iterator[Row]:
    order = list(Group)
    by_id = {member.id: member for member in members}
    stand_ins: dict[int | None, list[str]] = {}
    for member in members:
        if member.substitute_for is not None and _group(member, today) is Group.SUBSTITUTES:
            stand_ins.setdefault(member.substitute_for, []).append(member.name)
    for member in sorted(members, key=lambda member: order.index(_group(member, today))):
        stood = by_id.get(member.substitute_for or 0)
        yield Row(
            ("membership", member.id),
            _group(member, today),
            membership=member,
            substitutes=tuple(stand_ins.get(member.id, ())),
            stands_in_for="" if stood is None else stood.name,
        )
    held = {member.seat_id for member in members if member.holds_on(today)}
    yield from (Row(("seat", seat.id), Group.VACANT, seat=seat) for seat in seats if seat.id not in held)


def _group(member: Membership, today: date) -> Group:
    if member.ends is not None and member.ends < today:
        return Group.FORMER
    if not member.holds_on(today):
        return Group.COMING
    groups = {Role.SUBSTITUTE: Group.SUBSTITUTES, Role.OFFICER: Group.OFFICERS}
    return groups.get(member.role, Group.SITTING)


def _on_no_board(reading: "Reading", everyone: Sequence[Person]) -> Iterator[Row]:
    from boardtool.data import people

    for person in everyone:
        if not people.memberships_of(reading, person.id):
            yield Row(("person", person.id), Group.ELSEWHERE, person=person)


def record(reading: "Reading", person_id: int) -> Record:
    """Everything that is known of one person."""
    from boardtool.data import attendance, boards, meetings, people

    by_board = {board.id: board for board in boards.every(reading)}
    held = [
        Came(meetings.by_id(reading, meeting_id), presence)
        for meeting_id, presence in attendance.of_person(reading, person_id)
        if presence is not Presence.EXPECTED
    ]
    return Record(
        people.by_id(reading, person_id),
        tuple((by_board[each.board_id], each) for each in people.memberships_of(reading, person_id)),
        tuple(sorted(held, key=lambda each: each.meeting.date, reverse=True)),
    )


def fact(there: Listed) -> str:
    """How many sit on the board, how many of them vote, and what is vacant."""
    if there.board is None:
        count = len(there.rows)
        return f"{count} {'person' if count == 1 else 'people'}" if count else ""
    sitting = there.sitting
    voting = sum(member.voting for member in sitting)
    vacant = "" if not there.vacancies else f" · {there.vacancies} vacant"
    return f"{len(sitting)} {'member' if len(sitting) == 1 else 'members'} · {voting} voting{vacant}"
