"""One backup a day is made without being asked, and a second look makes no second one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from boardtool.data.backups import listed
from boardtool.ui.safekeeping import Safekeeping, newest_of_today

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

NOW = datetime(2022, 8, 24, 8, 55, tzinfo=UTC)


def test_one_backup_a_day_is_enough(store: Store) -> None:
    assert newest_of_today(store, now=NOW) == NOW
    assert newest_of_today(store, now=NOW + timedelta(hours=5)) == NOW
    assert newest_of_today(store, now=NOW + timedelta(days=1)) == NOW + timedelta(days=1)
    assert len(listed(store.folder)) == 2


def test_the_time_of_the_backup_is_told(qtbot: QtBot, context: Context) -> None:
    told: list[str] = []
    keeping = Safekeeping(context.store, asking=context.asking, clock=context.clock, tell=told.append)
    keeping.look()
    qtbot.waitUntil(lambda: told == ["Backup 16:42 today"])
