"""Names and places as they are said where there is little room; the documents print them whole."""

_BOARD, _SHORT_BOARD = "Health and Wellbeing Board", "HWB"


def short_place(place: str) -> str:
    """The room and the building, without the street."""
    return ", ".join(place.split(", ")[:2])


def short_board(words: str) -> str:
    """“North HWB, 6 September” for “North Health and Wellbeing Board, 6 September”."""
    return words.replace(_BOARD, _SHORT_BOARD)
