"""The papers and the actions of a meeting, each in its tab, by keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.ui.meetings.conftest import press, type_in

from boardtool.data import actions, agenda, papers
from boardtool.domain.actions import Action, ActionStatus
from boardtool.services import actions as action_services
from boardtool.services import agenda as agenda_services
from boardtool.ui.meetings.actions_tab import ActionsTab
from boardtool.ui.meetings.papers_tab import PapersTab
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.domain.meetings import Paper
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.page import MeetingsPage

Key = Qt.Key


def item_id(store: Store, meeting: int, place: int) -> int:
    with store.reading() as reading:
        return agenda.items(reading, meeting)[place].id


@pytest.fixture
def papers_tab(
    store: Store,
    meeting: int,
    open_at: Callable[[str], MeetingsPage],
    context: Context,
    tmp_path: Path,
) -> PapersTab:
    """The papers of a meeting whose second item has a report and an appendix."""
    files = []
    for name in ("Strategy.docx", "Guidance.docx"):
        files.append(tmp_path / name)
        files[-1].write_bytes(name.encode())
    agenda_services.attach(store, item_id=item_id(store, meeting, 1), files=files, now=context.clock.now())
    tab = open_at("papers").workspace.tab
    assert isinstance(tab, PapersTab)
    return tab


def held(store: Store, meeting: int) -> tuple[Paper, ...]:
    with store.reading() as reading:
        return agenda.items(reading, meeting)[1].papers


def choose(tab: PapersTab, title: str, column: str) -> None:
    row = next(row for row in tab.model.rows if row.paper is not None and row.paper.title == title)
    place = [each.key for each in tab.model.columns].index(column)
    tab.table.setCurrentIndex(tab.model.index_of(row.id, place))


def test_papers_stand_under_their_item_and_what_lacks_is_said(papers_tab: PapersTab) -> None:
    lines = [papers_tab.model.index(line, 0).data() for line in range(papers_tab.model.rowCount())]
    assert lines == [
        "02  Integrated Care Strategy",
        "Report",
        "Appendix A",
        "03  Better Care Fund Plan",
        "No paper yet",
    ]


def test_a_title_is_changed_where_it_stands(
    papers_tab: PapersTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    choose(papers_tab, "Guidance", "title")
    press(Key.Key_F2)
    type_in("Statutory guidance")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting)[1].title == "Statutory guidance")


def test_delete_takes_a_paper_off_its_item_and_the_file_stays(
    papers_tab: PapersTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    gone = held(store, meeting)[1]
    choose(papers_tab, "Guidance", "letter")
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: [paper.title for paper in held(store, meeting)] == ["Strategy"])
    assert papers.path_of(store.folder, gone.digest, ".docx").is_file()


def test_a_paper_is_opened_as_a_copy_under_its_own_name(
    papers_tab: PapersTab, store: Store, meeting: int, tmp_path: Path
) -> None:
    assert papers_tab.model.rows
    report = held(store, meeting)[0]
    copy = papers.copy_out(store.folder, report.digest, report.file_name, to=tmp_path / "looked at")
    assert copy.name == "Strategy.docx"
    copy.write_bytes(b"changed by a reader")
    kept = papers.path_of(store.folder, report.digest, ".docx")
    assert kept.read_bytes() == b"Strategy.docx"


@pytest.fixture
def actions_tab(store: Store, meeting: int, open_at: Callable[[str], MeetingsPage]) -> ActionsTab:
    """The actions of a meeting that made two."""
    for text in ("Circulate the framework", "Bring the data"):
        action_services.record(
            store, item_id=item_id(store, meeting, 1), text=text, owners=["Director of Place"]
        )
    tab = open_at("actions").workspace.tab
    assert isinstance(tab, ActionsTab)
    tab.table.choose(tab.model.rows[0].action.id)
    return tab


def log(store: Store) -> list[Action]:
    with store.reading() as reading:
        return actions.log(reading)


def test_an_action_is_completed_by_one_key(actions_tab: ActionsTab, qtbot: QtBot, store: Store) -> None:
    assert [row.action.number for row in actions_tab.model.rows] == ["060922/01", "060922/02"]
    press(Key.Key_C)
    qtbot.waitUntil(lambda: log(store)[0].status is ActionStatus.COMPLETED)
    assert log(store)[0].completed_on == date(2022, 8, 24)


def test_an_action_is_reworded_where_it_stands(actions_tab: ActionsTab, qtbot: QtBot, store: Store) -> None:
    place = [each.key for each in actions_tab.model.columns].index("text")
    actions_tab.table.setCurrentIndex(actions_tab.model.index_of(actions_tab.model.rows[0].action.id, place))
    press(Key.Key_F2)
    type_in("Circulate the outcomes framework")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: log(store)[0].text == "Circulate the outcomes framework")


def test_control_and_enter_open_an_action_in_the_log(actions_tab: ActionsTab, visited: list[Place]) -> None:
    action_id = actions_tab.model.rows[0].action.id
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert visited == [Place("actions", ref="NNHWB", id=action_id)]
