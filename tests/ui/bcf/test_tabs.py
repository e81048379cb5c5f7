"""The other tabs of a plan: what they show, and what is typed in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel

from boardtool.data.bcf import plans as kept
from boardtool.data.bcf import returns as kept_returns
from boardtool.domain.bcf.plans import PlanState, WholePlan
from boardtool.domain.bcf.returns import Part
from boardtool.services import boards
from boardtool.services.bcf import plans, returns, schemes, versions
from boardtool.ui.bcf.checks_tab import ChecksTab
from boardtool.ui.bcf.conditions_tab import ConditionsTab
from boardtool.ui.bcf.income_tab import IncomeTab
from boardtool.ui.bcf.metrics_tab import MetricsTab
from boardtool.ui.bcf.new_plan import NewPlanDialog
from boardtool.ui.bcf.pictures.contents import Depth, Kind
from boardtool.ui.bcf.pictures.tab import PicturesTab
from boardtool.ui.bcf.returns.sending import SendLinesDialog
from boardtool.ui.bcf.returns.tab import SpendTab
from boardtool.ui.bcf.signing import SignDialog
from boardtool.ui.bcf.tab_counts import tabs_of
from boardtool.ui.bcf.together_tab import TogetherTab
from boardtool.ui.bcf.versions_tab import VersionsTab
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.bcf.conftest import Desk

    from boardtool.data.store import Store

KEY = Qt.Key


def whole(store: Store, plan_id: int) -> WholePlan:
    with store.reading() as reading:
        return kept.whole(reading, plan_id)


def again(desk: Desk) -> None:
    """Let the window hear of what was done beside it."""
    desk.context.changes.deliver()
    desk.settle()


def texts(tab: object) -> list[str]:
    assert isinstance(tab, (ChecksTab, VersionsTab, SpendTab))
    return [label.text() for label in tab.findChildren(QLabel)]


def test_a_library_without_a_plan_offers_two_ways_to_begin(
    open_desk: Callable[[], Desk], store: Store
) -> None:
    board_id = boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")
    desk = open_desk()
    assert desk.page.no_plan.isVisible()
    desk.page.new_plan()
    dialog = desk.page.findChild(NewPlanDialog)
    assert dialog is not None
    assert dialog.board.currentData() == board_id
    dialog.year.setCurrentText("2023-25")
    dialog.take.click()
    desk.settle()
    assert desk.page.title.endswith("BCF 2023-25")
    assert desk.schemes.empty.isVisible()


def test_lines_are_pasted_into_an_empty_plan(open_desk: Callable[[], Desk], store: Store) -> None:
    board_id = boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")
    plan_id = plans.make(store, board_id=board_id, year="2022-23")
    desk = open_desk()
    QApplication.clipboard().setText("1\tCarers\tCarers Services\r\n2\tFalls\tOther\r\n")
    desk.schemes.edits.paste_lines()
    desk.settle()
    assert [line.name for line in whole(store, plan_id).lines] == ["Carers", "Falls"]


def test_income_that_is_no_amount_stays_as_typed(desk: Desk, store: Store, plan_id: int) -> None:
    tab = desk.go("income")
    assert isinstance(tab, IncomeTab)
    tab._change(whole(store, plan_id).income[0], "amount", "some")
    desk.settle()
    row = tab.table.rows.row_at(tab.table.rows.index(0, 0))
    assert row is not None
    assert row.unread == {"amount": "some"}
    assert "Difference \u00a3720,000" in tab.totals.accessibleName()


def test_a_contribution_is_added_and_the_minimum_typed(desk: Desk, store: Store, plan_id: int) -> None:
    tab = desk.go("income")
    assert isinstance(tab, IncomeTab)
    tab.table.tail_opened.emit("new")
    desk.settle()
    desk.key(KEY.Key_Escape)
    assert len(whole(store, plan_id).income) == 3
    field = tab._fields["adult_social_care", 0]
    field.setFocus()
    desk.type("100k")
    desk.key(KEY.Key_Return)
    assert whole(store, plan_id).plan.adult_social_care == (100_000_00, None)
    assert field.text() == "100,000"


def test_a_condition_is_answered_beside_the_list(desk: Desk, store: Store, plan_id: int) -> None:
    tab = desk.go("conditions")
    assert isinstance(tab, ConditionsTab)
    tab._answered(tab.answer.findData("No"))
    tab.texts["actions"].setPlainText("Agree it in October")
    tab.texts["actions"].hand_over()
    desk.settle()
    first = whole(store, plan_id).conditions[0]
    assert (first.answer, first.actions) == ("No", "Agree it in October")


def test_a_planned_figure_and_its_reason_are_typed(desk: Desk, store: Store, plan_id: int) -> None:
    tab = desk.go("metrics")
    assert isinstance(tab, MetricsTab)
    tab.period.setText("2022-23 Q1")
    tab.period.returnPressed.emit()
    desk.settle()
    row = next(each for each in tab.table.rows.rows if each.value.period == "2022-23 Q1")
    tab._type(row, "value", "95.3")
    tab.rationale.setPlainText("As last year")
    tab.rationale.hand_over()
    desk.settle()
    metric = whole(store, plan_id).metrics[0]
    assert str(metric.values[-1].value) == "95.3"
    assert metric.rationale == "As last year"


def test_every_finding_leads_to_its_cell_and_what_mends_it_is_taken(
    desk: Desk, store: Store, plan_id: int
) -> None:
    desk.at(2, "expenditure")
    desk.type("520000")
    desk.key(KEY.Key_Return)
    tab = desk.go("checks")
    said = texts(tab)
    assert any("Rule V1: each source balances" in each for each in said)
    assert isinstance(tab, ChecksTab)
    found = next(each for each in desk.page.plan.findings if each.rule == "V1")
    tab._go(found)
    assert desk.here() == (2, "expenditure")
    desk.go("checks")
    tab._verb(found).do()
    desk.settle()
    assert whole(store, plan_id).lines[1].expenditure == 420_000_00


@pytest.fixture
def made_return(store: Store, plan_id: int) -> int:
    return returns.make(store, plan_id=plan_id, year="2022-23", name="End of Year", due=date(2023, 5, 23))


def test_what_a_line_spent_is_typed_against_its_plan(
    desk: Desk, store: Store, plan_id: int, made_return: int
) -> None:
    again(desk)
    tab = desk.go("spend")
    assert isinstance(tab, SpendTab)
    tab._record(tab.spend.rows.rows[0], "spend", "310,000")
    desk.settle()
    assert "\u00a310,000 over what these lines planned" in tab.totals.accessibleName()
    tab.part.choose(Part.METRIC.value)
    entry = tab.entries.rows.rows[0]
    tab._change_entry(entry, "answer", "On track to meet target")
    desk.settle()
    with store.reading() as reading:
        (held,) = kept_returns.of_plan(reading, plan_id)
    assert held.id == made_return
    assert held.actuals[0].spend == 310_000_00
    assert held.part(Part.METRIC)[0].answer == "On track to meet target"


def test_a_return_is_signed_and_sent(desk: Desk, store: Store, plan_id: int, made_return: int) -> None:
    again(desk)
    tab = desk.go("spend")
    assert isinstance(tab, SpendTab)
    tab.panel._sign()
    dialog = tab.panel.findChild(SignDialog)
    assert dialog is not None
    dialog.name.setText("Cllr Chair")
    dialog.authority.setText("Delegated in March")
    dialog.take.click()
    desk.settle()
    tab.panel.send.click()
    desk.settle()
    (sign_off,) = whole(store, plan_id).sign_offs
    assert (sign_off.return_id, sign_off.authority) == (made_return, "Delegated in March")
    with store.reading() as reading:
        assert kept_returns.by_id(reading, made_return).state is PlanState.SUBMITTED


def test_a_version_is_compared_line_by_line(desk: Desk, store: Store, plan_id: int) -> None:
    tab = desk.go("versions")
    assert isinstance(tab, VersionsTab)
    tab.submit.click()
    desk.settle()
    assert whole(store, plan_id).plan.state is PlanState.SUBMITTED
    tab.open_again.click()
    desk.settle()
    schemes.change_cell(store, line_id=whole(store, plan_id).lines[0].id, field="expenditure", text="1000")
    again(desk)
    row = tab.changes.rows.rows[0]
    shown = [tab.changes.rows.index(0, column).data() for column in range(5)]
    assert row.id == whole(store, plan_id).lines[0].id
    assert shown == ["Changed", "1", "Carers Support", "Expenditure 300,000 \u2192 1,000", "-299,000"]


def test_a_plan_is_copied_into_the_next_year(desk: Desk, store: Store) -> None:
    tab = desk.go("versions")
    assert isinstance(tab, VersionsTab)
    tab.next_year.click()
    desk.settle()
    with store.reading() as reading:
        assert [plan.year for plan in kept.every(reading)] == ["2023-25", "2022-23"]
    assert desk.page.title.endswith("BCF 2023-25")


@pytest.mark.parametrize("depth", list(Depth))
def test_the_picture_of_the_money_says_what_its_table_says(desk: Desk, depth: Depth) -> None:
    tab = desk.go("pictures")
    assert isinstance(tab, PicturesTab)
    tab.levels.choose(depth.value)
    drawn = [bar.said.partition("  ")[0] for bar in tab._contents.drawing.bars] if tab._contents else []
    listed = [f"\u00a3{row.cells[1]}" for row in tab.table.rows.rows]
    assert drawn == listed
    assert drawn[0] == "\u00a3720,000"


def test_a_picture_is_saved_as_png_and_as_svg(desk: Desk, tmp_path: Path) -> None:
    tab = desk.go("pictures")
    assert isinstance(tab, PicturesTab)
    for name in ("money.png", "money.svg"):
        tab.save_to(tmp_path / name)
    image = QImage(str(tmp_path / "money.png"))
    assert image.width() == 2240
    drawing = QSvgRenderer(str(tmp_path / "money.svg"))
    assert drawing.isValid()
    assert drawing.viewBox().width() == 1120
    assert "Where the money goes" in (tmp_path / "money.svg").read_text(encoding="utf-8")


@pytest.mark.usefixtures("made_return")
def test_plan_against_actual_and_year_on_year_are_drawn(desk: Desk) -> None:
    again(desk)
    tab = desk.go("pictures")
    assert isinstance(tab, PicturesTab)
    tab.kind.choose(Kind.AGAINST.value)
    desk.settle()
    assert tab.table.rows.rows[0].cells == ("2022-23 End of Year", "820,000", "820,000", "", "")
    tab.kind.choose(Kind.YEARS.value)
    desk.settle()
    assert [row.cells for row in tab.table.rows.rows] == [("iBCF", "720,000"), ("NHS minimum", "100,000")]


def test_the_chips_lead_to_another_plan(desk: Desk, store: Store, plan_id: int) -> None:
    versions.copy_into_next_year(store, plan_id=plan_id)
    again(desk)
    desk.page.chips.year.choose("2023-25")
    assert desk.context.navigate is not None
    desk.page.open(Place("bcf", ref="NNHWB/2023-25"))
    desk.settle()
    assert desk.page.title.endswith("BCF 2023-25")


def test_boards_stand_side_by_side_once_two_have_a_plan_of_the_year(
    desk: Desk, store: Store, plan_id: int
) -> None:
    assert "together" not in [tab.name for tab in tabs_of(desk.page.plan)]
    west = boards.make(store, code="WNHWB", name="West Health and Wellbeing Board")
    other = plans.make(store, board_id=west, year="2022-23")
    schemes.add_line(store, plan_id=other, after=None, source="iBCF", expenditure="1000")
    again(desk)
    desk.page.open(Place("bcf", ref="NNHWB/2022-23", tab="together"))
    desk.settle()
    tab = desk.page.tab
    assert isinstance(tab, TogetherTab)
    shown = [tab.table.rows.index(0, column).data() for column in range(4)]
    assert shown == ["iBCF", "720,000", "1,000", "721,000"]
    assert whole(store, plan_id).plan.ref == "NNHWB/2022-23"


def test_officers_get_their_lines_of_a_return(
    desk: Desk, store: Store, plan_id: int, made_return: int, tmp_path: Path
) -> None:
    assert made_return
    schemes.change_cell(
        store, line_id=whole(store, plan_id).lines[0].id, field="officer", text="Head of Carers"
    )
    again(desk)
    tab = desk.go("spend")
    assert isinstance(tab, SpendTab)
    tab.send_to_officers()
    dialog = tab.findChild(SendLinesDialog)
    assert dialog is not None
    dialog.folder.box.setText(str(tmp_path / "forms"))
    dialog.take.click()
    desk.settle()
    assert [path.suffix for path in (tmp_path / "forms").iterdir()] == [".xlsx"]
