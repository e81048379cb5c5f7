"""The minutes on their way from draft to approved, as the workspace shows them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import page
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from tests.ui.meetings.conftest import REF, press, the_dialog, type_in

from boardtool.data import meetings, minutes
from boardtool.domain.meetings import Meeting, Status
from boardtool.services import agenda
from boardtool.services import meetings as meeting_services
from boardtool.services import minutes as minute_services
from boardtool.ui.meetings.minutes.approval import ApprovalDialog
from boardtool.ui.meetings.minutes.summary_dialog import SummaryDialog
from boardtool.ui.meetings.minutes.tab import MinutesTab
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.page import MeetingsPage

NARRATIVE = "The Chair welcomed everybody.\n\n- Nobody was **late**"


@pytest.fixture
def minuted(store: Store, meeting: int) -> int:
    """September's meeting, held on an earlier day so that it can be approved, with a draft of minutes."""
    meeting_services.move(store, meeting_id=meeting, day=date(2022, 8, 16))
    opened = datetime(2022, 8, 16, 13, 30, tzinfo=UTC)
    meeting_services.open_meeting(store, meeting_id=meeting, now=opened)
    with store.reading() as reading:
        first = minutes.of_meeting(reading, meeting)[0]
    minute_services.write_narrative(store, minute_id=first.id, text=NARRATIVE)
    minute_services.resolve(store, minute_id=first.id, text="notes the apologies")
    meeting_services.close(store, meeting_id=meeting, now=opened)
    return meeting


@pytest.fixture
def tab(minuted: int, open_at: Callable[[str], MeetingsPage], monkeypatch: pytest.MonkeyPatch) -> MinutesTab:
    assert minuted
    monkeypatch.setattr("tests.ui.meetings.conftest.REF", "NNHWB/2022-08-16")
    shown = open_at("minutes").workspace.tab
    assert isinstance(shown, MinutesTab)
    return shown


def held(store: Store, meeting: int) -> Meeting:
    with store.reading() as reading:
        return meetings.by_id(reading, meeting)


def test_minutes_are_read_as_they_will_be_printed(tab: MinutesTab) -> None:
    text = tab.reading.toPlainText()
    assert text.startswith("1. Apologies\nThe Chair welcomed everybody.")
    assert "Nobody was late" in text
    assert "RESOLVED that the Board notes the apologies" in text


def test_circulating_fixes_the_numbers_and_offers_approval(
    tab: MinutesTab, qtbot: QtBot, store: Store, minuted: int
) -> None:
    assert tab.panel.circulate.isVisible()
    assert not tab.panel.approve.isVisible()
    tab.panel.circulate.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: held(store, minuted).status is Status.CIRCULATED)
    qtbot.waitUntil(tab.panel.approve.isVisible)
    assert not tab.panel.circulate.isVisible()


def test_approving_locks_and_seals_what_stands_there(
    tab: MinutesTab, qtbot: QtBot, store: Store, minuted: int
) -> None:
    tab.circulate()
    qtbot.waitUntil(lambda: held(store, minuted).status is Status.CIRCULATED)
    tab.approve()
    the_dialog(ApprovalDialog)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, minuted).status is Status.APPROVED)
    assert held(store, minuted).approved_on == date(2022, 8, 24)
    qtbot.waitUntil(lambda: "The seal holds" in tab.panel.approved._words.text())
    assert held(store, minuted).digest.startswith(tab.panel.approved._words.text()[-17:-1])


@pytest.mark.parametrize(("link", "name"), [("pack", "pack.pdf"), ("resolutions", "resolutions.pdf")])
def test_the_pack_and_the_resolutions_are_written_from_here(
    tab: MinutesTab, qtbot: QtBot, context: Context, tmp_path: Path, link: str, name: str
) -> None:
    getattr(tab.panel, link).click()
    dialog = the_dialog(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.close()
    qtbot.waitUntil(lambda: not context.jobs.is_busy)
    report = page.validate_pdf_bytes((tmp_path / name).read_bytes(), profile=page.ValidationProfile.PDF_UA_1)
    assert not [failure.rule_id for failure in report.failures]


def test_without_minutes_it_leads_to_the_live_minutes(
    meeting: int, open_at: Callable[[str], MeetingsPage], visited: list[Place]
) -> None:
    assert meeting
    tab = open_at("minutes").workspace.tab
    assert isinstance(tab, MinutesTab)
    assert tab._stack.shown is tab.empty
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert visited == [Place("live", ref=REF)]


def test_what_the_public_reads_of_an_exempt_minute_is_written_by_keys(
    qtbot: QtBot, tab: MinutesTab, store: Store, minuted: int
) -> None:
    assert not tab.panel.summaries.isVisible()
    with store.reading() as reading:
        item_id = minutes.of_meeting(reading, minuted)[0].item_id
    assert item_id is not None
    agenda.mark_exempt(store, item_id=item_id, paragraphs="3", public_interest="Prices.")
    tab.context.changes.deliver()
    qtbot.waitUntil(lambda: bool(tab.panel.summaries.links))
    [link] = tab.panel.summaries.links
    assert link.accessibleName() == "Write the summary of minute 1"
    link.click()
    assert the_dialog(SummaryDialog).windowTitle() == "Minute 1: for the public"
    type_in("Members were welcomed in private.")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tab.panel.summaries.links[0].text() == "Change the summary…")
    with store.reading() as reading:
        assert minutes.of_meeting(reading, minuted)[0].public_summary == "Members were welcomed in private."
