"""The notice of a meeting in sentences: by when to publish, which days do not count, what moves (R1-R4)."""

from datetime import date

from boardtool.domain.dates import WEEKDAYS, long_date, short_weekday_date, weekday_date
from boardtool.domain.notice import Notice, NoticeDay, Timetable


def notice_sentence(notice: Notice, *, today: date) -> str:
    """By when to publish, and how many clear days that leaves.

    “Publish by Friday 26 August: exactly 5 clear days. Weekends and the bank holiday do not count.”
    """
    day = without_year(weekday_date(notice.last_publish_day), notice.last_publish_day, today)
    if today > notice.last_publish_day:
        return f"The last lawful day to publish was {day}: {_clear(notice)} before the meeting."
    return f"Publish by {day}: exactly {_clear(notice)}. {_uncounted(notice)}".strip()


def holidays_sentence(notice: Notice) -> str:
    """“29 August is the Summer bank holiday”, for every day of the week that does not count."""
    return "; ".join(_holiday(day) for day in weekdays_out(notice))


def moved_dates(before: Timetable, after: Timetable, *, today: date) -> tuple[str, ...]:
    """What moves with a meeting (R4), what has gone by: “Papers due Fri 26 Aug (was Fri 19 Aug)”."""
    moved = (
        ("Papers due", before.papers_due, after.papers_due),
        ("Draft agenda to the Chair", before.draft_agenda, after.draft_agenda),
        ("Publish the agenda by", before.publish_by, after.publish_by),
        ("Draft minutes out", before.draft_minutes, after.draft_minutes),
    )
    return tuple(
        f"{what} {short_weekday_date(new)} (was {short_weekday_date(old)})"
        f"{', which has gone by' if new < today else ''}"
        for what, old, new in moved
        if new != old
    )


def weekdays_out(notice: Notice) -> tuple[NoticeDay, ...]:
    """The days between notice and meeting, weekends apart, that do not count."""
    between = notice.days[1:-1]
    return tuple(day for day in between if not day.counts and day.why not in WEEKDAYS)


def without_year(words: str, day: date, today: date) -> str:
    """A date without its year where that is this year: nobody says it."""
    return words.removesuffix(f" {day.year}") if day.year == today.year else words


def _clear(notice: Notice) -> str:
    return f"{notice.clear_days} clear day{'' if notice.clear_days == 1 else 's'}"


def _uncounted(notice: Notice) -> str:
    weekend = any(day.why in WEEKDAYS for day in notice.days[1:-1] if not day.counts)
    out = len(weekdays_out(notice))
    named = ["Weekends"] if weekend else []
    if out:
        named.append("the bank holiday" if out == 1 else "the bank holidays")
    if not named:
        return ""
    words = " and ".join(named)
    return f"{words[0].upper()}{words[1:]} {'does' if out == 1 and not weekend else 'do'} not count."


def _holiday(day: NoticeDay) -> str:
    named = long_date(day.date).removesuffix(f" {day.date.year}")
    if day.why.startswith("Bank holiday"):
        return f"{named} is the bank holiday{day.why.removeprefix('Bank holiday')}"
    return f"{named} is {'the ' if day.why.endswith('bank holiday') else ''}{day.why}"
