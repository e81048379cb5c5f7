"""Published files as they really are: how many figures each holds, and the cells compared by eye.

`COMPARED` lists them: each figure was looked up in the file itself, with openpyxl or in its text. The
return holds G11 and D13 as shares shown in per cent. The tests below count the figures of each file.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from boardtool.data.excel.figures.found import FoundFigure, FoundFigures, Origin
from boardtool.data.excel.figures.layouts import read_figures
from boardtool.data.excel.opening import open_workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.performance.metrics import Status, TargetKind

FINGERTIPS = "data/fingertips_raw_download_93356_county_ua_2015-2017.csv"
ASCOF = "data/ascof_residential_admissions_65plus_2014-15_to_2023-24_peer_group.csv"
READY_DATE = "data/drd_2024-25_monthly_northamptonshire.csv"
SITREP = "data/nhse_acute_discharge_sitrep_2023-12.xlsx"
SERIES = "data/nhse_acute_discharge_sitrep_time_series_2021-04_to_2024-01.xlsx"
RETURN = "bcf/North Northamptonshire HWB BCF end of year return 2022-23.xlsx"
PLAN = "bcf/North Northamptonshire HWB BCF planning 2022-23.xlsx"


Compared = tuple[str, str | None, str, str, float]

COMPARED: tuple[Compared, ...] = (
    # file, sheet asked for, sheet, cell, figure
    (FINGERTIPS, None, "", "M2", 94.7261896202678),
    (FINGERTIPS, None, "", "M23", 217.8841052),
    (FINGERTIPS, None, "", "M853", 128.1187130501),
    (ASCOF, None, "", "G2", 622.5),
    (ASCOF, None, "", "G171", 255.4),
    (READY_DATE, None, "", "H2", 86.99),
    (READY_DATE, None, "", "J2", 8.65),
    (READY_DATE, None, "", "K2", 1.1259),
    (SITREP, None, "Table 2", "E5", 25_896),
    (SITREP, None, "Table 2", "E36", 329),
    (SITREP, None, "Table 2", "G36", 162),
    (SITREP, None, "Table 2", "E100", 130),
    (SITREP, None, "Table 3", "E6", 125_915),
    (SITREP, None, "Table 3", "E37", 3_242),
    (SITREP, None, "Table 3", "G102", 2_648),
    (SITREP, "Table 4", "Table 4", "E6", 264_359),
    (SITREP, "Table 4", "Table 4", "E37", 3_468),
    (SITREP, "Table 4", "Table 4", "J37", 96),
    (SITREP, "Table 4", "Table 4", "N37", 44),
    (SITREP, "Table 5", "Table 5", "E6", 352.75),
    (SITREP, "Table 5", "Table 5", "H6", 56.5),
    (SERIES, None, "Daily Series", "C10", 17_663),
    (SERIES, None, "Daily Series", "D504", 7_864),
    (SERIES, None, "Daily Series", "D1045", 12_515),
    (SERIES, None, "Weekly Series", "D8", 21_880),
    (SERIES, None, "Weekly Series", "C155", 127_640),
    (RETURN, None, "", "D10", 201),
    (RETURN, None, "", "G11", 95.3),
    (RETURN, None, "", "D12", 598),
    (RETURN, None, "", "D13", 72),
    (PLAN, None, "", "F31", 624.34964),
    (PLAN, None, "", "G31", 598.04415),
)


@pytest.mark.parametrize(("file", "asked", "sheet", "cell", "figure"), COMPARED)
def test_a_figure_is_what_its_cell_shows(
    reference: Path, file: str, asked: str | None, sheet: str, cell: str, figure: float
) -> None:
    read = at(figures_of(reference, file, sheet=asked), cell, sheet)
    value = read.value if cell == read.cells.get("value") else read.target
    assert value == pytest.approx(figure, abs=1e-4)


def figures_of(reference: Path, name: str, *, sheet: str | None = None) -> FoundFigures:
    found = read_figures(open_workbook(reference / name), sheet=sheet)
    assert isinstance(found, FoundFigures)
    assert found.rejected == []
    return found


def at(found: FoundFigures, cell: str, sheet: str = "") -> FoundFigure:
    return next(
        each
        for each in found.figures
        if cell in {each.cells.get("value"), each.cells.get("target")} and sheet in {"", each.sheet}
    )


def test_a_fingertips_download_as_it_really_is(reference: Path) -> None:
    found = figures_of(reference, FINGERTIPS)
    assert found.origin is Origin.FINGERTIPS
    assert len(found.figures) == 852 - 60
    assert [warning.reason for warning in found.warnings] == [
        "60 rows of a category, such as a deprivation decile, were not read"
    ]
    assert Counter(each.metric.key for each in found.figures) == {
        "fingertips_93356": 486,
        "fingertips_93356_0_9_yrs": 306,
    }
    england = at(found, "M2")
    assert england.metric.name == "Campylobacter incidence rate/100,000"
    assert (england.metric.unit, england.metric.multiplier) == ("per 100,000", 100_000)
    assert england.area is not None
    assert (england.area.code, england.area.name, england.period.label) == ("E92000001", "England", "2015")
    assert england.value == pytest.approx(94.7261896202678)
    assert (england.numerator, england.denominator) == (51_897, 54_786_327)
    assert england.lower == pytest.approx(93.9129396546008)
    assert england.upper == pytest.approx(95.5447303303505)
    assert at(found, "M23").value == pytest.approx(217.8841052)
    scilly = next(each for each in found.figures if each.row == 84)
    assert (scilly.value, scilly.status) == (None, Status.NOT_AVAILABLE)
    assert scilly.note == "Value for Cornwall & Isles of Scilly combined"
    last = at(found, "M853")
    assert last.value == pytest.approx(128.1187130501)
    assert last.numerator == 747


def test_ascof_as_a_long_csv(reference: Path) -> None:
    found = figures_of(reference, ASCOF)
    assert found.origin is Origin.ASCOF
    assert len(found.figures) == 170
    assert {each.metric.name for each in found.figures} == {
        "Permanent admissions to residential and nursing care homes aged 65+"
    }
    barnet = at(found, "G2")
    assert barnet.area is not None
    assert (barnet.area.code, barnet.value, barnet.period.label) == ("E09000003", 622.5, "2014-15")
    assert at(found, "G171").value == 255.4
    missing = [each for each in found.figures if each.value is None]
    assert len(missing) == 4
    assert {each.status for each in missing} == {Status.NOT_AVAILABLE}


def test_discharge_ready_date_as_a_csv(reference: Path) -> None:
    found = figures_of(reference, READY_DATE)
    assert found.origin is Origin.READY_DATE
    assert len(found.figures) == 36 * 3
    delay, on_day, delayed = (at(found, cell) for cell in ("K2", "H2", "J2"))
    assert (delay.metric.key, delay.value, delay.numerator, delay.denominator) == (
        "discharge_delay", 1.1259, 2397, 2129,
    )  # fmt: skip
    assert (on_day.metric.key, on_day.value, on_day.numerator, on_day.denominator) == (
        "discharged_on_ready_date", 86.99, 1852, 2129,
    )  # fmt: skip
    assert (delayed.metric.key, delayed.value, delayed.numerator, delayed.denominator) == (
        "delay_when_delayed", 8.65, 2397, 277,
    )  # fmt: skip
    assert delay.period.label == "2024-04"
    assert delay.area is not None
    assert (delay.area.name, delay.area.code) == ("North Northamptonshire", "E06000061")


def test_the_sitrep_of_a_month(reference: Path) -> None:
    found = figures_of(reference, SITREP)
    assert found.origin is Origin.SITREP
    [told] = found.warnings
    assert told.reason.startswith(
        "read: Table 2 and Table 3; not read: Table 1 (number of organisations for whom no data was submitted"
    )
    assert "Table 4 (month total number of patients discharged by their intended discharge" in told.reason
    assert told.reason.endswith("Name one as the sheet to take it")
    assert found.other_sheets == ("Table 4", "Table 5")
    by_sheet = Counter(each.sheet for each in found.figures)
    assert by_sheet == {"Table 2": 169 * 31 * 3, "Table 3": 169 * 4 * 3}
    england = at(found, "E5", "Table 2")
    assert england.area is not None
    assert (england.area.name, england.area.kind) == ("England (Type 1 Trusts)", "country")
    assert (england.value, england.period.start) == (25_896, date(2023, 12, 1))
    here = at(found, "E36", "Table 2")
    assert here.area is not None
    assert (here.area.code, here.area.name, here.area.kind) == (
        "QPM", "NHS Northamptonshire Integrated Care Board", "integrated care board",
    )  # fmt: skip
    assert here.value == 329
    assert here.metric.name == "Number of patients who no longer meet the criteria to reside"
    assert at(found, "G36", "Table 2").value == 162
    kettering = at(found, "E100", "Table 2")
    assert kettering.area is not None
    assert (kettering.area.code, kettering.area.kind, kettering.value) == ("RNQ", "trust", 130)
    week = at(found, "E37", "Table 3")
    assert (week.value, week.period.label) == (3_242, "w/c 2023-12-04")
    assert at(found, "G102", "Table 3").value == 2_648
    dashes = [each for each in found.figures if each.status is Status.NOT_AVAILABLE]
    assert len(dashes) == 120
    assert all(each.value is None for each in dashes)


def test_another_table_of_the_sitrep_is_read_when_it_is_named(reference: Path) -> None:
    found = figures_of(reference, SITREP, sheet="Table 4")
    here = at(found, "E37")
    assert (here.value, here.period.label) == (3_468, "2023-12")
    assert here.metric.name == "Discharged: P0 - Domestic home without reablement support"
    assert here.metric.unit == "patients"
    assert at(found, "L37").status is Status.NOT_AVAILABLE
    assert len(found.figures) == 169 * 12


def test_the_reasons_for_delay_of_the_sitrep(reference: Path) -> None:
    found = figures_of(reference, SITREP, sheet="Table 5")
    england = at(found, "E6")
    assert (england.value, england.period.label) == (352.75, "2023-12")
    assert england.metric.name == (
        "Delayed, in hospital 14 days or more: Awaiting a medical decision/intervention including writing "
        "the discharge summary"
    )
    assert len(found.figures) == 169 * 18


def test_a_table_of_the_sitrep_without_areas_is_refused_by_name(reference: Path) -> None:
    with pytest.raises(InputRefusedError, match="“Table 1” of the SitRep holds no figures of areas"):
        figures_of(reference, SITREP, sheet="Table 1")


def test_the_national_series_of_the_sitrep(reference: Path) -> None:
    found = figures_of(reference, SERIES)
    assert Counter(each.sheet for each in found.figures) == {
        "Daily Series": 1036 * 3,
        "Weekly Series": 148 * 3,
    }
    assert (at(found, "C10").value, at(found, "C10").period.label) == (17_663, "2021-04-01")
    empty = [each for each in found.figures if each.row == 454 and each.sheet == "Daily Series"]
    assert [each.status for each in empty] == [Status.NOT_AVAILABLE] * 3
    uncounted, counted = at(found, "C8", "Weekly Series"), at(found, "D8", "Weekly Series")
    assert (uncounted.value, uncounted.status) == (None, Status.NOT_AVAILABLE)
    assert "longer stays are counted" in uncounted.note
    assert counted.value == 21_880
    assert {warning.row for warning in found.warnings} == {9, 7}
    assert (
        "12 columns of destinations or reasons were not read: P0 - Domestic home" in found.warnings[0].reason
    )


def test_the_metrics_of_a_return_are_its_plan_and_what_it_says(reference: Path) -> None:
    found = figures_of(reference, RETURN)
    assert (found.origin, len(found.figures)) == (Origin.BCF, 10)
    assert not any(each.has_figure for each in found.figures)
    assert {each.target_kind for each in found.figures} == {TargetKind.PLAN}
    assert (at(found, "D10").target, at(found, "D10").period.label) == (201, "2022-23 Q1")
    assert at(found, "G11").target == 95.3
    homes = at(found, "D12")
    assert (homes.metric.key, homes.target, homes.period.label) == ("residential_admissions", 598, "2022-23")
    assert homes.comment.startswith("Not on track to meet target\nMore people leave hospital")
    assert at(found, "D13").target == 72


def test_the_metrics_of_a_plan_are_years_before_and_goals(reference: Path) -> None:
    found = figures_of(reference, PLAN)
    assert len(found.figures) == 24
    goal, estimated = at(found, "G31"), at(found, "F31")
    assert goal.target == pytest.approx(598.04415, abs=1e-4)
    assert estimated.value == pytest.approx(624.34964, abs=1e-4)
    assert (estimated.numerator, estimated.denominator) == (408, 65_348)
    assert estimated.status is Status.PROVISIONAL
