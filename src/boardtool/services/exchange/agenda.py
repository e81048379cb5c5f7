"""An agenda from a workbook: items with their printed numbers, times turned into lengths, papers taken in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from boardtool.data import agenda, meetings
from boardtool.data.excel.agenda import AgendaRow, read_agenda
from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.rows import ReadTable
from boardtool.data.store import Reading, Step
from boardtool.domain.agenda import length_for_start
from boardtool.domain.boards import ItemRole
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import Choose, Rejected, Warned
from boardtool.domain.item_roles import role_of_item, role_of_subject
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.progress import Progress
from boardtool.domain.text import same_words
from boardtool.services.exchange.agenda_papers import attach, paper_trouble, papers_to_come
from boardtool.services.exchange.comparing import ComparedRow, Comparison, added, held_against
from boardtool.services.exchange.meeting_target import meeting_to_fill
from boardtool.services.exchange.request import Request, board_of, day_of
from boardtool.services.meetings import expect_members, prepare_minutes


@dataclass(frozen=True, slots=True)
class _Timed:
    """A row with the length (minutes) that the times give it; None where they tell nothing."""

    row: AgendaRow
    length: int | None


def read(request: Request, progress: Progress | None) -> "partial[Comparison] | Choose":
    """Read the workbook.

    Raises:
        InputRefusedError: it cannot be read, or holds no agenda.
        CannotDoError: no meeting is named.
    """
    if request.meeting is None:
        raise CannotDoError("Say which meeting the agenda is of: --meeting BOARD/DATE.")
    workbook = open_workbook(request.file, progress=progress)
    found = read_agenda(workbook, sheet=request.sheet, columns=request.columns)
    return found if isinstance(found, Choose) else partial(_compare, found)


def _compare(table: ReadTable[AgendaRow], reading: Reading, request: Request, _today: date) -> Comparison:
    board, day = board_of(reading, request), day_of(request)
    assert day is not None
    folder = request.file.parent
    good, rejected = _sound(table, folder)
    timed = _timed(good)
    planned = meetings.on(reading, board.id, day)
    items = [] if planned is None else agenda.items(reading, planned.id)
    known = _matched(good, items)
    start = good[0].start if good else None
    return Comparison(
        label=f"Import agenda of {long_date(day)}",
        rows=tuple(
            _compared(each, table.sheet, known.get(each.row.row), folder, _moved_start(planned, each, good))
            for each in timed
        ),
        target=lambda step: meeting_to_fill(step, board, day, start=start),
        sheet=table.sheet,
        rejected=(*table.rejected, *rejected),
        warnings=(*table.warnings, *_kept(table.sheet, items, known)),
        files=tuple(folder / name for row in good for name in row.papers),
        finish=partial(_finish, good, start),
    )


def _sound(table: ReadTable[AgendaRow], folder: Path) -> tuple[list[AgendaRow], list[Rejected]]:
    """The rows that can be taken; a time that runs up the agenda and a paper that is not there cannot."""
    good: list[AgendaRow] = []
    rejected: list[Rejected] = []
    latest = "00:00"
    for row in table.rows:
        if row.start is not None and row.start < latest:
            reason = f"the item above starts at {latest}: times run down the agenda"
            rejected.append(_rejected(table.sheet, row, "time", row.start, reason))
        elif trouble := paper_trouble(row.papers, folder):
            rejected.append(_rejected(table.sheet, row, "papers", "; ".join(row.papers), trouble))
        else:
            latest = row.start or latest
            good.append(row)
    return good, rejected


def _rejected(sheet: str, row: AgendaRow, name: str, value: str, reason: str) -> Rejected:
    return Rejected(sheet, row.row, row.cells.get(name, ""), name, value, reason)


def _timed(rows: Sequence[AgendaRow]) -> list[_Timed]:
    """An item lasts until the next one that has a time; those between have none of their own."""
    found: list[_Timed] = []
    for place, row in enumerate(rows):
        following = next((other.start for other in rows[place + 1 :] if other.start is not None), None)
        known = row.start is not None and following is not None
        length = length_for_start(row.start, following) if known and row.start and following else None
        found.append(_Timed(row, length))
    return found


def _matched(rows: Sequence[AgendaRow], items: Sequence[AgendaItem]) -> dict[int, AgendaItem]:
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


def _moved_start(planned: Meeting | None, each: _Timed, rows: Sequence[AgendaRow]) -> tuple[str, str] | None:
    """The start of the whole agenda here and in the file, where this is the first row and they differ."""
    if planned is None or each.row is not rows[0] or each.row.start is None:
        return None
    ours = planned.agenda_start or planned.start
    return None if ours == each.row.start else (ours, each.row.start)


def _compared(
    each: _Timed,
    sheet: str,
    item: AgendaItem | None,
    folder: Path,
    moved: tuple[str, str] | None,
) -> ComparedRow:
    row = each.row
    said = _said(each)
    time = {} if row.start is None else {"time": row.start}
    if item is None:
        values = {**said, **time, "papers": row.papers}
        return ComparedRow(added(sheet, row.row, row.number, values), partial(_add, each, folder))
    ours: dict[str, object] = {name: _ours(item)[name] for name in said}
    ours["papers"] = tuple(paper.file_name for paper in item.papers)
    to_come = papers_to_come(row.papers, folder, item)
    said["papers"] = (*ours["papers"], *to_come) if isinstance(ours["papers"], tuple) else to_come
    if time:
        ours["time"] = moved[0] if moved else row.start
    return ComparedRow(
        held_against(sheet, row.row, row.number, {**said, **time}, ours), partial(_change, each, item, folder)
    )


def _said(each: _Timed) -> dict[str, object]:
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


def _kept(sheet: str, items: Sequence[AgendaItem], known: Mapping[int, AgendaItem]) -> list[Warned]:
    """Items that are here and not in the file stay, after those that are."""
    spoken_of = {item.id for item in known.values()}
    return [
        Warned(
            sheet, 0, "", item.number, f"“{item.subject}” is on the agenda here, not in the file: it stays"
        )
        for item in items
        if item.id not in spoken_of
    ]


def _add(each: _Timed, folder: Path, step: Step, meeting_id: int) -> None:
    said, row = _said(each), each.row
    facts = {name: value for name, value in said.items() if name not in {"subject", "presenters"}}
    role = role_of_subject(row.subject)
    item_id = agenda.add(step, meeting_id, subject=row.subject, presenters=row.presenters, role=role, **facts)
    attach(step, item_id, row.papers, folder, exempt=bool(row.exempt))


def _change(each: _Timed, item: AgendaItem, folder: Path, step: Step, _meeting_id: int) -> None:
    said = _said(each)
    if said.pop("presenters", ()):
        agenda.set_presenters(step, item.id, each.row.presenters)
    if item.role is ItemRole.PLAIN:
        said["role"] = role_of_subject(each.row.subject)
    agenda.change(step, item.id, **said)
    attach(step, item.id, papers_to_come(each.row.papers, folder, item), folder, exempt=bool(each.row.exempt))


def _finish(rows: Sequence[AgendaRow], start: str | None, step: Step, meeting_id: int) -> None:
    """Put the items in the order of the file, and let the first one start when the file says."""
    items = agenda.items(step.reading, meeting_id)
    known = _matched(rows, items)
    ordered = [known[row.row].id for row in rows if row.row in known]
    agenda.reorder(step, [*ordered, *(item.id for item in items if item.id not in ordered)])
    meeting = meetings.by_id(step.reading, meeting_id)
    if start is not None:
        meetings.change(step, meeting_id, agenda_start=None if start == meeting.start else start)
    if meeting.opened_at is not None:
        prepare_minutes(step, meeting_id)
    else:
        expect_members(step, meeting)
