"""A reply to a form on the import page: what both sides changed is shown three ways, and settled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QRadioButton
from tests.builders import a_board, an_action
from tests.services.exchange.forms import sent_to, type_into

from boardtool.data import actions as kept
from boardtool.data.excel.opening import stop_reader
from boardtool.services import actions
from boardtool.ui.importing.lines import Group
from boardtool.ui.importing.page import ImportPage
from boardtool.ui.places import Place
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context


@pytest.fixture
def reply(store: Store, tmp_path: Path) -> Path:
    """A reply in conflict about the first of two actions; the second has news of theirs alone."""
    board_id = a_board(store)
    a_board(store, "PDG", name="Place Delivery Group")
    first = an_action(store, board_id, "050722/01")
    an_action(store, board_id, "050722/02", "Write to the schools")
    form = sent_to(store, tmp_path, "Amy Plank")
    actions.add_progress(store, action_ids=[first], text="Chased by phone", today=date(2022, 8, 25))
    return type_into(form, {"G5": "Sent to both districts", "G6": "Written"})


@pytest.fixture
def page(qtbot: QtBot, context: Context, reply: Path) -> Iterator[ImportPage]:
    page = ImportPage(context)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.open(Place("importing", tab="actions"))
    page.show()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    page.take_up(reply)
    qtbot.waitUntil(lambda: page.preview is not None, timeout=20_000)
    yield page
    stop_reader()


def test_three_values_are_shown_and_theirs_can_be_chosen(
    page: ImportPage, qtbot: QtBot, context: Context, store: Store
) -> None:
    assert page.preview is not None
    lines = page.preview.table.rows.rows
    assert [(line.group, line.field) for line in lines] == [
        (Group.CHANGED, "progress"),
        (Group.CONFLICT, "progress"),
    ]
    page.preview.table.choose(lines[1].place)
    said = [words.text() for words in page.preview.panel.findChildren(Words)]
    assert {"As it was sent", "Chased by phone", "Sent to both districts"} <= set(said)
    theirs = page.preview.panel.findChildren(QRadioButton)[0]
    theirs.click()
    page.preview.foot.take.click()
    qtbot.waitUntil(lambda: page.preview is None)
    qtbot.waitUntil(lambda: context.asking.is_idle)
    with store.reading() as reading:
        log = {action.number: action for action in kept.log(reading)}
    assert [note.text for note in log["050722/01"].notes] == ["Chased by phone", "Sent to both districts"]
    assert (log["050722/02"].progress, log["050722/02"].notes[-1].who) == ("Written", "Amy Plank")
