"""The promises of the real July minutes, read from their Word file into a library and asked for there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import JULY, a_board, a_library, a_meeting, a_minute, an_action

from boardtool.data import promises
from boardtool.data.word.minutes import read_minutes
from boardtool.domain.reconcile import Following

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.data.store import Store


def the_july_meeting(store: Store, board: int, reference: Path) -> int:
    meeting = a_meeting(store, board, JULY)
    for read in read_minutes(reference / "pack" / "minutes-2022-07-05.docx").minutes:
        a_minute(
            store,
            meeting,
            read.heading,
            number=read.number,
            narrative=read.narrative,
            resolutions=[resolution.text for resolution in read.resolutions],
        )
    return meeting


def test_nine_promises_are_found_and_an_action_made_later_answers_one(
    tmp_path: Path, reference: Path
) -> None:
    with a_library(tmp_path / "library") as store:
        board = a_board(store)
        meeting = the_july_meeting(store, board, reference)
        with store.reading() as reading:
            before = promises.of_meeting(reading, meeting)
        an_action(
            store, board, "060922/01", "Identify executive health inequalities leads in each organisation"
        )
        with store.reading() as reading:
            after = promises.of_meeting(reading, meeting)
    assert [each.minute for each in before.promises] == [29, 29, 30, 31, 31, 32, 33, 33, 34]
    assert len(before.followed_by_nothing) == 9
    [answered] = [each for each in after.commitments if each.following is Following.ACTION]
    assert (answered.minute, [action.number for action in answered.actions]) == (32, ["060922/01"])


def test_actions_of_other_boards_and_of_long_ago_answer_nothing(tmp_path: Path) -> None:
    text = "The Director will share the dental waiting figures"
    with a_library(tmp_path / "library") as store:
        north, west = a_board(store), a_board(store, "WNHWB")
        meeting = a_meeting(store, north, JULY)
        a_minute(store, meeting, "Dentists", resolutions=[text])
        an_action(store, west, "050722/01", text)
        an_action(store, north, "100322/01", text, status="completed", completed_on=JULY.replace(month=4))
        with store.reading() as reading:
            assert [each.following for each in promises.of_meeting(reading, meeting).commitments] == [
                Following.NOTHING
            ]
