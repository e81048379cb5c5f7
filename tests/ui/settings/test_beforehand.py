"""What a board has settled before a meeting stands under its settings and is changed from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board

from boardtool.data import clearance, requests_to_address
from boardtool.domain.clearance import USUAL_CHAIN, ClearanceStage
from boardtool.domain.requests_to_address import SpeakingRules
from boardtool.ui.meetings.papers.report_dialogs import DesksDialog
from boardtool.ui.meetings.requests.speaking import SpeakingRulesDialog
from boardtool.ui.settings.beforehand import Beforehand, desks_words, rules_words
from boardtool.ui.settings.boards import BoardsSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context


@pytest.fixture
def part(qtbot: QtBot, context: Context, store: Store) -> Beforehand:
    a_board(store)
    section = BoardsSection(context)
    qtbot.addWidget(section)
    context.changes.announced.connect(section.reload)
    section.resize(900, 800)
    section.show()
    section.reload()
    qtbot.waitUntil(lambda: section.beforehand.speakers.text() != "")
    return section.beforehand


def test_the_usual_rules_are_said_in_words(part: Beforehand) -> None:
    assert part.speakers.text() == (
        "Taken until 5.00 pm, 2 full days before the meeting. Speakers have 3 minutes each, 15 in all."
    )
    assert part.desks.text() == desks_words(USUAL_CHAIN)


def test_what_is_set_here_is_kept_for_the_board_and_said(
    qtbot: QtBot, part: Beforehand, store: Store
) -> None:
    part.change_speakers.click()
    rules = part.findChild(SpeakingRulesDialog)
    assert isinstance(rules, SpeakingRulesDialog)
    rules.days.setValue(1)
    rules.each.setValue(1)
    rules.take.click()
    qtbot.waitUntil(lambda: part.speakers.text() == rules_words(SpeakingRules(1, "17:00", 1, 15)))
    part.change_desks.click()
    desks = part.findChild(DesksDialog)
    assert isinstance(desks, DesksDialog)
    desks.desks.setPlainText("7, Finance, J Baxter")
    desks.take.click()
    qtbot.waitUntil(lambda: part.desks.text() == "Finance 7: days before publication.")
    with store.reading() as reading:
        assert requests_to_address.rules_of(reading, 1).clear_days == 1
        assert clearance.chain_of(reading, 1) == (ClearanceStage("Finance", 7, "J Baxter"),)


def test_one_day_and_one_minute_are_not_several() -> None:
    said = rules_words(SpeakingRules(1, "12:00", 1, 10))
    assert ", 1 full day before the meeting. Speakers have 1 minute each, 10 in all." in said
