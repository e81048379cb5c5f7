"""Which backups to keep: all of two days, then one a day, a week and a month, ever further apart."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import datetime, timedelta

ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 14, 8, 12
MOST_BYTES = 10**9


def kept(times: Iterable[datetime]) -> set[datetime]:
    """The backups to keep, by when they were made: all of the last two days, 14 daily, 8 weekly, 12 monthly.

    Of a day, week or month the newest is kept; days without a backup do not count. Nothing here asks what
    time it is now: two days are measured from the newest backup, so a clock set wrong throws nothing away.
    """
    newest_first = sorted(set(times), reverse=True)
    if not newest_first:
        return set()
    recent = {time for time in newest_first if newest_first[0] - time <= ALL_OF}
    return (
        recent
        | _newest_of_each(newest_first, _day, DAILY)
        | _newest_of_each(newest_first, _week, WEEKLY)
        | _newest_of_each(newest_first, _month, MONTHLY)
    )


def fitting(sizes: Mapping[datetime, int], *, most: int = MOST_BYTES) -> set[datetime]:
    """The newest backups that together are at most so many bytes; the newest of all is always among them."""
    found: set[datetime] = set()
    total = 0
    for time in sorted(sizes, reverse=True):
        total += sizes[time]
        if found and total > most:
            break
        found.add(time)
    return found


def _newest_of_each(
    newest_first: Iterable[datetime], period: Callable[[datetime], Hashable], most: int
) -> set[datetime]:
    found: dict[Hashable, datetime] = {}
    for time in newest_first:
        found.setdefault(period(time), time)
    return set(list(found.values())[:most])


def _day(time: datetime) -> Hashable:
    return time.date()


def _week(time: datetime) -> Hashable:
    return time.isocalendar()[:2]


def _month(time: datetime) -> Hashable:
    return time.year, time.month
