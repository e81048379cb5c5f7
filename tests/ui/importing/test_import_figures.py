"""Figures of metrics through the import page: what a row is called, and where it leads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from tests.builders import a_board
from tests.ui.importing.test_import_page import opened, read, said_on, shown, take, titled

from boardtool.data.excel.opening import stop_reader
from boardtool.data.performance import areas, observations
from boardtool.ui import steps
from boardtool.ui.importing.areas import AreasState
from boardtool.ui.importing.lines import Group
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
    from boardtool.ui.importing.page import ImportPage

HEADS = "metric,area,period,value"
HOME = "Discharge to usual (normal) place of residence"
TWO = f"{HEADS}\nDischarge home,North,Jun 2022,tbc\nDischarge home,North,Jul 2022,95.1\n"
READY_DATE = Path("data") / "drd_2024-25_monthly_northamptonshire.csv"


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
    assert shown(page) == [("NEW", HOME, "New figure")]
    take(qtbot, page)
    assert visited == [Place("performance", ref="NNHWB")]
    with store.reading() as reading:
        assert [each.value for each in observations.every(reading)] == [95.3]


def waited(qtbot: QtBot, page: ImportPage) -> None:
    """Wait until what was asked for is read and shown."""
    qtbot.waitUntil(lambda: not page.context.jobs.is_busy, timeout=20_000)
    QApplication.processEvents()


def press(qtbot: QtBot, page: ImportPage, key: Qt.Key) -> None:
    """A command of the page by its key, wherever the focus is within it."""
    assert page.preview is not None
    qtbot.keyClick(page.preview.table, key)


def test_a_figure_is_typed_in_the_preview_by_keys_and_kept_with_the_import(
    qtbot: QtBot, page: ImportPage, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "f.csv"
    read(qtbot, page, file, TWO)
    assert [line[0] for line in shown(page)] == ["NEW", "REJECTED"]
    press(qtbot, page, Qt.Key.Key_F8)
    press(qtbot, page, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    assert field.accessibleName() == "Type the figure here, cell D2"
    qtbot.keyClicks(field, "95.3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    waited(qtbot, page)
    assert [line[0] for line in shown(page)] == ["NEW", "NEW"]
    assert "“tbc” in the file, typed here as 95.3." in said_on(page)
    take(qtbot, page)
    with store.reading() as reading:
        held = observations.every(reading)
    assert [(each.value, each.note) for each in held] == [
        (95.3, "“tbc” in the file, typed here as 95.3"),
        (95.1, ""),
    ]
    assert "tbc" in file.read_text(encoding="utf-8")
    store.undo()
    with store.reading() as reading:
        assert observations.every(reading) == []


def test_a_cell_is_treated_as_empty_by_a_key_and_back_again(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    read(qtbot, page, tmp_path / "f.csv", TWO)
    press(qtbot, page, Qt.Key.Key_Delete)
    waited(qtbot, page)
    assert [line[0] for line in shown(page)] == ["NEW", "NEW"]
    assert page.preview is not None
    assert page.preview.table.current_row().row == 2  # type: ignore[union-attr] # a row is chosen
    titled(page, "Take it as it is in the file").click()
    waited(qtbot, page)
    assert [line[0] for line in shown(page)] == ["NEW", "REJECTED"]


def test_a_row_that_was_left_stays_left_when_another_is_put_right(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    read(qtbot, page, tmp_path / "f.csv", TWO)
    assert page.preview is not None
    page.preview.table.choose(page.preview.table.rows.rows[0].place)
    press(qtbot, page, Qt.Key.Key_Space)
    press(qtbot, page, Qt.Key.Key_F8)
    press(qtbot, page, Qt.Key.Key_Delete)
    waited(qtbot, page)
    assert page.preview is not None
    taken = {line.row: line.taken for line in page.preview.table.rows.rows}
    assert taken == {2: True, 3: False}


def test_what_is_typed_wrongly_is_rejected_again_in_place(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    read(qtbot, page, tmp_path / "f.csv", TWO)
    press(qtbot, page, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "95,3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    waited(qtbot, page)
    assert "“95,3” has a decimal comma: write 95.3." in said_on(page)


def test_a_suppressed_cell_can_be_put_right_too(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    read(qtbot, page, tmp_path / "f.csv", TWO.replace("tbc", "[c]"))
    assert page.preview is not None
    line = next(each for each in page.preview.table.rows.rows if each.cells)
    assert (line.group, line.cells) == (Group.NEW, ("D2",))


def test_areas_of_a_publication_are_chosen_once(
    qtbot: QtBot, page: ImportPage, store: Store, reference: Path
) -> None:
    read(qtbot, page, reference / READY_DATE)
    asked = page.stack.currentWidget()
    assert isinstance(asked, AreasState)
    assert asked.ticked == ["North Northamptonshire", "England"]
    asked.table.choose("England")
    qtbot.keyClick(asked.table, Qt.Key.Key_Space)
    titled(page, "Go on with one area").click()
    waited(qtbot, page)
    assert len([line for line in shown(page) if line[0] == "NEW"]) == 36
    take(qtbot, page)
    with store.reading() as reading:
        assert [area.name for area in areas.watched(reading, 1)] == ["North Northamptonshire"]
    read(qtbot, page, reference / READY_DATE)
    assert titled(page, "Go back").isVisible()


def test_other_areas_can_be_chosen_from_the_preview(qtbot: QtBot, page: ImportPage, reference: Path) -> None:
    read(qtbot, page, reference / READY_DATE)
    titled(page, "Go on with 2 areas").click()
    waited(qtbot, page)
    titled(page, "Other areas…").click()
    asked = page.stack.currentWidget()
    assert isinstance(asked, AreasState)
    qtbot.keyClicks(asked.sought, "west")
    qtbot.waitUntil(lambda: len(asked.table.rows.rows) == 1)
    titled(page, "Back").click()
    assert page.stack.currentWidget() is page.preview


def test_no_area_is_no_choice(qtbot: QtBot, page: ImportPage, reference: Path) -> None:
    read(qtbot, page, reference / READY_DATE)
    asked = page.stack.currentWidget()
    assert isinstance(asked, AreasState)
    asked.table.selectAll()
    qtbot.keyClick(asked.table, Qt.Key.Key_Space)
    assert len(asked.ticked) == 3
    qtbot.keyClick(asked.table, Qt.Key.Key_Space)
    assert not asked.go_on.isEnabled()
    titled(page, "Back").click()
    assert titled(page, "Choose a file…").isVisible()


def test_another_table_of_the_sitrep_is_chosen_from_the_preview(
    qtbot: QtBot, page: ImportPage, reference: Path
) -> None:
    read(qtbot, page, reference / "data" / "nhse_acute_discharge_sitrep_2023-12.xlsx")
    asked = page.stack.currentWidget()
    assert isinstance(asked, AreasState)
    qtbot.keyClicks(asked.sought, "northamptonshire integrated")
    qtbot.keyClick(asked.sought, Qt.Key.Key_Return)
    qtbot.keyClick(asked.table, Qt.Key.Key_Space)
    qtbot.keyClick(asked.table, Qt.Key.Key_Return)
    waited(qtbot, page)
    assert any("read: Table 2 and Table 3; not read: Table 1" in line[1] for line in shown(page))
    titled(page, "Other table…").click()
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.preview is not None  # nothing is taken unseen
    assert page.preview not in page.panes()
    titled(page, "Back").click()
    assert page.stack.currentWidget() is page.preview
    titled(page, "Other table…").click()
    titled(page, "Table 4").click()
    waited(qtbot, page)
    new = [line for line in shown(page) if line[0] == "NEW"]
    assert ("NEW", "Discharged: P0 - Domestic home without reablement support", "New figure") in new
    assert len(new) == 12


def dropped(page: ImportPage, *files: Path) -> bool:
    """Drop files onto the page; whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    here, keys = QPointF(10, 10), Qt.KeyboardModifier.NoModifier
    came = QDragEnterEvent(here.toPoint(), action, data, button, keys)
    QApplication.sendEvent(page, came)
    if came.isAccepted():
        QApplication.sendEvent(page, QDropEvent(here, action, data, button, keys))
    return came.isAccepted()


def test_a_file_is_dropped_onto_the_page_and_two_are_not(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    file = tmp_path / "f.csv"
    file.write_text(TWO, encoding="utf-8")
    assert not dropped(page, file, file)
    assert dropped(page, file)
    waited(qtbot, page)
    assert [line[0] for line in shown(page)] == ["NEW", "REJECTED"]
