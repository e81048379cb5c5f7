"""The icon file holds a picture of every size, where its own table says, and Qt reads it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from program_icon import SIZES, icon_file
from PySide6.QtGui import QImageReader

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def test_every_size_lies_where_the_table_says(qapp: QApplication) -> None:
    content = icon_file()
    assert struct.unpack_from("<HHH", content) == (0, 1, len(SIZES))
    for place, size in enumerate(SIZES):
        width, _height, *_more, length, at = struct.unpack_from("<BBBBHHII", content, 6 + 16 * place)
        assert width == size % 256
        picture = content[at : at + length]
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack_from(">II", picture, 16) == (size, size)
    assert qapp is not None


def test_qt_reads_it(tmp_path: Path, qapp: QApplication) -> None:
    file = tmp_path / "boardtool.ico"
    file.write_bytes(icon_file())
    reader = QImageReader(str(file))
    assert reader.imageCount() == len(SIZES)
    assert not reader.read().isNull()
    assert qapp is not None
