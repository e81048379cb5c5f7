"""The pack of a meeting made from the window: asked for, made as a job, out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from PySide6.QtCore import Qt
from tests.ui.meetings.conftest import REF, press
from tests.ui.meetings.packing import (
    LONG,
    a_report,
    found_in,
    items,
    made,
    make,
    report,
    tab,
    the_pack_dialog,
)

from boardtool.data import agenda, paper_checks
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.pack.made import PackKind
from boardtool.domain.paper_check import PaperFinding
from boardtool.services import agenda as agenda_services
from boardtool.ui.meetings.mending import mend
from boardtool.ui.meetings.papers.make_dialog import MakePackDialog, Wanted
from boardtool.ui.meetings.papers.pack_words import file_name
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.papers.tab import PapersTab

__all__ = ["report", "tab"]

Key = Qt.Key


def test_papers_are_looked_into_before_the_pack_is_asked_for(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context
) -> None:
    tab.make_pack()
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    dialog = the_pack_dialog(qtbot, context)
    with store.reading() as reading:
        assert len(paper_checks.of_meeting(reading, meeting)) == 1
    assert dialog.take.isEnabled()
    assert dialog.obstacles.clear.words.text() == "Nothing stops the pack: 1 paper goes in."
    assert [f.where for f in dialog.obstacles.lacking.findings.shown] == ["03"]
    dialog.reject()


def test_a_pack_is_made_and_the_agenda_has_its_pages(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, tmp_path: Path, visited: list[Place]
) -> None:
    make(tab, qtbot, tmp_path / "pack.pdf")
    pack = made(store, meeting)[0]
    assert items(store, meeting)[1].pages == pack.items[1].pages != ""
    with pikepdf.open(tmp_path / "pack.pdf") as pdf:
        assert len(pdf.pages) == pack.last_page
    assert tab.panel.state.title.text() == "The pack is up to date"
    assert tab.panel.state.digest.toolTip() == pack.digest
    assert Place("meetings", ref=REF, tab="papers") in visited


def test_a_change_shows_the_pack_as_out_of_date(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    make(tab, qtbot, tmp_path / "pack.pdf")
    agenda_services.change(store, item_id=items(store, meeting)[1].id, subject="Another strategy")
    context.changes.deliver()
    qtbot.waitUntil(lambda: tab.panel.state.title.text() == "The pack is out of date")
    assert tab.facts is not None
    assert "Make the pack again" in {finding.mend for finding in tab.facts.checked.findings}


def test_every_pack_made_is_listed_the_newest_first(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    make(tab, qtbot, tmp_path / "pack.pdf")
    late = a_report(tmp_path, "Better Care Fund Plan", pages=3)
    agenda_services.attach(store, item_id=items(store, meeting)[2].id, files=[late], now=context.clock.now())
    make(tab, qtbot, tmp_path / "supplement.pdf", Wanted(PackKind.SUPPLEMENT))
    first, second = made(store, meeting)
    assert (second.kind, second.first_page) == (PackKind.SUPPLEMENT, first.last_page + 1)
    lines = tab.panel.packs.lines
    assert [line.accessibleName().partition(",")[0] for line in lines] == [
        "Supplementary pack",
        "Agenda pack",
    ]


def test_a_job_that_is_stopped_leaves_nothing(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    assert tab.facts is not None
    tab.making.make(tab.facts, Wanted(PackKind.PUBLIC), tmp_path / "pack.pdf")
    context.jobs.cancel()
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=LONG)
    assert not (tmp_path / "pack.pdf").exists()
    assert made(store, meeting) == []


def test_hidden_text_asks_for_a_reason_which_is_kept(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    found_in(store, meeting, PaperFinding("hidden text", Severity.BLOCK, "It has text that nobody sees."))
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    tab.make_pack()
    dialog = the_pack_dialog(qtbot, context)
    assert not dialog.take.isEnabled()
    assert dialog.reason.hasFocus()
    dialog.reason.setText("The author agreed")
    assert dialog.take.isEnabled()
    shown = tuple(dialog.obstacles.hidden.findings.shown)
    dialog.reject()
    make(tab, qtbot, tmp_path / "pack.pdf", Wanted(PackKind.PUBLIC, "The author agreed", answered=shown))
    assert len(made(store, meeting)) == 1


def test_a_paper_that_cannot_go_in_stays_out_when_the_person_says_so(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context
) -> None:
    found_in(store, meeting, PaperFinding("locked", Severity.BLOCK, "It is protected by a password."))
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    wanted: list[Wanted] = []
    assert tab.facts is not None
    MakePackDialog(
        context, tab, tab.facts, PackKind.PUBLIC, wanted=wanted.append, mended=lambda _finding: None
    ).open()
    dialog = the_pack_dialog(qtbot, context)
    assert (dialog.take.isEnabled(), dialog.without.hasFocus()) == (False, True)
    press(Key.Key_Space)
    dialog.take.click()
    assert wanted == [Wanted(PackKind.PUBLIC, "", without_unreadable=True)]


def test_an_exemption_without_paragraph_stops_the_pack_and_leads_to_its_item(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context
) -> None:
    with store.step("Mark item exempt") as step:
        agenda.change(step, items(store, meeting)[2].id, exempt="commercial")
    found_in(store, meeting)
    mended: list[Finding] = []
    assert tab.facts is not None
    MakePackDialog(
        context, tab, tab.facts, PackKind.PUBLIC, wanted=lambda _wanted: None, mended=mended.append
    ).open()
    dialog = the_pack_dialog(qtbot, context)
    assert not dialog.take.isEnabled()
    assert dialog.take.toolTip() == "Put right what stops the pack first"
    assert [finding.rule for finding in dialog.obstacles.stops.findings.shown] == ["R13"]


def test_a_supplement_without_a_pack_says_what_to_do(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context
) -> None:
    found_in(store, meeting)
    context.changes.deliver()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    tab.make_pack(PackKind.SUPPLEMENT)
    dialog = the_pack_dialog(qtbot, context)
    assert dialog.kind is PackKind.SUPPLEMENT
    assert "Make the pack first" in dialog.obstacles.stops.findings.shown[0].message
    dialog.kinds.choose(PackKind.PUBLIC)
    assert dialog.take.isEnabled()
    dialog.reject()


def test_what_refuses_a_pack_stays_to_be_read(
    tab: PapersTab, store: Store, meeting: int, qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    with store.step("Mark item exempt") as step:
        agenda.change(step, items(store, meeting)[2].id, exempt="commercial")
    said: list[str] = []
    context.messages.stripped.connect(lambda sentence, _links: said.append(sentence))
    make(tab, qtbot, tmp_path / "pack.pdf")
    assert said[0].startswith("The pack was not made.")
    assert not (tmp_path / "pack.pdf").exists()


def test_a_finding_about_the_pack_leads_to_the_papers(
    tab: PapersTab, context: Context, visited: list[Place]
) -> None:
    facts = tab.facts
    assert facts is not None
    finding = Finding("R12", Severity.WARN, "Out of date.", mend="Make the pack again", items=(7,))
    mend(context, finding, meeting=facts.meeting, board=facts.board, parent=tab)
    assert visited[-1] == Place("meetings", ref=REF, tab="papers", id=7)


def test_a_pack_is_called_after_its_kind_and_its_meeting(tab: PapersTab) -> None:
    assert tab.facts is not None
    assert file_name(PackKind.PRIVATE, tab.facts.meeting) == "Private pack NNHWB 6 September 2022"
