"""One meeting under one header: its tabs, its menu, and what happens to it elsewhere."""

from __future__ import annotations

from datetime import date, datetime
from email import message_from_bytes, policy
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from tests.ui.meetings.conftest import REF, focused, press, the_dialog, type_in

from boardtool.data import meetings
from boardtool.domain.meetings import Meeting, Status
from boardtool.services import meetings as meeting_services
from boardtool.ui.meetings.agenda.tab import AgendaTab
from boardtool.ui.meetings.checks_tab import ChecksTab
from boardtool.ui.meetings.moving import DetailsDialog, MoveDialog
from boardtool.ui.meetings.preview import PreviewDialog, pages_of
from boardtool.ui.meetings.publication import PublicationDialog
from boardtool.ui.meetings.quorum import QuorumDialog
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.page import MeetingsPage
    from boardtool.ui.meetings.workspace import Workspace

Key = Qt.Key


@pytest.fixture
def page(meeting: int, open_at: Callable[[str], MeetingsPage]) -> MeetingsPage:
    assert meeting
    return open_at("agenda")


@pytest.fixture
def workspace(page: MeetingsPage) -> Workspace:
    return page.workspace


def held(store: Store, meeting: int) -> Meeting:
    with store.reading() as reading:
        return meetings.by_id(reading, meeting)


def test_the_header_says_when_and_where(workspace: Workspace) -> None:
    assert workspace.header._title.text() == "Tuesday 6 September 2022"
    assert workspace.header._line.text() == "1.30 pm · The Council Chamber, Corby Cube"
    assert workspace.status.accessibleName() == "Planned"
    assert workspace.title == "North Health and Wellbeing Board, 6 September 2022"


def test_ctrl_tab_walks_the_tabs_and_puts_the_focus_into_each(workspace: Workspace) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for name in ("papers", "requests", "attendance", "minutes", "actions", "checks", "agenda"):
        press(Key.Key_Tab, control)
        assert workspace.tabs.current == name
        assert workspace.tab.isAncestorOf(focused())


def test_publication_is_recorded_with_day_and_time(
    workspace: Workspace, qtbot: QtBot, store: Store, meeting: int
) -> None:
    press(Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = cast("PublicationDialog", the_dialog(PublicationDialog))
    dialog.day.box.selectAll()
    type_in("26 Aug")
    press(Key.Key_Tab)
    dialog.time.setFocus()
    dialog.time.selectAll()
    type_in("6.15 pm")
    qtbot.waitUntil(lambda: "5 clear days before the meeting; 5 are needed." in dialog.means.text())
    assert "it may count as published on the next working day" in dialog.means.text()
    dialog.time.selectAll()
    type_in("9.15 am")
    assert dialog.means.text() == "5 clear days before the meeting; 5 are needed."
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting).status is Status.PUBLISHED)
    assert held(store, meeting).published_at == datetime(2022, 8, 26, 9, 15)
    qtbot.waitUntil(lambda: workspace.status.accessibleName() == "Agenda published")


def test_a_meeting_moves_to_another_day_and_stays_open(
    workspace: Workspace, qtbot: QtBot, store: Store, meeting: int, visited: list[Place]
) -> None:
    workspace.menu.move_meeting()
    dialog = cast("MoveDialog", the_dialog(MoveDialog))
    dialog.day.box.selectAll()
    type_in("13 Sep")
    qtbot.waitUntil(lambda: "Publish the agenda by Mon 5 Sep (was Fri 26 Aug)" in dialog.moves.text())
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting).date == date(2022, 9, 13))
    assert visited[-1] == Place("meetings", ref="NNHWB/2022-09-13")
    qtbot.waitUntil(lambda: workspace.header._title.text() == "Tuesday 13 September 2022")


def test_time_and_place_are_changed(workspace: Workspace, qtbot: QtBot, store: Store, meeting: int) -> None:
    workspace.menu.change_details()
    the_dialog(DetailsDialog)
    type_in("2 pm")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting).start == "14:00")


