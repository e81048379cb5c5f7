"""Figures of metrics through the import page: what a row is called, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board
from tests.ui.importing.test_import_page import opened, read, shown, take

from boardtool.data.excel.opening import stop_reader
from boardtool.data.performance import observations
from boardtool.ui import steps
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.importing.page import ImportPage

HEADS = "metric,area,period,value"


@pytest.fixture(autouse=True)
def _no_reader_left() -> Iterator[None]:
    yield
    stop_reader()


@pytest.fixture(autouse=True)
def _answers_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "PATIENCE", 30.0)


@pytest.fixture
def page(qtbot: QtBot, context: Context, store: Store) -> ImportPage:
    """The page, shown for figures of the one board there is."""
    a_board(store, council="North Northamptonshire Council")
    return opened(qtbot, context, Place("importing", ref="NNHWB", tab="metrics"))


def test_figures_are_previewed_and_taken(
    qtbot: QtBot, page: ImportPage, store: Store, tmp_path: Path, visited: list[Place]
) -> None:
    read(qtbot, page, tmp_path / "f.csv", f"{HEADS}\nDischarge home,North,Jun 2022,95.3\n")
    assert shown(page) == [("NEW", "discharge_usual_place", "New figure")]
    take(qtbot, page)
    assert visited == [Place("performance", ref="NNHWB")]
    with store.reading() as reading:
        assert [each.value for each in observations.every(reading)] == [95.3]
