"""What the room may see of a meeting: a picture made from an allow-list, with nothing else in reach.

The narrative, drafts, and everything of an exempt item but its public title never enter it (R13 to R18).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boardtool.domain.actions import Action
from boardtool.domain.agenda import page_range, plain_number
from boardtool.domain.dates import MONTHS, clock, weekday_date
from boardtool.domain.exempt import is_confidential, reason_of, untitled
from boardtool.domain.live import in_hand, next_item
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.minutes import Minute

# What joins a resolution to the next, or ends it: a resolution seen alone reads better without.
_JOINT = re.compile(r"(?:[;:,]\s*and|[;:,.])$")


@dataclass(frozen=True, slots=True)
class SeenResolution:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class SeenAction:
    """`detail` says who, by when: "Director of Place, by 16 September"."""

    number: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class RoomPicture:
    """Everything on the projector but the clock.

    `detail` is presenters and pages of an open item; of an exempt one, why the public is excluded.
    """

    board: str
    day: str
    number: str = ""
    title: str = ""
    detail: str = ""
    lead: str = ""
    resolutions: tuple[SeenResolution, ...] = ()
    actions: tuple[SeenAction, ...] = ()
    next_number: str = ""
    next_title: str = ""


def room_picture(meeting: Meeting, items: Sequence[AgendaItem], minutes: Iterable[Minute]) -> RoomPicture:
    """What the room sees now: the item in hand, what was agreed and is to be done, what is next."""
    shown = in_hand(items) if meeting.closed_at is None else None
    following = next_item(items, shown.id if shown is not None else None)
    coming = following if meeting.closed_at is None else None
    if shown is None:
        return RoomPicture(
            board=meeting.board_name,
            day=weekday_date(meeting.date),
            title=_between(meeting),
            next_number=plain_number(coming.number) if coming is not None else "",
            next_title=coming.title_for_the_public if coming is not None else "",
        )
    minute = next((each for each in minutes if each.item_id == shown.id), None)
    # Either mark closes the item: the agenda's, or the minute's own.
    closed_to_public = bool(shown.exempt) or (minute is not None and minute.exempt)
    seen = None if closed_to_public else minute
    agreed = _agreed(seen)
    return RoomPicture(
        board=meeting.board_name,
        day=weekday_date(meeting.date),
        number=plain_number(shown.number),
        title=_public_title(shown, closed_to_public=closed_to_public),
        detail=_excluded(shown) if closed_to_public else _detail(shown),
        lead=seen.lead.rstrip(" :") if seen is not None and agreed else "",
        resolutions=agreed,
        actions=tuple(map(_action, seen.actions)) if seen is not None else (),
        next_number=plain_number(coming.number) if coming is not None else "",
        next_title=coming.title_for_the_public if coming is not None else "",
    )


def _between(meeting: Meeting) -> str:
    if meeting.closed_at is not None:
        return "The meeting is closed"
    return "" if meeting.opened_at is not None else f"The meeting begins at {clock(meeting.start)}"


def _public_title(item: AgendaItem, *, closed_to_public: bool) -> str:
    if closed_to_public and not item.exempt:
        return item.public_title or untitled(item.exempt)
    return item.title_for_the_public


def _excluded(item: AgendaItem) -> str:
    """“The public is excluded  ·  exempt, paragraph 3 of Schedule 12A”."""
    if not item.exempt:
        return "The public is excluded"
    exempt = "" if is_confidential(item.exempt) else "exempt, "
    return f"The public is excluded  ·  {exempt}{reason_of(item.exempt)}"


def _detail(item: AgendaItem) -> str:
    """“Director of Place  ·  pages 19 – 58”."""
    pages = f"pages {page_range(item.pages)}" if item.pages else ""
    return "  ·  ".join(part for part in (", ".join(item.presenters), pages) if part)


def _agreed(minute: Minute | None) -> tuple[SeenResolution, ...]:
    if minute is None:
        return ()
    return tuple(
        SeenResolution(each.label, _JOINT.sub("", each.text))
        for each in minute.resolutions
        if each.agreed_at is not None
    )


def _action(action: Action) -> SeenAction:
    due = f"by {action.due.day} {MONTHS[action.due.month - 1]}" if action.due is not None else ""
    return SeenAction(
        action.number, action.text, ", ".join(part for part in (" and ".join(action.owners), due) if part)
    )
