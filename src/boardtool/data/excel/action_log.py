"""Reading an action log: the open actions, then those "completed since the" last meeting, in one sheet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from boardtool.data.excel.headings import Wanted, wanted_field
from boardtool.data.excel.rows import ReadTable, RowReader, read_rows
from boardtool.data.excel.tables import find_table
from boardtool.data.excel.workbook import CellKind, Workbook
from boardtool.domain.action_numbers import ActionNumber, read_action_number
from boardtool.domain.action_words import owners_from_words, says_no_day, status_from_words
from boardtool.domain.actions import ActionStatus
from boardtool.domain.dates import means_next_meeting, mentioned_date
from boardtool.domain.imports import Choose

_COMPLETED_HEADING = re.compile(r"\b(?:completed?|closed|done)\b", re.IGNORECASE)
_NOT_COMPLETED_HEADING = re.compile(r"\b(?:open|outstanding|not|incomplete|current)\b", re.IGNORECASE)
_KEY = re.compile(r"\S{0,12}[0-9]\S{0,20}")
_DASHES = re.compile("[-\u2013\u2014]+")
_LONGEST_TO_COMPLETE = timedelta(days=270)  # a later day in the year was said of the year before

WANTED = Wanted(
    what="action log",
    fields=(
        wanted_field(
            "number",
            "action no; action number; no; number; ref; action ref; reference; action id; id",
            required=True,
        ),
        wanted_field(
            "text",
            "action point; action; actions; action points; action required; action agreed; description; "
            "task; agreed action; action description; action details; action item; action to be taken",
            required=True,
        ),
        wanted_field(
            "owners",
            "allocated to; owner; owners; lead; responsible; assigned to; who; action owner; by whom; "
            "responsible officer; lead officer; allocated; action by; responsible person; "
            "person responsible; responsible lead; lead owner; action lead; responsibility; "
            "to be actioned by",
        ),
        wanted_field(
            "due",
            "due; due date; deadline; by when; timescale; target date; when; due by; date due; due by date; "
            "timescales; timeline; target completion date; target; complete by; required by",
        ),
        wanted_field(
            "progress",
            "progress; update; updates; comments; progress update; comment; progress comments; progress and "
            "comments; progress notes; progress to date; update comments; updates comments; comments update; "
            "latest update; latest position; notes; outcome; action taken",
        ),
        wanted_field(
            "account",
            "status comments; status and comments; comments status; status update; status updates; "
            "status progress; progress status; update status; current position",
        ),
        wanted_field("status", "status; state; action status; current status; open closed"),
        wanted_field("completed_on", "completed on; date completed; completion date; completed date"),
    ),
    key="number",
    looks_like_key=lambda text: _KEY.fullmatch(text) is not None,
)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as the log has it; `due_at_next_meeting` where its due column says so in words."""

    row: int
    number: ActionNumber
    text: str
    owners: tuple[str, ...] = ()
    due: date | None = None
    due_at_next_meeting: bool = False
    status: ActionStatus = ActionStatus.OPEN
    completed_on: date | None = None
    progress: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)


def read_action_log(
    workbook: Workbook, *, sheet: str | None = None, columns: Mapping[str, str] | None = None
) -> ReadTable[ActionRow] | Choose:
    """The actions of a log.

    Raises:
        InputRefusedError: it holds no action log.
    """
    table = find_table(workbook, WANTED, sheet=sheet, columns=columns)
    return table if isinstance(table, Choose) else read_rows(table, _row, lambda row: row.number.text)


def _row(reader: RowReader) -> ActionRow:
    number = _number(reader)
    status = _status(reader)
    progress = "\n".join(filter(None, (reader.words("progress"), reader.words("account"))))
    due, at_next_meeting = _due(reader)
    return ActionRow(
        row=reader.found.number,
        number=number,
        text=_text(reader),
        owners=_owners(reader),
        due=due,
        due_at_next_meeting=at_next_meeting,
        status=status,
        completed_on=_completed_on(reader, number, status, progress),
        progress=progress,
        cells=reader.refs(),
    )


def _number(reader: RowReader) -> ActionNumber:
    written = reader.needed("number", "the action number")
    cell = reader.cell("number")
    if cell is not None and cell.kind in {CellKind.DATE, CellKind.TIME}:
        reader.reject("number", "the action number has become a date: format the cell as text and retype it")
    number, note = read_action_number(written)
    if note:
        reader.warn("number", note)
    return number


def _text(reader: RowReader) -> str:
    reader.needed("text", "the action point")
    return reader.words("text")


def _owners(reader: RowReader) -> tuple[str, ...]:
    written = reader.words("owners")
    if _DASHES.fullmatch(written):
        return ()
    if written and not any(letter.isalpha() for letter in written):
        reader.reject("owners", f'"{written}" names nobody: write names, parted by /')
        return ()
    owners = owners_from_words(written)
    if written and not owners:
        reader.warn("owners", "read as: nobody yet")
    return owners


def _under_completed(reader: RowReader) -> bool:
    section = reader.found.section
    return bool(_COMPLETED_HEADING.search(section)) and not _NOT_COMPLETED_HEADING.search(section)


def _status(reader: RowReader) -> ActionStatus:
    """What the status column says, else the column of status and comments, else the heading above the row."""
    words = reader.line("status")
    usual = ActionStatus.COMPLETED if _under_completed(reader) else ActionStatus.OPEN
    if not words:
        return status_from_words(reader.words("account")) or usual
    status = status_from_words(words)
    if status is None:
        reader.reject("status", "write open, in progress, completed or closed")
        return usual
    if usual.is_done and not status.is_done:
        reader.warn("status", f"taken as {status}, although it stands under completed actions")
    return status


def _due(reader: RowReader) -> tuple[date | None, bool]:
    words = reader.line("due")
    if means_next_meeting(words):
        return None, True
    if says_no_day(words):
        if words:
            reader.warn("due", "read as: no date")
        return None, False
    return reader.day("due"), False


def _completed_on(
    reader: RowReader, number: ActionNumber, status: ActionStatus, progress: str
) -> date | None:
    """The day in its own column, else the one that the progress mentions ("Circulated on the 14th July").

    A day without a year is sought from the log's last meeting on (its heading names it), else from the day
    of the action's own meeting; where neither is known, or it would lie far after, there is no day.
    """
    if "completed_on" in reader.found.cells:
        return reader.day("completed_on")
    if not status.is_done:
        return None
    since = mentioned_date(reader.found.section) or number.raised_on
    day = mentioned_date(progress, not_before=since) or mentioned_date(
        reader.line("status"), not_before=since
    )
    if day is None or (since is not None and day - since > _LONGEST_TO_COMPLETE):
        return None
    return day
