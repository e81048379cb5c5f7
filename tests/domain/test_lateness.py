"""How late an action is, as the action log of 24 August 2022 shows it."""

from datetime import date

import pytest

from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.lateness import Horizon, Standing, grouped, lateness

NORTH, PLACE = 1, 2
HORIZON = Horizon(
    date(2022, 8, 24), date(2022, 9, 6), date(2022, 7, 5), {NORTH: date(2022, 7, 5), PLACE: date(2022, 8, 11)}
)


def an_action(
    number: str,
    *,
    raised: date | None = date(2022, 7, 5),
    due: date | None = None,
    status: ActionStatus = ActionStatus.OPEN,
    completed: date | None = None,
    board: int = NORTH,
) -> Action:
    return Action(
        1,
        board,
        "NNHWB",
        "North",
        number,
        "Do it",
        due=due,
        status=status,
        completed_on=completed,
        raised_on=raised,
    )


UNDATED = an_action("100322/03", raised=date(2022, 3, 10))
LATE = an_action("280722/02", due=date(2022, 8, 11), board=PLACE)
SOON = an_action("050722/06", due=date(2022, 8, 30))
OPEN = an_action("050722/08", due=date(2022, 11, 1))
DONE = an_action("050722/01", status=ActionStatus.COMPLETED, completed=date(2022, 7, 14))
DONE_BEFORE = an_action("100322/01", status=ActionStatus.CLOSED, completed=date(2022, 4, 1))


@pytest.mark.parametrize(
    ("action", "standing", "short", "words"),
    [
        (UNDATED, Standing.LATE, "167 d old", "167 days old"),
        (LATE, Standing.LATE, "13 d late", "13 days late"),
        (SOON, Standing.DUE_SOON, "in 6 d", "in 6 days"),
        (an_action("1", due=date(2022, 8, 25)), Standing.DUE_SOON, "in 1 d", "in 1 day"),
        (an_action("1", due=date(2022, 8, 24)), Standing.DUE_SOON, "today", "due today"),
        (an_action("1", due=date(2022, 9, 6)), Standing.DUE_SOON, "in 13 d", "in 13 days"),
        (an_action("1", due=date(2022, 9, 7)), Standing.OPEN, "14 d", "in 14 days"),
        (an_action("1", due=date(2022, 8, 23)), Standing.LATE, "1 d late", "1 day late"),
        (an_action("1"), Standing.OPEN, "50 d old", "50 days old"),
        (an_action("1", raised=None), Standing.OPEN, "", ""),
        (DONE, Standing.DONE, "done", "done"),
    ],
)
def test_an_action_says_how_late_it_is(action: Action, standing: Standing, short: str, words: str) -> None:
    found = lateness(action, HORIZON)
    assert (found.standing, found.short, found.words) == (standing, short, words)


def test_an_undated_action_is_late_once_a_later_meeting_of_its_own_board_has_passed() -> None:
    raised = date(2022, 8, 1)
    assert lateness(an_action("1", raised=raised, board=NORTH), HORIZON).standing is Standing.OPEN
    assert lateness(an_action("1", raised=raised, board=PLACE), HORIZON).standing is Standing.LATE


def test_the_log_is_grouped_by_what_to_do() -> None:
    found = grouped([DONE_BEFORE, DONE, OPEN, SOON, LATE, UNDATED], HORIZON)
    assert [(group.heading, group.actions) for group in found] == [
        ("Late", (UNDATED, LATE)),
        ("Due by 6 September", (SOON,)),
        ("Open", (OPEN,)),
        ("Completed since 5 July", (DONE,)),
        ("Completed earlier", (DONE_BEFORE,)),
    ]


def test_a_heading_names_the_year_where_it_is_another() -> None:
    horizon = Horizon(date(2022, 12, 20), next_meeting=date(2023, 1, 10))
    assert grouped([an_action("1", due=date(2023, 1, 3))], horizon)[0].heading == "Due by 10 January 2023"


def test_without_a_meeting_completed_ones_stand_together() -> None:
    assert [group.heading for group in grouped([DONE, DONE_BEFORE], Horizon(date(2022, 8, 24)))] == [
        "Completed"
    ]
