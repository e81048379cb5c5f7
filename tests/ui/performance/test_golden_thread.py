"""The golden thread in the window: seen, made by keys, and followed from an outcome to its metric."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.ui.performance.library import NORTH, a_scorecard
from tests.ui.performance.test_performance_page import STAY, opened, settle

from boardtool.services.performance import metrics
from boardtool.ui.performance.thread_dialog import ThreadDialog
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.performance.page import PerformancePage

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, context: Context, store: Store) -> PerformancePage:
    a_scorecard(store)
    metrics.use_framework(store, key="ican")
    return opened(qtbot, context, Place("performance", tab="thread"))


def texts(page: PerformancePage) -> list[str]:
    return [row.step.node.text for row in page.scorecard.threads.table.rows.rows]


def asked(page: PerformancePage) -> ThreadDialog:
    dialogs = page.findChildren(ThreadDialog)
    return dialogs[-1]


def test_every_step_stands_under_what_it_serves(page: PerformancePage) -> None:
    threads = page.scorecard.threads
    first = threads.table.rows.rows[:4]
    assert [(row.step.depth, row.step.node.text) for row in first] == [
        (0, "Stay Well"),
        (1, "Opportunity to be fit, well and independent"),
        (2, "Prevented avoidable admissions into the acute setting"),
        (3, "Reduced escalations to Acute Hospitals"),
    ]
    assert threads.table.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Population outcome: Stay Well, level 1"
    )


def test_a_step_is_made_by_keys_and_is_in_the_file(qtbot: QtBot, page: PerformancePage, store: Store) -> None:
    table = page.scorecard.threads.table
    table.choose(next(row for row in table.rows.rows if row.step.depth == 2).step.node.id)
    page.scorecard.add_step()
    dialog = asked(page)
    qtbot.keyClicks(dialog.words, "People know the other ways to get help")
    dialog.shown_by.setFocus()
    qtbot.keyClicks(dialog.shown_by, "Length of stay 14")
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "People know the other ways to get help" in texts(page))
    settle(qtbot, page)
    with closing(sqlite3.connect(store.folder / "board.db")) as plain:
        found = plain.execute(
            "SELECT node.kind, above.text, metric.key FROM thread_node AS node"
            " JOIN thread_node AS above ON above.id = node.parent_id"
            " JOIN metric ON metric.id = node.metric_id"
            " WHERE node.text = 'People know the other ways to get help'"
        ).fetchall()
    assert found == [
        ("lead KPI", "Prevented avoidable admissions into the acute setting", "length_of_stay_14")
    ]


def test_enter_follows_a_step_to_its_metric(
    qtbot: QtBot, page: PerformancePage, visited: list[Place]
) -> None:
    table = page.scorecard.threads.table
    kpi = next(row for row in table.rows.rows if row.step.node.metric_id is not None)
    table.choose(kpi.step.node.id)
    qtbot.keyClick(table, KEY.Key_Return)
    assert visited == [Place("performance", ref="ican_escalations/")]


def test_del_takes_the_step_and_no_metric_of_the_hidden_list(qtbot: QtBot, page: PerformancePage) -> None:
    before = len(texts(page))
    table = page.scorecard.threads.table
    table.choose(table.rows.rows[0].step.node.id)
    page.scorecard.take_off()
    qtbot.waitUntil(lambda: len(texts(page)) < before)
    settle(qtbot, page)
    assert page.scorecard.facts is not None
    assert len(page.scorecard.facts.rows) == 6
    page.scorecard.filters.view.choose("matrix")
    page.scorecard.take_off()
    assert len(page.scorecard.facts.rows) == 6


def test_a_metric_is_put_into_a_thread_from_its_own_page(
    qtbot: QtBot, context: Context, store: Store
) -> None:
    a_scorecard(store)
    metrics.use_framework(store, key="ican")
    page = opened(qtbot, context, Place("performance", ref=STAY))
    page.one.doing.put_into_thread()
    qtbot.waitUntil(lambda: bool(page.findChildren(ThreadDialog)))
    dialog = asked(page)
    assert dialog.words.toPlainText() == "Length of stay 14 days or more"
    dialog.under.setCurrentIndex(4)
    dialog.take.click()
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.one.facts is not None and bool(page.one.facts.threads))
    assert page.one.facts is not None
    assert page.one.facts.threads[0][0].text == "Stay Well"
    assert page.one.facts.chart.record.area.code == NORTH
