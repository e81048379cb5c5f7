"""A drawing as a file: PNG in twice the pixels, or SVG; always in the light colours, for paper."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from boardtool.data.writing_files import write_whole
from boardtool.ui.bcf.pictures.drawing import Drawing, draw, height_of
from boardtool.ui.theme.colours import LIGHT

WIDTH = 1120
_DENSITY = 2
_PER_INCH = 96  # pixels of a drawing, as the web counts them


def save_picture(drawing: Drawing, path: Path) -> None:
    """Write a drawing; the ending of the name says in which form.

    Raises:
        MachineError: the file cannot be written; an older one is untouched.
    """
    write_whole(path, svg_of(drawing) if path.suffix.lower() == ".svg" else png_of(drawing))


def png_of(drawing: Drawing) -> bytes:
    image = QImage(WIDTH * _DENSITY, height_of(drawing) * _DENSITY, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_DENSITY)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    draw(painter, drawing, WIDTH, LIGHT)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def svg_of(drawing: Drawing) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    size = QSize(WIDTH, height_of(drawing))
    generator.setSize(size)
    generator.setResolution(_PER_INCH)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(drawing.title)
    generator.setDescription(drawing.aloud)
    painter = QPainter(generator)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(LIGHT.surface))
    draw(painter, drawing, WIDTH, LIGHT)
    painter.end()
    return bytes(data.data())
