"""Which scheme is asked for, and the colours that it means on this system now.

The name `Qt` is loaded where it is wanted: with its enumerations it takes as long as the whole bare frame.
"""

from enum import StrEnum

from PySide6.QtGui import QGuiApplication, QPalette

from boardtool.ui.theme.colours import DARK, LIGHT, Colours, high_contrast, qt_palette

_MIDDLE = 128  # of a colour's lightness, which ends at 255


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high contrast"


def colours_for(scheme: Scheme, system: QPalette) -> Colours:
    """The colours of a scheme; a system in high contrast has its own, whatever is asked for."""
    from PySide6.QtCore import Qt

    if scheme is Scheme.CONTRAST or wants_contrast():
        return high_contrast(system)
    if scheme is Scheme.SYSTEM:
        hints = QGuiApplication.styleHints()
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def wants_contrast() -> bool:
    from PySide6.QtCore import Qt

    # The style hints are held while they are asked, or Qt takes them away beneath the question.
    hints = QGuiApplication.styleHints()
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def palette_for(scheme: Scheme, system: QPalette) -> QPalette:
    """The palette of a scheme; a system in high contrast has its own."""
    if scheme is Scheme.CONTRAST or wants_contrast():
        return system
    return qt_palette(colours_for(scheme, system))


def bare_palette(scheme: Scheme, system: QPalette) -> QPalette:
    """The palette of the bare frame, told from the system's palette alone."""
    if scheme is Scheme.CONTRAST:
        return system
    dark = system.color(QPalette.ColorRole.Window).lightness() < _MIDDLE
    return qt_palette(DARK if scheme is Scheme.DARK or (scheme is Scheme.SYSTEM and dark) else LIGHT)
