"""The window's wiring: the clock, the frame that is shown first, the library behind it, and the pages."""

import os
import sys
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from boardtool.data import last_library
from boardtool.data.resources import resource
from boardtool.domain.errors import BoardtoolError
from boardtool.ui.commands import Commands
from boardtool.ui.context import Clock
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Messages
from boardtool.ui.opening import Opened, Opening
from boardtool.ui.pages import page_entries
from boardtool.ui.places import Place
from boardtool.ui.preferences import Preferences
from boardtool.ui.session import Session
from boardtool.ui.sheet_pictures import sheet_pictures
from boardtool.ui.theme.appearance import Appearance, Scheme
from boardtool.ui.welcome import Welcome

_TEXT_STEP, _SMALLEST_TEXT, _LARGEST_TEXT = 0.1, 1.0, 2.0

BENCH = "BOARDTOOL_BENCH"
"""Names the moment at which a benchmark's window quits: "first-paint" or "today-shown"."""


def system_clock() -> Clock:
    return Clock(lambda: datetime.now().astimezone())


def run_window(
    folder: Path | None, *, who: str = "", start_at: Place | None = None, clock: Clock | None = None
) -> int:
    """Show the window on a library until it is closed; the exit code.

    Without a `folder` the last library is opened; without that the window welcomes. `who` is the name that
    steps are journalled under, by default the one this machine remembers. `start_at` is where to begin, such
    as the live minutes of a meeting; without it the first page of the rail.
    """
    app = application()
    preferences = Preferences(_settings_file())
    appearance = Appearance(app, resource("fonts"), sheet_pictures)
    appearance.choose(preferences.scheme, text_size=preferences.text_size)
    wiring = Wiring(preferences, clock or system_clock(), appearance, who=who or preferences.who)
    wiring.start(folder or last_library.recall(), at=start_at)
    code = app.exec()
    wiring.finish()
    return code


def application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("boardtool")
    app.setApplicationDisplayName("boardtool")
    return app


class Wiring:
    """Holds what lives as long as the window, and joins a library to it once one is open."""

    def __init__(self, preferences: Preferences, clock: Clock, appearance: Appearance, *, who: str) -> None:
        self._preferences = preferences
        self._clock = clock
        self._appearance = appearance
        self._session: Session | None = None
        self._start_at: Place | None = None
        self._messages = Messages()
        self._let_go = self._messages.listen_to_the_program(_log_file())
        self.window = MainWindow()
        self._welcome: Welcome | None = None
        self._opening = Opening(who=who, clock=clock.now)
        self._opening.opened.connect(self._opened)
        self._opening.failed.connect(self._failed)
        appearance.changed.connect(self.window.update)

    def start(self, folder: Path | None, *, at: Place | None = None) -> None:
        """Show the frame, and only after its first paint begin with the library."""
        self._start_at = at
        self.window.restoreGeometry(self._preferences.layout("window"))
        if os.environ.get(BENCH) == "first-paint":
            self.window.painted.connect(lambda: QTimer.singleShot(0, self.window.close))
        else:
            self.window.painted.connect(lambda: QTimer.singleShot(0, lambda: self._begin(folder)))
        self.window.closing.connect(self._keep_shape)
        self.window.show()

    def finish(self) -> None:
        """Write what is still to be written, and let everything go."""
        self._opening.wait()
        if self._session is not None:
            self._session.close()
        self._let_go()

    def _begin(self, folder: Path | None) -> None:
        if folder is None:
            self._greet("")
        else:
            self._opening.open(folder)

    def _greet(self, sentence: str) -> None:
        if self._welcome is None:
            self._welcome = Welcome()
            self._welcome.made.connect(self._opening.make)
            self._welcome.chosen.connect(self._opening.open)
            self._welcome.sample_wanted.connect(self._open_sample)
            self.window.stack.addWidget(self._welcome)
        self._welcome.say(sentence)
        self.window.stack.setCurrentWidget(self._welcome)
        self._welcome.focus()

    def _open_sample(self) -> None:
        self._opening.open_sample(_sample_folder())

    def _opened(self, opened: Opened) -> None:
        last_library.remember(opened.store.folder)
        self._session = Session(
            self.window,
            opened,
            messages=self._messages,
            preferences=self._preferences,
            appearance=self._appearance,
            clock=self._clock,
            entries=page_entries(),
        )
        first = next(iter(self.window.entries), None)
        if self._start_at is not None:
            self.window.go(self._start_at)
        elif first is not None:
            self.window.go(Place(first.name))
        self._offer_appearance(self._session.context.commands)
        self._watch_for_bench()

    def _offer_appearance(self, commands: Commands) -> None:
        for words, scheme in (
            ("Light appearance", Scheme.LIGHT),
            ("Dark appearance", Scheme.DARK),
            ("Appearance as the system", Scheme.SYSTEM),
        ):
            commands.add(self.window, words, partial(self._appear, scheme))
        commands.add(self.window, "Larger text", partial(self._grow, _TEXT_STEP))
        commands.add(self.window, "Smaller text", partial(self._grow, -_TEXT_STEP))

    def _appear(self, scheme: Scheme) -> None:
        self._preferences.scheme = scheme
        self._appearance.choose(scheme, text_size=self._preferences.text_size)

    def _grow(self, by: float) -> None:
        """Keep a text size for the next start, when every row and button is made to hold it."""
        size = min(max(self._preferences.text_size + by, _SMALLEST_TEXT), _LARGEST_TEXT)
        self._preferences.text_size = size
        self._messages.say(f"Text will be {size:.0%} of its ordinary size when boardtool starts again.")

    def _watch_for_bench(self) -> None:
        page = self.window.page
        if os.environ.get(BENCH) == "today-shown" and page is not None:
            page.content_shown.connect(lambda: QTimer.singleShot(0, self.window.close))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, BoardtoolError):
            self._greet(str(error))
        else:
            self._messages.trouble(error)

    def _keep_shape(self) -> None:
        self._preferences.remember_layout("window", self.window.saveGeometry())


def _settings_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("boardtool", appauthor=False) / "window.ini"


def _log_file() -> Path:
    from platformdirs import user_log_path

    return user_log_path("boardtool", appauthor=False) / "boardtool.log"


def _sample_folder() -> Path:
    from platformdirs import user_documents_path

    return user_documents_path() / "Sample board"
