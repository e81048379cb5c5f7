"""A cell that is put right while importing: taken, told, kept with the figure, and undone with the import."""

from pathlib import Path

import pytest
from tests.builders import a_board
from tests.services.exchange.test_figures import HEADS, TODAY, a_csv, figures, take

from boardtool.data import history
from boardtool.data.excel.opening import open_workbook
from boardtool.data.excel.workbook import Workbook
from boardtool.data.store import Store
from boardtool.domain.imports import ImportReport, Mend, RowState
from boardtool.domain.performance.metrics import Status
from boardtool.domain.progress import Progress
from boardtool.services.exchange import importing, opening
from boardtool.services.exchange.request import Request

ROWS = ("Discharge home,North,Jun 2022,tbc,,,", "Discharge home,North,Jul 2022,95.1,,,")


@pytest.fixture(autouse=True)
def _board(store: Store) -> None:
    a_board(store, council="North Northamptonshire Council")


def mend(file: Path, cell: str, text: str, *, sheet: str = "") -> tuple[Mend, ...]:
    return (Mend(sheet or file.stem, cell, text),)


def refused(file: Path, *mends: Mend) -> str:
    report = importing.read("metrics", Request(file, mends=mends))
    assert isinstance(report, ImportReport)
    return report.refused


def test_a_typed_figure_is_taken_told_and_noted(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, HEADS, *ROWS)
    assert not take(store, file).applied
    report = take(store, file, mends=mend(file, "D2", "95.3"))
    assert (report.applied, report.rejected, report.count(RowState.ADDED)) == (True, (), 2)
    [told] = [each for each in report.warnings if each.cell == "D2"]
    assert (told.row, told.value, told.reason) == (2, "tbc", "“tbc” in the file, typed here as 95.3")
    typed, read = figures(store)
    assert (typed.value, typed.note) == (95.3, "“tbc” in the file, typed here as 95.3")
    assert (read.value, read.note) == (95.1, "")
    assert file.read_text(encoding="utf-8").splitlines()[1] == ROWS[0]


def test_a_cell_treated_as_empty_is_a_figure_that_is_not_available(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, HEADS, *ROWS)
    report = take(store, file, mends=mend(file, "D2", ""))
    assert report.applied
    assert "“tbc” in the file, treated as empty" in [each.reason for each in report.warnings]
    empty, read = figures(store)
    assert (empty.value, empty.status, empty.note) == (
        None, Status.NOT_AVAILABLE, "“tbc” in the file, treated as empty",
    )  # fmt: skip
    assert read.note == ""


def test_it_is_one_step_that_says_so_and_is_undone_whole(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, HEADS, *ROWS)
    take(store, file, mends=mend(file, "D2", "95.3"))
    with store.reading() as reading:
        assert history.recent(reading)[0].label == "Import metrics, 1 cell put right"
    assert take(store, file, mends=mend(file, "D2", "95.3")).changes_nothing
    store.undo()
    assert figures(store) == []


def test_what_is_typed_may_be_wrong_again(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, HEADS, *ROWS)
    report = take(store, file, mends=mend(file, "D2", "95,3"))
    assert [(each.cell, each.reason) for each in report.rejected] == [
        ("D2", "“95,3” has a decimal comma: write 95.3")
    ]
    assert figures(store) == []


def test_a_period_can_be_put_right_too(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, HEADS, "Discharge home,North,Junne 22,95.3,,,")
    report = take(store, file, mends=mend(file, "C2", "Jun 2022", sheet=file.stem))
    assert report.rows[0].key == "discharge_usual_place/North/2022-06"


def test_without_a_sheet_it_is_the_only_one(store: Store, tmp_path: Path) -> None:
    file = a_csv(tmp_path, HEADS, *ROWS)
    assert take(store, file, mends=(Mend("", "D2", "95.3"),)).applied


def test_what_is_not_there_cannot_be_put_right(tmp_path: Path) -> None:
    file = a_csv(tmp_path, HEADS, *ROWS)
    assert refused(file, Mend("", "D9", "1")).startswith("Nothing stands in D9 of “figures”")
    assert refused(file, Mend("Other", "D2", "1")).startswith("There is no sheet “Other”")


def test_of_several_sheets_it_must_be_said_which(reference: Path) -> None:
    file = reference / "data" / "nhse_acute_discharge_sitrep_2023-12.xlsx"
    said = refused(file, Mend("", "E5", "1"))
    assert said.startswith("Say in which sheet E5 is, such as SHEET!E5: “Cover Sheet”, “Contents”")


def test_a_cell_of_a_plan_is_put_right_as_well(store: Store, reference: Path) -> None:
    file = reference / "bcf" / "North Northamptonshire HWB BCF planning 2022-23.xlsx"
    sheet = next(each.name for each in open_workbook(file).sheets if each.at("O33") is not None)
    request = Request(file, board="NNHWB", mends=(Mend(sheet, "O34", "£650,000"),))
    read = importing.read("bcf", request)
    assert isinstance(read, importing.FileRead)
    report = importing.preview(store, read, today=TODAY)
    row = next(each for each in report.rows if (each.sheet, each.row) == (sheet, 34))
    assert row.values["expenditure"] == 650_000
    assert report.warnings[-1].reason == "“640000” in the file, typed here as £650,000"


def test_the_file_is_read_once_for_what_was_there_and_for_what_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = a_csv(tmp_path, HEADS, *ROWS)
    opened: list[Path] = []

    def counted(path: Path, *, progress: Progress | None) -> Workbook:
        opened.append(path)
        return open_workbook(path, progress=progress)

    monkeypatch.setattr(opening, "open_workbook", counted)
    found = importing.read("metrics", Request(file, mends=mend(file, "D2", "95.3")))
    assert isinstance(found, importing.FileRead)
    assert opened == [file]
    assert (found.request.workbook, found.request.mends[0].held) == (None, "tbc")
    importing.read("metrics", found.request)
    assert opened == [file, file]  # asked again, the file may be another
