"""The tables of an end of year return: pooled fund, whose discharge money it is, fee rates."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from boardtool.data.bcf import returns as kept
from boardtool.domain.bcf.returns import Part, Return
from boardtool.services.bcf import returns
from boardtool.ui.bcf.returns.tab import SpendTab
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from tests.ui.bcf.conftest import Desk

    from boardtool.data.store import Store


@pytest.fixture
def made(store: Store, plan_id: int) -> int:
    return returns.make(store, plan_id=plan_id, year="2022-23", name="End of Year")


@pytest.fixture
def tab(desk: Desk, made: int) -> SpendTab:
    assert made
    desk.context.changes.deliver()
    desk.settle()
    shown = desk.go("spend")
    assert isinstance(shown, SpendTab)
    return shown


def held(store: Store, return_id: int) -> Return:
    with store.reading() as reading:
        return kept.by_id(reading, return_id)


def cells(tab: SpendTab, row: int) -> dict[str, str]:
    model = tab.entries.rows
    return {column.key: str(model.index(row, place).data()) for place, column in enumerate(model.columns)}


def test_what_a_return_lacks_is_listed_and_leads_to_its_row(
    desk: Desk, store: Store, tab: SpendTab, made: int
) -> None:
    assert not tab.panel.lacking.isVisible()
    line = next(row.line for row in tab.spend.rows.rows if row.planned)
    returns.record_actual(store, return_id=made, line_id=line.id, spend="1")
    desk.context.changes.deliver()
    desk.settle()
    said = [words.text() for words in tab.panel.lacking.findChildren(Words)]
    assert said[0] == "Needs a look (1)"
    assert said[1].startswith(f"{line.name} spent")
    assert said[1].endswith("less than planned; say why.")
    tab.part.choose(Part.INCOME.value)
    desk.settle()
    [link] = tab.panel.lacking.links
    link.click()
    desk.settle()
    assert tab.part.value == "lines"
    row = tab.spend.current_row()
    assert row is not None
    assert row.line.id == line.id
    returns.record_actual(store, return_id=made, line_id=line.id, explanation="A late start")
    desk.context.changes.deliver()
    desk.settle()
    assert not tab.panel.lacking.isVisible()


def test_an_amount_that_is_none_leads_to_its_table(
    desk: Desk, store: Store, tab: SpendTab, made: int
) -> None:
    entry = next(entry for entry in held(store, made).part(Part.INCOME))
    with store.step("Import") as step:
        kept.change_entry(step, entry.id, unread={"actual": "tbc"})
    desk.context.changes.deliver()
    desk.settle()
    [link] = tab.panel.lacking.links
    assert "“tbc” is not a figure" in link.accessibleName()
    link.click()
    desk.settle()
    assert tab.part.value == Part.INCOME.value
    current = tab.entries.current_row()
    assert current is not None
    assert current.id == entry.id


def test_the_pool_stands_under_the_incomes_and_follows_what_is_typed(
    desk: Desk, store: Store, tab: SpendTab, made: int
) -> None:
    tab.part.choose(Part.INCOME.value)
    desk.settle()
    assert tab.totals.accessibleName() == "Pooled fund, Planned \u00a3820,000, Came in \u00a3820,000"
    ibcf = next(entry for entry in tab.entries.rows.rows if entry.code == "iBCF")
    tab._change_entry(ibcf, "actual", "725,000")
    desk.settle()
    assert "\u00a35,000 more than planned" in tab.totals.accessibleName()
    assert {entry.code: entry.actual for entry in held(store, made).part(Part.INCOME)}["iBCF"] == 725_000_00


def test_a_row_of_the_discharge_fund_says_whose_money_it_is_until_another_body_is_typed(
    desk: Desk, store: Store, tab: SpendTab, made: int
) -> None:
    tab.part.choose(Part.DISCHARGE.value)
    desk.settle()
    assert [cells(tab, row)["body"] for row in (0, 1)] == ["North", "North"]
    tab._writes().change(tab.entries.rows.rows[1], "body", "NHS Northamptonshire ICB")
    desk.settle()
    assert [cells(tab, row)["body"] for row in (0, 1)] == ["North", "NHS Northamptonshire ICB"]
    assert held(store, made).part(Part.DISCHARGE)[1].body == "NHS Northamptonshire ICB"


def test_a_rate_typed_gives_its_uplift(desk: Desk, store: Store, tab: SpendTab, made: int) -> None:
    tab.part.choose(Part.FEE.value)
    desk.settle()
    for name, text in (("last_year", "19.42"), ("this_year", "\u00a321.28")):
        tab._writes().change_rate(tab.entries.rows.rows[0], name, text)
        desk.settle()
    shown = cells(tab, 0)
    assert shown["label"] == "Home care"
    assert (shown["unit"], shown["this_year"], shown["uplift"]) == (
        "\u00a3 per contact hour",
        "21.28",
        "+9.6%",
    )
    assert held(store, made).part(Part.FEE)[0].figures == {"last_year": "19.42", "this_year": "21.28"}


def test_the_whole_spend_is_typed_beside_the_tables_and_what_is_no_amount_is_said(
    desk: Desk, store: Store, tab: SpendTab, made: int
) -> None:
    field = tab.panel.whole_spend.fields["spend_actual"]
    field.setText("TBC")
    field.returnPressed.emit()
    desk.settle()
    assert "TBC" in tab.panel._spend_error.text()
    field.setText("55,388,402.18")
    field.returnPressed.emit()
    desk.settle()
    assert held(store, made).spend_actual == 55_388_402_18


def test_a_return_is_made_a_paper_by_key(desk: Desk, qtbot: QtBot, tab: SpendTab, tmp_path: Path) -> None:
    path = tmp_path / "return.docx"
    tab.panel.paper.setFocus()
    qtbot.keyClick(tab.panel.paper, Qt.Key.Key_Space)
    dialog = desk.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    qtbot.waitUntil(path.exists, timeout=30_000)
    desk.settle()
    with zipfile.ZipFile(path) as parts:
        assert "2022-23 End of Year" in parts.read("word/document.xml").decode()


def test_tab_goes_through_the_steps_of_a_return_from_top_to_bottom(tab: SpendTab) -> None:
    steps = tab.panel._steps
    assert [step.nextInFocusChain() for step in (tab.panel.note, *steps[:-1])] == list(steps)
