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
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from boardtool.data.excel.wire import read_message, sheet_of
from boardtool.data.excel.workbook import Sheet, Workbook
from boardtool.domain.errors import InputRefusedError
from boardtool.domain.progress import Progress, Silent

READ_WORKBOOK = "--read-workbook"
TIME_LIMIT = 8.0  # seconds; starting the process and saying so take the rest of the ten that are promised
_A_MOMENT = 0.05
_TOO_SLOW = "The file takes longer than {seconds:g} seconds to read: it is too large, or made to look so."
_STOPPED = "The file could not be read: reading it broke off, perhaps for want of memory. It was not opened."
_log = logging.getLogger(__name__)

Answers = SimpleQueue[Sheet | Mapping[str, Any] | None]


def child_command() -> list[str]:
    """How the reading process is started; in the built program, boardtool itself with a hidden word."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_WORKBOOK]
    return [sys.executable, "-P", "-m", "boardtool.data.excel.child"]


class _Reader:
    """The reading process while it lives; one file at a time, whoever asks."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def start(self) -> None:
        with self._turn:
            self._living()

    def stop(self) -> None:
        """Ends the process at once, also one that is reading: whoever waits for it is told."""
        process = self._process
        if process is not None:
            process.kill()
        with self._turn:
            self._let_go()

    def read(self, path: Path, *, progress: Progress, timeout_s: float) -> Workbook:
        with self._turn:
            found = self._asked(path, progress, timeout_s)
        if isinstance(found, str):
            raise InputRefusedError(found)
        return found

    def _asked(self, path: Path, progress: Progress, timeout_s: float) -> Workbook | str:
        process = self._living()
        answers: Answers = SimpleQueue()
        listener = threading.Thread(target=_listen, args=(process, answers), name="workbook-reader")
        listener.start()
        try:
            _ask(process, path)
            found = _gathered(answers, path, progress, timeout_s)
        except BaseException:
            process.kill()  # the answer is unfinished, so it cannot serve the next file
            listener.join()
            self._let_go()
            raise
        listener.join()
        return found

    def _living(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._let_go()
            self._process = subprocess.Popen(  # noqa: S603 - starts this program itself
                child_command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process

    def _let_go(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()


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


def _listen(process: subprocess.Popen[bytes], answers: Answers) -> None:
    """Passes the answer on until it ends; None says that the process is gone.

    Sheets are taken apart here, while the process reads the next one.
    """
    assert process.stdout is not None
    while (message := read_message(process.stdout)) is not None:
        answers.put(sheet_of(message) if "sheet" in message.line else message.line)
        if message.is_last:
            return
    answers.put(None)


def _ask(process: subprocess.Popen[bytes], path: Path) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(json.dumps({"path": str(path.absolute())}).encode("ascii") + b"\n")
        process.stdin.flush()
    except OSError as error:
        raise InputRefusedError(_STOPPED) from error


def _gathered(answers: Answers, path: Path, progress: Progress, timeout_s: float) -> Workbook | str:
    """The workbook, or why it is refused."""
    until = time.monotonic() + timeout_s
    sheets: list[Sheet] = []
    names: Sequence[str] = ()
    while True:
        answer = _next(answers)
        if isinstance(answer, Sheet):
            sheets.append(answer)
        elif "end" in answer:
            end = answer["end"]
            return Workbook(path.name, end["form"], tuple(sheets), tuple(end["left_out"]))
        elif "refused" in answer:
            if "traceback" in answer:
                _log.error("Reading %s: %s", path.name, answer["traceback"])
            return str(answer["refused"])
        elif "names" in answer:
            names = answer["names"]
        progress.report(len(sheets), len(names), "".join(names[len(sheets) : len(sheets) + 1]))
        if time.monotonic() > until:
            raise InputRefusedError(_TOO_SLOW.format(seconds=timeout_s))


def _next(answers: Answers) -> Sheet | Mapping[str, Any]:
    """The next part of the answer, or nothing in particular when none has come for a moment."""
    try:
        answer = answers.get(timeout=_A_MOMENT)
    except Empty:
        return {}
    if answer is None:
        raise InputRefusedError(_STOPPED)
    return answer
