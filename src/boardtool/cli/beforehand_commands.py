"""Commands about what comes before a meeting: requests to address it, reports cleared and taken in."""

from argparse import Namespace
from datetime import date, datetime
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, say
from boardtool.cli.arguments import command, day, moment, one_of, place

if TYPE_CHECKING:
    from boardtool.cli.arguments import Commands
    from boardtool.data.store import Store

_ROUTES = {"e-mail": 1, "web form": 2, "letter": 3, "telephone": 4, "in person": 5}
_DECISIONS = {"accepted": 1, "declined": 2, "withdrawn": 3, "undecided": 4}


def add_to(commands: "Commands") -> None:
    request = command(commands, "request", _add, "keep requests to address a meeting (request add MEETING)")
    verbs = request.add_subparsers(metavar="add|decide", required=True)
    add = command(verbs, "add", _add, "keep a request as it came")
    add.add_argument("meeting", metavar="BOARD/DATE")
    add.add_argument("--name", required=True, help="who asks")
    add.add_argument("--organisation", default="")
    add.add_argument("--contact", default="", help="how they are reached; never in a public document")
    add.add_argument("--item", metavar="NUMBER", help="on which item, as printed (06)")
    add.add_argument("--subject", default="")
    add.add_argument("--received", type=moment, metavar="DATE TIME", help="2022-08-30 09:15; else now")
    add.add_argument("--route", type=one_of("route", _ROUTES), default="e-mail", help=", ".join(_ROUTES))
    decide = command(verbs, "decide", _decide, "say what became of a request")
    decide.add_argument("request", metavar="ID", type=int, help="as `list requests` tells it")
    decide.add_argument("decision", type=one_of("decision", _DECISIONS), help=", ".join(_DECISIONS))
    decide.add_argument("--by", default="", help="who decided (else who acts)")
    decide.add_argument("--reason", default="")
    decide.add_argument("--minutes", type=int, help="else those of the board's rules")

    report = command(commands, "report", _take_in, "take in what a returned report says (Word)")
    report.add_argument("file", type=place, metavar="FILE")
    report.add_argument("--meeting", metavar="BOARD/DATE", required=True)
    report.add_argument("--item", metavar="NUMBER", required=True, help="the item it is on, as printed (06)")
    report.add_argument("--dry-run", action="store_true", help="only say what it would change")

    clear = command(commands, "clear", _clear, "say that a report passed a desk on its way to publication")
    clear.add_argument("meeting", metavar="BOARD/DATE")
    clear.add_argument("--item", metavar="NUMBER", required=True, help="the report of which item (06)")
    clear.add_argument("--desk", required=True, help="such as Finance")
    clear.add_argument("--by", default="", help="who cleared it (else who acts)")
    clear.add_argument("--on", type=day, metavar="DATE", help="else today")


def _add(arguments: Namespace) -> int:
    from boardtool.cli.shapes import of_request
    from boardtool.data import meetings, requests_to_address
    from boardtool.domain.requests_to_address import Route
    from boardtool.services.requests_to_address import record

    with library.writing(arguments) as store:
        with store.reading() as view:
            meeting = meetings.by_ref(view, arguments.meeting)
        request_id = record(
            store,
            meeting_id=meeting.id,
            name=arguments.name,
            received_at=arguments.received or datetime.now(),  # noqa: DTZ005 - the time where the person is
            item_id=None if arguments.item is None else _item(store, meeting.id, arguments.item),
            organisation=arguments.organisation,
            contact=arguments.contact,
            subject=arguments.subject,
            route=Route(arguments.route),
        )
        with store.reading() as view:
            kept = requests_to_address.by_id(view, request_id)
    if arguments.json:
        answer({"request": of_request(kept, meeting, {})})
    say(f"The request of {kept.named} is kept as number {kept.id}.")
    return 0


def _decide(arguments: Namespace) -> int:
    from boardtool.domain.requests_to_address import Decision
    from boardtool.services.requests_to_address import decide

    with library.writing(arguments) as store:
        decide(
            store,
            request_id=arguments.request,
            decision=Decision(arguments.decision),
            by=arguments.by or library.who(arguments),
            on=date.today(),  # noqa: DTZ011 - the day where the person is
            reason=arguments.reason,
            minutes=arguments.minutes,
        )
    if arguments.json:
        answer({"request": arguments.request, "decision": arguments.decision})
    say(f"Request {arguments.request} is {arguments.decision}.")
    return 0


def _take_in(arguments: Namespace) -> int:
    from boardtool.data import meetings
    from boardtool.services.returned_reports import preview, take

    opened = library.looking if arguments.dry_run else library.writing
    with opened(arguments) as store:
        with store.reading() as view:
            meeting = meetings.by_ref(view, arguments.meeting)
        item_id = _item(store, meeting.id, arguments.item)
        with store.reading() as view:
            changes = preview(view, item_id=item_id, path=arguments.file)
        if not arguments.dry_run:
            take(store, item_id=item_id, changes=changes)
    if arguments.json:
        told = [{"fact": each.fact, "ours": each.ours, "theirs": each.theirs} for each in changes]
        answer({"file": str(arguments.file), "applied": not arguments.dry_run, "changes": told})
    for each in changes:
        say(f"{each.name}: {' '.join(each.theirs.split())}")
    say("Nothing is new in it." if not changes else "Only looked at." if arguments.dry_run else "Taken in.")
    return 0


def _clear(arguments: Namespace) -> int:
    from boardtool.data import meetings
    from boardtool.services.clearance import clear

    with library.writing(arguments) as store:
        with store.reading() as view:
            meeting = meetings.by_ref(view, arguments.meeting)
        clear(
            store,
            item_id=_item(store, meeting.id, arguments.item),
            stage=arguments.desk,
            by=arguments.by or library.who(arguments),
            on=arguments.on or date.today(),  # noqa: DTZ011 - the day where the person is
        )
    if arguments.json:
        answer({"meeting": meeting.ref, "item": arguments.item, "desk": arguments.desk})
    say(f"The report on item {arguments.item} is cleared by {arguments.desk}.")
    return 0


def _item(store: "Store", meeting_id: int, number: str) -> int:
    """The item of a number as printed.

    Raises:
        NotFoundError: the agenda has none such.
    """
    from boardtool.data import agenda, meetings
    from boardtool.domain.errors import NotFoundError

    with store.reading() as view:
        for item in agenda.items(view, meeting_id):
            if item.number == number:
                return item.id
        raise NotFoundError(f"{meetings.by_id(view, meeting_id).ref} has no item {number}.")
