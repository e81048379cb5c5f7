"""The notice of a meeting in the sentences that the window shows."""

from __future__ import annotations

from datetime import date

from boardtool.domain.notice import notice, timetable
from boardtool.domain.notice_words import holidays_sentence, moved_dates, notice_sentence

SEPTEMBER = notice(date(2022, 9, 6))


def test_by_when_to_publish_and_what_does_not_count() -> None:
    assert notice_sentence(SEPTEMBER, today=date(2022, 8, 24)) == (
        "Publish by Friday 26 August: exactly 5 clear days. Weekends and the bank holiday do not count."
    )
    assert holidays_sentence(SEPTEMBER) == "29 August is the Summer bank holiday"


def test_the_last_lawful_day_is_still_in_time() -> None:
    assert notice_sentence(SEPTEMBER, today=date(2022, 8, 26)).startswith("Publish by Friday 26 August:")


def test_after_the_last_lawful_day_it_says_which_it_was() -> None:
    assert notice_sentence(SEPTEMBER, today=date(2022, 8, 27)) == (
        "The last lawful day to publish was Friday 26 August: 5 clear days before the meeting."
    )


def test_another_year_is_named() -> None:
    said = notice_sentence(notice(date(2023, 1, 10)), today=date(2022, 12, 1))
    assert said.startswith("Publish by Friday 30 December: ") or "30 December 2022" in said
    assert notice_sentence(notice(date(2023, 3, 7)), today=date(2022, 12, 1)).startswith(
        "Publish by Monday 27 February 2023:"
    )


def test_holidays_are_named_as_one_says_them() -> None:
    assert holidays_sentence(notice(date(2023, 5, 10))) == (
        "1 May is the Early May bank holiday; "
        "8 May is the bank holiday for the coronation of King Charles III"
    )
    assert (
        holidays_sentence(notice(date(2022, 4, 20))) == "15 April is Good Friday; 18 April is Easter Monday"
    )


def test_what_moves_with_a_meeting_is_listed_and_what_has_gone_by_said() -> None:
    before, after = timetable(date(2022, 9, 6)), timetable(date(2022, 9, 1))
    assert moved_dates(before, after, today=date(2022, 8, 24)) == (
        "Papers due Tue 16 Aug (was Fri 19 Aug), which has gone by",
        "Draft agenda to the Chair Thu 18 Aug (was Tue 23 Aug), which has gone by",
        "Publish the agenda by Tue 23 Aug (was Fri 26 Aug), which has gone by",
        "Draft minutes out Thu 8 Sep (was Tue 13 Sep)",
    )
    assert moved_dates(before, before, today=date(2022, 8, 24)) == ()
