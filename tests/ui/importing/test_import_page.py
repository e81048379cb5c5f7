"""The import page: a file is chosen, shown row by row, and taken in one step that can be given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton
from tests.builders import JULY, a_board, a_meeting, a_minute, an_action, an_item

from boardtool.data import actions, agenda, minutes, people
from boardtool.data.excel.opening import stop_reader
from boardtool.ui import steps
from boardtool.ui.importing.corner import SheetCorner
from boardtool.ui.importing.lines import Group, in_words
from boardtool.ui.importing.page import ImportPage
from boardtool.ui.jobs import Report
from boardtool.ui.places import Place
from boardtool.ui.widgets.labels import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context
LOG = """Action no,Action point,Allocated to,Due date,Status
050722/01,Circulate the numbers of children on the waiting list,Amy Plank,6 Sept 2022,Open
050722/02,Write to the schools,Amy Plank,,Open
050722/03,Ask the networks,Amy Plank,31/06/2022,Open
050722/04,Share the plan,Amy Plank,,Open
"""
RIVALS = """Ref,Action point,Action agreed
050722/02,Write,Write to the schools
"""


@pytest.fixture(autouse=True)
def _no_reader_left() -> Iterator[None]:
    yield
    stop_reader()


@pytest.fixture(autouse=True)
def _answers_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow disk makes no test fail: what is asked of a page was done when the next line runs."""
    monkeypatch.setattr(steps, "PATIENCE", 30.0)


@pytest.fixture
def page(qtbot: QtBot, context: Context, store: Store) -> ImportPage:
    """The page, shown for the action log of the one board there is, which has one action."""
    board_id = a_board(store)
    an_action(store, board_id)
    return opened(qtbot, context, Place("importing", ref="NNHWB", tab="actions"))


def opened(qtbot: QtBot, context: Context, place: Place) -> ImportPage:
    page = ImportPage(context)
    qtbot.addWidget(page, before_close_func=lambda _page: settle(qtbot, page))
    page.resize(1200, 700)
    page.open(place)
    page.show()
    qtbot.waitUntil(lambda: context.asking.is_idle)
    return page


def settle(qtbot: QtBot, page: ImportPage) -> None:
    page.context.changes.deliver()
    qtbot.waitUntil(lambda: page.context.asking.is_idle)


def read(qtbot: QtBot, page: ImportPage, file: Path, text: str = "") -> None:
    """Have the page take up a file, and wait until it shows what it found."""
    if text:
        file.write_text(text, encoding="utf-8")
    page.take_up(file)
    qtbot.waitUntil(lambda: not page.context.jobs.is_busy, timeout=20_000)


def shown(page: ImportPage) -> list[tuple[str, str, str]]:
    """Group, subject and what of every line of the table, in its order."""
    assert page.preview is not None
    return [(line.group.name, line.subject, line.what) for line in page.preview.table.rows.rows]


def said_on(page: ImportPage) -> list[str]:
    return [words.text() for words in page.findChildren(Words) if words.isVisible()]


def take(qtbot: QtBot, page: ImportPage) -> None:
    """Take the rows that are ticked, and wait until that is done."""
    assert page.preview is not None
    page.preview.foot.take.click()
    qtbot.waitUntil(lambda: page.preview is None)


def titled(page: ImportPage, words: str) -> QPushButton:
    """The button of these words, once what was filled in is shown."""
    QApplication.processEvents()
    return next(each for each in page.findChildren(QPushButton) if each.text() == words and each.isVisible())


