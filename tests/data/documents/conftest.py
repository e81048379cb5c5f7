"""Documents to write: a small meeting with everything that a document can show."""

from __future__ import annotations

from datetime import date

import pytest

from boardtool.domain.documents import (
    ActionLogPaper,
    ActionNotesPaper,
    AgendaPaper,
    Audience,
    ListedItem,
    ListedMember,
    ListedPerson,
    LoggedAction,
    MinutesPaper,
    PrintedMinute,
    PrintedResolution,
    ResolutionsPaper,
    Roll,
    Sitting,
)

SITTING = Sitting("Anytown Council", "Health and Wellbeing Board", date(2022, 9, 6), "13:30", "The Chamber")
ACTIONS = (
    LoggedAction("050722/01", "=HYPERLINK(1)", ("Amy Plank", "Cheryl Bird"), date(2022, 9, 6), "+44", "Open"),
    LoggedAction("050722/02", "-5 degrees", ("@home",), None, "Completed.", "Completed", date(2022, 7, 14)),
)
NARRATIVE = 'The Chair said **twice**:\n\n- one\n  - inner\n- two\n\n#read("x") $a$ <b> = it stays text'
MINUTE = PrintedMinute(
    47,
    "Strategy",
    NARRATIVE,
    ("(B left the meeting at 3.30 pm.)",),
    "the Board:",
    (PrintedResolution("a)", "notes it; and"), PrintedResolution("b)", "thanks them.")),
    ACTIONS[:1],
)
SINGLE = PrintedMinute(48, "Grant", resolutions=(PrintedResolution("", "the Board noted it."),))
ROLL = Roll(
    present=(ListedPerson("Cllr A", "The Council", ("Chair",)),), officers=(ListedPerson("B", "Clerk", ()),)
)


@pytest.fixture
def agenda() -> AgendaPaper:
    return AgendaPaper(
        SITTING,
        Audience.PUBLIC,
        (ListedMember("Cllr A", "The Council", "Chair"), ListedMember("B", "NHS")),
        tuple(ListedItem(f"{n:02d}", f"Item {n}", ("C", "D"), "13:30", "5 - 16") for n in range(1, 60)),
        "## Press\n\nWrite to **us**.",
        "The Monitoring Officer",
        date(2022, 8, 26),
        "The clerk",
    )


@pytest.fixture
def minutes() -> MinutesPaper:
    return MinutesPaper(
        SITTING, Audience.PUBLIC, "Draft", ROLL, (MINUTE, SINGLE), "The meeting closed at 4 pm."
    )


@pytest.fixture
def action_log() -> ActionLogPaper:
    return ActionLogPaper(
        SITTING.council, SITTING.board, SITTING.date, Audience.PUBLIC,
        ACTIONS[:1], ACTIONS[1:], date(2022, 7, 5),
    )  # fmt: skip


@pytest.fixture
def action_notes() -> ActionNotesPaper:
    return ActionNotesPaper(SITTING, Audience.PRIVATE, ROLL, (MINUTE,), ACTIONS)


@pytest.fixture
def resolutions() -> ResolutionsPaper:
    return ResolutionsPaper(SITTING, Audience.PUBLIC, (SINGLE,))
