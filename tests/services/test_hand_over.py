"""The hand-over folder: files in order, neutral names, nothing exempt, never called published."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

import page
import pikepdf
import pytest
from tests.builders import a_board, a_meeting, an_item
from tests.data.leak_scan.packs import attach
from tests.data.pack import odd_papers as odd

from boardtool.data import agenda, boards
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Kind
from boardtool.services import packs
from boardtool.services.hand_over import export_folder

if TYPE_CHECKING:
    from pathlib import Path

    from boardtool.data.store import Store

NOW = datetime(2022, 8, 24, 10)


@pytest.fixture
def meeting(store: Store) -> int:
    meeting_id = a_meeting(store, a_board(store, council="Anytown Council"))
    report = an_item(store, meeting_id, "Strategy: the next/steps", kind=Kind.PAPER)
    attach(store, report, odd.with_destinations(["end"]), title="v7 final JB", name="v7 final JB.pdf")
    attach(store, report, odd.drawing(odd.words("Map")), title="Map", name="map (2).pdf", letter="A")
    an_item(store, meeting_id, "Zanzibar lease", kind=Kind.PAPER, exempt="3")
    an_item(store, meeting_id, "Grant", kind=Kind.TO_FOLLOW)
    return meeting_id


def written(store: Store, folder: Path) -> tuple[str, ...]:
    return export_folder(store, what="NNHWB/2022-09-06", folder=folder, now=NOW).files


def test_it_says_what_an_exemption_does_not_say_yet(store: Store, meeting: int, tmp_path: Path) -> None:
    with store.reading() as reading:
        report, lease, _ = agenda.items(reading, meeting)
    with store.step("Mark") as step:
        agenda.change_paper(step, report.papers[1].id, exempt=True, paragraphs="3")
    made = export_folder(store, what="NNHWB/2022-09-06", folder=tmp_path / "out", now=NOW)
    assert [warning.partition(" does not say why")[0] for warning in made.warnings] == [
        "Strategy: the next/steps (Appendix A: Map)",
        "Zanzibar lease",
    ]
    assert "Zanzibar" not in (tmp_path / "out" / "00 Contents and checklist.html").read_text(encoding="utf-8")
    with store.step("Say why") as step:
        agenda.change_paper(step, report.papers[1].id, public_interest="Prices.")
        agenda.change(step, lease.id, public_interest="Prices.")
    assert export_folder(store, what="NNHWB/2022-09-06", folder=tmp_path / "two", now=NOW).warnings == ()


class Writing:
    """Stands in for the window: whenever the folder comes on, somebody writes into the library."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.steps = 0

    def report(self, _done: int, _total: int, _what: str = "") -> None:
        self.steps += 1
        with self._store.step("Plan meeting") as step:
            boards.change(step, 1, council=f"Council {self.steps}")


@pytest.mark.usefixtures("meeting")
def test_the_library_can_be_written_while_the_folder_is_made(store: Store, tmp_path: Path) -> None:
    window = Writing(store)
    export_folder(store, what="NNHWB/2022-09-06", folder=tmp_path / "out", now=NOW, progress=window)
    assert window.steps >= 1


@pytest.mark.usefixtures("meeting")
def test_every_paper_is_a_file_of_its_own_named_after_its_item(store: Store, tmp_path: Path) -> None:
    files = written(store, tmp_path / "out")
    assert files == (
        "01 Agenda.pdf",
        "01 Agenda.html",
        "02 Item 01 Strategy the next steps.pdf",
        "03 Item 01 Appendix A Strategy the next steps.pdf",
    )
    there = {file.name for file in (tmp_path / "out").iterdir()}
    assert there == {*files, "00 Contents and checklist.html", "00 Contents and checklist.docx"}


@pytest.mark.usefixtures("meeting")
def test_a_file_keeps_its_tags_and_names_no_person(store: Store, tmp_path: Path) -> None:
    written(store, tmp_path / "out")
    report = tmp_path / "out" / "02 Item 01 Strategy the next steps.pdf"
    with pikepdf.open(report) as pdf:
        assert str(pdf.docinfo["/Author"]) == "Anytown Council"
        assert str(pdf.docinfo["/Title"]) == "Strategy: the next/steps"
        assert "v7 final JB" not in str(pdf.docinfo)
        assert "/StructTreeRoot" in pdf.Root
    agenda = (tmp_path / "out" / "01 Agenda.pdf").read_bytes()
    assert not page.validate_pdf_bytes(agenda, profile=page.ValidationProfile.PDF_UA_1).failures


@pytest.mark.usefixtures("meeting")
def test_the_contents_say_what_lacks_and_never_that_it_is_published(store: Store, tmp_path: Path) -> None:
    written(store, tmp_path / "out")
    told = (tmp_path / "out" / "00 Contents and checklist.html").read_text(encoding="utf-8")
    assert "Not published yet" in told
    assert "Exempt: paragraph 3 of Schedule 12A" in told
    assert "The paper is to follow" in told
    assert "Publish by Friday 26 August 2022" in told
    assert "accessible versions of: 03 Item 01 Appendix A" in told
    assert "Zanzibar" not in told


def cells_of(folder: Path) -> list[list[str]]:
    told = (folder / "00 Contents and checklist.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr>(.*?)</tr>", told, re.DOTALL)
    return [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in rows]


@pytest.mark.usefixtures("meeting")
def test_the_contents_name_appendices_and_say_how_long_each_paper_is(store: Store, tmp_path: Path) -> None:
    written(store, tmp_path / "out")
    rows = cells_of(tmp_path / "out")
    assert ["01", "Strategy: the next/steps", "3 pages"] in [row[:3] for row in rows]
    assert ["01", "Appendix A: Map", "1 page"] in [row[:3] for row in rows]


@pytest.mark.usefixtures("meeting")
def test_the_contents_say_which_pages_of_the_pack_each_paper_has(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    packs.make_pack(store, what="NNHWB/2022-09-06", audience=Audience.PUBLIC, path=path, now=NOW)
    written(store, tmp_path / "out")
    rows = cells_of(tmp_path / "out")
    assert ["01", "Strategy: the next/steps", "3 - 5"] in [row[:3] for row in rows]
    assert ["01", "Appendix A: Map", "6"] in [row[:3] for row in rows]


@pytest.mark.usefixtures("meeting")
def test_a_folder_that_holds_something_is_left_alone(store: Store, tmp_path: Path) -> None:
    (tmp_path / "old.pdf").write_bytes(b"old")
    with pytest.raises(CannotDoError, match="not empty"):
        written(store, tmp_path)
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["old.pdf"]


def test_a_broken_paper_leaves_no_folder(store: Store, meeting: int, tmp_path: Path) -> None:
    item_id = an_item(store, meeting, "Broken", kind=Kind.PAPER)
    attach(store, item_id, b"%PDF-1.7 no more", title="Broken", name="broken.pdf")
    with pytest.raises(CannotDoError, match=r"Item 04, broken\.pdf: It is damaged"):
        written(store, tmp_path / "out")
    assert not (tmp_path / "out").exists()
