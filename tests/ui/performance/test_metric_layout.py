"""The metric page in little room and with long words: all of it is read, and all that is typed stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from tests.ui.performance.library import NORTH, a_scorecard
from tests.ui.performance.test_performance_page import STAY, opened, settle

from boardtool.data.performance import metrics
from boardtool.services.performance import figures
from boardtool.ui.performance.funnel_view import FunnelView
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.performance.page import PerformancePage

KEY = Qt.Key
LAPTOP_AT_200 = (683 - 48, 310 - 72)
"""A page in a laptop of 1366 by 768 at 200 %, within the rail, the bars and the system's own."""
DESK_AT_200 = (960 - 48, 480 - 72)
LONG = (
    "Director of Adults, Communities and Wellbeing (North Northamptonshire Council) jointly with the Chief "
    "Operating Officer, Northamptonshire Healthcare NHS Foundation Trust"
)


@pytest.fixture
def metric(qtbot: QtBot, context: Context, store: Store) -> PerformancePage:
    a_scorecard(store)
    return opened(qtbot, context, Place("performance", ref=STAY))


@pytest.mark.parametrize("size", [LAPTOP_AT_200, DESK_AT_200])
def test_in_little_room_the_chart_stays_high_and_comes_into_sight_with_the_focus(
    qtbot: QtBot, metric: PerformancePage, size: tuple[int, int]
) -> None:
    one = metric.one
    metric.resize(*size)
    chart, table = one.tabs.panes()
    table.setFocus()
    chart.setFocus()
    qtbot.waitUntil(lambda: chart.height() >= 240)
    top = chart.mapTo(one.room.viewport(), QPoint(0, 0)).y()
    seen = min(top + chart.height(), one.room.viewport().height()) - max(top, 0)
    assert seen >= min(200, one.room.viewport().height() - 1)
    assert table.height() >= 4 * 28


def test_in_a_roomy_window_nothing_scrolls(qtbot: QtBot, metric: PerformancePage) -> None:
    metric.resize(1256, 790)
    qtbot.waitUntil(lambda: metric.one.room.verticalScrollBar().maximum() == 0)


def test_a_narrow_page_keeps_its_room_for_the_name(metric: PerformancePage) -> None:
    buttons = metric.one._worded.values()
    metric.resize(1256, 790)
    assert [button.text() for button in buttons] == ["Add figures", "Copy chart"]
    metric.resize(*DESK_AT_200)
    assert [button.text() for button in buttons] == ["", ""]
    assert [button.accessibleName() for button in buttons] == ["Add figures", "Copy chart"]


def test_the_line_between_chart_and_table_is_remembered(
    qtbot: QtBot, context: Context, metric: PerformancePage
) -> None:
    both = metric.one.tabs.over_time.both
    both.moveSplitter(300, 1)
    at = both.sizes()
    again = opened(qtbot, context, Place("performance", ref=STAY))
    qtbot.waitUntil(lambda: again.one.tabs.over_time.both.sizes() == at)


def test_a_long_owner_is_whole_and_edited_where_it_stands(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    owner = metric.one.panel.owner
    owner.setFocus()
    owner.selectAll()
    low = owner.height()
    qtbot.keyClicks(owner, LONG)
    assert owner.height() >= 3 * low // 2
    assert owner.verticalScrollBar().maximum() == 0
    qtbot.keyClick(owner, KEY.Key_Return)
    qtbot.waitUntil(lambda: _owner(store) == LONG)


def test_esc_puts_the_owner_back(qtbot: QtBot, metric: PerformancePage) -> None:
    owner = metric.one.panel.owner
    owner.setFocus()
    qtbot.keyClicks(owner, "x")
    qtbot.keyClick(owner, KEY.Key_Escape)
    assert owner.toPlainText() == "Director of Integration and Partnerships"


def _owner(store: Store) -> str:
    with store.reading() as reading:
        return metrics.by_key(reading, "length_of_stay_14").owner


def test_the_parts_are_named_in_the_metrics_own_words(metric: PerformancePage) -> None:
    rows = metric.one.tabs.over_time.table.rows
    assert [column.heading for column in rows.columns[:4]] == [
        "Month", "14 days or more", "Inpatients", "Value",
    ]  # fmt: skip
    metric.one.tabs.choose("funnel")
    view = metric.one.tabs.view
    assert isinstance(view, FunnelView)
    assert view.table.rows.columns[2].heading == "Inpatients"


def test_a_metric_without_parts_has_no_blank_columns(qtbot: QtBot, context: Context, store: Store) -> None:
    a_scorecard(store)
    page = opened(qtbot, context, Place("performance", ref=f"usual_place/{NORTH}"))
    table = page.one.tabs.over_time.table
    assert (table.isColumnHidden(1), table.isColumnHidden(2)) == (True, True)
    seen = table.rows.rows[0].seen
    figures.record_figure(
        store,
        metric_id=seen.metric_id,
        area_id=seen.area_id,
        period=seen.period,
        numerator=193,
        denominator=200,
        today=context.clock.today(),
    )
    settle(qtbot, page)
    qtbot.waitUntil(lambda: not table.isColumnHidden(1) and not table.isColumnHidden(2))


def test_esc_leads_to_the_chart_and_from_there_back_to_the_scorecard(
    qtbot: QtBot, metric: PerformancePage, visited: list[Place]
) -> None:
    chart, table = metric.one.tabs.panes()
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_Escape)
    assert chart.hasFocus()
    assert visited == []
    qtbot.keyClick(chart, KEY.Key_Escape)
    assert visited == [Place("performance")]


def test_del_takes_no_figure_away_that_is_not_shown(metric: PerformancePage) -> None:
    metric.one.tabs.choose("areas")
    metric.one.doing.remove_figure()
    assert metric.one.tabs.current == "areas"
    assert len(metric.one.tabs.over_time.table.rows.rows) == 27


def test_links_are_written_out_and_followed_by_enter(
    qtbot: QtBot, metric: PerformancePage, store: Store, visited: list[Place]
) -> None:
    from boardtool.domain.performance.metrics import LinkKind
    from boardtool.ui.performance.wrapped_link import WrappedLink

    ref = "NNHWB/2023-24 scheme 12: Frailty virtual ward and the community resilience hub of the whole county"
    figures.link(store, metric_id=1, kind=LinkKind.SCHEME, ref=ref, target_id=7)
    settle(qtbot, metric)
    link = next(each for each in metric.one.panel.findChildren(WrappedLink) if each.text() == ref)
    assert link.heightForWidth(240) >= 2 * link.fontMetrics().height()
    qtbot.keyClick(link, KEY.Key_Return)
    qtbot.waitUntil(lambda: visited == [Place("bcf", ref="NNHWB/2023-24", tab="schemes", id=7)])
