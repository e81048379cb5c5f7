"""The papers of a meeting in their tab: what came, what was found in it, moved and marked by keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from tests.ui.meetings.conftest import press, the_dialog, type_in

from boardtool.data import agenda, meetings, papers
from boardtool.data.documents.sample_paper import sample_paper_bytes
from boardtool.domain.findings import Severity
from boardtool.domain.meetings import Status
from boardtool.domain.paper_check import PaperCheck, PaperFinding
from boardtool.services import agenda as agenda_services
from boardtool.ui.meetings.papers.found import found_cell, found_sentences
from boardtool.ui.meetings.papers.rows import PaperRow
from boardtool.ui.meetings.papers.tab import PapersTab
from boardtool.ui.meetings.preview import PreviewDialog
from boardtool.ui.theme.colours import Tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.domain.meetings import AgendaItem, Paper
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.page import MeetingsPage

Key = Qt.Key


def items(store: Store, meeting: int) -> list[AgendaItem]:
    with store.reading() as reading:
        return agenda.items(reading, meeting)


def held(store: Store, meeting: int) -> tuple[Paper, ...]:
    return items(store, meeting)[1].papers


@pytest.fixture
def papers_tab(
    store: Store,
    meeting: int,
    open_at: Callable[[str], MeetingsPage],
    context: Context,
    tmp_path: Path,
) -> PapersTab:
    """The papers of a meeting whose second item has a report, as PDF, and two appendices of Word."""
    files = [tmp_path / "Strategy.pdf", tmp_path / "Guidance.docx", tmp_path / "Map.docx"]
    files[0].write_bytes(sample_paper_bytes(title="Strategy", council="A council", pages=2))
    for file in files[1:]:
        file.write_bytes(file.name.encode())
    agenda_services.attach(store, item_id=items(store, meeting)[1].id, files=files, now=context.clock.now())
    tab = open_at("papers").workspace.tab
    assert isinstance(tab, PapersTab)
    return tab


def choose(tab: PapersTab, title: str, column: str) -> None:
    row = next(row for row in tab.model.rows if row.paper is not None and row.paper.title == title)
    place = [each.key for each in tab.model.columns].index(column)
    tab.table.setCurrentIndex(tab.model.index_of(row.id, place))


def shown(tab: PapersTab, column: str) -> list[object]:
    place = [each.key for each in tab.model.columns].index(column)
    return [tab.model.index_of(row.id, place).data() for row in tab.model.rows]


def test_papers_stand_under_their_item_and_what_lacks_is_said(papers_tab: PapersTab) -> None:
    lines = [papers_tab.model.index(line, 0).data() for line in range(papers_tab.model.rowCount())]
    assert lines[:4] == ["02  Integrated Care Strategy", "Report", "Appendix A", "Appendix B"]
    assert lines[4:6] == ["03  Better Care Fund Plan", "No paper yet"]
    assert shown(papers_tab, "title")[-1] == "Was due Fri 19 Aug, 5 days late; 7 clear days are left"


def test_what_was_found_in_a_paper_stands_beside_it_and_in_full_in_the_panel(papers_tab: PapersTab) -> None:
    assert shown(papers_tab, "found")[0] == "Tagged · names its author"
    choose(papers_tab, "Strategy", "letter")
    facts = papers_tab.panel.paper
    assert facts.title.text() == "Item 02, Report"
    assert facts.file.text().endswith("2 pages")


@pytest.mark.parametrize(
    ("check", "words", "icon"),
    [
        (PaperCheck("d", 2, tagged=True), "Tagged", "circle-check"),
        (
            PaperCheck(
                "d",
                2,
                findings=(
                    PaperFinding("form", Severity.INFORM, "It is a form."),
                    PaperFinding("untagged", Severity.WARN, "It is not tagged."),
                    PaperFinding("hidden text", Severity.BLOCK, "It has text that nobody sees."),
                ),
            ),
            "Hidden text · not tagged · form",
            "octagon-x",
        ),
        (None, "Not looked into yet", "circle-dashed"),
    ],
)
def test_the_gravest_of_what_was_found_comes_first(
    papers_tab: PapersTab, check: PaperCheck | None, words: str, icon: str
) -> None:
    row = papers_tab.model.rows[0]
    cell = found_cell(PaperRow(row.item, row.paper, check))
    assert (cell.text, cell.icon) == (words, icon)


def test_as_a_report_only_that_of_an_item_is_judged(papers_tab: PapersTab) -> None:
    lacks = PaperFinding("incomplete", Severity.WARN, "As a report it lacks a purpose. Ask the author.")
    lists = PaperFinding("appendices A", Severity.INFORM, "It lists appendix A.")
    check = PaperCheck("d", 2, tagged=True, findings=(lists, lacks))
    row = papers_tab.model.rows[0]
    assert row.paper is not None
    report = PaperRow(row.item, replace(row.paper, letter=""), check)
    appendix = PaperRow(row.item, replace(row.paper, letter="A"), check)
    assert found_cell(report).text == "Tagged · incomplete as a report"
    assert found_sentences(report) == "As a report it lacks a purpose. Ask the author."
    assert (found_cell(appendix).text, found_sentences(appendix)) == ("Tagged", "")


def test_what_is_found_in_a_word_paper_comes_before_what_becomes_of_it(papers_tab: PapersTab) -> None:
    row = papers_tab.model.rows[1]
    tracked = PaperFinding("tracked changes", Severity.BLOCK, "It has tracked changes.")
    cell = found_cell(PaperRow(row.item, row.paper, PaperCheck("d", None, findings=(tracked,))))
    assert (cell.text, cell.icon) == ("Tracked changes", "octagon-x")


def test_word_that_nothing_here_turns_into_pdf_asks_for_the_pdf(papers_tab: PapersTab) -> None:
    row = papers_tab.model.rows[1]
    cell = found_cell(PaperRow(row.item, row.paper))
    assert (cell.text, cell.tone) == ("Not a PDF: ask for one", Tone.DUE)
    papers_tab.panel.show_row(PaperRow(row.item, row.paper))
    assert papers_tab.panel.paper.previewer.isHidden()


def test_a_title_is_changed_where_it_stands(
    papers_tab: PapersTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    choose(papers_tab, "Guidance", "title")
    press(Key.Key_F2)
    type_in("Statutory guidance")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting)[1].title == "Statutory guidance")


def test_alt_down_moves_a_paper_and_the_letters_follow(
    papers_tab: PapersTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    choose(papers_tab, "Guidance", "letter")
    press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [p.title for p in held(store, meeting)] == ["Strategy", "Map", "Guidance"])
    assert [paper.letter for paper in held(store, meeting)] == ["", "A", "B"]


def test_the_last_paper_of_an_item_stays_with_it(
    papers_tab: PapersTab, context: Context, qtbot: QtBot, store: Store, meeting: int
) -> None:
    choose(papers_tab, "Map", "letter")
    press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: context.asking.is_idle)
    assert [paper.title for paper in held(store, meeting)] == ["Strategy", "Guidance", "Map"]


def test_delete_takes_a_paper_off_its_item_and_the_file_stays(
    papers_tab: PapersTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    gone = held(store, meeting)[1]
    choose(papers_tab, "Guidance", "letter")
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: [paper.title for paper in held(store, meeting)] == ["Strategy", "Map"])
    assert papers.path_of(store.folder, gone.digest, ".docx").is_file()


def test_a_file_dropped_on_an_items_heading_becomes_its_paper(
    papers_tab: PapersTab, qtbot: QtBot, store: Store, meeting: int, tmp_path: Path
) -> None:
    file = tmp_path / "Plan.docx"
    file.write_bytes(b"the plan")
    drop_on_third_item(papers_tab, file)
    qtbot.waitUntil(lambda: [p.title for p in items(store, meeting)[2].papers] == ["Plan"])


def test_of_files_dropped_together_an_empty_one_is_named_and_the_other_taken(
    papers_tab: PapersTab, qtbot: QtBot, context: Context, store: Store, meeting: int, tmp_path: Path
) -> None:
    empty, plan = tmp_path / "Empty.pdf", tmp_path / "Plan.docx"
    empty.touch()
    plan.write_bytes(b"the plan")
    said: list[str] = []
    context.messages.stripped.connect(lambda text, _links: said.append(text))
    drop_on_third_item(papers_tab, empty, plan)
    qtbot.waitUntil(lambda: [p.title for p in items(store, meeting)[2].papers] == ["Plan"])
    qtbot.waitUntil(lambda: len(said) == 1)
    assert said[0].startswith("Attached Plan.docx to item ")
    assert said[0].endswith("Empty.pdf is empty. Ask for it again.")


def drop_on_third_item(tab: PapersTab, *files: Path) -> None:
    table = tab.table
    heading = tab.model.index(4, 0)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPointF(table.visualRect(heading).center()),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    table.dropEvent(event)


def test_f4_shows_the_pages_of_a_paper(papers_tab: PapersTab, qtbot: QtBot, context: Context) -> None:
    choose(papers_tab, "Strategy", "letter")
    press(Key.Key_F4)
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=20_000)
    dialog = the_dialog(PreviewDialog)
    assert dialog.windowTitle() == "Strategy"
    dialog.reject()


def test_a_paper_is_opened_as_a_copy_under_its_own_name(
    papers_tab: PapersTab, store: Store, meeting: int, tmp_path: Path
) -> None:
    assert papers_tab.model.rows
    word = held(store, meeting)[1]
    copy = papers.copy_out(store.folder, word.digest, word.file_name, to=tmp_path / "looked at")
    assert copy.name == "Guidance.docx"
    copy.write_bytes(b"changed by a reader")
    kept = papers.path_of(store.folder, word.digest, ".docx")
    assert kept.read_bytes() == b"Guidance.docx"


def test_an_agenda_without_papers_says_where_they_hang(
    store: Store, meeting: int, open_at: Callable[[str], MeetingsPage], qtbot: QtBot
) -> None:
    agenda_services.remove(store, item_id=items(store, meeting)[2].id)
    tab = open_at("papers").workspace.tab
    assert isinstance(tab, PapersTab)
    qtbot.waitUntil(lambda: tab.panes()[0] is tab.empty)
    assert tab.empty.accessibleName() == "No papers yet. They hang on the items of the agenda."


def test_after_the_meeting_nobody_waits_for_a_paper(
    papers_tab: PapersTab, store: Store, meeting: int, context: Context, qtbot: QtBot
) -> None:
    with store.step("Draft minutes") as step:
        meetings.change(step, meeting, status=Status.DRAFT)
    context.changes.deliver()
    qtbot.waitUntil(lambda: shown(papers_tab, "title")[-1] == "None was kept here")
    assert papers_tab.panel.state.sentence.text() == "No pack of this meeting was made here."
