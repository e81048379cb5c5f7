"""What stands under an agenda: when it ends, how long it is, and its last page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from boardtool.domain.agenda import end
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.text import clean_line

_LENGTH = re.compile(r"([0-9]{1,3})\s*(?:m|min|mins|minutes?)?\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AgendaTotals:
    """`ends` is "HH:MM", `minutes` the sum of all lengths, `last_page` None where no page is known."""

    ends: str
    minutes: int
    last_page: int | None


def totals(meeting: Meeting, items: Sequence[AgendaItem]) -> AgendaTotals:
    lengths = [item.length for item in items]
    pages = [int(page) for item in items for page in re.findall(r"[0-9]+", item.pages)]
    return AgendaTotals(
        ends=end(meeting.agenda_start or meeting.start, lengths),
        minutes=sum(lengths),
        last_page=max(pages, default=None),
    )


def read_length(text: str) -> int:
    """How many minutes a text names: "20", "20 min"; nothing is none.

    Raises:
        CannotDoError: it names no number of minutes.
    """
    shown = clean_line(text)
    if not shown:
        return 0
    found = _LENGTH.fullmatch(shown)
    if found is None:
        raise CannotDoError(f"“{shown}” is no number of minutes. Write it as 20.")
    return int(found[1])
