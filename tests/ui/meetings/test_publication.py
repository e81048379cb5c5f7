"""The dialog of a publication: what stands against the moment chosen, and the reason that answers it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from tests import builders
from tests.ui.meetings.conftest import focused, press, the_dialog, type_in

from boardtool.data import history, meetings
from boardtool.ui.meetings.publication import PublicationDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.domain.meetings import Meeting
    from boardtool.ui.meetings.page import MeetingsPage
    from boardtool.ui.meetings.workspace import Workspace
    from boardtool.ui.messages import Link

Key = Qt.Key
LATE = "3 clear days, 5 are needed"


@pytest.fixture
def workspace(meeting: int, open_at: Callable[[str], MeetingsPage]) -> Workspace:
    assert meeting
    return open_at("agenda").workspace


def held(store: Store, meeting: int) -> Meeting:
    with store.reading() as reading:
        return meetings.by_id(reading, meeting)


def asked(workspace: Workspace, qtbot: QtBot, day: str) -> PublicationDialog:
    """The dialog with a day typed in, by keys alone."""
    assert workspace.facts is not None
    press(Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = cast("PublicationDialog", the_dialog(PublicationDialog))
    qtbot.waitUntil(lambda: dialog._case is not None)
    press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in(day)
    return dialog


def test_a_moment_in_time_asks_no_reason(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = asked(workspace, qtbot, "26 Aug")
    assert not dialog.reason.isVisible()
    assert not dialog.asks.isVisible()
    assert not dialog.stops.isVisible()
    assert dialog.take.isEnabled()


def test_what_comes_next_is_offered(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = asked(workspace, qtbot, "26 Aug")
    said: list[tuple[str, Link]] = []
    workspace.context.messages.said.connect(lambda text, link: said.append((text, link)))
    dialog.time.setText("14:00")
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(said))
    [(words, link)] = said
    assert words == "Published on 26 August 2022, 2.00 pm."
    assert link.words == "Read its page ranges…"


def test_a_late_one_lists_what_stands_against_it_and_wants_a_reason(
    workspace: Workspace, qtbot: QtBot, store: Store, meeting: int
) -> None:
    dialog = asked(workspace, qtbot, "31 Aug")
    assert dialog.reason.isVisible()
    assert LATE in dialog.asks.accessibleName()
    assert "R1: Published on Wednesday 31 August 2022" in dialog.asks.accessibleName()
    assert dialog.reason.accessibleName() == "Reason"
    assert not dialog.means.isVisible() or LATE not in dialog.means.text()
    press(Key.Key_Return)
    assert focused() is dialog.reason
    assert "Say why it was published" in dialog.reason.accessibleDescription()
    assert held(store, meeting).published_at is None
    type_in("The printer failed on Friday")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting).published_at is not None)
    kept = held(store, meeting)
    assert kept.published_because == "The printer failed on Friday"
    assert LATE in kept.published_although
    with store.reading() as reading:
        assert history.recent(reading)[0].label.endswith("although R1: The printer failed on Friday")


def test_the_question_goes_when_the_day_is_in_time_again(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = asked(workspace, qtbot, "31 Aug")
    press(Key.Key_Return)
    dialog.day.box.setFocus()
    press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("26 Aug")
    assert not dialog.reason.isVisible()
    assert not dialog.form._errors["reason"].isVisible()


def test_what_no_reason_waives_is_said_and_nothing_can_be_recorded(
    workspace: Workspace, qtbot: QtBot, store: Store, meeting: int
) -> None:
    builders.an_item(store, meeting, "Lease", exempt="commercial", public_interest="Prices.")
    dialog = asked(workspace, qtbot, "26 Aug")
    assert dialog.stops.isVisible()
    assert "No reason waives this" in dialog.stops.accessibleName()
    assert "R13, item 04: Lease is exempt, but names no paragraph" in dialog.stops.accessibleName()
    assert not dialog.reason.isVisible()
    assert not dialog.take.isEnabled()
    press(Key.Key_Return)
    assert held(store, meeting).published_at is None


def test_recorded_anew_it_shows_the_reason_given_before(
    workspace: Workspace, qtbot: QtBot, store: Store, meeting: int
) -> None:
    with store.step("Record") as step:
        facts = {"published_although": "R1: late.", "published_because": "Storm"}
        meetings.change(step, meeting, published_at=datetime(2022, 8, 31, 14), **facts)
    qtbot.waitUntil(
        lambda: workspace.facts is not None and workspace.facts.meeting.published_because == "Storm"
    )
    dialog = asked(workspace, qtbot, "31 Aug")
    assert dialog.reason.text() == "Storm"
    press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_in("26 Aug")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: held(store, meeting).published_at == datetime(2022, 8, 26, 14))
    assert (held(store, meeting).published_because, held(store, meeting).published_although) == ("", "")
