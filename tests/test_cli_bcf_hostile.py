"""Planning workbooks as strangers leave them: every line is kept, and what is wrong is said with its cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.workbook.protection import WorkbookProtection
from tests.bcf_hostile import COLUMNS, FIRST, HEADER, INCOME, METRICS, SCHEMES, Copy
from tests.data.excel.hostile import stream
from tests.test_cli import Line, own_place

from boardtool.data.excel import opening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["own_place"]  # a fixture that every test here takes by itself

LINES, POOL = 42, 55_579_750.0
WEST = "West Northamptonshire HWB BCF planning 2023-25.xlsx"
TITLE = "BCF Planning Template 2022-23"


@pytest.fixture(autouse=True, scope="module")
def _reader() -> Iterator[None]:
    yield
    opening.stop_reader()


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    made = Line(tmp_path / "library", capsys)
    assert made("init", made.folder) == 0
    assert made("board", "new", "NNHWB", "--name", "North Northamptonshire Health and Wellbeing Board") == 0
    return made


@pytest.fixture
def copy(reference: Path, tmp_path: Path) -> Copy:
    return Copy(reference, tmp_path)


@dataclass
class Taken:
    """What a workbook left in the library: what was said of it, its lines, and what the checks find."""

    said: dict[str, str]
    lines: list[dict[str, object]]
    findings: list[dict[str, str]]

    @property
    def found(self) -> dict[str, str]:
        """What the checks find by sheet and cell: the rule and its sentence."""
        cells: dict[str, str] = {}
        for one in self.findings:
            cell = f"{one['sheet']}!{one['cell']}"
            cells[cell] = f"{cells.get(cell, '')} {one['rule']} {one['message']}".strip()
        return cells

    @property
    def rules(self) -> set[str]:
        return {one["rule"] for one in self.findings}

    @property
    def spend(self) -> float:
        return sum(float(str(one["expenditure"] or 0)) for one in self.lines)

    @property
    def unread(self) -> dict[str, str]:
        """What was kept as it is written, by row and field."""
        return {
            f"{one['row']} {field}": text
            for one in self.lines
            for field, text in dict(one["unread"]).items()  # type: ignore[call-overload]  # a mapping, by contract
        }


def taken(line: Line, file: Path, *options: str) -> Taken:
    """Take a workbook that must be taken: every one of its lines is there afterwards."""
    report = line.json("import", "bcf", file, *options)
    assert (report["applied"], report["rejected"]) == (True, []), report
    return Taken(
        {f"{one['sheet']}!{one['cell']}": one["reason"] for one in report["warnings"]},
        line.json("list", "schemes")["schemes"],
        line.json("list", "findings")["findings"],
    )


def at(ref: str, sheet: str = SCHEMES) -> str:
    return f"{sheet}!{ref}"


# How the workbook is laid out


def backwards(copy: Copy) -> None:
    copy.reorder(lambda column: 18 - column)


def moved(copy: Copy) -> None:
    for sheet, down, right in ((SCHEMES, 9, 3), (INCOME, 4, 2), (METRICS, 3, 1)):
        copy.move(sheet, down=down, right=right)


def blank_rows(copy: Copy) -> None:
    copy.schemes.insert_rows(FIRST + 4, amount=5)


def other_sheet_names(copy: Copy) -> None:
    for sheet, name in ((INCOME, "Income "), (SCHEMES, "4a"), (METRICS, "metrics")):
        copy.rename(sheet, name)


def hidden_parts(copy: Copy) -> None:
    copy.schemes.row_dimensions[FIRST + 2].hidden = True
    copy.schemes.column_dimensions["O"].hidden = True
    copy.book[INCOME].sheet_state = "hidden"


def hidden_table(copy: Copy) -> None:
    copy.schemes.sheet_state = "veryHidden"


def locked(copy: Copy) -> None:
    for sheet in copy.book:
        sheet.protection.sheet = True
        sheet.protection.password = "secret"
    copy.book.security = WorkbookProtection(workbookPassword="secret", lockStructure=True)


def other_title(copy: Copy) -> None:
    for sheet in copy.book.sheetnames:
        copy.replace(sheet, {TITLE: "Better Care Fund 2022/23 Planning \u2013 Template"})


def odd_spaces(copy: Copy) -> None:
    """No-break spaces, long dashes and spaces round strokes in every word of the table."""
    for row in copy.schemes.iter_rows(min_row=HEADER, max_row=FIRST + 60, max_col=16):
        for cell in row:
            if isinstance(cell.value, str):
                odd = cell.value.replace(" ", "\u00a0").replace("-", "\u2013").replace("/", " / ")
                cell.value = odd


def old_labels(copy: Copy) -> None:
    copy.replace(
        SCHEMES,
        {
            "Minimum NHS Contribution": "Minimum CCG Contribution",
            "Additional NHS Contribution": "Additional ICB Contribution",
            "Local Authority": "LA",
            "iBCF": " IBCF",
        },
    )


@pytest.mark.parametrize(
    "lay_out",
    [
        backwards,
        moved,
        blank_rows,
        other_sheet_names,
        hidden_parts,
        hidden_table,
        locked,
        other_title,
        odd_spaces,
        old_labels,
    ],
)
def test_however_it_is_laid_out_every_line_and_pound_is_there_and_every_source_balances(
    line: Line, copy: Copy, lay_out: Callable[[Copy], None]
) -> None:
    lay_out(copy)
    got = taken(line, copy.save())
    assert (len(got.lines), got.spend, got.unread) == (LINES, POOL, {})
    assert [one["notes"] for one in got.lines] == [{}] * LINES
    assert got.rules == {"section 75"}
    income = line.json("list", "income")["income"]
    assert sum(one["amount"] for one in income) == POOL
    assert line("check", "NNHWB/2022-23") == 0


def test_what_is_hidden_is_said(line: Line, copy: Copy) -> None:
    hidden_parts(copy)
    report = line.json("import", "bcf", copy.save())
    reasons = " ".join(one["reason"] for one in report["warnings"])
    assert "1 hidden rows are included" in reasons
    assert 'the column "Expenditure (£)" is hidden, and was read' in reasons


def test_a_column_of_the_councils_own_is_kept_as_notes(line: Line, copy: Copy) -> None:
    copy.add_column("iCAN pillar", ["P1", None, 3])
    got = taken(line, copy.save())
    assert [one["notes"] for one in got.lines[:3]] == [{"iCAN pillar": "P1"}, {}, {"iCAN pillar": "3"}]


def test_the_right_half_of_merged_headings_is_kept_and_said(line: Line, copy: Copy) -> None:
    copy.schemes.merge_cells(f"C{HEADER}:D{HEADER}")
    got = taken(line, copy.save())
    assert "no heading of its own: its 42 cells are kept as notes" in got.said[at(f"D{HEADER}")]
    assert all("Column D" in dict(one["notes"]) for one in got.lines)  # type: ignore[call-overload]  # a mapping


def test_an_amount_merged_over_two_lines_counts_once(line: Line, copy: Copy) -> None:
    first = copy.schemes.cell(FIRST, COLUMNS["expenditure"]).value
    second = copy.schemes.cell(FIRST + 1, COLUMNS["expenditure"]).value
    assert isinstance(second, int | float)
    copy.schemes.merge_cells(f"O{FIRST}:O{FIRST + 1}")
    got = taken(line, copy.save())
    assert [one["expenditure"] for one in got.lines[:2]] == [first, None]
    assert got.spend == POOL - second
    assert "counts once" in got.said[at(f"O{FIRST}")]
    assert got.found[at(f"O{FIRST + 1}")] == "V10 Not filled in: expenditure."


# What stands in cells


NO_AMOUNTS = {
    "£1,2o0": "£1,2o0",
    "TBC": "TBC",
    "1.234.567,89": "1.234.567,89",
    "1,23,456": "1,23,456",
    datetime(2022, 9, 6): "2022-09-06",
    True: "TRUE",
    "#REF!": "#REF!",
    "=1/0": "a formula without a result",
}


def test_what_is_no_amount_is_kept_as_it_is_written_and_blocks(line: Line, copy: Copy) -> None:
    rows = [FIRST + place for place in range(60) if copy.schemes.cell(FIRST + place, 15).value][
        : len(NO_AMOUNTS)
    ]
    for row, value in zip(rows, NO_AMOUNTS, strict=True):
        copy.type("expenditure", value, line=row - FIRST + 1)
    got = taken(line, copy.save())
    assert len(got.lines) == LINES
    assert got.unread == {
        f"{row} expenditure": kept for row, kept in zip(rows, NO_AMOUNTS.values(), strict=True)
    }
    for row, kept in zip(rows, NO_AMOUNTS.values(), strict=True):
        assert at(f"O{row}") in got.said
        assert f"V7 “{kept}” is not an amount: write it as 1,234.50." in got.found[at(f"O{row}")]
    assert line("check", "NNHWB/2022-23") == 3


def test_an_amount_as_people_write_it_is_taken_and_its_source_no_longer_balances(
    line: Line, copy: Copy
) -> None:
    copy.type("expenditure", "500k", line=1)
    copy.type("expenditure", "1 234 567", line=2)
    got = taken(line, copy.save())
    assert ([one["expenditure"] for one in got.lines[:2]], got.unread) == ([500_000.0, 1_234_567.0], {})
    assert "V1" in got.rules


def test_less_than_nothing_is_taken_and_blocks_with_its_cell(line: Line, copy: Copy) -> None:
    ref = copy.type("expenditure", "(500)", line=2)
    got = taken(line, copy.save())
    assert got.lines[1]["expenditure"] == -500.0
    assert got.found[at(ref)] == "V7 -£500.00 is less than nothing."


def test_a_word_of_no_list_or_a_sub_type_of_another_type_is_kept_and_blocks(line: Line, copy: Copy) -> None:
    words = {
        "scheme_type": "Moon landings",
        "sub_type": "Discretionary use of DFG - including small adaptations",
        "source": "Lottery",
        "area_of_spend": "Spaceflight",
        "provider": "Martians",
    }
    refs = [copy.type(field, word, line=number) for number, (field, word) in enumerate(words.items(), 1)]
    got = taken(line, copy.save())
    for ref, shape, (field, word) in zip(refs, got.lines, words.items(), strict=False):
        assert shape["source_of_funding" if field == "source" else field] == word
        assert "kept as it is written" in got.said[at(ref)]
        assert f"V6 “{word}” is no " in got.found[at(ref)]


def test_shares_beyond_the_whole_and_shares_that_are_none_are_kept_and_block(line: Line, copy: Copy) -> None:
    copy.type("nhs_share", 1.1, line=3)
    copy.type("nhs_share", "most of it", line=6)
    got = taken(line, copy.save())
    assert got.lines[2]["nhs_share"] == 1.1
    assert got.found[at("K36")] == "V4 A share of 110 % is not between 0 % and 100 %."
    assert got.found[at("K39")] == "V4 “most of it” is not a share: write it as 60 %."


def test_a_line_that_stands_twice_is_kept_twice_and_said(line: Line, copy: Copy) -> None:
    for column in range(2, 17):
        copy.schemes.cell(FIRST + 1, column).value = copy.schemes.cell(FIRST, column).value
    got = taken(line, copy.save())
    assert len(got.lines) == LINES
    assert got.found[at(f"B{FIRST + 1}")].startswith("duplicate")


def test_an_error_in_a_word_or_a_share_keeps_its_line_and_names_its_cell(line: Line, copy: Copy) -> None:
    copy.type("scheme_type", "#REF!")
    copy.type("nhs_share", "#DIV/0!", line=3)
    got = taken(line, copy.save())
    assert got.said[at("E34")] == "the cell holds the error #REF!"
    assert got.found[at("E34")] == "V10 Not filled in: scheme type."
    assert got.found[at("K36")].startswith("V4")


def test_income_and_metrics_that_are_no_figures_are_named_by_their_cells(line: Line, copy: Copy) -> None:
    copy.book[INCOME]["C10"] = "about £5m"
    copy.book[INCOME]["C18"] = datetime(2023, 1, 1)
    copy.book[METRICS]["D13"] = "TBC"
    got = taken(line, copy.save())
    assert [got.found[at(ref, INCOME)][:2] for ref in ("C10", "C18")] == ["V7", "V7"]
    assert at("D13", METRICS) in got.said
    (dfg,) = [one for one in line.json("list", "income")["income"] if one["source"] == "DFG"]
    assert (dfg["amount"], dfg["unread"]) == (None, {"amount": "about £5m"})


def test_running_balances_that_differ_are_named_by_their_cells_and_change_nothing(
    line: Line, copy: Copy
) -> None:
    copy.schemes["D10"], copy.schemes["E11"] = 1, "n/a"
    copy.schemes.cell(FIRST + 55, COLUMNS["name"]).value = "Total"
    copy.schemes.cell(FIRST + 55, COLUMNS["expenditure"]).value = POOL
    got = taken(line, copy.save())
    assert "its lines add to £35,279,434.00" in got.said[at("D10")]
    assert "is not an amount" in got.said[at("E11")]
    assert got.said[at("C89")] == "not taken: a total"
    assert (len(got.lines), got.spend) == (LINES, POOL)


def test_formulas_without_results_are_said_by_their_cells(
    line: Line, reference: Path, tmp_path: Path
) -> None:
    got = taken(line, Copy(reference, tmp_path, formulas=True).save())
    assert (len(got.lines), got.spend) == (LINES, POOL)
    for ref in ("C10", "C18"):
        assert "open the workbook in Excel and save it" in got.said[at(ref, INCOME)]
        assert got.found[at(ref, INCOME)].startswith("V7")
    assert "the minimum is not typed in yet" in got.found[at("D18")]


def test_of_two_years_one_may_be_filled_and_every_line_says_what_it_lacks(
    line: Line, reference: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(reference / "bcf" / WEST, data_only=True)
    for row in range(37, 437):
        book["6a. Expenditure"].cell(row, 20).value = None
    book.save(tmp_path / "west.xlsx")
    got = taken(line, tmp_path / "west.xlsx")
    assert (len(got.lines), got.spend) == (52, 50_804_645.0)
    lacking = [one["cell"] for one in got.findings if one["rule"] == "V10"]
    assert (len(lacking), lacking[0]) == (52, "T37")


# What is no planning workbook of a year that is known


def test_a_year_that_is_not_known_is_refused_by_its_cell_and_taken_when_its_layout_is_named(
    line: Line, copy: Copy
) -> None:
    for sheet in copy.book.sheetnames:
        copy.replace(sheet, {TITLE: "BCF Planning Template 2031-32"})
    file = copy.save()
    refused = line.json("import", "bcf", file)["refused"]
    assert "Cell B2 of “1. Guidance” says “BCF Planning Template 2031-32”" in refused
    assert "Its columns are like those of 2022-23" in refused
    assert line("import", "bcf", file) == 3
    assert line.json("list", "schemes") == {"schemes": []}
    assert taken(line, file, "--year", "2022-23").spend == POOL


def a_budget(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Cost centre", "Budget 2022/23", "Spend to date"], ["Adults", 100, 50]):
        sheet.append(row)
    book.save(path)


def csv_under_another_name(path: Path) -> None:
    path.write_text("Scheme ID,Scheme Name,Expenditure\n1,Carers,5\n", encoding="utf-8")


def with_a_password(path: Path) -> None:
    path.write_bytes(stream("EncryptedPackage"))


def without_headings(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book[SCHEMES].delete_rows(HEADER)
    book.save(path)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (a_budget, "No Better Care Fund scheme table was found"),
        (csv_under_another_name, "This is plain text (CSV) with the ending .xlsx"),
        (with_a_password, "password"),
        (without_headings, "No scheme table was found"),
    ],
)
def test_what_is_no_planning_workbook_is_refused_in_one_sentence(
    line: Line, copy: Copy, make: Callable[[Path], None], why: str
) -> None:
    file = copy.save()
    make(file)
    report = line.json("import", "bcf", file)
    assert (report["applied"], why in report["refused"]) == (False, True)
    assert line("import", "bcf", file) == 3
    assert line.json("list", "schemes") == {"schemes": []}


def test_of_two_tables_it_is_asked_which_is_meant(line: Line, copy: Copy) -> None:
    copy.book.copy_worksheet(copy.schemes).title = "5a. Expenditure (2)"
    file = copy.save()
    report = line.json("import", "bcf", file)
    assert report["choose"] == {"what": "sheet", "options": [SCHEMES, "5a. Expenditure (2)"]}
    assert taken(line, file, "--sheet", SCHEMES).spend == POOL
