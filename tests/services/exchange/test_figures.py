"""Figures from files: held against the library, taken in one step, areas chosen once and remembered."""

from datetime import date
from pathlib import Path

import pytest
from tests.builders import a_board

from boardtool.data.performance import areas, metrics, observations, records, remarks
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import ImportReport, RowState
from boardtool.domain.performance.metrics import Observation, Status, TargetKind
from boardtool.domain.performance.series import Direction
from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request

TODAY = date(2022, 9, 6)
HEADS = "metric,area,period,value,numerator,denominator,target"
BCF = Path("bcf")


@pytest.fixture
def board(store: Store) -> int:
    return a_board(store, council="North Northamptonshire Council")


def a_csv(folder: Path, *lines: str, name: str = "figures.csv") -> Path:
    file = folder / name
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def found(file: Path, **asked: object) -> FileRead:
    read = importing.read("metrics", Request(file, **asked))  # type: ignore[arg-type]  # fields by name
    assert isinstance(read, FileRead), read
    return read


def take(store: Store, file: Path, *, partial: bool = False, **asked: object) -> ImportReport:
    return importing.take(store, found(file, **asked), today=TODAY, partial=partial)


def figures(store: Store) -> list[Observation]:
    with store.reading() as reading:
        return observations.every(reading)


def test_a_known_metric_comes_with_what_is_known_of_it(store: Store, board: int, tmp_path: Path) -> None:
    file = a_csv(tmp_path, HEADS, "Discharge home,North Northamptonshire,Jun 2022,95.3,4193,4400,95.1")
    report = take(store, file)
    assert (report.applied, report.count(RowState.ADDED)) == (True, 1)
    with store.reading() as reading:
        [metric] = metrics.every(reading)
        assert (metric.key, metric.unit, metric.direction) == (
            "discharge_usual_place",
            "%",
            Direction.INCREASE,
        )
        [row] = records.scorecard(reading, board)
    assert (row.latest_shown, row.target_shown) == ("95.3\u00a0%", "95.1\u00a0%")
    assert row.met_shown == "Met, within chance"


@pytest.mark.usefixtures("board")
def test_the_same_file_again_changes_nothing_and_undo_takes_all_back(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, HEADS, "Falls,North,2021/22,1800,,,", "Falls,West,2021/22,1900,,,")
    take(store, file)
    again = take(store, file)
    assert again.changes_nothing
    assert again.step is None
    store.undo()
    assert figures(store) == []
    with store.reading() as reading:
        assert metrics.every(reading) == []
        assert areas.every(reading) == []


@pytest.mark.usefixtures("board")
def test_a_final_figure_that_changes_is_a_revision_and_stays_one(store: Store, tmp_path: Path) -> None:
    take(store, a_csv(tmp_path, HEADS, "Falls,North,2021/22,1800,,,"))
    revised = a_csv(tmp_path, HEADS, "Falls,North,2021/22,1810,,,")
    report = take(store, revised)
    assert report.rows[0].changes == {"value": (1800, 1810), "status": ("final", "revised")}
    assert take(store, revised).changes_nothing
    assert figures(store)[0].status is Status.REVISED


@pytest.mark.usefixtures("board")
def test_a_metric_that_nothing_knows_is_new_and_said_to_be(store: Store, tmp_path: Path) -> None:
    report = take(store, a_csv(tmp_path, "metric,area,period,value,unit", "Fallen trees,North,2022,12,%"))
    assert [warning.reason for warning in report.warnings] == [
        "“Fallen trees” is a new metric: say which way is better once it is taken"
    ]
    with store.reading() as reading:
        [metric] = metrics.every(reading)
    assert (metric.key, metric.direction, metric.multiplier) == ("fallen_trees", Direction.NEUTRAL, 100)


@pytest.mark.usefixtures("board")
def test_shares_are_read_as_per_cent_and_said(store: Store, tmp_path: Path) -> None:
    report = take(store, a_csv(tmp_path, HEADS, "Discharge home,North,Jun 2022,0.953,,,0.951"))
    assert "0.953 is read as 95.3" in report.warnings[0].reason
    assert figures(store)[0].value == pytest.approx(95.3)


@pytest.mark.usefixtures("board")
def test_what_its_own_parts_deny_is_rejected_by_cell(store: Store, tmp_path: Path) -> None:
    file = a_csv(
        tmp_path,
        HEADS,
        "Discharge home,North,Apr 2022,95.3,4500,4400,",
        "Discharge home,North,May 2022,59.3,4193,4400,",
        "Discharge home,North,Jun 2022,95.3,4193,0,",
        "Discharge home,North,Jul 2022,95.3,4193,4400,",
    )
    report = take(store, file)
    assert not report.applied
    assert [(each.cell, each.reason) for each in report.rejected] == [
        ("D2", "numerator 4500 is above denominator 4400"),
        ("D3", "59.3 is not 4193 of 4400, which is 95.3"),
        ("D4", "numerator 4193 and denominator 0 cannot be"),
    ]
    assert take(store, file, partial=True).count(RowState.ADDED) == 1


