"""What a cell of an .xlsx holds, by the type and the style that its XML names."""

import re

from boardtool.data.excel.workbook import CellKind

SHARED = "S"  # the kind of a text that stands among the shared ones, until it is fetched
_KIND_OF_TYPE = {"s": SHARED, "str": "s", "inlineStr": "s", "b": "b", "e": "e", "d": "i"}
_ATTRIBUTES = re.compile(r'(?: s="([0-9]{1,6})")?(?: t="([a-zA-Z]+)")?(?: cm="[0-9]+")?')
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class NotPlainError(Exception):
    """The quick way of reading met something that it does not know."""


class Kinds(dict[str, str]):
    """The kind of a cell by its attributes as they are written, found once for each writing.

    A text that stands among the shared ones is of the kind SHARED until it is fetched.
    """

    def __init__(self, styles: list[str]) -> None:
        super().__init__()
        self._styles = styles

    def __missing__(self, attributes: str) -> str:
        found = _ATTRIBUTES.fullmatch(attributes)
        if found is None:
            raise NotPlainError
        self[attributes] = kind = self.of(found[2] or "", found[1] or "")
        return kind

    def of(self, written: str, style: str) -> str:
        """The kind of a cell by its type and the number of its style."""
        if (kind := _KIND_OF_TYPE.get(written)) is not None:
            return kind
        index = int(style or 0)
        return self._styles[index] if index < len(self._styles) else CellKind.NUMBER.value


def escaped(text: str) -> str:
    """Text whose own words that look like such an escape ("_x0041_") are read again as they are."""
    return _ESCAPE.sub(r"_x005F_x\1_", text)


def unescaped(text: str) -> str:
    """Text without Excel's own escapes of characters that XML cannot hold ("_x000D_"); NUL is left out."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text).replace("\x00", "")
