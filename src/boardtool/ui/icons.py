"""The icons in use: drawn from their outlines in any colour, so they stay sharp at any scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from boardtool.data.resources import resource
from boardtool.ui.theme.colours import LIGHT, Tone, colours_of
from boardtool.ui.theme.sizes import ICON

_STROKE = 1.75
_DENSITIES = (1, 2, 3)
_PROGRAM_SIZES = (16, 24, 32, 48, 64, 128, 256)


def outline(name: str, colour: str) -> bytes:
    """The drawing of an icon with its strokes in a colour ("#RRGGBB")."""
    text = resource("icons").joinpath(f"{name}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    return text.encode()


@lru_cache(maxsize=512)
def picture(name: str, colour: str, pixels: int) -> QImage:
    """An icon as an image `pixels` wide, in real pixels of the screen."""
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(outline(name, colour))).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


def draw(painter: QPainter, name: str, rect: QRectF, colour: str) -> None:
    """Draw an icon into a square, at the density of whatever is being painted on."""
    density = painter.device().devicePixelRatioF()
    painter.drawImage(rect, picture(name, colour, round(rect.width() * density)))


def icon(name: str, palette: QPalette, tone: Tone = Tone.TEXT, size: int = ICON) -> QIcon:
    """An icon for a button or a menu, in the colours of a palette; make it again when the palette changes."""
    colours = colours_of(palette)
    made = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, getattr(colours, tone.value)),
        (QIcon.Mode.Disabled, colours.ctl_border),
    ):
        for density in _DENSITIES:
            pixmap = QPixmap.fromImage(picture(name, colour, size * density))
            pixmap.setDevicePixelRatio(density)
            made.addPixmap(pixmap, mode)
    return made


def of_the_program() -> QIcon:
    """The icon of boardtool itself, in every size that a title bar or a task bar may want."""
    made = QIcon()
    for pixels in _PROGRAM_SIZES:
        made.addPixmap(QPixmap.fromImage(picture("boardtool", LIGHT.accent, pixels)))
    return made


def icon_size(size: int = ICON) -> QSize:
    return QSize(size, size)
