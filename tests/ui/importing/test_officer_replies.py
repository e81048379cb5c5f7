"""An officer's workbook on the import page: what was spent is shown, taken in, and undone as one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from tests.builders import a_board

from boardtool.data.bcf import lines, plans, returns
from boardtool.data.excel.opening import stop_reader
from boardtool.services.bcf import schemes
from boardtool.services.bcf.officers import send_lines
from boardtool.services.sample_bcf import enter_plan
from boardtool.ui.importing.page import ImportPage
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

SPENT = "I7"
POUNDS = 650_000


@pytest.fixture
def reply(store: Store, tmp_path: Path) -> Path:
    """What Amy Plank sent back: £650,000 was spent on the first line."""
    enter_plan(store, a_board(store))
    with store.reading() as reading:
        plan_id = plans.by_ref(reading, "NNHWB/2022-23").id
        first = lines.of_plan(reading, plan_id)[0]
        return_id = returns.of_plan(reading, plan_id)[0].id
    schemes.change_cells(store, line_ids=[first.id], field="officer", text="Amy Plank")
    [form] = send_lines(store, return_id=return_id, folder=tmp_path, today=date(2023, 4, 20))
    book = openpyxl.load_workbook(form.workbook)
    book["Lines"][SPENT] = POUNDS
    book.save(form.workbook)
    return form.workbook


@pytest.fixture
def page(qtbot: QtBot, context: Context, reply: Path) -> Iterator[ImportPage]:
    page = ImportPage(context)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.open(Place("importing", ref="NNHWB", tab="return"))
    page.show()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    page.take_up(reply)
    qtbot.waitUntil(lambda: page.preview is not None, timeout=20_000)
    yield page
    stop_reader()


def spent(store: Store) -> list[int]:
    """Pence, as another program reads them in the file."""
    with closing(sqlite3.connect(store.folder / "board.db")) as driver:
        return [row[0] for row in driver.execute("SELECT spend FROM bcf_actual WHERE spend IS NOT NULL")]


def test_what_was_spent_is_taken_by_key_and_undone_as_one(
    page: ImportPage, qtbot: QtBot, context: Context, store: Store
) -> None:
    assert page.preview is not None
    assert page.preview.foot.take.isEnabled()
    page.preview.foot.take.setFocus()
    qtbot.keyClick(page.preview.foot.take, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: spent(store) == [POUNDS * 100], timeout=10_000)
    qtbot.waitUntil(lambda: context.asking.is_idle)
    store.undo()
    assert spent(store) == []
