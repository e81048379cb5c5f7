"""Plans, lines, income, versions and returns: what can be done to them, and what is refused."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tests.builders import a_board, a_meeting

from boardtool.data.bcf import (
    benefits,
    conditions,
    income,
    lines,
    metrics,
    plans,
    returns,
    sign_offs,
    versions,
)
from boardtool.data.bcf.cases import case_of, checked, refreshed
from boardtool.data.bcf.national import lists_of
from boardtool.data.excel.opening import stop_reader
from boardtool.data.store import Announcement, Store
from boardtool.domain.bcf.benefits import THOUSAND, BenefitKind, check_benefits
from boardtool.domain.bcf.comparing import Fate, compared
from boardtool.domain.bcf.plans import Line, PlanState
from boardtool.domain.bcf.returns import Part, variances
from boardtool.domain.bcf.sealing import opened
from boardtool.domain.bcf.years import YEARS
from boardtool.domain.errors import CannotDoError, NotFoundError
from boardtool.domain.imports import RowState
from boardtool.services.bcf import benefits as programmes
from boardtool.services.bcf import income as incomes
from boardtool.services.bcf import plans as making
from boardtool.services.bcf import returns as returning
from boardtool.services.bcf import schemes
from boardtool.services.bcf import versions as sealing
from boardtool.services.bcf.publishing import export_plan, export_return
from boardtool.services.exchange.importing import FileRead, preview, read
from boardtool.services.exchange.request import Request
from boardtool.services.sample_bcf import enter_plan

NOW = datetime(2022, 9, 26, 12)
TODAY = date(2022, 9, 26)


@pytest.fixture(scope="module", autouse=True)
def _reader() -> Iterator[None]:
    yield
    stop_reader()


@pytest.fixture
def board(store: Store) -> int:
    return a_board(store, name="North Northamptonshire Health and Wellbeing Board")


@pytest.fixture
def plan(store: Store, board: int) -> int:
    return making.make(store, board_id=board, year="2022-23")


@pytest.fixture
def sample(store: Store, board: int) -> int:
    """The sample board's plan of 42 lines."""
    enter_plan(store, board)
    with store.reading() as reading:
        return plans.by_ref(reading, "NNHWB/2022-23").id


def held(store: Store, plan_id: int) -> list[Line]:
    with store.reading() as reading:
        return lines.of_plan(reading, plan_id)


def names(store: Store, plan_id: int) -> list[str]:
    return [line.name for line in held(store, plan_id)]


def three(store: Store, plan_id: int) -> list[int]:
    return [schemes.add_line(store, plan_id=plan_id, name=name, scheme_id="1") for name in "ABC"]


# -- plans -----------------------------------------------------------------------------------------


def test_a_plan_begins_with_its_years_conditions_and_metrics(store: Store, plan: int) -> None:
    with store.reading() as reading:
        assert [one.code for one in conditions.of_plan(reading, plan)] == [f"PR{n}" for n in range(1, 9)]
        assert [one.code for one in metrics.of_plan(reading, plan)] == ["8.1", "8.3", "8.4", "8.5"]


@pytest.mark.usefixtures("plan")
def test_a_board_has_one_plan_a_year(store: Store, board: int) -> None:
    with pytest.raises(CannotDoError, match="There is a plan NNHWB/2022-23 already"):
        making.make(store, board_id=board, year="2022-23")


@pytest.mark.usefixtures("plan")
def test_a_plan_that_is_not_there_is_told_with_those_that_are(store: Store) -> None:
    with store.reading() as reading, pytest.raises(NotFoundError, match="The plans are: NNHWB/2022-23"):
        plans.by_ref(reading, "NNHWB/2024-25")


def test_conditions_are_answered_and_metrics_set(store: Store, plan: int) -> None:
    with store.reading() as reading:
        condition, metric = conditions.of_plan(reading, plan)[0], metrics.of_plan(reading, plan)[1]
    making.answer_condition(store, condition_id=condition.id, answer="No", actions="a", timeframe="May")
    making.set_metric_value(
        store, metric_id=metric.id, period="2022-23", kind="plan", value="95.3 %", numerator="953"
    )
    with store.reading() as reading:
        assert conditions.of_plan(reading, plan)[0].answer == "No"
        assert metrics.of_plan(reading, plan)[1].values[0].value == Decimal("95.3")
    with pytest.raises(CannotDoError):
        making.answer_condition(store, condition_id=condition.id, answer="perhaps")


def test_a_sign_off_names_the_meeting_that_ratified_it(store: Store, board: int, plan: int) -> None:
    meeting = a_meeting(store, board)
    sign_off = making.sign(store, plan_id=plan, role="Chair", authority="Delegated", signed_on=TODAY)
    making.change_sign_off(store, sign_off_id=sign_off, meeting_id=meeting)
    with store.reading() as reading:
        [signed] = sign_offs.of_plan(reading, plan)
    assert (signed.meeting_ref, signed.signed_on) == ("NNHWB/2022-09-06", TODAY)


