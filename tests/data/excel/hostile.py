"""Workbooks as strangers send them: attacks, damage and habits, each with what must come of it.

The letters are the rows of the list of faults (E1 bombs … E19 hidden rows).
"""

from __future__ import annotations

import struct
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.data.excel.packing import (
    GOOD_ROWS,
    HEADINGS,
    LOG,
    MAIN,
    XML,
    Raw,
    pack,
    parts_of,
    row_xml,
    shared_strings,
    sheet_xml,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Taken:
    """The rows that are good, the ones rejected, words among the warnings, words among the reasons."""

    rows: int = 3
    rejected: int = 0
    says: str = ""
    why: str = ""
    cell: str = ""


@dataclass(frozen=True)
class Refused:
    """Words of the sentence."""

    words: str


@dataclass(frozen=True)
class Asked:
    what: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    name: str
    build: Callable[[Path], Path]
    outcome: Taken | Refused | Asked
    ending: str = ".xlsx"
    sheet: str | None = None
    columns: dict[str, str] = field(default_factory=dict)


CASES: list[Case] = []


def case(
    name: str,
    outcome: Taken | Refused | Asked,
    *,
    ending: str = ".xlsx",
    sheet: str | None = None,
    columns: dict[str, str] | None = None,
) -> Callable[[Callable[[Path], Path]], Callable[[Path], Path]]:
    def note(build: Callable[[Path], Path]) -> Callable[[Path], Path]:
        CASES.append(Case(name, build, outcome, ending, sheet, columns or {}))
        return build

    return note


def with_sheet(name: str, xml: str | bytes, outcome: Taken | Refused | Asked, **changed: bytes) -> None:
    """A workbook whose one sheet is spoilt, and other parts ("/" written as "__" and "." as "_dot_")."""

    def build(path: Path) -> Path:
        parts = parts_of()
        parts["xl/worksheets/sheet1.xml"] = xml.encode() if isinstance(xml, str) else xml
        for part, data in changed.items():
            parts[part.replace("__", "/").replace("_dot_", ".")] = data
        return pack(path, parts)

    CASES.append(Case(name, build, outcome))


def with_rows(name: str, rows: object, outcome: Taken | Refused | Asked, **how: object) -> None:
    with_sheet(name, sheet_xml(rows, **how), outcome)  # type: ignore[arg-type] # rows are written freely here


def with_parts(
    name: str, change: Callable[[dict[str, bytes]], object], outcome: Taken | Refused | Asked
) -> None:
    def build(path: Path) -> Path:
        parts = parts_of()
        change(parts)
        return pack(path, parts)

    CASES.append(Case(name, build, outcome))


def with_bytes(name: str, data: bytes, outcome: Taken | Refused | Asked, ending: str = ".xlsx") -> None:
    def build(path: Path) -> Path:
        path.write_bytes(data)
        return path

    CASES.append(Case(name, build, outcome, ending))


def good_bytes(path: Path) -> bytes:
    return pack(path, parts_of()).read_bytes()


# E1 bombs
SPACES = b" " * (110 * MEGABYTE)
with_sheet("E1 a sheet of 110 MB of spaces", SPACES, Refused("too large when unpacked"))
with_sheet(
    "E1 shared texts of 110 MB", sheet_xml(LOG), Refused("too large"), xl__sharedStrings_dot_xml=SPACES
)
with_sheet("E1 a picture of 110 MB", sheet_xml(LOG), Refused("too large"), xl__media__a_dot_png=SPACES)
with_parts(
    "E1 more than 2,000 parts",
    lambda parts: parts.update({f"xl/media/{n}.png": b"" for n in range(2001)}),
    Refused("2,000 parts"),
)
with_parts(
    "E1 a directory of 60,000 parts",
    lambda parts: parts.update({f"xl/media/{n}.png": b"" for n in range(60_000)}),
    Refused("2,000 parts"),
)
with_rows(
    "E1 an honest workbook that packs very well",
    (*LOG, *[(f"050722/{n}", "the same words " * 60, "A B", "", "", "Open") for n in range(10, 99)]),
    Taken(92),
)
with_sheet(
    "E1 five million shared texts",
    sheet_xml(LOG),
    Refused("different texts"),
    xl__sharedStrings_dot_xml=f'{XML}<sst xmlns="{MAIN}">'.encode()
    + b"<si><t/></si>" * 5_000_000
    + b"</sst>",
)
with_sheet(
    "E1 a comment of 40 MB",
    sheet_xml(LOG).replace("<sheetData>", f"<!--{'a' * (40 * MEGABYTE)}--><sheetData>"),
    Refused("damaged"),
)
with_sheet(
    "E1 an attribute of 40 MB",
    sheet_xml(LOG).replace("<sheetData>", f'<sheetData x="{"a" * (40 * MEGABYTE)}">'),
    Refused("damaged"),
)


@case("E1 one long text that every sheet holds a thousand times", Refused("too much together"))
def shared_by_all(path: Path) -> Path:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 1001))
    page = f'{XML}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    parts = parts_of({f"Page {n}": page for n in range(8)})
    return pack(path, {**parts, "xl/sharedStrings.xml": shared_strings(["x" * 30_000])})


@case("E1 one part that is every sheet", Refused("the same"))
def one_part_for_all(path: Path) -> Path:
    parts = parts_of()
    again = "".join(f'<sheet name="Page {n}" sheetId="{n}" r:id="rId1"/>' for n in range(2, 500))
    listed = parts["xl/workbook.xml"].decode().replace("</sheets>", f"{again}</sheets>")
    return pack(path, {**parts, "xl/workbook.xml": listed.encode()})


