"""The workbook that goes to an officer with their lines, and how it is read when it comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from boardtool.data.excel.bcf.layout_sheets import at, looks_of
from boardtool.data.excel.bcf.return_rows import words_of
from boardtool.data.excel.bcf.values import Read, exact, pence
from boardtool.data.excel.bcf.words import filled
from boardtool.data.excel.workbook import Cell, Workbook
from boardtool.domain.bcf.officer_forms import OfficerForm, form_of
from boardtool.domain.dates import long_date
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.text import folded

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SHEET, STAMP_SHEET = "Lines", "boardtool lines"
HEADER = 6
COLUMNS = (
    ("line_id", "Line", 8),
    ("scheme_id", "Scheme ID", 11),
    ("name", "Scheme", 30),
    ("description", "Description", 40),
    ("source", "Source of funding", 26),
    ("planned", "Planned (£)", 16),
    ("planned_outputs", "Planned outputs", 14),
    ("unit", "Unit", 20),
    ("spend", "Spent to date (£)", 18),
    ("outputs", "Outputs to date", 16),
    ("explanation", "Why it differs from the plan", 44),
    ("issues", "Issues and what is done", 44),
)
_PIECE = 30_000  # letters of the stamp in one cell; Excel allows 32,767
_HOW = (
    "Please fill in the yellow cells at the right for each of your lines, save the workbook and send it "
    "back. Leave a cell as it is where nothing has changed."
)


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """A row of a reply: which line it speaks of, and the four replies with their cells."""

    row: int
    line_id: int
    spend: Read
    outputs: Read
    explanation: str
    issues: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """A form that came back: what it says was sent, and its rows; `without_line` are rows that name none."""

    form: OfficerForm
    rows: tuple[ReplyRow, ...]
    without_line: tuple[Cell, ...] = ()


def form_bytes(form: OfficerForm) -> bytes:
    """The form as a workbook; what begins like a formula is text."""
    import xlsxwriter

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        looks = looks_of(workbook)
        sheet = workbook.add_worksheet(SHEET)
        sheet.hide_gridlines(2)
        sheet.freeze_panes(HEADER, 3)
        title = f"Better Care Fund {form.period}: lines of {form.officer}"
        sheet.write_string("A1", title, looks.title)
        sheet.write_string("A3", _HOW)
        sheet.write_string("A4", f"Please reply by {long_date(form.due_back)}.")
        for column, (_, heading, width) in enumerate(COLUMNS, 1):
            sheet.set_column(column - 1, column - 1, width)
            sheet.write_string(at(HEADER, column), heading, looks.heading)
        unlocked = {
            "spend": looks.typed_money,
            "outputs": looks.typed,
            "explanation": looks.typed,
            "issues": looks.typed,
        }
        for look in set(unlocked.values()):
            look.set_locked(False)
        for row, line in enumerate(form.lines, HEADER + 1):
            for column, (name, _, _) in enumerate(COLUMNS, 1):
                _write(sheet, at(row, column), name, getattr(line, name), unlocked.get(name, looks.computed))
        sheet.protect("", {"format_columns": True, "format_rows": True})
        stamp = workbook.add_worksheet(STAMP_SHEET)
        pieces = [form.content[start : start + _PIECE] for start in range(0, len(form.content), _PIECE)]
        stamp.write_column(0, 0, [form.digest, *pieces])
        stamp.very_hidden()
    return written.getvalue()


def _write(sheet: "Worksheet", ref: str, name: str, value: object, look: object) -> None:
    if value == "" or value is None:
        sheet.write_blank(ref, None, look)
    elif name in {"planned", "spend", "planned_outputs", "outputs", "line_id"}:
        sheet.write_number(ref, float(str(value)), look)
    else:
        sheet.write_string(ref, str(value), look)


def is_reply(workbook: Workbook) -> bool:
    """Whether a workbook is a form that was sent to an officer."""
    return workbook.sheet(STAMP_SHEET) is not None


def read_reply(workbook: Workbook) -> Reply:
    """Read a form that came back.

    Raises:
        InputRefusedError: what it says was sent was changed, or its table is gone.
    """
    stamp, sheet = workbook.sheet(STAMP_SHEET), workbook.sheet(SHEET)
    assert stamp is not None
    texts = [cell.text for cells in stamp.rows.values() for cell in cells if cell.column == 1]
    try:
        form = form_of("".join(texts[1:]))
    except (ValueError, TypeError, KeyError) as error:
        raise InputRefusedError(
            "The hidden sheet that says what was sent was changed. Ask for the workbook that was sent."
        ) from error
    if form.digest != texts[0] or sheet is None:
        raise InputRefusedError(
            "This form was changed where it says what was sent. Ask for the workbook that was sent."
        )
    heads: dict[str, int] = {}
    found: list[ReplyRow] = []
    strays: list[Cell] = []
    known = {folded(heading): name for name, heading, _ in COLUMNS}
    for number in sheet.rows:
        by_column = {cell.column: cell for cell in filled(sheet, number)}
        if not heads:
            named = {
                known[folded(cell.line)]: cell.column
                for cell in by_column.values()
                if folded(cell.line) in known
            }
            heads = named if {"line_id", "spend"} <= named.keys() else {}
            continue
        cells = {name: by_column[column] for name, column in heads.items() if column in by_column}
        if not cells:
            continue
        line = exact(cells.get("line_id")).number
        if line is None:
            strays.append(next(iter(cells.values())))
            continue
        found.append(_row(number, int(line), cells))
    if not heads:
        raise InputRefusedError("The table of lines is not in this form any more.")
    return Reply(form, tuple(found), tuple(strays))


def _row(number: int, line_id: int, cells: Mapping[str, Cell]) -> ReplyRow:
    return ReplyRow(
        row=number,
        line_id=line_id,
        spend=pence(cells.get("spend"), scale=1),
        outputs=exact(cells.get("outputs")),
        explanation=words_of(cells.get("explanation")),
        issues=words_of(cells.get("issues")),
        cells={name: cell.ref for name, cell in cells.items()},
    )
