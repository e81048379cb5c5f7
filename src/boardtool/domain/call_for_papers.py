"""The call for papers of a meeting: who is to send which report by when (R1, R4)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from boardtool.domain.clearance import ClearanceStage, goes_through_clearance
from boardtool.domain.dates import long_date, weekday_date
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.notice import Timetable

NOBODY = "Whoever presents"


@dataclass(frozen=True, slots=True)
class Call:
    """One message: to whom, for which items, by which day; `publish_by` is why it cannot be later.

    `desks` are those that a report crosses on its way, each with its day.
    """

    to: str
    meeting: Meeting
    items: tuple[AgendaItem, ...]
    due: date
    publish_by: date
    desks: tuple[tuple[ClearanceStage, date], ...] = ()

    @property
    def subject(self) -> str:
        """The subject of the message; it names no item, for subjects are read by many (H11)."""
        reports = "Report" if len(self.items) == 1 else "Reports"
        return f"{reports} for the {self.meeting.board_name}, {long_date(self.meeting.date)}"

    def letter(self, *, sender: str) -> str:
        """The message, in plain text, one line a paragraph."""
        about = f"The {self.meeting.board_name} meets on {weekday_date(self.meeting.date)}."
        cleared = "" if self.desks else ", cleared"  # desks say themselves when each has to be passed
        how = f"Please send each by {weekday_date(self.due)}{cleared}, with its appendices, as Word or as an"
        why = f"The agenda must be published by {weekday_date(self.publish_by)}."
        lines = [
            f"Dear {self.to},",
            "",
            f"{about} These items are waiting for your report:",
            "",
            *(f"  {item.number}  {item.title_for_the_public}" for item in self.items),
            "",
            f"{how} accessible PDF. {why}",
            "",
            *self._way(),
            "A template for each report is attached.",
            "",
            "Thank you.",
            "",
            sender,
        ]
        return "\n".join(lines)

    def _way(self) -> list[str]:
        """Where the report is to be by when on its way; nothing where no desk is known."""
        if not self.desks:
            return []
        steps = [f"  {weekday_date(due)}: {_desk(stage)}" for stage, due in self.desks]
        return ["A report passes these desks, each by its day:", "", *steps, ""]


def _desk(stage: ClearanceStage) -> str:
    return f"{stage.name} ({stage.who})" if stage.who else stage.name


def calls_for_papers(
    meeting: Meeting,
    items: Iterable[AgendaItem],
    dates: Timetable,
    *,
    desks: Sequence[tuple[ClearanceStage, date]] = (),
    authors: Mapping[int, str] | None = None,
    only: Collection[int] = (),
) -> tuple[Call, ...]:
    """A call to everybody who owes an item its paper, in the order of the agenda.

    That is its author, where `authors` names one by item, else whoever presents. With `only` (ids of items)
    nothing else is asked for.
    """
    writers = authors or {}
    wanted: dict[str, list[AgendaItem]] = {}
    for item in items:
        if only and item.id not in only:
            continue
        if goes_through_clearance(item) and not item.papers:
            author = writers.get(item.id, "")
            for name in (author,) if author else item.presenters or (NOBODY,):
                wanted.setdefault(name, []).append(item)
    return tuple(
        Call(name, meeting, tuple(theirs), dates.papers_due, dates.publish_by, tuple(desks))
        for name, theirs in wanted.items()
    )
