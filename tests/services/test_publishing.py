"""Documents that go out: nothing exempt in a public one, the log as it goes to a meeting, and since when."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import openpyxl
import pikepdf
import pytest
from tests.builders import JULY, a_board, a_meeting, a_minute, an_action, an_item

from boardtool.data import actions, meetings
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Status
from boardtool.services.publishing import export_document

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.data.store import Store

TODAY = date(2022, 9, 20)
REF = "NNHWB/2022-09-06"
SECRET = "Zanzibar"


@pytest.fixture
def board(store: Store) -> int:
    """A board whose September meeting has an open and an exempt item, both minuted and with an action."""
    board_id = a_board(store)
    meeting_id = a_meeting(store, board_id)
    for subject, facts in (("Open report", {}), (f"{SECRET} contract", {"exempt": "3"})):
        item_id = an_item(store, meeting_id, subject, presenters=[f"{subject} author"], **facts)
        a_minute(
            store,
            meeting_id,
            subject,
            item_id=item_id,
            narrative=f"{subject} told.",
            resolutions=[f"{subject} agreed"],
        )
        number = "060922/01" if not facts else "060922/02"
        action_id = an_action(store, board_id, number, f"{subject} to do", owners=[f"{subject} owner"])
        with store.step("Tie") as step:
            actions.change(step, action_id, meeting_id=meeting_id, item_id=item_id)
    return board_id


def exported(store: Store, kind: str, what: str, path: Path, audience: Audience = Audience.PUBLIC) -> Path:
    with store.reading() as reading:
        export_document(reading, kind=kind, what=what, path=path, audience=audience, today=TODAY)
    return path


def everything_in(path: Path) -> str:
    """Every byte of a document that a curious reader could get at, unpacked."""
    if path.suffix == ".pdf":
        unpacked = io.BytesIO()
        with pikepdf.open(path) as pdf:
            pdf.save(unpacked, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
        return unpacked.getvalue().decode("latin-1")
    with zipfile.ZipFile(path) as parts:
        return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize("ending", [".docx", ".pdf"])
@pytest.mark.parametrize("kind", ["agenda", "minutes", "resolutions", "actions"])
def test_a_public_document_holds_nothing_exempt(store: Store, tmp_path: Path, kind: str, ending: str) -> None:
    public = exported(store, kind, REF, tmp_path / f"public{ending}")
    private = exported(store, kind, REF, tmp_path / f"private{ending}", Audience.PRIVATE)
    assert SECRET not in everything_in(public)
    if ending == ".docx":
        assert SECRET in everything_in(private)
    assert private.stat().st_size > public.stat().st_size


def test_the_log_of_a_meeting_shows_what_was_completed_since_the_one_before(
    store: Store, board: int, tmp_path: Path
) -> None:
    a_meeting(store, board, JULY)
    for number, day in (("100322/01", date(2022, 6, 1)), ("100322/02", date(2022, 7, 14))):
        an_action(store, board, number, f"Done on {day}", status="completed", completed_on=day)
    exported(store, "actions", REF, tmp_path / "log.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "log.xlsx").worksheets[0]
    column = [str(row[0]) for row in sheet.iter_rows(values_only=True) if row[0]]
    assert "Actions completed since 5 July 2022" in column
    assert "100322/02" in column
    assert "100322/01" not in column


def test_the_log_of_a_board_counts_from_the_last_meeting_that_was_held(
    store: Store, board: int, tmp_path: Path
) -> None:
    july = a_meeting(store, board, JULY)
    with store.step("Open") as step:
        meetings.change(step, july, opened_at=datetime(2022, 7, 5, 13, 30), status=Status.DRAFT)
    exported(store, "actions", "NNHWB", tmp_path / "log.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "log.xlsx").worksheets[0]
    assert "Actions completed since 5 July 2022" in [row[0] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("kind", ["agenda", "minutes", "resolutions"])
def test_what_is_not_there_yet_is_said(store: Store, board: int, tmp_path: Path, kind: str) -> None:
    a_meeting(store, board, date(2022, 12, 6))
    with pytest.raises(CannotDoError, match="yet"):
        exported(store, kind, "NNHWB/2022-12-06", tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()
