"""The `import` command: a file is read, previewed, and taken in one step."""

import re
from argparse import ArgumentTypeError, Namespace
from datetime import date
from typing import TYPE_CHECKING

from boardtool.cli import library
from boardtool.cli.answers import answer, say, tell
from boardtool.cli.arguments import WrongLineError, command, one_of, place

if TYPE_CHECKING:
    from boardtool.cli.arguments import Commands
    from boardtool.data.store import Store
    from boardtool.domain.imports import ImportReport, Mend
    from boardtool.services.exchange.importing import FileRead

KINDS = {
    "members": "of a board, from a workbook",
    "agenda": "of a meeting, from a workbook with its papers beside it",
    "actions": "an action log, or an owner's reply to a form, from a workbook",
    "minutes": "of a meeting, from a Word file",
    "bcf": "a Better Care Fund plan, from the national workbook",
    "return": "a Better Care Fund return, from the national workbook",
    "metrics": "figures: own tables, Fingertips, ASCOF, NHS England discharge files, a BCF return",
    "pages": "page ranges of an agenda, from the pack as the council published it, a PDF",
}
OF_A_MEETING = {"agenda": "the agenda is", "pages": "the pages are"}
"""Kinds of which no file says for which meeting it is."""

REFUSED = 3
_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")


def add_to(commands: "Commands") -> None:
    taking = command(commands, "import", _import, "take a file in")
    taking.add_argument(
        "kind",
        metavar="KIND",
        type=one_of("import", KINDS),
        help="; ".join(f"{kind} {what}" for kind, what in KINDS.items()),
    )
    taking.add_argument("file", type=place, metavar="FILE")
    taking.add_argument("--board", metavar="CODE")
    taking.add_argument("--meeting", metavar="BOARD/DATE")
    taking.add_argument(
        "--year", metavar="YEAR", help="of a Better Care Fund plan, where the file does not say it"
    )
    taking.add_argument("--sheet", metavar="NAME", help="the sheet, where the program would have to guess")
    taking.add_argument(
        "--column",
        metavar="FIELD=HEADING",
        type=column,
        action="append",
        default=[],
        help="likewise a column",
    )
    taking.add_argument(
        "--area",
        metavar="NAME",
        action="append",
        default=[],
        help="an area whose figures are taken, by name or code, remembered for the board; may be repeated",
    )
    taking.add_argument(
        "--mend",
        metavar="CELL=WORDS",
        type=mend,
        action="append",
        default=[],
        help="read a cell (D4, or SHEET!D4) as WORDS, or as empty without any; the file stays as it is",
    )
    taking.add_argument("--dry-run", action="store_true", help="stop after the preview")
    taking.add_argument("--partial", action="store_true", help="take the good rows, leave the others")
    taking.add_argument(
        "--take", choices=["theirs", "ours"], help="whose words are kept where both sides have changed"
    )


def column(written: str) -> tuple[str, str]:
    """FIELD=HEADING, parted.

    Raises:
        ArgumentTypeError: there is no such pair.
    """
    name, equals, heading = written.partition("=")
    if not (name and equals and heading):
        raise ArgumentTypeError(f"“{written}” is no FIELD=HEADING, such as number=Ref.")
    return name, heading


def mend(written: str) -> "Mend":
    """A cell and what is read in its place, as in D4=95.3, or SHEET!D4= for nothing.

    Raises:
        ArgumentTypeError: it names no cell.
    """
    from boardtool.domain.imports import Mend

    place, equals, text = written.partition("=")
    sheet, _, cell = place.rpartition("!")
    if not equals or not _CELL.fullmatch(cell.upper()):
        raise ArgumentTypeError(f"“{written}” is no CELL=WORDS, such as D4=95.3, or D4= for an empty cell.")
    return Mend(sheet.strip("'"), cell.upper(), text.strip())


