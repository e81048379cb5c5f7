"""Who was at a meeting by its Word minutes, held against the attendance that is kept here."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from boardtool.data import attendance, people
from boardtool.data.store import Step
from boardtool.domain.meetings import Attendance, Capacity, Presence
from boardtool.domain.minutes_read import ReadMinutes, ReadPerson
from boardtool.domain.people import Membership
from boardtool.domain.text import folded
from boardtool.services.exchange.comparing import ComparedRow, added, held_against, in_conflict
from boardtool.services.exchange.members import name_key
from boardtool.services.exchange.request import Take

SHEET = "Attendance"
_FEWEST_WORDS = 3
_SMALL = {"the", "of", "and", "for", "to", "at", "in", "a"}


def compared_people(
    found: ReadMinutes,
    held: Sequence[Attendance],
    *,
    board_id: int,
    day: date,
    winner: Take | None,
) -> Iterator[ComparedRow]:
    """Every person that the file lists; who was only expected here takes what the file says."""
    ours = {name_key(person.name): person for person in held}
    lists = (
        (found.present, Capacity.MEMBER, Presence.PRESENT),
        (found.officers, Capacity.OFFICER, Presence.PRESENT),
        (found.apologies, Capacity.MEMBER, Presence.APOLOGIES),
        (found.absent, Capacity.MEMBER, Presence.ABSENT),
    )
    for listed, capacity, presence in lists:
        for person in listed:
            said = _said(person, capacity, presence, found)
            known = ours.get(name_key(person.name)) or _by_post(person, held)
            if known is None:
                preview = added(SHEET, person.paragraph, person.name, {"name": person.name, **said})
                yield ComparedRow(preview, partial(_add, person, said, board_id, day))
            else:
                yield _against(person, said, known, winner)


def _by_post(person: ReadPerson, held: Sequence[Attendance]) -> Attendance | None:
    """The one person kept here by their post, where minutes name a post in other words.

    "the Chair of the Integrated Care Board" is "Chair, Integrated Care Board"; a shortened post is known
    where just one person here has all its words.
    """
    words = _weighty(person.name)
    if len(words) < _FEWEST_WORDS:
        return None
    same = [known for known in held if _weighty(known.name) == words]
    close = same or [known for known in held if words <= _weighty(f"{known.name} {known.post}")]
    return close[0] if len(close) == 1 else None


def _weighty(words: str) -> frozenset[str]:
    return frozenset(folded(words).split()) - _SMALL


def _said(
    person: ReadPerson, capacity: Capacity, presence: Presence, found: ReadMinutes
) -> dict[str, object]:
    moved = [stamp for stamp in found.stamps if stamp.name == person.name]
    came = next((stamp.at for stamp in moved if not stamp.left), None)
    left = next((stamp.at for stamp in reversed(moved) if stamp.left), None)
    return {
        "post": person.post,
        "capacity": capacity.value,
        "presence": (Presence.BY_VIDEO if person.by_video else presence).value,
        "chairing": person.chairing,
        "came_at": person.came_at or came,
        "left_at": person.left_at or left,
        "substitute_for": person.substitute_for,
    }


def _against(
    person: ReadPerson, said: dict[str, object], known: Attendance, winner: Take | None
) -> ComparedRow:
    ours: dict[str, object] = {
        "post": known.post,
        "capacity": known.capacity.value,
        "presence": known.presence.value,
        "chairing": known.chairing,
        "came_at": known.came_at,
        "left_at": known.left_at,
        "substitute_for": known.substitute_for,
    }
    # A post is kept as it was typed here, and silence of the file takes no time away.
    taken = {name: value for name, value in said.items() if name != "post" and value not in {None, ""}}
    preview = held_against(SHEET, person.paragraph, known.name, taken, {name: ours[name] for name in taken})
    differing = {
        name: change
        for name, change in preview.changes.items()
        if known.presence is not Presence.EXPECTED
        and name in {"presence", "came_at", "left_at"}
        and change[0]
    }
    if differing and winner is Take.OURS:
        taken = {name: value for name, value in taken.items() if name not in differing}
        preview = held_against(
            SHEET, person.paragraph, known.name, taken, {name: ours[name] for name in taken}
        )
    elif differing and winner is None:
        preview = in_conflict(preview, differing)
    return ComparedRow(preview, partial(_change, known, taken))


def _add(
    person: ReadPerson, said: dict[str, object], board_id: int, day: date, step: Step, meeting_id: int
) -> None:
    member = _member(people.members(step.reading, board_id, on=day), person.name)
    attendance.add(
        step,
        meeting_id,
        name=person.name,
        voting=said["capacity"] == Capacity.MEMBER and (member is None or member.voting),
        person_id=None if member is None else member.person_id,
        **said,
    )


def _member(members: Sequence[Membership], name: str) -> Membership | None:
    return next((member for member in members if name_key(member.name) == name_key(name)), None)


def _change(known: Attendance, taken: dict[str, object], step: Step, _meeting_id: int) -> None:
    attendance.change(step, known.id, **taken)
