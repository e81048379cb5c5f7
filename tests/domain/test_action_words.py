from __future__ import annotations

import pytest

from boardtool.domain.action_words import owners_from_words, says_no_day, status_from_words
from boardtool.domain.actions import ActionStatus

OPEN, PROGRESS, COMPLETED, CLOSED = ActionStatus


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Open", OPEN), ("outstanding", OPEN), ("Not completed", OPEN), ("not started", OPEN),
        ("Ongoing", PROGRESS),
        ("On-going", PROGRESS), ("In progress (80%)", PROGRESS), ("in progress - awaiting reply", PROGRESS),
        ("Partially complete", PROGRESS), ("Complete", COMPLETED), ("DONE", COMPLETED),
        ("Completed.", COMPLETED),
        ("Completed. Circulated on the 14th July", COMPLETED), ("Completed 6th July", COMPLETED),
        ("Completed \u2013 July", COMPLETED), ("Closed", CLOSED), ("Closed - see minute 4", CLOSED),
        ("N/A", CLOSED), ("", None), ("Blue", None), ("Completely wrong", None), ("Incomplete", OPEN),
    ],
)  # fmt: skip
def test_what_people_write_for_a_status(words: str, status: ActionStatus | None) -> None:
    assert status_from_words(words) is status


@pytest.mark.parametrize("status", ActionStatus)
def test_every_status_is_understood_as_it_is_printed(status: ActionStatus) -> None:
    assert status_from_words(status) is status


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("Louise De Chiara/Henna Parmar", ("Louise De Chiara", "Henna Parmar")),
        ("Toby Sanders/ Naomi Eisenstadt", ("Toby Sanders", "Naomi Eisenstadt")),
        ("A; B\nC", ("A", "B", "C")),
        ("Sally Burns and Amy Plank", ("Sally Burns", "Amy Plank")),
        ("David Watts & Sam Fitzgerald", ("David Watts", "Sam Fitzgerald")),
        ("Health and Wellbeing Team", ("Health and Wellbeing Team",)),
        ("Director of Adults, Communities and Wellbeing", ("Director of Adults, Communities and Wellbeing",)),
        ("Amy Plank/Amy Plank", ("Amy Plank",)),
        ("Amy Plank, Sally Burns and Sam Fitzgerald", ("Amy Plank", "Sally Burns", "Sam Fitzgerald")),
        ("Toby Sanders, Chief Executive", ("Toby Sanders, Chief Executive",)),
        ("Smith, John", ("Smith, John",)),
        ("N/A", ()),
        ("TBC", ()),
        ("", ()),
        ("??", ()),
    ],
)
def test_owners_are_parted_only_where_it_is_safe(words: str, owners: tuple[str, ...]) -> None:
    assert owners_from_words(words) == owners


def test_words_that_say_there_is_no_day() -> None:
    assert says_no_day("TBC")
    assert says_no_day("-")
    assert not says_no_day("5 July 2022")
