"""Which actions a filter wants."""

from datetime import date

import pytest

from boardtool.domain.action_filter import ActionFilter, DueWanted, StatusWanted
from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.lateness import Horizon

TODAY = date(2022, 8, 24)
HORIZON = Horizon(TODAY, date(2022, 9, 6), date(2022, 7, 5), {1: date(2022, 7, 5)})


def an_action(**facts: object) -> Action:
    base = {"id": 1, "board_id": 1, "board_code": "NNHWB", "board_name": "North", "number": "050722/01"}
    return Action(**{"text": "Circulate the note", **base, **facts})  # type: ignore[arg-type] # facts by name


def test_the_resting_filter_shows_what_is_open_and_what_was_done_since_the_last_meeting() -> None:
    resting = ActionFilter()
    done = {"status": ActionStatus.COMPLETED}
    assert resting.wants(an_action(), HORIZON)
    assert resting.wants(an_action(completed_on=date(2022, 7, 14), **done), HORIZON)
    assert not resting.wants(an_action(completed_on=date(2022, 6, 1), **done), HORIZON)
    assert not resting.wants(an_action(completed_on=None, **done), HORIZON)


@pytest.mark.parametrize(
    ("wanted", "open_one", "done_one"),
    [(StatusWanted.OPEN, True, False), (StatusWanted.DONE, False, True), (StatusWanted.ALL, True, True)],
)
def test_status(wanted: StatusWanted, open_one: bool, done_one: bool) -> None:  # noqa: FBT001 - expected answers
    chosen = ActionFilter(status=wanted)
    assert chosen.wants(an_action(), HORIZON) is open_one
    assert chosen.wants(an_action(status=ActionStatus.CLOSED), HORIZON) is done_one


@pytest.mark.parametrize(
    ("wanted", "due", "answer"),
    [
        (DueWanted.LATE, date(2022, 8, 11), True),
        (DueWanted.LATE, date(2022, 8, 30), False),
        (DueWanted.BY_NEXT_MEETING, date(2022, 8, 30), True),
        (DueWanted.BY_NEXT_MEETING, date(2022, 11, 1), False),
        (DueWanted.NO_DAY, None, True),
        (DueWanted.NO_DAY, date(2022, 8, 30), False),
    ],
)
def test_due(wanted: DueWanted, due: date | None, answer: bool) -> None:  # noqa: FBT001 - expected answers
    assert ActionFilter(due=wanted).wants(an_action(due=due), HORIZON) is answer


def test_words_are_found_anywhere_whatever_their_capitals() -> None:
    action = an_action(owners=("Director of Place",), progress="Waiting for the national file")
    for words in ("NOTE", "place national", "050722"):
        assert ActionFilter(words=words).wants(action, HORIZON)
    assert not ActionFilter(words="note zebra").wants(action, HORIZON)


def test_board_and_owner() -> None:
    action = an_action(owners=("Director of Place",))
    assert ActionFilter(board_id=1, owner="Director of Place").wants(action, HORIZON)
    assert not ActionFilter(board_id=2).wants(action, HORIZON)
    assert not ActionFilter(owner="Director").wants(action, HORIZON)


def test_a_board_alone_does_not_narrow() -> None:
    assert not ActionFilter(board_id=1).narrows
    assert ActionFilter(words="note").narrows
