"""How long after a key a letter of live minutes is on the disk, in the real window, its pause included."""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardtool.data import agenda, meetings
from boardtool.data.resources import resource
from boardtool.data.store import Store
from boardtool.services import meetings as holding
from boardtool.services import minutes
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

ROUNDS = 30
TOO_LONG = 10.0  # seconds: then it is broken, not slow
AIM = 500  # milliseconds
REF = "NNHWB/2022-09-06"
NOW = datetime(2022, 9, 6, 14, 7, tzinfo=UTC)


def opened_meeting(store: Store) -> None:
    """The meeting in session, its first item in hand."""
    with store.reading() as reading:
        meeting = meetings.by_ref(reading, REF)
        first = agenda.items(reading, meeting.id)[0]
    moment = NOW.replace(tzinfo=None)
    holding.open_meeting(store, meeting_id=meeting.id, now=moment)
    minutes.start_item(store, item_id=first.id, now=moment)


def wait_until(holds: Callable[[], bool]) -> float:
    """Let the window live until something holds; the seconds that took."""
    started = time.perf_counter()
    while not holds():
        if time.perf_counter() - started > TOO_LONG:
            raise SystemExit(f"Nothing came of it within {TOO_LONG:.0f} seconds.")
        QTest.qWait(1)
    return time.perf_counter() - started


def letters_stored(library: Path) -> int:
    """The letters of every narrative, read from the file by another connection."""
    with closing(sqlite3.connect(library / "board.db")) as file:
        return int(file.execute("SELECT sum(length(narrative)) FROM minute").fetchall()[0][0])


def is_stored(library: Path, letters: int) -> bool:
    return letters_stored(library) >= letters


app = QApplication([])
with tempfile.TemporaryDirectory() as room:
    os.environ["XDG_STATE_HOME"] = room
    library = Path(room, "library")
    shutil.copytree(os.environ["BOARDTOOL_LIBRARY"], library, ignore=shutil.ignore_patterns("library.lock"))
    store = Store.open(library, who="benchmark", clock=lambda: NOW)
    opened_meeting(store)
    appearance = Appearance(app, resource("fonts"), sheet_pictures)
    appearance.choose(Scheme.LIGHT)
    window = MainWindow()
    session = Session(
        window,
        Opened(store),
        messages=Messages(),
        preferences=Preferences(Path(room, "window.ini")),
        appearance=appearance,
        clock=Clock(lambda: NOW),
        entries=page_entries(),
    )
    window.show()
    window.go(Place("live", ref=REF))
    page = window.page
    assert isinstance(page, LivePage)
    narrative = page.minute.narrative
    wait_until(lambda: not narrative.isReadOnly())
    taken = []
    for _round in range(ROUNDS):
        more = letters_stored(library) + 1
        QTest.keyClicks(narrative, "x")
        taken.append(wait_until(partial(is_stored, library, more)))
    window.close()
    session.close()
print(
    f"{ROUNDS} keys, each alone: stored after {median(taken) * 1000:.0f} ms "
    f"({min(taken) * 1000:.0f} to {max(taken) * 1000:.0f}), aim: at most {AIM}"
)
