"""The rail says how many actions are late, also after one was completed on another page than Today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests import builders

from boardtool.services import actions
from boardtool.ui.late_badge import LateBadge

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context


def test_the_late_are_counted_at_once_and_after_every_step(
    qtbot: QtBot, context: Context, store: Store
) -> None:
    board_id = builders.a_board(store)
    action_id = builders.an_action(store, board_id, "050722/01", due=date(2022, 8, 1))
    told: list[str] = []
    badge = LateBadge(context.asking, context.changes, context.clock, tell=told.append)
    badge.look()
    qtbot.waitUntil(lambda: told == ["1 late"])
    context.steps.run(lambda: actions.complete(store, action_ids=[action_id], today=context.clock.today()))
    qtbot.waitUntil(lambda: told[-1] == "")
