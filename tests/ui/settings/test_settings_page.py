"""The Settings page: a change is in the library when its field is left; backups are made and put back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from tests.builders import a_board, a_meeting

from boardtool.data import boards, history
from boardtool.data.store import Store
from boardtool.domain.boards import Mode, QuorumKind, Restart
from boardtool.domain.notice import Counting
from boardtool.services.upkeep import back_up
from boardtool.ui import steps
from boardtool.ui.main_window import MainWindow
from boardtool.ui.meetings.new_board import NewBoardDialog
from boardtool.ui.meetings.quorum import QuorumDialog
from boardtool.ui.places import Place
from boardtool.ui.settings.about import AboutSection
from boardtool.ui.settings.boards import BoardsSection
from boardtool.ui.settings.library import LibrarySection
from boardtool.ui.settings.notice_days import NoticeDayDialog, NoticeDaysSection
from boardtool.ui.settings.page import SettingsPage
from boardtool.ui.settings.personal import PersonalSection
from boardtool.ui.settings.phrases import PhraseDialog, PhrasesSection
from boardtool.ui.settings.restoring import Lost, RestoreDialog, restored, what_is_lost
from boardtool.ui.theme.schemes import Scheme
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.domain.boards import Board, StandingItem
    from boardtool.ui.context import Context

W = TypeVar("W", bound=QWidget)
ALT = Qt.KeyboardModifier.AltModifier
BACKED_UP = datetime(2022, 9, 5, 8, 55, tzinfo=UTC)


def opened(qtbot: QtBot, context: Context, tab: str, ref: str = "") -> SettingsPage:
    page = SettingsPage(context)
    qtbot.addWidget(page, before_close_func=lambda _page: settle(qtbot, page))
    page.resize(1200, 900)
    page.open(Place("settings", ref=ref, tab=tab))
    page.show()
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: SettingsPage) -> None:
    page.context.changes.deliver()
    qtbot.waitUntil(lambda: page.context.asking.is_idle)


def one(parent: QWidget, kind: type[W]) -> W:
    (found,) = parent.findChildren(kind)
    return found


def board(store: Store) -> Board:
    with store.reading() as reading:
        return boards.every(reading)[0]


def items(store: Store) -> list[StandingItem]:
    with store.reading() as reading:
        return boards.standing_items(reading, 1)


def said_on(page: QWidget) -> list[str]:
    return [words.text() for words in page.findChildren(Words) if words.isVisible()]


@pytest.fixture(autouse=True)
def _answers_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow disk makes no test fail: what is asked of a page was done when the next line runs."""
    monkeypatch.setattr(steps, "PATIENCE", 30.0)


@pytest.fixture
def page(qtbot: QtBot, context: Context, store: Store) -> SettingsPage:
    """The board's section, with one standing item."""
    board_id = a_board(store)
    with store.step("Add standing item") as step:
        for subject in ("Apologies", "Action log"):
            boards.add_standing_item(step, board_id, subject=subject, length=5)
    return opened(qtbot, context, "boards")


@pytest.fixture
def section(page: SettingsPage) -> BoardsSection:
    return one(page, BoardsSection)


def test_a_text_is_written_when_enter_is_pressed(
    qtbot: QtBot, page: SettingsPage, section: BoardsSection, store: Store
) -> None:
    field = section.facts.texts["usual_place"]
    field.selectAll()
    qtbot.keyClicks(field, "Kettering")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert board(store).usual_place == "Kettering"


def test_a_name_cannot_be_empty_and_the_sentence_stands_under_its_field(
    qtbot: QtBot, section: BoardsSection, store: Store
) -> None:
    field = section.facts.texts["name"]
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.accessibleDescription() == "A board needs a name."
    assert board(store).name


