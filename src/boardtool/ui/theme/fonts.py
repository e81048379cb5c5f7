"""Which letters are used: the family, the scale of sizes, and figures that stand under each other."""

from enum import IntEnum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

WINDOWS_FAMILY = "Segoe UI Variable Text"
SHIPPED_FAMILY = "Inter"
_LARGE_SPACING = 96.5
"""Inter is spaced for small text and wants its letters closer when large; Segoe does that by itself."""
_TABULAR = QFont.Tag("tnum")


class Size(IntEnum):
    """The type scale, in pixels at the system's ordinary text size."""

    CAP = 11
    CAPTION = 12
    BODY = 13
    READ = 15
    TITLE = 20
    FIGURE = 28
    CLOCK = 34


REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
BOLD = QFont.Weight.DemiBold

_LINES = {
    Size.CAP: 14,
    Size.CAPTION: 16,
    Size.BODY: 20,
    Size.READ: 24,
    Size.TITLE: 28,
    Size.FIGURE: 36,
    Size.CLOCK: 40,
}


def load_shipped(folder: Path) -> None:
    """Make the fonts of a folder known to the application; a missing folder is no trouble."""
    for file in sorted(folder.glob("Inter*.?tf")):
        QFontDatabase.addApplicationFont(str(file))


def family() -> str:
    return WINDOWS_FAMILY if WINDOWS_FAMILY in QFontDatabase.families() else SHIPPED_FAMILY


def font(size: Size = Size.BODY, weight: QFont.Weight = REGULAR) -> QFont:
    """A font of the scale, grown with the text size that the person chose."""
    made = sized(size * text_scale())
    made.setWeight(weight)
    return made


def sized(pixels: float) -> QFont:
    """A font of any height, as the room view needs it."""
    made = QFont(family())
    made.setPixelSize(round(pixels))
    made.setFeature(_TABULAR, 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if made.family() == SHIPPED_FAMILY and pixels >= Size.TITLE:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _LARGE_SPACING)
    return made


def line_height(size: Size) -> int:
    return round(_LINES[size] * text_scale())


def text_scale() -> float:
    """How much larger than ordinary text is to be: it travels in the application's own font."""
    pixels = QApplication.font().pixelSize()
    return pixels / Size.BODY if pixels > 0 else 1.0


def scaled(length: int) -> int:
    """A height that holds text, grown with the text."""
    return round(length * text_scale())
