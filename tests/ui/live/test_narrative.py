"""The box one minutes in: Markdown there and back, and what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest

from boardtool.domain.markdown import (
    Block,
    Heading,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    Run,
    parse,
    tidy_runs,
    to_markdown,
)
from boardtool.ui.live.narrative import LONGEST_PASTE, Narrative
from boardtool.ui.live.narrative_document import blocks_of, insert_blocks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance

KEY = Qt.Key
WORDS = st.text("abc *-_#1.)\\é“", min_size=1, max_size=12).filter(str.strip)
RUNS = (
    st.lists(st.builds(Run, WORDS, st.booleans()), min_size=1, max_size=3)
    .map(tidy_runs)
    .filter(lambda runs: bool(runs) and all(run.text.strip() for run in runs))
)


def lists(depth: int = 3) -> st.SearchStrategy[List]:
    inner = st.just(()) if depth == 1 else st.lists(lists(depth - 1), max_size=1).map(tuple)
    return st.builds(
        List,
        st.sampled_from(ListStyle),
        st.lists(st.builds(ListItem, RUNS, inner), min_size=1, max_size=3).map(tuple),
    )


PLAIN = WORDS.map(lambda words: tidy_runs([Run(words)]))  # a heading is bold by its nature
BLOCKS = st.lists(
    st.one_of(st.builds(Paragraph, RUNS), st.builds(Heading, st.integers(1, 6), PLAIN), lists()), max_size=4
)


@pytest.fixture
def box(qtbot: QtBot, appearance: Appearance) -> Narrative:
    assert appearance.colours.accent
    made = Narrative()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.start_afresh("", "47.", read_only=False)
    return made


def test_it_takes_no_keys_before_it_has_a_minute(qtbot: QtBot, appearance: Appearance) -> None:
    assert appearance.colours.accent
    early = Narrative()
    qtbot.addWidget(early)
    QTest.keyClicks(early, "lost")
    assert not early.toPlainText()
    early.start_afresh("kept", "47.", read_only=False)
    QTest.keyClicks(early, " too")
    assert early.markdown == "kept too"


def press(box: Narrative, keys: str) -> None:
    r"""Type; "\n" is Enter, "\t" is Tab, "\b" is Backspace."""
    special = {"\n": KEY.Key_Return, "\t": KEY.Key_Tab, "\b": KEY.Key_Backspace}
    for key in keys:
        if key in special:
            QTest.keyClick(box, special[key])
        else:
            QTest.keyClicks(box, key)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(BLOCKS)
def test_what_is_put_into_a_document_is_read_back_from_it(qapp: object, blocks: list[Block]) -> None:
    assert qapp is not None
    known = parse(to_markdown(blocks))  # what the store could hold
    document = QTextDocument()
    insert_blocks(QTextCursor(document), known)
    assert to_markdown(blocks_of(document)) == to_markdown(known)


@pytest.mark.parametrize(
    ("keys", "markdown"),
    [
        ("One\nTwo", "One\n\nTwo"),
        ("Said:\n- first\nsecond", "Said:\n\n- first\n- second"),
        ("- first\n\nAfter", "- first\n\nAfter"),
        ("- outer\n\tinner\nsecond", "- outer\n  - inner\n  - second"),
        ("- outer\n\tinner\n\nback", "- outer\n  - inner\n- back"),
        ("- outer\n\tinner\n\n\nAfter", "- outer\n  - inner\n\nAfter"),
        ("1. one\ntwo", "1. one\n2. two"),
        ("1) one\ntwo", "1) one\n2) two"),
        ("a) one\ntwo", "a) one\nb) two"),
        ("- one\n\n- two", "- one\n- two"),
        ("- first\n\bAfter", "- first\n\nAfter"),
        ("5 - 3 is two", "5 - 3 is two"),
        ("\n\nAfter blank lines", "After blank lines"),
    ],
)
def test_keys_make_paragraphs_and_lists(box: Narrative, keys: str, markdown: str) -> None:
    press(box, keys)
    assert box.markdown == markdown


def test_ctrl_b_makes_bold_words_and_ends_them(box: Narrative) -> None:
    press(box, "Not ")
    QTest.keyClick(box, KEY.Key_B, Qt.KeyboardModifier.ControlModifier)
    press(box, "agreed")
    QTest.keyClick(box, KEY.Key_B, Qt.KeyboardModifier.ControlModifier)
    press(box, " by all")
    assert box.markdown == "Not **agreed** by all"


def test_the_first_item_cannot_be_nested_under_nothing(box: Narrative) -> None:
    press(box, "- only\t")
    assert box.markdown == "- only"


def test_shift_enter_is_a_paragraph_too_so_that_nothing_unseen_is_kept(box: Narrative) -> None:
    press(box, "One")
    QTest.keyClick(box, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(box, "Two")
    assert box.markdown == "One\n\nTwo"


def test_stars_that_are_typed_stay_stars(box: Narrative) -> None:
    press(box, "a **b** c")
    assert parse(box.markdown) == (Paragraph((Run("a **b** c"),)),)


def test_pasted_lines_become_paragraphs_and_lists_of_plain_words(box: Narrative) -> None:
    pasted = QMimeData()
    pasted.setHtml("<b>Bold</b>")
    pasted.setText("First line\r\n\u200bSecond\u00a0line\n- one\n- two\n")
    press(box, "Before")
    box.insertFromMimeData(pasted)
    assert box.markdown == "Before\n\nFirst line\n\nSecond line\n\n- one\n- two"


def test_a_word_is_pasted_into_its_line(box: Narrative) -> None:
    pasted = QMimeData()
    pasted.setText("Place\n")
    press(box, "The  Board")
    box.moveCursor(QTextCursor.MoveOperation.StartOfLine)
    for _letter in "The ":
        box.moveCursor(QTextCursor.MoveOperation.Right)
    box.insertFromMimeData(pasted)
    assert box.markdown == "The Place Board"


def test_what_is_cut_here_and_pasted_here_keeps_its_lists_and_bold(box: Narrative) -> None:
    box.start_afresh("Before\n\n- **first** point\n- second\n\nAfter", "47.", read_only=False)
    cursor = box.textCursor()
    cursor.setPosition(len("Before\n"))
    cursor.setPosition(len("Before\nfirst point\nsecond"), QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    copied = box.createMimeDataFromSelection()
    assert copied.text() == "first point\nsecond"
    box.cut()
    box.moveCursor(QTextCursor.MoveOperation.End)
    press(box, "\n")
    box.insertFromMimeData(copied)
    assert box.markdown == "Before\n\nAfter\n\n- **first** point\n- second"


def test_one_word_copied_here_goes_into_its_line(box: Narrative) -> None:
    box.start_afresh("A **bold** word", "47.", read_only=False)
    cursor = box.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    copied = box.createMimeDataFromSelection()
    box.moveCursor(QTextCursor.MoveOperation.End)
    press(box, ", ")
    box.insertFromMimeData(copied)
    assert box.markdown == "A **bold** word, **bold**"


def test_lines_pasted_into_an_empty_item_leave_no_empty_item(box: Narrative) -> None:
    pasted = QMimeData()
    pasted.setText("- one\n- two")
    press(box, "- first\n")
    box.insertFromMimeData(pasted)
    assert box.toPlainText() == "first\none\ntwo"


def test_more_than_any_minute_holds_is_not_pasted(box: Narrative) -> None:
    pasted = QMimeData()
    pasted.setText("x" * (LONGEST_PASTE + 5))
    box.insertFromMimeData(pasted)
    assert len(box.markdown) == LONGEST_PASTE


def test_showing_what_is_shown_already_moves_nothing(box: Narrative) -> None:
    press(box, "Some words")
    box.moveCursor(QTextCursor.MoveOperation.Start)
    box.show_narrative("Some words", "47.", read_only=False)
    assert box.textCursor().position() == 0
    assert box.document().isUndoAvailable()


@pytest.mark.parametrize(
    ("before", "after", "caret", "moved"),
    [
        ("Some words", "Some more words", 10, 15),
        ("Some more words", "Some words", 15, 10),
        ("Some words", "Some words follow", 4, 4),
        ("All of this", "", 5, 0),
    ],
)
def test_the_caret_stays_with_its_words_when_others_change(
    box: Narrative, before: str, after: str, caret: int, moved: int
) -> None:
    box.start_afresh(before, "47.", read_only=False)
    cursor = box.textCursor()
    cursor.setPosition(caret)
    box.setTextCursor(cursor)
    box.show_narrative(after, "47.", read_only=False)
    assert box.textCursor().position() == moved


def test_typing_is_told_and_showing_is_not(qtbot: QtBot, box: Narrative) -> None:
    with qtbot.assertNotEmitted(box.typed):
        box.show_narrative("- a list\n- of two", "47.", read_only=False)
    with qtbot.waitSignal(box.typed):
        press(box, "x")


def test_a_phrase_that_opens_a_list_leaves_the_caret_in_it(box: Narrative) -> None:
    box.insert_markdown("The following was noted:\n\n- ")
    press(box, "a point\nanother")
    assert box.markdown == "The following was noted:\n\n- a point\n- another"


def test_a_phrase_of_one_line_goes_into_the_line(box: Narrative) -> None:
    press(box, "Councillor A")
    box.insert_markdown("declared an interest.")
    assert box.markdown == "Councillor A declared an interest."


def test_what_is_locked_takes_no_keys(box: Narrative) -> None:
    box.start_afresh("Kept", "47.", read_only=True)
    press(box, "x\n- y")
    assert box.markdown == "Kept"
