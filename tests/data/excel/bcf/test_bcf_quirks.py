"""Planning workbooks as strangers make them: odd orders, odd words, odd cells, and what is refused."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from boardtool.data.excel.bcf.plan import ReadPlan, read_plan, year_of
from boardtool.data.excel.opening import open_workbook, stop_reader
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Choose

HEADINGS = (
    *("Scheme ID", "Scheme Name", "Brief Description of Scheme", "Scheme Type", "Sub Types"),
    *("Area of Spend", "Commissioner", "% NHS (if Joint Commissioner)", "% LA (if Joint Commissioner)"),
    *("Provider", "Source of Funding", "Expenditure (£)", "New/ Existing Scheme"),
)
CARERS = (
    *("1", "Carers", "Breaks", "Carers Services", "Respite services", "Social Care", "LA", None, None),
    *("Local Authority", "iBCF", 100, "Existing"),
)


@pytest.fixture(scope="module", autouse=True)
def _reader() -> Iterator[None]:
    yield
    stop_reader()


class Made:
    """A planning workbook that a test makes cell by cell."""

    def __init__(self, folder: Path, title: str = "BCF Planning Template 2022-23") -> None:
        self.path = folder / "plan.xlsx"
        self.book = openpyxl.Workbook()
        cover = self.book.active
        assert cover is not None
        cover.title = "2. Cover"
        cover["B2"] = title
        cover["B12"], cover["C12"] = "Health and Wellbeing Board:", "North Northamptonshire"
        self.sheet = self.book.create_sheet("5a. Expenditure")

    def table(
        self, rows: Sequence[Sequence[object]], headings: Sequence[str] = HEADINGS, top: int = 20
    ) -> None:
        for row, values in enumerate((headings, *rows), top):
            for column, value in enumerate(values, 2):
                self.sheet.cell(row, column, value)

    def read(self, year: str | None = None) -> ReadPlan:
        self.book.save(self.path)
        read = read_plan(open_workbook(self.path), year=year)
        assert not isinstance(read, Choose)
        return read


def line(**values: object) -> list[object]:
    """The line of carers with other values in some of its columns."""
    return [values.get(heading.split(" (")[0], cell) for heading, cell in zip(HEADINGS, CARERS, strict=True)]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path)


def test_columns_may_stand_in_another_order_with_headings_broken_over_lines(made: Made) -> None:
    backwards = [heading.replace(" ", " \n", 1) for heading in reversed(HEADINGS)]
    made.table([list(reversed(CARERS))], headings=backwards)
    [row] = made.read().schemes.rows
    assert (row.values["name"], row.values["expenditure"]) == ("Carers", 100_00)


def test_local_columns_are_kept_as_notes(made: Made) -> None:
    made.table([[*CARERS, "Pillar 2"]], headings=[*HEADINGS, "iCAN pillar"])
    [row] = made.read().schemes.rows
    assert row.values["notes"] == {"iCAN pillar": "Pillar 2"}


@pytest.mark.parametrize(
    ("cell", "pence"),
    [("£1,488,437", 148843700), ("1.5m", 150000000), ("12.5k", 1250000), (0, 0), (0.1 + 0.2, 30)],
)
def test_money_is_read_as_people_write_it(made: Made, cell: object, pence: int) -> None:
    made.table([line(Expenditure=cell)])
    [row] = made.read().schemes.rows
    assert row.values["expenditure"] == pence


def test_text_in_money_keeps_its_row_and_names_its_cell(made: Made) -> None:
    made.table([line(Expenditure="about a million")])
    read = made.read()
    [row] = read.schemes.rows
    assert (row.values["expenditure"], row.values["unread"]) == (None, {"expenditure": "about a million"})
    assert [(said.cell, said.value) for said in read.schemes.warnings] == [("M21", "about a million")]


def test_parts_of_a_penny_are_rounded_and_said(made: Made) -> None:
    made.table([line(Expenditure=1234.5678)])
    read = made.read()
    assert read.schemes.rows[0].values["expenditure"] == 1234_57
    assert read.schemes.warnings[0].reason == "rounded to £1,234.57"


@pytest.mark.parametrize(
    ("cell", "share"), [(0.6, "0.6"), (60, "0.6"), ("60%", "0.6"), (1.1, "1.1"), (110, "1.1")]
)
def test_shares_are_fractions_whatever_the_cell_holds(made: Made, cell: object, share: str) -> None:
    made.table([line(**{"Commissioner": "Joint", "% NHS": cell})])
    [row] = made.read().schemes.rows
    assert row.values["nhs_share"] == Decimal(share)


def test_the_councils_share_is_worked_out_where_the_file_has_none(made: Made) -> None:
    made.table([line(**{"Commissioner": "Joint", "% NHS": 0.6})])
    assert made.read().schemes.rows[0].values["la_share"] == Decimal("0.4")


def test_words_are_matched_to_the_list_and_unknown_ones_kept(made: Made) -> None:
    made.table([line(**{"Scheme Type": "3. carers  SERVICES", "Provider": "Martians"})])
    read = made.read()
    [row] = read.schemes.rows
    assert (row.values["scheme_type"], row.values["provider"]) == ("Carers Services", "Martians")
    assert [said.reason for said in read.schemes.warnings] == [
        "read as “Carers Services”",
        "no provider of 2022-23: kept as it is written",
    ]


def test_a_blank_id_is_that_of_the_scheme_above(made: Made) -> None:
    made.table([CARERS, line(**{"Scheme ID": None, "Expenditure": 5})])
    assert [row.values["scheme_id"] for row in made.read().schemes.rows] == ["1", "1"]


def test_blank_rows_totals_and_notes_are_no_lines(made: Made) -> None:
    total: list[object] = [None, "Total", *([None] * 9), 100, None]
    note: list[object] = [None, None, "A note on all of this", *([None] * 10)]
    made.table([CARERS, [None] * 13, line(**{"Scheme ID": "2"}), total, note])
    read = made.read()
    assert [row.row for row in read.schemes.rows] == [21, 23]
    assert len(read.schemes.warnings) == 2


def test_hidden_rows_are_taken_and_said(made: Made) -> None:
    made.table([CARERS, line(**{"Scheme ID": "2"})])
    made.sheet.row_dimensions[22].hidden = True
    read = made.read()
    assert len(read.schemes.rows) == 2
    assert read.schemes.warnings[-1].reason == "1 hidden rows are included"


def test_a_formula_without_a_result_keeps_its_row(made: Made) -> None:
    made.table([line(Expenditure="=50+50")])
    [row] = made.read().schemes.rows
    assert row.values["expenditure"] is None
    assert "expenditure" in row.values["unread"]


def test_an_update_counts_its_new_amount_also_nothing_else_the_one_before(tmp_path: Path) -> None:
    made = Made(tmp_path, "BCF 2024-25 Update Template")
    headings = [
        *HEADINGS[:11],
        "Previously entered Expenditure for 2024-25 (£)",
        "Updated Expenditure for 2024-25 (£)",
    ]
    made.table(
        [[*CARERS[:11], 100, None], [*CARERS[:11], 100, 0], [*CARERS[:11], 100, 70]], headings=headings
    )
    read = made.read()
    assert read.lists.year == "2024-25"
    assert [row.values["expenditure"] for row in read.schemes.rows] == [100_00, 0, 70_00]


def test_2025_has_activities_and_no_scheme_names(tmp_path: Path) -> None:
    made = Made(tmp_path, "BCF Planning Template 2025-26")
    headings = (
        *("Scheme ID", "Activity", "Description of Scheme", "Primary Objective", "Area of Spend", "Provider"),
        *("Source of Funding", "Expenditure for 2025-26 (£)", "Comments (optional)"),
    )
    activity = "Home-based intermediate care (short-term services)"
    made.table(
        [(1, activity, "d", "Timely discharge from hospital", "Social Care", "NHS", "DFG", 5, "c")], headings
    )
    [row] = made.read().schemes.rows
    assert str(row.values["scheme_type"]).startswith("Home-based intermediate care (short-term home-based")
    assert (row.values["comment"], row.values["expenditure"]) == ("c", 500)


@pytest.mark.parametrize(
    ("headings", "source", "year"),
    [
        (("Scheme ID", "Activity", "Primary Objective"), "", "2025-26"),
        (("Scheme ID", "Updated Expenditure for 2024-25 (£)"), "", "2024-25"),
        (("Scheme ID", "Expenditure 23/24 (£)"), "", "2023-25"),
        (("Scheme ID", "Scheme Name"), "Minimum CCG Contribution", "2021-22"),
        (("Scheme ID", "Scheme Name"), "Minimum NHS Contribution", "2022-23"),
    ],
)
def test_without_a_title_the_columns_tell_the_year(
    tmp_path: Path, headings: Sequence[str], source: str, year: str
) -> None:
    made = Made(tmp_path, "Our plan")
    made.table([[source]], headings)
    made.book.save(made.path)
    assert year_of(open_workbook(made.path)) == (year, True)


def test_a_year_that_is_not_known_is_refused_by_its_cell_and_taken_when_it_is_named(tmp_path: Path) -> None:
    made = Made(tmp_path, "BCF Planning Template 2026-27")
    made.table([CARERS])
    with pytest.raises(
        InputRefusedError, match=r"Cell B2 of “2\. Cover” says “BCF Planning Template 2026-27”"
    ):
        made.read()
    assert len(made.read(year="2022-23").schemes.rows) == 1


def test_a_workbook_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Action No", "Action point", "Allocated to"])
    book.save(path)
    with pytest.raises(InputRefusedError, match="No Better Care Fund scheme table was found"):
        read_plan(open_workbook(path))


def test_a_title_merged_over_the_headings_is_no_heading(made: Made) -> None:
    made.table([CARERS])
    made.sheet["B19"] = "Planned Expenditure"
    made.sheet.merge_cells("B19:N19")
    read = made.read()
    assert (read.schemes.header_row, len(read.schemes.rows)) == (20, 1)
    assert read.schemes.rows[0].values["notes"] == {}
