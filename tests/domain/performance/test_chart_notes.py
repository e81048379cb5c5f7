"""Why limits begin anew, as the chart on the screen and on paper says it."""

from dataclasses import replace
from datetime import date

from tests.domain.performance.makers import HOME, a_record

from boardtool.data.charts.xmr import xmr_svg
from boardtool.domain.performance.charts import Note, metric_chart
from boardtool.domain.performance.metrics import Break, Recalculation

NOISE = [95.0, 94.0] * 8


def test_a_break_before_the_first_figure_begins_nothing_and_is_not_noted() -> None:
    old = Break(1, HOME.id, None, date(2020, 1, 1), "Counted by ward")
    chart = metric_chart(replace(a_record(NOISE), breaks=(old,)))
    assert chart.notes == ()
    assert "Counted by ward" not in xmr_svg(chart)


def test_what_begins_a_segment_is_noted_at_its_first_row_in_the_same_words_everywhere() -> None:
    anew = Recalculation(1, HOME.id, None, date(2021, 12, 1), "New ward", "Amy Plank")
    chart = metric_chart(replace(a_record(NOISE), recalculations=(anew,)))
    assert chart.notes == (Note(8, "Recalculated: New ward (Amy Plank)"),)
    assert "Recalculated: New ward" in xmr_svg(chart)
