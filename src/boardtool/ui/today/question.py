"""What the Today page asks: the day as the library has it, the items of the agenda, and whom to chase."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boardtool.data.store import Reading
    from boardtool.data.today import Today
    from boardtool.domain.performance.scorecard import ScorecardRow


@dataclass(frozen=True, slots=True)
class Day:
    """A day, the subjects of the next meeting's items by id, and whether there is any meeting at all."""

    today: "Today"
    subjects: dict[int, str]
    any_meeting: bool


def ask(reading: "Reading", on: date) -> Day:
    from boardtool.data import agenda, meetings
    from boardtool.data.today import today

    found = today(reading, on)
    coming = found.coming
    items = [] if coming is None else agenda.items(reading, coming.meeting.id)
    return Day(found, {item.id: item.subject for item in items}, bool(meetings.every(reading)))


def people_to_chase(reading: "Reading", on: date) -> int:
    """How many owners can be sent a form with their open actions."""
    from boardtool.services.exchange.sending import recipients

    return len(recipients(reading, today=on).owners)


def ask_off_plan(reading: "Reading") -> "tuple[ScorecardRow, ...]":
    """The metrics of all scorecards that miss their target."""
    from boardtool.data.performance.off_plan import off_plan

    return off_plan(reading)
