from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook
from tests.data.excel.packing import Raw, pack, parts_of, sheet_xml

from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.template import Filling, fill_template
from boardtool.domain.errors import CannotDoError, InputRefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.data.excel.workbook import Sheet

LISTS = (
    '<dataValidations count="1"><dataValidation type="list" sqref="B2 D4:D5"><formula1>"Yes,No"</formula1>'
    "</dataValidation></dataValidations>"
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">'
    '<x14:dataValidations xmlns:x14="urn:x14"/></ext></extLst>'
)
ROWS = (
    ("Board", "", Raw('<c r="{ref}" s="1"/>')),
    ("Agreed", "", Raw('<c r="{ref}"><f>A1</f><v>5</v></c>'), 7),
    (),
    ("Total",),
)
MERGED = '<mergeCells count="1"><mergeCell ref="A4:C5"/></mergeCells>'


def template(folder: Path, settings: str = "") -> Path:
    page = sheet_xml(ROWS, before='<dimension ref="A1:D4"/><cols><col min="6" max="8" style="1"/></cols>',
                     after=MERGED + LISTS)  # fmt: skip
    parts = parts_of({"Plan": page, "Other": sheet_xml((("untouched",),))}, settings=settings)
    parts["xl/vbaProject.bin"] = bytes(range(256))
    parts["xl/drawings/drawing1.xml"] = b"<xdr:wsDr xmlns:xdr='urn:x'><!-- a shape --></xdr:wsDr>"
    parts["xl/calcChain.xml"] = b"<calcChain/>"
    return pack(folder / "template.xlsx", parts)


def filled(folder: Path, values: dict[str, Filling], settings: str = "") -> tuple[Sheet, bytes]:
    data = fill_template(template(folder, settings), {"Plan": values})
    (folder / "filled.xlsx").write_bytes(data)
    sheet = open_workbook(folder / "filled.xlsx").sheet("Plan")
    assert sheet is not None
    return sheet, data


def test_only_the_sheet_and_the_word_to_work_out_formulas_change(tmp_path: Path) -> None:
    _, data = filled(tmp_path, {"B1": "North"})
    with zipfile.ZipFile(tmp_path / "template.xlsx") as before, zipfile.ZipFile(io.BytesIO(data)) as after:
        assert before.namelist() == after.namelist()
        changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
        page = after.read("xl/worksheets/sheet1.xml")
        assert b'fullCalcOnLoad="1"' in after.read("xl/workbook.xml")
    assert changed == {"xl/workbook.xml", "xl/worksheets/sheet1.xml"}
    assert b"x14:dataValidations" in page
    assert b"<f>A1</f>" in page


def test_values_are_read_again_as_they_were_written(tmp_path: Path) -> None:
    values: dict[str, Filling] = {
        "B1": "=SUM(A1) is only text\x07",
        "C1": date(2022, 9, 6),
        "D2": Decimal("1234.50"),
        "E2": 12,
        "A3": date(2022, 9, 6),
        "G3": datetime(2022, 9, 6, 13, 30),
        "B9": "far below",
        "A4": "into the first cell of a merged block",
    }
    sheet, _ = filled(tmp_path, values)
    found = {ref: cell.value for ref in values if (cell := sheet.at(ref)) is not None}
    assert found == {
        "B1": "=SUM(A1) is only text",
        "C1": date(2022, 9, 6),
        "D2": Decimal("1234.50"),
        "E2": Decimal(12),
        "A3": "6 September 2022",
        "G3": date(2022, 9, 6),
        "B9": "far below",
        "A4": "into the first cell of a merged block",
    }
    other = CalamineWorkbook.from_path(tmp_path / "filled.xlsx").get_sheet_by_name("Plan").to_python()
    assert other[0][1] == "=SUM(A1) is only text"
    assert other[8][1] == "far below"


def test_rows_and_cells_stay_in_order(tmp_path: Path) -> None:
    sheet, data = filled(tmp_path, {"Z1": 3, "B2": "Yes", "AA1": 4, "Y1": 2, "A9": 1, "A7": 1, "A3": 5})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
    places = [
        page.index(f'r="{ref}"') for ref in ("A1", "Y1", "Z1", "AA1", "A2", "B2", "C2", "A3", "A7", "A9")
    ]
    assert places == sorted(places)
    assert "dimension" not in page
    assert len(sheet.rows) == 6


def test_none_empties_a_cell_and_keeps_its_style(tmp_path: Path) -> None:
    sheet, data = filled(tmp_path, {"A1": None, "C1": None})
    assert sheet.at("A1") is None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b'<c r="C1" s="1"/>' in archive.read("xl/worksheets/sheet1.xml")


def test_days_of_the_1904_system(tmp_path: Path) -> None:
    sheet, _ = filled(tmp_path, {"C1": date(2022, 9, 6)}, settings='<workbookPr date1904="1"/>')
    cell = sheet.at("C1")
    assert cell is not None
    assert cell.value == date(2022, 9, 6)


