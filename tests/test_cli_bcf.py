"""The Better Care Fund by the command line: imported, listed, checked, exported, by the contract's keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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


def test_the_sample_board_has_a_source_that_is_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = Line(tmp_path / "sample", capsys)
    assert line("init", line.folder, "--sample") == 0
    assert line("check", "NNHWB/2022-23") == 3
    assert "iBCF is over by £100,000" in line.out
