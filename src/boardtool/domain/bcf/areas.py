"""The area of a board, as the national lists name it."""

_TAILS = ("health and wellbeing board", "health & wellbeing board", "hwb")


def area_of(board: str) -> str:
    """The area of a board: “North Northamptonshire” of its Health and Wellbeing Board."""
    for tail in _TAILS:
        if board.casefold().endswith(tail):
            return board[: -len(tail)].strip(" ,-\u2013")
    return board
