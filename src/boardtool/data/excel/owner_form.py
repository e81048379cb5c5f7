"""The workbook that goes to an owner: their open actions, cells to reply in, and a hidden stamp of both."""

from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from boardtool.data.excel.writing import row_height
from boardtool.domain.actions import ActionStatus
from boardtool.domain.dates import long_date, weekday_date
from boardtool.domain.owner_forms import OwnerForm, SentAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SHEET = "Actions"
STAMP_SHEET = "boardtool form"
STAMP_FACTS = ("form", "library", "owner", "sent on", "due back", "digest")
STAMP_FIELDS = ("ref", "action", "board", "text", "owners", "due", "status", "progress")
FORM_VERSION = "1"

COLUMNS = (
    ("Action No", 13),
    ("Board", 18),
    ("Action point", 34),
    ("Due", 13),
    ("Progress so far", 26),
    ("Status", 13),
    ("New progress", 34),
    ("Proposed date", 15),
)
_LAST = len(COLUMNS) - 1
_STATUS, _NEW_PROGRESS, _PROPOSED = 5, 6, 7
_REPLIES = range(_STATUS, _LAST + 1)
_HEADING_ROW = 3
_DATE = "d mmm yyyy"
_EARLIEST = date(2000, 1, 1)
_HOW = (
    "Please type in the white cells at the right: what has happened, where it stands, and another date where "
    "one is needed. Leave a cell as it is where nothing has changed."
)
# Nothing is secret: the lock keeps slips away, and whoever must can take it off without a password.
_PROTECTION = {"format_columns": True, "format_rows": True, "autofilter": True}


@dataclass(frozen=True, slots=True)
class _Formats:
    title: "Format"
    line: "Format"
    heading: "Format"
    reply_heading: "Format"
    text: "Format"
    day: "Format"
    reply: "Format"
    reply_day: "Format"


def owner_form_bytes(form: OwnerForm) -> bytes:
    """The form as a workbook; what begins like a formula is text, action numbers keep their zeros."""
    import xlsxwriter

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(written, options) as workbook:
        workbook.set_properties(
            {
                "title": f"Open actions of {form.owner}",
                "author": "",
                "created": datetime.combine(form.sent_on, time(12)),
            }
        )
        formats = _formats(workbook)
        sheet = workbook.add_worksheet(SHEET)
        _set_page(sheet)
        _write_top(sheet, form, formats)
        for row, action in enumerate(form.actions, start=_HEADING_ROW + 1):
            _write_action(sheet, row, action, formats)
        _let_reply(sheet, _HEADING_ROW + 1, _HEADING_ROW + len(form.actions))
        sheet.protect("", _PROTECTION)
        _write_stamp(workbook.add_worksheet(STAMP_SHEET), form)
    return written.getvalue()


def _formats(workbook: "Workbook") -> _Formats:
    font = {"font_name": "Arial", "font_size": 11, "font_color": "#1E1B22", "valign": "top"}
    ruled = font | {"text_wrap": True, "border": 1, "border_color": "#CFCBD4"}
    locked = ruled | {"bg_color": "#F4F3F5"}
    heading = ruled | {"bold": True, "valign": "vcenter"}
    day = {"num_format": _DATE, "align": "left"}
    return _Formats(
        title=workbook.add_format(font | {"bold": True, "font_size": 16, "valign": "vcenter"}),
        line=workbook.add_format(font | {"text_wrap": True, "valign": "vcenter"}),
        heading=workbook.add_format(heading | {"bg_color": "#E4E1E7"}),
        reply_heading=workbook.add_format(heading | {"bg_color": "#663A78", "font_color": "#FFFFFF"}),
        text=workbook.add_format(locked | {"num_format": "@"}),
        day=workbook.add_format(locked | day),
        reply=workbook.add_format(ruled | {"num_format": "@", "locked": False}),
        reply_day=workbook.add_format(ruled | day | {"locked": False}),
    )


