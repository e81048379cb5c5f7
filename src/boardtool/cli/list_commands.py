"""The `list` command: what the library holds, in the order of the document or sheet it came from."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, tell
from boardtool.cli.arguments import command, one_of

if TYPE_CHECKING:
    from boardtool.cli.arguments import Commands
    from boardtool.data.store import Reading
    from boardtool.domain.bcf.plans import Plan
    from boardtool.domain.meetings import Meeting

Rows = list[dict[str, object]]


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


def add_to(commands: "Commands") -> None:
    listing = command(commands, "list", _list, "list what the library holds")
    listing.add_argument("kind", metavar="KIND", type=one_of("listing", KINDS), help=", ".join(KINDS))
    listing.add_argument("--board", metavar="CODE")
    listing.add_argument("--meeting", metavar="BOARD/DATE")
    listing.add_argument(
        "--year",
        type=year,
        metavar="YEAR",
        help="a calendar year (2022), a municipal or financial one (2022/23)",
    )


def year(written: str) -> Year:
    """A year: calendar ("2022") or municipal ("2022/23", "2022-23").

    Raises:
        ArgumentTypeError: it is none.
    """
    start, _, end = written.replace("-", "/").partition("/")
    if not start.isdecimal() or len(start) != len("2022") or (end and not end.isdecimal()):
        raise ArgumentTypeError(f"“{written}” is no year: write 2022 or 2022/23.")
    first = int(start)
    if not end:
        return Year(written, date(first, 1, 1), date(first, 12, 31))
    return Year(written, date(first, 5, 1), date(first + 1, 4, 30))


def _list(arguments: Namespace) -> int:
    with library.reading(arguments) as view:
        filters = Filters(arguments.board, arguments.meeting, arguments.year)
        _refuse_unknown(view, filters)
        rows = KINDS[arguments.kind](view, filters)
    if arguments.json:
        answer({arguments.kind: rows})
        return 0
    for row in rows:
        tell("  ".join(_word(value) for value in row.values() if isinstance(value, str | int | date)))
    return 0


def _refuse_unknown(view: "Reading", filters: Filters) -> None:
    """A board or a meeting that is not there narrows no listing, whatever its kind."""
    from boardtool.data import boards, meetings

    if filters.board is not None:
        boards.by_code(view, filters.board)
    if filters.meeting is not None:
        meetings.by_ref(view, filters.meeting)


def _word(value: object) -> str:
    return " ".join(str(value).split())


def _boards(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.shapes import of_board
    from boardtool.data import boards

    wanted = None if filters.board is None else boards.by_code(view, filters.board).code
    return [of_board(board) for board in boards.every(view) if wanted in {None, board.code}]


def _people(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.shapes import of_person
    from boardtool.data import boards, people

    chosen = boards.every(view) if filters.board is None else [boards.by_code(view, filters.board)]
    held = [(board.code, each) for board in chosen for each in people.members(view, board.id)]
    everyone = {person.id: person for person in people.everyone(view)}
    if filters.board is None:
        order = sorted(everyone)
    else:
        order = list(dict.fromkeys(membership.person_id for _, membership in held))
    return [of_person(everyone[who], [pair for pair in held if pair[1].person_id == who]) for who in order]


def meetings_in(view: "Reading", filters: Filters) -> "list[Meeting]":
    """The meetings that a listing is narrowed to, by date."""
    from boardtool.data import boards, meetings

    if filters.meeting is not None:
        return [meetings.by_ref(view, filters.meeting)]
    board = None if filters.board is None else boards.by_code(view, filters.board).id
    return [meeting for meeting in meetings.every(view, board_id=board) if filters.takes(meeting.date)]


def _meetings(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.shapes import of_meeting

    return [of_meeting(meeting) for meeting in meetings_in(view, filters)]


def _items(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.shapes import of_item
    from boardtool.data import agenda

    return [
        of_item(item, meeting)
        for meeting in meetings_in(view, filters)
        for item in agenda.items(view, meeting.id)
    ]


def _minutes(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.shapes import of_minute
    from boardtool.data import agenda, minutes

    shown: Rows = []
    for meeting in meetings_in(view, filters):
        numbers = {item.id: item.number for item in agenda.items(view, meeting.id)}
        shown.extend(of_minute(minute, meeting, numbers) for minute in minutes.of_meeting(view, meeting.id))
    return shown


def _decisions(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.shapes import of_decision
    from boardtool.data import boards, minutes

    board = None if filters.board is None else boards.by_code(view, filters.board).id
    wanted = {meeting.ref for meeting in meetings_in(view, filters)}
    return [
        of_decision(decision)
        for decision in minutes.decisions(view, board_id=board)
        if decision.meeting_ref in wanted
    ]


def _actions(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.shapes import of_action
    from boardtool.data import actions, boards, meetings

    board = None if filters.board is None else boards.by_code(view, filters.board).id
    log = actions.log(view, board_id=board)
    if filters.meeting is not None:
        meeting = meetings.by_ref(view, filters.meeting)
        log = [action for action in log if action.meeting_id == meeting.id]
    return [of_action(action) for action in log if filters.takes(action.raised_on)]


def _findings(view: "Reading", filters: Filters) -> Rows:
    """What the meetings still ahead lack, and the plans; of one meeting, if it is named."""
    return [*_meeting_findings(view, filters), *_plan_findings(view, filters)]


def _plan_findings(view: "Reading", filters: Filters) -> Rows:
    from boardtool.data.bcf.cases import checked

    if filters.meeting is not None:
        return []
    return [
        {"plan": plan.ref, **finding.to_json()}
        for plan, _period in plans_in(view, filters)
        for finding in checked(view, plan.id).findings
    ]


def _meeting_findings(view: "Reading", filters: Filters) -> Rows:
    from boardtool.data.cases import checked
    from boardtool.domain.meetings import Status

    today = date.today()  # noqa: DTZ011 - the day where the person is
    ahead = {Status.PLANNED, Status.PUBLISHED}
    return [
        {"meeting": meeting.ref, **finding.to_json()}
        for meeting in meetings_in(view, filters)
        if filters.meeting is not None or meeting.status in ahead
        for finding in checked(view, meeting.id, today=today).findings
    ]


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


def _schemes(view: "Reading", filters: Filters) -> Rows:
    from boardtool.data.bcf import lines
    from boardtool.domain.bcf.shapes import line_shape

    return [
        {"plan": plan.ref, **line_shape(line, plan.periods, period=period)}
        for plan, period in plans_in(view, filters)
        for line in lines.of_plan(view, plan.id)
    ]


def _income(view: "Reading", filters: Filters) -> Rows:
    from boardtool.data.bcf import income
    from boardtool.domain.bcf.shapes import income_shape

    return [
        {"plan": plan.ref, **income_shape(one, plan.periods, period=period)}
        for plan, period in plans_in(view, filters)
        for one in income.of_plan(view, plan.id)
    ]


def _changes(view: "Reading", filters: Filters) -> Rows:
    """What was done to the whole library, of which only the year can be told apart."""
    from boardtool.cli.history_commands import MOST, shown
    from boardtool.data.history import recent

    return [shown(step) for step in recent(view, most=MOST) if filters.takes(step.at.date())]


def _metrics(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.performance_lists import metric_rows

    return metric_rows(view, filters.board)


def _observations(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.performance_lists import observation_rows

    return observation_rows(view, filters.board, filters.takes)


KINDS: Mapping[str, Callable[["Reading", Filters], Rows]] = {
    "boards": _boards,
    "people": _people,
    "meetings": _meetings,
    "items": _items,
    "minutes": _minutes,
    "decisions": _decisions,
    "actions": _actions,
    "income": _income,
    "schemes": _schemes,
    "findings": _findings,
    "metrics": _metrics,
    "observations": _observations,
    "changes": _changes,
}
