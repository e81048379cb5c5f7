"""How long the Performance page takes to open with 100 metrics, against the same page with none.

Opened from Today in the real window until everything is shown and painted; the aim is 150 ms more.
"""

import os
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from charts import METRICS, MONTHS, a_record
from PySide6.QtWidgets import QApplication

from boardtool.data.performance import observations
from boardtool.data.resources import resource
from boardtool.data.store import Store
from boardtool.domain.performance.metrics import Statistic
from boardtool.domain.performance.periods import Frequency, month
from boardtool.services import boards
from boardtool.services.performance import metrics
from boardtool.ui.context import Clock
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Messages
from boardtool.ui.opening import Opened
from boardtool.ui.pages import page_entries
from boardtool.ui.places import Place
from boardtool.ui.preferences import Preferences
from boardtool.ui.session import Session
from boardtool.ui.sheet_pictures import sheet_pictures
from boardtool.ui.theme.appearance import Appearance
from boardtool.ui.theme.schemes import Scheme

NOW = datetime(2023, 4, 4, 9, tzinfo=UTC)
ROUNDS = 7
PATIENCE = 10.0


def a_library(folder: Path, count: int) -> Store:
    """A board with so many metrics on its scorecard, each with three years of months."""
    store = Store.make(folder, who="Benchmark", clock=lambda: NOW)
    board = boards.make(store, code="NNHWB", name="Health and Wellbeing Board", council="Council")
    area = metrics.add_area(store, name="North Northamptonshire", code="E06000061")
    periods = [month(2020 + (3 + n) // 12, (3 + n) % 12 + 1) for n in range(MONTHS)]
    for number in range(count):
        metric = metrics.add_metric(
            store, key=f"metric_{number}", name=f"Metric {number}", unit="%", statistic=Statistic.SCORE
        )
        metrics.put_on_scorecard(store, board_id=board, metric_id=metric, area_id=area)
        with store.step("Figures") as step:
            for seen in a_record(number, periods, Frequency.MONTHLY).observations:
                observations.add(
                    step,
                    metric_id=metric,
                    area_id=area,
                    period=seen.period,
                    value=seen.value,
                    received_on=date(2023, 4, 1),
                )
    return store


def opening_time(application: QApplication, appearance: Appearance, folder: Path, count: int) -> float:
    """The median of several openings, in milliseconds; the first, which also imports, is not counted."""
    window = MainWindow()
    window.resize(1440, 868)
    window.show()
    session = Session(
        window,
        Opened(a_library(folder, count)),
        messages=Messages(),
        preferences=Preferences(folder.parent / f"window-{count}.ini"),
        appearance=appearance,
        clock=Clock(lambda: NOW),
        entries=page_entries(),
    )
    taken = []
    for _ in range(ROUNDS):
        window.go(Place("today"))
        settle(application, session)
        page = window.page
        started = time.perf_counter()
        window.go(Place("performance"))
        if page is not None and window.page is not None:
            window.page.reload()  # as after a change elsewhere: a page that is still shown is not asked again
        settle(application, session)
        window.grab()
        taken.append((time.perf_counter() - started) * 1000)
    window.hide()
    session.close()
    return median(taken[1:])


def settle(application: QApplication, session: Session) -> None:
    """Until every answer has come."""
    ends = time.monotonic() + PATIENCE
    application.processEvents()
    while not session.context.asking.is_idle and time.monotonic() < ends:
        application.processEvents()
    application.processEvents()


def main() -> None:
    application = QApplication([])
    appearance = Appearance(application, resource("fonts"), sheet_pictures)
    appearance.choose(Scheme.LIGHT)
    with tempfile.TemporaryDirectory() as room:
        empty = opening_time(application, appearance, Path(room) / "empty", 0)
        full = opening_time(application, appearance, Path(room) / "full", METRICS)
    print(f"Performance without metrics: {empty:.0f} ms; with {METRICS}: {full:.0f} ms")
    print(f"more for {METRICS} metrics: {full - empty:.0f} ms, aim: 150")


if __name__ == "__main__":
    main()
