"""How long a plan of 2,000 lines takes to open, and a key in its grid with all checks, side by side.

Opening is from the order to go there to the painted rows, against a page with no plan in it. A key is one
letter typed in an open cell, and an edit a letter typed over a cell and taken by Enter: both with every check
made anew and the rows, sums and strip painted. Both again with the lines sorted by their amounts, where
an edit ends with its line in its new place; and the sorting itself, by the amount and by the name.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _pairs import report, side_by_side
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boardtool.data.bcf import income, lines, plans
from boardtool.data.bcf.national import lists_of
from boardtool.data.resources import resource
from boardtool.data.store import Store
from boardtool.services import boards
from boardtool.ui.bcf.page import BcfPage
from boardtool.ui.bcf.schemes.tab import SchemesTab
from boardtool.ui.context import Clock
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Messages
from boardtool.ui.opening import Opened
from boardtool.ui.pages import page_entries
from boardtool.ui.places import Place
from boardtool.ui.preferences import Preferences
from boardtool.ui.session import Session
from boardtool.ui.sheet_pictures import sheet_pictures
from boardtool.ui.theme.appearance import Appearance

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = 2_000
ROUNDS = 15
SEVEN = 7_00
PAUSE = 0.0005  # lets the reading thread have its turn
YEAR = "2022-23"
NOW = datetime(2022, 9, 6, 16, 42, tzinfo=UTC)
EMPTY, OPEN = "page of a plan with no lines", f"page of a plan with {LINES:,} lines"
KEY_FEW, KEY = "a key, 40 lines", f"a key, {LINES:,} lines"
EDIT_FEW, EDIT = "an edit, 40 lines", f"an edit, {LINES:,} lines"
SORTED_KEY, SORTED_EDIT = f"a key, {LINES:,} sorted lines", f"an edit, {LINES:,} sorted lines"
BY_AMOUNT_FEW, BY_AMOUNT = "sorting by amount, 40 lines", f"sorting by amount, {LINES:,} lines"
BY_NAME_FEW, BY_NAME = "sorting by name, 40 lines", f"sorting by name, {LINES:,} lines"
SECONDS = {
    OPEN: 0.150,
    **dict.fromkeys((KEY, EDIT, SORTED_KEY, SORTED_EDIT), 0.050),
    **dict.fromkeys((BY_AMOUNT, BY_NAME), 0.150),
}


def plan_of(store: Store, board_id: int, count: int) -> None:
    """A plan whose lines are all words of the year, three to a scheme, each source in balance."""
    lists = lists_of(YEAR)
    amount = 100_000_00
    with store.step("Make plan") as step:
        plan_id = plans.add(step, board_id=board_id, year=YEAR)
        lines.add_many(
            step,
            plan_id,
            [
                {
                    "position": number,
                    "scheme_id": str(number // 3 + 1),
                    "name": f"Scheme {number // 3 + 1}",
                    "description": f"What line {number} pays for",
                    "scheme_type": lists.types[number % len(lists.types)].name,
                    "area_of_spend": lists.areas[number % 5].name,
                    "commissioner": "LA",
                    "provider": lists.providers[number % len(lists.providers)].name,
                    "source": lists.sources[number % len(lists.sources)].name,
                    "new_existing": "Existing",
                    "expenditure": amount,
                }
                for number in range(count)
            ],
        )
        for place, source in enumerate(lists.sources):
            share = len(range(place, count, len(lists.sources)))
            if share:
                income.add(step, plan_id, source=source.name, body="Council", amount=share * amount)


class Desk:
    """A window on a library that holds an empty, a small and a large plan."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication(sys.argv[:1])
        store = Store.make(folder / "library", who="Business Manager", clock=lambda: NOW)
        for code, count in (("EMPTY", 0), ("FEW", 40), ("MANY", LINES)):
            plan_of(store, boards.make(store, code=code, name=f"Board {code}"), count)
        appearance = Appearance(self.app, resource("fonts"), sheet_pictures)
        self.window = MainWindow()
        self.window.resize(1440, 868)
        self.window.show()
        self.session = Session(
            self.window,
            Opened(store),
            messages=Messages(),
            preferences=Preferences(folder / "window.ini"),
            appearance=appearance,
            clock=Clock(lambda: NOW),
            entries=page_entries(),
        )

    @property
    def page(self) -> BcfPage:
        page = self.window.page
        assert isinstance(page, BcfPage)
        return page

    @property
    def schemes(self) -> SchemesTab:
        tab = self.page.tab
        assert isinstance(tab, SchemesTab)
        return tab

    def until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            self.app.processEvents()
            time.sleep(PAUSE)

    def settle(self) -> None:
        context = self.session.context
        self.until(lambda: context.asking.is_idle and not context.steps._tasks)  # noqa: SLF001 - waits as a person would
        self.app.processEvents()

    def shown(self, code: str) -> bool:
        case = self.page.plan.case
        return case is not None and case.whole.plan.board_code == code and self.session.context.asking.is_idle

    def open_plan(self, code: str) -> float:
        self.window.go(Place("today"))
        self.settle()
        began = perf_counter()
        self.window.go(Place("bcf", ref=f"{code}/{YEAR}", tab="schemes"))
        self.until(lambda: self.shown(code))
        self.app.processEvents()
        self.window.repaint()
        taken = perf_counter() - began
        self.settle()
        return taken

    def at_amount(self, code: str) -> None:
        """Go to an amount in the middle of a plan."""
        if not (isinstance(self.window.page, BcfPage) and self.shown(code)):
            self.open_plan(code)
        middle = self.page.plan.lines[len(self.page.plan.lines) // 2]
        self.schemes.go_to(middle.id, "expenditure")
        self.settle()

    def focus_key(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    def sort(self, code: str, field: str = "") -> None:
        """Sort the lines of a plan by a field, the largest first; "" puts them back as the plan has them."""
        self.at_amount(code)
        self.schemes.grid.sorting.sort_by(field, Qt.SortOrder.DescendingOrder)
        self.settle()

    def sorting(self, code: str, field: str) -> float:
        """Seconds from the plan's order to the painted order of a field."""
        self.sort(code)
        began = perf_counter()
        self.schemes.grid.sorting.sort_by(field, Qt.SortOrder.DescendingOrder)
        self.window.repaint()
        taken = perf_counter() - began
        self.sort(code)
        return taken

    def key(self, code: str, sorted_by: str = "") -> float:
        self.sort(code, sorted_by)
        self.at_amount(code)
        self.focus_key(Qt.Key.Key_1)
        self.settle()
        began = perf_counter()
        self.focus_key(Qt.Key.Key_2)
        self.window.repaint()
        taken = perf_counter() - began
        self.focus_key(Qt.Key.Key_Escape)
        self.settle()
        return taken

    def edit(self, code: str, sorted_by: str = "") -> float:
        self.sort(code, sorted_by)
        self.at_amount(code)
        line = self.schemes.grid.current_row()
        assert line is not None
        new = Qt.Key.Key_7 if line.line.expenditure != SEVEN else Qt.Key.Key_8
        began = perf_counter()
        self.focus_key(new)
        self.focus_key(Qt.Key.Key_Return)
        if sorted_by:
            self.until(lambda: not self.schemes.grid.held.ids)
        self.window.repaint()
        taken = perf_counter() - began
        self.settle()
        return taken

    def close(self) -> None:
        self.window.hide()
        self.session.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as room:
        desk = Desk(Path(room))
        measured = {
            **side_by_side(
                {EMPTY: lambda: desk.open_plan("EMPTY"), OPEN: lambda: desk.open_plan("MANY")}, rounds=ROUNDS
            ),
            **side_by_side(
                {
                    KEY_FEW: lambda: desk.key("FEW"),
                    KEY: lambda: desk.key("MANY"),
                    SORTED_KEY: lambda: desk.key("MANY", "expenditure"),
                },
                rounds=ROUNDS,
            ),
            **side_by_side(
                {
                    EDIT_FEW: lambda: desk.edit("FEW"),
                    EDIT: lambda: desk.edit("MANY"),
                    SORTED_EDIT: lambda: desk.edit("MANY", "expenditure"),
                },
                rounds=ROUNDS,
            ),
            **side_by_side(
                {
                    BY_AMOUNT_FEW: lambda: desk.sorting("FEW", "expenditure"),
                    BY_AMOUNT: lambda: desk.sorting("MANY", "expenditure"),
                },
                rounds=ROUNDS,
            ),
            **side_by_side(
                {
                    BY_NAME_FEW: lambda: desk.sorting("FEW", "name"),
                    BY_NAME: lambda: desk.sorting("MANY", "name"),
                },
                rounds=ROUNDS,
            ),
        }
        desk.close()
    for few, many in (
        (EMPTY, OPEN),
        *((KEY_FEW, KEY), (KEY_FEW, SORTED_KEY), (EDIT_FEW, EDIT), (EDIT_FEW, SORTED_EDIT)),
        *((BY_AMOUNT_FEW, BY_AMOUNT), (BY_NAME_FEW, BY_NAME)),
    ):
        print(report({name: measured[name] for name in (few, many)}, against=few, aims={}))
        print(f"  aim for {many}: at most {SECONDS[many] * 1000:.0f} ms" + (" more" if many == OPEN else ""))
    sys.stdout.flush()
    os._exit(0)  # the window's own end is not what is measured


main()
