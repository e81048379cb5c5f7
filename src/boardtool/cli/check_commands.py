"""Commands that look: what a meeting lacks, what was promised and not followed, where words stand."""

import re
from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, say, tell
from boardtool.cli.arguments import command
from boardtool.domain.errors import NotFoundError

if TYPE_CHECKING:
    from boardtool.cli.arguments import Commands
    from boardtool.domain.findings import Checked
    from boardtool.domain.meetings import Meeting
    from boardtool.domain.reconcile import Commitment

BLOCKED = 3
PLAN = re.compile(r"[^/]+/(20)?[0-9]{2}[-/](20)?[0-9]{2}")


def add_to(commands: "Commands") -> None:
    check = command(
        commands, "check", _check, "say what a meeting lacks before its agenda is published, or a plan"
    )
    check.add_argument(
        "meeting",
        metavar="MEETING|PLAN",
        help="a meeting, such as NNHWB/2022-09-06, or a Better Care Fund plan, such as NNHWB/2022-23",
    )
    check.add_argument(
        "--today", type=date.fromisoformat, default=None, metavar="DATE", help="as of this day"
    )

    reconcile = command(
        commands, "reconcile", _reconcile, "list what was promised in minutes without an action"
    )
    reconcile.add_argument("board", metavar="BOARD")
    reconcile.add_argument("--meeting", metavar="BOARD/DATE", help="of this meeting alone")

    search = command(commands, "search", _search, "find words in minutes, decisions, actions and agendas")
    search.add_argument("words", metavar="WORDS", nargs="+")
    search.add_argument("--board", metavar="CODE")


def _check(arguments: Namespace) -> int:
    if PLAN.fullmatch(arguments.meeting):
        return _check_plan(arguments)
    from boardtool.data import meetings
    from boardtool.data.cases import checked

    today = arguments.today or date.today()  # noqa: DTZ011 - the day where the person is
    with library.reading(arguments) as view:
        meeting = meetings.by_ref(view, arguments.meeting)
        found = checked(view, meeting.id, today=today)
    return _told(arguments, "meeting", meeting.ref, found)


def _check_plan(arguments: Namespace) -> int:
    from boardtool.data.bcf import plans
    from boardtool.data.bcf.cases import checked

    with library.reading(arguments) as view:
        plan = plans.by_ref(view, arguments.meeting)
        found = checked(view, plan.id)
    return _told(arguments, "plan", plan.ref, found)


def _told(arguments: Namespace, what: str, ref: str, found: "Checked") -> int:
    if arguments.json:
        answer(
            {
                what: ref,
                "findings": [finding.to_json() for finding in found.findings],
                "holding": found.holding,
                "blocks": found.blocks,
            }
        )
    else:
        for finding in found.findings:
            where = f" {finding.where}" if finding.where else ""
            tell(f"{finding.severity}  {finding.rule}{where}: {finding.message}")
    say(f"{ref}: {found.sentence}.")
    return BLOCKED if found.blocks else 0


def _reconcile(arguments: Namespace) -> int:
    from boardtool.data import boards, meetings, promises

    with library.reading(arguments) as view:
        board = boards.by_code(view, arguments.board)
        if arguments.meeting is None:
            found = promises.of_board(view, board.id)
        else:
            meeting = meetings.by_ref(view, arguments.meeting)
            if meeting.board_id != board.id:
                raise NotFoundError(f"{meeting.ref} is no meeting of {board.code}.")
            found = [(meeting, promises.of_meeting(view, meeting.id))]
    lacking = [_promise(meeting, each) for meeting, made in found for each in made.followed_by_nothing]
    followed = [_promise(meeting, each) for meeting, made in found for each in made.promises if each.actions]
    if arguments.json:
        answer({"board": board.code, "commitments": lacking, "followed": followed})
    else:
        for each in lacking:
            tell(f"{each['meeting']}  {each['place']}: {each['text']}")
    say(f"{len(lacking)} of {len(lacking) + len(followed)} commitments have no action.")
    return 0


def _promise(meeting: "Meeting", made: "Commitment") -> dict[str, object]:
    return {
        "meeting": meeting.ref,
        "minute": made.minute,
        "number": made.label.strip("(). ") or None,
        "place": made.place,
        "heading": made.heading,
        "text": made.text,
        "who": made.who,
        "following": made.following.value,
        "actions": [action.number for action in made.actions],
    }


def _search(arguments: Namespace) -> int:
    from boardtool.data import boards
    from boardtool.data.search import search

    with library.reading(arguments) as view:
        code = None if arguments.board is None else boards.by_code(view, arguments.board).code
        hits = search(view, " ".join(arguments.words), board_code=code)
    if arguments.json:
        answer({"hits": [hit.to_json() for hit in hits]})
        return 0
    for hit in hits:
        place = f" {hit.place}" if hit.place else ""
        tell(f"{hit.kind}  {hit.ref}{place}: {' '.join(hit.snippet.split())}")
    return 0
