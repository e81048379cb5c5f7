"""Years: their lists, what becomes of a plan in the next one, versions side by side, benefits."""

from decimal import Decimal

import pytest
from tests.domain.bcf.bcf_builders import a_case, a_line, lists

from boardtool.domain.bcf.benefits import THOUSAND, Benefit, BenefitKind, Figure, Programme, check_benefits
from boardtool.domain.bcf.carrying import carried
from boardtool.domain.bcf.comparing import Fate, compared
from boardtool.domain.bcf.matching import matched_income, matched_lines
from boardtool.domain.bcf.plans import Income
from boardtool.domain.bcf.sealing import content_of, digest_of, opened
from boardtool.domain.bcf.years import YEARS, periods_of, plan_year_for, tidy_year, year_after
from boardtool.domain.errors import CannotDoError


@pytest.mark.parametrize("year", YEARS)
def test_every_year_has_lists_that_agree_with_one_another(year: str) -> None:
    of_year = lists(year)
    assert of_year.periods == periods_of(year)
    assert len({kind.name for kind in of_year.types}) == len(of_year.types)
    assert {source.key for source in of_year.sources} >= {"nhs_minimum", "ibcf", "dfg"}
    assert {"scheme_id", "scheme_type", "source", "expenditure"} <= of_year.fields
    following = lists(of_year.next.year) if of_year.next.year else of_year
    if of_year.next.year:
        assert set(of_year.next.types.values()) <= {kind.name for kind in following.types}


@pytest.mark.parametrize(
    ("text", "year"),
    [("2022/23", "2022-23"), ("22-23", "2022-23"), ("2022-2023", "2022-23"), ("2023\u201325", "2023-25")],
)
def test_a_year_is_read_as_people_write_it(text: str, year: str) -> None:
    assert tidy_year(text) == year


@pytest.mark.parametrize("text", ["2022", "next year", "2022-29", "2022-22"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(CannotDoError):
        tidy_year(text)


def test_a_year_within_a_plan_of_two_means_that_plan() -> None:
    assert plan_year_for("2024-25", ["2022-23", "2023-25"]) == "2023-25"
    assert plan_year_for("2024-25", YEARS) == "2024-25"


def test_years_follow_one_another() -> None:
    assert [year_after(year) for year in YEARS] == [*YEARS[1:], None]


def test_types_and_sources_become_those_of_the_next_year() -> None:
    line = a_line(
        scheme_type="Reablement in a persons own home",
        sub_type="Rapid/Crisis Response - step up (2 hr response)",
        source="Minimum NHS Contribution",
    )
    found = carried(lists("2022-23"), lists("2023-25"), [line], [])
    [values] = found.lines
    assert values["scheme_type"] == "Home-based intermediate care services"
    assert (values["unit"], values["expenditure"], values["expenditure_2"]) == (
        "Packages",
        100_000_00,
        100_000_00,
    )
    assert [(one.field, one.became) for one in found.to_look_at] == [("sub_type", "")]


def test_the_second_year_of_two_becomes_what_an_update_shows_as_entered_before() -> None:
    line = a_line(expenditure=1, expenditure_2=2, outputs=Decimal(3), outputs_2=Decimal(4))
    [values] = carried(lists("2023-25"), lists("2024-25"), [line], []).lines
    assert (values["expenditure"], values["previous_expenditure"]) == (2, 2)
    assert (values["outputs"], values["previous_outputs"]) == (Decimal(4), Decimal(4))


def test_a_suggested_successor_is_taken_and_shown() -> None:
    line = a_line(source="ICB Discharge Funding", commissioner="NHS")
    found = carried(
        lists("2024-25"), lists("2025-26"), [line], [Income(1, 0, "ICB Discharge Funding", amount=5)]
    )
    [values], [income] = found.lines, found.income
    assert values["scheme_type"] == "Support to carers, including unpaid carers"
    assert (values["source"], income["source"]) == ("NHS Minimum Contribution",) * 2
    assert [one.became for one in found.to_look_at] == [values["scheme_type"]]
    assert (values["commissioner"], values["sub_type"]) == ("", "")


def test_a_sealed_plan_opens_to_what_it_was() -> None:
    line = a_line(nhs_share=Decimal("0.60"), tags=("a",), unread={"outputs": "x"})
    whole = a_case([line]).whole
    content = content_of(whole)
    again = opened(content, whole)
    assert (again.lines, again.income) == (whole.lines, whole.income)
    assert digest_of(content) != digest_of(content.replace("Carers", "Carer"))


def test_versions_are_compared_line_by_line() -> None:
    before = [a_line(1), a_line(2), a_line(3)]
    after = [a_line(4), a_line(1, expenditure=5_00), a_line(2)]
    found = compared(before, after)
    assert [one.fate for one in found] == [Fate.ADDED, Fate.CHANGED, Fate.SAME, Fate.REMOVED]
    assert found[1].changes == {"expenditure": ("100000", "5")}
    assert [one.more for one in found] == [100_000_00, 5_00 - 100_000_00, 0, -100_000_00]


def test_lines_of_one_id_are_told_apart_by_source_and_provider() -> None:
    held = [a_line(1), a_line(2, source="DFG"), a_line(3, provider="Local Authority")]
    rows = [
        {"scheme_id": "1", "source": "DFG", "provider": held[1].provider, "area_of_spend": "Social Care"},
        {"scheme_id": "1", "source": "iBCF", "provider": "Local Authority", "area_of_spend": "Social Care"},
        {"scheme_id": "9", "source": "iBCF", "provider": "Local Authority", "area_of_spend": "Social Care"},
    ]
    assert [line.id if line else None for line in matched_lines(rows, held)] == [2, 3, None]


def test_rows_that_say_the_same_are_matched_in_their_order() -> None:
    held = [a_line(1), a_line(2)]
    row = {"scheme_id": "1", "source": "iBCF", "provider": held[0].provider, "area_of_spend": "Social Care"}
    assert [line.id if line else None for line in matched_lines([row, row, row], held)] == [1, 2, None]


def test_income_of_the_only_body_is_known_by_its_source() -> None:
    held = [Income(1, 0, "DFG", "North"), Income(2, 1, "iBCF", "North")]
    rows = [{"source": "DFG", "body": "North Northamptonshire"}, {"source": "iBCF", "body": "North"}]
    assert [one.id if one else None for one in matched_income(rows, held)] == [1, 2]


def programme(printed: int) -> Programme:
    figures = {"2021-22": Figure(1_078 * THOUSAND), "2022-23": Figure(2_695 * THOUSAND, 500 * THOUSAND)}
    benefit = Benefit(1, 0, BenefitKind.BENEFIT, "A&E", "", printed * THOUSAND, figures)
    waiting = Benefit(2, 1, BenefitKind.COST, "IV", "Recurrent", None, {"2022-23": Figure(words="TBC")})
    return Programme(1, 1, "iCAN", benefits=(benefit, waiting))


def test_a_benefits_table_adds_up() -> None:
    table = programme(3_773)
    assert table.planned(BenefitKind.BENEFIT) == 3_773 * THOUSAND
    assert table.planned(BenefitKind.BENEFIT, "2022-23") == 2_695 * THOUSAND
    assert table.realised(BenefitKind.BENEFIT) == 500 * THOUSAND
    assert [finding.rule for finding in check_benefits(table)] == ["benefit figure"]


def test_a_printed_total_that_is_not_the_sum_is_said() -> None:
    [finding, _] = check_benefits(programme(3_774))
    assert finding.message == "A&E: the years add to £3,773k, the paper prints £3,774k."
