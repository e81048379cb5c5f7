"""Blocks of cells: which are meant, how a small one fills a large one, and which keys write."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Modifier = Qt.KeyboardModifier

Block = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """A block of cells: ids of lines from top to bottom, and fields from left to right."""

    line_ids: tuple[int, ...]
    fields: tuple[str, ...]


def writes(event: QKeyEvent) -> bool:
    """Whether a key writes a letter, not a command."""
    commanding = event.modifiers() & (
        _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
    )
    both = _Modifier.ControlModifier | _Modifier.AltModifier  # AltGr on a British keyboard writes letters
    return event.text().isprintable() and bool(event.text()) and (not commanding or commanding == both)


def tiled(block: Block, height: int, width: int) -> Block:
    """A block repeated until it is as high and as wide as that."""
    wide = max(map(len, block))
    padded = [(*row, *("",) * (wide - len(row))) for row in block]
    return tuple(
        tuple(padded[line % len(padded)][column % wide] for column in range(width)) for line in range(height)
    )
