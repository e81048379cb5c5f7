from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.data.excel.number_formats import kind_of_code
from boardtool.data.excel.workbook import (
    Cell,
    Merged,
    Sheet,
    column_letters,
    column_number,
    plain_number,
    serial_moment,
)


def cell(kind: str, text: str) -> Cell:
    return Cell(9, 3, kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "value", "line"),
    [
        ("s", " a\u00a0 b\n", " a\u00a0 b\n", "a b"),
        ("n", "10", Decimal(10), "10"),
        ("n", "10.0", Decimal("10.0"), "10"),
        ("n", "0.1000000000000001", Decimal("0.1000000000000001"), "0.1000000000000001"),
        ("n", "1E3", Decimal(1000), "1000"),
        ("d", "44810", date(2022, 9, 6), "2022-09-06"),
        ("d", "44810.5625", datetime(2022, 9, 6, 13, 30), "2022-09-06 13:30"),
        ("t", "0.5625", time(13, 30), "13:30"),
        ("i", "2022-09-06T00:00:00", date(2022, 9, 6), "2022-09-06"),
        ("b", "1", True, "TRUE"),
        ("b", "0", False, "FALSE"),
        ("e", "#REF!", None, "#REF!"),
    ],
)
def test_a_cell_gives_its_value_and_its_line(kind: str, text: str, value: object, line: str) -> None:
    assert cell(kind, text).value == value
    assert cell(kind, text).line == line
    assert cell(kind, text).ref == "C9"


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        ("e", "#N/A", "the error #N/A"),
        ("f", "", "without a stored value"),
        ("n", "NaN", "claims to hold a number"),
        ("n", "1_000", "claims to hold a number"),
        ("n", "\u0661", "claims to hold a number"),
        ("n", "9" * 500, "claims to hold a number"),
        ("d", "-1", "out of reach"),
        ("i", "2022-99-99", "out of reach"),
    ],
)
def test_a_cell_says_why_it_cannot_be_taken(kind: str, text: str, why: str) -> None:
    assert why in cell(kind, text).trouble


def test_a_sound_cell_has_no_trouble() -> None:
    assert [cell(kind, "1").trouble for kind in "sndtb"] == [""] * 5


@given(st.integers(1, 16_384))
def test_columns_are_lettered_and_numbered_alike(column: int) -> None:
    assert column_number(column_letters(column)) == column


@pytest.mark.parametrize(
    ("serial", "day"),
    [("1", date(1900, 1, 1)), ("59", date(1900, 2, 28)),
     ("61", date(1900, 3, 1)), ("44810", date(2022, 9, 6)), ("2958465", date(9999, 12, 31))],
)  # fmt: skip
def test_serial_days_are_those_of_excel(serial: str, day: date) -> None:
    moment = serial_moment(Decimal(serial))
    assert moment is not None
    assert moment.date() == day


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**8), max_value=10**8))
def test_a_plain_number_is_the_same_number(number: Decimal) -> None:
    assert Decimal(plain_number(number)) == number


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("dd/mm/yyyy", "d"), ("[$-809]d mmmm yyyy;@", "d"), ("mmm-yy", "d"), ("mmm", "d"),
        ("h:mm AM/PM", "t"),
        ("[h]:mm:ss", "t"), ("mm:ss", "t"), ("£#,##0.00", "n"), ('0.0" days"', "n"), ("General", "n"),
        ("0%", "n"),
        ("[Red]0.00", "n"), ("@", "n"), ('_-"£"* #,##0.00_-', "n"), ("yyyy-mm-dd hh:mm", "d"),
        ("0.00E+00", "n"),
    ],
)  # fmt: skip
def test_formats_tell_dates_from_numbers(code: str, kind: str) -> None:
    assert kind_of_code(code) == kind


def sheet(places: list[tuple[int, int]]) -> Sheet:
    rows, columns = [row for row, _ in places], [column for _, column in places]
    return Sheet("S", rows, columns, "s" * len(rows), [f"{n}" for n in range(len(rows))])


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 4))))
def test_rows_come_in_order_and_the_later_of_two_cells_counts(places: list[tuple[int, int]]) -> None:
    last = {place: str(index) for index, place in enumerate(places)}
    rows = sheet(places).rows
    found = {(cell.row, cell.column): cell.text for cells in rows.values() for cell in cells}
    assert found == last
    assert list(rows) == sorted({row for row, _ in places})
    assert all(list(cells) == sorted(cells) for cells in rows.values())
    assert len(rows) == len({row for row, _ in places})


def test_a_cell_is_found_by_its_reference() -> None:
    one = sheet([(2, 1), (9, 28)])
    found = one.at("AB9")
    assert found is not None
    assert found.text == "1"
    assert one.at("A1") is None


def test_a_merged_block_knows_its_cells() -> None:
    block = Merged(2, 1, 4, 3)
    merged = Sheet("S", [2, 3, 4], [1, 5, 5], "sss", ["a", "b", "c"], merged=(block,))
    assert merged.merged_at(4, 3) == block
    assert merged.merged_at(5, 3) is None
    assert merged.merged_at(2, 4) is None
