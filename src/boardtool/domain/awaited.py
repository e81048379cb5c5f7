"""How long a paper that is to follow has been waited for, and how long is left (R8)."""

from dataclasses import dataclass
from datetime import date

from boardtool.domain.dates import short_weekday_date
from boardtool.domain.milestones import days_away
from boardtool.domain.notice import DayRules, timetable


@dataclass(frozen=True, slots=True)
class Awaited:
    """A paper that has not come: when it was due, how many days ago that was (0: not late), what is left.

    `left` are the clear days before the meeting.
    """

    due: date
    late: int
    left: int
    today: date

    @property
    def words(self) -> str:
        """“was due Fri 19 Aug, 5 days late; 7 clear days are left”."""
        left = f"{self.left} clear day{' is' if self.left == 1 else 's are'} left"
        due = short_weekday_date(self.due)
        if self.late:
            return f"was due {due}, {self.late} day{'' if self.late == 1 else 's'} late; {left}"
        return f"due {due}, {days_away((self.due - self.today).days)}; {left}"


def awaited(meeting: date, *, today: date, rules: DayRules) -> Awaited:
    """The papers of a meeting that have not come by `today`."""
    due = timetable(meeting, rules).papers_due
    left = rules.between(today, meeting) if today < meeting else 0
    return Awaited(due, max((today - due).days, 0), left, today)
