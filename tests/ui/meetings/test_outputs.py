"""What goes out of a meeting beside its pack: the folder to publish from, the calendar, the publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from tests.builders import an_item
from tests.ui.meetings.conftest import press, the_dialog, type_in
from tests.ui.meetings.packing import (
    LONG,
    found_in,
    report,
    tab,
)

from boardtool.domain.documents import Audience
from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import PaperFinding
from boardtool.services import meetings as meeting_services
from boardtool.ui.meetings.papers.hand_over import write_hand_over
from boardtool.ui.meetings.papers.hidden_dialog import HiddenDialog
from boardtool.ui.meetings.papers.invitations import write_invitation

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.papers.tab import PapersTab

__all__ = ["report", "tab"]

Key = Qt.Key


def test_the_hand_over_folder_claims_nothing(
    tab: PapersTab, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    said: list[str] = []
    context.messages.said.connect(lambda sentence, _link: said.append(sentence))
    assert tab.facts is not None
    write_hand_over(context, tab, tab.facts.meeting, tmp_path / "to publish")
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    names = sorted(file.name for file in (tmp_path / "to publish").iterdir())
    assert "02 Item 02 Integrated Care Strategy.pdf" in names
    assert said[-1].endswith("Nothing is published by this.")


def test_the_hand_over_folder_says_what_an_exemption_does_not_say_yet(
    tab: PapersTab, qtbot: QtBot, context: Context, store: Store, meeting: int, tmp_path: Path
) -> None:
    stripped: list[str] = []
    context.messages.stripped.connect(lambda sentence, _links: stripped.append(sentence))
    an_item(store, meeting, "Lease", exempt="3")
    assert tab.facts is not None
    write_hand_over(context, tab, tab.facts.meeting, tmp_path / "to publish")
    qtbot.waitUntil(lambda: bool(stripped), timeout=LONG)
    assert "Nothing is published by this. Lease does not say why the public interest" in stripped[0]


def test_what_papers_hide_asks_why_the_folder_is_made_and_the_checklist_says_it(
    tab: PapersTab, qtbot: QtBot, context: Context, store: Store, meeting: int, tmp_path: Path
) -> None:
    found_in(store, meeting, PaperFinding("hidden text", Severity.BLOCK, "It has text that nobody sees."))
    assert tab.facts is not None
    folder = tmp_path / "to publish"
    write_hand_over(context, tab, tab.facts.meeting, folder)
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    dialog = the_dialog(HiddenDialog)
    assert not folder.exists()
    press(Key.Key_Return)
    assert dialog.isVisible()
    type_in("The names are on the page before")
    press(Key.Key_Return)
    qtbot.waitUntil(folder.exists, timeout=LONG)
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    told = (folder / "00 Contents and checklist.html").read_text(encoding="utf-8")
    assert "Know what is hidden: Item 02, Strategy.pdf: It has text that nobody sees." in told
    assert "It goes out all the same, because: The names are on the page before" in told


def test_an_entry_for_the_public_is_written_without_names(
    tab: PapersTab, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    assert tab.facts is not None
    write_invitation(context, tab.facts.meeting, tmp_path / "entry.ics", Audience.PUBLIC)
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    written = (tmp_path / "entry.ics").read_text(encoding="utf-8")
    assert "METHOD:PUBLISH" in written
    assert "ATTENDEE" not in written


def test_publication_is_recorded_only_ahead_of_the_meeting(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context
) -> None:
    def offered() -> list[str]:
        assert tab.facts is not None
        return [output.words for output in tab.outputs if output.offered(tab.facts)]

    assert "Record publication…" in offered()
    meeting_services.cancel(store, meeting_id=meeting)
    context.changes.deliver()
    qtbot.waitUntil(lambda: "Record publication…" not in offered())
    assert "Notice of the meeting…" in offered()
