"""The formulas of a workbook: which cells hold one, and how their stored results are taken away."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from boardtool.data.excel.allowed import block_of
from boardtool.data.excel.gate import Parts
from boardtool.data.excel.workbook import column_letters
from boardtool.data.excel.xlsx import relations_of, workbook_part
from boardtool.data.excel.xml_events import refuse_unsafe

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)

Formulas = Mapping[str, frozenset[str]]
"""Sheet name to the cells that hold a formula."""


def formulas_of(workbook: Path) -> Formulas:
    """The cells of every sheet that hold a formula."""
    with Parts(workbook) as parts:
        return {name: frozenset(_cells(_parsed(parts.read(part)))) for name, part in _sheets(parts).items()}


def _cells(root: etree._Element) -> Iterator[str]:
    """The cells with a formula, and those that one of them works out together with itself."""
    for cell in _with_formula(root):
        yield str(cell.get("r"))
    for formula in root.iter(f"{{{_MAIN}}}f"):
        if formula.get("t") in {"array", "dataTable"} and (block := block_of(str(formula.get("ref")))):
            for row in range(block.top, block.bottom + 1):
                for column in range(block.left, block.right + 1):
                    yield f"{column_letters(column)}{row}"


def without_results(data: bytes, template: Path, keep: Formulas) -> bytes:
    """A filled workbook whose formulas have forgotten their stored results, but for the cells to keep.

    What they held was worked out before the cells were filled, and programs that do not work formulas out
    afresh when they open a file would show it: LibreOffice is one.
    """
    with Parts(template) as parts:
        names = {part.lstrip("/").lower(): name for name, part in _sheets(parts).items()}
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for info in source.infolist():
            held = source.read(info)
            name = names.get(info.filename.lstrip("/").lower())
            copy.writestr(info, held if name is None else _forgetful(held, keep.get(name, frozenset())))
    return target.getvalue()


def _forgetful(data: bytes, keep: frozenset[str]) -> bytes:
    root = _parsed(data)
    for cell in _with_formula(root):
        if str(cell.get("r")) in keep:
            continue
        for value in cell.findall(f"{{{_MAIN}}}v"):
            cell.remove(value)
        if "t" in cell.attrib:
            del cell.attrib["t"]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_formula(root: etree._Element) -> Iterator[etree._Element]:
    for cell in root.iter(f"{{{_MAIN}}}c"):
        if cell.find(f"{{{_MAIN}}}f") is not None:
            yield cell


def _sheets(parts: Parts) -> dict[str, str]:
    """Sheet name to its part."""
    main = workbook_part(parts)
    relations = relations_of(parts, main)
    found: dict[str, str] = {}
    for sheet in _parsed(parts.read(main)).iter(f"{{{_MAIN}}}sheet"):
        ids = [str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")]
        kind, part = relations[ids[0]]
        if kind == "worksheet":
            found[str(sheet.get("name"))] = part
    return found


def _parsed(data: bytes) -> etree._Element:
    refuse_unsafe(data)
    return etree.fromstring(data, _PARSER)
