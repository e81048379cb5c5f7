"""The register of requests in its tab: kept, decided and heard by keys alone; the file says the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from tests.ui.meetings.conftest import press, the_dialog, type_in

from boardtool.services import requests_to_address
from boardtool.ui.meetings.requests.dialogs import DecideDialog, RequestDialog
from boardtool.ui.meetings.requests.speaking import SpeakingRulesDialog
from boardtool.ui.meetings.requests.tab import RequestsTab

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.page import MeetingsPage

Key = Qt.Key


def in_file(store: Store, columns: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(store.folder / "board.db")) as driver:
        return driver.execute(f"SELECT {columns} FROM request_to_address ORDER BY id").fetchall()


@pytest.fixture
def tab(store: Store, meeting: int, open_at: Callable[[str], MeetingsPage]) -> RequestsTab:
    for name, came in (("Ann Lee", datetime(2022, 8, 30, 9)), ("Bo Hall", datetime(2022, 9, 5, 9))):
        requests_to_address.record(
            store, meeting_id=meeting, name=name, contact="12 Larkspur Mews", received_at=came
        )
    shown = open_at("requests").workspace.tab
    assert isinstance(shown, RequestsTab)
    return shown


def settled(qtbot: QtBot, context: Context, store: Store, columns: str, wanted: list[object]) -> None:
    """Wait until the file says so, and the tab has heard of it."""
    qtbot.waitUntil(lambda: [row[0] for row in in_file(store, columns)] == wanted)
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)


def shown(tab: RequestsTab, column: str) -> list[object]:
    place = [each.key for each in tab.model.columns].index(column)
    return [tab.model.index_of(row.id, place).data() for row in tab.model.rows]


@pytest.mark.usefixtures("meeting")
def test_an_empty_register_says_so_and_ins_keeps_the_first_request(
    qtbot: QtBot, store: Store, open_at: Callable[[str], MeetingsPage], context: Context
) -> None:
    tab = open_at("requests").workspace.tab
    assert isinstance(tab, RequestsTab)
    assert tab.empty.isVisible()
    press(Key.Key_Insert)
    dialog = the_dialog(RequestDialog)
    type_in("Ann Lee")
    press(Key.Key_Tab)
    type_in("Age Well North")
    press(Key.Key_Tab)
    type_in("ann@lee.example")
    dialog.day.set_value(datetime(2022, 8, 30).date())  # type: ignore[attr-defined]  # the dialog's own field
    press(Key.Key_Return)
    settled(qtbot, context, store, "name || '|' || organisation || '|' || contact", [
        "Ann Lee|Age Well North|ann@lee.example"
    ])  # fmt: skip
    assert shown(tab, "decision") == ["To decide"]


def test_a_request_without_a_name_is_refused_in_place(qtbot: QtBot, store: Store, tab: RequestsTab) -> None:
    press(Key.Key_Insert)
    dialog = the_dialog(RequestDialog)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.name.accessibleDescription()))  # type: ignore[attr-defined]  # its field
    assert dialog.isVisible()
    assert len(in_file(store, "name")) == 2
    press(Key.Key_Escape)
    assert len(tab.model.rows) == 2


def test_keys_accept_hear_and_withdraw(
    qtbot: QtBot, store: Store, tab: RequestsTab, context: Context
) -> None:
    press(Key.Key_A)
    settled(qtbot, context, store, "decision", ["accepted", "undecided"])
    assert shown(tab, "minutes") == ["3", ""]
    press(Key.Key_S)
    settled(qtbot, context, store, "spoke", ["spoke", ""])
    press(Key.Key_Down)
    press(Key.Key_W)
    settled(qtbot, context, store, "decision", ["accepted", "withdrawn"])
    context.undo.take_back()
    settled(qtbot, context, store, "decision", ["accepted", "undecided"])


def test_declining_asks_why(qtbot: QtBot, store: Store, tab: RequestsTab, context: Context) -> None:
    press(Key.Key_D)
    dialog = the_dialog(DecideDialog)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Say why" in dialog.reason.accessibleDescription())  # type: ignore[attr-defined]
    type_in("not about an item")
    press(Key.Key_Return)
    settled(qtbot, context, store, "decision", ["declined", "undecided"])
    assert in_file(store, "reason, decided_by")[0] == ("not about an item", "Chair")
    assert not tab.table.isHidden()


def test_what_came_late_and_what_waits_is_said(tab: RequestsTab) -> None:
    assert shown(tab, "received") == ["Tue 30 Aug, 9.00 am", "Mon 5 Sep, 9.00 am"]
    place = [each.key for each in tab.model.columns].index("received")
    cells = [tab.model.columns[place].cell(row) for row in tab.model.rows]
    assert [cell.spoken for cell in cells] == ["", "Mon 5 Sep, 9.00 am, after requests closed"]


def test_the_rules_for_speakers_are_the_boards_own(
    qtbot: QtBot, store: Store, tab: RequestsTab, context: Context
) -> None:
    tab.set_rules()
    dialog = the_dialog(SpeakingRulesDialog)
    dialog.closes_at.setText("half past")  # type: ignore[attr-defined]  # the dialog's own fields
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.closes_at.accessibleDescription()))  # type: ignore[attr-defined]
    dialog.closes_at.setText("noon")  # type: ignore[attr-defined]
    dialog.each.setValue(5)  # type: ignore[attr-defined]
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "5 minutes each" in tab.panel._time.text())
    tab.accept_request()
    settled(qtbot, context, store, "minutes", [5, 0])


def test_the_register_is_written_from_the_window(
    qtbot: QtBot, tab: RequestsTab, context: Context, tmp_path: Path
) -> None:
    tab.export_register()
    dialog = the_dialog(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    path = tmp_path / "register.xlsx"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not context.jobs.is_busy)