def _set_page(sheet: "Worksheet") -> None:
    for index, (_, width) in enumerate(COLUMNS):
        sheet.set_column(index, index, width)
    sheet.freeze_panes(_HEADING_ROW + 1, 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADING_ROW)
    sheet.set_footer("&RPage &P of &N")


def _write_top(sheet: "Worksheet", form: OwnerForm, formats: _Formats) -> None:
    boards = ", ".join(form.boards)
    lines = (
        (f"Open actions of {form.owner}", formats.title, 28),
        (
            f"{boards}\nSent {long_date(form.sent_on)}; please return by {weekday_date(form.due_back)}",
            formats.line,
            36,
        ),
        (_HOW, formats.line, 24),
    )
    for row, (words, look, height) in enumerate(lines):
        sheet.set_row(row, height)
        sheet.merge_range(row, 0, row, _LAST, "", look)
        sheet.write_string(row, 0, words, look)
    sheet.set_row(_HEADING_ROW, 24)
    for column, (heading, _) in enumerate(COLUMNS):
        look = formats.reply_heading if column in _REPLIES else formats.heading
        sheet.write_string(_HEADING_ROW, column, heading, look)
    sheet.autofilter(_HEADING_ROW, 0, _HEADING_ROW + len(form.actions), _LAST)


def _write_action(sheet: "Worksheet", row: int, action: SentAction, formats: _Formats) -> None:
    texts = (action.number, action.board, action.text, "", action.progress)
    widths = [width for _, width in COLUMNS[: len(texts)]]
    sheet.set_row(row, max(row_height(texts, widths), 40))
    for column, text in enumerate(texts):
        sheet.write_string(row, column, text, formats.text)
    _write_day(sheet, row, action.due, formats.day)
    sheet.write_string(row, _STATUS, action.status.capitalize(), formats.reply)
    sheet.write_blank(row, _NEW_PROGRESS, None, formats.reply)
    sheet.write_blank(row, _PROPOSED, None, formats.reply_day)


def _write_day(sheet: "Worksheet", row: int, day: date | None, look: "Format") -> None:
    if day is None:
        sheet.write_blank(row, 3, None, look)
    else:
        sheet.write_datetime(row, 3, datetime.combine(day, time()), look)


def _let_reply(sheet: "Worksheet", first: int, last: int) -> None:
    """What the reply cells accept, and what they say when one goes into them."""
    sheet.data_validation(
        first, _STATUS, last, _STATUS,
        {
            "validate": "list",
            "source": [status.capitalize() for status in ActionStatus],
            "error_title": "Choose from the list",
            "error_message": "Open, In progress, Completed or Closed.",
        },
    )  # fmt: skip
    sheet.data_validation(
        first, _NEW_PROGRESS, last, _NEW_PROGRESS,
        {"validate": "any", "input_title": "New progress", "input_message": "What has happened since?"},
    )  # fmt: skip
    sheet.data_validation(
        first, _PROPOSED, last, _PROPOSED,
        {
            "validate": "date", "criteria": ">=", "value": _EARLIEST,
            "input_title": "Proposed date", "input_message": "Only where the due date cannot be kept.",
            "error_title": "This is no date", "error_message": "Type a date, such as 16/09/2022.",
        },
    )  # fmt: skip


def _write_stamp(sheet: "Worksheet", form: OwnerForm) -> None:
    """What was sent, field by field, on a sheet that is not shown: replies are held against it."""
    sheet.very_hidden()
    sheet.protect()
    facts = (
        FORM_VERSION,
        form.library,
        form.owner,
        form.sent_on.isoformat(),
        form.due_back.isoformat(),
        form.digest,
    )
    rows: list[Sequence[str]] = list(zip(STAMP_FACTS, facts, strict=True))
    rows.append(STAMP_FIELDS)
    rows += [_stamped(action) for action in form.actions]
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text)


def _stamped(action: SentAction) -> tuple[str, ...]:
    return (
        action.ref,
        "" if action.action_id is None else str(action.action_id),
        action.board,
        action.text,
        "\n".join(action.owners),
        "" if action.due is None else action.due.isoformat(),
        action.status.value,
        action.progress,
    )
