"""What the quorum will be if everybody comes who is expected, for the chair's brief (R22, R23)."""

from __future__ import annotations

from dataclasses import replace

from boardtool.domain.boards import QuorumKind, QuorumRule
from boardtool.domain.meetings import Attendance, Presence
from boardtool.domain.quorum import forecast

TWO = QuorumRule(QuorumKind.NUMBER, number=2)
ANN = Attendance(1, 1, "Ann", "A post")


def people(*presences: Presence) -> list[Attendance]:
    return [
        replace(ANN, id=place, name=f"Member {place}", presence=each) for place, each in enumerate(presences)
    ]


def test_those_expected_count_and_those_by_video_do_not() -> None:
    expected = people(Presence.EXPECTED, Presence.PRESENT, Presence.BY_VIDEO, Presence.APOLOGIES)
    assert forecast(TWO, expected, voting_members=5) == (
        "2 of 5 voting members are expected in the room; 2 are needed."
    )
    assert forecast(TWO, expected, voting_members=5, remote_counts=True) == (
        "3 of 5 voting members are expected; 2 are needed."
    )


def test_a_substitute_counts_in_the_place_of_the_member() -> None:
    away = replace(ANN, id=2, presence=Presence.APOLOGIES)
    stands_in = replace(ANN, id=3, name="Bob", substitute_for="Ann", presence=Presence.EXPECTED)
    assert forecast(QuorumRule(), [away, stands_in], voting_members=3) == (
        "1 of 3 voting members is expected in the room; no quorum is set for the board."
    )


def test_before_anybody_is_listed_nothing_is_foretold() -> None:
    assert forecast(TWO, [], voting_members=5) == "Nobody is listed for the meeting yet."
