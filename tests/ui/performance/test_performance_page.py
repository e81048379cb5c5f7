"""The Performance pages by their keys: the scorecard, a metric, its points, and what is typed there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from tests.ui.performance.library import NORTH, a_metric, a_scorecard, an_area, months, some_figures

from boardtool.data.performance import observations, remarks
from boardtool.domain.performance.periods import month
from boardtool.services.performance.charting import export_chart
from boardtool.services.performance.metrics import put_on_scorecard
from boardtool.ui.commands import Commands
from boardtool.ui.performance.figure_columns import FigureColumns
from boardtool.ui.performance.metric_dialogs import RecalculateDialog
from boardtool.ui.performance.page import PerformancePage
from boardtool.ui.performance.scorecard_columns import latest_cell
from boardtool.ui.places import Place
from boardtool.ui.saving import write_in_background
from boardtool.ui.tables.row_model import SORT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

STAY = f"length_of_stay_14/{NORTH}"
KEY = Qt.Key


def settle(qtbot: QtBot, page: PerformancePage) -> None:
    page.context.changes.deliver()
    qtbot.waitUntil(lambda: page.context.asking.is_idle)


def opened(qtbot: QtBot, context: Context, place: Place) -> PerformancePage:
    page = PerformancePage(context)
    qtbot.addWidget(page, before_close_func=lambda _page: settle(qtbot, page))
    page.resize(1300, 800)
    page.open(place)
    page.show()
    settle(qtbot, page)
    return page


@pytest.fixture
def scorecard(qtbot: QtBot, context: Context, store: Store) -> PerformancePage:
    a_scorecard(store)
    return opened(qtbot, context, Place("performance"))


@pytest.fixture
def metric(qtbot: QtBot, context: Context, store: Store) -> PerformancePage:
    a_scorecard(store)
    return opened(qtbot, context, Place("performance", ref=STAY))


def names(page: PerformancePage) -> list[str]:
    return [row.name for row in page.scorecard.table.rows.rows]


def test_the_scorecard_shows_every_metric_of_the_board(scorecard: PerformancePage) -> None:
    assert len(names(scorecard)) == 6
    assert scorecard.scorecard.title == "Performance"


def test_enter_opens_the_metric_of_the_row(
    qtbot: QtBot, scorecard: PerformancePage, visited: list[Place]
) -> None:
    qtbot.keyClick(scorecard.scorecard.table, KEY.Key_Return)
    assert visited == [Place("performance", ref=STAY)]


def test_what_gets_worse_is_found_by_the_chip_and_nothing_by_foreign_words(
    scorecard: PerformancePage,
) -> None:
    filters = scorecard.scorecard.filters
    filters.show.choose("WORSENING")
    assert names(scorecard) == ["Waiting for a DFG assessment"]
    filters.find.setText("no such words")
    filters.changed.emit()
    assert not names(scorecard)
    filters.rest()
    assert len(names(scorecard)) == 6


def test_a_row_is_copied_with_its_sentence(scorecard: PerformancePage) -> None:
    scorecard.scorecard.doing.copy_rows()
    assert QGuiApplication.clipboard().text().startswith("Length of stay 14 days or more: 13.7\u00a0%")


def test_the_overviews_show_the_same_rows_and_open_them(
    qtbot: QtBot, scorecard: PerformancePage, visited: list[Place]
) -> None:
    scorecard.scorecard.filters.view.choose("small")
    tiles = scorecard.scorecard._overviews["small"].inside.tiles  # type: ignore[union-attr] # the small charts
    assert len(tiles) == 6
    qtbot.keyClick(tiles[0], KEY.Key_Return)
    assert visited[-1].ref == STAY
    scorecard.scorecard.filters.view.choose("matrix")
    assert scorecard.panes()[0] is scorecard.scorecard._overviews["matrix"]


def test_left_moves_the_ring_and_the_row_together(qtbot: QtBot, metric: PerformancePage) -> None:
    view = metric.one.tabs.over_time
    assert view.chart.chosen == 26
    qtbot.keyClick(view.chart, KEY.Key_Left)
    row = view.table.current_row()
    assert row is not None
    assert (view.chart.chosen, row.seen.period) == (25, month(2023, 5))
    assert view.chart.accessibleDescription().startswith("May 2023: 14.3\u00a0%")
    assert metric.one.panel.commentary.box.toPlainText() == "Virtual ward for frailty full from 12 May."


def test_the_chart_says_its_sentence_and_its_latest_value_aloud(metric: PerformancePage) -> None:
    said = metric.one.tabs.over_time.chart.accessibleName()
    assert "No change beyond the usual variation." in said
    assert "Latest, June 2023: 13.7\u00a0%" in said


def test_a_value_typed_into_the_table_is_a_step_and_moves_the_point(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    view = metric.one.tabs.over_time
    row = view.table.current_row()
    assert row is not None
    edit = view.table.rows.columns[3].edit
    assert edit is not None
    edit.commit(row, "12.1 %")  # type: ignore[arg-type] # the column of values takes text
    qtbot.waitUntil(lambda: _value(store, row.seen.metric_id) == 12.1)
    settle(qtbot, metric)
    assert metric.one.facts is not None
    assert metric.one.facts.chart.xmr.points[-1].value == 12.1
    assert store.undo() is not None


def _value(store: Store, metric_id: int) -> float | None:
    with store.reading() as reading:
        found = observations.in_period(reading, metric_id, month(2023, 6))
        return next(each.value for each in found if each.area_id == 1)


def test_limits_begin_anew_only_with_a_reason_and_a_person(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    metric.one.tabs.over_time.table.choose(month(2022, 4).start)
    metric.one.doing.recalculate()
    dialog = metric.one.findChild(RecalculateDialog)
    assert isinstance(dialog, RecalculateDialog)
    dialog.who.setText("Director of Integration")
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(dialog.reason.accessibleDescription()))
    dialog.reason.setPlainText("Frailty ward opened")
    dialog.take.click()
    qtbot.waitUntil(lambda: len(_recalculations(store)) == 1)
    settle(qtbot, metric)
    assert metric.one.facts is not None
    assert len(metric.one.facts.chart.xmr.segments) == 2


def _recalculations(store: Store) -> list[object]:
    with store.reading() as reading:
        return [*remarks.recalculations(reading, [1])]


@pytest.mark.parametrize("tab", ["year", "areas", "funnel"])
def test_each_other_chart_has_its_sentence_and_its_table(metric: PerformancePage, tab: str) -> None:
    metric.one.tabs.choose(tab)
    facts = metric.one.facts
    assert facts is not None
    view = metric.one.tabs.view
    said = view.sentence(facts)
    assert said.endswith(".")
    chart, table = view.panes()
    assert said in chart.accessibleName()
    assert table.model().rowCount() >= 7  # type: ignore[attr-defined] # the table


def test_a_removed_metric_leads_back_to_the_scorecard(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    from boardtool.services.performance import metrics

    metrics.remove_metric(store, metric_id=1)
    settle(qtbot, metric)
    qtbot.waitUntil(lambda: metric.shown is metric.scorecard)


def test_a_chart_is_saved_as_a_drawing(
    qtbot: QtBot, metric: PerformancePage, store: Store, tmp_path: Path
) -> None:
    def write(path: Path) -> None:
        with store.reading() as reading:
            export_chart(
                reading, what=f"length_of_stay_14@{NORTH}", path=path, today=metric.context.clock.today()
            )

    write_in_background(metric.context, tmp_path / "chart.svg", write)
    qtbot.waitUntil(lambda: not metric.context.jobs.is_busy)
    assert "Length of stay" in (tmp_path / "chart.svg").read_text(encoding="utf-8")


def test_an_empty_library_says_how_to_begin(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context, Place("performance"))
    assert page.panes()[0] is page.scorecard.empty


def test_what_is_said_is_typed_in_its_row(qtbot: QtBot, scorecard: PerformancePage, store: Store) -> None:
    table = scorecard.scorecard.table
    table.setFocus()
    scorecard.scorecard.say()
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "Two wards were closed.")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: _said(store) == "Two wards were closed.")
    settle(qtbot, scorecard)
    row = table.current_row()
    assert row is not None
    assert row.comment == "Two wards were closed."


def _said(store: Store) -> str:
    with store.reading() as reading:
        found = remarks.commentary(reading, [1])
    return next((each.text for each in found if each.period == month(2023, 6)), "")


@pytest.mark.parametrize("column", range(7))
def test_every_column_sorts_up_and_down_with_the_empty_last(scorecard: PerformancePage, column: int) -> None:
    table = scorecard.scorecard.table
    header = table.horizontalHeader()
    shown = []
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        header.setSortIndicator(column, order)
        values = [table.rows.index(at, column).data(SORT) for at in range(1, table.rows.rowCount())]
        known = [value for value in values if value not in {None, ""}]
        assert values[: len(known)] == known
        assert known == sorted(known, reverse=order is Qt.SortOrder.DescendingOrder)
        shown.append(values)
    assert sorted(map(str, shown[0])) == sorted(map(str, shown[1]))


def test_a_framework_is_chosen_by_its_chip(qtbot: QtBot, context: Context, store: Store) -> None:
    from boardtool.services.performance import taking_in

    board = a_scorecard(store)
    taking_in.put_list_on_scorecard(store, board_id=board, key="icb-priorities", area="Northamptonshire")
    page = opened(qtbot, context, Place("performance"))
    assert len(names(page)) == 15
    page.scorecard.filters.framework.choose("ICB priority outcomes")
    assert len(names(page)) == 9
    assert {row.headings for row in page.scorecard.table.rows.rows} == {("ICB priority outcomes",)}


def test_a_large_figure_is_never_cut_and_a_missing_one_says_why(
    qtbot: QtBot, context: Context, store: Store
) -> None:
    board = a_scorecard(store)
    north = an_area(store, "North Northamptonshire", NORTH)
    for key, value in (("spend", 1_275_641.2), ("hidden", None)):
        made = a_metric(store, key, key.capitalize(), unit="£")
        some_figures(store, made, north, months(2), [value, value])
        put_on_scorecard(store, board_id=board, metric_id=made, area_id=north)
    page = opened(qtbot, context, Place("performance"))
    rows = {row.name: latest_cell(row) for row in page.scorecard.table.rows.rows}
    assert rows["Spend"].text == "1,275,641"
    assert (rows["Hidden"].text, rows["Hidden"].detail) == ("\u2013", "suppressed")
    assert rows["Admissions after a fall, 65 and over"].detail == "no figure yet"


def test_the_crumb_of_a_framework_leads_to_its_metrics(
    qtbot: QtBot, context: Context, store: Store, visited: list[Place]
) -> None:
    from boardtool.services.performance import taking_in

    board = a_scorecard(store)
    taking_in.put_list_on_scorecard(store, board_id=board, key="icb-priorities", area="Northamptonshire")
    page = opened(qtbot, context, Place("performance"))
    page.open(Place("performance", ref="adult_smoking/Northamptonshire"))
    settle(qtbot, page)
    page.one.framework.emit("ICB priority outcomes")
    assert visited == [Place("performance")]
    assert len(page.scorecard.filters.wanted(page.scorecard.facts.rows if page.scorecard.facts else ())) == 9


def test_a_space_at_the_end_stays_while_one_goes_on_typing(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    box = metric.one.panel.commentary.box
    box.setFocus()
    qtbot.keyClicks(box, "Two ")
    qtbot.waitUntil(lambda: _said(store) == "Two")
    settle(qtbot, metric)
    qtbot.keyClicks(box, "wards")
    qtbot.waitUntil(lambda: _said(store) == "Two wards")
    settle(qtbot, metric)
    assert box.toPlainText() == "Two wards"


def test_an_older_answer_does_not_take_back_what_was_typed_since(
    qtbot: QtBot, metric: PerformancePage, store: Store
) -> None:
    facts = metric.one.facts
    assert facts is not None
    commentary = metric.one.panel.commentary
    commentary.box.setFocus()
    qtbot.keyClicks(commentary.box, "Two wards")
    metric.one.panel.show_facts(facts)
    assert commentary.box.toPlainText() == "Two wards"
    qtbot.waitUntil(lambda: _said(store) == "Two wards")


def test_another_metric_opened_at_its_areas_has_its_own_box(qtbot: QtBot, metric: PerformancePage) -> None:
    qtbot.keyClick(metric.one.tabs.over_time.chart, KEY.Key_Left)
    assert metric.one.panel.commentary.box.toPlainText()
    metric.open(Place("performance", ref=f"usual_place/{NORTH}", tab="areas"))
    settle(qtbot, metric)
    assert metric.one.panel.commentary.box.toPlainText() == ""


def test_each_chart_says_how_it_is_read(metric: PerformancePage) -> None:
    panel = metric.one.panel
    for tab, by_marks in (("chart", True), ("funnel", False), ("areas", False), ("year", False)):
        metric.one.tabs.choose(tab)
        assert (panel.legend.isVisible(), panel._reading.isVisible()) == (by_marks, not by_marks)


def test_in_a_library_that_can_only_be_read_a_metric_offers_what_looks(
    qtbot: QtBot, context: Context, store: Store
) -> None:
    a_scorecard(store)
    held = replace(context, read_only=True, commands=Commands(refusal="Open on LAPTOP-7"))
    page = opened(qtbot, held, Place("performance", ref=STAY))
    assert page.one.isVisible()
    offered = {action.text() for action in held.commands.offered()}
    refused = {action.text() for action in held.commands.refused()}
    assert offered == {"Copy chart", "Save chart…", "Save figures as a workbook…", "Go to the table"}
    assert {"New figure…", "Set a target…", "Recalculate limits…", "Remove figure"} <= refused


def test_the_crumb_leads_to_its_metrics_also_where_the_scorecard_was_never_shown(
    qtbot: QtBot, context: Context, store: Store
) -> None:
    from boardtool.services.performance import taking_in

    board = a_scorecard(store)
    taking_in.put_list_on_scorecard(store, board_id=board, key="icb-priorities", area="Northamptonshire")
    page = opened(qtbot, context, Place("performance", ref="adult_smoking/Northamptonshire"))
    page.one.framework.emit("ICB priority outcomes")
    page.open(Place("performance"))
    settle(qtbot, page)
    assert page.scorecard.filters.framework.value == "ICB priority outcomes"


def test_where_no_funnel_is_drawn_none_is_copied(qtbot: QtBot, metric: PerformancePage) -> None:
    metric.one.tabs.choose("funnel")
    metric.open(Place("performance", ref=f"usual_place/{NORTH}", tab="funnel"))
    settle(qtbot, metric)
    assert not metric.one.tabs.view.is_drawn
    QGuiApplication.clipboard().setText("before")
    metric.one.doing.copy_chart()
    assert QGuiApplication.clipboard().text() == "before"


def test_several_metrics_come_off_the_scorecard_in_one_step(
    qtbot: QtBot, scorecard: PerformancePage, store: Store
) -> None:
    scorecard.scorecard.table.selectAll()
    scorecard.scorecard.take_off()
    settle(qtbot, scorecard)
    assert names(scorecard) == []
    store.undo()
    settle(qtbot, scorecard)
    assert len(names(scorecard)) == 6


def test_the_only_numerator_can_be_taken_away(qtbot: QtBot, metric: PerformancePage, store: Store) -> None:
    view, columns = metric.one.tabs.over_time, FigureColumns(metric.context)
    row = view.table.current_row()
    assert row is not None
    columns._set_numerator(row, "12")
    settle(qtbot, metric)
    row = view.table.current_row()
    assert row is not None
    assert row.seen.numerator == 12
    columns._set_numerator(row, "")
    settle(qtbot, metric)
    with store.reading() as reading:
        assert [each.numerator for each in observations.every(reading) if each.id == row.seen.id] == [None]
