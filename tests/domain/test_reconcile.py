"""What the real minutes of 5 July 2022 promised, and what the real action log took up."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from boardtool.domain.action_words import status_from_words
from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.minutes import Minute, Resolution
from boardtool.domain.reconcile import (
    Following,
    Reconciliation,
    is_promise,
    likeness,
    reconcile,
    who_promised,
)

if TYPE_CHECKING:
    from pathlib import Path

JULY = date(2022, 7, 5)


def the_real_minutes(text: str) -> list[Minute]:
    """The minutes of the text form, cut as plainly as this test needs."""
    found = []
    for part in re.split(r"\n\n(?=[0-9]{2}\.? [A-Z])", text)[1:]:
        head, _, body = part.partition("\n")
        number, _, heading = head.partition(" ")
        narrative, *resolved = body.split("RESOLVED that")
        resolutions = tuple(
            Resolution(0, 0, place, label, line.strip())
            for place, (label, line) in enumerate(
                (match["label"] or "", match["text"])
                for block in resolved
                for match in re.finditer(
                    r"^(?:- (?P<label>\w\)))? ?(?P<text>.*[a-z].*)$", block.strip(" :"), re.MULTILINE
                )
                if match["label"] or "\n" not in block.strip()
            )
        )
        found.append(
            Minute(int(number[:2]), 1, None, 0, int(number[:2]), heading, narrative, resolutions=resolutions)
        )
    return found


def the_real_actions(text: str) -> list[Action]:
    rows = [line.split("\t") for line in text.splitlines() if re.match(r"[0-9]{6}/", line)]
    return [
        Action(
            place, 1, "NNHWB", "North", number, point,
            owners=tuple(owners.split("/")),
            status=status_from_words(status) or ActionStatus.OPEN,
            raised_on=date(2022, int(number[2:4]), int(number[:2])),
        )
        for place, (number, point, owners, _, status) in enumerate(rows)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def july(reference: Path) -> Reconciliation:
    minutes = (reference / "pack" / "minutes-2022-07-05.txt").read_text(encoding="utf-8")
    log = (reference / "pack" / "action-log-2022-09-06.txt").read_text(encoding="utf-8")
    return reconcile(the_real_minutes(minutes), the_real_actions(log), on=JULY)


def test_the_july_minutes_hold_nine_promises(july: Reconciliation) -> None:
    assert [each.place for each in july.promises] == [
        "Minute 29",
        "Minute 29",
        "Minute 30 1)",
        "Minute 31 b)",
        "Minute 31 c)",
        "Minute 32 2)",
        "Minute 33 1)",
        "Minute 33 2)",
        "Minute 34",
    ]


def test_four_of_them_were_taken_up_by_the_log(july: Reconciliation) -> None:
    assert [
        (each.place, [action.number for action in each.actions]) for each in july.promises if each.actions
    ] == [
        ("Minute 30 1)", ["050722/01"]),
        ("Minute 31 c)", ["100322/03"]),
        ("Minute 33 1)", ["050722/02"]),
        ("Minute 34", ["050722/03"]),
    ]


def test_five_were_followed_by_nothing_and_say_who_promised(july: Reconciliation) -> None:
    assert [(each.place, each.who) for each in july.followed_by_nothing] == [
        ("Minute 29", "Assistant Director of Adult Social Services"),
        ("Minute 29", "Director of Adults, Communities and Wellbeing at North Northants Council"),
        ("Minute 31 b)", "Director of Public Health"),
        ("Minute 32 2)", "Board members"),
        ("Minute 33 2)", ""),
    ]


def test_one_logged_action_has_no_resolution_behind_it(july: Reconciliation) -> None:
    assert [action.number for action in july.unasked] == ["050722/04"]


def test_lines_that_only_note_or_approve_need_nothing(july: Reconciliation) -> None:
    places = [each.place for each in july.commitments if each.following is Following.NONE_NEEDED]
    assert {"Minute 28", "Minute 37 1)", "Minute 38 2)", "Minute 39", "Minute 40 4)"} <= set(places)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Director of Public Health will ask for a media campaign", "Director of Public Health"),
        ("Steve O'Brien and Sam Fitzgerald to discuss opportunities", "Steve O'Brien and Sam Fitzgerald"),
        ("Further information would be circulated", ""),
        ("The Director had asked for a campaign to include schools", "Director"),
    ],
)
def test_a_promise_says_who_made_it(text: str, who: str) -> None:
    assert is_promise(text)
    assert who_promised(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "The Board notes the updates",
        "agrees to sign up to the Prevention Concordat.",
        "Supports the proposed establishment of the Delivery Board to progress the mobilisation",
        "The strategic direction of travel for acute hospital care in the county",
    ],
)
def test_what_is_no_promise_is_left_alone(text: str) -> None:
    assert not is_promise(text)


def test_an_action_done_before_the_meeting_cannot_have_followed_it() -> None:
    text = "The Director will circulate the school newsletter"
    minute = Minute(1, 1, None, 0, 29, "Schools", resolutions=(Resolution(1, 1, 0, "", text),))
    old = Action(
        1, 1, "N", "N", "100321/01", text, completed_on=date(2021, 5, 1), status=ActionStatus.COMPLETED
    )
    assert [each.following for each in reconcile([minute], [old], on=JULY).commitments] == [Following.NOTHING]


def test_an_action_recorded_under_the_same_item_needs_fewer_words_in_common() -> None:
    text = "The Director will circulate the dental waiting and recall figures"
    minute = Minute(1, 1, 7, 0, 29, "Dentists", resolutions=(Resolution(1, 1, 0, "", text),))
    action = Action(
        1, 1, "N", "N", "050722/09", "Circulate numbers waiting for a dentist in Corby", item_id=7
    )
    assert 0 < likeness(text, action.text) < 0.5
    assert reconcile([minute], [action], on=JULY).commitments[0].following is Following.ACTION


def test_words_that_say_nothing_make_no_likeness() -> None:
    assert likeness("The Board", "The Board") == 0
