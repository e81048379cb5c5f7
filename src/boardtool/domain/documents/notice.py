"""What the public notice of a meeting says: that the board meets, when, where, what is not public (R1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boardtool.domain.boards import Board
from boardtool.domain.documents.sitting import Sitting, sitting_of
from boardtool.domain.exempt import reason_of
from boardtool.domain.meetings import AgendaItem, Meeting


@dataclass(frozen=True, slots=True)
class ClosedPart:
    """An item for which the public may be excluded: its number, public title and why."""

    number: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class NoticePaper:
    """A notice, public by its nature; `cancelled` says that the meeting will not be held."""

    sitting: Sitting
    published_on: date | None = None
    closed: tuple[ClosedPart, ...] = ()
    proper_officer: str = ""
    phone: str = ""
    email: str = ""
    cancelled: bool = False


def notice_paper(
    board: Board, meeting: Meeting, items: Iterable[AgendaItem], *, cancelled: bool
) -> NoticePaper:
    return NoticePaper(
        sitting=sitting_of(board, meeting),
        published_on=meeting.published_at.date() if meeting.published_at else None,
        closed=tuple(
            ClosedPart(item.number, item.title_for_the_public, reason_of(item.exempt))
            for item in items
            if item.exempt
        ),
        proper_officer=board.proper_officer,
        phone=board.contact_phone,
        email=board.contact_email,
        cancelled=cancelled,
    )
