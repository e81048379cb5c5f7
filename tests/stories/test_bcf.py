"""The national workbook comes in, two mistakes are typed and mended by keys, it goes out, all undone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests import builders
from tests.ui.conftest import appearance  # noqa: F401 - fixtures of the window

from boardtool.data.bcf import lines, plans
from boardtool.data.store import Store
from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request
from boardtool.ui.bcf.exporting import plan_export
from boardtool.ui.bcf.page import BcfPage
from boardtool.ui.bcf.schemes.tab import SchemesTab
from boardtool.ui.context import Clock
from boardtool.ui.importing.page import ImportPage
from boardtool.ui.main_window import MainWindow
from boardtool.ui.messages import Messages
from boardtool.ui.opening import Opened
from boardtool.ui.pages import page_entries
from boardtool.ui.places import Place
from boardtool.ui.preferences import Preferences
from boardtool.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance

WORKBOOK = "bcf/North Northamptonshire HWB BCF planning 2022-23.xlsx"
KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NOW = datetime(2022, 9, 6, 16, 38, tzinfo=UTC)


class Manager:
    """The business manager at the window, with a keyboard alone."""

    def __init__(self, window: MainWindow, session: Session, qtbot: QtBot) -> None:
        self.window = window
        self.session = session
        self.qtbot = qtbot

    @property
    def store(self) -> Store:
        return self.session.context.store

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

    def settle(self) -> None:
        context = self.session.context
        self.qtbot.wait(1)
        self.until(lambda: not context.steps._tasks and context.asking.is_idle and not context.jobs.is_busy)
        self.qtbot.wait(1)

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=20_000)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        for letter in words:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, letter)
        self.settle()

    def walk_to(self, number: int, field: str) -> None:
        """Go to a cell by Ctrl+Home, then arrows."""
        self.key(KEY.Key_Home, CTRL)
        for _line in range(number - 1):
            self.key(KEY.Key_Down)
        while self.schemes.grid.field_at(self.schemes.grid.currentIndex()) != field:
            self.key(KEY.Key_Right)

    def failing(self) -> set[str]:
        """The rules that fail and must be put right."""
        return {found.rule for found in self.page.plan.findings if found.severity == "block"}

    def strip_says(self) -> str:
        return self.schemes.strip.accessibleName()

    def line(self, number: int) -> tuple[int | None, str]:
        """What the library holds of a line: pence, and its NHS share."""
        with self.store.reading() as reading:
            (plan,) = plans.every(reading)
            line = lines.of_plan(reading, plan.id)[number - 1]
        return line.expenditure, str(line.nhs_share)


@pytest.fixture
def manager(
    qtbot: QtBot,
    appearance: Appearance,  # noqa: F811 - the fixture of that name
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Manager]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))
    clock = builders.Clock(NOW)
    with builders.a_library(tmp_path / "library", clock=clock) as store:
        builders.a_board(store)
    window = MainWindow()
    window.resize(1440, 868)
    session = Session(
        window,
        Opened(Store.open(tmp_path / "library", who=builders.CHERYL, clock=clock)),
        messages=Messages(),
        appearance=appearance,
        preferences=Preferences(tmp_path / "window.ini"),
        clock=Clock(clock),
        entries=page_entries(),
    )
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Manager(window, session, qtbot)
    window.close()
    session.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def changes_of(store: Store, workbook: Path) -> int:
    """How many rows an import of a workbook would change."""
    read = importing.read("bcf", Request(workbook))
    assert isinstance(read, FileRead)
    report = importing.preview(store, read, today=NOW.date())
    assert not report.rejected
    return sum(bool(row.changes) for row in report.rows)


def import_it(manager: Manager, workbook: Path) -> None:
    manager.window.go(Place("importing", ref="NNHWB", tab="bcf"))
    manager.settle()
    importer = manager.window.page
    assert isinstance(importer, ImportPage)
    importer.take_up(workbook)
    manager.settle()
    manager.key(KEY.Key_Return, CTRL)
    manager.until(lambda: isinstance(manager.window.page, BcfPage))
    manager.settle()
    assert len(manager.page.plan.lines) == 42
    assert not manager.failing()
    assert manager.schemes.footer.accessibleDescription() == (
        "42 lines, 32 schemes, Income \u00a355,579,750, Planned \u00a355,579,750"
    )


def type_too_much(manager: Manager) -> None:
    """An iBCF line by £100,000 too much."""
    manager.walk_to(22, "expenditure")
    assert manager.line(22)[0] == 420_000_00
    manager.type("520,000")
    assert manager.failing() == {"V1"}
    manager.key(KEY.Key_Return)
    assert manager.line(22)[0] == 520_000_00
    assert manager.strip_says().startswith("iBCF is over by \u00a3100,000.")
    assert "Line 22, Seven-day social work, was changed at" in manager.strip_says()
    assert "\u00a3420,000 \u2192 \u00a3520,000" in manager.strip_says()


def type_a_share_of_110(manager: Manager) -> None:
    manager.key(KEY.Key_2, ALT)
    manager.walk_to(3, "nhs_share")
    assert manager.line(3)[1] == "0.6"
    manager.type("110%")
    manager.key(KEY.Key_Return)
    assert manager.failing() == {"V1", "V4"}
    assert manager.strip_says().startswith("A share of 110 % is not between 0 % and 100 %.")
    assert "60% \u2192 110%" in manager.strip_says()


def take_the_mends(manager: Manager) -> None:
    """Each as the strip offers it."""
    manager.key(KEY.Key_M, CTRL)
    assert manager.failing() == {"V1"}
    assert manager.line(3)[1] == "0.6"
    assert manager.strip_says().startswith("iBCF is over")
    manager.key(KEY.Key_M, CTRL)
    assert not manager.failing()
    assert manager.line(22)[0] == 420_000_00
    assert manager.strip_says() == "Everything holds."


def export_it(manager: Manager, template: Path, out: Path) -> None:
    """Into the national workbook, which says then what the library says."""
    told: list[tuple[str, ...]] = []
    context = manager.session.context
    export = plan_export(manager.page, context, "NNHWB/2022-23", told.append)
    export.write(template, out)
    manager.settle()
    assert out.is_file()
    assert changes_of(manager.store, out) == 0


def undo_all(manager: Manager) -> None:
    """Four cells, then the import itself."""
    for failing in ({"V1"}, {"V1", "V4"}, {"V1"}, set()):
        manager.key(KEY.Key_Z, CTRL)
        assert manager.failing() == failing
    manager.key(KEY.Key_Z, CTRL)
    with manager.store.reading() as reading:
        assert plans.every(reading) == []
    assert manager.page.no_plan.isVisible()


def test_a_plan_is_imported_broken_mended_exported_and_all_of_it_undone(
    manager: Manager, reference: Path, tmp_path: Path
) -> None:
    import_it(manager, reference / WORKBOOK)
    type_too_much(manager)
    type_a_share_of_110(manager)
    take_the_mends(manager)
    export_it(manager, reference / WORKBOOK, tmp_path / "plan.xlsx")
    undo_all(manager)