def test_a_meeting_is_cancelled_and_reinstated(
    workspace: Workspace, qtbot: QtBot, store: Store, meeting: int
) -> None:
    workspace.menu.cancel.trigger()
    qtbot.waitUntil(lambda: held(store, meeting).status is Status.CANCELLED)
    qtbot.waitUntil(workspace.menu.reinstate.isEnabled)
    workspace.menu.reinstate.trigger()
    qtbot.waitUntil(lambda: held(store, meeting).status is Status.PLANNED)


def test_a_meeting_removed_leads_back_to_the_list(
    page: MeetingsPage, qtbot: QtBot, store: Store, meeting: int, visited: list[Place]
) -> None:
    page.workspace.menu.remove.trigger()
    qtbot.waitUntil(lambda: visited == [Place("meetings")])
    qtbot.waitUntil(lambda: page.shown is page.list)
    with store.reading() as reading:
        assert not meetings.every(reading)
    assert meeting


def test_a_change_made_elsewhere_shows_in_the_header(
    workspace: Workspace, qtbot: QtBot, store: Store, meeting: int
) -> None:
    meeting_services.change(store, meeting_id=meeting, place="The Guildhall")
    qtbot.waitUntil(lambda: workspace.header._line.text() == "1.30 pm · The Guildhall")


def test_what_a_check_lacks_is_mended_from_its_row(
    page: MeetingsPage, qtbot: QtBot, store: Store, meeting: int
) -> None:
    page.open(Place("meetings", ref=REF, tab="checks"))
    tab = page.workspace.tab
    assert isinstance(tab, ChecksTab)
    checks = tab.checks
    rows = [row for part in checks.parts.values() for row in part.rows.rows]
    verbs = {row.verb.text(): row.verb for row in rows if row.verb}
    verbs["Set quorum"].setFocus()
    press(Key.Key_Space)
    dialog = cast("QuorumDialog", the_dialog(QuorumDialog))
    dialog.many.setFocus()
    type_in("2")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: any("A quorum is set" in row.accessibleName() for row in checks.held.rows.rows))
    assert held(store, meeting).status is Status.PLANNED


def test_chase_writes_a_draft_for_the_paper_that_is_lacking(
    page: MeetingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = page.workspace.tab
    assert isinstance(tab, AgendaTab)
    assert tab.facts is not None
    finding = next(each for each in tab.facts.checked.findings if each.mend == "Chase")
    tab._mend(finding)
    dialog = the_dialog(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    qtbot.waitUntil(lambda: not page.context.jobs.is_busy)
    [draft] = tmp_path.rglob("*.eml")
    told = message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert [part.get_filename() for part in told.iter_attachments()] == ["Item 03 report.docx"]


def test_the_agenda_is_previewed_page_by_page(workspace: Workspace, qtbot: QtBot, context: Context) -> None:
    images = pages_of(context.store, "agenda", REF, today=context.clock.today(), width=300)
    dialog = PreviewDialog(workspace, "Agenda", images, density=1.0, make=lambda: None)
    qtbot.addWidget(dialog)
    dialog.open()
    assert {image.width for image in images} == {300}
    assert len(images[0].pixels) == 4 * images[0].width * images[0].height


def test_ctrl_p_makes_a_preview_in_the_background(workspace: Workspace, qtbot: QtBot) -> None:
    assert workspace.facts is not None
    press(Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _is_open(PreviewDialog), timeout=20_000)
    the_dialog(PreviewDialog).reject()


def _is_open(kind: type[PreviewDialog]) -> bool:
    try:
        the_dialog(kind)
    except StopIteration:
        return False
    return True


def test_a_place_that_names_no_meeting_leads_to_the_list(page: MeetingsPage, qtbot: QtBot) -> None:
    page.open(Place("meetings", ref="NNHWB/1999-01-01"))
    qtbot.waitUntil(lambda: page.shown is page.list)
