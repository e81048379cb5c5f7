from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.domain.money import (
    MoneyRefusedError,
    nearest_pence,
    pence_from_number,
    pounds,
    read_number,
    read_pence,
    scale_of_heading,
)

amounts = st.integers(-(10**14), 10**14)


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£1,234.50", 123_450), ("1234.5", 123_450), ("£ 1 234.50", 123_450), ("1,234,567", 123_456_700),
        ("(500)", -50_000), ("£(500.10)", -50_010), ("(£500.10)", -50_010), ("-£5", -500), ("£-5", -500),
        ("5-", -500),
        ("750 CR", -75_000), ("750 DR", 75_000), ("12.5k", 1_250_000), ("£1.2m", 120_000_000),
        ("£1.2 million", 120_000_000), ("£1bn", 100_000_000_000), ("GBP 12", 1200), ("12 pounds", 1200),
        (".50", 50),
        ("nil", 0), ("0", 0), ("\u22125", -500), ("£12,500\u00a0", 1_250_000), ("+5", 500),
        ("£3 thousand", 300_000),
    ],
)  # fmt: skip
def test_money_is_read_to_the_penny(text: str, pence: int) -> None:
    assert read_pence(text) == pence


@pytest.mark.parametrize(
    "text",
    [
        "", "£", "-", "TBC", "1,23", "1.234,50", "12,34,567", "NaN", "Infinity", "1_000", "1e5", "0x10",
        "\u0661\u0662\u0663", "\uff11\uff12",
        "TRUE", "12.345", "(-5)", "-5-", "(5 CR)", "-5 DR", "(5", "5)", "£5 £6", "5 or 6", "5%", "--5",
        "$5", "€5",
        "99999999999999999999", "5/6", "1 23",
    ],
)  # fmt: skip
def test_what_could_be_something_else_is_refused(text: str) -> None:
    with pytest.raises(MoneyRefusedError):
        read_pence(text)


def test_a_column_in_thousands_multiplies() -> None:
    assert read_pence("12.5", scale=1000) == 1_250_000
    assert read_pence("0.12345", scale=1000) == 12_345
    assert pence_from_number(Decimal("12.5"), scale=1000) == 1_250_000


@pytest.mark.parametrize(
    ("heading", "scale"),
    [
        ("£000", 1000), ("Expenditure (£'000)", 1000), ("£000s", 1000), ("£k", 1000), ("£ thousands", 1000),
        ("Cost £m", 10**6), ("in millions", 10**6), ("Expenditure (£)", 1), ("£1000 limit", 1), ("Amount", 1),
    ],
)  # fmt: skip
def test_headings_say_the_scale(heading: str, scale: int) -> None:
    assert scale_of_heading(heading) == scale


@given(amounts)
def test_what_is_printed_is_read_again(pence: int) -> None:
    assert read_pence(pounds(pence)) == pence


@given(amounts.filter(lambda pence: pence > 0))
def test_a_negative_never_becomes_positive(pence: int) -> None:
    shown = pounds(pence)
    for negative in (f"-{shown}", f"({shown})", f"{shown}-", f"{shown} CR"):
        assert read_pence(negative) == -pence


@given(st.text(max_size=20))
def test_any_text_gives_pence_or_a_reason(text: str) -> None:
    try:
        found: int | None = read_pence(text)
    except MoneyRefusedError as refused:
        found = None
        reason = str(refused)
        assert reason
    assert found is None or isinstance(found, int)


@given(amounts)
def test_a_spreadsheets_binary_fraction_is_still_the_penny(pence: int) -> None:
    if abs(pence) < 10**11:
        assert pence_from_number(Decimal(repr(pence / 100))) == pence


def test_parts_of_a_penny_are_not_hidden() -> None:
    assert nearest_pence(Decimal("0.30000000000000004")) == (30, True)
    assert nearest_pence(Decimal("12.3456")) == (1235, False)
    with pytest.raises(MoneyRefusedError, match="parts of a penny"):
        pence_from_number(Decimal("12.3456"))
    with pytest.raises(MoneyRefusedError, match="not an amount"):
        nearest_pence(Decimal("NaN"))


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,234.5", "1234.5"), ("12%", "0.12"), ("(3)", "-3"), ("-3", "-3"), ("12.5 %", "0.125"), (".5", "0.5")],
)
def test_a_number_is_read_exactly(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "NaN", "1_000", "1e5", "(3", "3)", "12,34", "\u0663", "x", "."])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(MoneyRefusedError, match="not a number"):
        read_number(text)


def test_money_is_printed_as_the_papers_print_it() -> None:
    assert pounds(123_450) == "£1,234.50"
    assert pounds(-5) == "-£0.05"
