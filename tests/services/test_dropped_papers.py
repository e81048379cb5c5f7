from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from tests.builders import a_board, a_meeting, an_item

from boardtool.data import agenda as kept
from boardtool.domain.errors import CannotDoError
from boardtool.services import agenda
from boardtool.services.dropped_papers import attach_dropped

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.data.store import Store

NOW = datetime(2022, 8, 24, 16)


@pytest.fixture
def item_id(store: Store) -> int:
    return an_item(store, a_meeting(store, a_board(store)), "Strategy")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text("The strategy")
    return file


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    file = tmp_path / "empty.pdf"
    file.touch()
    return file


def in_the_library(store: Store) -> list[str]:
    return [file.suffix for file in (store.folder / "papers").rglob("*") if file.is_file()]


def test_an_empty_file_is_named_and_stops_only_itself(
    store: Store, item_id: int, report: Path, empty: Path
) -> None:
    dropped = attach_dropped(store, item_id=item_id, files=[empty, report], now=NOW)
    assert dropped.taken == ("report.txt",)
    assert dropped.refused == ("empty.pdf is empty. Ask for it again.",)
    with store.reading() as reading:
        [paper] = kept.item(reading, item_id).papers
    assert (paper.letter, paper.file_name) == ("", "report.txt")


def test_where_none_can_be_taken_each_says_why(
    store: Store, item_id: int, empty: Path, tmp_path: Path
) -> None:
    with pytest.raises(CannotDoError, match=r"empty\.pdf is empty.*There is no file .*gone\.pdf"):
        attach_dropped(store, item_id=item_id, files=[empty, tmp_path / "gone.pdf"], now=NOW)


def test_papers_of_which_one_is_refused_leave_nothing_in_the_library(
    store: Store, item_id: int, report: Path, empty: Path
) -> None:
    with pytest.raises(CannotDoError, match="is empty"):
        agenda.attach(store, item_id=item_id, files=[report, empty], now=NOW)
    assert in_the_library(store) == []
