"""What lives as long as the window: a library is opened behind it, or it welcomes."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from boardtool.data import last_library
from boardtool.domain.dates import long_date
from boardtool.domain.errors import BoardtoolError
from boardtool.ui.commands import Commands
from boardtool.ui.context import Clock
from boardtool.ui.garbage import GarbageCollection
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Messages
from boardtool.ui.opening import Opened, Opening
from boardtool.ui.pages import page_entries
from boardtool.ui.places import Place
from boardtool.ui.preferences import LARGEST_TEXT, SMALLEST_TEXT, Preferences
from boardtool.ui.session import Session
from boardtool.ui.theme.appearance import Appearance
from boardtool.ui.theme.schemes import Scheme

if TYPE_CHECKING:
    from boardtool.ui.one_window import OneWindow
    from boardtool.ui.welcome import Welcome

_TEXT_STEP = 0.1


class Wiring(QObject):
    """Holds what lives as long as the window, and joins a library to it once one is open.

    `begun` is emitted when the first page of the library is shown.
    """

    begun = Signal()

    def __init__(
        self, window: MainWindow, preferences: Preferences, clock: Clock, appearance: Appearance, *, who: str
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._clock = clock
        self._appearance = appearance
        self._session: Session | None = None
        self._start_at: Place | None = None
        self._garbage = GarbageCollection(self)
        self._messages = Messages()
        self._let_go = self._messages.listen_to_the_program(_log_file())
        self.window = window
        self._welcome: Welcome | None = None
        self._one: OneWindow | None = None
        self._opening = Opening(who=who, clock=clock.now)
        self._opening.opened.connect(self._opened)
        self._opening.failed.connect(self._failed)
        appearance.changed.connect(self.window.update)

    def start(self, folder: Path | None, *, at: Place | None = None, say: str = "") -> None:
        """Open the library in `folder` at a place, or welcome without one; `say` is told once it is open."""
        self._start_at = at
        if say:
            self.begun.connect(partial(self._messages.strip, say))
        self.window.closing.connect(self._keep_shape)
        if folder is None:
            self._greet("")
        else:
            self._opening.open(folder)

    def finish(self) -> None:
        """Write what is still to be written, and let everything go."""
        self._opening.wait()
        if self._one is not None:
            self._one.close()
        if self._session is not None:
            self._session.close()
        self._garbage.stop()
        self._let_go()

    def _greet(self, sentence: str) -> None:
        if self._welcome is None:
            from boardtool.ui.welcome import Welcome

            self._welcome = Welcome()
            self._welcome.made.connect(self._opening.make)
            self._welcome.chosen.connect(self._opening.open)
            self._welcome.sample_wanted.connect(self._open_sample)
            self._welcome.help_wanted.connect(self.window.open_help)
            self.window.stack.addWidget(self._welcome)
        self.window.top_bar.hide()  # there is nothing to search yet
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
        if not opened.held:
            self._listen(opened.store.folder)
        self.begun.emit()

    def _listen(self, folder: Path) -> None:
        """Come forward when the program is started again on this library."""
        from boardtool.ui.one_window import OneWindow

        self._one = OneWindow(folder, self)
        self._one.called.connect(self._come_forward)

    def _come_forward(self, place: Place | None) -> None:
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if place is not None and QApplication.activeModalWidget() is None:
            window.go(place)

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
        size = min(max(self._preferences.text_size + by, SMALLEST_TEXT), LARGEST_TEXT)
        self._preferences.text_size = size
        self._messages.say(f"Text will be {size:.0%} of its ordinary size when boardtool starts again.")

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, BoardtoolError):
            self._messages.trouble(error)
            return
        self._greet(str(error))
        self._offer_a_backup(error)

    def _offer_a_backup(self, error: BoardtoolError) -> None:
        """A library that is damaged or lost can be had back from its newest backup."""
        from boardtool.services.upkeep import backup_to_offer

        folder = self._opening.tried
        newest = None if folder is None else backup_to_offer(folder, error)
        if folder is None or newest is None or self._welcome is None:
            return
        made = newest.made_at.astimezone(self._clock.now().tzinfo)
        words = f"Restore the backup of {made:%H:%M} on {long_date(made.date())}"
        self._welcome.offer(words, partial(self._opening.restore, folder, newest.path))

    def _keep_shape(self) -> None:
        self._preferences.remember_layout("window", self.window.saveGeometry())


def _log_file() -> Path:
    from platformdirs import user_log_path

    return user_log_path("boardtool", appauthor=False) / "boardtool.log"


def _sample_folder() -> Path:
    from platformdirs import user_documents_path

    return user_documents_path() / "Sample board"
