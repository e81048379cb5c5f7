"""A place in a sheet as spreadsheets write it ("AB12"): the letters of its column, and its row."""

from string import ascii_uppercase, digits


def letters_of(ref: str) -> str:
    """AB of "AB12"."""
    return ref.rstrip(digits)


def row_of(ref: str) -> int:
    """12 of "AB12".

    Raises:
        ValueError: it names no row.
    """
    return int(ref.lstrip(ascii_uppercase))
