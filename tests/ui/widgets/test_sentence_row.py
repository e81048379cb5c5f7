"""Rows that are sentences: what is read aloud, what the verb does, and that nothing is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from boardtool.ui.messages import Link
from boardtool.ui.widgets.sentence_row import Sentence, SentenceRow, SentenceRows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.ui.theme.appearance import Appearance

LONG = Sentence(
    text="Better Care Fund Plan 2022/23 is “To Follow”: no paper yet, 7 clear days before the meeting.",
    lead="08",
    subject="Better Care Fund Plan 2022/23",
    who="Assistant Director of Adult Services",
    verb="Chase",
    icon="triangle-alert",
)


@pytest.fixture
def rows(qtbot: QtBot, appearance: Appearance) -> SentenceRows:
    assert appearance.colours.accent
    made = SentenceRows("What it still lacks")
    made.resize(1000, 400)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_row_says_where_what_and_who(rows: SentenceRows) -> None:
    rows.set_sentences([(LONG, Link("Chase", lambda: None))])
    assert rows.rows[0].accessibleName() == f"08 {LONG.text} {LONG.who}"


def test_the_verb_is_pressed_by_the_space_bar(rows: SentenceRows) -> None:
    pressed: list[str] = []
    rows.set_sentences([(LONG, Link("Chase", lambda: pressed.append("Chase")))])
    verb = rows.rows[0].verb
    assert verb is not None
    QTest.keyClick(verb, Qt.Key.Key_Space)
    assert pressed == ["Chase"]


def test_what_else_can_be_done_stands_before_the_verb(rows: SentenceRows) -> None:
    pressed: list[str] = []
    rows.set_sentences(
        [
            (
                LONG,
                Link("Chase", lambda: pressed.append("Chase")),
                Link("None needed", lambda: pressed.append("none")),
            )
        ]
    )
    first, other = rows.rows[0].verbs
    assert (first.text(), other.text()) == ("Chase", "None needed")
    assert other.geometry().right() < first.geometry().left()
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert pressed == ["none"]


def test_a_row_that_stays_does_what_it_is_given_last(rows: SentenceRows) -> None:
    pressed: list[str] = []
    rows.set_sentences([(LONG, Link("Chase", lambda: pressed.append("first")))])
    rows.set_sentences([(LONG, Link("Chase", lambda: pressed.append("second")))])
    verb = rows.rows[0].verb
    assert verb is not None
    QTest.keyClick(verb, Qt.Key.Key_Space)
    assert pressed == ["second"]


def test_a_row_is_as_high_as_its_words_need_whatever_width_it_had(
    qtbot: QtBot, appearance: Appearance
) -> None:
    assert appearance.colours.accent
    rows = SentenceRows("What it still lacks")
    rows.set_sentences([(LONG, None), (Sentence(text="Quorum is not set"), None)])
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(rows)
    area.show()
    heights = []
    for width in (1200, 500, 1000, 640):
        area.resize(width, 600)
        qtbot.waitUntil(lambda: all(_words_have_room(row) for row in rows.rows))
        heights.append(rows.rows[0].height())
    assert heights[1] > heights[0]


def _words_have_room(row: SentenceRow) -> bool:
    words = row._text
    needed = words.heightForWidth(words.width())
    return words.height() >= needed and words.geometry().bottom() < row.height()


def test_rows_that_stay_are_kept_with_the_focus(rows: SentenceRows) -> None:
    other = Sentence(text="Quorum is not set", verb="Set quorum")
    link = Link("", lambda: None)
    rows.set_sentences([(LONG, link), (other, link)])
    kept = rows.rows[1]
    assert kept.verb is not None
    kept.verb.setFocus()
    rows.set_sentences([(other, link)])
    assert rows.rows == [kept]
    assert kept.verb.hasFocus()
