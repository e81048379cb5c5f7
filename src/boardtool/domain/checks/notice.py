"""Whether the notice of a meeting is lawful, and its day a working day (R1, R3, R5)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from boardtool.domain.checks.case import Check, MeetingCase, ahead
from boardtool.domain.dates import clock, weekday_date
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.notice import CLEAR_DAYS, DayRules, notice

OFFICE_CLOSES = "17:00"
SEE_PUBLICATION = "See the publication"


def _notice_is_given(case: MeetingCase) -> Iterator[Finding]:
    """R1: five clear days between the publication and the meeting."""
    last = notice(case.meeting.date, case.rules).last_publish_day
    published = case.meeting.published_at
    if published is not None:
        clear = case.rules.between(published.date(), case.meeting.date)
        if clear < CLEAR_DAYS:
            yield _late(
                f"Published on {weekday_date(published.date())}: {_clear(clear)}, "
                f"{CLEAR_DAYS} are needed. The last lawful day was {weekday_date(last)}."
            )
    elif case.today > last:
        yield _late(
            f"Not published, and the last lawful day has passed: it was {weekday_date(last)}. "
            "If the agenda was published, say when."
        )


def said_of_publication(case: MeetingCase, at: datetime) -> tuple[str, ...]:
    """What it would mean for the notice that the agenda was published then, in sentences (R1, R5)."""
    if not case.statutory:
        return ()
    then = replace(case, meeting=replace(case.meeting, published_at=at))
    lacking = [finding.message for finding in _notice_is_given(then)]
    clear = case.rules.between(at.date(), case.meeting.date)
    given = lacking or [f"{_clear(clear)} before the meeting; {CLEAR_DAYS} are needed."]
    return (*given, *(finding.message for finding in _published_in_office_hours(then)))


def _late(message: str) -> Finding:
    return Finding("R1", Severity.BLOCK, message, mend="Say when it was published")


def _clear(days: int) -> str:
    return f"{days} clear day{'' if days == 1 else 's'}"


def _published_in_office_hours(case: MeetingCase) -> Iterator[Finding]:
    """R5: what is published after the office closes may count as published the next day."""
    published = case.meeting.published_at
    if published is None or f"{published:%H:%M}" <= OFFICE_CLOSES:
        return
    yield Finding(
        "R5",
        Severity.WARN,
        f"Published at {clock(f'{published:%H:%M}')}, after the office closes: "
        "it may count as published on the next working day.",
        mend="Check the time",
    )


def _was_published_although(case: MeetingCase) -> Iterator[Finding]:
    """R5: why it was published all the same, and what stood against it when that was recorded."""
    meeting = case.meeting
    because = meeting.published_because.rstrip(".")
    although = " ".join(meeting.published_although.splitlines())
    message = f"Published all the same, because: {because}. What stood against it: {although}"
    yield Finding("R5", Severity.INFORM, message, mend=SEE_PUBLICATION)


def _meets_on_a_working_day(case: MeetingCase) -> Iterator[Finding]:
    """R3: a meeting at a weekend or on a bank holiday is usually a slip."""
    why = _not_a_working_day(case.meeting.date, case.rules)
    if why is not None:
        yield Finding(
            "R3",
            Severity.WARN,
            f"The meeting is on {weekday_date(case.meeting.date)}, which is not a working day: {why}.",
            mend="Move the meeting",
        )


def _not_a_working_day(day: date, rules: DayRules) -> str | None:
    return DayRules(excluded=rules.excluded).why_not(day)


def _was_asked_why(case: MeetingCase) -> bool:
    return bool(case.meeting.published_because)


def _statutory_and_ahead(case: MeetingCase) -> bool:
    return case.statutory and case.ahead


def _statutory_and_published(case: MeetingCase) -> bool:
    return case.statutory and case.meeting.published_at is not None


CHECKS = (
    Check("R1", _notice_is_given, _statutory_and_ahead, says="The agenda goes out in time: five clear days"),
    Check(
        "R5",
        _published_in_office_hours,
        _statutory_and_published,
        says="It was published within office hours",
    ),
    Check("R5", _was_published_although, _was_asked_why),
    Check("R3", _meets_on_a_working_day, ahead, says="The meeting is on a working day"),
)
