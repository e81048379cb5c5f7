"""How minutes are numbered: on from the last, until the board's rule says to start again at 1."""

from datetime import date

from boardtool.domain.boards import Restart
from boardtool.domain.dates import municipal_year


def starts_again(rule: Restart, previous: date, this: date) -> bool:
    """Whether numbers start again at 1 between two meetings (the real papers: 25 in July, after March)."""
    if rule is Restart.MUNICIPAL_YEAR:
        return municipal_year(previous) != municipal_year(this)
    if rule is Restart.CALENDAR_YEAR:
        return previous.year != this.year
    return False
