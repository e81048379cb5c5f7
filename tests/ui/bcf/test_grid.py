"""The grid of schemes as a person types in it: like a spreadsheet, with every check at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardtool.data.bcf import lines as kept
from boardtool.services.bcf import schemes, versions
from boardtool.ui.bcf.grid.cell_box import CellBox
from boardtool.ui.bcf.grid.columns import Shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.bcf.conftest import Desk

    from boardtool.data.store import Store
    from boardtool.domain.bcf.plans import Line
    from boardtool.ui.context import Context

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def held(store: Store, plan_id: int) -> list[Line]:
    with store.reading() as reading:
        return kept.of_plan(reading, plan_id)


def clipboard() -> str:
    return QApplication.clipboard().text()


def test_a_second_line_of_a_scheme_is_a_ditto_mark(desk: Desk) -> None:
    assert desk.shown("scheme_id") == ["1", "2", ""]
    assert desk.shown("name") == ["Carers Support", "Seven-day social work", "\u2033"]
    assert desk.shown("commissioner") == ["Council", "Joint 60:40", "NHS"]
    assert desk.shown("expenditure") == ["300,000", "420,000", "100,000"]


def test_typing_over_a_cell_and_enter_goes_on_below(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(1, "expenditure")
    desk.type("310,000")
    desk.key(KEY.Key_Return)
    assert held(store, plan_id)[0].expenditure == 310_000_00
    assert desk.here() == (2, "expenditure")


def test_tab_goes_right_and_enter_back_under_where_tabbing_began(desk: Desk) -> None:
    desk.at(1, "provider")
    desk.type("NHS")
    desk.key(KEY.Key_Tab)
    assert desk.here() == (1, "source")
    desk.key(KEY.Key_Tab)
    desk.key(KEY.Key_Return)
    assert desk.here() == (2, "provider")
    desk.key(KEY.Key_Return, SHIFT)
    assert desk.here() == (1, "provider")
    desk.key(KEY.Key_Tab, SHIFT)
    assert desk.here() == (1, "commissioner")


def test_checks_are_live_while_one_types(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(2, "expenditure")
    desk.type("520000")
    found = desk.schemes.strip.found
    assert found is not None
    assert found.message.startswith("iBCF is over by \u00a3100,000")
    assert held(store, plan_id)[1].expenditure == 420_000_00
    desk.key(KEY.Key_Escape)
    assert "V1" not in desk.broken()
    assert desk.shown("expenditure")[1] == "420,000"


def test_f2_edits_what_stands_there(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(1, "name")
    desk.key(KEY.Key_F2)
    desk.type("s")
    desk.key(KEY.Key_Return)
    assert held(store, plan_id)[0].name == "Carers Supports"


def test_delete_empties_the_selected_cells_in_one_step(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(1, "provider")
    desk.key(KEY.Key_Down, SHIFT)
    desk.key(KEY.Key_Delete)
    assert [line.provider for line in held(store, plan_id)] == ["", "", "Local Authority"]
    store.undo()
    assert [line.provider for line in held(store, plan_id)] == ["Local Authority"] * 3


def test_a_block_is_copied_as_a_spreadsheet_takes_it(desk: Desk) -> None:
    desk.at(2, "source")
    desk.key(KEY.Key_Right, SHIFT)
    desk.key(KEY.Key_Down, SHIFT)
    desk.key(KEY.Key_C, CTRL)
    assert clipboard() == "iBCF\t420000\nMinimum NHS Contribution\t100000"


def test_a_block_of_a_spreadsheet_is_pasted_in_one_step(desk: Desk, store: Store, plan_id: int) -> None:
    QApplication.clipboard().setText("iBCF\t\u00a31,000\r\nDFG\tabout 2k\r\n")
    desk.at(3, "source")
    desk.key(KEY.Key_V, CTRL)
    now = held(store, plan_id)
    assert [line.source for line in now[2:]] == ["iBCF", "DFG"]
    assert (now[2].expenditure, now[3].expenditure) == (1_000_00, None)
    assert now[3].unread == {"expenditure": "about 2k"}
    assert desk.shown("expenditure")[3] == "about 2k"
    store.undo()
    assert len(held(store, plan_id)) == 3


def test_one_cell_pasted_fills_the_selection(desk: Desk, store: Store, plan_id: int) -> None:
    QApplication.clipboard().setText("Private Sector")
    desk.at(1, "provider")
    desk.key(KEY.Key_Down, SHIFT, times=2)
    desk.key(KEY.Key_V, CTRL)
    assert {line.provider for line in held(store, plan_id)} == {"Private Sector"}


def test_ctrl_d_copies_down(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(1, "expenditure")
    desk.key(KEY.Key_Down, SHIFT, times=2)
    desk.key(KEY.Key_D, CTRL)
    assert [line.expenditure for line in held(store, plan_id)] == [300_000_00] * 3


def test_ctrl_d_on_one_cell_takes_what_stands_above(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(2, "expenditure")
    desk.key(KEY.Key_D, CTRL)
    assert held(store, plan_id)[1].expenditure == 300_000_00


def test_ctrl_enter_types_into_every_selected_cell(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(1, "area_of_spend")
    desk.key(KEY.Key_Down, SHIFT, times=2)
    desk.type("Acute")
    desk.key(KEY.Key_Return, CTRL)
    assert {line.area_of_spend for line in held(store, plan_id)} == {"Acute"}
    store.undo()
    assert {line.area_of_spend for line in held(store, plan_id)} == {"Social Care"}


def test_the_start_of_a_word_of_the_list_is_that_word(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(1, "commissioner")
    desk.type("jo")
    desk.key(KEY.Key_Return)
    assert held(store, plan_id)[0].commissioner == "Joint"


def test_sub_types_are_offered_by_the_type_of_the_line(desk: Desk) -> None:
    desk.schemes.show_columns(Shown.ALL)
    desk.at(1, "sub_type")
    desk.key(KEY.Key_Down, ALT)
    box = desk.schemes.grid.indexWidget(desk.schemes.grid.currentIndex())
    assert isinstance(box, CellBox)
    offered = [box.completer().completionModel().index(at, 0).data() for at in range(2)]
    assert offered == ["Respite services", "Other"]
    desk.key(KEY.Key_Escape)
    desk.key(KEY.Key_Escape)


def test_what_is_no_value_stays_as_typed_and_is_marked(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(1, "expenditure")
    desk.type("lots")
    desk.key(KEY.Key_Return)
    assert held(store, plan_id)[0].unread == {"expenditure": "lots"}
    row = desk.schemes.grid.rows.row_at(desk.schemes.grid.rows.index(0, 0))
    assert row is not None
    found = row.mark("expenditure")
    assert found is not None
    assert found.message == "\u201clots\u201d is not an amount: write it as 1,234.50."


def test_typing_into_the_empty_last_line_makes_one(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(3, "name")
    desk.key(KEY.Key_Down)
    desk.type("Falls")
    desk.key(KEY.Key_Return)
    assert held(store, plan_id)[3].name == "Falls"


def test_lines_are_inserted_duplicated_moved_and_removed(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(2, "name")
    desk.key(KEY.Key_I, CTRL)
    assert [line.scheme_id for line in held(store, plan_id)] == ["1", "2", "2", "2"]
    assert desk.here() == (3, "name")
    desk.key(KEY.Key_Minus, CTRL)
    assert len(held(store, plan_id)) == 3
    desk.at(1, "name")
    desk.key(KEY.Key_D, CTRL | SHIFT)
    assert [line.name for line in held(store, plan_id)][:2] == ["Carers Support", "Carers Support"]
    store.undo()
    desk.settle()
    desk.at(1, "name")
    desk.key(KEY.Key_Down, ALT | SHIFT)
    assert [line.scheme_id for line in held(store, plan_id)] == ["2", "1", "2"]


def test_an_undo_elsewhere_is_seen_at_once(desk: Desk, store: Store) -> None:
    desk.at(1, "expenditure")
    desk.type("1")
    desk.key(KEY.Key_Return)
    assert desk.shown("expenditure")[0] == "1"
    store.undo()
    desk.context.changes.deliver()
    desk.settle()
    assert desk.shown("expenditure")[0] == "300,000"
    assert "V1" not in desk.broken()


def test_a_sealed_plan_says_so_and_stays(desk: Desk, store: Store, plan_id: int) -> None:
    versions.submit(store, plan_id=plan_id, now=desk.context.clock.now())
    desk.context.changes.deliver()
    desk.settle()
    desk.at(1, "expenditure")
    desk.type("7")
    assert desk.page.strip.isVisible()
    assert "Open it again" in desk.page.strip.accessibleName()
    assert held(store, plan_id)[0].expenditure == 300_000_00


@pytest.mark.parametrize("which", list(Shown))
def test_every_set_of_columns_has_the_id_and_the_amount(desk: Desk, which: Shown) -> None:
    desk.schemes.show_columns(which)
    desk.settle()
    keys = [column.key for column in desk.schemes.grid.rows.columns]
    assert "scheme_id" in keys
    assert "expenditure" in keys


def test_the_sums_follow_the_filter(desk: Desk) -> None:
    footer = desk.schemes.footer
    assert footer.accessibleDescription() == (
        "3 lines, 2 schemes, Income \u00a3820,000, Planned \u00a3820,000"
    )
    desk.schemes.filters.choose("source", "iBCF")
    assert footer.accessibleDescription() == (
        "2 of 3 lines, 2 schemes, Income \u00a3720,000, Planned \u00a3720,000"
    )
    desk.schemes.filters.find.setText("nobody")
    desk.key(KEY.Key_F, CTRL)
    desk.key(KEY.Key_Return)
    assert desk.schemes.nothing.accessibleName() == (
        "Nothing matches Source of funding: iBCF, \u201cnobody\u201d."
    )


def test_the_panel_shows_the_line_with_its_history_and_takes_a_comment(
    desk: Desk, store: Store, plan_id: int
) -> None:
    desk.at(1, "expenditure")
    desk.type("5")
    desk.key(KEY.Key_Return)
    desk.at(1, "expenditure")
    desk.key(KEY.Key_J, CTRL)
    panel = desk.schemes.panel.line
    said = [label.text() for label in panel.findChildren(type(panel._title))]
    assert "Expenditure: 300,000 \u2192 5" in said
    panel.comment.setPlainText("Agreed in March")
    panel.comment.hand_over()
    desk.settle()
    assert held(store, plan_id)[0].comment == "Agreed in March"


def test_a_line_is_split_in_two_of_one_scheme(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(1, "expenditure")
    desk.key(KEY.Key_S, CTRL | SHIFT)
    desk.type("50k")
    desk.key(KEY.Key_Return)
    now = held(store, plan_id)
    assert [(line.scheme_id, line.expenditure) for line in now[:2]] == [
        ("1", 250_000_00),
        ("1", 50_000_00),
    ]


def test_the_name_stays_in_sight_while_the_columns_scroll(desk: Desk) -> None:
    desk.schemes.show_columns(Shown.ALL)
    desk.settle()
    grid = desk.schemes.grid
    frozen = grid._frozen
    assert frozen is not None
    assert not frozen.isVisible()
    desk.at(1, "tags")
    assert frozen.isVisible()
    assert frozen.width() >= grid.columnWidth(0) + grid.columnWidth(1)
    desk.at(1, "description")
    assert not frozen.isVisible() or grid.visualRect(grid.currentIndex()).left() >= frozen.width_needed()
    desk.key(KEY.Key_Home)
    assert not frozen.isVisible()


def test_fast_letters_in_the_empty_last_line_make_one_line(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(3, "name")
    desk.key(KEY.Key_Down)
    desk.type("Falls response")
    desk.key(KEY.Key_Return)
    assert [line.name for line in held(store, plan_id)][3:] == ["Falls response"]


def test_what_was_typed_is_taken_when_one_clicks_elsewhere(desk: Desk, store: Store, plan_id: int) -> None:
    desk.at(1, "expenditure")
    desk.type("77")
    grid = desk.schemes.grid
    other = grid.visualRect(grid.rows.index(2, 1)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=other)
    desk.settle()
    assert held(store, plan_id)[0].expenditure == 77_00
    assert desk.here() == (3, "name")


def test_shift_selects_from_where_enter_led(desk: Desk) -> None:
    desk.at(1, "source")
    desk.key(KEY.Key_Return)
    desk.key(KEY.Key_Down, SHIFT)
    desk.key(KEY.Key_Right, SHIFT)
    desk.key(KEY.Key_C, CTRL)
    assert clipboard() == "iBCF\t420000\nMinimum NHS Contribution\t100000"
    desk.key(KEY.Key_Up, SHIFT)
    desk.key(KEY.Key_Left, SHIFT)
    desk.key(KEY.Key_C, CTRL)
    assert clipboard() == "iBCF"


def test_shift_and_a_click_select_from_where_enter_led(desk: Desk) -> None:
    desk.at(1, "source")
    desk.key(KEY.Key_Return)
    grid = desk.schemes.grid
    last = grid.visualRect(grid.rows.index(2, grid.rows.columnCount() - 1)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, SHIFT, last)
    desk.key(KEY.Key_C, CTRL)
    assert clipboard() == "iBCF\t420000\nMinimum NHS Contribution\t100000"


def test_a_line_stays_in_sight_while_what_is_typed_takes_it_out_of_the_filter(
    desk: Desk, store: Store, plan_id: int
) -> None:
    desk.schemes.filters.choose("source", "iBCF")
    desk.at(1, "source")
    desk.type("Minimum")
    assert len(desk.shown("source")) == 2
    desk.key(KEY.Key_Tab)
    assert held(store, plan_id)[0].source == "Minimum NHS Contribution"
    assert desk.shown("source") == ["NHS minimum", "iBCF"]
    assert desk.schemes.footer.accessibleDescription().startswith("1 of 3 lines")
    desk.key(KEY.Key_Down)
    assert desk.shown("source") == ["iBCF"]
    assert desk.here() == (1, "expenditure")


def test_in_little_room_words_give_way_before_an_amount_is_cut(desk: Desk) -> None:
    grid = desk.schemes.grid
    amounts = grid.rows.columnCount() - 1
    own = [grid.columnWidth(place) for place in range(amounts + 1)]
    lacking = grid.viewport().width() - sum(own) + own[1] - 144
    desk.page.resize(desk.page.width() - lacking - 60, 800)
    desk.settle()
    assert grid.columnWidth(amounts) == own[amounts]
    assert grid.horizontalScrollBar().maximum() == 0
    desk.page.resize(1300, 800)
    desk.settle()
    assert [grid.columnWidth(place) for place in range(amounts + 1)] == own
    kept = desk.context.preferences.column_widths("bcf Main columns")
    assert kept.get("provider", own[5]) == own[5]


def test_an_empty_plan_shows_no_line_of_another_beside_it(desk: Desk, store: Store, plan_id: int) -> None:
    desk.key(KEY.Key_J, CTRL)
    assert desk.schemes.panel.isVisible()
    schemes.remove_lines(store, line_ids=[line.id for line in held(store, plan_id)])
    desk.context.changes.deliver()
    desk.settle()
    assert desk.schemes.empty.isVisible()
    assert not desk.schemes.panel.isVisible()
    store.undo()
    desk.context.changes.deliver()
    desk.settle()
    assert desk.schemes.panel.isVisible()


@pytest.mark.parametrize("which", list(Shown))
def test_the_columns_that_were_chosen_last_are_shown_again(
    open_desk: Callable[[], Desk], context: Context, plan_id: int, which: Shown
) -> None:
    assert plan_id
    context.preferences.remember_choice("bcf/columns", which.value)
    desk = open_desk()
    keys = [column.key for column in desk.schemes.grid.rows.columns]
    assert ("tags" in keys) is (which in {Shown.LOCAL, Shown.ALL})
    assert desk.shown("expenditure") == ["300,000", "420,000", "100,000"]