# E2 sizes that lie
def lie_about_size(path: Path, size: int, offset_local: int, offset_central: int) -> Path:
    data = bytearray(good_bytes(path))
    name = b"xl/worksheets/sheet1.xml"
    local = data.find(b"PK\x03\x04", data.find(name) - 30)
    central = data.rfind(name) - 46
    struct.pack_into("<L", data, local + offset_local, size)
    struct.pack_into("<L", data, central + offset_central, size)
    path.write_bytes(data)
    return path


@case("E2 a part says that it is smaller than it is", Refused("damaged"))
def smaller(path: Path) -> Path:
    return lie_about_size(path, 100, 22, 24)


@case("E2 a part says that it is larger than it is", Refused("damaged"))
def larger(path: Path) -> Path:
    return lie_about_size(path, 90_000, 22, 24)


@case("E2 a part says that it is 3 GB", Refused("too large"))
def gigantic(path: Path) -> Path:
    return lie_about_size(path, 3_000_000_000, 22, 24)


@case("E2 a part whose sum does not fit", Refused("damaged"))
def wrong_sum(path: Path) -> Path:
    return lie_about_size(path, 12_345, 14, 16)


# E3 entities
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def after_declaration(xml: str, what: str) -> str:
    return xml.replace(XML, XML + what)


UNSAFE = Refused("blocked as unsafe")
with_sheet("E3 laughs in a sheet", after_declaration(sheet_xml(LOG), LAUGHS), UNSAFE)
with_sheet("E3 an entity of a file", after_declaration(sheet_xml(LOG), EXTERNAL), UNSAFE)
with_sheet("E3 a document type alone", after_declaration(sheet_xml(LOG), "<!DOCTYPE worksheet>"), UNSAFE)
with_sheet(
    "E3 a document type elsewhere on the net",
    after_declaration(sheet_xml(LOG), '<!DOCTYPE w SYSTEM "http://example.invalid/a.dtd">'),
    UNSAFE,
)
with_sheet(
    "E3 a document type disguised in UTF-16",
    after_declaration(sheet_xml(LOG), LAUGHS).replace("UTF-8", "UTF-16").encode("utf-16"),
    UNSAFE,
)
with_sheet(
    "E3 an honest sheet in UTF-16", sheet_xml(LOG).replace("UTF-8", "UTF-16").encode("utf-16"), Taken(3)
)
with_sheet(
    "E3 laughs in the shared texts",
    sheet_xml(LOG),
    UNSAFE,
    xl__sharedStrings_dot_xml=after_declaration(shared_strings(["a"]).decode(), LAUGHS).encode(),
)
with_parts(
    "E3 a document type in the list of sheets",
    lambda parts: parts.update(
        {"xl/workbook.xml": after_declaration(parts["xl/workbook.xml"].decode(), LAUGHS).encode()}
    ),
    UNSAFE,
)
with_parts(
    "E3 a document type in the styles",
    lambda parts: parts.update(
        {"xl/styles.xml": after_declaration(parts["xl/styles.xml"].decode(), EXTERNAL).encode()}
    ),
    UNSAFE,
)
with_sheet(
    "E3 a document type in a part that is not read",
    sheet_xml(LOG),
    UNSAFE,
    docProps__core_dot_xml=f"{XML}{EXTERNAL}<x/>".encode(),
)
with_sheet("E3 a broken part that is not read", sheet_xml(LOG), Taken(3), docProps__core_dot_xml=b"<x y z")
with_sheet(
    "E3 an entity that is declared nowhere",
    sheet_xml(LOG).replace("Circulate", "&nowhere; Circulate"),
    Taken(3),
)


# E4 dimensions
for said in ("A1:XFD1048576", "A1", "", "ZZZ", "F6:A1"):
    with_rows(f'E4 a dimension that says "{said}"', LOG, Taken(3), before=f'<dimension ref="{said}"/>')

