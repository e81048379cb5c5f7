"""Sums, parts, filters and pictures of the pooled fund: laws that hold for any lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardtool.data.bcf.national import lists_of
from boardtool.domain.bcf.line_filter import LineFilter, fields_with, words_sought
from boardtool.domain.bcf.pictures import against_plan, flows, quarters_of, year_on_year
from boardtool.domain.bcf.plans import Income, Line, Plan, WholePlan
from boardtool.domain.bcf.pool import bar_of, figure, millions, parts, percent, summed
from boardtool.domain.bcf.returns import Actual, Return
from boardtool.domain.bcf.together import together
from boardtool.domain.bcf.totals import Balance, totals

WORDS = st.sampled_from(["iBCF", "DFG", ""])
LINES = st.lists(
    st.builds(
        Line,
        st.integers(1, 10**6),
        st.integers(0, 100),
        source=WORDS,
        scheme_type=WORDS,
        provider=WORDS,
        name=st.sampled_from(["Carers", "Falls"]),
        expenditure=st.one_of(st.none(), st.integers(0, 10**12)),
    ),
    max_size=20,
    unique_by=lambda line: line.id,
)


def a_plan(year: str, *lines: Line, code: str = "NNHWB") -> WholePlan:
    return WholePlan(Plan(1, 1, code, "North", year, (year,)), lines)


@given(LINES)
def test_the_money_of_every_level_is_that_of_the_level_above(lines: list[Line]) -> None:
    found = flows(lines)
    for flow in found:
        inner = [one.pence for one in found if one.path[:-1] == flow.path]
        assert not inner or sum(inner) == flow.pence
    assert sum(flow.pence for flow in found if flow.level == 0) == sum(line.amount() for line in lines)


@given(LINES)
def test_parts_make_the_whole_and_the_longest_bar_is_one(lines: list[Line]) -> None:
    found = parts(totals(lines, "source"))
    if sum(part.pence for part in found):
        assert abs(sum((part.of_whole for part in found), Decimal(-1))) < Decimal("1e-20")
        assert found[0].of_largest == 1


@given(LINES, WORDS)
def test_a_filter_keeps_the_order_and_only_what_is_wanted(lines: list[Line], source: str) -> None:
    kept = LineFilter(source=source).wanted(lines)
    assert list(kept) == [line for line in lines if not source or line.source == source]


def test_words_are_found_in_any_field_and_without_case() -> None:
    lines = [Line(1, 0, name="Carers Support"), Line(2, 1, name="Falls", comment="for CARERS")]
    assert [line.id for line in LineFilter(words="carers").wanted(lines)] == [1, 2]
    assert [line.id for line in LineFilter(words="support carers").wanted(lines)] == [1]
    assert LineFilter(source="DFG", words="x").says == "Source of funding: DFG, “x”"


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("carers", {"name", "scheme_type"}),
        ("\u00a3420,000", {"expenditure"}),
        ("420000.5", {"expenditure"}),
        ("2.1", {"scheme_id"}),
        ("about", {"expenditure_2"}),
        ("carers services", {"scheme_type"}),
        ("pillar CARERS", {"tags", "name", "scheme_type"}),
        ("nobody", set()),
    ],
)
def test_what_is_sought_is_found_in_its_cells(words: str, fields: set[str]) -> None:
    line = Line(
        1,
        0,
        scheme_id="2.1",
        name="Carers\u2019 breaks",
        scheme_type="Carers Services",
        expenditure=420_000_50,
        unread={"expenditure_2": "about 2k"},
        tags=("Pillar 1",),
    )
    assert fields_with(words_sought(words), line) == fields
    assert bool(LineFilter(words=words).wanted([line])) is bool(fields)


@pytest.mark.parametrize("words", ["2.1", "1,200", "1200", "phase 2.1"])
def test_numbers_in_words_are_found_as_they_are_written(words: str) -> None:
    line = Line(1, 0, name="Phase 2.1 of 1,200 homes", expenditure=5_000_00)
    assert fields_with(words_sought(words), line) == {"name"}


def test_a_filter_of_one_source_alone_knows_its_income() -> None:
    assert LineFilter(source="DFG").is_of_source
    assert not LineFilter(source="DFG", words="x").is_of_source
    assert not LineFilter().is_of_source


def test_sums_count_schemes_by_their_ids() -> None:
    lines = [Line(1, 0, scheme_id="1", expenditure=100), Line(2, 1, scheme_id="1"), Line(3, 2)]
    sums = summed(lines, [Income(1, 0, "DFG", amount=150)])
    assert (sums.lines, sums.schemes, sums.planned, sums.difference) == (3, 2, 100, -50)
    assert summed(lines, None).difference == 0


def test_what_is_planned_beyond_the_income_stands_beyond_the_bar() -> None:
    over = bar_of(Balance("iBCF", income=300_00, spend=400_00), longest=800_00)
    assert (over.within, over.beyond) == (Decimal("0.375"), Decimal("0.125"))
    under = bar_of(Balance("iBCF", income=400_00, spend=200_00), longest=800_00)
    assert (under.within, under.beyond) == (Decimal("0.25"), Decimal(0))


@pytest.mark.parametrize(
    ("pence", "said"),
    [(5_557_975_000, "£55.6m"), (999_900, "£9,999"), (-5_000_000_000, "-£50.0m"), (10_000_050, "£0.1m")],
)
def test_millions_are_rounded_and_small_amounts_are_whole(pence: int, said: str) -> None:
    assert millions(pence) == said


def test_figures_stand_without_their_pound_sign() -> None:
    assert figure(-125_050) == "-1,250.50"
    assert percent(Decimal("0.63475")) == "63.5 %"


def test_spend_up_to_a_quarter_is_held_against_an_even_spread() -> None:
    plan = a_plan("2023-24", Line(1, 0, expenditure=400_00), Line(2, 1, expenditure=400_00))
    half = Return(1, 1, "2023-24 Quarter 2", actuals=(Actual(1, 500_00),))
    end = Return(2, 1, "2023-24 End of Year", due=date(2024, 5, 1), spend_actual=700_00)
    first, last = against_plan(plan, [end, half])
    assert (first.period, first.even, first.spent, first.over) == (
        "2023-24 Quarter 2",
        400_00,
        500_00,
        100_00,
    )
    assert (last.even, last.spent, last.over) == (800_00, 700_00, -100_00)
    assert quarters_of("Quarter 3") == 3


def test_a_source_is_the_same_in_every_year_whatever_its_label() -> None:
    old = a_plan("2021-22", Line(1, 0, source="Minimum CCG Contribution", expenditure=100_00))
    new = a_plan("2022-23", Line(2, 0, source="Minimum NHS Contribution", expenditure=200_00))
    found = year_on_year([(new, lists_of("2022-23")), (old, lists_of("2021-22"))])
    assert [(one.year, one.pence) for one in found["nhs_minimum"]] == [
        ("2021-22", 100_00),
        ("2022-23", 200_00),
    ]


def test_plans_of_two_boards_are_summed_side_by_side() -> None:
    north = a_plan("2022-23", Line(1, 0, source="iBCF", expenditure=300), Line(2, 1, source="DFG"))
    west = a_plan("2022-23", Line(3, 0, source="DFG", expenditure=500), code="WNHWB")
    rows = together([north, west], "source")
    assert [(row.name, row.amounts, row.all) for row in rows] == [
        ("DFG", (0, 500), 500),
        ("iBCF", (300, 0), 300),
        ("", (300, 500), 800),
    ]
