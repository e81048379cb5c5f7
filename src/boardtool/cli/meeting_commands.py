"""Commands about meetings: plan one, and count the notice of one."""

from argparse import Namespace
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, say, tell
from boardtool.cli.arguments import command, day

if TYPE_CHECKING:
    from boardtool.cli.arguments import Commands
    from boardtool.domain.notice import DayRules


def add_to(commands: "Commands") -> None:
    meeting = command(commands, "meeting", _new_meeting, "plan a meeting (meeting new BOARD DATE)")
    verbs = meeting.add_subparsers(metavar="new", required=True)
    new = command(verbs, "new", _new_meeting, "plan a meeting of a board")
    new.add_argument("board", metavar="BOARD", help="the board's code")
    new.add_argument("date", metavar="DATE", type=day)
    new.add_argument(
        "--from-last", action="store_true", help="bring standing items, members and what was carried forward"
    )
    new.add_argument("--start", default="", metavar="TIME", help="else the board's usual time")
    new.add_argument("--place", default="", help="else the board's usual place")

    notice = command(commands, "notice", _notice, "count the clear days before a meeting, each day explained")
    notice.add_argument("date", metavar="DATE", type=day)
    notice.add_argument("--board", metavar="CODE", help="whose excluded days count too")


def _new_meeting(arguments: Namespace) -> int:
    from boardtool.cli.shapes import of_meeting
    from boardtool.data import boards, meetings
    from boardtool.services.meetings import plan

    with library.writing(arguments) as store:
        with store.reading() as view:
            board = boards.by_code(view, arguments.board)
        planned = plan(
            store,
            board_id=board.id,
            day=arguments.date,
            start=arguments.start,
            place=arguments.place,
            from_last=arguments.from_last,
        )
        with store.reading() as view:
            meeting = meetings.by_id(view, planned)
    if arguments.json:
        answer({"meeting": of_meeting(meeting)})
    say(f"{meeting.ref} is planned.")
    return 0


def _notice(arguments: Namespace) -> int:
    from boardtool.domain.dates import long_date, short_weekday_date
    from boardtool.domain.notice import notice, timetable

    rules = _rules(arguments)
    counted, dates = notice(arguments.date, rules), timetable(arguments.date, rules)
    if arguments.json:
        answer(
            {
                "meeting": counted.meeting,
                "last_publish_day": counted.last_publish_day,
                "clear_days": counted.clear_days,
                "papers_due": dates.papers_due,
                "draft_agenda": dates.draft_agenda,
                "draft_minutes": dates.draft_minutes,
                "days": [{"date": d.date, "counts": d.counts, "why": d.why} for d in counted.days],
            }
        )
        return 0
    tell(f"Publish the agenda by {long_date(counted.last_publish_day)}: {counted.clear_days} clear days.")
    for each in counted.days:
        tell(f"  {'+' if each.counts else '-'} {short_weekday_date(each.date)}: {each.why}")
    return 0


def _rules(arguments: Namespace) -> "DayRules | None":
    """How the board counts, and the council's own days; a notice can be counted without any library."""
    from boardtool.domain.notice import DayRules

    named = library.named_folder(arguments)
    if arguments.board is None and (named is None or not (named / "board.db").is_file()):
        return None
    from boardtool.data import boards

    with library.reading(arguments) as view:
        rules = DayRules(excluded=boards.excluded_days(view))
        if arguments.board is None:
            return rules
        return rules.by(boards.by_code(view, arguments.board).counting)
