"""How late an action is, in words and in groups: late, due by the next meeting, open, completed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from boardtool.domain.actions import Action
from boardtool.domain.dates import long_date


class Standing(StrEnum):
    """Where an action stands on a day, the most pressing first."""

    LATE = "late"
    DUE_SOON = "due by the next meeting"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days that lateness is measured from.

    `next_meeting` and `last_meeting` are those of the board that the log is for; `met` is, by board id, the
    day of that board's last meeting, by which an action without a due date is late.
    """

    today: date
    next_meeting: date | None = None
    last_meeting: date | None = None
    met: Mapping[int, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lateness:
    """An action's standing; `days` are left until it is due (negative: late), None where it has no due date.

    `age` is the days since it was raised, None where nobody can tell.
    """

    standing: Standing
    days: int | None
    age: int | None

    @property
    def short(self) -> str:
        """For a narrow column: "13 d late", "in 6 d", "22 d", "167 d old", "done"."""
        if self.standing is Standing.DONE:
            return "done"
        if self.days is None:
            return "" if self.age is None else f"{self.age} d old"
        if self.days < 0:
            return f"{-self.days} d late"
        if self.days == 0:
            return "today"
        return f"in {self.days} d" if self.standing is Standing.DUE_SOON else f"{self.days} d"

    @property
    def words(self) -> str:
        """For a sentence: "13 days late", "in 6 days", "due today", "167 days old", "done"."""
        if self.standing is Standing.DONE:
            return "done"
        if self.days is None:
            return "" if self.age is None else f"{_days(self.age)} old"
        if self.days < 0:
            return f"{_days(-self.days)} late"
        return "due today" if self.days == 0 else f"in {_days(self.days)}"

    @property
    def urgency(self) -> tuple[int, int]:
        """Sorts by standing, then the longest late or the soonest due; undated ones by age."""
        nearness = -(self.age or 0) if self.days is None else self.days
        return (list(Standing).index(self.standing), nearness)


@dataclass(frozen=True, slots=True)
class Group:
    """Actions of one standing under the heading that the log shows."""

    standing: Standing
    heading: str
    actions: tuple[Action, ...]


def lateness(action: Action, horizon: Horizon) -> Lateness:
    """How late an action is on a day.

    An action without a due date is late as soon as a later meeting of its board has passed it by.
    """
    today = horizon.today
    age = None if action.raised_on is None else (today - action.raised_on).days
    days = None if action.due is None else (action.due - today).days
    return Lateness(_standing(action, horizon), days, age)


def grouped(actions: Iterable[Action], horizon: Horizon) -> list[Group]:
    """Actions in groups by what to do about them, the most urgent first; empty groups are left out.

    Completed ones are split at the last meeting; those completed before it, or on no known day, come last.
    """
    held: dict[tuple[Standing, str], list[Action]] = {}
    for action in sorted(actions, key=lambda each: lateness(each, horizon).urgency):
        standing = _standing(action, horizon)
        held.setdefault((standing, _heading(action, standing, horizon)), []).append(action)
    order = list(Standing)
    keys = sorted(held, key=lambda key: (order.index(key[0]), key[1] == _EARLIER))
    return [Group(standing, heading, tuple(held[standing, heading])) for standing, heading in keys]


_EARLIER = "Completed earlier"


def _standing(action: Action, horizon: Horizon) -> Standing:
    if action.status.is_done:
        return Standing.DONE
    if action.due is None:
        return Standing.LATE if _passed_by(action, horizon) else Standing.OPEN
    if action.due < horizon.today:
        return Standing.LATE
    if horizon.next_meeting is not None and action.due <= horizon.next_meeting:
        return Standing.DUE_SOON
    return Standing.OPEN


def _passed_by(action: Action, horizon: Horizon) -> bool:
    met = horizon.met.get(action.board_id)
    return action.raised_on is not None and met is not None and action.raised_on < met


def _heading(action: Action, standing: Standing, horizon: Horizon) -> str:
    if standing is Standing.DUE_SOON and horizon.next_meeting is not None:
        return f"Due by {_day(horizon.next_meeting, horizon.today)}"
    if standing is not Standing.DONE:
        return standing.value.capitalize()
    if horizon.last_meeting is None:
        return "Completed"
    if action.completed_on is None or action.completed_on < horizon.last_meeting:
        return _EARLIER
    return f"Completed since {_day(horizon.last_meeting, horizon.today)}"


def _day(day: date, today: date) -> str:
    """6 September; with the year where it is not this one."""
    shown = long_date(day)
    return shown.removesuffix(f" {day.year}") if day.year == today.year else shown


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
