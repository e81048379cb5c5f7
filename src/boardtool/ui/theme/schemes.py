"""Which scheme is asked for, and the colours that it means on this system now."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

from boardtool.ui.theme.colours import DARK, LIGHT, Colours, high_contrast, qt_palette


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high contrast"


def colours_for(scheme: Scheme, system: QPalette) -> Colours:
    """The colours of a scheme; a system in high contrast has its own, whatever is asked for."""
    if scheme is Scheme.CONTRAST or wants_contrast():
        return high_contrast(system)
    if scheme is Scheme.SYSTEM:
        hints = QGuiApplication.styleHints()
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def wants_contrast() -> bool:
    # The style hints are held while they are asked, or Qt takes them away beneath the question.
    hints = QGuiApplication.styleHints()
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def palette_for(scheme: Scheme, system: QPalette) -> QPalette:
    """The palette of a scheme: enough for the bare frame, before fonts and style sheet are loaded."""
    if scheme is Scheme.CONTRAST or wants_contrast():
        return system
    return qt_palette(colours_for(scheme, system))
