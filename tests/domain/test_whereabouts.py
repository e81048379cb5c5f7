"""Where everybody is at a time of the meeting."""

from __future__ import annotations

import pytest

from boardtool.domain.meetings import Attendance, Presence
from boardtool.domain.whereabouts import Where, by_place, note, where


def somebody(presence: Presence = Presence.PRESENT, **values: object) -> Attendance:
    return Attendance(1, 1, "Director of Place", "", presence=presence, **values)  # type: ignore[arg-type] # fields by name


@pytest.mark.parametrize(
    ("person", "place", "words"),
    [
        (somebody(), Where.ROOM, ""),
        (somebody(Presence.BY_VIDEO), Where.VIDEO, ""),
        (somebody(Presence.APOLOGIES), Where.APOLOGIES, ""),
        (somebody(Presence.ABSENT), Where.ABSENT, ""),
        (somebody(Presence.EXPECTED), Where.EXPECTED, ""),
        (somebody(left_at="14:02"), Where.LEFT, "left 14:02"),
        (somebody(left_at="15:30"), Where.ROOM, "leaves 15:30"),
        (somebody(came_at="14:00"), Where.ROOM, "came 14:00"),
        (somebody(came_at="14:30"), Where.EXPECTED, "comes 14:30"),
        (somebody(substitute_for="Chair"), Where.ROOM, "substitute"),
        (somebody(chairing=True), Where.ROOM, "chair"),
        (somebody(left_at="13:40", came_at="14:05"), Where.ROOM, "left 13:40"),
    ],
)
def test_at_seven_past_two(person: Attendance, place: Where, words: str) -> None:
    assert where(person, "14:07") is place
    assert note(person, "14:07") == words


def test_everybody_stands_in_one_group_in_the_order_of_the_list() -> None:
    people = [somebody(), somebody(Presence.APOLOGIES), somebody(left_at="14:00"), somebody()]
    groups = by_place(people, "14:07")
    assert list(groups) == [Where.ROOM, Where.APOLOGIES, Where.LEFT]
    assert sum(map(len, groups.values())) == len(people)
