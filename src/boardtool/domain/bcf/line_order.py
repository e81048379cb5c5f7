"""What the lines of a scheme table are sorted by: amounts by size, words as people look for them."""

from decimal import Decimal

from boardtool.domain.bcf.cells import shown
from boardtool.domain.bcf.plans import Line
from boardtool.domain.natural_order import natural

_NUMBERS = 0
_WORDS = 1

OrderKey = tuple[int, object]


def order_key(name: str, line: Line) -> OrderKey | None:
    """The key of a line by one field: None where it is empty; what is no value stands behind all numbers."""
    value = getattr(line, name)
    if name not in line.unread and isinstance(value, int | Decimal):
        return _NUMBERS, value
    return word_key(shown(name, line))


def word_key(text: str) -> OrderKey | None:
    """The key of a text as it stands in a cell."""
    parts = natural(text)
    return (_WORDS, parts) if parts else None
