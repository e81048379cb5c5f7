"""The window: pages come lazily, hidden ones only go stale, and every place is reached by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton
from tests.builders import a_board

from boardtool.domain.errors import MachineError
from boardtool.ui.command_palette import fits
from boardtool.ui.commands import Hit, Source
from boardtool.ui.main_window import MainWindow
from boardtool.ui.navigation import RailItem
from boardtool.ui.page import KeyHint, Page, PageEntry
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from boardtool.ui.context import Context

CONTROL = Qt.KeyboardModifier.ControlModifier


class Plain(Page):
    """A page with two buttons, which notes what it is asked to do."""

    watches: ClassVar[frozenset[str]] = frozenset({"board"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.reloads = 0
        self.opened: list[Place] = []
        self.stays = False
        self.first, self.second = QPushButton("First"), QPushButton("Second")
        self.set_title("Plain")
        self.set_body(self.first)
        self.header.add(self.second)
        self.completed = 0
        self.command("Complete action", self.complete, keys="F8")

    def open(self, place: Place) -> None:
        self.opened.append(place)

    def reload(self) -> None:
        self.reloads += 1

    def panes(self) -> Sequence[QWidget]:
        return (self.first, self.second)

    def key_hints(self) -> Sequence[KeyHint]:
        return (KeyHint(("F8",), "complete"),)

    def complete(self) -> None:
        self.completed += 1

    def leaving(self) -> bool:
        return not self.stays


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.set_context(
        context,
        [
            PageEntry("today", "Today", "sun", Plain),
            PageEntry("actions", "Actions", "list-checks", Plain),
            PageEntry("live", "Live minutes", "play", Plain, rail=False, within="actions"),
            PageEntry(
                "settings",
                "Settings",
                "settings",
                Plain,
                bottom=True,
                commands=(("Make a board…", Place("settings", tab="boards")),),
            ),
        ],
    )
    made.show()
    qtbot.waitActive(made)
    made.go(Place("today"))
    return made


def plain(window: MainWindow) -> Plain:
    assert isinstance(window.page, Plain)
    return window.page


def test_a_page_is_made_at_its_first_visit_and_asked_for_its_content(window: MainWindow) -> None:
    assert window.stack.count() == 1
    assert plain(window).reloads == 1
    assert window.windowTitle() == "Plain \N{EN DASH} boardtool"


def test_the_shown_page_reloads_and_the_hidden_one_waits_until_it_is_shown(
    window: MainWindow, context: Context
) -> None:
    today = plain(window)
    window.go(Place("actions"))
    context.steps.run(lambda: a_board(context.store))
    assert plain(window).reloads == 2
    assert today.reloads == 1
    window.go(Place("today"))
    assert today.reloads == 2


def test_a_change_of_other_tables_leaves_a_page_alone(window: MainWindow, context: Context) -> None:
    plain(window).watches = frozenset({"paper"})  # type: ignore[misc] # this page alone
    context.steps.run(lambda: a_board(context.store))
    assert plain(window).reloads == 1


def test_numbers_with_control_go_to_the_places(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert plain(window).opened == [Place("actions")]
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    assert plain(window).opened == [Place("settings")]


def test_f6_walks_rail_and_panes_and_esc_returns_to_the_first(qtbot: QtBot, window: MainWindow) -> None:
    page = plain(window)
    assert page.first.hasFocus()
    qtbot.keyClick(page.first, Qt.Key.Key_F6)
    assert page.second.hasFocus()
    qtbot.keyClick(page.second, Qt.Key.Key_F6)
    focus = window.focusWidget()
    assert window.rail.isAncestorOf(focus)
    page.second.setFocus()
    qtbot.keyClick(page.second, Qt.Key.Key_Escape)
    assert page.first.hasFocus()


def test_a_place_gone_to_by_keys_has_the_focus_in_its_first_pane_or_where_it_was_left(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert plain(window).first.hasFocus()
    plain(window).second.setFocus()
    window.go(Place("today"))
    window.go(Place("actions"))
    assert plain(window).second.hasFocus()


def test_a_page_hears_its_keys_while_the_focus_is_in_the_search_or_the_rail(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show()
    window.go(Place("today"))
    page = window.page
    assert isinstance(page, Plain)
    for elsewhere in (window.top_bar.search, window.rail.focusProxy()):
        assert elsewhere is not None
        elsewhere.setFocus()
        qtbot.waitUntil(elsewhere.hasFocus)
        before = page.completed
        QTest.keyClick(elsewhere, Qt.Key.Key_F8)
        assert page.completed == before + 1


def test_a_command_of_an_entry_is_offered_on_every_page_and_leads_to_its_place(
    window: MainWindow, context: Context
) -> None:
    (command,) = [each for each in context.commands.offered() if each.text() == "Make a board…"]
    command.trigger()
    assert plain(window).opened == [Place("settings", tab="boards")]


def test_a_command_s_key_works_on_its_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(plain(window).first, Qt.Key.Key_F8)
    assert plain(window).completed == 1


def test_a_page_with_something_unanswered_is_not_left(window: MainWindow) -> None:
    plain(window).stays = True
    here = window.page
    window.go(Place("actions"))
    assert window.page is here
    assert not window.close()
    plain(window).stays = False


def test_the_rail_marks_the_place_that_a_page_lies_within(window: MainWindow) -> None:
    window.go(Place("live"))
    marked = [item.entry.name for item in window.rail.findChildren(RailItem) if item.isChecked()]
    assert marked == ["actions"]


def test_the_status_bar_says_saved_only_after_a_commit(window: MainWindow, context: Context) -> None:
    assert window.status_bar.saved_words == "Saved"
    context.steps.run(lambda: a_board(context.store))
    assert window.status_bar.saved_words == "Saved 16:42:08"


def test_what_could_not_be_saved_stays_said_until_it_could(
    qtbot: QtBot, window: MainWindow, context: Context
) -> None:
    full = [True]

    def write() -> None:
        if full[0]:
            raise MachineError("The disk is full.")

    with qtbot.waitSignal(context.steps.not_saved):
        context.steps.send("minute 1", write)
    assert window.status_bar.saved_words.startswith("Not saved: The disk is full. Your words are kept")
    context.steps.idle.emit()
    assert window.status_bar.saved_words.startswith("Not saved")
    full[0] = False
    context.steps._again.setInterval(0)
    with qtbot.waitSignal(context.steps.written):
        context.steps._send_again()
    assert window.status_bar.saved_words == "Saved 16:42:08"


def test_ctrl_k_finds_pages_commands_and_what_a_source_knows(
    qtbot: QtBot, window: MainWindow, context: Context
) -> None:
    place = Place("actions", ref="NNHWB/050722/06")
    hit = Hit("Bring unplanned admissions data", "050722/06", "list-checks", place)
    context.commands.add_source(
        Source("Actions", lambda _reading, typed: [hit] if typed == "unplanned" else [])
    )
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    box = window.focusWidget()
    qtbot.keyClicks(box, "unplanned")
    lines = window.findChild(QListWidget)
    assert lines is not None
    qtbot.waitUntil(lambda: lines.count() == 2)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert plain(window).opened == [place]


def test_ctrl_k_gives_a_command_of_the_page(qtbot: QtBot, window: MainWindow) -> None:
    page = plain(window)
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    box = window.focusWidget()
    qtbot.keyClicks(box, "compl")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert page.completed == 1


def test_ctrl_k_closes_with_esc_and_gives_the_focus_back(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert plain(window).first.hasFocus()


def test_a_narrow_window_folds_its_rail(qtbot: QtBot, window: MainWindow) -> None:
    wide = window.rail.width()
    window.resize(900, 700)
    qtbot.waitUntil(lambda: window.rail.width() < wide)


@pytest.mark.parametrize(
    ("typed", "words", "fit"),
    [
        ("", "Today", True),
        ("new act", "New action", True),
        ("act new", "New action", True),
        ("ction", "Action", False),
    ],
)
def test_what_is_typed_fits_the_beginnings_of_words(typed: str, words: str, *, fit: bool) -> None:
    assert fits(typed, words) is fit
