"""Money, days and numbers in cells; and that no data row is lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardtool.data.excel.action_log import read_action_log
from boardtool.data.excel.agenda import read_agenda
from boardtool.data.excel.headings import Wanted, wanted_field
from boardtool.data.excel.members import read_members
from boardtool.data.excel.rows import ReadTable, RowReader, read_rows
from boardtool.data.excel.tables import find_table
from boardtool.data.excel.workbook import Sheet, Workbook
from boardtool.domain.imports import Choose, Rejected
from boardtool.domain.money import scale_of_heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COSTS = Wanted(
    "table of costs",
    (
        wanted_field("scheme", "scheme", required=True),
        wanted_field("cost", "cost; expenditure", required=True),
        wanted_field("paid", "paid on"),
        wanted_field("share", "share"),
    ),
    key="scheme",
)


@dataclass(frozen=True)
class Cost:
    row: int
    scheme: str
    pence: int | None
    paid: date | None
    share: Decimal | None


Written = str | tuple[str, str]


def workbook_of(rows: Sequence[Sequence[Written]], **about: object) -> Workbook:
    """A workbook of one sheet; a cell is its text, or its kind and text; "" is no cell."""
    filled = [
        (row, column, value if isinstance(value, tuple) else ("s", value))
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value != ""
    ]
    sheet = Sheet(
        "Costs",
        [row for row, _, _ in filled],
        [column for _, column, _ in filled],
        "".join(value[0] for _, _, value in filled),
        [value[1] for _, _, value in filled],
        **about,  # type: ignore[arg-type] # whatever else a sheet knows
    )
    return Workbook("costs.xlsx", "xlsx", (sheet,))


def read_costs(rows: Sequence[Sequence[Written]]) -> ReadTable[Cost]:
    table = find_table(workbook_of(rows), COSTS)
    assert not isinstance(table, Choose)
    scale = scale_of_heading(table.headings["cost"])

    def read(reader: RowReader) -> Cost:
        return Cost(
            reader.found.number,
            reader.needed("scheme", "the scheme"),
            reader.pence("cost", scale=scale),
            reader.day("paid"),
            reader.number("share"),
        )

    return read_rows(table, read, lambda row: row.scheme)


def one_cost(value: Written, heading: str = "Cost") -> int | Rejected | None:
    found = read_costs([("Scheme", heading), ("Home care", value)])
    assert len(found.rows) + len(found.rejected) == 1
    return found.rows[0].pence if found.rows else found.rejected[0]


@pytest.mark.parametrize(
    ("value", "pence"),
    [
        ("£1.2m", 120_000_000), ("(1,234.50)", -123_450), ("12.5k", 1_250_000), ("300 CR", -30_000),
        (("n", "1234.5"), 123_450), (("n", "0.30000000000000004"), 30), (("n", "-1E2"), -10_000),
        (" £\u00a05 ", 500),
    ],
)  # fmt: skip
def test_money_in_cells_is_exact(value: Written, pence: int) -> None:
    assert one_cost(value) == pence


@pytest.mark.parametrize(
    "value",
    ["1,23", "TBC", "NaN", "1_000", "1.234,50", ("n", "NaN"), ("n", "1.2345"), ("b", "1"), ("d", "44810"),
     ("e", "#REF!"), ("f", ""), "#REF!", "-", "12.345"],
)  # fmt: skip
def test_what_is_no_exact_money_is_rejected_with_its_cell(value: Written) -> None:
    rejected = one_cost(value)
    assert isinstance(rejected, Rejected)
    assert (rejected.sheet, rejected.row, rejected.cell, rejected.field) == ("Costs", 2, "B2", "cost")
    assert rejected.reason


def test_a_heading_in_thousands_is_heeded() -> None:
    assert one_cost("12.5", "Cost (£000)") == 1_250_000
    assert one_cost(("n", "12.5"), "Expenditure (£'000)") == 1_250_000


def test_a_row_with_two_troubles_is_rejected_once_with_both() -> None:
    found = read_costs([("Scheme", "Cost", "Paid on"), ("Home care", "TBC", "31/02/2022")])
    (rejected,) = found.rejected
    assert '"TBC" is not an amount' in rejected.reason
    assert "C2:" in rejected.reason
    assert "no such day" in rejected.reason


def test_days_and_numbers_are_read() -> None:
    rows: list[tuple[Written, ...]] = [
        ("Scheme", "Cost", "Paid on", "Share"),
        ("A", "1", ("d", "44810"), "12%"),
        ("B", "2", "", ("n", ".5")),
    ]
    found = read_costs(rows)
    assert [(row.paid, row.share) for row in found.rows] == [
        (date(2022, 9, 6), Decimal("0.12")),
        (None, Decimal("0.5")),
    ]


def test_a_time_in_a_number_column_is_rejected() -> None:
    found = read_costs([("Scheme", "Cost", "Share"), ("A", "1", ("t", "0.5"))])
    assert "is not a number" in found.rejected[0].reason


filling = st.one_of(
    st.sampled_from(
        [
            "",
            "Total",
            "Note: see below",
            "x",
            "050722/01",
            "Open",
            "TBC",
            "5 July 2022",
            "Chair",
            "3",
            "1.30",
            "--",
        ]
    ),
    st.tuples(st.sampled_from("nsdtbef"), st.sampled_from(["1", "44810", "x", "0.5", "-3"])),
)
tables = st.lists(st.lists(filling, min_size=1, max_size=5), max_size=12)
READERS: list[tuple[Callable[..., object], tuple[str, ...]]] = [
    (read_action_log, ("Action No", "Action point", "Allocated to", "Due", "Status")),
    (read_agenda, ("Item", "Subject", "Presenting officer", "Time", "Page no")),
    (read_members, ("Name", "Post", "Role", "Voting", "From")),
]


@pytest.mark.parametrize(("read", "headings"), READERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=tables)
def test_every_row_below_the_headings_is_accounted_for(
    read: Callable[..., object], headings: tuple[str, ...], rows: list[list[Written]]
) -> None:
    found = read(workbook_of([headings, *rows]))
    assert isinstance(found, ReadTable)
    filled = {number for number, values in enumerate(rows, 2) if any(value != "" for value in values)}
    taken = [row.row for row in found.rows]
    rejected = [row.row for row in found.rejected]
    skipped = {warning.row for warning in found.warnings if warning.reason.startswith("not taken")}
    assert len(set(taken)) == len(taken)
    assert len(set(rejected)) == len(rejected)
    assert set(taken) | set(rejected) | skipped == filled
    assert not set(taken) & set(rejected)
    assert not skipped & (set(taken) | set(rejected))
