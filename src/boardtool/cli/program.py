"""One run of the command: the line is read, the command does its work, and trouble becomes an exit code."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from enum import IntEnum
from importlib import import_module

from boardtool import __version__
from boardtool.cli import window_commands
from boardtool.cli.answers import answer, say
from boardtool.cli.arguments import Parser, WrongLineError, options_of_every_command
from boardtool.domain.errors import BoardtoolError, LibraryError, MachineError

# The gate of strange workbooks starts the built program again with this word (`data/excel/opening.py`).
READ_WORKBOOK = "--read-workbook"
# So does what looks into strange papers (`data/pdf/asking.py`).
LOOK_INTO_PAPERS = "--look-into-papers"


FAMILIES = (
    "board_commands",
    "meeting_commands",
    "beforehand_commands",
    "import_commands",
    "export_commands",
    "list_commands",
    "check_commands",
    "history_commands",
    "performance_commands",
    "upkeep_commands",
    "window_commands",
)
"""The families of commands, each imported only when a line names a command: the window opens without."""


class Exit(IntEnum):
    """What the exit codes of the command mean (contract); a run stopped by Ctrl+C has the shell's own."""

    DONE = 0
    DEFECT = 1
    WRONG_LINE = 2
    REFUSED = 3
    NO_LIBRARY = 4
    MACHINE = 5
    STOPPED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    _speak_utf8()
    line = list(sys.argv[1:] if argv is None else argv)
    if line == [READ_WORKBOOK]:
        from boardtool.data.excel.child import main as read_workbooks

        return read_workbooks()
    if line == [LOOK_INTO_PAPERS]:
        from boardtool.data.pdf.child import main as look_into_papers

        return look_into_papers()
    try:
        arguments = _read(line)
    except WrongLineError as wrong:
        return _told(wrong, as_json="--json" in line)
    except SystemExit as end:  # after --help and --version
        return int(end.code or 0)
    return _run(arguments)


def _run(arguments: Namespace) -> int:
    try:
        code = int(arguments.run(arguments))
        print(end="", flush=True)  # where there is no console there is nothing to flush
    except BrokenPipeError:  # the reader of our lines has had enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - what is not known is our defect: a log tells
        return _told(error, as_json=arguments.json)
    return code


def _told(error: BaseException, *, as_json: bool) -> Exit:
    """The exit code of trouble, once the person and the asking program are told."""
    code, sentence = _trouble(error)
    if as_json:
        answer({"error": sentence})
    say(sentence)
    return code


def _trouble(error: BaseException) -> tuple[Exit, str]:
    """Whose trouble it is, and the sentence for the person."""
    match error:
        case WrongLineError():
            told = Exit.WRONG_LINE, str(error)
        case LibraryError():
            told = Exit.NO_LIBRARY, str(error)
        case MachineError():
            told = Exit.MACHINE, str(error)
        case BoardtoolError():
            told = Exit.REFUSED, str(error)
        case KeyboardInterrupt():
            told = Exit.STOPPED, "Stopped. Nothing was half-written."
        case MemoryError():
            told = Exit.MACHINE, "This machine has run out of memory. Nothing was half-written."
        case OSError(filename=str(name), strerror=why):
            told = Exit.MACHINE, f"{name}: {why}. Nothing was half-written."
        case OSError(strerror=str(why)):
            told = Exit.MACHINE, f"The machine is in trouble: {why}. Nothing was half-written."
        case _:
            told = Exit.DEFECT, _defect(error)
    return told


def parser() -> Parser:
    """The whole command line. Each family of commands adds its own."""
    whole = _without_commands()
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    for family in FAMILIES:
        import_module(f"boardtool.cli.{family}").add_to(commands)
    return whole


def _without_commands() -> Parser:
    """What may be said with any command and with none."""
    whole = Parser(
        prog="boardtool",
        description="Agendas, live minutes, action logs and papers for the business manager of a board.",
        epilog="Without a command, the window opens on the last library.",
    )
    whole.add_argument("--version", action="version", version=f"boardtool {__version__}")
    options_of_every_command(whole, none_said={"library": None, "who": None, "json": False})
    window_commands.add_options(whole)
    return whole


def _read(line: Sequence[str]) -> Namespace:
    """What a line asks for; the commands are loaded only for a line that has more to say than options."""
    if not {"-h", "--help"} & set(line):
        arguments, more = _without_commands().parse_known_args(line)
        if not more:
            return arguments
    return parser().parse_args(line)


def _defect(error: BaseException) -> str:
    from boardtool.data.fault_log import write_fault

    log = write_fault(error)
    where = f" What happened is in {log}." if log else ""
    return f"boardtool has met a defect of its own. Nothing was half-written.{where}"


def _speak_utf8() -> None:
    """Windows gives a pipe the code page of the machine, which has no “ and no £."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
