"""An agenda from a workbook: items with their printed numbers, times turned into lengths, papers taken in."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from boardtool.data import agenda, meetings, minutes
from boardtool.data.excel.agenda import AgendaRow, read_agenda
from boardtool.data.excel.rows import ReadTable
from boardtool.data.store import Reading, Step
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import Choose, Rejected, Warned
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.progress import Progress
from boardtool.services.exchange.agenda_papers import paper_trouble
from boardtool.services.exchange.agenda_rows import TimedRow, known_item, matched, new_item, timed
from boardtool.services.exchange.comparing import ComparedRow, Comparison
from boardtool.services.exchange.meeting_target import meeting_to_fill
from boardtool.services.exchange.opening import opened
from boardtool.services.exchange.request import Request, board_of, day_of
from boardtool.services.meetings import expect_members, prepare_minutes


def read(request: Request, progress: Progress | None) -> "partial[Comparison] | Choose":
    """Read the workbook.

    Raises:
        InputRefusedError: it cannot be read, or holds no agenda.
        CannotDoError: no meeting is named.
    """
    if request.meeting is None:
        raise CannotDoError("Say which meeting the agenda is of: --meeting BOARD/DATE.")
    workbook = opened(request, progress)
    found = read_agenda(workbook, sheet=request.sheet, columns=request.columns)
    return found if isinstance(found, Choose) else partial(_compare, found)


def _compare(table: ReadTable[AgendaRow], reading: Reading, request: Request, _today: date) -> Comparison:
    board, day, folder = board_of(reading, request), day_of(request), request.file.parent
    assert day is not None
    good, rejected = _sound(table, folder)
    planned = meetings.on(reading, board.id, day)
    items = [] if planned is None else agenda.items(reading, planned.id)
    known = matched(good, items)
    start = good[0].start if good else None

    def compared(each: TimedRow) -> ComparedRow:
        item = known.get(each.row.row)
        if item is None:
            return new_item(each, table.sheet, folder)
        moved_from = _moved_from(planned, start) if each.row is good[0] else None
        return known_item(each, table.sheet, item, folder, moved_from=moved_from)

    return Comparison(
        label=f"Import agenda of {long_date(day)}",
        rows=tuple(map(compared, timed(good))),
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


def _moved_from(planned: Meeting | None, start: str | None) -> str | None:
    """When the whole agenda starts here, where the file lets it start at another time."""
    if planned is None or start is None:
        return None
    ours = planned.agenda_start or planned.start
    return None if ours == start else ours


def _kept(sheet: str, items: Sequence[AgendaItem], known: Mapping[int, AgendaItem]) -> list[Warned]:
    """Items that are here and not in the file stay, after those that are."""
    spoken_of = {item.id for item in known.values()}
    told = "“{}” is on the agenda here, not in the file: it stays"
    return [
        Warned(sheet, 0, "", item.number, told.format(item.subject))
        for item in items
        if item.id not in spoken_of
    ]


def _finish(rows: Sequence[AgendaRow], start: str | None, step: Step, meeting_id: int) -> None:
    """Put the items in the order of the file, and let the first one start when the file says."""
    items = agenda.items(step.reading, meeting_id)
    known = matched(rows, items)
    ordered = [known[row.row].id for row in rows if row.row in known]
    agenda.reorder(step, [*ordered, *(item.id for item in items if item.id not in ordered)])
    meeting = meetings.by_id(step.reading, meeting_id)
    if start is not None:
        meetings.change(step, meeting_id, agenda_start=None if start == meeting.start else start)
    if meeting.opened_at is not None:
        prepare_minutes(step, meeting_id)
        minutes.follow_agenda(step, meeting_id)
    else:
        expect_members(step, meeting)
