"""Each minute of a Word file, held against the one that was written here: words, resolutions and actions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from boardtool.data import minutes
from boardtool.data.store import Step
from boardtool.domain.actions import Action
from boardtool.domain.boards import ItemRole
from boardtool.domain.item_roles import role_of_item, role_of_subject
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.minutes import Minute
from boardtool.domain.minutes_read import ReadMinute, ReadMinutes
from boardtool.domain.text import same_words
from boardtool.domain.titles import alike
from boardtool.services.exchange import minute_actions
from boardtool.services.exchange.comparing import ComparedRow, added, held_against, in_conflict
from boardtool.services.exchange.request import Take

SHEET = "Minutes"

_LABEL = re.compile(r"^\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]\s+", re.IGNORECASE)

# A line of its own that tells who came or went; here that is kept with the attendance.
_COMING = re.compile(r"^\([^()\n]+ (?:left|joined) the meeting at [^()\n]+\)?$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Taking:
    """A minute of the file on its way in: its place in the meeting, and when its resolutions were agreed.

    `log` holds the board's actions as they are now.
    """

    read: ReadMinute
    position: int
    agreed_at: datetime | None
    log: Sequence[Action]


def compared_minutes(
    found: ReadMinutes,
    held: Sequence[Minute],
    items: Sequence[AgendaItem],
    log: Sequence[Action],
    *,
    agreed_at: datetime | None,
    winner: Take | None,
) -> Iterator[ComparedRow]:
    """Every minute of the file, in its order."""
    free_items = list(items)
    free_minutes = list(held)
    for position, minute in enumerate(found.minutes):
        taking = _Taking(minute, position, agreed_at, log)
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
        "actions": minute_actions.in_file(minute.actions),
    }


def _ours(known: Minute, taking: _Taking) -> dict[str, object]:
    return {
        "number": known.number,
        "heading": known.heading,
        "text": known.narrative,
        "lead": known.lead,
        "resolutions": tuple(
            f"{resolution.label} {resolution.text}".strip() for resolution in known.resolutions
        ),
        "actions": minute_actions.in_log(taking.read.actions, taking.log),
    }


def _against(taking: _Taking, known: Minute, item: AgendaItem | None, winner: Take | None) -> ComparedRow:
    """Where nothing was written here the file's words are taken; where both wrote, it is a conflict."""
    ours = _ours(known, taking)
    said = {name: value for name, value in _said(taking.read).items() if value not in {None, "", ()}}
    settled = {name: value for name, value in said.items() if _differs(value, ours[name])}
    differing = [name for name in settled if ours[name] and _was_written(name, known, item, taking)]
    if winner is not Take.THEIRS:
        settled = {name: value for name, value in settled.items() if name not in differing}
    preview = held_against(SHEET, taking.read.paragraph, _key(taking.read), {**ours, **settled}, ours)
    if differing and winner is None:
        preview = in_conflict(preview, {name: (ours[name], said[name]) for name in differing})
    return ComparedRow(preview, partial(_change, taking, known, frozenset(settled)))


def _was_written(name: str, known: Minute, item: AgendaItem | None, taking: _Taking) -> bool:
    """Whether somebody wrote this here: not a number that was counted, nor a heading that the item gave."""
    if name == "heading":
        return item is None or known.heading != item.subject
    if name == "actions":
        return minute_actions.reworded(taking.read.actions, taking.log)
    return name != "number"


def _differs(theirs: object, ours: object) -> bool:
    """Whether two texts differ by more than spacing, case, signs and printed comings; lists, line by line.

    How the lines of a list are labelled, 1) or a), is no difference.
    """
    if isinstance(theirs, tuple) and isinstance(ours, tuple):
        return len(theirs) != len(ours) or any(
            not same_words(_LABEL.sub("", str(one)), _LABEL.sub("", str(other)))
            for one, other in zip(theirs, ours, strict=True)
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
    minute_actions.take_in(minute.actions, None if item is None else item.id, step, meeting_id)


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
        minute_actions.take_in(minute.actions, known.item_id, step, meeting_id)


def _set_resolutions(taking: _Taking, step: Step, minute_id: int) -> None:
    for resolution in taking.read.resolutions:
        minutes.add_resolution(
            step, minute_id, text=resolution.text, label=resolution.label, agreed_at=taking.agreed_at
        )
