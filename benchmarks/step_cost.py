"""What a step costs, journal, announcement and rules included, against a bare row committed as durably."""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from _pairs import report, side_by_side

from boardtool.data import boards
from boardtool.data.store import Store
from boardtool.services import actions

ROUNDS = 200
BARE = "bare row"
RECORDED = "record an action"
UNDONE = "and take it back"
TODAY = date(2022, 9, 6)
WORDS = "Circulate the outcomes framework with the figures of every place"


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """A measure: seconds that the work takes."""

    def measure() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return measure


def bare_file(path: Path) -> sqlite3.Connection:
    """A file with one table, set as the store sets its own: rollback journal, full sync."""
    file = sqlite3.connect(path, isolation_level=None)
    file.execute("pragma journal_mode = delete")
    file.execute("pragma synchronous = full")
    file.execute("create table action (id integer primary key, text text)")
    return file


sample = Path(os.environ["BOARDTOOL_LIBRARY"])
with tempfile.TemporaryDirectory(dir=sample.parent) as room:  # on the same disk
    library = Path(room, "library")
    shutil.copytree(sample, library, ignore=shutil.ignore_patterns("library.lock"))
    with (
        closing(bare_file(Path(room, "bare.db"))) as bare,
        closing(Store.open(library, who="benchmark")) as store,
    ):
        with store.reading() as reading:
            board_id = boards.every(reading)[0].id
        seconds = side_by_side(
            {
                BARE: timed(lambda: bare.execute("insert into action (text) values (?)", (WORDS,))),
                RECORDED: timed(
                    lambda: actions.raise_between_meetings(
                        store, board_id=board_id, text=WORDS, owners=["Place Director"], today=TODAY
                    )
                ),
                UNDONE: timed(store.undo),
            },
            rounds=ROUNDS,
        )
print(report(seconds, against=BARE, aims={}))
