"""The order in which people look for words: 2 before 10, "Équipe" beside "equipment"."""

import re
from functools import lru_cache

from boardtool.domain.text import folded

Natural = tuple[tuple[int, int, str], ...]

_PARTS = re.compile(r"([0-9]+)|([^0-9]+)")


@lru_cache(maxsize=16_384)
def natural(text: str) -> Natural:
    """A key that sorts numbers within a text by their size, before words; empty where nothing is said."""
    return tuple(
        (0, int(digits), "") if digits else (1, 0, words.strip())
        for digits, words in _PARTS.findall(folded(text))
        if digits or words.strip()
    )
