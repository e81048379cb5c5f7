"""The window as a whole: its frame comes first, the library behind it, and a second window may read."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from tests.builders import a_board

from boardtool.app import system_clock
from boardtool.data import boards
from boardtool.data.backups import listed
from boardtool.data.lock import LibraryLock
from boardtool.data.store import Store
from boardtool.services import upkeep
from boardtool.ui.main_window import MainWindow
from boardtool.ui.opening import HELD
from boardtool.ui.preferences import Preferences
from boardtool.ui.welcome import Welcome
from boardtool.ui.wiring import Wiring

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance

HEAVY = ("sqlalchemy", "numpy", "openpyxl", "pyqtgraph", "typst", "pikepdf", "docx", "xlsxwriter")


def test_the_frame_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from boardtool.app import run_window;"
        "code = run_window(Path('nowhere'));"
        f"print([name for name in {HEAVY!r} if name in sys.modules]); sys.exit(code)"
    )
    environment = {
        **os.environ,
        "BOARDTOOL_BENCH": "first-paint",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path),
    }
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout.strip() == "[]"


def wired(appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Wiring:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "logs"))
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    preferences = Preferences(tmp_path / "window.ini")
    return Wiring(window, preferences, system_clock(), appearance, who="Cheryl Bird")


def test_without_a_library_the_window_welcomes_and_makes_one(
    appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    wiring = wired(appearance, tmp_path, monkeypatch, qtbot)
    wiring.start(None)
    qtbot.waitUntil(lambda: isinstance(wiring.window.stack.currentWidget(), Welcome))
    welcome = wiring.window.stack.currentWidget()
    assert isinstance(welcome, Welcome)
    welcome.made.emit(tmp_path / "made")
    qtbot.waitUntil(lambda: wiring.window.status_bar.saved_words == "Saved")
    wiring.finish()
    assert (tmp_path / "made" / "board.db").is_file()


def test_a_folder_without_a_library_is_said_on_the_welcome_page(
    appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    wiring = wired(appearance, tmp_path, monkeypatch, qtbot)
    wiring.start(tmp_path / "nothing")
    qtbot.waitUntil(lambda: isinstance(wiring.window.stack.currentWidget(), Welcome))
    welcome = wiring.window.stack.currentWidget()
    assert welcome is not None
    assert welcome.accessibleDescription().startswith("There is no library in")
    wiring.finish()


def test_a_damaged_library_is_had_back_from_its_newest_backup(
    appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    folder = tmp_path / "library"
    store = Store.make(folder, who="Cheryl Bird")
    a_board(store)
    upkeep.back_up(store, now=datetime(2022, 9, 6, 17, 2, tzinfo=UTC))
    store.close()
    (folder / "board.db").write_bytes(b"torn" * 2000)
    wiring = wired(appearance, tmp_path, monkeypatch, qtbot)
    wiring.start(folder)
    qtbot.waitUntil(lambda: isinstance(wiring.window.stack.currentWidget(), Welcome))
    offered = [
        button
        for button in wiring.window.findChildren(QPushButton)
        if button.text().startswith("Restore the backup of ")
    ]
    offered[0].click()
    qtbot.waitUntil(lambda: wiring.window.status_bar.saved_words == "Saved")
    wiring.finish()
    again = Store.open(folder, who="Cheryl Bird")
    with again.reading() as reading:
        assert [board.code for board in boards.every(reading)] == ["NNHWB"]
    again.close()
    assert [file.read_bytes()[:4] for file in (folder / "backups").glob("damaged-*.db")] == [b"torn"]


def test_a_second_window_reads_what_the_first_one_holds(
    appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, store: Store
) -> None:
    wiring = wired(appearance, tmp_path, monkeypatch, qtbot)
    wiring.start(store.folder)
    qtbot.waitUntil(lambda: wiring.window.status_bar.saved_words == "Read only")
    assert wiring.window.strip.accessibleName() == f"{HELD} You can read, not change."
    wiring.finish()


def test_a_library_on_a_disk_that_cannot_be_written_is_opened_for_reading(
    appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    Store.make(tmp_path / "library", who="Cheryl Bird").close()

    def refused(_self: LibraryLock, _holder: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(LibraryLock, "_write", refused)
    wiring = wired(appearance, tmp_path, monkeypatch, qtbot)
    wiring.start(tmp_path / "library")
    qtbot.waitUntil(lambda: wiring.window.status_bar.saved_words == "Read only")
    assert "Read-only file system. You can read, not change." in wiring.window.strip.accessibleName()
    wiring.finish()


def test_a_library_in_a_folder_that_is_copied_elsewhere_is_warned_of(
    appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    folder = tmp_path / "OneDrive - North Council" / "library"
    Store.make(folder, who="Cheryl Bird").close()
    wiring = wired(appearance, tmp_path, monkeypatch, qtbot)
    wiring.start(folder)
    qtbot.waitUntil(lambda: wiring.window.status_bar.saved_words == "Saved")
    assert wiring.window.strip.accessibleName().startswith("This library lies in OneDrive.")
    wiring.finish()


def test_closing_the_window_leaves_a_backup_of_what_was_done(
    appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    wiring = wired(appearance, tmp_path, monkeypatch, qtbot)
    wiring.start(None)
    qtbot.waitUntil(lambda: isinstance(wiring.window.stack.currentWidget(), Welcome))
    wiring._opening.make(tmp_path / "made")
    qtbot.waitUntil(lambda: wiring.window.status_bar.saved_words == "Saved")
    wiring.finish()
    assert len(listed(tmp_path / "made")) == 1


def test_the_shape_of_the_window_is_kept_when_it_closes(
    appearance: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    wiring = wired(appearance, tmp_path, monkeypatch, qtbot)
    wiring.start(None)
    qtbot.waitExposed(wiring.window)
    QTimer.singleShot(0, wiring.window, wiring.window.close)
    qtbot.waitUntil(lambda: not wiring.window.isVisible())
    wiring.finish()
    assert not Preferences(tmp_path / "window.ini").layout("window").isEmpty()
