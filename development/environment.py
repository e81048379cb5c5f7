"""The environment in `.venv`: made from the lock, and made again only when the lock has changed."""

from __future__ import annotations

import hashlib
import importlib.util
import platform
import shutil
import sys
from typing import TYPE_CHECKING

from development.programs import ROOT, StoppedError, must, say
from development.system import need_packages

if TYPE_CHECKING:
    from development.programs import Command

VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
WINDOWS = sys.platform == "win32"
PROGRAMS = VENV / ("Scripts" if WINDOWS else "bin")
ENDING = ".exe" if WINDOWS else ""
PYTHON = PROGRAMS / f"python{ENDING}"
IMPORT_LINTER = PROGRAMS / f"lint-imports{ENDING}"
STAMP = VENV / "boardtool.stamp"


def wanted() -> str:
    """What the environment must have been made from: the lock, the project file and this Python."""
    facts = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode()]
    return hashlib.sha256(b"\0".join(facts)).hexdigest()


def make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        if not shutil.which("apt-get"):
            raise StoppedError("This Python cannot make a virtual environment: its ensurepip is missing.")
        need_packages(["python3-venv"], "This Python cannot make a virtual environment without python3-venv.")
    say(f"Making the environment in {VENV} ...")
    must([sys.executable, "-m", "venv", "--clear", VENV])


def made_by_this_python() -> bool:
    notes = VENV / "pyvenv.cfg"
    return PYTHON.exists() and f"version = {platform.python_version()}" in notes.read_text(encoding="utf-8")


def set_up() -> None:
    """Make `.venv` hold the pinned set and this checkout; at once when it already does."""
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted():
        return
    if not made_by_this_python():
        make_venv()
    say("Installing the pinned set (about a minute the first time) ...")
    pip: Command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    must([*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK])
    must([*pip, "--no-index", "--no-deps", "--no-build-isolation", "-e", ROOT])
    STAMP.write_text(wanted(), encoding="utf-8")