def test_the_preview_says_of_every_row_what_it_would_change(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    read(qtbot, page, tmp_path / "log.csv", LOG)
    assert shown(page) == [
        ("NEW", "Write to the schools", "New action"),
        ("NEW", "Share the plan", "New action"),
        ("CHANGED", "Circulate the numbers of children on the waiting list", "Due"),
        ("REJECTED", "Ask the networks", "Due"),
    ]
    assert page.preview is not None
    changed = page.preview.table.rows.rows[2]
    assert (changed.ours, changed.theirs, changed.how) == ("–", "6 Sep 2022", "read “6 Sept 2022”")
    assert page.preview.foot.take.text() == "Take the 3 good rows"


def test_a_rejected_row_shows_its_corner_of_the_sheet_and_why(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    read(qtbot, page, tmp_path / "log.csv", LOG)
    assert page.preview is not None
    (corner,) = page.preview.panel.findChildren(SheetCorner)
    assert corner.accessibleName() == "Cell D4 holds 31/06/2022"
    assert any("no such day" in words for words in said_on(page))


def test_ctrl_enter_takes_the_good_rows_in_one_step_and_goes_where_they_are(
    qtbot: QtBot, page: ImportPage, store: Store, tmp_path: Path, visited: list[Place]
) -> None:
    read(qtbot, page, tmp_path / "log.csv", LOG)
    said: list[str] = []
    page.context.messages.said.connect(lambda text, _link: said.append(text))
    qtbot.keyClick(
        titled(page, "Take the 3 good rows"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    qtbot.waitUntil(lambda: bool(visited))
    with store.reading() as reading:
        assert [action.number for action in actions.log(reading)] == ["050722/01", "050722/02", "050722/04"]
    assert visited == [Place("actions", ref="NNHWB")]
    assert said == ["Taken from log.csv: 2 new and 1 changed."]
    store.undo()
    with store.reading() as reading:
        assert [action.number for action in actions.log(reading)] == ["050722/01"]


def test_space_leaves_a_row_that_is_then_not_taken(
    qtbot: QtBot, page: ImportPage, store: Store, tmp_path: Path
) -> None:
    read(qtbot, page, tmp_path / "log.csv", LOG)
    assert page.preview is not None
    table = page.preview.table
    table.choose(table.rows.rows[0].place)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.preview.foot.take.text() == "Take the 2 good rows"
    qtbot.mouseClick(page.preview.foot.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.preview is None)
    with store.reading() as reading:
        assert [action.number for action in actions.log(reading)] == ["050722/01", "050722/04"]


def test_with_no_row_ticked_nothing_can_be_taken(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    read(qtbot, page, tmp_path / "log.csv", LOG)
    assert page.preview is not None
    page.preview.table.selectAll()
    qtbot.keyClick(page.preview.table, Qt.Key.Key_Space)
    assert not page.preview.foot.take.isEnabled()


def test_a_chip_shows_only_its_rows(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    read(qtbot, page, tmp_path / "log.csv", LOG)
    assert page.preview is not None
    page.preview.chips.choose(Group.REJECTED.name)
    assert shown(page) == [("REJECTED", "Ask the networks", "Due")]


def test_take_nothing_leaves_everything_as_it_was(
    qtbot: QtBot, page: ImportPage, store: Store, tmp_path: Path, visited: list[Place]
) -> None:
    read(qtbot, page, tmp_path / "log.csv", LOG)
    titled(page, "Take nothing").click()
    with store.reading() as reading:
        assert len(actions.log(reading)) == 1
    assert visited == [Place("actions", ref="NNHWB")]
    assert titled(page, "Choose a file…").isVisible()


def test_the_rejected_rows_can_be_copied_for_the_sender(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    read(qtbot, page, tmp_path / "log.csv", LOG)
    titled(page, "Copy this row for the sender").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("log.csv\nD4: “31/06/2022” – ")


def test_a_file_that_is_put_right_can_be_read_again(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    file = tmp_path / "log.csv"
    read(qtbot, page, file, LOG)
    file.write_text(LOG.replace("31/06/2022", "30/06/2022"), encoding="utf-8")
    titled(page, "Read the file again").click()
    qtbot.waitUntil(lambda: not page.context.jobs.is_busy, timeout=20_000)
    assert not [line for line in shown(page) if line[0] == "REJECTED"]


def test_the_same_file_twice_has_nothing_to_take(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    known = "\n".join(LOG.splitlines()[:3])
    read(qtbot, page, tmp_path / "log.csv", known)
    assert page.preview is not None
    take(qtbot, page)
    read(qtbot, page, tmp_path / "log.csv")
    assert titled(page, "Go back").isVisible()


def test_a_refused_file_says_why_in_place(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    read(qtbot, page, tmp_path / "log.xlsx", "<html><body><table></table></body></html>")
    assert page.preview is None
    assert any("web page" in words for words in said_on(page))


def test_a_question_is_answered_by_a_button_and_remembered_for_such_files(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    read(qtbot, page, tmp_path / "rivals.csv", RIVALS)
    assert page.preview is None
    titled(page, "Action agreed").click()
    qtbot.waitUntil(lambda: not page.context.jobs.is_busy, timeout=20_000)
    assert shown(page)[0] == ("NEW", "Write to the schools", "New action")
    read(qtbot, page, tmp_path / "rivals.csv")
    qtbot.waitUntil(lambda: page.preview is not None, timeout=20_000)
    assert shown(page)[0] == ("NEW", "Write to the schools", "New action")


def test_a_cancelled_reading_goes_back_to_choosing_a_file(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    file = tmp_path / "log.csv"
    file.write_text(LOG + "".join(f"060922/{n},Do it,Amy Plank,,Open\n" for n in range(10, 99)), "utf-8")
    page.take_up(file)
    assert page.stack.currentWidget() is page.reading
    page.reading.cancel.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is not page.reading, timeout=20_000)


def test_progress_is_told_on_the_page(page: ImportPage) -> None:
    page.context.jobs.reported.emit(Report("Reading log.xlsx", 3, 20, "sheet “Log”"))
    said = [words.text() for words in page.reading.findChildren(Words)]
    assert "Reading log.xlsx · 3 of 20 · sheet “Log”" in said


def test_without_a_board_the_page_says_what_comes_first(
    qtbot: QtBot, context: Context, visited: list[Place]
) -> None:
    page = opened(qtbot, context, Place("importing", tab="members"))
    titled(page, "Make a board").click()
    assert visited == [Place("settings", tab="boards")]


def test_an_agenda_goes_to_the_meeting_that_is_named(
    qtbot: QtBot, context: Context, store: Store, reference: Path, visited: list[Place]
) -> None:
    a_board(store)
    page = opened(qtbot, context, Place("importing", ref="NNHWB/2022-09-06", tab="agenda"))
    read(qtbot, page, reference / "pack" / "agenda-2022-09-06.xlsx")
    take(qtbot, page)
    assert visited == [Place("meetings", ref="NNHWB/2022-09-06", tab="agenda")]
    with store.reading() as reading:
        assert len(agenda.items(reading, 1)) == 15


def test_an_agenda_without_a_day_asks_for_it(
    qtbot: QtBot, context: Context, store: Store, tmp_path: Path
) -> None:
    a_board(store)
    page = opened(qtbot, context, Place("importing", tab="agenda"))
    page.take_up(tmp_path / "agenda.csv")
    assert page.first.trouble.text().startswith("Say on which day the meeting is")
    assert not context.jobs.is_busy


def test_the_members_of_the_real_list_are_taken(
    qtbot: QtBot, context: Context, store: Store, reference: Path
) -> None:
    board_id = a_board(store)
    page = opened(qtbot, context, Place("importing", ref="NNHWB", tab="members"))
    read(qtbot, page, reference / "pack" / "membership-2022-09-06.xlsx")
    take(qtbot, page)
    with store.reading() as reading:
        assert len(people.members(reading, board_id)) == 19


@pytest.mark.parametrize(("key", "kept"), [("T", "theirs"), ("O", "ours")])
def test_a_conflict_is_settled_by_a_key(
    qtbot: QtBot, context: Context, store: Store, reference: Path, key: str, kept: str
) -> None:
    board_id = a_board(store)
    meeting_id = a_meeting(store, board_id, JULY)
    item_id = an_item(store, meeting_id, "Integrated Care System")
    a_minute(store, meeting_id, "Integrated Care System", item_id=item_id, narrative="Our own words.")
    page = opened(qtbot, context, Place("importing", ref="NNHWB", tab="minutes"))
    read(qtbot, page, reference / "pack" / "minutes-2022-07-05.docx")
    assert page.preview is not None
    conflicts = [line for line in page.preview.table.rows.rows if line.group is Group.CONFLICT]
    assert [line.field for line in conflicts][:1] == ["text"]
    page.preview.table.choose(conflicts[0].place)
    qtbot.keyClick(page.preview.table, key)
    assert page.preview.winners[conflicts[0].name].value == kept  # type: ignore[index] # a conflict has a name
    checked = [each.text() for each in page.preview.panel.findChildren(QRadioButton) if each.isChecked()]
    assert len(checked) == 1
    take(qtbot, page)
    with store.reading() as reading:
        (minute,) = [each for each in minutes.of_meeting(reading, meeting_id) if each.item_id == item_id]
    assert (minute.narrative == "Our own words.") is (kept == "ours")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "–"),
        ("", "–"),
        ([], "–"),
        (True, "yes"),
        ("2022-09-06", "6 Sep 2022"),
        (["Amy Plank", "David Watts"], "Amy Plank; David Watts"),
        ("2022-99-06", "2022-99-06"),
        (25, "25"),
    ],
)
def test_values_are_said_as_people_say_them(value: object, words: str) -> None:
    assert in_words(value) == words
