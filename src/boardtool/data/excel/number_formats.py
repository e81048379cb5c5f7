"""Which number formats of a workbook show dates and times."""

import re
from xml.etree.ElementTree import Element

from boardtool.data.excel.workbook import CellKind

_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_TIMES = frozenset({18, 19, 20, 21, 45, 46, 47})
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)


def kinds_of_styles(styles: Element) -> list[str]:
    """The kind of number that each cell style of styles.xml shows, in their order."""
    custom = {
        int(given.get("numFmtId", "-1")): given.get("formatCode", "")
        for given in styles.iter("numFmt")
        if given.get("numFmtId", "").isdigit()
    }
    formats = styles.find("cellXfs")
    return [_kind(style.get("numFmtId", "0"), custom) for style in (formats if formats is not None else ())]


def _kind(written: str, custom: dict[int, str]) -> str:
    number = int(written) if written.isdigit() else 0
    if number in custom:
        return kind_of_code(custom[number])
    if number in _DATES:
        return CellKind.DATE.value
    return CellKind.TIME.value if number in _TIMES else CellKind.NUMBER.value


def kind_of_code(code: str) -> str:
    """The kind of number that a format code shows: "dd/mm/yyyy" a date, "[h]:mm" a time, "#,##0" none."""
    letters = _NOT_CODE.sub("", code.split(";", maxsplit=1)[0]).lower()
    if "general" in letters or "#" in letters or "?" in letters:
        return CellKind.NUMBER.value
    if "y" in letters or "d" in letters:
        return CellKind.DATE.value
    if "h" in letters or "s" in letters:
        return CellKind.TIME.value
    return CellKind.DATE.value if "mm" in letters else CellKind.NUMBER.value
