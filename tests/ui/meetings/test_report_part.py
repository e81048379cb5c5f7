"""The report on an item beside its papers: desks it crosses, what came back, its template."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QWidget
from tests.ui.meetings.conftest import press, the_dialog, type_in
from tests.ui.meetings.test_papers_tab import choose, items, papers_tab

from boardtool.data import report_facts
from boardtool.services.preparing import export_template
from boardtool.ui.meetings.papers.report_dialogs import (
    ClearDialog,
    DesksDialog,
    ReturnedReportDialog,
    show_returned,
)
from boardtool.ui.meetings.preparing import template_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.papers.tab import PapersTab

Key = Qt.Key

__all__ = ["papers_tab"]


def desks(store: Store) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(store.folder / "board.db")) as driver:
        return driver.execute("SELECT stage, cleared_by, cleared_on FROM clearance ORDER BY id").fetchall()


def settled(qtbot: QtBot, context: Context, wanted: Callable[[], bool]) -> None:
    """Wait for the file, then until the tab has heard of it."""
    qtbot.waitUntil(wanted)
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)


def test_a_report_passes_its_desks_and_what_is_late_is_told(
    papers_tab: PapersTab, qtbot: QtBot, store: Store, context: Context
) -> None:
    choose(papers_tab, "Strategy", "title")
    finance = next(
        each for each in papers_tab.panel.report.findChildren(QPushButton) if each.text() == "Cleared…"
    )
    assert finance.accessibleName() == "Cleared… Author"
    finance.click()
    dialog = the_dialog(ClearDialog)
    type_in("Amy Plank")
    assert isinstance(dialog, ClearDialog)
    dialog.day.box.setText("12 August")
    press(Key.Key_Return)
    settled(qtbot, context, lambda: desks(store) == [("Author", "Amy Plank", "2022-08-12")])
    told = [each.accessibleName() for each in papers_tab.panel.report.findChildren(QWidget)]
    assert "Author: Amy Plank, Fri 12 Aug" in told
    assert any(name.startswith("Finance: by Wed 17 Aug: ") and name.endswith("late") for name in told)
    lines = [papers_tab.model.index(line, 0).data() for line in range(papers_tab.model.rowCount())]
    assert lines[0] == "02  Integrated Care Strategy"
    assert papers_tab.model.rows[0].clearance == "1 of 5 desks, 8 d late"
    assert papers_tab.facts is not None
    findings = [each for each in papers_tab.facts.checked.findings if each.rule == "R11"]
    assert findings[0].mend == "See clearance"
    context.undo.take_back()
    settled(qtbot, context, lambda: not desks(store))


def test_a_board_sets_its_desks_line_by_line(papers_tab: PapersTab, qtbot: QtBot, context: Context) -> None:
    papers_tab.set_desks()
    dialog = the_dialog(DesksDialog)
    assert isinstance(dialog, DesksDialog)
    assert dialog.desks.toPlainText().splitlines()[0] == "10, Author"
    dialog.desks.setPlainText("Finance")
    dialog.take.click()
    assert "“Finance” is no desk" in dialog.desks.accessibleDescription()
    dialog.desks.setPlainText("9, Partners, J Baxter\n2, Chair")
    dialog.take.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    settled(qtbot, context, lambda: True)
    choose(papers_tab, "Strategy", "title")
    told = [each.accessibleName() for each in papers_tab.panel.report.findChildren(QWidget)]
    assert any(name.startswith("Partners: by Mon 15 Aug, J Baxter") for name in told)
    assert not any(name.startswith("Finance") for name in told)


def test_a_returned_report_is_shown_and_what_is_ticked_is_taken(
    papers_tab: PapersTab, qtbot: QtBot, store: Store, context: Context, meeting: int, tmp_path: Path
) -> None:
    path = tmp_path / "returned.docx"
    with store.reading() as reading:
        export_template(reading, what="NNHWB/2022-09-06", number="02", path=path)
    report = docx.Document(str(path))
    report.tables[0].rows[1].cells[1].text = "Bob Lee"
    report.tables[0].rows[2].cells[1].text = "Cy Vane"
    report.save(str(path))
    show_returned(context, papers_tab, items(store, meeting)[1], path)
    qtbot.waitUntil(lambda: not context.jobs.is_busy)
    dialog = the_dialog(ReturnedReportDialog)
    ticks = dialog.findChildren(QCheckBox)
    assert [tick.accessibleName() for tick in ticks] == ["Author: Bob Lee", "Contact officer: Cy Vane"]
    ticks[1].click()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    with store.reading() as reading:
        facts = report_facts.of_item(reading, items(store, meeting)[1].id)
    assert (facts.author, facts.contact_officer) == ("Bob Lee", "")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Call for papers…", ""),
        ("Chair's brief…", "brief.docx"),
        ("Notice of the meeting…", "notice.pdf"),
    ],
)
def test_what_goes_out_before_the_meeting_is_written_from_the_window(
    papers_tab: PapersTab, qtbot: QtBot, context: Context, tmp_path: Path, words: str, name: str
) -> None:
    [output] = [each for each in papers_tab.outputs if each.words == words]
    papers_tab._make_output(output)
    dialog = the_dialog(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    made = tmp_path / "made"
    made.mkdir()
    dialog.fileSelected.emit(str(made / name) if name else str(made))
    dialog.close()
    qtbot.waitUntil(lambda: not context.jobs.is_busy)
    written = [each for each in made.rglob("*") if each.is_file()]
    assert [each.suffix for each in written] == [f".{name.partition('.')[2]}" if name else ".eml"]


def test_the_template_of_an_item_is_written_from_the_window(
    papers_tab: PapersTab, qtbot: QtBot, context: Context, tmp_path: Path, meeting: int, store: Store
) -> None:
    assert papers_tab.facts is not None
    template_of(context, papers_tab, papers_tab.facts, items(store, meeting)[2])
    dialog = the_dialog(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "report.docx"))
    dialog.close()
    qtbot.waitUntil(lambda: not context.jobs.is_busy)
    assert docx.Document(str(tmp_path / "report.docx")).paragraphs[0].text == "Better Care Fund Plan"
