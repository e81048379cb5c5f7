"""Commands that open the window, and the self test of an installation."""

from argparse import Namespace
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import say
from boardtool.cli.arguments import command

if TYPE_CHECKING:
    from boardtool.cli.arguments import Commands, Parser


def add_options(whole: "Parser") -> None:
    """What is said without a command."""
    whole.add_argument(
        "--selftest",
        action="store_const",
        dest="run",
        const=_self_test,
        default=_window,
        help="try whether this installation can do its work",
    )


def add_to(commands: "Commands") -> None:
    live = command(commands, "live", _live, "open the window at the live minutes of a meeting")
    live.add_argument("meeting", metavar="MEETING", help="a meeting, such as NNHWB/2022-09-06")


def _window(arguments: Namespace) -> int:
    from boardtool.app import come_forward, run_window

    folder = library.named_folder(arguments)
    if come_forward(folder):
        return _forward()
    return run_window(folder, who=arguments.who or "")


def _live(arguments: Namespace) -> int:
    from boardtool.data import meetings

    with library.reading(arguments) as view:
        meeting = meetings.by_ref(view, arguments.meeting)
    from boardtool.app import come_forward, run_window
    from boardtool.ui.places import Place

    folder, place = library.folder(arguments), Place("live", ref=meeting.ref)
    if come_forward(folder, place):
        return _forward()
    return run_window(folder, who=arguments.who or "", start_at=place)


def _forward() -> int:
    say("boardtool has this library open already: its window has come forward.")
    return 0


def _self_test(_arguments: Namespace) -> int:
    from boardtool.selftest import run

    return run()
