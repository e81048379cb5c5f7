"""An invitation as an iCalendar file (RFC 5545), in London time, as Outlook and others take it."""

from collections.abc import Iterator
from datetime import UTC, datetime

from boardtool.domain.invitation import Invitation, Invitee, Method

_LINE = 75  # bytes
_LONDON = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""


def ics_bytes(invitation: Invitation, *, now: datetime) -> bytes:
    """Write an invitation; `now` is when it is sent."""
    lines = (folded for line in _lines(invitation, now) for folded in _folded(line))
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8")


def _lines(invitation: Invitation, now: datetime) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//boardtool//EN", "CALSCALE:GREGORIAN")
    yield f"METHOD:{invitation.method}"
    yield from _LONDON.splitlines()
    yield "BEGIN:VEVENT"
    yield f"UID:{invitation.uid}"
    yield f"SEQUENCE:{invitation.sequence}"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;TZID=Europe/London:{invitation.starts:%Y%m%dT%H%M%S}"
    yield f"DTEND;TZID=Europe/London:{invitation.ends:%Y%m%dT%H%M%S}"
    yield f"SUMMARY:{_text(invitation.title)}"
    if invitation.place:
        yield f"LOCATION:{_text(invitation.place)}"
    if described := "\n\n".join(filter(None, (invitation.video_link, invitation.description))):
        yield f"DESCRIPTION:{_text(described)}"
    if invitation.video_link.startswith("https://"):
        yield f"URL:{_address(invitation.video_link)}"
    yield f"STATUS:{'CANCELLED' if invitation.method is Method.CANCEL else 'CONFIRMED'}"
    if invitation.organiser is not None:
        yield f"ORGANIZER;{_named(invitation.organiser)}"
    for invitee in invitation.invitees:
        yield f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;{_named(invitee)}"
    yield from ("END:VEVENT", "END:VCALENDAR")


def _text(text: str) -> str:
    """Text as a value: a colon or a new line in it begins nothing of its own."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return "".join(letter for letter in text if letter >= " ")


def _named(person: Invitee) -> str:
    name = "".join(letter for letter in person.name if letter not in '"\r\n' and letter >= " ")
    return f'CN="{name}":mailto:{_address(person.email)}'


def _address(address: str) -> str:
    return "".join(address.split())


def _folded(line: str) -> Iterator[str]:
    """A long line in pieces, none of which cuts a character."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode("utf-8")) > _LINE:
            yield piece
            piece = " "
        piece += letter
    yield piece
