"""The Better Care Fund by the command line: imported, listed, checked, exported, by the contract's keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.test_cli import Line, own_place

from boardtool.data.excel import opening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["own_place"]  # a fixture that every test here takes by itself

NORTH = "North Northamptonshire HWB BCF planning 2022-23"
WEST = "West Northamptonshire HWB BCF planning 2023-25"
RETURN = "North Northamptonshire HWB BCF end of year return 2022-23"
SCHEME = (
    *("scheme_id", "name", "description", "scheme_type", "sub_type", "area_of_spend", "commissioner"),
    *("nhs_share", "la_share", "provider", "source_of_funding", "expenditure", "new_existing", "outputs"),
    "unit",
)


@pytest.fixture(autouse=True)
def _reader() -> Iterator[None]:
    yield
    opening.stop_reader()


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    """A library with two boards."""
    made = Line(tmp_path / "library", capsys)
    assert made("init", made.folder) == 0
    for code, area in (("NNHWB", "North"), ("WNHWB", "West")):
        assert (
            made("board", "new", code, "--name", f"{area} Northamptonshire Health and Wellbeing Board") == 0
        )
    return made


def test_a_plan_is_imported_listed_and_checked(line: Line, reference: Path) -> None:
    expected = json.loads((reference / "bcf" / f"{NORTH}.expected.json").read_text(encoding="utf-8"))
    report = line.json("import", "bcf", reference / "bcf" / f"{NORTH}.xlsx", "--board", "NNHWB")
    assert (report["applied"], report["rejected"]) == (True, [])
    schemes = line.json("list", "schemes", "--board", "NNHWB", "--year", "2022-23")["schemes"]
    for got, wanted in zip(schemes, expected["schemes"], strict=True):
        assert got.items() >= {name: wanted[name] for name in SCHEME}.items()
    income = line.json("list", "income", "--board", "NNHWB", "--year", "2022/23")["income"]
    assert [(one["source"], one["body"], one["amount"]) for one in income] == [
        (one["source"], one["body"], one["amount"]) for one in expected["income"]
    ]
    assert line("check", "NNHWB/2022-23") == 0
    findings = line.json("list", "findings", "--board", "NNHWB")["findings"]
    assert {finding["severity"] for finding in findings} == {"inform"}
    assert {"plan", "rule", "severity", "sheet", "cell", "where", "message"} <= findings[0].keys()


def test_a_year_within_a_plan_of_two_lists_that_years_money(line: Line, reference: Path) -> None:
    line("import", "bcf", reference / "bcf" / f"{WEST}.xlsx")
    first, second = (
        sum(one["expenditure"] for one in line.json("list", "schemes", "--year", year)["schemes"])
        for year in ("2023-24", "2024-25")
    )
    assert (first, second) == (50_804_645.0, pytest.approx(54_965_379.06))
    assert line.json("list", "schemes", "--year", "2021-22") == {"schemes": []}


def test_a_plan_and_a_return_go_out_into_templates_and_come_back(
    line: Line, reference: Path, tmp_path: Path
) -> None:
    line("import", "bcf", reference / "bcf" / f"{NORTH}.xlsx")
    line("import", "return", reference / "bcf" / f"{RETURN}.xlsx")
    template = reference / "bcf" / "BCF Planning Template 2022-23 (layout).xlsx"
    plan, made = tmp_path / "plan.xlsx", tmp_path / "return.xlsx"
    assert line("export", "schemes", "NNHWB/2022-23", "-o", plan, "--template", template) == 0
    assert line("export", "return", "NNHWB/2022-23", "-o", made) == 0
    for kind, file in (("bcf", plan), ("return", made)):
        report = line.json("import", kind, file, "--dry-run")
        assert (report["added"], report["updated"]) == (0, 0)
    assert line("export", "schemes", "NNHWB/2022-23", "-o", tmp_path / "paper.pdf") == 0


def test_what_cannot_be_taken_is_refused_in_one_sentence(line: Line, reference: Path, tmp_path: Path) -> None:
    strange = tmp_path / "strange.xlsx"
    strange.write_text("Scheme ID", encoding="utf-8")
    assert line("import", "bcf", strange) == 3
    assert line("import", "return", reference / "bcf" / f"{NORTH}.xlsx") == 3
    assert "No Better Care Fund return was found" in line.err
    assert line("export", "schemes", "NNHWB/2022-23", "-o", tmp_path / "out.xlsx") == 3
    assert "There is no Better Care Fund plan NNHWB/2022-23" in line.err
    assert line("export", "schemes", "NNHWB/never", "-o", tmp_path / "out.xlsx") == 3


def test_an_end_that_no_plan_is_written_with_is_told_those_that_are(line: Line, tmp_path: Path) -> None:
    line("import", "bcf", tmp_path / "none.xlsx")
    assert line("init", tmp_path / "sample", "--sample") == 0
    sample = Line(tmp_path / "sample", line._capsys)
    assert sample("export", "schemes", "NNHWB/2022-23", "-o", tmp_path / "x.zzz") == 3
    assert "A plan is written as .xlsx, or as a paper .docx, .pdf, .html; not as “.zzz”." in sample.err
    assert not (tmp_path / "x.zzz").exists()


def test_the_benefits_of_ican_and_a_sum_that_a_paper_prints_otherwise_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reference: Path
) -> None:
    line = Line(tmp_path / "sample", capsys)
    assert line("init", line.folder, "--sample") == 0
    for file in (NORTH, RETURN):
        kind = "bcf" if file == NORTH else "return"
        assert line("import", kind, reference / "bcf" / f"{file}.xlsx") == 0
        said = [one["message"] for one in line.json("list", "findings", "--board", "NNHWB")["findings"]]
        assert "iCAN: benefits add to £49,358k and costs to £44,020k over 2021-22 to 2025-26." in said
        assert any("add to £36,184,565; the paper" in one and "prints £36,184,566" in one for one in said)
    west = line.json("list", "findings", "--board", "WNHWB")["findings"]
    assert not any("programme" in one for one in west)


def test_a_return_is_listed_with_its_pool_and_whose_discharge_money_it_is(
    line: Line, reference: Path
) -> None:
    line("import", "bcf", reference / "bcf" / f"{NORTH}.xlsx")
    line("import", "return", reference / "bcf" / f"{RETURN}.xlsx")
    (made,) = line.json("list", "returns", "--board", "NNHWB", "--year", "2022/23")["returns"]
    assert made["pooled"]["actual"] == 55_654_750.0
    assert [one["body"] for one in made["discharge_fund"]] == [
        "North Northamptonshire",
        "NHS Northamptonshire ICB",
    ]
    assert line.json("list", "returns", "--year", "2021-22") == {"returns": []}
    assert line("list", "returns", "--meeting", "NNHWB/2022-09-06") != 0


def test_a_return_with_words_for_figures_is_taken_and_each_is_found_by_its_cell(
    line: Line, reference: Path, tmp_path: Path
) -> None:
    line("import", "bcf", reference / "bcf" / f"{NORTH}.xlsx")
    book = openpyxl.load_workbook(reference / "bcf" / f"{RETURN}.xlsx", data_only=True)
    money, fees = book["5. Income & Expenditure actual"], book["7. ASC fee rates"]
    money["C9"], money["F18"], money["C38"], money["F22"] = "£5.1m?", "TBC", "#REF!", 999
    book["4. Metrics"]["D10"], fees["E9"], fees["E10"] = "tbc", "£21.28", "see note"
    book.save(tmp_path / "return.xlsx")
    report = line.json("import", "return", tmp_path / "return.xlsx")
    assert (report["applied"], report["rejected"]) == (True, [])
    cells = {one["cell"] for one in line.json("list", "findings")["findings"]}
    assert {"C9", "F18", "C38", "F22", "D10", "E10"} <= cells
    (made,) = line.json("list", "returns")["returns"]
    assert made["fee_rates"][0]["this_year"] == 21.28
    assert made["income"][0]["unread"] == {"planned": "£5.1m?"}
    assert line("export", "return", "NNHWB/2022-23", "-o", tmp_path / "again.xlsx") == 0
    again = line.json("import", "return", tmp_path / "again.xlsx", "--dry-run")
    assert [row["key"] for row in again["rows"] if row["state"] != "unchanged"] == []


def test_the_sample_board_has_a_source_that_is_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = Line(tmp_path / "sample", capsys)
    assert line("init", line.folder, "--sample") == 0
    assert line("check", "NNHWB/2022-23") == 3
    assert "iBCF is over by £100,000" in line.out
