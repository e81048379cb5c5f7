"""Each minute of a Word file, held against the one that was written here: words, resolutions and actions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from boardtool.data import actions, meetings, minutes
from boardtool.data.store import Step
from boardtool.domain.action_numbers import read_action_number
from boardtool.domain.action_words import owners_from_words
from boardtool.domain.boards import ItemRole
from boardtool.domain.checks.papers import alike
from boardtool.domain.dates import DateRefusedError, read_date
from boardtool.domain.item_roles import role_of_item, role_of_subject
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.minutes import Minute
from boardtool.domain.minutes_read import ReadAction, ReadMinute, ReadMinutes
from boardtool.domain.text import same_words
from boardtool.services.exchange.comparing import ComparedRow, added, held_against, in_conflict
from boardtool.services.exchange.request import Take

SHEET = "Minutes"

# What may have been written here as well as there, so that neither is overwritten unseen.
_WRITTEN = ("heading", "text", "lead", "resolutions", "actions")

# A line of its own that tells who came or went; here that is kept with the attendance.
_COMING = re.compile(r"^\([^()\n]+ (?:left|joined) the meeting at [^()\n]+\)?$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Taking:
    """A minute of the file on its way in: its place in the meeting, and when its resolutions were agreed."""

    read: ReadMinute
    position: int
    agreed_at: datetime | None


def compared_minutes(
    found: ReadMinutes,
    held: Sequence[Minute],
    items: Sequence[AgendaItem],
    *,
    agreed_at: datetime | None,
    winner: Take | None,
) -> Iterator[ComparedRow]:
    """Every minute of the file, in its order."""
    free_items = list(items)
    free_minutes = list(held)
    for position, minute in enumerate(found.minutes):
        taking = _Taking(minute, position, agreed_at)
        item = _item_of(minute, free_items)
        if item is not None:
            free_items.remove(item)
        known = _minute_of(minute, item, free_minutes)
        if known is None:
            preview = added(SHEET, minute.paragraph, _key(minute), _said(minute))
            yield ComparedRow(preview, partial(_add, taking, item))
        else:
            free_minutes.remove(known)
            yield _against(taking, known, item, winner)


def _key(minute: ReadMinute) -> str:
    return minute.heading if minute.number is None else str(minute.number)


def _item_of(minute: ReadMinute, items: Sequence[AgendaItem]) -> AgendaItem | None:
    """The item that a minute is of: of the same role, else of the same words, else of nearly the same."""
    role = role_of_subject(minute.heading)
    if role is not ItemRole.PLAIN:
        return next((item for item in items if role_of_item(item) is role), None)
    same = [item for item in items if same_words(item.subject, minute.heading)]
    close = same or [
        item for item in items if role_of_item(item) is ItemRole.PLAIN and alike(item.subject, minute.heading)
    ]
    return close[0] if close else None


def _minute_of(minute: ReadMinute, item: AgendaItem | None, held: Sequence[Minute]) -> Minute | None:
    if item is not None:
        of_item = next((known for known in held if known.item_id == item.id), None)
        if of_item is not None:
            return of_item
    return next(
        (known for known in held if known.item_id is None and same_words(known.heading, minute.heading)), None
    )


def _said(minute: ReadMinute) -> dict[str, object]:
    return {
        "number": minute.number,
        "heading": minute.heading,
        "text": minute.narrative,
        "lead": minute.lead,
        "resolutions": tuple(
            f"{resolution.label} {resolution.text}".strip() for resolution in minute.resolutions
        ),
        "actions": tuple(f"{action.number} {action.text}".strip() for action in minute.actions),
    }


def _ours(known: Minute) -> dict[str, object]:
    return {
        "number": known.number,
        "heading": known.heading,
        "text": known.narrative,
        "lead": known.lead,
        "resolutions": tuple(
            f"{resolution.label} {resolution.text}".strip() for resolution in known.resolutions
        ),
        "actions": tuple(f"{action.number} {action.text}" for action in known.actions),
    }


def _against(taking: _Taking, known: Minute, item: AgendaItem | None, winner: Take | None) -> ComparedRow:
    """Where nothing was written here the file's words are taken; where both wrote, it is a conflict."""
    ours = _ours(known)
    said = {name: value for name, value in _said(taking.read).items() if value not in {None, "", ()}}
    untouched = item is not None and known.heading == item.subject
    differing = [
        name
        for name in _WRITTEN
        if name in said
        and _differs(said[name], ours[name])
        and ours[name]
        and not (name == "heading" and untouched)
    ]
    settled = {name: value for name, value in said.items() if _differs(value, ours[name])}
    if winner is not Take.THEIRS:
        settled = {name: value for name, value in settled.items() if name not in differing}
    preview = held_against(SHEET, taking.read.paragraph, _key(taking.read), {**ours, **settled}, ours)
    if differing and winner is None:
        preview = in_conflict(preview, {name: (ours[name], said[name]) for name in differing})
    return ComparedRow(preview, partial(_change, taking, known, frozenset(settled)))


