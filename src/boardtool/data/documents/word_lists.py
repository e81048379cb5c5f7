"""Real lists in Word: bullets, numbers and letters that Word itself counts."""

from typing import TYPE_CHECKING

from boardtool.domain.markdown import ListStyle

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

DEPTHS = 6
_FORMATS = {
    ListStyle.BULLETS: ("bullet", "\N{BULLET}"),
    ListStyle.NUMBERS: ("decimal", "%{}."),
    ListStyle.BRACKETED_NUMBERS: ("decimal", "%{})"),
    ListStyle.LETTERS: ("lowerLetter", "%{})"),
}
_INDENT = 454  # twentieths of a point, 8 mm
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Numbering:
    """The lists of one document; each gets a count of its own."""

    def __init__(self, document: "Document") -> None:
        self._root = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        for index, style in enumerate(ListStyle):
            self._root.append(_kind_of_list(index, style))
        self._count = 0

    def begin(self, style: ListStyle, depth: int, start: int) -> int:
        """Begin a list; gives the number that its paragraphs name."""
        self._count += 1
        self._root.append(_counted_list(self._count, list(ListStyle).index(style), depth, start))
        return self._count

    def mark(self, paragraph: "Paragraph", number: int, depth: int) -> None:
        """Make a paragraph an item of the list `number`."""
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no list of its own
        marked = properties.get_or_add_numPr()  # type: ignore[attr-defined]  # made when the class is
        marked.get_or_add_ilvl().val = depth
        marked.get_or_add_numId().val = number


def _kind_of_list(index: int, style: ListStyle) -> "BaseOxmlElement":
    from docx.oxml import parse_xml

    kind, text = _FORMATS[style]
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text.format(depth + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_INDENT * (depth + 1)}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
        for depth in range(DEPTHS)
    )
    return parse_xml(
        f'<w:abstractNum xmlns:w="{_MAIN}" w:abstractNumId="{index}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _counted_list(number: int, kind: int, depth: int, start: int) -> "BaseOxmlElement":
    from docx.oxml import parse_xml

    return parse_xml(
        f'<w:num xmlns:w="{_MAIN}" w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )
