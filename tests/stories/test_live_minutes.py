"""Stories 2, 3 and 18: a meeting minuted by keyboard alone, found whole in the file by another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.ui.conftest import appearance  # noqa: F401 - fixtures of the window
from tests.ui.live.conftest import (  # noqa: F401 - fixtures of the meeting
    clock,
    library,
    open_window,
    planned,
    state_folder,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.live.conftest import Live

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ACTIONS = (
    ("Circulate the Local Area Partnership boundaries", "director pub", "16 September"),
    ("Circulate the outcomes framework with the minutes", "healthwatch", "next board"),
    ("Invite the Chair of the Forum", "Clerk", ""),
)


def minute_the_strategy(live: Live) -> None:
    """Narrative with bullets and bold, two resolutions of which one is agreed, three actions."""
    live.type("The Place Director introduced the report:\n- eight partnerships\nno new money\n\nThis was ")
    live.key(KEY.Key_B, CTRL)
    live.type("noted")
    live.key(KEY.Key_F7)
    live.type("notes the progress of the strategy; and")
    live.key(KEY.Key_Return)
    live.type("supports the delivery plan.")
    live.key(KEY.Key_Return)
    live.key(KEY.Key_Up)
    live.key(KEY.Key_Up)
    live.key(KEY.Key_Return, CTRL | SHIFT)
    live.key(KEY.Key_F8)
    for what, who, when in ACTIONS:
        live.type(what)
        live.key(KEY.Key_Tab)
        live.type(who)
        live.key(KEY.Key_Tab)
        live.type(when)
        if live.page.minute.action_lines.entry.when.offered:
            live.key(KEY.Key_Return)
        live.key(KEY.Key_Return)
    live.key(KEY.Key_Escape)


@pytest.fixture
def minuted(planned: Live) -> Live:  # noqa: F811 - the fixture of that name
    planned.key(KEY.Key_Return)
    planned.until(lambda: planned.focus() is planned.page.minute.narrative)
    planned.key(KEY.Key_F6)
    for letter in (KEY.Key_P, KEY.Key_P, KEY.Key_V):
        planned.key(letter)
    planned.key(KEY.Key_Escape)
    planned.type("None were received.")
    planned.key(KEY.Key_Return, CTRL)
    minute_the_strategy(planned)
    return planned


def test_the_file_holds_all_of_it(minuted: Live) -> None:
    assert minuted.narrative("Apologies") == "None were received."
    assert minuted.narrative() == (
        "The Place Director introduced the report:\n\n- eight partnerships\n- no new money\n\n"
        "This was **noted**"
    )
    assert minuted.sql("SELECT text, agreed_at FROM resolution ORDER BY position") == [
        ("notes the progress of the strategy; and", "2022-09-06 14:07:31.000000"),
        ("supports the delivery plan.", None),
    ]
    assert minuted.sql("SELECT number, text, due FROM action ORDER BY ordinal") == [
        ("060922/01", "Circulate the Local Area Partnership boundaries", "2022-09-16"),
        ("060922/02", "Circulate the outcomes framework with the minutes", "2022-12-06"),
        ("060922/03", "Invite the Chair of the Forum", None),
    ]
    assert [name for (name,) in minuted.sql("SELECT name FROM action_owner ORDER BY action_id")] == [
        "Director of Public Health",
        "Healthwatch representative",
        "Clerk",
    ]
    assert [presence for (presence,) in minuted.sql("SELECT presence FROM attendance ORDER BY position")] == [
        "present",
        "present",
        "by video",
    ]


def test_undo_takes_the_last_action_away_and_again_after_a_restart(
    minuted: Live,
    open_window: Callable[[], Live],  # noqa: F811 - the fixture of that name
) -> None:
    numbers = "SELECT number FROM action ORDER BY ordinal"
    minuted.key(KEY.Key_Z, CTRL)
    assert minuted.sql(numbers) == [("060922/01",), ("060922/02",)]
    assert minuted.page.minute.action_lines.entry.number.text() == "060922/03"
    again = open_window()
    assert again.page._shown == again.page.shown_state.items[1].id
    again.key(KEY.Key_Z, CTRL)
    again.until(lambda: again.sql(numbers) == [("060922/01",)])
    again.settle()
    assert len(again.page.minute.action_lines._rows) == 1
    again.key(KEY.Key_Y, CTRL)
    again.until(lambda: len(again.sql(numbers)) == 2)
