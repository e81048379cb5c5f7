"""The corner of a sheet that a value came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boardtool.data.excel.opening import stop_reader
from boardtool.data.excel.shown import Corner, TableShown, shown_of, table_shown

if TYPE_CHECKING:
    from pathlib import Path

LOG = """Action log,,,
Action no,Action point,Allocated to,Due date
050722/01,Circulate the numbers,Amy Plank,2nd Sept 2022
050722/02,Write to the schools,Amy Plank,tbc
"""


@pytest.fixture
def shown(tmp_path: Path) -> TableShown:
    file = tmp_path / "log.csv"
    file.write_text(LOG, encoding="utf-8")
    found = table_shown(file, "actions")
    stop_reader()
    assert found is not None
    return found


def test_a_field_is_found_by_its_row(shown: TableShown) -> None:
    assert shown.ref(3, "due") == "D3"
    assert shown.text(3, "due") == "2nd Sept 2022"


def test_what_the_table_does_not_have_stands_nowhere(shown: TableShown) -> None:
    assert shown.ref(3, "progress") == ""
    assert shown.text(3, "progress") == ""
    assert shown.text(99, "due") == ""


def test_the_corner_around_a_cell_names_its_row(shown: TableShown) -> None:
    assert shown.corner(4, "D4") == Corner(
        letters=("A", "B", "D"),
        rows=(
            (2, ("Action no", "Action point", "Due date")),
            (3, ("050722/01", "Circulate the numbers", "2nd Sept 2022")),
            (4, ("050722/02", "Write to the schools", "tbc")),
            (5, ("", "", "")),
            (6, ("", "", "")),
        ),
        at=(4, 2),
    )


def test_the_corner_of_a_whole_row_begins_at_the_top_of_the_sheet(shown: TableShown) -> None:
    corner = shown.corner(1)
    assert [number for number, _ in corner.rows] == [1, 2, 3, 4, 5]
    assert corner.at == (1, None)


def test_minutes_come_from_no_sheet(tmp_path: Path) -> None:
    assert table_shown(tmp_path / "minutes.docx", "minutes") is None


def test_of_a_file_of_several_layouts_the_corner_is_of_the_cell(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("metric,area,period,value\nFalls,North,2021/22,tbc\n,,,\n", encoding="utf-8")
    found = shown_of(file, "metrics")
    stop_reader()
    assert found is not None
    corner = found.corner(2, "D2", sheet="figures")
    assert corner is not None
    assert (corner.letters, corner.at) == (("A", "B", "D"), (2, 2))
    assert corner.rows[1] == (2, ("Falls", "North", "tbc"))
    whole = found.corner(2, sheet="figures")
    assert whole is not None
    assert (whole.letters, whole.at) == (("A", "B", "C"), (2, None))
    assert found.corner(2, "D2", sheet="another") is None
    assert found.subject(2, "name", sheet="figures", cell="D2") == "Falls"
    assert found.subject(2, "name", sheet="figures", cell="A2") == "North"
    assert found.subject(9, "name", sheet="figures") == found.subject(2, "name", sheet="another") == ""
    assert (found.ref(2, "value"), found.text(2, "value")) == ("", "")
