"""How an action is numbered: DDMMYY of the meeting that made it, a stroke, and its place in that meeting."""

import re
from dataclasses import dataclass
from datetime import date

from boardtool.domain.text import clean_line

_FORM = re.compile(r"(?P<day>[0-9]{1,2})(?P<month>[0-9]{2})(?P<year>[0-9]{2})\s?/\s?(?P<ordinal>[0-9]{1,3})")
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class ActionNumber:
    """An action number as printed; `raised_on` and `ordinal` are None where it is of another form."""

    text: str
    raised_on: date | None = None
    ordinal: int | None = None

    @property
    def sort_key(self) -> tuple[date, int, str]:
        """By the day of the meeting, then in its order; other forms come first, by their letters."""
        return (self.raised_on or date.min, self.ordinal or 0, self.text)


def action_number(raised_on: date, ordinal: int) -> ActionNumber:
    """The number of the n-th action of a meeting: 5 July 2022 and 1 give 050722/01."""
    return ActionNumber(f"{raised_on:%d%m%y}/{ordinal:02d}", raised_on, ordinal)


def read_action_number(text: str) -> tuple[ActionNumber, str]:
    """The number as it is meant, and a note where it was written otherwise ("" where not).

    "50722/01" is read as 050722/01, for a spreadsheet takes the leading zero away. What is not of the form
    DDMMYY/NN, or names no day, is kept as it is written.
    """
    written = clean_line(text)
    found = _FORM.fullmatch(written)
    if found is None:
        return ActionNumber(written), ""
    try:
        raised_on = date(_CENTURY + int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return ActionNumber(written), ""
    number = action_number(raised_on, int(found["ordinal"]))
    return number, _note(written, number.text, lost_zero=len(found["day"]) == 1)


def _note(written: str, meant: str, *, lost_zero: bool) -> str:
    if written == meant:
        return ""
    if lost_zero:
        return f"read as {meant}: the leading zero was lost"
    return f"read as {meant}"
