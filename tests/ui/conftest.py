"""What tests of the window ask for: the look, an open library, and a context as a page is given it."""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from boardtool.data.resources import resource
from boardtool.ui.asking import Asking
from boardtool.ui.changes import Changes
from boardtool.ui.commands import Commands
from boardtool.ui.context import Clock, Context
from boardtool.ui.jobs import Jobs
from boardtool.ui.messages import Messages
from boardtool.ui.preferences import Preferences
from boardtool.ui.sheet_pictures import sheet_pictures
from boardtool.ui.steps import Steps
from boardtool.ui.theme.appearance import Appearance
from boardtool.ui.theme.schemes import Scheme
from boardtool.ui.undo import Undo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.places import Place

NOW = datetime(2022, 8, 24, 16, 42, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _garbage_goes_in_the_thread_of_the_window() -> Iterator[None]:
    """As in the program: a thread that reads must not destroy widgets."""
    gc.disable()
    yield
    gc.collect(0)
    gc.enable()


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    """The application in its light look."""
    look = Appearance(qapp, resource("fonts"), sheet_pictures)
    look.choose(Scheme.LIGHT)
    return look


@pytest.fixture
def visited() -> list[Place]:
    """The places that a page navigated to."""
    return []


@pytest.fixture
def context(
    qtbot: QtBot, appearance: Appearance, store: Store, tmp_path: Path, visited: list[Place]
) -> Iterator[Context]:
    """What a page is given, on Wednesday 24 August 2022; it is taken apart after the test."""
    messages = Messages()
    changes = Changes(store)
    steps = Steps(changes, messages)
    asking = Asking(store, messages)
    jobs = Jobs(messages)
    undo = Undo(store, steps=steps, asking=asking, changes=changes, messages=messages)
    yield Context(
        store=store,
        steps=steps,
        asking=asking,
        changes=changes,
        messages=messages,
        jobs=jobs,
        undo=undo,
        commands=Commands(),
        preferences=Preferences(tmp_path / "window.ini"),
        appearance=appearance,
        clock=Clock(lambda: NOW),
        navigate=visited.append,
    )
    qtbot.waitUntil(lambda: asking.is_idle)
    jobs.finish()
    steps.finish()
    asking.stop()
    changes.stop()
