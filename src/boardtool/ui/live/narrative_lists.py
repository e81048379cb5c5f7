"""Lists in a narrative by the keyboard: begun by a mark and a space, nested by Tab, left by Shift+Tab.

Each function works at a cursor and says whether it did something; the caller puts the caret there.
"""

from PySide6.QtGui import QTextCursor, QTextList

from boardtool.domain.markdown import ListStyle
from boardtool.ui.live.narrative_document import list_format, list_of, paragraph_format, style_of

_OPENERS = {
    "-": ListStyle.BULLETS,
    "*": ListStyle.BULLETS,
    "•": ListStyle.BULLETS,
    "1.": ListStyle.NUMBERS,
    "1)": ListStyle.BRACKETED_NUMBERS,
    "a)": ListStyle.LETTERS,
}
_DEEPEST = 4


def open_list(cursor: QTextCursor) -> bool:
    """Begin a list where the words before the caret are a mark at the start of a paragraph."""
    mark = cursor.block().text()[: cursor.positionInBlock()]
    style = _OPENERS.get(mark)
    if style is None or list_of(cursor.block()) is not None or cursor.hasSelection():
        return False
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    previous = list_of(cursor.block().previous())
    if previous is not None and style_of(previous.format()) is style:
        previous.add(cursor.block())
    else:
        cursor.createList(list_format(style, depth=1))
    cursor.endEditBlock()
    return True


def at_start_of_item(cursor: QTextCursor) -> bool:
    return list_of(cursor.block()) is not None and cursor.atBlockStart() and not cursor.hasSelection()


def nest(cursor: QTextCursor, *, by: int) -> bool:
    """Move the item at the caret further in or out; out of the outermost list it is a paragraph."""
    own = list_of(cursor.block())
    if own is None:
        return False
    depth = own.format().indent() + by
    above = list_of(cursor.block().previous())
    if by > 0 and (above is None or depth > above.format().indent() + 1 or depth > _DEEPEST):
        return True
    cursor.beginEditBlock()
    if depth < 1:
        own.remove(cursor.block())
        cursor.setBlockFormat(paragraph_format())
    else:
        there = _list_above(cursor, depth)
        if there is not None:
            there.add(cursor.block())
        else:
            cursor.createList(list_format(style_of(own.format()), depth=depth))
    cursor.endEditBlock()
    return True


def _list_above(cursor: QTextCursor, depth: int) -> QTextList | None:
    """The list of that depth that the item above the caret stands in or under."""
    block = cursor.block().previous()
    while (listed := list_of(block)) is not None and listed.format().indent() >= depth:
        if listed.format().indent() == depth:
            return listed
        block = block.previous()
    return None
