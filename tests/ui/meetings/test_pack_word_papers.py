"""What only shows when Word papers become PDF: the pack's dialog comes back with it, and is answered."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import docx
import pytest
from PySide6.QtCore import Qt
from tests.data.pack import odd_papers as odd
from tests.ui.meetings.conftest import press, type_in
from tests.ui.meetings.packing import (
    found_in,
    items,
    made,
    report,
    tab,
    the_end_of_the_job,
    the_pack_dialog,
)

from boardtool.data import history
from boardtool.data.pdf import from_word
from boardtool.data.pdf.turning import NotTurnedError
from boardtool.domain.findings import Severity
from boardtool.domain.paper_check import PaperFinding
from boardtool.services import agenda as agenda_services
from boardtool.ui.meetings.papers import making

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.papers.make_dialog import MakePackDialog
    from boardtool.ui.meetings.papers.tab import PapersTab

__all__ = ["report", "tab"]

Key = Qt.Key


class Turner:
    """Stands in for Word: every paper becomes this PDF, or fails."""

    name = "Word"

    def __init__(self, makes: bytes = b"") -> None:
        self._makes = makes

    def turn(self, _paper: Path) -> bytes:
        if not self._makes:
            raise NotTurnedError("is protected by a password. Ask for it without one.")
        return self._makes


@pytest.fixture
def word_paper(tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context) -> PapersTab:
    """The tab, with a Word paper on the third item; in a .docx itself nothing is found."""
    with TemporaryDirectory() as folder:
        coming = Path(folder, "grant.docx")
        docx.Document().save(str(coming))
        agenda_services.attach(
            store, item_id=items(store, meeting)[2].id, files=[coming], now=context.clock.now()
        )
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    return tab


def going_to(monkeypatch: pytest.MonkeyPatch, path: Path, turner: Turner) -> list[str]:
    """Let the dialog for files answer with this path; the names that it proposed. And let Word be this."""
    proposed: list[str] = []

    def choose(*_: object, name: str, then: Callable[[Path], None], **__: object) -> None:
        proposed.append(name)
        then(path)

    monkeypatch.setattr(making, "choose_target", choose)
    monkeypatch.setattr(from_word, "turners", lambda: (turner,))
    return proposed


def asked_for(word_paper: PapersTab, qtbot: QtBot, context: Context) -> MakePackDialog:
    """The pack's dialog, once papers were looked into."""
    word_paper.make_pack()
    the_end_of_the_job(qtbot, context)
    return the_pack_dialog(qtbot, context)


def tried(qtbot: QtBot, context: Context) -> None:
    """Have the pack of the dialog made, or not, to the end of it."""
    press(Key.Key_Return)
    the_end_of_the_job(qtbot, context)


def test_what_a_word_paper_hides_is_answered_when_its_pdf_is_there(
    word_paper: PapersTab,
    store: Store,
    meeting: int,
    qtbot: QtBot,
    context: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    white = odd.drawing(odd.words("What nobody sees", before="1 1 1 rg"))
    proposed = going_to(monkeypatch, tmp_path / "pack.pdf", Turner(white))
    first = asked_for(word_paper, qtbot, context)
    assert first.came_back.isHidden()
    assert first.reason.isHidden()
    tried(qtbot, context)
    assert not (tmp_path / "pack.pdf").exists()
    again = the_pack_dialog(qtbot, context)
    assert not again.came_back.isHidden()
    assert [f.where for f in again.obstacles.hidden.findings.shown] == ["03"]
    assert "white text" in again.obstacles.hidden.findings.shown[0].message
    assert again.reason.hasFocus()
    press(Key.Key_Return)  # nothing is said yet
    assert again.isVisible()
    type_in("A mark for the printer")
    tried(qtbot, context)
    assert (tmp_path / "pack.pdf").exists()
    assert len(made(store, meeting)) == 1
    assert len(proposed) == 1  # the second try goes where the first was to go
    with store.reading() as reading:
        assert "A mark for the printer" in history.recent(reading, most=1)[0].label


def test_a_word_paper_that_cannot_be_turned_may_be_left_out_when_that_shows(
    word_paper: PapersTab,
    store: Store,
    meeting: int,
    qtbot: QtBot,
    context: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    going_to(monkeypatch, tmp_path / "pack.pdf", Turner())
    asked_for(word_paper, qtbot, context)
    tried(qtbot, context)
    again = the_pack_dialog(qtbot, context)
    assert "protected by a password" in again.obstacles.unreadable.findings.shown[0].message
    assert (again.take.isEnabled(), again.without.hasFocus()) == (False, True)
    press(Key.Key_Space)
    tried(qtbot, context)
    assert (tmp_path / "pack.pdf").exists()
    assert len(made(store, meeting)) == 1


def test_a_reason_for_one_paper_does_not_answer_for_what_was_not_shown(
    word_paper: PapersTab,
    store: Store,
    meeting: int,
    qtbot: QtBot,
    context: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found_in(store, meeting, PaperFinding("hidden text", Severity.BLOCK, "It has text that nobody sees."))
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    white = odd.drawing(odd.words("What nobody sees", before="1 1 1 rg"))
    going_to(monkeypatch, tmp_path / "pack.pdf", Turner(white))
    asked_for(word_paper, qtbot, context)
    type_in("The author agreed")
    tried(qtbot, context)
    assert made(store, meeting) == []
    again = the_pack_dialog(qtbot, context)
    assert [f.where for f in again.obstacles.hidden.findings.shown] == ["02", "03"]
    assert again.reason.text() == "The author agreed"
    tried(qtbot, context)
    assert len(made(store, meeting)) == 1
