"""The line that is typed: its commands, and the options that every command takes."""

import argparse
import math
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from boardtool.domain.errors import BoardtoolError

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from datetime import date

    Commands = _SubParsersAction["Parser"]


class WrongLineError(BoardtoolError):
    """The line asks for what no command can mean; `str(error)` is the sentence for the person."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence, and where to read on."""

    def error(self, message: str) -> NoReturn:
        sentence = message.partition(": ")[2] if message.startswith("argument ") else message
        raise WrongLineError(f"{sentence}\nSee: {self.prog} --help")


def command(
    commands: "Commands",
    name: str,
    does: Callable[[argparse.Namespace], int],
    summary: str,
) -> Parser:
    """Add a command under its name; the options of every command come with it."""
    made = commands.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
    options_of_every_command(made, none_said=None)
    made.set_defaults(run=does)
    return made


def options_of_every_command(to: Parser, *, none_said: Mapping[str, object] | None) -> None:
    """Options that stand before or after the command; after it, silence keeps what was said before."""
    said = none_said or dict.fromkeys(("library", "who", "json"), argparse.SUPPRESS)
    to.add_argument(
        "--library",
        type=place,
        metavar="DIR",
        default=said["library"],
        help="the library's folder (else $BOARDTOOL_LIBRARY, else the last one opened)",
    )
    to.add_argument(
        "--as",
        dest="who",
        metavar="NAME",
        default=said["who"],
        help="who acts (else the user of this computer)",
    )
    to.add_argument(
        "--json", action="store_true", default=said["json"], help="print one JSON object on standard output"
    )


def place(written: str) -> Path:
    """A file or a folder of the line; nothing between quotation marks would mean the current folder.

    Raises:
        ArgumentTypeError: no place is named.
    """
    if not written.strip():
        raise argparse.ArgumentTypeError(
            "A name is empty here: give the file or folder, or “.” for this folder."
        )
    return Path(written)


def named(written: str) -> str:
    """What the line names; an empty name is none.

    Raises:
        ArgumentTypeError: there is nothing between the quotation marks.
    """
    if not written.strip():
        raise argparse.ArgumentTypeError("A name is empty here: say which one, or leave it out.")
    return written


def one_of(what: str, known: Mapping[str, object]) -> Callable[[str], str]:
    """A kind that must be one of those there are; the complaint names them."""

    def read(written: str) -> str:
        if written in known:
            return written
        raise argparse.ArgumentTypeError(f"“{written}” is no kind of {what}. There are: {', '.join(known)}.")

    return read


def finite(written: str) -> float:
    """A number of the line.

    Raises:
        ArgumentTypeError: it is none, or endless ("nan", "inf").
    """
    try:
        number = float(written)
    except ValueError:
        number = math.nan
    if math.isfinite(number):
        return number
    raise argparse.ArgumentTypeError(f"“{written}” is no number: write it as 95 or 95.1.")


def day(written: str) -> "date":
    """A day of the command line, as people write them.

    Raises:
        ArgumentTypeError: it is none.
    """
    from boardtool.domain.dates import read_date
    from boardtool.domain.errors import CannotDoError

    try:
        return read_date(written)
    except CannotDoError as error:
        raise argparse.ArgumentTypeError(f"{error}.") from error


def moment(written: str) -> datetime:
    """A day and a time of day, as ISO 8601 writes them; with a zone it becomes the time where the person is.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        found = datetime.fromisoformat(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"“{written}” is no day and time: write it as 2022-08-30 09:15."
        ) from error
    return found if found.tzinfo is None else found.astimezone().replace(tzinfo=None)


def moment_with_time(written: str) -> datetime:
    """A moment whose time of day was said; a day alone would be midnight.

    Raises:
        ArgumentTypeError: it is no moment, or says no time.
    """
    found = moment(written)
    if ":" not in written:
        raise argparse.ArgumentTypeError(f"“{written}” says no time: write it as 2022-08-30 09:15.")
    return found
