"""Which values the cells of a template take: the lists of its validations, wherever their values stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.workbook import Merged, Workbook, column_number

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LITERAL = re.compile('"([^"]*)"')
_RANGE = re.compile(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>[1-9][0-9]{0,6})(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>[1-9][0-9]{0,6}))?"
)
_BLOCK = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?")
_NAMES_DEEP = 5  # names can name one another in a circle

Allowed = tuple[Merged, tuple[str, ...]]


def block_of(ref: str) -> Merged | None:
    """The block of a reference such as "B2" or "A1:C3"; None where it names none (a whole column)."""
    found = _BLOCK.fullmatch(ref)
    if found is None:
        return None
    left, top = column_number(found[1]), int(found[2])
    right, bottom = column_number(found[3] or found[1]), int(found[4] or found[2])
    return Merged(top, left, bottom, right)


@dataclass
class ValueLists:
    """The values that lists of a workbook name; its cells are read only when a list stands in them.

    `names` are its defined names with what they refer to.
    """

    template: Path
    names: Mapping[str, str]

    @cached_property
    def _workbook(self) -> Workbook:
        return open_workbook(self.template)

    def of_sheet(self, sheet: str, root: etree._Element) -> list[Allowed]:
        """The blocks of a sheet whose cells take only the values of a list, with these values.

        A list that a formula works out (INDIRECT, OFFSET) is left to Excel.
        """
        found: list[Allowed] = []
        for formula, refs in _rules(root):
            blocks = [block for ref in refs.split() if (block := block_of(ref)) is not None]
            values = self._values(formula.strip().removeprefix("="), sheet, _NAMES_DEEP) if blocks else ()
            found += [(block, values) for block in blocks if values]
        return found

    def _values(self, formula: str, sheet: str, deep: int) -> tuple[str, ...]:
        if (literal := _LITERAL.fullmatch(formula)) is not None:
            return tuple(value.strip() for value in literal[1].split(","))
        if (place := _RANGE.fullmatch(formula)) is not None:
            return self._values_at(place, sheet)
        named = self.names.get(formula.casefold())
        return self._values(named, sheet, deep - 1) if named is not None and deep else ()

    def _values_at(self, place: re.Match[str], sheet: str) -> tuple[str, ...]:
        name = (place["sheet"] or sheet).removeprefix("'").removesuffix("'").replace("''", "'")
        found, block = self._workbook.sheet(name), block_of(place[0].rpartition("!")[2])
        if found is None or block is None:
            return ()
        return tuple(
            cell.line
            for row, cells in found.rows.items()
            if block.top <= row <= block.bottom
            for cell in cells
            if block.left <= cell.column <= block.right and cell.line
        )


def names_of(workbook: etree._Element) -> dict[str, str]:
    """What the defined names of a workbook refer to; a name of one sheet only where no other has it."""
    found: dict[str, str] = {}
    for name in workbook.iter(f"{_MAIN}definedName"):
        key = str(name.get("name", "")).casefold()
        if name.get("localSheetId") is None or key not in found:
            found[key] = (name.text or "").strip()
    return found


def _rules(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The lists among a sheet's validations, old and new (x14): the formula, and the cells it is for.

    A list that only warns binds nobody: Excel takes any value there once it was confirmed.
    """
    for rule in root.iter("{*}dataValidation"):
        if rule.get("type") == "list" and rule.get("errorStyle", "stop") == "stop":
            formula = rule.find("{*}formula1")
            words = "" if formula is None else "".join(map(str, formula.itertext()))
            yield words, str(rule.get("sqref") or rule.findtext("{*}sqref") or "")
