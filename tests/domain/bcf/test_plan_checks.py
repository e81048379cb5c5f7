"""The checks of a plan: each rule fails for its reason, names its cell, and its mend holds."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.domain.bcf.bcf_builders import a_case, a_line, a_plan, found, joint, lists

from boardtool.domain.bcf.block import typed, with_values
from boardtool.domain.bcf.checks import LiveChecks, Recent, check
from boardtool.domain.bcf.plans import (
    Condition,
    Income,
    Line,
    MetricPlan,
    MetricValue,
    Places,
    Tag,
)
from boardtool.domain.findings import Severity

PENCE = some.integers(min_value=0, max_value=1_000_000_000)


def mended(line: Line, rule: str, year: str = "2022-23") -> Line:
    """A line after the first mend of a rule was taken."""
    mend = found(a_case([line], year=year), rule)[0].mends[0]
    return with_values(line, typed(lists(year), line, {mend.field: mend.text}))


def test_a_whole_plan_has_no_finding() -> None:
    assert found(a_case([a_line()])) == []


def test_every_rule_that_says_nothing_is_told_to_hold() -> None:
    checked = check(a_case([a_line()]))
    rules = [held.rule for held in checked.held]
    assert rules == ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V10", "duplicate", "section 75"]
    assert checked.holding == len(rules)


# -- balances --------------------------------------------------------------------------------------


def test_a_source_that_is_over_says_by_how_much() -> None:
    [finding] = found(a_case([a_line()], income=[Income(1, 0, "iBCF", amount=0)]), "V1")
    assert finding.severity is Severity.BLOCK
    assert finding.message == "iBCF is over by £100,000: income £0, planned £100,000."
    assert finding.source == "iBCF"


@pytest.mark.parametrize(("out_by", "holds"), [(0, True), (100, True), (-100, True), (101, False)])
def test_a_source_may_be_out_by_a_pound(out_by: int, holds: bool) -> None:  # noqa: FBT001 - a table of cases
    income = [Income(1, 0, "iBCF", amount=100_000_00 + out_by)]
    assert (found(a_case([a_line()], income=income), "V1") == []) is holds


def test_income_from_which_nothing_is_planned_is_under() -> None:
    [finding] = found(a_case([], income=[Income(1, 0, "DFG", amount=500_00)]), "V1")
    assert finding.message == "DFG is under by £500: income £500, planned £0."


def test_what_was_changed_last_is_put_back() -> None:
    line = a_line(expenditure=520_000_00, name="Seven-day social work")
    income = [Income(1, 0, "iBCF", amount=420_000_00)]
    recent = [Recent(1, "expenditure", 420_000_00, "16:38")]
    [finding] = found(a_case([line], income=income, recent=recent), "V1")
    assert finding.message.endswith(
        "Line 1, Seven-day social work, was changed at 16:38: £420,000 → £520,000."
    )
    assert (finding.mends[0].says, finding.mends[0].text) == ("Put £420,000 back", "420000")
    assert finding.items == (1,)


def test_a_change_that_does_not_explain_the_difference_is_not_put_back() -> None:
    recent = [Recent(1, "expenditure", 90_000_00)]
    [finding] = found(a_case([a_line()], income=[Income(1, 0, "iBCF", amount=0)], recent=recent), "V1")
    assert [mend.says for mend in finding.mends] == ["Set the income to £100,000"]


def test_each_year_of_a_plan_of_two_balances_on_its_own() -> None:
    line = a_line(expenditure_2=5_00, outputs=Decimal(1), outputs_2=Decimal(1), unit="Beneficiaries")
    income = [Income(1, 0, "iBCF", amount=100_000_00, amount_2=900_00)]
    [finding] = found(a_case([line], income=income, year="2023-25"), "V1")
    assert finding.message.startswith("iBCF (2024-25) is under by £895")


def test_a_finding_names_the_cell_of_the_workbook() -> None:
    places = Places({"schemes": "5a. Expenditure"}, {"expenditure": "O", "nhs_share": "K"})
    plan = a_plan(places=places)
    [finding] = found(a_case([joint("1.1", "0.4", row=36)], plan=plan), "V4")
    assert (finding.sheet, finding.cell) == ("5a. Expenditure", "K36")


# -- ring-fences -----------------------------------------------------------------------------------


def test_a_joint_line_counts_with_the_share_of_the_nhs() -> None:
    line = joint("0.6", "0.4", source="Minimum NHS Contribution", expenditure=1_000_00)
    case = a_case([line], plan=a_plan(out_of_hospital=(600_00, None)))
    assert found(case, "V2") == []
    [finding] = found(a_case([line], plan=a_plan(out_of_hospital=(600_01, None))), "V2")
    assert finding.message.endswith("£600 is planned, £0.01 short of the minimum of £600.01.")


@pytest.mark.parametrize(
    "values",
    [{"area_of_spend": "Acute"}, {"commissioner": "LA"}, {"source": "iBCF"}],
    ids=["acute care", "of the council", "of another source"],
)
def test_what_does_not_count_out_of_hospital(values: dict[str, Any]) -> None:
    line = a_line(
        **{"commissioner": "NHS", "source": "Minimum NHS Contribution", "area_of_spend": "Community Health"}
        | values
    )
    assert found(a_case([line], plan=a_plan(out_of_hospital=(1, None))), "V2") != []


def test_social_care_counts_whoever_commissions_it() -> None:
    line = a_line(commissioner="NHS", source="Minimum NHS Contribution")
    assert found(a_case([line], plan=a_plan(adult_social_care=(100_000_00, None))), "V3") == []
    assert found(a_case([line], plan=a_plan(adult_social_care=(100_000_01, None))), "V3") != []


def test_a_minimum_that_is_not_known_is_asked_for_and_blocks_nothing() -> None:
    plan = a_plan(out_of_hospital=(None, None), adult_social_care=(None, None))
    assert {finding.severity for finding in found(a_case([a_line()], plan=plan))} == {Severity.INFORM}


def test_2025_has_no_ring_fence_out_of_hospital() -> None:
    assert found(a_case([], year="2025-26", plan=a_plan("2025-26", out_of_hospital=(1, None))), "V2") == []


# -- shares ----------------------------------------------------------------------------------------


def test_a_share_of_110_per_cent_is_put_right_by_the_other_share() -> None:
    [finding] = found(a_case([joint("1.1", "0.4")]), "V4")
    assert finding.message == "A share of 110 % is not between 0 % and 100 %."
    assert finding.mends[0].text == "60 %"
    assert found(a_case([mended(joint("1.1", "0.4"), "V4")]), "V4") == []


@pytest.mark.parametrize(("nhs", "la"), [("0.6", None), (None, "0.4"), ("0.6", "0.5"), ("1.1", "0.4")])
def test_a_mend_of_shares_holds(nhs: str | None, la: str | None) -> None:
    assert found(a_case([joint(nhs, la)]), "V4") != []
    assert found(a_case([mended(joint(nhs, la), "V4")]), "V4") == []


def test_only_joint_lines_have_shares() -> None:
    [finding] = found(a_case([a_line(nhs_share=Decimal("0.5"))]), "V4")
    assert finding.severity is Severity.WARN
    assert found(a_case([mended(a_line(nhs_share=Decimal("0.5")), "V4")]), "V4") == []


# -- words -----------------------------------------------------------------------------------------


def test_a_misspelt_word_is_mended_by_the_nearest() -> None:
    line = a_line(scheme_type="Carers Service")
    assert mended(line, "V6").scheme_type == "Carers Services"


def test_an_unknown_word_is_kept_and_said() -> None:
    [finding] = found(a_case([a_line(provider="Martians")]), "V6")
    assert finding.message == "“Martians” is no provider of 2022-23."
    assert finding.mends == ()


def test_a_sub_type_of_another_type_does_not_belong() -> None:
    [finding] = found(a_case([a_line(sub_type="Telecare")]), "V6")
    assert finding.message == "“Telecare” is no sub type of Carers Services."


def test_a_type_without_sub_types_takes_none() -> None:
    line = a_line(scheme_type="Housing Related Schemes", sub_type="Telecare")
    assert mended(line, "V6").sub_type == ""


@pytest.mark.parametrize(
    ("values", "field"),
    [({"sub_type": "Other"}, "type_other"), ({"area_of_spend": "Other"}, "area_other")],
)
def test_other_is_said_in_words(values: dict[str, Any], field: str) -> None:
    assert [finding.field for finding in found(a_case([a_line(**values)]), "V5")] == [field]
    assert found(a_case([a_line(**{**values, field: "A new thing"})]), "V5") == []


# -- money, outputs, completeness ------------------------------------------------------------------


def test_text_in_money_is_kept_and_blocks() -> None:
    [finding] = found(a_case([a_line(expenditure=None, unread={"expenditure": "lots"})]), "V7")
    assert (finding.field, finding.severity) == ("expenditure", Severity.BLOCK)
    assert "lots" in finding.message


@pytest.mark.parametrize("pence", [-1, 100_000_000_001])
def test_money_out_of_range_blocks(pence: int) -> None:
    assert found(a_case([a_line(expenditure=pence)]), "V7") != []


def test_a_line_of_nothing_is_complete() -> None:
    assert found(a_case([a_line(expenditure=0)])) == []


def test_what_is_not_filled_in_is_one_finding_a_line() -> None:
    [finding] = found(a_case([a_line(name="", provider="", expenditure=None)]), "V10")
    assert finding.message == "Not filled in: scheme, provider, expenditure."


def test_outputs_are_asked_for_where_the_type_has_a_unit() -> None:
    line = a_line(expenditure_2=1, unit="Beneficiaries", outputs=Decimal(3))
    assert [finding.field for finding in found(a_case([line], year="2023-25"), "V13")] == ["outputs_2"]
    assert found(a_case([replace(line, outputs_2=Decimal(4))], year="2023-25"), "V13") == []


def test_a_wrong_unit_is_mended_by_that_of_the_type() -> None:
    line = a_line(expenditure_2=0, unit="Beds", outputs=Decimal(3))
    assert mended(line, "V13", "2023-25").unit == "Beneficiaries"


# -- between lines ---------------------------------------------------------------------------------


def test_lines_of_one_id_have_one_name() -> None:
    lines = [a_line(1), a_line(2, name="Carer Support", description="b")]
    [finding] = found(a_case(lines), "V8")
    assert (finding.items, finding.mends[0].text) == ((2,), "Carers Support")


def test_a_line_that_stands_twice_is_said_of_the_second() -> None:
    assert [finding.items for finding in found(a_case([a_line(1), a_line(2)]), "duplicate")] == [(2,)]


def test_one_id_on_several_lines_is_normal() -> None:
    assert found(a_case([a_line(1), a_line(2, description="Sitting service")])) == []


def test_a_plan_that_says_nothing_of_section_75_is_told_once() -> None:
    lines = [a_line(number, pooling="", description=str(number)) for number in (1, 2)]
    [finding] = found(a_case(lines), "section 75")
    assert finding.severity is Severity.INFORM


def test_a_pooled_line_has_a_lead_commissioner() -> None:
    lines = [
        a_line(1, lead_commissioner=""),
        a_line(2, pooling="Aligned", lead_commissioner="", name="B", scheme_id="2"),
    ]
    assert [finding.items for finding in found(a_case(lines), "section 75")] == [(1,)]


def test_a_total_that_a_paper_prints_otherwise_is_said_and_blocks_nothing() -> None:
    tag = Tag(1, "iCAN", 100_000_01, "iCAN report")
    [finding] = found(a_case([a_line(tags=("iCAN",))], tags=[tag]), "printed")
    assert finding.severity is Severity.INFORM
    assert "add to £100,000; the paper (iCAN report) prints £100,000.01" in finding.message


# -- conditions and metrics ------------------------------------------------------------------------


def test_a_condition_that_is_not_met_says_what_is_done() -> None:
    case = a_case([])
    whole = replace(
        case.whole,
        conditions=(
            Condition(1, 0, "PR1", answer="Yes"),
            Condition(2, 1, "PR2", answer="No", actions="Being agreed"),
            Condition(3, 2, "PR3"),
        ),
    )
    findings = found(replace(case, whole=whole), "PR")
    assert [(finding.where, finding.field) for finding in findings] == [
        ("PR2", "timeframe"),
        ("PR3", "answer"),
    ]


def metric(value: str, **values: str) -> MetricPlan:
    figure = MetricValue(1, "2022-23", "plan", Decimal(value), Decimal(392), Decimal(65_547))
    facts = {"key": "residential_admissions", "rationale": "why", "local_plan": "how", **values}
    return MetricPlan(
        1,
        0,
        code="8.4",
        name="Residential",
        unit="",
        direction="lower",
        multiplier=100_000,
        values=(figure,),
        **facts,
    )


@pytest.mark.parametrize(("value", "count"), [("598.0", 0), ("598.1", 1)])
def test_a_rate_follows_from_its_figures(value: str, count: int) -> None:
    case = a_case([])
    case = replace(case, whole=replace(case.whole, metrics=(metric(value),)))
    assert len(found(case, "V12")) == count


def test_a_standardised_rate_is_not_worked_out() -> None:
    case = a_case([])
    one = metric("200", key="avoidable_admissions")
    assert found(replace(case, whole=replace(case.whole, metrics=(one,))), "V12") == []


def test_a_metric_without_a_reason_is_said() -> None:
    case = a_case([])
    one = metric("598.0", rationale="")
    assert len(found(replace(case, whole=replace(case.whole, metrics=(one,))), "V12")) == 1


# -- while typing ----------------------------------------------------------------------------------


@given(some.lists(some.tuples(PENCE, some.sampled_from(["iBCF", "DFG", "nonsense"])), max_size=8), PENCE)
def test_checks_that_remember_find_what_checks_afresh_find(rows: list[tuple[int, str]], pence: int) -> None:
    lines = [
        a_line(number, expenditure=amount, source=source) for number, (amount, source) in enumerate(rows, 1)
    ]
    live = LiveChecks()
    live.check(a_case(lines))
    if lines:
        lines[0] = replace(lines[0], expenditure=pence, sub_type="")
    after = a_case(lines, income=[Income(1, 0, "iBCF", amount=pence)])
    assert live.check(after) == check(after)


def test_a_line_that_moved_is_counted_anew() -> None:
    live = LiveChecks()
    first, second = a_line(1), a_line(2, provider="Martians", name="B", scheme_id="2")
    live.check(a_case([first, second]))
    [finding] = [finding for finding in live.check(a_case([second, first])).findings if finding.rule == "V6"]
    assert finding.where.startswith("line 1,")
