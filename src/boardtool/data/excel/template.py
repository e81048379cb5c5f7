"""Filling cells of somebody's workbook without losing anything that it holds.

Only the XML of the sheets that are written to changes, and the workbook's word that formulas are to be
worked out afresh. Every other part (validations of Excel 2010 and later, shapes, header pictures, macros)
is copied byte for byte: loading and saving with openpyxl would drop many of them.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from lxml import etree

from boardtool.data.excel.allowed import Allowed, ValueLists, block_of, names_of
from boardtool.data.excel.cell_kinds import escaped
from boardtool.data.excel.gate import Form, Parts, form_of_parts, is_zip, refuse_damaged
from boardtool.data.excel.number_formats import kinds_of_styles
from boardtool.data.excel.workbook import CellKind, Merged, column_number
from boardtool.data.excel.xlsx import relations_of, starts_in_1904, workbook_part
from boardtool.data.excel.xml_events import read_tree, refuse_unsafe
from boardtool.domain.dates import long_date
from boardtool.domain.errors import CannotDoError, InputRefusedError
from boardtool.domain.text import clean_text

Filling = str | int | Decimal | date | None

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REF = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
FIRST_DAY, FIRST_DAY_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)
_AFTER_CALC = frozenset(
    f"{{{_MAIN}}}{name}"
    for name in (
        "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
        "fileRecoveryPr", "webPublishObjects", "extLst",
    )
)  # fmt: skip


def fill_template(template: Path, values: Mapping[str, Mapping[str, Filling]]) -> bytes:
    """The bytes of a workbook with cells filled: `values` by sheet and reference ("C9"); None empties a cell.

    Text is written as text, whatever it begins with. A date goes into a cell that shows dates as a date,
    into any other in words.

    Raises:
        InputRefusedError: the template is no sound .xlsx or .xlsm, or has no such sheet.
        CannotDoError: a cell holds a formula, lies inside a merged block, or takes only values of a list.
    """
    if not is_zip(template):
        raise InputRefusedError("The template is not an Excel workbook (.xlsx).")
    with Parts(template) as parts:
        if form_of_parts(parts) is not Form.XLSX:
            raise InputRefusedError("The template is not an Excel workbook (.xlsx).")
        changed = _changed_parts(template, parts, values)
    return _copied(template, changed)


def _changed_parts(
    template: Path, parts: Parts, values: Mapping[str, Mapping[str, Filling]]
) -> dict[str, bytes]:
    main = workbook_part(parts)
    workbook = _parsed(parts.read(main))
    relations = relations_of(parts, main)
    styles = next((target for kind, target in relations.values() if kind == "styles"), None)
    with parts.stream(styles or main) as stream:
        kinds = kinds_of_styles(read_tree(stream)) if styles else []
    with parts.stream(main) as stream:
        first_day = FIRST_DAY_OF_1904 if starts_in_1904(read_tree(stream)) else FIRST_DAY
    lists = ValueLists(template, names_of(workbook))
    changed = {main: _to_be_worked_out(workbook)}
    for name, filling in values.items():
        part = _part_of_sheet(workbook, relations, name)
        root = _parsed(parts.read(part))
        sheet = SheetPatch(name, root, kinds, first_day, lists.of_sheet(name, root))
        for ref, value in filling.items():
            sheet.write(ref, value)
        changed[part] = sheet.to_bytes()
    return changed


def _parsed(data: bytes) -> etree._Element:
    refuse_unsafe(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refuse_damaged() from error
    if not root.tag.startswith(f"{{{_MAIN}}}"):
        raise refuse_damaged()
    return root


def _bytes_of(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _to_be_worked_out(workbook: etree._Element) -> bytes:
    """The list of sheets, asking Excel to work out every formula when it opens the file."""
    settings = workbook.find(f"{{{_MAIN}}}calcPr")
    if settings is None:
        later = [index for index, child in enumerate(workbook) if child.tag in _AFTER_CALC]
        settings = etree.Element(f"{{{_MAIN}}}calcPr")
        workbook.insert(later[0] if later else len(workbook), settings)
    settings.set("fullCalcOnLoad", "1")
    return _bytes_of(workbook)


def _part_of_sheet(workbook: etree._Element, relations: Mapping[str, tuple[str, str]], name: str) -> str:
    for sheet in workbook.iter(f"{{{_MAIN}}}sheet"):
        if sheet.get("name") == name:
            ids = [value for key, value in sheet.attrib.items() if str(key).endswith("}id")]
            return relations[str(ids[0])][1]
    raise InputRefusedError(f'The template has no sheet "{name}".')


class SheetPatch:
    """A sheet being filled: its rows and cells by their places, and what stands in the way."""

    def __init__(
        self,
        name: str,
        root: etree._Element,
        kinds: list[str],
        first_day: date,
        lists: Sequence[Allowed],
    ) -> None:
        self._name, self._root, self._kinds = name, root, kinds
        self._first_day = first_day
        data = root.find(f"{{{_MAIN}}}sheetData")
        if data is None:
            raise refuse_damaged()
        self._data = data
        for size in root.findall(f"{{{_MAIN}}}dimension"):
            root.remove(size)  # it need not be said, and some readers believe it where it is outgrown
        self._rows = {int(row.get("r", "0")): row for row in data}
        self._merged = _blocks(one.get("ref") for one in root.iter(f"{{{_MAIN}}}mergeCell"))
        self._arrays = _blocks(
            one.get("ref") for one in root.iter(f"{{{_MAIN}}}f") if one.get("t") in {"array", "dataTable"}
        )
        self._lists = lists

    def to_bytes(self) -> bytes:
        return _bytes_of(self._root)

    def write(self, ref: str, value: Filling) -> None:
        """Puts a value into a cell, which keeps its style.

        Raises:
            CannotDoError: the cell holds a formula, lies inside a merged block, or takes other values only.
        """
        column, row = _place(ref)
        self._refuse_inside_of_merged(ref, row, column)
        self._refuse_outside_of_list(ref, row, column, value)
        cell = self._cell(ref, row, column)
        of_array = any(block.holds(row, column) for block in self._arrays)
        if of_array or cell.find(f"{{{_MAIN}}}f") is not None:
            raise CannotDoError(f'Cell {ref} of "{self._name}" holds a formula: it was not overwritten.')
        for child in list(cell):
            cell.remove(child)
        if "t" in cell.attrib:
            del cell.attrib["t"]
        self._put(cell, value)

    def _put(self, cell: etree._Element, value: Filling) -> None:
        if isinstance(value, date):
            value = self._dated(cell, value)
        if isinstance(value, str):
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, f"{{{_MAIN}}}is"), f"{{{_MAIN}}}t")
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            text.text = escaped(clean_text(value))
        elif value is not None:
            written = f"{value:f}" if isinstance(value, Decimal) else f"{value}"
            etree.SubElement(cell, f"{{{_MAIN}}}v").text = written

    def _dated(self, cell: etree._Element, day: date) -> int | str:
        style = int(cell.get("s", "0"))
        if style < len(self._kinds) and self._kinds[style] == CellKind.DATE:
            only_day = day.date() if isinstance(day, datetime) else day
            return (only_day - self._first_day).days
        return long_date(day)

    def _refuse_inside_of_merged(self, ref: str, row: int, column: int) -> None:
        for block in self._merged:
            if block.holds(row, column) and (row, column) != (block.top, block.left):
                raise CannotDoError(
                    f'Cell {ref} of "{self._name}" lies inside a merged block: write into its first cell.'
                )

    def _refuse_outside_of_list(self, ref: str, row: int, column: int, value: Filling) -> None:
        for block, allowed in self._lists:
            if value is not None and block.holds(row, column) and str(value) not in allowed:
                raise CannotDoError(
                    f'Cell {ref} of "{self._name}" takes only one of: {", ".join(allowed)}; not "{value}".'
                )

    def _cell(self, ref: str, row: int, column: int) -> etree._Element:
        """The cell of a place; a new one stands in order and takes the style of its row or column."""
        line = self._row(row)
        for index, cell in enumerate(line):
            there = _place(str(cell.get("r")))[0]
            if there == column:
                return cell
            if there > column:
                return self._new_cell(line, index, ref, column)
        return self._new_cell(line, len(line), ref, column)

    def _new_cell(self, line: etree._Element, index: int, ref: str, column: int) -> etree._Element:
        cell = etree.Element(f"{{{_MAIN}}}c", {"r": ref})
        style = line.get("s") or self._style_of_column(column)
        if style:
            cell.set("s", style)
        if "spans" in line.attrib:
            del line.attrib["spans"]  # a hint that the new cell may belie
        line.insert(index, cell)
        return cell

    def _style_of_column(self, column: int) -> str | None:
        for one in self._root.iter(f"{{{_MAIN}}}col"):
            if int(one.get("min", "0")) <= column <= int(one.get("max", "0")):
                return one.get("style")
        return None

    def _row(self, number: int) -> etree._Element:
        if number not in self._rows:
            self._rows[number] = row = etree.Element(f"{{{_MAIN}}}row", {"r": str(number)})
            before = sum(other < number for other in self._rows)
            self._data.insert(before, row)
        return self._rows[number]


def _place(ref: str) -> tuple[int, int]:
    found = _REF.fullmatch(ref)
    if found is None:
        raise CannotDoError(f'"{ref}" is not the name of a cell.')
    return column_number(found[1]), int(found[2])


def _blocks(refs: Iterable[str | None]) -> list[Merged]:
    return [block for ref in refs if ref and (block := block_of(ref)) is not None]


def _copied(template: Path, changed: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    by_name = {name.lower(): data for name, data in changed.items()}
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(target, "w") as copy:
        for info in source.infolist():
            data = by_name.get(info.filename.lstrip("/").lower())
            copy.writestr(info, source.read(info) if data is None else data)
    return target.getvalue()
