"""Pictures of every page and dialog on the sample board, light and dark, at 100 % and at 200 %.

`python -m boardtool.ui.pictures OUTDIR [PAGE …]` makes them without a screen, on fixed days.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from boardtool.data.resources import resource
from boardtool.ui.bug_window import BugWindow
from boardtool.ui.context import Clock
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Messages
from boardtool.ui.opening import Opened
from boardtool.ui.page import PICTURE_DAY, PageEntry
from boardtool.ui.pages import page_entries
from boardtool.ui.places import Place
from boardtool.ui.preferences import Preferences
from boardtool.ui.session import Session
from boardtool.ui.sheet_pictures import sheet_pictures
from boardtool.ui.theme.appearance import Appearance
from boardtool.ui.theme.schemes import Scheme
from boardtool.ui.welcome import Welcome

SIZE = (1440, 868)
SMALL_SIZE = (960, 640)
"""At 200 % a laptop has no more room than this."""
PATIENCE = 10.0
SCALES = (1, 2)
WHO = "Business Manager"


def main() -> int:
    """Make the sample board once, then all pictures in a process for each scheme and scale."""
    options = _options()
    if options.one:
        return _one_process(options)
    from boardtool.services.sample import make_sample

    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        sample = Path(room) / "sample"
        make_sample(sample, who=WHO, now=PICTURE_DAY)
        codes = [
            _run_one(sample, options.folder, scheme, scale, options.pages)
            for scheme, scale in product((Scheme.LIGHT, Scheme.DARK), SCALES)
        ]
    return max(codes)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("pages", nargs="*", help="only these pages")
    parser.add_argument("--one", nargs=3, metavar=("LIBRARY", "SCHEME", "SCALE"), help=argparse.SUPPRESS)
    return parser.parse_args()


def _run_one(sample: Path, folder: Path, scheme: Scheme, scale: int, pages: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory() as room:
        library = Path(room) / "Sample board"
        shutil.copytree(sample, library)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
        command = [
            *(sys.executable, "-m", "boardtool.ui.pictures", str(folder), *pages),
            *("--one", str(library), scheme.value, str(scale)),
        ]
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - this module again


def _one_process(options: argparse.Namespace) -> int:
    library, scheme, scale = options.one
    studio = Studio(Path(library), options.folder, Scheme(scheme), int(scale))
    try:
        studio.picture_all(set(options.pages))
    finally:
        studio.close()
    return 0


class Studio:
    """A window on the sample board in one scheme and scale, whose clock is set for each page."""

    def __init__(self, library: Path, folder: Path, scheme: Scheme, scale: int) -> None:
        from boardtool.data.store import Store

        self._app = QApplication(sys.argv[:1])
        self._folder = folder
        self._suffix = f"{scheme.value}-{scale * 100}"
        self._now = PICTURE_DAY
        appearance = Appearance(self._app, resource("fonts"), sheet_pictures)
        appearance.choose(scheme)
        self.window = MainWindow()
        self.window.resize(*(SIZE if scale == 1 else SMALL_SIZE))
        self.window.show()
        self._session = Session(
            self.window,
            Opened(Store.open(library, who=WHO, clock=lambda: self._now)),
            messages=Messages(),
            preferences=Preferences(library.parent / "window.ini"),
            appearance=appearance,
            clock=Clock(lambda: self._now),
            entries=page_entries(),
        )

    def picture_all(self, wanted: set[str]) -> None:
        for entry in self.window.entries:
            if not wanted or entry.name in wanted:
                self._picture_page(entry)
        if not wanted:
            self._picture_the_shell()

    def close(self) -> None:
        self.window.hide()
        self._session.close()

    def _picture_page(self, entry: PageEntry) -> None:
        self._now = entry.pictured_at
        place = entry.pictured or Place(entry.name)
        self.window.go(place)
        self._settle()
        self._take(entry.name)
        page = self.window.page
        for picture in page.pictures() if page is not None else ():
            picture.prepare()
            self._settle()
            self._take(f"{entry.name}-{picture.name}")
            self._close_dialogs()

    def _picture_the_shell(self) -> None:
        self.window.open_palette()
        self._settle()
        self._take("palette")
        self.window.close_palette()
        welcome = Welcome()
        self.window.stack.addWidget(welcome)
        self.window.stack.setCurrentWidget(welcome)
        self._take("welcome")
        BugWindow("Traceback (most recent call last):\n  …", self.window).open()
        self._take("bug")
        self._close_dialogs()

    def _settle(self) -> None:
        """Let every question be answered and painted; here, outside the program, the loop may be turned.

        What is asked only once the first answers are shown is waited for too.
        """
        for _time in range(2):
            self._wait_for_answers()
            for _turn in range(10):  # rows that grow with their words take a few turns to find their height
                self._app.processEvents()

    def _wait_for_answers(self) -> None:
        until = time.monotonic() + PATIENCE
        for _turn in range(3):
            self._app.processEvents()
        while not self._session.context.asking.is_idle and time.monotonic() < until:
            self._app.processEvents()
            time.sleep(0.005)

    def _take(self, name: str) -> None:
        self._app.processEvents()
        target: QWidget = next(iter(self._dialogs()), self.window)
        target.grab().save(str(self._folder / f"{name}-{self._suffix}.png"))

    def _dialogs(self) -> list[QDialog]:
        return [
            each for each in self._app.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()
        ]

    def _close_dialogs(self) -> None:
        for dialog in self._dialogs():
            dialog.reject()
        self._app.processEvents()


if __name__ == "__main__":
    sys.exit(main())
