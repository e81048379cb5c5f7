"""What this machine remembers between sessions: appearance, sizes, who works here."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from boardtool.ui.theme.schemes import Scheme

SMALLEST_TEXT, LARGEST_TEXT = 1.0, 2.0


class Preferences:
    """Settings of this machine, in one file; what belongs to a board is in the library instead."""

    def __init__(self, file: Path) -> None:
        with suppress(OSError):  # a machine that lets us write no settings just forgets them
            file.parent.mkdir(parents=True, exist_ok=True)
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        try:
            return Scheme(self._words("scheme", Scheme.SYSTEM.value))
        except ValueError:
            return Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._kept.setValue("scheme", scheme.value)

    @property
    def text_size(self) -> float:
        """How large text is, 1.0 being the system's own."""
        try:
            size = float(self._words("text_size", "1.0"))
        except ValueError:
            return 1.0
        return min(LARGEST_TEXT, max(SMALLEST_TEXT, size))  # this way round “nan” is the smallest

    @text_size.setter
    def text_size(self, factor: float) -> None:
        self._kept.setValue("text_size", str(factor))

    @property
    def who(self) -> str:
        """The name that steps are journalled under."""
        return self._words("who", "") or _user()

    @who.setter
    def who(self, name: str) -> None:
        self._kept.setValue("who", name)

    def column_widths(self, table: str) -> dict[str, int]:
        import json

        try:
            kept = json.loads(self._words(f"columns/{table}", "{}"))
            return {str(key): int(width) for key, width in kept.items()}
        except (ValueError, TypeError, AttributeError):  # somebody wrote into the file by hand
            return {}

    def remember_column_widths(self, table: str, widths: dict[str, int]) -> None:
        import json

        self._kept.setValue(f"columns/{table}", json.dumps(widths))

    def layout(self, name: str) -> QByteArray:
        """The state of a splitter or the place of a window, as Qt saves it; empty when never saved."""
        kept = self._kept.value(f"layout/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def remember_layout(self, name: str, state: QByteArray) -> None:
        self._kept.setValue(f"layout/{name}", state)

    def choice(self, name: str, otherwise: str = "") -> str:
        """A small choice of a page, such as the board last looked at."""
        return self._words(f"choice/{name}", otherwise)

    def remember_choice(self, name: str, value: str) -> None:
        self._kept.setValue(f"choice/{name}", value)

    def _words(self, key: str, otherwise: str) -> str:
        return str(self._kept.value(key, otherwise))


def _user() -> str:
    """The name of this computer's user; some computers have none."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
