"""Commands that make things to stand on: a library, a board in it, and what the board has settled."""

from argparse import Namespace
from datetime import datetime
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, say
from boardtool.cli.arguments import command, place

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.cli.arguments import Commands


def add_to(commands: "Commands") -> None:
    init = command(commands, "init", _init, "make a library in a folder")
    init.add_argument("folder", type=place, metavar="DIR")
    init.add_argument("--sample", action="store_true", help="fill it with the sample board")

    board = command(
        commands, "board", _ask_what, "make a board, and say its rules (board new CODE --name NAME)"
    )
    verbs = board.add_subparsers(metavar="new|speakers|desks", required=True)
    new = command(verbs, "new", _new_board, "make a board with the usual standing items")
    new.add_argument("code", metavar="CODE", help="a short code, such as NNHWB")
    new.add_argument("--name", required=True)
    new.add_argument("--council", default="")
    new.add_argument("--working-group", action="store_true", help="short action notes instead of minutes")
    speakers = command(verbs, "speakers", _speakers, "say or set until when one asks to speak, and how long")
    speakers.add_argument("code", metavar="CODE")
    speakers.add_argument("--days", type=int, metavar="N", help="full days before the meeting")
    speakers.add_argument("--at", metavar="TIME", help="such as 17:00 or 12 noon")
    speakers.add_argument("--each", type=int, metavar="MINUTES")
    speakers.add_argument("--in-all", type=int, metavar="MINUTES")
    desks = command(
        verbs, "desks", _desks, "say or set the desks that a report crosses before it is published"
    )
    desks.add_argument("code", metavar="CODE")
    desks.add_argument(
        "--desk",
        action="append",
        metavar='"DAYS, NAME, WHO"',
        help='once a desk, in order ("7, Finance, J Baxter")',
    )


def _ask_what(_arguments: Namespace) -> int:
    raise AssertionError("the parser asks for a verb")


def _init(arguments: Namespace) -> int:
    from boardtool.data.last_library import remember
    from boardtool.data.store import Store

    folder: Path = arguments.folder
    if arguments.sample:
        from boardtool.services.sample import make_sample

        make_sample(folder, who=library.who(arguments), now=datetime.now())  # noqa: DTZ005 - local time, as the store keeps it
    else:
        Store.make(folder, who=library.who(arguments)).close()
    remember(folder)
    if arguments.json:
        answer({"library": str(folder.absolute()), "sample": arguments.sample})
    say(f"The library is in {folder.absolute()}.")
    return 0


def _new_board(arguments: Namespace) -> int:
    from boardtool.cli.shapes import of_board
    from boardtool.data import boards
    from boardtool.domain.boards import Mode
    from boardtool.services.boards import make

    with library.writing(arguments) as store:
        mode = Mode.WORKING_GROUP if arguments.working_group else Mode.STATUTORY
        made = make(store, code=arguments.code, name=arguments.name, council=arguments.council, mode=mode)
        with store.reading() as view:
            board = boards.by_id(view, made)
    if arguments.json:
        answer({"board": of_board(board)})
    say(f"The board {board.code}, {board.name}, is made.")
    return 0


def _speakers(arguments: Namespace) -> int:
    from dataclasses import asdict, replace

    from boardtool.data import boards, requests_to_address
    from boardtool.services.requests_to_address import set_rules

    wanted = {
        "clear_days": arguments.days,
        "closes_at": arguments.at,
        "minutes_each": arguments.each,
        "minutes_in_all": arguments.in_all,
    }
    changed = {fact: value for fact, value in wanted.items() if value is not None}
    with (library.writing if changed else library.looking)(arguments) as store:
        with store.reading() as view:
            board = boards.by_code(view, arguments.code)
            rules = requests_to_address.rules_of(view, board.id)
        if changed:
            set_rules(store, board_id=board.id, rules=replace(rules, **changed))
        with store.reading() as view:
            rules = requests_to_address.rules_of(view, board.id)
    if arguments.json:
        answer({"board": board.code, "speakers": asdict(rules)})
    say(
        f"Requests are taken until {rules.closes_at}, full days before the meeting: {rules.clear_days}; "
        f"speakers have {rules.minutes_each} minutes each, {rules.minutes_in_all} in all."
    )
    return 0


def _desks(arguments: Namespace) -> int:
    from dataclasses import asdict

    from boardtool.data import boards, clearance
    from boardtool.domain.clearance import read_chain, written_chain
    from boardtool.services.clearance import set_chain

    with (library.looking if arguments.desk is None else library.writing)(arguments) as store:
        with store.reading() as view:
            board = boards.by_code(view, arguments.code)
        if arguments.desk is not None:
            set_chain(store, board_id=board.id, chain=read_chain("\n".join(arguments.desk)))
        with store.reading() as view:
            chain = clearance.chain_of(view, board.id)
    if arguments.json:
        answer({"board": board.code, "desks": [asdict(each) for each in chain]})
    say(written_chain(chain))
    return 0
