"""The sample board: what every picture shows must be whole, lawful and as the papers of 2022 have it."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from tests.builders import a_board

from boardtool.data import (
    actions,
    agenda,
    attendance,
    boards,
    cases,
    meetings,
    minutes,
    papers,
    promises,
)
from boardtool.data.store import Access, Reading, Store
from boardtool.domain.errors import CannotDoError, LibraryError, MachineError
from boardtool.domain.meetings import Meeting, Status
from boardtool.domain.sealing import digest
from boardtool.services.packs import make_pack
from boardtool.services.sample import enter_sample, make_sample
from boardtool.services.upkeep import verify

TODAY = date(2022, 8, 24)
NOW = datetime(2022, 8, 24, 16, 42)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sample") / "library"
    make_sample(made, who="Business Manager", now=NOW)
    return made


@pytest.fixture
def sample(folder: Path) -> Iterator[Reading]:
    store = Store.open(folder, who="Business Manager", access=Access.READ)
    with store.reading() as reading:
        yield reading
    store.close()


def meeting(sample: Reading, ref: str) -> Meeting:
    return meetings.by_ref(sample, ref)


def test_there_are_two_boards_and_a_working_group(sample: Reading) -> None:
    assert [(board.code, board.mode) for board in boards.every(sample)] == [
        ("NNHWB", "statutory"),
        ("PDG", "working group"),
        ("WNHWB", "statutory"),
    ]


def test_the_september_agenda_is_the_printed_one(sample: Reading) -> None:
    items = agenda.items(sample, meeting(sample, "NNHWB/2022-09-06").id)
    assert [item.number for item in items] == [*(f"0{n}" for n in range(1, 16))]
    assert [item.start for item in items[:3]] == ["13:30", "13:32", "13:35"]
    assert (items[-1].start, items[7].kind, items[8].pages) == ("16:00", "to follow", "55 - 142")


def test_papers_have_the_pages_that_the_agenda_prints(sample: Reading, folder: Path) -> None:
    for item in agenda.items(sample, meeting(sample, "NNHWB/2022-09-06").id):
        if item.papers:
            first, last = map(int, item.pages.split(" - "))
            assert sum(paper.pages or 0 for paper in item.papers) == last - first + 1
            assert all(papers.path_of(folder, paper.digest, ".pdf").is_file() for paper in item.papers)


def test_making_the_pack_leaves_the_page_numbers_as_they_are(tmp_path: Path) -> None:
    make_sample(tmp_path / "library", who="Business Manager", now=NOW)
    store = Store.open(tmp_path / "library", who="Business Manager", clock=lambda: NOW)
    with store.reading() as reading:
        september = meeting(reading, "NNHWB/2022-09-06").id
        before = [item.pages for item in agenda.items(reading, september)]
    make_pack(store, what="NNHWB/2022-09-06", path=tmp_path / "pack.pdf", now=NOW)
    with store.reading() as reading:
        assert [item.pages for item in agenda.items(reading, september)] == before
    store.close()


def test_july_is_minuted_from_25_to_41(sample: Reading) -> None:
    july = minutes.of_meeting(sample, meeting(sample, "NNHWB/2022-07-05").id)
    assert [minute.number for minute in july] == list(range(25, 42))
    assert sum(bool(minute.resolutions) for minute in july) == 13
    told = " ".join(minute.narrative for minute in july)
    assert all(figure in told for figure in ("95.3 %", "95.1 %", "624.3", "604", "57.8 %"))


def test_september_lacks_what_it_lacks(sample: Reading) -> None:
    found = cases.checked(sample, meeting(sample, "NNHWB/2022-09-06").id, today=TODAY)
    assert [(finding.rule, finding.where) for finding in found.findings] == [
        ("R8", "08"),
        ("R10", "010, 012, 013"),
        ("R20", ""),
        ("R23", ""),
    ]


def test_some_promises_of_july_have_no_action(sample: Reading) -> None:
    found = promises.of_meeting(sample, meeting(sample, "NNHWB/2022-07-05").id)
    assert [each.place for each in found.followed_by_nothing] == ["Minute 29", "Minute 33 2)"]


def test_every_action_has_an_owner_a_meeting_or_a_day_and_progress_in_order(sample: Reading) -> None:
    for action in actions.log(sample):
        assert action.owners
        assert action.raised_on is not None
        assert [note.on for note in action.notes] == sorted(note.on for note in action.notes)
        assert action.status.is_done == (action.completed_on is not None)


def test_march_is_approved_and_sealed(sample: Reading) -> None:
    march = meeting(sample, "NNHWB/2022-03-10")
    assert march.status is Status.APPROVED
    assert march.digest == digest(
        march, attendance.of_meeting(sample, march.id), minutes.of_meeting(sample, march.id)
    )


def test_nobody_of_the_real_papers_is_named(folder: Path, reference: Path) -> None:
    sheet = openpyxl.load_workbook(reference / "pack" / "membership-2022-09-06.xlsx").worksheets[0]
    surnames = {str(row[0]).split()[-1] for row in sheet.iter_rows(min_row=2, values_only=True)}
    with closing(sqlite3.connect(folder / "board.db")) as library:
        told = " ".join(library.iterdump())
    assert len(surnames) == 19
    assert [name for name in surnames if re.search(rf"\b{re.escape(name)}\b", told)] == []


def test_the_library_is_whole(folder: Path) -> None:
    store = Store.open(folder, who="Business Manager", access=Access.READ)
    assert verify(store) == []
    store.close()


def test_half_a_sample_is_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_a: object, **_k: object) -> None:
        raise MachineError("The disk is full.")

    monkeypatch.setattr("boardtool.data.papers.keep", full)
    with pytest.raises(MachineError):
        make_sample(tmp_path / "library", who="Business Manager", now=NOW)
    assert not (tmp_path / "library" / "board.db").exists()


def test_a_library_is_never_made_over_another(folder: Path) -> None:
    with pytest.raises(LibraryError, match="already"):
        make_sample(folder, who="Business Manager", now=NOW)


def test_a_library_with_boards_of_its_own_takes_no_sample(store: Store) -> None:
    a_board(store)
    with pytest.raises(CannotDoError, match="boards of its own"):
        enter_sample(store, now=NOW)
    with store.reading() as reading:
        assert len(boards.every(reading)) == 1
