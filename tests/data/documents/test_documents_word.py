from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest

from boardtool.data.documents.writing import document_bytes
from boardtool.data.word.minutes import read_minutes
from boardtool.domain.minutes_read import ReadResolution

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from boardtool.domain.documents import ActionLogPaper, AgendaPaper, MinutesPaper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


@pytest.mark.parametrize("name", ["agenda", "minutes", "action_log", "action_notes", "resolutions"])
def test_nothing_of_a_template_stays_in_the_file(name: str, request: pytest.FixtureRequest) -> None:
    content = document_bytes(request.getfixturevalue(name), ".docx")
    with zipfile.ZipFile(BytesIO(content)) as parts:
        names = set(parts.namelist())
        everything = b"".join(parts.read(part) for part in names)
    assert not {part for part in names if "thumbnail" in part or "customXml" in part or "WithEffects" in part}
    assert b"python-docx" not in everything
    assert b"Normal.dotm" not in everything
    properties = opened(content).core_properties
    assert properties.author == properties.last_modified_by == "Anytown Council"
    assert (properties.comments, properties.keywords, properties.language) == ("", "", "en-GB")


def test_headings_are_headings_and_tables_repeat_theirs(agenda: AgendaPaper) -> None:
    document = opened(document_bytes(agenda, ".docx"))
    headings = [
        (p.style.name, p.text) for p in document.paragraphs if p.style and "eading" in str(p.style.name)
    ]
    assert headings[0] == ("Heading 1", "Health and Wellbeing Board")
    assert ("Heading 2", "Press") in headings
    for table in document.tables:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None


def test_the_language_is_british_english(agenda: AgendaPaper) -> None:
    with zipfile.ZipFile(BytesIO(document_bytes(agenda, ".docx"))) as parts:
        assert b'w:lang w:val="en-GB"' in parts.read("word/styles.xml")


def test_the_action_log_is_landscape_and_its_columns_fill_the_page(action_log: ActionLogPaper) -> None:
    document = opened(document_bytes(action_log, ".docx"))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.left_margin is not None
    assert section.page_width > section.page_height
    room = section.page_width - 2 * section.left_margin
    for table in document.tables:
        assert abs(sum(column.width or 0 for column in table.columns) - room) < 36000


def test_minutes_that_were_written_are_read_back(minutes: MinutesPaper, tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(document_bytes(minutes, ".docx"))
    found = read_minutes(path)
    assert (found.date, found.start, found.place) == (minutes.sitting.date, "13:30", "The Chamber")
    assert [(m.number, m.heading) for m in found.minutes] == [(47, "Strategy"), (48, "Grant")]
    first, second = found.minutes
    assert first.narrative.startswith(minutes.minutes[0].narrative)
    assert first.lead == "the Board:"
    assert first.resolutions == (ReadResolution("a)", "notes it; and"), ReadResolution("b)", "thanks them."))
    assert [(a.number, a.text) for a in first.actions] == [("050722/01", "=HYPERLINK(1)")]
    assert second.resolutions == (ReadResolution("", "the Board noted it."),)
    assert [p.name for p in (*found.present, *found.officers)] == ["Cllr A", "B"]
