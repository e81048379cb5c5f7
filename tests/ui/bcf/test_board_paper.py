"""The plan as a paper for its board, made from the window: its pictures are in it, whole and legible."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from boardtool.services.bcf import versions
from boardtool.ui.bcf.pictures.drawing import Bar, Drawing, height_of
from boardtool.ui.bcf.pictures.parts import parts_of

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from tests.ui.bcf.conftest import Desk

    from boardtool.data.store import Store

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def made(desk: Desk, qtbot: QtBot, path: Path) -> Path:
    """The paper, made by its keys and the name that is typed in the dialog."""
    desk.key(Qt.Key.Key_E, CTRL_SHIFT)
    dialog = desk.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    qtbot.waitUntil(path.exists, timeout=30_000)
    desk.settle()
    return path


def test_the_paper_in_word_has_the_money_and_year_on_year(
    desk: Desk, qtbot: QtBot, store: Store, plan_id: int, tmp_path: Path
) -> None:
    versions.copy_into_next_year(store, plan_id=plan_id)
    desk.context.changes.deliver()
    desk.settle()
    paper = made(desk, qtbot, tmp_path / "paper.docx")
    with zipfile.ZipFile(paper) as parts:
        words = parts.read("word/document.xml").decode()
        pictures = [name for name in parts.namelist() if name.startswith("word/media/")]
    assert len(pictures) == 2
    assert "Where the money goes. North Health and Wellbeing Board, 2022-23" in words
    assert "Year on year. North Health and Wellbeing Board" in words


def test_the_paper_in_pdf_is_tagged_and_says_what_its_picture_shows(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    paper = made(desk, qtbot, tmp_path / "paper.pdf")
    with pikepdf.open(paper) as pdf:
        said = [
            str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert any("iBCF: \u00a3720,000" in each for each in said)


@pytest.mark.parametrize("parts", [1, 14])
def test_a_high_drawing_is_several_on_one_scale_and_loses_no_bar(parts: int) -> None:
    bars = tuple(Bar(f"{at}", 1 / (at + 1), f"\u00a3{at}", at % parts and 1) for at in range(60))
    drawing = Drawing("Where", "the money goes", bars, note="At the end")
    pages = parts_of(drawing, highest=500)
    assert tuple(bar for page in pages for bar in page.bars) == bars
    assert all(height_of(page) <= 500 for page in pages)
    assert {page.among for page in pages} == {bars}
    assert [page.note for page in pages] == [*[""] * (len(pages) - 1), "At the end"]
    assert parts_of(drawing, highest=10_000) == (drawing,)
