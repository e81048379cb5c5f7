"""The ASCOF open data file: parts of a figure in rows of their own, and a year that only its name says."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from boardtool.data.excel.figures.found import FoundFigures, Origin
from boardtool.data.excel.figures.layouts import read_figures
from boardtool.data.excel.opening import open_workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.performance.metrics import Status
from boardtool.domain.performance.periods import financial_year

HEADS = (
    "Geographical Code,Geographical Description,Geographical Level,ONS Area Code,ASCOF Measure Code,"
    "Disaggregation Level,Measure Type,Measure Value,Measure Group,Measure Group Description"
)
HOMES = (
    "Long-term support needs of older people (age 65 and over) met by admission to residential and nursing "
    "care homes, per 100,000 population"
)
NORTH = "Z9D4Z,North Northamptonshire,Council,E06000061"
OLDER = f'2A2,65 and over,{{}},{{}},2A(2),"{HOMES}"'
QUALITY = "1A,Total,{},{},1A,Social care-related quality of life score"
QUALITY_OF_MEN = "1AM,Male,{},{},1A,Social care-related quality of life score"
PAID = "1E1864,18-64,{},{},1E,Proportion of adults with learning disabilities in paid employment"
NAME = "meas-from-asc-of-eng-2122-open-data-csv.csv"


def a_file(
    folder: Path, *rows: tuple[str, Mapping[str, object]], name: str = NAME, heads: str = HEADS
) -> Path:
    file = folder / name
    lines = [f"{NORTH},{row.format(kind, value)}" for row, parts in rows for kind, value in parts.items()]
    file.write_text("\n".join([heads, *lines]), encoding="utf-8")
    return file


def read(file: Path, *, year: str | None = None) -> FoundFigures:
    found = read_figures(open_workbook(file), year=year)
    assert isinstance(found, FoundFigures)
    return found


def test_a_figure_is_gathered_from_its_rows(tmp_path: Path) -> None:
    found = read(a_file(tmp_path, (OLDER, {"Denominator": '"65,348"', "Numerator": 408, "Outcome": 624.3})))
    assert found.origin is Origin.ASCOF
    [homes] = found.figures
    assert homes.area is not None
    assert (homes.area.name, homes.area.code, homes.area.kind) == (
        "North Northamptonshire", "E06000061", "council",
    )  # fmt: skip
    assert (homes.value, homes.numerator, homes.denominator) == (624.3, 408, 65_348)
    assert (homes.metric.key, homes.metric.unit, homes.period) == (
        "ascof_2a_2", "per 100,000", financial_year(2021),
    )  # fmt: skip
    assert homes.cells == {"denominator": "H2", "numerator": "H3", "value": "H4"}
    assert [each.reason for each in found.warnings] == [
        "no column says the year: all figures are taken as of 2021/22"
    ]


def test_a_survey_has_a_margin_of_error_and_a_base_that_is_no_figure(tmp_path: Path) -> None:
    parts = {"Outcome": 18.9, "Margin of Error": 0.3, "Base": 410}
    found = read(a_file(tmp_path, (QUALITY, parts), (QUALITY_OF_MEN, {"Outcome": "[c]"})))
    everyone, men = found.figures
    assert everyone.value == 18.9
    assert everyone.lower == pytest.approx(18.6)
    assert everyone.upper == pytest.approx(19.2)
    assert (everyone.metric.name, everyone.metric.key) == (
        "Social care-related quality of life score",
        "ascof_1a",
    )
    assert (men.metric.name, men.metric.key) == (
        "Social care-related quality of life score (Male)", "ascof_1a_m",
    )  # fmt: skip
    assert (men.value, men.status, men.mark) == (None, Status.SUPPRESSED, "[c]")


def test_a_measure_of_one_age_alone_is_the_measure(tmp_path: Path) -> None:
    found = read(a_file(tmp_path, (PAID, {"Outcome": 5.1})))
    [paid] = found.figures
    assert (paid.metric.key, paid.metric.unit) == ("ascof_1e", "%")


@pytest.mark.parametrize(
    "name", ["meas-from-asc-of-eng-1920-open-data-csv.csv", "ASCOF 2019-20.csv", "ascof_2019_20_final.csv"]
)
def test_the_year_is_in_the_name(tmp_path: Path, name: str) -> None:
    found = read(a_file(tmp_path, (QUALITY, {"Outcome": 18.9}), name=name))
    assert found.figures[0].period == financial_year(2019)


@pytest.mark.parametrize(("year", "begins"), [("2023-24", 2023), ("2011-12", 2011)])
def test_the_year_may_be_said_or_stand_in_a_column(tmp_path: Path, year: str, begins: int) -> None:
    file = a_file(tmp_path, (QUALITY, {"Outcome": 18.9}), name="ascof.csv")
    assert read(file, year="2022/23").figures[0].period == financial_year(2022)
    with_years = a_file(
        tmp_path, (f"{QUALITY},{{}}".replace("{},{},1A", "{},18.9,1A"), {"Outcome": year}),
        name="years.csv", heads=f"{HEADS},Year",
    )  # fmt: skip
    assert read(with_years).figures[0].period == financial_year(begins)


def test_without_any_year_it_is_refused_with_what_to_do(tmp_path: Path) -> None:
    file = a_file(tmp_path, (QUALITY, {"Outcome": 18.9}), name="ascof 2022.csv")
    with pytest.raises(InputRefusedError, match=r"does not say its year.*--year 2023/24"):
        read(file)


def test_what_is_no_number_is_told_by_its_cell(tmp_path: Path) -> None:
    found = read(a_file(tmp_path, (QUALITY, {"Outcome": "tbc"}), (OLDER, {"Outcome": 624.3})))
    assert [(each.cell, each.field) for each in found.rejected] == [("H2", "value")]
    assert len(found.figures) == 1


def test_parts_as_columns_are_read_too(tmp_path: Path) -> None:
    file = tmp_path / "pivoted.csv"
    file.write_text(
        "Geographical Code,Geographical Name,ASCOF Measure Code,Year,Numerator,Denominator,Outcome\n"
        "E06000061,North Northamptonshire,2A(2),2021/22,408,65348,624.3\n",
        encoding="utf-8",
    )
    [homes] = read(file).figures
    assert homes.area is not None
    assert (homes.area.code, homes.area.name) == ("E06000061", "North Northamptonshire")
    assert (homes.metric.name, homes.value, homes.denominator) == ("2A(2)", 624.3, 65_348)
