"""What a metric's charts show besides, by keys: moving ranges, over-dispersion, the form of all settings."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from tests.ui.performance.library import NORTH, a_scorecard
from tests.ui.performance.test_performance_page import STAY, opened, settle

from boardtool.domain.performance.views import ChartView
from boardtool.ui.performance.figures_view import FiguresView
from boardtool.ui.performance.funnel_view import FunnelView
from boardtool.ui.performance.metric_dialogs import RecalculateDialog
from boardtool.ui.performance.saving import save_chart, save_overview
from boardtool.ui.performance.settings_dialog import ChartSettingsDialog
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.performance.page import PerformancePage

KEY = Qt.Key
STAY_ID = 1


@pytest.fixture
def metric(qtbot: QtBot, context: Context, store: Store) -> PerformancePage:
    a_scorecard(store)
    return opened(qtbot, context, Place("performance", ref=STAY))


def held(store: Store, column: str) -> object:
    """What the file itself holds."""
    with closing(sqlite3.connect(store.folder / "board.db")) as file:
        return file.execute(f"SELECT {column} FROM metric WHERE id = ?", (STAY_ID,)).fetchone()[0]


def newest_step(store: Store) -> str:
    with closing(sqlite3.connect(store.folder / "board.db")) as file:
        return str(file.execute("SELECT label FROM step ORDER BY id DESC LIMIT 1").fetchone()[0])


def test_moving_ranges_are_turned_on_by_a_key_read_aloud_and_taken_back(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    view = metric.one.tabs.over_time
    assert isinstance(view, FiguresView)
    place = [column.key for column in view.table.rows.columns].index("moved")
    assert view.table.isColumnHidden(place)
    qtbot.keyClick(view.ranges, KEY.Key_Space)
    qtbot.waitUntil(lambda: held(store, "moving_ranges") == 1)
    settle(qtbot, metric)
    assert newest_step(store) == "Chart settings: moving ranges shown"
    assert not view.table.isColumnHidden(place)
    assert "larger than usual" in view.chart.accessibleName()
    view.chart.grab()
    qtbot.keyClick(view.chart, KEY.Key_Left)
    assert "Moving range 0.2 points" in view.chart.accessibleDescription()
    assert "Change larger than usual: 0" in metric.one.panel.legend.accessibleName()
    assert "; moving ranges: upper limit 3.267 \u00d7 their average." in view.both._footer.text()
    store.undo()
    settle(qtbot, metric)
    assert not view.ranges.isChecked()
    assert view.table.isColumnHidden(place)


def test_over_dispersion_widens_the_funnel_says_so_and_is_kept(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    metric.one.tabs.choose("funnel")
    view = metric.one.tabs.view
    assert isinstance(view, FunnelView)
    assert metric.one.facts is not None
    assert view.sentence(metric.one.facts).startswith("5 of 7 areas are outside of what chance explains.")
    qtbot.keyClick(view.dispersion, KEY.Key_Space)
    qtbot.waitUntil(lambda: held(store, "over_dispersion") == 1)
    settle(qtbot, metric)
    funnel = metric.one.facts.among.funnel
    assert funnel is not None
    assert funnel.between > 0
    assert "their usual differences explain" in view.chart.accessibleName()
    assert "curves widened for over-dispersion" in view.both._footer.text()


def test_the_head_asks_what_the_funnel_asks_and_not_what_the_figures_over_time_ask(
    metric: PerformancePage,
) -> None:
    over_time = metric.one.head._asks.text()
    metric.one.tabs.choose("funnel")
    assert metric.one.head._asks.text() != over_time
    assert "over-dispersion" in metric.one.head._asks.text()


def test_the_form_changes_all_settings_in_one_named_step(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    metric.one.doing.set_charts()
    dialog = metric.one.findChild(ChartSettingsDialog)
    assert isinstance(dialog, ChartSettingsDialog)
    dialog.fix_after.setText("ten")
    dialog.take.click()
    assert "not a number" in dialog.fix_after.accessibleDescription()
    dialog.fix_after.setText("7")
    dialog.take.click()
    assert "12 points or more; 7 are too few" in dialog.fix_after.accessibleDescription()
    dialog.fix_after.setText("18")
    dialog.screening.click()
    dialog.shift.setCurrentIndex(2)
    dialog.take.click()
    qtbot.waitUntil(lambda: held(store, "fix_after") == 18)
    settle(qtbot, metric)
    assert (held(store, "screening"), held(store, "shift_length")) == (0, 8)
    assert newest_step(store) == "Chart settings: screening off; limits from the first 18 points; runs of 8"
    assert metric.one.facts is not None
    footer = metric.one.facts.chart.footer
    assert "no screening" in footer
    assert "limits from the first 18 points of each segment" in footer


def test_a_form_that_changes_nothing_leaves_no_step(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    before = newest_step(store)
    metric.one.doing.set_charts()
    dialog = metric.one.findChild(ChartSettingsDialog)
    assert isinstance(dialog, ChartSettingsDialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.take.click()
    assert newest_step(store) == before


@pytest.mark.parametrize("view", [ChartView.TIME, ChartView.FUNNEL])
def test_the_tab_that_is_shown_is_what_is_saved(
    qtbot: QtBot, metric: PerformancePage, view: ChartView, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert metric.one.facts is not None
    target = tmp_path_factory.mktemp("saved") / "chart.svg"
    save_chart(metric, metric.context, metric.one.facts.chart, view)
    _choose(qtbot, metric, str(target))
    said = target.read_text(encoding="utf-8")
    assert ("funnel of areas" in said) == (view is ChartView.FUNNEL)


def test_the_matrix_is_saved_as_a_drawing(
    qtbot: QtBot, metric: PerformancePage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    facts = metric.scorecard.facts
    metric.open(Place("performance"))
    settle(qtbot, metric)
    facts = metric.scorecard.facts
    assert facts is not None
    assert facts.board is not None
    target = tmp_path_factory.mktemp("saved") / "matrix.svg"
    save_overview(metric, metric.context, facts.board, ChartView.MATRIX)
    _choose(qtbot, metric, str(target))
    assert "Length of stay 14 days or more" in target.read_text(encoding="utf-8")


def _choose(qtbot: QtBot, metric: PerformancePage, path: str) -> None:
    """Take a file in the dialog that asks where to."""
    dialog = metric.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(path)
    qtbot.waitUntil(lambda: not metric.context.jobs.is_busy)
    dialog.close()


def test_limits_are_proposed_to_begin_where_the_run_began(qtbot: QtBot, metric: PerformancePage) -> None:
    metric.open(Place("performance", ref=f"dfg_waiting/{NORTH}"))
    settle(qtbot, metric)
    metric.one.doing.recalculate()
    dialog = metric.one.findChild(RecalculateDialog)
    assert isinstance(dialog, RecalculateDialog)
    assert dialog.begins.currentText() == "December 2022"
    dialog.close()
