"""A meeting against its plan: how long items took, when the rest will come, and when it will be over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from boardtool.domain.agenda import end
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.times import clock_of_minutes, minutes_of

_CARRIED = "carried forward"
_GRACE = 2  # minutes over its length before an item is said to have overrun


@dataclass(frozen=True, slots=True)
class Expected:
    """What the items pane says of one item: `taken` and `planned` are minutes, `start` an "HH:MM".

    `taken` is None until the item is over; `start` is when it began, or when it will as things stand.
    """

    item_id: int
    planned: int
    start: str
    taken: int | None = None

    @property
    def overran(self) -> bool:
        return self.taken is not None and self.taken > self.planned + _GRACE


@dataclass(frozen=True, slots=True)
class AgainstPlan:
    """The whole meeting: when it closes as things stand, when it should, and the minutes between.

    `spent` and `planned` are the minutes of the item in hand; both None where none is in hand.
    """

    items: tuple[Expected, ...]
    expected_close: str
    planned_close: str
    behind: int
    spent: int | None = None
    planned: int | None = None

    @property
    def sentence(self) -> str:
        """“10 min behind”, “5 min ahead” or “on plan”."""
        if self.behind > 0:
            return f"{self.behind} min behind"
        return f"{-self.behind} min ahead" if self.behind < 0 else "on plan"


def in_hand(items: Sequence[AgendaItem]) -> AgendaItem | None:
    """The item whose clock runs."""
    running = [item for item in items if item.started_at is not None and item.ended_at is None]
    return running[-1] if running else None


def next_item(items: Sequence[AgendaItem], after: int | None) -> AgendaItem | None:
    """The first item below another that was not taken yet; with None, the first of all."""
    places = [place for place, item in enumerate(items) if item.id == after]
    below = items[places[0] + 1 :] if places else items
    return next((item for item in below if item.started_at is None and item.outcome != _CARRIED), None)


def against_plan(meeting: Meeting, items: Sequence[AgendaItem], now: datetime) -> AgainstPlan:
    """How the meeting stands at a moment (local wall time, as the items keep theirs).

    What was not taken yet follows the item in hand, each at its planned length; the item in hand ends when
    its length is over, or now if that was a while ago. Carried-forward items take no time.
    """
    first = meeting.agenda_start or meeting.start
    planned_close = end(first, [item.length for item in items])
    running = in_hand(items)
    at = _free_from(meeting, items, running, now)
    expected: list[Expected] = []
    for item in items:
        if item.started_at is not None:
            taken = _taken(item)
            expected.append(Expected(item.id, item.length, f"{item.started_at:%H:%M}", taken))
        elif item.outcome == _CARRIED:
            expected.append(Expected(item.id, 0, item.start or first))
        else:
            expected.append(Expected(item.id, item.length, clock_of_minutes(at)))
            at += item.length
    closed = meeting.closed_at
    close = f"{closed:%H:%M}" if closed is not None else clock_of_minutes(at)
    return AgainstPlan(
        tuple(expected),
        close,
        planned_close,
        minutes_of(close) - minutes_of(planned_close),
        None if running is None else spent(running, now),
        None if running is None else running.length,
    )


def spent(item: AgendaItem, now: datetime) -> int:
    """Whole minutes since an item began; a clock set back makes none of them negative."""
    return 0 if item.started_at is None else max(0, _minute(now) - _minute(item.started_at))


def _taken(item: AgendaItem) -> int | None:
    if item.started_at is None or item.ended_at is None:
        return None
    return max(0, _minute(item.ended_at) - _minute(item.started_at))


def _free_from(
    meeting: Meeting, items: Sequence[AgendaItem], running: AgendaItem | None, now: datetime
) -> int:
    """Minutes after midnight from which what is left of the agenda can begin."""
    if running is not None and running.started_at is not None:
        return max(_minute(running.started_at) + running.length, _minute(now))
    planned = minutes_of(meeting.agenda_start or meeting.start)
    if meeting.opened_at is None:
        on_the_day = now.date() == meeting.date
        return max(planned, _minute(now)) if on_the_day else planned
    ended = [_minute(item.ended_at) for item in items if item.ended_at is not None]
    return max([planned, *ended]) if meeting.closed_at is not None else max(planned, _minute(now))


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
