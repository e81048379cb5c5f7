from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest

from boardtool.data.excel.action_log import read_action_log
from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.rows import ReadTable
from boardtool.data.excel.writing import action_log_bytes
from boardtool.domain.documents import ActionLogPaper, Audience, LoggedAction

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

OPEN = LoggedAction(
    "100322/03", "=1+1", ("David Watts", "Amy Plank"), date(2022, 9, 6), "+soon", "In progress"
)
DONE = LoggedAction("050722/01", "Circulate it", ("Amy Plank",), None, "-", "Completed", date(2022, 7, 14))
LOG = ActionLogPaper(
    "Anytown Council",
    "Board & friends",
    date(2022, 9, 6),
    Audience.PUBLIC,
    (OPEN,),
    (DONE,),
    date(2022, 7, 5),
)


@pytest.fixture
def sheet() -> Worksheet:
    workbook = openpyxl.load_workbook(BytesIO(action_log_bytes(LOG)))
    assert workbook.properties.creator == "Anytown Council"
    (only,) = workbook.worksheets
    return only


def test_two_tables_stand_on_one_sheet_as_in_the_real_log(sheet: Worksheet) -> None:
    first = [row[0] for row in sheet.iter_rows(values_only=True)]
    assert first == [
        "Board & friends Action Log", None, "Action No", "100322/03", None,
        "Actions completed since 5 July 2022", "Action No", "050722/01",
    ]  # fmt: skip


def test_text_stays_text_and_days_are_days(sheet: Worksheet) -> None:
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("=1+1", "s")
    assert (sheet["E4"].value, sheet["E4"].data_type) == ("+soon", "s")
    assert (sheet["A4"].value, sheet["A4"].number_format) == ("100322/03", "@")
    assert sheet["D4"].value == datetime(2022, 9, 6)
    assert sheet["G8"].value == datetime(2022, 7, 14)


def test_the_heading_stays_in_sight_and_filters(sheet: Worksheet) -> None:
    assert sheet.freeze_panes == "B4"
    assert sheet.auto_filter.ref == "A3:G4"
    assert sheet.print_title_rows == "$3:$3"


def test_the_log_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    path.write_bytes(action_log_bytes(LOG))
    read = read_action_log(open_workbook(path))
    assert isinstance(read, ReadTable)
    assert not read.rejected
    found = [
        LoggedAction(
            row.number.text, row.text, row.owners, row.due, row.progress,
            row.status.value.capitalize(), row.completed_on,
        )
        for row in read.rows
    ]  # fmt: skip
    assert found == [OPEN, DONE]
