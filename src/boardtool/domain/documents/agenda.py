"""What an agenda front sheet says, and how it is made from a meeting, its items and the members."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from boardtool.domain.boards import Board
from boardtool.domain.documents.sitting import Audience, Sitting, sitting_of
from boardtool.domain.exempt import is_confidential, reason_of
from boardtool.domain.meetings import AgendaItem, Kind, Meeting
from boardtool.domain.people import Membership, Role

_UNLISTED = {Role.SUBSTITUTE, Role.OFFICER}
_MARKED = {Role.CHAIR: "Chair", Role.VICE_CHAIR: "Vice-Chair"}
_COMES_AS = {
    Kind.VERBAL: "Verbal update",
    Kind.TO_FOLLOW: "To follow",
    Kind.LATE: "Late paper",
    Kind.NONE: "\N{EN DASH}",
}


@dataclass(frozen=True, slots=True)
class ListedMember:
    """A member as the front sheet lists them; `role` is "Chair", "Vice-Chair" or ""."""

    name: str
    listed_as: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class ListedItem:
    """A row of the agenda.

    `start` is "HH:MM" or None; `pages` is what the page column says ("19 - 58", "Verbal update"); `note`
    stands under the title ("Not for publication: paragraph 3 of Schedule 12A").
    """

    number: str
    title: str
    presenters: tuple[str, ...] = ()
    start: str | None = None
    pages: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """An agenda front sheet, allow-listed: the public has number, title and paragraph of an exempt item.

    `notices` is Markdown, "## " before each heading; `published_on` is None while the agenda is a draft.
    """

    sitting: Sitting
    audience: Audience
    members: tuple[ListedMember, ...] = ()
    items: tuple[ListedItem, ...] = ()
    notices: str = ""
    proper_officer: str = ""
    published_on: date | None = None
    administrator: str = ""
    phone: str = ""
    email: str = ""


def agenda_paper(
    board: Board,
    meeting: Meeting,
    items: Iterable[AgendaItem],
    members: Iterable[Membership],
    *,
    audience: Audience = Audience.PUBLIC,
) -> AgendaPaper:
    """The front sheet of a meeting, with the members of that day (not substitutes and officers)."""
    listed = (m for m in members if m.role not in _UNLISTED and m.holds_on(meeting.date))
    return AgendaPaper(
        sitting=sitting_of(board, meeting),
        audience=audience,
        members=tuple(ListedMember(m.name, m.listed_as, _MARKED.get(m.role, "")) for m in listed),
        items=tuple(_listed(item, audience) for item in items),
        notices=board.notices,
        proper_officer=board.proper_officer,
        published_on=meeting.published_at.date() if meeting.published_at else None,
        administrator=board.administrator,
        phone=board.contact_phone,
        email=board.contact_email,
    )


def _listed(item: AgendaItem, audience: Audience) -> ListedItem:
    if item.exempt and audience is Audience.PUBLIC:
        return ListedItem(
            item.number,
            item.title_for_the_public,
            pages="Confidential" if is_confidential(item.exempt) else "Exempt",
            note=_reason(item.exempt),
        )
    title = item.title_for_the_public if audience is Audience.PUBLIC else item.subject
    note = _reason(item.exempt) if item.exempt else ""
    return ListedItem(item.number, title, item.presenters, item.start, _pages(item), note)


def _reason(exempt: str) -> str:
    """The reason that the law asks for (Local Government Act 1972, Schedule 12A; s.100A for confidential)."""
    return f"Not for publication: {reason_of(exempt)}"


def _pages(item: AgendaItem) -> str:
    if item.pages and item.kind in {Kind.PAPER, Kind.LATE}:
        return item.pages
    return _COMES_AS.get(item.kind, "")
