"""What one minute says in print: its heading, narrative, comings and goings, resolutions and actions."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from boardtool.domain.actions import Action
from boardtool.domain.dates import clock
from boardtool.domain.documents.action_log import LoggedAction, logged
from boardtool.domain.documents.sitting import Audience
from boardtool.domain.exempt import untitled
from boardtool.domain.meetings import AgendaItem, Attendance
from boardtool.domain.minutes import Minute


@dataclass(frozen=True, slots=True)
class PrintedResolution:
    """One thing resolved; `label` is "1)", "a)" or "" where it stands alone."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintedMinute:
    """A minute; `narrative` is Markdown, `stamps` are sentences ("(A left the meeting at 3.30 pm.)")."""

    number: int | None
    heading: str
    narrative: str = ""
    stamps: tuple[str, ...] = ()
    lead: str = ""
    resolutions: tuple[PrintedResolution, ...] = ()
    actions: tuple[LoggedAction, ...] = ()

    @property
    def title(self) -> str:
        return f"{self.number}. {self.heading}" if self.number else self.heading

    @property
    def resolved(self) -> str:
        """The words before the resolutions: "RESOLVED that the Board:"."""
        if not self.lead:
            return "RESOLVED that:"
        lead = self.lead if self.lead.endswith(":") or self._stands_alone else f"{self.lead}:"
        return f"RESOLVED that {lead}"

    @property
    def _stands_alone(self) -> bool:
        return len(self.resolutions) == 1 and not self.resolutions[0].label


def printed_minutes(
    minutes: Iterable[Minute],
    items: Collection[AgendaItem],
    attendance: Collection[Attendance],
    audience: Audience,
) -> tuple[PrintedMinute, ...]:
    """The minutes in order; for the public the summary alone of an exempt one, or nothing of it (R18)."""
    by_id = {item.id: item for item in items}
    printed: list[PrintedMinute] = []
    for minute in minutes:
        item = by_id.get(minute.item_id) if minute.item_id is not None else None
        exempt = minute.exempt or (item is not None and bool(item.exempt))
        if exempt and audience is Audience.PUBLIC:
            if minute.public_summary:
                printed.append(_summary(minute, item))
            continue
        printed.append(_printed(minute, _stamps(minute, item, attendance)))
    return tuple(printed)


def _summary(minute: Minute, item: AgendaItem | None) -> PrintedMinute:
    """What anyone may read of an exempt minute: the title for the public, and what was written for it."""
    closed = item is not None and bool(item.exempt)
    heading = item.title_for_the_public if item is not None and closed else untitled("")
    return PrintedMinute(number=minute.number, heading=heading, narrative=minute.public_summary)


def _printed(minute: Minute, stamps: tuple[str, ...]) -> PrintedMinute:
    return PrintedMinute(
        number=minute.number,
        heading=minute.heading,
        narrative=minute.narrative,
        stamps=stamps,
        lead=minute.lead,
        resolutions=tuple(PrintedResolution(r.label, r.text) for r in minute.resolutions),
        actions=tuple(logged(action) for action in _in_order(minute.actions)),
    )


def _in_order(actions: Iterable[Action]) -> list[Action]:
    return sorted(actions, key=lambda action: action.number)


def _stamps(minute: Minute, item: AgendaItem | None, attendance: Iterable[Attendance]) -> tuple[str, ...]:
    """Who came or left while the item was taken, unless the narrative already says that time."""
    if item is None or item.started_at is None:
        return ()
    moved = [
        (at, f"({person.name} {verb} the meeting at {clock(at)}.)")
        for person in attendance
        for at, verb in ((person.came_at, "joined"), (person.left_at, "left"))
        if at and _during(at, item.started_at, item.ended_at)
    ]
    said = minute.narrative.replace(" ", "")
    return tuple(sentence for at, sentence in sorted(moved) if clock(at).replace(" ", "") not in said)


def _during(at: str, started: datetime, ended: datetime | None) -> bool:
    return f"{started:%H:%M}" <= at and (ended is None or at < f"{ended:%H:%M}")
