"""PDFs of strangers are read by a process of their own, within limits of time and memory."""

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

LOOK_INTO_PAPERS = "--look-into-papers"
"""The word by which the built program is started again to read papers."""


class Wish(StrEnum):
    """What that process is asked of a file."""

    FINDINGS = "findings"  # what it hides, and whether it can be read
    PAGES = "pages"  # the texts and names of its pages, and its bookmarks
    OPENING = "opening"  # the text of its first pages


def child_command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, LOOK_INTO_PAPERS]
    return [sys.executable, "-P", "-m", "boardtool.data.pdf.child"]


def answers(wish: Wish, paths: Sequence[Path], timeout_s: float) -> list[Any]:
    """The answers, one a file, up to the file that the process ended over; `timeout_s` is for each."""
    told: list[Any] = []
    process = subprocess.Popen(  # noqa: S603 - starts this program itself
        child_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        for path in paths:
            timer = threading.Timer(timeout_s, process.kill)
            timer.start()
            try:
                process.stdin.write(json.dumps([wish, str(path.absolute())]).encode() + b"\n")
                process.stdin.flush()
                line = process.stdout.readline()
            except OSError:
                line = b""
            finally:
                timer.cancel()
                timer.join()
            if not line.endswith(b"\n"):
                return told
            told.append(json.loads(line))
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdout, process.stdin):
            try:
                pipe.close()
            except OSError:
                continue  # what was not sent is of no use any more
    return told
