"""A narrative as Qt's rich text: its blocks put into a document, and read back from one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
)

from boardtool.domain.markdown import (
    Block,
    Heading,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Run,
    tidy_runs,
)
from boardtool.ui.theme import fonts, sizes

_BOLD_FROM = QFont.Weight.DemiBold
# Qt's own marks cannot be set smaller or quieter, so the box paints them; the list remembers which they are.
_STYLE = QTextFormat.Property.UserProperty.value + 1
LINE_BREAK = "\u2028"  # Qt's mark for a line broken by hand


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph, heading or item; `depth` is 0 outside lists, `number` its place in its list."""

    runs: tuple[Run, ...]
    level: int
    depth: int
    style: ListStyle
    number: int


def insert_blocks(cursor: QTextCursor, blocks: Iterable[Block]) -> None:
    """Put blocks in at a cursor: the first goes on in the cursor's paragraph if that is empty."""
    for block in blocks:
        match block:
            case Paragraph(runs):
                _new_block(cursor)
                insert_runs(cursor, runs)
            case Heading(level, runs):
                _new_block(cursor, level=level)
                insert_runs(cursor, runs, bold=True)
            case List():
                _insert_list(cursor, block, depth=1)


def blocks_of(document: QTextDocument) -> tuple[Block, ...]:
    """The blocks that a document shows; empty paragraphs and items are left out."""
    lines = [line for line in map(_line, _text_blocks(document)) if line.runs]
    blocks: list[Block] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if not line.depth:
            blocks.append(Heading(line.level, line.runs) if line.level else Paragraph(line.runs))
            place += 1
            continue
        end = next((at for at in range(place, len(lines)) if not lines[at].depth), len(lines))
        blocks.extend(_nested(lines[place:end]))
        place = end
    return tuple(blocks)


def paragraph_format(*, level: int = 0) -> QTextBlockFormat:
    """How every block stands: lines of the reading size, a little room below."""
    made = QTextBlockFormat()
    # A distance stands below a line; a height would stand above it, and only once there are letters in it.
    letters = QFontMetrics(fonts.font(fonts.Size.READ)).height()
    distance = max(fonts.line_height(fonts.Size.READ) - letters, 0)
    made.setLineHeight(distance, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
    made.setBottomMargin(sizes.S1 + 2)
    made.setHeadingLevel(level)
    return made


def list_format(style: ListStyle, *, depth: int, start: int = 1) -> QTextListFormat:
    made = QTextListFormat()
    made.setStyle(QTextListFormat.Style.ListStyleUndefined)
    made.setProperty(_STYLE, style.value)
    made.setIndent(depth)
    made.setStart(start)
    return made


def style_of(form: QTextListFormat) -> ListStyle:
    return ListStyle(form.property(_STYLE) or ListStyle.BULLETS)


def mark_of(block: QTextBlock) -> str | None:
    """What stands before a block: "-", "2.", "b)"; None outside lists."""
    listed = list_of(block)
    if listed is None:
        return None
    form = listed.format()
    return List(style_of(form), (), form.start()).mark(listed.itemNumber(block))


def list_of(block: QTextBlock) -> QTextList | None:
    """The list that a block is an item of."""
    # Qt's stubs promise a list for every block.
    return cast("QTextList | None", block.textList())


def weight(*, bold: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(fonts.BOLD if bold else fonts.REGULAR)
    return made


def is_bold(form: QTextCharFormat) -> bool:
    return form.fontWeight() >= _BOLD_FROM


def _new_block(cursor: QTextCursor, *, level: int = 0) -> None:
    """Go to a fresh paragraph outside every list, using the cursor's own if it is empty."""
    if cursor.block().text():
        cursor.insertBlock(paragraph_format(level=level), weight(bold=False))
        return
    listed = list_of(cursor.block())
    if listed is not None:
        listed.remove(cursor.block())
    cursor.setBlockFormat(paragraph_format(level=level))
    cursor.setBlockCharFormat(weight(bold=False))
    cursor.setCharFormat(weight(bold=False))


def _insert_list(cursor: QTextCursor, block: List, *, depth: int) -> None:
    made = None
    for item in block.items:
        _new_block(cursor)
        if made is None:
            made = cursor.createList(list_format(block.style, depth=depth, start=block.start))
        else:
            made.add(cursor.block())
        insert_runs(cursor, item.runs)
        for inner in item.inner:
            _insert_list(cursor, inner, depth=depth + 1)


def insert_runs(cursor: QTextCursor, runs: Iterable[Run], *, bold: bool = False) -> None:
    for run in runs:
        cursor.insertText(run.text, weight(bold=bold or run.bold))


def _text_blocks(document: QTextDocument) -> Iterable[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _line(block: QTextBlock) -> _Line:
    level = block.blockFormat().headingLevel()
    listed = list_of(block)
    runs = tidy_runs(_runs(block, always_plain=bool(level)))
    if listed is None:
        return _Line(runs, level, 0, ListStyle.BULLETS, 0)
    form = listed.format()
    number = form.start() + listed.itemNumber(block)
    return _Line(runs, 0, max(form.indent(), 1), style_of(form), number)


def _runs(block: QTextBlock, *, always_plain: bool) -> Iterable[Run]:
    """The stretches of a block; a heading is bold by its nature, which is not said again."""
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        if fragment.isValid():
            bold = is_bold(fragment.charFormat()) and not always_plain
            yield Run(fragment.text().replace(LINE_BREAK, " "), bold)
        at += 1


def _nested(lines: Sequence[_Line]) -> tuple[List, ...]:
    """Lists of neighbouring items; what stands further in belongs to the item above it."""
    lists: list[List] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        end = place + 1
        while end < len(lines) and lines[end].depth > line.depth:
            end += 1
        item = ListItem(line.runs, _nested(lines[place + 1 : end]))
        last = lists[-1] if lists else None
        if last is not None and last.style is line.style and _goes_on(last, line):
            lists[-1] = List(last.style, (*last.items, item), last.start)
        else:
            lists.append(List(line.style, (item,), 1 if line.style is ListStyle.BULLETS else line.number))
        place = end
    return tuple(lists)


def _goes_on(last: List, line: _Line) -> bool:
    return line.style is ListStyle.BULLETS or line.number == last.start + len(last.items)
