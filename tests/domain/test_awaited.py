"""How long a paper has been waited for, around the meeting of 6 September 2022."""

from datetime import date

import pytest

from boardtool.domain.awaited import awaited
from boardtool.domain.notice import DayRules

MEETING = date(2022, 9, 6)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2022, 8, 17), "due Fri 19 Aug, in 2 days; 12 clear days are left"),
        (date(2022, 8, 19), "due Fri 19 Aug, today; 10 clear days are left"),
        (date(2022, 8, 20), "was due Fri 19 Aug, 1 day late; 10 clear days are left"),
        (date(2022, 9, 2), "was due Fri 19 Aug, 14 days late; 1 clear day is left"),
        (date(2022, 9, 6), "was due Fri 19 Aug, 18 days late; 0 clear days are left"),
    ],
)
def test_age_and_time_left_are_told_together(today: date, words: str) -> None:
    assert awaited(MEETING, today=today, rules=DayRules()).words == words
