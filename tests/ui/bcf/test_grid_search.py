"""Finding in the schemes by keys: which cells are found, the way between them, and back to every line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from boardtool.ui.bcf.schemes import search

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from tests.ui.bcf.conftest import Desk

    from boardtool.ui.bcf.grid.rows import GridRow
    from boardtool.ui.tables.row_model import RowModel

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def find(desk: Desk, words: str) -> None:
    desk.key(KEY.Key_F, CTRL)
    desk.type(words)
    desk.key(KEY.Key_Return)


def place(desk: Desk) -> tuple[str, str]:
    """The scheme of the current line, and the field of the current cell."""
    row = desk.schemes.grid.current_row()
    assert row is not None
    return row.line.name, desk.here()[1]


def test_words_are_found_cell_by_cell_and_round_again(desk: Desk) -> None:
    find(desk, "care")
    found = desk.schemes.filters.found
    assert (place(desk), found.text()) == (("Carers Support", "name"), "1 of 7")
    seen = []
    for _time in range(7):
        desk.key(KEY.Key_Return)
        seen.append((desk.here(), found.text()))
    assert seen == [
        ((1, "scheme_type"), "2 of 7"),
        ((1, "area_of_spend"), "3 of 7"),
        ((2, "scheme_type"), "4 of 7"),
        ((2, "area_of_spend"), "5 of 7"),
        ((3, "scheme_type"), "6 of 7"),
        ((3, "area_of_spend"), "7 of 7"),
        ((1, "name"), "1 of 7"),
    ]
    desk.key(KEY.Key_Return, SHIFT)
    assert found.text() == "7 of 7"


def test_esc_shows_every_line_again_at_the_cell_that_was_found(desk: Desk) -> None:
    find(desk, "seven")
    assert len(desk.shown("name")) == 2
    desk.key(KEY.Key_Return)
    desk.key(KEY.Key_Escape)
    assert len(desk.shown("name")) == 3
    assert desk.here() == (3, "name")
    assert desk.schemes.grid.hasFocus()
    assert not desk.schemes.filters.found.isVisible()


def test_f3_goes_on_in_the_grid_itself(desk: Desk) -> None:
    find(desk, "iBCF")
    desk.key(KEY.Key_Down)
    assert desk.schemes.grid.hasFocus()
    desk.key(KEY.Key_F3)
    assert desk.here() == (2, "source")
    desk.key(KEY.Key_F3, SHIFT)
    assert desk.here() == (1, "source")
    desk.key(KEY.Key_Right)
    assert desk.schemes.filters.found.text() == "2 found"


def test_f3_without_words_asks_for_them(desk: Desk) -> None:
    desk.key(KEY.Key_F3)
    assert desk.schemes.filters.find.hasFocus()


def test_an_amount_is_found_however_its_thousands_are_parted(desk: Desk) -> None:
    find(desk, "\u00a3420,000")
    assert desk.shown("expenditure") == ["420,000"]
    assert place(desk) == ("Seven-day social work", "expenditure")


def test_what_stands_in_a_hidden_column_is_found_at_the_name(desk: Desk) -> None:
    find(desk, "pays for")
    assert desk.schemes.filters.found.text() == "1 of 3"
    assert place(desk) == ("Carers Support", "name")
    desk.key(KEY.Key_5, ALT)
    desk.key(KEY.Key_F3)
    assert desk.here()[1] == "description"


def test_finding_goes_with_a_filter_and_a_sort(desk: Desk) -> None:
    desk.schemes.filters.choose("source", "iBCF")
    desk.at(1, "expenditure")
    desk.key(KEY.Key_O, CTRL | SHIFT, times=2)
    find(desk, "social care")
    found = desk.schemes.filters.found
    assert (place(desk), found.text()) == (("Carers Support", "area_of_spend"), "2 of 2")
    desk.key(KEY.Key_Return)
    assert (place(desk), found.text()) == (("Seven-day social work", "area_of_spend"), "1 of 2")
    desk.key(KEY.Key_Escape)
    assert len(desk.shown("name")) == 2


def test_a_cell_found_behind_the_frozen_columns_is_scrolled_into_sight(desk: Desk) -> None:
    desk.key(KEY.Key_5, ALT)
    find(desk, "local authority")
    grid = desk.schemes.grid
    assert desk.here()[1] == "provider"
    assert grid._frozen is not None
    assert grid.visualRect(grid.currentIndex()).left() >= grid._frozen.width_needed()
    desk.key(KEY.Key_Escape)
    find(desk, "carers support")
    assert desk.here() == (1, "name")
    assert not grid._frozen.isVisible()


def test_words_of_no_line_say_so_and_esc_leads_back(desk: Desk) -> None:
    desk.at(2, "provider")
    find(desk, "nobody")
    assert desk.schemes.nothing.isVisible()
    assert not desk.schemes.filters.found.isVisible()
    desk.key(KEY.Key_Escape)
    assert len(desk.shown("name")) == 3
    assert QApplication.focusWidget() is desk.schemes.grid
    assert desk.here() == (2, "provider")


def test_found_cells_are_marked_while_one_types_and_no_longer_after(desk: Desk) -> None:
    find(desk, "carers")
    row = desk.schemes.grid.current_row()
    found = desk.schemes.grid._grid_delegate.found
    assert row is not None
    assert found is not None
    assert found(row) == {"name", "scheme_type"}
    desk.key(KEY.Key_Escape)
    assert desk.schemes.grid._grid_delegate.found is None


def test_a_line_that_loses_the_word_is_no_longer_found(desk: Desk) -> None:
    find(desk, "social care")
    assert desk.schemes.filters.found.text() == "1 of 3"
    desk.key(KEY.Key_Down)
    desk.type("Acute")
    assert len(desk.shown("name")) == 3
    desk.key(KEY.Key_Return)
    assert len(desk.shown("name")) == 2
    assert desk.schemes.filters.found.text() == "1 of 2"


def test_the_grid_is_walked_once_for_new_words_and_not_again_for_each_step(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[object] = []

    def counted(rows: RowModel[GridRow], fields: Callable[[GridRow], frozenset[str]]) -> list[search.Place]:
        walked.append(rows)
        return places_of(rows, fields)

    places_of = search.places_of
    monkeypatch.setattr(search, "places_of", counted)
    find(desk, "care")
    for_the_words = len(walked)
    for _time in range(5):
        desk.key(KEY.Key_F3)
    assert (for_the_words, len(walked)) == (1, 1)
    assert desk.schemes.filters.found.text() == "6 of 7"


def test_what_is_typed_in_the_grid_is_found_at_once(desk: Desk) -> None:
    find(desk, "carers")
    before = desk.schemes.filters.found.text()
    line, field = desk.here()
    desk.key(KEY.Key_Down)
    desk.at(line, field)
    desk.type("Help for others")
    desk.key(KEY.Key_Return)
    desk.settle()
    desk.at(line, field)
    assert (before, desk.schemes.filters.found.text()) == ("1 of 2", "1 found")


def test_in_little_room_chips_give_way_while_one_seeks_whether_or_not_anything_is_found(desk: Desk) -> None:
    desk.page.resize(900, 640)
    chip = desk.schemes.filters.chips["provider"]
    assert not chip.isHidden()
    for words in ("care", "no line has these"):
        find(desk, words)
        assert chip.isHidden(), words
    desk.key(KEY.Key_Escape)
    assert not chip.isHidden()
