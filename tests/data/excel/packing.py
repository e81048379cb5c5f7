"""Builds workbooks part by part, so that a test can spoil exactly one thing."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from boardtool.data.excel.workbook import column_letters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

HEADINGS = ("Action No", "Action point", "Allocated to", "Due", "Progress", "Status")
GOOD_ROWS = (
    ("050722/01", "Circulate the framework", "Amy Plank", "14 July 2022", "", "Open"),
    ("050722/02", "Add the Trust to the terms of reference", "Cheryl Bird", "", "Drafted", "Ongoing"),
    ("050722/03", "Share what is known of hesitancy", "Sally Burns", "", "Sent on 1 August 2022", "Done"),
)
LOG: tuple[tuple[str, ...], ...] = (HEADINGS, *GOOD_ROWS)


@dataclass(frozen=True)
class Raw:
    """A cell's XML as it is; "{ref}" stands for its reference."""

    xml: str


Value = str | int | float | Raw | None


def cell_xml(ref: str, value: Value) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, Raw):
        return value.xml.replace("{ref}", ref)
    if isinstance(value, str):
        return f'<c r="{ref}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{ref}"><v>{value}</v></c>'


def row_xml(number: int, values: Sequence[Value], attributes: str = "") -> str:
    cells = "".join(cell_xml(f"{column_letters(column)}{number}", v) for column, v in enumerate(values, 1))
    return f'<row r="{number}"{attributes}>{cells}</row>'


def sheet_xml(
    rows: Sequence[Sequence[Value]],
    *,
    first: int = 1,
    before: str = "",
    after: str = "",
    hidden: frozenset[int] = frozenset(),
) -> str:
    body = "".join(
        row_xml(number, values, ' hidden="1"' if number in hidden else "")
        for number, values in enumerate(rows, first)
    )
    return f'{XML}<worksheet xmlns="{MAIN}">{before}<sheetData>{body}</sheetData>{after}</worksheet>'


def parts_of(
    sheets: Mapping[str, str] | None = None, *, states: Mapping[str, str] | None = None, settings: str = ""
) -> dict[str, bytes]:
    """The parts of a workbook; by default one sheet "Action Log" with three good rows."""
    pages = sheets if sheets is not None else {"Action Log": sheet_xml(LOG)}
    states = states or {}
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" state="{states.get(name, "visible")}" r:id="rId{n}"/>'
        for n, name in enumerate(pages, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(pages) + 1)
    )
    parts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{settings}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{related}'
        f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rIdT" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'{XML}<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/>'
        '<xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>',
    }
    packed = {name: text.encode() for name, text in parts.items()}
    for n, page in enumerate(pages.values(), 1):
        packed[f"xl/worksheets/sheet{n}.xml"] = page.encode()
    return packed


def pack(path: Path, parts: Mapping[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def shared_strings(texts: Sequence[str], encoding: str = "utf-8") -> bytes:
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    declared = XML.replace("UTF-8", encoding.upper())
    return f'{declared}<sst xmlns="{MAIN}">{items}</sst>'.encode(encoding)
