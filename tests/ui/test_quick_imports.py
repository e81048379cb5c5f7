"""PySide looks through no module that is imported after us, and everything works without that look."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import inspect, sys
from PySide6.QtCore import QObject
looked_at = []
read = inspect.getsource
inspect.getsource = lambda module: (looked_at.append(module.__name__), read(module))[1]
import colorsys
before = "colorsys" in looked_at
from boardtool.ui.quick_imports import import_quickly
import_quickly()
looked_at.clear()
import boardtool.domain.meetings
print(before, looked_at, QObject().setObjectName)
"""


def test_nothing_is_looked_through_any_more() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("True []")
    assert "setObjectName" in done.stdout


def test_the_bare_frame_loads_no_enumerations_of_qt() -> None:
    script = (
        "import sys, boardtool.app; from PySide6 import QtCore;"
        "print([name for name in ('boardtool.app', 'boardtool.ui.theme.schemes', 'boardtool.ui.main_window')"
        " if 'Qt' in vars(sys.modules[name])])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
