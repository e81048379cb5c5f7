from __future__ import annotations

import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from tests.data.excel.packing import LOG, pack, parts_of, sheet_xml

from boardtool.data.excel import opening
from boardtool.data.excel.opening import (
    READ_WORKBOOK,
    child_command,
    open_workbook,
    start_reader,
    stop_reader,
)
from boardtool.domain.errors import CancelledError, InputRefusedError

if TYPE_CHECKING:
    from pathlib import Path


def slow_file(folder: Path) -> Path:
    """Half a million rows that only the exact way reads."""
    rows = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(5, 500_000))
    page = (
        sheet_xml(LOG)
        .replace("<sheetData>", "<sheetData><!-- -->")
        .replace("</sheetData>", rows + "</sheetData>")
    )
    return pack(folder / "slow.xlsx", parts_of({"Log": page}))


def good_file(folder: Path) -> Path:
    return pack(folder / "good.xlsx", parts_of())


class StopAtOnce:
    def __init__(self) -> None:
        self.at = 0.0

    def report(self, done: int, total: int, what: str = "") -> None:
        self.at = time.monotonic()
        raise CancelledError(f"{done} {total} {what}")


class Listener:
    def __init__(self) -> None:
        self.heard: list[tuple[int, int, str]] = []

    def report(self, done: int, total: int, what: str = "") -> None:
        self.heard.append((done, total, what))


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    slow = slow_file(tmp_path)
    began = time.monotonic()
    with pytest.raises(InputRefusedError, match=r"longer than 0\.1 seconds"):
        open_workbook(slow, timeout_s=0.1)
    assert time.monotonic() - began < 1
    assert len(open_workbook(good_file(tmp_path)).sheets) == 1


def test_a_stopped_reading_ends_within_a_second_and_the_next_file_is_read(tmp_path: Path) -> None:
    slow, stop = slow_file(tmp_path), StopAtOnce()
    with pytest.raises(CancelledError):
        open_workbook(slow, progress=stop)
    assert time.monotonic() - stop.at < 1
    assert len(open_workbook(good_file(tmp_path)).sheets) == 1


def test_a_reader_that_dies_is_said_and_the_next_file_is_read(tmp_path: Path) -> None:
    slow = slow_file(tmp_path)
    start_reader()
    process = opening._reader._process
    assert process is not None
    threading.Timer(0.2, process.kill).start()
    with pytest.raises(InputRefusedError, match="could not be read"):
        open_workbook(slow)
    assert len(open_workbook(good_file(tmp_path)).sheets) == 1


def test_the_reader_stays_for_the_next_file(tmp_path: Path) -> None:
    good = good_file(tmp_path)
    open_workbook(good)
    process = opening._reader._process
    open_workbook(good)
    assert opening._reader._process is process


def test_two_windows_may_open_files_at_once(tmp_path: Path) -> None:
    good = good_file(tmp_path)
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(len(open_workbook(good).sheets))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1, 1, 1, 1]


def test_progress_names_the_sheets(tmp_path: Path) -> None:
    listener = Listener()
    pages = {"North": sheet_xml(LOG), "West": sheet_xml(LOG)}
    open_workbook(pack(tmp_path / "two.xlsx", parts_of(pages)), progress=listener)
    assert {(0, 2, "North"), (1, 2, "West")} <= set(listener.heard)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match=r'no file "gone\.xlsx"'):
        open_workbook(tmp_path / "gone.xlsx")
    with pytest.raises(InputRefusedError, match="is a folder"):
        open_workbook(tmp_path)


def test_a_file_larger_than_20_megabytes_is_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.xlsx"
    with large.open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    with pytest.raises(InputRefusedError, match="larger than 20 MB"):
        open_workbook(large)


def test_a_name_in_any_letters_is_found(tmp_path: Path) -> None:
    odd = pack(tmp_path / "Log “Siân” £\U0001f600.xlsx", parts_of())
    assert open_workbook(odd).file == odd.name


def test_the_built_program_starts_itself_as_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == [sys.executable, READ_WORKBOOK]


def test_the_reader_does_not_look_for_modules_where_it_is_started(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    ended = subprocess.run(child_command(), cwd=tmp_path, input=b"", check=False)
    assert ended.returncode == 0


def test_the_reader_loads_no_library_for_documents_or_windows() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, boardtool.data.excel.child; print(*sorted(sys.modules))"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert not {"PySide6", "sqlalchemy", "lxml", "openpyxl", "docx"} & set(loaded)


def test_stopping_a_reader_twice_does_no_harm() -> None:
    start_reader()
    stop_reader()
    stop_reader()
    assert opening._reader._process is None


def test_a_reader_may_be_stopped_while_it_reads(tmp_path: Path) -> None:
    slow = slow_file(tmp_path)
    start_reader()
    timer = threading.Timer(0.2, stop_reader)
    timer.start()
    with pytest.raises(InputRefusedError, match="could not be read"):
        open_workbook(slow)
    timer.join()
    assert len(open_workbook(good_file(tmp_path)).sheets) == 1


def test_a_reader_that_died_between_two_files_is_started_again(tmp_path: Path) -> None:
    good = good_file(tmp_path)
    open_workbook(good)
    process = opening._reader._process
    assert process is not None
    process.kill()
    process.wait()
    assert len(open_workbook(good).sheets) == 1