@pytest.mark.parametrize(
    ("fact", "typed", "kept"), [("usual_start", "2 pm", "14:00"), ("first_minute_number", "25", 25)]
)
def test_times_and_numbers_are_read_as_people_write_them(
    qtbot: QtBot, section: BoardsSection, store: Store, fact: str, typed: str, kept: object
) -> None:
    field = section.facts.texts[fact]
    field.setText(typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert getattr(board(store), fact) == kept


def test_what_is_no_number_is_said_in_place(qtbot: QtBot, section: BoardsSection) -> None:
    field = section.facts.texts["first_minute_number"]
    field.setText("many")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.accessibleDescription() == "Write a number, such as 25."
    assert field.text() == "many"


def test_choices_and_ticks_are_written_at_once(section: BoardsSection, store: Store) -> None:
    for fact, value in (
        ("mode", Mode.WORKING_GROUP),
        ("restart", Restart.MUNICIPAL_YEAR),
        ("counting", Counting.CALENDAR_DAYS),
    ):
        box = section.facts.choices[fact]
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    section.facts.ticks["duplex"].click()
    kept = board(store)
    assert (kept.mode, kept.restart, kept.duplex) == (Mode.WORKING_GROUP, Restart.MUNICIPAL_YEAR, False)
    assert kept.counting is Counting.CALENDAR_DAYS


def test_notices_are_written_without_leaving_the_box(
    qtbot: QtBot, section: BoardsSection, store: Store
) -> None:
    qtbot.keyClicks(section.facts.notices, "## Attending")
    qtbot.waitUntil(lambda: board(store).notices == "## Attending", timeout=2_000)
    assert not section.facts.notices.document().isModified()


def test_the_quorum_is_set_by_its_dialog(
    qtbot: QtBot, page: SettingsPage, section: BoardsSection, store: Store
) -> None:
    section.facts.change_quorum()
    dialog = one(section.facts, QuorumDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(QuorumKind.NUMBER))
    dialog.many.setText("6")
    dialog.take.click()
    settle(qtbot, page)
    assert board(store).quorum.number == 6
    assert "6 voting members" in said_on(section)


def test_a_new_board_is_shown_when_it_is_made(
    qtbot: QtBot, page: SettingsPage, section: BoardsSection
) -> None:
    section.new_board()
    dialog = one(section, NewBoardDialog)
    dialog.name.setText("Place Delivery Group")
    dialog.code.setText("PDG")
    dialog.take.click()
    settle(qtbot, page)
    qtbot.waitUntil(lambda: section.board.value == "PDG")
    assert section.facts.texts["name"].text() == "Place Delivery Group"


def test_removing_a_board_says_what_goes_with_it(
    qtbot: QtBot, page: SettingsPage, section: BoardsSection, store: Store
) -> None:
    a_meeting(store, 1)
    settle(qtbot, page)
    section.remove()
    box = one(section, QMessageBox)
    assert box.informativeText().startswith("One meeting with agenda, minutes and actions")
    next(button for button in box.findChildren(QPushButton) if button.text() == "Remove board").click()
    settle(qtbot, page)
    assert "There is no board yet." in said_on(section)
    store.undo()
    assert board(store).code == "NNHWB"


def test_a_standing_item_is_moved_by_keys(qtbot: QtBot, section: BoardsSection, store: Store) -> None:
    table = section.items.table
    table.choose(items(store)[0].id)
    qtbot.keyClick(table, Qt.Key.Key_Down, ALT)
    assert [item.subject for item in items(store)] == ["Action log", "Apologies"]


def test_a_standing_item_is_added_at_the_end_and_named_in_place(
    qtbot: QtBot, page: SettingsPage, section: BoardsSection, store: Store
) -> None:
    section.items.add()
    settle(qtbot, page)
    (box,) = section.items.table.findChildren(QLineEdit)
    box.setText("Any other business")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: items(store)[-1].subject == "Any other business")


def test_a_length_that_is_no_number_keeps_its_box_open(
    qtbot: QtBot, section: BoardsSection, store: Store
) -> None:
    table = section.items.table
    table.choose(items(store)[0].id, edit="length")
    (box,) = table.findChildren(QLineEdit)
    box.setText("long")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.isVisible()
    assert items(store)[0].length == 5
    qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_days_that_do_not_count_are_added_and_taken_away(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context, "notice")
    section = one(page, NoticeDaysSection)
    section.add()
    dialog = one(section, NoticeDayDialog)
    dialog.day.box.setText("24 December 2022")
    dialog.take.click()
    assert dialog.why.accessibleDescription().startswith("Say why")
    dialog.why.setText("Christmas Eve")
    dialog.take.click()
    settle(qtbot, page)
    first = section.table.rows.rows[0]
    assert (first.day, first.why, first.own) == (date(2022, 12, 24), "Christmas Eve", True)
    section.table.choose((first.day, True))
    qtbot.waitUntil(lambda: not section.findChildren(QDialog))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    section.table.setFocus()
    qtbot.keyClick(section.table, Qt.Key.Key_Delete)
    settle(qtbot, page)
    assert not any(row.own for row in section.table.rows.rows)


def test_a_bank_holiday_stays(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context, "notice")
    section = one(page, NoticeDaysSection)
    said: list[str] = []
    context.messages.said.connect(lambda text, _link: said.append(text))
    section.table.choose((date(2022, 9, 19), False))
    section.remove()
    assert said == ["Bank holidays are set by law. They never count."]


def test_a_phrase_is_added_edited_and_removed(qtbot: QtBot, context: Context, store: Store) -> None:
    page = opened(qtbot, context, "phrases")
    section = one(page, PhrasesSection)
    section.add()
    dialog = one(section, PhraseDialog)
    dialog.name.setText("Noted")
    dialog.words.setPlainText("The report was noted.")
    dialog.take.click()
    settle(qtbot, page)
    phrase = section.table.rows.rows[0]
    section.table.choose(phrase.id, edit="text")
    (box,) = section.table.findChildren(QLineEdit)
    box.setText("The Board noted the report.")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not section.table.findChildren(QLineEdit))
    with store.reading() as reading:
        assert [each.text for each in boards.phrases(reading)] == ["The Board noted the report."]
    settle(qtbot, page)
    qtbot.waitUntil(lambda: not section.findChildren(QDialog))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    section.table.setFocus()
    qtbot.keyClick(section.table, Qt.Key.Key_Delete)
    with store.reading() as reading:
        assert boards.phrases(reading) == []


