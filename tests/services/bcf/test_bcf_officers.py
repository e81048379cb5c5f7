"""Officers' workbooks: their own lines go out, and what they filled in comes back, merged three ways."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.builders import a_board

from boardtool.data.bcf import lines, plans, returns
from boardtool.data.store import Store
from boardtool.domain.bcf.returns import Actual
from boardtool.domain.errors import CannotDoError, InputRefusedError
from boardtool.domain.imports import ImportReport, RowState
from boardtool.services.bcf import returns as returning
from boardtool.services.bcf import schemes
from boardtool.services.bcf.officers import SentToOfficer, send_lines
from boardtool.services.exchange.importing import FileRead, preview, read, take
from boardtool.services.exchange.request import Request, Take
from boardtool.services.sample_bcf import enter_plan

TODAY = date(2023, 4, 20)
SPENT, OUTPUTS, WHY = 9, 10, 11


@pytest.fixture
def sample(store: Store) -> Store:
    """The sample plan, whose first two lines are Ms Plank's and the third Mr Carr's."""
    enter_plan(store, a_board(store))
    with store.reading() as reading:
        held = lines.of_plan(reading, plans.by_ref(reading, "NNHWB/2022-23").id)
    schemes.change_cells(store, line_ids=[held[0].id, held[1].id], field="officer", text="Amy Plank")
    schemes.change_cell(store, line_id=held[2].id, field="officer", text="Jon Paul Carr")
    return store


def return_id(store: Store) -> int:
    with store.reading() as reading:
        return returns.of_plan(reading, plans.by_ref(reading, "NNHWB/2022-23").id)[0].id


def sent(store: Store, folder: Path) -> tuple[SentToOfficer, ...]:
    return send_lines(store, return_id=return_id(store), folder=folder, today=TODAY)


def filled(form: SentToOfficer, *, row: int = 7, **cells: object) -> Path:
    """The form with cells of a row typed in, saved as people save it."""
    book = openpyxl.load_workbook(form.workbook)
    sheet = book["Lines"]
    for name, value in cells.items():
        sheet.cell(row, {"spent": SPENT, "outputs": OUTPUTS, "why": WHY, "line": 1}[name]).value = value  # type: ignore[assignment]
    book.save(form.workbook)
    return form.workbook


def reply(store: Store, file: Path, winner: Take | None = None) -> ImportReport:
    found = read("return", Request(file))
    assert isinstance(found, FileRead)
    assert not found.needs_board
    return take(store, found, today=TODAY, winner=winner)


def actuals(store: Store) -> list[Actual]:
    with store.reading() as reading:
        return list(returns.by_id(reading, return_id(store)).actuals)


def test_every_officer_is_sent_their_own_lines(sample: Store, tmp_path: Path) -> None:
    forms = sent(sample, tmp_path / "forms")
    assert [(form.officer, form.count) for form in forms] == [("Amy Plank", 2), ("Jon Paul Carr", 1)]
    sheet = openpyxl.load_workbook(forms[0].workbook)["Lines"]
    assert [sheet.cell(row, 3).value for row in (7, 8, 9)] == ["Carers Support", "Carers Support", None]


def test_what_was_filled_in_comes_back_in_one_step(sample: Store, tmp_path: Path) -> None:
    plank, _ = sent(sample, tmp_path)
    report = reply(sample, filled(plank, spent=650_000.5, outputs=12, why="More breaks"))
    assert [row.state for row in report.rows] == [RowState.UPDATED, RowState.UNCHANGED]
    [actual] = actuals(sample)
    assert (actual.spend, actual.outputs, actual.explanation) == (65_000_050, Decimal(12), "More breaks")
    assert reply(sample, plank.workbook).step is None
    sample.undo()
    assert actuals(sample) == []


def test_what_both_sides_changed_waits_to_be_chosen(sample: Store, tmp_path: Path) -> None:
    plank, _ = sent(sample, tmp_path)
    with sample.reading() as reading:
        first = lines.of_plan(reading, plans.by_ref(reading, "NNHWB/2022-23").id)[0]
    returning.record_actual(sample, return_id=return_id(sample), line_id=first.id, spend="1")
    file = filled(plank, spent=2, why="Late")
    report = reply(sample, file)
    assert report.rows[0].state is RowState.CONFLICT
    three = report.rows[0].conflicts["spend"]
    assert (three.sent, three.ours, three.theirs) == ("", "1", "2")
    assert actuals(sample)[0].spend == 1_00
    reply(sample, file, Take.THEIRS)
    assert (actuals(sample)[0].spend, actuals(sample)[0].explanation) == (2_00, "Late")


def test_a_row_that_cannot_be_read_is_told_and_nothing_is_taken(sample: Store, tmp_path: Path) -> None:
    plank, _ = sent(sample, tmp_path)
    report = reply(sample, filled(plank, spent="ask finance", why="x"))
    [rejected] = report.rejected
    assert (rejected.cell, rejected.value, report.applied) == ("I7", "ask finance", False)
    assert actuals(sample) == []


def test_a_line_that_was_not_sent_is_not_for_a_reply(sample: Store, tmp_path: Path) -> None:
    plank, _ = sent(sample, tmp_path)
    report = reply(sample, filled(plank, line=99_999))
    assert report.rejected[0].reason == "line 99999 was not sent to Amy Plank"
    assert report.warnings[0].reason.endswith("was sent, but is not in the reply: it stays as it is")


def test_a_form_of_another_library_is_refused(sample: Store, tmp_path: Path) -> None:
    plank, _ = sent(sample, tmp_path / "forms")
    other = Store.make(tmp_path / "other", who="Somebody")
    found = read("return", Request(plank.workbook))
    assert isinstance(found, FileRead)
    with pytest.raises(InputRefusedError, match="another library"):
        preview(other, found, today=TODAY)
    other.close()


def test_a_form_whose_stamp_was_changed_is_refused(sample: Store, tmp_path: Path) -> None:
    plank, _ = sent(sample, tmp_path)
    book = openpyxl.load_workbook(plank.workbook)
    stamp = book["boardtool lines"]
    stamp["A2"] = str(stamp["A2"].value).replace("Carers", "Careers")
    book.save(plank.workbook)
    found = read("return", Request(plank.workbook))
    assert isinstance(found, ImportReport)
    assert "was changed" in found.refused


def test_without_officers_there_is_nobody_to_send_to(store: Store, tmp_path: Path) -> None:
    enter_plan(store, a_board(store))
    with pytest.raises(CannotDoError, match="no line has an officer"):
        sent(store, tmp_path)


def test_nothing_that_lies_in_the_folder_is_overwritten(sample: Store, tmp_path: Path) -> None:
    first, second = sent(sample, tmp_path), sent(sample, tmp_path)
    assert {form.workbook for form in first}.isdisjoint(form.workbook for form in second)
