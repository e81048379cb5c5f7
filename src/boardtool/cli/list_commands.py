"""The `list` command: what the library holds, in the order of the document or sheet it came from."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, tell
from boardtool.cli.arguments import command, named, one_of
from boardtool.cli.narrowing import Filters, meetings_in, plans_in, refuse_what_narrows_nothing, year

if TYPE_CHECKING:
    from boardtool.cli.arguments import Commands
    from boardtool.data.store import Reading
    from boardtool.domain.people import Membership, Person

Rows = list[dict[str, object]]


def add_to(commands: "Commands") -> None:
    listing = command(commands, "list", _list, "list what the library holds")
    listing.add_argument("kind", metavar="KIND", type=one_of("listing", KINDS), help=", ".join(KINDS))
    listing.add_argument("--board", type=named, metavar="CODE")
    listing.add_argument("--meeting", type=named, metavar="BOARD/DATE")
    listing.add_argument(
        "--year",
        type=year,
        metavar="YEAR",
        help="a calendar year (2022), a municipal or financial one (2022/23)",
    )


def _list(arguments: Namespace) -> int:
    with library.reading(arguments) as view:
        filters = Filters(arguments.board, arguments.meeting, arguments.year)
        refuse_what_narrows_nothing(arguments.kind, view, filters)
        rows = KINDS[arguments.kind](view, filters)
    if arguments.json:
        answer({arguments.kind: rows})
        return 0
    for row in rows:
        tell("  ".join(_word(value) for value in row.values() if isinstance(value, str | int | date)))
    return 0


def _word(value: object) -> str:
    return " ".join(str(value).split())


def _boards(view: "Reading", filters: Filters) -> Rows:
    """Every board, or those that have the meetings which the listing is narrowed to."""
    from boardtool.cli.shapes import of_board
    from boardtool.data import boards

    every = boards.every(view)
    if filters.meeting is not None or filters.year is not None:
        meeting_boards = {meeting.board_id for meeting in meetings_in(view, filters)}
        every = [board for board in every if board.id in meeting_boards]
    elif filters.board is not None:
        every = [boards.by_code(view, filters.board)]
    return [of_board(board) for board in every]


def _people(view: "Reading", filters: Filters) -> Rows:
    """Everybody, by name; of a board or a year its members, of a meeting those on its list of attendance."""
    from boardtool.cli.shapes import of_person
    from boardtool.data import boards, people

    chosen = boards.every(view) if filters.board is None else [boards.by_code(view, filters.board)]
    held = [
        (board.code, each)
        for board in chosen
        for each in people.members(view, board.id)
        if filters.year is None or each.held_between(filters.year.first, filters.year.last)
    ]
    everyone = {person.id: person for person in people.everyone(view)}
    order = _order_of_people(view, filters, everyone, [each for _, each in held])
    return [of_person(everyone[who], [pair for pair in held if pair[1].person_id == who]) for who in order]


def _order_of_people(
    view: "Reading", filters: Filters, everyone: "Mapping[int, Person]", held: "list[Membership]"
) -> list[int]:
    from boardtool.data import attendance, meetings, people

    members = list(dict.fromkeys(membership.person_id for membership in held))
    if filters.meeting is not None:
        meeting = meetings.by_ref(view, filters.meeting)
        listed = [each.person_id for each in attendance.of_meeting(view, meeting.id)]
        if not listed:
            listed = [each.person_id for each in people.members(view, meeting.board_id, on=meeting.date)]
        return [who for who in dict.fromkeys(listed) if who is not None and filters.takes(meeting.date)]
    return sorted(everyone) if filters.board is None and filters.year is None else members


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
    from boardtool.cli.bcf_lists import finding_rows

    return [*_meeting_findings(view, filters), *finding_rows(view, filters)]


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


def _returns(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.bcf_lists import return_rows

    return return_rows(view, filters)


def _changes(view: "Reading", filters: Filters) -> Rows:
    """What was done to the library, or to one board or meeting of it and all that belongs to that."""
    from boardtool.cli.history_commands import MOST, shown
    from boardtool.data import boards, meetings
    from boardtool.data.history import recent, recent_of

    if filters.meeting is not None:
        steps = recent_of(view, "meeting", meetings.by_ref(view, filters.meeting).id, most=MOST)
    elif filters.board is not None:
        steps = recent_of(view, "board", boards.by_code(view, filters.board).id, most=MOST)
    else:
        steps = recent(view, most=MOST)
    return [shown(step) for step in steps if filters.takes(step.at.date())]


def _metrics(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.performance_lists import metric_rows

    return metric_rows(view, filters.board, None if filters.year is None else filters.takes)


def _observations(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.performance_lists import observation_rows

    return observation_rows(view, filters.board, filters.takes)


def _requests(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.beforehand_lists import request_rows

    return request_rows(view, filters)


def _clearance(view: "Reading", filters: Filters) -> Rows:
    from boardtool.cli.beforehand_lists import clearance_rows

    return clearance_rows(view, filters)


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
    "returns": _returns,
    "findings": _findings,
    "requests": _requests,
    "clearance": _clearance,
    "metrics": _metrics,
    "observations": _observations,
    "changes": _changes,
}