def _import(arguments: Namespace) -> int:
    from boardtool.domain.errors import CannotDoError
    from boardtool.domain.imports import ImportReport
    from boardtool.services.exchange.importing import FileRead

    if arguments.kind in OF_A_MEETING and arguments.meeting is None:
        raise WrongLineError(f"Say which meeting {OF_A_MEETING[arguments.kind]} of: --meeting BOARD/DATE.")
    opened = library.looking if arguments.dry_run else library.writing
    with opened(arguments) as store:
        found = _read(arguments)
        if isinstance(found, FileRead) and found.needs_board:
            _refuse_an_unsaid_board(store, arguments)
        try:
            report = found if isinstance(found, ImportReport) else _report(store, found, arguments)
        except CannotDoError as error:
            report = ImportReport(arguments.kind, arguments.file.name, refused=str(error))
    _tell(arguments, report)
    could_be_taken = not (report.refused or report.choose or (report.rejected and not arguments.partial))
    return 0 if could_be_taken else REFUSED


def _read(arguments: Namespace) -> "FileRead | ImportReport":
    from boardtool.services.exchange.importing import read
    from boardtool.services.exchange.request import Request, Take

    request = Request(
        file=arguments.file,
        board=arguments.board,
        meeting=arguments.meeting,
        sheet=arguments.sheet,
        columns=dict(arguments.column),
        take=None if arguments.take is None else Take(arguments.take),
        year=arguments.year,
        areas=tuple(arguments.area),
        mends=tuple(arguments.mend),
    )
    return read(arguments.kind, request)


def _report(store: "Store", found: "FileRead", arguments: Namespace) -> "ImportReport":
    from boardtool.services.exchange.importing import preview, take

    today = date.today()  # noqa: DTZ011 - the day where the person is
    if arguments.dry_run:
        return preview(store, found, today=today)
    return take(store, found, today=today, partial=arguments.partial)


def _refuse_an_unsaid_board(store: "Store", arguments: Namespace) -> None:
    """A board must be said where there is not just one."""
    from boardtool.data import boards

    if arguments.board or arguments.meeting:
        return
    with store.reading() as view:
        codes = [board.code for board in boards.every(view)]
    if not codes:
        raise WrongLineError("There is no board yet. Make one first: boardtool board new CODE --name NAME.")
    if len(codes) > 1:
        raise WrongLineError(f"Say which board: --board CODE. The boards are: {', '.join(codes)}.")


def _tell(arguments: Namespace, report: "ImportReport") -> None:
    if arguments.json:
        answer(report.to_json())
    else:
        for row in report.rows:
            tell(f"{row.state:9}  {row.key}")
        for warning in report.warnings:
            tell(f"note       {_where(warning.sheet, warning.row, warning.cell)}{warning.reason}")
        for rejected in report.rejected:
            tell(f"rejected   {_where(rejected.sheet, rejected.row, rejected.cell)}{rejected.reason}")
    say(_summary(report, dry_run=arguments.dry_run))


def _where(sheet: str, row: int, cell: str) -> str:
    place = cell or (f"row {row}" if row else "")
    return f"{sheet} {place}: ".lstrip() if sheet or place else ""


def _summary(report: "ImportReport", *, dry_run: bool) -> str:
    from boardtool.domain.imports import RowState

    if report.refused:
        return report.refused
    if report.choose is not None:
        return report.choose.sentence()
    counts = [f"{report.count(state)} {state}" for state in RowState if report.count(state)]
    if report.rejected:
        counts.append(f"{len(report.rejected)} rejected")
    if dry_run:
        outcome = "Nothing was changed: this was a preview."
    elif not report.applied:
        outcome = "Nothing was taken; --partial takes the good rows."
    elif report.count(RowState.CONFLICT):
        outcome = "Rows in conflict were left; --take theirs or --take ours settles them."
    else:
        outcome = "Nothing was changed." if report.step is None else "“boardtool undo” takes it back."
    return f"{report.file}: {', '.join(counts) or 'no rows'}. {outcome}"
