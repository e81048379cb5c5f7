"""One paper of an open item is kept from the public: its paragraph, and why (R13, R14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from tests.ui.meetings.conftest import REF, focused, press, the_dialog, type_in
from tests.ui.meetings.test_papers_tab import choose, held, items, papers_tab

from boardtool.domain.checks.exempt import unweighed_interests
from boardtool.services import agenda as agenda_services
from boardtool.ui.meetings.mending import mend
from boardtool.ui.meetings.papers.exempt_dialog import ExemptPaperDialog
from boardtool.ui.places import Place
from boardtool.ui.widgets.said import Said

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.meetings.papers.tab import PapersTab
    from boardtool.ui.messages import Link

Key = Qt.Key

__all__ = ["papers_tab"]


def test_one_appendix_is_marked_exempt_under_a_paragraph(
    papers_tab: PapersTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    choose(papers_tab, "Map", "exempt")
    press(Key.Key_F2)
    type_in("3")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting)[2].paragraphs == "3")
    assert [paper.exempt for paper in held(store, meeting)] == [False, False, True]


def test_an_appendix_is_kept_from_the_public_with_its_paragraph_and_the_reason(
    papers_tab: PapersTab, qtbot: QtBot, store: Store, meeting: int
) -> None:
    choose(papers_tab, "Map", "letter")
    assert papers_tab.panel.paper.keeper.text() == "Keep from the public…"
    press(Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = cast("ExemptPaperDialog", the_dialog(ExemptPaperDialog))
    assert dialog.windowTitle() == "Item 02, Appendix B: exempt"
    type_in("12")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "12" in dialog.paragraphs.accessibleDescription())
    dialog.paragraphs.selectAll()
    type_in("3")
    press(Key.Key_Tab)
    type_in("Bidders would learn the price")
    press(Key.Key_Tab)
    dialog.take.click()
    qtbot.waitUntil(lambda: held(store, meeting)[2].paragraphs == "3")
    assert held(store, meeting)[2].public_interest == "Bidders would learn the price"
    qtbot.waitUntil(lambda: papers_tab.panel.paper.keeper.text() == "Why it is exempt…")
    said = [each.words.text() for each in papers_tab.panel.paper.findChildren(Said)]
    assert "Not for the public: Bidders would learn the price" in said


def test_the_verb_of_r14_leads_to_the_papers_of_the_item(
    papers_tab: PapersTab, store: Store, meeting: int, context: Context, visited: list[Place]
) -> None:
    agenda_services.mark_paper_exempt(store, paper_id=held(store, meeting)[2].id, paragraphs="3")
    item = items(store, meeting)[1]
    [finding] = unweighed_interests([item])
    assert papers_tab.facts is not None
    facts = papers_tab.facts
    mend(context, finding, meeting=facts.meeting, board=facts.board, parent=papers_tab)
    assert visited[-1] == Place("meetings", ref=REF, tab="papers", id=item.id)


def test_an_appendix_marked_in_its_cell_asks_why_without_stopping(
    papers_tab: PapersTab, qtbot: QtBot, context: Context
) -> None:
    told: list[tuple[str, Link]] = []
    context.messages.said.connect(lambda words, link: told.append((words, link)))
    choose(papers_tab, "Map", "exempt")
    press(Key.Key_F2)
    type_in("3")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: any(row.paper and row.paper.paragraphs == "3" for row in papers_tab.model.rows))
    assert told[0][0].startswith("Map is exempt. Say why")
    told[0][1].do()
    dialog = cast("ExemptPaperDialog", the_dialog(ExemptPaperDialog))
    assert focused() is dialog.interest
    assert dialog.paragraphs.text() == "3"
    dialog.reject()