# E5 giants
with_sheet(
    "E5 a million empty rows with a format",
    sheet_xml(LOG).replace(
        "</sheetData>", "".join(f'<row r="{n}" s="1"/>' for n in range(5, 1_000_000)) + "</sheetData>"
    ),
    Taken(3),
)
with_sheet(
    "E5 a million empty cells with a format",
    sheet_xml(LOG).replace(
        "</sheetData>",
        "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(5, 1_000_000)) + "</sheetData>",
    ),
    Taken(3),
)
with_sheet(
    "E5 a million filled rows",
    sheet_xml(LOG).replace(
        "</sheetData>",
        "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(5, 1_000_000)) + "</sheetData>",
    ),
    Refused("20,000 filled rows"),
)
with_sheet(
    "E5 a value in the last cell of the sheet",
    sheet_xml(LOG).replace(
        "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    ),
    Refused("XFD1048576"),
)
with_sheet(
    "E5 an empty cell at the end of the sheet",
    sheet_xml(LOG).replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'),
    Taken(3),
)
with_sheet(
    "E5 a word in the last row",
    sheet_xml(LOG).replace("</sheetData>", '<row r="1048576"><c r="A1048576"><v>7</v></c></row></sheetData>'),
    Taken(3, rejected=1),
)
with_sheet(
    "E5 a row of 16,384 columns",
    sheet_xml((*LOG, ["x"] * 16_384)),
    Refused("512th column"),
)
with_rows(
    "E5 100,000 merged blocks",
    LOG,
    Refused("merged blocks"),
    after="<mergeCells>"
    + "".join(f'<mergeCell ref="A{n}:B{n + 1}"/>' for n in range(10, 200_010, 2))
    + "</mergeCells>",
)
with_rows(
    "E5 the whole sheet merged",
    LOG,
    Taken(3),
    after='<mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>',
)
with_rows(
    "E5 a cell of 40,000 characters",
    (*LOG, ("050722/04", "x" * 40_000, "", "", "", "Open")),
    Refused("32,767 characters in cell B5"),
)
with_sheet("E5 200,000 elements inside each other", "<a>" * 200_000 + "</a>" * 200_000, Refused("damaged"))

with_sheet(
    "E5 a row that stands in the sheet twice",
    sheet_xml(LOG).replace("</sheetData>", row_xml(2, ("050722/99", "Hidden")) + "</sheetData>"),
    Refused("row 2 twice"),
)
with_sheet(
    "E5 a cell that stands in its row twice",
    sheet_xml(LOG).replace("</row>", '<c r="A1"><v>7</v></c></row>', 1),
    Refused("row 1 twice"),
)

# E6 other files under a workbook's name
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(100)


def zipped(path: Path, **parts: bytes) -> Path:
    return pack(path, {name.replace("__", "/").replace("_dot_", "."): data for name, data in parts.items()})


CSV = "\r\n".join(",".join(f'"{value}"' for value in row) for row in LOG).encode()
HTML = b"<html><body><table><tr><td>Action No</td></tr></table></body></html>"
with_bytes("E6 protected with a password", stream("EncryptedPackage"), Refused("password"))
with_bytes("E6 an old .xls", stream("Workbook"), Refused("old Excel workbook"), ".xls")
with_bytes("E6 an old .xls named .xlsx", stream("Workbook"), Refused("old Excel workbook"))
with_bytes("E6 an .xls of 1995", b"\x09\x08\x08\x00\x00\x05" + bytes(50), Refused("very old Excel"), ".xls")
with_bytes("E6 an old Word document", stream("WordDocument"), Refused("Word document"))
with_bytes("E6 an Outlook message", stream("__substg1.0_0037001F"), Refused("Outlook"))
with_bytes("E6 an unknown old Office file", OLE, Refused("damaged"))
with_bytes("E6 CSV named .xlsx", CSV, Refused("CSV"))
with_bytes("E6 noise named .xlsx", bytes(range(256)) * 40, Refused("damaged"))
with_bytes("E6 CSV", CSV, Taken(3), ".csv")
SEMICOLONS = CSV.replace(b'","', b'";"')
with_bytes("E6 CSV with semicolons", SEMICOLONS, Taken(3), ".csv")
with_bytes("E6 CSV in cp1252", SEMICOLONS.replace(b"Trust", b"\x93Trust\x94"), Taken(3), ".csv")
with_bytes(
    "E6 CSV with tabs in UTF-16", CSV.replace(b'","', b'"\t"').decode().encode("utf-16"), Taken(3), ".csv"
)
with_bytes("E6 CSV in UTF-16 without its mark", CSV.decode().encode("utf-16-le"), Taken(3), ".csv")
with_bytes("E6 CSV with a mark of UTF-8", b"\xef\xbb\xbf" + CSV, Taken(3), ".csv")
with_bytes("E6 CSV that names its mark", b"sep=;\r\n" + CSV.replace(b'","', b'";"'), Taken(3), ".csv")
with_bytes("E6 a web page named .xls", HTML, Refused("web page"), ".xls")
with_bytes("E6 a web page named .xlsx", b"\xef\xbb\xbf \r\n<!DOCTYPE HTML>" + HTML, Refused("web page"))
with_bytes("E6 a web page in UTF-16", HTML.decode().encode("utf-16"), Refused("web page"), ".xls")
with_bytes("E6 a PDF", b"%PDF-1.7\n%\xe2\xe3", Refused("PDF"))
with_bytes("E6 rich text", b"{\\rtf1 Action No}", Refused("rich text"))
with_bytes("E6 a picture", b"\x89PNG\r\n\x1a\n" + bytes(50), Refused("picture"))
with_bytes("E6 a program", b"MZ" + bytes(200), Refused("program"))
with_bytes("E6 an e-mail", b"Received: from a by b\r\n\r\nhello", Refused("e-mail"))
with_bytes("E6 the XML form of Excel 2003",
           b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
           Refused("Excel 2003"))  # fmt: skip
with_bytes("E6 some other XML", b'<?xml version="1.0"?><data/>', Refused("XML file"))


@case("E6 a binary workbook", Refused(".xlsb"))
def binary(path: Path) -> Path:
    return zipped(path, xl__workbook_dot_bin=b"\x83\x01\x00")


@case("E6 a new Word document", Refused("Word document"))
def word(path: Path) -> Path:
    return zipped(path, word__document_dot_xml=b"<w/>")


@case("E6 a presentation", Refused("PowerPoint"))
def slides(path: Path) -> Path:
    return zipped(path, ppt__presentation_dot_xml=b"<p/>")


@case("E6 a zip archive of workbooks", Refused("zip archive"))
def archive(path: Path) -> Path:
    return zipped(path, log_dot_xlsx=b"PK\x03\x04")


@case("E6 an OpenDocument text", Refused("OpenDocument text"))
def text(path: Path) -> Path:
    return zipped(path, mimetype=b"application/vnd.oasis.opendocument.text", content_dot_xml=b"<a/>")


for ending in (".csv", ".xls", ".dat", ""):

    @case(f'E6 a workbook with the ending "{ending}"', Taken(3), ending=ending)
    def misnamed(path: Path) -> Path:
        return pack(path, parts_of())


def ods_content(rows: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><office:body><office:spreadsheet>'
        f'<table:table table:name="Action Log">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    ).encode()


def ods_rows(rows: tuple[tuple[str, ...], ...]) -> str:
    return "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
            for value in row
        )
        + "</table:table-row>"
        for row in rows
    )


ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


