"""Plans that go out: into templates that are not empty or not theirs, and as papers."""

from datetime import date
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest
from tests.builders import a_board

from boardtool.data.bcf import lines, plans
from boardtool.data.store import Store
from boardtool.domain.bcf.returns import Part
from boardtool.domain.errors import CannotDoError, InputRefusedError, NotFoundError
from boardtool.services.bcf import returns, schemes
from boardtool.services.bcf.publishing import (
    export_paper,
    export_plan,
    export_return,
    export_return_paper,
    return_named,
)
from boardtool.services.sample_bcf import enter_plan

REF = "NNHWB/2022-23"
TODAY = date(2022, 9, 6)


@pytest.fixture
def sample(store: Store) -> Store:
    """The sample plan, in balance again."""
    board = a_board(store, name="North Northamptonshire Health and Wellbeing Board", council="North Council")
    enter_plan(store, board)
    store.undo()
    return store


def exported(store: Store, out: Path, template: Path | None = None) -> tuple[str, ...]:
    with store.reading() as reading:
        return export_plan(reading, ref=REF, path=out, template=template)


def test_a_template_keeps_everything_that_is_not_filled(
    sample: Store, reference: Path, tmp_path: Path
) -> None:
    template = reference / "bcf" / "BCF Planning Template 2022-23 (layout).xlsx"
    out = tmp_path / "out.xlsx"
    exported(sample, out, template)
    before, after = openpyxl.load_workbook(template), openpyxl.load_workbook(out)
    assert after.sheetnames == before.sheetnames
    assert [sheet.sheet_state for sheet in after] == [sheet.sheet_state for sheet in before]
    for sheet in before:
        there = after[sheet.title]
        assert there.protection.sheet == sheet.protection.sheet
        assert there.merged_cells.ranges == sheet.merged_cells.ranges
        assert len(there.data_validations.dataValidation) == len(sheet.data_validations.dataValidation)
        formulas = {
            cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
        }
        assert {ref: there[ref].value for ref in formulas} == formulas


