"""Opening a workbook that a stranger sent: in a process of its own, within limits, so that it can be stopped.

Every file goes through the child, small ones too: the limits of time and memory can only be kept on a
process that may be killed. The child stays for the next file, so only the first one waits for it to
start. It is started as a program of its own, never forked: a fork would carry copies of Qt's threads and
of the store's open file.
"""

import atexit
import json
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from boardtool.data.excel.workbook import Merged, Sheet, Workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.progress import Progress, Silent

READ_WORKBOOK = "--read-workbook"
TIME_LIMIT = 10.0
_A_MOMENT = 0.05
_TOO_SLOW = "The file takes longer than {seconds:g} seconds to read: it is too large, or made to look so."
_STOPPED = "The file could not be read: reading it needs too much memory. It was not opened."
_log = logging.getLogger(__name__)

Message = Mapping[str, Any]


def child_command() -> list[str]:
    """How the reading process is started; in the built program, boardtool itself with a hidden word."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_WORKBOOK]
    return [sys.executable, "-P", "-m", "boardtool.data.excel.child"]


class _Reader:
    """The reading process while it lives; one file at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def start(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._process = subprocess.Popen(  # noqa: S603 - starts this program itself
                child_command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process

    def stop(self) -> None:
        """Ends the process at once."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def read(self, path: Path, *, progress: Progress, timeout_s: float) -> Workbook:
        with self._turn:
            process = self.start()
            lines: SimpleQueue[bytes] = SimpleQueue()
            listener = threading.Thread(target=_listen, args=(process, lines), name="workbook-reader")
            listener.start()
            try:
                _ask(process, path)
                found = _gathered(lines, path, progress, timeout_s)
            except BaseException:
                self.stop()  # the answer is unfinished, so the process cannot serve the next file
                raise
            finally:
                listener.join()
        if isinstance(found, str):
            raise InputRefusedError(found)
        return found


_reader = _Reader()
atexit.register(_reader.stop)


def open_workbook(path: Path, *, progress: Progress | None = None, timeout_s: float = TIME_LIMIT) -> Workbook:
    """The sheets of an .xlsx, .xlsm, .ods or .csv file, told by its content.

    `progress` reports sheet by sheet and may stop the reading: it raises, the process is killed within a
    tenth of a second, and nothing is kept.

    Raises:
        InputRefusedError: the sentence says why the file is not read, and what to do.
        CancelledError: passed through from `progress`.
    """
    return _reader.read(path, progress=progress or Silent(), timeout_s=timeout_s)


def start_reader() -> None:
    """Starts the reading process ahead of the first file: when an import dialog opens."""
    _reader.start()


def stop_reader() -> None:
    """Ends the reading process; the next file starts another."""
    _reader.stop()


def _listen(process: subprocess.Popen[bytes], lines: "SimpleQueue[bytes]") -> None:
    """Passes lines on until the answer ends; an empty one says that the process is gone."""
    assert process.stdout is not None
    for line in process.stdout:
        lines.put(line)
        if line.startswith((b'{"end"', b'{"refused"')):
            return
    lines.put(b"")


def _ask(process: subprocess.Popen[bytes], path: Path) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(json.dumps({"path": str(path.absolute())}).encode("ascii") + b"\n")
        process.stdin.flush()
    except OSError as error:
        raise InputRefusedError(_STOPPED) from error


def _gathered(
    lines: "SimpleQueue[bytes]", path: Path, progress: Progress, timeout_s: float
) -> Workbook | str:
    """The workbook, or why it is refused."""
    until = time.monotonic() + timeout_s
    sheets: list[Sheet] = []
    reported = (0, 0, "")
    while True:
        message = _next(lines)
        if time.monotonic() > until:
            raise InputRefusedError(_TOO_SLOW.format(seconds=timeout_s))
        if "sheet" in message:
            sheets.append(_sheet(message["sheet"]))
        elif "end" in message:
            end = message["end"]
            return Workbook(path.name, end["form"], tuple(sheets), tuple(end["left_out"]))
        elif "refused" in message:
            if "traceback" in message:
                _log.error("Reading %s: %s", path.name, message["traceback"])
            return str(message["refused"])
        elif "progress" in message:
            reported = tuple(message["progress"])
        progress.report(*reported)


def _next(lines: "SimpleQueue[bytes]") -> Message:
    """The next message, or an empty one when none has come for a moment."""
    try:
        line = lines.get(timeout=_A_MOMENT)
    except Empty:
        return {}
    if not line:
        raise InputRefusedError(_STOPPED)
    message: Message = json.loads(line)
    return message


def _sheet(sent: Message) -> Sheet:
    return Sheet(
        name=sent["name"],
        row_numbers=sent["rows"],
        column_numbers=sent["columns"],
        kinds=sent["kinds"],
        texts=sent["texts"],
        hidden=sent["hidden"],
        hidden_rows=frozenset(sent["hidden_rows"]),
        hidden_columns=frozenset(sent["hidden_columns"]),
        merged=tuple(Merged(*block) for block in sent["merged"]),
        trouble=sent["trouble"],
    )
