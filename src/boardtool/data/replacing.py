"""Putting a finished file in the place of another: on Windows a scanner may hold either for a moment."""

import sys
import time
from pathlib import Path

WINDOWS = sys.platform == "win32"
PATIENCE = 5.0  # seconds
_FIRST_PAUSE = 0.01  # seconds, each next one twice as long


def replace(finished: Path, target: Path) -> None:
    """Rename `finished` over `target`; what only holds it up for a moment is waited for.

    Raises:
        OSError: it cannot be done; both files are as they were.
    """
    pause = _FIRST_PAUSE
    until = time.monotonic() + PATIENCE
    while True:
        try:
            finished.replace(target)
        except PermissionError:
            # Elsewhere nobody holds a file, so a refusal is the last word.
            if not WINDOWS or time.monotonic() + pause > until:
                raise
        else:
            return
        time.sleep(pause)
        pause *= 2
