"""Which board of the library a national workbook is of: the one that is named, or the one it names itself."""

from boardtool.data import boards
from boardtool.data.store import Reading
from boardtool.domain.boards import Board
from boardtool.domain.errors import CannotDoError
from boardtool.domain.text import folded
from boardtool.services.exchange.request import Request, board_of


def board_meant(reading: Reading, request: Request, named: str) -> Board:
    """The board that a workbook of the area `named` goes to; "" where it names none.

    Raises:
        NotFoundError: the board that was asked for is not there.
        CannotDoError: several could be meant.
    """
    if request.board is not None or request.meeting is not None:
        return board_of(reading, request)
    fitting = [board for board in boards.every(reading) if is_of(board, named)]
    if len(fitting) > 1:
        formal = [board for board in fitting if "wellbeing" in folded(board.name)]
        fitting = formal or fitting
    if len(fitting) == 1:
        return fitting[0]
    if len(boards.every(reading)) == 1:
        return boards.every(reading)[0]
    codes = ", ".join(board.code for board in boards.every(reading)) or "none yet"
    of = f" (the workbook is of {named})" if named else ""
    raise CannotDoError(f"Say which board is meant{of}: --board CODE. The boards are: {codes}.")


def is_of(board: Board, named: str) -> bool:
    """Whether a board is that of an area, by its name or its council's."""
    area = folded(named)
    return bool(area) and (area in folded(board.name) or area in folded(board.council))
