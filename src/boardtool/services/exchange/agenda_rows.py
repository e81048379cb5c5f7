"""One row of an agenda workbook: the item it speaks of, what it would change, and the write that does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from boardtool.data import agenda
from boardtool.data.excel.agenda import AgendaRow
from boardtool.data.store import Step
from boardtool.domain.agenda import length_for_start
from boardtool.domain.boards import ItemRole
from boardtool.domain.item_roles import role_of_item, role_of_subject
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.text import same_words
from boardtool.services.exchange.agenda_papers import attach, papers_to_come
from boardtool.services.exchange.comparing import ComparedRow, added, held_against


@dataclass(frozen=True, slots=True)
class TimedRow:
    """A row with the length (minutes) that the times give it; None where they tell nothing."""

    row: AgendaRow
    length: int | None


def timed(rows: Sequence[AgendaRow]) -> list[TimedRow]:
    """An item lasts until the next one that has a time; those between have none of their own."""
    found: list[TimedRow] = []
    for place, row in enumerate(rows):
        following = next((other.start for other in rows[place + 1 :] if other.start is not None), None)
        known = row.start is not None and following is not None
        length = length_for_start(row.start, following) if known and row.start and following else None
        found.append(TimedRow(row, length))
    return found


def matched(rows: Sequence[AgendaRow], items: Sequence[AgendaItem]) -> dict[int, AgendaItem]:
    """Row → the item it speaks of: the same words first, best under the same number; then the same number."""
    free = list(items)
    known: dict[int, AgendaItem] = {}
    for fits in (_same_item, _same_subject, _same_number):
        for row in rows:
            item = next((item for item in free if row.row not in known and fits(row, item)), None)
            if item is not None:
                known[row.row] = item
                free.remove(item)
    return known


def _same_item(row: AgendaRow, item: AgendaItem) -> bool:
    return item.number == row.number and _same_subject(row, item)


def _same_subject(row: AgendaRow, item: AgendaItem) -> bool:
    return same_words(item.subject, row.subject)


def _same_number(row: AgendaRow, item: AgendaItem) -> bool:
    """Under one number, but never a standing item for another: the closing item moves down as others come."""
    return item.number == row.number and role_of_item(item) is role_of_subject(row.subject)


def new_item(each: TimedRow, sheet: str, folder: Path) -> ComparedRow:
    """A row whose item is not on the agenda yet; `folder` holds the papers that it names."""
    values = {**_said(each), **_time(each), "papers": each.row.papers}
    return ComparedRow(added(sheet, each.row.row, each.row.number, values), partial(_add, each, folder))


def known_item(
    each: TimedRow, sheet: str, item: AgendaItem, folder: Path, *, moved_from: str | None
) -> ComparedRow:
    """A row held against its item; `moved_from` is the start of the agenda here, where the file moves it."""
    row = each.row
    to_come = papers_to_come(row.papers, folder, item)
    held = tuple(paper.file_name for paper in item.papers)
    said = {**_said(each), **_time(each), "papers": (*held, *to_come)}
    ours = {**_ours(item), "papers": held, "time": moved_from or row.start}
    preview = held_against(sheet, row.row, row.number, said, {name: ours[name] for name in said})
    return ComparedRow(preview, partial(_change, each, item, folder))


def _time(each: TimedRow) -> dict[str, object]:
    """Shown, but kept as the lengths that it gives."""
    return {} if each.row.start is None else {"time": each.row.start}


def _said(each: TimedRow) -> dict[str, object]:
    """What the row says; an empty optional cell takes nothing away."""
    row = each.row
    optional = {
        "presenters": row.presenters,
        "length": each.length,
        "purpose": row.purpose.value,
        "recommendations": row.recommendations,
        "exempt": row.exempt,
        "public_title": row.public_title,
    }
    comes = {"kind": row.kind.value, "pages": row.pages} if "pages" in row.cells or row.papers else {}
    return {
        "number": row.number,
        "subject": row.subject,
        **comes,
        **{name: value for name, value in optional.items() if value not in {"", None, ()}},
    }


def _ours(item: AgendaItem) -> Mapping[str, object]:
    return {
        "number": item.number,
        "subject": item.subject,
        "presenters": item.presenters,
        "kind": item.kind.value,
        "pages": item.pages,
        "length": item.length,
        "purpose": item.purpose.value,
        "recommendations": item.recommendations,
        "exempt": item.exempt,
        "public_title": item.public_title,
    }


def _add(each: TimedRow, folder: Path, step: Step, meeting_id: int) -> None:
    said, row = _said(each), each.row
    facts = {name: value for name, value in said.items() if name not in {"subject", "presenters"}}
    role = role_of_subject(row.subject)
    item_id = agenda.add(step, meeting_id, subject=row.subject, presenters=row.presenters, role=role, **facts)
    attach(step, item_id, row.papers, folder, exempt=bool(row.exempt))


def _change(each: TimedRow, item: AgendaItem, folder: Path, step: Step, _meeting_id: int) -> None:
    said, row = _said(each), each.row
    if said.pop("presenters", ()):
        agenda.set_presenters(step, item.id, row.presenters)
    if item.role is ItemRole.PLAIN:
        said["role"] = role_of_subject(row.subject)
    agenda.change(step, item.id, **said)
    to_come = papers_to_come(row.papers, folder, item)
    attach(step, item.id, to_come, folder, exempt=bool(row.exempt or item.exempt))
