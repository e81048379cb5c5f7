"""The Papers tab with a report on the second item, and the moves that tests of packs share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.ui.meetings.conftest import the_dialog

from boardtool.data import agenda, packs, paper_checks, papers
from boardtool.data.documents.sample_paper import sample_paper_bytes
from boardtool.domain.meetings import Kind
from boardtool.domain.pack.made import PackKind
from boardtool.domain.paper_check import PaperCheck, PaperFinding
from boardtool.ui.meetings.papers.make_dialog import MakePackDialog, Wanted
from boardtool.ui.meetings.papers.tab import PapersTab

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.domain.meetings import AgendaItem
    from boardtool.domain.pack.made import MadePack
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.page import MeetingsPage

Key = Qt.Key
LONG = 20_000


def items(store: Store, meeting: int) -> list[AgendaItem]:
    with store.reading() as reading:
        return agenda.items(reading, meeting)


def made(store: Store, meeting: int) -> list[MadePack]:
    with store.reading() as reading:
        return packs.of_meeting(reading, meeting)


def a_report(folder: Path, name: str, pages: int = 2) -> Path:
    file = folder / f"{name}.pdf"
    file.write_bytes(sample_paper_bytes(title=name, council="A council", pages=pages))
    return file


def found_in(store: Store, meeting: int, *findings: PaperFinding) -> None:
    """Let the report of the second item be found to be like this."""
    digest = items(store, meeting)[1].papers[0].digest
    with store.step("Look into papers") as step:
        paper_checks.add(step, [PaperCheck(digest, 2, tagged=True, findings=findings)])


@pytest.fixture
def report(store: Store, meeting: int, context: Context, tmp_path: Path) -> int:
    """The id of the second item, which has a report of two pages that was never looked into."""
    item = items(store, meeting)[1]
    kept = papers.keep(store.folder, a_report(tmp_path, "Strategy"))
    with store.step("Attach paper") as step:
        agenda.add_paper(
            step,
            item.id,
            added_at=context.clock.now(),
            letter="",
            title="Integrated Care Strategy",
            file_name="Strategy.pdf",
            digest=kept.digest,
            size=kept.size,
            pages=kept.pages,
        )
        agenda.change(step, item.id, kind=Kind.PAPER)
    return item.id


@pytest.fixture
def tab(report: int, open_at: Callable[[str], MeetingsPage]) -> PapersTab:
    assert report
    shown = open_at("papers").workspace.tab
    assert isinstance(shown, PapersTab)
    return shown


def the_pack_dialog(qtbot: QtBot, context: Context) -> MakePackDialog:
    dialog = the_dialog(MakePackDialog)
    assert isinstance(dialog, MakePackDialog)
    qtbot.waitUntil(lambda: context.asking.is_idle)
    return dialog


def make(tab: PapersTab, qtbot: QtBot, path: Path, wanted: Wanted | None = None) -> None:
    """Make a pack to its end, and see it shown."""
    assert tab.facts is not None
    tab.making.make(tab.facts, wanted or Wanted(PackKind.PUBLIC), path)
    qtbot.waitUntil(lambda: not tab.context.jobs.is_busy, timeout=LONG)
    tab.context.changes.deliver()
    qtbot.waitUntil(lambda: tab.context.asking.is_idle)


def the_end_of_the_job(qtbot: QtBot, context: Context) -> None:
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
