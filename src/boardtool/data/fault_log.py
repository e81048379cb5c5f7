"""Where a defect of ours is written down: one text file each, in the folder that the system has for logs."""

import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from boardtool import __version__


def write_fault(error: BaseException) -> Path | None:
    """Write a defect down; the file, or None where this machine lets us write no log."""
    now = datetime.now(UTC)
    place = platformdirs.user_log_path("boardtool", appauthor=False) / f"defect-{now:%Y%m%d-%H%M%S-%f}.txt"
    lines = [
        f"boardtool {__version__}, Python {platform.python_version()}, {platform.platform()}",
        now.isoformat(timespec="seconds"),
        "",
        *traceback.format_exception(error),
    ]
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n".join(lines), encoding="utf-8")
    except OSError:
        return None
    return place
