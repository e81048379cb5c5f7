"""Which areas of a publication are taken, offered, and remembered for the board."""

from pathlib import Path

import pytest
from tests.builders import a_board
from tests.services.exchange.test_figures import found, take

from boardtool.data.performance import areas, records
from boardtool.data.store import Store
from boardtool.services.exchange.figure_areas import AreasOffered
from boardtool.services.exchange.figures import FiguresRead

READY_DATE = Path("data") / "drd_2024-25_monthly_northamptonshire.csv"
SITREP = Path("data") / "nhse_acute_discharge_sitrep_2023-12.xlsx"
ASCOF = Path("data") / "ascof_residential_admissions_65plus_2014-15_to_2023-24_peer_group.csv"
ICB = "NHS Northamptonshire Integrated Care Board"


@pytest.fixture
def board(store: Store) -> int:
    return a_board(store, council="North Northamptonshire Council")


def watched(store: Store, board: int) -> list[str]:
    with store.reading() as reading:
        return [area.name for area in areas.watched(reading, board)]


def offered_in(store: Store, file: Path) -> AreasOffered | None:
    read = found(file)
    assert isinstance(read.compare, FiguresRead)
    with store.reading() as reading:
        return read.compare.areas_offered(reading, read.request)


@pytest.mark.usefixtures("board")
def test_at_first_the_own_area_and_england_are_offered(store: Store, reference: Path) -> None:
    there = offered_in(store, reference / READY_DATE)
    assert there == AreasOffered(
        ("North Northamptonshire", "West Northamptonshire", "England"),
        frozenset({"North Northamptonshire", "England"}),
        open=True,
    )


@pytest.mark.usefixtures("board")
def test_later_those_that_were_chosen(store: Store, reference: Path) -> None:
    take(store, reference / READY_DATE, areas=("West Northamptonshire",))
    there = offered_in(store, reference / READY_DATE)
    assert there is not None
    assert (there.ticked, there.open) == (frozenset({"West Northamptonshire"}), False)
    sitrep = offered_in(store, reference / SITREP)
    assert sitrep is not None
    assert sitrep.open
    assert len(sitrep.names) == 169


@pytest.mark.usefixtures("board")
def test_our_own_table_has_nothing_to_choose(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("metric,area,period,value\nFalls,North,2022/23,1\nFalls,West,2022/23,2", "utf-8")
    assert offered_in(store, file) is None


def test_areas_of_another_file_are_watched_too_and_the_own_stays_first(
    store: Store, board: int, reference: Path
) -> None:
    take(store, reference / READY_DATE, areas=("England", "North Northamptonshire"))
    assert watched(store, board) == ["North Northamptonshire", "England"]
    take(store, reference / SITREP, areas=("RNQ", ICB))
    assert watched(store, board) == [
        "North Northamptonshire", "England", "Kettering General Hospital NHS Foundation Trust", ICB,
    ]  # fmt: skip
    take(store, reference / ASCOF, areas=("Trafford",))
    assert watched(store, board)[0] == "North Northamptonshire"
    assert "England" not in watched(store, board)


def test_a_file_without_the_own_area_is_on_the_scorecard_by_the_first_asked_for(
    store: Store, board: int, reference: Path
) -> None:
    take(store, reference / SITREP, areas=(ICB, "RNQ"))
    with store.reading() as reading:
        rows = records.scorecard(reading, board)
    assert {row.record.metric.key for row in rows} == {
        "no_longer_meet_criteria", "discharged_patients", "remaining_no_criteria",
        "additional_bed_days_7", "additional_bed_days_14", "additional_bed_days_21",
    }  # fmt: skip
    assert {row.record.area.name for row in rows} == {ICB}


def test_where_none_of_the_watched_is_in_the_file_it_says_so(
    store: Store, board: int, reference: Path
) -> None:
    take(store, reference / READY_DATE, areas=("North Northamptonshire",))
    report = take(store, reference / SITREP)
    assert not report.rows
    assert [each.reason for each in report.warnings][-1] == (
        "the file has no figure of North Northamptonshire, the areas that the board watches: name others"
    )
    assert watched(store, board) == ["North Northamptonshire"]