@pytest.mark.parametrize(
    ("ref", "value", "why"),
    [
        ("C2", "x", "holds a formula"),
        ("B5", "x", "inside a merged block"),
        ("D5", "Perhaps", "takes only one of: Yes, No"),
        ("1A", "x", "not the name of a cell"),
    ],
)
def test_what_must_not_be_overwritten_is_not(tmp_path: Path, ref: str, value: str, why: str) -> None:
    with pytest.raises(CannotDoError, match=why):
        fill_template(template(tmp_path), {"Plan": {ref: value}})


def test_a_sheet_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match='no sheet "Plann"'):
        fill_template(template(tmp_path), {"Plann": {"A1": 1}})


def test_an_unsafe_template_is_refused(tmp_path: Path) -> None:
    parts = parts_of({"Plan": sheet_xml(ROWS).replace("?>\n", "?><!DOCTYPE worksheet>")})
    with pytest.raises(InputRefusedError, match="unsafe"):
        fill_template(pack(tmp_path / "t.xlsx", parts), {"Plan": {"A1": 1}})


@pytest.mark.parametrize("data", [b"Board,Plan\r\n", b"PK\x03\x04"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(data)
    with pytest.raises(InputRefusedError):
        fill_template(path, {"Plan": {"A1": 1}})


def test_the_real_layouts_are_filled_without_loss(reference: Path, tmp_path: Path) -> None:
    layout = reference / "bcf" / "BCF Planning Template 2023-25 (layout).xlsx"
    name = open_workbook(layout).shown[0].name
    data = fill_template(layout, {name: {"B60": "a note"}})
    with zipfile.ZipFile(layout) as before, zipfile.ZipFile(io.BytesIO(data)) as after:
        changed = {one for one in before.namelist() if before.read(one) != after.read(one)}
    assert len(changed) == 2
    (tmp_path / "filled.xlsx").write_bytes(data)
    sheet = open_workbook(tmp_path / "filled.xlsx").sheet(name)
    assert sheet is not None
    cell = sheet.at("B60")
    assert cell is not None
    assert cell.value == "a note"


X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
RANGES = (
    '<dataValidations count="4">'
    '<dataValidation type="list" sqref="A1"><formula1>$H$1:$H$2</formula1></dataValidation>'
    '<dataValidation type="list" sqref="A2"><formula1>\'The lists\'!A1:B1</formula1></dataValidation>'
    '<dataValidation type="list" sqref="A3"><formula1>Answers</formula1></dataValidation>'
    '<dataValidation type="list" sqref="A4"><formula1>INDIRECT(A1)</formula1></dataValidation>'
    "</dataValidations>"
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">'
    f'<x14:dataValidations xmlns:x14="{X14}"><x14:dataValidation type="list"><x14:formula1>'
    f"<xm:f xmlns:xm=\"{XM}\">'The lists'!$A$1:$B$1</xm:f></x14:formula1>"
    f'<xm:sqref xmlns:xm="{XM}">A5:A6</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>'
)
NAMES = (
    '<definedNames><definedName name="Answers">More</definedName>'
    "<definedName name=\"More\">'The lists'!$A$1:$B$1</definedName>"
    '<definedName name="Round">Round</definedName></definedNames>'
)


def with_ranges(folder: Path) -> Path:
    rows = (("", "", "", "", "", "", "", "North"), ("", "", "", "", "", "", "", "West"))
    pages = {"Plan": sheet_xml(rows, after=RANGES), "The lists": sheet_xml((("Yes", "No "),))}
    parts = parts_of(pages)
    listed = parts["xl/workbook.xml"].replace(b"</sheets>", b"</sheets>" + NAMES.encode())
    return pack(folder / "ranges.xlsx", {**parts, "xl/workbook.xml": listed})


@pytest.mark.parametrize("ref", ["A1", "A2", "A3", "A5", "A6"])
def test_a_list_in_cells_behind_a_name_or_of_a_later_excel_binds_too(ref: str, tmp_path: Path) -> None:
    with pytest.raises(CannotDoError, match=f"Cell {ref} .* takes only one of"):
        fill_template(with_ranges(tmp_path), {"Plan": {ref: "Perhaps"}})
    assert fill_template(with_ranges(tmp_path), {"Plan": {ref: "North" if ref == "A1" else "No"}})


def test_a_list_that_a_formula_works_out_is_left_to_excel(tmp_path: Path) -> None:
    assert fill_template(with_ranges(tmp_path), {"Plan": {"A4": "Perhaps"}})


def test_no_cell_of_an_array_formula_is_overwritten(tmp_path: Path) -> None:
    rows = ((Raw('<c r="{ref}"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c>'),), (2,), (3,), (4,))
    file = pack(tmp_path / "array.xlsx", parts_of({"Plan": sheet_xml(rows)}))
    with pytest.raises(CannotDoError, match=r"Cell A3 .* holds a formula"):
        fill_template(file, {"Plan": {"A3": 7}})
    assert fill_template(file, {"Plan": {"A4": 7}})


def test_words_that_look_like_an_escape_stay_words(tmp_path: Path) -> None:
    sheet, _ = filled(tmp_path, {"B1": "_x0041_ and _x000D_"})
    cell = sheet.at("B1")
    assert cell is not None
    assert cell.text == "_x0041_ and _x000D_"
