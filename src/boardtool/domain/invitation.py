"""An invitation to a meeting, for anybody's calendar: the same one however often it is sent again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from boardtool.domain.documents import Audience
from boardtool.domain.meetings import AgendaItem, Meeting, Status
from boardtool.domain.people import Membership

SHORTEST = 30  # minutes
USUAL = 120  # minutes, for a meeting whose agenda says nothing yet


class Method(StrEnum):
    """PUBLISH is an entry for any calendar, REQUEST asks people to come, CANCEL takes either back."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Invitee:
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A calendar entry; `starts` and `ends` are local time, `sequence` rises when the meeting changes.

    In a public one there are no invitees, no video link and nobody's own address (R32).
    """

    uid: str
    sequence: int
    method: Method
    title: str
    starts: datetime
    ends: datetime
    place: str
    description: str
    organiser: Invitee | None = None
    invitees: tuple[Invitee, ...] = ()
    video_link: str = ""


def invitation(
    meeting: Meeting,
    items: Sequence[AgendaItem],
    members: Iterable[Membership],
    organiser: Invitee,
    *,
    uid: str,
    sequence: int,
    audience: Audience,
) -> Invitation:
    """The invitation as it stands; for the public an entry without names, else a request to the members."""
    private = audience is Audience.PRIVATE
    cancelled = meeting.status in {Status.CANCELLED, Status.RESCHEDULED}
    starts = datetime.combine(meeting.date, datetime.strptime(meeting.start, "%H:%M").time())  # noqa: DTZ007 - wall time
    method = Method.CANCEL if cancelled else Method.REQUEST if private else Method.PUBLISH
    listed = [f"{item.number} {item.title_for_the_public}" for item in items]
    invitees = tuple(Invitee(m.name, m.email) for m in members if m.email) if private else ()
    return Invitation(
        uid=uid,
        sequence=sequence,
        method=method,
        title=meeting.board_name,
        starts=starts,
        ends=starts + timedelta(minutes=_length(items)),
        place=meeting.place,
        description="\n".join(["Agenda", *listed]) if listed else "",
        organiser=organiser if private else None,
        invitees=invitees,
        video_link=meeting.video_link if private else "",
    )


def _length(items: Sequence[AgendaItem]) -> int:
    minutes = sum(item.length for item in items)
    return max(minutes, SHORTEST) if minutes else USUAL
