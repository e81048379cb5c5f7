"""Sending from the Actions page: who is ticked gets a form, and what cannot be done is said in place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.builders import a_board, a_meeting, an_action, an_item

from boardtool.data import sent_forms
from boardtool.ui.actions.page import ActionsPage
from boardtool.ui.actions.sending import SendingDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.messages import Link
    from boardtool.ui.places import Place


@pytest.fixture
def board(store: Store) -> int:
    board_id = a_board(store, name="North Board")
    an_action(store, board_id, "050722/01", owners=["Amy Plank"], due=date(2022, 8, 1))
    an_action(store, board_id, "050722/02", owners=["Amy Plank", "David Watts"])
    an_action(store, board_id, "050722/03", owners=[])
    item = an_item(store, a_meeting(store, board_id), "Named providers", exempt="3")
    an_action(store, board_id, "060922/01", owners=["Finance"], item_id=item, meeting_id=1)
    return board_id


@pytest.fixture
def page(qtbot: QtBot, context: Context, board: int) -> ActionsPage:
    assert board
    made = ActionsPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.table.rows.rowCount() > 0)
    return made


@pytest.fixture
def dialog(page: ActionsPage, qtbot: QtBot, tmp_path: Path) -> SendingDialog:
    page.send_to_owners()
    qtbot.waitUntil(lambda: page.findChild(SendingDialog) is not None)
    found = page.findChild(SendingDialog)
    assert found is not None
    qtbot.waitUntil(found.isVisible)
    found.folder.box.setText(str(tmp_path / "forms"))
    return found


def offered(dialog: SendingDialog) -> list[str]:
    model = dialog.owners.rows
    return [str(model.index(line, 0).data()) for line in range(model.rowCount())]


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.xlsx"))


def test_everybody_with_an_open_action_is_offered_and_ticked(dialog: SendingDialog) -> None:
    assert offered(dialog) == ["Amy Plank", "David Watts"]
    assert [str(dialog.owners.rows.index(0, place).data()) for place in (1, 2)] == ["2", "1"]
    assert (dialog.take.text(), dialog.by.box.text()) == ("Write 2 forms", "31 Aug 2022")


def test_the_forms_are_written_and_the_folder_can_be_opened(
    dialog: SendingDialog, qtbot: QtBot, context: Context, store: Store, tmp_path: Path
) -> None:
    said: list[tuple[str, Link]] = []
    context.messages.said.connect(lambda text, link: said.append((text, link)))
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(said))
    [(text, link)] = said
    assert text == f"2 forms are in {tmp_path / 'forms'}, each with a draft message"
    assert link.words == "Open folder"
    assert len(written(tmp_path / "forms")) == 2
    with store.reading() as reading:
        assert set(sent_forms.last_sent(reading)) == {"Amy Plank", "David Watts"}


def test_space_leaves_somebody_out(dialog: SendingDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.owners.choose("Amy Plank")
    qtbot.keyClick(dialog.owners, Qt.Key.Key_Space)
    assert dialog.take.text() == "Write 1 form"
    dialog.take.click()
    qtbot.waitUntil(lambda: len(written(tmp_path / "forms")) == 1)
    assert written(tmp_path / "forms")[0].startswith("David Watts")


def test_with_nobody_ticked_there_is_nothing_to_write(dialog: SendingDialog, qtbot: QtBot) -> None:
    for owner in ("Amy Plank", "David Watts"):
        dialog.owners.choose(owner)
        qtbot.keyClick(dialog.owners, Qt.Key.Key_Space)
    assert not dialog.take.isEnabled()


def test_what_came_of_exempt_items_is_offered_only_when_asked_for(dialog: SendingDialog) -> None:
    assert dialog.exempt.text().startswith("With an action that came of exempt items")
    dialog.exempt.click()
    assert offered(dialog) == ["Amy Plank", "David Watts", "Finance"]


@pytest.mark.parametrize(
    ("by", "folder", "field", "sentence"),
    [
        ("someday", "forms", "by", "is not a date"),
        ("1 Aug 2022", "forms", "by", "has gone by"),
        ("31 Aug 2022", "", "folder", "Say in which folder"),
        ("31 Aug 2022", "a file", "folder", "is a file"),
    ],
)
def test_what_cannot_be_done_is_said_where_it_was_typed(
    dialog: SendingDialog, qtbot: QtBot, tmp_path: Path, by: str, folder: str, field: str, sentence: str
) -> None:
    (tmp_path / "a file").write_bytes(b"")
    dialog.by.box.setText(by)
    dialog.folder.box.setText(str(tmp_path / folder) if folder else "")
    dialog.take.click()
    part = {"by": dialog.by.box, "folder": dialog.folder.box}[field]
    qtbot.waitUntil(lambda: bool(part.accessibleDescription()))
    assert sentence in part.accessibleDescription()
    assert dialog.isVisible()
    assert not (tmp_path / "forms").exists()


def test_the_folder_proposed_next_lies_beside_the_last(
    dialog: SendingDialog, page: ActionsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        dialog.take.click()
    page.send_to_owners()
    qtbot.waitUntil(lambda: page.findChild(SendingDialog) is not None)
    again = page.findChild(SendingDialog)
    assert again is not None
    assert again.folder.path == tmp_path / "Actions for owners 2022-08-24"
    assert str(again.owners.rows.index(0, 3).data()) == "24 Aug"


def test_replies_are_imported_on_the_page_for_imports(page: ActionsPage, visited: list[Place]) -> None:
    page._import()
    assert (visited[-1].page, visited[-1].tab) == ("importing", "actions")


def test_with_nobody_to_send_to_the_page_says_so(qtbot: QtBot, context: Context, store: Store) -> None:
    an_action(store, a_board(store), owners=[])
    page = ActionsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.send_to_owners()
    qtbot.waitUntil(page.strip.isVisible)
    assert "nobody to send to" in page.strip.accessibleName()
