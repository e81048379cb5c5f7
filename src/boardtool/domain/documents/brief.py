"""What the chair's brief says: the running order, who speaks, what is recommended, who is not there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boardtool.domain.boards import Board
from boardtool.domain.documents.sitting import Audience, Sitting, sitting_of
from boardtool.domain.meetings import AgendaItem, Attendance, Interest, Meeting, Presence


@dataclass(frozen=True, slots=True)
class BriefedItem:
    """An item as the chair takes it; `length` is in minutes, `recommendations` Markdown."""

    number: str
    title: str
    start: str | None
    length: int
    speakers: tuple[str, ...] = ()
    purpose: str = ""
    pages: str = ""
    recommendations: str = ""


@dataclass(frozen=True, slots=True)
class BriefPaper:
    """The brief; for the public's eyes too it would hold nothing exempt, unless it is made as private."""

    sitting: Sitting
    audience: Audience
    items: tuple[BriefedItem, ...]
    apologies: tuple[str, ...] = ()
    substitutes: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()


def brief_paper(
    board: Board,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    attendance: Iterable[Attendance],
    interests: Iterable[Interest],
    *,
    audience: Audience,
) -> BriefPaper:
    people = list(attendance)
    closed = {item.id for item in items if item.exempt and audience is Audience.PUBLIC}
    return BriefPaper(
        sitting=sitting_of(board, meeting),
        audience=audience,
        items=tuple(_briefed(item, shut=item.id in closed) for item in items),
        apologies=tuple(each.name for each in people if each.presence is Presence.APOLOGIES),
        substitutes=tuple(f"{each.name} for {each.substitute_for}" for each in people if each.substitute_for),
        interests=tuple(f"{each.name}: {each.nature}" for each in interests if each.item_id not in closed),
    )


def _briefed(item: AgendaItem, *, shut: bool) -> BriefedItem:
    if shut:
        return BriefedItem(item.number, item.title_for_the_public, item.start, item.length)
    return BriefedItem(
        number=item.number,
        title=item.subject,
        start=item.start,
        length=item.length,
        speakers=item.presenters,
        purpose=item.purpose,
        pages=item.pages,
        recommendations=item.recommendations,
    )
