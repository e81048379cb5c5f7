"""A program for the kill test: it types into live minutes until it is killed.

Every key is written to a file before it is sent, with the time; the page cache outlives the process.
"""

from __future__ import annotations

import os
import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardtool.data.resources import resource
from boardtool.data.store import Store
from boardtool.ui.context import Clock
from boardtool.ui.live.page import LivePage
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Messages
from boardtool.ui.opening import Opened
from boardtool.ui.pages import page_entries
from boardtool.ui.places import Place
from boardtool.ui.preferences import Preferences
from boardtool.ui.session import Session
from boardtool.ui.sheet_pictures import sheet_pictures
from boardtool.ui.theme.appearance import Appearance
from boardtool.ui.theme.schemes import Scheme


def main(library: Path, truth: Path, seed: int) -> int:
    app = QApplication(sys.argv[:1])
    appearance = Appearance(app, resource("fonts"), sheet_pictures)
    appearance.choose(Scheme.LIGHT)
    keys = os.open(truth, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    window = MainWindow()
    session = Session(
        window,
        Opened(Store.open(library, who="Typist")),
        messages=Messages(),
        appearance=appearance,
        preferences=Preferences(library.parent / "window.ini"),
        clock=Clock(lambda: datetime.now(UTC)),
        entries=page_entries(),
    )
    window.show()
    window.activateWindow()
    window.go(Place("live", ref="NNHWB/2022-09-06"))
    page = window.page
    assert isinstance(page, LivePage)
    pace = random.Random(seed)

    def type_a_key() -> None:
        if page._recording.minute_id is not None and not page.minute.narrative.isReadOnly():
            letter = pace.choice("abcdefghijklmnopqrstuvwxyz")
            os.write(keys, f"{letter} {time.time():.4f}\n".encode())
            QTest.keyClicks(page.minute.narrative, letter)
        QTimer.singleShot(pace.randrange(10, 80), type_a_key)

    def note_what_is_saved() -> None:
        (sent,) = page._autosave._sent.values()
        if sent.answered is not None:
            os.write(keys, f"saved {len(sent.text)}\n".encode())

    session.context.changes.announced.connect(
        lambda _what: QTimer.singleShot(0, note_what_is_saved) if page._autosave._sent else None
    )
    type_a_key()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
