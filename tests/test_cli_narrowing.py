"""What a listing is narrowed to on the command line: a year as people write it."""

from argparse import ArgumentTypeError
from datetime import date

import pytest

from boardtool.cli.narrowing import Filters, year


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022/23", date(2022, 5, 1), date(2023, 4, 30)),
        ("2022-23", date(2022, 5, 1), date(2023, 4, 30)),
        ("2022/2023", date(2022, 5, 1), date(2023, 4, 30)),
        ("1999/00", date(1999, 5, 1), date(2000, 4, 30)),
    ],
)
def test_a_year_is_from_a_day_to_a_day(written: str, first: date, last: date) -> None:
    read = year(written)
    assert (read.written, read.first, read.last) == (written, first, last)


@pytest.mark.parametrize(
    "written", ["", "22", "22/23", "last", "2022/x", "0000", "9999", "2022/25", "2022/21"]
)
def test_what_is_no_year_is_refused_with_how_to_write_one(written: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is no year: "):
        year(written)


def test_only_days_within_the_year_are_taken() -> None:
    municipal = Filters(None, None, year("2022/23"))
    assert municipal.takes(date(2022, 5, 1))
    assert municipal.takes(date(2023, 4, 30))
    assert not municipal.takes(date(2022, 4, 30))
    assert not municipal.takes(date(2023, 5, 1))
    assert not municipal.takes(None)
    assert Filters(None, None, None).takes(None)
