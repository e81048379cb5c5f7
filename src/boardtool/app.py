"""The window's wiring: the clock, the bare frame that is shown first, and then everything else.

Until the first paint nothing is imported but Qt, the frame and the colours: a window is on the screen while
the rest is still being loaded.
"""

import os
import socket
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from boardtool.domain.errors import MachineError
from boardtool.ui.main_window import MainWindow
from boardtool.ui.preferences import Preferences
from boardtool.ui.quick_imports import import_quickly
from boardtool.ui.theme.schemes import bare_palette

if TYPE_CHECKING:
    from boardtool.ui.context import Clock
    from boardtool.ui.places import Place
    from boardtool.ui.wiring import Wiring

BENCH = "BOARDTOOL_BENCH"
"""Names the moment at which a benchmark's window quits: "first-paint" or "today-shown"."""


def run_window(
    folder: Path | None,
    *,
    who: str = "",
    start_at: "Place | None" = None,
    clock: "Clock | None" = None,
    say: str = "",
) -> int:
    """Show the window on a library until it is closed; the exit code.

    Without a `folder` the last library is opened; without that the window welcomes. `who` is the name that
    steps are journalled under, by default the one this machine remembers. `start_at` is where to begin, such
    as the live minutes of a meeting; without it the first page of the rail. `say` is told there once.

    Raises:
        MachineError: there is no screen to show it on.
    """
    import_quickly()
    app = application()
    system = app.palette()
    preferences = Preferences(_settings_file())
    app.setStyle("Fusion")
    app.setPalette(bare_palette(preferences.scheme, system))
    window = MainWindow()
    window.restoreGeometry(preferences.layout("window"))
    begun: list[Wiring] = []

    def begin() -> None:
        begun.append(_wired(window, system, preferences, clock, who))
        begun[0].start(folder or _last_library(), at=start_at, say=say)

    begin_or_end = window.close if os.environ.get(BENCH) == "first-paint" else begin
    window.painted.connect(partial(QTimer.singleShot, 0, begin_or_end))
    window.show()
    code = app.exec()
    for wiring in begun:
        wiring.finish()
    if window.afterwards is not None:
        return run_window(folder, who=who, clock=clock, say=window.afterwards())
    return code


def come_forward(folder: Path | None, at: "Place | None" = None) -> bool:
    """Ask the window that has a library open already to come forward, and to go to a place; whether it did.

    Nobody is asked but a program on this computer that holds the library.

    Raises:
        MachineError: there is no screen.
    """
    from boardtool.data.lock import holder_of

    holder = None if folder is None else holder_of(folder)
    if folder is None or holder is None or holder.host != socket.gethostname():
        return False
    from boardtool.ui.one_window import call, let_it_come_forward

    application()
    let_it_come_forward(holder.process)
    return call(folder, at)


def _wired(
    window: MainWindow, system: QPalette, preferences: Preferences, clock: "Clock | None", who: str
) -> "Wiring":
    """Load the look and join the parts, with the frame on the screen."""
    from boardtool.data.resources import resource
    from boardtool.ui import icons
    from boardtool.ui.sheet_pictures import sheet_pictures
    from boardtool.ui.theme.appearance import Appearance
    from boardtool.ui.wiring import Wiring

    appearance = Appearance(application(), resource("fonts"), sheet_pictures, system=system)
    appearance.choose(preferences.scheme, text_size=preferences.text_size)
    application().setWindowIcon(icons.of_the_program())
    wiring = Wiring(window, preferences, clock or system_clock(), appearance, who=who or preferences.who)
    if os.environ.get(BENCH) == "today-shown":
        wiring.begun.connect(partial(_end_when_shown, window))
    return wiring


def _end_when_shown(window: MainWindow) -> None:
    page = window.page
    if page is not None:
        page.content_shown.connect(partial(QTimer.singleShot, 0, window.close))


def system_clock() -> "Clock":
    from boardtool.ui.context import Clock

    return Clock(lambda: datetime.now().astimezone())


def application() -> QApplication:
    """The application, made at the first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    _check_screen()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("boardtool")  # no display name: Qt would add it to the title of every dialog
    return app


def _check_screen() -> None:
    """Qt would end the process without a word of ours."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in named):
        raise MachineError("There is no screen to show the window on. The commands work without one.")


def _last_library() -> Path | None:
    from boardtool.data import last_library

    return last_library.recall()


def _settings_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("boardtool", appauthor=False) / "window.ini"
