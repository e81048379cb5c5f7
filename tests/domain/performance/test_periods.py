"""Periods as people and publishers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.performance.period_words import PeriodRefusedError, read_period
from boardtool.domain.performance.periods import (
    Frequency,
    Period,
    calendar_year,
    financial_quarter,
    financial_year,
    meant_by_months,
    month,
    week_from,
)


@pytest.mark.parametrize(
    ("written", "label", "shown"),
    [
        ("Jun 2022", "2022-06", "June 2022"),
        ("June 2022", "2022-06", "June 2022"),
        ("Jun-22", "2022-06", "June 2022"),
        ("2022-06", "2022-06", "June 2022"),
        ("06/2022", "2022-06", "June 2022"),
        ("Q1 2022/23", "2022-23 Q1", "Q1 2022/23"),
        ("2022-23 Q4", "2022-23 Q4", "Q4 2022/23"),
        ("2015 Q2", "2015-16 Q1", "Q1 2015/16"),
        ("2014/15", "2014-15", "2014/15"),
        ("2014 to 2015", "2014-15", "2014/15"),
        ("2014/2015", "2014-15", "2014/15"),
        ("2015", "2015", "2015"),
        ("2015 - 17", "2015 to 2017", "2015 to 2017"),
        ("2015/16 - 17/18", "2015-16 to 2017-18", "2015/16 to 2017/18"),
        ("w/c 04/12/2023 (daily snapshot)", "w/c 2023-12-04", "week of 4 December 2023"),
        ("w/e 03/09/2022", "w/c 2022-08-28", "week of 28 August 2022"),
        ("Week ending 3 September 2022", "w/c 2022-08-28", "week of 28 August 2022"),
        ("4 December 2023", "2023-12-04", "4 December 2023"),
        ("As at 31 March 2023", "2023-03-31", "31 March 2023"),
        ("FY 22/23", "2022-23", "2022/23"),
        ("22/23", "2022-23", "2022/23"),
        ("FY 09/10", "2009/10", "2009/10"),
        ("Q1 22/23", "2022-23 Q1", "Q1 2022/23"),
        ("FY 2022/23 Q2", "2022-23 Q2", "Q2 2022/23"),
        ("Q2 2015", "2015-16 Q1", "Q1 2015/16"),
        ("Apr 2022 - Mar 2023", "2022-23", "2022/23"),
        ("01/04/2022 to 31/03/2023", "2022-23", "2022/23"),
        ("Apr-Jun 2022", "2022-23 Q1", "Q1 2022/23"),
        ("Aug 2011 - Jul 2012", "2011-08-01 to 2012-07-31", "1 August 2011 to 31 July 2012"),
        ("Year ending March 2023", "2022-23", "2022/23"),
        ("12 months to December 2022", "2022", "2022"),
        ("H2 2022/23", "2022-10-01 to 2023-03-31", "1 October 2022 to 31 March 2023"),
        ("2023 Jan", "2023-01", "January 2023"),
        ("2022/04", "2022-04", "April 2022"),
        ("202204", "2022-04", "April 2022"),
        ("2011/12", "2011/12", "2011/12"),
    ],
)
def test_a_period_is_read_and_written(written: str, label: str, shown: str) -> None:
    period = read_period(written)
    assert (period.label, period.shown) == (label, shown)
    assert read_period(period.label) == period


@pytest.mark.parametrize(
    "written",
    [
        "", "soon", "13/2022", "Actual", "2022/25 Q1", "w/c soon", "w/e soon", "11/12", "22/24", "FY 22/24",
        "Mar 2023 - Apr 2022", "2023-04-02 to 2022-01-01", "sometime - to somewhere", "H1 2022/25",
    ],
)  # fmt: skip
def test_what_names_no_period_is_refused_in_words(written: str) -> None:
    with pytest.raises(PeriodRefusedError, match="is no period"):
        read_period(written)


def test_the_length_of_a_period_is_its_frequency() -> None:
    assert Period(date(2022, 6, 1), date(2022, 6, 1)).frequency is Frequency.DAILY
    assert week_from(date(2022, 6, 1)).frequency is Frequency.WEEKLY
    assert month(2022, 2).frequency is Frequency.MONTHLY
    assert financial_quarter(2022, 4) == Period(date(2023, 1, 1), date(2023, 3, 31))
    assert financial_year(2022).frequency is calendar_year(2022).frequency is Frequency.YEARLY
    assert calendar_year(2015, 3).frequency is Frequency.OTHER
    assert Period(date(2022, 6, 2), date(2022, 6, 20)).label == "2022-06-02 to 2022-06-20"


@given(st.integers(1950, 2098), st.integers(1, 4), st.integers(1, 12))
def test_what_is_written_is_read_again(year: int, quarter: int, number: int) -> None:
    for period in (
        month(year, number),
        financial_quarter(year, quarter),
        financial_year(year),
        calendar_year(year),
    ):
        assert read_period(period.label) == period
        assert read_period(period.shown) == period


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["2009-10", "2010-11", "2011-12", "2012-13"], Frequency.YEARLY),
        (["2011-12", "2012-13"], Frequency.YEARLY),
        (["2010-11", "2011-12"], Frequency.YEARLY),
        (["2011-10", "2011-11", "2011-12", "2012-01"], Frequency.MONTHLY),
        (["2011-12"], Frequency.MONTHLY),
        (["2011-11", "2011-12", "2012-13"], Frequency.MONTHLY),
        (["2011-12", "2011"], Frequency.MONTHLY),
        (["2012-13"], Frequency.MONTHLY),
    ],
)
def test_two_years_in_a_row_are_a_year_where_the_series_says_so(written: list[str], meant: Frequency) -> None:
    assert meant_by_months([read_period(each) for each in written]) is meant
