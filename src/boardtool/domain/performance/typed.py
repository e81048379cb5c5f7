"""A figure as a person types it into a table: a number, or the word that says why there is none."""

from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import MoneyRefusedError, read_number
from boardtool.domain.performance.metrics import Status
from boardtool.domain.text import folded

_WORDS = {
    "[c]": Status.SUPPRESSED,
    "c": Status.SUPPRESSED,
    "*": Status.SUPPRESSED,
    "suppressed": Status.SUPPRESSED,
    "not available": Status.NOT_AVAILABLE,
    "[x]": Status.NOT_AVAILABLE,
    "n/a": Status.NOT_APPLICABLE,
    "not applicable": Status.NOT_APPLICABLE,
}


def read_figure(text: str) -> float | Status:
    """A number as it stands ("13.7", "13.7 %", "1,234"); or why there is none ("[c]", "suppressed").

    Raises:
        CannotDoError: it is neither.
    """
    word = folded(text)
    if word in _WORDS:
        return _WORDS[word]
    return read_count(text.strip().removesuffix("%"))


def read_whole(text: str) -> int:
    """A whole number, as of points.

    Raises:
        CannotDoError: it is none.
    """
    number = read_count(text)
    if not number.is_integer():
        raise CannotDoError(f"\u201c{text.strip()}\u201d is not a whole number. Type one like 12.")
    return int(number)


def read_count(text: str) -> float:
    """A number of people, days or events.

    Raises:
        CannotDoError: it is none.
    """
    try:
        return float(read_number(text))
    except MoneyRefusedError as refused:
        raise CannotDoError(
            f"\u201c{text.strip()}\u201d is not a number. Type one like 13.7, or \u201csuppressed\u201d."
        ) from refused
