"""What a listing is narrowed to: a board, a meeting, a year; and what no listing can be narrowed to."""

from argparse import ArgumentTypeError
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from boardtool.cli.arguments import WrongLineError
from boardtool.domain.errors import NotFoundError

if TYPE_CHECKING:
    from boardtool.data.store import Reading
    from boardtool.domain.bcf.plans import Plan
    from boardtool.domain.meetings import Meeting

OF_NO_MEETING: Collection[str] = ("income", "schemes", "returns", "metrics", "observations")
"""Listings of what is the board's, or the library's, and never a meeting's."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year as it was written, with its first and its last day."""

    written: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Filters:
    """What a listing is narrowed to."""

    board: str | None
    meeting: str | None
    year: Year | None

    def takes(self, day: date | None) -> bool:
        return self.year is None or (day is not None and self.year.first <= day <= self.year.last)


def year(written: str) -> Year:
    """A year: calendar ("2022") or municipal ("2022/23", "2022-23").

    Raises:
        ArgumentTypeError: it is none.
    """
    start, _, end = written.replace("-", "/").partition("/")
    if not start.isdecimal() or len(start) != len("2022") or (end and not end.isdecimal()):
        raise ArgumentTypeError(f"“{written}” is no year: write 2022 or 2022/23.")
    first = int(start)
    if not date.min.year <= first < date.max.year:
        raise ArgumentTypeError(f"“{written}” is no year: write 2022 or 2022/23.")
    if not end:
        return Year(written, date(first, 1, 1), date(first, 12, 31))
    if int(end) not in {first + 1, (first + 1) % 100}:
        raise ArgumentTypeError(f"“{written}” is no year: {first}/{(first + 1) % 100:02d} is one.")
    return Year(written, date(first, 5, 1), date(first + 1, 4, 30))


def refuse_what_narrows_nothing(kind: str, view: "Reading", filters: Filters) -> None:
    """A board or a meeting that is not there narrows no listing; nor does a meeting what is of no meeting.

    Raises:
        WrongLineError: a listing of this kind cannot be narrowed so.
        NotFoundError: there is no such board or meeting, or the meeting is another board's.
    """
    from boardtool.data import boards, meetings

    board = None if filters.board is None else boards.by_code(view, filters.board)
    if filters.meeting is None:
        return
    meeting = meetings.by_ref(view, filters.meeting)
    if kind in OF_NO_MEETING:
        raise WrongLineError(
            f"A listing of {kind} is of no one meeting: leave --meeting out, or say --board."
        )
    if board is not None and meeting.board_id != board.id:
        raise NotFoundError(f"{meeting.ref} is no meeting of {board.code}.")


def meetings_in(view: "Reading", filters: Filters) -> "list[Meeting]":
    """The meetings that a listing is narrowed to, by date."""
    from boardtool.data import boards, meetings

    if filters.meeting is not None:
        named = [meetings.by_ref(view, filters.meeting)]
    else:
        board = None if filters.board is None else boards.by_code(view, filters.board).id
        named = meetings.every(view, board_id=board)
    return [meeting for meeting in named if filters.takes(meeting.date)]


def plans_in(view: "Reading", filters: Filters) -> "list[tuple[Plan, int]]":
    """The Better Care Fund plans that a listing is narrowed to, each with which of its years is meant.

    Without a year every plan is meant, by its first year; the oldest stands first.
    """
    from boardtool.data import boards
    from boardtool.data.bcf import plans
    from boardtool.domain.bcf.years import plan_year_for, tidy_year

    board = None if filters.board is None else boards.by_code(view, filters.board).id
    held = list(reversed(plans.every(view, board_id=board)))
    if filters.year is None:
        return [(plan, 0) for plan in held]
    wanted = tidy_year(filters.year.written) if "-" in filters.year.written.replace("/", "-") else ""
    meant = {
        code: plan_year_for(wanted, [plan.year for plan in held if plan.board_code == code])
        for code in {plan.board_code for plan in held}
    }
    return [
        (plan, plan.periods.index(wanted) if wanted in plan.periods else 0)
        for plan in held
        if plan.year == meant[plan.board_code]
    ]