# -- lines -----------------------------------------------------------------------------------------


def test_a_block_is_pasted_in_one_step_and_adds_the_lines_it_needs(store: Store, plan: int) -> None:
    ids = three(store, plan)
    pasted = schemes.paste(
        store,
        plan_id=plan,
        line_ids=ids[1:],
        fields=["name", "expenditure"],
        block=[("X", "1,000"), ("Y", "lots"), ("Z", "5")],
    )
    assert (pasted.added, pasted.unread) == (1, 1)
    assert [(line.name, line.expenditure) for line in held(store, plan)] == [
        ("A", None),
        ("X", 1_000_00),
        ("Y", None),
        ("Z", 5_00),
    ]
    store.undo()
    assert names(store, plan) == ["A", "B", "C"]


def test_cells_are_filled_down_changed_together_and_emptied(store: Store, plan: int) -> None:
    ids = three(store, plan)
    schemes.change_cell(store, line_id=ids[0], field="source", text="ibcf")
    schemes.fill_down(store, line_ids=ids, fields=["source"])
    assert {line.source for line in held(store, plan)} == {"iBCF"}
    schemes.change_cells(store, line_ids=ids[1:], field="provider", text="nhs")
    assert [line.provider for line in held(store, plan)] == ["", "NHS", "NHS"]
    schemes.clear(store, cells={ids[1]: ["provider", "source"], ids[2]: ["provider"]})
    assert [(line.source, line.provider) for line in held(store, plan)][1:] == [("", ""), ("iBCF", "")]


def test_lines_are_moved_duplicated_and_removed(store: Store, plan: int) -> None:
    a, b, c = three(store, plan)
    schemes.move_lines(store, line_ids=[c], before=a)
    assert names(store, plan) == ["C", "A", "B"]
    schemes.move_lines(store, line_ids=[c], before=None)
    schemes.duplicate_lines(store, line_ids=[a])
    assert names(store, plan) == ["A", "A", "B", "C"]
    schemes.add_line(store, plan_id=plan, after=a, name="New")
    schemes.remove_lines(store, line_ids=[b, c])
    assert names(store, plan) == ["A", "New", "A"]


def test_a_scheme_is_split_over_lines_of_one_id(store: Store, plan: int) -> None:
    line = schemes.add_line(store, plan_id=plan, name="A", scheme_id="1", expenditure="100")
    schemes.split_line(store, line_id=line, amount=30_00)
    assert [(one.scheme_id, one.expenditure) for one in held(store, plan)] == [("1", 70_00), ("1", 30_00)]
    with pytest.raises(CannotDoError):
        schemes.split_line(store, line_id=line, amount=70_01)


def test_after_an_edit_only_the_changed_line_is_asked_for_again(store: Store, plan: int) -> None:
    ids = three(store, plan)
    with store.reading() as reading:
        before = case_of(reading, plan)
    heard: list[Announcement] = []
    store.subscribe(heard.append)
    schemes.change_cell(store, line_id=ids[1], field="expenditure", text="5")
    schemes.change_cell(store, line_id=ids[1], field="expenditure", text="7")
    with store.reading() as reading:
        after = refreshed(reading, before, heard[-1].rows)
        assert after == case_of(reading, plan)
    assert after.whole.lines[0] is before.whole.lines[0]
    assert [recent.before for recent in after.recent] == [5_00, None]
    schemes.remove_lines(store, line_ids=ids[:1])
    with store.reading() as reading:
        assert refreshed(reading, after, heard[-1].rows) == case_of(reading, plan)


def test_what_was_undone_is_no_change_to_put_back(store: Store, plan: int) -> None:
    ids = three(store, plan)
    schemes.change_cell(store, line_id=ids[1], field="expenditure", text="5")
    store.undo()
    with store.reading() as reading:
        assert lines.recent_amounts(reading, plan) == ()


def test_income_takes_amounts_as_people_write_them_and_keeps_the_rest(store: Store, plan: int) -> None:
    one = incomes.add(store, plan_id=plan, source="improved better care fund", body="North")
    incomes.change_cell(store, income_id=one, field="amount", text="£1.5m")
    with store.reading() as reading:
        assert [(one.source, one.amount) for one in income.of_plan(reading, plan)] == [("iBCF", 1_500_000_00)]
    incomes.change_cell(store, income_id=one, field="amount", text="later")
    with store.reading() as reading:
        assert income.of_plan(reading, plan)[0].unread == {"amount": "later"}
    incomes.remove(store, income_ids=[one])
    with store.reading() as reading:
        assert income.of_plan(reading, plan) == []


