"""Before a meeting: who is asked for which paper, with a template; and what the chair reads."""

from __future__ import annotations

import errno
from datetime import datetime
from email import message_from_bytes, policy
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from tests.builders import a_board, a_meeting, a_paper, an_attendance, an_item

from boardtool.data import agenda, people
from boardtool.data.leak_scan.in_pdf import text_of_pages
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError, MachineError
from boardtool.domain.meetings import Kind, Presence
from boardtool.services import report_facts
from boardtool.services.preparing import call_for_papers, export_brief, export_template

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from boardtool.data.store import Store

REF = "NNHWB/2022-09-06"
NOW = datetime(2022, 8, 10, 9)


@pytest.fixture
def meeting(store: Store) -> int:
    meeting_id = a_meeting(store, a_board(store, council="Anytown Council"))
    with store.step("Person") as step:
        people.add(step, name="Amy Plank", email="amy@anytown.example")
    an_item(
        store,
        meeting_id,
        "Strategy",
        presenters=["Amy Plank"],
        kind=Kind.PAPER,
        recommendations="1. notes it",
    )
    an_item(store, meeting_id, "Grant", presenters=["Amy Plank", "Bob Lee"], kind=Kind.TO_FOLLOW)
    come = an_item(store, meeting_id, "Plan", presenters=["Bob Lee"], kind=Kind.PAPER)
    a_paper(store, come, "Plan")
    an_item(store, meeting_id, "Update", presenters=["Bob Lee"], kind=Kind.VERBAL)
    an_item(
        store,
        meeting_id,
        "Zanzibar lease",
        presenters=["Cy Vane"],
        kind=Kind.PAPER,
        exempt="3",
        public_title="Land",
    )
    an_attendance(store, meeting_id, "Dee Fox", presence=Presence.APOLOGIES)
    return meeting_id


def message(path: Path) -> EmailMessage:
    return message_from_bytes(path.read_bytes(), policy=policy.default)


@pytest.mark.usefixtures("meeting")
def test_everybody_who_owes_a_paper_is_asked_once_with_a_template_for_each(
    store: Store, tmp_path: Path
) -> None:
    with store.reading() as reading:
        asked = call_for_papers(reading, what=REF, folder=tmp_path / "calls", sender="Cheryl Bird")
    assert [(each.to, each.items) for each in asked] == [
        ("Amy Plank", ("01", "02")),
        ("Bob Lee", ("02",)),
        ("Cy Vane", ("05",)),
    ]
    first = message(asked[0].message)
    assert first["To"] == "Amy Plank <amy@anytown.example>"
    assert first["X-Unsent"] == "1"
    body = first.get_body()
    assert body is not None
    assert "by Friday 19 August 2022" in body.get_content()
    assert [part.get_filename() for part in first.iter_attachments()] == [
        "Item 01 report.docx",
        "Item 02 report.docx",
    ]
    assert message(asked[1].message)["To"] is None


def test_the_author_of_a_report_is_asked_and_told_of_the_desks_on_its_way(
    store: Store, tmp_path: Path, meeting: int
) -> None:
    with store.reading() as reading:
        grant = agenda.items(reading, meeting)[1].id
    report_facts.change(store, item_id=grant, author="Amy Plank")
    with store.reading() as reading:
        asked = call_for_papers(reading, what=REF, folder=tmp_path, sender="Cheryl Bird", only=[grant])
    assert [(each.to, each.items) for each in asked] == [("Amy Plank", ("02",))]
    body = message(asked[0].message).get_body()
    assert body is not None
    assert "Wednesday 17 August 2022: Finance" in body.get_content()


@pytest.mark.usefixtures("meeting")
def test_the_message_names_an_exempt_item_by_its_public_title(store: Store, tmp_path: Path) -> None:
    with store.reading() as reading:
        asked = call_for_papers(reading, what=REF, folder=tmp_path, sender="Cheryl Bird")
    body = message(asked[2].message).get_body()
    assert body is not None
    assert "Land" in body.get_content()
    assert "Zanzibar" not in body.get_content()
    assert "Zanzibar" not in message(asked[2].message)["Subject"]


@pytest.mark.usefixtures("meeting")
def test_on_a_full_disk_the_call_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("boardtool.data.writing_files.os.fsync", full)
    with store.reading() as reading, pytest.raises(MachineError, match="the disk is full"):
        call_for_papers(reading, what=REF, folder=tmp_path / "call", sender="Sam")
    assert not (tmp_path / "call").exists()


def test_where_no_paper_is_awaited_nothing_is_written(store: Store, tmp_path: Path) -> None:
    a_meeting(store, a_board(store), subjects=["Update"])
    with store.reading() as reading, pytest.raises(CannotDoError, match="No paper is awaited"):
        call_for_papers(reading, what=REF, folder=tmp_path / "calls", sender="Cheryl Bird")
    assert not (tmp_path / "calls").exists()


@pytest.mark.usefixtures("meeting")
def test_a_template_has_the_parts_of_a_report_and_what_the_agenda_knows(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    with store.reading() as reading:
        export_template(reading, what=REF, number="01", path=path)
        with pytest.raises(CannotDoError, match="no item 77"):
            export_template(reading, what=REF, number="77", path=path)
    document = docx.Document(BytesIO(path.read_bytes()))
    headings = [
        each.text for each in document.paragraphs if each.style is not None and each.style.name == "Heading 2"
    ]
    assert headings[3:6] == ["1. Purpose of report", "2. Executive summary", "3. Recommendations"]
    assert headings[-1] == "8. Background papers"
    assert any(each.text == "notes it" for each in document.paragraphs)


@pytest.mark.usefixtures("meeting")
def test_the_brief_of_the_chair_holds_what_is_exempt_only_as_private(store: Store, tmp_path: Path) -> None:
    with store.reading() as reading:
        export_brief(reading, what=REF, path=tmp_path / "open.pdf")
        export_brief(reading, what=REF, path=tmp_path / "all.pdf", audience=Audience.PRIVATE)
    told, whole = ("".join(text_of_pages((tmp_path / name).read_bytes())) for name in ("open.pdf", "all.pdf"))
    assert "Dee Fox" in told
    assert "Land" in told
    assert "Zanzibar" not in told
    assert "Zanzibar lease" in whole
    assert "Private: not for publication" in whole