@case("E6 an OpenDocument spreadsheet", Taken(3), ending=".ods")
def ods(path: Path) -> Path:
    return zipped(path, mimetype=ODS_TYPE, content_dot_xml=ods_content(ods_rows(LOG)))


@case("E6 an OpenDocument spreadsheet named .xlsx", Taken(3))
def ods_misnamed(path: Path) -> Path:
    return zipped(path, mimetype=ODS_TYPE, content_dot_xml=ods_content(ods_rows(LOG)))


ODS_ROW = (
    "<table:table-row>"
    + "".join(
        f"<table:table-cell><text:p>{value}</text:p></table:table-cell>" for value in ("050722/04", "Call")
    )
    + "<table:table-cell/><table:table-cell/>{}</table:table-row>"
)


def ods_with(path: Path, cell: str, columns: str = "", **parts: bytes) -> Path:
    content = ods_content(columns + ods_rows(LOG) + ODS_ROW.replace("{}", cell))
    return zipped(path, mimetype=ODS_TYPE, content_dot_xml=content, **parts)


@case(
    "E14 an OpenDocument formula without a stored value",
    Taken(3, 1, why="stored value", cell="E5"),
    ending=".ods",
)
def ods_stale(path: Path) -> Path:
    return ods_with(path, '<table:table-cell table:formula="of:=[.A1]"/>')


@case("E14 an OpenDocument formula that gives nothing", Taken(4), ending=".ods")
def ods_nothing(path: Path) -> Path:
    meta = b"<office:meta><meta:generator>LibreOffice/7.4</meta:generator></office:meta>"
    return ods_with(path, '<table:table-cell table:formula="of:=[.A1]"/>', meta_dot_xml=meta)


@case("E14 an OpenDocument error", Taken(3, 1, why="#DIV/0!", cell="E5"), ending=".ods")
def ods_error(path: Path) -> Path:
    return ods_with(
        path,
        '<table:table-cell table:formula="of:=1/0" c:value-type="error">'
        "<text:p>#DIV/0!</text:p></table:table-cell>",
    )


@case("E19 an OpenDocument column that is hidden", Taken(4, says="is hidden, and was read"), ending=".ods")
def ods_hidden_column(path: Path) -> Path:
    column = '<table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
    return ods_with(path, "<table:table-cell/>", column)


@case("E13 an OpenDocument sheet with all that it may have", Taken(3, 1, says="is hidden"), ending=".ods")
def ods_rich(path: Path) -> Path:
    styles = '<s:style s:name="ta2"><s:table-properties table:display="false"/></s:style>'
    extra = (
        '<table:table-row table:visibility="collapse"><table:table-cell table:number-columns-spanned="3"'
        ' table:number-rows-spanned="1"><o:annotation><text:p>said by A</text:p></o:annotation>'
        '<text:p>A<text:s text:c="3"/>note<text:line-break/>of<text:tab/>us</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row>"
        "<table:table-row><table:table-cell><text:p>050722/09</text:p></table:table-cell><table:table-cell"
        ' o:value-type="time" o:time-value="PT13H30M00S"><text:p>13:30</text:p></table:table-cell>'
        '<table:table-cell o:value-type="string" o:string-value="A Bee"/>'
        '<table:table-cell o:value-type="time" o:time-value="soon"/></table:table-row>'
    )
    content = ods_content(ods_rows(LOG) + extra).decode()
    hidden = '<table:table table:name="Pay" table:style-name="ta2"/>'
    content = content.replace("<office:body>", styles + "<office:body>")
    content = content.replace("</office:spreadsheet>", hidden + "</office:spreadsheet>")
    return zipped(path, mimetype=ODS_TYPE, content_dot_xml=content.encode())


@case("E7 an OpenDocument row repeated nonsense times", Refused("damaged"), ending=".ods")
def ods_nonsense(path: Path) -> Path:
    tail = '<table:table-row table:number-rows-repeated="-3"/>'
    return zipped(path, mimetype=ODS_TYPE, content_dot_xml=ods_content(ods_rows(LOG) + tail))


@case("E11 an OpenDocument spreadsheet without a sheet", Refused("no sheet"), ending=".ods")
def ods_no_sheet(path: Path) -> Path:
    return zipped(path, mimetype=ODS_TYPE, content_dot_xml=b"<a/>")


@case("E15 an OpenDocument date and time", Taken(4), ending=".ods")
def ods_date(path: Path) -> Path:
    day = 'o:value-type="date" o:date-value="2022-09-06"'
    return ods_with(path, f"<table:table-cell {day}><text:p>6 Sep</text:p></table:table-cell>")


@case("E6 an OpenDocument spreadsheet with a password", Refused("password"), ending=".ods")
def ods_locked(path: Path) -> Path:
    return zipped(
        path,
        mimetype=ODS_TYPE,
        content_dot_xml=b"\x00\x01",
        **{"META-INF__manifest_dot_xml": b"<m:encryption-data/>"},
    )


