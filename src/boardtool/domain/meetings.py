"""What a meeting is: a board on a date at a place, its agenda, who came, and what they declared."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from boardtool.domain.boards import ItemRole
from boardtool.domain.exempt import untitled

_Day = date  # a field called date hides the type of that name


class Status(StrEnum):
    PLANNED = "planned"
    PUBLISHED = "agenda published"
    IN_SESSION = "in session"
    DRAFT = "minutes draft"
    CIRCULATED = "minutes circulated"
    APPROVED = "minutes approved"
    CANCELLED = "cancelled"
    RESCHEDULED = "rescheduled"


class Kind(StrEnum):
    """How an item comes to the meeting."""

    PAPER = "paper"
    VERBAL = "verbal"
    TO_FOLLOW = "to follow"
    LATE = "late"
    NONE = "none"


class Purpose(StrEnum):
    UNSAID = ""
    DECISION = "for decision"
    NOTE = "to note"
    DISCUSS = "to discuss"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A board on a date; `start` is "HH:MM"; `ref` is as the command line names it (NNHWB/2022-09-06).

    `published_at` is when a person says the agenda was published (R5): the program never publishes.
    `published_although` says, a line each, what blocked it then, and `published_because` why it was recorded
    all the same; both may tell of exempt business and are for the board's own people.
    `digest` seals approved minutes (R29).
    """

    id: int
    board_id: int
    board_code: str
    board_name: str
    date: _Day
    start: str
    place: str
    status: Status = Status.PLANNED
    video_link: str = ""
    agenda_start: str | None = None
    published_at: datetime | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    circulated_on: _Day | None = None
    approved_on: _Day | None = None
    digest: str = ""
    note: str = ""
    published_although: str = ""
    published_because: str = ""

    @property
    def ref(self) -> str:
        return f"{self.board_code}/{self.date.isoformat()}"


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that came with an item, kept unchanged under its SHA-256 `digest`; the report has no letter.

    `paragraphs` are those under which it is exempt by itself, its item being open, or "confidential" (R15).
    `public_interest` then says why the interest in the exemption outweighs that in disclosure (R14).
    """

    id: int
    item_id: int
    position: int
    letter: str
    title: str
    file_name: str
    digest: str
    size: int
    pages: int | None
    exempt: bool = False
    paragraphs: str = ""
    public_interest: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of an agenda.

    `number` is as printed ("01", "010", "7a"); `start` ("HH:MM") is worked out from the lengths (minutes);
    `pages` is as printed ("19 - 58"); `exempt` holds the paragraphs of Schedule 12A ("3", "1, 3"),
    "confidential" (R15), or "" for an open item.
    """

    id: int
    meeting_id: int
    position: int
    number: str
    subject: str
    presenters: tuple[str, ...] = ()
    kind: Kind = Kind.NONE
    purpose: Purpose = Purpose.UNSAID
    recommendations: str = ""
    length: int = 0
    start: str | None = None
    pages: str = ""
    exempt: str = ""
    public_interest: str = ""
    public_title: str = ""
    role: ItemRole = ItemRole.PLAIN
    carried_from: str = ""
    outcome: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    papers: tuple[Paper, ...] = ()

    @property
    def title_for_the_public(self) -> str:
        """What anyone may read of the item: an exempt subject is never shown (R17)."""
        if not self.exempt:
            return self.public_title or self.subject
        return self.public_title or untitled(self.exempt)


class Presence(StrEnum):
    EXPECTED = "expected"
    PRESENT = "present"
    BY_VIDEO = "by video"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class Capacity(StrEnum):
    """In what capacity somebody is listed: the minutes print members and officers apart."""

    MEMBER = "member"
    OFFICER = "officer"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody at (or missing from) a meeting, named as on the day.

    `came_at` and `left_at` are "HH:MM", None when they were there from the start or to the end.
    `substitute_for` is the name of the member they stood in for.
    """

    id: int
    meeting_id: int
    name: str
    post: str
    capacity: Capacity = Capacity.MEMBER
    presence: Presence = Presence.EXPECTED
    chairing: bool = False
    voting: bool = True
    came_at: str | None = None
    left_at: str | None = None
    substitute_for: str = ""
    person_id: int | None = None
    position: int = 0


class InterestTier(StrEnum):
    """The three tiers of the members' code in the real papers (R25)."""

    PECUNIARY = "disclosable pecuniary"
    REGISTERABLE = "other registerable"
    FINANCIAL = "own or relative's financial"


@dataclass(frozen=True, slots=True)
class Interest:
    """An interest declared; `did` is what the person then did ("left the room")."""

    id: int
    meeting_id: int
    item_id: int | None
    attendance_id: int | None
    name: str
    tier: InterestTier
    nature: str
    did: str
