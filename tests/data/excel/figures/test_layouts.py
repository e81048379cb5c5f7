"""Our own layouts, and layouts of publishers that are made here: what is damaged is said by its cell."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from tests.data.excel.hostile import ODS_TYPE, ods_content, ods_rows, zipped

from boardtool.data.excel.figures.found import FoundFigures, Origin
from boardtool.data.excel.figures.layouts import read_figures
from boardtool.data.excel.figures.values import FigureRefusedError, figure_from, status_from
from boardtool.data.excel.opening import open_workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.imports import Choose
from boardtool.domain.performance.metrics import Status
from boardtool.domain.performance.periods import financial_year, month

Cells = Sequence[Sequence[str | float | date | None]]
LONG = ("metric", "area", "period", "value", "numerator", "denominator", "target", "provisional")


def a_csv(folder: Path, *lines: str) -> Path:
    file = folder / "figures.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def a_workbook(folder: Path, sheets: dict[str, Cells]) -> Path:
    file = folder / "figures.xlsx"
    with xlsxwriter.Workbook(file) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        sheet.write_datetime(
                            number, column, datetime(value.year, value.month, value.day), day
                        )
                    elif value is not None:
                        sheet.write(number, column, value)
    return file


def read(file: Path, *, sheet: str | None = None) -> FoundFigures:
    found = read_figures(open_workbook(file), sheet=sheet)
    assert isinstance(found, FoundFigures), found
    return found


def test_the_long_layout_takes_every_part(tmp_path: Path) -> None:
    found = read(
        a_csv(
            tmp_path,
            ",".join(LONG),
            'discharge_usual_place,North,Jun 2022,95.3,"4,193",4400,95.1,no',
            "discharge_usual_place,North,Jul 2022,,4100,4400,95.1,yes",
            "discharge_usual_place,North,Aug 2022,[c],,,95.1,",
            "discharge_usual_place,North,Sep 2022,,,,95.1,",
        )
    )
    first, second, third, fourth = found.figures
    assert (first.value, first.numerator, first.denominator, first.target) == (95.3, 4193, 4400, 95.1)
    assert first.cells["value"] == "D2"
    assert (second.status, second.has_figure) == (Status.PROVISIONAL, True)
    assert (third.value, third.status) == (None, Status.SUPPRESSED)
    assert (fourth.has_figure, fourth.target) == (False, 95.1)


def test_a_damaged_long_table_has_its_findings_by_cell(tmp_path: Path) -> None:
    found = read(
        a_csv(
            tmp_path,
            ",".join(LONG),
            "falls,North,2021/22,high,,,,",
            "falls,North,sometime,1800,,,,",
            ",North,2022/23,1800,,,,",
            "falls,North,2022/23,1800,,,,perhaps",
            "falls,North,2023/24,1800,,,,",
            "falls,North,2023/24,1900,,,,",
        )
    )
    assert [each.row for each in found.figures] == [6]
    assert [(each.cell, each.field) for each in found.rejected] == [
        ("D2", "value"),
        ("C3", "period"),
        ("", "metric"),
        ("H5", "status"),
        ("D7", "value"),
    ]
    assert "“high” is not a number" in found.rejected[0].reason
    assert found.rejected[-1].reason == "row 7 gives 1900 for North, 2023/24, but row 6 gives 1800: keep one"


def test_metrics_down_and_months_across(tmp_path: Path) -> None:
    found = read(
        a_workbook(
            tmp_path,
            {
                "KPIs": [
                    ("Performance 2022/23",),
                    ("Metric", "Area", "Unit", "Target", date(2022, 4, 1), date(2022, 5, 1), "Jun 2022"),
                    ("Length of stay 14 days or more", "North", "%", 14, 13.1, "c", 12.9),
                    ("Falls", "North", "", None, 150, "lots", None),
                ]
            },
        )
    )
    assert found.origin is Origin.OWN
    assert [(each.period.label, each.value, each.target) for each in found.figures[:3]] == [
        ("2022-04", 13.1, 14),
        ("2022-05", None, 14),
        ("2022-06", 12.9, 14),
    ]
    assert found.figures[1].status is Status.SUPPRESSED
    assert len(found.figures) == 4
    assert [(each.cell, each.value) for each in found.rejected] == [("F4", "lots")]


def test_a_metric_of_totals_is_no_total_row(tmp_path: Path) -> None:
    rows: Cells = [
        ("Metric", "Area", "Apr 2022", "May 2022"),
        ("Total discharges", "North", 100, 110),
        ("Total", "", 100, 110),
    ]
    found = read(a_workbook(tmp_path, {"KPIs": rows}))
    assert [(each.metric.name, each.value) for each in found.figures] == [
        ("Total discharges", 100),
        ("Total discharges", 110),
    ]
    assert [(each.cell, each.reason) for each in found.warnings] == [("A3", "not taken: a total")]


def test_periods_down_and_metrics_across(tmp_path: Path) -> None:
    found = read(
        a_csv(
            tmp_path,
            "Month,Falls,Discharged to usual place of residence,Comments",
            "Apr 2022,12,95.0,busy",
            "May 2022,-,95.3,",
            "Total,12,,",
            "Whenever,12,,",
        )
    )
    assert [(each.metric.name, each.period.label, each.value) for each in found.figures] == [
        ("Falls", "2022-04", 12),
        ("Discharged to usual place of residence", "2022-04", 95),
        ("Falls", "2022-05", None),
        ("Discharged to usual place of residence", "2022-05", 95.3),
    ]
    assert [(each.cell, each.field) for each in found.rejected] == [("A5", "period")]
    assert [(each.cell, each.reason) for each in found.warnings] == [("A4", "not taken: a total")]


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (("2022-04-01", "2022-05-01"), ["2022-04", "2022-05"]),
        (("01/04/2022",), ["2022-04"]),
        (("2022-04-01", "2022-04-08", "2022-04-15"), ["w/c 2022-04-01", "w/c 2022-04-08", "w/c 2022-04-15"]),
        (("2022-04-01", "2022-04-02"), ["2022-04-01", "2022-04-02"]),
    ],
)
def test_days_mean_months_or_weeks_where_all_of_them_do(
    tmp_path: Path, days: tuple[str, ...], labels: list[str]
) -> None:
    found = read(a_csv(tmp_path, "metric,period,value", *(f"falls,{day},5" for day in days)))
    assert [each.period.label for each in found.figures] == labels


def test_financial_years_stay_years_in_every_layout(tmp_path: Path) -> None:
    rows = ("Falls,2010-11,4", "Falls,2011-12,1", "Falls,2012-13,2", "Calls,2011-12,7", "Calls,2012-01,7")
    long = read(a_csv(tmp_path, "metric,period,value", *rows))
    years = [financial_year(2010), financial_year(2011), financial_year(2012)]
    assert [each.period for each in long.figures] == [*years, month(2011, 12), month(2012, 1)]
    assert not long.warnings
    across = read(a_csv(tmp_path, "metric,2009-10,2010-11", "Falls,3,4"))
    assert [each.period for each in across.figures] == [financial_year(2009), financial_year(2010)]


def test_one_month_that_could_be_a_year_is_told_of(tmp_path: Path) -> None:
    found = read(a_csv(tmp_path, "metric,period,value", "Falls,2011-12,1"))
    assert [each.period for each in found.figures] == [month(2011, 12)]
    assert [warned.reason for warned in found.warnings] == [
        "December 2011 is the only period of Falls: if the year is meant, write 2011/12"
    ]


def test_a_month_in_words_stays_one_beside_years_and_is_told_of(tmp_path: Path) -> None:
    found = read(a_csv(tmp_path, "metric,period,value", "Falls,Dec 2011,1", "Falls,2012/13,2"))
    assert [each.period for each in found.figures] == [month(2011, 12), financial_year(2012)]
    [warned] = found.warnings
    assert warned.row == 2
    assert warned.reason == (
        "December 2011 is read as a month, though Falls has years beside it: if the year is meant, write "
        "2011/12"
    )
    months = read(a_csv(tmp_path, "metric,period,value", "Falls,Dec 2011,1", "Falls,Jan 2012,2"))
    assert not months.warnings


def test_a_quarter_of_one_year_is_told_of(tmp_path: Path) -> None:
    found = read(a_csv(tmp_path, "metric,period,value", "Falls,2022 Q1,1", "Falls,2022 Q2,2"))
    assert [each.period.shown for each in found.figures] == ["Q4 2021/22", "Q1 2022/23"]
    [warned] = found.warnings
    assert warned.reason == (
        "2022 Q1 is read as January to March 2022, a quarter of the calendar year; of a financial year write "
        "Q1 2022/23"
    )


def test_a_column_across_that_is_no_period_is_told_of(tmp_path: Path) -> None:
    found = read(a_csv(tmp_path, "metric,Apr 2022,May 2022,Q1,Total,Comment", "Falls,3,4,7,7,steady"))
    assert [each.value for each in found.figures] == [3, 4]
    assert [warned.reason for warned in found.warnings] == ['not read: the columns "Q1", "Total"']


def test_a_table_of_something_else_is_refused_with_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match="No table of figures was found"):
        read(a_csv(tmp_path, "Action No,Action point", "050722/01,Circulate"))
    with pytest.raises(InputRefusedError, match="that hold any"):
        read(a_csv(tmp_path, "metric,period,value"))


def test_a_column_that_could_be_two_is_asked_for(tmp_path: Path) -> None:
    file = a_csv(tmp_path, "metric,period,value,actual", "falls,2021/22,1,2")
    found = read_figures(open_workbook(file))
    assert isinstance(found, Choose)
    chosen = read_figures(open_workbook(file), columns={"value": "actual"})
    assert isinstance(chosen, FoundFigures)
    assert chosen.figures[0].value == 2


ASCOF_HEADS = (
    "Local authority code", "Local authority", "ONS area code",
    "2023 to 2024 - numerator", "2023 to 2024 - denominator", "2023 to 2024 - outcome",
    "2024 to 2025 - numerator", "2024 to 2025 - denominator", "2024 to 2025 - outcome",
)  # fmt: skip


def test_the_ascof_series_with_its_marks(tmp_path: Path) -> None:
    found = read(
        a_workbook(
            tmp_path,
            {
                "Cover": [("Measures from the Adult Social Care Outcomes Framework",)],
                "Table_2c": [
                    ("Table 2C: Long-term support needs met by admission",),
                    ("Some figures are suppressed",),
                    ASCOF_HEADS,
                    (
                        "England",
                        "England",
                        "E92000001",
                        "64,000",
                        "10,900,000",
                        "587.2",
                        "65,060",
                        "10,981,090",
                        "592.5",
                    ),
                    (
                        "Z9D4Z",
                        "North Northamptonshire",
                        "E06000061",
                        "[c]",
                        "[c]",
                        "[c]",
                        "408",
                        "68,847",
                        "592.6",
                    ),
                    (
                        "U6Q5Z",
                        "West Northamptonshire",
                        "E06000062",
                        "[x]",
                        "[x]",
                        "[x]",
                        "365",
                        "76,976",
                        "474.2",
                    ),
                    ("ZZ", "Old county", "[z]", "[z]", "[z]", "[z]", "365", "many", "474.2"),
                    ("Source: Client Level Data",),
                ],
            },
        )
    )
    assert (found.origin, len(found.figures)) == (Origin.ASCOF, 7)
    assert {each.metric.name for each in found.figures} == {"ASCOF 2C"}
    by_place = {(each.area.name, each.period.label): each for each in found.figures if each.area}
    north = by_place["North Northamptonshire", "2024-25"]
    assert (north.value, north.numerator, north.denominator) == (592.6, 408, 68_847)
    assert north.cells["value"] == "I5"
    assert by_place["North Northamptonshire", "2023-24"].status is Status.SUPPRESSED
    assert by_place["West Northamptonshire", "2023-24"].status is Status.NOT_AVAILABLE
    assert by_place["Old county", "2023-24"].status is Status.NOT_APPLICABLE
    [damaged] = found.rejected
    assert (damaged.cell, damaged.value) == ("H7", "many")
    assert damaged.reason.startswith("2024/25: ")


def test_the_ascof_years_are_read_beside_marks_of_notes(tmp_path: Path) -> None:
    heads = (
        "Local Authority Code",
        "Local Authority",
        "2010-11 [note 1] - Outcome",
        "2011-12 - Outcome [note 2]",
    )
    rows = [("Table 2C: Admissions",), heads, ("1", "North Northamptonshire", "5", "6")]
    found = read(a_workbook(tmp_path, {"Table_2c": rows}))
    read_years = [(each.period, each.value) for each in found.figures]
    assert read_years == [(financial_year(2010), 5), (financial_year(2011), 6)]


def test_the_ascof_series_as_the_opendocument_file_that_it_is(tmp_path: Path) -> None:
    rows = (
        ("Table 2C",),
        ASCOF_HEADS,
        ("Z9D4Z", "North", "E06000061", "[c]", "[c]", "[c]", "408", "68,847", "592.6"),
    )
    content = ods_content(ods_rows(rows)).replace(b"Action Log", b"Table_2c")
    found = read(zipped(tmp_path / "ascof.ods", mimetype=ODS_TYPE, content_dot_xml=content))
    assert [(each.value, each.status, each.cell) for each in found.figures] == [
        (None, Status.SUPPRESSED, "F3"),
        (592.6, Status.FINAL, "I3"),
    ]


READY_DATE_HEADS = {
    0: "Summary Type",
    1: "UTLA Code",
    2: "UTLA",
    8: "% of all UTLA discharges that are from acceptable trusts",
    9: "Total Discharges of UTLA patients from provider",
    10: "Total Discharges for UTLA from acceptable trusts",
    11: "Total bed days lost due to delayed discharge",
    13: "Date of discharge is same as Discharge Ready Date",
    14: "Date of Discharge is 1+ days after Discharge Ready Date",
    16: "No delay",
    17: "1 day delay",
    46: "Average days from Discharge Ready Date to date of discharge (inc 0 day delays)",
    47: "Average days from Discharge Ready Date to date of discharge (exc 0 day delays)",
}


def ready_date_sheet() -> Cells:
    """The sheet with its real headings in their real places: row 15, 48 columns."""

    def row(**figures: object) -> list[str | float | None]:
        cells: list[str | float | None] = [None] * 48
        for place, value in figures.items():
            cells[int(place[1:])] = value  # type: ignore[call-overload] # a number or a text
        return cells

    return [
        (),
        ("Title:", "Timeliness of Acute Hospital Discharges completed within the month"),
        (),
        ("Period:", date(2024, 4, 1)),
        *[()] * 10,
        [READY_DATE_HEADS.get(place) for place in range(48)],
        row(_0="National", _8=1, _10=99, _11=99, _13=0.9, _14=0.1, _16=90, _46=1, _47=9),
        row(
            _0="UTLA Aggregate", _1="E06000061", _2="North Northamptonshire", _8=0.9512, _9="-", _10=2129,
            _11=2397, _13=0.8699, _14=0.1301, _16=1852, _17=90, _46=1.1259, _47=8.65,
        ),
        row(
            _0="UTLA Aggregate", _1="E06000062", _2="West Northamptonshire", _8=1, _9="-", _10="-", _11="-",
            _13="-", _14="-", _16="-", _46="-", _47="#N/A",
        ),
        row(_0="UTLA Aggregate", _1="NULL", _2="NULL", _10=5, _46=1),
        row(_0="Provider activity mapped to UTLA", _1="E06000061", _2="x", _9=1, _10=1, _46=1, _47=1),
    ]  # fmt: skip


def test_the_discharge_ready_date_workbook(tmp_path: Path) -> None:
    sheets = {"Cover Sheet": [("Title:", "x")], "UTLA Acceptable": ready_date_sheet()}
    found = read(a_workbook(tmp_path, {**sheets, "UTLA Unacceptable": [("UTLA Code",)]}))
    assert (found.origin, len(found.figures)) == (Origin.READY_DATE, 6)
    north = [each for each in found.figures if each.area and each.area.code == "E06000061"]
    assert [(each.metric.key, each.value, each.numerator, each.denominator) for each in north] == [
        ("discharge_delay", 1.1259, 2397, 2129),
        ("discharged_on_ready_date", 0.8699, 1852, 2129),
        ("delay_when_delayed", 8.65, 2397, 277),
    ]
    assert {(each.period.label, each.note) for each in north} == {
        ("2024-04", "of 95% of the discharges: those from trusts whose data are acceptable")
    }
    west = [each for each in found.figures if each not in north]
    assert {(each.status, each.note) for each in west} == {(Status.NOT_AVAILABLE, "")}


FINGERTIPS_HEADS = (
    "Indicator ID,Indicator Name,Parent Code,Area Code,Area Name,Sex,Age,Category Type,Category,Time period,"
    "Value,Count,Denominator,Value note,Recent Trend,Time period Sortable"
)


def test_only_the_whole_of_an_area_is_its_own_figure_in_a_fingertips_file(tmp_path: Path) -> None:
    north = "22401,Falls,E12000004,E06000061,North"
    found = read(
        a_csv(
            tmp_path,
            FINGERTIPS_HEADS,
            f"{north},Persons,65+ yrs,,,2021/22,1800,900,50000,,Increasing,20210000",
            f"{north},Persons,65+ yrs,IMD,Most deprived,2021/22,2100,300,14000,,,20210000",
            f"{north},Persons,65+ yrs,Ethnicity,,2021/22,1500,300,20000,,,20210000",
            f"{north},Male,65+ yrs,,,2021/22,1700,400,24000,,,20210000",
            f"{north},Persons,80+ yrs,,,2021/22,4000,500,12000,,,20210000",
        )
    )
    assert [(each.row, each.metric.key, each.value) for each in found.figures] == [
        (2, "falls", 1800),
        (5, "fingertips_22401_male_65_yrs", 1700),
        (6, "fingertips_22401_80_yrs", 4000),
    ]
    assert [each.reason for each in found.warnings] == [
        "2 rows of a category, such as a deprivation decile, were not read"
    ]


def test_a_fingertips_file_that_is_damaged_says_where(tmp_path: Path) -> None:
    heads = (
        "Indicator ID,Indicator Name,Area Code,Area Name,Sex,Age,Category,Time period,Value,Count,Denominator"
    )
    found = read(
        a_csv(
            tmp_path,
            heads,
            "22401,Falls,E06000061,North,Persons,65+,,2021/22,1800,900,50000",
            "22401,Falls,E06000061,North,Female,65+,,2021/22,1900,500,26000",
            "22401,Falls,E06000061,North,Persons,65+,,one day,1800,900,50000",
            "22401,Falls,E06000061,North,Persons,65+,,2022/23,??,900,50000",
            "22401,Falls,E06000061,,Persons,65+,,2022/23,1800,900,50000",
            "22401,Falls,E06000061,North,Persons,65+,,2023/24,*,,",
        )
    )
    assert [each.metric.key for each in found.figures] == ["falls", "fingertips_22401_female_65", "falls"]
    assert found.figures[-1].status is Status.SUPPRESSED
    assert [(each.row, each.cell, each.field) for each in found.rejected] == [
        (4, "H4", "period"),
        (5, "I5", "value"),
        (6, "A6", "area name"),
    ]


@pytest.mark.parametrize(
    ("written", "number", "status"),
    [
        ("1,234.5", 1234.5, Status.FINAL),
        ("95.3%", 95.3, Status.FINAL),
        ("-3", -3, Status.FINAL),
        (".5", 0.5, Status.FINAL),
        ("1e-05", 0.00001, Status.FINAL),
        ("95.3 [p]", 95.3, Status.PROVISIONAL),
        ("95.3 (r)", 95.3, Status.REVISED),
        ("[c]", None, Status.SUPPRESSED),
        ("*", None, Status.SUPPRESSED),
        ("[x]", None, Status.NOT_AVAILABLE),
        ("-", None, Status.NOT_AVAILABLE),
        ("#N/A", None, Status.NOT_AVAILABLE),
        ("[z]", None, Status.NOT_APPLICABLE),
    ],
)
def test_a_figure_or_the_mark_that_says_why_there_is_none(
    written: str, number: float | None, status: Status
) -> None:
    found = figure_from(written)
    assert (found.number, found.status) == (number, status)


@pytest.mark.parametrize("written", ["lots", "12 of 14", "1.2.3", "1e999", "١٢"])
def test_what_is_neither_is_refused(written: str) -> None:
    with pytest.raises(FigureRefusedError):
        figure_from(written)


def test_words_of_finality() -> None:
    assert status_from("provisional") is status_from("Yes") is Status.PROVISIONAL
    assert status_from("[c]") is Status.SUPPRESSED
    assert status_from("final") is status_from("") is Status.FINAL
    assert status_from("revised") is Status.REVISED
    assert status_from("perhaps") is None
