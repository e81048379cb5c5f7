"""North's plan of 2022-23: imported, broken in two places, mended as the checks offer, sent, taken back."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.builders import a_board

from boardtool.data.bcf import lines, plans
from boardtool.data.bcf.cases import checked
from boardtool.data.store import Store
from boardtool.domain.bcf.checks.case import PlanFinding
from boardtool.domain.bcf.plans import Line, Plan
from boardtool.domain.imports import ImportReport, RowState
from boardtool.services.bcf import schemes
from boardtool.services.bcf.publishing import export_plan
from boardtool.services.exchange.importing import FileRead, preview, read, take
from boardtool.services.exchange.request import Request

TODAY = date(2022, 9, 6)
NORTH = "North Northamptonshire HWB BCF planning 2022-23"
WEST = "West Northamptonshire HWB BCF planning 2023-25"
RETURN = "North Northamptonshire HWB BCF end of year return 2022-23"


@pytest.fixture
def boards_of_both(store: Store) -> Store:
    a_board(store, "NNHWB", name="North Northamptonshire Health and Wellbeing Board")
    a_board(store, "WNHWB", name="West Northamptonshire Health and Wellbeing Board")
    return store


def file_read(kind: str, file: Path) -> FileRead:
    found = read(kind, Request(file))
    assert isinstance(found, FileRead)
    return found


def imported(store: Store, kind: str, file: Path) -> ImportReport:
    return take(store, file_read(kind, file), today=TODAY)


def only_plan(store: Store, ref: str) -> tuple[Plan, list[Line]]:
    with store.reading() as reading:
        plan = plans.by_ref(reading, ref)
        return plan, lines.of_plan(reading, plan.id)


def findings(store: Store, plan: Plan, *rules: str) -> list[PlanFinding]:
    with store.reading() as reading:
        return [
            finding
            for finding in checked(reading, plan.id).findings
            if isinstance(finding, PlanFinding) and finding.rule in rules
        ]


def test_the_plan_is_broken_mended_sent_and_taken_back(
    boards_of_both: Store, reference: Path, tmp_path: Path
) -> None:
    store = boards_of_both
    report = imported(store, "bcf", reference / "bcf" / f"{NORTH}.xlsx")
    plan, held = only_plan(store, "NNHWB/2022-23")
    assert (len(held), report.rejected) == (42, ())
    assert findings(store, plan, "V1", "V4") == []

    ibcf = next(line for line in held if line.name == "Seven-day social work")
    joint = next(line for line in held if line.commissioner == "Joint")
    schemes.change_cell(store, line_id=ibcf.id, field="expenditure", text="520,000")
    schemes.change_cell(store, line_id=joint.id, field="nhs_share", text="110 %")
    share, balance = sorted(findings(store, plan, "V1", "V4"), key=lambda finding: finding.rule, reverse=True)
    assert balance.message.startswith("iBCF is over by £100,000")
    assert (balance.mend, balance.cell) == ("Put £420,000 back", "O59")
    assert (share.message, share.cell) == ("A share of 110 % is not between 0 % and 100 %.", "K36")

    for finding in (balance, share):
        schemes.take_mend(store, mend=finding.mends[0])
    assert findings(store, plan, "V1", "V4") == []
    assert only_plan(store, "NNHWB/2022-23")[1] == held

    sent = tmp_path / "sent.xlsx"
    with store.reading() as reading:
        template = reference / "bcf" / "BCF Planning Template 2022-23 (layout).xlsx"
        export_plan(reading, ref=plan.ref, path=sent, template=template)
    assert preview(store, file_read("bcf", sent), today=TODAY).changes_nothing

    for _ in range(5):
        assert store.undo() is not None
    with store.reading() as reading:
        assert plans.every(reading) == []


@pytest.mark.parametrize(("kind", "name"), [("bcf", NORTH), ("bcf", WEST), ("return", RETURN)])
def test_the_same_file_twice_changes_nothing_and_one_undo_takes_it_back(
    boards_of_both: Store, reference: Path, kind: str, name: str
) -> None:
    file = reference / "bcf" / f"{name}.xlsx"
    first = imported(boards_of_both, kind, file)
    again = imported(boards_of_both, kind, file)
    assert {row.state for row in first.rows} == {RowState.ADDED}
    assert {row.state for row in again.rows} == {RowState.UNCHANGED}
    assert (again.applied, again.step) == (True, None)
    json.dumps(again.to_json())
    boards_of_both.undo()
    with boards_of_both.reading() as reading:
        assert plans.every(reading) == []


def test_a_workbook_knows_which_board_it_is_of(boards_of_both: Store, reference: Path) -> None:
    imported(boards_of_both, "bcf", reference / "bcf" / f"{WEST}.xlsx")
    with boards_of_both.reading() as reading:
        assert [plan.ref for plan in plans.every(reading)] == ["WNHWB/2023-25"]


def test_a_workbook_for_another_board_is_taken_with_a_warning(boards_of_both: Store, reference: Path) -> None:
    request = Request(reference / "bcf" / f"{WEST}.xlsx", board="NNHWB")
    found = read("bcf", request)
    assert isinstance(found, FileRead)
    report = preview(boards_of_both, found, today=TODAY)
    assert report.warnings[0].reason.startswith("the workbook is of West Northamptonshire; it goes to North")


def test_a_changed_workbook_updates_its_line_and_keeps_what_is_only_here(
    boards_of_both: Store, reference: Path
) -> None:
    store = boards_of_both
    file = reference / "bcf" / f"{NORTH}.xlsx"
    imported(store, "bcf", file)
    plan, held = only_plan(store, "NNHWB/2022-23")
    schemes.change_cell(store, line_id=held[3].id, field="tags", text="iCAN")
    extra = schemes.add_line(store, plan_id=plan.id, scheme_id="99", name="Only here")
    schemes.change_cell(store, line_id=held[5].id, field="expenditure", text="1")
    report = imported(store, "bcf", file)
    assert [row.changes for row in report.rows if row.state is RowState.UPDATED] == [
        {"expenditure": (1.0, held[5].amount() / 100)}
    ]
    assert any("Only here" in warning.reason for warning in report.warnings)
    _, after = only_plan(store, "NNHWB/2022-23")
    assert after[3].tags == ("iCAN",)
    assert after[-1].id == extra


@pytest.mark.parametrize(
    ("name", "template"),
    [
        (NORTH, f"{NORTH}.xlsx"),
        (NORTH, "BCF Planning Template 2022-23 (layout).xlsx"),
        (NORTH, ""),
        (WEST, f"{WEST}.xlsx"),
        (WEST, "BCF Planning Template 2023-25 (layout).xlsx"),
        (WEST, ""),
    ],
)
def test_an_exported_plan_comes_back_without_a_change(
    boards_of_both: Store, reference: Path, tmp_path: Path, name: str, template: str
) -> None:
    imported(boards_of_both, "bcf", reference / "bcf" / f"{name}.xlsx")
    out = tmp_path / "out.xlsx"
    with boards_of_both.reading() as reading:
        ref = plans.every(reading)[0].ref
        chosen = reference / "bcf" / template if template else None
        export_plan(reading, ref=ref, path=out, template=chosen)
    report = preview(boards_of_both, file_read("bcf", out), today=TODAY)
    assert [row for row in report.rows if row.state is not RowState.UNCHANGED] == []