def test_a_phrase_that_ships_cannot_be_removed(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context, "phrases")
    section = one(page, PhrasesSection)
    shipped = len(section.table.rows.rows)
    section.table.choose(section.table.rows.rows[0].id)
    section.remove()
    settle(qtbot, page)
    assert len(section.table.rows.rows) == shipped > 0


def test_back_up_now_adds_to_the_list(qtbot: QtBot, context: Context, store: Store) -> None:
    a_board(store)
    page = opened(qtbot, context, "library")
    section = one(page, LibrarySection)
    assert "There is no backup yet." in said_on(section)
    section.back_up()
    qtbot.waitUntil(lambda: len(section.table.rows.rows) == 1, timeout=10_000)
    assert "There is no backup yet." not in said_on(section)


def test_a_whole_library_is_said_to_be_whole(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context, "library")
    section = one(page, LibrarySection)
    section.check()
    qtbot.waitUntil(lambda: "The library is whole." in said_on(section), timeout=10_000)


def test_a_restore_says_first_what_it_loses(qtbot: QtBot, context: Context, store: Store) -> None:
    back_up(store, now=BACKED_UP)
    a_board(store)
    page = opened(qtbot, context, "library")
    section = one(page, LibrarySection)
    section.restore_newest()
    settle(qtbot, page)
    dialog = one(section, RestoreDialog)
    said = said_on(dialog)
    assert "One step was made since, and would be lost:" in said
    assert "Make board NNHWB" in said
    assert dialog.cancel.hasFocus()
    dialog.reject()


def test_a_restore_closes_the_window_and_leaves_the_work_for_then(
    qtbot: QtBot, context: Context, store: Store
) -> None:
    back_up(store, now=BACKED_UP)
    window = MainWindow()
    qtbot.addWidget(window)
    page = opened(qtbot, context, "library")
    window.stack.addWidget(page)
    window.stack.setCurrentWidget(page)
    window.show()
    settle(qtbot, page)
    one(page, LibrarySection).restore_newest()
    settle(qtbot, page)
    one(page, RestoreDialog).restore.click()
    assert window.afterwards is not None
    assert not window.isVisible()


def test_a_closed_library_is_restored_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    store = Store.make(folder, who="Business Manager")
    backup = back_up(store, now=BACKED_UP)
    a_board(store)
    store.close()
    sentence = restored(folder, backup.path, who="Business Manager", now=BACKED_UP + timedelta(days=1))
    assert sentence.startswith(f"The backup {backup.path.name} is restored. What was there before is kept as")
    store = Store.open(folder, who="Business Manager")
    with store.reading() as reading:
        assert boards.every(reading) == []
    store.close()


def test_a_backup_that_cannot_be_restored_says_why(tmp_path: Path, store: Store) -> None:
    sentence = restored(store.folder, tmp_path / "gone.db", who="Business Manager", now=BACKED_UP)
    assert sentence.startswith("The backup was not restored. There is no file")


def test_what_is_lost_counts_the_steps_since(store: Store) -> None:
    a_board(store)
    with store.reading() as reading:
        (made,) = history.recent(reading)
        assert what_is_lost(reading, made.at - timedelta(seconds=1)).steps == (made,)
        assert what_is_lost(reading, made.at) == Lost(())
    assert Lost(()).sentence == "Nothing was changed since. Nothing is lost."
    assert Lost((made, made), more=True).sentence.startswith("2 or more steps were made")


def test_the_look_is_chosen_and_remembered(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context, "machine")
    section = one(page, PersonalSection)
    section.schemes[Scheme.DARK].click()
    assert context.preferences.scheme is Scheme.DARK
    section.schemes[Scheme.CONTRAST].click()
    assert context.appearance.colours.line == context.appearance.colours.text
    section.schemes[Scheme.LIGHT].click()


def test_a_name_and_a_text_size_are_kept_for_the_next_start(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context, "machine")
    section = one(page, PersonalSection)
    section.name.setText("Cheryl Bird")
    qtbot.keyClick(section.name, Qt.Key.Key_Return)
    section.sizes[1.5].click()
    assert (context.preferences.who, context.preferences.text_size) == ("Cheryl Bird", 1.5)


def test_about_names_what_is_at_work(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context, "about")
    said = said_on(one(page, AboutSection))
    assert {"SQLite", "SQLAlchemy", "MIT"} <= set(said)


def test_left_and_right_walk_the_sections(qtbot: QtBot, page: SettingsPage) -> None:
    qtbot.keyClick(page.tabs.focusProxy(), Qt.Key.Key_Right)
    assert page.tabs.current == "notice"
    settle(qtbot, page)
    assert one(page, NoticeDaysSection).isVisible()


def test_every_field_has_a_name_that_can_be_said(page: SettingsPage, section: BoardsSection) -> None:
    fields = [*section.facts.texts.values(), *section.facts.choices.values(), *section.facts.ticks.values()]
    assert all(field.accessibleName() for field in fields)
    assert not page.findChildren(QDialog)
