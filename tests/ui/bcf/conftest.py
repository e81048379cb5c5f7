"""A plan of a few lines in a library, and the page that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardtool.services import boards
from boardtool.services.bcf import income, plans, schemes
from boardtool.ui.bcf.page import BcfPage
from boardtool.ui.bcf.schemes.tab import SchemesTab
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.bcf.tab import PlanTab
    from boardtool.ui.context import Context

YEAR = "2022-23"
COMMON = {"new_existing": "Existing", "area_of_spend": "Social Care", "provider": "Local Authority"}
LINES = (
    {
        "scheme_id": "1",
        "name": "Carers Support",
        "scheme_type": "Carers Services",
        "sub_type": "Respite services",
        "commissioner": "LA",
        "source": "iBCF",
        "expenditure": "300000",
    },
    {
        "scheme_id": "2",
        "name": "Seven-day social work",
        "scheme_type": "Care Act Implementation Related Duties",
        "sub_type": "Safeguarding",
        "commissioner": "Joint",
        "nhs_share": "60%",
        "source": "iBCF",
        "expenditure": "420000",
    },
    {
        "scheme_id": "2",
        "name": "Seven-day social work",
        "scheme_type": "Care Act Implementation Related Duties",
        "sub_type": "Safeguarding",
        "commissioner": "NHS",
        "source": "Minimum NHS Contribution",
        "expenditure": "100000",
    },
)


def a_plan(store: Store) -> int:
    """A plan of three lines in two schemes, each source in balance."""
    board_id = boards.make(store, code="NNHWB", name="North Health and Wellbeing Board")
    plan_id = plans.make(store, board_id=board_id, year=YEAR)
    for line in LINES:
        texts = {"description": "What it pays for", **COMMON, **line}
        schemes.add_line(store, plan_id=plan_id, after=None, **texts)
    for source, pounds in (("iBCF", 720_000), ("Minimum NHS Contribution", 100_000)):
        income.add(store, plan_id=plan_id, source=source, body="North", amount=pounds * 100)
    return plan_id


@dataclass
class Desk:
    """The page, and what a person does with it by keys."""

    page: BcfPage
    qtbot: QtBot
    context: Context

    @property
    def tab(self) -> PlanTab:
        return self.page.tab

    @property
    def schemes(self) -> SchemesTab:
        tab = self.page.tab
        assert isinstance(tab, SchemesTab)
        return tab

    def settle(self) -> None:
        """Let everything be written, announced, asked and shown."""
        steps, asking = self.context.steps, self.context.asking
        self.qtbot.wait(1)
        self.qtbot.waitUntil(lambda: not steps._tasks and asking.is_idle, timeout=10_000)
        self.qtbot.wait(1)

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        for _time in range(times):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        """Letter by letter, for the first one opens the cell that takes the others."""
        for letter in words:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, letter)
        self.settle()

    def at(self, line: int, field: str) -> None:
        """Go to a cell of the grid, by the number of its line."""
        self.schemes.go_to(self.page.plan.lines[line - 1].id, field)
        self.settle()

    def here(self) -> tuple[int, str]:
        """The number of the current line, and its current field."""
        index = self.schemes.grid.currentIndex()
        return index.row() + 1, self.schemes.grid.field_at(index)

    def shown(self, field: str) -> list[str]:
        """What stands in a column of the grid, line by line."""
        grid = self.schemes.grid
        column = [each.key for each in grid.rows.columns].index(field)
        return [
            str(grid.rows.index(line, column).data())
            for line in range(grid.rows.rowCount())
            if grid.rows.row_at(grid.rows.index(line, 0)) is not None
        ]

    def broken(self) -> set[str]:
        """The rules that fail now."""
        return {found.rule for found in self.page.plan.findings}

    def go(self, tab: str) -> PlanTab:
        self.page.open(Place("bcf", tab=tab))
        self.settle()
        return self.page.tab


@pytest.fixture
def plan_id(store: Store) -> int:
    return a_plan(store)


@pytest.fixture
def open_desk(qtbot: QtBot, context: Context) -> Callable[[], Desk]:
    def make() -> Desk:
        page = BcfPage(context)
        qtbot.addWidget(page)
        page.resize(1300, 800)
        page.open(Place("bcf"))
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        desk = Desk(page, qtbot, context)
        desk.settle()
        return desk

    return make


@pytest.fixture
def desk(plan_id: int, open_desk: Callable[[], Desk]) -> Desk:
    """The page with the plan of three lines, the keyboard in its grid."""
    assert plan_id
    made = open_desk()
    made.schemes.grid.setFocus()
    return made
