"""When an agenda ends, how long it is, and how minutes are read."""

from __future__ import annotations

from datetime import date

import pytest

from boardtool.domain.agenda_totals import AgendaTotals, read_length, totals
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import AgendaItem, Meeting

MEETING = Meeting(1, 1, "NNHWB", "North HWB", date(2022, 9, 6), "13:30", "Corby Cube")


def item(length: int, pages: str = "") -> AgendaItem:
    return AgendaItem(length, 1, length, "01", "Subject", length=length, pages=pages)


def test_the_end_follows_from_the_lengths() -> None:
    items = [item(20, "5 - 16"), item(45, "17 – 58"), item(5)]
    assert totals(MEETING, items) == AgendaTotals(ends="14:40", minutes=70, last_page=58)


def test_an_agenda_without_pages_has_no_last_page() -> None:
    assert totals(MEETING, [item(20)]).last_page is None


def test_an_empty_agenda_ends_when_it_starts() -> None:
    assert totals(MEETING, []) == AgendaTotals(ends="13:30", minutes=0, last_page=None)


@pytest.mark.parametrize(("typed", "length"), [("20", 20), (" 5 min ", 5), ("45 minutes", 45), ("", 0)])
def test_minutes_are_read_as_people_write_them(typed: str, length: int) -> None:
    assert read_length(typed) == length


@pytest.mark.parametrize("typed", ["soon", "1.30", "-5", "1000"])
def test_what_is_no_number_of_minutes_is_refused(typed: str) -> None:
    with pytest.raises(CannotDoError, match="no number of minutes"):
        read_length(typed)
