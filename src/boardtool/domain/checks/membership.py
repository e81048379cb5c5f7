"""Whether the board is whole: its statutory seats, its quorum, and interests dealt with (R20, R23, R25)."""

from collections.abc import Iterator

from boardtool.domain.boards import QuorumKind
from boardtool.domain.checks.case import Check, MeetingCase, ahead
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.meetings import Capacity, InterestTier, Presence
from boardtool.domain.people import Role
from boardtool.domain.quorum import needed

_SITTING = {Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER, Role.CO_OPTED}
_MAY_COME = {Presence.EXPECTED, Presence.PRESENT}


def _statutory_seats_are_held(case: MeetingCase) -> Iterator[Finding]:
    """R20: HSCA 2012 s.194(2) names the seats that every board has."""
    statutory = [seat for seat in case.seats if seat.statutory]
    if not statutory:
        yield Finding(
            "R20",
            Severity.INFORM,
            "No seat is marked as one that the law asks for, so vacancies cannot be told.",
            mend="Mark the seats",
        )
    held = {member.seat_id for member in case.members}
    for seat in statutory:
        if seat.id not in held:
            yield Finding("R20", Severity.WARN, f"The seat “{seat.name}” is vacant.", mend="Name a member")


def _quorum_is_set(case: MeetingCase) -> Iterator[Finding]:
    """R23: without a number nothing can be tested."""
    if case.board.quorum.kind is QuorumKind.NOT_SET:
        yield Finding(
            "R23",
            Severity.INFORM,
            "Quorum is not set for this board, so it will not be checked.",
            mend="Set quorum",
        )


def _enough_are_expected(case: MeetingCase) -> Iterator[Finding]:
    """R23: apologies may leave too few members for a quorum."""
    enough = needed(case.board.quorum, voting_members(case))
    expected = sum(
        person.capacity is Capacity.MEMBER and person.voting and person.presence in _MAY_COME
        for person in case.attendance
    )
    if enough is not None and expected < enough:
        yield Finding(
            "R23",
            Severity.WARN,
            f"Voting members expected in the room: {expected}; a quorum is {enough}.",
            mend="Ask for substitutes",
        )


def _interests_were_acted_on(case: MeetingCase) -> Iterator[Finding]:
    """R25: who has a pecuniary or registerable interest takes no part, and the minutes say so."""
    number = {item.id: item.number for item in case.items}
    for interest in case.interests:
        if interest.tier is not InterestTier.FINANCIAL and not interest.did.strip():
            yield Finding(
                "R25",
                Severity.WARN,
                f"{interest.name} declared a {interest.tier} interest; nothing says what they did.",
                number.get(interest.item_id or 0, ""),
                "Record what they did",
                items=() if interest.item_id is None else (interest.item_id,),
            )


def voting_members(case: MeetingCase) -> int:
    """The voting membership on the day, of which a quorum by fraction is taken."""
    return sum(member.voting and member.role in _SITTING for member in case.members)


def _statutory_and_ahead(case: MeetingCase) -> bool:
    return case.statutory and case.ahead


def _listed_and_ahead(case: MeetingCase) -> bool:
    return case.ahead and bool(case.attendance) and case.board.quorum.kind is not QuorumKind.NOT_SET


def _declared(case: MeetingCase) -> bool:
    return bool(case.interests)


CHECKS = (
    Check(
        "R20",
        _statutory_seats_are_held,
        _statutory_and_ahead,
        says="The seats that the law asks for are held",
    ),
    Check("R23", _quorum_is_set, ahead, says="A quorum is set for this board"),
    Check("R23", _enough_are_expected, _listed_and_ahead, says="Enough voting members are expected"),
    Check("R25", _interests_were_acted_on, _declared, says="Nothing is open about interests declared"),
)
