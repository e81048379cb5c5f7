"""The agenda went out late: the manager says why, finds it again in the history, and undoes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.conftest import appearance  # noqa: F401 - fixtures of the window
from tests.ui.live.conftest import (  # noqa: F401 - fixtures of the meeting
    REF,
    clock,
    library,
    open_window,
    planned,
    state_folder,
)

from boardtool.cli import main
from boardtool.ui.meetings.checks_tab import ChecksTab
from boardtool.ui.meetings.publication import PublicationDialog
from boardtool.ui.places import Place

if TYPE_CHECKING:
    import pytest
    from tests.ui.live.conftest import Live

    from boardtool.ui.meetings.page import MeetingsPage

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
REASON = "The printer failed on Friday"
LABEL = f"Record publication of agenda, although R1: {REASON}"


def checks_of(live: Live) -> ChecksTab:
    """The Checks tab of September's meeting, in the window."""
    live.window.go(Place("meetings", ref=REF, tab="checks"))
    live.settle()
    page = cast("MeetingsPage", live.window.page)
    live.until(lambda: page.workspace.facts is not None)
    tab = page.workspace.tab
    assert isinstance(tab, ChecksTab)
    tab.setFocus()
    return tab


def open_dialog(live: Live) -> PublicationDialog:
    live.key(KEY.Key_P, CTRL | SHIFT)
    [dialog] = [each for each in QApplication.topLevelWidgets() if isinstance(each, PublicationDialog)]
    live.until(lambda: dialog.isActiveWindow() and dialog._case is not None)
    return dialog


def publications(live: Live) -> list[tuple[object, ...]]:
    return live.sql(
        "SELECT published_at, published_because, published_although FROM meeting WHERE date = '2022-09-06'"
    )


def test_a_late_publication_is_explained_found_again_and_taken_back(
    planned: Live,  # noqa: F811 - the fixture of that name
    capsys: pytest.CaptureFixture[str],
) -> None:
    checks_of(planned)
    dialog = open_dialog(planned)
    planned.key(KEY.Key_A, CTRL)
    planned.type("31 Aug")
    planned.key(KEY.Key_Return)
    assert publications(planned) == [(None, "", "")]
    assert planned.focus() is dialog.reason
    planned.type(REASON)
    planned.key(KEY.Key_Return)
    planned.until(lambda: publications(planned)[0][0] is not None)
    [(at, because, although)] = publications(planned)
    assert str(at).startswith("2022-08-31")
    assert because == REASON
    assert str(although).startswith("R1: Published on Wednesday 31 August 2022: 3 clear days, 5 are needed.")

    undo = planned.session.context.undo.undo
    planned.until(lambda: undo.text() == f"Undo {LABEL}")
    capsys.readouterr()
    assert main(["--library", str(planned.folder), "history", REF]) == 0
    assert LABEL in capsys.readouterr().out.splitlines()[0]
    page = cast("MeetingsPage", planned.window.page)
    planned.until(
        lambda: page.workspace.facts is not None and bool(page.workspace.facts.meeting.published_because)
    )
    assert page.workspace.facts is not None
    said = [each.message for each in page.workspace.facts.checked.findings if each.rule == "R5"]
    assert f"Published all the same, because: {REASON}. What stood against it: {although}" in said

    planned.window.activateWindow()
    planned.until(planned.window.isActiveWindow)
    page.workspace.tab.setFocus()
    planned.key(KEY.Key_Z, CTRL)
    planned.until(lambda: publications(planned) == [(None, "", "")])