def test_a_minimum_is_typed_and_forgotten(store: Store, plan: int) -> None:
    incomes.set_minimum(store, plan_id=plan, key="adult_social_care", period=0, text="11,728,081")
    with store.reading() as reading:
        assert plans.by_id(reading, plan).adult_social_care == (1_172_808_100, None)
    incomes.set_minimum(store, plan_id=plan, key="adult_social_care", period=0, text="")
    with store.reading() as reading:
        assert plans.by_id(reading, plan).adult_social_care == (None, None)


# -- versions --------------------------------------------------------------------------------------


def test_a_submitted_plan_is_sealed_until_it_is_opened_again(store: Store, sample: int) -> None:
    sealing.submit(store, plan_id=sample, now=NOW, note="First")
    line = held(store, sample)[0]
    with pytest.raises(CannotDoError, match="submitted and sealed"):
        schemes.change_cell(store, line_id=line.id, field="expenditure", text="1")
    with pytest.raises(CannotDoError):
        schemes.paste(store, plan_id=sample, line_ids=[line.id], fields=["name"], block=[("x",)])
    sealing.open_again(store, plan_id=sample)
    schemes.change_cell(store, line_id=line.id, field="expenditure", text="1")
    sealing.submit(store, plan_id=sample, now=NOW)
    sealing.approve(store, plan_id=sample, on=TODAY)
    with store.reading() as reading:
        second, first = versions.of_plan(reading, sample)
        assert [second.state, first.state] == [PlanState.APPROVED, PlanState.SUBMITTED]
        assert plans.by_id(reading, sample).state is PlanState.APPROVED
        whole = plans.whole(reading, sample)
    assert sealing.is_whole(first)
    before, after = opened(first.content, whole), opened(second.content, whole)
    assert after.lines == whole.lines
    changed = [one for one in compared(before.lines, after.lines) if one.fate is not Fate.SAME]
    assert [one.changes for one in changed] == [{"expenditure": ("640000", "1")}]


def test_a_draft_cannot_be_approved(store: Store, plan: int) -> None:
    with pytest.raises(CannotDoError, match="is a draft"):
        sealing.approve(store, plan_id=plan, on=TODAY)


def test_a_plan_is_copied_through_every_year_and_each_comes_back_from_its_workbook(
    store: Store, sample: int, tmp_path: Path
) -> None:
    plan_id = sample
    for year in YEARS[1:]:
        out = tmp_path / f"{year}.xlsx"
        with store.reading() as reading:
            assert plans.by_id(reading, plan_id).year == year
            export_plan(reading, ref=f"NNHWB/{year}", path=out)
        found = read("bcf", Request(out))
        assert isinstance(found, FileRead)
        report = preview(store, found, today=TODAY)
        assert [row for row in report.rows if row.state is not RowState.UNCHANGED] == []
        if year != YEARS[-1]:
            copied = sealing.copy_into_next_year(store, plan_id=plan_id)
            assert len(held(store, copied.plan_id)) == len(held(store, plan_id))
            plan_id = copied.plan_id
    with pytest.raises(CannotDoError, match="The year after 2025-26 is not known"):
        sealing.copy_into_next_year(store, plan_id=plan_id)


# -- returns and benefits --------------------------------------------------------------------------


def test_a_return_begins_with_the_figures_of_the_plan(store: Store, sample: int) -> None:
    with store.reading() as reading:
        [made] = returns.of_plan(reading, sample)
    assert (made.year, made.name, made.due) == ("2022-23", "End of Year", date(2023, 5, 23))
    assert {entry.code: entry.planned for entry in made.part(Part.INCOME)}["DFG"] == 5_120_697_00
    assert made.part(Part.METRIC)[0].figures["2022-23 Q1"] == "201"
    assert len(made.part(Part.CONDITION)) == 4


def test_what_a_line_spent_stands_against_its_plan(store: Store, sample: int) -> None:
    line = held(store, sample)[0]
    with store.reading() as reading:
        [made] = returns.of_plan(reading, sample)
    returning.record_actual(
        store, return_id=made.id, line_id=line.id, spend="650,000", explanation="More breaks"
    )
    returning.record_actual(store, return_id=made.id, line_id=line.id, outputs="12")
    with store.reading() as reading:
        first = variances(lines.of_plan(reading, sample), returns.by_id(reading, made.id))[0]
    assert (first.over, first.outputs, first.explanation) == (10_000_00, Decimal(12), "More breaks")


