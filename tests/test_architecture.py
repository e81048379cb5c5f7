"""The shape of the whole: the floors, the sentence over each module, and the Qt that may be used."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from development.environment import IMPORT_LINTER
from PySide6 import __version_info__ as qt_version
from PySide6.QtCore import QObject, Signal

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "boardtool"
MODULES = sorted(SOURCE.rglob("*.py"))


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [IMPORT_LINTER, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_a_module_opens_with_the_sentence_of_what_it_knows(module: Path) -> None:
    sentence = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert sentence, "no docstring"
    first = sentence.split("\n\n", maxsplit=1)[0]
    assert first.endswith("."), first
    assert "\n" not in first, "the sentence is longer than a line"


HEAVY = (
    "sqlalchemy",
    "openpyxl",
    "typst",
    "pikepdf",
    "pypdfium2",
    "pyqtgraph",
    "numpy",
    "docx",
    "xlsxwriter",
    "lxml",
)


def test_the_window_starts_without_the_heavy_libraries() -> None:
    """Each of them costs more than the empty window: they are imported when first needed."""
    ask = f"import sys, boardtool.app; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


class Announcer(QObject):
    """Has a signal that carries the object whose references are counted."""

    said = Signal(bool)


def test_signals_do_not_eat_references_to_true() -> None:
    """PySide6 6.12.0 takes one reference to True away with every emission, until Python 3.11 gives up."""
    assert qt_version[:2] != (6, 12)
    announcer = Announcer()
    heard: list[bool] = []
    announcer.said.connect(heard.append)
    before = sys.getrefcount(True)  # noqa: FBT003 - the references to this very object are the point
    for _ in range(100):
        announcer.said.emit(True)  # noqa: FBT003 - the same
    heard.clear()
    assert abs(sys.getrefcount(True) - before) < 50  # noqa: FBT003 - the same
