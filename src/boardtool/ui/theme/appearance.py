"""How the application looks now: it fills Qt's palette, font and style sheet, and follows the system."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from boardtool.ui.theme import fonts, sheet
from boardtool.ui.theme.colours import Colours, qt_palette
from boardtool.ui.theme.schemes import Scheme, colours_for, palette_for

_WINDOWS_TEXT = 9.0
"""Points of the system's font where the person has not asked for larger text."""


class Appearance(QObject):
    """Keeps the application in the scheme asked for; `changed` says that everything was coloured anew.

    `pictures` writes the few icons that a style sheet can only name as files: it takes the colours and a
    folder for them and answers the paths by name. `system` is the palette of the system, where the
    application was given another already.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        fonts_folder: Path,
        pictures: Callable[[Colours], dict[str, str]],
        *,
        system: QPalette | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._pictures = pictures
        self._scheme = Scheme.SYSTEM
        self._text_size = 1.0
        self._system = system or app.palette()
        self._hints = app.styleHints()
        app.setStyle("Fusion")
        fonts.load_shipped(fonts_folder)
        self._hints.colorSchemeChanged.connect(self._follow)
        self._accessible = self._hints.accessibility()
        self._accessible.contrastPreferenceChanged.connect(self._follow)

    def choose(self, scheme: Scheme, *, text_size: float = 1.0) -> None:
        """Colour everything in a scheme; `text_size` is 1.0 for the system's own."""
        self._scheme = scheme
        self._text_size = text_size
        self._follow()

    @property
    def colours(self) -> Colours:
        return colours_for(self._scheme, self._system)

    def _follow(self) -> None:
        colours = self.colours
        letters = fonts.sized(fonts.Size.BODY * self._text_size * _system_text())
        self._app.setFont(letters)
        self._app.setPalette(palette_for(self._scheme, self._system))
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
