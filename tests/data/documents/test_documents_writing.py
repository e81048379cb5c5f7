from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boardtool.data.documents.writing import write_document
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
    with pytest.raises(CannotDoError, match=r"\.pdf, \.docx or \.xlsx, not as “\.odt”"):
        write_document(action_log, tmp_path / "log.odt")
    with pytest.raises(CannotDoError, match=r"\.pdf or \.docx, not as “\.xlsx”"):
        write_document(agenda, tmp_path / "agenda.xlsx")
    assert list(tmp_path.iterdir()) == []
