"""Minutes of many meetings are numbered at once, each as it is alone, and by as many questions as one."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event
from tests.builders import a_board, a_meeting, a_minute, an_action, an_item

from boardtool.data import actions, boards
from boardtool.data.minute_numbering import first_numbers, numbers
from boardtool.domain.boards import Restart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boardtool.data.store import Reading, Store

FIRST = date(2021, 3, 9)


def minuted(store: Store, board: int, count: int, *, fixed: int | None = None) -> list[int]:
    """Meetings seven weeks apart, each with two minutes and an action; of the second the first is fixed."""
    made = []
    for place in range(count):
        day = FIRST + timedelta(weeks=7 * place)
        meeting = a_meeting(store, board, day)
        a_minute(store, meeting, "Apologies", number=fixed if place == 1 else None)
        item = an_item(store, meeting, "Strategy")
        a_minute(store, meeting, "Strategy", item_id=item)
        an_action(store, board, f"{day:%d%m%y}/01", meeting_id=meeting, item_id=item)
        made.append(meeting)
    return made


@contextmanager
def counted(reading: Reading) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(reading, "before_cursor_execute", note)
    yield asked
    event.remove(reading, "before_cursor_execute", note)


@pytest.mark.parametrize("restart", list(Restart))
@pytest.mark.parametrize("fixed", [None, 70])
def test_together_they_are_numbered_as_each_is_alone(
    store: Store, restart: Restart, fixed: int | None
) -> None:
    north, west = a_board(store), a_board(store, "WNHWB")
    with store.step("Rules") as step:
        boards.change(step, north, restart=restart, first_minute_number=25)
    meetings = [*minuted(store, north, 5, fixed=fixed), *minuted(store, west, 2)]
    with store.reading() as reading:
        alone = {key: value for each in meetings for key, value in numbers(reading, [each]).items()}
        assert numbers(reading, meetings) == alone
        first = first_numbers(reading, meetings)
    assert first[meetings[0]] == 25
    after_the_fixed = 27 if fixed is None else fixed
    if restart is Restart.NEVER:
        assert [first[each] for each in meetings[1:3]] == [27, after_the_fixed + (2 if fixed is None else 1)]
    assert first[meetings[5]] == 1


def test_a_log_of_many_meetings_asks_no_more_than_one_of_a_few(store: Store) -> None:
    board = a_board(store)
    minuted(store, board, 2)
    with store.reading() as reading, counted(reading) as few:
        actions.log(reading)
    minuted_later = [a_meeting(store, board, date(2024, 1, 9) + timedelta(weeks=place)) for place in range(9)]
    for place, meeting in enumerate(minuted_later):
        item = an_item(store, meeting, "Plan")
        a_minute(store, meeting, "Plan", item_id=item)
        an_action(store, board, f"01012{place}/01", meeting_id=meeting, item_id=item)
    with store.reading() as reading, counted(reading) as many:
        assert len(actions.log(reading)) == 11
    assert len(many) == len(few)
