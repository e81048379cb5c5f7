"""Whether enough members are in the room: who is there at a time, who of them counts, how many are needed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from boardtool.domain.boards import QuorumKind, QuorumRule
from boardtool.domain.meetings import Attendance, Capacity, Interest, InterestTier, Presence
from boardtool.domain.text import folded

_MUST_NOT_VOTE = {InterestTier.PECUNIARY, InterestTier.REGISTERABLE}


@dataclass(frozen=True, slots=True)
class Quorum:
    """`counted` members in the room, `needed` of them for a quorum; None where no quorum is set."""

    needed: int | None
    counted: int

    @property
    def met(self) -> bool:
        """Whether business may be done; true where no quorum is set, for then nothing can be tested."""
        return self.needed is None or self.counted >= self.needed

    @property
    def sentence(self) -> str:
        """“7 in the room, 6 needed”, or “quorum not set”."""
        if self.needed is None:
            return "quorum not set"
        return f"{self.counted} in the room, {self.needed} needed"


def quorum(
    rule: QuorumRule,
    attendance: Iterable[Attendance],
    *,
    voting_members: int,
    at: str | None = None,
    remote_counts: bool = False,
    out: Collection[int] = (),
) -> Quorum:
    """The quorum at a time of day (R23).

    Args:
        rule: how many the terms of reference ask for.
        attendance: everybody listed for the meeting.
        voting_members: the voting membership, of which a FRACTION is taken.
        at: "HH:MM"; None asks of the whole meeting, whoever came or left.
        remote_counts: whether those by video count; by R22 they do not.
        out: ids of attendances out of the count, as `out_for` an item.
    """
    counted = counting(attendance, at=at, remote_counts=remote_counts, out=out)
    return Quorum(needed(rule, voting_members), len(counted))


def needed(rule: QuorumRule, voting_members: int) -> int | None:
    """How many members a quorum takes, a fraction rounded up; None where none is set."""
    if rule.kind is QuorumKind.NUMBER:
        return rule.number
    if rule.kind is QuorumKind.FRACTION:
        return -(-voting_members * rule.numerator // rule.denominator)
    return None


def counting(
    attendance: Iterable[Attendance],
    *,
    at: str | None = None,
    remote_counts: bool = False,
    out: Collection[int] = (),
) -> list[Attendance]:
    """The members who count for quorum and vote: voting, in the room (R22), not out for an interest (R25).

    A substitute counts in the member's place, once (R24): not beside the member.
    """
    there = {Presence.PRESENT, Presence.BY_VIDEO} if remote_counts else {Presence.PRESENT}
    found = [
        person
        for person in attendance
        if person.capacity is Capacity.MEMBER
        and person.voting
        and person.presence in there
        and person.id not in out
        and (at is None or is_there(person, at))
    ]
    names = {folded(person.name) for person in found}
    return [
        person for person in found if not person.substitute_for or folded(person.substitute_for) not in names
    ]


def is_there(person: Attendance, at: str) -> bool:
    """Whether somebody who came is there at a time of day ("HH:MM").

    Who left before they came was there at first, went out, and came back.
    """
    came, left = person.came_at, person.left_at
    if came is not None and left is not None and left < came:
        return not left <= at < came
    return (came is None or came <= at) and (left is None or at < left)


def out_for(item_id: int, interests: Iterable[Interest], attendance: Iterable[Attendance]) -> frozenset[int]:
    """Ids of the attendances that may not vote on an item for an interest declared in it (R25)."""
    declared = [each for each in interests if each.item_id == item_id and each.tier in _MUST_NOT_VOTE]
    ids = {each.attendance_id for each in declared}
    names = {folded(each.name) for each in declared if each.attendance_id is None}
    return frozenset(person.id for person in attendance if person.id in ids or folded(person.name) in names)


def forecast(
    rule: QuorumRule, attendance: Iterable[Attendance], *, voting_members: int, remote_counts: bool = False
) -> str:
    """What the quorum will be if everybody comes who is expected, as a sentence.

    “9 of 12 voting members are expected in the room; 6 are needed.”
    """
    coming = [
        replace(person, presence=Presence.PRESENT) if person.presence is Presence.EXPECTED else person
        for person in attendance
    ]
    expected = len(counting(coming, remote_counts=remote_counts))
    if not coming:
        return "Nobody is listed for the meeting yet."
    there = f"{expected} of {voting_members} voting members {'is' if expected == 1 else 'are'} expected"
    room = there if remote_counts else f"{there} in the room"
    wanted = needed(rule, voting_members)
    if wanted is None:
        return f"{room}; no quorum is set for the board."
    return f"{room}; {wanted} {'is' if wanted == 1 else 'are'} needed."