def _differs(theirs: object, ours: object) -> bool:
    """Whether two texts differ by more than spacing, case, signs and printed comings; lists, line by line."""
    if isinstance(theirs, tuple) and isinstance(ours, tuple):
        return len(theirs) != len(ours) or any(
            not same_words(str(one), str(other)) for one, other in zip(theirs, ours, strict=True)
        )
    return not same_words(_COMING.sub("", str(theirs)), _COMING.sub("", str(ours)))


def _add(taking: _Taking, item: AgendaItem | None, step: Step, meeting_id: int) -> None:
    minute = taking.read
    minute_id = minutes.add(
        step,
        meeting_id,
        position=taking.position if item is None else item.position,
        heading=minute.heading,
        item_id=None if item is None else item.id,
        number=minute.number,
        narrative=minute.narrative,
        lead=minute.lead,
        exempt=item is not None and bool(item.exempt),
    )
    _set_resolutions(taking, step, minute_id)
    _set_actions(minute.actions, None if item is None else item.id, step, meeting_id)


def _change(taking: _Taking, known: Minute, settled: frozenset[str], step: Step, meeting_id: int) -> None:
    minute = taking.read
    facts = {
        "number": minute.number,
        "heading": minute.heading,
        "text": minute.narrative,
        "lead": minute.lead,
    }
    columns = {"text": "narrative"}
    minutes.change(
        step, known.id, **{columns.get(name, name): facts[name] for name in facts if name in settled}
    )
    if "resolutions" in settled:
        for resolution in known.resolutions:
            minutes.remove_resolution(step, resolution.id)
        _set_resolutions(taking, step, known.id)
    if "actions" in settled:
        _set_actions(minute.actions, known.item_id, step, meeting_id)


def _set_resolutions(taking: _Taking, step: Step, minute_id: int) -> None:
    for resolution in taking.read.resolutions:
        minutes.add_resolution(
            step, minute_id, text=resolution.text, label=resolution.label, agreed_at=taking.agreed_at
        )


def _set_actions(read: Sequence[ReadAction], item_id: int | None, step: Step, meeting_id: int) -> None:
    """Actions keep their number: one that the log has gets the file's words, another is added."""
    meeting = meetings.by_id(step.reading, meeting_id)
    log = {action.number: action.id for action in actions.log(step.reading, board_id=meeting.board_id)}
    for action in read:
        number, _ = read_action_number(action.number)
        owners = owners_from_words(action.owners)
        if number.text in log:
            actions.change(step, log[number.text], text=action.text)
            actions.set_owners(step, log[number.text], owners)
            continue
        actions.add(
            step,
            board_id=meeting.board_id,
            number=number.text,
            raised_on=number.raised_on or meeting.date,
            ordinal=number.ordinal,
            text=action.text,
            owners=owners,
            due=_due(action, meeting.date),
            meeting_id=meeting_id,
            item_id=item_id,
        )


def _due(action: ReadAction, made_on: date) -> date | None:
    try:
        return read_date(action.due, year=made_on.year)
    except DateRefusedError:
        return None
