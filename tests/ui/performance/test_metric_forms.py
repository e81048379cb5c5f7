"""The forms of a metric, filled in by keys: a figure, a target from a date, a link, a metric of one's own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.builders import a_board
from tests.ui.performance.library import a_scorecard
from tests.ui.performance.test_performance_page import STAY, opened, settle

from boardtool.domain.performance.metrics import LinkKind
from boardtool.services.performance import figures, metrics
from boardtool.ui.performance.change_metric import ChangeMetricDialog
from boardtool.ui.performance.linking import Linkable, LinkDialog
from boardtool.ui.performance.metric_dialogs import FigureDialog, TargetDialog
from boardtool.ui.performance.new_metric import NewMetricDialog
from boardtool.ui.places import Place
from boardtool.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.performance.page import PerformancePage

KEY = Qt.Key


def rows(store: Store, question: str) -> list[tuple[object, ...]]:
    """What a stranger finds in the file."""
    with closing(sqlite3.connect(store.folder / "board.db")) as plain:
        return plain.execute(question).fetchall()


def empty(store: Store, table: str) -> bool:
    return rows(store, f"SELECT count(*) FROM {table}") == [(0,)]


@pytest.fixture
def metric(qtbot: QtBot, context: Context, store: Store) -> PerformancePage:
    a_scorecard(store)
    return opened(qtbot, context, Place("performance", ref=STAY))


def test_a_provisional_figure_of_the_next_month(qtbot: QtBot, metric: PerformancePage, store: Store) -> None:
    metric.one.doing.add_figure()
    dialog = metric.one.findChild(FigureDialog)
    assert isinstance(dialog, FigureDialog)
    assert dialog.period.text() == "July 2023"
    qtbot.keyClicks(dialog.value, "13.9 %")
    qtbot.keyClicks(dialog.status, "Prov")
    qtbot.keyClick(dialog.value, KEY.Key_Return)
    found = "SELECT value, status FROM observation WHERE metric_id = 1 AND starts = '2023-07-01'"
    qtbot.waitUntil(lambda: rows(store, found) == [(13.9, "provisional")])
    settle(qtbot, metric)


def test_a_plan_from_a_date(qtbot: QtBot, metric: PerformancePage, store: Store) -> None:
    metric.one.doing.set_target()
    dialog = metric.one.findChild(TargetDialog)
    assert isinstance(dialog, TargetDialog)
    qtbot.keyClicks(dialog.value, "13.5")
    qtbot.keyClicks(dialog.kind, "Plan")
    qtbot.keyClicks(dialog.starts.box, "1 Apr 2024")
    qtbot.keyClick(dialog.value, KEY.Key_Return)
    found = "SELECT value, kind FROM metric_target WHERE metric_id = 1 AND starts = '2024-04-01'"
    qtbot.waitUntil(lambda: rows(store, found) == [(13.5, "plan")])
    settle(qtbot, metric)


def test_a_scheme_is_chosen_from_those_there_are(qtbot: QtBot, metric: PerformancePage, store: Store) -> None:
    facts = metric.one.facts
    assert facts is not None
    found = (
        Linkable(LinkKind.SCHEME, 4, "NNHWB/2023-24 scheme 4: Carers"),
        Linkable(LinkKind.MINUTE, 9, "NNHWB/2023-07-05 minute 37: Better Care Fund"),
    )
    dialog = LinkDialog(metric.context, metric.one, facts.chart.record, found)
    dialog.open()
    assert [dialog.what.itemText(at) for at in range(dialog.what.count())] == [found[0].ref]
    qtbot.keyClicks(dialog.kind, "Minute")
    assert [dialog.what.itemText(at) for at in range(dialog.what.count())] == [found[1].ref]
    dialog.take.click()
    asked = "SELECT kind, target_id FROM metric_link WHERE metric_id = 1 AND target_id IS NOT NULL"
    qtbot.waitUntil(lambda: rows(store, asked) == [("minute", 9)])
    settle(qtbot, metric)


def test_a_metric_of_ones_own_stands_on_the_scorecard(
    qtbot: QtBot, context: Context, store: Store, visited: list[Place]
) -> None:
    a_board(store)
    page = opened(qtbot, context, Place("performance"))
    page.scorecard.doing.new_metric()
    dialog = page.scorecard.findChild(NewMetricDialog)
    assert isinstance(dialog, NewMetricDialog)
    qtbot.keyClicks(dialog.name, "Falls clinics held")
    dialog.area.setEditText("Corby")
    qtbot.keyClicks(dialog.frequency, "Quarterly")
    dialog.take.click()
    qtbot.waitUntil(lambda: visited == [Place("performance", ref="falls_clinics_held/Corby")])
    assert rows(store, "SELECT name, frequency FROM metric") == [("Falls clinics held", "quarterly")]
    settle(qtbot, page)


@pytest.mark.parametrize(
    ("key", "count", "named"),
    [
        ("bcf-2021-22", 6, "Better Care Fund 2021-22"),
        ("bcf-2022-23", 4, "Better Care Fund 2022-23"),
        ("bcf-2023-25", 5, "Better Care Fund 2023-25"),
        ("bcf-2024-25", 4, "Better Care Fund 2024-25"),
        ("bcf-2025-26", 8, "Better Care Fund 2025-26"),
        ("icb-priorities", 9, "ICB priority outcomes"),
        ("life-course", 19, "Life-course outcomes framework (draft)"),
        ("ican", 9, "iCAN KPIs"),
    ],
)
def test_a_list_that_ships_is_taken_on_in_the_window(
    qtbot: QtBot, context: Context, store: Store, key: str, count: int, named: str
) -> None:
    a_board(store)
    page = opened(qtbot, context, Place("performance"))
    page.scorecard.doing.new_metric()
    dialog = page.scorecard.findChild(NewMetricDialog)
    assert isinstance(dialog, NewMetricDialog)
    dialog.what.setCurrentIndex(dialog.what.findData(f"list:{key}"))
    dialog.area.setEditText("North Northamptonshire")
    dialog.take.click()
    qtbot.waitUntil(lambda: rows(store, "SELECT count(*) FROM scorecard_metric") == [(count,)])
    settle(qtbot, page)
    assert page.scorecard.facts is not None
    assert {row.headings[0] for row in page.scorecard.facts.rows} == {named}
    assert rows(store, "SELECT count(*) FROM metric_definition WHERE starts IS NOT NULL") == [(count,)]
    assert store.undo() is not None
    assert rows(store, "SELECT count(*) FROM metric") == [(0,)]


def test_a_list_says_what_is_in_it_before_it_is_taken(qtbot: QtBot, context: Context, store: Store) -> None:
    a_board(store)
    page = opened(qtbot, context, Place("performance"))
    page.scorecard.doing.new_metric()
    dialog = page.scorecard.findChild(NewMetricDialog)
    assert isinstance(dialog, NewMetricDialog)
    assert dialog.about.isHidden()
    dialog.what.setCurrentIndex(dialog.what.findData("list:bcf-2022-23"))
    assert dialog.about.text() == (
        "4 metrics: Avoidable admissions, Discharged to usual place of residence, Care home admissions 65+, "
        "Still at home after reablement. Holds from 1 April 2022 to 31 March 2023. "
        "Length of stay was dropped; its number 8.2 was left unused."
    )
    dialog.reject()


def test_a_metric_is_given_other_words_and_its_columns_follow(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    metric.one.doing.change()
    dialog = metric.one.findChild(ChangeMetricDialog)
    assert isinstance(dialog, ChangeMetricDialog)
    dialog.denominator.selectAll()
    qtbot.keyClicks(dialog.denominator, "people in beds")
    qtbot.keyClicks(dialog.frequency, "Quarterly")
    qtbot.keyClick(dialog.note, KEY.Key_Return)
    found = "SELECT denominator, frequency, numerator FROM metric WHERE id = 1"
    qtbot.waitUntil(lambda: rows(store, found) == [("people in beds", "quarterly", "14 days or more")])
    settle(qtbot, metric)


def test_a_metric_needs_a_name(metric: PerformancePage) -> None:
    metric.one.doing.change()
    dialog = metric.one.findChild(ChangeMetricDialog)
    assert isinstance(dialog, ChangeMetricDialog)
    dialog.name.setPlainText("  ")
    dialog.take.click()
    assert dialog.name.accessibleDescription() == "A metric needs a name."
    dialog.reject()


def test_breaks_and_definitions_are_taken_away_where_they_are_listed(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    figures.mark_break(store, metric_id=1, on=date(2022, 4, 1), reason="Day cases are no longer counted")
    metrics.define(store, metric_id=1, name="Length of stay", text="As SUS counts it")
    settle(qtbot, metric)
    for said, table in (
        ("From 1 April 2022: Day cases are no longer counted", "metric_break"),
        ("As SUS counts it", "metric_definition"),
    ):
        cross = next(
            each
            for each in metric.one.panel.findChildren(IconButton)
            if each.accessibleName() == f"Remove: {said}"
        )
        assert not empty(store, table)
        cross.click()
        qtbot.waitUntil(partial(empty, store, table))
        settle(qtbot, metric)
