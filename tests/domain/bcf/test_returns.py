"""What is true of a return: its pool, whose the discharge money is, fee rates, and what its checks find."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.bcf.bcf_builders import a_line, a_plan

from boardtool.data.bcf.national import lists_of, returns_words
from boardtool.domain.bcf.areas import area_of
from boardtool.domain.bcf.plans import Income, Places, WholePlan
from boardtool.domain.bcf.returns import Actual, Entry, Part, Return
from boardtool.domain.bcf.returns_checks import check_return
from boardtool.domain.bcf.returns_fees import fee_name, implied_uplift, read_rate, unit_in
from boardtool.domain.bcf.returns_pool import Pooled, body_of, incomes, pooled
from boardtool.domain.bcf.returns_shape import return_shape
from boardtool.domain.errors import CannotDoError

LISTS = lists_of("2022-23")
MADE = Return(
    id=1,
    plan_id=1,
    period="2022-23 End of Year",
    places=Places({"income": "5. Income", "fees": "7. Fees"}, {}, {"pooled_actual": "F22"}),
    entries=(
        Entry(1, 1, Part.INCOME, "iBCF", "Improved Better Care Fund", 100_00, 150_00),
        Entry(2, 2, Part.INCOME, "DFG", "Disabled Facilities Grant", 50_00, None),
        Entry(3, 3, Part.DISCHARGE, label="LA Plan Spend", planned=10_00, actual=9_00),
        Entry(4, 4, Part.DISCHARGE, label="ICB Plan Spend", planned=20_00, actual=21_00),
    ),
)
LA, ICB = MADE.part(Part.DISCHARGE)


def a_whole(*income: Income, board: str = "North Northamptonshire Health and Wellbeing Board") -> WholePlan:
    return WholePlan(replace(a_plan(), board=board), (a_line(1), a_line(2)), income)


def test_a_source_without_an_actual_figure_brought_what_was_planned() -> None:
    assert incomes(MADE) == Pooled(150_00, 200_00)
    assert incomes(replace(MADE, entries=())) == Pooled(None, None)


def test_the_pool_is_what_the_workbook_prints_else_what_the_sources_add_to() -> None:
    assert pooled(MADE) == Pooled(150_00, 200_00)
    assert pooled(replace(MADE, pooled_planned=151_00)) == Pooled(151_00, 200_00)


@given(st.lists(st.tuples(st.integers(0, 10**12), st.none() | st.integers(0, 10**12)), min_size=1))
def test_the_pool_loses_no_penny(amounts: list[tuple[int, int | None]]) -> None:
    rows = tuple(
        Entry(place, place, Part.INCOME, str(place), planned=planned, actual=actual)
        for place, (planned, actual) in enumerate(amounts)
    )
    pool = incomes(replace(MADE, entries=rows))
    assert pool.planned == sum(planned for planned, _ in amounts)
    assert pool.actual == sum(planned if actual is None else actual for planned, actual in amounts)


def test_discharge_money_is_of_the_bodies_that_the_plan_names() -> None:
    whole = a_whole(
        Income(1, 1, "DFG", "North Northamptonshire"),
        Income(2, 2, "Minimum NHS Contribution", "NHS Northamptonshire ICB"),
    )
    assert body_of(LA, whole, LISTS) == "North Northamptonshire"
    assert body_of(ICB, whole, LISTS) == "NHS Northamptonshire ICB"
    assert body_of(replace(ICB, body="NHS Another ICB"), whole, LISTS) == "NHS Another ICB"


def test_without_a_plan_the_council_is_that_of_the_board_and_the_icb_is_not_guessed() -> None:
    assert body_of(LA, a_whole(), LISTS) == "North Northamptonshire"
    assert body_of(ICB, a_whole(), LISTS) == ""
    two = a_whole(
        Income(1, 1, "Minimum NHS Contribution", "NHS One ICB"),
        Income(2, 2, "Minimum NHS Contribution", "NHS Two ICB"),
    )
    assert body_of(ICB, two, LISTS) == ""


@pytest.mark.parametrize(
    ("board", "area"),
    [
        ("North Northamptonshire Health and Wellbeing Board", "North Northamptonshire"),
        ("Bristol, City of \u2013 Health & Wellbeing Board", "Bristol, City of"),
        ("Rutland HWB", "Rutland"),
        ("Joint Commissioning Group", "Joint Commissioning Group"),
    ],
)
def test_the_area_of_a_board(board: str, area: str) -> None:
    assert area_of(board) == area


def test_the_questions_on_fees_name_what_is_paid_for_and_its_unit() -> None:
    assert [(fee_name(label), unit_in(label)) for label in returns_words()["fees"]] == [
        ("Home care", "£ per contact hour"),
        ("Care homes without nursing for clients aged 65+", "£ per client per week"),
        ("Care homes with nursing for clients aged 65+", "£ per client per week"),
    ]
    assert (fee_name("shared  lives"), unit_in("Shared lives (all ages)")) == ("Shared lives", "")


def test_the_uplift_is_this_year_over_last_year() -> None:
    assert implied_uplift({"last_year": "19.42", "this_year": "21.28"}) == Decimal("0.095778")
    assert implied_uplift({"reported_last_year": "20", "this_year": "19"}) == Decimal("-0.05")
    assert implied_uplift({"reported_last_year": "20", "last_year": "10", "this_year": "19"}) == Decimal(
        "0.9"
    )
    for figures in ({}, {"this_year": "5"}, {"last_year": "5"}, {"last_year": "0", "this_year": "5"}):
        assert implied_uplift(figures) is None


def test_a_rate_is_read_as_people_type_it() -> None:
    assert [read_rate(text) for text in ("£21.28", " 1,050 ", "19.425")] == [
        Decimal("21.28"),
        Decimal(1050),
        Decimal("19.425"),
    ]
    with pytest.raises(CannotDoError, match="is not a number"):
        read_rate("about £20")


def test_a_return_without_fault_has_no_findings() -> None:
    assert check_return(replace(MADE, pooled_actual=200_00), a_whole()) == ()


def test_what_is_no_figure_is_found_with_its_cell_wherever_it_stands() -> None:
    fee = Entry(
        9,
        9,
        Part.FEE,
        label=returns_words()["fees"][0],
        cells={"this_year": "E9"},
        unread={"this_year": "see note"},
    )
    source = replace(MADE.entries[0], actual=None, cells={"actual": "F16"}, unread={"actual": "TBC"})
    made = replace(
        MADE,
        unread={"pooled_actual": "n/a"},
        entries=(source, fee),
        actuals=(Actual(2, unread={"spend": "lots"}),),
    )
    found = check_return(made, a_whole())
    assert [(one.rule, one.sheet, one.cell, one.where) for one in found] == [
        ("V7", "5. Income", "F22", "pooled actual"),
        ("V7", "5. Income", "F16", "Improved Better Care Fund"),
        ("V7", "7. Fees", "E9", "Home care"),
        ("V7", "", "", "scheme 1"),
    ]
    assert found[1].message == (
        "2022-23 End of Year, Improved Better Care Fund: “TBC” is not a figure: write it as 1,234.50."
    )


def test_a_pool_that_its_sources_do_not_add_to_is_said() -> None:
    (found,) = check_return(replace(MADE, pooled_actual=202_00), a_whole())
    assert (found.rule, found.cell) == ("printed", "F22")
    assert found.message == (
        "2022-23 End of Year: the sources add to £200.00 actual, the workbook prints £202.00."
    )


def test_a_line_that_spent_otherwise_than_planned_says_why_at_the_end_of_the_year() -> None:
    spent = (Actual(1, 99_000_00), Actual(2, 101_000_00, explanation="More breaks"))
    found = check_return(replace(MADE, actuals=spent), a_whole())
    assert [one.message for one in found] == [
        "2022-23 End of Year: Carers Support spent £1,000.00 less than planned; say why."
    ]
    assert check_return(replace(MADE, period="2022-23 Quarter 3", actuals=spent), a_whole()) == ()


def test_a_return_in_json_has_money_in_pounds_and_only_lines_that_report() -> None:
    made = replace(MADE, actuals=(Actual(2, 12_34, unread={"outputs": "many"}),))
    shape = return_shape(made, a_whole(), LISTS)
    assert shape["pooled"] == {"planned": 150.0, "actual": 200.0, "planned_cell": None, "actual_cell": "F22"}
    schemes = shape["schemes"]
    assert isinstance(schemes, list)
    (line,) = schemes
    assert (line["actual"], line["planned"], line["unread"]) == (12.34, 100_000.0, {"outputs": "many"})
