"""The program's icon as Windows wants it: one .ico file with a picture for each size."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter

from boardtool.ui.icons import picture
from boardtool.ui.theme.colours import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_HEAD = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")


def icon_file() -> bytes:
    """The icon in every size, each picture as PNG, which Windows reads since Vista."""
    return ico(SIZES, [_png(size) for size in SIZES])


def ico(sizes: Sequence[int], pictures: Sequence[bytes]) -> bytes:
    """An .ico file of pictures; a width of 256 is written as 0."""
    at = _HEAD.size + _ENTRY.size * len(sizes)
    entries = []
    for size, content in zip(sizes, pictures, strict=True):
        entries.append(_ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(content), at))
        at += len(content)
    return b"".join((_HEAD.pack(0, 1, len(sizes)), *entries, *pictures))


def _png(size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture("boardtool", LIGHT.accent, size))
    return bytes(buffer.data().data())
