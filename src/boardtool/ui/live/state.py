"""Everything that live minutes show of a meeting, asked in one reading so that it belongs together."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from boardtool.domain.agenda import plain_number
from boardtool.domain.boards import Board
from boardtool.domain.meetings import AgendaItem, Attendance, Interest, Meeting, Presence, Status
from boardtool.domain.minutes import Minute
from boardtool.domain.quorum import Quorum, out_for, quorum

if TYPE_CHECKING:
    from boardtool.data.boards import Phrase
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class LiveState:
    """A meeting as live minutes show it.

    `next_action` is the number that the next action will get; `names` are all that an action or a substitute
    may be called, attendees first; `voting_members` is the membership that a fraction is taken of.
    """

    meeting: Meeting
    board: Board
    items: tuple[AgendaItem, ...]
    minutes: tuple[Minute, ...]
    attendance: tuple[Attendance, ...]
    interests: tuple[Interest, ...]
    phrases: "tuple[Phrase, ...]"
    names: tuple[str, ...]
    next_action: str
    voting_members: int

    @property
    def locked(self) -> bool:
        return self.meeting.status is Status.APPROVED

    @property
    def opened(self) -> bool:
        return self.meeting.opened_at is not None

    @property
    def undecided(self) -> int:
        """How many are still only expected: nobody has said whether they came."""
        return sum(person.presence is Presence.EXPECTED for person in self.attendance)

    def item(self, item_id: int | None) -> AgendaItem | None:
        return next((item for item in self.items if item.id == item_id), None)

    def minute(self, item_id: int | None) -> Minute | None:
        return next((minute for minute in self.minutes if minute.item_id == item_id), None)

    def quorum(self, item_id: int | None, at: str | None) -> Quorum:
        """The quorum for an item at a time ("HH:MM"), those with an interest in it left out."""
        out = out_for(item_id, self.interests, self.attendance) if item_id is not None else frozenset[int]()
        return quorum(
            self.board.quorum,
            self.attendance,
            voting_members=self.voting_members,
            at=at,
            remote_counts=self.board.remote_counts,
            out=out,
        )


def live_state(reading: "Reading", meeting_id: int) -> LiveState:
    from boardtool.data import actions, agenda, attendance, boards, meetings, minutes, people
    from boardtool.data.default_phrases import default_phrases
    from boardtool.domain.action_numbers import action_number

    meeting = meetings.by_id(reading, meeting_id)
    listed = attendance.of_meeting(reading, meeting_id)
    members = people.members(reading, meeting.board_id, on=meeting.date)
    named = [name for person in listed for name in (person.name, person.post)]
    named += [name for member in members for name in (member.name, member.listed_as)]
    ordinal = actions.newest_ordinal(reading, meeting.board_id, meeting.date) + 1
    return LiveState(
        meeting=meeting,
        board=boards.by_id(reading, meeting.board_id),
        items=tuple(agenda.items(reading, meeting_id)),
        minutes=tuple(minutes.of_meeting(reading, meeting_id)),
        attendance=tuple(listed),
        interests=tuple(attendance.interests(reading, meeting_id)),
        phrases=(*boards.phrases(reading), *default_phrases()),
        names=tuple(dict.fromkeys(name for name in (*named, *actions.owner_names(reading)) if name)),
        next_action=action_number(meeting.date, ordinal).text,
        voting_members=sum(member.voting for member in members),
    )


def meeting_to_minute(reading: "Reading", ref: str, today: date) -> int | None:
    """The meeting named, else the one in session, else the next one; None where there is none."""
    from boardtool.data import meetings

    if ref:
        return meetings.by_ref(reading, ref).id
    every = [each for each in meetings.every(reading) if each.status is not Status.CANCELLED]
    in_session = [each.id for each in every if each.status is Status.IN_SESSION]
    ahead = [each.id for each in every if each.date >= today]
    return next(iter([*in_session, *ahead]), None)


def named(item: AgendaItem) -> str:
    """An item as said aloud: "6 Integrated Care Strategy"."""
    return f"{plain_number(item.number)} {item.subject}"
