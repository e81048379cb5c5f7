"""Requests to address a meeting: who asks, what was decided, and until when a board takes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from boardtool.domain.notice import DayRules
from boardtool.domain.text import listed


class Route(StrEnum):
    """How a request came."""

    EMAIL = "e-mail"
    WEB_FORM = "web form"
    LETTER = "letter"
    TELEPHONE = "telephone"
    IN_PERSON = "in person"


class Decision(StrEnum):
    """What became of a request; it is the chair's to say, or whoever the board's rules name."""

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Spoke(StrEnum):
    """Whether somebody who was let speak did."""

    UNSAID = ""
    YES = "spoke"
    NO = "did not speak"


MOST_MINUTES = 60
"""What one speaker can be given."""
MOST_IN_ALL = 240
MOST_DAYS = 30


@dataclass(frozen=True, slots=True)
class SpeakingRules:
    """A board's rules for the public's voice.

    Requests are taken until `closes_at` ("HH:MM") on the day that leaves `clear_days` full days before the
    meeting, counted like its notice; speakers have `minutes_each`, all together `minutes_in_all`. The usual
    ones are North Northamptonshire Council's (“by 5pm two full working days before the meeting date”, three
    minutes each, 15 in total; its page on speaking at committees, October 2023).
    """

    clear_days: int = 2
    closes_at: str = "17:00"
    minutes_each: int = 3
    minutes_in_all: int = 15

    def closes(self, meeting: date, days: DayRules) -> datetime:
        """The last moment for a request: 5 pm on a Monday for a meeting on a Thursday."""
        day = days.before(meeting, self.clear_days + 1)
        return datetime.combine(day, time.fromisoformat(self.closes_at))


@dataclass(frozen=True, slots=True)
class RequestToAddress:
    """One request; `contact` is an address, telephone number or e-mail, and never leaves the register (R32).

    `received_at` is the local time of day; `minutes` are those allotted, 0 while nothing is.
    """

    id: int
    meeting_id: int
    name: str
    received_at: datetime
    item_id: int | None = None
    organisation: str = ""
    contact: str = ""
    subject: str = ""
    route: Route = Route.EMAIL
    decision: Decision = Decision.UNDECIDED
    decided_by: str = ""
    decided_on: date | None = None
    reason: str = ""
    minutes: int = 0
    spoke: Spoke = Spoke.UNSAID

    @property
    def named(self) -> str:
        """“Ann Lee, Age Well North”."""
        return ", ".join(filter(None, (self.name, self.organisation)))

    def is_late(self, closes: datetime) -> bool:
        """Whether it came after requests closed."""
        return self.received_at > closes


def accepted(requests: Iterable[RequestToAddress]) -> tuple[RequestToAddress, ...]:
    return tuple(each for each in requests if each.decision is Decision.ACCEPTED)


def undecided(requests: Iterable[RequestToAddress]) -> tuple[RequestToAddress, ...]:
    return tuple(each for each in requests if each.decision is Decision.UNDECIDED)


def minutes_allotted(requests: Iterable[RequestToAddress]) -> int:
    """How long all who were accepted may speak together."""
    return sum(each.minutes for each in accepted(requests))


def heard(requests: Iterable[RequestToAddress]) -> tuple[str, ...]:
    """The names, and nothing else (R32), of those who were let speak, without who did not."""
    return tuple(each.name for each in accepted(requests) if each.spoke is not Spoke.NO)


def heard_sentence(names: Sequence[str]) -> str:
    """What minutes say of those who were heard: “(Ann Lee and Di Fox addressed the meeting.)”."""
    if not names:
        return ""
    return f"({listed(names)} addressed the meeting.)"
