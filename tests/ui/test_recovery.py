"""After a kill the window says up to when everything is there, and leads back to the minutes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting

from boardtool.data.store import Store
from boardtool.services import meetings
from boardtool.ui.context import Clock
from boardtool.ui.places import Place
from boardtool.ui.recovery import Recovery, recovered

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from boardtool.ui.context import Context
    from boardtool.ui.messages import Link

HELD = """
import sys, time
from pathlib import Path
from boardtool.data.store import Store
store = Store.open(Path(sys.argv[1]), who="Cheryl Bird")
print("held", flush=True)
time.sleep(60)
"""


def told(context: Context, qtbot: QtBot, now: datetime) -> tuple[str, tuple[Link, ...]]:
    said: list[tuple[str, tuple[Link, ...]]] = []
    context.messages.stripped.connect(lambda sentence, links: said.append((sentence, links)))
    recovery = Recovery(messages=context.messages, clock=Clock(lambda: now), navigate=context.navigate)
    recovery.tell(context.asking)
    qtbot.waitUntil(lambda: bool(said))
    return said[0]


def test_it_says_until_when_and_leads_back_to_the_meeting_in_session(
    context: Context, qtbot: QtBot, visited: list[Place]
) -> None:
    meeting_id = a_meeting(context.store, a_board(context.store))
    meetings.open_meeting(context.store, meeting_id=meeting_id, now=datetime(2022, 9, 6, 13, 30))
    sentence, links = told(context, qtbot, datetime(2022, 9, 6, 14, 0, tzinfo=UTC))
    assert sentence == "Recovered up to 13:07:00. boardtool was not closed the last time."
    links[0].do()
    assert visited == [Place("live", ref="NNHWB/2022-09-06")]


def test_another_day_is_named_and_without_a_meeting_there_is_nowhere_to_lead(
    context: Context, qtbot: QtBot
) -> None:
    a_board(context.store)
    sentence, links = told(context, qtbot, datetime(2022, 9, 7, 9, 0, tzinfo=UTC))
    assert sentence.startswith("Recovered up to 13:07:00 on 6 September 2022. ")
    assert links == ()


def test_of_a_library_without_a_step_nothing_is_recovered(store: Store) -> None:
    with store.reading() as reading:
        assert recovered(reading).until is None


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_only_a_program_that_was_killed_is_told_of(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    Store.make(folder, who="Cheryl Bird").close()
    child = subprocess.Popen([sys.executable, "-c", HELD, str(folder)], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    after_the_kill = Store.open(folder, who="Cheryl Bird")
    assert after_the_kill.left_by is not None
    after_the_kill.close()
    after_closing = Store.open(folder, who="Cheryl Bird")
    assert after_closing.left_by is None
    after_closing.close()
