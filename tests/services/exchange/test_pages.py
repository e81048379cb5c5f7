"""Page ranges of a published pack read back into the agenda: found, told of, taken and given back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import docx
import pytest
from tests.builders import SEPTEMBER, a_board, a_meeting, an_item
from tests.council_pack import Part, a_paper, council_pack
from tests.domain.pack.test_papers_found import said

from boardtool.data import agenda, meetings
from boardtool.data.papers import digest_of
from boardtool.data.pdf.published import opening_pages
from boardtool.domain.errors import CannotDoError, InputRefusedError
from boardtool.domain.imports import ImportReport, RowState
from boardtool.domain.meetings import Kind, Status
from boardtool.services import agenda as agendas
from boardtool.services.exchange import importing
from boardtool.services.exchange.importing import FileRead
from boardtool.services.exchange.request import Request

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from boardtool.data.store import Store

REF = "NNHWB/2022-09-06"
TODAY = date(2022, 8, 31)
NOW = datetime(2022, 8, 24, 12)

FRONT = Part(lines=("Agenda",), pages=4)


@pytest.fixture
def meeting(store: Store) -> int:
    return a_meeting(store, a_board(store), SEPTEMBER)


def an_item_with(store: Store, meeting: int, subject: str, *files: Path, **values: str) -> int:
    item = an_item(store, meeting, subject, presenters=("Chair",), kind=Kind.PAPER, **values)
    agendas.attach(store, item_id=item, files=files, now=NOW)
    return item


@pytest.fixture
def grant(store: Store, meeting: int, tmp_path: Path) -> Path:
    """The report of the first item, on three pages."""
    paper = a_paper(tmp_path / "grant.pdf", said("grant"), said("more"), said("last"))
    an_item_with(store, meeting, "Health Equality Grant", paper, pages="99")
    return paper


def look(store: Store, file: Path) -> ImportReport:
    found = importing.read("pages", Request(file, meeting=REF))
    return found if isinstance(found, ImportReport) else importing.preview(store, found, today=TODAY)


def take(store: Store, file: Path) -> ImportReport:
    found = importing.read("pages", Request(file, meeting=REF))
    assert isinstance(found, FileRead)
    return importing.take(store, found, today=TODAY)


def pages(store: Store, meeting: int) -> list[str]:
    with store.reading() as reading:
        return [item.pages for item in agenda.items(reading, meeting)]


def test_the_ranges_are_taken_in_one_step_and_given_back(
    store: Store, meeting: int, grant: Path, tmp_path: Path
) -> None:
    pack = council_pack(tmp_path / "Public pack.pdf", [FRONT, Part(grant)])
    report = take(store, pack)
    [row] = report.rows
    assert (row.state, row.row, row.changes) == (RowState.UPDATED, 5, {"pages": ("99", "5 - 7")})
    assert pages(store, meeting) == ["5 - 7"]
    assert take(store, pack).changes_nothing
    store.undo()
    assert pages(store, meeting) == ["99"]


def test_pages_that_somebody_typed_with_a_dash_are_the_same(
    store: Store, meeting: int, tmp_path: Path
) -> None:
    paper = a_paper(tmp_path / "grant.pdf", said("grant"), said("more"), said("last"))
    an_item_with(store, meeting, "Health Equality Grant", paper, pages="5–7")
    pack = council_pack(tmp_path / "Public pack.pdf", [FRONT, Part(paper)])
    assert look(store, pack).rows[0].state is RowState.UNCHANGED


def test_a_preview_changes_nothing(store: Store, meeting: int, grant: Path, tmp_path: Path) -> None:
    assert (
        look(store, council_pack(tmp_path / "p.pdf", [FRONT, Part(grant)])).rows[0].values["pages"] == "5 - 7"
    )
    assert pages(store, meeting) == ["99"]


def test_a_paper_by_itself_is_no_pack(store: Store, grant: Path) -> None:
    with pytest.raises(InputRefusedError, match=r"grant\.pdf is the paper of item 01 alone"):
        look(store, grant)


@pytest.mark.usefixtures("grant")
def test_a_pack_of_something_else_is_refused_in_words(store: Store, tmp_path: Path) -> None:
    pack = council_pack(tmp_path / "planning.pdf", [Part(lines=("Planning Committee",), pages=3)])
    with pytest.raises(InputRefusedError, match=r"planning\.pdf holds no item of the agenda of 6 September"):
        look(store, pack)


def test_what_is_no_pdf_or_damaged_or_missing_is_refused_in_words(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 not really")
    (tmp_path / "b.pdf").write_text("<html>Sign in</html>", encoding="utf-8")
    assert "a.pdf cannot be read. It is damaged" in look(store, tmp_path / "a.pdf").refused
    assert "b.pdf cannot be read. It is damaged" in look(store, tmp_path / "b.pdf").refused
    assert "There is no file" in look(store, tmp_path / "c.pdf").refused
    found = importing.read("pages", Request(tmp_path / "a.pdf"))
    assert isinstance(found, ImportReport)
    assert found.refused == "Say which meeting the pack is of: --meeting BOARD/DATE."


def test_what_was_not_found_is_said_and_keeps_its_pages(
    store: Store, meeting: int, grant: Path, tmp_path: Path
) -> None:
    other = a_paper(tmp_path / "plan.pdf", said("plan"))
    an_item_with(store, meeting, "Better Care Fund Plan", other, pages="9 - 10")
    report = take(store, council_pack(tmp_path / "p.pdf", [FRONT, Part(grant)]))
    assert [each.reason for each in report.warnings] == [
        "Item 02 was not found in the file: its pages stay as they are."
    ]
    assert pages(store, meeting) == ["5 - 7", "9 - 10"]


def test_pages_without_numbers_are_counted_and_that_is_said(
    store: Store, grant: Path, tmp_path: Path
) -> None:
    report = look(store, council_pack(tmp_path / "p.pdf", [FRONT, Part(grant)], stamped=False))
    assert "No page bears a number" in report.warnings[0].reason


def test_something_exempt_in_what_was_published_is_told_first(
    store: Store, meeting: int, grant: Path, tmp_path: Path
) -> None:
    secret = a_paper(tmp_path / "staff.pdf", said("secret", 30))
    an_item_with(store, meeting, "Staffing", secret, exempt="1", public_title="Exempt item")
    clean = look(store, council_pack(tmp_path / "p.pdf", [FRONT, Part(grant)]))
    assert clean.warnings == ()
    leaking = look(store, council_pack(tmp_path / "p.pdf", [FRONT, Part(grant), Part(secret)]))
    assert "something exempt, of item 2, on page 8 (“secret0 secret1" in leaking.warnings[0].reason
    assert "have the file taken down" in leaking.warnings[0].reason


def test_a_supplement_adds_its_pages_to_those_of_the_pack(
    store: Store, meeting: int, grant: Path, tmp_path: Path
) -> None:
    take(store, council_pack(tmp_path / "p.pdf", [FRONT, Part(grant)]))
    late = a_paper(tmp_path / "late.pdf", said("late"))
    with store.reading() as reading:
        [item] = agenda.items(reading, meeting)
    agendas.attach(store, item_id=item.id, files=[late], now=NOW)
    take(store, council_pack(tmp_path / "s.pdf", [Part(lines=("Supplement",)), Part(late)], first=7))
    assert pages(store, meeting) == ["5 - 7, 8"]


def test_approved_minutes_lock_the_agenda(store: Store, meeting: int, grant: Path, tmp_path: Path) -> None:
    with store.step("Approve") as step:
        meetings.change(step, meeting, status=Status.APPROVED)
    with pytest.raises(CannotDoError, match="approved"):
        take(store, council_pack(tmp_path / "p.pdf", [FRONT, Part(grant)]))


def test_a_word_paper_is_known_by_its_own_words(store: Store, meeting: int, tmp_path: Path) -> None:
    written = tmp_path / "report.docx"
    document = docx.Document()
    document.add_heading("Health Equality Grant", level=1)
    document.add_table(1, 2).rows[0].cells[0].text = said("author", 10)
    document.add_paragraph(said("grant"))
    document.save(str(written))
    an_item_with(store, meeting, "Health Equality Grant", written)
    printed = a_paper(tmp_path / "printed.pdf", f"Health Equality Grant {said('author', 10)} {said('grant')}")
    report = look(store, council_pack(tmp_path / "p.pdf", [Part(lines=("Agenda",)), Part(printed)]))
    assert [(row.values["pages"], row.values["found_by"]) for row in report.rows] == [("2", "its paper")]


def test_a_paper_known_to_do_harm_is_not_opened(
    store: Store, meeting: int, grant: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.7 broken")
    an_item_with(store, meeting, "Plan", damaged)
    opened: list[str] = []

    def told(files: Mapping[str, Path]) -> dict[str, tuple[str, ...]]:
        opened.extend(files)
        return opening_pages(files)

    monkeypatch.setattr("boardtool.services.exchange.pages.opening_pages", told)
    look(store, council_pack(tmp_path / "p.pdf", [FRONT, Part(grant)]))
    assert opened == [digest_of(grant)]
