"""What is asked of an import: which file, of which board or meeting, and who wins where both sides differ."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from boardtool.data import boards, meetings
from boardtool.data.store import Reading
from boardtool.domain.boards import Board
from boardtool.domain.errors import CannotDoError
from boardtool.domain.imports import Mend

if TYPE_CHECKING:
    from boardtool.data.excel.workbook import Workbook


class Take(StrEnum):
    """Whose words are kept where a row differs from what is here already."""

    THEIRS = "theirs"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Request:
    """An import as asked for; `board` is a code, `meeting` a reference ("NNHWB/2022-09-06").

    `sheet` and `columns` (field to heading) answer what the file leaves open; `year` is that of a plan.
    `areas` (names or codes) are those whose figures are taken, () for those that the board watches.
    `mends` are cells that the person put right instead of the sender. `library` is the folder of the library,
    known once the file is held against it. `workbook` is the file where it was read already,
    to see what the mends replace; it is kept no longer than that.
    """

    file: Path
    board: str | None = None
    meeting: str | None = None
    sheet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    take: Take | None = None
    areas: tuple[str, ...] = ()
    year: str | None = None
    mends: tuple[Mend, ...] = ()
    library: Path | None = None
    workbook: "Workbook | None" = field(default=None, repr=False, compare=False)


def board_of(reading: Reading, request: Request) -> Board:
    """The board that is meant: named, or that of the meeting, or the only one there is.

    Raises:
        NotFoundError: there is no such board.
        CannotDoError: none is named, and there are several; or the two that are named differ.
    """
    of_meeting = None if request.meeting is None else meetings.split_ref(request.meeting)[0]
    if request.board and of_meeting and request.board.casefold() != of_meeting.casefold():
        raise CannotDoError(f"{request.meeting} is no meeting of {request.board}. Name one of the two.")
    code = request.board or of_meeting
    if code is not None:
        return boards.by_code(reading, code)
    every = boards.every(reading)
    if len(every) == 1:
        return every[0]
    codes = ", ".join(board.code for board in every) or "none yet"
    raise CannotDoError(f"Say which board is meant. The boards are: {codes}.")


def day_of(request: Request) -> date | None:
    """The day of the meeting that is named; None where none is."""
    return None if request.meeting is None else meetings.split_ref(request.meeting)[1]