@pytest.mark.usefixtures("board")
def test_a_value_is_worked_out_from_its_parts(store: Store, tmp_path: Path) -> None:
    take(store, a_csv(tmp_path, HEADS, "Discharge home,North,Jun 2022,,4193,4400,"))
    assert figures(store)[0].value == pytest.approx(95.29545)


@pytest.mark.usefixtures("board")
def test_two_figures_of_one_place_and_time_under_two_names(store: Store, tmp_path: Path) -> None:
    file = a_csv(
        tmp_path, HEADS, "Discharge home,North,Jun 2022,95,,,", "discharge_usual_place,North,2022-06,96,,,"
    )
    report = take(store, file)
    assert [each.reason for each in report.rejected] == [
        "row 3 gives 96 for North, June 2022, but row 2 gives 95: keep one"
    ]


@pytest.mark.usefixtures("board")
def test_without_an_area_the_figures_are_of_the_boards_own(store: Store, tmp_path: Path) -> None:
    take(store, a_csv(tmp_path, "metric,period,value", "Falls,2021/22,1800"))
    with store.reading() as reading:
        assert [area.name for area in areas.every(reading)] == ["North Northamptonshire"]


def test_without_any_board_they_are_rejected_with_what_to_do(store: Store, tmp_path: Path) -> None:
    report = take(store, a_csv(tmp_path, "metric,period,value", "Falls,2021/22,1800"))
    assert "add a column for it, or say --board" in report.rejected[0].reason


def test_areas_are_chosen_once_and_remembered(store: Store, board: int, reference: Path) -> None:
    file = reference / "data" / "drd_2024-25_monthly_northamptonshire.csv"
    first = take(store, file, areas=("E06000061", "England"))
    assert first.count(RowState.ADDED) == 2 * 12 * 3
    assert "36 figures of other areas are not taken" in [warning.reason for warning in first.warnings]
    with store.reading() as reading:
        assert [area.name for area in areas.watched(reading, board)] == ["North Northamptonshire", "England"]
    ascof = reference / "data" / "ascof_residential_admissions_65plus_2014-15_to_2023-24_peer_group.csv"
    second = take(store, ascof)
    assert {row.values["area"] for row in second.rows} == {"England"}
    with store.reading() as reading:
        assert {row.record.metric.key for row in records.scorecard(reading, board)} == {
            "discharge_delay", "discharged_on_ready_date", "delay_when_delayed",
        }  # fmt: skip


@pytest.mark.usefixtures("board")
def test_an_area_that_is_not_in_the_file_is_said(store: Store, reference: Path) -> None:
    file = reference / "data" / "drd_2024-25_monthly_northamptonshire.csv"
    with pytest.raises(CannotDoError, match=r"no area Corby\. Among its areas are: North Northamptonshire"):
        take(store, file, areas=("Corby",))


@pytest.mark.usefixtures("board")
def test_a_publication_of_thousands_of_figures_is_taken_whole(store: Store, reference: Path) -> None:
    report = take(store, reference / "data" / "nhse_acute_discharge_sitrep_2023-12.xlsx")
    assert (report.applied, report.count(RowState.ADDED)) == (True, 17_745)
    with store.reading() as reading:
        assert {metric.key for metric in metrics.every(reading)} == {
            "no_longer_meet_criteria", "discharged_patients", "remaining_no_criteria",
            "additional_bed_days_7", "additional_bed_days_14", "additional_bed_days_21",
        }  # fmt: skip


@pytest.mark.usefixtures("board")
def test_a_return_gives_targets_and_commentary(store: Store, reference: Path) -> None:
    file = reference / "bcf" / "North Northamptonshire HWB BCF end of year return 2022-23.xlsx"
    report = take(store, file)
    assert (report.count(RowState.ADDED), report.sheet) == (10, "4. Metrics")
    with store.reading() as reading:
        homes = metrics.by_key(reading, "residential_admissions")
        [target] = remarks.targets(reading, [homes.id])
        [said] = remarks.commentary(reading, [homes.id])
    assert (target.value, target.kind, target.starts) == (598, TargetKind.PLAN, date(2022, 4, 1))
    assert said.text.startswith("Not on track")
    assert figures(store) == []
    assert take(store, file).changes_nothing


def test_a_half_suppressed_file_says_each_cell_without_a_figure(store: Store, tmp_path: Path) -> None:
    file = a_csv(
        tmp_path,
        HEADS,
        "Falls,North,2020/21,[c],,,",
        "Falls,North,2021/22,1800,,,",
        "Falls,North,2022/23,-,,,",
    )
    report = take(store, file)
    assert [(warning.cell, warning.reason) for warning in report.warnings] == [
        ("D2", "suppressed: falls/North/2020-21 has no figure"),
        ("D4", "not available: falls/North/2022-23 has no figure"),
    ]
    assert [each.value for each in figures(store)] == [None, 1800, None]
    assert figures(store)[0].status is Status.SUPPRESSED


@pytest.mark.usefixtures("board")
def test_a_preview_changes_nothing(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, HEADS, "Falls,North,2021/22,1800,,,")
    report = importing.preview(store, found(file), today=TODAY)
    assert report.rows[0].key == "falls/North/2021-22"
    assert report.rows[0].values["period"] == "2021-22"
    assert figures(store) == []
