from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from boardtool.data.documents.sheet import Table
from boardtool.data.documents.writing import document_bytes, sheet_of, write_document
from boardtool.domain.errors import CannotDoError

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.domain.documents import ActionLogPaper, AgendaPaper


def test_the_ending_chooses_the_form(action_log: ActionLogPaper, tmp_path: Path) -> None:
    for ending, begins in ((".pdf", b"%PDF"), (".docx", b"PK"), (".xlsx", b"PK"), (".PDF", b"%PDF")):
        path = tmp_path / f"log{ending}"
        write_document(action_log, path)
        assert path.read_bytes().startswith(begins)


def test_another_ending_is_refused_with_those_that_are_known(
    action_log: ActionLogPaper, agenda: AgendaPaper, tmp_path: Path
) -> None:
    with pytest.raises(CannotDoError, match=r"\.pdf, \.docx, \.html or \.xlsx, not as “\.odt”"):
        write_document(action_log, tmp_path / "log.odt")
    with pytest.raises(CannotDoError, match=r"\.pdf, \.docx or \.html, not as “\.xlsx”"):
        write_document(agenda, tmp_path / "agenda.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_what_is_empty_is_said_instead_of_an_empty_table(
    action_log: ActionLogPaper, agenda: AgendaPaper
) -> None:
    empty = (replace(action_log, open=(), completed=()), replace(agenda, items=(), members=()))
    for paper in empty:
        sheet = sheet_of(paper)
        assert not [block for block in sheet.blocks if isinstance(block, Table)]
        assert document_bytes(paper, ".pdf").startswith(b"%PDF")


def test_the_due_column_is_left_out_where_nothing_is_due(action_log: ActionLogPaper) -> None:
    undated = replace(action_log, open=tuple(replace(action, due=None) for action in action_log.open))
    for paper, columns in ((action_log, 6), (undated, 5)):
        tables = [block for block in sheet_of(paper).blocks if isinstance(block, Table)]
        assert {len(table.columns) for table in tables} == {columns}
