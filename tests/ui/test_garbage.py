"""Garbage is collected in the window's thread alone."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest

from boardtool.ui.garbage import GarbageCollection, collect_what_is_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Ring:
    """Something that only the collector can free: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collection(qapp: QApplication) -> Iterator[GarbageCollection]:
    gc.enable()
    made = GarbageCollection(qapp)
    yield made
    made.stop()


@pytest.mark.usefixtures("collection")
def test_a_thread_that_allocates_collects_nothing() -> None:
    ring = weakref.ref(Ring())
    thread = threading.Thread(target=lambda: [[] for _ in range(10 * gc.get_threshold()[0])])
    thread.start()
    thread.join()
    assert ring() is not None


@pytest.mark.usefixtures("collection")
def test_the_timer_collects_what_is_due(qtbot: QtBot) -> None:
    ring = weakref.ref(Ring())
    kept: list[list[int]] = [[] for _ in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: ring() is None, timeout=5_000)
    assert kept


@pytest.mark.usefixtures("collection")
def test_nothing_is_collected_before_it_is_due() -> None:
    gc.collect()
    ring = weakref.ref(Ring())
    collect_what_is_due()
    assert ring() is not None


def test_in_the_end_it_is_left_to_python_again(collection: GarbageCollection) -> None:
    assert not gc.isenabled()
    collection.stop()
    assert gc.isenabled()