@case("E5 an OpenDocument row repeated a million times, empty", Taken(3), ending=".ods")
def ods_empty_rows(path: Path) -> Path:
    tail = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    return zipped(path, mimetype=ODS_TYPE, content_dot_xml=ods_content(ods_rows(LOG) + tail))


@case("E5 an OpenDocument row repeated a million times, filled", Refused("20,000 filled rows"), ending=".ods")
def ods_full_rows(path: Path) -> Path:
    tail = '<table:table-row table:number-rows-repeated="1048000">' + ods_rows((("a", "b"),))[17:]
    return zipped(path, mimetype=ODS_TYPE, content_dot_xml=ods_content(ods_rows(LOG) + tail))


@case("E3 a document type in an OpenDocument spreadsheet", UNSAFE, ending=".ods")
def ods_unsafe(path: Path) -> Path:
    content = ods_content(ods_rows(LOG)).decode().replace("?><", "?>" + LAUGHS + "<", 1).encode()
    return zipped(path, mimetype=ODS_TYPE, content_dot_xml=content)


# E7 damage
with_bytes("E7 an empty file", b"", Refused("empty"))
with_bytes("E7 an empty CSV", b"", Refused("empty"), ".csv")
with_bytes("E7 noise", bytes(range(256)) * 40, Refused("neither a workbook"), ".dat")
with_bytes("E7 noise that begins as a zip", b"PK\x03\x04" + bytes(range(256)) * 40, Refused("damaged"))
with_bytes("E7 a CSV with a quotation mark too few", b'Action No,Action point\r\n"050722/01,x\r\n',
           Refused("quotation mark"), ".csv")  # fmt: skip