def test_a_return_that_was_sent_is_sealed(store: Store, sample: int) -> None:
    with store.reading() as reading:
        [made] = returns.of_plan(reading, sample)
    returning.send(store, return_id=made.id, on=TODAY)
    with pytest.raises(CannotDoError, match="was sent"):
        returning.change_entry(store, entry_id=made.entries[0].id, actual="1")
    returning.open_again(store, return_id=made.id)
    returning.change_entry(store, entry_id=made.entries[0].id, actual="1", answer="Yes")
    returning.change_fact(store, return_id=made.id, name="spend_actual", text="55,388,402.18")
    with store.reading() as reading:
        changed = returns.by_id(reading, made.id)
    assert (changed.entries[0].actual, changed.spend_actual) == (1_00, 5_538_840_218)


def test_every_return_of_a_plan_of_two_years_comes_back_from_its_workbook(
    store: Store, sample: int, tmp_path: Path
) -> None:
    two_years = sealing.copy_into_next_year(store, plan_id=sample).plan_id
    for year in ("2023-24", "2024-25"):
        for name in returning.names_for(year):
            made = returning.make(store, plan_id=two_years, year=year, name=name)
            line = held(store, two_years)[2]
            returning.record_actual(store, return_id=made, line_id=line.id, spend="12.34")
            out = tmp_path / "return.xlsx"
            with store.reading() as reading:
                export_return(reading, ref="NNHWB/2023-25", path=out, name=f"{year} {name}")
            found = read("return", Request(out))
            assert isinstance(found, FileRead)
            report = preview(store, found, today=TODAY)
            assert [row for row in report.rows if row.state is not RowState.UNCHANGED] == []


def test_there_is_one_return_of_a_name_and_only_in_the_years_of_the_plan(store: Store, sample: int) -> None:
    with pytest.raises(CannotDoError, match="already"):
        returning.make(store, plan_id=sample, year="2022-23", name="End of Year")
    with pytest.raises(CannotDoError, match="no year of the plan"):
        returning.make(store, plan_id=sample, year="2023-24", name="Quarter 2")


@pytest.mark.usefixtures("sample")
def test_the_benefits_table_of_ican_adds_up_to_what_its_paper_prints(store: Store, board: int) -> None:
    with store.reading() as reading:
        [ican] = benefits.every(reading, board_id=board)
    assert ican.planned(BenefitKind.BENEFIT) == 49_358 * THOUSAND
    assert ican.planned(BenefitKind.COST) == 44_020 * THOUSAND
    assert [ican.planned(BenefitKind.BENEFIT, year) // THOUSAND for year in ican.years] == [
        *(2_668, 6_670, 13_340, 13_340, 13_340)
    ]
    assert [finding.rule for finding in check_benefits(ican)] == ["benefit figure"]


def test_benefits_are_typed_in_thousands(store: Store, board: int) -> None:
    programme = programmes.make_programme(store, board_id=board, name="iCAN")
    benefit = programmes.add_benefit(store, programme_id=programme, kind=BenefitKind.BENEFIT, name="Bed days")
    programmes.type_figure(store, benefit_id=benefit, year="2022-23", field="planned", text="TBC")
    programmes.type_figure(store, benefit_id=benefit, year="2022-23", field="realised", text="1,250.5")
    with store.reading() as reading:
        figure = benefits.by_id(reading, programme).benefits[0].figures["2022-23"]
    assert (figure.planned, figure.realised, figure.words) == (None, 1_250_500_00, "TBC")


# -- the sample ------------------------------------------------------------------------------------


def test_the_sample_has_one_source_over_and_says_what_the_paper_prints(store: Store, sample: int) -> None:
    with store.reading() as reading:
        found = checked(reading, sample)
    assert [finding.rule for finding in found.findings] == ["V1", "printed"]
    assert "iBCF is over by £100,000" in found.findings[0].message
    assert "add to £36,184,565" in found.findings[1].message


# -- lists that a user corrects --------------------------------------------------------------------


def test_a_librarys_own_list_is_taken_before_ours(store: Store, plan: int) -> None:
    folder = store.folder / "lists"
    folder.mkdir()
    from boardtool.data.resources import resource

    text = resource("bcf/2022-23.json").read_text(encoding="utf-8")
    (folder / "2022-23.json").write_text(text.replace('"Private Sector"', '"Independent Sector"'), "utf-8")
    assert lists_of("2022-23", store.folder).has("provider", "Independent Sector")
    line = schemes.add_line(store, plan_id=plan, provider="independent sector")
    with store.reading() as reading:
        assert lines.by_id(reading, line).provider == "Independent Sector"
        assert case_of(reading, plan).lists.has("provider", "Independent Sector")
    assert not lists_of("2022-23").has("provider", "Independent Sector")


def test_a_list_that_cannot_be_read_is_told_by_its_file(store: Store) -> None:
    folder = store.folder / "lists"
    folder.mkdir()
    (folder / "2022-23.json").write_text('{"year": "2022-23"}', "utf-8")
    with pytest.raises(CannotDoError, match="Correct it, or take it away"):
        lists_of("2022-23", store.folder)
