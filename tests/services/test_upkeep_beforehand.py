"""What comes before a meeting is in backups, in what everything holds, and in the check of the library."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tests.builders import CHERYL, JULY, a_board, a_library, a_meeting, an_item

from boardtool.data import clearance, meetings, requests_to_address
from boardtool.data.store import Store
from boardtool.domain.documents import Audience
from boardtool.domain.meetings import Kind
from boardtool.services import clearance as clearing
from boardtool.services import requests_to_address as register
from boardtool.services import upkeep
from boardtool.services.publishing import export_everything

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2022, 8, 24, 8, 55, tzinfo=UTC)
CAME = datetime(2022, 8, 23, 9)


def fill(store: Store) -> int:
    """A request and a cleared report; the id of the meeting."""
    meeting = a_meeting(store, a_board(store))
    item = an_item(store, meeting, "Strategy", kind=Kind.PAPER)
    register.record(
        store, meeting_id=meeting, name="Ann Lee", contact="7 Larkspur Mews", received_at=CAME, item_id=item
    )
    clearing.clear(store, item_id=item, stage="Finance", by="J Baxter", on=date(2022, 8, 16))
    return meeting


def test_a_backup_brings_requests_and_clearance_back(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        meeting = fill(store)
        made = upkeep.back_up(store, now=NOW)
        store.undo()
        store.undo()
    upkeep.restore(store.folder, made.path, who=CHERYL, now=NOW)
    store = Store.open(tmp_path / "library", who=CHERYL)
    try:
        with store.reading() as reading:
            [request] = requests_to_address.of_meeting(reading, meeting)
            [cleared] = clearance.of_meeting(reading, meeting)
    finally:
        store.close()
    assert (request.name, request.contact, cleared.stage) == ("Ann Lee", "7 Larkspur Mews", "Finance")


def test_everything_holds_them_and_a_meeting_takes_them_with_it(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        meeting = fill(store)
        path = tmp_path / "everything.json"
        with store.reading() as reading:
            export_everything(reading, path=path, audience=Audience.PRIVATE)
        told = json.loads(path.read_text(encoding="utf-8"))
        assert "7 Larkspur Mews" in json.dumps(told["request_to_address"])
        with store.step("Remove meeting") as step:
            meetings.remove(step, meeting)
        with store.reading() as reading:
            assert not requests_to_address.of_meeting(reading, meeting)
        store.undo()
        with store.reading() as reading:
            assert len(requests_to_address.of_meeting(reading, meeting)) == 1


def test_a_request_about_an_item_of_another_meeting_is_found(tmp_path: Path) -> None:
    with a_library(tmp_path / "library") as store:
        meeting = fill(store)
        with store.reading() as reading:
            board = meetings.by_id(reading, meeting).board_id
        other = an_item(store, a_meeting(store, board, JULY), "Plan")
        assert not list(upkeep.verify(store))
    with closing(sqlite3.connect(tmp_path / "library" / "board.db")) as driver, driver:
        driver.execute("UPDATE request_to_address SET item_id = ?", (other,))
    store = Store.open(tmp_path / "library", who=CHERYL)
    try:
        found = list(upkeep.verify(store))
    finally:
        store.close()
    assert [(each.rule, each.message) for each in found] == [
        ("requests", "The request of Ann Lee is about an item of another meeting.")
    ]