@case("E7 the first half of a workbook", Refused("damaged"))
def half(path: Path) -> Path:
    data = good_bytes(path)
    path.write_bytes(data[: len(data) // 2])
    return path


@case("E7 a workbook without its last ten bytes", Refused("damaged"))
def cut(path: Path) -> Path:
    path.write_bytes(good_bytes(path)[:-10])
    return path


@case("E7 zeros in the middle of a sheet", Refused("damaged"))
def zeros(path: Path) -> Path:
    data = bytearray(good_bytes(path))
    at = data.find(b"xl/worksheets/sheet1.xml") + 60
    data[at : at + 40] = bytes(40)
    path.write_bytes(data)
    return path


@case("E7 a zip with a password", Refused("password"))
def locked_zip(path: Path) -> Path:
    data = bytearray(good_bytes(path))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    path.write_bytes(data)
    return path


@case("E7 packed as no spreadsheet program packs", Refused("no spreadsheet program"))
def packed_oddly(path: Path) -> Path:
    return pack(path, parts_of(), compression=zipfile.ZIP_LZMA)


with_sheet("E7 a sheet that ends in the middle", sheet_xml(LOG)[:-60], Refused("damaged"))
with_sheet(
    "E7 letters that are no UTF-8", sheet_xml(LOG).encode().replace(b"Amy", b"A\xff"), Refused("damaged")
)
with_sheet("E7 a sheet of text", "Action No, Action point", Refused("damaged"))
with_sheet("E7 an empty sheet part", b"", Refused("damaged"))
with_sheet(
    "E7 tags that do not match", sheet_xml(LOG).replace("</worksheet>", "</sheet>"), Refused("damaged")
)


# E8 missing and odd parts
def without(name: str) -> Callable[[dict[str, bytes]], object]:
    return lambda parts: parts.pop(name)


with_parts("E8 no sheet part", without("xl/worksheets/sheet1.xml"), Refused("is missing from the file"))
with_parts("E8 no relations of the workbook", without("xl/_rels/workbook.xml.rels"), Refused("damaged"))
with_parts("E8 no styles", without("xl/styles.xml"), Taken(3))
with_parts("E8 no content types", without("[Content_Types].xml"), Taken(3))
with_parts("E8 no relations of the package", without("_rels/.rels"), Taken(3))
with_parts("E8 no list of sheets", without("xl/workbook.xml"), Refused("damaged"))
with_parts("E8 broken styles", lambda p: p.update({"xl/styles.xml": b"<styleSheet"}), Refused("damaged"))
with_parts("E8 broken properties", lambda p: p.update({"docProps/core.xml": b"<x"}), Taken(3))
with_parts(
    "E8 parts under names in capitals",
    lambda p: p.update({"XL/Worksheets/Sheet1.XML": p.pop("xl/worksheets/sheet1.xml")}),
    Taken(3),
)
with_parts(
    "E8 a part named twice",
    lambda p: p.update({"xl/Worksheets/sheet1.xml": b"<other/>"}),
    Refused("same name"),
)
with_parts(
    "E8 paths from the root",
    lambda p: p.update(
        {"xl/_rels/workbook.xml.rels": p["xl/_rels/workbook.xml.rels"].replace(b'"work', b'"/xl/work')}
    ),
    Taken(3),
)
with_parts(
    "E8 a sheet that lies outside the file",
    lambda p: p.update(
        {
            "xl/_rels/workbook.xml.rels": p["xl/_rels/workbook.xml.rels"].replace(
                b'Target="worksheets/sheet1.xml"', b'Target="http://example.invalid/a" TargetMode="External"'
            )
        }
    ),
    Refused("is missing from the file"),
)
with_sheet(
    "E8 the strict kind of workbook",
    sheet_xml(LOG).replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
    Taken(3),
)
with_sheet(
    "E8 every element with a prefix",
    sheet_xml(LOG).replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:").replace("<x:?", "<?")
    .replace("xmlns=", "xmlns:x="),
    Taken(3),
)  # fmt: skip
with_sheet(
    "E8 comments and sections of characters",
    sheet_xml(LOG).replace("<sheetData>", "<sheetData><!-- rows -->").replace(
        "Circulate the framework", "<![CDATA[Circulate the framework]]>"
    ),
    Taken(3),
)  # fmt: skip
with_sheet(
    "E8 rows and cells without numbers",
    sheet_xml([row[:3] for row in LOG]).replace(' r="', ' x="'),
    Taken(3),
)
with_sheet("E8 rows out of order", sheet_xml(()).replace("<sheetData></sheetData>",
           "<sheetData>" + "".join(row_xml(n, LOG[n - 1]) for n in (3, 1, 4, 2)) + "</sheetData>"),
           Taken(3))  # fmt: skip
with_sheet("E8 a cell named nonsense", sheet_xml(LOG).replace('r="A2"', 'r="ÄÖ2"'), Refused("damaged"))
with_sheet(
    "E8 a shared text that is not there",
    sheet_xml((*LOG, ("050722/04", Raw('<c r="{ref}" t="s"><v>99</v></c>'), "", "", "", ""))),
    Refused("damaged"),
)
with_sheet(
    "E8 shared texts in pieces, with readings above",
    sheet_xml((HEADINGS, ("050722/01", Raw('<c r="{ref}" t="s"><v>0</v></c>'), "", "", "", ""))),
    Taken(1),
    xl__sharedStrings_dot_xml=f'{XML}<sst xmlns="{MAIN}"><si><r><t>Circulate </t></r><r><rPr><b/></rPr>'
    "<t>the framework</t></r><rPh><t>no</t></rPh></si></sst>".encode(),
)

SHARED = Raw('<c r="{ref}" t="s"><v>1</v></c>')
with_sheet(
    "E8 shared texts as Excel writes them",
    sheet_xml((HEADINGS, ("050722/01", SHARED, "", "", "", ""), ("050722/02", SHARED, "", "", "", ""))),
    Taken(2),
    xl__sharedStrings_dot_xml=shared_strings(["", "Terms & conditions_x000D_"]),
)
with_sheet(
    "E8 shared texts in UTF-16",
    sheet_xml((HEADINGS, ("050722/01", SHARED, "", "", "", ""))),
    Taken(1),
    xl__sharedStrings_dot_xml=shared_strings(["", "Terms"])
    .decode()
    .replace("UTF-8", "UTF-16")
    .encode("utf-16"),
)
with_sheet(
    "E8 shared texts that say UTF-8 and are not",
    sheet_xml((HEADINGS, ("050722/01", SHARED, "", "", "", ""))),
    Refused("damaged"),
    xl__sharedStrings_dot_xml=shared_strings(["", "Terms"]).replace(b"Terms", b"T\xffrms"),
)
with_parts(
    "E8 a list of sheets under another name",
    lambda p: p.update(
        {
            "xl/other.xml": p.pop("xl/workbook.xml"),
            "xl/_rels/other.xml.rels": p.pop("xl/_rels/workbook.xml.rels"),
            "_rels/.rels": p["_rels/.rels"].replace(b"xl/workbook.xml", b"/xl/other.xml"),
        }
    ),
    Taken(3),
)
with_sheet(
    "E8 a column beyond the last",
    sheet_xml(LOG).replace('<row r="2">', '<row r="2"><!-- --><c r="XFE2"><v>1</v></c>'),
    Refused("damaged"),
)
with_sheet(
    "E8 a row beyond the last",
    sheet_xml(LOG).replace("</sheetData>", '<row r="1048577"/><!-- --></sheetData>'),
    Refused("damaged"),
)

# E9 and E10: what workbooks carry
for part, says in (
    ("xl__vbaProject_dot_bin", "macros"),
    ("xl__externalLinks__externalLink1_dot_xml", "links to other workbooks"),
    ("xl__embeddings__oleObject1_dot_bin", "embedded files"),
    ("xl__connections_dot_xml", "links to outside data"),
    ("xl__pivotCache__pivotCacheRecords1_dot_xml", "pivot tables"),
    ("xl__comments1_dot_xml", "comments"),
    ("xl__macrosheets__sheet1_dot_xml", "macro sheets"),
):
    with_sheet(f"E9 a workbook with {says}", sheet_xml(LOG), Taken(3, says=says), **{part: b"<x/>"})
with_rows(
    "E9 a formula that would start a program",
    (
        *LOG,
        (
            "050722/04",
            Raw('<c r="{ref}" t="str"><f>cmd|\'/C calc\'!A0</f><v>Call the Trust</v></c>'),
            "",
            "",
            "",
            "",
        ),
    ),
    Taken(4),
)


@case("E10 a hidden sheet beside the log", Taken(3, says='the sheet "Pay" is hidden'))
def hidden_sheet(path: Path) -> Path:
    return pack(
        path, parts_of({"Action Log": sheet_xml(LOG), "Pay": sheet_xml(LOG)}, states={"Pay": "hidden"})
    )


@case("E10 the log on a very hidden sheet only", Asked("sheet", ("Log",)))
def only_hidden(path: Path) -> Path:
    return pack(
        path,
        parts_of({"Front": sheet_xml((("Hello",),)), "Log": sheet_xml(LOG)}, states={"Log": "veryHidden"}),
    )


# E11 which sheet
TWO = {"North": sheet_xml(LOG), "West": sheet_xml(LOG)}


@case("E11 two sheets with a log", Asked("sheet", ("North", "West")))
def two(path: Path) -> Path:
    return pack(path, parts_of(TWO))


@case("E11 two sheets with a log, one named", Taken(3), sheet="west")
def named(path: Path) -> Path:
    return pack(path, parts_of(TWO))


@case("E11 a sheet that is not there", Refused('there is no sheet "East"'), sheet="East")
def not_there(path: Path) -> Path:
    return pack(path, parts_of(TWO))


@case("E11 two logs, one of them only headings", Taken(3))
def one_empty(path: Path) -> Path:
    return pack(path, parts_of({"Blank": sheet_xml((HEADINGS,)), "Filled": sheet_xml(LOG)}))


@case("E11 no sheets at all", Refused("no sheet"))
def no_sheets(path: Path) -> Path:
    return pack(path, parts_of({}))


with_rows("E11 nothing on the sheet", (), Refused("No action log was found: there is nothing"))
with_rows(
    "E11 another kind of table", (("Name", "Telephone"), ("Amy", "01536")), Refused("No action log was found")
)

# E12 headings
TITLES = (("Board",), (), ("Log of actions",), (), ())
with_rows("E12 headings in row 6", (*TITLES, *LOG), Taken(3))
with_rows("E12 headings in row 120", (*[(f"line {n}",) for n in range(119)], *LOG), Taken(3))
with_rows("E12 headings in row 130", (*[(f"line {n}",) for n in range(129)], *LOG), Refused("No action log"))
with_rows(
    "E12 misspelt headings",
    (("Acton No", "Action pont", "Alocated to", "Due", "Progres", "Staus"), *GOOD_ROWS),
    Taken(3),
)
with_rows(
    "E12 line breaks and spaces in headings",
    ((" Action\nNo ", "ACTION  POINT", "allocated\u00a0to", "Due", "Progress:", "Status"), *GOOD_ROWS),
    Taken(3),
)
with_rows(
    "E12 columns in another order",
    tuple((row[5], row[3], row[1], "", row[0], row[2]) for row in LOG),
    Taken(3),
)
with_rows(
    "E12 headings in two rows",
    (("Action", "Action", "Allocated"), ("No", "point", "to"), *[row[:3] for row in GOOD_ROWS]),
    Taken(3),
)
with_rows(
    "E12 an unknown heading for the action",
    (("Action No", "What we said", "Allocated to"), *[row[:3] for row in GOOD_ROWS]),
    Asked("column", ("What we said",)),
)


@case("E12 an unknown heading, named", Taken(3), columns={"text": "what we said"})
def column_named(path: Path) -> Path:
    rows = (("Action No", "What we said", "Allocated to"), *[row[:3] for row in GOOD_ROWS])
    return pack(path, parts_of({"Log": sheet_xml(rows)}))


with_rows(
    "E12 two headings that could be the owner",
    (("Action No", "Action point", "Owner", "Lead"), *[(*row[:3], "x") for row in GOOD_ROWS]),
    Asked("column", ("Owner", "Lead")),
)
with_rows(
    "E12 one heading twice",
    (("Action No", "Action point", "Owner", "Owner"), *[(*row[:3], "x") for row in GOOD_ROWS]),
    Refused("Two columns are headed"),
)
with_rows("E12 headings missing", GOOD_ROWS, Refused("No action log was found"))
with_rows(
    "E12 a column that nobody asked for",
    tuple((*row, extra) for row, extra in zip(LOG, ("RAG", "x", "y", "z"), strict=True)),
    Taken(3, says='not read: the columns "RAG"'),
)

# E13 rows that are none
with_rows(
    "E13 a title merged over the columns",
    (("Board: action log",), *LOG),
    Taken(3),
    after='<mergeCells><mergeCell ref="A1:F1"/></mergeCells>',
)
with_rows(
    "E13 a second table under a heading",
    (
        *LOG,
        (),
        ("Actions completed since the 5th July 2022",),
        HEADINGS,
        ("100322/01", "Done", "A B", "", "", ""),
    ),
    Taken(4, says="the headings again"),
)
with_rows("E13 notes below", (*LOG, (), ("* owners are named as in the minutes",)), Taken(3, says="a note"))
with_rows("E13 a note in two cells", (*LOG, ("Note:", "open means open")), Taken(3, says="a note"))
with_rows("E13 a total", (*LOG, ("Total", 3)), Taken(3, says="a total"))
with_rows("E13 empty rows between", (LOG[0], (), LOG[1], (), (), LOG[2], LOG[3]), Taken(3))
with_rows(
    "E13 an owner merged over rows",
    (HEADINGS, GOOD_ROWS[0], (*GOOD_ROWS[1][:2], None, *GOOD_ROWS[1][3:])),
    Taken(2, says="merged over this row"),
    after='<mergeCells><mergeCell ref="C2:C3"/></mergeCells>',
)
with_rows(
    "E13 a row without its action",
    (*LOG, ("050722/04",)),
    Taken(3, rejected=1, why="action point is missing"),
)
with_rows(
    "E13 a row without its number",
    (*LOG, ("", "Something", "A B")),
    Taken(3, rejected=1, why="action number is missing"),
)


# E14 formulas and errors
def row_with(cell: str, text: str = "Call the Trust") -> tuple[object, ...]:
    return ("050722/04", text, "A B", "", Raw(cell), "Open")


with_rows(
    "E14 an error in a cell",
    (*LOG, row_with('<c r="{ref}" t="e"><f>A1/0</f><v>#DIV/0!</v></c>')),
    Taken(3, rejected=1, why="#DIV/0!", cell="E5"),
)
with_rows(
    "E14 a formula without a stored value",
    (*LOG, row_with('<c r="{ref}"><f>A1&amp;"x"</f></c>')),
    Taken(3, rejected=1, why="without a stored value", cell="E5"),
)
with_rows(
    "E14 a formula as openpyxl writes it",
    (*LOG, row_with('<c r="{ref}"><f>A1</f><v /></c>')),
    Taken(3, rejected=1, why="without a stored value", cell="E5"),
)
with_rows(
    "E14 a formula with its value",
    (*LOG, row_with('<c r="{ref}" t="str"><f>A1</f><v>Sent</v></c>')),
    Taken(4),
)
with_rows(
    "E14 a formula that gives nothing",
    (*LOG, row_with('<c r="{ref}" t="str"><f>IF(A1="","","x")</f><v></v></c>')),
    Taken(4),
)
with_rows(
    "E14 a shared formula",
    (*LOG, row_with('<c r="{ref}" t="str"><f t="shared" si="0"/><v>x</v></c>')),
    Taken(4),
)


# E15 dates
def due(value: object) -> tuple[object, ...]:
    return (*LOG, ("050722/04", "Call the Trust", "A B", value, "", "Open"))


with_rows("E15 a date in words", due("Tuesday 6th September, 2022"), Taken(4))
with_rows("E15 a real date", due(Raw('<c r="{ref}" s="1"><v>44810</v></c>')), Taken(4))
with_rows("E15 a date shown as a number", due(44810), Taken(4, says="read as 6 September 2022"))
with_rows("E15 an ISO date", due(Raw('<c r="{ref}" t="d"><v>2022-09-06T00:00:00</v></c>')), Taken(4))
with_rows("E15 a day that is none", due("31/02/2022"), Taken(3, 1, why="no such day", cell="D5"))
with_rows("E15 the month first", due("09/25/2022"), Taken(3, 1, why="month first", cell="D5"))
with_rows("E15 a weekday that does not fit", due("Monday 6 September 2022"), Taken(3, 1, why="is a Tuesday"))
with_rows("E15 a number that is no date", due(7), Taken(3, 1, why="a number, not a date"))
with_rows(
    "E15 a date out of reach", due(Raw('<c r="{ref}" s="1"><v>99999999</v></c>')), Taken(3, 1, why="reach")
)
with_rows("E15 the next meeting", due("Next Board"), Taken(4))
with_rows("E15 no day yet", due("TBC"), Taken(4, says="read as: no date"))


@case("E15 the system of 1904", Taken(4))
def of_1904(path: Path) -> Path:
    page = sheet_xml(due(Raw('<c r="{ref}" s="1"><v>43348</v></c>')))  # type: ignore[arg-type]
    return pack(path, parts_of({"Log": page}, settings='<workbookPr date1904="1"/>'))


# E16 numbers that are none (money is tried in test_rows)
with_rows(
    "E16 a number that says NaN",
    (*LOG, row_with('<c r="{ref}"><v>NaN</v></c>')),
    Taken(3, rejected=1, why="claims to hold a number", cell="E5"),
)

# E17 the same twice
with_rows("E17 a number twice", (*LOG, GOOD_ROWS[0]), Taken(3, 1, why="the same as row 2"))
with_rows(
    "E17 a number twice, disguised",
    (*LOG, ("  050722/01\u00a0", "Again", "", "", "", "")),
    Taken(3, 1, why="the same as row 2"),
)
with_rows(
    "E17 a number twice, a zero lost",
    (*LOG, ("50722/01", "Again", "", "", "", "")),
    Taken(3, 1, why="the same as row 2"),
)
with_rows(
    "E17 a number twice, as text and as number",
    (*LOG, ("12", "One", "", "", "", ""), (12.0, "Two", "", "", "", "")),
    Taken(4, 1, why="the same as row 5"),
)

# E18 letters that nobody sees
with_rows(
    "E18 letters that nobody sees",
    (
        *LOG,
        (
            "050722/04\u200b",
            "\u202eCall\u202c the\u00a0Trust \U0001f600_x0000__x0007_",
            "A\tB",
            "",
            "a\r\nb",
            "",
        ),
    ),
    Taken(4),
)
with_rows("E18 a cell of nothing but spaces", (*LOG, ("\u00a0", "  ", "\u200b")), Taken(3))

# E19 hidden rows and columns
with_rows(
    "E19 a hidden column",
    LOG,
    Taken(3, says='the column "Progress" is hidden'),
    before='<cols><col min="5" max="5" hidden="1"/></cols>',
)
with_sheet(
    "E19 a hidden row that says so before its number",
    sheet_xml(LOG).replace('<row r="3">', '<row hidden="1" spans="1:6" r="3">'),
    Taken(3, says="1 hidden row is included"),
)
with_sheet(
    "E19 a hidden row without its number",
    sheet_xml(LOG).replace('<row r="3">', '<row hidden="true">'),
    Taken(3, says="1 hidden row is included"),
)
with_rows(
    "E19 two rows hidden by a filter",
    LOG,
    Taken(3, says="2 hidden rows are included"),
    hidden=frozenset({2, 4}),
)
