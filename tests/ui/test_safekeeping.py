"""What was done is in a backup half an hour later, and when the window closes; nothing new makes none."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.builders import a_board

from boardtool.data.backups import listed
from boardtool.domain.errors import MachineError
from boardtool.services import upkeep
from boardtool.ui.context import Clock
from boardtool.ui.safekeeping import HALF_AN_HOUR, Safekeeping

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from boardtool.data.store import Store
    from boardtool.ui.context import Context

STEPS_AT = datetime(2022, 9, 6, 13, 7, tzinfo=UTC)
LATER = STEPS_AT + timedelta(minutes=30)


def keeping(context: Context, told: list[str], now: datetime = LATER) -> Safekeeping:
    return Safekeeping(
        context.store, asking=context.asking, clock=Clock(lambda: now), tell=told.append, parent=None
    )


def test_a_backup_is_made_where_a_step_was_done_since_the_newest(store: Store) -> None:
    a_board(store)
    assert upkeep.back_up_if_changed(store, now=LATER) == LATER
    assert upkeep.back_up_if_changed(store, now=LATER + timedelta(days=3)) == LATER
    assert len(listed(store.folder)) == 1


def test_the_half_hour_makes_one_and_tells_when(qtbot: QtBot, context: Context) -> None:
    a_board(context.store)
    told: list[str] = []
    safe = keeping(context, told)
    assert safe._regularly.interval() == HALF_AN_HOUR == 1_800_000
    safe._regularly.timeout.emit()
    qtbot.waitUntil(lambda: told == ["Backup 13:37 today"])
    assert [backup.made_at for backup in listed(context.store.folder)] == [LATER]


def test_an_older_backup_says_its_day(qtbot: QtBot, context: Context) -> None:
    a_board(context.store)
    upkeep.back_up(context.store, now=LATER)
    told: list[str] = []
    keeping(context, told, now=LATER + timedelta(days=2)).look()
    qtbot.waitUntil(lambda: told == ["Backup 13:37 on 6 Sep"])


def test_closing_makes_the_last_one(context: Context) -> None:
    a_board(context.store)
    safe = keeping(context, [])
    safe.close()
    safe.close()
    assert [backup.made_at for backup in listed(context.store.folder)] == [LATER]


def test_a_full_disk_at_close_keeps_nobody_in_the_window(
    context: Context, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_a: object, **_k: object) -> None:
        raise MachineError("The disk is full.")

    a_board(context.store)
    monkeypatch.setattr("boardtool.data.backups.make", full)
    with caplog.at_level(logging.WARNING):
        keeping(context, []).close()
    assert "no backup at close: The disk is full." in caplog.text
