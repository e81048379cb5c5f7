"""Reading the workbook that an owner sends back: what its rows say now, and its stamp of what was sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from boardtool.data.excel.headings import Wanted, wanted_field
from boardtool.data.excel.owner_form import FORM_VERSION, STAMP_FACTS, STAMP_FIELDS, STAMP_SHEET
from boardtool.data.excel.rows import ReadTable, RowReader, read_rows
from boardtool.data.excel.tables import HEADER_WITHIN, find_table
from boardtool.data.excel.workbook import CellKind, Sheet, Workbook
from boardtool.domain.action_numbers import read_action_number
from boardtool.domain.action_words import says_no_day, status_from_words
from boardtool.domain.actions import ActionStatus
from boardtool.domain.imports import Choose
from boardtool.domain.owner_forms import OwnerForm, SentAction
from boardtool.domain.text import folded

WANTED = Wanted(
    what="reply to a form",
    fields=(
        wanted_field("number", "action no; action number", required=True),
        wanted_field("board", "board"),
        wanted_field("text", "action point"),
        wanted_field("due", "due"),
        wanted_field("known_progress", "progress so far"),
        wanted_field("status", "status"),
        wanted_field("progress", "new progress", required=True),
        wanted_field("proposed", "proposed date"),
    ),
    key="number",
    looks_like_key=lambda text: any(letter.isdigit() for letter in text),
)
_OURS_ALONE = frozenset({"new progress", "proposed date"})
"""Headings that together stand in our forms and in nobody's action log."""


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """An action as it came back; None and "" where a cell is empty."""

    row: int
    number: str
    board: str = ""
    text: str = ""
    due: date | None = None
    known_progress: str = ""
    status: ActionStatus | None = None
    progress: str = ""
    proposed: date | None = None
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the hidden sheet says was sent, and the digest that it bears."""

    form: OwnerForm
    digest: str

    @property
    def is_whole(self) -> bool:
        """Whether it says what it said when it was written."""
        return self.form.digest == self.digest


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply; `stamp` is None where the hidden sheet is gone or spoilt, `title` is its first line."""

    table: ReadTable[ReplyRow]
    stamp: Stamp | None
    title: str


def is_reply(workbook: Workbook) -> bool:
    """Whether a workbook is a form of ours that came back: by its stamp, else by its headings."""
    return workbook.sheet(STAMP_SHEET) is not None or any(map(_has_our_headings, workbook.shown))


def read_reply(
    workbook: Workbook, *, sheet: str | None = None, columns: Mapping[str, str] | None = None
) -> Reply | Choose:
    """The rows of a reply and its stamp.

    Raises:
        InputRefusedError: the table of the form is not in it any more.
    """
    stamp_sheet = workbook.sheet(STAMP_SHEET)
    rest = replace(workbook, sheets=tuple(each for each in workbook.sheets if each is not stamp_sheet))
    table = find_table(rest, WANTED, sheet=sheet, columns=columns)
    if isinstance(table, Choose):
        return table
    rows = read_rows(table, _row, lambda row: f"{row.number} {row.board}")
    shown = rest.sheet(table.sheet)
    top = shown.at("A1") if shown is not None else None
    return Reply(rows, _stamp(stamp_sheet), "" if top is None else top.line)


def _has_our_headings(sheet: Sheet) -> bool:
    for cells in list(sheet.rows.values())[:HEADER_WITHIN]:
        if {folded(cell.text) for cell in cells if cell.kind == CellKind.TEXT} >= _OURS_ALONE:
            return True
    return False


def _row(reader: RowReader) -> ReplyRow:
    return ReplyRow(
        row=reader.found.number,
        number=_number(reader),
        board=reader.line("board"),
        text=reader.words("text"),
        due=reader.day("due"),
        known_progress=reader.words("known_progress"),
        status=_status(reader),
        progress=reader.words("progress"),
        proposed=_proposed(reader),
        cells=reader.refs(),
    )


def _number(reader: RowReader) -> str:
    written = reader.needed("number", "the action number")
    number, note = read_action_number(written)
    if note:
        reader.warn("number", note)
    return number.text


def _status(reader: RowReader) -> ActionStatus | None:
    words = reader.line("status")
    status = status_from_words(words)
    if words and status is None:
        reader.reject("status", "choose open, in progress, completed or closed")
    return status


def _proposed(reader: RowReader) -> date | None:
    if says_no_day(words := reader.line("proposed")):
        if words:
            reader.warn("proposed", "read as: no date")
        return None
    return reader.day("proposed")


def _stamp(sheet: Sheet | None) -> Stamp | None:
    """The stamp; None where it is gone, of another version, or spoilt beyond reading."""
    if sheet is None or sheet.trouble:
        return None
    rows = [{cell.column: cell.text for cell in cells} for cells in sheet.rows.values()]
    facts = {row.get(1, ""): row.get(2, "") for row in rows[: len(STAMP_FACTS)]}
    try:
        if facts["form"] != FORM_VERSION:
            return None
        return Stamp(
            OwnerForm(
                library=facts["library"],
                owner=facts["owner"],
                sent_on=date.fromisoformat(facts["sent on"]),
                due_back=date.fromisoformat(facts["due back"]),
                actions=tuple(map(_sent, rows[len(STAMP_FACTS) + 1 :])),
            ),
            facts["digest"],
        )
    except (KeyError, ValueError):
        return None


def _sent(row: Mapping[int, str]) -> SentAction:
    """One line of the stamp.

    Raises:
        ValueError: a part of it is not what a form writes there.
    """
    said = {name: row.get(column, "") for column, name in enumerate(STAMP_FIELDS, start=1)}
    return SentAction(
        action_id=int(said["action"]) if said["action"] else None,
        ref=said["ref"],
        board=said["board"],
        text=said["text"],
        owners=tuple(filter(None, said["owners"].split("\n"))),
        due=date.fromisoformat(said["due"]) if said["due"] else None,
        status=ActionStatus(said["status"]),
        progress=said["progress"],
    )
