"""Income, metrics and conditions as other years and other people lay them out."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.data.excel.bcf.test_bcf_quirks import CARERS, Made

from boardtool.data.bcf.national import lists_of
from boardtool.data.excel.bcf.conditions import read_conditions
from boardtool.data.excel.bcf.income import read_income
from boardtool.data.excel.bcf.metrics import ReadMetrics, period_in, read_metrics
from boardtool.data.excel.opening import open_workbook, stop_reader
from boardtool.data.excel.workbook import Workbook


@pytest.fixture(scope="module", autouse=True)
def _reader() -> Iterator[None]:
    yield
    stop_reader()


def a_sheet(folder: Path, name: str, rows: Sequence[Sequence[object]]) -> Workbook:
    """A workbook with one sheet, its rows from B2 on."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row, values in enumerate(rows, 2):
        for column, value in enumerate(values, 2):
            sheet.cell(row, column).value = value  # type: ignore[assignment]  # what a cell may hold
    book.save(folder / "book.xlsx")
    return open_workbook(folder / "book.xlsx")


def test_two_bodies_of_one_source_are_two_contributions_and_districts_are_none(tmp_path: Path) -> None:
    rows = [
        ("Disabled Facilities Grant (DFG)", "Gross Contribution"),
        ("Countyshire", 100),
        ("DFG breakdown for two-tier areas only (where applicable)",),
        ("A District", 60),
        ("Total Minimum LA Contribution (exc iBCF)", 100),
        ("NHS Minimum Contribution", "Contribution", "Comments"),
        ("NHS One ICB", "1.5m", "the larger part"),
        ("NHS Two ICB", 20),
        ("Total NHS Minimum Contribution", 1_500_020),
        ("Funding Contributions Comments", "as agreed"),
    ]
    read = read_income(a_sheet(tmp_path, "4. Income", rows), lists_of("2022-23"))
    assert [(row.values["source"], row.values["body"], row.values["amount"]) for row in read.rows] == [
        ("DFG", "Countyshire", 100_00),
        ("Minimum NHS Contribution", "NHS One ICB", 1_500_000_00),
        ("Minimum NHS Contribution", "NHS Two ICB", 20_00),
    ]
    assert (read.comment, read.rows[1].values["comment"]) == ("as agreed", "the larger part")
    assert [said.value for said in read.warnings] == ["A District"]


@pytest.mark.parametrize(
    ("heading", "year", "source"),
    [
        ("Minimum CCG Contribution", "2021-22", "Minimum CCG Contribution"),
        ("Additional CCG Contribution", "2021-22", "Additional CCG Contribution"),
        ("Improved Better Care Fund", "2022-23", "iBCF"),
        ("Local Authority Discharge Funding", "2023-25", "Local Authority Discharge Funding"),
        ("Local Authority Better Care Grant", "2025-26", "Local Authority Better Care Grant"),
    ],
)
def test_a_block_is_known_by_its_heading(tmp_path: Path, heading: str, year: str, source: str) -> None:
    book = a_sheet(
        tmp_path, "4. Income", [(heading, "Contribution"), ("Somebody", 5), (f"Total {heading}", 5)]
    )
    assert [row.values["source"] for row in read_income(book, lists_of(year)).rows] == [source]


def metrics_of(folder: Path, year: str, rows: Sequence[Sequence[object]]) -> ReadMetrics:
    return read_metrics(a_sheet(folder, "6. Metrics", rows), lists_of(year))


def test_stays_of_14_and_21_days_are_two_metrics(tmp_path: Path) -> None:
    rows = [
        ("8.2 Length of Stay",),
        (None, None, "21-22 Q3\nPlan", "21-22 Q4\nPlan", "Comments"),
        ("Percentage", "Proportion of inpatients resident for 14 days or more", 0.083, 0.081, "why"),
        (None, "Proportion of inpatients resident for 21 days or more", 0.041, 0.04),
    ]
    found = metrics_of(tmp_path, "2021-22", rows).metrics
    assert [(one.words.key, one.code) for one in found] == [("los14", "8.2"), ("los21", "8.2")]
    assert [(value.period, value.value) for value in found[0].figures] == [
        ("2021-22 Q3", Decimal("8.3")),
        ("2021-22 Q4", Decimal("8.1")),
    ]
    assert found[0].rationale == "why"


def test_a_rationale_may_stand_in_a_row_of_its_own(tmp_path: Path) -> None:
    rows = [
        ("8.1 Emergency admissions",),
        (None, None, "Apr 25 Plan", "May 25 Plan"),
        (None, "Rate", 1_500, 1_490),
        (None, "Rationale", "Fewer falls"),
    ]
    [found] = metrics_of(tmp_path, "2025-26", rows).metrics
    assert [(value.period, value.value) for value in found.figures] == [
        ("2025-04", Decimal(1_500)),
        ("2025-05", Decimal(1_490)),
    ]
    assert found.rationale == "Fewer falls"


def test_counts_for_information_make_no_standardised_rate(tmp_path: Path) -> None:
    rows = [
        ("8.2 Falls",),
        (None, None, "2023-24\nPlan"),
        (None, "Indicator value", 2_228.2),
        (None, "Count", 1_323),
        (None, "Population", 82_781),
    ]
    [figure] = metrics_of(tmp_path, "2023-25", rows).metrics[0].figures
    assert (figure.value, figure.numerator, figure.denominator) == (Decimal("2228.2"), None, None)


def test_a_rate_without_a_stored_result_is_worked_out(tmp_path: Path) -> None:
    rows = [
        ("8.5 Reablement",),
        (None, None, "2022-23\nPlan"),
        (None, "Annual (%)", None),
        (None, "Numerator", 144),
        (None, "Denominator", 200),
    ]
    assert metrics_of(tmp_path, "2022-23", rows).metrics[0].figures[0].value == 72


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021-22 Q1\nActual", "2021-22 Q1"),
        ("19-20 Plan", "2019-20"),
        ("2025-26 Plan Q3", "2025-26 Q3"),
        ("Apr 24 Actual", "2024-04"),
        ("Actual", ""),
    ],
)
def test_a_heading_names_its_period(text: str, period: str) -> None:
    assert period_in(text) == period


def test_a_condition_of_2025_has_an_answer_for_each_expectation(tmp_path: Path) -> None:
    rows = [
        (
            *("National Condition", "Planning expectation that BCF plan should:"),
            *("Where should this be completed", "HWB submission meets expectation", "Where no or not ready"),
        ),
        ("1. Plans to be jointly agreed", "reflects local priorities", "Narrative", "Yes"),
        (None, "is signed off", "Cover", "no", "By May"),
        ("2. Implementing the objectives of the BCF", "sets goals", "Metrics", "Yes"),
    ]
    read = read_conditions(a_sheet(tmp_path, "7. National Conditions", rows), lists_of("2025-26"))
    assert [(row.values["code"], row.values["answer"], row.values["actions"]) for row in read.rows] == [
        ("1", "Yes", ""),
        ("1.2", "No", "By May"),
        ("2", "Yes", ""),
    ]


def test_a_hidden_table_is_read_where_no_other_is_there(tmp_path: Path) -> None:
    made = Made(tmp_path)
    made.table([CARERS])
    made.sheet.sheet_state = "hidden"
    assert len(made.read().schemes.rows) == 1