def test_a_line_that_was_added_in_the_middle_of_a_filled_template_is_in_its_place(
    sample: Store, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.xlsx", tmp_path / "second.xlsx"
    exported(sample, first)
    with sample.reading() as reading:
        plan = plans.by_ref(reading, REF)
        held = lines.of_plan(reading, plan.id)
    schemes.add_line(sample, plan_id=plan.id, after=held[0].id, name="New", scheme_id="77", expenditure="5")
    schemes.remove_lines(sample, line_ids=[held[-1].id])
    exported(sample, second, first)
    sheet = openpyxl.load_workbook(second)["5a. Expenditure"]
    names = [sheet.cell(row, 3).value for row in range(34, 34 + len(held) + 2)]
    assert names[:3] == ["Carers Support", "New", "Carers Support"]
    assert names[len(held) :] == [None, None]


def test_what_could_not_be_read_goes_out_as_it_was_typed(sample: Store, tmp_path: Path) -> None:
    with sample.reading() as reading:
        line = lines.of_plan(reading, plans.by_ref(reading, REF).id)[0]
    schemes.change_cell(sample, line_id=line.id, field="expenditure", text="=1+1")
    exported(sample, tmp_path / "out.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "out.xlsx")["5a. Expenditure"]["O34"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_word_of_no_list_goes_into_our_layout_and_is_refused_by_the_national_template(
    sample: Store, reference: Path, tmp_path: Path
) -> None:
    with sample.reading() as reading:
        line = lines.of_plan(reading, plans.by_ref(reading, REF).id)[0]
    schemes.change_cell(sample, line_id=line.id, field="provider", text="Martians")
    exported(sample, tmp_path / "ours.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "ours.xlsx")["5a. Expenditure"]
    assert sheet["M34"].value == "Martians"
    template = reference / "bcf" / "BCF Planning Template 2022-23 (layout).xlsx"
    with pytest.raises(CannotDoError, match=r'Cell M34 of "5a\. Expenditure" takes only one of'):
        exported(sample, tmp_path / "national.xlsx", template)


def test_a_template_of_another_year_is_refused(sample: Store, reference: Path, tmp_path: Path) -> None:
    template = reference / "bcf" / "BCF Planning Template 2023-25 (layout).xlsx"
    with pytest.raises(CannotDoError, match=r"The template is of 2023-25; the plan is of 2022-23\."):
        exported(sample, tmp_path / "out.xlsx", template)
    assert not (tmp_path / "out.xlsx").exists()


def test_a_template_without_room_is_refused(sample: Store, reference: Path, tmp_path: Path) -> None:
    with sample.reading() as reading:
        plan = plans.by_ref(reading, REF)
    with sample.step("Enter many lines") as step:
        lines.add_many(step, plan.id, [{"position": 100 + n, "scheme_id": str(n)} for n in range(300)])
    template = reference / "bcf" / "BCF Planning Template 2022-23 (layout).xlsx"
    with pytest.raises(CannotDoError, match="has room for 300 lines; the plan has 342"):
        exported(sample, tmp_path / "out.xlsx", template)


def test_what_is_no_workbook_is_refused_as_a_template(sample: Store, tmp_path: Path) -> None:
    template = tmp_path / "template.xlsx"
    template.write_text("not a workbook", encoding="utf-8")
    with pytest.raises(InputRefusedError):
        exported(sample, tmp_path / "out.xlsx", template)


def test_a_plan_goes_out_as_a_paper(sample: Store, tmp_path: Path) -> None:
    for name in ("paper.pdf", "paper.docx"):
        with sample.reading() as reading:
            export_paper(reading, ref=REF, path=tmp_path / name, today=TODAY)
    words = "\n".join(
        cell.text
        for table in docx.Document(str(tmp_path / "paper.docx")).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "Seven-day social work" in words
    assert "£35,279,434" in words
    with pikepdf.open(tmp_path / "paper.pdf") as pdf:
        assert (
            pdf.docinfo["/Title"]
            == f"Better Care Fund plan 2022-23: {'North Northamptonshire Health and Wellbeing Board'}"
        )
    with sample.reading() as reading, pytest.raises(CannotDoError, match="is written as"):
        export_paper(reading, ref=REF, path=tmp_path / "paper.odt", today=TODAY)


def test_a_return_goes_out_as_a_paper_with_its_pool_and_whose_money_it_is(
    sample: Store, tmp_path: Path
) -> None:
    with sample.reading() as reading:
        made = return_named(reading, ref=REF)
    fee = made.part(Part.FEE)[0]
    for name, text in (("last_year", "19.42"), ("this_year", "21.28")):
        returns.change_rate(sample, entry_id=fee.id, name=name, text=text)
    with sample.reading() as reading:
        line = lines.of_plan(reading, made.plan_id)[0].id
    returns.record_actual(sample, return_id=made.id, line_id=line, spend="640,100", explanation="More breaks")
    for name in ("return.docx", "return.pdf", "return.html"):
        with sample.reading() as reading:
            export_return_paper(reading, ref=REF, path=tmp_path / name, today=TODAY)
    shown = [
        [cell.text for cell in row.cells]
        for table in docx.Document(str(tmp_path / "return.docx")).tables
        for row in table.rows
    ]
    assert ["Total BCF pooled fund", "£55,579,750", "£55,579,750", "", ""] in shown
    assert ["ICB Plan Spend", "NHS Northamptonshire ICB", "", ""] in shown
    assert ["Home care", "£ per contact hour", "", "19.42", "21.28", "+9.6%"] in shown
    assert any(row[0] == "1" and row[-1] == "More breaks" for row in shown)
    with pikepdf.open(tmp_path / "return.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Better Care Fund return 2022-23 End of Year: North")
    with sample.reading() as reading, pytest.raises(CannotDoError, match=r"as a paper \.docx, \.pdf, \.html"):
        export_return_paper(reading, ref=REF, path=tmp_path / "return.odt", today=TODAY)


def test_a_return_that_is_not_there_is_told_with_those_that_are(sample: Store, tmp_path: Path) -> None:
    with (
        sample.reading() as reading,
        pytest.raises(NotFoundError, match="Its returns are: 2022-23 End of Year"),
    ):
        export_return(reading, ref=REF, path=tmp_path / "out.xlsx", name="Quarter 3")
