"""Commands that make things to stand on: a library, and a board in it."""

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

    board = command(commands, "board", _ask_what, "make a board (board new CODE --name NAME)")
    verbs = board.add_subparsers(metavar="new", required=True)
    new = command(verbs, "new", _new_board, "make a board with the usual standing items")
    new.add_argument("code", metavar="CODE", help="a short code, such as NNHWB")
    new.add_argument("--name", required=True)
    new.add_argument("--council", default="")
    new.add_argument("--working-group", action="store_true", help="short action notes instead of minutes")


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
