"""How long the Performance pages take to draw: a chart of 10,000 points, and a scorecard of 100 metrics.

Aims: first paint and hover of the chart within 16 ms; the scorecard within 150 ms of an empty page.
"""

import os
import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from boardtool.data.resources import resource
from boardtool.domain.performance.charts import metric_chart
from boardtool.domain.performance.metrics import Area, Metric, Observation, Record
from boardtool.domain.performance.periods import Frequency, Period, month
from boardtool.domain.performance.scorecard import scorecard_row
from boardtool.ui.charts.xmr_chart import XmrPlot
from boardtool.ui.performance.scorecard_columns import scorecard_columns
from boardtool.ui.sheet_pictures import sheet_pictures
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes
from boardtool.ui.theme.appearance import Appearance
from boardtool.ui.theme.schemes import Scheme

POINTS, METRICS, MONTHS, ROUNDS = 10_000, 100, 36, 9


def a_record(number: int, periods: list[Period], frequency: Frequency) -> Record:
    chance = random.Random(number)  # noqa: S311 - figures to draw, not secrets
    metric = Metric(number, f"metric_{number}", f"Metric {number}", unit="%", frequency=frequency)
    seen = tuple(
        Observation(at, number, 1, period, value=round(chance.gauss(80, 3), 1))
        for at, period in enumerate(periods)
    )
    return Record(metric, Area(1, "E06000061", "North Northamptonshire"), seen)


def milliseconds(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return (time.perf_counter() - started) * 1000


def chart_times() -> tuple[list[float], list[float], list[float]]:
    """What it takes to prepare a chart, first paints, and frames with another point under the pointer."""
    start = date(1996, 4, 1)
    days = [Period(day, day) for day in (start + timedelta(days=n) for n in range(POINTS))]
    plot = XmrPlot()
    plot.resize(1000, 400)
    chart = metric_chart(a_record(1, days, Frequency.DAILY))
    prepared, first, hover = [], [], []
    for turn in range(ROUNDS):
        prepared.append(milliseconds(lambda: plot.show_chart(chart)))
        first.append(milliseconds(plot.grab))
        place = QPointF(200 + 50 * turn, 100)

        def frame(place: QPointF = place) -> None:
            plot.choose(plot.nearest(place))
            plot.grab()

        hover.append(milliseconds(frame))
    return prepared, first, hover


def scorecard_time() -> float:
    """Judging, filling and painting, as opening the page does."""
    months = [month(2020 + (3 + n) // 12, (3 + n) % 12 + 1) for n in range(MONTHS)]
    records = [a_record(number, months, Frequency.MONTHLY) for number in range(METRICS)]

    def opened() -> None:
        model = RowModel(scorecard_columns(lambda _row, _text: None), key=lambda row: row.record.metric.id)
        table = TableView(model, name="scorecard", accessible="Scorecard", row=sizes.ROW_TWO_LINE)
        table.resize(1250, 800)
        model.set_rows([scorecard_row(record) for record in records])
        table.grab()

    return median(milliseconds(opened) for _ in range(ROUNDS))


def main() -> None:
    application = QApplication([])
    appearance = Appearance(application, resource("fonts"), sheet_pictures)
    appearance.choose(Scheme.LIGHT)
    prepared, first, hover = chart_times()
    print(f"chart of {POINTS:,} points, prepared once: {median(prepared):.1f} ms")
    print(f"chart of {POINTS:,} points, first paint: {median(first):.1f} ms, aim: 16")
    print(f"chart of {POINTS:,} points, hover: {median(hover):.1f} ms, aim: 16")
    print(f"scorecard of {METRICS} metrics, judged, filled and painted: {scorecard_time():.0f} ms, aim: 150")


if __name__ == "__main__":
    main()
