"""Strangers' files of figures: refused in a sentence with nothing stored, or read and the strange told."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from tests.builders import a_board
from tests.data.excel.hostile import CASES, Case, Refused
from tests.services.exchange.test_figures import TODAY, figures

from boardtool.data.performance import metrics
from boardtool.data.store import Store
from boardtool.domain.imports import ImportReport
from boardtool.services.exchange import importing
from boardtool.services.exchange.request import Request

REFUSED = [
    case for case in CASES if isinstance(case.outcome, Refused) and "action log" not in case.outcome.words
]
ROWS = ("metric;area;period;value", "Falls;North;2021/22;1.800,5", "Falls;North;2022/23;1750")
LONG = ("metric", "area", "period", "value")
LONGEST = 10.0  # seconds

Fill = Callable[[xlsxwriter.Workbook], None]


@pytest.fixture(autouse=True)
def _board(store: Store) -> None:
    a_board(store, council="North Northamptonshire Council")


def report_of(store: Store, file: Path, *, partial: bool = False) -> ImportReport:
    began = time.monotonic()
    read = importing.read("metrics", Request(file, board="NNHWB"))
    report = (
        read if isinstance(read, ImportReport) else importing.take(store, read, today=TODAY, partial=partial)
    )
    assert time.monotonic() - began < LONGEST
    return report


def nothing_is_stored(store: Store) -> bool:
    with store.reading() as reading:
        return metrics.every(reading) == [] and figures(store) == []


def a_book(folder: Path, fill: Fill, *, name: str = "figures.xlsx") -> Path:
    with xlsxwriter.Workbook(folder / name) as book:
        fill(book)
    return folder / name


def write(sheet: "xlsxwriter.worksheet.Worksheet", rows: Sequence[Sequence[object]], *, top: int = 0) -> None:
    for number, row in enumerate(rows, top):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(number, column, value)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_what_cannot_be_read_is_refused_in_a_sentence_and_stores_nothing(
    store: Store, tmp_path: Path, case: Case
) -> None:
    report = report_of(store, case.build(tmp_path / f"figures{case.ending}"))
    assert not report.applied
    assert report.refused.endswith(".")
    assert "Error" not in report.refused
    assert nothing_is_stored(store)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_text_in_any_letters_and_with_any_mark(
    store: Store, tmp_path: Path, encoding: str, mark: str
) -> None:
    file = tmp_path / "figures.csv"
    lines = (mark.join(LONG), mark.join(("Children’s visits – home", "Nörth", "2021/22", "12.5")))
    file.write_bytes("\r\n".join(lines).encode(encoding))
    report = report_of(store, file)
    assert [(row.values["name"], row.values["area"], row.values["value"]) for row in report.rows] == [
        ("Children’s visits – home", "Nörth", 12.5)
    ]


def test_european_decimals_between_semicolons_say_how_to_write_them(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("\n".join(ROWS), encoding="utf-8")
    report = report_of(store, file)
    assert [(each.cell, each.reason) for each in report.rejected] == [
        ("D2", "“1.800,5” has a decimal comma: write 1800.5")
    ]
    assert nothing_is_stored(store)


def test_fifty_sheets_of_one_layout_ask_which(store: Store, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        for number in range(50):
            write(
                book.add_worksheet(f"Area {number}"), [LONG, ("Falls", f"Area {number}", "2021/22", number)]
            )

    report = report_of(store, a_book(tmp_path, fill))
    assert report.choose is not None
    assert (report.choose.what, len(report.choose.options)) == ("sheet", 50)
    assert nothing_is_stored(store)


def with_a_last_cell(folder: Path, row: int, column: int, text: str) -> Path:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Figures")
        write(sheet, [LONG, ("Falls", "North", "2021/22", 1800)])
        sheet.write(row, column, text)

    return a_book(folder, fill)


def test_a_cell_in_the_last_column_of_a_sheet_is_named(store: Store, tmp_path: Path) -> None:
    report = report_of(store, with_a_last_cell(tmp_path, 5, 16_383, "x"))
    assert report.refused == (
        'The sheet "Figures" has something in cell XFD6, beyond its 512th column: delete what is out there, '
        "save it and try again."
    )
    assert nothing_is_stored(store)


def test_a_note_in_the_last_row_of_a_sheet_is_no_figure(store: Store, tmp_path: Path) -> None:
    report = report_of(store, with_a_last_cell(tmp_path, 1_048_575, 0, "Source: NHS England"))
    assert report.refused or [row.row for row in report.rows] == [2]


def test_headings_in_two_rows_totals_notes_and_hidden_rows(store: Store, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Figures")
        sheet.merge_range("A1:D1", "Key performance indicators")
        write(
            sheet,
            [
                ("", "", "Reporting", "Actual"),
                ("Metric", "Area", "period", "value"),
                ("Falls", "North", "2021/22", 1800),
                ("Falls", "North", "2022/23", 1750),
                ("Total", None, None, 3550),
                (),
                ("Source: NHS England",),
                ("* provisional",),
            ],
            top=1,
        )
        sheet.set_row(3, options={"hidden": True})

    report = report_of(store, a_book(tmp_path, fill))
    assert [(row.row, row.values["value"]) for row in report.rows] == [(4, 1800), (5, 1750)]
    told = [each.reason for each in report.warnings]
    assert "not taken: a total" in told
    assert "1 hidden row is included" in told


def test_dates_of_excel_are_periods(store: Store, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Figures")
        day = book.add_format({"num_format": "mmm-yy"})
        write(sheet, [LONG])
        for row, month in enumerate((4, 5, 6), 1):
            write(sheet, [("Falls", "North", None, 10 + month)], top=row)
            sheet.write_datetime(row, 2, datetime(2022, month, 1), day)

    report = report_of(store, a_book(tmp_path, fill))
    assert [row.values["period"] for row in report.rows] == ["2022-04", "2022-05", "2022-06"]


def test_half_of_a_file_is_taken_only_when_that_is_said(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    lines = (
        "metric,area,period,value",
        "Falls,North,2021/22,[c]",
        "Falls,North,2022/23,?",
        "Falls,North,2023/24,7",
    )
    file.write_text("\n".join(lines), encoding="utf-8")
    assert not report_of(store, file).applied
    assert nothing_is_stored(store)
    report = report_of(store, file, partial=True)
    assert report.applied
    assert [each.value for each in figures(store)] == [None, 7]


def test_a_wide_table_with_its_years_over_its_months_is_refused_or_read_never_guessed(
    store: Store, tmp_path: Path
) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Figures")
        write(sheet, [("Metric", "2022/23", None, None), ("", "Apr", "May", "Jun"), ("Falls", 1, 2, 3)])

    report = report_of(store, a_book(tmp_path, fill))
    assert report.refused or report.choose or not report.rows
    assert nothing_is_stored(store)
