"""A library with a scorecard: metrics of every kind, with figures that the tests and pictures can rely on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.builders import a_board

from boardtool.data.performance import areas as area_rows
from boardtool.data.performance import observations
from boardtool.domain.performance.metrics import LinkKind, Statistic, Status, TargetKind
from boardtool.domain.performance.periods import Period, month
from boardtool.domain.performance.series import Direction
from boardtool.services.performance import figures, metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardtool.data.store import Store

NORTH = "E06000061"
TODAY = date(2023, 7, 12)
LENGTH_OF_STAY = (
    *(14.6, 13.8, 13.7, 12.7, 13.8, 13.6, 14.0, 15.0, 15.8, 15.8, 16.1, 15.0),
    *(14.1, 14.4, 13.6, 12.6, 13.6, 14.0, 14.2, 15.4, 14.9, 15.5, 15.4, 15.5),
    *(14.1, 14.3, 13.7),
)
"""Public reference case bcf-07."""
USUAL_PLACE = (
    *(96.1, 96.4, 96.0, 96.6, 96.3, 96.2, 96.8, 96.1, 96.5, 96.4, 96.0, 96.3),
    *(96.7, 96.2, 96.4, 96.1, 96.6, 96.3, 96.5, 96.2, 96.4, 96.6, 96.3, 96.5),
)
WAITING = (
    *(402, 398, 410, 395, 404, 399, 407, 401, 396, 405, 400, 403, 411, 420, 436, 452, 471, 490, 512, 536),
    *(551, 578),
)
DISCHARGED = (31.4, 30.6, 31.9, 30.2, 32.1, 31.0, 30.4, 31.6, 30.8, 31.3, 30.1, 31.8, 30.9, 31.0)
PLACES = (
    ("North Northamptonshire", NORTH, 329, 2401),
    ("West Northamptonshire", "E06000062", 402, 2620),
    ("Leicester", "E06000016", 380, 2110),
    ("Rutland", "E06000017", 32, 260),
    ("Milton Keynes", "E06000042", 210, 1720),
    ("Bedford", "E06000055", 150, 1190),
    ("Peterborough", "E06000031", 305, 1510),
    ("England", "E92000001", 131000, 1000000),
)


def months(count: int, *, year: int = 2021, first: int = 4) -> list[Period]:
    """So many months in a row."""
    return [month(year + (first - 1 + n) // 12, (first - 1 + n) % 12 + 1) for n in range(count)]


def a_metric(store: Store, key: str, name: str, **values: object) -> int:
    """A monthly percentage of which less is better, unless something else is said."""
    facts: dict[str, object] = {
        "unit": "%",
        "direction": Direction.DECREASE,
        "statistic": Statistic.PROPORTION,
        "multiplier": 100.0,
        **values,
    }
    return metrics.add_metric(store, key=key, name=name, **facts)  # type: ignore[arg-type] # facts of a metric


def some_figures(
    store: Store, metric_id: int, area_id: int, periods: Sequence[Period], values: Sequence[float | None]
) -> None:
    """Figures in one step; None is suppressed."""
    with store.step("Figures") as step:
        for period, value in zip(periods, values, strict=True):
            status = Status.FINAL if value is not None else Status.SUPPRESSED
            observations.add(
                step,
                metric_id=metric_id,
                area_id=area_id,
                period=period,
                value=value,
                status=status.value,
            )


def an_area(store: Store, name: str, code: str = "") -> int:
    with store.step("Area") as step:
        known = {area.code: area.id for area in area_rows.every(step.reading)}
        return known[code] if code in known else area_rows.add(step, name=name, code=code)


def a_scorecard(store: Store, board_id: int | None = None) -> int:
    """Six metrics on a board's scorecard, the first with targets, a comment, a link and other areas."""
    board_id = a_board(store) if board_id is None else board_id
    north = an_area(store, "North Northamptonshire", NORTH)
    stay = a_metric(
        store,
        "length_of_stay_14",
        "Length of stay 14 days or more",
        numerator="14 days or more",
        denominator="Inpatients",
        owner="Director of Integration and Partnerships",
        source="Secondary Uses Service",
    )
    some_figures(store, stay, north, months(27), LENGTH_OF_STAY)
    place = a_metric(
        store, "usual_place", "Discharged to usual place of residence", direction=Direction.INCREASE
    )
    some_figures(store, place, north, months(24, year=2021, first=7), USUAL_PLACE)
    waiting = a_metric(
        store, "dfg_waiting", "Waiting for a DFG assessment", unit="people", statistic=Statistic.COUNT
    )
    some_figures(store, waiting, north, months(22, year=2021, first=9), WAITING)
    discharged = a_metric(store, "discharged_5pm", "Discharged by 5 pm", direction=Direction.INCREASE)
    some_figures(store, discharged, north, months(14, year=2022, first=5), DISCHARGED)
    few = a_metric(
        store, "still_at_home", "Still at home 91 days after discharge", direction=Direction.INCREASE
    )
    some_figures(store, few, north, months(4, year=2023, first=3), (81.0, None, 82.4, 80.2))
    nothing = a_metric(store, "falls", "Admissions after a fall, 65 and over", unit="per 100,000")
    for metric_id in (stay, place, waiting, discharged, few, nothing):
        metrics.put_on_scorecard(store, board_id=board_id, metric_id=metric_id, area_id=north)
    for metric_id, value in ((stay, 14.0), (place, 95.1), (waiting, 450.0), (discharged, 38.0), (few, 80.0)):
        figures.set_target(store, metric_id=metric_id, area_id=north, value=value, starts=date(2021, 4, 1))
    for start, value in ((date(2023, 4, 1), 14.2), (date(2023, 7, 1), 13.8), (date(2023, 10, 1), 13.4)):
        figures.set_target(
            store,
            metric_id=stay,
            area_id=north,
            value=value,
            kind=TargetKind.TRAJECTORY,
            starts=start,
            ends=date(2024, 3, 31),
        )
    _surroundings(store, stay, north)
    return board_id


def _surroundings(store: Store, stay: int, north: int) -> None:
    """Comments, a note, a link, and the figures of June 2023 in other areas."""
    june = month(2023, 6)
    figures.comment(
        store,
        metric_id=stay,
        area_id=north,
        period=month(2023, 5),
        text="Virtual ward for frailty full from 12 May.",
        author="Director of Integration",
        today=TODAY,
    )
    figures.link(store, metric_id=stay, kind=LinkKind.SCHEME, ref="NNHWB/2023-24 scheme 12: Virtual ward")
    for name, code, numerator, denominator in PLACES:
        figures.record_figure(
            store,
            metric_id=stay,
            area_id=an_area(store, name, code),
            period=june,
            value=13.7 if code == NORTH else None,
            numerator=numerator,
            denominator=denominator,
            note="Taken from the June return, row 14" if code == NORTH else "",
            today=TODAY,
        )
