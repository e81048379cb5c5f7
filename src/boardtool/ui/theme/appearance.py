"""How the application looks now: it fills Qt's palette, font and style sheet, and follows the system."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from boardtool.ui.theme import fonts, sheet
from boardtool.ui.theme.colours import DARK, LIGHT, Colours, high_contrast, qt_palette

_WINDOWS_TEXT = 9.0
"""Points of the system's font where the person has not asked for larger text."""


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """Keeps the application in the scheme asked for; `changed` says that everything was coloured anew.

    `pictures` writes the few icons that a style sheet can only name as files: it takes the colours and a
    folder for them and answers the paths by name.
    """

    changed = Signal()

    def __init__(
        self, app: QApplication, fonts_folder: Path, pictures: Callable[[Colours], dict[str, str]]
    ) -> None:
        super().__init__(app)
        self._app = app
        self._pictures = pictures
        self._scheme = Scheme.SYSTEM
        self._text_size = 1.0
        self._system = app.palette()
        self._hints = app.styleHints()
        app.setStyle("Fusion")
        fonts.load_shipped(fonts_folder)
        self._hints.colorSchemeChanged.connect(self._follow)

    def choose(self, scheme: Scheme, *, text_size: float = 1.0) -> None:
        """Colour everything in a scheme; `text_size` is 1.0 for the system's own."""
        self._scheme = scheme
        self._text_size = text_size
        self._follow()

    @property
    def colours(self) -> Colours:
        if self._wants_contrast():
            return high_contrast(self._system)
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def _wants_contrast(self) -> bool:
        accessibility = self._hints.accessibility()
        return accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast

    def _follow(self) -> None:
        colours = self.colours
        letters = fonts.sized(fonts.Size.BODY * self._text_size * _system_text())
        self._app.setFont(letters)
        self._app.setPalette(self._system if self._wants_contrast() else qt_palette(colours))
        self._app.setStyleSheet(sheet.style_sheet(colours, **self._pictures(colours)))
        self.changed.emit()


def _system_text() -> float:
    """How much larger text the system asks for; only Windows tells."""
    if fonts.family() != fonts.WINDOWS_FAMILY:
        return 1.0
    points = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return max(1.0, points / _WINDOWS_TEXT)


def palette_in(colours: Colours) -> QPalette:
    """A palette for one window that keeps its own scheme, as the room view does."""
    return qt_palette(colours)
