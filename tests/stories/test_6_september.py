"""6 September 2022, whole: the real papers go in, the keyboard minutes it, the documents come out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import docx
import openpyxl
import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from tests.ui.conftest import appearance  # noqa: F401 - fixtures of the window
from tests.ui.live.conftest import (  # noqa: F401 - fixtures of the meeting
    clock,
    library,
    open_window,
    state_folder,
)

from boardtool.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.live.conftest import Live

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SEPTEMBER, JULY = "NNHWB/2022-09-06", "NNHWB/2022-07-05"
STRATEGY = "Integrated Care Strategy and PLACE Development"
PAPERS = (
    ("members", "membership-2022-09-06.xlsx", "--board", "NNHWB"),
    ("minutes", "minutes-2022-07-05.docx", "--board", "NNHWB"),
    ("actions", "action-log-2022-09-06.xlsx", "--board", "NNHWB"),
    ("agenda", "agenda-2022-09-06.xlsx", "--meeting", SEPTEMBER),
)
ACTIONS = (
    ("Circulate the Local Area Partnership boundaries", "Ali Gilbert", "16 September"),
    ("Circulate the outcomes framework with the minutes", "john ash", "20 Sep"),
    ("Report on the four Forums", "Rhosyn Harris; sheila", ""),
)
NARRATIVE = "The Director of Place introduced the report:\n\n- eight partnerships\n- no new money"


def boardtool(folder: Path, *words: str) -> None:
    assert main(["--library", str(folder), "--as", "Business Manager", *words]) == 0


@pytest.fixture
def imported(library: Path, reference: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:  # noqa: F811 - the fixture of that name
    """An empty library into which the four real papers went."""
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_a, **_k: tmp_path / "config")
    assert main(["init", str(library)]) == 0
    boardtool(library, "board", "new", "NNHWB", "--name", "North Northamptonshire Health and Wellbeing Board")
    for kind, file, *where in PAPERS:
        boardtool(library, "import", kind, str(reference / "pack" / file), *where)
    return library


@pytest.fixture
def minuted(imported: Path, open_window: Callable[[], Live]) -> Live:  # noqa: F811 - the fixture of that name
    """The sixth item minuted by nothing but keys."""
    assert imported.is_dir()
    live = open_window()
    live.key(KEY.Key_Return)
    live.until(lambda: live.focus() is live.page.minute.narrative)
    for _item in range(5):
        live.key(KEY.Key_Return, CTRL)
    live.type("The Director of Place introduced the report:\n- eight partnerships\nno new money")
    live.key(KEY.Key_F7)
    for resolution in ("notes the progress of the strategy; and", "supports the delivery plan."):
        live.type(resolution)
        live.key(KEY.Key_Return)
    live.key(KEY.Key_Up, times=2)
    live.key(KEY.Key_Return, CTRL | SHIFT)
    live.key(KEY.Key_F8)
    for what, who, when in ACTIONS:
        live.type(what)
        live.key(KEY.Key_Tab)
        live.type(who)
        live.key(KEY.Key_Tab)
        live.type(when)
        live.key(KEY.Key_Return)
    live.key(KEY.Key_Escape)
    return live


def test_the_file_holds_what_was_typed(minuted: Live) -> None:
    assert minuted.narrative(STRATEGY) == NARRATIVE
    assert minuted.sql("SELECT text, agreed_at IS NOT NULL FROM resolution WHERE minute_id = "
                       "(SELECT minute.id FROM minute JOIN agenda_item ON agenda_item.id = item_id "
                       f"WHERE subject = '{STRATEGY}') ORDER BY position") == [
        ("notes the progress of the strategy; and", 1),
        ("supports the delivery plan.", 0),
    ]  # fmt: skip
    assert minuted.sql(
        "SELECT number, text, due FROM action WHERE raised_on = '2022-09-06' ORDER BY ordinal"
    ) == [
        ("060922/01", "Circulate the Local Area Partnership boundaries", "2022-09-16"),
        ("060922/02", "Circulate the outcomes framework with the minutes", "2022-09-20"),
        ("060922/03", "Report on the four Forums", None),
    ]
    assert minuted.sql(
        "SELECT action.number, action_owner.name FROM action_owner JOIN action ON action.id = action_id "
        "WHERE raised_on = '2022-09-06' ORDER BY action.ordinal, action_owner.position"
    ) == [
        ("060922/01", "Ali Gilbert"),
        ("060922/02", "John Ashton"),
        ("060922/03", "Rhosyn Harris"),
        ("060922/03", "Sheila White"),
    ]


def test_the_minute_runs_on_from_the_last_of_july(minuted: Live) -> None:
    with minuted.store.reading() as reading:
        from boardtool.data import meetings, minutes

        meeting = meetings.by_ref(reading, SEPTEMBER)
        numbers = {minute.heading: minute.number for minute in minutes.of_meeting(reading, meeting.id)}
    assert numbers[STRATEGY] == 47


def test_undo_takes_the_last_action_and_its_line_away_also_after_a_restart(
    minuted: Live,
    open_window: Callable[[], Live],  # noqa: F811 - the fixture of that name
) -> None:
    raised = "SELECT number FROM action WHERE raised_on = '2022-09-06' ORDER BY ordinal"
    minuted.key(KEY.Key_Z, CTRL)
    assert minuted.sql(raised) == [("060922/01",), ("060922/02",)]
    assert len(minuted.page.minute.action_lines._rows) == 2
    again = open_window()
    again.key(KEY.Key_Z, CTRL)
    again.until(lambda: again.sql(raised) == [("060922/01",)])
    again.settle()
    assert len(again.page.minute.action_lines._rows) == 1


def test_the_documents_come_out_and_are_read_back(minuted: Live, imported: Path, tmp_path: Path) -> None:
    assert minuted.window.isVisible()
    out = tmp_path / "out"
    out.mkdir()
    for kind, what, file in (
        ("agenda", SEPTEMBER, "agenda.docx"),
        ("agenda", SEPTEMBER, "agenda.pdf"),
        ("minutes", SEPTEMBER, "minutes.docx"),
        ("minutes", SEPTEMBER, "minutes.pdf"),
        ("actions", "NNHWB", "log.docx"),
        ("actions", "NNHWB", "log.pdf"),
        ("actions", "NNHWB", "log.xlsx"),
        ("actions", SEPTEMBER, "paper.xlsx"),
    ):
        boardtool(imported, "export", kind, what, "-o", str(out / file))

    agenda = rows_of(out / "agenda.docx")
    assert ["06", STRATEGY, "Ali Gilbert", "1.45", "19 – 58"] in agenda
    assert ["012", "Communications Framework", "Dionne Mayhew\nJohn Ashton", "3.15", "179 – 208"] in agenda
    assert [row[0] for row in agenda if re.fullmatch(r"0\d+", row[0])] == [
        *(f"{number:02}" for number in range(1, 10)),
        *(f"0{number}" for number in range(10, 16)),
    ]

    said = "\n".join(paragraph.text for paragraph in docx.Document(str(out / "minutes.docx")).paragraphs)
    assert f"47. {STRATEGY}" in said
    assert "notes the progress of the strategy; and" in said
    assert "42. Apologies for non-attendance" in said

    owners = {row[0]: row for row in rows_of_sheet(out / "log.xlsx") if row}
    assert "Ali Gilbert" in owners["060922/01"]
    assert any("Rhosyn Harris" in cell and "Sheila White" in cell for cell in owners["060922/03"])
    paper = [row[0] for row in rows_of_sheet(out / "paper.xlsx") if row]
    assert paper.index("100322/03") < paper.index("Actions completed since 5 July 2022")
    assert paper[-4:] == ["050722/01", "050722/02", "050722/03", "050722/04"]

    for file in ("agenda.pdf", "minutes.pdf", "log.pdf"):
        with pikepdf.open(out / file) as document:
            assert document.Root.MarkInfo.Marked
            assert str(document.Root.Lang) == "en-GB"
            assert "/StructTreeRoot" in document.Root
    assert "060922/02" in text_of(out / "log.pdf")
    assert "RESOLVED" in text_of(out / "minutes.pdf")


def rows_of(document: Path) -> list[list[str]]:
    """The cells of every table of a Word document, row by row."""
    return [
        [cell.text for cell in row.cells]
        for table in docx.Document(str(document)).tables
        for row in table.rows
    ]


def rows_of_sheet(workbook: Path) -> list[list[str]]:
    """The filled cells of the first sheet, row by row."""
    return [
        [str(cell) for cell in row if cell is not None]
        for row in openpyxl.load_workbook(workbook).worksheets[0].iter_rows(values_only=True)
    ]


def text_of(document: Path) -> str:
    with pypdfium2.PdfDocument(document) as pages:
        return "\n".join(page.get_textpage().get_text_range() for page in pages)
