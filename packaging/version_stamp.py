"""What a build says about itself: for Windows' properties page, and in `version.txt` beside the program."""

from __future__ import annotations

import platform
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

WINDOWS = """
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={four}, prodvers={four}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0
  ),
  kids=[
    StringFileInfo([StringTable("080904b0", [
      StringStruct("FileDescription", "boardtool"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("ProductName", "boardtool"),
      StringStruct("ProductVersion", "{version}"),
      StringStruct("OriginalFilename", "boardtool.exe"),
      StringStruct("LegalCopyright", "MIT licence; see LICENSE"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0809, 1200])]),
  ],
)
"""


def windows_version(version: str) -> str:
    """The text that PyInstaller reads; Windows wants four numbers, so 0.1.0 becomes 0.1.0.0."""
    numbers = [int(part) for part in re.findall(r"\d+", version)][:4]
    return WINDOWS.format(version=version, four=tuple([*numbers, 0, 0, 0, 0][:4]))


def commit() -> str:
    """The commit that is checked out, or where git cannot say, that it is unknown."""
    ask = ["git", "rev-parse", "--short=12", "HEAD"]
    try:
        return subprocess.run(ask, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def stamp(version: str) -> str:
    machine = f"{sys.platform} {platform.machine()}, Python {platform.python_version()}"
    return f"boardtool {version}\ncommit {commit()}\nbuilt for {machine}\n"
