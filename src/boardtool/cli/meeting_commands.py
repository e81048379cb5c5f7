"""Commands about meetings: plan one, say when its agenda was published, and count the notice of one."""

from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, say, tell
from boardtool.cli.arguments import command, day, moment_with_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardtool.cli.arguments import Commands
    from boardtool.domain.checks.publication import HeldUp
    from boardtool.domain.meetings import Meeting
    from boardtool.domain.notice import DayRules

REFUSED = 3


def add_to(commands: "Commands") -> None:
    meeting = command(
        commands,
        "meeting",
        _new_meeting,
        "plan a meeting (meeting new BOARD DATE), keep when its agenda went out (meeting published MEETING)",
    )
    verbs = meeting.add_subparsers(metavar="new|published", required=True)
    new = command(verbs, "new", _new_meeting, "plan a meeting of a board")
    new.add_argument("board", metavar="BOARD", help="the board's code")
    new.add_argument("date", metavar="DATE", type=day)
    new.add_argument(
        "--from-last", action="store_true", help="bring standing items, members and what was carried forward"
    )
    new.add_argument("--start", default="", metavar="TIME", help="else the board's usual time")
    new.add_argument("--place", default="", help="else the board's usual place")

    published = command(
        verbs,
        "published",
        _published,
        "keep when the council published the agenda; while something stands against it a reason is asked for "
        "(exit 3), and none waives R13, nor an exempt paper that the public would see (R17)",
    )
    published.add_argument("meeting", metavar="BOARD/DATE")
    published.add_argument(
        "--at", type=moment_with_time, metavar="DATE TIME", required=True, help="2022-08-26 14:00"
    )
    published.add_argument(
        "--despite",
        default="",
        metavar="REASON",
        help="why it was published although something stands against it; kept with it and in the history",
    )

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


def _published(arguments: Namespace) -> int:
    from boardtool.data import cases, meetings
    from boardtool.domain.checks.notice import said_of_publication
    from boardtool.domain.checks.publication import PublicationHeldUpError
    from boardtool.services.meetings import record_published

    at: datetime = arguments.at
    refused = ""
    with library.writing(arguments) as store:
        with store.reading() as view:
            meeting = meetings.by_ref(view, arguments.meeting)
            means = said_of_publication(cases.of_meeting(view, meeting.id, today=at.date()), at)
        try:
            held = record_published(store, meeting_id=meeting.id, at=at, despite=arguments.despite)
        except PublicationHeldUpError as refusal:
            refused, held = str(refusal), refusal.held_up
        with store.reading() as view:
            meeting = meetings.by_id(view, meeting.id)
    if arguments.json:
        answer(_publication_shape(meeting, at, means, held, refused))
    for sentence in means:
        if sentence not in refused:
            say(sentence)
    say(refused or _kept(meeting, at, arguments.despite))
    if refused and not held.stops:
        say("Give the reason with --despite REASON.")
    return REFUSED if refused else 0


def _publication_shape(
    meeting: "Meeting", at: datetime, means: "Sequence[str]", held: "HeldUp", refused: str
) -> dict[str, object]:
    shape: dict[str, object] = {
        "meeting": meeting.ref,
        "at": at,
        "applied": not refused,
        "notice": list(means),
        "stops": [finding.to_json() for finding in held.stops],
        "asks": [finding.to_json() for finding in held.asks],
    }
    return {**shape, "refused": refused} if refused else {**shape, "despite": meeting.published_because}


def _kept(meeting: "Meeting", at: datetime, despite: str) -> str:
    from boardtool.domain.dates import clock, long_date

    kept = (
        f"The agenda of {meeting.ref} is kept as published on {long_date(at.date())}, {clock(f'{at:%H:%M}')}."
    )
    if meeting.published_because:
        return f"{kept} The reason is kept with it."
    return f"{kept} Nothing stood against it: the reason is not kept." if despite.strip() else kept


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
