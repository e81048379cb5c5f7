"""The form as a stranger's program sees it, and as we read it back."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.owner_form import COLUMNS, STAMP_SHEET, owner_form_bytes
from boardtool.data.excel.owner_reply import Reply, is_reply, read_reply
from boardtool.data.excel.shown import table_shown
from boardtool.domain.actions import ActionStatus
from boardtool.domain.owner_forms import OwnerForm, SentAction

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

DUE = date(2022, 9, 6)
FIRST = SentAction(
    7, "NNHWB/050722/01", "North Board", "Circulate numbers", ("Amy Plank",), DUE, ActionStatus.OPEN, "Asked"
)  # fmt: skip
SECOND = SentAction(9, "PDG/110822/03", "Place Delivery Group", "Map the hubs", ("Amy Plank", "David Watts"))
FORM = OwnerForm("0" * 32, "Amy Plank", date(2022, 8, 24), date(2022, 8, 31), (FIRST, SECOND))
DANGEROUS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    '=HYPERLINK("http://x")',
    "|cmd",
    "\uff1d1",
)


def opened(form: OwnerForm = FORM) -> Workbook:
    return openpyxl.load_workbook(BytesIO(owner_form_bytes(form)))


@pytest.fixture
def sheet() -> Worksheet:
    return opened()["Actions"]


def test_only_the_reply_cells_can_be_typed_into(sheet: Worksheet) -> None:
    assert sheet.protection.sheet
    assert not sheet.protection.password
    unlocked = {cell.coordinate for row in sheet for cell in row if not cell.protection.locked}
    assert unlocked == {"F5", "G5", "H5", "F6", "G6", "H6"}


def test_the_reply_cells_say_what_they_take(sheet: Worksheet) -> None:
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["F5:F6"].formula1 == '"Open,In progress,Completed,Closed"'
    assert rules["H5:H6"].type == "date"
    assert rules["G5:G6"].prompt == "What has happened since?"


def test_days_are_days_and_numbers_keep_their_zeros(sheet: Worksheet) -> None:
    assert [cell.value for cell in sheet[4]] == [heading for heading, _ in COLUMNS]
    assert (sheet["A5"].value, sheet["A5"].number_format) == ("050722/01", "@")
    assert sheet["D5"].value == datetime(2022, 9, 6)
    assert sheet["D6"].value is None
    assert sheet["H5"].number_format == "d mmm yyyy"


def test_it_prints_with_its_heading_on_every_page(sheet: Worksheet) -> None:
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B5", "A4:H6", "$4:$4")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert "please return by Wednesday 31 August 2022" in str(sheet["A2"].value)


def test_its_properties_name_the_owner_and_no_computer() -> None:
    content = owner_form_bytes(FORM)
    with zipfile.ZipFile(BytesIO(content)) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
    assert opened().properties.title == "Open actions of Amy Plank"
    assert opened().properties.creator is None
    assert b"/home/" not in everything
    assert b"/root" not in everything
    assert owner_form_bytes(FORM) == content


def test_the_stamp_is_out_of_sight() -> None:
    book = opened()
    assert book[STAMP_SHEET].sheet_state == "veryHidden"
    assert book.active is book["Actions"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula(text: str) -> None:
    action = SentAction(1, f"NNHWB/{text}", text, text, (text,), None, ActionStatus.OPEN, text)
    content = owner_form_bytes(OwnerForm("0", text, date(2022, 8, 24), date(2022, 8, 31), (action,)))
    with zipfile.ZipFile(BytesIO(content)) as parts:
        pages = [parts.read(name) for name in parts.namelist() if "worksheets/" in name]
    assert not any(b"<f>" in page or b"<f " in page or b"<hyperlink" in page for page in pages)
    for page in openpyxl.load_workbook(BytesIO(content)):
        texts = [cell for row in page.iter_rows() for cell in row if isinstance(cell.value, str)]
        assert texts
        assert {cell.data_type for cell in texts} == {"s"}


def test_it_is_read_back_as_it_was_sent(tmp_path: Path) -> None:
    reply = read_back(tmp_path / "form.xlsx", FORM)
    assert not reply.table.rejected
    assert not reply.table.warnings
    assert reply.stamp is not None
    assert reply.stamp.is_whole
    assert reply.stamp.form == FORM
    first, second = reply.table.rows
    assert (first.number, first.board, first.text, first.due) == ("050722/01", "North Board", FIRST.text, DUE)
    assert (first.known_progress, first.status, first.progress, first.proposed) == (
        "Asked", ActionStatus.OPEN, "", None,
    )  # fmt: skip
    assert (second.number, second.due, second.progress) == ("110822/03", None, "")


def test_a_preview_can_point_at_the_cell_that_was_typed_into(tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(owner_form_bytes(FORM))
    shown = table_shown(tmp_path / "form.xlsx", "actions", sheet="Actions")
    assert shown is not None
    assert [shown.ref(5, name) for name in ("progress", "status", "text")] == ["G5", "F5", "C5"]


def read_back(path: Path, form: OwnerForm) -> Reply:
    path.write_bytes(owner_form_bytes(form))
    workbook = open_workbook(path)
    assert is_reply(workbook)
    reply = read_reply(workbook)
    assert isinstance(reply, Reply)
    return reply


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40)


@settings(max_examples=30, deadline=None)
@given(owner=WORDS, text=WORDS, progress=WORDS, due=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_words_keep_the_stamp_whole(
    tmp_path_factory: pytest.TempPathFactory, owner: str, text: str, progress: str, due: date | None
) -> None:
    action = SentAction(3, "NNHWB/050722/01", "North Board", text, (owner,), due, ActionStatus.OPEN, progress)
    form = OwnerForm("0", owner, date(2022, 8, 24), date(2022, 8, 31), (action,))
    reply = read_back(tmp_path_factory.mktemp("form") / "form.xlsx", form)
    assert reply.stamp is not None
    assert reply.stamp.form == form
