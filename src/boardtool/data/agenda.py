"""Agendas as the store keeps them: items in order, who presents, the papers, and the times that follow."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, select

from boardtool.data import meetings, rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import AGENDA_ITEM, PAPER, PRESENTER
from boardtool.domain.agenda import item_number, starts
from boardtool.domain.boards import ItemRole
from boardtool.domain.errors import NotFoundError
from boardtool.domain.meetings import AgendaItem, Kind, Paper, Purpose


def items(reading: Reading, meeting_id: int) -> list[AgendaItem]:
    """The agenda of a meeting in order, with numbers and start times worked out."""
    meeting = meetings.by_id(reading, meeting_id)
    found = reading.execute(
        select(AGENDA_ITEM)
        .where(AGENDA_ITEM.c.meeting_id == meeting_id)
        .order_by(AGENDA_ITEM.c.position, AGENDA_ITEM.c.id)
    ).all()
    ids = [row.id for row in found]
    presenters = _presenters(reading, ids)
    papers = _papers(reading, ids)
    times = starts(meeting.agenda_start or meeting.start, [row.length for row in found])
    return [
        _item(row, place, time, presenters.get(row.id, ()), papers.get(row.id, ()))
        for place, (row, time) in enumerate(zip(found, times, strict=True), start=1)
    ]


def item(reading: Reading, item_id: int) -> AgendaItem:
    """One item, with its number and time as on its agenda."""
    meeting_id = reading.execute(
        select(AGENDA_ITEM.c.meeting_id).where(AGENDA_ITEM.c.id == item_id)
    ).scalar_one_or_none()
    if meeting_id is None:
        raise NotFoundError("This agenda item is not in the library any more.")
    return next(each for each in items(reading, meeting_id) if each.id == item_id)


def exempt_ids(reading: Reading) -> set[int]:
    """The items of all agendas that are exempt."""
    marked = AGENDA_ITEM.c.exempt.is_not(None) & (AGENDA_ITEM.c.exempt != "")
    return set(reading.execute(select(AGENDA_ITEM.c.id).where(marked)).scalars())


def add(
    step: Step, meeting_id: int, *, subject: str, presenters: Sequence[str] = (), **values: object
) -> int:
    """Add an item at the end of the agenda."""
    position = rows.next_position(step, AGENDA_ITEM, "meeting_id", meeting_id)
    item_id = rows.add(step, AGENDA_ITEM, meeting_id=meeting_id, position=position, subject=subject, **values)
    set_presenters(step, item_id, presenters)
    return item_id


def change(step: Step, item_id: int, **values: object) -> None:
    rows.change(step, AGENDA_ITEM, item_id, values)


def remove(step: Step, item_id: int) -> None:
    rows.remove(step, AGENDA_ITEM, item_id)


def reorder(step: Step, ids: Sequence[int]) -> None:
    rows.reorder(step, AGENDA_ITEM, ids)


def set_presenters(step: Step, item_id: int, names: Sequence[str]) -> None:
    rows.replace_names(step, PRESENTER, "item_id", item_id, names)


def add_paper(step: Step, item_id: int, *, added_at: datetime, **values: object) -> int:
    position = rows.next_position(step, PAPER, "item_id", item_id)
    return rows.add(step, PAPER, item_id=item_id, position=position, added_at=added_at, **values)


def change_paper(step: Step, paper_id: int, **values: object) -> None:
    rows.change(step, PAPER, paper_id, values)


def reorder_papers(step: Step, ids: Sequence[int]) -> None:
    rows.reorder(step, PAPER, ids)


def item_of_paper(reading: Reading, paper_id: int) -> AgendaItem:
    """The item that holds a paper."""
    item_id = reading.execute(select(PAPER.c.item_id).where(PAPER.c.id == paper_id)).scalar_one_or_none()
    if item_id is None:
        raise NotFoundError("This paper is not in the library any more.")
    return item(reading, item_id)


def remove_paper(step: Step, paper_id: int) -> None:
    rows.remove(step, PAPER, paper_id)


def digests(reading: Reading) -> set[str]:
    """The digests of all papers that some item holds."""
    return set(reading.execute(select(PAPER.c.digest)).scalars())


def _presenters(reading: Reading, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    named: dict[int, tuple[str, ...]] = {}
    query = select(PRESENTER).where(PRESENTER.c.item_id.in_(ids)).order_by(PRESENTER.c.position)
    for row in reading.execute(query):
        named[row.item_id] = (*named.get(row.item_id, ()), row.name)
    return named


def _papers(reading: Reading, ids: Sequence[int]) -> dict[int, tuple[Paper, ...]]:
    held: dict[int, tuple[Paper, ...]] = {}
    for row in reading.execute(select(PAPER).where(PAPER.c.item_id.in_(ids)).order_by(PAPER.c.position)):
        paper = Paper(
            id=row.id,
            item_id=row.item_id,
            position=row.position,
            letter=row.letter,
            title=row.title,
            file_name=row.file_name,
            digest=row.digest,
            size=row.size,
            pages=row.pages,
            exempt=row.exempt,
            paragraphs=row.paragraphs,
            public_interest=row.public_interest,
        )
        held[row.item_id] = (*held.get(row.item_id, ()), paper)
    return held


def _item(
    row: Row[tuple[object, ...]],
    place: int,
    time: str | None,
    presenters: tuple[str, ...],
    papers: tuple[Paper, ...],
) -> AgendaItem:
    return AgendaItem(
        id=row.id,
        meeting_id=row.meeting_id,
        position=row.position,
        number=item_number(row.number, place),
        subject=row.subject,
        presenters=presenters,
        kind=Kind(row.kind),
        purpose=Purpose(row.purpose),
        recommendations=row.recommendations,
        length=row.length,
        start=time,
        pages=row.pages,
        exempt=row.exempt,
        public_interest=row.public_interest,
        public_title=row.public_title,
        role=ItemRole(row.role),
        carried_from=row.carried_from,
        outcome=row.outcome,
        started_at=row.started_at,
        ended_at=row.ended_at,
        papers=papers,
    )
