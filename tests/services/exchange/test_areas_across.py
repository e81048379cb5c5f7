"""Tables whose columns are areas: each figure is of its own area, or the table is refused."""

from datetime import date
from pathlib import Path

import pytest
from tests.builders import a_board

from boardtool.data.performance import areas, observations
from boardtool.data.store import Store
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import ImportReport
from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request

TODAY = date(2022, 9, 6)
NORTH, WEST = "North Northamptonshire", "West Northamptonshire"


@pytest.fixture(autouse=True)
def _boards(store: Store) -> None:
    a_board(store, council=f"{NORTH} Council")
    a_board(store, code="WNHWB", council=f"{WEST} Council")


def a_csv(folder: Path, *lines: str) -> Path:
    file = folder / "figures.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_areas_in_the_place_of_metrics_are_refused(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, f"Period,{NORTH},{WEST} Council", "Jun 2022,10,11", "Jul 2022,12,13")
    read = importing.read("metrics", Request(file, board="NNHWB"))
    assert isinstance(read, FileRead)
    with pytest.raises(InputRefusedError, match=f"“{NORTH}” and “{WEST} Council” over the columns are areas"):
        importing.take(store, read, today=TODAY)
    with store.reading() as reading:
        assert not observations.every(reading)


def test_a_column_of_values_headed_by_an_area_is_of_that_area(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, f"Metric,Period,{NORTH},{WEST}", "Falls,Jun 2022,10,11")
    asked = importing.read("metrics", Request(file, board="NNHWB"))
    assert isinstance(asked, ImportReport)
    assert asked.choose is not None
    assert asked.choose.options == (NORTH, WEST)
    read = importing.read("metrics", Request(file, board="NNHWB", columns={"value": WEST}))
    assert isinstance(read, FileRead)
    assert importing.take(store, read, today=TODAY).applied
    with store.reading() as reading:
        names = {area.id: area.name for area in areas.every(reading)}
        assert [(names[each.area_id], each.value) for each in observations.every(reading)] == [(WEST, 11.0)]


def test_a_metric_that_shares_no_name_with_an_area_is_a_metric(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, "Period,Falls,Calls", "Jun 2022,10,11")
    read = importing.read("metrics", Request(file, board="NNHWB"))
    assert isinstance(read, FileRead)
    assert importing.take(store, read, today=TODAY).applied
